"""The axes of a plot, drawn once and cached, so that drawing the plot again draws no text."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsGridLayout, QSizePolicy, QStyleOptionGraphicsItem, QWidget

from widgets.look.theme import GRID


class KeptAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis of pyqtgraph: on the screen from a cached picture, on paper as lines and text."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.enableAutoSIPrefix(False)
        self._kept = QPixmap()
        self._covered = QRect()  # by the cached picture
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

    def draw_kept(self, painter: QPainter, within: QRect) -> None:
        """Draw what was drawn last, of it what lies within a part of the scene, in the scene's pixels."""
        if self._key:
            place = self.mapToScene(QPointF(self._covered.topLeft()))
            if QRectF(place, QSizeF(self._covered.size())).intersects(within):
                painter.drawPixmap(place, self._kept)

    def _keep(self, option: QStyleOptionGraphicsItem, covered: QRect, ratio: float) -> None:
        self._kept = QPixmap(covered.size() * ratio)
        self._kept.setDevicePixelRatio(ratio)
        self._kept.fill(Qt.GlobalColor.transparent)
        with QPainter(self._kept) as painter:
            painter.translate(-covered.topLeft())
            super().paint(painter, option, None)
        self._covered, self._key = covered, (self.picture, covered, ratio)


class Axes(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A box that zooms and pans, with an axis to the left and one below.

    It is laid out like pyqtgraph's `PlotItem`, but without the forty controls of its hidden menus, which take longer
    to build than all the rest.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.box = pg.ViewBox(parent=self, enableMenu=False)
        self.left, self.bottom = KeptAxis("left"), KeptAxis("bottom")
        grid = QGraphicsGridLayout()
        grid.setContentsMargins(0, GRID, 2 * GRID, 0)
        grid.setSpacing(0)
        grid.setRowStretchFactor(0, 1)
        grid.setColumnStretchFactor(1, 1)
        grid.addItem(self.box, 0, 1)
        for axis, row, column in ((self.left, 0, 0), (self.bottom, 1, 1)):
            axis.linkToView(self.box)
            axis.setZValue(0.5)  # above maps, below marks
            axis.setFlag(self.GraphicsItemFlag.ItemNegativeZStacksBehindParent)
            grid.addItem(axis, row, column)
        self.setLayout(grid)
