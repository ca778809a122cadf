"""Preferences that hold for every run, such as theme, memory and autosave; kept between starts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSettings

from scenes.kept import store
from scenes.kept.store import state_folder
from simulator.engine.errors import Problem, UserError
from simulator.engine.settings import Declared, setting

_GROUP = "preferences"
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
