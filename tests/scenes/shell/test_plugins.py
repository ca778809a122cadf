"""A window with packages installed that plug in stories: their cards, and what it tells of those that are broken."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.start_warnings import MOST
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.scenes.start.start_page import SCENARIOS
from metascope.simulator.engine.cli import headless
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.window.cards import Card
from tests.plugged import STORY, found, install, look_again, scenario
from tests.scenes.hands import notices, run_steps, the_stage, trigger, wait_for
from tests.tiers import first_quick
from tests.waiting import LONGEST
from tests.widgets.person import click
from tests.widgets.plots.pictures import rgb

Opener = Callable[..., Window]
FAILING_SCENE = """
from metascope.scenes.stories.landscapes.scene import build as whole

def build(settings, theme):
    made = whole(settings, theme)
    made.draw = lambda frame, inner, method: 1 / 0
    return made
"""


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opener]:
    """Give what opens a window that finds the packages in `tmp_path`/site, once its gallery or stage stands."""
    made: list[Window] = []

    def open_(preset: Preset | None = None, path: Path | None = None) -> Window:
        look_again()
        window = new_window(LIGHT, preset, path=path)
        made.append(window)
        window.start_page.choose(SCENARIOS)
        window.show()
        qtbot.waitUntil(
            lambda: window.stage is not None or isinstance(QApplication.focusWidget(), Card), timeout=LONGEST
        )
        qtbot.waitUntil(lambda: not window._opening._works, timeout=LONGEST)  # what it has to tell has been told
        return window

    with ExitStack() as after:
        (tmp_path / "site").mkdir()
        after.enter_context(found(tmp_path / "site", monkeypatch))
        yield open_
        for window in made:
            window.close()
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def card(window: Window, name: str) -> Card:
    return next(card for card in window.findChildren(Card) if card.name == name)


@pytest.mark.slow
def test_a_card_opens_a_story_that_is_plugged_in(qtbot: QtBot, tmp_path: Path, open_window: Opener) -> None:
    install(tmp_path / "site")
    window = open_window()
    assert window.findChildren(Card)[-1].name == "plugged-tasks"
    assert notices(window) == []
    card(window, "plugged-tasks").click()
    stage = the_stage(window)
    assert stage.run.preset.story == "plugged"
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    run_steps(qtbot, stage, 3)
    assert stage.run.recording.newest_step == 3


def drawn_card(qtbot: QtBot, window: Window) -> QImage:
    """Return the plug-in's card once its picture has been read."""
    gallery = window.start_page.gallery
    assert gallery is not None
    card(window, "plugged-tasks").grab()  # asks for the picture
    qtbot.waitUntil(lambda: not gallery.loader.waiting, timeout=LONGEST)
    return card(window, "plugged-tasks").grab().toImage()


