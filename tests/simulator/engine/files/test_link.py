"""Scenarios as one line of text: what is written is read again, and anything else ends in one clear message."""

from __future__ import annotations

import re
import tomllib
from configparser import ConfigParser
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope import main
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.link import link_of, read_link
from metascope.simulator.engine.files.link_text import LONGEST, At, LessonPlace, is_link
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.settings import Declaration, Settings, declarations

ROOT = Path(main.__file__).parent
TWO = presets.find("two-tasks")
SHIPPED = presets.shipped()


def values_of(declared: Declaration) -> st.SearchStrategy[object]:
    """Return values that a setting may have, near its default where it may have many."""
    if declared.kind == "flag":
        return st.booleans()
    if declared.kind == "choice":
        return st.sampled_from(declared.choices)
    low, high = declared.low, declared.high
    if declared.kind == "whole" and low is not None:
        return st.integers(int(low), int(min(high if high is not None else low + 50, low + 50)))
    if declared.kind == "real" and low is not None and high is not None:
        return st.floats(low, high, allow_nan=False)
    return st.just(declared.default)


@st.composite
def changed(draw: st.DrawFn) -> tuple[Preset, Settings]:
    """Draw a scenario with a few of its settings changed; a combination that it does not allow is left as it was."""
    preset = draw(st.sampled_from(SHIPPED))
    settings = preset.settings
    for declared in draw(st.lists(st.sampled_from(declarations(type(settings))), max_size=4)):
        try:
            settings = settings.replaced(**{declared.name: draw(values_of(declared))})
        except UserError:
            continue
    return preset, settings


@given(changed(), st.none() | st.builds(At, st.integers(0, 3), st.none() | st.integers(0, 40)))
def test_a_line_opens_the_settings_that_it_was_made_of(drawn: tuple[Preset, Settings], at: At | None) -> None:
    preset, settings = drawn
    at = None if at is None else at._replace(step=min(at.step, settings.steps))
    link = link_of(preset, settings, at)
    assert re.fullmatch(r"[A-Za-z0-9_.~%&=?#/:,-]+", link.text)
    assert len(link.text) <= LONGEST
    read = read_link(link.text)
    assert (read.preset, read.settings, link.left_out) == (preset, settings, ())
    assert read.at == (at if at is None or settings.trains else At(0, at.inner))


def refusal(line: str) -> str:
    """Return what is told about a line, empty where it is opened."""
    try:
        read_link(line)
    except UserError as error:
        return str(error)
    return ""


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert refusal(text)
    for line in (f"metascope://{text}", f"metascope://1/landscapes/two-tasks?{text}"):
        refusal(line)  # raises nothing else


@given(st.data())
def test_a_line_with_a_character_lost_or_changed_is_refused(data: st.DataObject) -> None:
    text = link_of(TWO, TWO.settings.replaced(seed=12, inner_rate=0.3), At(7, 3)).text
    place = data.draw(st.integers(len("metascope://1.abcde"), len(text) - 1))
    other = data.draw(st.sampled_from(["", "0", "x"]).filter(lambda it: it != text[place]))
    with pytest.raises(UserError, match="is damaged"):
        read_link(text[:place] + other + text[place + 1 :])


def test_only_what_differs_is_written() -> None:
    assert re.fullmatch(r"metascope://1\.[a-z2-7]{5}/landscapes/two-tasks", link_of(TWO, TWO.settings).text)
    settings = TWO.settings.replaced(seed=5)
    assert link_of(TWO, settings, At(40)).text.endswith("/landscapes/two-tasks?seed=5#40")
    assert link_of(TWO, settings, At(40, 3)).text.endswith("/landscapes/two-tasks?seed=5#40:3")


def test_a_step_of_a_lesson_is_written_and_read() -> None:
    lesson = LessonPlace("where-a-good-start-lies", "look-back")
    line = link_of(TWO, TWO.settings.replaced(seed=5), At(40), lesson).text
    assert line.endswith("/landscapes/two-tasks?seed=5&~lesson=where-a-good-start-lies:look-back#40")
    read = read_link(line)
    assert (read.lesson, read.at, read.settings.seed) == (lesson, At(40), 5)
    assert read_link(link_of(TWO, TWO.settings).text).lesson is None


def test_every_step_of_every_lesson_can_be_named() -> None:
    for lesson in lesson_files.shipped():
        for step in lesson.steps:
            place = LessonPlace(lesson.name, step.name)
            assert read_link(link_of(TWO, TWO.settings, lesson=place).text).lesson == place


def test_lines_of_before_there_was_an_inner_step_are_opened() -> None:
    assert read_link("metascope://1/landscapes/two-tasks#40").at == At(40)
    assert read_link("metascope://1/landscapes/two-tasks").at is None


@pytest.mark.parametrize("around", ["{}", "  {}\n", "<{}>", "`{}`", "({})", '"{}"', "{}.", "{}, "])
def test_what_stands_around_a_line_does_not_matter(around: str) -> None:
    link = link_of(TWO, TWO.settings.replaced(seed=5), At(40, 3))
    assert read_link(around.format(link.text)).settings.seed == 5


def test_a_line_that_was_broken_into_several_is_read() -> None:
    text = link_of(TWO, TWO.settings.replaced(seed=5)).text
    assert read_link(f"{text[:20]}\n  {text[20:]}").settings.seed == 5


def test_a_line_may_be_written_by_hand_without_the_check() -> None:
    assert read_link("metascope://1/landscapes/two-tasks?seed=5").settings.seed == 5


