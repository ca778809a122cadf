"""Draws the parts of an episode in pixels, the same on the screen and on paper."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPixmap, QPolygonF

from metascope.simulator.engine.method import Symbol
from metascope.widgets.cell.ink import Still
from metascope.widgets.episode.arrangement import Arrangement, QueryPlace
from metascope.widgets.episode.contents import Answers, Inks
from metascope.widgets.look.colours import mixed
from metascope.widgets.look.pens import pen
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import CLASS_LETTERS, DIM, GRID, LIGHT, RADIUS, Theme
from metascope.widgets.plots.canvas.ink import draw_at, draw_copies
from metascope.widgets.plots.maps.heatmap import CRISP
from metascope.widgets.plots.maps.thumbnails import ink_image

SIGN = 8.0  # pixels: a method's symbol
VERDICT = 7.0  # pixels: a tick or a cross
READABLE = 11.0  # pixels: height of a row with letters
TINY = 5.5  # pixels: less than a symbol needs
NARROW = 34.0  # pixels: a row in which there is room for a bar beside the symbols
WRITTEN = 46.0  # pixels: a column in which a probability is written at its bar
TAG = 11.0  # pixels: side of the square with the letter of a query's class
TAGGED = 20.0  # pixels: side of a picture from which it has room for that
SHORT = 8  # characters of a class's name that is written wholly or not at all
STRIP = 5.0  # pixels for each class in a row of a query's bars
FEW = 6  # classes at most whose probabilities are drawn side by side in a query's row


Detail = Literal["bars", "symbols", "squares"]


class PictureCache:
    """The images of pictures in the colours of a theme, made again where pictures or theme have changed."""

    def __init__(self) -> None:
        self._pictures: Inks = np.empty((0, 1, 1), np.uint8)
        self._theme: Theme | None = None
        self._images: tuple[QImage, ...] = ()

    def of(self, pictures: Inks, theme: Theme) -> tuple[QImage, ...]:
        """Return the images of pictures (n, S, S)."""
        if pictures is not self._pictures or theme is not self._theme:
            self._pictures, self._theme = pictures, theme
            self._images = tuple(ink_image(picture, theme) for picture in pictures)
        return self._images


class EpisodePainter:
    """Draws with one painter in one theme within `rect`; on paper nothing is taken from kept pictures."""

    def __init__(self, painter: QPainter, theme: Theme, rect: QRectF, *, paper: bool) -> None:
        self._painter, self._theme, self._rect, self._paper = painter, theme, rect, paper
        self._ratio = 1.0 if paper else painter.device().devicePixelRatioF()
        self._small = theme.font("small")
        self._metrics = QFontMetricsF(self._small)
        self._wide, self._letter = (self._metrics.horizontalAdvance(text) for text in ("0.00", "W"))

    def kept(self, still: Still, key: tuple[object, ...], draw: Callable[[EpisodePainter], None]) -> None:
        """Draw a part, on the screen from what is kept of it under the same key."""
        if self._paper:
            draw(self)
            return

        def again(painter: QPainter) -> None:
            draw(EpisodePainter(painter, self._theme, self._rect, paper=False))

        still.draw(self._painter, self._rect, self._ratio, key, again)

    def picture(self, place: QRectF, image: QImage, colour: str, width: float = 1.0) -> Self:
        """Draw a picture in a frame of a colour."""
        if self._paper:  # readers of files smooth what they enlarge
            image = image.scaled(image.width() * CRISP, image.height() * CRISP)
        self._painter.drawImage(place, image)
        self.frame(place, colour, width)
        return self

    def query(self, place: QRectF, image: QImage, truth: int) -> None:
        """Draw a query in the tint of its class, with its letter where there is room."""
        if truth < 0:
            self.picture(place, image, self._theme.border)
            return
        tint = self._theme.style(f"class.{CLASS_LETTERS[truth]}").colour
        self.picture(place, image, tint)
        if place.width() < TAGGED:
            return
        tag = QRectF(place.right() - TAG + 1, place.bottom() - TAG + 1, TAG, TAG)
        self._painter.fillRect(tag, QColor(tint))
        font = self._theme.font("small", bold=True)
        font.setPixelSize(round(TAG) - 1)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._theme.panel))
        self._painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, CLASS_LETTERS[truth])

    def frame(self, place: QRectF, colour: str, width: float, outset: float = 0.0) -> None:
        """Draw a frame around a place."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(pen(colour, width))
        self._painter.drawRect(place.adjusted(-outset, -outset, outset, outset))

    def text(self, place: QRectF, text: str, colour: str, flags: Qt.AlignmentFlag, *, bold: bool = False) -> None:
        """Draw a line of small text, elided where it does not fit."""
        font = self._theme.font("small", bold) if bold else self._small
        metrics = QFontMetricsF(font) if bold else self._metrics
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        self._painter.drawText(place, flags | Qt.AlignmentFlag.AlignVCenter, shown)

    def head(self, place: QRectF, way: int, name: str, *, chosen: bool) -> None:
        """Draw a column's head: the class's letter on its tint, and its name where there is room."""
        tint = self._theme.style(f"class.{CLASS_LETTERS[way]}").colour
        chip = place.adjusted(1, 1, -1, -2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(tint))
        self._painter.drawRoundedRect(chip, RADIUS, RADIUS)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen:
            self.frame(chip, self._theme.accent, 2.0)
        letter = CLASS_LETTERS[way]
        wide = self._metrics.horizontalAdvance("W ")
        inner = chip.adjusted(GRID / 2, 0, -GRID / 2, 0)
        least = name if len(name) <= SHORT else f"{name[: SHORT // 2]}…"
        named = bool(name) and inner.width() >= wide + self._metrics.horizontalAdvance(least)
        side = Qt.AlignmentFlag.AlignLeft if named else Qt.AlignmentFlag.AlignHCenter
        self.text(inner if named else chip, letter, self._theme.panel, side, bold=True)
        if named:
            self.text(inner.adjusted(wide, 0, 0, 0), name, self._theme.panel, Qt.AlignmentFlag.AlignRight)

    def symbol(self, at: QPointF, role: str, size: float, *, wrong: bool = False) -> None:
        """Draw a method's symbol, hollow and struck through where it is wrong."""
        if self._paper:
            _draw_sign(self._painter, at, *self._sign_of(role, size, wrong=wrong))
        else:
            draw_at(self._painter, at.x(), at.y(), self._kept_sign(role, size, wrong=wrong))

    def _kept_sign(self, role: str, size: float, *, wrong: bool) -> QPixmap:
        return _sign(*self._sign_of(role, size, wrong=wrong), self._ratio)

    def _sign_of(self, role: str, size: float, *, wrong: bool) -> tuple[Symbol, float, str, str, str]:
        """Return symbol, size, the colours of area and outline, and that of the stroke through it."""
        style, theme = self._theme.style(role), self._theme
        symbol: Symbol = "disc" if style.symbol == "none" else style.symbol
        return (
            symbol,
            size,
            *((theme.panel, style.colour, theme.error) if wrong else (style.colour, style.colour, "")),
        )

    def verdict(self, at: QPointF, right: bool | None, size: float = VERDICT) -> None:
        """Draw a tick or a cross in the colours of success and error; nothing where nobody knows."""
        if right is None:
            return
        colour = self._theme.success if right else self._theme.error
        if self._paper:
            _draw_verdict(self._painter, at, right, size, colour)
        else:
            draw_at(self._painter, at.x(), at.y(), _verdict(right, size, colour, self._ratio))

    def word(self, place: QRectF, text: str, colour: str, *, bold: bool = False) -> None:
        """Write a letter or a number at the left of a place; one of few, of which pictures are kept."""
        if self._paper:
            self.text(place, text, colour, Qt.AlignmentFlag.AlignLeft, bold=bold)
            return
        made = _written(text, self._theme.font("small", bold).pixelSize(), bold, colour, self._ratio)
        high = made.deviceIndependentSize().height()
        self._painter.drawPixmap(QPointF(place.left(), place.center().y() - high / 2), made)

    def row(self, place: Arrangement, line: QRectF, answers: Answers, query: int, truth: int, count: str) -> None:
        """Draw a method's answer about the chosen query: its name and verdict, and a bar in each class's column.

        Next to the name stands how many queries it answers correctly.
        """
        self._painter.setOpacity(DIM if answers.level == "dim" else 1.0)
        middle, left = line.center().y(), line.left() + GRID
        self.symbol(QPointF(left, middle), answers.role, min(SIGN, line.height() - 2))
        end = place.gutter.right() - GRID
        self.verdict(QPointF(end - VERDICT / 2, middle), answers.is_right(query, truth))
        name = QRectF(left + SIGN, line.top(), end - VERDICT - GRID / 2 - left - SIGN, line.height())
        self.text(name, count, self._theme.muted, Qt.AlignmentFlag.AlignRight)
        name.setRight(name.right() - self._metrics.horizontalAdvance(f"{count} "))
        self.text(name, answers.label, self._theme.text, Qt.AlignmentFlag.AlignLeft)
        chosen = answers.chosen(query)
        for way, column in enumerate(place.columns):
            track = QRectF(column.left() + 3, line.top() + 1.5, column.width() - 6, line.height() - 3)
            self._bar(track, answers, query, way, strong=way == chosen)
        self._painter.setOpacity(1.0)

    def _bar(self, track: QRectF, answers: Answers, query: int, way: int, *, strong: bool) -> None:
        share = float(answers.probabilities[query, way])
        self._painter.fillRect(track, QColor(self._theme.grid))
        if not np.isfinite(share):
            return
        bar = QRectF(track.left(), track.top(), min(max(share, 0.0), 1.0) * track.width(), track.height())
        self._painter.fillRect(bar, QColor(self._theme.style(answers.role).colour))
        if track.width() < self._theme.room(WRITTEN) or track.height() < READABLE - 3:
            return
        room = self._wide + GRID / 2
        if bar.right() + room < track.right():
            place = QRectF(bar.right() + GRID / 4, track.top(), room, track.height())
            self.word(place, f"{share:.2f}", self._theme.text if strong else self._theme.muted)
        elif strong:
            place = QRectF(bar.right() - room, track.top(), room, track.height())
            self.word(place, f"{share:.2f}", self._theme.panel, bold=True)

    def detail(self, places: Sequence[QueryPlace], methods: int) -> Detail:
        """Return what there is room for beside each query: bars with a tick or a cross, symbols, or squares."""
        if not places or not methods:
            return "bars"
        area = places[0].answers
        if self._row_height(area, methods) >= READABLE - 1 and area.width() >= NARROW:
            return "bars"
        return "symbols" if _sign_grid(area, methods)[1] >= TINY else "squares"

    def _row_height(self, area: QRectF, methods: int) -> float:
        return min(area.height() / methods, float(self._theme.room(15)))

    def answers(self, places: Sequence[QueryPlace], answers: Sequence[Answers], truths: Sequence[int]) -> None:
        """Draw the answers about all queries: rows of bars where there is room, else a symbol for each method."""
        if not answers or not places:
            return
        area = places[0].answers  # all are of one size
        if self.detail(places, len(answers)) != "bars":
            self._signs([place.answers for place in places], answers, truths)
            return
        high = self._row_height(area, len(answers))
        for query, place in enumerate(places):
            for index, one in enumerate(answers):
                line = QRectF(place.answers.left(), place.answers.top() + index * high, area.width(), high)
                self._short_row(line, one, query, truths[query])
        self._painter.setOpacity(1.0)

    def _short_row(self, line: QRectF, answers: Answers, query: int, truth: int) -> None:
        self._painter.setOpacity(DIM if answers.level == "dim" else 1.0)
        middle, right, chosen = line.center().y(), answers.is_right(query, truth), answers.chosen(query)
        self.symbol(QPointF(line.left() + SIGN / 2 + 1, middle), answers.role, SIGN - 1)
        wide = self._letter
        letters = QRectF(line.left() + SIGN + 4, line.top(), wide + 1, line.height())
        if chosen is not None:
            self.word(letters, CLASS_LETTERS[chosen], self._theme.text)
        self.verdict(QPointF(letters.right() + VERDICT / 2 + 3, middle), right, VERDICT - 1)
        track = QRectF(letters.right() + VERDICT + 7, line.top() + 2, 0, line.height() - 4)
        track.setRight(line.right() - 1)
        if track.width() < GRID:
            return
        colour = QColor(self._theme.style(answers.role).colour)
        shares = np.nan_to_num(answers.probabilities[query])
        if len(shares) <= FEW and track.width() >= STRIP * len(shares):
            self._strip(track, shares.tolist(), colour)
            return
        self._painter.fillRect(track, QColor(self._theme.grid))
        share = float(shares.max(initial=0.0))
        self._painter.fillRect(QRectF(track.left(), track.top(), share * track.width(), track.height()), colour)

    def _strip(self, track: QRectF, shares: Sequence[float], colour: QColor) -> None:
        """Draw upright bars side by side, one for each class."""
        wide = min(track.width() / len(shares), 2.5 * STRIP)
        left, bottom, high = track.left(), track.bottom(), track.height()
        self._painter.fillRect(QRectF(left, bottom - 1, wide * len(shares) - 1, 1), QColor(self._theme.muted))
        for index, share in enumerate(shares):
            if share * high > 1:
                self._painter.fillRect(
                    QRectF(left + index * wide, bottom - share * high, wide - 1, share * high), colour
                )

    def _signs(self, areas: Sequence[QRectF], answers: Sequence[Answers], truths: Sequence[int]) -> None:
        """Draw a symbol for each method, filled where it is right, hollow and struck through where it is wrong.

        Where there is no room for symbols a right answer is a square in the method's colour, a wrong one a thin line.
        """
        across, cell = _sign_grid(areas[0], len(answers))
        corners = np.array([(area.left(), area.top()) for area in areas])  # (Q, 2)
        for index, one in enumerate(answers):
            self._painter.setOpacity(DIM if one.level == "dim" else 1.0)
            row, column = divmod(index, across)
            middles = corners + np.array([(column + 0.5) * cell, (row + 0.5) * cell])
            wrong = np.array([one.is_right(query, truth) is False for query, truth in enumerate(truths)])
            for places, struck in ((middles[~wrong], False), (middles[wrong], True)):
                if cell < TINY:
                    self._tiny(places, one.role, cell, wrong=struck)
                else:
                    self._symbols(places, one.role, min(SIGN, cell - 2), wrong=struck)
        self._painter.setOpacity(1.0)

    def _symbols(self, places: NDArray[np.float64], role: str, size: float, *, wrong: bool) -> None:
        """Draw a method's symbol with its middle at each of some places (n, 2)."""
        if self._paper or not len(places):
            for x, y in places.tolist():
                self.symbol(QPointF(x, y), role, size, wrong=wrong)
        else:
            draw_copies(self._painter, places, self._kept_sign(role, size, wrong=wrong))

    def _tiny(self, places: NDArray[np.float64], role: str, cell: float, *, wrong: bool) -> None:
        colour = QColor(self._theme.error if wrong else self._theme.style(role).colour)
        wide, high = max(cell - 1, 1.0), 1.0 if wrong else max(cell - 1, 1.0)
        for x, y in places.tolist():
            self._painter.fillRect(QRectF(x - wide / 2, y - high / 2, wide, high), colour)

    def sought(self, place: QRectF, way: int) -> None:
        """Mark the column that something would fall into."""
        tint = mixed(self._theme.style(f"class.{CLASS_LETTERS[way]}").colour, self._theme.panel, 0.82)
        self._painter.fillRect(place, tint)
        self.frame(place.adjusted(1, 1, -1, -1), self._theme.accent, 2.0)


