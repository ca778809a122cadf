"""Pens: of a series in its style, and any other by colour, width and dash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from metascope.simulator.engine.method import Dash, Symbol
from metascope.widgets.look.colours import mixed

_DASHES: Mapping[Dash, list[float]] = {
    "solid": [],
    "dashed": [5, 3],
    "dotted": [1, 2],
    "dash-dot": [6, 2.5, 1, 2.5],
    "dash-dot-dot": [6, 2, 1, 2, 1, 2],
    "long": [10, 3],
    "long-dot": [10, 2.5, 1, 2.5],
    "long-short": [10, 2.5, 4, 2.5],
    "fine": [2.5, 2],
    "beads": [1, 1.5],
}


@dataclass(frozen=True)
class SeriesStyle:
    """How one series looks in one theme: dash and symbol tell it from others as well as its colour."""

    colour: str
    dash: Dash = "solid"
    symbol: Symbol = "disc"
    width: float = 2.0  # pixels, of its bold line

    def pen(self, width: float | None = None, dash: Dash | None = None, alpha: float = 1.0) -> QPen:
        """Return the pen of the series' line; `width` in pixels and `dash` instead of its own where given."""
        return _pen(self.colour, alpha, self.width if width is None else width, self.dash if dash is None else dash)

    def faded_pen(self, towards: str, share: float) -> QPen:
        """Return the pen of its line mixed with a share of another colour: opaque, so it is drawn in half the time."""
        return _faded_pen(self.colour, towards, share, self.width, self.dash)


@lru_cache(maxsize=512)
def _faded_pen(colour: str, towards: str, share: float, width: float, dash: Dash) -> QPen:
    return pen(mixed(colour, towards, share), width, dash)


@lru_cache(maxsize=512)  # a frame asks for the same few pens again and again
def _pen(colour: str, alpha: float, width: float, dash: Dash) -> QPen:
    faded = QColor(colour)
    faded.setAlphaF(alpha)
    return pen(faded, width, dash)


def pen(colour: QColor | str, width: float = 1.0, dash: Dash = "solid") -> QPen:
    """Return a pen of `width` pixels with round ends where it is unbroken."""
    made = QPen(QColor(colour), width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if _DASHES[dash]:
        made.setDashPattern(_DASHES[dash])
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
    else:
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
    return made
