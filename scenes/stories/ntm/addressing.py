"""Draws how a head finds its place at the inner step, and what it would do with other parameters."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from metascope.scenes.stories.ntm.kernel import draw_kernel, kernel_of, name_bars, told_numbers
from metascope.scenes.stories.ntm.knobs import Knobs
from metascope.scenes.views import memory_rows
from metascope.scenes.views.memory_rows import Places
from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.captions import head_name
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.ntm.names import NTM
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.fonts import measured
from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import localized, number
from metascope.widgets.look.theme import DIM, GRID, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.views.sheet import WRAPPED, SheetView
from metascope.widgets.views.view import Column, Table

STRIPS = ("similarity", "content", "interpolated", "shifted", "weighting")
SYMBOLS = ("K", "wᶜ", "wᵍ", "w̃", "w")
GAP = GRID / 2  # pixels between strips
LIT = 0.15  # opacity of the light on the step that decided
LEAST = 20 * GRID  # pixels: width of the strips in which their scales have room


class AddressingView(SheetView):
    """Bars over the locations for each of five steps, with the parameters that lead from one to the next.

    All weightings have one scale, from 0 to 1; the similarity has the same from -1 to 1. The step that decided where
    the head goes is lit up, by the numbers that are shown: the sliders' where one was moved. The lower half of a strip
    shows what the same head would have done with the parameters of the sliders, from the same memory and previous
    place.
    """

    def __init__(self, settings: NtmSettings, theme: Theme) -> None:
        self._frame: NtmFrame | None = None
        self._memories: lens.Array = np.empty((0, 0, 0))
        self._inner = 0
        self._places: Places = np.arange(0)
        self._pushed: dict[str, float] = {}
        self._level: Emphasis = "full"
        self._told: lens.HeadParameters | None = None
        self._acting: lens.HeadParameters | None = None  # with what the sliders have made of them
        self._real: lens.Addressing | None = None
        self._other: lens.Addressing | None = None
        self._decision: lens.Decision | None = None
        self._fixed, self._key = QPixmap(), tuple[object, ...]()
        title = translate("AddressingView", "Addressing")
        super().__init__("addressing", title, theme)
        self._named = self._names()
        self._knobs = Knobs()
        self._knobs.pushed.connect(self._push)
        self._knobs.let_go.connect(self._let_go)
        self._heads = self._head_choice(settings.heads, settings.heads if not settings.learn else 0)
        self._column.addWidget(self._knobs)

    @property
    def real(self) -> lens.Addressing | None:
        """What the head did at this time step; None before anything is drawn."""
        return self._real

    @property
    def other(self) -> lens.Addressing | None:
        """What it would have done with the parameters of the sliders; None if no slider was moved."""
        return self._other

    @property
    def decision(self) -> lens.Decision | None:
        """What decided where the head goes, or would go with the parameters of the sliders."""
        return self._decision

    def draw(self, frame: NtmFrame, memories: lens.Array, inner: int, shown: Places) -> None:
        """Show the time step of this inner step, or the first one before it."""
        if frame is self._frame and inner == self._inner and shown is self._places:
            return
        self._frame, self._memories, self._inner, self._places = frame, memories, inner, shown
        self._address()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the strips with the emphasis of the machine."""
        if (level := emphasis.get(NTM, "full")) != self._level:
            self._level = level
            self.redraw()

    @override
    def tried(self) -> Mapping[str, float]:
        return dict(self._pushed)

    @override
    def try_out(self, numbers: Mapping[str, float]) -> None:
        if dict(numbers) != self._pushed:
            self._pushed = dict(numbers)
            self._address()

    @override
    def table(self) -> Table:
        """Return the steps over all locations, and the head's parameters."""
        if self._real is None or self._told is None or self._level == "hidden":
            return {}
        found: dict[str, Column] = {"location": np.arange(len(self._real.weighting))}
        found |= {name: getattr(self._real, name) for name in STRIPS}
        if self._other is not None:
            found |= {f"pushed.{name}": getattr(self._other, name) for name in STRIPS}
            found |= {f"pushed.{name}": np.array([value]) for name, value in self._pushed.items()}
        for name in ("key", "strength", "gate", "kernel", "sharpness"):
            found[name] = np.atleast_1d(getattr(self._told, name))
        return found

    @override
    def least_size(self) -> QSizeF:
        """Return room for a line of text in each strip, and for the two lines below them."""
        metrics, line = measured(self.theme, "small")[1], self.theme.room(2 * GRID)
        wide = self._wanted(metrics, SYMBOLS)
        return QSizeF(wide, 2 * metrics.height() + len(STRIPS) * (line + GAP))

    @override
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the strips from the top, with their symbols on the left and the parameters on the right."""
        painter.setFont(measured(self.theme, "small")[0])
        if self._real is None or self._told is None:
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(rect, WRAPPED, self.tr("The head's addressing steps appear with the first frame"))
            return
        if self._level == "hidden":
            return
        painter.setOpacity(DIM if self._level == "dim" else 1.0)
        if isinstance(painter.device(), QWidget):
            painter.drawPixmap(0, 0, self._kept_picture(painter.device().devicePixelRatioF()))
        else:
            self._draw_fixed(painter, rect)
        both = [found for found in (self._real, self._other) if found is not None]
        for name, place, behind in self._rows(rect):
            lit = self._decision is not None and self._decision.step == name
            if lit:
                self._light(painter, QRectF(rect.left(), place.top(), rect.width(), place.height()))
            self._draw_strip(painter, place, name, [getattr(found, name)[self._places] for found in both])
            if lit:
                font = QFont(painter.font())
                font.setBold(True)
                painter.save()
                painter.setFont(font)
            self._draw_number(painter, behind, name)
            if lit:
                painter.restore()
        painter.setOpacity(1.0)

    @override
    def tip_at(self, place: QPointF) -> str:
        rect = QRectF(self.canvas().rect())
        left, room, high = self._measures(rect, measured(self.theme, "small")[1].height())
        strip, at = int(place.y() // (high + GAP)), int((place.x() - left) / room * max(len(self._places), 1))
        if self._real is None or not (0 <= strip < len(STRIPS) and 0 <= at < len(self._places)):
            return ""
        row, name = int(self._places[at]), STRIPS[strip]
        value = number(float(getattr(self._real, name)[row]), 4)
        text = self.tr("location {row}: {symbol} = {value}").format(row=row, symbol=SYMBOLS[strip], value=value)
        if self._other is None:
            return text
        would = self.tr("{text}; with the sliders {value}")
        return would.format(text=text, value=number(float(getattr(self._other, name)[row]), 4))

    def _address(self) -> None:
        frame = self._frame
        if frame is None or not len(frame.outputs):
            return
        step, head = max(self._inner, 1) - 1, min(self._heads.currentIndex(), frame.weighting.shape[1] - 1)
        memory, before = self._memories[step], lens.before(frame, step, head)
        self._told = lens.told(frame, step, head)
        self._real = lens.address(self._told, memory, before)
        acting, found = self._told, self._real
        if self._pushed:
            acting = self._pushed_told(self._told)
            found = lens.address(acting, memory, before)
        self._other = found if self._pushed else None
        self._acting = acting
        self._decision = lens.decided(acting, found, before)
        self.set_title(self._deciding(self._decision.step))
        self._knobs.show_values(told_numbers(self._told) | self._pushed, frozenset(self._pushed))
        self.redraw()

    def _pushed_told(self, told: lens.HeadParameters) -> lens.HeadParameters:
        pushed = self._pushed
        return replace(
            told,
            strength=pushed.get("strength", told.strength),
            gate=pushed.get("gate", told.gate),
            kernel=kernel_of(pushed["shift"]) if "shift" in pushed else told.kernel,
            sharpness=pushed.get("sharpness", told.sharpness),
        )

    def _push(self, name: str, value: float) -> None:
        self._pushed[name] = value
        self._address()

    def _let_go(self) -> None:
        self._pushed = {}
        self._address()

    def _deciding(self, step: str) -> str:
        return {
            "content": self.tr("Addressing: content decides"),
            "interpolated": self.tr("Addressing: the gate decides"),
            "shifted": self.tr("Addressing: the shift decides"),
            "weighting": self.tr("Addressing: sharpening decides"),
            "": self.tr("Addressing: undecided"),
        }[step]

    def _measures(self, rect: QRectF, line: float) -> tuple[float, float, float]:
        """Return the left edge, the width and the height of the strips."""
        metrics = measured(self.theme, "small")[1]
        left = max(metrics.horizontalAdvance(words) for words in self._named_in(rect.width()))
        right = self._right(metrics)
        room = max(rect.width() - left - 2 * GRID - right, 4 * GRID)
        return rect.left() + left + 2 * GRID, room, max((rect.height() - 2 * line) / len(STRIPS) - GAP, GRID)

    def _wanted(self, metrics: QFontMetricsF, names: Sequence[str]) -> float:
        """Return the width in which strips with these names before them have room for their scales."""
        left = max(metrics.horizontalAdvance(words) for words in names)
        return left + 4 * GRID + self._right(metrics) + self.theme.room(LEAST)

    def _named_in(self, width: float) -> Sequence[str]:
        """Return what stands before the strips: their names, or where there is no room for them their symbols."""
        return self._named if width >= self._wanted(measured(self.theme, "small")[1], self._named) else SYMBOLS

    def _right(self, metrics: QFontMetricsF) -> float:
        """Return the width of the parameters."""
        return metrics.horizontalAdvance("‖k‖ = 0.0000") + 2 * GRID

    def _rows(self, rect: QRectF) -> Iterator[tuple[str, QRectF, QRectF]]:
        """Yield each strip's name and rectangle, and the rectangle of its parameter."""
        left, room, high = self._measures(rect, measured(self.theme, "small")[1].height())
        for index, name in enumerate(STRIPS):
            place = QRectF(left, rect.top() + index * (high + GAP), room, high)
            yield name, place, QRectF(place.right() + GRID, place.top(), rect.right() - place.right() - GRID, high)

    def _kept_picture(self, ratio: float) -> QPixmap:
        """Return the parts that do not change with time, drawn once, as text is expensive."""
        key = (self.canvas().size(), ratio, self.theme, self._places.tobytes(), self._other is None)
        if key != self._key:
            self._key = key
            self._fixed = QPixmap(self.canvas().size() * ratio)
            self._fixed.setDevicePixelRatio(ratio)
            self._fixed.fill(QColor(self.theme.panel))
            with QPainter(self._fixed) as painter:
                painter.setFont(measured(self.theme, "small")[0])
                self._draw_fixed(painter, QRectF(self.canvas().rect()))
        return self._fixed

    def _draw_fixed(self, painter: QPainter, rect: QRectF) -> None:
        """Draw names, locations and the scale."""
        names = self._named_in(rect.width())
        for index, (name, place, behind) in enumerate(self._rows(rect)):
            painter.setPen(QColor(self.theme.text))
            beside = QRectF(rect.left() + GRID, place.top(), place.left() - rect.left() - 1.5 * GRID, place.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, names[index])
            if name == "shifted":
                name_bars(painter, behind, self.theme)
        line = QFontMetricsF(painter.font()).height()
        self._draw_locations(painter, QRectF(place.left(), place.bottom(), place.width(), line))
        painter.setPen(QColor(self.theme.muted))
        told = QRectF(rect.left(), place.bottom() + GAP + line, rect.width(), line)
        scale = self.tr("bars: 0 to 1; similarity: −1 to 1")
        painter.drawText(told, Qt.AlignmentFlag.AlignCenter, scale if self._other is None else self._halves())

    def _light(self, painter: QPainter, place: QRectF) -> None:
        """Light up the step that decided."""
        colour = QColor(self.theme.accent)
        painter.setPen(pen(self.theme.accent, 1.5))
        colour.setAlphaF(LIT)
        painter.setBrush(colour)
        painter.drawRect(place.adjusted(1, -1, -1, 1))

    def _draw_strip(self, painter: QPainter, place: QRectF, name: str, found: Sequence[lens.Array]) -> None:
        """Draw the bars of each of these (places,), one row below the other."""
        high = place.height() / len(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(place, QColor(self.theme.panel))
        for number_of, values in enumerate(found):
            row = QRectF(place.left(), place.top() + number_of * high, place.width(), high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.style(NTM).colour))
            painter.drawRects(bars(values, row, signed=name == "similarity"))
            if name == "similarity":
                painter.setPen(pen(self.theme.border))
                painter.drawLine(QPointF(row.left(), row.center().y()), QPointF(row.right(), row.center().y()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self.theme.border))
        painter.drawRect(place)
        if len(found) > 1:
            painter.setPen(pen(self.theme.accent, 1.5))
            painter.drawRect(QRectF(place.left(), place.top() + high, place.width(), high))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _draw_number(self, painter: QPainter, place: QRectF, name: str) -> None:
        """Draw the parameter of this step, or what a slider has made of it; the shift kernel as three bars."""
        told = self._acting
        assert told is not None, "parameters need a frame"
        if name == "shifted":
            draw_kernel(painter, place, told.kernel, self.theme)
            return
        symbol, value = {
            "similarity": ("‖k‖", math.sqrt(float(told.key @ told.key))),
            "content": ("β", told.strength),
            "interpolated": ("g", told.gate),
            "weighting": ("γ", told.sharpness),
        }[name]
        pushed = {"content": "strength", "interpolated": "gate", "weighting": "sharpness"}.get(name) in self._pushed
        painter.setPen(QColor(self.theme.accent if pushed else self.theme.text))
        text = f"{symbol} = {number(value, 3)}"
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _draw_locations(self, painter: QPainter, place: QRectF) -> None:
        """Draw a few locations below the strips."""
        painter.setPen(QColor(self.theme.muted))
        for at, text in memory_rows.ticks(self._places, max(2, int(place.width() / 35))):
            x = place.left() + (0.5 - at) / len(self._places) * place.width()
            box = QRectF(x - 2 * GRID, place.top(), 4 * GRID, place.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _halves(self) -> str:
        return self.tr("above: as it was; below: with the sliders")

    def _names(self) -> tuple[str, ...]:
        words = (
            self.tr("similarity"),
            self.tr("content"),
            self.tr("interpolated"),
            self.tr("shifted"),
            self.tr("weighting"),
        )
        return tuple(f"{word} {symbol}" for word, symbol in zip(words, SYMBOLS, strict=True))

    def _head_choice(self, pairs: int, chosen: int) -> QComboBox:
        box = ComboBox()
        for head in range(2 * pairs):
            box.addItem(localized(head_name(head, pairs)), head)
        box.setCurrentIndex(chosen)
        box.setToolTip(self.tr("Head whose addressing is shown"))
        box.setAccessibleName(self.tr("Head whose addressing is shown"))
        box.activated.connect(self._address)
        self.add_control(box)
        return box


def bars(values: lens.Array, place: QRectF, *, signed: bool) -> list[QRectF]:
    """Return a bar for each value (n,), from the bottom for 0 to 1, or from the middle for -1 to 1.

    Where there are more values than pixels, a bar stands for the largest of several.
    """
    count = max(1, min(len(values), int(place.width())))
    cuts = np.linspace(0, len(values), count, endpoint=False).astype(np.intp)
    largest, least = np.maximum.reduceat(values, cuts), np.minimum.reduceat(values, cuts)
    shown = np.clip(np.where(-least > largest, least, largest), -1.0, 1.0) if signed else np.clip(largest, 0.0, 1.0)
    reach, base = (place.height() / 2, place.center().y()) if signed else (place.height(), place.bottom())
    wide = place.width() / count
    gap = 1.0 if wide >= 4 else 0.0  # pixels
    return [
        QRectF(place.left() + n * wide, base - max(value, 0.0) * reach, wide - gap, abs(value) * reach)
        for n, value in enumerate(shown.tolist())
    ]
