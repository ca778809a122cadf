"""How far the making of a simulation is, which may take minutes: what is done now, how much of it, and its end.

Code that takes long while a simulation is made, reads or draws data, or measures, says so in its loops:

    for episode in counted(say("measuring on held-out episodes"), episodes): ...

which costs well under a microsecond each, and nothing is watched where nobody has asked to. It imports nothing heavy.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar, final

from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.text import Message, say

T = TypeVar("T")

_SOON = 0.5  # seconds of a loop after which the time that its rest takes is worth telling


class Ended(UserError):  # noqa: N818 - what a person or the run asked for, not a mistake
    """A person or the end of the run ended what was being done."""

    def __init__(self) -> None:
        super().__init__([Problem("", say("getting ready was cancelled"))])


@dataclass(frozen=True)
class Progress:
    """What is being done, and how far it is."""

    what: Message
    done: int
    total: int  # 0: nobody knows
    seconds_left: float  # about; 0: nobody knows


@final
class Building:
    """Watches a thread that makes a simulation. Any thread may look, and end it at the next part of any loop.

    Args:
        halt: ends it too, if it is set.
    """

    def __init__(self, halt: threading.Event | None = None) -> None:
        self._halt = halt or threading.Event()
        self._cancelled = False
        self._loop: _Loop | None = None  # the outermost one that is under way

    def start(self) -> None:
        """Forget that it was cancelled, and how far it was."""
        self._cancelled, self._loop = False, None

    def cancel(self) -> None:
        """End it, until the next start."""
        self._cancelled = True

    @property
    def ended(self) -> bool:
        """Whether it is to end."""
        return self._cancelled or self._halt.is_set()

    @property
    def progress(self) -> Progress | None:
        """How far it is; None: nothing that takes long is under way."""
        loop = self._loop
        if loop is None:
            return None
        passed, left = time.monotonic() - loop.begun, 0.0
        if loop.done and passed > _SOON:
            left = passed / loop.done * (loop.total - loop.done)
        return Progress(loop.what, loop.done, loop.total, max(left, 0.0))

    def _enter(self, loop: _Loop) -> bool:
        if self._loop is not None:
            return False
        self._loop = loop
        return True

    def _leave(self) -> None:
        self._loop = None


@dataclass
class _Loop:
    what: Message
    total: int
    begun: float
    done: int = 0


class _Watched(threading.local):
    building: Building | None = None


_watched = _Watched()


@contextmanager
def watched(building: Building) -> Iterator[None]:
    """Let `building` watch what this thread does inside."""
    before, _watched.building = _watched.building, building
    try:
        yield
    finally:
        building._leave()
        _watched.building = before


def check() -> None:
    """End what this thread does, if it was asked to.

    Raises:
        Ended: it was.
    """
    building = _watched.building
    if building is not None and building.ended:
        raise Ended


def counted(what: Message, items: Iterable[T], total: int | None = None) -> Iterator[T]:
    """Yield each item, counted for whoever watches this thread; in a loop inside another one only the outer counts.

    Args:
        what: is being done, such as "measuring on held-out episodes".
        items: the parts of the work.
        total: how many there are, if `items` does not say.

    Raises:
        Ended: it was asked to end.
    """
    building = _watched.building
    if building is None:
        yield from items
        return
    known = total if total is not None else len(items) if isinstance(items, Sized) else 0
    loop = _Loop(what, known, time.monotonic())
    outer = building._enter(loop)
    try:
        for item in items:
            check()
            yield item
            loop.done += 1
        check()
    finally:
        if outer:
            building._leave()
