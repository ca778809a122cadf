"""Says what the signs on a map of embedded pictures stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from widgets.look.theme import GRID, MARK, Theme, pen
from widgets.look.translation import translate
from widgets.plots.canvas.ink import draw_symbol
from widgets.plots.canvas.legend import Entry
from widgets.plots.maps.embedded import HOLLOW, QUERY, RING

Kind = Literal["support", "held", "query", "asked", "wrong", "prototypes", "imagined", "head"]
FRAME = 1.5 * GRID  # pixels: side of a support's frame


@dataclass(frozen=True)
class MapSign:
    """One sign of the map; those of no class are grey."""

    kind: Kind
    role: str  # of its method, where it has one

    def draw(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        """Draw it with its middle at a place."""
        if self.kind in ("support", "held"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(theme.muted, 1.75, "dashed" if self.kind == "held" else "solid"))
            painter.drawRect(QRectF(at.x() - FRAME / 2, at.y() - FRAME / 2, FRAME, FRAME))
        elif self.kind == "head":
            painter.setPen(theme.style(self.role).pen(2.0))
            painter.drawLine(at - QPointF(GRID, 0), at + QPointF(GRID, 0))
        else:
            self._draw_mark(painter, at, theme)

    def _draw_mark(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        if self.kind == "prototypes":
            style = theme.style(self.role)
            symbol = "disc" if style.symbol == "none" else style.symbol
            draw_symbol(painter, at, symbol, MARK + 2, QBrush(QColor(style.colour)), pen(theme.panel, 1.0))
            return
        if self.kind == "imagined":
            draw_symbol(painter, at, "disc", HOLLOW, QBrush(QColor(theme.panel)), pen(theme.muted, 1.75))
            return
        outline = pen(theme.error, 2.0) if self.kind == "wrong" else pen(theme.panel, 1.0)
        draw_symbol(painter, at, "disc", QUERY, QBrush(QColor(theme.muted)), outline)
        if self.kind == "asked":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(theme.accent, 2.0))
            painter.drawEllipse(at, QUERY / 2 + RING - 1, QUERY / 2 + RING - 1)


def key_of(kinds: dict[Kind, str]) -> list[Entry]:
    """Return the entries of a legend for kinds of signs, each with its method's role or ""."""
    words: dict[Kind, str] = {
        "support": translate("EmbeddingMap", "support"),
        "held": translate("EmbeddingMap", "held"),
        "query": translate("EmbeddingMap", "query"),
        "asked": translate("EmbeddingMap", "in question"),
        "wrong": translate("EmbeddingMap", "wrong"),
        "prototypes": translate("EmbeddingMap", "class mean"),
        "imagined": translate("EmbeddingMap", "imagined"),
        "head": translate("EmbeddingMap", "border"),
    }
    return [Entry(kind, role, words[kind], sign=MapSign(kind, role)) for kind, role in kinds.items()]
