"""Importing a module does not keep its source, and modules may still choose PySide's other names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.waiting import SECONDS

ROOT = Path(__file__).parents[3]
HELD = """
import linecache
import sys

import PySide6.QtCore

if sys.argv[1] == "lean":
    from metascope.scenes.start.lean_imports import import_leanly

    import_leanly()
import numpy
print(sum(len(lines) for _, _, lines, _ in filter(lambda entry: len(entry) == 4, linecache.cache.values())))
"""
NAMES = """
import sys

import PySide6.QtCore

from metascope.scenes.start.lean_imports import import_leanly

import_leanly()
import other
"""
OTHER = """
from PySide6.QtCore import QObject

from __feature__ import snake_case

named = QObject()
named.set_object_name("it")
print(named.object_name())
"""


def printed(program: str, *arguments: str, also: str = "") -> str:
    """Return what a program prints that finds modules here, and in the folder `also`."""
    code = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {also!r}]\n{program}"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True).stdout.strip()


def test_sources_are_not_kept() -> None:
    assert int(printed(HELD, "lean")) < 2_000


def test_pyside_alone_keeps_them() -> None:
    """When this fails, PySide has mended it, and `import_leanly` is not needed any more."""
    assert int(printed(HELD, "as it is")) > 20_000


def test_a_module_that_names_pyside_may_choose_other_names(tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text(OTHER)
    assert printed(NAMES, also=str(tmp_path)) == "it"
