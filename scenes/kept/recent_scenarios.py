"""Keeps which scenarios of the gallery were opened last."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from metascope.scenes.kept import store
from metascope.simulator.engine.errors import UserError

MOST = 12
_KEY = "recent/scenarios"
_LONGEST = 200  # characters of a name


class RecentScenarios:
    """At most `MOST` names, the newest first, kept in the store."""

    def __init__(self, kept_in: QSettings | None) -> None:
        self._store = kept_in
        try:
            self._names = _names(store.read(kept_in, _KEY))
        except UserError:
            self._names = ()  # a list that a person cannot miss

    def names(self) -> tuple[str, ...]:
        """Return the names, the newest first; a scenario may no longer exist."""
        return self._names

    def add(self, name: str) -> None:
        """Put a scenario first."""
        self._names = (name, *(one for one in self._names if one != name))[:MOST]
        store.write(self._store, _KEY, list(self._names))


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    fitting = (one for one in value if isinstance(one, str) and 0 < len(one) <= _LONGEST)
    return tuple(dict.fromkeys(fitting))[:MOST]
