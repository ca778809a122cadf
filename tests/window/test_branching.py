"""Branches and ghosts by mouse and keyboard on a real screen."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QMessageBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.branch_dialog import BranchDialog
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.form.rows import SettingRow
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.runs.runs_model import Column
from metascope.widgets.runs.runs_view import RunsTree
from tests.scenes.hands import outer_track, the_stage
from tests.waiting import LONGEST
from tests.widgets.plots.pictures import rgb
from tests.window.conftest import ready
from tests.window.hands import bring_forward, click, drag, key, pointer, type_over
from tests.window.screen import picture, x

pytestmark = pytest.mark.window

FAR, BACK, NEAR = 60, 20, 40  # how far the first run is, where it is branched, and how far the branch goes


@pytest.fixture
def branch(qtbot: QtBot, window: Window, stage: Stage) -> Stage:
    """Look back with the mouse, ask for a branch, change its inner rate, and train the branch for a while."""
    run(qtbot, stage, FAR)
    outer = outer_track(stage)
    start, end = (QPoint(round(outer.place(step)), outer.height() // 2) for step in (FAR, BACK))
    drag(qtbot, outer, start, end)
    stage.timeline.outer_clock.go(BACK)  # a pixel may be more than a meta-step
    key(qtbot, "ctrl+b")
    dialog = window.findChild(BranchDialog)
    assert isinstance(dialog, BranchDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=LONGEST)
    type_over(qtbot, "slower")
    field = scrolled_to(qtbot, dialog, "inner_rate")
    click(qtbot, field, QPoint(field.width() // 3, field.height() // 2))
    type_over(qtbot, "0.1")
    picture("branch-1-dialog")
    key(qtbot, "Return")
    qtbot.waitUntil(lambda: window.stage is not stage, timeout=LONGEST)
    found = ready(qtbot, window)
    qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST)
    run(qtbot, found, NEAR - BACK)
    bring_forward(qtbot, window, "Runs")
    return found


def run(qtbot: QtBot, stage: Stage, count: int) -> None:
    """Train for so many meta-steps, and wait until they are drawn."""
    stage.run.runner.throttle(None)
    stage.run.runner.run(count)
    qtbot.waitUntil(lambda: stage.run.runner.state is RunState.PAUSED, timeout=LONGEST)
    qtbot.wait(400)


def scrolled_to(qtbot: QtBot, dialog: BranchDialog, setting: str) -> QWidget:
    """Turn the wheel until a setting is in sight, and return the field of its number."""
    area = dialog.findChild(QScrollArea)
    row = next(row for row in dialog.findChildren(SettingRow) if row.declared.name == setting)
    field = row.findChild(QAbstractSpinBox)
    assert isinstance(area, QScrollArea)
    assert isinstance(field, QAbstractSpinBox)
    x("mousemove", *pointer(area.viewport(), QPoint(2, area.viewport().height() // 2)))
    for _ in range(60):
        place = QRect(row.mapTo(area.viewport(), QPoint(0, 0)), row.size())
        if area.viewport().rect().contains(place):
            return field
        x("click", "5")
        qtbot.wait(40)
    raise AssertionError(f"{setting} does not come into sight")


def listed(window: Window) -> RunsTree:
    found = window.findChild(RunsTree)
    assert isinstance(found, RunsTree)
    return found


def place(window: Window, name: str, column: Column) -> QPoint:
    """Return where a run's cell is in the list."""
    tree, model = listed(window), listed(window).model()
    parents = [model.index(row, 0) for row in range(model.rowCount())]
    under = [model.index(row, 0, parent) for parent in parents for row in range(model.rowCount(parent))]
    found = next(index for index in (*parents, *under) if index.data() == name)
    return tree.visualRect(found.siblingAtColumn(column)).center()


def coloured(view: PlotView, name: str) -> NDArray[np.bool_]:
    """Return where a view has colour on the screen between the two runs' newest meta-steps; axes have none."""
    image = QImage(str(picture(name)))
    low, high = view.panels[0].box.viewRange()[1]
    corners = [view.viewport_point(step, value) for step, value in ((NEAR + 2, high), (FAR - 1, low))]
    places = [view.viewport().mapToGlobal(corner) for corner in corners]
    pixels = rgb(image.copy(QRect(*places))).astype(int)  # (height, width, 3)
    found: NDArray[np.bool_] = np.ptp(pixels, axis=2) > 40
    return found


def test_a_branch_from_a_step_looked_back_at_has_the_first_run_behind_it(
    qtbot: QtBot, window: Window, stage: Stage, branch: Stage
) -> None:
    assert branch.settings.model_dump()["inner_rate"] == 0.1
    assert branch.timeline.clocks.outer.newest == NEAR
    tree = listed(window)
    assert tree.isVisible()
    view = next(view for view in branch.scene.views() if view.name == "loss_now")
    assert isinstance(view, PlotView)
    click(qtbot, branch, QPoint(branch.width() // 2, 4))  # the pointer is out of the way
    ghost = coloured(view, "branch-2-ghost")
    assert ghost.any(axis=0).mean() > 0.5  # a curve from left to right
    eye = place(window, "Two tasks, one start", Column.EYE)
    click(qtbot, tree.viewport(), eye)
    qtbot.wait(300)
    assert not coloured(view, "branch-3-no-ghost").any()
    click(qtbot, tree.viewport(), eye)
    qtbot.wait(300)
    assert coloured(view, "branch-4-ghost-again").any(axis=0).mean() > 0.5


def test_the_list_of_runs_is_used_by_mouse_and_keyboard(
    qtbot: QtBot, window: Window, stage: Stage, branch: Stage
) -> None:
    tree = listed(window)
    assert tree.horizontalScrollBar().maximum() == 0
    click(qtbot, tree.viewport(), place(window, "slower", Column.NAME))
    key(qtbot, "F2")
    qtbot.waitUntil(lambda: tree.findChild(QLineEdit) is not None, timeout=LONGEST)
    type_over(qtbot, "a slower inner step than the first run has")
    picture("branch-5-rename")
    key(qtbot, "Return")
    first, second = window.desk.tree.nodes
    assert second.name == "a slower inner step than the first run has"
    key(qtbot, "Delete")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=LONGEST)
    picture("branch-6-delete")
    key(qtbot, "Escape")
    assert len(window.desk.tree.nodes) == 2
    qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST)
    key(qtbot, "Up", "Return")
    qtbot.waitUntil(lambda: the_stage(window).run is first.run, timeout=LONGEST)
    ready(qtbot, window)
    picture("branch-7-first-run-again")
    assert the_stage(window).timeline.clocks.outer.newest == FAR


def test_the_comparison_shows_both_runs(qtbot: QtBot, window: Window, stage: Stage, branch: Stage) -> None:
    key(qtbot, "F7")
    qtbot.wait(300)
    picture("branch-8-compare")
    table = window.desk.compare.table
    assert table.isVisible()
    assert table.model().rowCount() == 2
    last = table.visualRect(table.model().index(1, 1))
    assert table.viewport().rect().contains(last)
    assert table.viewport().height() >= 3 * table.rowHeight(0)
    key(qtbot, "F10")
    qtbot.wait(300)
    picture("branch-9-compare-and-log")
    assert window.height() <= 800
    x("mousemove", "640", "400")
