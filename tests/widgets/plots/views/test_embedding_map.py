"""The map of embedded pictures: what is shown, dragged, clicked, dimmed and saved."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.maps.embedded import tint
from metascope.widgets.plots.views.embedding_map import EmbeddingMap
from metascope.widgets.plots.views.plot import Axis
from tests.scenes.accessible import nameless
from tests.widgets.leaks import is_freed
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.person import click, hold, move, named, press, release
from tests.widgets.plots.pictures import count, read_at, seen

SUPPORTS = np.array([[-1.0, 1.0], [1.0, 1.0], [0.0, -1.0], [0.5, -1.0]])
LABELS = np.array([0, 1, 2, 2])
QUERIES = np.array([[-0.5, 0.2], [0.6, 0.1]])
PICTURES = np.full((4, 8, 8), 255, np.uint8)


def new() -> EmbeddingMap:
    return EmbeddingMap("map", "Embedding", LIGHT, Axis("first"), Axis("second"))


def shown(qtbot: QtBot) -> EmbeddingMap:
    view = new()
    view.set_supports(SUPPORTS, LABELS, PICTURES)
    view.set_queries(QUERIES, np.array([0, 1]), np.array([False, True]))
    view.fit()
    view.resize(420, 400)
    seen(qtbot, view)
    return view


def test_all_points_are_in_sight_and_units_are_equally_long(qtbot: QtBot) -> None:
    view = shown(qtbot)
    room = view.viewport().rect()
    for x, y in [*SUPPORTS.tolist(), *QUERIES.tolist()]:
        assert room.contains(view.viewport_point(x, y))
    origin, right, up = (view.viewport_point(*place) for place in ((0, 0), (1, 0), (0, 1)))
    assert right.x() - origin.x() == pytest.approx(origin.y() - up.y(), abs=1)


def test_a_support_is_dragged_and_stays_under_the_pointer(qtbot: QtBot) -> None:
    view, told = shown(qtbot), list[tuple[int, float, float, bool]]()
    view.point_moved.connect(lambda index, x, y, draft: told.append((index, round(x, 1), round(y, 1), draft)))
    end = view.viewport_point(0.8, 0.4)
    hold(view.viewport(), view.viewport_point(1.0, 1.0))
    move(view.viewport(), end)
    view.set_supports(SUPPORTS, LABELS, PICTURES)  # an answer that comes late
    release(view.viewport(), end)
    assert told[0] == (1, 0.8, 0.4, True)
    assert told[-1] == (1, 0.8, 0.4, False)


def test_the_keyboard_moves_a_support(qtbot: QtBot) -> None:
    view, told = shown(qtbot), list[int]()
    view.point_moved.connect(lambda index, *_: told.append(index))
    canvas = view.viewport().parentWidget()
    assert canvas is not None
    canvas.setFocus()
    press(canvas, Qt.Key.Key_Tab)
    press(canvas, Qt.Key.Key_Right)
    press(canvas, Qt.Key.Key_Tab)
    press(canvas, Qt.Key.Key_Right)
    assert told == [0, 1]


def test_a_click_chooses_a_query(qtbot: QtBot) -> None:
    view, told = shown(qtbot), list[int]()
    view.query_chosen.connect(told.append)
    click(view.viewport(), view.viewport_point(0.6, 0.1))
    click(view.viewport(), view.viewport_point(-1.0, -1.0))
    QCoreApplication.processEvents()
    assert told == [1]


def test_readings_name_supports_and_queries(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_queries(QUERIES, np.array([0, 1]), np.array([False, True]), ["first one", "second one"])
    for place, text in (((0.0, -1.0), "Support 3 of class C (drag)"), ((0.6, 0.1), "second one")):
        found = read_at(qtbot, view, view.viewport_point(*place))
        assert found is not None
        assert found.text == text


def test_imagined_examples_are_seen_over_pictures_prototypes_and_queries(qtbot: QtBot) -> None:
    view = shown(qtbot)
    places = np.array([SUPPORTS[0], QUERIES[0], [0.0, 0.6]])  # under a picture, a query and a prototype
    view.set_prototypes("maml", "MAML", np.array([[0.0, 0.6], [np.nan, np.nan], [np.nan, np.nan]]))
    before = seen(qtbot, view)
    view.set_imagined("maml", "MAML", places, places, np.array([1, 1, 1]))
    after = seen(qtbot, view)
    colour = QColor(tint(LIGHT, 1)).name()
    for x, y in places.tolist():
        middle = view.viewport_point(x, y)
        around = [middle + QPoint(dx, dy) for dx in range(-7, 8) for dy in range(-7, 8)]
        was, now = (sum(alike(image.pixelColor(at), colour) for at in around) for image in (before, after))
        assert now - was > 20
        assert alike(after.pixelColor(middle), before.pixelColor(middle).name()), "its inside is clear"


def alike(one: QColor, name: str) -> bool:
    other = QColor(name)
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 40


def test_points_stand_to_the_right_of_the_key_where_there_is_room(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.resize(530, 400)
    seen(qtbot, view)
    box = view.panels[0].box
    (area,) = view._key.areas(box.rect())

    def gap() -> float:
        """Return the pixels between the key and the point that is nearest to it."""
        seen(qtbot, view)
        left = min(view.viewport_point(x, y).x() for x, y in [*SUPPORTS.tolist(), *QUERIES.tolist()])
        return left - float(box.mapToScene(area.topRight()).x())

    assert gap() > 0
    before, right = view.viewport_point(0, 0).x(), view.viewport().width()
    assert all(view.viewport_point(x, y).x() < right for x, y in SUPPORTS.tolist())
    named(view, QAbstractButton, "Key").click()
    assert gap() < 0
    assert view.viewport_point(0, 0).x() < before
    named(view, QAbstractButton, "Key").click()
    assert gap() > 0


def test_the_key_fades_under_the_pointer(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.resize(620, 400)
    before = seen(qtbot, view)
    box = view.panels[0].box
    (area,) = view._key.areas(box.rect())
    view._canvas.scene().sigMouseMoved.emit(box.mapToScene(area.center()))
    faded = seen(qtbot, view)
    part = QRect(box.mapToScene(area.topLeft()).toPoint(), area.size().toSize())
    inks = [count(image.copy(part), LIGHT.muted, 60) for image in (before, faded)]
    assert inks[0] > 100
    assert inks[1] < 0.2 * inks[0]
    view._canvas.scene().sigMouseMoved.emit(box.mapToScene(area.bottomRight() + QPointF(40, 20)))
    assert count(seen(qtbot, view).copy(part), LIGHT.muted, 60) == inks[0]


def test_fewer_supports_leave_no_picture_behind(qtbot: QtBot) -> None:
    view = shown(qtbot)
    before = count(seen(qtbot, view), LIGHT.ink, 10)
    view.set_supports(SUPPORTS[:2], LABELS[:2], PICTURES[:2])
    fewer = count(seen(qtbot, view), LIGHT.ink, 10)
    view.set_supports(SUPPORTS, LABELS, PICTURES)
    assert fewer < 0.8 * before
    assert count(seen(qtbot, view), LIGHT.ink, 10) == before


def test_a_support_in_another_class_gets_its_tint(qtbot: QtBot) -> None:
    view = shown(qtbot)
    before = count(seen(qtbot, view), LIGHT.style("class.A").colour, 10)
    view.set_supports(SUPPORTS, np.array([0, 0, 2, 2]), PICTURES)
    assert count(seen(qtbot, view), LIGHT.style("class.A").colour, 10) > 1.5 * before


def test_what_a_method_does_is_dimmed_and_hidden_and_forgotten(qtbot: QtBot) -> None:
    view, colour = shown(qtbot), LIGHT.style("mann").colour
    view.set_chosen(0)
    view.set_links("mann", "MANN", SUPPORTS, np.array([0.7, 0.1, 0.1, 0.1]), ["a", "b", "c", "d"])
    view.set_prototypes("mann", "MANN", np.array([[-0.9, 0.2], [0.4, 0.3], [0.1, -0.4]]))
    full = count(seen(qtbot, view), colour, 30)
    view.show_methods({"mann": "dim"})
    dim = count(seen(qtbot, view), colour, 30)
    assert full > 200
    assert dim < full / 3
    view.show_methods({"mann": "hidden"})
    assert "mann.prototypes.x" not in view.table()
    view.show_methods({"mann": "full"})
    assert count(seen(qtbot, view), colour, 30) == full
    view.forget("mann")
    view.show_methods({"mann": "full"})
    assert count(seen(qtbot, view), colour, 30) < 20


def test_lines_begin_at_the_query_in_question(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_links("mann", "MANN", SUPPORTS[:1], np.ones(1), ["all"])
    assert read_at(qtbot, view, view.viewport_point(-0.75, 0.6)) is None
    view.set_chosen(0)
    view.set_links("mann", "MANN", SUPPORTS[:1], np.ones(1), ["all"])
    found = read_at(qtbot, view, view.viewport_point(-0.75, 0.6))
    assert found is not None
    assert found.text == "all"


def test_regions_imagined_examples_and_a_head_are_drawn_in_the_dark_too(qtbot: QtBot) -> None:
    view, grid = shown(qtbot), np.linspace(-3, 3, 31)
    made = np.zeros((31, 31, 3))
    made[..., 1] = 1.0
    view.set_regions(grid, grid, made)
    view.set_imagined("mann", "MANN", SUPPORTS[:1] + 0.5, SUPPORTS[:1], LABELS[:1])
    view.set_head("lstm", "LSTM", np.array([[[-2.0, 0.0], [2.0, 0.1]]]), np.empty((0, 2, 2)), ["A against B"])
    view.set_theme(DARK)
    image = seen(qtbot, view)
    shade = DARK.class_shades[1].round().astype(int).tolist()
    there = image.pixelColor(view.viewport_point(-1.0, -0.8))
    assert np.abs(np.array([there.red(), there.green(), there.blue()]) - shade).max() <= 3
    assert count(image, DARK.style("lstm").colour, 30) > 50
    view.clear_regions()
    assert image != seen(qtbot, view)


def test_supports_that_are_looked_at_are_highlighted(qtbot: QtBot) -> None:
    view = shown(qtbot)
    before = count(seen(qtbot, view), LIGHT.accent, 10)
    view.set_looked_at([0, 2])
    assert count(seen(qtbot, view), LIGHT.accent, 10) > before + 200


def test_data_are_saved_with_their_classes(qtbot: QtBot) -> None:
    view = shown(qtbot)
    table = view.table()
    assert table["support.class"].tolist() == ["A", "B", "C", "C"]
    assert table["queries.wrong"].tolist() == [False, True]


def test_paper_shows_the_pictures(qtbot: QtBot) -> None:
    view = shown(qtbot)
    paper = QImage(420, 400, QImage.Format.Format_RGB32)
    with QPainter(paper) as painter:
        view.render_to(painter, QRectF(paper.rect()))
    assert count(paper, LIGHT.ink, 10) > 1000


def test_an_empty_map_says_what_will_appear(qtbot: QtBot) -> None:
    view = new()
    view.resize(420, 400)
    assert count(seen(qtbot, view), LIGHT.muted, 60) > 100
    view.fit()
    assert read_at(qtbot, view, QPoint(200, 200)) is None


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    assert nameless(shown(qtbot)) == []


def test_the_map_is_freed(qtbot: QtBot) -> None:
    def make() -> EmbeddingMap:
        view = new()
        view.set_supports(SUPPORTS, LABELS, PICTURES)
        view.set_prototypes("mann", "MANN", SUPPORTS[:3])
        return view

    assert is_freed(make)


def test_a_prototype_that_would_cover_its_one_picture_is_not_drawn_but_saved(qtbot: QtBot) -> None:
    view = shown(qtbot)
    colour = LIGHT.style("maml").colour
    view.set_prototypes("maml", "Prototypes", SUPPORTS[:3], np.ones(3, np.bool_))
    alone = count(view.viewport().grab().toImage(), colour)
    view.set_prototypes("maml", "Prototypes", SUPPORTS[:3])
    assert count(view.viewport().grab().toImage(), colour) > alone
    assert view.table()["maml.prototypes.x"].tolist() == SUPPORTS[:3, 0].tolist()


def test_pictures_can_be_held_still(qtbot: QtBot) -> None:
    view, told = shown(qtbot), list[int]()
    view.point_moved.connect(lambda index, x, y, draft: told.append(index))
    start, end = view.viewport_point(1.0, 1.0), view.viewport_point(0.8, 0.4)
    for movable, found in ((False, set[int]()), (True, {1})):
        view.set_movable(movable)
        hold(view.viewport(), start)
        move(view.viewport(), end)
        release(view.viewport(), end)
        assert set(told) == found
