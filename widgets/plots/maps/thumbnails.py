"""Small pictures in the cells of a grid: later ones are veiled, and marks show whose answers were right."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter
from typing_extensions import override

from metascope.simulator.engine.method import Symbol
from metascope.widgets.look.pens import pen
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import DIM, Theme
from metascope.widgets.plots.canvas.ink import Array, Pixels
from metascope.widgets.plots.canvas.mark import Emphasis, Mark, Reading
from metascope.widgets.plots.canvas.paper import draw_part
from metascope.widgets.plots.maps.heatmap import CRISP
from metascope.widgets.plots.maps.surface import BELOW

Ink = NDArray[np.uint8]  # (S, S) 255 is ink, 0 is paper
Flags = NDArray[np.bool_]
FOOT = 14.0  # pixels: height of what stands below a picture
LEAST = 12.0  # pixels: side of a picture for which there must be room next to its foot
NARROW = 36.0  # pixels: width of a cell in which marks stand below the number, where its height allows it
ASIDE = 30.0  # pixels: width of what stands next to a picture in a wide and low cell
LARGEST = 112.0  # pixels: side of a picture
GAP = 4.0  # pixels between two pictures
SIGN = 8.0  # pixels: a mark of an answer


@dataclass(frozen=True)
class Spot:
    """Where a picture and what stands below it lie in a cell, in pixels."""

    picture: QRectF
    foot: QRectF  # without height where there is no room


def spots(pixels: Pixels, places: Array, theme: Theme) -> list[Spot]:
    """Return the places in the cells around `places` (n, 2)."""
    wide, high = np.abs(pixels.scale).tolist()  # of a cell
    foot, narrow = float(theme.room(FOOT)), theme.room(NARROW)
    if high - GAP - foot < theme.room(LEAST):
        foot = 0.0
    elif wide < narrow and high - 2 * foot >= wide:
        foot *= 2
    side = max(min(wide - GAP, high - GAP - foot, LARGEST), 1.0)
    base = min(wide - GAP, max(side, 4.0 * theme.room(FOOT)))
    picture = QRectF(-side / 2, -(side + foot) / 2, side, side)
    under = QRectF(-base / 2, picture.bottom(), base, foot)
    aside, line = float(theme.room(ASIDE)), float(theme.room(FOOT))
    larger = min(wide - GAP - aside, high - GAP, LARGEST)
    if larger >= max(1.25 * side, 2 * line):  # with what would stand below next to it
        picture = QRectF(-(larger + aside) / 2, -larger / 2, larger, larger)
        under = QRectF(picture.right() + GAP / 2, -line, aside - GAP / 2, 2 * line)
    middles = pixels.place(places).tolist()
    return [Spot(picture.translated(x, y), under.translated(x, y)) for x, y in middles]


def ink_image(picture: Ink, theme: Theme) -> QImage:
    """Return a picture in the theme's ink on its panel."""
    shades = np.full((*picture.shape, 4), 255, np.uint8)  # (S, S, red green blue alpha)
    shades[..., :3] = theme.unit_map[picture]
    side = len(picture)
    image = QImage(shades.tobytes(), side, side, 4 * side, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # which is drawn fastest


def draw_ink(painter: QPainter, pixels: Pixels, place: QRectF, image: QImage, theme: Theme) -> None:
    """Draw a picture with a thin frame."""
    if not pixels.rect.intersects(place):
        return
    if pixels.paper:
        draw_part(painter, pixels, place, image.scaled(image.width() * CRISP, image.height() * CRISP))
    else:
        painter.drawImage(place, image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.border))
    painter.drawRect(place)


