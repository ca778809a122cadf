"""Lays out what `passes` goes through: which units of each block are mixed, and what is known of its states.

Letters: T tasks, G blocks of each, N states, I inputs and 1, A and B units of the two layers.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.linear.rows import clear
from metascope.simulator.engine.compiling.writing import F4, f4, i8, part, piece

_ZERO, _ONE = F4(0), F4(1)


def sort_units(at, n, real):
    """Write which units are always on in a block, and list those that are mixed, first to last."""
    tasks, count, states, a, b = n[0], n[1], n[2], n[3], n[4]
    order, begins, sizes = i8(at[0], (tasks, states)), i8(at[1], (tasks, count)), i8(at[2], (tasks, count))
    first_seen, second_seen = f4(at[3], (tasks, states, a)), f4(at[4], (tasks, states, b))
    first_on, second_on = f4(at[5], (tasks, count, a)), f4(at[6], (tasks, count, b))
    first, second = i8(at[7], (tasks, count, a)), i8(at[8], (tasks, count, b))
    mixed = i8(at[9], (tasks, count, 2))
    for t in range(tasks):
        for g in range(count):
            inside = part(order[t], begins[t, g], sizes[t, g])
            mixed[t, g, 0] = sort_layer(first_seen[t], inside, first_on[t, g], first[t, g])
            mixed[t, g, 1] = sort_layer(second_seen[t], inside, second_on[t, g], second[t, g])
    return 0


@piece
def sort_layer(seen, inside, on, units):  # (N, m), (n,) -> (m,), (m,), ()
    """Do it for a layer and a block; return how many units are mixed."""
    clear(on)
    for i in range(len(inside)):
        count_on(seen[inside[i]], on)
    found, every = 0, F4(len(inside))
    for j in range(len(on)):
        if _ZERO < on[j] < every:
            units[found] = j
            found += 1
    for j in range(len(on)):
        on[j] = _ONE if on[j] > _ZERO and on[j] == every else _ZERO
    return found


@piece
def count_on(row, total):  # (m,) -> (m,)
    """Count units that are on."""
    for j in range(len(total)):
        total[j] += _ONE if row[j] > _ZERO else _ZERO


def lay(at, n, real):
    """Write what is known of each block's states, zeros behind the last of them: a row for each number of a state.

    First come the mixed units of the second layer, then the inputs and 1, then the mixed units of the first layer.
    """
    tasks, count, states, inputs, a, b, length = n[0], n[1], n[2], n[3], n[4], n[5], n[6]
    order, begins, sizes = i8(at[0], (tasks, states)), i8(at[1], (tasks, count)), i8(at[2], (tasks, count))
    first_seen, second_seen = f4(at[3], (tasks, states, a)), f4(at[4], (tasks, states, b))
    first, second = i8(at[5], (tasks, count, a)), i8(at[6], (tasks, count, b))
    mixed, wide, known_at = i8(at[7], (tasks, count, 2)), i8(at[8], (tasks, count)), i8(at[9], (tasks, count))
    places, known = f4(at[10], (tasks, states, inputs - 1)), f4(at[11], (length,))
    for t in range(tasks):
        for g in range(count):
            k_count, m_count, width = mixed[t, g, 0], mixed[t, g, 1], wide[t, g]
            clear(part(known, known_at[t, g], (k_count + m_count + inputs) * width))
            for i in range(sizes[t, g]):
                state, at_row = order[t, begins[t, g] + i], known_at[t, g] + i
                for m in range(m_count):
                    known[at_row + m * width] = second_seen[t, state, second[t, g, m]]
                at_row += m_count * width
                for j in range(inputs - 1):
                    known[at_row + j * width] = places[t, state, j]
                known[at_row + (inputs - 1) * width] = _ONE
                at_row += inputs * width
                for k in range(k_count):
                    known[at_row + k * width] = first_seen[t, state, first[t, g, k]]
    return 0
