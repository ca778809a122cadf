"""Stores every metric of a run in columns: cheap to append to during training, cheap to draw at any length."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from math import nan

import numpy as np

from metascope.simulator.engine.frame import Table
from metascope.simulator.engine.history.outlines import NOTHING, Gaps, Outline, envelope
from metascope.simulator.engine.history.rows import ROWS, Array, Block, Rows, Shelf, Shelved, Steps

IN_MEMORY = 16  # newest blocks kept in memory: 65,536 rows; older ones are in a file


def is_hidden(name: str) -> bool:
    """Tell whether a metric is kept for pictures alone, and listed nowhere."""
    return name.startswith("_")


class Metrics:
    """The metrics of a run: one row per meta-step, one column per name; NaN where a metric was not measured.

    A name that begins with "_" is kept like any other, for pictures to be drawn from it, and listed nowhere.

    One thread may append while one other reads, without a lock: rows are written before they are counted, and what
    was counted stays. Two calls of a reader may see different numbers of rows; `series` and `envelope` return
    steps and values that belong together. Of a long run the older rows lie in a temporary file.
    """

    def __init__(self) -> None:
        self._columns: dict[str, int] = {}  # replaced, never changed
        self._names: tuple[str, ...] = ()  # the same, in order
        self._blocks: list[Rows] = []
        self._open = Block(0)  # the last block, if there is one
        self._shelf: Shelf | None = None
        self._shelved = 0  # number of blocks in the file, the first ones
        self._last = -1
        self._outlines: dict[tuple[int, int], Outline] = {}  # by column and points; for the reader
        self.nbytes = 0  # bytes of memory that the rows take

    def append(self, step: int, values: Mapping[str, float]) -> None:
        """Add the values measured at `step`; if it is the last step again, its row is replaced.

        Raises:
            ValueError: `step` is before the last one.
        """
        columns = self._columns
        if tuple(values) == self._names:  # the usual case: the same names in the same order
            self._open_block(step, len(columns)).add(step, list(values.values()))
            self._last = step
            return
        row = [nan] * len(columns)
        try:
            for name, value in values.items():
                row[columns[name]] = value
        except KeyError:
            fresh = [name for name in values if name not in columns]
            self._columns = columns | {name: len(columns) + place for place, name in enumerate(fresh)}
            self._names = tuple(self._columns)
            self.append(step, values)
            return
        self._open_block(step, len(row)).add(step, row)
        self._last = step

    def extend(self, steps: Steps, values: Mapping[str, Array]) -> None:
        """Add rows at once, as if they were appended one by one.

        Args:
            steps: ascending: (n,).
            values: of each name: (n,), NaN where it was not measured.

        Raises:
            ValueError: the first step is not after the last one.
        """
        if len(steps) and steps[0] <= self._last:
            raise ValueError(f"step must be after {self._last}, not {steps[0]}")
        self._name(values)
        known = [place for place, name in enumerate(values) if name in self._columns]
        places = [self._columns[name] for name in values if name in self._columns]
        if isinstance(values, Table):
            table = values.array if len(known) == len(values) else values.array[known]  # (names, n)
        else:
            table = np.array([values[name] for name in values if name in self._columns]).reshape(len(known), len(steps))
        done = 0
        while done < len(steps):
            block = self._open_block(int(steps[done]), len(self._columns))
            done += block.extend(steps[done:], table[:, done:], places)
            self._last = int(steps[done - 1])

    def _name(self, values: Mapping[str, Array]) -> None:
        """Add a column for each name that is measured for the first time, in the order in which they are."""
        fresh = {
            name: np.flatnonzero(~np.isnan(column)) for name, column in values.items() if name not in self._columns
        }
        measured = sorted((int(rows[0]), place, name) for place, (name, rows) in enumerate(fresh.items()) if len(rows))
        if measured:
            self._columns = self._columns | {it[2]: len(self._columns) + at for at, it in enumerate(measured)}
            self._names = tuple(self._columns)

    def _open_block(self, step: int, width: int) -> Block:
        """Return a block with room for a row, after removing the row of the same step."""
        if step < self._last:
            raise ValueError(f"step must be at least {self._last}, not {step}")
        block = self._open
        if step == self._last:
            block.count -= 1
        if block.count == ROWS or block.width < width or not self._blocks:
            block = Block(width)
            self._add(block)
            self._shelve()
        return block

    def _add(self, block: Rows) -> None:
        self._blocks.append(block)
        self.nbytes += block.nbytes
        if isinstance(block, Block):
            self._open = block

    def _shelve(self) -> None:
        """Move the oldest block in memory to the file if there are too many; it stays if the disk is full."""
        if len(self._blocks) - self._shelved <= IN_MEMORY:
            return
        block = self._blocks[self._shelved]
        if isinstance(block, Block):
            try:
                self._shelf = self._shelf or Shelf()
                self._blocks[self._shelved] = Shelved(block, self._shelf)
            except OSError:
                return
            self.nbytes -= block.nbytes
        self._shelved += 1

    def __len__(self) -> int:
        return sum(block.count for block in tuple(self._blocks))

    def until(self, step: int) -> Metrics:
        """Return the rows up to `step`; the blocks before the last one are shared."""
        made, last, rows = Metrics(), None, 0
        made._columns, made._names = self._columns, self._names
        for block, count in self._seen():
            found = int(np.searchsorted(block.steps(count), step, side="right"))
            if not found:
                break
            if last is not None:
                made._add(last)
            last, rows = block, found
        if last is not None:
            made._add(last.copied(rows))  # the last row may still be replaced, in both
            made._last = int(made._open.steps(rows)[-1])
        made._shelved = sum(isinstance(block, Shelved) for block in made._blocks)
        return made

    @classmethod
    def of(cls, steps: Steps, values: Mapping[str, Array]) -> Metrics:
        """Return metrics from columns: ascending `steps` (n,), and each name's values (n,), NaN where not measured."""
        made = cls()
        made._columns = {name: place for place, name in enumerate(values)}
        made._names = tuple(values)
        table = np.array(list(values.values())).reshape(len(values), len(steps))  # (names, n)
        for begin in range(0, len(steps), ROWS):
            part = slice(begin, begin + ROWS)
            block = Block(len(values))
            block.write(steps[part], table[:, part])
            made._add(block)
            made._shelve()
            made._last = int(steps[part][-1])
        return made

    @property
    def last_step(self) -> int:
        """The meta-step of the newest row, -1 where there is none."""
        return self._last

    @property
    def mark(self) -> object:
        """What is another one once a row is added, or replaced by one with other values."""
        seen = self._seen()
        if not seen:
            return None
        newest, count = seen[-1]
        return len(seen), count, len(self._columns), self._last, newest.table(count)[-1].tobytes()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are listed, in the order in which they were first measured."""
        return tuple(name for name in self._columns if not is_hidden(name))

    def steps(self) -> Steps:
        """Return the meta-step of each row: (n,)."""
        return np.concatenate([np.empty(0, np.int64), *(block.steps(count) for block, count in self._seen())])

    def column(self, name: str) -> Array:
        """Return the values of `name` in each row, NaN where it was not measured: (n,).

        Raises:
            KeyError: it was never measured.
        """
        index = self._columns[name]
        return np.concatenate([np.empty(0), *(block.column(index, count) for block, count in self._seen())])

    def between(self, first: int, last: int, every: int = 1) -> tuple[tuple[str, ...], Steps, Array]:
        """Return the names and the rows of the meta-steps `first` to `last`, without reading many others.

        Args:
            first: meta-step.
            last: meta-step, inclusive.
            every: only meta-steps that this number divides.

        Returns:
            names, those too that are not listed; steps (n,); values (n, names), NaN where not measured.
        """
        seen = self._seen()
        names = tuple(self._columns)
        parts = [(np.empty(0, np.int64), np.empty((0, len(names))))]
        place = max(bisect_right(seen, first, key=lambda entry: int(entry[0].steps(1)[0])) - 1, 0)
        for block, count in seen[place:]:
            steps = block.steps(count)
            begin, end = (int(row) for row in np.searchsorted(steps, (first, last + 1)))
            rows = slice(begin, end) if every == 1 else begin + np.flatnonzero(steps[begin:end] % every == 0)
            kept = steps[rows]
            if len(kept):
                table = np.full((len(kept), len(names)), nan)
                table[:, : block.width] = block.table(count)[rows]
                parts.append((kept, table))
            if end < count:
                break
        steps, values = (np.concatenate(column) for column in zip(*parts, strict=True))
        return names, steps, values

    def series(self, name: str) -> tuple[Steps, Array]:
        """Return the steps at which `name` was measured, and its values: (m,) and (m,).

        Raises:
            KeyError: it was never measured.
        """
        values = self.column(name)
        steps = self.steps()[: len(values)]
        seen = ~np.isnan(values[: len(steps)])
        return steps[seen], values[: len(steps)][seen]

    def since(self, row: int, names: Iterable[str]) -> tuple[Steps, dict[str, Array]]:
        """Return the rows from number `row` on: their steps (n,), and each name's values (n,), NaN where not measured.

        Raises:
            KeyError: a name was never measured.
        """
        indices = {name: self._columns[name] for name in names}
        parts: list[tuple[Rows, int, int]] = []
        for block, count in self._seen():
            if row < count:
                parts.append((block, count, max(row, 0)))
            row -= count
        steps = np.concatenate([np.empty(0, np.int64), *(block.steps(count)[at:] for block, count, at in parts)])
        return steps, {
            name: np.concatenate([np.empty(0), *(block.column(index, count)[at:] for block, count, at in parts)])
            for name, index in indices.items()
        }

    def envelope(self, name: str, points: int = 1000) -> tuple[Steps, Array]:
        """Return `name` for drawing: at most about `2 * points` pairs, the minimum and maximum of each stretch.

        Every spike is kept; missing values are left out. A name that was never measured gives nothing.
        """
        steps, values, _ = self._outlined(name, points)
        return envelope(steps, values, points)

    def curve(self, name: str, points: int = 1000) -> tuple[Steps, Array]:
        """Return `name` for drawing as a line: its `envelope`, with a NaN in each gap, so that no line bridges one.

        A gap is where a value was missing although it was due: see `Gaps`.
        """
        steps, values, gaps = self._outlined(name, points)
        steps, values = envelope(steps, values, points)
        if not len(gaps):
            return steps, values
        places = np.searchsorted(steps, gaps, side="right")  # where a NaN goes, one between two points
        places, first = np.unique(places, return_index=True)
        inside = (places > 0) & (places < len(steps))
        places, first = places[inside], first[inside]
        return np.insert(steps, places, gaps[first] + 1), np.insert(values, places, nan)

    def _outlined(self, name: str, points: int) -> tuple[Steps, Array, Steps]:
        """Return steps and values with all extremes of `name`, (n,) each, and the steps before its gaps, (m,).

        What is finished is read once; the newest block is outlined each time.
        """
        index, seen = self._columns.get(name), self._seen()
        if index is None or not seen:
            return np.empty(0, np.int64), np.empty(0), np.empty(0, np.int64)
        known = self._outlines.get((index, points), NOTHING)
        known = known.extended([block for block, _ in seen[known.blocks : -1]], index, points)
        self._outlines[index, points] = known
        if known.blocks == len(seen):  # the newest block's only row is being replaced
            return known.steps, known.values, known.gaps.after
        newest, count = seen[-1]
        steps, values = newest.steps(count), np.ascontiguousarray(newest.column(index, count))
        absent = np.isnan(values)
        if absent.any():
            steps, values = steps[~absent], values[~absent]
        gaps = known.gaps.joined([Gaps.of(steps)])
        steps, values = envelope(steps, values, -(-count // known.width))
        return np.concatenate([known.steps, steps]), np.concatenate([known.values, values]), gaps.after

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
        listed = {name: place for name, place in self._columns.items() if not is_hidden(name)}
        yield ",".join(("step", *listed))
        for block, count in self._seen():
            places = [place for place in listed.values() if place < block.width]
            absent = list(repeat("", len(listed) - len(places)))
            for step, row in zip(block.steps(count).tolist(), block.table(count)[:, places].tolist(), strict=True):
                cells = ["" if value != value else repr(value) for value in row]
                yield ",".join((str(step), *cells, *absent))

    def _seen(self) -> list[tuple[Rows, int]]:
        """Return the blocks with rows and their numbers of valid rows, both at the same moment.

        A block has none where its only row was replaced by one with more names, which stands in a wider block.
        """
        return [(block, count) for block in tuple(self._blocks) if (count := block.count)]