def test_a_scenario_from_a_file_is_shared_by_its_settings_and_its_title() -> None:
    mine = replace(TWO, name="no such scenario", title="Meine Täler & Höhen.", beside=())
    read = read_link(link_of(mine, mine.settings.replaced(seed=3)).text)
    assert (read.preset.title, read.preset.story) == (mine.title, "landscapes")
    assert read.settings == mine.settings.replaced(seed=3)


def test_a_file_with_the_name_of_a_scenario_keeps_its_title() -> None:
    read = read_link(link_of(replace(TWO, title="Mine"), TWO.settings).text)
    assert (read.preset.name, read.preset.title, read.settings) == ("two-tasks", "Mine", TWO.settings)


def test_folders_of_a_person_are_left_out_and_named() -> None:
    preset = presets.find("one-shot-omniglot")
    (folder,) = (it.name for it in declarations(type(preset.settings)) if it.kind == "folder")
    link = link_of(preset, preset.settings.replaced(**{folder: "/home/ada/omniglot", "seed": 4}))
    assert link.left_out == (folder,)
    assert "ada" not in link.text
    assert read_link(link.text).settings == preset.settings.replaced(seed=4)


def test_a_line_that_names_a_folder_is_refused() -> None:
    with pytest.raises(UserError, match="must not be in a shared line"):
        read_link("metascope://1/metric_learning/one-shot-omniglot?folder=/etc")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "must begin with metascope://"),
        ("https://example.org", "must begin with metascope://"),
        ("metascope://", "is damaged"),
        ("metascope://x/landscapes/two-tasks", "is damaged"),
        ("metascope://0/landscapes/two-tasks", "is damaged"),
        ("metascope://2/landscapes/two-tasks", "is of format 2, from a newer Metascope; this one reads format 1"),
        ("metascope://1/landscapes/two-task", "two-task: is not a scenario of this version; did you mean two-tasks"),
        ("metascope://1/landscapes/..%2F..%2Fetc%2Fpasswd", "is not a scenario of this version"),
        ("metascope://1/unknown/two-tasks", 'story "unknown" is not installed'),
        ("metascope://1/ntm/two-tasks", "two-tasks: must be of the story landscapes, not ntm"),
        ("metascope://1/landscapes/two-tasks?seed", "is damaged"),
        ("metascope://1/landscapes/two-tasks?seed=%zz", "is damaged"),
        ("metascope://1/landscapes/two-tasks?seed=%ff", "is damaged"),
        ("metascope://1/landscapes/two-tasks?seed=1&seed=2", "seed: must be given once"),
        ("metascope://1/landscapes/two-tasks?~later=1", "~later: is not known: the line may be from a newer Metascope"),
        ("metascope://1/landscapes/two-tasks?seeds=1", "seeds: is not a setting; did you mean seed?"),
        ("metascope://1/landscapes/two-tasks?seed=-1", "seed: must be at least 0, not -1"),
        ("metascope://1/landscapes/two-tasks?inner_rate=NaN", 'inner_rate: must be a number, not "NaN"'),
        ("metascope://1/landscapes/two-tasks?inner_rate=1e999", 'inner_rate: must be a number, not "1e999"'),
        ("metascope://1/landscapes/two-tasks?~lesson=forgetting", "is damaged"),
        ("metascope://1/landscapes/two-tasks?~lesson=../a:end", "is damaged"),
        ("metascope://1/landscapes/two-tasks?~lesson=a:b&~lesson=a:b", "~lesson: must be given once"),
        ("metascope://1/landscapes/two-tasks#x", "is damaged"),
        ("metascope://1/landscapes/two-tasks#3:", "is damaged"),
        ("metascope://1/landscapes/two-tasks#3:x", "is damaged"),
        ("metascope://1/landscapes/two-tasks#:3", "is damaged"),
        ("metascope://1/landscapes/two-tasks#3:1:2", "is damaged"),
        ("metascope://1/landscapes/two-tasks?steps=30#31", "the meta-step must be at most 30, the run's last, not 31"),
        (f"metascope://1/landscapes/two-tasks?seed={'1' * LONGEST}", "must have at most 2,000 characters"),
    ],
)
def test_what_is_wrong_with_a_line_is_told(line: str, told: str) -> None:
    with pytest.raises(UserError) as refused:
        read_link(line)
    assert told in str(refused.value)
    assert len(refused.value.problems) == 1


def test_what_is_too_long_to_share_is_told() -> None:
    rows = tuple((round(0.123456 + row / 7, 6), 1.0) for row in range(400))
    with pytest.raises(UserError, match=r"takes [\d,]+ characters as a line, and at most 2,000 can be shared"):
        link_of(TWO, TWO.settings.model_copy(update={"curvatures": rows}))


def test_the_lines_that_the_guide_shows_are_opened() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text("utf-8")
    shown = [line for line in re.findall(r"`(metascope://[^`]*)`", guide) if "..." not in line]
    assert len(shown) == 2
    assert all(read_link(line).preset == TWO for line in shown)


def test_the_file_for_desktops_hands_lines_to_the_program() -> None:
    written = ConfigParser(interpolation=None)
    written.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    written.read(ROOT / "docs" / "metascope.desktop", "utf-8")
    entry = written["Desktop Entry"]
    assert entry["MimeType"] == "x-scheme-handler/metascope;"
    command, place = entry["Exec"].split()
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert command in scripts
    assert place == "%u"


def test_what_is_meant_to_be_a_line_is_known() -> None:
    assert is_link(" <METASCOPE://1/landscapes>")
    assert not is_link("see metascope://1/landscapes/two-tasks")
    assert not is_link("")
