"""Draws what stands above and below a cell's flow: the chain of stages, the equations, the update with its numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from metascope.widgets.cell.ink import FAINT, Typesetter, draw_arrow, draw_text, tinted
from metascope.widgets.cell.picture import CellPicture, Equation, Stage
from metascope.widgets.look.pens import pen
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import DIM, GRID, RADIUS, Theme

LADDER, ROW, UPDATE = 40.0, 24.0, 24.0  # pixels: heights of the chain, of an equation, of an update
FORMULA = 14.0  # pixels: the em of an equation
GAP = 18.0  # pixels between two stages
MARK = 10.0  # pixels: a stage's symbol
_OPACITY = {"full": 1.0, "dim": 0.5, "hidden": DIM}


def equations_height(picture: CellPicture, theme: Theme) -> float:
    """Return how high the equations are."""
    return theme.room(ROW) * _rows(picture)


def updates_height(picture: CellPicture, theme: Theme) -> float:
    """Return how high the updates are."""
    return theme.room(UPDATE) * max(len(picture.updates), 1)


def stage_places(rect: QRectF, picture: CellPicture) -> list[tuple[QRectF, Stage]]:
    """Return where each stage of the chain is."""
    count = len(picture.stages)
    width = (rect.width() - (count - 1) * GAP) / max(count, 1)
    return [
        (QRectF(rect.left() + index * (width + GAP), rect.top(), width, rect.height()), stage)
        for index, stage in enumerate(picture.stages)
    ]


def draw_ladder(painter: QPainter, rect: QRectF, picture: CellPicture, theme: Theme, symbols: Typesetter) -> None:
    """Draw the stages side by side without their numbers, the drawn one in a frame."""
    for place, stage in stage_places(rect, picture):
        if place.left() > rect.left():
            middle = place.center().y()
            ends = [QPointF(place.left() - GAP + 3, middle), QPointF(place.left() - 3, middle)]
            draw_arrow(painter, ends, pen(theme.muted, 1.2))
        _draw_stage(painter, place, stage, stage.key == picture.chosen, theme, symbols)


def draw_notes(painter: QPainter, rect: QRectF, picture: CellPicture, theme: Theme) -> None:
    """Draw the stages' numbers."""
    for place, stage in stage_places(rect, picture):
        if stage.emphasis != "hidden":
            head = _head(place)
            note = QRectF(head.left(), head.bottom() - 2, head.width(), place.bottom() - head.bottom())
            painter.setOpacity(_OPACITY[stage.emphasis])
            draw_text(painter, note, stage.note, theme, small=True, flags=Qt.AlignmentFlag.AlignVCenter)
            painter.setOpacity(1.0)


def _draw_stage(painter: QPainter, rect: QRectF, stage: Stage, chosen: bool, theme: Theme, symbols: Typesetter) -> None:
    style = theme.style(stage.role)
    painter.setOpacity(_OPACITY[stage.emphasis])
    painter.setPen(pen(style.colour if chosen else theme.border, 2.0 if chosen else 1.0))
    painter.setBrush(tinted(style.colour, 0.16) if chosen else QColor(theme.raised))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    mark = QPointF(rect.left() + 1.5 * GRID, rect.top() + rect.height() * 0.32)
    if stage.emphasis != "hidden":
        draw_symbol(painter, mark, style.symbol, MARK, QBrush(QColor(style.colour)), QPen(Qt.PenStyle.NoPen))
    symbols.draw(painter, stage.latex, _head(rect), theme.room(FORMULA), theme.text, left=True)
    painter.setOpacity(1.0)


def _head(rect: QRectF) -> QRectF:
    return QRectF(rect.left() + 3 * GRID, rect.top() + 2, rect.width() - 3.5 * GRID, rect.height() * 0.58)


def equation_places(rect: QRectF, picture: CellPicture, theme: Theme) -> list[tuple[QRectF, Equation]]:
    """Return where each equation is, in two columns."""
    rows, tall, width = _rows(picture), theme.room(ROW), rect.width() / 2
    return [
        (QRectF(rect.left() + column * width, rect.top() + row * tall, width - GRID, tall), equation)
        for index, equation in enumerate(picture.equations)
        for column, row in [divmod(index, rows)]
    ]


def draw_equations(painter: QPainter, rect: QRectF, picture: CellPicture, theme: Theme, symbols: Typesetter) -> None:
    """Draw the equations without their numbers, those with a substitution marked."""
    for place, equation in equation_places(rect, picture, theme):
        painter.setOpacity(FAINT if equation.absent else 1.0)
        if equation.role:
            colour = theme.style(equation.role).colour
            painter.fillRect(place.adjusted(0, 1, 0, -1), tinted(colour, 0.16))
            painter.fillRect(QRectF(place.left(), place.top() + 1, 3, place.height() - 2), QColor(colour))
        symbols.draw(painter, equation.latex, _formula(place), theme.room(FORMULA), theme.text, left=True)
        painter.setOpacity(1.0)


def draw_told(painter: QPainter, rect: QRectF, picture: CellPicture, theme: Theme, symbols: Typesetter) -> None:
    """Draw the equations' numbers."""
    for place, equation in equation_places(rect, picture, theme):
        if equation.absent:
            continue
        formula = _formula(place)
        width = symbols.fitted(equation.latex, formula, theme.room(FORMULA), theme.text).width()
        room = QRectF(formula.left() + width + GRID, place.top() + 1, 0, place.height() - 2)
        room.setRight(place.right())
        draw_text(painter, room, equation.told, theme, bold=True, flags=Qt.AlignmentFlag.AlignVCenter)


def _formula(rect: QRectF) -> QRectF:
    """Return the part of an equation's row that its formula may take."""
    inner = rect.adjusted(GRID, 1, 0, -1)
    return inner.adjusted(0, 0, -0.3 * inner.width(), 0)


def draw_updates(painter: QPainter, rect: QRectF, picture: CellPicture, theme: Theme) -> None:
    """Draw the memory's update with its numbers, a line per coordinate."""
    colour = theme.style(next(stage.role for stage in picture.stages if stage.key == picture.chosen)).colour
    painter.setPen(pen(theme.border))
    painter.drawLine(rect.topLeft(), rect.topRight())
    tall = theme.room(UPDATE)
    for index, text in enumerate(picture.updates):
        row = QRectF(rect.left(), rect.top() + index * tall, rect.width(), tall)
        painter.fillRect(QRectF(row.left(), row.top() + 4, 3, tall - 6), QColor(colour))
        place = row.adjusted(GRID, 2, 0, 0)
        draw_text(painter, place, text, theme, bold=True, flags=Qt.AlignmentFlag.AlignVCenter)


def _rows(picture: CellPicture) -> int:
    return (len(picture.equations) + 1) // 2
