"""Keeps the list of files that were opened or saved last."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings

from metascope.scenes.kept import store
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.text import say

MOST = 12
_KEY = "recent/files"


class RecentFiles:
    """At most `MOST` paths, the newest first, kept in the store. `problems` holds what could not be read."""

    def __init__(self, kept_in: QSettings | None) -> None:
        self._store = kept_in
        self.problems: tuple[Problem, ...] = ()
        self._paths: tuple[Path, ...] = ()
        try:
            self._paths = _paths(store.read(kept_in, _KEY))
        except UserError as error:
            self.problems = error.problems

    def paths(self) -> tuple[Path, ...]:
        """Return the paths, the newest first; the files may no longer exist."""
        return self._paths

    def add(self, path: Path) -> None:
        """Put a path first."""
        path = path.absolute()
        self._keep((path, *(one for one in self._paths if one != path)))

    def remove(self, path: Path) -> None:
        """Remove a path."""
        self._keep(tuple(one for one in self._paths if one != path))

    def clear(self) -> None:
        """Remove all paths."""
        self._keep(())

    def _keep(self, paths: tuple[Path, ...]) -> None:
        self._paths = paths[:MOST]
        store.write(self._store, _KEY, [str(path) for path in self._paths] or None)


def _paths(value: object) -> tuple[Path, ...]:
    """Return the stored paths.

    Raises:
        UserError: the value is not a list of absolute paths.
    """
    listed = [] if value is None else value
    if not isinstance(listed, list) or not all(_is_path(one) for one in listed):
        raise UserError([Problem(_KEY, say("must be a list of absolute paths"))])
    return tuple(Path(one) for one in dict.fromkeys(listed))[:MOST]


def _is_path(value: object) -> bool:
    """Return whether a value is a path that this system can have; the bytes of its name may be no text."""
    if not isinstance(value, str) or "\0" in value or len(value) > 4096:
        return False
    try:
        os.fsencode(value)
    except UnicodeEncodeError:
        return False
    return Path(value).is_absolute()
