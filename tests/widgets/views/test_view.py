"""A view's title: it changes at every tick, and must cost little."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.waiting import LONGEST
from widgets.views.view import ElidedLabel


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
