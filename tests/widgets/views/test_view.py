"""A view's title: it changes at every tick, and must cost little."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.waiting import LONGEST
from widgets.look.theme import LIGHT
from widgets.views.view import ElidedLabel, TitleLabel


class Layouts(QObject):
    """Counts how often a widget is asked to lay its children out anew."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def test_a_line_that_fits_lays_nothing_out_anew_and_a_longer_one_asks_for_room(qtbot: QtBot) -> None:
    around, label, layouts = QWidget(), ElidedLabel("before"), Layouts()
    qtbot.addWidget(around)
    QHBoxLayout(around).addWidget(label)
    around.resize(300, 40)
    with qtbot.waitExposed(around, timeout=LONGEST):
        around.show()
    QCoreApplication.processEvents()
    around.installEventFilter(layouts)
    picture = label.grab().toImage()
    label.setText("after t = 5")
    QCoreApplication.processEvents()
    assert (layouts.count, label.text(), label.accessibleName()) == (0, "after t = 5", "after t = 5")
    assert label.grab().toImage() != picture
    label.setText("words and " * 20)
    QCoreApplication.processEvents()
    assert layouts.count > 0
    assert label.sizeHint().width() > 300


def test_a_line_that_is_elided_tells_all_of_it_in_its_tip_unless_that_says_something_else(qtbot: QtBot) -> None:
    label, own = ElidedLabel("words and words"), ElidedLabel("words and words")
    own.setToolTip("what it is")
    for one in (label, own):
        qtbot.addWidget(one)
        one.resize(40, 20)
        one.show()
    assert (label.toolTip(), own.toolTip()) == ("words and words", "what it is")
    label.resize(400, 20)
    assert (label.toolTip(), own.toolTip()) == ("", "what it is")
    label.resize(40, 20)
    label.setText("w")
    assert label.toolTip() == ""


def test_a_title_takes_two_lines_before_it_is_elided(qtbot: QtBot) -> None:
    title = TitleLabel("Loss against updates", LIGHT)
    qtbot.addWidget(title)
    title.resize(400, 32)
    title.show()
    one_line = title.grab().toImage()
    title.resize(title.sizeHint().width(), 32)
    assert title.sizeHint().width() < 130
    assert title.fits()
    assert title.toolTip() == ""
    assert title.grab().toImage() != one_line
    title.resize(30, 32)
    assert not title.fits()
    assert title.toolTip() == "Loss against updates"
