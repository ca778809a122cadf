"""An axis that is drawn once and cached, so that drawing the plot again draws no text."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class KeptAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis of pyqtgraph: on the screen from a cached picture, on paper as lines and text."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self._kept = QPixmap()
        self._key: tuple[object, ...] = ()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the cached picture, made again where ticks, size or looks have changed: pyqtgraph then drops its own."""
        if widget is None:
            super().paint(painter, option, widget)
            return
        covered, ratio = self.boundingRect().toAlignedRect(), widget.devicePixelRatioF()
        if self.picture is None or (self.picture, covered, ratio) != self._key:
            self._keep(option, covered, ratio)
        painter.drawPixmap(covered.topLeft(), self._kept)

    def _keep(self, option: QStyleOptionGraphicsItem, covered: QRect, ratio: float) -> None:
        self._kept = QPixmap(covered.size() * ratio)
        self._kept.setDevicePixelRatio(ratio)
        self._kept.fill(Qt.GlobalColor.transparent)
        with QPainter(self._kept) as painter:
            painter.translate(-covered.topLeft())
            super().paint(painter, option, None)
        self._key = (self.picture, covered, ratio)
