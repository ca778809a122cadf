"""Stories that installed packages plug in: found, refused by name where they are broken, and harmless to the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from metascope.simulator.engine.story import GROUP, all_stories, catalog
from tests.plugged import STORY, found, install

OWN = {"bandits", "landscapes", "lstm_cell", "mann", "meta_networks", "metric_learning", "ntm", "optimizers"}
OWN |= {"navigation", "own", "picture_starts", "sines"}
BROKEN = {  # the module's source -> what is told
    "raise ImportError('no\\nsuch thing')": "cannot be used: ImportError: no such thing",
    "import no_such_module": "cannot be used: ModuleNotFoundError: No module named 'no_such_module'",
    "raise SystemExit(3)": "cannot be used: SystemExit: 3",
    "1 / 0": "cannot be used: ZeroDivisionError: division by zero",
    "1 +": "cannot be used: SyntaxError: invalid syntax (__init__.py, line 1)",
    "STORIES = ()": "cannot be used: AttributeError: module 'plugged' has no attribute 'STORY'",
    "STORY = 'plugged'": "must be a Story, not str",
    f"{STORY}STORY = replace(STORY, name='other')": "its name must be that of its entry point, not other",
    f"{STORY}STORY = replace(STORY, settings=None)": "its settings must be a subclass of Settings",
    f"{STORY}STORY = replace(STORY, frame=dict)": "its frame must be a subclass of Frame",
    f"{STORY}STORY = replace(STORY, captions=())": "its captions must be a function",
    f"{STORY}STORY = replace(STORY, load='torch')": "its load must be a function",
    f"{STORY}STORY = replace(STORY, methods=('maml',))": "its methods must be a tuple of methods, each with a style of "
    "known names",
    f"{STORY}STORY = replace(STORY, styles={{'task': replace(STORY.methods[0].style, colour='puce')}})": "its styles "
    "must be a mapping to styles of known names",
    f"{STORY}STORY = replace(STORY, goals={{'loss': 'low'}})": 'its goals must be a mapping to "least" or "most"',
    f"{STORY}STORY = replace(STORY, subjects='gates')": "its subjects must be a tuple of names",
    f"{STORY}STORY = replace(STORY, recorded='yes')": "its recorded must be a function or None",
    f"{STORY}STORY = replace(STORY, scene=None)": "its scene must be the name of a module",
    f"{STORY}STORY = replace(STORY, presets=1)": "its presets must be the name of a package",
}
UNDECLARED = """
class Bare(landscapes.settings):
    extra: int = 3

STORY = replace(STORY, settings=Bare)
"""
LISTED = """
from metascope.simulator.engine.settings import setting

class Listed(landscapes.settings):
    extra: list[int] = setting([], "Extra", help="A list, which can be changed")

