"""The list of runs as Qt's item model: the contents of its cells, and names that a person may edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True)
class RunRow:
    """What the list shows of one run, or of a group of runs that differ by their seeds."""

    key: int
    name: str
    parent: int | None = None  # the key of the run that it branched from, or of its group
    differs: str = ""  # in which settings, such as "inner_rate 0.3, seed 2"
    also: str = ""  # the same in other words, such as "Inner learning rate 0.3, Seed 2", for the tooltip
    step: int | None = None  # meta-steps done; None for a group
    state: str = ""  # as `RunState` has it; empty for a group
    ghost: bool = False
    hidden: bool = False
    current: bool = False


class Column(IntEnum):
    """The columns, from the left. What differs stands below the name; the state is an icon before it."""

    NAME = 0
    STEP = 1
    EYE = 2


class RunsModel(QAbstractItemModel):
    """A tree of runs. Setters emit only what views need.

    Signals:
        renamed(key, name): a person gave a run another name.
    """

    renamed = Signal(int, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[int, RunRow] = {}
        self._children: dict[int | None, list[int]] = {None: []}

    def set_rows(self, rows: Sequence[RunRow]) -> bool:
        """Show these rows; return whether the rows are others than before, so that a view must restore its state."""
        fresh = {row.key: row for row in rows}
        same = [(key, row.parent) for key, row in fresh.items()] == [(k, row.parent) for k, row in self._rows.items()]
        if same:
            changed = fresh != self._rows
            self._rows = fresh
            if changed:
                self._all_changed()
            return False
        self.beginResetModel()
        self._rows = fresh
        self._children = {None: []}
        for row in rows:
            self._children.setdefault(row.parent, []).append(row.key)
        self.endResetModel()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self._all_changed()

    def row_of(self, index: Index) -> RunRow | None:
        """Return the row at an index, None at none."""
        return self._rows.get(int(index.internalId())) if index.isValid() else None

    def index_of(self, key: int) -> QModelIndex:
        """Return where a run's name stands, an invalid index where it is not shown."""
        row = self._rows.get(key)
        if row is None:
            return QModelIndex()
        return self.createIndex(self._children[row.parent].index(key), Column.NAME, key)

    @override
    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        keys = self._under(parent)
        return self.createIndex(row, column, keys[row]) if 0 <= row < len(keys) else QModelIndex()

    @override
    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        row = self.row_of(index)
        return QModelIndex() if row is None or row.parent is None else self.index_of(row.parent)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return len(self._under(parent))

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return len(Column)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = Qt.ItemFlag.ItemIsEditable if index.column() == Column.NAME else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | editable

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, name = self.row_of(index), " ".join(str(value).split())
        if row is None or role != Qt.ItemDataRole.EditRole or not name or name == row.name:
            return False
        self._rows[row.key] = replace(row, name=name)
        self.dataChanged.emit(index, index)
        self.renamed.emit(row.key, name)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column, or what it means."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section][0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return plain_tip(self._headings()[section][1]) if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        column = Column(index.column())
        found: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._text(row, column),
            Qt.ItemDataRole.EditRole: lambda: row.name,
            Qt.ItemDataRole.ToolTipRole: lambda: plain_tip(self._tip(row, column)),
            Qt.ItemDataRole.AccessibleTextRole: lambda: ", ".join(self._tip(row, column).splitlines()),
            Qt.ItemDataRole.FontRole: lambda: self._font(row),
            Qt.ItemDataRole.ForegroundRole: lambda: QColor(self._theme.muted if row.hidden else self._theme.text),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(column),
        }
        return found[role]() if role in found else None

    def _under(self, parent: Index) -> list[int]:
        row = self.row_of(parent)
        return self._children.get(None if row is None else row.key, [])

    def _headings(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Run"),
                self.tr(
                    "Branches stand below the run they came from; the current run is bold. In small type: the settings "
                    "in which a run differs from the one it came from"
                ),
            ),
            (self.tr("Meta-step"), self.tr("Meta-steps done")),
            ("", self.tr("Drawn dimmed behind the current run")),
        )

    def _text(self, row: RunRow, column: Column) -> str:
        if column is Column.STEP:
            return "" if row.step is None else f"{row.step:,}"
        return row.name if column is Column.NAME else ""

    def _tip(self, row: RunRow, column: Column) -> str:
        """Return what a cell says in full, a line for each thing."""
        if column is Column.NAME:
            return "\n".join(filter(None, (row.name, row.differs, row.also, self._state(row.state))))
        if column is Column.STEP:
            return "" if row.step is None else self.tr("{step} meta-steps").format(step=f"{row.step:,}")
        if row.current:
            return self.tr("{run} is the current run").format(run=row.name)
        if row.ghost:
            return self.tr("{run} is drawn dimmed behind the current run").format(run=row.name)
        return self.tr("{run} is not drawn behind the current run").format(run=row.name)

    def _state(self, state: str) -> str:
        return {
            "preparing": self.tr("preparing"),
            "idle": self.tr("ready"),
            "running": self.tr("running"),
            "paused": self.tr("paused"),
            "finished": self.tr("finished"),
            "failed": self.tr("failed"),
        }.get(state, "")

    def _font(self, row: RunRow) -> QFont:
        font = self._theme.font("body", bold=row.current)
        font.setItalic(row.hidden)
        return font

    def _all_changed(self) -> None:
        for key in self._rows:
            first = self.index_of(key)
            self.dataChanged.emit(first, first.siblingAtColumn(Column.EYE))


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column is Column.STEP else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
