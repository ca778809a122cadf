"""Defines the frame, the record of one meta-step with all of its inner steps, blocks of frames, and lazy captions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Self, final, overload

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.text import Message


@dataclass(frozen=True, kw_only=True)
class Frame(ABC):
    """The record of one meta-step that views draw: plain numbers and read-only numpy arrays, never a live model.

    A story's frame adds its arrays, inner axis first, with their shapes in comments. Arrays that did not change
    since the last frame are the same objects, so that a view redraws only what is new (`array is last`)
    and a recording counts them once.

        frame = simulation.step()
        frame.metrics["maml.loss_after"], frame.step, frame.ticks()
        all_stories()["landscapes"].captions(frame, "maml")[0]  # what MAML does at the first inner step
    """

    step: int  # meta-steps done so far; 0 is the start
    # "<method>.<quantity>" -> value; a quantity not measured at this step is absent. What begins with "_" is for
    # pictures alone and listed nowhere.
    metrics: Mapping[str, float]
    notices: tuple[Message, ...] = ()  # what it has to say beside its picture, such as why a path diverges

    @abstractmethod
    def ticks(self) -> int:
        """Return the number of ticks of the inner clock, at least 1, the same for every method."""


@final
class Captions(Sequence[Message]):
    """A sequence of captions that creates each one when it is looked up, since few of them are ever read."""

    def __init__(self, makers: Sequence[Callable[[], Message]]) -> None:
        self._makers = makers

    @override
    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, index: int) -> Message: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Message]: ...

    @override
    def __getitem__(self, index: int | slice) -> Message | Sequence[Message]:
        if isinstance(index, slice):
            return Captions(self._makers[index])
        return self._makers[index]()


@final
class Table(Mapping[str, NDArray[np.float64]]):
    """Columns (n,) of numbers, by name, that lie in one array (names, n); NaN where something was not measured."""

    def __init__(self, names: Sequence[str], array: NDArray[np.float64]) -> None:
        self.names, self.array = tuple(names), array
        self._places = {name: place for place, name in enumerate(self.names)}

    @override
    def __len__(self) -> int:
        return len(self.names)

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    @override
    def __getitem__(self, name: str) -> NDArray[np.float64]:
        column: NDArray[np.float64] = self.array[self._places[name]]
        return column

    @classmethod
    def of(cls, columns: Mapping[str, NDArray[np.float64]]) -> Table:
        """Return the columns as a table."""
        return columns if isinstance(columns, Table) else cls(tuple(columns), np.stack(list(columns.values())))


@dataclass(frozen=True)
class Measured:
    """What was measured at meta-steps in a row."""

    steps: NDArray[np.int64]  # (n,), ascending
    columns: Mapping[str, NDArray[np.float64]]  # (n,) of each metric; NaN where it was not measured


class Block(ABC):
    """Meta-steps that a simulation did in one go. Abstract; immutable; any thread may read it.

    Its frames may be those of some of the meta-steps, the last one among them; `measured` is of all.

    Promises: `frame(i)` equals, bit for bit, the frame that `Simulation.step` would have returned, and so does each row
    of `metrics` and of what was measured. Where frames are left out, no metric is infinite.
    """

    @property
    @abstractmethod
    def steps(self) -> NDArray[np.int64]:
        """The meta-steps of the frames, ascending, (n,)."""

    @property
    @abstractmethod
    def metrics(self) -> Mapping[str, NDArray[np.float64]]:
        """A column (n,) for each metric at these; NaN where it was not measured."""

    @property
    def measured(self) -> Measured:
        """What was measured at every meta-step that was done, between the frames too."""
        return Measured(self.steps, self.metrics)

    @property
    @abstractmethod
    def nbytes(self) -> int:
        """Bytes that the arrays of the frames take; what blocks share, such as surfaces, is not counted."""

    @abstractmethod
    def frame(self, place: int) -> Frame:
        """Return the frame at index `place`, made anew."""

    @abstractmethod
    def only(self, places: Sequence[int]) -> Block:
        """Return a block of the frames at these indices, which holds no more memory than they need."""

    def alone(self) -> Block:
        """Return a block that holds nothing of what was measured between its frames."""
        return self


class MeasuredBlock(Block):
    """A block that keeps its metrics as a table. Abstract: a subclass keeps what frames are made of.

    Args:
        first: the number of the first meta-step.
        columns: each metric's (n,), NaN where it was not measured.
        places: the indices of the meta-steps that have frames, the last one among them; None: all of them.
    """

    def __init__(
        self, first: int, columns: Mapping[str, NDArray[np.float64]], places: Sequence[int] | None = None
    ) -> None:
        table = Table.of(columns)
        frozen(table.array)
        steps = frozen(np.arange(first, first + table.array.shape[1]))
        self._names, self._table, self._steps = table.names, table.array, steps  # (names, n), (n,)
        self._measured: Measured | None = None
        if places is not None:
            self._measured = Measured(steps, table)
            self._table, self._steps = frozen(table.array[:, places]), frozen(steps[places])

    @property
    @override
    def steps(self) -> NDArray[np.int64]:
        return self._steps

    @property
    @override
    def metrics(self) -> Table:
        return Table(self._names, self._table)

    @property
    @override
    def measured(self) -> Measured:
        return self._measured or super().measured

    @property
    @override
    def nbytes(self) -> int:
        return self._steps.nbytes + self._table.nbytes

    def row(self, place: int) -> dict[str, float]:
        """Return the metrics of the frame at index `place`."""
        found = zip(self._names, self._table[:, place].tolist(), strict=True)
        return {name: value for name, value in found if value == value}  # a number

    def copy_of(self, places: Sequence[int]) -> Self:
        """Return a copy with the steps and metrics at these indices, and all else as it is."""
        made, kept = self.alone(), list(places)
        made._steps, made._table = frozen(self._steps[kept]), frozen(self._table[:, kept])
        return made

    @override
    def alone(self) -> Self:
        made = copy(self)
        made._measured = None
        return made
