"""A window on a sweep's folder: its runs as a table, the response of a metric, and how far the sweep is."""

from __future__ import annotations

import socket
import time
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.sweeps.response_panel import ResponsePanel
from metascope.scenes.sweeps.run_table import example, kept_runs, progress_text, run_table, told_problems
from metascope.scenes.sweeps.watcher import Look, SweepWatcher
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.sweeps.analysis.records import Records
from metascope.simulator.engine.sweeps.analysis.row_filter import RowFilter, offers, parse_filter
from metascope.simulator.engine.sweeps.folder import session_path
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.text import enumerated, localized, located
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import preset_text
from metascope.widgets.runs.compare_view import Comparison
from metascope.widgets.runs.filtered_table import FilteredTable

SIZE = QSize(1120, 680)
SHARE = 10  # times as long as drawing took pass until it is drawn again


class SweepWindow(QWidget):
    """Shows a sweep while it is being filled and afterwards; it changes nothing in the folder.

    Enter opens the chosen runs, Esc closes the window.

    Signals:
        runs_chosen(runs): a person wants runs opened: the name and the session's path of each, the first for the stage.
        save_requested(view, format): a person wants a picture or its data saved.
        table_requested(text, stem): a person wants a table, comma-separated, in a file.
        go_on_requested: a person wants what is left done by this machine.
        stop_requested: a person wants what this machine does stopped.
        closed: the window was closed.
    """

    runs_chosen = Signal(list)
    save_requested = Signal(QWidget, str)
    table_requested = Signal(str, str)
    go_on_requested = Signal()
    stop_requested = Signal()
    closed = Signal()

    def __init__(self, path: Path, theme: Theme) -> None:
        """Begin to look into the folder at `path`."""
        super().__init__()
        self.path = path
        self.watcher = SweepWatcher(path, self)
        self._records: Records | None = None
        self.table, self.response = FilteredTable(theme, "seed < 3", self._offered), ResponsePanel(theme)
        self._filter, self._conditions = RowFilter(), ""
        self._state, self._problem, self._bar = Label(), Label(), QProgressBar()
        self.run_button = QPushButton()
        self._due = 0.0
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._draw)
        self.setWindowTitle(self.tr("Sweep {name} – Metascope").format(name=path.name))
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._state.setText(self.tr("Reading the sweep…"))
        self.resize(SIZE.boundedTo(self.screen().availableSize() - QSize(4 * GRID, 8 * GRID)))
        self.watcher.look()

    @property
    def comparison(self) -> Comparison:
        """The table as it is shown."""
        return self.table.view.comparison

    @property
    def state(self) -> str:
        """How far the sweep is, as a person reads it."""
        return self._state.text()

    @property
    def problem(self) -> str:
        """What is wrong with the folder; "" where nothing is."""
        return self._problem.text()

    def tell(self, problem: str) -> None:
        """Say what is wrong, until something else is known of the folder; "" for nothing."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def take_over(self, other: SweepWindow) -> None:
        """Show what another window on the same folder shows, where that is on the screen."""
        self._conditions = other.table.line.text()
        self.table.line.setText(self._conditions)
        self.setGeometry(other.geometry())

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.table.set_theme(theme)
        self.response.set_theme(theme)
        self._state.setFont(theme.font("body", bold=True))
        self._problem.setStyleSheet(f"color: {theme.error};")  # a palette would not outlive the style sheet

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.watcher.stop()
        self._later.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _take(self, look: Look) -> None:
        """Show what the watcher has found."""
        self.tell(told_problems(look))
        if look.plan is None:
            self._state.setText(self.tr("This folder cannot be shown"))
            return
        if (
            self._records is None
            or self._records.plan is not look.plan
            or not look.rows.keys() >= self._records.ended.keys()
        ):
            self._records = Records(look.plan)
            name = located(self.path.name, preset_text(look.plan.title))
            self.setWindowTitle(self.tr("Sweep {name} – Metascope").format(name=name))
        changed = [row for index, row in look.rows.items() if self._records.ended.get(index) is not row]
        fresh = not self._records.ended and not self._bar.maximum()
        self._records.take(changed)
        self._bar.setRange(0, len(self._records))
        self._bar.setValue(len(self._records.ended))
        self._state.setText(progress_text(self._records, look))
        self._offer(look, len(self._records) - len(self._records.ended))
        if changed or fresh or not self.comparison.headings:
            self._draw_soon()

    def _offer(self, look: Look, left: int) -> None:
        """Offer to stop what this machine does, or to go on where nothing does and something is left."""
        here = look.status is not None and look.status.host == socket.gethostname()
        self.run_button.setVisible(here if look.alive else bool(left) and look.error is None)
        text, tip = self.tr("Go on"), self.tr("Do the runs that are left on this computer, in the background")
        if look.alive:
            text, tip = (
                self.tr("Stop"),
                self.tr("Stop the runs that this computer does; later they can be gone on with"),
            )
        self.run_button.setText(text)
        self.run_button.setAccessibleName(text)
        self.run_button.setToolTip(plain_tip(tip))

    def _toggle(self) -> None:
        (self.stop_requested if self.watcher.last.alive else self.go_on_requested).emit()

    def _draw_soon(self) -> None:
        """Draw the table and the response, as often as their cost allows."""
        wait = self._due - time.perf_counter()
        if wait <= 0:
            self._draw()
        elif not self._later.isActive():
            self._later.start(round(1000 * wait))

    def _draw(self) -> None:
        records = self._records
        if records is None:
            return
        began = time.perf_counter()
        self._apply(self._conditions, records)
        runs = kept_runs(records, self._filter)
        self.table.set_example(example(records), enumerated(records.columns))
        self.table.set_rows(run_table(records, runs), len(records))
        self.response.show_runs(records, runs)
        now = time.perf_counter()
        self._due = now + SHARE * (now - began)

    def _apply(self, text: str, records: Records) -> None:
        """Take the conditions that a person has typed, or say why they cannot be used: those before stay."""
        try:
            self._filter = parse_filter(text, records.words())
            self.table.set_problem("")
        except UserError as error:
            told = [located(it.where, localized(it.message)) for it in error.problems]
            self.table.set_problem("\n".join(dict.fromkeys(told)))

    def _offered(self, text: str, cursor: int) -> tuple[int, int, tuple[str, ...]]:
        """Return what the word at a place of the conditions may become."""
        return offers(text, cursor, {} if self._records is None else self._records.words())

    def _typed(self, text: str) -> None:
        self._conditions = text
        self._draw()

    def _open(self, runs: list[int]) -> None:
        """Have the sessions of these runs opened."""
        self.runs_chosen.emit(
            [
                (self.tr("{sweep}, run {run}").format(sweep=self.path.name, run=run), session_path(self.path, run))
                for run in runs
            ]
        )

    def _connect(self) -> None:
        self.watcher.looked.connect(self._take)
        self.table.filter_typed.connect(self._typed)
        self.table.opened.connect(self._open)
        self.table.save_requested.connect(
            lambda: self.table_requested.emit(self.comparison.written(), f"{self.path.name}-runs")
        )
        self.response.chosen.connect(self._draw)
        self.run_button.clicked.connect(self._toggle)
        self.response.save_requested.connect(self.save_requested)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.table.line.setFocus)

    def _lay_out(self) -> None:
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(GRID, 0, GRID, 0)
        self._problem.setVisible(False)
        self._state.setWordWrap(True)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setFixedSize(20 * GRID, GRID)
        self._bar.setAccessibleName(self.tr("Runs done"))
        above = QHBoxLayout()
        above.setContentsMargins(GRID, GRID, GRID, 0)
        above.setSpacing(2 * GRID)
        above.addWidget(self._state, 1)
        above.addWidget(self._bar)
        above.addWidget(self.run_button)
        self.run_button.setVisible(False)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.response)
        halves.addWidget(self.table)
        halves.setChildrenCollapsible(False)
        halves.setSizes([SIZE.height() * 11 // 20, SIZE.height() * 9 // 20])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(above)
        column.addWidget(self._problem)
        column.addWidget(halves, 1)
