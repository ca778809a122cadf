"""Palette, presentation, loops and breakpoints with real keys, as on a lecturer's screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.clock.breakpoints import BreakpointsPopup
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.palette import Palette
from tests.waiting import LONGEST
from tests.window.hands import key
from tests.window.screen import picture, x

pytestmark = pytest.mark.window


def run(qtbot: QtBot, stage: Stage, count: int) -> None:
    stage.run.runner.throttle(None)
    stage.run.runner.run(count)
    qtbot.waitUntil(lambda: stage.run.runner.state is RunState.PAUSED, timeout=LONGEST)
    qtbot.wait(200)


def opened(qtbot: QtBot, window: Window, kind: type[QDialog]) -> QDialog:
    """Wait until a dialog has the keyboard, and return it."""
    qtbot.waitUntil(lambda: any(one.isActiveWindow() for one in window.findChildren(kind)), timeout=LONGEST)
    return next(one for one in window.findChildren(kind) if one.isActiveWindow())


def test_the_palette_finds_an_action_by_a_few_letters_and_runs_it(qtbot: QtBot, window: Window, stage: Stage) -> None:
    key(qtbot, "ctrl+shift+p")
    palette = opened(qtbot, window, Palette)
    x("type", "--delay", "20", "light dark")
    picture("workbench-1-palette")
    key(qtbot, "Return")
    qtbot.waitUntil(lambda: window.theme is DARK, timeout=LONGEST)
    qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST)
    key(qtbot, "ctrl+shift+p")
    palette = opened(qtbot, window, Palette)
    picture("workbench-2-palette-dark")
    key(qtbot, "Escape")
    qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST)
    assert not any(one.isVisible() for one in window.findChildren(Palette))
    assert window.theme is not LIGHT
    assert palette is not None


def test_f11_presents_on_the_whole_screen_and_brings_everything_back(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run(qtbot, stage, 20)
    before = window.geometry()
    key(qtbot, "F11")
    qtbot.waitUntil(lambda: window.isFullScreen() and window.height() == 800, timeout=LONGEST)
    qtbot.wait(300)
    picture("workbench-3-presentation")
    assert not window.menuBar().isVisible()
    assert not window.docks["settings"].isVisible()
    assert stage.timeline.isVisible()
    key(qtbot, "space")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > 20, timeout=LONGEST)
    key(qtbot, "space", "F11")
    qtbot.waitUntil(lambda: not window.isFullScreen() and window.geometry() == before, timeout=LONGEST)
    qtbot.wait(300)
    picture("workbench-4-after-presentation")
    assert window.menuBar().isVisible()
    assert window.docks["settings"].isVisible()


def test_a_marked_range_is_played_in_a_loop(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run(qtbot, stage, 40)
    stage.timeline.setFocus()
    stage.timeline.outer_clock.go(10)
    key(qtbot, "bracketleft")
    stage.timeline.outer_clock.go(14)
    key(qtbot, "bracketright", "l")
    seen: set[int] = set()

    def all_seen() -> bool:
        seen.add(stage.timeline.clocks.outer.position)
        return seen >= set(range(10, 15))

    qtbot.waitUntil(all_seen, timeout=LONGEST)
    picture("workbench-5-loop")
    assert seen == set(range(10, 15))
    key(qtbot, "l")
    assert not stage.timeline.clocks.outer.looping
    key(qtbot, "Escape", "End")
    assert stage.timeline.clocks.outer.live


def test_training_pauses_at_a_typed_breakpoint(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run(qtbot, stage, 2)
    key(qtbot, "ctrl+shift+b")
    qtbot.wait(300)
    x("type", "--delay", "20", "mamll.loss_after < 3")
    key(qtbot, "Return")
    picture("workbench-6-breakpoint-refused")
    popup = stage.timeline.findChild(BreakpointsPopup)
    assert isinstance(popup, BreakpointsPopup)
    assert popup.breakpoints == ()
    x("key", "ctrl+a")
    x("type", "--delay", "20", "at 30")
    key(qtbot, "Return")
    assert len(popup.breakpoints) == 1
    picture("workbench-7-breakpoint")
    key(qtbot, "Escape")
    qtbot.waitUntil(lambda: not popup.isVisible(), timeout=LONGEST)
    qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST)
    qtbot.wait(300)  # the window manager gives the keyboard back
    key(qtbot, "space")
    qtbot.waitUntil(lambda: stage.run.runner.hit is not None, timeout=LONGEST)
    qtbot.wait(400)
    picture("workbench-8-paused-by-breakpoint")
    assert stage.timeline.clocks.outer.newest == 30
