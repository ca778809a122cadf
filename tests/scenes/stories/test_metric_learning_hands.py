"""What a person does in the metric learning scene goes out as changes that the simulation takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.metric_learning.plane import PlaneView
from metascope.scenes.stories.metric_learning.quiz import TrialView
from metascope.scenes.stories.metric_learning.span import ThreeClasses
from metascope.scenes.stories.metric_learning.table import TableView, added
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.draw.pad import DrawingPad
from metascope.widgets.episode.quiz import _inner
from metascope.widgets.views.pages import Pages
from tests.scenes.stories.metric_frames import ALL, FIVE, ONE, changed_frame, close, draw, frame, on_screen, view_of
from tests.scenes.stories.ntm_hands import choose, told
from tests.simulator.stories.metric_learning import INK, SMALL, metric
from tests.widgets.person import click, hold, move, named, press, release

TEN = MetricSettings.parse({**SMALL, "ways": 10, "characters": 40})


@pytest.fixture
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of one method, or of other settings where a test asks for them."""
    with on_screen(getattr(request, "param", ONE)) as made:
        yield made


def support_at(view: TableView, index: int) -> QPoint:
    return view._on_screen().supports[index].center().toPoint()


def drag(view: TableView, index: int, to: QPoint) -> None:
    canvas = view.canvas()
    hold(canvas, support_at(view, index))
    move(canvas, to)
    release(canvas, to)


def taken(settings: MetricSettings, changes: list[tuple[str, object, bool]]) -> MetricFrame:
    """Return the frame of a small run after changes, which it must all take."""
    made = metric(**settings.model_dump())
    for name, value, draft in changes:
        made.change(name, value, draft=draft)
    return made.look()


def test_a_query_is_answered_at_once_where_it_is_clicked(scene: Scene) -> None:
    shown, changes = frame(ONE), told(scene)
    draw(scene, shown)
    table, plane = view_of(scene, TableView), view_of(scene, PlaneView)
    click(table.canvas(), table._on_screen().queries[3].picture.center().toPoint())
    assert changes == [("query", 3, False)]
    assert table.chosen == 3
    close(plane.table()["prototypes.links.weight"], shown.answers["prototypes"].probabilities[3])
    assert taken(ONE, changes).query == 3
    plane.query_chosen.emit(5)
    assert changes[1:] == [("query", 5, False)]
    assert table.chosen == 5


@pytest.mark.parametrize("scene", [ALL], indirect=True)
def test_supports_are_told_by_their_numbers_in_the_frame(scene: Scene) -> None:
    draw(scene, changed_frame())  # supports 4 and 5 were taken away
    table, changes = view_of(scene, TableView), told(scene)
    drag(table, 4, table._on_screen().columns[2].center().toPoint())
    assert changes == [("move", {"support": 6, "to": 2}, False)]
    drag(table, 1, QPoint(2, table.canvas().height() - 2))
    assert changes[1:] == [("remove", {"support": 1}, False)]


def test_a_support_in_another_class_is_taken_by_the_simulation(scene: Scene) -> None:
    draw(scene, frame(ONE))
    table, changes = view_of(scene, TableView), told(scene)
    drag(table, 0, table._on_screen().columns[1].center().toPoint())
    shown = taken(ONE, changes)
    assert shown.table.labels.tolist() == [1, 1, 2]
    draw(scene, shown)
    named(scene, QToolButton, "Put all").click()
    assert changes[1:] == [("reset", None, False)]
    assert not taken(ONE, changes).table.edited


def test_episodes_are_turned_over(scene: Scene) -> None:
    draw(scene, frame(ONE))
    changes = told(scene)
    named(scene, QToolButton, "Next").click()
    named(scene, QToolButton, "Previous").click()
    assert changes == [("shown", 1, False), ("shown", 999, False)]


@pytest.mark.parametrize("scene", [ALL], indirect=True)
def test_a_picture_on_the_map_is_held_where_it_is_dragged(scene: Scene) -> None:
    draw(scene, frame(ALL))
    view, changes = view_of(scene, PlaneView), told(scene)
    view.point_moved.emit(2, 0.5, -1.0, True)
    view.point_moved.emit(2, 0.5, -1.0, False)
    value = {"method": "prototypes", "support": 2, "to": [0.5, -1.0]}
    assert changes == [("point", value, True), ("point", value, False)]
    moved = taken(ALL, changes).answers["prototypes"].plane
    close(moved.supports[2], [0.5, -1.0])
    assert moved.moved.tolist() == [False, False, True, False, False, False]


@pytest.mark.parametrize("scene", [ALL], indirect=True)
def test_pictures_of_fine_tuning_cannot_be_dragged(scene: Scene) -> None:
    draw(scene, frame(ALL), method="finetuning")
    handles = view_of(scene, PlaneView)._handles
    assert not any(handle.acceptedMouseButtons().value for handle in handles)
    told = handles[0].reading(handles[0].pixels().point(*handles[0].place), handles[0].pixels())
    assert told is not None
    assert told.text == "Support 1 of class A\nmoved by fine-tuning, not by hand"
    draw(scene, frame(ALL), method="prototypes")
    assert all(handle.acceptedMouseButtons().value for handle in handles)
    gestures = dict(scene.words().gestures)
    assert "not that of fine-tuning" in gestures["Drag a picture on the map"]


