"""The scene of the sine waves: what a person does in its pictures is told as it is meant."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.sines.function import FunctionView
from metascope.scenes.stories.sines.layers import LayersView
from metascope.scenes.stories.sines.steps import StepsView
from tests.scenes.stories.sines_frames import frame
from tests.scenes.stories.sines_hands import SETTINGS, bring_up, click, draw, on_screen, rows, told, view_of
from tests.widgets.person import named


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of all methods."""
    with on_screen(SETTINGS) as made:
        yield made


def test_a_click_adds_a_point_to_all_others(scene: Scene) -> None:
    shown, changes = frame(SETTINGS), told(scene)
    draw(scene, shown)
    click(view_of(scene, FunctionView), 1.0, -5.0)
    ((*before, new),) = [rows(change) for change in changes]
    np.testing.assert_allclose(before, shown.task.support, atol=1e-3)
    assert new == pytest.approx([1.0, -5.0], abs=0.05)
    assert not changes[0][2]


def test_points_added_before_the_frame_answers_are_all_told(scene: Scene) -> None:
    changes = told(scene)
    draw(scene, frame(SETTINGS))
    click(view_of(scene, FunctionView), 1.0, -5.0)
    click(view_of(scene, FunctionView), -3.0, 5.0)
    assert [len(rows(change)) for change in changes] == [6, 7]


def test_dragging_moves_one_point_and_tells_all_of_them(scene: Scene) -> None:
    shown, changes, view = frame(SETTINGS), told(scene), view_of(scene, FunctionView)
    draw(scene, shown)
    x, y = shown.task.support[1].tolist()
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=view.viewport_point(x, y))
    QTest.mouseMove(port, view.viewport_point(x + 0.5, y + 1.0))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=view.viewport_point(x + 0.5, y + 1.0))
    assert [draft for _, _, draft in changes] == [True, False]
    for change in changes:
        found = np.array(rows(change))
        np.testing.assert_allclose(found[1], [x + 0.5, y + 1.0], atol=0.05)
        np.testing.assert_allclose(np.delete(found, 1, 0), np.delete(shown.task.support, 1, 0), atol=1e-3)


def test_a_right_click_and_delete_take_a_point_away(scene: Scene) -> None:
    shown, changes, view = frame(SETTINGS), told(scene), view_of(scene, FunctionView)
    draw(scene, shown)
    x, y = shown.task.support[0].tolist()
    click(view, x, y, Qt.MouseButton.RightButton)
    view._handles[1].setFocus()
    QTest.keyClick(view.viewport(), Qt.Key.Key_Delete)
    np.testing.assert_allclose(rows(changes[0]), shown.task.support[1:], atol=1e-3)
    np.testing.assert_allclose(rows(changes[1]), shown.task.support[[1, 3, 4]], atol=1e-3)


@pytest.mark.slow
def test_a_double_click_resets_the_range_and_adds_nothing(scene: Scene) -> None:
    shown, changes, view = frame(SETTINGS), told(scene), view_of(scene, FunctionView)
    draw(scene, shown)
    at = view.viewport_point(1.0, -5.0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [len(rows(change)) for change in changes] == [6, 5]


def test_a_point_is_added_by_the_keyboard_in_the_widest_gap(scene: Scene) -> None:
    shown, changes = frame(SETTINGS), told(scene)
    draw(scene, shown)
    named(scene, QToolButton, "Add a point").click()
    at, _ = rows(changes[0])[-1]
    places = np.sort([-5, *shown.task.support[:, 0].tolist(), 5])
    gap = int(np.diff(places).argmax())
    assert at == pytest.approx(places[gap : gap + 2].mean(), abs=1e-3)


def test_the_crest_moves_amplitude_and_phase_and_makes_the_wave_a_persons_own(scene: Scene) -> None:
    shown, changes, view = frame(SETTINGS), told(scene), view_of(scene, FunctionView)
    draw(scene, shown)
    view._crest.dragged.emit(2.0, 4.0, True, Qt.KeyboardModifier.NoModifier)
    draw(scene, frame(SETTINGS, source="wave"))  # what the run answers
    view._crest.dragged.emit(1.0, 3.0, False, Qt.KeyboardModifier.NoModifier)
    assert changes[:3] == [
        ("amplitude", 4.0, True),
        ("phase", pytest.approx(2 - math.pi / 2, abs=1e-3), True),
        changes[2],
    ]
    assert changes[2] == ("wave", True, True)
    assert changes[3:] == [
        ("amplitude", 3.0, False),
        ("phase", pytest.approx(1 - math.pi / 2 + 2 * math.pi, abs=1e-3), False),
        ("wave", True, False),
    ]


@pytest.mark.slow
def test_a_person_goes_back_to_a_held_out_wave(scene: Scene) -> None:
    changes = told(scene)
    draw(scene, frame(SETTINGS))
    back = named(scene, QToolButton, "Return to the points")
    assert back.isHidden()
    draw(scene, frame(SETTINGS, source="points"))
    back.click()
    assert changes == [("points", [], False), ("wave", False, False)]


@pytest.mark.slow
def test_a_click_at_a_step_moves_the_inner_clock(scene: Scene) -> None:
    found: list[int] = []
    scene.tick_chosen.connect(found.append)
    draw(scene, frame(SETTINGS))
    click(view_of(scene, StepsView), 7.1, 2.5)
    assert found == [7]


def test_a_click_on_a_bar_chooses_its_method(scene: Scene) -> None:
    found: list[str] = []
    scene.method_chosen.connect(found.append)
    draw(scene, frame(SETTINGS))
    bring_up(scene, 1)
    view = view_of(scene, LayersView)
    click(view, 2.6 + 0.05, 2.0)  # the leftmost bar of the last layer
    assert found == ["maml"]