class ThumbnailsItem(Mark):
    """Pictures with a number or a text below each, drawn in one go and cached; setting the same again costs nothing."""

    kept = True
    pinnable = False  # a click chooses a picture

    def __init__(self, name: str, tell: Callable[[int], str]) -> None:
        """Make it empty; `tell` returns the text for a picture under the pointer."""
        super().__init__(name)
        self._tell = tell
        self._pictures: NDArray[np.uint8] = np.empty((0, 1, 1), np.uint8)
        self._places = np.empty((0, 2))
        self._images: tuple[QImage, ...] = ()
        self._texts: tuple[str, ...] = ()
        self.setZValue(BELOW)

    def set(self, pictures: NDArray[np.uint8], places: Array, texts: tuple[str, ...] = ()) -> None:
        """Show pictures (n, S, S), 255 is ink, in the cells around `places` (n, 2).

        Below each stands its text, or its number from 1 where there are no texts.
        """
        same = pictures is self._pictures and np.array_equal(places, self._places)
        if same and texts == self._texts:
            return
        self._pictures, self._places, self._texts = pictures, places, texts
        if same:
            self.changed()
        else:
            self._colour()

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands below the pictures."""
        return self._texts or tuple(str(number + 1) for number in range(len(self._places)))

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._colour()

    def at(self, x: float, y: float) -> int | None:
        """Return which picture has the cell at a place along the axes, None where there is none."""
        found = np.flatnonzero((np.abs(self._places - (x, y)) <= 0.5).all(axis=1)).tolist()
        return found[0] if found else None

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setFont(self.theme.font("small"))
        found = spots(pixels, self._places, self.theme)
        for place, image, text in zip(found, self._images, self.texts, strict=True):
            draw_ink(painter, pixels, place.picture, image, self.theme)
            if place.foot.height() > 0:
                painter.setPen(QColor(self.theme.muted))
                painter.drawText(place.foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        x, y = ((np.array([at.x(), at.y()]) - pixels.offset) / pixels.scale).tolist()
        found = self.at(x, y)
        if found is None:
            return None
        x, y = self._places[found].tolist()
        return Reading(1e6, x, y, self._tell(found))

    def _colour(self) -> None:
        self._images = tuple(ink_image(picture, self.theme) for picture in self._pictures)
        self.changed()


class VeilItem(Mark):
    """A veil over the cells of later pictures, and an outline around the present one."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._places = np.empty((0, 2))
        self._seen = 0

    def set(self, places: Array, seen: int) -> None:
        """Leave the first `seen` of the cells around `places` (n, 2) unveiled; the last of these is the present one."""
        if places is not self._places or seen != self._seen:
            self._places, self._seen = places, seen
            self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        veil = QColor(self.theme.panel)
        veil.setAlphaF(1 - 1.5 * DIM)
        rect = pixels.rect.toAlignedRect()
        hidden = [spot.picture.united(spot.foot) for spot in spots(pixels, self._places[self._seen :], self.theme)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # with it, this takes ten times as long
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        whole = [part.toAlignedRect().adjusted(-1, -1, 1, 1) for part in hidden]
        painter.drawRects([part.intersected(rect) for part in whole if part.intersects(rect)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self.theme.accent, 2.5))
        for now in spots(pixels, self._places[self._seen - 1 : self._seen], self.theme):
            painter.drawRect(now.picture.adjusted(-1, -1, 1, 1))


@dataclass(frozen=True, eq=False)
class Verdict:
    """Which answers were right: a filled mark of `role` at each picture with a right answer, a hollow one elsewhere."""

    role: str
    right: Flags  # (n,)
    outlined: Flags = field(default_factory=lambda: np.empty(0, np.bool_))  # (n,) pictures with an outline in the role
    level: Emphasis = "full"


class VerdictsItem(Mark):
    """The verdicts below each picture, drawn in one go and cached."""

    kept = True

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._places = np.empty((0, 2))
        self._verdicts: tuple[Verdict, ...] = ()

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is drawn."""
        return self._verdicts

    def set(self, places: Array, verdicts: Sequence[Verdict]) -> None:
        """Show these at the pictures around `places` (n, 2)."""
        self._places, self._verdicts = places, tuple(verdicts)
        self.changed()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the marks from the right of each foot, on the picture where it has none."""
        if not len(self._places):
            return
        placed = pixels.place(self._places)  # (n, 2)
        size, corner = self._measures(painter, pixels)
        if size < 1:  # cells hardly larger than a mark
            return
        for number, verdict in enumerate(reversed(self._verdicts)):
            painter.setOpacity(DIM if verdict.level == "dim" else 1.0)
            middles = placed + np.array([corner.x() - (number + 0.6) * 1.35 * size, corner.y()])
            self._draw_signs(painter, pixels, middles, verdict, size)
            self._draw_outlines(painter, pixels, verdict)
        painter.setOpacity(1.0)

    def _measures(self, painter: QPainter, pixels: Pixels) -> tuple[float, QPointF]:
        """Return how large marks are, and from where on they stand, seen from the middle of a cell."""
        painter.setFont(self.theme.font("small"))
        digits = painter.fontMetrics().horizontalAdvance(str(len(self._places))) + 1
        line, place = self.theme.room(FOOT), spots(pixels, self._places[:1], self.theme)[0]
        room = place.foot.width() - (digits if place.foot.height() == line else 0)  # next to the number, or below it
        most = SIGN if place.foot.height() else place.picture.width() / 4
        size = min(most, room / max(1.35 * len(self._verdicts), 1.0))
        middle = place.foot.bottom() - line / 2 if place.foot.height() else place.picture.bottom() - size
        x, y = pixels.place(self._places[:1])[0].tolist()
        return size, QPointF(place.foot.right() - x, middle - y)

    def _draw_signs(self, painter: QPainter, pixels: Pixels, middles: Array, verdict: Verdict, size: float) -> None:
        """Draw a mark at each of the places (n, 2) that are visible: on the screen as copies of one picture."""
        style, seen = self.theme.style(verdict.role), pixels.sees(middles)
        for right, fill in ((True, style.colour), (False, self.theme.panel)):
            chosen = middles[seen & (verdict.right == right)]
            if pixels.paper:
                for x, y in chosen.tolist():
                    outline = pen(style.colour, 1.25)
                    draw_symbol(painter, QPointF(x, y), style.symbol, size, QBrush(QColor(fill)), outline)
                continue
            picture = _sign(style.symbol, size, fill, style.colour, painter.device().devicePixelRatioF())
            for x, y in (chosen - picture.deviceIndependentSize().width() / 2).tolist():
                painter.drawImage(QPointF(x, y), picture)

    def _draw_outlines(self, painter: QPainter, pixels: Pixels, verdict: Verdict) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.theme.style(verdict.role).pen(2.0, "solid"))
        for place in spots(pixels, self._places[np.flatnonzero(verdict.outlined)], self.theme):
            painter.drawRect(place.picture)


@lru_cache(maxsize=64)
def _sign(symbol: Symbol, size: float, fill: str, outline: str, ratio: float) -> QImage:
    """Return the picture of a mark: a copy costs a quarter of a mark."""
    side = math.ceil((size + 3) * ratio)
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(side / ratio / 2, side / ratio / 2)
        draw_symbol(painter, middle, symbol, size, QBrush(QColor(fill)), pen(outline, 1.25))
    return picture
