"""Draws a plot's scene on paper item by item, since Qt's own way leaves clips behind in SVG files."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem

from widgets.plots.canvas.ink import Pixels

Flag = QGraphicsItem.GraphicsItemFlag


def draw_scene(painter: QPainter, scene: QGraphicsScene, place: QRectF) -> None:
    """Draw a scene that is as large as `place` there, its upper left corner being the origin.

    Each item begins without a clip, or with that of the items around it, and ends without one. `QGraphicsScene.render`
    nests clips, and Qt's generator of SVG (6.11) keeps the inner one when a painter goes back to the outer one, so
    that other programs cut off what comes next.
    """
    if isinstance(scene, pg.GraphicsScene):
        scene.prepareForPaint()
    base = QTransform.fromTranslate(place.left(), place.top()) * painter.worldTransform()
    opacity = painter.opacity()
    for item in scene.items(Qt.SortOrder.AscendingOrder):
        if not item.isVisible() or item.flags() & Flag.ItemHasNoContents:
            continue
        painter.save()
        painter.setWorldTransform(base)
        clip = _clip(item)
        if clip is not None:
            painter.setClipPath(clip)
        painter.setWorldTransform(item.sceneTransform() * base)
        painter.setOpacity(opacity * item.effectiveOpacity())
        option = QStyleOptionGraphicsItem()
        option.exposedRect = item.boundingRect()  # type: ignore[attr-defined]  # PySide6's stubs leave it out
        option.rect = item.boundingRect().toAlignedRect()  # type: ignore[attr-defined]
        item.paint(painter, option, None)
        painter.restore()


def _clip(item: QGraphicsItem) -> QPainterPath | None:
    """Return what the item and those around it clip it to, in the scene's coordinates; None where nothing does."""
    clip = item.mapToScene(item.shape()) if item.flags() & Flag.ItemClipsToShape else None
    around = item.parentItem()
    while around is not None:
        if around.flags() & (Flag.ItemClipsChildrenToShape | Flag.ItemContainsChildrenInShape):
            shape = around.mapToScene(around.shape())
            clip = shape if clip is None else clip.intersected(shape)
        around = around.parentItem()
    return clip


def draw_part(painter: QPainter, pixels: Pixels, frame: QRectF, image: QImage) -> None:
    """Draw of an image that fills `frame` the part within the plot, cut at whole pixels of it where it is on paper.

    Qt's generator of SVG draws images whole only.
    """
    seen = frame.intersected(pixels.rect)
    if seen.width() <= 0 or seen.height() <= 0:
        return
    across, down = frame.width() / image.width(), frame.height() / image.height()
    left, top = (seen.left() - frame.left()) / across, (seen.top() - frame.top()) / down
    part = QRectF(left, top, seen.width() / across, seen.height() / down)
    if not pixels.paper:
        painter.drawImage(seen, image, part)
        return
    whole = part.toAlignedRect().intersected(image.rect())
    corner = QPointF(frame.left() + whole.left() * across, frame.top() + whole.top() * down)
    painter.drawImage(QRectF(corner.x(), corner.y(), whole.width() * across, whole.height() * down), image.copy(whole))
