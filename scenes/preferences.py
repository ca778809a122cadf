"""What a person prefers in every run: looks, memory, autosave and threads; kept between starts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from scenes import store
from scenes.slots import state_folder
from simulator.engine.errors import Problem, UserError
from simulator.engine.settings import Declared, declarations, setting
from widgets.rows import ProblemLine, SettingRow, boxed, grouped
from widgets.text import localized
from widgets.theme import GRID, Theme

_GROUP = "preferences"
_WIDTH = 56 * GRID
THREADS = max(os.cpu_count() or 1, 1)  # that torch may be given


class Preferences(Declared):
    """What holds for every run."""

    theme: Literal["system", "light", "dark"] = setting(
        "system", "Theme", help="Light or dark, or as the desktop", group="Looks", live=True
    )
    larger_type: bool = setting(False, "Larger type", help="All texts a fifth larger", group="Looks", live=True)
    recording_budget: int = setting(
        256,
        "Memory of recordings",
        help="Frames are thinned evenly beyond it; metrics are never dropped",
        unit="MB",
        group="Runs",
        live=True,
        low=64,
        high=4096,
        logarithmic=True,
    )
    autosave_interval: int = setting(
        30,
        "Autosave every",
        help="How much of a run a crash may cost",
        unit="s",
        group="Runs",
        live=True,
        low=10,
        high=600,
        logarithmic=True,
    )
    torch_threads: int = setting(
        1,
        "Threads for training",
        help="One is the fastest for small models; the others are left to the window",
        group="Runs",
        low=1,
        high=THREADS,
    )

    @property
    def budget(self) -> int:
        """The recordings' budget in bytes."""
        return self.recording_budget << 20


def autosave_folder() -> Path:
    """Return where runs are saved by themselves: in the platform's place for state."""
    return state_folder() / "autosave"


def read_preferences(kept_in: QSettings | None) -> tuple[Preferences, tuple[Problem, ...]]:
    """Return the preferences kept in the store, and what could not be read of it; the default stands in for that."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    try:
        store.check(kept_in)
    except UserError as error:
        problems += error.problems
    for name in Preferences.model_fields:
        try:
            value = store.read(kept_in, f"{_GROUP}/{name}")
            if value is not None:
                Preferences.parse({name: value})
                values[name] = value
        except UserError as error:
            problems += error.problems
    return Preferences.parse(values), tuple(problems)


def write_preferences(kept_in: QSettings | None, preferences: Preferences) -> None:
    """Keep the preferences; what is at its default follows later defaults."""
    different = preferences.differences()
    for name in Preferences.model_fields:
        store.write(kept_in, f"{_GROUP}/{name}", different.get(name))


class PreferencesDialog(QDialog):
    """A form of the preferences. Does not block the window.

    Signals:
        chosen: a person wants these `Preferences` from now on.
    """

    chosen = Signal(object)

    def __init__(self, preferences: Preferences, autosaves: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setModal(False)
        self._rows = {declared.name: SettingRow(declared, theme) for declared in declarations(Preferences)}
        self._others = ProblemLine(theme)
        self._place = QLabel(self.tr("Autosaves lie in {path}").format(path=autosaves))
        self._place.setWordWrap(True)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        self._lay_out()
        self._show(preferences)
        self.setMinimumWidth(theme.room(_WIDTH))

    def accept(self) -> None:
        """Tell what was chosen and go; what is wrong is told beside its row."""
        try:
            chosen = Preferences.parse({name: row.control.value() for name, row in self._rows.items()})
        except UserError as error:
            self._show_problems(error.problems)
            return
        super().accept()
        self.chosen.emit(chosen)

    def _show(self, preferences: Preferences) -> None:
        for name, value in preferences.model_dump(mode="json").items():
            self._rows[name].show_value(value)

    def _show_problems(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            row = self._rows.get(problem.where)
            (self._others.say if row is None else row.show_problem)(localized(problem.message))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for title, rows in grouped(self._rows.values()):
            column.addWidget(boxed(self.tr(title), rows))
        column.addWidget(self._place)
        column.addWidget(self._others)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        defaults = self._buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        defaults.clicked.connect(lambda: self._show(Preferences()))
        for button in self._buttons.buttons():
            button.setToolTip(button.text().replace("&", ""))
            button.setAccessibleName(button.text().replace("&", ""))
