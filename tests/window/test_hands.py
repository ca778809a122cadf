"""A person's hands on the window: real mouse and keyboard events from the X server, told to nobody but Qt."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import safetensors.torch
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.simulator.stories.landscapes.names import METHODS
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.methods.chips import Chip
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.window.cards import Card
from tests.scenes.hands import inner_track, outer_track
from tests.waiting import LONGEST
from tests.window.conftest import ready
from tests.window.hands import drag, key, pointer, save
from tests.window.screen import picture, x

pytestmark = pytest.mark.window

MAML = METHODS.index("maml")


def handle(stage: Stage, name: str) -> tuple[PlotView, int, Handle]:
    """Return the main view, and the row and the mark of this name in it that can be taken hold of."""
    view = stage.scene.views()[0]
    assert isinstance(view, PlotView)
    for row, panel in enumerate(view.panels):
        for mark in panel.marks:
            if isinstance(mark, Handle) and mark.name == name and mark.isVisible():
                return view, row, mark
    raise AssertionError(f"there is no {name} to take hold of")


def frame(stage: Stage) -> LandscapesFrame:
    """Return the frame on the screen."""
    shown = stage.playback.shown
    assert isinstance(shown, LandscapesFrame)
    return shown


class Paints(QObject):
    """Notes when a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.last = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.last = time.perf_counter()
        return False


def test_the_keyboard_opens_the_default_scenario_from_the_gallery_and_space_plays_it(
    qtbot: QtBot, window: Window
) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Card), timeout=LONGEST)
    picture("hands-1-gallery")
    key(qtbot, "Right", "Left", "Return")
    stage = ready(qtbot, window)
    assert stage.run.preset.name == "two-tasks"
    key(qtbot, "space")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > 20, timeout=LONGEST)
    picture("hands-2-playing")
    key(qtbot, "space")
    qtbot.waitUntil(lambda: stage.run.runner.state is RunState.PAUSED, timeout=LONGEST)


def test_phi_is_dragged_and_the_run_goes_on_from_there(qtbot: QtBot, window: Window, stage: Stage) -> None:
    view, row, mark = handle(stage, "maml.start")
    at = view.viewport_point(*mark.place, row)
    drag(qtbot, view.viewport(), at, at + QPoint(-120, 0))
    picture("hands-3-phi-dragged")
    qtbot.waitUntil(lambda: frame(stage).phi[MAML, 0, 0] < 0.0, timeout=LONGEST)
    wanted = float(frame(stage).phi[MAML, 0, 0])
    assert abs(view.viewport_point(wanted, mark.place[1], row).x() - (at.x() - 120)) <= 2
    found = stage.run.runner.ask(lambda simulation: simulation.weights()["maml.phi"])
    qtbot.waitUntil(found.done, timeout=LONGEST)
    assert float(found.result()[0, 0]) == wanted
    assert {event.name for event in stage.run.recording.steering} == {"phi"}


def test_phi_is_dragged_while_it_trains(qtbot: QtBot, window: Window, stage: Stage) -> None:
    key(qtbot, "space")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > 5, timeout=LONGEST)
    view, row, mark = handle(stage, "maml.start")
    at = view.viewport_point(*mark.place, row)
    drag(qtbot, view.viewport(), at, at + QPoint(100, 0))
    step = stage.timeline.clocks.outer.newest
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > step, timeout=LONGEST)
    assert {event.name for event in stage.run.recording.steering} == {"phi"}


def test_a_picture_follows_the_mouse_within_100_ms(qtbot: QtBot, window: Window, stage: Stage) -> None:
    view, row, mark = handle(stage, "maml.start")
    at = view.viewport_point(*mark.place, row)
    paints = Paints(view.viewport())
    x("mousemove", *pointer(view.viewport(), at))
    qtbot.wait(100)
    x("mousedown", "1")
    qtbot.wait(100)
    took = []
    for number in range(1, 16):
        before = frame(stage)
        place = pointer(view.viewport(), at - QPoint(6 * number, 0))
        began = time.perf_counter()
        subprocess.Popen(["xdotool", "mousemove", *place]).wait(10)
        painted_with(paints, partial(is_new, stage, before))
        took.append((paints.last - began) * 1000)
    x("mouseup", "1")
    qtbot.wait(200)
    took.sort()
    print(f"mouse move to painted frame: median {took[7]:.0f} ms, longest {took[-1]:.0f} ms, xdotool's start included")
    assert took[7] <= 100


