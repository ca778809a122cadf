"""The base of all marks over a plot: sizes in pixels, emphasis, theme, a reading under the pointer."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from widgets.look.theme import DIM, LIGHT, Theme
from widgets.plots.canvas.ink import Array, Pixels
from widgets.plots.canvas.spots import Spot

Emphasis = Literal["full", "dim", "hidden"]
REACH = 12.0  # pixels: how near the pointer must come


@dataclass(frozen=True)
class Reading:
    """What a mark shows about the place under the pointer."""

    distance: float  # pixels from the pointer
    x: float  # data coordinates of the thing that is read
    y: float
    text: str


class Mark(QGraphicsObject):
    """Something drawn over a plot's data with sizes in pixels. Abstract.

        class Cross(Mark):
            def draw(self, painter: QPainter, pixels: Pixels) -> None:
                draw_symbol(painter, pixels.point(0.0, 1.0), "cross", 9.0, QBrush(), self.theme.style(self.role).pen())

    It draws in the plot's pixels, on the screen and on paper alike. Where `kept` is true its picture is cached until
    `changed` is called or the range changes, so that drawing it again costs nothing; what moves is drawn over it.
    Where `ghostly` is true it is also drawn behind another run's picture; where `pinnable`, a click pins a reading.
    """

    kept = False
    ghostly = False
    pinnable = True
    overlay = False  # whether it draws the `spots` of the others

    def __init__(self, name: str, role: str = "ink", label: str = "") -> None:
        super().__init__()
        self.name = name  # of its columns
        self.role = role
        self.label = label or name  # what a person reads
        self.theme = LIGHT
        self._emphasis: Emphasis = "full"
        self._bounds = QRectF()
        self._to_data: QTransform | None = QTransform()
        self._screen = self._paper = Pixels.of(QTransform(), QRectF())
        self._picture = QPixmap()
        self._covered = QRect()  # by the picture, in pixels
        self._key: tuple[object, ...] | None = None

    @abstractmethod
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw in pixels."""

    def inked(self, pixels: Pixels) -> QRectF:
        """Return the area of the cached picture in pixels: the whole plot unless a subclass knows better."""
        return pixels.rect

    def draw_over(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw in pixels what is not cached."""

    def draw_ghost(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw all of it in the pixels of another plot, behind another run's marks."""
        self.draw(painter, pixels)
        self.draw_over(painter, pixels)

    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the reading of the nearest thing drawn within `REACH` of the pixel `at`."""
        return None

    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        """Return its symbols, in sight or not; of the last one of a line only that it is not."""
        return ()

    def covered(self, pixels: Pixels) -> QRectF:
        """Return the pixels on which nothing else should be written."""
        return QRectF()

    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return the data drawn, as one-dimensional columns."""
        return {}

    @property
    def emphasis(self) -> Emphasis:
        """Whether it is drawn fully, dimmed or not at all."""
        return self._emphasis

    def set_emphasis(self, emphasis: Emphasis) -> None:
        """Draw it fully, dimmed or not at all."""
        self._emphasis = emphasis
        self.setVisible(emphasis != "hidden")
        self.setOpacity(DIM if emphasis == "dim" else 1.0)
        self.update_overlays()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.theme = theme
        self.changed()

    def neighbours(self) -> list[Mark]:
        """Return all marks of its plot, itself too, from the bottom to the top.

        Qt knows them: marks that held each other could not be collected.
        """
        group = self.parentItem()
        return [] if group is None else [item for item in group.childItems() if isinstance(item, Mark)]

    def update_overlays(self) -> None:
        """Draw again what is drawn from its spots, wherever that is."""
        for mark in self.neighbours():
            if mark.overlay:
                mark.update()

    def changed(self) -> None:
        """Draw again after a change."""
        self._key = None
        self.update()

    def moved(self) -> None:
        """Move to the place of new data."""
        self.prepareGeometryChange()
        self._bounds = self.bounds()
        self.update()

    def view_changed(self, *_: object) -> None:
        """Follow the plot's new range or size."""
        group, plot = self._plot()
        transform, rect = group.transform(), plot.boundingRect()
        inverse, invertible = transform.inverted()
        self._to_data = inverse if invertible else None
        self._screen, self._paper = (Pixels.of(transform, rect, paper) for paper in (False, True))
        self.moved()

    def bounds(self) -> QRectF:
        """Return the area it may draw on, in data coordinates: the whole plot unless a subclass knows better."""
        return self._to_data.mapRect(self._screen.rect) if self._to_data is not None else QRectF()

    def pixels(self) -> Pixels:
        """Return where data lie in the plot's pixels at present."""
        return self._screen

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw in pixels: from the cached picture on the screen, as lines and text on paper."""
        if self._to_data is None:
            return
        painter.save()
        painter.setWorldTransform(self._to_data * painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixels = self._paper if widget is None else self._screen
        try:
            if self.kept and widget is not None:
                self._paint_kept(painter, pixels, widget.devicePixelRatioF())
            else:
                self.draw(painter, pixels)
            self.draw_over(painter, pixels)
        finally:
            painter.restore()

    def _paint_kept(self, painter: QPainter, pixels: Pixels, ratio: float) -> None:
        rect = pixels.rect
        key = (*pixels.scale.tolist(), *pixels.offset.tolist(), rect.width(), rect.height(), ratio)
        if key != self._key:
            self._key = key
            self._covered = rect.intersected(self.inked(pixels)).toAlignedRect()
            self._picture = self._new_picture(pixels, ratio)
        if not self._covered.isEmpty():
            painter.drawPixmap(self._covered.topLeft(), self._picture)

    def _new_picture(self, pixels: Pixels, ratio: float) -> QPixmap:
        picture = QPixmap(self._covered.size() * ratio)
        if self._covered.isEmpty():
            return picture
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-self._covered.topLeft())
            self.draw(painter, pixels)
        return picture

    def _plot(self) -> tuple[QGraphicsItem, QGraphicsItem]:
        group = self.parentItem()
        plot = group.parentItem() if group is not None else None
        assert group is not None, "a mark is drawn only after it was added to a plot"
        assert plot is not None, "a mark is drawn only after it was added to a plot"
        return group, plot


def nearest(points: Array, at: QPointF) -> tuple[int, float]:
    """Return the index of the pixel (n, 2) nearest to `at` and its distance; infinite where there is none."""
    gaps = np.hypot(points[:, 0] - at.x(), points[:, 1] - at.y())
    gaps = np.where(np.isfinite(gaps), gaps, np.inf)
    if len(gaps) == 0:
        return -1, float("inf")
    index = int(gaps.argmin())
    return index, float(gaps[index])
