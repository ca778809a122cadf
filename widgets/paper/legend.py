"""The legend of methods under views on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import GRID, Theme

_SWATCH = 3.5 * GRID  # units: length of a piece of line


def draw_legend(painter: QPainter, rect: QRectF, methods: Sequence[tuple[str, str]], theme: Theme) -> float:
    """Draw the methods' names in centred rows at the bottom and return the lower edge of what is above them."""
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    entries = [(*one, _SWATCH + GRID / 2 + metrics.horizontalAdvance(one[1]) + 2 * GRID) for one in methods]
    rows: list[list[tuple[str, str, float]]] = [[]]
    for entry in entries:
        if rows[-1] and sum(width for *_, width in rows[-1]) + entry[2] > rect.width():
            rows.append([])
        rows[-1].append(entry)
    height = metrics.height() + GRID / 4
    top = rect.bottom() - len(rows) * height
    for index, row in enumerate(rows):
        left = rect.center().x() - sum(width for *_, width in row) / 2
        for role, name, width in row:
            _draw_entry(painter, QRectF(left, top + index * height, width, height), role, name, theme)
            left += width
    return top - GRID / 2


def _draw_entry(painter: QPainter, box: QRectF, role: str, name: str, theme: Theme) -> None:
    style, middle = theme.style(role), box.center().y()
    painter.setPen(style.pen())
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + _SWATCH, middle))
    if style.symbol != "none":
        at, fill = QPointF(box.left() + _SWATCH / 2, middle), QBrush(QColor(style.colour))
        draw_symbol(painter, at, style.symbol, GRID, fill, QPen(QColor(theme.panel), 1))
    painter.setPen(QColor(theme.text))
    text = box.adjusted(_SWATCH + GRID / 2, 0, 0, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
