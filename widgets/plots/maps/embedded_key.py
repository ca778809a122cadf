"""Says what the signs on a map of embedded pictures stand for, in its margins."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import GRID, MARK
from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.canvas.mark import Mark
from metascope.widgets.plots.maps.embedded import HOLLOW, LINE, QUERY, RING

Kind = Literal["support", "held", "query", "asked", "wrong", "prototypes", "imagined", "head", "links"]
FRAME = 1.5 * GRID  # pixels: side of a support's frame
ROW = 16.0  # pixels
SIGN = 2.5 * GRID  # pixels: width of a sign
BACK = 0.8  # opacity of what is behind it
LINK = 5.0  # pixels: width of the sign of a line whose width tells something
MIDDLE = 0.4  # of the plot's width that stays free of the key at least
FADED = 0.1  # its opacity under the pointer


class KeyItem(Mark):
    """A sign and its name in each row: at the left edge as many as fit, the others at the right edge.

    Signs that have the tint of a class on the map are grey here. In a plot with no room to the sides it is left out.
    Under the pointer it fades, so that what it covers is seen.
    """

    kept = True

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._kinds: Mapping[Kind, str] = {}
        self.wanted, self._faded = True, False
        self.setZValue(0.5)  # above maps, under points

    def set(self, kinds: Mapping[Kind, str]) -> None:
        """Say what these kinds of signs are, each with the role of its method or "" where it has none."""
        if kinds != self._kinds:
            self._kinds = dict(kinds)
            self.changed()

    def want(self, wanted: bool) -> None:
        """Show the key, or not."""
        self.wanted = wanted
        self.changed()

    def fade(self, faded: bool) -> None:
        """Let what is under the key be seen, or not."""
        if faded != self._faded:
            self._faded = faded
            self.changed()

    def areas(self, rect: QRectF) -> list[QRectF]:
        """Return what the key covers of a plot: at its left edge, and where there are too many signs at its right."""
        if not self.wanted or not self._kinds:
            return []
        metrics, high = QFontMetricsF(self.theme.font("small")), self._row()
        words = [self._words()[kind] for kind in self._kinds]
        rows = max(int((rect.height() - GRID) / high), 1)
        columns = [words[:rows], words[rows : 2 * rows]]
        wide = [max(map(metrics.horizontalAdvance, some)) + SIGN if some else 0.0 for some in columns]
        if 2 * max(wide) + GRID > (1 - MIDDLE) * rect.width():
            return []
        lefts = (rect.left() + GRID / 2, rect.right() - wide[1] - GRID / 2)
        return [
            QRectF(left, rect.top() + GRID / 2, width + GRID / 2, len(some) * high)
            for some, left, width in zip(columns, lefts, wide, strict=True)
            if some
        ]

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self.wanted or not self._kinds

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        words, high, whole = self._words(), self._row(), painter.opacity()
        entries = iter([(kind, role, words[kind]) for kind, role in self._kinds.items()])
        painter.setFont(self.theme.font("small"))
        painter.setOpacity(whole * (FADED if self._faded else 1.0))
        back = QColor(self.theme.panel)
        back.setAlphaF(BACK)
        for area in self.areas(pixels.rect):
            painter.fillRect(area, back)
            for row, (kind, role, word) in enumerate(islice(entries, round(area.height() / high))):
                middle = area.top() + (row + 0.5) * high
                self._draw_sign(painter, kind, role, QPointF(area.left() + SIGN / 2 - GRID / 4, middle))
                painter.setPen(QColor(self.theme.muted))
                place = QRectF(area.left() + SIGN, middle - high / 2, pixels.rect.width(), high)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
        painter.setOpacity(whole)

    def _row(self) -> float:
        return float(self.theme.room(ROW))

    def _draw_sign(self, painter: QPainter, kind: Kind, role: str, at: QPointF) -> None:
        theme = self.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if kind in ("support", "held"):
            painter.setPen(pen(theme.muted, 1.75, "dashed" if kind == "held" else "solid"))
            painter.drawRect(QRectF(at.x() - FRAME / 2, at.y() - FRAME / 2, FRAME, FRAME))
        elif kind in ("head", "links"):
            painter.setPen(theme.style(role).pen(2.0 if kind == "head" else LINK, "solid"))
            painter.drawLine(at - QPointF(GRID, 0), at + QPointF(GRID, 0))
        elif kind == "prototypes":
            style = theme.style(role)
            symbol = "disc" if style.symbol == "none" else style.symbol
            draw_symbol(painter, at, symbol, MARK + 2, QBrush(QColor(style.colour)), pen(theme.panel, 1.0))
        elif kind == "imagined":
            draw_symbol(painter, at, "disc", HOLLOW, QBrush(), pen(theme.muted, LINE))
        else:
            outline = pen(theme.error, 2.0) if kind == "wrong" else pen(theme.panel, 1.0)
            draw_symbol(painter, at, "disc", QUERY, QBrush(QColor(theme.muted)), outline)
            if kind == "asked":
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(pen(theme.accent, 2.0))
                painter.drawEllipse(at, QUERY / 2 + RING - 1, QUERY / 2 + RING - 1)

    def _words(self) -> Mapping[Kind, str]:
        return {
            "support": self.tr("support"),
            "held": self.tr("held"),
            "query": self.tr("query"),
            "asked": self.tr("in question"),
            "wrong": self.tr("wrong"),
            "prototypes": self.tr("class mean"),
            "imagined": self.tr("imagined"),
            "head": self.tr("border"),
            "links": self.tr("likeness: width"),
        }
