"""The parts of a lesson's panel, without a window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from metascope.widgets.lessons.choices import Choice, Choices
from metascope.widgets.lessons.dimming import Dimmer, Lit
from metascope.widgets.lessons.manual import Manual, blocks
from metascope.widgets.lessons.page import LessonEntry, LessonsPage
from metascope.widgets.lessons.panel import LessonPanel
from metascope.widgets.lessons.prose import Prose
from metascope.widgets.lessons.step_text import StepText
from metascope.widgets.look.theme import DARK, LIGHT

STEP = StepText(number=2, count=5, title="Train", text="Watch **this**.\n\nNow.", task="Train to 50.")


def test_prose_is_as_high_as_its_text_and_shows_markup_as_it_is_written(qtbot: QtBot) -> None:
    prose = Prose()
    qtbot.addWidget(prose)
    prose.resize(200, 50)
    prose.show()
    prose.tell("One **term** and <b>no markup</b>.")
    low = prose.sizeHint().height()
    assert prose.toPlainText() == "One term and <b>no markup</b>."
    prose.tell("Many words. " * 40)
    assert prose.sizeHint().height() > 4 * low
    prose.tell("")
    assert prose.isHidden()


def test_the_panel_lets_nobody_go_on_before_a_step_is_done(qtbot: QtBot) -> None:
    panel = LessonPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_lesson("A lesson")
    panel.show()
    panel.show_step(STEP)
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    assert not buttons["Continue"].isEnabled()
    assert buttons["Skip"].isVisible()
    assert buttons["Back"].isEnabled()
    panel.show_step(replace(STEP, done=True, told="Well."))
    assert buttons["Continue"].isEnabled()
    assert buttons["Skip"].isHidden()
    panel.show_step(replace(STEP, done=True, waiting="Training…"))
    assert not buttons["Continue"].isEnabled()
    panel.show_step(replace(STEP, task="", done=True, waiting="Getting ready…"))
    assert any(label.isVisible() and label.text() == "Getting ready…" for label in panel.findChildren(QLabel))
    panel.show_step(replace(STEP, number=5, done=True))
    assert buttons["Continue"].text() == "Finish"
    panel.set_theme(DARK.scaled(1.35))


def test_a_question_can_be_answered_once_its_scenario_is_there(qtbot: QtBot) -> None:
    panel = LessonPanel(LIGHT)
    qtbot.addWidget(panel)
    asked = replace(STEP, question="?", choices=("a", "b"), states=("open", "open"))
    heard: list[int] = []
    panel.answered.connect(heard.append)
    panel.show_step(replace(asked, waiting="Getting ready…"))
    panel.show()
    choice = panel.findChildren(Choice)[1]
    choice.click()
    assert not choice.isEnabled()
    panel.show_step(asked)
    choice.click()
    assert heard == [1]


def test_the_panel_asks_before_it_lets_leave(qtbot: QtBot) -> None:
    panel = LessonPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_lesson("A lesson")
    panel.show_step(STEP)
    panel.show()
    panel.ask_leave(True)
    assert panel.asking
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    with qtbot.waitSignal(panel.leave_wanted):
        buttons["Leave"].click()
    buttons["Stay"].click()
    assert not panel.asking


def test_a_long_formula_is_made_smaller_and_nothing_is_cut_off(qtbot: QtBot) -> None:
    panel = LessonPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show()
    panel.show_lesson("A lesson")
    panel.show_step(replace(STEP, formula=" + ".join(rf"\phi_{{{n}}}" for n in range(30))))
    inside = panel._area.widget()
    assert inside is not None
    assert inside.width() <= panel._area.viewport().width()


def test_a_choice_wraps_and_tells_its_number(qtbot: QtBot) -> None:
    choices = Choices(LIGHT)
    qtbot.addWidget(choices)
    choices.show_choices(["A short one", "A long one " * 12], ["open", "wrong"])
    choices.resize(220, 300)
    choices.show()
    short, long = choices.findChildren(Choice)
    assert long.heightForWidth(200) > 2 * short.heightForWidth(200)
    assert short.accessibleName() == "1: A short one"
    assert long.accessibleName().endswith("not right")
    with qtbot.waitSignal(choices.chosen) as chosen:
        QTest.keyClick(long, Qt.Key.Key_Return)
    assert chosen.args == [1]
    choices.show_choices([], [])
    assert choices.isHidden()


def test_the_veil_follows_what_is_lit_and_goes_where_nothing_is(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    middle, lit = QWidget(), QWidget()
    window.setCentralWidget(middle)
    lit.setParent(middle)
    lit.setGeometry(10, 10, 50, 40)
    window.resize(300, 200)
    window.show()
    dimmer = Dimmer(window, LIGHT)
    dimmer.light([])
    assert dimmer.isHidden()
    dimmer.light([Lit(lit)])
    assert dimmer.rings[0].topLeft() == lit.mapTo(window, QPoint(0, 0))
    lit.move(60, 30)
    qtbot.waitUntil(lambda: dimmer.rings[0].topLeft() == lit.mapTo(window, QPoint(0, 0)))
    lit.move(280, 30)
    qtbot.waitUntil(lambda: dimmer.rings[0].width() == 20)  # what is out of sight is not lit
    other = QWidget(middle)
    other.show()
    other.raise_()
    window.resize(320, 220)
    qtbot.waitUntil(lambda: dimmer.size() == window.size())
    assert window.children()[-1] is dimmer
    lit.hide()
    qtbot.waitUntil(dimmer.isHidden)
    lit.deleteLater()
    qtbot.wait(1)
    dimmer.refresh()
    assert dimmer.isHidden()


class _Opaque(QWidget):
    """Paints all of itself, as plots do: what is under it need not be painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor("#204060"))


