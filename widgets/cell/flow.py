"""Draws a gated cell: the memory flows along the top, the inputs along the bottom, the gates between them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from metascope.widgets.cell.ink import (
    FAINT,
    Typesetter,
    about,
    decimals,
    draw_arrow,
    draw_gauge,
    draw_text,
    in_line,
    text_width,
    tinted,
)
from metascope.widgets.cell.picture import CellPicture, Part, Quantity
from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import GRID, RADIUS, Theme

SYMBOL = 16.0  # pixels: the em of a symbol in a box
BOX, TALL = 88.0, 46.0  # pixels: a gate's width, and its height with one number
LINE = 15.0  # pixels: height of a further number
HEAD = 20.0  # pixels: height of a gate's symbol
GAUGE = 7.0  # pixels: width of a gauge
KNOT = 20.0  # pixels: diameter of a multiplication or an addition
GATES = {"z_f": 0.20, "z_i": 0.38, "z": 0.54, "z_o": 0.735}  # shares of the width
ADD = 0.46  # where z^i z is added to the memory
SEES = 0.30  # where x comes in
BRANCH, READ = 0.635, 0.885  # where the memory is read, and where h goes up to y
TOP, MIDDLE, LOW = 0.20, 0.44, 0.86  # shares of the height: the memory, the outputs of gates, the inputs
_LIT: dict[str, tuple[Part, ...]] = {"seen": ("gates",), "memory": ("memory",), "read": ("output",)}


@dataclass(frozen=True)
class _Grid:
    """Where things lie in the rectangle of the picture."""

    rect: QRectF
    box: tuple[float, float]

    def at(self, x: float, y: float) -> QPointF:
        """Return the pixel at shares of width and height."""
        return QPointF(self.rect.left() + x * self.rect.width(), self.rect.top() + y * self.rect.height())

    def gate(self, name: str) -> QRectF:
        """Return a gate's box, between the memory and what is seen."""
        bottom = self.at(GATES[name], LOW).y() - 2 * GRID
        return QRectF(self.at(GATES[name], 0).x() - self.box[0] / 2, bottom - self.box[1], *self.box)


class Flow:
    """Draws a cell's flow with its numbers, and knows where each quantity stands."""

    def __init__(self, symbols: Typesetter) -> None:
        self._symbols = symbols
        self.places: list[tuple[QRectF, str]] = []  # where a quantity was drawn last, and what it is for

    def draw_still(self, painter: QPainter, rect: QRectF, picture: CellPicture, theme: Theme) -> None:
        """Draw everything except the numbers into `rect`."""
        self._draw(painter, rect, picture, theme, numbers=False)

    def draw_numbers(self, painter: QPainter, rect: QRectF, picture: CellPicture, theme: Theme) -> None:
        """Draw the numbers over it, and note where everything is."""
        self._draw(painter, rect, picture, theme, numbers=True)

    def _draw(self, painter: QPainter, rect: QRectF, picture: CellPicture, theme: Theme, numbers: bool) -> None:
        self.places = []
        count = max(len(quantity.values) for quantity in picture.quantities.values())
        tall = theme.room(TALL) + (min(count, 2) - 1) * theme.room(LINE)
        width = min(theme.room(BOX), rect.width() * 0.145)
        one = _Drawing(self, self._symbols, painter, _Grid(rect, (width, tall)), picture, theme)
        if not numbers:
            one.wires()
            one.knots()
        for name in GATES:
            (one.readings if numbers else one.box)(name)
        for name, place in one.ends().items():
            (one.reading if numbers else one.end)(name, place)


