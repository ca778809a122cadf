"""Injects faults where code writes: an error at each call of the system, and what a kill at each of them leaves."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

CALLS = frozenset(
    {"open", "write", "flush", "truncate", "seek", "fsync", "ftruncate", "replace", "rename", "unlink", "rmdir"}
    | {"mkdir", "chmod", "lstat", "close"}
)
_MODULES = ("posix", "_io", "io")


@contextmanager
def at_each_call(act: Callable[[str], object]) -> Iterator[None]:
    """Call `act` with the name of each call that writes, or prepares writing, before it is made in this thread."""

    def look(frame: FrameType, event: str, argument: Any) -> None:
        if event != "c_call" or getattr(argument, "__name__", "") not in CALLS:
            return
        owner = type(getattr(argument, "__self__", None)).__module__
        if argument.__module__ in _MODULES or owner in _MODULES:
            sys.setprofile(None)
            act(argument.__name__)
            sys.setprofile(look)

    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(None)


@contextmanager
def failing(at: int, error: OSError) -> Iterator[list[str]]:
    """Let the call number `at`, from 0, raise an error instead of being made; yield what was called so far."""
    calls: list[str] = []

    def count(name: str) -> None:
        calls.append(name)
        if len(calls) == at + 1:
            raise error

    with at_each_call(count):
        yield calls


@contextmanager
def kept_at_each_call(folder: Path, copies: Path) -> Iterator[list[Path]]:
    """Copy a folder before each call: what a kill there leaves, as what a process has not written yet is lost."""
    made: list[Path] = []

    def copy(name: str) -> None:
        target = copies / f"{len(made):04d}-{name}"
        shutil.copytree(folder, target, symlinks=True)
        made.append(target)

    with at_each_call(copy):
        yield made
