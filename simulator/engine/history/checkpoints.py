"""Keeps checkpoints of a run, evenly spaced over its whole length in meta-steps or in time trained.

A fast run has one every so many meta-steps, a slow one every few seconds of training: from any of them the next is
trained again in about `INTERVAL`. When there are too many, those that save the least time go first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import final, overload

from typing_extensions import override

from metascope.simulator.engine.simulation import State

MOST = 1024  # checkpoints kept at a time
MOST_QUICK = 256  # of these, those that less than `INTERVAL` of training leads to
FIRST_STRIDE = 128  # meta-steps between checkpoints of a short run
INTERVAL = 5.0  # seconds of training between checkpoints of a slow run

_CHECKPOINT_BYTES = 600  # a checkpoint without its values
_VALUE_BYTES = 400  # overhead per value


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """The result of `Simulation.state` after `step` meta-steps and the first `steered` changes of the steering log.

    `read` returns it from memory, or from a file (a UserError if that is damaged).
    """

    step: int
    steered: int
    read: Callable[[], State]
    nbytes: int = 0  # of memory
    seconds: float = INTERVAL  # of training since the checkpoint before; of a file's this is a guess

    @property
    def state(self) -> State:
        """The simulation's state."""
        return self.read()

    @classmethod
    def of(cls, step: int, steered: int, state: State) -> Checkpoint:
        """Return a checkpoint that is kept in memory."""
        return cls(step, steered, lambda: state, _taken(state))


@final
class Checkpoints(Sequence[Checkpoint]):
    """At most `MOST` checkpoints, evenly spaced, ascending by step. The first one, the run's origin, is always kept.

    Beside them there may be a last one, of the moment at which a run paused or was saved; the next one replaces it.
    """

    def __init__(self, kept: Iterable[Checkpoint] = (), room: int = 1 << 62) -> None:
        self._spaced = list(kept)
        self._latest: Checkpoint | None = None  # later than all that are spaced evenly
        self._nbytes = sum(one.nbytes for one in self._spaced)
        self._stride = FIRST_STRIDE
        self._interval = INTERVAL
        self._seconds = 0.0  # of training since the last one that is spaced evenly
        self._room = room  # bytes
        self._thin()

    @override
    def __len__(self) -> int:
        return len(self._spaced) + (self._latest is not None)

    @overload
    def __getitem__(self, index: int) -> Checkpoint: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Checkpoint]: ...

    @override
    def __getitem__(self, index: int | slice) -> Checkpoint | Sequence[Checkpoint]:
        return self._all[index]

    @property
    def nbytes(self) -> int:
        """Bytes of memory that the states take."""
        return self._nbytes + (0 if self._latest is None else self._latest.nbytes)

    def train(self, seconds: float) -> None:
        """Count seconds of training, after which there may be a checkpoint due."""
        self._seconds += seconds

    def due(self, step: int) -> bool:
        """Return whether the state at `step` should be kept."""
        if not self._spaced:
            return True
        return step > self._spaced[-1].step and (step % self._stride == 0 or self._seconds >= self._interval)

    def steps_to_due(self, step: int) -> int:
        """Return after how many meta-steps from `step` one is due at the latest, at least 1."""
        return self._stride - step % self._stride if self._spaced else 1

    def is_after(self, step: int) -> bool:
        """Return whether there is a checkpoint at `step` or later."""
        return bool(self) and self._all[-1].step >= step

    def add(self, checkpoint: Checkpoint) -> None:
        """Add a checkpoint that is later than all others, or in place of the latest one."""
        self._latest = None
        self._spaced.append(replace(checkpoint, seconds=self._seconds))
        self._seconds = 0.0
        self._nbytes += checkpoint.nbytes
        self._thin()

    def add_latest(self, checkpoint: Checkpoint) -> None:
        """Add a checkpoint that is later than all others and kept until the next one, whatever room there is."""
        self._latest = replace(checkpoint, seconds=self._seconds)

    def set_room(self, room: int) -> None:
        """Limit the states to `room` bytes beside the latest, or to the size of the first one if that is larger."""
        self._room = room
        self._thin()

    def before(self, step: int) -> Checkpoint:
        """Return the latest checkpoint at or before `step`.

        Raises:
            LookupError: there is none.
        """
        found = [checkpoint for checkpoint in self._all if checkpoint.step <= step]
        if not found:
            raise LookupError(f"there is no checkpoint at or before meta-step {step}")
        return found[-1]

    @property
    def _all(self) -> list[Checkpoint]:
        return self._spaced if self._latest is None else [*self._spaced, self._latest]

    def _thin(self) -> None:
        while sum(one.seconds < INTERVAL for one in self._spaced) > MOST_QUICK:
            self._stride *= 2
            self._sift()
        while len(self._spaced) > MOST or (self._nbytes > self._room and len(self._spaced) > 1):
            before = len(self._spaced)
            self._stride *= 2
            self._sift()
            if 4 * len(self._spaced) > 3 * before:  # they are spaced by time
                self._interval *= 2
                self._sift()

    def _sift(self) -> None:
        """Keep the first one, those on the grid of meta-steps, and of the others as many as the interval asks for."""
        kept, passed = self._spaced[:1], 0.0  # seconds since the last one kept
        for one in self._spaced[1:]:
            passed += one.seconds
            if one.step % self._stride == 0 or passed >= self._interval:
                kept.append(replace(one, seconds=passed))
                passed = 0.0
        self._spaced = kept
        self._seconds += passed
        self._nbytes = sum(one.nbytes for one in kept)


def _taken(state: State) -> int:
    values = sum(getattr(value, "nbytes", 0) + _VALUE_BYTES for value in state.values())
    return _CHECKPOINT_BYTES + values
