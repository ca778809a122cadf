"""Draws maps within their plot, also where the paper is a file that knows whole images only."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from metascope.widgets.plots.canvas.ink import Pixels


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
    x, y = frame.left() + whole.left() * across, frame.top() + whole.top() * down
    painter.drawImage(QRectF(x, y, whole.width() * across, whole.height() * down), image.copy(whole))
