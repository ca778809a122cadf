"""Draws all marks of a plot as one item, and a view's plots by themselves where nothing around them has changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from weakref import ReferenceType, ref

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from metascope.widgets.plots.canvas.axes import Axes
from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.canvas.mark import Mark, focus_of
from metascope.widgets.plots.canvas.spots import Focus

ANTIALIASING = QPainter.RenderHint.Antialiasing
STILL = 2  # times that a mark was drawn without a change before it is drawn from a picture,
TOGETHER = 3  # in which at least so many marks are
NEXT = 3  # pixels: what is nearer to a plot is drawn together with it
SETTLE = QEvent.Type(QEvent.registerEventType())


@dataclass
class _Layer:
    """A picture of marks that lie directly on each other and do not change."""

    marks: tuple[Mark, ...]
    picture: QPixmap


class Drawing(QGraphicsObject):
    """All marks of one plot: one call from Qt draws them, however many there are.

    It lies in the box of the plot's axes and draws in its pixels. Marks that have not changed for a while share a
    picture: what is drawn anew is what moves.
    """

    def __init__(self, axes: Axes) -> None:
        super().__init__(axes.box)
        self._axes = axes
        self._added: list[Mark] = []
        self._sorted: tuple[Mark, ...] | None = None  # from the bottom to the top
        self._shown: tuple[Mark, ...] = ()  # those of them that are visible
        self._screen = self._paper = Pixels.of(QTransform(), QRectF())
        self._layers: list[_Layer] = []
        self._there = False  # whether there is a plane to draw on
        self._asked = False  # to be drawn again
        self._focus: Focus[Mark] | None = None  # on the screen, where it has been asked for since the last change
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
        self._layers.clear()
        self.draw_again()

    def draw_again(self) -> None:
        """Draw all marks again soon."""
        if self._focus is not None:
            self._focus = None
        if self._asked or self._canvas is None:
            return
        canvas = self._canvas()
        if canvas is not None:
            self._asked = True
            canvas.viewport().update(self.place())

    def in_focus(self, pixels: Pixels) -> Focus[Mark]:
        """Return the symbols of the marks that are drawn fully."""
        if pixels is not self._screen:
            return focus_of(self.marks, pixels)
        if self._focus is None:
            self._focus = focus_of(self.marks, pixels)
        return self._focus

    def settle_soon(self) -> None:
        """Lie in the plot's new range before it is painted."""
        canvas = None if self._canvas is None else self._canvas()
        if canvas is not None:
            canvas.settle_soon()

    def lie_on(self, canvas: Canvas) -> None:
        """Be drawn by a canvas."""
        self._canvas = ref(canvas)

    def follow(self, *_: object) -> None:
        """Follow the plot's new range or size."""
        box = self._axes.box
        transform, rect = box.childGroup.transform(), box.boundingRect()
        self.prepareGeometryChange()
        scales = transform.m11(), transform.m22()  # Qt takes a product below 1e-12 for 0, as of numbers beyond 1e17
        self._there = all(math.isfinite(scale) and scale != 0 for scale in scales)
        self._paper = Pixels.of(transform, rect, paper=True)
        self.lie_in(Pixels.of(transform, rect, ratio=self._screen.ratio))
        self.draw_again()

    def lie_in(self, pixels: Pixels) -> None:
        """Lie in these pixels of the screen, with all marks."""
        self._screen, self._focus = pixels, None
        self._layers.clear()
        for mark in self._added:
            mark.lie_in(pixels)

    @override
    def boundingRect(self) -> QRectF:
        return self._screen.rect

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the marks, on the screen from cached pictures, as lines and text on paper."""
        if widget is not None:
            self._draw_on_screen(painter, widget.devicePixelRatioF())
        elif self._there and self.marks:
            _draw([mark for mark in self._shown if not mark.blank(self._paper)], painter, self._paper)

    def place(self) -> QRect:
        """Return the pixels of the scene that it lies on."""
        return self.mapRectToScene(self._screen.rect).toAlignedRect()

    def draw_alone(self, painter: QPainter, ratio: float) -> None:
        """Draw, over a background, in the pixels of the scene what the scene would draw where the plot lies."""
        painter.save()
        painter.translate(self.mapToScene(QPointF()))
        painter.setClipRect(self._screen.rect)
        self._draw_on_screen(painter, ratio)
        painter.restore()
        for axis in (self._axes.left, self._axes.bottom):
            axis.draw_kept(painter, self.place())

    def _draw_on_screen(self, painter: QPainter, ratio: float) -> None:
        """Draw the marks, those that stand still from the pictures that they share."""
        self._asked = False
        if not self._there or not self.marks:
            return
        if ratio != self._screen.ratio:
            self.lie_in(replace(self._screen, ratio=ratio))
        inked = self._inked()
        known, self._layers = {layer.marks: layer for layer in self._layers}, []
        for still, group in groupby(inked, key=_stands_still):
            marks = tuple(group)
            if not still or len(marks) < TOGETHER:
                _draw(marks, painter, self._screen)
                continue
            layer = known.get(marks) or _Layer(marks, self._picture_of(marks))
            self._layers.append(layer)
            painter.drawPixmap(QPointF(), layer.picture)

    def _inked(self) -> list[Mark]:
        """Return the marks of which there is something to draw on the screen; those that look around do it again."""
        screen, shown = self._screen, [(mark, mark.known) for mark in self._shown]
        moved, found = not all(known.still for _, known in shown), []
        for mark, known in shown:
            if moved and mark.looks_around:
                known.still = 0
            if mark.blank(screen):
                known.still += 1
            else:
                found.append(mark)
        return found

    def _picture_of(self, marks: Sequence[Mark]) -> QPixmap:
        pixels = self._screen
        picture = QPixmap((pixels.rect.size() * pixels.ratio).toSize() + QSize(1, 1))
        picture.setDevicePixelRatio(pixels.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            _draw(marks, painter, pixels)
        return picture


def _stands_still(mark: Mark) -> bool:
    """Return whether a mark is as it was the last times that this was asked."""
    known = mark.known
    known.still += 1
    return known.still > STILL


def _draw(marks: Sequence[Mark], painter: QPainter, pixels: Pixels) -> None:
    whole = painter.opacity()
    painter.save()
    painter.setRenderHint(ANTIALIASING)
    for mark in marks:
        painter.save()
        opacity = mark.opacity()
        if opacity != 1.0:
            painter.setOpacity(whole * opacity)
        mark.paint_in(painter, pixels)
        painter.restore()
    painter.restore()


class Canvas(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws what lies on it as Qt's scene would; only the marks of plots, where nothing else has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._drawings: list[Drawing] = []
        self._settling = False

    def settle_soon(self) -> None:
        """Make ranges final before the next paint: where a paint does so itself, Qt paints everything once more."""
        if not self._settling:
            self._settling = True
            QCoreApplication.postEvent(self, QEvent(SETTLE), Qt.EventPriority.HighEventPriority.value)

    def customEvent(self, event: QEvent) -> None:
        """Make ranges final."""
        self._settling = False
        self.scene().prepareForPaint()

    def take(self, drawing: Drawing) -> None:
        """Draw a plot, which lies in the scene."""
        self._drawings.append(drawing)
        drawing.lie_on(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what has changed."""
        self.scene().prepareForPaint()  # ranges become final
        alone, rest = self._parted(event.region())
        if not rest.isEmpty():
            super().paintEvent(QPaintEvent(rest))
        if alone:
            viewport = self.viewport()
            with QPainter(viewport) as painter:
                for drawing in alone:
                    painter.fillRect(drawing.place(), self.backgroundBrush())
                    drawing.draw_alone(painter, viewport.devicePixelRatioF())

    def _parted(self, region: QRegion) -> tuple[list[Drawing], QRegion]:
        """Return the plots in a region that are drawn alone, and what is left to the scene."""
        places = [(drawing, drawing.place()) for drawing in self._drawings]
        found = [(drawing, place) for drawing, place in places if region.intersects(place)]
        rest = region
        for _, place in found:
            rest = rest.subtracted(QRegion(place))
        if any(rest.intersects(place.adjusted(-NEXT, -NEXT, NEXT, NEXT)) for _, place in found):
            return [], region  # the scene would draw the marks too
        return [drawing for drawing, _ in found], rest
