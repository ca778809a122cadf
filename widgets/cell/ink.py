"""Draws words, numbers and typeset symbols in pixels, the same on screen and on paper."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from metascope.widgets.look.fonts import measured
from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import Theme
from metascope.widgets.views.formula import typeset

HEAD = 7.0  # pixels: length of an arrow's head
FAINT = 0.3  # opacity of what the cell lacks


class Still:
    """Caches, for the screen, the last pictures of what takes few forms: a cell lights up one part after another."""

    MOST = 4  # pictures

    def __init__(self) -> None:
        self._pictures: dict[tuple[object, ...], QPixmap] = {}  # the one drawn last at the end

    def draw(
        self, painter: QPainter, rect: QRectF, ratio: float, key: tuple[object, ...], draw: Callable[[QPainter], object]
    ) -> None:
        """Draw what `draw` does within `rect`, again only where no picture has this `key`, size and ratio.

        Args:
            ratio: pixels of the screen per unit; 0: on paper, where nothing is cached.
        """
        if ratio <= 0:
            draw(painter)
            return
        full = (*key, rect.getRect(), ratio)
        picture = self._pictures.pop(full, None) or self._new_picture(rect, ratio, draw)
        if len(self._pictures) >= self.MOST:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[full] = picture
        painter.drawPixmap(rect.topLeft(), picture)

    def _new_picture(self, rect: QRectF, ratio: float, draw: Callable[[QPainter], object]) -> QPixmap:
        picture = QPixmap((rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-rect.topLeft())
            draw(painter)
        return picture


class Typesetter:
    """Draws formulas; each is typeset once per size and colour, and cached."""

    def __init__(self) -> None:
        self._set: dict[tuple[str, float, str], QSvgRenderer] = {}

    def size(self, latex: str, size: float, colour: str) -> QSizeF:
        """Return how much room a formula takes in pixels."""
        return self._renderer(latex, size, colour).viewBoxF().size()

    def fitted(self, latex: str, rect: QRectF, size: float, colour: str) -> QSizeF:
        """Return how large a formula is drawn in `rect`: its own size, or less where there is no room."""
        whole = self.size(latex, size, colour)
        return whole * max(min(1.0, rect.width() / whole.width(), rect.height() / whole.height()), 0.01)

    def draw(self, painter: QPainter, latex: str, rect: QRectF, size: float, colour: str, left: bool = False) -> None:
        """Draw a formula in the middle of `rect`, or at its left."""
        drawn = self.fitted(latex, rect, size, colour)
        x = rect.left() if left else rect.center().x() - drawn.width() / 2
        place = QRectF(QPointF(x, rect.center().y() - drawn.height() / 2), drawn)
        self._renderer(latex, size, colour).render(painter, place)

    def _renderer(self, latex: str, size: float, colour: str) -> QSvgRenderer:
        key = (latex, size, colour)
        if key not in self._set:
            self._set[key] = QSvgRenderer(QByteArray(typeset(latex, size, colour)))
        return self._set[key]


def decimals(values: Sequence[float], digits: int = 3) -> list[str]:
    """Return numbers with `digits` decimals, three digits where they are large; a dash for what is not known yet."""
    return [_decimal(value, digits) for value in values]


def in_line(values: Sequence[float], digits: int = 3) -> str:
    """Return one number with `digits` decimals, or several in parentheses."""
    numbers = decimals(values, digits)
    return numbers[0] if len(numbers) == 1 else f"({', '.join(numbers)})"


def _decimal(value: float, digits: int) -> str:
    if math.isnan(value):
        return "–"
    shown = round(value, digits) + 0.0  # without the sign of a zero
    return (f"{shown:.{digits}f}" if abs(value) < 100 else f"{value:.3g}").replace("-", "−")


def draw_arrow(painter: QPainter, points: Sequence[QPointF], drawn: QPen, head: bool = True) -> None:
    """Draw a line through the points that ends in a head."""
    painter.setPen(drawn)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(list(points)))
    if not head:
        return
    tip, before = points[-1], points[-2]
    length = math.hypot(tip.x() - before.x(), tip.y() - before.y())
    if length <= 0:
        return
    along = (tip - before) / length
    side = QPointF(-along.y(), along.x()) * (HEAD / 2.2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(drawn.color())
    painter.drawPolygon(QPolygonF([tip, tip - along * HEAD + side, tip - along * HEAD - side]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    theme: Theme,
    *,
    small: bool = False,
    bold: bool = False,
    colour: str = "",
    flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
) -> None:
    """Draw a line of text, smaller where there is no room for it."""
    font, metrics = measured(theme, "small" if small else "body", bold)
    wanted = metrics.horizontalAdvance(text)
    if wanted > rect.width() > 0:
        font = QFont(font)
        font.setPixelSize(max(int(font.pixelSize() * rect.width() / wanted), 6))
    painter.setFont(font)
    painter.setPen(QColor(colour or theme.text))
    painter.drawText(rect, flags, text)


def text_width(text: str, theme: Theme) -> float:
    """Return how wide bold text is in pixels."""
    return measured(theme, "body", bold=True)[1].horizontalAdvance(text)


def draw_gauge(painter: QPainter, rect: QRectF, values: Sequence[float], theme: Theme) -> None:
    """Draw a bar for each value, filled from the bottom as far as it is of 1."""
    width = rect.width() / len(values)
    for index, value in enumerate(values):
        bar = QRectF(rect.left() + index * width, rect.top(), width - 1, rect.height())
        painter.setPen(pen(theme.border))
        painter.setBrush(QColor(theme.panel))
        painter.drawRect(bar)
        if not math.isnan(value):
            full = bar.height() * min(max(value, 0.0), 1.0)
            painter.fillRect(QRectF(bar.left(), bar.bottom() - full, bar.width(), full), QColor(theme.ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def tinted(colour: str, alpha: float) -> QColor:
    """Return a colour to lay over the panel."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def about(at: QPointF, width: float, height: float) -> QRectF:
    """Return the rectangle of this size about a point."""
    return QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