def is_new(stage: Stage, before: LandscapesFrame) -> bool:
    return stage.playback.shown is not before


def painted_with(paints: Paints, condition: Callable[[], bool]) -> None:
    """Wait until the condition holds and the widget was painted after it."""
    deadline = time.perf_counter() + 5.0
    while not condition():
        QApplication.processEvents()
        assert time.perf_counter() < deadline, "waited in vain"
    changed = time.perf_counter()
    while paints.last < changed:
        QApplication.processEvents()
        assert time.perf_counter() < deadline, "waited in vain"


def test_a_tasks_optimum_is_dragged_and_its_surface_goes_along(qtbot: QtBot, window: Window, stage: Stage) -> None:
    before = frame(stage).surfaces
    view, row, mark = handle(stage, "optimum.A")
    at = view.viewport_point(*mark.place, row)
    drag(qtbot, view.viewport(), at, at + QPoint(60, 0))
    picture("hands-4-optimum-dragged")
    qtbot.waitUntil(lambda: frame(stage).surfaces is not before, timeout=LONGEST)
    after = frame(stage).surfaces
    assert after.optima[0, 0] > before.optima[0, 0] + 0.2
    assert (after.tasks[0] != before.tasks[0]).any()
    assert (after.tasks[1] == before.tasks[1]).all()


def test_both_clocks_are_scrubbed_with_the_mouse(qtbot: QtBot, window: Window, stage: Stage) -> None:
    stage.run.runner.throttle(None)
    stage.run.runner.run(100)
    qtbot.waitUntil(lambda: stage.run.runner.state is RunState.PAUSED, timeout=LONGEST)
    qtbot.wait(100)
    outer, inner = outer_track(stage), inner_track(stage)
    last = stage.timeline.clocks.inner.newest
    start = QPoint(round(inner.place(last)), inner.height() // 2)
    drag(qtbot, inner, start, QPoint(round(inner.place(5)), inner.height() // 2))
    assert stage.timeline.clocks.inner.position == 5
    start = QPoint(round(outer.place(100)), outer.height() // 2)
    drag(qtbot, outer, start, QPoint(round(outer.place(40)), outer.height() // 2))
    assert abs(stage.timeline.clocks.outer.position - 40) <= 1
    assert frame(stage).step == stage.timeline.clocks.outer.position
    picture("hands-5-looking-back")
    key(qtbot, "End")
    assert stage.timeline.clocks.outer.live
    assert frame(stage).step == 100


def test_a_method_is_focused_and_hidden_with_the_mouse(qtbot: QtBot, window: Window, stage: Stage) -> None:

    chip = stage.findChildren(Chip)[0]
    x("mousemove", *pointer(chip, QPoint(30, chip.height() // 2)), "click", "1")
    qtbot.waitUntil(lambda: "focus" in chip.accessibleName(), timeout=LONGEST)
    picture("hands-6-focus")


def test_the_main_picture_and_the_weights_are_saved_through_the_dialogs(
    qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path
) -> None:
    save(qtbot, window, "ctrl+p", tmp_path / "picture.png")
    assert not QImage(str(tmp_path / "picture.png")).isNull()
    save(qtbot, window, "ctrl+shift+s", tmp_path / "trained.safetensors")
    assert "maml.phi" in safetensors.torch.load_file(tmp_path / "trained.safetensors")


def test_the_window_is_used_by_keyboard_alone(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Card), timeout=LONGEST)
    key(qtbot, "Return")
    stage = ready(qtbot, window)
    key(qtbot, "s", "s", "s")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest == 3, timeout=LONGEST)
    key(qtbot, "comma")
    assert stage.timeline.clocks.outer.position == 2
    key(qtbot, "Home")
    assert stage.timeline.clocks.outer.position == 0
    key(qtbot, "End")
    assert stage.timeline.clocks.outer.live
    key(qtbot, "shift+Home")
    assert stage.timeline.clocks.inner.position == 0
    key(qtbot, "shift+period")
    assert stage.timeline.clocks.inner.position == 1
    key(qtbot, "ctrl+t")
    assert window.theme is not LIGHT
    key(qtbot, "F1")
    qtbot.waitUntil(lambda: not window.isActiveWindow(), timeout=LONGEST)
    picture("hands-7-keys")
    key(qtbot, "Escape")
    qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST)
    key(qtbot, "ctrl+g")
    assert window.stage is None
    assert window.focusWidget() is not None
