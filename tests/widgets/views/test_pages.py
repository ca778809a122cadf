"""Pages behind each other: a person brings one into sight, and what is behind is drawn on paper all the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from metascope.widgets.look.theme import LIGHT
from metascope.widgets.paper import export
from metascope.widgets.views.pages import Pages
from tests.widgets.leaks import is_freed
from tests.widgets.person import named
from tests.widgets.plots.pictures import count, plane, surface


def made() -> Pages:
    return Pages([("First", QLabel("one")), ("Second", QLabel("two"))])


def test_the_first_page_is_in_sight_until_a_person_chooses_another(qtbot: QtBot) -> None:
    pages = made()
    qtbot.addWidget(pages)
    pages.show()
    one, two = sorted(pages.findChildren(QLabel), key=QLabel.text)
    assert (one.isVisible(), two.isVisible()) == (True, False)
    named(pages, QAbstractButton, "Show Second").click()
    assert (one.isVisible(), two.isVisible(), pages.current) == (False, True, 1)
    pages.show_page(0)
    assert (one.isVisible(), two.isVisible()) == (True, False)


def test_no_page_is_a_window_for_a_moment(qtbot: QtBot, qapp: QApplication) -> None:
    """It would take the keyboard away from the program's window."""

    class Shown(QObject):
        windows = 0

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
            self.windows += shown and isinstance(watched, QWidget) and watched.isWindow()
            return False

    watch = Shown()
    qapp.installEventFilter(watch)
    pages = made()
    qapp.removeEventFilter(watch)
    qtbot.addWidget(pages)
    assert watch.windows == 0


def test_one_button_is_pressed_at_a_time(qtbot: QtBot) -> None:
    pages = made()
    qtbot.addWidget(pages)
    named(pages, QAbstractButton, "Show Second").click()
    assert [button.isChecked() for button in pages.findChildren(QAbstractButton)] == [False, True]


def test_a_plot_that_is_behind_is_drawn_on_paper(qtbot: QtBot) -> None:
    view = plane()
    surface(view)
    pages = Pages([("First", QLabel("one")), ("Plot", view)])
    qtbot.addWidget(pages)
    pages.show()
    image = QImage.fromData(export.picture(view, "png", QSize(400, 300), dpi=96))
    assert count(image, LIGHT.panel, 2) < 0.7 * 400 * 300


def test_pages_leave_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(made)
