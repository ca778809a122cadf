"""Every measured number of a run, in columns: cheap to add to while learning, cheap to draw at any length."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import repeat
from math import nan

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Steps = NDArray[np.int64]

_ROWS = 4096  # of a block


class _Block:
    """Rows of consecutive steps. Rows below `count` are never written again, except the run's last one."""

    def __init__(self, width: int) -> None:
        self.steps = np.empty(_ROWS, dtype=np.int64)  # (rows,)
        self.values = np.full((_ROWS, width), nan)  # (rows, names known when the block was begun)
        self.count = 0
        self._envelopes: dict[int, tuple[int, Steps, Array]] = {}  # column -> (buckets, steps, values); the reader's

    def copied(self, count: int) -> _Block:
        """Return a block with the first `count` rows, to be written on."""
        made = _Block(self.values.shape[1])
        made.steps[:count], made.values[:count], made.count = self.steps[:count], self.values[:count], count
        return made

    def column(self, index: int, count: int) -> Array:
        if index >= self.values.shape[1]:
            return np.full(count, nan)
        return self.values[:count, index]

    def envelope(self, index: int, buckets: int) -> tuple[Steps, Array]:
        """Return the envelope of a finished block; a coarser one is made from a finer one."""
        known = self._envelopes.get(index)
        if known is None or known[0] < buckets:
            known = (_ROWS, self.steps[: self.count], self.column(index, self.count))
        if known[0] != buckets:
            known = (buckets, *_envelope(known[1], known[2], buckets))
            self._envelopes[index] = known
        return known[1], known[2]


