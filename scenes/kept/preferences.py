"""Declares the preferences for all runs, such as theme, memory and autosave, and keeps them between starts."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings

from metascope.scenes.kept import store
from metascope.scenes.kept.appearance import GROUP, LanguageChoice, ThemeChoice
from metascope.scenes.kept.store import state_folder
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.settings import Declared, setting

THREADS = max(os.cpu_count() or 1, 1)  # that torch may use


class Preferences(Declared):
    """The preferences of a person, which hold for all runs."""

    theme: ThemeChoice = setting(
        "system", "Theme", help="Light, dark, or like the desktop", group="Appearance", live=True
    )
    language: LanguageChoice = setting(
        "system", "Language", help="Of the window; system: like the desktop", group="Appearance", live=True
    )
    larger_type: bool = setting(False, "Larger text", help="All text one fifth larger", group="Appearance", live=True)
    recording_budget: int = setting(
        160,
        "Recording memory limit",
        help="Older frames are thinned beyond it; metrics are always kept",
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
        help="The most training time that a crash can lose",
        unit="s",
        group="Runs",
        live=True,
        low=10,
        high=600,
        logarithmic=True,
    )
    torch_threads: int = setting(
        1,
        "Training threads",
        help="One is fastest for small models and leaves the others to the window",
        group="Runs",
        low=1,
        high=THREADS,
    )

    european_tables: bool = setting(
        False,
        "Decimal commas in CSV files",
        help="Semicolons between cells and commas in numbers, as many European spreadsheets read them",
        group="Files",
        live=True,
    )

    @property
    def budget(self) -> int:
        """The memory limit of all recordings, in bytes."""
        return self.recording_budget << 20


def autosave_folder() -> Path:
    """Return the folder of autosaves, in the platform's place for application state."""
    return state_folder() / "autosave"


def read_preferences(kept_in: QSettings | None) -> tuple[Preferences, tuple[Problem, ...]]:
    """Return the preferences in the store, with defaults for what cannot be read, and the problems found."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    try:
        store.check(kept_in)
    except UserError as error:
        problems += error.problems
    for name in Preferences.model_fields:
        try:
            value = store.read(kept_in, f"{GROUP}/{name}")
            if value is not None:
                Preferences.parse({name: value})
                values[name] = value
        except UserError as error:
            problems += error.problems
    return Preferences.parse(values), tuple(problems)


def write_preferences(kept_in: QSettings | None, preferences: Preferences) -> None:
    """Store the preferences; a value equal to its default is not stored, so that it follows later defaults."""
    different = preferences.differences()
    for name in Preferences.model_fields:
        store.write(kept_in, f"{GROUP}/{name}", different.get(name))
