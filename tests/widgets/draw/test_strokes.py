"""Every drawing can be returned to."""

from __future__ import annotations

import numpy as np

from metascope.widgets.draw.strokes import DrawingHistory


def draw(history: DrawingHistory, *places: tuple[float, float]) -> None:
    history.begin(*places[0], 0.06)
    for place in places[1:]:
        history.extend(*place)
    history.end()


def test_strokes_are_undone_and_redone_one_by_one() -> None:
    history = DrawingHistory()
    draw(history, (0.1, 0.1), (0.2, 0.2))
    draw(history, (0.5, 0.5))
    assert [len(stroke.points) for stroke in history.now.strokes] == [2, 1]
    history.undo()
    assert len(history.now.strokes) == 1
    history.redo()
    assert len(history.now.strokes) == 2
    history.undo()
    history.undo()
    assert (history.now.is_empty, history.can_undo, history.can_redo) == (True, False, True)
    history.undo()
    assert history.now.is_empty


def test_a_new_stroke_leaves_nothing_to_redo() -> None:
    history = DrawingHistory()
    draw(history, (0.1, 0.1))
    history.undo()
    draw(history, (0.2, 0.2))
    assert not history.can_redo


def test_undoing_during_a_stroke_takes_that_stroke_back() -> None:
    history = DrawingHistory()
    history.begin(0.1, 0.1, 0.05)
    history.undo()
    assert history.now.is_empty
    draw(history, (0.1, 0.1))
    history.begin(0.5, 0.5, 0.05)
    history.undo()
    history.end()
    assert [stroke.points.tolist() for stroke in history.now.strokes] == [[[0.1, 0.1]]]


def test_clearing_can_be_undone_and_of_nothing_does_nothing() -> None:
    history = DrawingHistory()
    history.clear()
    assert not history.can_undo
    draw(history, (0.1, 0.1))
    history.clear()
    assert history.now.is_empty
    history.undo()
    assert len(history.now.strokes) == 1


def test_a_picture_takes_the_place_of_strokes_and_a_stroke_that_of_a_picture() -> None:
    history, picture = DrawingHistory(), np.zeros((4, 4), np.uint8)
    draw(history, (0.1, 0.1))
    history.put(picture)
    assert history.now.picture is picture
    assert history.now.strokes == ()
    draw(history, (0.3, 0.3))
    assert history.now.picture is None
    assert len(history.now.strokes) == 1
    history.undo()
    assert history.now.picture is picture


def test_a_stroke_in_the_making_is_shown_and_can_be_abandoned() -> None:
    history = DrawingHistory()
    history.begin(0.1, 0.1, 0.06)
    assert len(history.now.strokes) == 1
    assert not history.can_undo
    history.abandon()
    assert history.now.is_empty
    assert not history.extend(0.2, 0.2)


def test_places_that_are_almost_the_same_are_left_out() -> None:
    history = DrawingHistory()
    history.begin(0.1, 0.1, 0.06)
    assert not history.extend(0.1001, 0.1001)
    assert history.extend(0.12, 0.1)
