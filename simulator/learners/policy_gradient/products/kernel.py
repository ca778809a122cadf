"""Passes through blocks of states of a relu policy as a kernel. The readable twin: `passing.Plain`.

Letters: T tasks, G blocks of each, c blocks that are treated here, n states of each, K and M mixed units of the two
layers, I inputs and 1, A and B units; two actions.
"""

from __future__ import annotations

from simulator.engine.compiling.linear.rows import clear, dot
from simulator.engine.compiling.writing import F4, f4, i8, part, piece

_TWO = F4(2)


def passes(at, n, real):
    """Pass along a vector and back, block by block; where `bends` is not 0, pulls bend with it."""
    c, states, k_count, m_count, inputs = n[0], n[1], n[2], n[3], n[4]
    a, b, tasks, count, bends = n[5], n[6], n[7], n[8], n[9]
    rows = inputs + 2 * (k_count + m_count)
    blocks, first, second = i8(at[0], (c,)), i8(at[1], (c, k_count)), i8(at[2], (c, m_count))
    known = f4(at[3], (c * rows * states,))
    first_on, second_on = f4(at[4], (c * k_count * states,)), f4(at[5], (c * m_count * states,))
    weights, pull, fixed = (
        f4(at[6], (c * 2 * states,)),
        f4(at[7], (c * 2 * states,)),
        f4(at[8], (c * m_count * states,)),
    )
    middle, last = f4(at[9], (tasks, a, b)), f4(at[10], (tasks, b, 2))
    behind, sizes = f4(at[11], (tasks * count, 2, a)), i8(at[12], (c,))
    whole_dot, middle_dot, last_dot = (
        f4(at[13], (tasks, inputs, a)),
        f4(at[14], (tasks, a, b)),
        f4(at[15], (tasks, b, 2)),
    )
    through_dot, behind_dot = f4(at[16], (tasks * count, inputs, b)), f4(at[17], (tasks * count, 2, a))
    top, by_std = f4(at[18], (tasks * count, 2, inputs)), f4(at[19], (tasks, 2))
    by_input, by_first = f4(at[20], (tasks * count, 2, inputs)), f4(at[21], (tasks * count, 2, a))
    by_second, along = f4(at[22], (tasks * count, inputs, b)), f4(at[23], (tasks * count, 2))
    of_first, of_middle, of_last = f4(at[24], (tasks, a, inputs)), f4(at[25], (tasks, a, b)), f4(at[26], (tasks, b, 2))
    moving, deltas, room = f4(at[27], (2 * states,)), f4(at[28], (m_count * states,)), f4(at[29], (states,))
    factors = f4(at[30], (2 * (k_count + m_count),))
    for s in range(c):
        block, size = blocks[s], sizes[s]
        t, x = block // count, s * rows * states
        h, g = x + inputs * states, x + (inputs + 2 * k_count) * states  # where either layer's mixed units begin,
        h_dot, g_dot = h + k_count * states, g + m_count * states  # and how they move
        on_first, on_second, at_pull = s * k_count * states, s * m_count * states, 2 * s * states
        pulls, beside = part(pull, at_pull * bends, size * bends), part(pull, (at_pull + states) * bends, size * bends)
        for k in range(k_count):
            its, unit = part(known, h_dot + k * states, size), first[s, k]
            clear(its)
            for i in range(inputs):
                add(whole_dot[t, i, unit], part(known, x + i * states, size), its)
            scale(part(first_on, on_first + k * states, size), its)
        for m in range(m_count):
            its, unit = part(known, g_dot + m * states, size), second[s, m]
            clear(its)
            for i in range(inputs):
                add(through_dot[block, i, unit], part(known, x + i * states, size), its)
            for k in range(k_count):
                one, other = middle_dot[t, first[s, k], unit], middle[t, first[s, k], unit]
                factors[2 * k], factors[2 * k + 1] = one, other
            add_pairs(factors, known, h, h_dot, states, k_count, size, its)
            scale(part(second_on, on_second + m * states, size), its)
        for o in range(2):
            its = part(moving, o * states, size)
            clear(its)
            for i in range(inputs):
                add(top[block, o, i], part(known, x + i * states, size), its)
            for k in range(k_count):
                one, other = behind_dot[block, o, first[s, k]], behind[block, o, first[s, k]]
                factors[2 * k], factors[2 * k + 1] = one, other
            add_pairs(factors, known, h, h_dot, states, k_count, size, its)
            for m in range(m_count):
                one, other = last_dot[t, second[s, m], o], last[t, second[s, m], o]
                factors[2 * m], factors[2 * m + 1] = one, other
            add_pairs(factors, known, g, g_dot, states, m_count, size, its)
            if bends != 0:
                along[block, o] = dot(part(pull, at_pull + o * states, size), its)
            scale(part(weights, at_pull + o * states, size), its)
            if bends != 0:
                add(-_TWO * by_std[t, o], part(pull, at_pull + o * states, size), its)
        one, other = part(moving, 0, size), part(moving, states, size)
        for i in range(inputs):
            by_input[block, 0, i] = dot(one, part(known, x + i * states, size))
            by_input[block, 1, i] = dot(other, part(known, x + i * states, size))
        for k in range(k_count):
            its, moved = part(known, h + k * states, size), part(known, h_dot + k * states, size * bends)
            by_first[block, 0, first[s, k]] = dot(one, its) + dot(pulls, moved)
            by_first[block, 1, first[s, k]] = dot(other, its) + dot(beside, moved)
        for m in range(m_count):
            its, moved = part(known, g + m * states, size), part(known, g_dot + m * states, size * bends)
            of_last[t, second[s, m], 0] += dot(one, its) + dot(pulls, moved)
            of_last[t, second[s, m], 1] += dot(other, its) + dot(beside, moved)
        for m in range(m_count):
            its, unit = part(deltas, m * states, size), second[s, m]
            clear(its)
            add_two(last[t, unit, 0], one, last[t, unit, 1], other, its)
            if bends != 0:
                add_two(last_dot[t, unit, 0], pulls, last_dot[t, unit, 1], beside, its)
            scale(part(second_on, on_second + m * states, size), its)
            for i in range(inputs):
                by_second[block, i, unit] = dot(its, part(known, x + i * states, size))
            old = part(fixed, (on_second + m * states) * bends, size * bends)
            for k in range(k_count):
                moved = part(known, h_dot + k * states, size * bends)
                of_middle[t, first[s, k], unit] += dot(its, part(known, h + k * states, size)) + dot(old, moved)
        for k in range(k_count):
            its, unit = part(room, 0, size), first[s, k]
            clear(its)
            add_two(behind[block, 0, unit], one, behind[block, 1, unit], other, its)
            if bends != 0:
                add_two(behind_dot[block, 0, unit], pulls, behind_dot[block, 1, unit], beside, its)
            for m in range(m_count):
                factors[m] = middle[t, unit, second[s, m]]
            add_rows(factors, deltas, 0, states, m_count, size, its)
            if bends != 0:
                for m in range(m_count):
                    factors[m] = middle_dot[t, unit, second[s, m]]
                add_rows(factors, fixed, on_second, states, m_count, size, its)
            scale(part(first_on, on_first + k * states, size), its)
            for i in range(inputs):
                of_first[t, unit, i] += dot(its, part(known, x + i * states, size))
    return 0


