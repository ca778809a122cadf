"""The track: marking a range, taking hold of its ends, and going to a mark."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from metascope.widgets.clock.cursor import Cursor, Span
from metascope.widgets.clock.markers import Marker, MarkerKind, marker_colour
from metascope.widgets.clock.track import Track
from metascope.widgets.look.colours import contrast
from metascope.widgets.look.theme import DARK, LIGHT, Theme
from tests.widgets.person import click, move, press
from tests.widgets.plots.pictures import rgb

KINDS: tuple[MarkerKind, ...] = ("steering", "bookmark", "failure", "best", "pause", "branch")
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hand:
    """What a person's hand does on a track, which shows it as the timeline would."""

    def __init__(self, track: Track) -> None:
        self.track = track
        self.cursor = Cursor(newest=100, position=100)
        self.told: list[tuple[object, ...]] = []
        track.moved.connect(self._move)
        track.spanned.connect(lambda first, last: self._mark((first, last)))
        track.cleared.connect(lambda: self._mark(None))
        self._show()

    def at(self, step: int, down: int = 0) -> QPoint:
        return QPoint(round(self.track.place(step)), self.track.height() // 2 + down)

    def drag(self, first: int, last: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mousePress(self.track, Qt.MouseButton.LeftButton, keys, self.at(first, 8))
        move(self.track, self.at((first + last) // 2, 8))
        move(self.track, self.at(last, 8))
        QTest.mouseRelease(self.track, Qt.MouseButton.LeftButton, keys, self.at(last, 8))

    def _move(self, step: int) -> None:
        self.told.append(("moved", step))
        self.cursor = self.cursor.touched(step)
        self._show()

    def _mark(self, span: Span | None) -> None:
        self.told.append(("marked", span))
        self.cursor = self.cursor.marked(span)
        self._show()

    def _show(self) -> None:
        self.track.set_cursor(self.cursor, 200)


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    track = Track(LIGHT, ranged=True)
    qtbot.addWidget(track)
    track.resize(1016, 32)
    track.show()
    return Hand(track)


def test_shift_and_drag_marks_a_range(hand: Hand) -> None:
    hand.drag(20, 60, SHIFT)
    assert hand.cursor.span == (20, 60)
    assert hand.cursor.live


def test_a_range_is_marked_from_either_end_and_within_the_run(hand: Hand) -> None:
    hand.drag(60, 20, SHIFT)
    assert hand.cursor.span == (20, 60)
    hand.drag(60, 180, SHIFT)
    assert hand.cursor.span == (60, 100)


@pytest.mark.parametrize(("grip", "to", "span"), [(20, 30, (30, 60)), (60, 80, (20, 80)), (20, 80, (60, 80))])
def test_an_end_of_the_range_is_dragged(hand: Hand, grip: int, to: int, span: Span) -> None:
    hand.drag(20, 60, SHIFT)
    hand.drag(grip, to)
    assert hand.cursor.span == span
    assert hand.cursor.live


def test_a_range_without_length_is_none(hand: Hand) -> None:
    hand.drag(20, 60, SHIFT)
    hand.drag(40, 40, SHIFT)
    assert hand.cursor.span is None


def test_escape_takes_the_range_off(hand: Hand) -> None:
    hand.drag(20, 60, SHIFT)
    press(hand.track, Qt.Key.Key_Escape)
    assert hand.cursor.span is None


def test_a_drag_within_the_range_moves_the_cursor(hand: Hand) -> None:
    hand.drag(20, 60, SHIFT)
    hand.drag(30, 50)
    assert hand.cursor.span == (20, 60)
    assert hand.cursor.position == 50


def test_a_track_without_ranges_takes_shift_for_nothing(qtbot: QtBot) -> None:
    track = Track(LIGHT)
    qtbot.addWidget(track)
    track.resize(1016, 32)
    hand = Hand(track)
    hand.drag(20, 60, SHIFT)
    assert hand.cursor.position == 60


def test_a_click_on_a_mark_goes_to_its_own_step(hand: Hand) -> None:
    hand.track.set_cursor(hand.cursor, 10_000)
    hand.track.set_markers([Marker(37, "bookmark", "bookmark"), Marker(37, "steering", "alpha = 1")])
    beside = QPoint(round(hand.track.place(37)) + 3, hand.track.height() // 2 + 9)
    click(hand.track, beside)
    assert hand.told == [("moved", 37)]


def test_a_click_beside_the_marks_goes_where_it_is(hand: Hand) -> None:
    hand.track.set_markers([Marker(37, "bookmark", "bookmark")])
    click(hand.track, hand.at(38, -9))  # bookmarks hang below
    assert hand.told == [("moved", 38)]


@pytest.mark.parametrize("step", [0, 37, 100])
@pytest.mark.parametrize("kinds", [("best", "bookmark", "branch"), ("steering", "pause", "failure")])
def test_different_marks_of_one_step_lie_side_by_side(hand: Hand, kinds: tuple[MarkerKind, ...], step: int) -> None:
    hand.track.clearFocus()  # its ring has the colour of a bookmark
    hand.track.set_markers([Marker(step, kind, f"told of {kind}") for kind in kinds])
    image = rgb(hand.track.grab().toImage()).astype(int)
    middle_row = hand.track.height() // 2
    image[middle_row - 7 : middle_row + 7] = 255  # without the groove and the cursor
    for kind in kinds:
        read = QColor(marker_colour(kind, LIGHT))
        wanted = np.array([read.red(), read.green(), read.blue()])
        _, columns = np.nonzero(np.abs(image - wanted).max(axis=-1) <= 40)
        assert len(columns) >= 10, kind
        middle = float(np.median(columns))
        assert all(f"told of {other}" in hand.track.text_at(middle) for other in kinds)
    click(hand.track, hand.at(step, 9 if kinds[0] == "best" else -9) + QPoint(-9 if step else 13, 0))
    assert hand.told == [("moved", step)]


def test_all_that_happened_at_a_place_is_told_up_to_a_dozen(hand: Hand) -> None:
    hand.track.set_markers([Marker(50, "best", f"best {name}") for name in "abcdefghijklmnop"])
    lines = hand.track.text_at(hand.track.place(50)).splitlines()
    assert lines[1:3] == ["best a", "best b"]
    assert lines[-1] == "and 4 more"
    assert len(lines) == 14


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_kind_of_mark_is_drawn_differently(hand: Hand, theme: Theme) -> None:
    hand.track.set_theme(theme)
    pictures = set()
    for kind in KINDS:
        hand.track.set_markers([Marker(150, kind, kind)])
        image = hand.track.grab().toImage().convertToFormat(hand.track.grab().toImage().Format.Format_Mono)
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(KINDS)
    assert all(contrast(marker_colour(kind, theme), theme.window) >= 3 for kind in KINDS)
