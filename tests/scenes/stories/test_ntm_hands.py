"""A person's hands in the Neural Turing Machine: memory that is changed, and heads that are told other numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.ntm.addressing import AddressingView, bars
from metascope.scenes.stories.ntm.kernel import kernel_of, told_numbers
from metascope.scenes.stories.ntm.knobs import REACHES, STEPS
from metascope.scenes.views.memory_matrix import ADDED, CHOSEN, ERASED, TOUCHED, MemoryView, stretches
from metascope.scenes.views.memory_rows import used
from metascope.simulator.stories.ntm import lens
from metascope.widgets.look.fonts import measured
from tests.scenes.painted import spied
from tests.scenes.stories.ntm_frames import FIRST, frame
from tests.scenes.stories.ntm_hands import (
    DELIMITER,
    LAST,
    ONE,
    TWO,
    choose,
    click,
    draw,
    on_screen,
    rows,
    told,
    view_of,
)
from tests.widgets.person import named


@pytest.fixture
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of a machine with a head of each kind, or of other settings where a test asks for them."""
    with on_screen(getattr(request, "param", ONE)) as made:
        yield made


def test_memory_is_that_of_the_inner_tick_and_what_was_written_is_outlined(scene: Scene) -> None:
    shown = frame(ONE)
    memories, places = lens.memories(shown), used(shown.weighting)
    for inner, written in ((0, set()), (3, {FIRST + 2}), (DELIMITER, set())):
        draw(scene, shown, inner)
        np.testing.assert_array_equal(view_of(scene, MemoryView).table()["memory"], memories[inner][places].ravel())
        assert rows(scene, ERASED) == rows(scene, ADDED) == written


def test_a_chosen_row_is_erased_overwritten_and_swapped(scene: Scene) -> None:
    draw(scene, frame(ONE))
    view, found = view_of(scene, MemoryView), told(scene)
    erase = named(view, QToolButton, "Erase")
    assert not erase.isEnabled()
    click(view, 3.0, -5.0)
    row, other = int(view._places[5]), int(view._places[8])
    assert rows(scene, CHOSEN) == {row}
    erase.click()
    named(view, QToolButton, "Overwrite").click()
    named(view, QToolButton, "Swap").click()
    click(view, 3.0, -8.0)
    ways = (("erase", -1), ("overwrite", -1), ("swap", other))
    wanted = [("disturb", {"before": DELIMITER, "row": row, "how": how, "other": last}, False) for how, last in ways]
    assert found == wanted
    assert rows(scene, CHOSEN) == {row}
    click(view, 3.0, -5.0)
    assert rows(scene, CHOSEN) == set()


def test_after_the_last_time_step_nothing_can_be_disturbed(scene: Scene) -> None:
    draw(scene, frame(ONE), LAST)
    view = view_of(scene, MemoryView)
    click(view, 3.0, -5.0)
    assert not any(named(view, QToolButton, name).isEnabled() for name in ("Erase", "Overwrite", "Swap"))
    draw(scene, frame(ONE), LAST - 1)
    assert named(view, QToolButton, "Erase").isEnabled()


def test_a_disturbance_is_outlined_and_taken_back(scene: Scene) -> None:
    shown, found = frame(ONE, disturbed=True), told(scene)
    draw(scene, frame(ONE))
    back = named(view_of(scene, MemoryView), QAbstractButton, "Restore")
    assert not back.isEnabled()
    draw(scene, shown, DELIMITER - 1)
    assert rows(scene, TOUCHED) == set()
    draw(scene, shown, DELIMITER)
    assert shown.disturbed is not None
    assert rows(scene, TOUCHED) == {shown.disturbed.row}
    back.click()
    assert found == [("disturb", None, False)]


@pytest.mark.parametrize("scene", [TWO], indirect=True)
def test_addressing_comes_to_the_frames_own_weighting(scene: Scene) -> None:
    shown, view = frame(TWO), view_of(scene, AddressingView)
    box = named(view, QComboBox, "Head")
    for inner, head in ((1, 0), (3, 1), (DELIMITER + 1, 2), (LAST, 3)):
        draw(scene, shown, inner)
        choose(box, head)
        table = view.table()
        np.testing.assert_allclose(np.asarray(table["weighting"], float), shown.weighting[inner - 1, head], atol=1e-6)
        assert table["sharpness"][0] == shown.heads.sharpness[inner - 1, head]
        assert "pushed.weighting" not in table


def test_a_pushed_knob_shows_at_once_what_the_head_would_have_done(scene: Scene) -> None:
    draw(scene, frame(ONE), 3)
    view = view_of(scene, AddressingView)
    QTest.keyClick(named(view, QSlider, "Interpolation"), Qt.Key.Key_End)
    assert view.other is not None
    assert view.real is not None
    np.testing.assert_allclose(view.other.interpolated, view.real.content, atol=1e-12)
    assert view.other.weighting.argmax() == FIRST + 1  # by its key, and on by one
    QTest.keyClick(named(view, QSlider, "Shift"), Qt.Key.Key_Home)
    assert view.other.weighting.argmax() == FIRST - 1
    assert view.table()["pushed.shift"] == [-1]
    draw(scene, frame(ONE), 4)
    assert view.other.weighting.argmax() == FIRST - 1  # knobs stay pushed as time goes on
    named(view, QToolButton, "Reset").click()
    assert view.other is None
    assert named(view, QSlider, "Shift").value() == REACHES["shift"].position(0.97)


