"""A dialog that asks with how many seeds to train the current settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from metascope.widgets.form.fields import NumberBox
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import GRID

FEWEST, MOST = 2, 32
_WIDTH = 44 * GRID
_LARGEST_SEED = 2**31 - 1  # as `Settings.seed` has it


class SeedsDialog(QDialog):
    """How many runs, and from which seed on. Does not block the window.

    Signals:
        seeds_chosen(seeds): a person wants runs with these seeds: a list of whole numbers.
    """

    seeds_chosen = Signal(list)

    def __init__(self, first: int, parent: QWidget | None = None, *, is_random: bool = True) -> None:
        """Propose five seeds from `first` on; warn if nothing in the run `is_random`, so that all will be the same."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Train with several seeds"))
        self.setModal(False)
        self.count = self._box(FEWEST, MOST, 5, self.tr("Number of runs"))
        self.first = self._box(0, _LARGEST_SEED - MOST, min(first, _LARGEST_SEED - MOST), self.tr("First seed"))
        self._is_random = is_random
        self._told = Label()
        self._told.setWordWrap(True)
        self._told.setMinimumSize(
            _WIDTH, (4 if is_random else 6) * self._told.fontMetrics().lineSpacing()
        )  # else it takes it from the rows
        for box in (self.count, self.first):
            box.valueChanged.connect(self._tell)
            box.typing.connect(self._tell)
        self._lay_out()
        self._tell()

    def seeds(self) -> list[int]:
        """Return the seeds as they are chosen now."""
        first = int(self.first.number())
        return list(range(first, first + int(self.count.number())))

    def _tell(self) -> None:
        problem = self._problem()
        self._train.setEnabled(not problem)
        if problem:
            self._told.setText(problem)
            return
        seeds = self.seeds()
        text = self.tr(
            "Seeds {first} to {last}, trained in processes of their own, which go on when the window is closed; "
            "curves show the median of those that have ended."
        )
        told = text.format(first=seeds[0], last=seeds[-1])
        if not self._is_random:
            told += "\n" + self.tr("Nothing is drawn at random with these settings: all runs will be the same.")
        self._told.setText(told)

    def _problem(self) -> str:
        """Return what is wrong with the text of a box; empty where nothing is."""
        wrong = [(box.accessibleName(), box.problem) for box in (self.count, self.first) if box.problem is not None]
        return "\n".join(f"{name}: {localized(problem)}" for name, problem in wrong)

    def _accept(self) -> None:
        if self._problem():
            return
        self.seeds_chosen.emit(self.seeds())
        self.accept()

    def _box(self, low: int, high: int, value: int, name: str) -> NumberBox:
        box = NumberBox(whole=True)
        box.setRange(low, high)
        box.setValue(value)
        box.setAccessibleName(name)
        box.setToolTip(plain_tip(self.tr("{name}, {low} to {high}").format(name=name, low=low, high=high)))
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.count.accessibleName(), self.count)
        form.addRow(self.first.accessibleName(), self.first)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._train = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._train.setText(self.tr("Train"))
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(form)
        column.addWidget(self._told)
        column.addWidget(buttons)
