"""What installed packages plug in by entry points. One that is broken is refused by name and hurts nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import Distribution, EntryPoint, distributions
from typing import Generic, TypeVar

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import say

T = TypeVar("T")
_REASON_LIMIT = 160  # characters of an exception's text


@dataclass(frozen=True)
class Plugin(Generic[T]):
    """What an entry point of an installed package gives."""

    name: str  # of the entry point
    owner: str  # name and version of the distribution
    value: T


def load_plugins(group: str, check: Callable[[str, object], T]) -> tuple[list[Plugin[T]], list[Problem]]:
    """Return what is plugged in under `group`, in the order of the distributions' names, and why some of it is not.

    Args:
        group: of entry points.
        check: returns what an entry point's name and object stand for, and may raise whatever it likes.
    """
    plugins: list[Plugin[T]] = []
    found, problems = _entries(group)
    for owner, entry in sorted(found, key=lambda one: (one[0].lower(), one[1].name)):
        try:
            with guarded(owner, entry.name):
                plugins.append(Plugin(entry.name, owner, check(entry.name, entry.load())))
        except UserError as error:
            problems += error.problems
    return plugins, problems


@contextmanager
def guarded(owner: str, what: str) -> Iterator[None]:
    """Run code of a plug-in: whatever it raises is told as a mistake of `owner` in `what`.

    Raises:
        UserError: the code raised something.
    """
    try:
        yield
    except UserError as error:
        found = (Problem(f"{owner}: {it.where}" if it.where else owner, it.message) for it in error.problems)
        raise UserError(found) from error
    # Beside main and the runner the one place that catches everything: code that somebody else wrote may raise
    # anything where it is imported, `sys.exit()` included, and must not keep the program from starting.
    except (Exception, SystemExit) as error:
        reason = ": ".join(filter(None, (type(error).__name__, " ".join(str(error).split())[:_REASON_LIMIT])))
        raise refuse(f"{owner}: {what}", say("cannot be used: {reason}", reason=reason)) from error


def _entries(group: str) -> tuple[list[tuple[str, EntryPoint]], list[Problem]]:
    """Return the entry points of a group, each with the name and version of its distribution.

    `importlib.metadata.entry_points` would parse those of every package, and fail for all where one is malformed.
    """
    found: dict[str, list[tuple[str, EntryPoint]]] = {}
    problems: list[Problem] = []
    for distribution in distributions():
        try:
            with guarded(str(distribution.locate_file("")), "entry_points.txt"):
                if f"[{group}]" in (distribution.read_text("entry_points.txt") or ""):
                    found.setdefault(
                        distribution.name, _entries_of(distribution, group)
                    )  # the first on the path counts
        except UserError as error:
            problems += error.problems
    return [one for entries in found.values() for one in entries], problems


def _entries_of(distribution: Distribution, group: str) -> list[tuple[str, EntryPoint]]:
    owner = f"{distribution.name} {distribution.version}"
    with guarded(owner, "entry_points.txt"):
        return [(owner, entry) for entry in distribution.entry_points if entry.group == group]
