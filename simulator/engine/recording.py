"""The timeline's memory of a run: every metric, as many frames as fit, and what a person did when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from operator import attrgetter
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.engine.frame import Frame
from simulator.engine.metrics import Metrics

BUDGET = 256 << 20  # bytes

Array = NDArray[np.generic]

# What things take of the process, measured by holding thousands of frames of every scenario.
_FRAME_BYTES = 1500  # a frame beside its arrays and metrics
_METRIC_BYTES = 100  # a name's entry and its number
_ARRAY_BYTES = 256  # an array's head, and its owner's
_SPREAD = 2  # bytes of memory that a byte of small arrays keeps occupied, between what is freed around them
_SMALL = 64 << 10  # bytes: the allocator gives larger arrays pages of their own


@dataclass(frozen=True)
class Steering:
    """Something that a person changed while it ran."""

    step: int  # meta-steps done before it
    name: str
    value: object

    def same_target(self, other: Steering) -> bool:
        """Tell whether this makes `other` of no effect: the same thing, of a manipulation all but where "to"."""
        return self.name == other.name and _target(self.value) == _target(other.value)


class Recording:
    """What can be looked back at. Metrics are never dropped; frames are thinned evenly to stay within `budget` bytes.

    The first frame, the newest and the bookmarked ones are always kept. In a run so long that its metrics alone take
    three quarters of the budget, frames keep the last quarter. One thread appends while others look; a lock is held
    for the few microseconds of either, never while learning or painting.
    """

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget
        self.metrics = Metrics()
        self._lock = Lock()
        self._frames: dict[int, tuple[Frame, tuple[Array, ...]]] = {}  # step -> the frame and the arrays it holds
        self._steps: list[int] = []  # of the frames kept, ascending
        self._stride = 1
        self._bookmarks: frozenset[int] = frozenset()
        self._ledger = _Ledger()
        self._steering: list[Steering] = []

    def append(self, frame: Frame) -> None:
        """Add the newest frame and its metrics; a frame of the same step as the newest replaces it.

        Raises:
            ValueError: its step is before the newest one's; a run that goes back needs a recording of its own.
        """
        self.metrics.append(frame.step, frame.metrics)
        arrays = tuple(_arrays(frame))
        with self._lock:
            if self._steps:
                last = self._steps[-1]
                if last == frame.step or not self._wanted(last):
                    self._steps.pop()
                    self._forget(last)
            self._steps.append(frame.step)
            self._frames[frame.step] = (frame, arrays)
            self._ledger.add(frame, arrays)
            while self._ledger.nbytes > self._room() and self._stride <= frame.step:
                self._thin()

    def at(self, step: int) -> Frame:
        """Return the newest frame kept at or before `step`, or the first one.

        Raises:
            LookupError: nothing was recorded.
        """
        with self._lock:
            if not self._steps:
                raise LookupError("nothing was recorded")
            place = max(bisect_right(self._steps, step) - 1, 0)
            return self._frames[self._steps[place]][0]

    @property
    def newest(self) -> Frame | None:
        """The frame added last."""
        with self._lock:
            return self._frames[self._steps[-1]][0] if self._steps else None

    def kept_steps(self) -> tuple[int, ...]:
        """Return the steps whose frames are kept, ascending."""
        with self._lock:
            return tuple(self._steps)

    @property
    def nbytes(self) -> int:
        """Bytes that the frames and metrics take; an array shared by frames counts once."""
        return self._ledger.nbytes + self.metrics.nbytes

    def bookmark(self, step: int) -> int:
        """Keep the frame shown at `step` for good, and return its own step."""
        kept = self.at(step).step
        self._bookmarks |= {kept}
        return kept

    def remove_bookmark(self, step: int) -> None:
        """Let the frame of `step` be thinned like any other; nothing happens where no bookmark is."""
        self._bookmarks -= {step}

    @property
    def bookmarks(self) -> tuple[int, ...]:
        """The bookmarked steps, ascending."""
        return tuple(sorted(self._bookmarks))

    def steer(self, step: int, name: str, value: object) -> None:
        """Note a change. Of a gesture's changes at one step the last one counts."""
        event = Steering(step, name, value)
        with self._lock:
            if self._steering and self._steering[-1].step == step and self._steering[-1].same_target(event):
                self._steering.pop()
            self._steering.append(event)

    @property
    def steering(self) -> tuple[Steering, ...]:
        """What was changed, in order."""
        with self._lock:
            return tuple(self._steering)

    def _room(self) -> int:
        """Return the bytes for frames: what the metrics leave, but enough to look back through a very long run."""
        return max(self.budget - self.metrics.nbytes, self.budget // 4)

    def _thin(self) -> None:
        """Keep every second of the frames that are neither newest nor bookmarked."""
        self._stride *= 2
        kept = [step for step in self._steps if self._wanted(step) or step == self._steps[-1]]
        for step in set(self._steps).difference(kept):
            self._forget(step)
        self._steps = kept

    def _wanted(self, step: int) -> bool:
        return step % self._stride == 0 or step == self._steps[0] or step in self._bookmarks

    def _forget(self, step: int) -> None:
        self._ledger.remove(*self._frames.pop(step))


class _Ledger:
    """The bytes of frames, each array counted once however many frames hold it."""

    def __init__(self) -> None:
        self.nbytes = 0
        self._uses: dict[int, int] = {}  # id of an array that a frame holds -> frames that hold it

    def add(self, frame: Frame, arrays: Iterable[Array]) -> None:
        self.nbytes += _FRAME_BYTES + _METRIC_BYTES * len(frame.metrics)
        for array in arrays:
            used = self._uses.get(id(array), 0)
            self._uses[id(array)] = used + 1
            if not used:
                self.nbytes += _taken(array)

    def remove(self, frame: Frame, arrays: Iterable[Array]) -> None:
        self.nbytes -= _FRAME_BYTES + _METRIC_BYTES * len(frame.metrics)
        for array in arrays:
            self._uses[id(array)] -= 1
            if not self._uses[id(array)]:
                del self._uses[id(array)]
                self.nbytes -= _taken(array)


def _taken(array: Array) -> int:
    """Return the bytes of memory that an array takes of the process."""
    return array.nbytes * (_SPREAD if array.nbytes < _SMALL else 1) + _ARRAY_BYTES


def _arrays(thing: object) -> list[Array]:
    """Return the arrays that own the memory behind everything in `thing`, in its fields and their fields."""
    found: list[Array] = []
    for value in (_WAYS.get(type(thing)) or _way(type(thing)))(thing):
        if type(value) is np.ndarray:
            base = value.base
            while type(base) is np.ndarray:  # a view keeps the whole of what it looks at
                value, base = base, base.base
            found.append(value)
        elif type(value) not in _LEAVES:
            found += _arrays(value)
    return found


_LEAVES = frozenset({int, float, str, bool, bytes, type(None)})
_Way = Callable[[Any], Iterable[object]]
_WAYS: dict[type, _Way] = {}  # how to take a thing of a kind apart, found once, for it is done at every step


def _way(kind: type) -> _Way:
    way: _Way = lambda thing: ()  # noqa: E731
    if is_dataclass(kind):
        names = [field.name for field in fields(kind) if field.name != "metrics"]
        way = attrgetter(*names) if len(names) > 1 else lambda thing: [getattr(thing, name) for name in names]
    elif issubclass(kind, tuple | list):
        way = tuple
    elif issubclass(kind, Mapping):
        way = kind.values
    _WAYS[kind] = way
    return way


def _target(value: object) -> object:
    return {key: part for key, part in value.items() if key != "to"} if isinstance(value, Mapping) else None
