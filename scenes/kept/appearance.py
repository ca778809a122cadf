"""Reads how a window looks, of the preferences: all that its first paint needs, without what checks the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from PySide6.QtCore import QSettings

from metascope.scenes.kept import store
from metascope.simulator.engine.errors import UserError

GROUP = "preferences"  # of the store
ThemeChoice = Literal["system", "light", "dark"]
LanguageChoice = Literal["system", "en", "zh_CN"]


@dataclass(frozen=True)
class Appearance:
    """How a window looks, and the language that it speaks."""

    theme: str = "system"
    language: str = "system"
    larger_type: bool = False


_VALID: dict[str, Callable[[object], bool]] = {
    "theme": lambda value: value in get_args(ThemeChoice),
    "language": lambda value: value in get_args(LanguageChoice),
    "larger_type": lambda value: isinstance(value, bool),
}


def read_appearance(kept_in: QSettings | None) -> Appearance:
    """Return how a window looks by the store: by default where that cannot be read, which `read_preferences` tells."""
    found: dict[str, object] = {}
    for name, valid in _VALID.items():
        try:
            value = store.read(kept_in, f"{GROUP}/{name}")
        except UserError:
            continue
        if valid(value):
            found[name] = value
    return Appearance(**found)  # type: ignore[arg-type]
