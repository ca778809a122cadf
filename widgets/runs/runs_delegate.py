"""Draws the rows of the list of runs: state, name with what differs below it, meta-step, and an eye."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from metascope.widgets.look.icons import ICON_SIZE, icon_pixmap
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.runs.runs_model import Column, Index, RunRow, RunsModel

HALF = GRID // 2
SHARP = 2  # pixels of an icon per pixel of the screen, so that it is sharp at high resolutions
_SIGNS: Mapping[str, str] = {  # each state's icon
    "preparing": "waiting",
    "idle": "waiting",
    "running": "play",
    "paused": "pause",
    "finished": "finished",
    "failed": "failure",
}


class RunsDelegate(QStyledItemDelegate):
    """Draws the cells no wider than the list: a long name is elided in the middle, what differs at its end."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for a cell: one line, or two where a run differs in something."""
        row = _row(index)
        width = super().sizeHint(option, index).width() if index.column() == Column.STEP else 0
        return QSize(width, self.line_height() + (self._second() if row is not None and row.differs else 0))

    def line_height(self) -> int:
        """Return the height of a row of one line."""
        return self._first() + HALF

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row(index)
        if row is None:
            return
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        on_accent = self.theme.on_accent if option.state & QStyle.StateFlag.State_Selected else ""
        painter.save()
        painter.setClipRect(option.rect)
        if index.column() == Column.EYE:
            self._draw_eye(painter, option.rect, row, on_accent)
        elif index.column() == Column.STEP:
            self._draw_step(painter, option.rect, index, on_accent)
        else:
            self._draw_name(painter, option.rect, index, row, on_accent)
        painter.restore()

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the editor of a name over the name."""
        field: QRect = option.rect.adjusted(self._indent(index), 0, 0, 0)
        field.setHeight(self.line_height())
        editor.setGeometry(field)

    def _draw_name(self, painter: QPainter, rect: QRect, index: Index, row: RunRow, on_accent: str) -> None:
        line = self._line(rect)
        if row.state in _SIGNS:
            colour = {"failed": self.theme.error, "running": self.theme.accent}.get(row.state, self.theme.muted)
            _draw_icon(painter, _SIGNS[row.state], on_accent or colour, line.left() + ICON_SIZE // 2, line)
        line.setLeft(rect.left() + self._indent(index))
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font)
        painter.setPen(QColor(on_accent or index.data(Qt.ItemDataRole.ForegroundRole)))
        name = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        below = QRect(line.left(), line.bottom() + 1, line.width(), self._second())
        painter.setFont(self.theme.font("small"))
        painter.setPen(QColor(on_accent or self.theme.muted))
        told = painter.fontMetrics().elidedText(row.differs, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignTop, told)

    def _draw_step(self, painter: QPainter, rect: QRect, index: Index, on_accent: str) -> None:
        painter.setFont(self.theme.font())
        painter.setPen(QColor(on_accent or index.data(Qt.ItemDataRole.ForegroundRole)))
        line = self._line(rect).adjusted(0, 0, -HALF, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data())

    def _draw_eye(self, painter: QPainter, rect: QRect, row: RunRow, on_accent: str) -> None:
        if not row.current:
            colour = self.theme.accent if row.ghost else self.theme.muted
            line = self._line(rect)
            _draw_icon(painter, "eye" if row.ghost else "eye-off", on_accent or colour, line.center().x(), line)

    def _line(self, rect: QRect) -> QRect:
        """Return the first line of a cell."""
        return QRect(rect.left(), rect.top() + HALF // 2, rect.width(), self._first())

    def _indent(self, index: Index) -> int:
        """Return where a name begins: after the icon of the state, which a group does not have."""
        row = _row(index)
        return ICON_SIZE + HALF if row is not None and row.state in _SIGNS else 0

    def _first(self) -> int:
        return max(self.theme.room(2.5 * GRID), ICON_SIZE)

    def _second(self) -> int:
        return self.theme.room(2 * GRID)


def _row(index: Index) -> RunRow | None:
    model: Any = index.model()
    return model.row_of(index) if isinstance(model, RunsModel) else None


def _draw_icon(painter: QPainter, name: str, colour: str, middle: int, line: QRect) -> None:
    """Draw an icon around the column `middle` of a line."""
    pixmap = icon_pixmap(name, QColor(colour), SHARP * ICON_SIZE)
    pixmap.setDevicePixelRatio(SHARP)
    painter.drawPixmap(QPoint(middle - ICON_SIZE // 2, line.center().y() + 1 - ICON_SIZE // 2), pixmap)
