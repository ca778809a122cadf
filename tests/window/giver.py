"""Another program beside the window: the clipboard's picture is its own, and a picture file can be dragged out of it.

python giver.py PATH
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

SIDE = 60  # pixels of the window, in the screen's upper right corner


class Giver(QWidget):
    """A small window above all others, that gives the file away."""

    def __init__(self, path: str) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self._path = path
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle("giver")
        self.resize(SIDE, SIDE)
        self.move(self.screen().geometry().right() - SIDE, 0)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        given, drag = QMimeData(), QDrag(self)
        given.setUrls([QUrl.fromLocalFile(self._path)])
        drag.setMimeData(given)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    giver = Giver(sys.argv[1])
    giver.show()
    QApplication.clipboard().setImage(QImage(sys.argv[1]))
    app.exec()
