"""The command palette: a few letters find any action, scenario, setting or recent file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from metascope.widgets.form.fields import LineEdit
from metascope.widgets.look.theme import GRID, RADIUS, Theme
from metascope.widgets.window.matching import Entry, ranked

_SIZE = QSize(76 * GRID, 52 * GRID)
_LINE = 4 * GRID  # px, height of an entry
_ENTRY = Qt.ItemDataRole.UserRole
_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class _EntryPainter(QStyledItemDelegate):
    """Draws an entry: its category muted, its text, and its keys at the right; all muted where it is disabled."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.room(_LINE))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(_ENTRY)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        theme, painted = self._theme, rect.adjusted(GRID, 0, -GRID, 0)
        if chosen:
            painter.fillRect(rect, QColor(theme.accent if entry.enabled else theme.hover))
        ink = theme.on_accent if chosen and entry.enabled else theme.text if entry.enabled else theme.muted
        quiet = ink if chosen else theme.muted
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(quiet))
        painter.drawText(painted, middle | Qt.AlignmentFlag.AlignRight, entry.keys)
        label = self.tr("{category}: ").format(category=entry.category)
        painter.drawText(painted, middle, label)
        painted.adjust(painter.fontMetrics().horizontalAdvance(label), 0, 0, 0)
        painted.setRight(painted.right() - painter.fontMetrics().horizontalAdvance(entry.keys) - GRID)
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, painted.width())
        painter.setPen(QColor(ink))
        painter.drawText(painted, middle, text)


class Palette(QDialog):
    """A search field over the matching entries, the best one selected. It closes when it loses the focus.

    Signals:
        chosen(id): a person chose the entry with this id; entries that are not enabled cannot be chosen.
    """

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._entries = tuple(entries)
        self._query = LineEdit()
        self._list = QListView()
        self._model = QStandardItemModel(0, 1, self)
        self.setWindowTitle(self.tr("Command palette"))
        self.setAccessibleName(self.windowTitle())
        self._fill(theme)
        self.search("")
        self.resize(_SIZE)

    def search(self, query: str) -> None:
        """Show the entries that match `query`."""
        self._model.clear()
        for entry in ranked(query, self._entries):
            item = QStandardItem(self.tr("{category}: {text}").format(category=entry.category, text=entry.text))
            item.setData(entry, _ENTRY)
            item.setEditable(False)
            self._model.appendRow(item)
        self._choose_row(0)

    def shown(self) -> tuple[Entry, ...]:
        """Return the entries that match, the best first."""
        return tuple(self._model.item(row).data(_ENTRY) for row in range(self._model.rowCount()))

    @property
    def current(self) -> Entry | None:
        """The entry that Enter runs."""
        index = self._list.currentIndex()
        return index.data(_ENTRY) if index.isValid() else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter work while the person types."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run_current()
                return True
            if event.key() in _WALKING:
                self._walk(event)
                return True
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()

    def _walk(self, event: QKeyEvent) -> None:
        page = max(self._list.height() // max(self._list.sizeHintForRow(0), 1) - 1, 1)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        self._choose_row(self._list.currentIndex().row() + by[Qt.Key(event.key())])

    def _choose_row(self, row: int) -> None:
        row = min(max(row, 0), self._model.rowCount() - 1)
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _run_current(self) -> None:
        entry = self.current
        if entry is not None and entry.enabled:
            self.accept()
            self.chosen.emit(entry.id)

    def _fill(self, theme: Theme) -> None:
        self._query.setPlaceholderText(self.tr("Find an action, a scenario, a setting or a recent file"))
        self._query.setAccessibleName(self.tr("Search"))
        self._query.setToolTip(self.tr("Arrow keys: select; Enter: run; Esc: close"))
        self._query.setMinimumHeight(theme.room(_LINE))
        self._query.textChanged.connect(self.search)
        self._query.installEventFilter(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_EntryPainter(theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Matches"))
        self._list.clicked.connect(lambda _: self._run_current())
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._query)
        column.addWidget(self._list, 1)
        self.setObjectName("palette")
        self.setStyleSheet(f"#palette {{ border: 1px solid {theme.accent}; border-radius: {RADIUS}px; }}")
        self._query.setFocus()