class Metrics:
    """The metrics of a run: one row per meta-step, one column per name; NaN where one was not measured.

    One thread may append while one other reads, without a lock: rows are written before they are counted, and what
    was counted stays. Two calls of a reader may see different numbers of rows; `series` and `envelope` return
    steps and values that belong together.
    """

    def __init__(self) -> None:
        self._columns: dict[str, int] = {}  # replaced, never changed
        self._blocks: list[_Block] = []
        self._last = -1
        self.nbytes = 0  # that the rows take

    def append(self, step: int, values: Mapping[str, float]) -> None:
        """Add what was measured at `step`; the same step as the last one replaces its row.

        Raises:
            ValueError: `step` is before the last one.
        """
        columns = self._columns
        row = [nan] * len(columns)
        try:
            for name, value in values.items():
                row[columns[name]] = value
        except KeyError:
            fresh = [name for name in values if name not in columns]
            self._columns = columns | {name: len(columns) + place for place, name in enumerate(fresh)}
            self.append(step, values)
            return
        block = self._open_block(step, len(row))
        block.steps[block.count] = step
        block.values[block.count, : len(row)] = row
        block.count += 1
        self._last = step

    def _open_block(self, step: int, width: int) -> _Block:
        """Return a block with room for a row; the row of the same step is taken back first."""
        if step < self._last:
            raise ValueError(f"step must be at least {self._last}, not {step}")
        block = self._blocks[-1] if self._blocks else None
        if block is not None and step == self._last:
            block.count -= 1
        if block is None or block.count == _ROWS or block.values.shape[1] < width:
            block = _Block(width)
            self._blocks.append(block)
            self.nbytes += block.steps.nbytes + block.values.nbytes
        return block

    def __len__(self) -> int:
        return sum(block.count for block in tuple(self._blocks))

    def until(self, step: int) -> Metrics:
        """Return the rows up to `step`; the blocks before the last one are shared."""
        made = Metrics()
        made._columns = self._columns
        for block, count in self._seen():
            rows = int(np.searchsorted(block.steps[:count], step, side="right"))
            if rows:
                made._blocks.append(block)
                made._last = int(block.steps[rows - 1])
                last = rows
        if made._blocks:
            made._blocks[-1] = made._blocks[-1].copied(last)  # the last row may be written again, here and there
        made.nbytes = sum(block.steps.nbytes + block.values.nbytes for block in made._blocks)
        return made

    @classmethod
    def of(cls, steps: Steps, values: Mapping[str, Array]) -> Metrics:
        """Return metrics from columns: `steps` (n,), rising, and each name's values (n,), NaN where not measured."""
        made = cls()
        made._columns = {name: place for place, name in enumerate(values)}
        table = np.stack(list(values.values()), axis=1) if values else np.empty((len(steps), 0))  # (n, names)
        for begin in range(0, len(steps), _ROWS):
            part = slice(begin, begin + _ROWS)
            block = _Block(len(values))
            block.count = len(steps[part])
            block.steps[: block.count] = steps[part]
            block.values[: block.count] = table[part]
            made._blocks.append(block)
            made._last = int(steps[part][-1])
        made.nbytes = sum(block.steps.nbytes + block.values.nbytes for block in made._blocks)
        return made

    @property
    def last_step(self) -> int:
        """The meta-step of the newest row, -1 where there is none."""
        return self._last

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in the order in which they were first measured."""
        return tuple(self._columns)

    def steps(self) -> Steps:
        """Return the meta-step of each row: (n,)."""
        return np.concatenate([np.empty(0, np.int64), *(block.steps[:count] for block, count in self._seen())])

    def column(self, name: str) -> Array:
        """Return the values of `name` in each row, NaN where it was not measured: (n,).

        Raises:
            KeyError: it was never measured.
        """
        index = self._columns[name]
        return np.concatenate([np.empty(0), *(block.column(index, count) for block, count in self._seen())])

    def series(self, name: str) -> tuple[Steps, Array]:
        """Return where `name` was measured, and what: (m,) and (m,).

        Raises:
            KeyError: it was never measured.
        """
        values = self.column(name)
        steps = self.steps()[: len(values)]
        seen = ~np.isnan(values[: len(steps)])
        return steps[seen], values[: len(steps)][seen]

    def envelope(self, name: str, points: int = 1000) -> tuple[Steps, Array]:
        """Return `name` for drawing: about `2 * points` pairs at most, the least and the greatest of each stretch.

        Every spike stays; what was not measured is left out. Nothing is returned for a name never measured.
        """
        index = self._columns.get(name)
        seen = self._seen()
        if index is None or not seen:
            return np.empty(0, np.int64), np.empty(0)
        buckets = min(_ROWS, 1 << (2 * points // len(seen)).bit_length())  # in powers of two, so that few are made
        parts = [block.envelope(index, buckets) for block, _ in seen[:-1]]
        block, count = seen[-1]
        parts.append((block.steps[:count], block.column(index, count)))
        steps, values = (np.concatenate(column) for column in zip(*parts, strict=True))
        return _envelope(steps, values, points)

    def csv(self) -> str:
        """Return a table with a header, one line per row; a cell is empty where nothing was measured."""
        return "".join(f"{line}\n" for line in self._lines())

    def json(self) -> str:
        """Return {"step": [...], name: [...], ...}; null where nothing was measured."""
        table: dict[str, list[int] | list[float | None]] = {"step": self.steps().tolist()}
        for name in self.names:
            values = self.column(name)[: len(table["step"])]
            table[name] = [
                value if finite else None for value, finite in zip(values.tolist(), np.isfinite(values), strict=True)
            ]
        return json.dumps(table, allow_nan=False) + "\n"

    def _lines(self) -> Iterator[str]:
        names = self.names
        yield ",".join(("step", *names))
        for block, count in self._seen():
            absent = list(repeat("", len(names) - block.values.shape[1]))
            for step, row in zip(block.steps[:count].tolist(), block.values[:count].tolist(), strict=True):
                cells = ["" if value != value else repr(value) for value in row[: len(names)]]
                yield ",".join((str(step), *cells, *absent))

    def _seen(self) -> list[tuple[_Block, int]]:
        """Return the blocks and how many of their rows count, at one moment."""
        return [(block, block.count) for block in tuple(self._blocks)]


def _envelope(steps: Steps, values: Array, buckets: int) -> tuple[Steps, Array]:
    """Return the least and the greatest of each of `buckets` stretches, and both ends: (m,), (m,)."""
    seen = ~np.isnan(values)
    if not seen.all():
        steps, values = steps[seen], values[seen]
    count = len(values)
    if count <= 2 * buckets:
        return steps, values
    size = -(-count // buckets)
    stretches = np.resize(values, (-(-count // size), size))  # (stretches, size)
    stretches.flat[count:] = values[-1]
    begins = np.arange(len(stretches)) * size
    chosen = np.concatenate([begins + stretches.argmin(1), begins + stretches.argmax(1), [0, count - 1]])
    chosen = np.unique(np.minimum(chosen, count - 1))
    return steps[chosen], values[chosen]
