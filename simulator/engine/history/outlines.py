"""Outlines of the finished rows of a long run, for drawing: extended by what is new, however long the run is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metascope.simulator.engine.history.rows import ROWS, Array, Rows, Steps

_ROOM = 16  # pairs that an outline has at most, for each stretch that is drawn, until its stretches are joined
_JOINED = 4  # how many of them then become one


@dataclass(frozen=True)
class Gaps:
    """Where a series was not measured although it was due.

    A series is measured at every step or at every n-th, and n may change where a run branches. So a pause is a gap if
    it is longer than the shortest one and no neighbour is as long.
    """

    after: Steps  # (m,) the steps before the gaps
    first: Steps  # the first two steps measured, or what there is of them
    last: Steps  # the last two

    @classmethod
    def of(cls, steps: Steps) -> Gaps:
        """Find the gaps of a series measured at `steps` (n,), ascending."""
        first, last = steps[:2].copy(), steps[-2:].copy()  # no views, which would hold all
        if len(steps) < 3 or steps[-1] - steps[0] == len(steps) - 1:  # at every step: the usual case
            return cls(np.empty(0, np.int64), first, last)
        pauses = np.diff(steps)
        if pauses.min() == pauses.max():
            return cls(np.empty(0, np.int64), first, last)
        before, behind = np.append(0, pauses[:-1]), np.append(pauses[1:], 0)
        missed = (pauses > pauses.min()) & (pauses != before) & (pauses != behind)
        return cls(steps[:-1][missed], first, last)

    def leads_to(self, following: Gaps) -> bool:
        """Return whether the series goes on without a gap from here to `following`."""
        pause = int(following.first[0] - self.last[-1])
        usual = [int(ends[1] - ends[0]) for ends in (self.last, following.first) if len(ends) > 1]
        return not usual or pause in usual or pause < min(usual)

    def joined(self, following: Sequence[Gaps]) -> Gaps:
        """Return the gaps of this series and those that follow it, as one; of empty ones there is nothing to join."""
        found, first, last = [self.after], self.first, self
        for part in following:
            if not len(part.last):
                continue
            if not len(last.last):
                first = part.first
            elif not last.leads_to(part):
                found.append(last.last[-1:])
            found.append(part.after)
            last = part
        return Gaps(np.concatenate(found), first, last.last)


@dataclass(frozen=True)
class Outline:
    """Of a column in finished blocks, ascending: the extremes of its stretches, and its gaps.

    A stretch is of `width` rows, a power of two, and not longer than a block. Immutable: any thread may extend it.
    """

    blocks: int  # that it was made of
    width: int
    steps: Steps  # (n,)
    values: Array  # (n,)
    gaps: Gaps

    def extended(self, blocks: Sequence[Rows], column: int, points: int) -> Outline:
        """Return the outline of this and of the blocks that follow, for drawing `points` stretches of them."""
        if not blocks:
            return self
        pairs, gaps, width = [(self.steps, self.values)], list[Gaps](), self.width
        for block in blocks:
            steps, values = block.steps(block.count), block.column(column, block.count)
            gaps.append(Gaps.of(steps[~np.isnan(values)]))
            pairs.append(envelope(steps, values, -(-block.count // width)))
        steps, values = (np.concatenate(part) for part in zip(*pairs, strict=True))
        while len(steps) > _ROOM * points and width < ROWS:
            width *= _JOINED
            steps, values = envelope(steps, values, -(-len(steps) // (2 * _JOINED)))
        return Outline(self.blocks + len(blocks), width, steps, values, self.gaps.joined(gaps))


NOTHING = Outline(0, 1, np.empty(0, np.int64), np.empty(0), Gaps.of(np.empty(0, np.int64)))


def envelope(steps: Steps, values: Array, buckets: int) -> tuple[Steps, Array]:
    """Return the minimum and maximum of each of `buckets` stretches, and both ends: (m,), (m,)."""
    absent = np.isnan(values)
    if absent.any():
        steps, values = steps[~absent], values[~absent]
    count = len(values)
    if count <= 2 * buckets:
        return steps, values
    size = -(-count // buckets)
    whole = count // size
    stretches = values[: whole * size].reshape(whole, size)
    places = np.empty(2 * whole + 4, np.int64)  # ascending
    least, most, inner = stretches.argmin(1), stretches.argmax(1), places[1 : 2 * whole + 1].reshape(whole, 2)
    np.minimum(least, most, out=inner[:, 0])
    np.maximum(least, most, out=inner[:, 1])
    inner += size * np.arange(whole)[:, None]
    rest = values[whole * size :]
    ends = sorted((int(rest.argmin()), int(rest.argmax()))) if len(rest) else (-1, -1)
    places[0], places[-3:] = 0, (whole * size + ends[0], whole * size + ends[1], count - 1)
    chosen = places[np.append(True, places[1:] > places[:-1])]
    return steps[chosen], values[chosen]
