"""Keeps checkpoints of a run, evenly spaced over its whole length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import final, overload

from typing_extensions import override

from simulator.engine.simulation import State

MOST = 256  # checkpoints kept at a time
FIRST_STRIDE = 128  # meta-steps between checkpoints of a short run

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
    """At most `MOST` checkpoints, evenly spaced, ascending by step. The first one, the run's origin, is always kept."""

    def __init__(self, kept: Iterable[Checkpoint] = (), room: int = 1 << 62) -> None:
        self._kept = list(kept)
        self._nbytes = sum(one.nbytes for one in self._kept)
        self._stride = FIRST_STRIDE
        self._room = room  # bytes
        self._thin()

    @override
    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, index: int) -> Checkpoint: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Checkpoint]: ...

    @override
    def __getitem__(self, index: int | slice) -> Checkpoint | Sequence[Checkpoint]:
        return self._kept[index]

    @property
    def nbytes(self) -> int:
        """Bytes of memory that the states take."""
        return self._nbytes

    def due(self, step: int) -> bool:
        """Return whether the state at `step` should be kept."""
        return not self._kept or (step % self._stride == 0 and step > self._kept[-1].step)

    def add(self, checkpoint: Checkpoint) -> None:
        """Add a checkpoint that is later than all others."""
        self._kept.append(checkpoint)
        self._nbytes += checkpoint.nbytes
        self._thin()

    def set_room(self, room: int) -> None:
        """Limit the states to `room` bytes, or to the size of the first one if that is larger."""
        self._room = room
        self._thin()

    def before(self, step: int) -> Checkpoint:
        """Return the latest checkpoint at or before `step`.

        Raises:
            LookupError: there is none.
        """
        found = [checkpoint for checkpoint in self._kept if checkpoint.step <= step]
        if not found:
            raise LookupError(f"there is no checkpoint at or before meta-step {step}")
        return found[-1]

    def _thin(self) -> None:
        while len(self._kept) > MOST or (self._nbytes > self._room and len(self._kept) > 1):
            self._stride *= 2
            first, *others = self._kept
            self._kept = [first, *(one for one in others if one.step % self._stride == 0)]
            self._nbytes = sum(one.nbytes for one in self._kept)


def _taken(state: State) -> int:
    values = sum(getattr(value, "nbytes", 0) + _VALUE_BYTES for value in state.values())
    return _CHECKPOINT_BYTES + values
