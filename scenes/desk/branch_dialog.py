"""Asks for the settings with which a branch continues."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from metascope.simulator.engine.computing import PLACES
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.settings import Settings, declarations
from metascope.widgets.form.rows import ProblemLine, SettingRow, boxed, grouped
from metascope.widgets.look.plain import Label
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.text import enumerated, localized
from metascope.widgets.look.theme import GRID, Theme

_SIZE = (48 * GRID, 68 * GRID)

Branch = Callable[[Mapping[str, object], str], object]  # changed settings, name -> new branch, or UserError


class BranchDialog(QDialog):
    """A form of all settings as they were at a meta-step, to change for the branch that begins there. Not modal.

    A refused value is reported next to its setting, and the dialog stays open.

    Signals:
        branched: a person created the branch.
    """

    branched = Signal()

    def __init__(
        self, settings: Settings, step: int, name: str, make: Branch, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Branch"))
        self.setModal(False)
        self._before = settings.chosen()
        self._make = make
        self._rows = {declared.name: SettingRow(declared, theme) for declared in declarations(type(settings))}
        for row_name, row in self._rows.items():
            row.show_value(self._before[row_name])
            row.control.edited.connect(self._tell)
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("Name of the branch"))
        self.name.setToolTip(self.tr("Name of the branch in the list of runs"))
        self._told = Label()
        self._told.setWordWrap(True)
        self._others = ProblemLine(theme)
        self._step = step
        self._lay_out()
        self._tell()
        self.resize(theme.room(_SIZE[0]), theme.room(_SIZE[1]))

    def changes(self) -> dict[str, object]:
        """Return the settings that a person has changed, by name."""
        values = {name: row.control.value() for name, row in self._rows.items()}
        return {name: value for name, value in values.items() if value != self._before[name]}

    @override
    def accept(self) -> None:
        """Create the branch and close; problems are shown next to their settings, as text is that cannot be read."""
        if not all(row.control.readable for row in self._rows.values()):
            return
        for row in self._rows.values():
            row.show_problem("")
        self._others.say("")
        try:
            self._make(self.changes(), self.name.text())
        except UserError as error:
            for problem in error.problems:
                found = self._rows.get(problem.where.partition(".")[0])
                (self._others.say if found is None else found.show_problem)(localized(problem.message))
            return
        super().accept()
        self.branched.emit()

    def _tell(self, *_: object) -> None:
        """Show what the branch takes over: everything, or only the weights."""
        changed = self.changes()
        for name, row in self._rows.items():
            row.mark_waiting(name in changed)
        fixed = [it for it in changed if not self._rows[it].declared.live and it != "steps"]
        if fixed and all(it in PLACES for it in fixed):
            text = self.tr(
                "From meta-step {step}, with the weights, optimizer and random numbers as they were. With other "
                "{settings} the numbers from there on may differ slightly, so the new run's record begins there."
            )
        elif fixed:
            text = self.tr(
                "From meta-step {step}, with the weights only: {settings} cannot change during a run, so the "
                "optimizer and the random numbers start again."
            )
        else:
            text = self.tr("From meta-step {step}, with the weights, optimizer and random numbers as they were.")
        titles = enumerated(self._rows[it].declared.title for it in fixed)
        self._told.setText(text.format(step=f"{self._step:,}", settings=titles))

    def _lay_out(self) -> None:
        above = QFormLayout()
        above.addRow(self.tr("Name"), self.name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Branch"))
        ok.setToolTip(self.tr("Create the branch, ready to train"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(above)
        column.addWidget(self._told)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self._others)
        column.addWidget(buttons)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, GRID, 0)
        rows.setSpacing(GRID)
        for title, members in grouped(self._rows.values()):
            rows.addWidget(boxed(title, members))
        rows.addStretch(1)
        return scrolled(inside)