STORY = replace(STORY, settings=Listed)
"""


def problems() -> list[str]:
    return [str(problem) for problem in catalog().problems]


def test_a_story_that_is_plugged_in_stands_after_the_programs_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, distribution="metascope-plugged")
    with found(tmp_path, monkeypatch):
        assert set(all_stories()) == {*OWN, "plugged"}
        assert list(all_stories())[-1] == "plugged"
        assert catalog().plugins["plugged"].owner == "metascope-plugged 1.2"
        assert problems() == []
    assert set(all_stories()) == OWN


@pytest.mark.parametrize("source", BROKEN, ids=lambda source: source.splitlines()[-1][:40])
def test_a_broken_one_is_refused_by_name_and_the_others_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    install(tmp_path, story=source)
    install(tmp_path, "sound")
    with found(tmp_path, monkeypatch):
        assert set(all_stories()) == {*OWN, "sound"}
        assert problems() == [f"plugged 1.2: plugged: {BROKEN[source]}"]


def test_every_part_that_is_wrong_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, story=f"{STORY}STORY = replace(STORY, settings=int, frame=int, subjects=(1,))")
    with found(tmp_path, monkeypatch):
        assert len(problems()) == 3


@pytest.mark.parametrize("settings", [UNDECLARED, LISTED], ids=["not declared", "not hashable"])
def test_settings_that_no_form_could_show_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    install(tmp_path, story=STORY + settings)
    with found(tmp_path, monkeypatch):
        assert set(all_stories()) == OWN
        [problem] = problems()
        assert problem.startswith("plugged 1.2: plugged: cannot be used: ")


@pytest.mark.parametrize("value", ["plugged", "plugged:NOTHING", "plugged:", ":STORY", "no such thing!"])
def test_an_entry_point_that_leads_nowhere_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    install(tmp_path, entry=f"plugged = {value}")
    with found(tmp_path, monkeypatch):
        assert set(all_stories()) == OWN
        [problem] = problems()
        assert problem.startswith("plugged 1.2: plugged: ")


def test_the_name_of_one_of_the_programs_stories_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, story=STORY.replace("{name}", "ntm"), entry="ntm = plugged:STORY")
    with found(tmp_path, monkeypatch):
        assert problems() == ["plugged 1.2: ntm: Metascope has a story of this name"]
        assert all_stories()["ntm"].scene == ""


def test_of_two_plugins_with_one_name_the_first_distribution_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package, distribution in (("one", "Zebra"), ("two", "antelope")):
        source = STORY.replace("{name}", "shared")
        install(tmp_path, package, distribution=distribution, story=source, entry=f"shared = {package}:STORY")
    with found(tmp_path, monkeypatch):
        assert all_stories()["shared"].scene == "two.scene"
        assert problems() == ["Zebra 1.2: shared: antelope 1.2 has a story of this name"]


def test_a_package_may_plug_in_several_stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = STORY + "OTHER = replace(STORY, name='other')\n"
    install(tmp_path, story=source, entry="plugged = plugged:STORY\nother = plugged:OTHER\nbad = plugged:BAD")
    with found(tmp_path, monkeypatch):
        assert set(catalog().plugins) == {"plugged", "other"}
        assert len(problems()) == 1


@pytest.mark.parametrize(
    "text", [f"[{GROUP}]\nplugged\n", f"[{GROUP}]\nplugged = plugged:STORY\n[console_scripts]\nx\n"]
)
def test_a_malformed_entry_points_file_is_refused_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    install(tmp_path)
    install(tmp_path, "sound")
    (tmp_path / "plugged-1.2.dist-info" / "entry_points.txt").write_text(text)
    with found(tmp_path, monkeypatch):
        assert set(all_stories()) == {*OWN, "sound"}
        [problem] = problems()
        assert "plugged 1.2: entry_points.txt: cannot be used" in problem


@pytest.mark.parametrize("name", ["entry_points.txt", "METADATA"])
def test_metadata_that_are_no_text_are_refused_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    install(tmp_path)
    install(tmp_path, "sound")
    (tmp_path / "plugged-1.2.dist-info" / name).write_bytes(b"\xff\xfe\x00")
    with found(tmp_path, monkeypatch):
        assert set(all_stories()) == {*OWN, "sound"}
        [problem] = problems()
        assert problem.startswith(f"{tmp_path}: ")


def test_malformed_entry_points_of_packages_that_plug_in_nothing_are_their_own_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, entry="x = y")
    (tmp_path / "plugged-1.2.dist-info" / "entry_points.txt").write_text("[console_scripts]\nmalformed\n")
    with found(tmp_path, monkeypatch):
        assert (set(all_stories()), problems()) == (OWN, [])


def test_a_package_that_lies_twice_on_the_path_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("first", "second"):
        install(tmp_path / place)
    monkeypatch.syspath_prepend(tmp_path / "second")
    with found(tmp_path / "first", monkeypatch):
        assert set(all_stories()) == {*OWN, "plugged"}
        assert problems() == []


def test_a_plugin_that_asks_for_the_stories_while_it_is_imported_is_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, story=f"from metascope.simulator.engine.story import all_stories\nall_stories()\n{STORY}")
    with found(tmp_path, monkeypatch):
        assert set(all_stories()) == {*OWN, "plugged"}
        assert problems() == []
