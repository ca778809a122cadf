"""A table that compares runs: the settings in which they differ, and the values of their metrics."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import GRID, Theme

Value = float | int | str | None
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
KEYPAD = Qt.KeyboardModifier.KeypadModifier
FEWEST, PROPOSED = 3, 4  # rows that are visible at least, and at first
MEASURED = 60  # rows, those in sight among them, by which columns find their widths
WIDEST_COLUMN = 30 * GRID
UNCUT = 20  # letters of a heading that its column has room for
NAME, WIDEST = 0, 60  # the column of the runs' names; letters of a name that are shown, at most


@dataclass(frozen=True)
class Heading:
    """A column: its name, whether its least or greatest value is the best, if any is, and how its choices read.

    A person reads `title`, where there is one; files have the name.
    """

    name: str
    goal: Literal["least", "most"] | None = None
    tip: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)  # what a person reads for a value, which files have
    title: str = ""


@dataclass(frozen=True)
class Row:
    """A run, or the median of a group of runs: then `spread` has the text next to each value.

    `notes` has what is to be said of a value, "" for nothing: such as the meta-step at which it was measured.
    """

    values: tuple[Value, ...]
    spread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    key: int | None = None  # of a run that can be opened from here


@dataclass(frozen=True)
class Comparison:
    """Runs (rows) by what is compared (columns); a value is None where a run has none."""

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]

    def best(self, column: int) -> float | None:
        """Return the best number of a column among single runs; None where there is no goal, no rival or a tie."""
        goal = self.headings[column].goal
        single = [row.values[column] for row in self.rows if not row.spread]
        numbers = [value for value in single if isinstance(value, float) and not _absent(value)]
        if goal is None or len(numbers) < 2:
            return None
        found = min(numbers) if goal == "least" else max(numbers)
        return found if numbers.count(found) == 1 else None

    def written(self, separator: Literal[",", "\t"] = ",") -> str:
        """Return the table as text, a line of names first; numbers round-trip, absent values are empty."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=separator, lineterminator="\n")
        writer.writerow(heading.name for heading in self.headings)
        writer.writerows([_plain(value) for value in row.values] for row in self.rows)
        return text.getvalue()


