"""The scene of the LSTM cell: its diagram has the frame's numbers, and a person's gestures become changes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from metascope.scenes.stories.lstm_cell.losses import steady
from metascope.scenes.stories.lstm_cell.paths import PathsView
from metascope.scenes.stories.lstm_cell.pictures import PUT, cell_picture, shown_step
from metascope.scenes.stories.lstm_cell.scene import CellScene
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.lstm_cell.course import tick
from metascope.simulator.stories.lstm_cell.frame import CellFrame
from metascope.simulator.stories.lstm_cell.names import DESCENT, GRADIENT, LSTM, METHODS
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.simulator.stories.lstm_cell.simulation import CellSimulation
from metascope.widgets.cell.picture import CellPicture
from metascope.widgets.cell.view import CellView
from tests.scenes.stories.looks import LIGHT
from tests.waiting import LONGEST

PLANE: dict[str, object] = {"family": "wells", "dimension": 2, "tasks": 2, "start": [0.6, 1.2]}
GATES, MEMORY, OUTPUT = 7, 8, 9  # ticks of the third step


@cache
def frame(plane: bool = False) -> CellFrame:
    made = CellSimulation(CellSettings.parse(PLANE if plane else {}))
    made.step()
    return made.step()


def picture(inner: int, method: str = LSTM, plane: bool = False) -> CellPicture:
    seen = frame(plane)
    return cell_picture(seen, tick(inner), method, {})


@pytest.fixture(params=[False, True], ids=["1-D", "2-D"])
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[CellScene]:
    made = CellScene(CellSettings.parse(PLANE if request.param else {}), LIGHT)
    made.resize(960, 490)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    made.draw(frame(request.param), 24, LSTM)
    QApplication.processEvents()
    yield made
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settings_of(scene: CellScene) -> CellSettings:
    paths = scene.findChild(PathsView)
    assert paths is not None
    return paths._settings


@pytest.mark.parametrize("plane", [False, True], ids=["1-D", "2-D"])
@pytest.mark.parametrize("method", METHODS)
def test_the_diagram_has_the_frames_numbers(method: str, plane: bool) -> None:
    drawn, seen, index = picture(OUTPUT, method, plane).quantities, frame(plane), METHODS.index(method)
    for name in ("x", "z", "z_i", "z_f", "z_o", "c", "h", "y"):
        np.testing.assert_array_equal(drawn[name].values, getattr(seen, name)[index, 3], err_msg=name)
    np.testing.assert_array_equal(drawn["c_before"].values, seen.c[index, 2])
    np.testing.assert_array_equal(drawn["h_before"].values, seen.h[index, 2])


def test_what_is_not_known_yet_has_no_number() -> None:
    known = {
        inner: {name for name, quantity in picture(inner).quantities.items() if not math.isnan(quantity.values[0])}
        for inner in (0, GATES, MEMORY, OUTPUT)
    }
    assert known[0] == {"c_before", "h_before"}
    assert known[GATES] - known[0] == {"x", "z", "z_i", "z_f", "z_o"}
    assert known[MEMORY] - known[GATES] == {"c"}
    assert known[OUTPUT] - known[MEMORY] == {"h", "y"}


@pytest.mark.parametrize("method", METHODS)
def test_the_diagram_marks_the_substitutions_made_so_far(method: str) -> None:
    marked = {name for name, quantity in picture(OUTPUT, method).quantities.items() if quantity.role}
    assert marked == {name for name, stage in PUT.items() if METHODS.index(stage) <= METHODS.index(method)}


@pytest.mark.parametrize(("method", "roles"), [(LSTM, 0), (GRADIENT, 2), (DESCENT, 4)])
def test_the_equations_mark_the_substitutions_too(method: str, roles: int) -> None:
    assert len({equation.role for equation in picture(OUTPUT, method).equations} - {""}) == roles


def test_the_update_is_written_out_and_ends_once_the_memory_is_known() -> None:
    assert picture(0).updates == ("",)
    assert picture(GATES).updates[0].endswith("= …")
    assert picture(MEMORY).updates[0].startswith(picture(GATES).updates[0][:-1])
    assert picture(MEMORY).updates[0].startswith("c = ")
    assert "θ = −3.5 + 7 · " in picture(OUTPUT).updates[0]
    assert [line[:4] for line in picture(MEMORY, DESCENT, plane=True).updates] == ["θ₁ =", "θ₂ ="]


def test_a_guess_is_known_when_its_step_is_over() -> None:
    assert [shown_step(tick(inner)) for inner in range(5)] == [0, 0, 0, 1, 1]


def test_the_data_are_the_frames(scene: CellScene) -> None:
    cell, paths, losses, _ = scene.views()
    shown = frame(settings_of(scene).dimension == 2)
    suffix = "" if shown.c.shape[2] == 1 else "_1"
    for index, key in enumerate(METHODS):
        np.testing.assert_array_equal(cell.table()[f"{key}.theta{suffix}"], shown.theta[index, :, 0])
        np.testing.assert_array_equal(paths.table()[f"{key}.theta.0.x"], shown.theta[index, :, 0])
        np.testing.assert_array_equal(losses.table()[f"{key}.loss"], shown.loss[index])


def test_clicking_a_stage_chooses_its_method(scene: CellScene) -> None:
    chosen: list[str] = []
    cell = scene.findChild(CellView)
    assert cell is not None
    scene.method_chosen.connect(chosen.append)
    cell.canvas().grab()
    QTest.mouseClick(cell.canvas(), Qt.MouseButton.LeftButton, pos=cell.stage_place(GRADIENT).center().toPoint())
    assert chosen == [GRADIENT]


def test_dragging_the_start_moves_it_within_the_range(scene: CellScene, qtbot: QtBot) -> None:
    changes: list[tuple[str, list[float], bool]] = []
    paths = scene.findChild(PathsView)
    assert paths is not None
    scene.changed.connect(lambda *change: changes.append(change))
    place = paths.viewport_point(*paths._start.place)
    QTest.mouseMove(paths.viewport(), place)
    QTest.mousePress(paths.viewport(), Qt.MouseButton.LeftButton, pos=place)
    for x in (-1.0, -3.4, -9.0):
        qtbot.wait(20)
        QTest.mouseMove(paths.viewport(), paths.viewport_point(x, paths._start.place[1]))
    qtbot.wait(20)
    QTest.mouseRelease(paths.viewport(), Qt.MouseButton.LeftButton, pos=paths.viewport_point(-9.0, 0.0))
    assert {name for name, _, _ in changes} == {"start"}
    assert [draft for _, _, draft in changes][-2:] == [True, False]
    assert all(-3.5 <= number <= 3.5 for _, value, _ in changes for number in value)
    assert changes[-1][1][0] == -3.5
    made = CellSimulation(settings_of(scene))
    for name, value, draft in changes:
        made.change(name, value, draft)
    assert made.look().theta[0, 0, 0] == -3.5


def test_another_loss_is_drawn_over_training(scene: CellScene) -> None:
    metrics, training = Metrics(), scene.views()[3]
    made = CellSimulation(settings_of(scene))
    for seen in (made.look(), made.step(), made.step()):
        metrics.append(seen.step, seen.metrics)
    scene.draw_curves(metrics, 2)
    np.testing.assert_array_equal(training.table()["lstm.loss_mean"], metrics.column("lstm.loss_mean"))
    choice = training.findChild(QComboBox)
    assert choice is not None
    choice.setCurrentIndex(choice.findData("meta_loss"))
    choice.activated.emit(choice.currentIndex())
    assert "lstm.loss_mean" not in training.table()
    np.testing.assert_array_equal(training.table()["lstm.meta_loss"], metrics.series("lstm.meta_loss")[1])


def test_the_range_of_the_losses_moves_in_steps() -> None:
    one, other = steady(np.array([0.31, 4.2])), steady(np.array([0.33, 4.4]))
    assert one == other
    assert one[0] < 0.31 < 4.4 < one[1]
    assert steady(np.array([math.nan])) == steady(np.array([0.0, 1.0]))