def test_what_is_not_dimmed_any_more_is_painted_again(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    middle = QWidget()
    window.setCentralWidget(middle)
    first, second = _Opaque(middle), _Opaque(middle)
    first.setGeometry(10, 10, 60, 60)
    second.setGeometry(100, 10, 60, 60)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)

    def seen(widget: QWidget) -> list[str]:
        qtbot.wait(20)
        picture = window.screen().grabWindow(window.winId()).toImage()
        side = widget.width()
        places = [QPoint(2, 2), QPoint(side // 2, side // 2), QPoint(side - 3, side - 3)]
        return [picture.pixelColor(widget.mapTo(window, place)).name() for place in places]

    dimmer = Dimmer(window, LIGHT)
    dimmer.light([Lit(first)])
    assert "#204060" not in seen(second), "the test can see the veil"
    dimmer.light([Lit(second)])
    assert seen(second) == 3 * ["#204060"]
    assert "#204060" not in seen(first)
    second.resize(120, 120)
    dimmer.light([Lit(first), Lit(second)])
    assert seen(second) == 3 * ["#204060"]
    dimmer.light([])
    assert seen(first) == 3 * ["#204060"]


def test_the_list_says_how_far_each_lesson_is(qtbot: QtBot) -> None:
    entry = LessonEntry(name="a", title="A", description="About.", minutes=5, level="lecture", steps=10)
    page = LessonsPage([entry, replace(entry, name="b", title="B", reached=4)], LIGHT)
    qtbot.addWidget(page)
    page.show()
    first, second = page.findChildren(QPushButton)
    assert first.accessibleName() == "Start: A, 5 min · lecture"
    assert second.accessibleName() == "Go on: B, 5 min · lecture · step 5 of 10"
    with qtbot.waitSignal(page.opened) as opened:
        second.click()
    assert opened.args == ["b"]
    page.focus_next()
    assert page.focusWidget() is second, "it was begun"
    third = replace(entry, name="c", title="C")
    page.show_entries([replace(entry, done=True), replace(entry, name="b", done=True), third])
    page.focus_next()
    assert page.focusWidget() is page.findChildren(QPushButton)[2], "the first that is not done"
    page.show_entries([replace(entry, done=True)])
    assert first.text() == "Again"
    page.set_theme(DARK)


def test_a_page_of_help_is_read_line_by_line(qtbot: QtBot) -> None:
    page = "# Title\n\nText with `code` and **term**.\n\n- item\n```\n{\n}\n```\n## Next"
    assert [kind for kind, _ in blocks(page)] == ["title", "text", "item", "example", "example", "heading"]
    manual = Manual("Help", LIGHT)
    qtbot.addWidget(manual)
    manual.tell(page)
    assert manual.toPlainText() == "Title\nText with code and term.\n•  item\n{\n}\nNext"
    manual.set_theme(DARK)
