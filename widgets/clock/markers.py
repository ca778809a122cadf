"""Markers of events on a clock's track, with a shape and a colour for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import Theme

MarkerKind = Literal["steering", "bookmark", "failure", "best", "pause", "branch"]
EDGE = 4.0  # px from a track's middle, beyond which marks are drawn and hit


@dataclass(frozen=True)
class Marker:
    """An event at a step: a change by hand, a bookmark, a failure, a metric's best value, a breakpoint or a branch."""

    step: int
    kind: MarkerKind
    text: str  # shown under the pointer


ABOVE: frozenset[MarkerKind] = frozenset({"steering", "failure", "pause"})  # the others hang below the track
_ORDER: tuple[MarkerKind, ...] = ("branch", "best", "bookmark", "steering", "pause", "failure")  # the last on top

# Corners in pixels from the middle of the track, y down.
_Corners = tuple[tuple[float, float], ...]
_FILLED: Mapping[MarkerKind, _Corners] = {
    "steering": ((-4, -12), (4, -12), (0, -5)),
    "bookmark": ((-3, 5), (3, 5), (3, 13), (0, 10), (-3, 13)),
    "best": ((0, 5), (4, 9.5), (0, 14), (-4, 9.5)),
}
_STROKED: Mapping[MarkerKind, tuple[_Corners, ...]] = {
    "failure": (((-3.5, -13), (3.5, -6)), ((3.5, -13), (-3.5, -6))),
    "pause": (((-2.5, -13), (-2.5, -6)), ((2.5, -13), (2.5, -6))),
    "branch": (((0, 5), (0, 8.5)), ((0, 8.5), (-3.5, 13)), ((0, 8.5), (3.5, 13))),
}


def marker_colour(kind: MarkerKind, theme: Theme) -> str:
    """Return the colour of a kind of marker."""
    return {
        "steering": theme.warning,
        "bookmark": theme.accent,
        "failure": theme.error,
        "best": theme.success,
        "pause": theme.text,
        "branch": theme.info,
    }[kind]


def paint_marker(painter: QPainter, kind: MarkerKind, at: QPointF, theme: Theme) -> None:
    """Draw a marker above or below `at`, a point in the middle of the track."""
    colour = QColor(marker_colour(kind, theme))
    if kind in _FILLED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(_placed(_FILLED[kind], at))
        return
    painter.setPen(pen(colour, 2.0))
    for line in _STROKED[kind]:
        painter.drawPolyline(_placed(line, at))


def in_painting_order(markers: Iterable[Marker]) -> list[Marker]:
    """Return the markers in an order that draws the more important kinds on top."""
    return sorted(markers, key=lambda marker: _ORDER.index(marker.kind))


def _placed(corners: _Corners, at: QPointF) -> QPolygonF:
    return QPolygonF([at + QPointF(across, down) for across, down in corners])