def _sign_grid(area: QRectF, methods: int) -> tuple[int, float]:
    """Return how many symbols stand side by side in an area, and the side of each one's cell."""
    across = [-(-methods // down) for down in (1, 2, 3)]  # with so many rows
    sizes = [min(area.width() / wide, area.height() / (row + 1)) for row, wide in enumerate(across)]
    best = int(np.argmax(sizes))
    return across[best], min(sizes[best], 1.5 * SIGN)


@lru_cache(maxsize=256)
def _sign(symbol: Symbol, size: float, fill: str, outline: str, strike: str, ratio: float) -> QPixmap:
    def draw(painter: QPainter, middle: QPointF) -> None:
        _draw_sign(painter, middle, symbol, size, fill, outline, strike)

    return _square(size + 3, ratio, draw)


def _draw_sign(
    painter: QPainter, at: QPointF, symbol: Symbol, size: float, fill: str, outline: str, strike: str
) -> None:
    draw_symbol(painter, at, symbol, size, QBrush(QColor(fill)), pen(outline, 1.25))
    if strike:
        reach = size / 2 + 0.5
        painter.setPen(pen(strike, 1.5))
        painter.drawLine(at + QPointF(-reach, reach), at + QPointF(reach, -reach))


@lru_cache(maxsize=16)
def _verdict(right: bool, size: float, colour: str, ratio: float) -> QPixmap:
    return _square(size + 3, ratio, lambda painter, middle: _draw_verdict(painter, middle, right, size, colour))


def _draw_verdict(painter: QPainter, at: QPointF, right: bool, size: float, colour: str) -> None:
    half = size / 2
    painter.setPen(pen(colour, 2.0))
    if right:
        places = [(-half, 0.1 * half), (-0.2 * half, 0.75 * half), (half, -0.8 * half)]
        painter.drawPolyline(QPolygonF([at + QPointF(x, y) for x, y in places]))
        return
    for turn in (0.8 * half, -0.8 * half):
        painter.drawLine(at + QPointF(-0.8 * half, -turn), at + QPointF(0.8 * half, turn))


@lru_cache(maxsize=512)
def _written(text: str, pixels: int, bold: bool, colour: str, ratio: float) -> QPixmap:
    font = LIGHT.font("small", bold)
    font.setPixelSize(pixels)
    metrics = QFontMetricsF(font)
    size = QSizeF(math.ceil(metrics.horizontalAdvance(text)) + 1, math.ceil(metrics.height()))
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(QPointF(0, 0), size), Qt.AlignmentFlag.AlignLeft, text)
    return picture


def _square(side: float, ratio: float, draw: Callable[[QPainter, QPointF], None]) -> QPixmap:
    """Return a square picture of what is drawn about its middle."""
    pixels = 2 * math.ceil(side * ratio / 2)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        draw(painter, QPointF(pixels / ratio / 2, pixels / ratio / 2))
    picture.setDevicePixelRatio(ratio)
    return picture