def test_what_is_tried_can_be_tried_elsewhere_and_taken_back(scene: Scene) -> None:
    draw(scene, frame(ONE), 3)
    view = view_of(scene, AddressingView)
    view.try_out({"gate": 1.0})
    assert view.tried() == {"gate": 1.0}
    assert view.other is not None
    assert named(view, QSlider, "Interpolation").value() == STEPS
    view.try_out({})
    assert view.other is None
    assert not named(view, QToolButton, "Reset").isEnabled()


def test_where_room_is_scant_the_strips_have_their_symbols_and_the_numbers_are_whole(scene: Scene) -> None:
    draw(scene, frame(ONE), 3)
    view = view_of(scene, AddressingView)
    wide, least = view._wanted(measured(view.theme, "small")[1], view._named), view.least_size().width()
    for width, name in ((math.ceil(wide), "interpolated wᵍ"), (math.ceil(least), "wᵍ")):
        picture = QImage(width, 300, QImage.Format.Format_RGB32)
        with spied() as written, QPainter(picture) as painter:
            view.draw_picture(painter, QRectF(0, 0, width, 300))
        assert name in [one.text for one in written]
        for one in written:
            assert one.place.right() <= width + 1, one.told()
    assert wide > least + 50


def test_the_deciding_step_is_named_and_follows_the_knobs(scene: Scene) -> None:
    draw(scene, frame(ONE), 3)
    view = view_of(scene, AddressingView)
    assert view.decision is not None
    assert (view.decision.step, view.title) == ("shifted", "Addressing: the shift decides")
    QTest.keyClick(named(view, QSlider, "Interpolation"), Qt.Key.Key_End)
    assert (view.decision.step, view.title) == ("content", "Addressing: content decides")
    named(view, QToolButton, "Reset").click()
    assert view.decision.step == "shifted"


def test_the_deciding_step_is_lit_and_no_other(scene: Scene) -> None:
    draw(scene, frame(ONE), 3)
    view = view_of(scene, AddressingView)
    shot = view.canvas().grab().toImage()
    rows = list(view._rows(QRectF(view.canvas().rect())))
    ratio = shot.devicePixelRatio()
    left = [
        shot.pixelColor(round(4 * ratio), round((place.top() + 3) * ratio)) for _, place, _ in rows
    ]  # before the names
    plain = QColor(view.theme.panel)
    assert [name for (name, _, _), colour in zip(rows, left, strict=True) if colour != plain] == ["shifted"]


def test_bars_of_all_weightings_have_one_scale() -> None:
    place = QRectF(10, 20, 50, 40)
    found = bars(np.array([0.0, 0.25, 1.0, 0.5, 2.0]), place, signed=False)
    assert [bar.height() for bar in found] == [0, 10, 40, 20, 40]
    assert all(bar.bottom() == pytest.approx(60) for bar in found)
    signed = bars(np.array([-1.0, 0.5, 0.0, 1.0, -0.25]), place, signed=True)
    assert [bar.height() for bar in signed] == [20, 10, 0, 20, 5]
    assert [bar.top() for bar in signed] == [40, 30, 40, 20, 40]


def test_where_there_are_more_locations_than_pixels_none_is_lost() -> None:
    values = np.zeros(512)
    values[301] = 0.75
    found = bars(values, QRectF(0, 0, 40, 100), signed=False)
    assert len(found) == 40
    assert max(bar.height() for bar in found) == 75


def test_knobs_stand_at_what_the_head_was_told(scene: Scene) -> None:
    shown = frame(ONE)
    values = told_numbers(lens.told(shown, 2, 0))
    assert values == pytest.approx({"strength": 60, "gate": 0.01, "shift": 0.97, "sharpness": 12})
    draw(scene, shown, 3)
    for name, label in (("strength", "Key"), ("gate", "Interpolation"), ("sharpness", "Sharpness")):
        slider = named(view_of(scene, AddressingView), QSlider, label)
        assert REACHES[name].value(slider.value()) == pytest.approx(values[name], rel=0.02, abs=0.001)
    for reach in REACHES.values():
        assert [reach.position(reach.value(place)) for place in (0, 137, STEPS)] == [0, 137, STEPS]
    np.testing.assert_array_equal(kernel_of(-0.25), [0.25, 0.75, 0.0])


def test_stretches_are_found_at_both_ends() -> None:
    assert stretches(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
    assert stretches(np.zeros(3, dtype=bool)) == []
