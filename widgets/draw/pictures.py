"""Makes of strokes, or of a grey picture, what networks see: a small picture, white ink on black, centred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from metascope.widgets.draw.reading import Grey

Ink = NDArray[np.uint8]  # (side, side) 255 is ink, 0 is paper
FILLED = (
    0.72  # of a picture's side by the longer side of its ink: between the medians of glyphs (.79) and Omniglot (.68)
)
FACTOR = 8  # pixels along an edge that strokes are drawn with, for each pixel of the picture
NOISE = 40  # ink of a grey picture up to this is paper
WIDTHS = (0.03, 0.06, 0.10)  # of a picture's side: a thin, usual and thick stroke


@dataclass(frozen=True, eq=False)
class Stroke:
    """One stroke: places (n, 2) from 0 to 1 to the right and down, and its width relative to a picture's side."""

    points: NDArray[np.float64]
    width: float = WIDTHS[1]


def picture_of_strokes(strokes: Sequence[Stroke], side: int) -> Ink:
    """Return strokes as a picture (side, side) of the usual size in its middle; black where there are none.

    The strokes' places are scaled, their widths are not.
    """
    if not strokes:
        return np.zeros((side, side), np.uint8)
    places = np.concatenate([stroke.points for stroke in strokes])
    low, high = places.min(axis=0), places.max(axis=0)
    widest = max(stroke.width for stroke in strokes)
    scale = (FILLED - widest) / max(float((high - low).max()), 1e-9)
    scale = min(scale, 1 / max(widest, 1e-9))  # a dot stays a dot
    moved = [Stroke((stroke.points - (low + high) / 2) * scale + 0.5, stroke.width) for stroke in strokes]
    return bright(shrunk(to_the_middle(drawn(moved, FACTOR * side)), side))


def picture_of_grey(grey: Grey, side: int) -> tuple[Ink, bool]:
    """Return a grey picture (height, width) as the networks see it (side, side), and whether it was light on dark.

    Its paper is the shade along its edges; what differs from it is ink.
    """
    edge = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    paper = float(np.median(edge))
    inverted = paper < 127.5
    apart = np.clip(grey.astype(np.float64) - paper if inverted else paper - grey.astype(np.float64), 0, None)
    most = float(apart.max(initial=0.0))
    ink = 255 * apart / most if most > NOISE else np.zeros_like(apart)
    ink[ink <= NOISE] = 0
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return np.zeros((side, side), np.uint8), inverted
    ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    whole = max(round(max(ink.shape) / FILLED), 1)
    square = np.zeros((whole, whole))
    top, left = ((whole - size) // 2 for size in ink.shape)
    square[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return bright(shrunk(to_the_middle(square), side)), inverted


def drawn(strokes: Sequence[Stroke], side: int) -> NDArray[np.float64]:
    """Return the ink of strokes drawn with round ends on (side, side) pixels, 0 to 255."""
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in strokes:
            made = QPen(QColor(Qt.GlobalColor.white), stroke.width * side)
            made.setCapStyle(Qt.PenCapStyle.RoundCap)
            made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(made)
            places = [QPointF(x, y) for x, y in (side * stroke.points).tolist()]
            if len(places) == 1:
                painter.drawPoint(places[0])
            else:
                painter.drawPolyline(QPolygonF(places))
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(side, image.bytesPerLine())
    return rows[:, :side].astype(np.float64)


def to_the_middle(ink: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ink (S, S) moved so that its centre of mass is in the middle, by whole pixels, as far as none is lost."""
    size, total = len(ink), ink.sum()
    if not total:
        return ink
    middles = [float(ink.sum(axis=axis) @ np.arange(size) / total) for axis in (1, 0)]
    inked = [np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0)]
    moves = [
        int(np.clip(round((size - 1) / 2 - middle), -where[0], size - 1 - where[-1]))
        for middle, where in zip(middles, inked, strict=True)
    ]
    return np.roll(ink, moves, (0, 1))


def shrunk(ink: NDArray[np.float64], side: int) -> NDArray[np.float64]:
    """Return ink (S, S) on (side, side) pixels, each the mean of what it covers."""
    edges = np.linspace(0, len(ink), side + 1)
    for _ in range(2):  # down, then across
        sums = np.concatenate([np.zeros((1, ink.shape[1])), ink.cumsum(axis=0)])  # up to each edge between pixels
        whole = np.floor(edges).astype(int)
        rest = (edges - whole)[:, None] * ink[np.minimum(whole, len(ink) - 1)]
        ink = (np.diff(sums[whole] + rest, axis=0) * side / len(ink)).T
    return ink


def bright(ink: NDArray[np.float64]) -> Ink:
    """Return ink whose brightest pixel is white."""
    return np.asarray(np.rint(ink * (255 / max(float(ink.max(initial=0.0)), 1.0))), np.uint8)
