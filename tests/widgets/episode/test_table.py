"""The table: what lies on it, what a person does with it, and what is told and saved of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from metascope.widgets.episode.arrangement import Arrangement
from metascope.widgets.episode.contents import Answers
from metascope.widgets.episode.ink import EpisodePainter
from metascope.widgets.episode.table import EpisodeTable, _count_right
from tests.waiting import LONGEST
from tests.widgets.episode.trials import answers, episode
from tests.widgets.leaks import is_freed
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.person import click, hold, move, press, release
from tests.widgets.plots.pictures import count


def table(qtbot: QtBot, ways: int = 3, shots: int = 2, queries: int = 1) -> EpisodeTable:
    view = EpisodeTable("episode", "Episode", LIGHT)
    qtbot.addWidget(view)
    view.set_episode(episode(ways, shots, queries))
    view.resize(640, 420)
    with qtbot.waitExposed(view, timeout=LONGEST):
        view.show()
    return view


def places(view: EpisodeTable) -> Arrangement:
    return view._on_screen()


def middle(view: EpisodeTable, kind: str, index: int) -> QPoint:
    found = places(view)
    rect = {"support": found.supports, "column": found.columns, "head": found.heads}.get(kind)
    return (rect[index] if rect else found.queries[index].picture).center().toPoint()


def picture(view: EpisodeTable) -> QImage:
    QCoreApplication.processEvents()
    return view.canvas().grab().toImage()


@pytest.fixture
def told(qtbot: QtBot) -> tuple[EpisodeTable, list[tuple[object, ...]]]:
    """A table and what it signals."""
    view, found = table(qtbot), list[tuple[object, ...]]()
    view.query_chosen.connect(lambda index: found.append(("query", index)))
    view.support_moved.connect(lambda index, way: found.append(("moved", index, way)))
    view.support_removed.connect(lambda index: found.append(("removed", index)))
    return view, found


Told = tuple[EpisodeTable, list[tuple[object, ...]]]


def test_a_click_chooses_a_query(told: Told) -> None:
    view, found = told
    click(view.canvas(), middle(view, "query", 2))
    assert found == [("query", 2)]


def test_arrow_keys_choose_the_queries_one_after_the_other(told: Told) -> None:
    view, found = told
    view.canvas().setFocus()
    press(view.canvas(), Qt.Key.Key_Right)
    press(view.canvas(), Qt.Key.Key_Right)
    press(view.canvas(), Qt.Key.Key_Left)
    assert found == [("query", 1), ("query", 2), ("query", 1)]


def test_a_support_is_dragged_to_another_class(told: Told) -> None:
    view, found = told
    canvas = view.canvas()
    hold(canvas, middle(view, "support", 0))
    move(canvas, middle(view, "head", 1))
    move(canvas, middle(view, "head", 2))
    assert found == []
    release(canvas, middle(view, "head", 2))
    assert found == [("moved", 0, 2)]


def test_a_support_that_is_dragged_away_is_removed_and_back_stays(told: Told) -> None:
    view, found = told
    canvas = view.canvas()
    for end in (middle(view, "head", 0), middle(view, "query", 0)):
        hold(canvas, middle(view, "support", 1))
        move(canvas, middle(view, "head", 1))
        move(canvas, end)
        release(canvas, end)
    assert found == [("removed", 1)]


def test_escape_puts_a_support_back(told: Told) -> None:
    view, found = told
    canvas = view.canvas()
    hold(canvas, middle(view, "support", 0))
    move(canvas, middle(view, "head", 1))
    press(canvas, Qt.Key.Key_Escape)
    release(canvas, middle(view, "head", 1))
    assert found == []


def test_the_keyboard_moves_and_removes_a_support(told: Told) -> None:
    view, found = told
    canvas = view.canvas()
    click(canvas, middle(view, "support", 2))
    press(canvas, Qt.Key.Key_Delete)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_A)
    QTest.keyClick(canvas, Qt.Key.Key_B)  # its own class
    QTest.keyClick(canvas, Qt.Key.Key_Z)
    assert found == [("removed", 2), ("moved", 2, 2), ("moved", 2, 0)]


def test_the_keyboard_goes_from_the_queries_to_the_supports(told: Told) -> None:
    view, found = told
    canvas = view.canvas()
    click(canvas, middle(view, "query", 1))
    press(canvas, Qt.Key.Key_Up)
    press(canvas, Qt.Key.Key_Delete)
    assert found[0] == ("query", 1)
    assert found[1][0] == "removed"


def test_a_supports_menu_moves_and_removes_it(told: Told) -> None:
    view, found = told
    assert view._hands is not None
    menu = view._hands.menu_for(3)
    actions = {action.text(): action for action in menu.actions() if isinstance(action, QAction)}
    assert not actions["Move to class B"].isEnabled()
    actions["Move to class C"].trigger()
    actions["Remove"].trigger()
    assert found == [("moved", 3, 2), ("removed", 3)]


def test_supports_stay_where_nobody_may_move_them(told: Told) -> None:
    view, found = told
    view.set_movable(False)
    canvas = view.canvas()
    hold(canvas, middle(view, "support", 0))
    move(canvas, middle(view, "head", 1))
    release(canvas, middle(view, "head", 1))
    press(canvas, Qt.Key.Key_Delete)
    assert found == []


def drop(view: EpisodeTable, data: QMimeData, at: QPoint) -> None:
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(view.canvas(), QDragEnterEvent(at, *how))
    QCoreApplication.sendEvent(view.canvas(), QDropEvent(QPointF(at), *how))


def test_a_picture_is_dropped_on_a_class_or_on_the_queries(qtbot: QtBot) -> None:
    view, found = table(qtbot), list[tuple[tuple[int, ...], int]]()
    view.picture_dropped.connect(lambda picture, way: found.append((picture.shape, way)))
    image, data = QImage(40, 40, QImage.Format.Format_Grayscale8), QMimeData()
    image.fill(255)
    data.setImageData(image)
    drop(view, data, middle(view, "head", 1))
    drop(view, data, middle(view, "query", 0))
    assert found == [((14, 14), 1), ((14, 14), -1)]


def test_a_dropped_file_that_is_no_picture_is_refused_by_name(qtbot: QtBot, tmp_path: object) -> None:
    view, found, data = table(qtbot), list[str](), QMimeData()
    view.refused.connect(found.append)
    data.setUrls([QUrl.fromLocalFile(__file__)])
    drop(view, data, middle(view, "head", 1))
    assert len(found) == 1
    assert "test_table.py" in found[0]


def paste(view: EpisodeTable) -> None:
    QTest.keySequence(view.canvas(), QKeySequence(QKeySequence.StandardKey.Paste))


def test_the_clipboards_picture_is_a_query_wherever_the_keyboard_is(qtbot: QtBot) -> None:
    view, found = table(qtbot), list[tuple[tuple[int, ...], int]]()
    view.picture_dropped.connect(lambda picture, way: found.append((picture.shape, way)))
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    QGuiApplication.clipboard().setImage(image)
    click(view.canvas(), middle(view, "support", 2))
    paste(view)
    assert found == [((14, 14), -1)]
    view.set_movable(False)
    paste(view)
    assert len(found) == 1


def test_a_clipboard_without_a_picture_is_refused_as_a_drop_is(qtbot: QtBot) -> None:
    view, found, data = table(qtbot), list[str](), QMimeData()
    view.refused.connect(found.append)
    QGuiApplication.clipboard().setText("hello")
    paste(view)
    assert found == ["Clipboard: must have a picture or the file of one"]
    data.setUrls([QUrl.fromLocalFile(__file__)])
    drop(view, data, middle(view, "head", 1))
    QGuiApplication.clipboard().setMimeData(data)
    paste(view)
    assert found[1] == found[2]


def test_answers_of_another_shape_are_refused(qtbot: QtBot) -> None:
    view = table(qtbot)
    with pytest.raises(ValueError, match="probabilities"):
        view.set_answers([answers(episode(4))])


def test_another_episode_leaves_out_answers_that_do_not_fit(qtbot: QtBot) -> None:
    view = table(qtbot)
    view.set_answers([answers(episode())])
    view.set_episode(episode(4))
    assert "mann.probability_A" not in view.table()
    picture(view)


def test_right_and_wrong_differ_by_colour_and_shape(qtbot: QtBot) -> None:
    view, shown = table(qtbot, queries=2), episode(queries=2)
    view.set_episode(shown)
    view.set_answers([answers(shown)])
    right = picture(view)
    view.set_answers([answers(shown, right=False)])
    wrong = picture(view)
    assert count(right, LIGHT.success, 20) > 20 > count(right, LIGHT.error, 20)
    assert count(wrong, LIGHT.error, 20) > 20 > count(wrong, LIGHT.success, 20)


@pytest.mark.parametrize(("queries", "detail"), [(1, "bars"), (12, "symbols"), (60, "squares")])
def test_answers_are_drawn_in_as_much_detail_as_there_is_room_for(qtbot: QtBot, queries: int, detail: str) -> None:
    view, shown, roles = table(qtbot, queries=queries), episode(queries=queries), ("mann", "lstm", "ntm")
    view.set_episode(shown)
    view.set_answers([answers(shown, role, right=role == "mann") for role in roles])
    image = picture(view)
    paper = QImage(9, 9, QImage.Format.Format_RGB32)
    with QPainter(paper) as painter:
        ink = EpisodePainter(painter, LIGHT, view.canvas().rect().toRectF(), paper=True)
        assert ink.detail(places(view).queries, 3) == detail
    below = image.copy(0, int(places(view).between.bottom()), image.width(), image.height())
    assert count(below, LIGHT.style("mann").colour, 20) > 3 * queries
    assert count(below, LIGHT.error, 60) > queries


def test_a_method_is_dimmed_and_hidden(qtbot: QtBot) -> None:
    view, shown, colour = table(qtbot), episode(), LIGHT.style("mann").colour
    view.set_answers([answers(shown), answers(shown, "lstm")])
    full = count(picture(view), colour, 20)
    view.show_methods({"mann": "dim"})
    dim = count(picture(view), colour, 20)
    view.show_methods({"mann": "hidden"})
    assert full > 200 > dim
    assert len(places(view).rows) == 1
    assert "mann.probability_A" not in view.table()


def test_the_supports_that_are_looked_at_are_highlighted(qtbot: QtBot) -> None:
    view = table(qtbot)
    before = count(picture(view), LIGHT.accent, 10)
    view.set_looked_at([0, 4])
    assert count(picture(view), LIGHT.accent, 10) > before + 300
    view.set_looked_at([])
    assert count(picture(view), LIGHT.accent, 10) == before


def test_the_chosen_query_is_marked_and_its_answers_are_read(qtbot: QtBot) -> None:
    view, shown = table(qtbot), episode()
    view.set_answers([answers(shown)])
    view.set_chosen(2)
    assert view.canvas().accessibleDescription() == "Query 3: class C (sign 3)\nMANN: C with 0.7, right"
    row = places(view).rows[0]
    column = places(view).columns[2]
    assert view.tip_at(QPointF(column.center().x(), row.center().y())) == "MANN: 0.7 for class C (sign 3)"
    assert view.tip_at(QPointF(middle(view, "support", 2))) == "Support 3: class B (sign 2)"
    assert view.tip_at(QPointF(middle(view, "query", 0))).startswith("Query 1: class A")


def test_a_new_episode_with_fewer_queries_has_its_last_chosen(qtbot: QtBot) -> None:
    view = table(qtbot, queries=3)
    view.set_chosen(8)
    view.set_episode(episode(queries=1))
    assert view.chosen == 2
    picture(view)


def test_an_episode_without_queries_or_supports_is_shown(qtbot: QtBot) -> None:
    view, shown = table(qtbot), episode()
    for other in (
        replace(shown, queries=shown.queries[:0], truths=shown.truths[:0]),
        replace(shown, supports=shown.supports[:0], labels=shown.labels[:0]),
    ):
        view.set_episode(other)
        picture(view)


def test_data_are_saved_by_query_and_method(qtbot: QtBot) -> None:
    view, shown = table(qtbot), episode()
    view.set_answers([answers(shown)])
    found = view.table()
    assert found["support.class"].tolist() == ["A", "A", "B", "B", "C", "C"]
    assert found["query.class"].tolist() == ["A", "B", "C"]
    assert found["mann.probability_B"].tolist() == pytest.approx([0.15, 0.7, 0.15])


@pytest.mark.parametrize("ways", [2, 20])
def test_paper_shows_what_the_screen_shows_without_the_keyboards_frame(qtbot: QtBot, ways: int) -> None:
    view, shown = table(qtbot, ways), episode(ways)
    view.set_answers([answers(shown)])
    paper = QImage(640, 420, QImage.Format.Format_RGB32)
    inked = []
    for focused in (False, True):
        if focused:
            view.canvas().setFocus()
        with QPainter(paper) as painter:
            view.render_to(painter, paper.rect().toRectF())
        inked.append((count(paper, LIGHT.accent, 10), count(paper, LIGHT.ink, 10)))
    assert inked[0] == inked[1]
    assert inked[0][1] > 500


def test_words_and_bars_are_vectors_in_a_file(qtbot: QtBot, tmp_path: object) -> None:
    view, shown = table(qtbot), episode()
    view.set_answers([answers(shown)])
    generator = QSvgGenerator()
    generator.setFileName(f"{tmp_path}/table.svg")
    with QPainter(generator) as painter:
        view.render_to(painter, view.rect().toRectF())
    with open(f"{tmp_path}/table.svg", encoding="utf-8") as file:
        text = file.read()
    assert ">MANN<" in text
    assert text.count("<image") == 6 + 3 + 1  # supports, queries, the chosen query


def test_another_theme_draws_in_other_colours(qtbot: QtBot) -> None:
    view = table(qtbot)
    view.set_theme(DARK)
    image = picture(view)
    assert count(image, DARK.panel, 2) > count(image, LIGHT.panel, 2)


def test_many_pictures_scroll_where_there_is_no_room(qtbot: QtBot) -> None:
    view = table(qtbot, 20, 20)
    view.resize(300, 200)
    QCoreApplication.processEvents()
    assert view.canvas().width() > 400
    assert min(place.width() for place in places(view).supports) > 6


def test_the_table_is_freed(qtbot: QtBot) -> None:
    assert is_freed(lambda: EpisodeTable("episode", "Episode", LIGHT))


def test_nothing_is_counted_before_there_are_answers() -> None:
    trial = episode(3)
    none = Answers("maml", "Prototypical", np.full((len(trial.queries), 3), np.nan))
    assert _count_right(trial, none) == ""
    assert (
        _count_right(trial, replace(none, probabilities=np.eye(3)[trial.truths]))
        == f"{len(trial.queries)}/{len(trial.queries)}"
    )
