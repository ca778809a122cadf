"""Draws the symbols of several methods at one place as one symbol in their colours, so that none hides another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from typing_extensions import override

from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.canvas.ink import Pixels, draw_at, draw_symbols
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading, focus_of
from metascope.widgets.plots.canvas.spots import TOGETHER, Focus, Spot, meeting, sector

GROWN, LEAST = 1.3, 9.0  # of the largest symbol, so that a star's points are covered; pixels
RING = 2.5  # pixels: width of a ring
NAMED = 8  # methods at most that one reading names
GAP = 1.5  # pixels: of background around symbols and between their sectors


@dataclass(frozen=True)
class Shared:
    """Symbols of several methods at one place, the topmost first."""

    at: QPointF
    size: float  # pixels, of the largest
    filled: tuple[str, ...]  # roles
    hollow: tuple[str, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """All roles, the filled ones first."""
        return (*self.filled, *(role for role in self.hollow if role not in self.filled))


class SharedItem(Mark):
    """Over the marks of a plot: a symbol in sectors wherever symbols of several methods in focus lie together."""

    looks_around = True

    def __init__(self) -> None:
        super().__init__("shared")
        self._found: tuple[Focus[Mark], list[Shared]] | None = None  # last, among which symbols
        self.setZValue(101)  # above handles

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._shared(pixels)

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        for shared in self._shared(pixels):
            self._draw_one(painter, pixels, shared)

    @override
    def set_theme(self, theme: Theme) -> None:
        self._found = None
        super().set_theme(theme)

    def _shared(self, pixels: Pixels) -> list[Shared]:
        focus = self.in_focus(pixels)
        if self._found is None or self._found[0] is not focus:
            self._found = (focus, shared_in(focus, pixels, self.theme))
        return self._found[1]

    def _draw_one(self, painter: QPainter, pixels: Pixels, shared: Shared) -> None:
        filled, hollow = (self._colours(roles) for roles in (shared.filled, shared.hollow))
        inner = shared.size + GAP if len(filled) == 1 else max(LEAST, GROWN * shared.size)
        if hollow:
            ring = inner + 2 * RING + GAP if filled else inner
            _draw_kept(painter, pixels, shared.at, ring, hollow, self.theme.panel, hollow=True)
        if len(filled) == 1:
            style, at = self.theme.style(shared.filled[0]), shared.at.toTuple()
            draw_symbols(painter, pixels, [at], style.symbol, shared.size, style.colour, self.theme.panel, GAP)
        elif filled:
            _draw_kept(painter, pixels, shared.at, inner, filled, self.theme.panel, hollow=False)

    def _colours(self, roles: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.theme.style(role).colour for role in roles)


def shared_places(marks: Sequence[Mark], pixels: Pixels, theme: Theme) -> list[Shared]:
    """Return where symbols of more than one method lie together within the picture."""
    return shared_in(focus_of(marks, pixels), pixels, theme)


def shared_in(focus: Focus[Mark], pixels: Pixels, theme: Theme) -> list[Shared]:
    """Return the same of symbols that are known."""
    if len(focus.spots) < 2:
        return []
    spots, styles = focus.spots, theme.styles
    found = [index for index in focus.within(pixels.edges) if spots[index].drawn and spots[index].role in styles]
    roles = [spots[index].role for index in found]
    if len(set(roles)) < 2:
        return []
    places = [focus.pixels[index] for index in found]
    groups = meeting(places, roles)
    shared = [_shared([spots[found[index]] for index in group], QPointF(*places[group[0]])) for group in groups]
    return [one for one in shared if len(one.roles) > 1]


def owner(at: QPointF, marks: Sequence[Mark], pixels: Pixels, theme: Theme, reach: float = REACH) -> Mark | None:
    """Return the one of these marks whose sector of a shared symbol a pixel lies in, None where they share none."""
    near = [
        (math.hypot(gap.x(), gap.y()), shared)
        for shared in shared_places(marks, pixels, theme)
        for gap in [at - shared.at]
    ]
    distance, shared = min(near, key=lambda pair: pair[0], default=(math.inf, None))
    if shared is None or distance > reach:
        return None
    gap, roles = at - shared.at, shared.filled or shared.hollow
    role = roles[sector((gap.x(), gap.y()), len(roles))]
    return next((mark for mark in reversed(marks) if mark.role == role), None)


def joined(mark: Mark, reading: Reading, told: Sequence[tuple[Mark, Reading]], pixels: Pixels) -> Reading:
    """Return a mark's reading with those of the other methods at the same place, one line for each."""
    here, texts = pixels.point(reading.x, reading.y), {mark.role: reading.text}
    for other, its in told:
        gap = pixels.point(its.x, its.y) - here
        if other.role in other.theme.styles and other.role not in texts and math.hypot(gap.x(), gap.y()) <= TOGETHER:
            texts[other.role] = its.text
    return replace(reading, text="\n".join([*texts.values()][:NAMED]))


def _shared(spots: Sequence[Spot], at: QPointF) -> Shared:
    filled = dict.fromkeys(spot.role for spot in spots if not spot.hollow)
    hollow = dict.fromkeys(spot.role for spot in spots if spot.hollow)
    if not hollow.keys() - filled.keys():
        hollow = {}
    size = max(spot.size for spot in spots if not (filled and spot.hollow))
    return Shared(at, size, tuple(filled), tuple(hollow))


def _draw_kept(
    painter: QPainter, pixels: Pixels, at: QPointF, size: float, colours: tuple[str, ...], panel: str, *, hollow: bool
) -> None:
    """Draw a symbol in sectors: as shapes on paper, on the screen from a cached picture."""
    if pixels.paper:
        draw_sectors(painter, at, size, colours, panel, hollow=hollow)
        return
    draw_at(painter, at.x(), at.y(), _picture(size, colours, panel, hollow, pixels.ratio))


@lru_cache(maxsize=256)
def _picture(size: float, colours: tuple[str, ...], panel: str, hollow: bool, ratio: float) -> QPixmap:
    side = 2 * math.ceil((size / 2 + GAP) * ratio + 1)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        draw_sectors(painter, QPointF(side / ratio / 2, side / ratio / 2), size, colours, panel, hollow=hollow)
    picture.setDevicePixelRatio(ratio)
    return picture


def draw_sectors(
    painter: QPainter, at: QPointF, size: float, colours: Sequence[str], panel: str, *, hollow: bool
) -> None:
    """Draw a disc, or a ring where `hollow`, of `size` pixels in equal sectors, clockwise from the top."""
    half = size / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(panel))
    painter.drawEllipse(at, half + GAP, half + GAP)
    square = QRectF(at.x() - half, at.y() - half, size, size)
    span = 360.0 / len(colours)
    for index, colour in enumerate(colours):
        path = QPainterPath(at)
        path.arcTo(square, 90.0 - index * span, -span)
        path.closeSubpath()
        painter.setBrush(QColor(colour))
        painter.setPen(QPen(QColor(panel), 1.0) if len(colours) > 1 and not hollow else Qt.PenStyle.NoPen)
        painter.drawPath(path)
    if hollow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(panel))
        painter.drawEllipse(at, half - RING, half - RING)
    painter.setBrush(Qt.BrushStyle.NoBrush)
