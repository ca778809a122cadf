"""Draws all marks of a plot as one item, and a view's plots by themselves where nothing around them has changed."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import ReferenceType, ref

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from widgets.plots.canvas.axes import Axes
from widgets.plots.canvas.ink import Pixels
from widgets.plots.canvas.mark import Mark


class Drawing(QGraphicsObject):
    """All marks of one plot: one call from Qt draws them, however many there are.

    It lies in the box of the plot's axes and draws in its pixels.
    """

    def __init__(self, axes: Axes) -> None:
        super().__init__(axes.box)
        self._axes = axes
        self._added: list[Mark] = []
        self._sorted: tuple[Mark, ...] | None = None  # from the bottom to the top
        self._shown: tuple[Mark, ...] = ()  # those of them that are visible
        self._screen = self._paper = Pixels.of(QTransform(), QRectF())
        self._there = False  # whether there is a plane to draw on
        self._asked = False  # to be drawn again
        self._canvas: ReferenceType[Canvas] | None = None
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        axes.box.sigTransformChanged.connect(self.follow)
        self.follow()

    @property
    def marks(self) -> Sequence[Mark]:
        """Its marks, from the bottom to the top."""
        if self._sorted is None:
            self._sorted = tuple(sorted(self._added, key=Mark.zValue))
            self._shown = tuple(mark for mark in self._sorted if mark.isVisible())
        return self._sorted

    def add(self, mark: Mark) -> None:
        """Draw a mark from now on, above those of its height that were added before."""
        z = mark.zValue()
        self._axes.box.addItem(mark, ignoreBounds=True)
        mark.setZValue(z)  # pyqtgraph lifts what lies below the plot
        mark.join(ref(self))
        mark.lie_in(self._screen)
        self._added.append(mark)
        self.sort()

    def remove(self, mark: Mark) -> None:
        """Draw a mark no longer."""
        self._added.remove(mark)
        mark.join(None)
        self._axes.box.removeItem(mark)
        self.sort()

    def sort(self) -> None:
        """Draw the marks in another order, or others of them."""
        self._sorted = None
        self.draw_again()

    def draw_again(self) -> None:
        """Draw all marks again soon."""
        canvas = self._canvas() if self._canvas is not None else None
        if canvas is not None and not self._asked:
            self._asked = True
            canvas.viewport().update(self.place())

    def lie_on(self, canvas: Canvas) -> None:
        """Be drawn by a canvas."""
        self._canvas = ref(canvas)

    def follow(self, *_: object) -> None:
        """Follow the plot's new range or size."""
        box = self._axes.box
        transform, rect = box.childGroup.transform(), box.boundingRect()
        self.prepareGeometryChange()
        self._there = transform.isInvertible()
        self._screen, self._paper = (Pixels.of(transform, rect, paper) for paper in (False, True))
        for mark in self._added:
            mark.lie_in(self._screen)
        self.draw_again()

    @override
    def boundingRect(self) -> QRectF:
        return self._screen.rect

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the marks, on the screen from cached pictures, as lines and text on paper."""
        if widget is None:
            self._draw(painter, self._paper, 1.0)
        else:
            self._asked = False
            self._draw(painter, self._screen, widget.devicePixelRatioF())

    def place(self) -> QRect:
        """Return the pixels of the scene that it lies on."""
        return self.mapRectToScene(self._screen.rect).toAlignedRect()

    def draw_alone(self, painter: QPainter, ratio: float) -> None:
        """Draw, over a background, in the pixels of the scene what the scene would draw where the plot lies."""
        self._asked = False
        painter.save()
        painter.translate(self.mapToScene(QPointF()))
        painter.setClipRect(self._screen.rect)
        self._draw(painter, self._screen, ratio)
        painter.restore()
        for axis in (self._axes.left, self._axes.bottom):
            axis.draw_kept(painter, self.place())

    def _draw(self, painter: QPainter, pixels: Pixels, ratio: float) -> None:
        if not self._there:
            return
        _ = self.marks  # they are sorted
        whole = painter.opacity()
        for mark in self._shown:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if mark.opacity() != 1.0:
                painter.setOpacity(whole * mark.opacity())
            mark.paint_in(painter, pixels, ratio)
            painter.restore()


class Canvas(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws what lies on it as Qt's scene would; only the marks of plots, where nothing else has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._drawings: list[Drawing] = []

    def take(self, drawing: Drawing) -> None:
        """Draw a plot, which lies in the scene."""
        self._drawings.append(drawing)
        drawing.lie_on(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what has changed."""
        self.scene().prepareForPaint()  # ranges become final
        alone = self._alone(event.region())
        if not alone:
            super().paintEvent(event)
            return
        viewport = self.viewport()
        with QPainter(viewport) as painter:
            for drawing in alone:
                painter.fillRect(drawing.place(), self.backgroundBrush())
                drawing.draw_alone(painter, viewport.devicePixelRatioF())

    def _alone(self, region: QRegion) -> list[Drawing]:
        """Return the plots in a region, none where it is larger than they are."""
        places = [(drawing, drawing.place()) for drawing in self._drawings]
        found = [(drawing, place) for drawing, place in places if region.intersects(place)]
        for _, place in found:
            region = region.subtracted(QRegion(place))
        return [drawing for drawing, _ in found] if region.isEmpty() else []
