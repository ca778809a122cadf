"""Draws lines in pixels, broken or dashed, whole or piece by piece, whichever Qt draws sooner."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from metascope.widgets.plots.canvas.ink import Array, Pixels, polygon, runs

FINE = 100  # points; longer lines are drawn piece by piece
DENSE = 4.0  # pixels of line for each pixel across


def draw_fine_line(painter: QPainter, pixels: Pixels, points: Array, pen: QPen) -> None:
    """Draw a line (n, 2) of close points, x rising; on the screen piece by piece, in half the time.

    Qt's own way is the fastest for lines one pixel wide. Dashes are cut here, in two thirds of its time. A dashed line
    that goes up and down within a few pixels has them across the plot: along the line they could not be told apart,
    and cost Qt thirty times as much. Where a line is broken dashes begin again, as Qt begins them.
    """
    if pixels.paper or len(points) < FINE or pen.widthF() <= 1:
        draw_line(painter, pixels, points, pen)
        return
    there = pixels.sees(points)
    whole = bool(there.all())
    if not whole and not _only_broken(points, there):
        draw_line(painter, pixels, points, pen)
        return
    shown = there[:-1] & there[1:]
    if pen.style() is not Qt.PenStyle.SolidLine:
        if whole and _is_dense(points):
            shown = _in_dashes(points[:-1, 0], pen)
        else:
            points, shown = _cut_in_dashes(points, there, pen)
    draw_pieces(painter, points[:-1][shown], points[1:][shown], pen)


def draw_walks(painter: QPainter, pixels: Pixels, walks: Array, pen: QPen) -> None:
    """Draw many lines (n, m, 2) that turn often, solid and broken at NaNs, in a tenth of the time of lines with joins.

    On the screen all pieces are drawn in one go, without caps; on paper each line is one.
    """
    flat = walks.reshape(-1, 2)
    seen = pixels.sees(flat)
    if pixels.paper or not _only_broken(flat, seen):
        for walk in walks:
            draw_line(painter, pixels, walk, pen)
        return
    there = seen.reshape(walks.shape[:2])
    shown = there[:, :-1] & there[:, 1:]
    draw_pieces(painter, walks[:, :-1][shown], walks[:, 1:][shown], pen)


def draw_pieces(painter: QPainter, begins: Array, ends: Array, pen: QPen) -> None:
    """Draw straight pieces from `begins` to `ends` (n, 2), without caps: with them Qt takes six times as long."""
    painter.setPen(QPen(pen.color(), pen.widthF(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, pen.joinStyle()))
    pieces = pg.Qt.internals.PrimitiveArray(QLineF, 4)
    pieces.resize(len(begins))
    told = pieces.ndarray()  # (n, 4)
    told[:, :2], told[:, 2:] = begins, ends
    painter.drawLines(*pieces.drawargs())


def _is_dense(points: Array) -> bool:
    """Return whether a line (n, 2) goes so much up and down that it fills an area."""
    return float(np.hypot(*np.diff(points, axis=0).T).sum()) > DENSE * float(np.ptp(points[:, 0]))


def _cut_in_dashes(points: Array, there: NDArray[np.bool_], pen: QPen) -> tuple[Array, NDArray[np.bool_]]:
    """Return a line (n, 2) with points (m, 2) where dashes begin and end, and whether pieces (m - 1,) are drawn.

    Points that are not `there` (n,) break the line into runs, in each of which the dashes begin anew.
    """
    kept, edges = there.nonzero()[0], _edges(pen)
    if len(kept) < 2:
        return points[:0], np.zeros(0, dtype=bool)
    points, gaps = points[kept], kept[1:] - kept[:-1] > 1
    steps, along = points[1:] - points[:-1], np.zeros(len(points))
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    lengths[gaps] = 1.0  # so that runs lie apart along the line
    lengths.cumsum(out=along[1:])  # (n,) pixels of line up to each point
    first = along[np.append(True, gaps)]  # (runs,) where they begin,
    last = along[np.append(gaps, True)]  # and where they end
    counts = ((last - first) // edges[-1]).astype(np.intp) + 1  # of the pattern in each run
    times = np.arange(counts.sum()) - np.repeat(counts.cumsum() - counts, counts)
    ends = np.repeat(first, counts)[:, None] + times[:, None] * edges[-1] + edges
    places = np.concatenate([along, ends[ends < np.repeat(last, counts)[:, None]]])  # (m,)
    places.sort()
    cut = np.empty((len(places), 2))
    for axis in (0, 1):
        cut[:, axis] = np.interp(places, along, points[:, axis])
    middles = (places[1:] + places[:-1]) / 2
    run = first.searchsorted(middles, side="right") - 1
    return cut, (middles < last[run]) & _in_dashes(middles - first[run], pen)


def _edges(pen: QPen) -> Array:
    """Return where a pen's dashes and gaps end, in pixels; even ones end dashes."""
    return _ends_of(tuple(pen.dashPattern()), pen.widthF())


@lru_cache(maxsize=64)
def _ends_of(pattern: tuple[float, ...], width: float) -> Array:
    return np.asarray(np.cumsum(pattern) * max(width, 1.0))


def _in_dashes(x: Array, pen: QPen) -> NDArray[np.bool_]:
    """Return which places (n,) lie in a dash of the pen's pattern, and not in a gap."""
    edges = _edges(pen)
    return np.asarray(np.searchsorted(edges, x % edges[-1], side="right") % 2 == 0)


def _only_broken(points: Array, there: NDArray[np.bool_]) -> bool:
    """Return whether each point (n, 2) of a line that is not `there` (n,), within the limits, is NaN."""
    return bool((there | np.isnan(points).any(axis=1)).all())


def draw_line(painter: QPainter, pixels: Pixels, points: Array, pen: QPen, *, seen: bool = False) -> None:
    """Draw a line (n, 2) in pixels, broken at NaNs; `seen`: all points are known to lie within the limits."""
    if len(points) < 2:
        return
    painter.setPen(pen)
    if seen or pixels.sees_all(points):
        painter.drawPolyline(polygon(points))
        return
    if not pixels.paper:
        there = pixels.sees(points)
        if _only_broken(points, there):
            edges = np.flatnonzero(np.diff(there, prepend=False, append=False)).tolist()
            for first, end in zip(edges[::2], edges[1::2], strict=True):
                if end - first > 1:
                    painter.drawPolyline(polygon(points[first:end]))
            return
    for run in runs(points, pixels.limits):
        if len(run) > 1:
            painter.drawPolyline(polygon(run))
