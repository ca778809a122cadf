"""What is kept between starts, read with mistrust: it may be from another version, cut off or edited by hand."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from simulator.engine.errors import refuse
from simulator.engine.text import say

LONGEST = 1 << 20  # characters that one entry may have


def own_store() -> QSettings:
    """Return the person's own store: an ini file in the platform's place for settings."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Metascope", "Metascope")


def check(store: QSettings | None) -> None:
    """Look whether the store is one.

    Raises:
        UserError: there is a file, but nothing in it can be read.
    """
    if store is None:
        return
    path = Path(store.fileName())
    broken = store.status() is not QSettings.Status.NoError
    if broken or (not store.allKeys() and path.is_file() and path.stat().st_size > 0):
        raise refuse(str(path), say("cannot be read"))


def read(store: QSettings | None, key: str) -> object:
    """Return the plain value kept under `key`, None where there is none.

    Raises:
        UserError: what lies there is no JSON text.
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
    """Bring what was kept to the disk.

    Raises:
        UserError: it cannot be written; the old file is intact.
    """
    if store is None:
        return
    again = QSettings(store.fileName(), store.format())  # the store's own status would tell an old failure for ever
    again.sync()
    if again.status() is not QSettings.Status.NoError:
        raise refuse(store.fileName(), say("cannot be written: what you prefer holds until the window is closed"))


def write(store: QSettings | None, key: str, value: object) -> None:
    """Keep a plain value under `key`; None forgets it."""
    if store is None:
        return
    if value is None:
        store.remove(key)
    else:
        store.setValue(key, json.dumps(value, allow_nan=False))


def state_folder() -> Path:
    """Return the platform's place for what a program remembers of its state."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.StateLocation))
