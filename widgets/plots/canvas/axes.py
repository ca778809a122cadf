"""The axes of a plot, drawn once and cached, so that drawing the plot again draws no text."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPicture, QPixmap
from PySide6.QtWidgets import QGraphicsGridLayout, QSizePolicy, QStyleOptionGraphicsItem, QWidget

from metascope.widgets.look.theme import GRID
from metascope.widgets.plots.canvas.scales import Tick

BEYOND = 15.0  # pixels, as in pyqtgraph
HUNDRED = QRectF(0, 0, 100, 100)  # pyqtgraph measures a text in it
BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip


class KeptAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis of pyqtgraph: on the screen from a cached picture, on paper as lines and text."""

    picture: QPicture | None  # pyqtgraph's: none where something has changed

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.enableAutoSIPrefix(False)
        self._kept = QPixmap()
        self._covered = QRect()  # by the cached picture
        self._key: tuple[object, ...] = ()
        self._known: QPicture | None = None  # an empty one, which pyqtgraph drops when something has changed
        self._shown: Sequence[Tick] | None = None

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these ticks; the same ones again cost nothing."""
        if ticks != self._shown:
            self._shown = ticks
            self.setTicks([ticks])

    def boundingRect(self) -> QRectF:
        """Return its place with room for texts that reach beyond it: pyqtgraph's own way takes ten times as long."""
        room: QRectF = self.rect()
        if self.orientation == "left":
            return room.adjusted(0.0, -BEYOND, 0.0, BEYOND)
        return room.adjusted(-BEYOND, 0.0, BEYOND, 0.0)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the cached picture, made again where ticks, size or looks have changed: pyqtgraph then drops its own.

        On paper pyqtgraph draws it.
        """
        if widget is None:
            if self.picture is self._known:
                self.picture = None
            super().paint(painter, option, widget)
            return
        covered, ratio = self.boundingRect().toAlignedRect(), widget.devicePixelRatioF()
        if self.picture is None or (self.picture, covered, ratio) != self._key:
            self._keep(covered, ratio)
        painter.drawPixmap(covered.topLeft(), self._kept)

    def draw_kept(self, painter: QPainter, within: QRect) -> None:
        """Draw what was drawn last, of it what lies within a part of the scene, in the scene's pixels."""
        if self._key:
            place = self.mapToScene(QPointF(self._covered.topLeft()))
            if QRectF(place, QSizeF(self._covered.size())).intersects(within):
                painter.drawPixmap(place, self._kept)

    def _keep(self, covered: QRect, ratio: float) -> None:
        self._kept = QPixmap(covered.size() * ratio)
        self._kept.setDevicePixelRatio(ratio)
        self._kept.fill(Qt.GlobalColor.transparent)
        with QPainter(self._kept) as painter:
            painter.translate(-covered.topLeft())
            self.draw_here(painter)
        self.picture = self._known = QPicture()
        self._covered, self._key = covered, (self.picture, covered, ratio)

    def draw_here(self, painter: QPainter) -> None:
        """Draw line, ticks and texts as pyqtgraph does, in a quarter of its time."""
        room, low, high = self.rect(), *map(float, self.range)
        left, font = self.orientation == "left", self.style["tickFont"]
        side, long = (room.right(), room.height()) if left else (room.top(), room.width())
        if low == high or not long:
            return
        scale = (-long if left else long) / (high - low)
        offset, length = low * scale - (long if left else 0.0), float(self.style["tickLength"])
        gap = max(0.0, length) + self.style["tickTextOffset"][0 if left else 1]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.pen())
        if left:
            painter.drawLine(QPointF(side - 1, room.top() - 1), QPointF(side - 1, room.bottom() + 1))
        else:
            painter.drawLine(QPointF(room.left() - 1, side + 1), QPointF(room.right() + 1, side + 1))
        painter.setPen(self.tickPen())
        least, most = sorted((low * scale - offset, high * scale - offset))
        placed = ((value * scale - offset, text) for value, text in self._shown or ())
        seen = [(at, text) for at, text in placed if least <= at <= most]
        for at, _ in seen:
            ends = (
                (QPointF(side, at), QPointF(side - length, at))
                if left
                else (QPointF(at, side), QPointF(at, side + length))
            )
            painter.drawLine(*ends)
        if not self.style["showValues"]:
            return
        painter.setFont(font)
        painter.setPen(self.textPen())
        whole = self.boundingRect()
        for at, text in seen:
            box = painter.boundingRect(HUNDRED, Qt.AlignmentFlag.AlignCenter, text)
            wide, high = box.width(), 0.8 * box.height()
            place = (
                QRectF(side - gap - wide, at - high / 2, wide, high)
                if left
                else QRectF(at - wide / 2, side + gap, wide, high)
            )
            if whole & place == place:
                above = (box.height() - high) / 2 if left else 0.0
                place.adjust(0.0, -above, 0.0, box.height() - high - above)  # drawn where it was, in its whole height
                painter.drawText(place, BESIDE if left else BELOW, text)


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