class _Drawing:
    """One drawing of the flow."""

    def __init__(
        self, flow: Flow, symbols: Typesetter, painter: QPainter, grid: _Grid, picture: CellPicture, theme: Theme
    ) -> None:
        self._places, self._symbols, self._painter = flow.places, symbols, painter
        self._grid, self._picture, self._theme = grid, picture, theme

    def wires(self) -> None:
        """Draw the lines, those of the present part bold, those that are no longer used faint."""
        at, box = self._grid.at, self._grid.gate
        self._wire("memory", [at(0.0, TOP), at(1.0, TOP)])
        self._wire("memory", [_top(box("z_f")), at(GATES["z_f"], TOP)], "z_f")
        self._wire("memory", [_top(box("z_i")), at(GATES["z_i"], MIDDLE), at(ADD, MIDDLE)])
        self._wire("memory", [_top(box("z")), at(GATES["z"], MIDDLE), at(ADD, MIDDLE)])
        self._wire("memory", [at(ADD, MIDDLE), at(ADD, TOP)])
        self._wire("seen", [at(0.0, LOW), at(GATES["z_o"], LOW)], "h_before", head=False)
        self._wire("seen", [at(SEES, 1.0), at(SEES, LOW), at(GATES["z"], LOW)], "x", head=False)
        for name in GATES:
            foot = QPointF(at(GATES[name], 0).x(), box(name).bottom())
            gone = name != "z" and bool(self._quantity(name).role)  # a number replaces it: it has no inputs
            self._wire("seen", [at(GATES[name], LOW), foot], "z_o" if gone else name, gone=gone)
        out = GATES["z_o"]
        self._wire("read", [_top(box("z_o")), at(out, MIDDLE)], "z_o")
        self._wire("read", [at(BRANCH, TOP), at(BRANCH, MIDDLE), at(out, MIDDLE)], "h")
        self._wire("read", [at(out, MIDDLE), at(1.0, MIDDLE)], "h")
        self._wire("read", [at(READ, MIDDLE), at(READ, TOP + 0.06)], "y", head=False)
        self._wire("read", [at(READ, TOP - 0.06), at(READ, 0.0)], "y")

    def knots(self) -> None:
        """Draw the multiplications and the addition, and the tanh through which the memory is read."""
        at = self._grid.at
        self._knot(at(GATES["z_f"], TOP), "×")
        self._knot(at(ADD, MIDDLE), "×")
        self._knot(at(ADD, TOP), "+")
        gone = self._quantity("h").absent
        self._knot(at(GATES["z_o"], MIDDLE), "×", gone)
        self._painter.setOpacity(FAINT if gone else 1.0)
        rect = about(at(BRANCH, (TOP + MIDDLE) / 2), self._theme.room(44), self._theme.room(KNOT))
        self._rounded(rect, QColor(self._theme.raised), pen(self._theme.muted), rect.height() / 2)
        draw_text(self._painter, rect, "tanh", self._theme, small=True)
        self._painter.setOpacity(1.0)

    def box(self, name: str) -> None:
        """Draw a gate with its symbol, or what replaces it."""
        quantity, rect, theme = self._quantity(name), self._grid.gate(name), self._theme
        self._painter.setOpacity(FAINT if quantity.absent else 1.0)
        colour = theme.style(quantity.role).colour if quantity.role else theme.muted
        lit = self._lit("seen") and not quantity.absent
        line = pen(colour, 2.0 if lit or quantity.role else 1.0, "dotted" if quantity.absent else "solid")
        self._rounded(rect, QColor(theme.raised), line)
        if quantity.role:
            self._rounded(rect, tinted(colour, 0.16), line)
        head = self._beside_gauge(quantity, rect)
        head.setHeight(theme.room(HEAD))
        self._symbols.draw(self._painter, quantity.latex, head, theme.room(SYMBOL), theme.text)
        self._painter.setOpacity(1.0)

    def readings(self, name: str) -> None:
        """Draw a gate's numbers, and how far it is open."""
        quantity, rect, theme = self._quantity(name), self._grid.gate(name), self._theme
        self._places.append((rect, quantity.help))
        if quantity.absent or not quantity.values:
            return
        inner = self._beside_gauge(quantity, rect)
        if quantity.unit:
            gauge = QRectF(rect.left() + GRID / 2, inner.top() + 2, GAUGE * len(quantity.values), inner.height() - 4)
            draw_gauge(self._painter, gauge, quantity.values, theme)
        inner.setTop(inner.top() + theme.room(HEAD))
        tall = inner.height() / len(quantity.values)
        for index, text in enumerate(decimals(quantity.values)):
            row = QRectF(inner.left(), inner.top() + index * tall, inner.width(), tall)
            draw_text(self._painter, row, text, theme, bold=True)

    def ends(self) -> dict[str, QRectF]:
        """Return where inputs and outputs are written."""
        at, theme = self._grid.at, self._theme
        width, tall = theme.room(70), theme.room(18)
        left, right = self._grid.rect.left(), self._grid.rect.right()
        above = at(0, TOP).y() - tall - 6
        after_add = at(ADD, 0).x() + theme.room(KNOT) / 2 + GRID / 2
        after_gate = max(at(0.79, 0).x(), self._grid.gate("z_o").right() + GRID)
        return {
            "c_before": QRectF(left, above, 2 * width, tall),
            "c": QRectF(after_add, above, 2.2 * width, tall),
            "h_before": QRectF(left, at(0, LOW).y() + 4, 1.8 * width, tall),
            "x": QRectF(at(SEES, 0).x() + GRID, at(0, LOW).y() + 4, 4 * width, tall),
            "h": QRectF(after_gate, at(0, MIDDLE).y() + 4, right - after_gate, tall),
            "y": QRectF(at(READ, 0).x() - 1.6 * width - 6, self._grid.rect.top() - 2, 1.6 * width, tall),
        }

    def end(self, name: str, rect: QRectF) -> None:
        """Draw the symbol of an input or output, marked where something else replaces it."""
        quantity, theme = self._quantity(name), self._theme
        self._painter.setOpacity(FAINT if quantity.absent else 1.0)
        if quantity.role:
            widest = "= −0.000" if len(quantity.values) == 1 else "= (−0.00, −0.00)"
            wide = self._behind(quantity, rect) - rect.left() + text_width(widest, theme) + GRID / 2
            back = QRectF(rect.left() - GRID / 2, rect.top() - 2, min(wide, rect.width()) + GRID / 2, rect.height() + 4)
            self._rounded(back, tinted(theme.style(quantity.role).colour, 0.16), QPen(Qt.PenStyle.NoPen))
        self._symbols.draw(self._painter, quantity.latex, rect, theme.room(SYMBOL), theme.text, left=True)
        self._painter.setOpacity(1.0)

    def reading(self, name: str, rect: QRectF) -> None:
        """Draw the numbers after the symbol; vectors have two decimals, for lack of room."""
        quantity = self._quantity(name)
        self._places.append((rect, quantity.help))
        if quantity.values and not quantity.absent:
            room = QRectF(rect)
            room.setLeft(self._behind(quantity, rect))
            told = f"= {in_line(quantity.values, 3 if len(self._quantity('c').values) == 1 else 2)}"
            draw_text(self._painter, room, told, self._theme, bold=True, flags=Qt.AlignmentFlag.AlignVCenter)

    def _behind(self, quantity: Quantity, rect: QRectF) -> float:
        """Return where the symbol at the left of `rect` ends."""
        size = self._theme.room(SYMBOL)
        return rect.left() + self._symbols.fitted(quantity.latex, rect, size, self._theme.text).width() + 5

    def _beside_gauge(self, quantity: Quantity, rect: QRectF) -> QRectF:
        """Return a gate's box without its gauge."""
        gauge = GAUGE * len(quantity.values) + 2 if quantity.unit and not quantity.absent else 0.0
        return rect.adjusted(GRID / 2 + gauge, 3, -GRID / 2, -3)

    def _wire(
        self, part: str, points: list[QPointF], carrying: str = "", head: bool = True, gone: bool = False
    ) -> None:
        absent = gone or (carrying != "" and self._quantity(carrying).absent)
        lit = self._lit(part) and not absent
        colour = self._theme.text if lit else self._theme.muted
        line = pen(colour, 2.4 if lit else 1.2, "dotted" if absent else "solid")
        self._painter.setOpacity(FAINT if absent else 1.0)
        draw_arrow(self._painter, points, line, head)
        self._painter.setOpacity(1.0)

    def _knot(self, at: QPointF, sign: str, gone: bool = False) -> None:
        rect = about(at, self._theme.room(KNOT), self._theme.room(KNOT))
        self._rounded(rect, QColor(self._theme.panel), QPen(Qt.PenStyle.NoPen), rect.height() / 2)  # over the wires
        self._painter.setOpacity(FAINT if gone else 1.0)
        self._rounded(rect, QColor(self._theme.raised), pen(self._theme.text, 1.4), rect.height() / 2)
        draw_text(self._painter, rect, sign, self._theme, bold=True)
        self._painter.setOpacity(1.0)

    def _rounded(self, rect: QRectF, fill: QColor, line: QPen, radius: float = RADIUS) -> None:
        self._painter.setPen(line)
        self._painter.setBrush(fill)
        self._painter.drawRoundedRect(rect, radius, radius)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _lit(self, part: str) -> bool:
        return self._picture.part in _LIT[part]

    def _quantity(self, name: str) -> Quantity:
        return self._picture.quantities[name]


def _top(rect: QRectF) -> QPointF:
    return QPointF(rect.center().x(), rect.top())
