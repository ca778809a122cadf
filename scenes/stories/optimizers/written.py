"""Writes out one update of one coordinate with its numbers, and compares it with gradient descent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from metascope.scenes.stories.optimizers.words import coordinate_name
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.widgets.look.fonts import measured
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import DIM, GRID, Size, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.views.formula import typeset
from metascope.widgets.views.sheet import READABLE, WRAPPED, SheetView
from metascope.widgets.views.view import Table

DIGITS = 4
SYMBOL = 17.0  # font size of symbols, in pixels
OPERATORS = ("=", "·", "+", "·")
SMALLEST, LARGEST = 0.6, 1.3  # scale, for little room on paper and for much


@dataclass(frozen=True)
class Terms:
    """The numbers of theta_t = z^f theta_{t-1} + z^i z, for one coordinate and one optimizer."""

    after: float
    forget: float
    before: float
    input: float
    candidate: float

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The numbers as texts, negative factors in brackets."""
        found = [number(value, DIGITS) for value in (self.after, self.forget, self.before, self.input, self.candidate)]
        return (found[0], found[1], bracketed(found[2]), found[3], bracketed(found[4]))


class UpdateView(SheetView):
    """The update of the chosen coordinate at the inner step. Its table holds the same numbers."""

    def __init__(self, variant: str, theme: Theme) -> None:
        self._of_lstm = variant in ("additive", "combined")
        self._frame: OptimizersFrame | None = None
        self._coordinate, self._update = 0, 1
        self._shown: dict[str, Emphasis] = {}
        self._terms: list[tuple[str, Terms]] | None = None  # what is written
        self._symbols: tuple[tuple[str, float], QSvgRenderers] | None = None
        super().__init__("update", translate("UpdateView", "The update, written out"), theme)

    def draw(self, frame: OptimizersFrame, inner: int, chosen: int) -> None:
        """Show the update at this inner step, of the drawn coordinate `chosen`."""
        update = min(max(inner, 1), max(len(frame.forget), 1))
        if frame is not self._frame or (update, chosen) != (self._update, self._coordinate):
            self._frame, self._update, self._coordinate, self._terms = frame, update, chosen, None
            self.redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the numbers of the learned optimizer and gradient descent fully, dimmed or not at all."""
        if dict(emphasis) != self._shown:
            self._shown, self._terms = dict(emphasis), None
            self.redraw()

    def learned(self) -> Terms | None:
        """Return the learned optimizer's numbers; None before anything is drawn."""
        frame, t, c = self._frame, self._update, self._coordinate
        if frame is None or len(frame.forget) < t:
            return None
        columns = (frame.theta[t], frame.forget[t - 1], frame.theta[t - 1], frame.input[t - 1], frame.candidate[t - 1])
        return Terms(*(float(column[c]) for column in columns))

    def descent(self) -> Terms | None:
        """Return what gradient descent with equivalent constants would do from there; None until those are known."""
        frame, learned = self._frame, self.learned()
        if frame is None or learned is None or not frame.input_equivalent:
            return None
        forget, rate = frame.forget_equivalent, frame.input_equivalent
        against = -float(frame.gradient[self._update - 1, self._coordinate])
        return Terms(forget * learned.before + rate * against, forget, learned.before, rate, against)

    @override
    def table(self) -> Table:
        found: dict[str, float] = {}
        for name, terms in self._written():
            if name == "learned" and self._frame is not None:
                found["learned.coordinate"] = float(self._frame.coordinates.index[self._coordinate])
                found["learned.update"] = float(self._update)
                found["learned.gradient"] = float(self._frame.gradient[self._update - 1, self._coordinate])
            found |= {f"{name}.theta_before": terms.before, f"{name}.forget": terms.forget}
            found |= {f"{name}.input": terms.input, f"{name}.candidate": terms.candidate}
            found[f"{name}.theta_after"] = terms.after
        return {name: np.array([value]) for name, value in found.items()}

    @override
    def least_size(self) -> QSizeF:
        return QSizeF(0, 0) if self.learned() is None else self._upright() * READABLE

    @override
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the equation: its symbols, then the numbers of the learned optimizer, then those of gradient descent."""
        if self.learned() is None:
            painter.setFont(measured(self.theme, "small")[0])
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(rect, WRAPPED, self.tr("The first update of a coordinate will appear here"))
            return
        upright = rect.width() < self._wanted().width() * READABLE
        widths, wanted = self._widths(), self._upright() if upright else self._wanted()
        scale = min(LARGEST, max(SMALLEST, min(rect.width() / wanted.width(), rect.height() / wanted.height())))
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        write = self._write_upright if upright else self._write
        write(painter, rect.width() / scale, max((rect.height() / scale - wanted.height()) / 3, 0.0), widths)
        painter.restore()

    def _write(self, painter: QPainter, width: float, top: float, widths: Sequence[float]) -> None:
        """Write the equation in a row, with the numbers below its symbols."""
        line, symbols = self._line(), self._line() * 1.5
        y = self._write_head(painter, width, top)
        self._write_symbols(painter, y, widths)
        y += symbols
        for name, terms in self._written():
            painter.setOpacity(DIM if self._shown.get(name) == "dim" else 1.0)
            if name == "sgd":
                self._write_who(painter, QRectF(GRID, y + GRID / 2, width - 2 * GRID, line), terms)
                y += line + GRID / 2
            self._write_row(painter, y, line, widths, terms.texts, bold=name == "learned")
            y += line
            if name == "learned":
                self._write_row(painter, y, line, widths, self._captions(), small=True)
                y += line
            painter.setOpacity(1.0)

    def _write_head(self, painter: QPainter, width: float, y: float) -> float:
        """Write which update it is, and return where to go on."""
        painter.setFont(measured(self.theme, "body", bold=True)[0])
        painter.setPen(QColor(self.theme.text))
        room = QRectF(GRID, y, width - 2 * GRID, self._line())
        metrics = measured(self.theme, "body", bold=True)[1]
        head = metrics.elidedText(self._head(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, head)
        return y + self._line() + GRID / 2

    def _write_upright(self, painter: QPainter, width: float, top: float, widths: Sequence[float]) -> None:
        """Write the equation from top to bottom, a term in each line, with the numbers beside their symbols."""
        line, gap = self._line(), self._gap()
        y, columns = self._write_head(painter, width, top), self._columns()
        left = GRID + gap + columns[0]
        for place, (name, terms) in zip(columns[1:], self._written(), strict=False):
            painter.setOpacity(DIM if self._shown.get(name) == "dim" else 1.0)
            texts = (*terms.texts, self._method_names()[name])
            for row, text in enumerate(texts):
                size: Size = "small" if row == len(terms.texts) else "body"
                painter.setFont(measured(self.theme, size, bold=name == "learned")[0])
                self._write_entry(painter, QRectF(left, y + row * line, place, line), text, muted=row == len(texts) - 1)
            left += place + gap / 2
            painter.setOpacity(1.0)
        base = measured(self.theme, "body")[1].ascent()
        for row, (drawing, caption) in enumerate(zip(self._drawings(), self._captions(), strict=True)):
            box, at = drawing.viewBoxF(), y + row * line
            drawing.render(painter, box.translated(GRID + gap - box.left(), at + base))
            painter.setFont(measured(self.theme, "body")[0])
            if row:
                self._write_entry(painter, QRectF(GRID, at, gap, line), OPERATORS[row - 1])
            painter.setFont(measured(self.theme, "small")[0])
            wide = measured(self.theme, "small")[1].horizontalAdvance(caption) + 1
            self._write_entry(painter, QRectF(left, at, wide, line), caption, muted=True)

    def _write_entry(self, painter: QPainter, place: QRectF, text: str, *, muted: bool = False) -> None:
        painter.setPen(QColor(self.theme.muted if muted else self.theme.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _write_symbols(self, painter: QPainter, y: float, widths: Sequence[float]) -> None:
        drawings = self._drawings()
        boxes = [drawing.viewBoxF() for drawing in drawings]  # in which y = 0 is the line that letters stand on
        base = y - min(box.top() for box in boxes)
        for drawing, box, (left, width) in zip(drawings, boxes, self._places(widths), strict=True):
            drawing.render(painter, box.translated(left + (width - box.width()) / 2 - box.left(), base))
        line = measured(self.theme, "body")[1]
        self._write_operators(painter, base - line.ascent(), line.height(), widths)

    def _write_row(
        self,
        painter: QPainter,
        y: float,
        height: float,
        widths: Sequence[float],
        texts: Sequence[str],
        *,
        bold: bool = False,
        small: bool = False,
    ) -> None:
        painter.setFont(measured(self.theme, "small" if small else "body", bold=bold)[0])
        painter.setPen(QColor(self.theme.muted if small else self.theme.text))
        for text, (left, width) in zip(texts, self._places(widths), strict=True):
            painter.drawText(QRectF(left, y, width, height), Qt.AlignmentFlag.AlignCenter, text)
        if not small:
            self._write_operators(painter, y, height, widths)

    def _write_operators(self, painter: QPainter, y: float, height: float, widths: Sequence[float]) -> None:
        painter.setFont(measured(self.theme, "body")[0])
        painter.setPen(QColor(self.theme.text))
        for operator, (left, width) in zip(OPERATORS, self._places(widths), strict=False):
            painter.drawText(QRectF(left + width, y, self._gap(), height), Qt.AlignmentFlag.AlignCenter, operator)

    def _write_who(self, painter: QPainter, place: QRectF, terms: Terms) -> None:
        painter.setFont(measured(self.theme, "small")[0])
        painter.setPen(QColor(self.theme.muted))
        text = self.tr("Gradient descent with η = {rate} from the same θ:").format(rate=number(terms.input))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _written(self) -> list[tuple[str, Terms]]:
        """Return the methods and numbers to draw, the learned optimizer first; the same until something changes."""
        if self._terms is None:
            both = (("learned", self.learned()), ("sgd", self.descent()))
            self._terms = [
                (name, terms) for name, terms in both if terms is not None and self._shown.get(name) != "hidden"
            ]
        return self._terms

    def _head(self) -> str:
        assert self._frame is not None, "a heading needs an update"
        name = coordinate_name(self._frame.coordinates, self._coordinate)
        text = self.tr("{coordinate} · update {t} of {updates}")
        return text.format(coordinate=name, t=self._update, updates=len(self._frame.forget))

    def _captions(self) -> tuple[str, ...]:
        last = self.tr("LSTM's output") if self._of_lstm else self.tr("−gradient")
        return (self.tr("new"), self.tr("forget gate"), self.tr("old"), self.tr("input gate"), last)

    def _widths(self) -> list[float]:
        bold, small = measured(self.theme, "body", bold=True)[1], measured(self.theme, "small")[1]
        texts = [terms.texts for _, terms in self._written()] or [("",) * 5]
        least = bold.horizontalAdvance("−0.0000")  # so that the columns do not move as the numbers change
        return [
            max(least, small.horizontalAdvance(caption), *(bold.horizontalAdvance(row[index]) for row in texts))
            for index, caption in enumerate(self._captions())
        ]

    def _columns(self) -> tuple[float, ...]:
        """Return the widths of the symbols and of each method's numbers where terms stand below each other."""
        symbols = max(drawing.viewBoxF().width() for drawing in self._drawings()) + self._gap() / 2
        bold = measured(self.theme, "body", bold=True)[1]
        small = measured(self.theme, "small", bold=True)[1]
        names = [small.horizontalAdvance(name) for name in self._method_names().values()]
        texts = [text for _, terms in self._written() for text in terms.texts]
        numbers = max(map(bold.horizontalAdvance, ("(−0.0000)", *texts)))
        return (symbols, *(max(numbers, name) for name in names))

    def _method_names(self) -> dict[str, str]:
        return {"learned": self.tr("learned"), "sgd": self.tr("descent")}

    def _upright(self) -> QSizeF:
        """Return the size of the equation with its terms below each other."""
        columns = self._columns()[: 1 + max(len(self._written()), 1)]
        captions = max(map(measured(self.theme, "small")[1].horizontalAdvance, self._captions()))
        wide = sum(columns) + (1 + len(columns) / 2) * self._gap() + captions + 2 * GRID
        return QSizeF(wide, 7 * self._line() + 2 * GRID)

    def _places(self, widths: Sequence[float]) -> list[tuple[float, float]]:
        """Return the left edge and the width of each term."""
        lefts = np.cumsum([GRID, *(width + self._gap() for width in widths[:-1])]).tolist()
        return list(zip(lefts, widths, strict=True))

    def _gap(self) -> float:
        return self.theme.room(2 * GRID)

    def _line(self) -> float:
        return measured(self.theme, "body")[1].height() + GRID / 4

    def _wanted(self) -> QSizeF:
        return QSizeF(sum(self._widths()) + len(OPERATORS) * self._gap() + 2 * GRID, 7 * self._line() + 2 * GRID)

    def _drawings(self) -> QSvgRenderers:
        """Return the symbols, typeset in the theme's colour; cached until it changes."""
        key = (self.theme.text, self.theme.font_scale)
        if self._symbols is None or self._symbols[0] != key:
            last = "z" if self._of_lstm else r"(-\nabla l)"
            latex = (r"\theta_{t}", "z^f", r"\theta_{t-1}", "z^i", last)
            made = [typeset(text, SYMBOL * self.theme.font_scale, self.theme.text) for text in latex]
            self._symbols = (key, tuple(QSvgRenderer(QByteArray(svg)) for svg in made))
        return self._symbols[1]


QSvgRenderers = tuple[QSvgRenderer, ...]


def bracketed(text: str) -> str:
    """Return a number, in brackets if it is negative."""
    return f"({text})" if text.startswith("−") else text
