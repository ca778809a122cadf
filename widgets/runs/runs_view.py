"""The list of open runs: their branches, how far they are, and which are drawn behind the current one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QMessageBox,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from metascope.widgets.look.icons import ICON_SIZE
from metascope.widgets.look.plain import MessageBox, plain_tip
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.runs.runs_delegate import RunsDelegate
from metascope.widgets.runs.runs_model import Column, Index, RunRow, RunsModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = frozenset({*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_H})


class RunsTree(QTreeView):
    """The tree itself; it leaves the keys with another meaning to the widget around it."""

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the arrow next to the name, not in the middle of two lines."""
        delegate = self.itemDelegate()
        if isinstance(delegate, RunsDelegate):
            rect = QRect(rect.left(), rect.top(), rect.width(), delegate.line_height())
        super().drawBranches(painter, rect, index)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep those keys from the window's shortcuts while the list has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the list; an Enter that ends renaming does nothing else."""
        if _own(event) and self.state() is not QAbstractItemView.State.EditingState:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RunsView(QWidget):
    """A tree of runs and branches, with buttons to compare them. Setters emit nothing.

    Enter or a double click opens a run, F2 renames it, Space draws it as a ghost, H hides it, Del deletes it.

    Signals:
        chosen(key): a person wants to look at this run.
        ghost_toggled(key, on): a person wants it drawn behind the current one, or no longer; of a group, its quantiles.
        renamed(key, name): a person gave it another name.
        hidden_toggled(key, hidden): a person wants it out of the list, or back.
        deleted(key): a person has confirmed that it should be deleted.
        compare_requested: a person wants the table of all runs.
        seeds_requested: a person wants the current run with other seeds.
    """

    chosen = Signal(int)
    ghost_toggled = Signal(int, bool)
    renamed = Signal(int, str)
    hidden_toggled = Signal(int, bool)
    deleted = Signal(int)
    compare_requested = Signal()
    seeds_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RunRow, ...] = ()
        self._model = RunsModel(theme, self)
        self._model.renamed.connect(self.renamed)
        self.tree = RunsTree()
        self._delegate = RunsDelegate(theme, self)
        self._hidden = QCheckBox(self.tr("Hidden"))
        self._compare = QPushButton(self.tr("Compare…"))
        self._seeds = QPushButton(self.tr("Seeds…"))
        self._fill()
        self._lay_out()
        self._connect()

    def set_rows(self, rows: Sequence[RunRow]) -> None:
        """Show these runs, parents before their children; what is selected stays so."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._show()

    def select(self, key: int) -> None:
        """Select this run."""
        self.tree.setCurrentIndex(self._model.index_of(key))

    def withhold_seeds(self, reason: str) -> None:
        """Let nobody ask for seeds, for this reason; with an empty one they can."""
        self._seeds.setEnabled(not reason)
        tip = self.tr("Train the current run's settings with several seeds, and show their median")
        self._seeds.setToolTip(plain_tip(reason or tip))

    @property
    def selected(self) -> int | None:
        """The key of the run that is selected."""
        row = self._selected()
        return None if row is None else row.key

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._delegate.theme = theme
        self._model.set_theme(theme)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with the selected run what the key stands for."""
        row = self._selected()
        if row is None or not _own(event):
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._choose(row)
        elif event.key() == Qt.Key.Key_F2:
            self._rename()
        elif event.key() == Qt.Key.Key_Space:
            self._toggle_ghost(row)
        elif event.key() == Qt.Key.Key_H:
            self._toggle_hidden(row)
        else:
            self._ask_to_delete(row)

    def menu_for(self, row: RunRow) -> QMenu:
        """Return the menu of what can be done with a run."""
        menu = QMenu(self)
        group = row.step is None
        if not group:
            menu.addAction(self.tr("Show this run\tEnter"), lambda: self._choose(row)).setEnabled(not row.current)
        if group:
            ghost = self.tr("Hide median and band\tSpace") if row.ghost else self.tr("Show median and band\tSpace")
        else:
            ghost = self.tr("Hide the ghost\tSpace") if row.ghost else self.tr("Show as a ghost\tSpace")
        menu.addAction(ghost, lambda: self._toggle_ghost(row)).setEnabled(not row.current)
        menu.addAction(self.tr("Rename\tF2"), self._rename)
        if not group:
            hide = self.tr("Show in the list\tH") if row.hidden else self.tr("Hide from the list\tH")
            menu.addAction(hide, lambda: self._toggle_hidden(row)).setEnabled(not row.current)
        menu.addSeparator()
        menu.addAction(self.tr("Delete…\tDel"), lambda: self._ask_to_delete(row))
        return menu

    def _show(self) -> None:
        selected = self.selected
        if self._model.set_rows(self._rows if self._hidden.isChecked() else without_hidden(self._rows)):
            self.tree.expandAll()
            if selected is not None:
                self.select(selected)

    def _selected(self) -> RunRow | None:
        return self._model.row_of(self.tree.currentIndex())

    def _choose(self, row: RunRow) -> None:
        if row.step is not None:
            self.chosen.emit(row.key)

    def _rename(self) -> None:
        self.tree.edit(self.tree.currentIndex().siblingAtColumn(Column.NAME))

    def _toggle_ghost(self, row: RunRow) -> None:
        if not row.current:
            self.ghost_toggled.emit(row.key, not row.ghost)

    def _toggle_hidden(self, row: RunRow) -> None:
        if not row.current and row.step is not None:
            self.hidden_toggled.emit(row.key, not row.hidden)

    def _ask_to_delete(self, row: RunRow) -> None:
        """Ask without blocking the window: training and the other runs go on meanwhile."""
        question = self.tr("Delete {run}? Its training stops and its recording is lost.").format(run=row.name)
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.Cancel
        box = MessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Delete a run"))
        box.setText(question)
        box.setStandardButtons(yes | no)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.button(yes).setText(self.tr("Delete"))
        box.accepted.connect(partial(self.deleted.emit, row.key))
        box.open()

    def _clicked(self, index: Index) -> None:
        row = self._model.row_of(index)
        if row is not None and index.column() == Column.EYE:
            self._toggle_ghost(row)

    def _double_clicked(self, index: Index) -> None:
        row = self._model.row_of(index)
        if row is not None and index.column() != Column.EYE:
            self._choose(row)

    def _open_menu(self, at: QPoint) -> None:
        row = self._model.row_of(self.tree.indexAt(at))
        if row is not None:
            menu = self.menu_for(row)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.tree.viewport().mapToGlobal(at))

    def _fill(self) -> None:
        tree = self.tree
        tree.setModel(self._model)
        tree.setItemDelegate(self._delegate)
        tree.setAccessibleName(self.tr("Runs"))
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setExpandsOnDoubleClick(False)
        tree.setAllColumnsShowFocus(True)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setIndentation(2 * GRID)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(ICON_SIZE + GRID)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.STEP, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.EYE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.EYE, ICON_SIZE + 2 * GRID)
        self._hidden.setToolTip(self.tr("Also list hidden runs, in italics"))
        self._compare.setToolTip(self.tr("Compare all runs in a table: the settings that differ, and the metrics"))
        self.withhold_seeds("")
        for control in (self._hidden, self._compare, self._seeds):
            control.setAccessibleName(control.text())

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._hidden)
        below.addStretch(1)
        below.addWidget(self._seeds)
        below.addWidget(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.tree, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.tree.clicked.connect(self._clicked)
        self.tree.doubleClicked.connect(self._double_clicked)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self._hidden.clicked.connect(self._show)
        self._compare.clicked.connect(self.compare_requested)
        self._seeds.clicked.connect(self.seeds_requested)


def without_hidden(rows: Sequence[RunRow]) -> list[RunRow]:
    """Return the rows that are not hidden; what is below a hidden one takes its place."""
    parents = {row.key: row.parent for row in rows}
    hidden = {row.key for row in rows if row.hidden and not row.current}
    found = []
    for row in rows:
        parent = row.parent
        while parent in hidden:
            parent = parents[parent]
        if row.key not in hidden:
            found.append(replace(row, parent=parent))
    return found


def _own(event: QKeyEvent) -> bool:
    return event.key() in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
