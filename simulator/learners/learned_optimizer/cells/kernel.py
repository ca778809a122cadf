"""Meta-steps of the five cells as a compiled kernel, in double precision: the twin of `substitution` and of Adam."""

from __future__ import annotations

from metascope.simulator.engine.compiling.writing import Addresses, Reals, Sizes, cleared, f8
from metascope.simulator.learners.learned_optimizer.cells.pieces import (
    CELLS,
    REPLACES_INPUT,
    unroll,
    way_back,
)
from metascope.simulator.learners.pieces import adam
from metascope.simulator.learners.surfaces.pieces import size_of, spread


def meta_steps(at: Addresses, n: Sizes, real: Reals) -> int:
    """Do up to `count` meta-steps and measure each cell after them; return how many before one that diverges.

    With `trains` 0 nothing is trained: the weights of each row are measured.
    """
    count, trains, sets, steps, lanes, tasks, others, held, d, terms, wells, last_only, kept = (
        n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12],
    )  # fmt: skip
    eta, low, high, highest, clip, rate = real[0], real[1], real[2], real[3], real[4], real[5]
    numbers, rows, size = size_of(terms, wells), 6 + 8 * d, d * (9 * d + 9)
    given = f8(at[0], (sets, tasks, numbers))  # each meta-step's tasks, or one set for all
    starts = f8(at[1], (count, d, lanes))
    weights = f8(at[2], (count + trains, CELLS, size))  # before the first meta-step, then after each
    first = f8(at[3], (count + trains, CELLS, size))  # Adam's, likewise
    second = f8(at[4], (count + trains, CELLS, size))
    times = f8(at[5], (count + trains, CELLS))
    objective = f8(at[6], (count, CELLS))
    gradient = f8(at[7], (count, CELLS, size))  # not clipped
    measured = f8(at[8], (1, others, numbers))  # tasks, never trained on
    begun = f8(at[9], (d, held))
    losses = f8(at[10], (count, CELLS, 2))  # there, at the last time step and the mean over all of them
    made = f8(at[11], (numbers, lanes))
    seen = f8(at[12], (numbers, held))
    room = f8(at[13], (steps + 1, rows, lanes))
    by = f8(at[14], (5 * d, lanes))
    flow = f8(at[15], (3 * d, lanes))
    views = f8(at[16], (kept, steps + 1, rows, held))  # what the time steps leave there, of all cells or of the last
    bend = f8(at[17], (3, lanes))
    bends = f8(at[18], (3, held))
    spread(measured[0], seen)
    for i in range(count):
        if trains:
            if i < sets:
                spread(given[i], made)
            lost = 0
            for m in range(CELLS):
                w, found = weights[i, m], gradient[i, m]
                last, mean = unroll(m, w, d, terms, wells, made, starts[i], room, bend, eta, low, high, highest)
                objective[i, m] = last if last_only else mean
                cleared(found)
                if m < REPLACES_INPUT:  # the last cell has nothing to learn
                    share = 1.0 / (lanes if last_only else lanes * steps)
                    way_back(m, w, d, last_only, share, high - low, room, by, flow, found)
                times[i + 1, m] = times[i, m] + 1
                lost += adam(
                    w, weights[i + 1, m], first[i, m], first[i + 1, m], second[i, m], second[i + 1, m],
                    found, clip, rate, times[i + 1, m],
                )  # fmt: skip
            if lost:
                return i
        for m in range(CELLS):
            w, view = weights[i + trains, m], views[m % kept]
            last, mean = unroll(m, w, d, terms, wells, seen, begun, view, bends, eta, low, high, highest)
            losses[i, m, 0] = last
            losses[i, m, 1] = mean
    return count
