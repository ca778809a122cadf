"""Reads and writes the settings store, and validates it: it may be of another version, truncated or hand-edited."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say

LONGEST = 1 << 20  # characters per entry


def own_store() -> QSettings:
    """Return the store of the current user: an INI file in the platform's place for settings."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Metascope", "Metascope")


def check(store: QSettings | None) -> None:
    """Check that the store can be read.

    Raises:
        UserError: there is a file, but it cannot be read.
    """
    if store is None:
        return
    path = Path(store.fileName())
    broken = store.status() is not QSettings.Status.NoError
    if broken or (not store.allKeys() and path.is_file() and path.stat().st_size > 0):
        raise refuse(str(path), say("cannot be read"))


def read(store: QSettings | None, key: str) -> object:
    """Return the plain value stored under `key`, None if there is none.

    Raises:
        UserError: the stored text is not JSON.
    """
    if store is None:
        return None
    text = store.value(key)
    if text is None:
        return None
    try:
        if not isinstance(text, str) or len(text) > LONGEST:
            raise ValueError("no text")
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        raise refuse(key, say("cannot be read in {path}", path=store.fileName())) from None
    return value


def settle(store: QSettings | None) -> None:
    """Write the store to disk.

    Raises:
        UserError: it cannot be written; the old file is intact.
    """
    if store is None:
        return
    again = QSettings(store.fileName(), store.format())  # the store's own status would keep an old failure
    again.sync()
    if again.status() is not QSettings.Status.NoError:
        raise refuse(store.fileName(), say("cannot be written: your preferences last until the window is closed"))


def write(store: QSettings | None, key: str, value: object) -> None:
    """Store a plain value under `key`; None removes it."""
    if store is None:
        return
    if value is None:
        store.remove(key)
    else:
        store.setValue(key, json.dumps(value, allow_nan=False))


def state_folder() -> Path:
    """Return the platform's folder for application state."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.StateLocation))
