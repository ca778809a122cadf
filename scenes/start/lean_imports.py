"""Keeps PySide from holding the source of every module that is imported."""

from __future__ import annotations

import linecache
from importlib import import_module
from types import ModuleType

_NAME = b"PySide6"
_ASKED = "_mod_uses_pyside"  # PySide's function that tells whether a module's source names it


def import_leanly() -> None:
    """Hold no sources from now on, nor those that are held already.

    PySide lets a module choose other names for Qt's methods, so it searches the source of everything that is imported
    after it for its own name. It asks `inspect`, which keeps every line for tracebacks: 50 MB once torch is there. The
    same search of the file itself keeps nothing. A PySide that works otherwise is left as it is.
    """
    feature = import_module("shibokensupport.feature")
    if hasattr(feature, _ASKED):
        setattr(feature, _ASKED, _names_pyside)
    linecache.clearcache()


def _names_pyside(module: ModuleType) -> bool:
    """Return whether the source of a module names PySide; one without source does not."""
    path, loader = getattr(module, "__file__", None), getattr(module, "__loader__", None)
    get_data = getattr(loader, "get_data", None)
    if not isinstance(path, str) or not path.endswith(".py") or get_data is None:
        return False
    try:
        return _NAME in get_data(path)
    except OSError:
        return False
