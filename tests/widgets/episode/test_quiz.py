"""The quiz: a person answers by mouse and keyboard, and sees at once whether that was right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.widgets.episode.contents import UNKNOWN, Episode
from metascope.widgets.episode.quiz import QuizView, _inner
from tests.waiting import LONGEST
from tests.widgets.episode.trials import episode
from tests.widgets.leaks import is_freed
from tests.widgets.looks import LIGHT
from tests.widgets.person import click
from tests.widgets.plots.pictures import count


def trial(ways: int = 4, truth: int = 1) -> Episode:
    whole = episode(ways)
    return replace(whole, queries=whole.queries[truth : truth + 1], truths=whole.truths[truth : truth + 1])


def quiz(qtbot: QtBot, ways: int = 4) -> tuple[QuizView, list[int]]:
    view, found = QuizView("quiz", "You against the machines", LIGHT), list[int]()
    qtbot.addWidget(view)
    view.answered.connect(found.append)
    view.set_trial(trial(ways))
    view.resize(560, 260)
    with qtbot.waitExposed(view, timeout=LONGEST):
        view.show()
    return view, found


def picture(view: QuizView) -> QImage:
    QCoreApplication.processEvents()
    return view.canvas().grab().toImage()


def test_a_click_on_a_class_answers_once(qtbot: QtBot) -> None:
    view, found = quiz(qtbot)
    columns = view.arrangement(_inner(QRectF(view.canvas().rect()))).columns
    click(view.canvas(), columns[2].center().toPoint())
    click(view.canvas(), columns[1].center().toPoint())
    assert found == [2]
    assert view.answer == 2


@pytest.mark.parametrize(("key", "way"), [(Qt.Key.Key_B, 1), (Qt.Key.Key_1, 0), (Qt.Key.Key_4, 3)])
def test_a_letter_or_a_number_answers(qtbot: QtBot, key: Qt.Key, way: int) -> None:
    view, found = quiz(qtbot)
    QTest.keyClick(view.canvas(), key)
    assert found == [way]


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_5, Qt.Key.Key_Space, Qt.Key.Key_Plus])
def test_other_keys_do_not_answer(qtbot: QtBot, key: Qt.Key) -> None:
    view, found = quiz(qtbot)
    QTest.keyClick(view.canvas(), key)
    assert found == []


def test_right_and_wrong_are_shown_at_once_and_read(qtbot: QtBot) -> None:
    view, _ = quiz(qtbot)
    view.choose(1)
    assert count(picture(view), LIGHT.success, 10) > 200 > count(picture(view), LIGHT.error, 10)
    assert view.canvas().accessibleDescription() == "Right: it is B. Next: click, or Space"
    view.set_trial(trial())
    assert count(picture(view), LIGHT.success, 10) < 200
    view.choose(0)
    assert count(picture(view), LIGHT.error, 10) > 200
    assert view.canvas().accessibleDescription() == "Not A: it is B. Next: click, or Space"


def test_a_trial_may_be_answered_already(qtbot: QtBot) -> None:
    view, found = quiz(qtbot)
    view.set_trial(trial(), 0)
    view.choose(1)
    assert (view.answer, found) == (0, [])
    assert count(picture(view), LIGHT.error, 10) > 200


def test_the_next_trial_is_asked_for_after_the_answer(qtbot: QtBot) -> None:
    view, _ = quiz(qtbot)
    asked: list[bool] = []
    view.next_wanted.connect(lambda: asked.append(True))
    QTest.keyClick(view.canvas(), Qt.Key.Key_Return)
    assert asked == []
    view.choose(0)
    QTest.keyClick(view.canvas(), Qt.Key.Key_Return)
    click(view.canvas(), view.canvas().rect().center())
    assert asked == [True, True]


def test_space_is_the_quizs_own_after_the_answer_only(qtbot: QtBot) -> None:
    view, _ = quiz(qtbot)
    space = (QEvent.Type.ShortcutOverride, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    taken = []
    for answer in (False, True):
        if answer:
            view.choose(0)
        event = QKeyEvent(*space)
        event.ignore()
        QCoreApplication.sendEvent(view.canvas(), event)
        taken.append(event.isAccepted())
    assert taken == [False, True]


def test_a_trial_has_one_query_of_a_known_class(qapp: QApplication) -> None:
    whole = episode()
    view = QuizView("quiz", "Quiz", LIGHT)
    for wrong in (whole, replace(trial(), truths=trial().truths * 0 + UNKNOWN)):
        with pytest.raises(ValueError, match="one query of a known class"):
            view.set_trial(wrong)
    view.deleteLater()


def test_score_and_answer_are_drawn_on_paper_and_saved(qtbot: QtBot) -> None:
    view, _ = quiz(qtbot, 20)
    assert view.table() == {}
    view.set_score("14 of 20")
    view.choose(3)
    assert {name: column.tolist() for name, column in view.table().items()} == {"class": ["B"], "answer": ["D"]}
    paper = QImage(560, 260, QImage.Format.Format_RGB32)
    with QPainter(paper) as painter:
        view.render_to(painter, QRectF(paper.rect()))
    assert count(paper, LIGHT.error, 10) > 100


def test_the_quiz_is_freed(qapp: QApplication) -> None:
    assert is_freed(lambda: QuizView("quiz", "Quiz", LIGHT))


def test_a_trial_is_cleared_where_there_is_none(qtbot: QtBot) -> None:
    view, found = quiz(qtbot)
    view.clear_trial()
    view.choose(1)
    assert found == []
    assert view.table() == {}