def test_a_card_shows_the_picture_beside_its_scenario(qtbot: QtBot, tmp_path: Path, open_window: Opener) -> None:
    folder = install(tmp_path / "site")
    picture = QPixmap(480, 270)
    picture.fill(QColor("magenta"))
    picture.save(str(folder / "presets" / "plugged-tasks-light.png"))
    image = drawn_card(qtbot, open_window())
    assert image.pixelColor(image.width() // 2, 20) == QColor("magenta")


def test_a_card_without_a_picture_says_that_there_is_none(qtbot: QtBot, tmp_path: Path, open_window: Opener) -> None:
    install(tmp_path / "site")
    image = drawn_card(qtbot, open_window())
    assert image.pixelColor(image.width() // 2, 20) == QColor(LIGHT.grid)
    assert len({tuple(pixel) for row in rgb(image)[40:120] for pixel in row}) > 5  # letters


def test_a_broken_plugin_is_named_in_a_notice_and_the_others_have_their_cards(
    tmp_path: Path, open_window: Opener
) -> None:
    install(tmp_path / "site", "torn", story="raise RuntimeError('torn')")
    install(tmp_path / "site", "whole")
    window = open_window()
    [notice] = notices(window)
    assert "torn 1.2: torn: cannot be used: RuntimeError: torn" in notice
    assert [preset.name for preset in presets.shipped()][-1] == "whole-tasks"
    assert card(window, "whole-tasks").isVisibleTo(window)


def test_of_many_problems_a_notice_tells_the_first_and_counts_the_rest(tmp_path: Path, open_window: Opener) -> None:
    install(tmp_path / "site", files=tuple((f"bad-{number}.json", "{") for number in range(MOST + 3)))
    [notice] = notices(open_window())
    assert notice.count("bad-") == MOST
    assert notice.splitlines()[-1].startswith("And 3 more problems")


def test_a_scene_that_cannot_be_built_is_told_and_the_window_lives(
    qtbot: QtBot, tmp_path: Path, open_window: Opener
) -> None:
    install(tmp_path / "site", scene="import no_such_module")
    window = open_window()
    card(window, "plugged-tasks").click()
    [notice] = notices(window)
    assert notice.startswith("plugged 1.2: plugged.scene: cannot be used: ModuleNotFoundError")
    assert window.stage is None
    click(card(window, "two-tasks"), card(window, "two-tasks").rect().center())
    stage = the_stage(window)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    window.open_named("plugged-tasks")
    assert window.stage is stage  # the run that was there goes on
    run_steps(qtbot, stage, 2)


def test_a_window_that_is_to_open_it_shows_the_gallery_and_why(tmp_path: Path, open_window: Opener) -> None:
    install(tmp_path / "site", scene="import no_such_module")
    look_again()
    window = open_window(presets.find("plugged-tasks"))
    [notice] = notices(window)
    assert notice.startswith("plugged 1.2: plugged.scene: cannot be used: ModuleNotFoundError")
    assert card(window, "two-tasks").isVisible()


@pytest.mark.slow
def test_a_scene_that_cannot_draw_reaches_the_error_dialog_and_the_window_lives(
    qtbot: QtBot, tmp_path: Path, open_window: Opener
) -> None:
    install(tmp_path / "site", scene=FAILING_SCENE)
    window = open_window()
    with capture_exceptions() as raised:
        card(window, "plugged-tasks").click()
        qtbot.waitUntil(lambda: bool(raised), timeout=LONGEST)
        trigger(window, "file.gallery")
    assert {kind for kind, _, _ in raised} == {ZeroDivisionError}
    assert window.stage is None
    window.open_named("two-tasks")
    run_steps(qtbot, the_stage(window), 2)


@pytest.mark.slow
def test_a_simulation_that_cannot_be_loaded_is_a_run_that_fails(
    qtbot: QtBot, tmp_path: Path, open_window: Opener
) -> None:
    install(tmp_path / "site", story=f"{STORY}STORY = replace(STORY, load=lambda: 1 / 0)")
    window = open_window()
    assert notices(window) == []
    card(window, "plugged-tasks").click()
    wait_for(qtbot, the_stage(window), RunState.FAILED)
    assert any("division by zero" in notice for notice in notices(window))


@pytest.mark.parametrize("name", first_quick(["preset.json", "session.metascope", "weights.safetensors"]))
def test_a_file_of_a_story_that_is_not_installed_any_more_is_told_beside_what_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_window: Opener, name: str
) -> None:
    install(tmp_path / "before", files=(("plugged-tasks.json", scenario("plugged")),))
    with found(tmp_path / "before", monkeypatch):
        headless.train(presets.find("plugged-tasks"), tmp_path, io.StringIO())
    install(tmp_path / "site", story="import no_such_module")
    [notice] = notices(open_window(path=tmp_path / name))
    assert f'{name}: story: story "plugged" is not installed; known: ' in notice.splitlines()[0]
    assert notice.splitlines()[-1].startswith("plugged 1.2: plugged: cannot be used: ModuleNotFoundError")