class CompareModel(QAbstractTableModel):
    """A comparison as Qt's item model, sortable by any column; absent values come last.

    The runs' names are the headings of the rows.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Comparison((), ())
        self._order: list[int] = []
        self._best: list[float | None] = []

    @property
    def comparison(self) -> Comparison:
        """What is shown, in the order in which it is shown."""
        return Comparison(self._shown.headings, tuple(self._shown.rows[at] for at in self._order))

    def set(self, comparison: Comparison) -> None:
        """Show this, in the order given; of the same runs and columns only the values change, in the order shown."""
        best = [comparison.best(column) for column in range(len(comparison.headings))]
        if self._order and _frame(comparison) == _frame(self._shown):
            self._shown, self._best = comparison, best
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._shown, self._best = comparison, best
        self._order = list(range(len(comparison.rows)))
        self.endResetModel()

    def key(self, row: int) -> int | None:
        """Return the key of the run in a row as shown, None where it cannot be opened."""
        return self._shown.rows[self._order[row]].key

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, self.columnCount() - 1))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown.headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            name = str(self._shown.rows[self._order[section]].values[NAME])
            if role == Qt.ItemDataRole.DisplayRole:
                return name if len(name) <= WIDEST else f"{name[: WIDEST - 1]}…"
            return plain_tip(name) if role == Qt.ItemDataRole.ToolTipRole else None
        heading = self._shown.headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading.title or heading.name
        if role != Qt.ItemDataRole.ToolTipRole:
            return None
        whole = heading.title or heading.name  # of which there may be room for a part
        return plain_tip(f"{whole}\n{heading.tip}" if len(whole) > UNCUT else heading.tip)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; the best of a column is bold and in the accent's colour."""
        row, column = self._shown.rows[self._order[index.row()]], index.column()
        value, spread = row.values[column], row.spread[column] if row.spread else ""
        is_best = isinstance(value, float) and value == self._best[column] and not row.spread
        if role == Qt.ItemDataRole.DisplayRole:
            note = row.notes[column] if row.notes else ""
            read = self._shown.headings[column].choices.get(str(value)) or _read(value)
            return " ".join(part for part in (read, "★" if is_best else spread, note) if part)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font("body", bold=is_best)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.accent if is_best else self._theme.text)
        if role == Qt.ItemDataRole.ToolTipRole:
            note = row.notes[column] if row.notes else ""
            return plain_tip(self.tr("★ best single run") if is_best else note) if is_best or note else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if isinstance(value, str) else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; -1: in the order given."""
        self.layoutAboutToBeChanged.emit()
        before, chosen = self._order, self.persistentIndexList()
        rows = range(len(self._shown.rows))
        if column < 0:
            self._order = list(rows)
        else:
            values = [self._shown.rows[row].values[column] for row in rows]
            there = [row for row in rows if not _absent(values[row])]
            there.sort(key=lambda row: _rank(values[row]), reverse=order == Qt.SortOrder.DescendingOrder)
            self._order = there + [row for row in rows if _absent(values[row])]
        after = [self.index(self._order.index(before[one.row()]), one.column()) for one in chosen]
        self.changePersistentIndexList(chosen, after)
        self.layoutChanged.emit()


class CompareView(QWidget):
    """The table, with buttons to copy, save and refresh it. Setters emit nothing, and keep what is chosen and scrolled.

    Signals:
        save_requested: a person wants the table in a file.
        refresh_requested: a person wants the numbers as they are now.
        opened(keys): a person wants the chosen rows opened, those that have a key.
    """

    save_requested = Signal()
    refresh_requested = Signal()
    opened = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, refreshes: bool = True) -> None:
        """Make an empty table; without `refreshes` no button asks for its numbers, which come by themselves."""
        super().__init__(parent)
        self.model = CompareModel(theme, self)
        self.table = CompareTable(theme, self)
        self.table.setModel(self.model)
        self.table.copy_wanted.connect(self.copy)
        self.table.open_wanted.connect(self.open_chosen)
        self._copy = self._button(self.tr("Copy"), self.tr("Copy as tab-separated text"))
        self._save = self._button(self.tr("Save CSV…"), self.tr("Save the table as comma-separated values"))
        self._refresh = self._button(self.tr("Refresh"), self.tr("Update the numbers"))
        self._copy.clicked.connect(self.copy)
        self._save.clicked.connect(self.save_requested)
        self._refresh.clicked.connect(self.refresh_requested)
        self._lay_out()
        self._refresh.setVisible(refreshes)  # within this: alone it would be a window of its own

    @property
    def comparison(self) -> Comparison:
        """What is shown, in the order in which it is shown."""
        return self.model.comparison

    def set_comparison(self, comparison: Comparison) -> None:
        """Show this, sorted as before where the columns are the same."""
        header = self.table.horizontalHeader()
        same = comparison.headings == self.model.comparison.headings
        column, order = header.sortIndicatorSection() if same else -1, header.sortIndicatorOrder()
        before = [self.table.columnWidth(index) if same else 0 for index in range(len(comparison.headings))]
        chosen = set(self.chosen())
        self.model.set(comparison)
        self.table.sortByColumn(column, order)
        if chosen and not self.chosen():  # other rows are shown, and with them Qt has forgotten what was chosen
            self._choose(chosen)
        self.table.resizeColumnsToContents()
        for index, width in enumerate(before):  # space between a column of numbers and its neighbour; none shrinks
            self.table.setColumnWidth(index, max(min(self.table.columnWidth(index) + GRID, WIDEST_COLUMN), width))
        self.table.setColumnHidden(NAME, True)  # its names stay visible beside the rows

    def chosen(self) -> list[int]:
        """Return the keys of the chosen rows that have one, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows(NAME + 1))
        return [key for row in rows if (key := self.model.key(row)) is not None]

    def open_chosen(self) -> None:
        """Ask for the chosen rows to be opened."""
        if keys := self.chosen():
            self.opened.emit(keys)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.model.set_theme(theme)
        self.table.set_theme(theme)

    def _choose(self, keys: set[int]) -> None:
        selection = QItemSelection()
        last = self.model.columnCount() - 1
        for row in range(self.model.rowCount()):
            if self.model.key(row) in keys:
                selection.select(self.model.index(row, 0), self.model.index(row, last))
        self.table.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def copy(self) -> None:
        """Copy the table to the clipboard as tab-separated text, in the order shown."""
        QGuiApplication.clipboard().setText(self.comparison.written("\t"))

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(text)
        return button

    def _lay_out(self) -> None:
        """Put the buttons next to the table: below it they would cost it a row."""
        beside = QVBoxLayout()
        beside.setSpacing(GRID // 2)
        for button in (self._refresh, self._copy, self._save):
            beside.addWidget(button)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.table, 1)
        row.addLayout(beside)


class CompareTable(QTableView):
    """The table itself.

    Signals:
        copy_wanted: a person pressed the keys for copying.
        open_wanted: a person pressed Enter, or clicked twice, to open the chosen rows.
    """

    copy_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Comparison of runs"))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # the arrow keys move within it
        self.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.doubleClicked.connect(lambda _: self.open_wanted.emit())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Give rows the height that the theme's type needs."""
        self.verticalHeader().setDefaultSectionSize(theme.room(3 * GRID))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(PROPOSED))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(FEWEST))

    def _height(self, rows: int) -> int:
        """Return the height of so many rows, with the names above and the scroll bar below."""
        header, bar = self.horizontalHeader().sizeHint(), self.horizontalScrollBar().sizeHint()
        within = rows * self.verticalHeader().defaultSectionSize()
        return header.height() + within + bar.height() + 2 * self.frameWidth()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the key that copies from the window."""
        asks = event.type() is QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~KEYPAD:
            self.open_wanted.emit()
        else:
            super().keyPressEvent(event)


def _frame(comparison: Comparison) -> tuple[tuple[Heading, ...], list[Value]]:
    """Return what stays as runs go on: the columns and the runs' names."""
    return comparison.headings, [row.values[NAME] for row in comparison.rows]


def _read(value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return number(value, 4)
    return f"{value:,}" if isinstance(value, int) else value


def _plain(value: Value) -> str:
    if value is None or value != value:
        return ""
    return repr(value) if isinstance(value, float) else str(value)


def _absent(value: Value) -> bool:
    return value is None or value != value or value == ""


def _rank(value: Value) -> tuple[int, float, str]:
    """Return the sort key: numbers first, then texts."""
    if isinstance(value, str):
        return 1, 0.0, value.casefold()
    return 0, float(value or 0), ""
