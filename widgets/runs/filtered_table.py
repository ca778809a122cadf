"""A table of many runs with a line above it in which a person types which of them to show."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from metascope.widgets.form.fields import LineEdit
from metascope.widgets.form.word_completer import Offer, WordCompleter
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.runs.compare_view import CompareView, Comparison

PAUSE = 250  # ms after the last key until the rows are chosen


class FilteredTable(QWidget):
    """Conditions, how many rows meet them, and the table of these. Setters emit nothing.

    Enter or a double click opens the chosen rows; Ctrl+C copies the table.

    Signals:
        filter_typed(text): a person has typed other conditions.
        opened(keys): a person wants the chosen rows opened.
        save_requested: a person wants the table in a file.
    """

    filter_typed = Signal(str)
    opened = Signal(list)
    save_requested = Signal()

    def __init__(self, theme: Theme, example: str, offer: Offer, parent: QWidget | None = None) -> None:
        """Make an empty table; `example` is such a condition, and `offer` tells what a word in it may become."""
        super().__init__(parent)
        self.line = LineEdit()
        self.line.setPlaceholderText(self.tr("Filter: {example}").format(example=example))
        self.line.setAccessibleName(self.tr("Filter of the runs"))
        self.line.setClearButtonEnabled(True)
        self.completer = WordCompleter(self.line, offer)
        self.view = CompareView(theme, refreshes=False)
        self.view.table.setAccessibleName(self.tr("Runs of the sweep"))
        self._count, self._problem, self._open = Label(), Label(), QPushButton(self.tr("Open"))
        self._problem.setWordWrap(True)
        self._problem.setVisible(False)
        self._open.setToolTip(self.tr("Open the chosen runs: the first on the stage, others as its ghosts (Enter)"))
        self._open.setAccessibleName(self._open.text())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.filter_typed.emit(self.line.text()))
        self.line.textEdited.connect(lambda _: self._pause.start())
        self.line.textChanged.connect(lambda text: None if text else self._pause.start(0))  # its button clears it
        self.line.returnPressed.connect(lambda: self._pause.start(0))
        self._open.clicked.connect(self.view.open_chosen)
        self.view.opened.connect(self.opened)
        self.view.save_requested.connect(self.save_requested)
        self._lay_out()
        self.set_theme(theme)

    def set_example(self, example: str, columns: str) -> None:
        """Show another example, and what columns there are under the pointer."""
        self.line.setPlaceholderText(self.tr("Filter: {example}").format(example=example))
        tip = self.tr("Conditions joined by and, or; signs are <, <=, >, >=, = and !=. Columns: {columns}")
        self.line.setToolTip(plain_tip(tip.format(columns=columns)))

    def set_rows(self, comparison: Comparison, of: int) -> None:
        """Show these rows, which are all or some of as many as `of`."""
        self.view.set_comparison(comparison)
        shown = len(comparison.rows)
        text = self.tr("{shown:,} of {all:,} runs") if shown != of else self.tr("{all:,} runs")
        self._count.setText(text.format(shown=shown, all=of))

    def set_problem(self, text: str) -> None:
        """Say why the conditions cannot be used; "" where they can."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.line.set_wrong(bool(text))

    @property
    def problem(self) -> str:
        """Why the conditions cannot be used."""
        return self._problem.text()

    @property
    def count(self) -> str:
        """How many rows are shown, as a person reads it."""
        return self._count.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.view.set_theme(theme)
        self.line.wrong = QColor(theme.error)
        self._problem.setStyleSheet(f"color: {theme.error};")  # a palette would not outlive the style sheet
        self._count.setStyleSheet(f"color: {theme.muted};")

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(GRID, GRID, GRID, 0)
        above.setSpacing(GRID)
        above.addWidget(self.line, 1)
        above.addWidget(self._count)
        above.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(above)
        self._problem.setContentsMargins(GRID, 0, GRID, 0)
        column.addWidget(self._problem)
        column.addWidget(self.view, 1)