@pytest.mark.parametrize("scene", [FIVE], indirect=True)
def test_three_classes_are_chosen_to_span_the_plane(scene: Scene) -> None:
    shown = frame(FIVE)
    draw(scene, shown)
    changes, box = told(scene), named(scene, QComboBox, "Classes that span")
    choose(box, box.findText("B, D, E"))
    choose(box, box.findText("Likeliest three"))
    likeliest = sorted(np.argsort(-shown.answers["prototypes"].probabilities[0])[:3].tolist())
    choose(box, box.findText("Best plane"))
    assert changes == [("span", [1, 3, 4], False), ("span", likeliest, False), ("span", None, False)]
    draw(scene, taken(FIVE, changes[:1]))
    assert box.currentText() == "B, D, E"
    assert view_of(scene, PlaneView).panels[0].x.name.startswith("exact among B, D, E")


@pytest.mark.parametrize("scene", [TEN], indirect=True)
def test_of_ten_classes_any_three_are_chosen_one_by_one(scene: Scene) -> None:
    draw(scene, frame(TEN))
    changes, box, view = told(scene), named(scene, QComboBox, "Classes that span"), view_of(scene, PlaneView)
    assert [box.itemText(index) for index in range(box.count())] == ["Best plane", "Likeliest three", "Choose three…"]
    choose(box, box.findText("Choose three…"))
    QApplication.processEvents()
    popup = scene.findChildren(ThreeClasses)[0]
    assert popup.isVisible()
    assert changes == [("span", [0, 1, 2], False)]
    first, second, third = (named(popup, QComboBox, name) for name in ("First", "Second", "Third"))
    assert first.hasFocus()
    press(first, Qt.Key.Key_Down)  # A to B: B to A
    press(third, Qt.Key.Key_End)
    assert changes[1:] == [("span", [0, 1, 2], False), ("span", [0, 1, 9], False)]
    choose(second, 6)
    assert changes[3:] == [("span", [1, 6, 9], False)]
    press(first, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    draw(scene, taken(TEN, changes))
    assert box.currentText() == "B, G, J"
    assert view.panels[0].x.name.startswith("exact among B, G, J")
    choose(box, box.findText("Choose three…"))
    QApplication.processEvents()
    assert [one.currentText() for one in (first, second, third)] == ["B", "G", "J"]
    assert box.currentText() == "B, G, J"
    popup.close()
    choose(box, box.findText("Best plane"))
    assert changes[4:] == [("span", None, False)]
    draw(scene, taken(TEN, changes))
    assert box.currentText() == "Best plane"


def test_a_drawing_becomes_a_query_that_is_asked_about(scene: Scene) -> None:
    draw(scene, frame(ONE))
    pad, changes = scene.findChildren(DrawingPad)[0], told(scene)
    picture = np.full((8, 8), 255, np.uint8)
    pad.drawn.emit(picture, -1)
    assert changes == [("add", {"picture": INK, "to": "query"}, False), ("query", 6, False)]
    shown = taken(ONE, changes)
    assert shown.query == 6
    assert shown.table.asked[6] == -1
    draw(scene, shown)
    assert view_of(scene, TableView).chosen == 6
    assert view_of(scene, TrialView)._trial is None  # nobody knows its class
    pad.drawn.emit(picture, 2)
    assert changes[2:] == [("add", {"picture": INK, "to": 2}, False)]
    assert taken(ONE, changes).table.labels.tolist() == [0, 1, 2, 2]


def test_a_picture_that_is_dropped_is_added(scene: Scene) -> None:
    draw(scene, frame(ONE))
    changes = told(scene)
    view_of(scene, TableView).picture_dropped.emit(np.full((8, 8), 255, np.uint8), 1)
    assert changes == [("add", {"picture": INK, "to": 1}, False)]


def test_the_clipboards_picture_is_pasted_on_the_table_as_a_query(scene: Scene) -> None:
    draw(scene, frame(ONE))
    canvas, changes = view_of(scene, TableView).canvas(), told(scene)
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    QGuiApplication.clipboard().setImage(image)
    QTest.keySequence(canvas, QKeySequence(QKeySequence.StandardKey.Paste))
    QGuiApplication.clipboard().clear()
    assert [(name, value["to"]) for name, value, _ in changes] == [("add", "query")]  # type: ignore[index]
    assert len(taken(ONE, changes).table.queries) == len(frame(ONE).table.queries) + 1
    assert "Ctrl+V on the table" in dict(scene.words().gestures)


def test_pixels_are_told_by_rows() -> None:
    picture = np.array([[0, 255], [16, 1]], np.uint8)
    assert added(picture, -1) == {"picture": "00ff1001", "to": "query"}
    assert added(picture.T, 0) == {"picture": "0010ff01", "to": 0}


def show_page(scene: Scene, name: str) -> None:
    named(scene, QToolButton, f"Show {name}").click()
    QApplication.processEvents()


def answer(view: TrialView, way: int) -> None:
    columns = view.arrangement(_inner(QRectF(view.canvas().rect()))).columns
    click(view.canvas(), columns[way].center().toPoint())


def test_the_quiz_asks_about_an_episode_that_was_not_seen_and_hides_its_queries(scene: Scene) -> None:
    draw(scene, frame(ONE))
    changes, ticks = told(scene), list[int]()
    scene.tick_chosen.connect(ticks.append)
    show_page(scene, "Quiz")
    assert [name for name, _, _ in changes] == ["shown", "query"]
    assert ticks == [0]  # the caption of the last one tells the answer
    shown = taken(ONE, changes)
    assert shown.table.number == frame(ONE).table.number + 1
    draw(scene, shown)
    table = view_of(scene, TableView)
    assert len(table.table()["query"]) == 0
    assert len(view_of(scene, PlaneView).table()["queries.x"]) == 0
    show_page(scene, "Accuracy")
    draw(scene, shown)
    assert len(table.table()["query"]) == 6
    assert ticks == [0, shown.ticks() - 1]
    assert len(changes) == 2


def test_an_answer_stays_until_the_next_trial_is_wanted(scene: Scene) -> None:
    draw(scene, frame(ONE))
    show_page(scene, "Quiz")
    quiz, changes = view_of(scene, TrialView), told(scene)
    first = replace(frame(ONE), query=2)
    draw(scene, first)
    answer(quiz, 1)
    assert changes == [("answered", {"to": 1}, False)]
    after = taken(ONE, [("query", 2, False), *changes])
    assert (after.quiz.right, after.quiz.asked) == (1, 1)
    trial = quiz._trial
    draw(scene, after)
    assert quiz.answer == 1
    assert quiz._trial is trial
    assert "1 of 1" in quiz._score
    assert "The method said" in quiz._score
    click(quiz.canvas(), QPoint(5, 5))
    assert quiz.answer == 1  # the run has not laid the next episode yet
    assert [name for name, _, _ in changes] == ["answered", "query", "next"]
    following = taken(ONE, [("query", 2, False), *changes])
    assert following.table.number == after.table.number + 1
    draw(scene, following)
    assert quiz.answer is None
    assert quiz._trial is not None
    np.testing.assert_array_equal(quiz._trial.queries[0], following.table.queries[following.query])
    assert quiz._trial.truths[0] == following.table.asked[following.query]
    table = quiz.table()
    assert (table["right"][0], table["asked"][0]) == (1, 1)


def test_the_episode_that_was_answered_lies_open_until_the_next_is_wanted(scene: Scene) -> None:
    draw(scene, frame(ONE))
    show_page(scene, "Quiz")
    quiz, table, changes, ticks = view_of(scene, TrialView), view_of(scene, TableView), told(scene), list[int]()
    scene.tick_chosen.connect(ticks.append)
    draw(scene, frame(ONE))
    assert len(table.table()["query"]) == 0
    answer(quiz, 1)
    assert ticks == [frame(ONE).ticks() - 1]
    assert len(table.table()["query"]) == 6
    after = taken(ONE, changes)
    draw(scene, after)
    assert len(table.table()["query"]) == 6
    click(quiz.canvas(), QPoint(5, 5))
    assert ticks[1:] == [0]
    draw(scene, taken(ONE, changes))
    assert len(table.table()["query"]) == 0


def test_an_answer_that_is_undone_is_asked_again(scene: Scene) -> None:
    draw(scene, frame(ONE))
    show_page(scene, "Quiz")
    quiz, changes = view_of(scene, TrialView), told(scene)
    answer(quiz, 0)
    draw(scene, frame(ONE))
    assert quiz.answer == 0  # the run does not know yet
    draw(scene, taken(ONE, changes))
    draw(scene, frame(ONE))
    assert quiz.answer is None


def test_places_of_trials_do_not_tell_the_class(scene: Scene) -> None:
    quiz, changes = view_of(scene, TrialView), told(scene)
    for number in range(60):
        shown = frame(ONE)
        quiz.draw_frame(replace(shown, table=replace(shown.table, number=number)), 0, "prototypes")
        quiz._choose_query(quiz._frame)  # type: ignore[arg-type]
    classes = np.bincount([int(value) // 2 for _, value, _ in changes], minlength=3)  # type: ignore[call-overload]
    assert classes.min() > 10


def test_pages_can_all_be_shown(scene: Scene) -> None:
    draw(scene, frame(ONE))
    pages = scene.findChildren(Pages)[0]
    for index in range(len(pages.pages())):
        pages.show_page(index)
        QApplication.processEvents()
        assert pages.current == index
