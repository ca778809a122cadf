"""Asks for the preferences."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.kept.preferences import Preferences
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.settings import declarations
from metascope.widgets.form.rows import ProblemLine, SettingRow, boxed, grouped
from metascope.widgets.look.plain import Label, plain_tip, without_mnemonic
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import GRID, Theme

_WIDTH = 56 * GRID
_MOST = 0.9  # of the screen's height


class PreferencesDialog(QDialog):
    """A form of the preferences. Not modal.

    Signals:
        chosen: a person accepted these `Preferences`.
    """

    chosen = Signal(object)

    def __init__(self, preferences: Preferences, autosaves: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setModal(False)
        self._rows = {declared.name: SettingRow(declared, theme) for declared in declarations(Preferences)}
        self._form = QWidget()
        self._others = ProblemLine(theme)
        self._place = Label(self.tr("Autosave folder: {path}").format(path=autosaves))
        self._place.setWordWrap(True)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        self._lay_out()
        self._show(preferences)
        self._size(theme.room(_WIDTH))

    @override
    def accept(self) -> None:
        """Emit the chosen preferences and close, or show the problems in their rows, as text that cannot be read."""
        if not all(row.control.readable for row in self._rows.values()):
            return
        try:
            chosen = Preferences.parse({name: row.control.value() for name, row in self._rows.items()})
        except UserError as error:
            self._show_problems(error.problems)
            return
        super().accept()
        self.chosen.emit(chosen)

    def _size(self, width: int) -> None:
        """Be as high as all rows need, or as the screen allows: the rest scrolls."""
        self.setMinimumWidth(width)
        inner = width - 4 * GRID
        buttons = self._buttons.sizeHint().height() + 4 * GRID
        wanted = max(self._form.sizeHint().height(), self._form.heightForWidth(inner)) + buttons
        self.resize(width, min(wanted, round(_MOST * self.screen().availableSize().height())))

    def _show(self, preferences: Preferences) -> None:
        for name, value in preferences.model_dump(mode="json").items():
            self._rows[name].show_value(value)
            self._rows[name].show_problem("")

    def _show_problems(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            row = self._rows.get(problem.where)
            (self._others.say if row is None else row.show_problem)(localized(problem.message))

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        for title, rows in grouped(self._rows.values()):
            form.addWidget(boxed(title, rows))
        form.addWidget(self._place)
        form.addWidget(self._others)
        form.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(scrolled(self._form), 1)
        column.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        defaults = self._buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        defaults.clicked.connect(lambda: self._show(Preferences()))
        for button in self._buttons.buttons():
            name = without_mnemonic(button.text())
            button.setToolTip(plain_tip(name))
            button.setAccessibleName(name)