@piece
def add_pairs(factors, rows, one, other, states, count, size, total):  # (2 m,), (r,), ... -> (n,)
    """Add rows from `one` and `other` on, each times its factor: factors of the two kinds take turns."""
    for i in range(count - 1):
        if i % 2 == 0:
            first, second = part(rows, one + i * states, size), part(rows, other + i * states, size)
            third, fourth = part(rows, one + (i + 1) * states, size), part(rows, other + (i + 1) * states, size)
            a, b, c, d = factors[2 * i], factors[2 * i + 1], factors[2 * i + 2], factors[2 * i + 3]
            add_four(a, first, b, second, c, third, d, fourth, total)
    if count % 2 == 1:
        first, second = part(rows, one + (count - 1) * states, size), part(rows, other + (count - 1) * states, size)
        add_two(factors[2 * count - 2], first, factors[2 * count - 1], second, total)


@piece
def add_rows(factors, rows, begin, states, count, size, total):  # (m,), (r,), ... -> (n,)
    """Add rows from `begin` on, each times its factor."""
    whole = count - count % 4
    for i in range(0, whole, 4):
        at = begin + i * states
        first, second = part(rows, at, size), part(rows, at + states, size)
        third, fourth = part(rows, at + 2 * states, size), part(rows, at + 3 * states, size)
        add_four(factors[i], first, factors[i + 1], second, factors[i + 2], third, factors[i + 3], fourth, total)
    for i in range(whole, count):
        add(factors[i], part(rows, begin + i * states, size), total)


@piece
def add_four(a, x, b, y, c, z, d, w, total):  # (), (n,), (), (n,), ... -> (n,)
    """total += a x + b y + c z + d w."""
    for i in range(len(total)):
        total[i] += a * x[i] + b * y[i] + c * z[i] + d * w[i]


@piece
def add_two(a, x, b, y, total):  # (), (n,), (), (n,) -> (n,)
    """total += a x + b y."""
    for i in range(len(total)):
        total[i] += a * x[i] + b * y[i]


@piece
def add(a, x, total):  # (), (n,) -> (n,)
    """total += a x."""
    for i in range(len(total)):
        total[i] += a * x[i]


@piece
def scale(x, y):  # (n,), (n,)
    """y *= x."""
    for i in range(len(y)):
        y[i] *= x[i]
