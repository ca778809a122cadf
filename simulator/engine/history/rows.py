"""Stores rows of numbers in blocks: new ones in memory, finished ones in a temporary file."""

from __future__ import annotations

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Sequence
from math import nan
from threading import Lock
from typing import Any, final

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

Array = NDArray[np.float64]
Steps = NDArray[np.int64]

ROWS = 4096  # rows per block


class Rows(ABC):
    """Rows with ascending steps. Rows below `count` are never written again, except a run's last one."""

    def __init__(self, width: int) -> None:
        self.width = width  # names known when the block was started
        self.count = 0

    @abstractmethod
    def steps(self, count: int) -> Steps:
        """Return the steps of the first `count` rows: (count,)."""

    @abstractmethod
    def column(self, index: int, count: int) -> Array:
        """Return a column of the first `count` rows, NaN where it was not measured: (count,)."""

    @abstractmethod
    def table(self, count: int) -> Array:
        """Return the first `count` rows: (count, width)."""

    @property
    @abstractmethod
    def nbytes(self) -> int:
        """Bytes of memory that the rows take."""

    def copied(self, count: int) -> Block:
        """Return a writable copy of the first `count` rows."""
        made = Block(self.width)
        made.write(self.steps(count), self.table(count).T)
        return made


@final
class Block(Rows):
    """Rows in memory, to which one thread may append."""

    def __init__(self, width: int) -> None:
        super().__init__(width)
        self._steps = np.empty(ROWS, dtype=np.int64)  # (rows,)
        self._values = np.empty((width, ROWS))  # (names, rows)

    def add(self, step: int, row: list[float]) -> None:
        """Add a row of all names, which is written before it is counted."""
        self._steps[self.count] = step
        self._values[:, self.count] = row
        self.count += 1

    def extend(self, steps: Steps, columns: Array, names: Sequence[int]) -> int:
        """Add as many rows, (n,) and the columns (m, n) of m names, as there is room for; return how many.

        Of other names nothing was measured.
        """
        begin = self.count
        end = min(begin + len(steps), ROWS)
        self._steps[begin:end] = steps[: end - begin]
        self._values[_selected(names), begin:end] = columns[:, : end - begin]
        if len(names) < self.width:
            self._values[[name for name in range(self.width) if name not in names], begin:end] = nan
        self.count = end
        return end - begin

    def write(self, steps: Steps, values: Array) -> None:
        """Replace the rows by these, (n,) and (width, n)."""
        self._steps[: len(steps)], self._values[:, : len(steps)], self.count = steps, values, len(steps)

    @override
    def steps(self, count: int) -> Steps:
        return self._steps[:count]

    @override
    def column(self, index: int, count: int) -> Array:
        return self._values[index, :count] if index < self.width else np.full(count, nan)

    @override
    def table(self, count: int) -> Array:
        return self._values[:, :count].T

    @override
    @property
    def nbytes(self) -> int:
        return self._steps.nbytes + self._values.nbytes


def _selected(places: Sequence[int]) -> Sequence[int] | slice:
    """Return places in a row as a slice, whose rows are copied at once."""
    begin, end = (places[0], places[-1] + 1) if places else (0, 0)
    return slice(begin, end) if list(places) == list(range(begin, end)) else places


@final
class Shelf:
    """An unnamed temporary file for rarely used data, deleted with the last block in it."""

    def __init__(self) -> None:
        self._lock = Lock()
        # What a full disk has no room for must not wait in a buffer: the next reading would try to write it.
        self._file = tempfile.TemporaryFile(prefix="metascope-", buffering=0)  # noqa: SIM115 - lives as long as this
        self._end = 0

    def put(self, *parts: NDArray[Any]) -> int:
        """Write arrays, each in one piece, one after another and return the offset; an OSError if the disk is full."""
        with self._lock:
            place = self._end
            self._file.seek(place)
            for part in parts:
                rest = part.data.cast("B")
                while rest:
                    rest = rest[self._file.write(rest) :]
            self._end = place + sum(part.nbytes for part in parts)
        return place

    def get(self, place: int, size: int) -> bytes:
        """Return `size` bytes at offset `place`."""
        with self._lock:
            self._file.seek(place)
            return self._file.read(size)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()


@final
class Shelved(Rows):
    """The rows of a finished block on a shelf, column by column."""

    def __init__(self, block: Block, shelf: Shelf) -> None:
        """Move the rows of `block` to the shelf; an OSError if there is no room."""
        super().__init__(block.width)
        self.count = block.count
        self._shelf = shelf
        columns = block.table(block.count).T  # (names, rows), in one piece where the block is full
        self._place = shelf.put(block.steps(block.count), np.ascontiguousarray(columns))

    @override
    def steps(self, count: int) -> Steps:
        return np.frombuffer(self._shelf.get(self._place, 8 * count), np.int64)

    @override
    def column(self, index: int, count: int) -> Array:
        if index >= self.width:
            return np.full(count, nan)
        return np.frombuffer(self._shelf.get(self._place + 8 * self.count * (index + 1), 8 * count), np.float64)

    @override
    def table(self, count: int) -> Array:
        data = self._shelf.get(self._place + 8 * self.count, 8 * self.count * self.width)
        return np.frombuffer(data, np.float64).reshape(self.width, self.count).T[:count]

    @override
    @property
    def nbytes(self) -> int:
        return 0
