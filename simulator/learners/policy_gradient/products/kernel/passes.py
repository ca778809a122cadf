"""Passes through the blocks of states of a relu policy as a kernel, task by task. The readable twin: `piecewise`.

Letters: T tasks, G blocks of each, N states, n of a block, K and M mixed units of its two layers, I inputs and 1, A and
B units, P parameters; two actions. Of a block are known, a row of states for each, the second layer's mixed units g,
the inputs x, and the first layer's units h; `laying` writes them.

Matrices of all units are multiplied for all blocks of a task at once, with two rows for each block: how the mean goes
by the first layer's units (Q, and its move along v), and how what comes back does (Gamma, sum_n r h').
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.linear.products import multiply
from metascope.simulator.engine.compiling.linear.rows import clear, dot
from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import F4, f4, flat, i8, part, piece
from metascope.simulator.learners.policy_gradient.products.kernel import BENDING, FISHER, GRADIENT

_TWO, _ZERO = F4(2), F4(0)


def passes(at, n, real):
    """Write the gradient of what pulls, or products with a Fisher matrix or with the Hessian of what pulls."""
    tasks, count, states, inputs, a, b, kind = n[0], n[1], n[2], n[3], n[4], n[5], n[6]
    length, of_deltas, widest, most_k, most_m = n[7], n[8], n[9], n[10], n[11]
    of_middle, of_biases = inputs * a, inputs * a + a * b  # where parameters begin
    of_last, of_mean = of_biases + b, of_biases + 3 * b
    size = of_mean + 4
    every, both, end = tasks * count, 2 * count, inputs - 1
    product = at[0]  # behind it are `laying`'s kernels, which have done their work
    order, begins, sizes = i8(at[3], (tasks, states)), i8(at[4], (every,)), i8(at[5], (every,))
    firsts, seconds, mixed = i8(at[6], (every, a)), i8(at[7], (every, b)), i8(at[8], (every, 2))
    wide, known_at, delta_at = i8(at[9], (every,)), i8(at[10], (every,)), i8(at[11], (every,))
    first_on, second_on, known = f4(at[12], (every, a)), f4(at[13], (every, b)), f4(at[14], (length,))
    theta, turned_middle = f4(at[15], (tasks, size)), f4(at[16], (tasks, b, a))
    last_on, behind = f4(at[17], (tasks, both, b)), f4(at[18], (tasks, both, a))  # W3' that is on, and Q
    pull, weights, inverse = f4(at[19], (tasks, states, 2)), f4(at[20], (tasks, states)), f4(at[21], (tasks, 2))
    v, out, along = f4(at[22], (tasks, size)), f4(at[23], (tasks, size)), f4(at[24], (tasks, 2))
    # What comes back to the inputs (sum_n r x'), the first layer, and the second's mixed units (sum_n delta x').
    by_input, by_first, by_second = (
        f4(at[25], (every, 2, inputs)),
        f4(at[26], (tasks, both, a)),
        f4(at[27], (of_deltas,)),
    )
    old_input, old_first = f4(at[28], (every, 2, inputs)), f4(at[29], (tasks, both, a))
    old_second = f4(at[30], (of_deltas,))
    # What a task's products are made of and make.
    turned_dot, of_turned = f4(at[31], (b, a)), f4(at[32], (b, a))
    last_dot, behind_dot, by_last = f4(at[33], (both, b)), f4(at[34], (both, a)), f4(at[35], (both, b))
    on, on_dot, back = f4(at[36], (inputs, a)), f4(at[37], (inputs, a)), f4(at[38], (inputs, a))
    # And a block's.
    to_first, to_second = f4(at[39], (most_k * inputs,)), f4(at[40], (most_m * (inputs + 2 * most_k),))
    to_mean = f4(at[41], (2 * (inputs + 2 * (most_k + most_m)),))
    pulls, moving, fixed = f4(at[42], (2 * widest,)), f4(at[43], (2 * widest,)), f4(at[44], (most_m * widest,))
    of_second, of_first = f4(at[45], (most_m * widest,)), f4(at[46], (most_k * widest,))
    dots, turned_dots = f4(at[47], ((most_k + most_m) * widest,)), f4(at[48], (widest * (most_k + most_m),))
    turned, sums = f4(at[49], (widest * (inputs + most_k + most_m),)), f4(at[50], (2 * (inputs + most_k + most_m),))
    sums_dot, by_seen = f4(at[51], (2 * (most_k + most_m),)), f4(at[52], (most_m * (inputs + most_k),))
    by_x = f4(at[53], (most_k * inputs,))
    for t in range(tasks):
        its, its_dot, result = theta[t], v[t], out[t]
        clear(result)
        clear(flat(of_turned))
        along[t, 0], along[t, 1] = _ZERO, _ZERO
        middle_turned = turned_middle[t]
        if kind != GRADIENT:
            turn(its_dot, of_middle, b, flat(turned_dot), 0, a, a, b)
            for r in range(both):
                masked_every_other(
                    part(its_dot, of_last + r % 2, 2 * b - 1), second_on[t * count + r // 2], last_dot[r]
                )
            multiply(product, last_dot, 0, b, 1, middle_turned, 0, a, behind_dot, 0, a, both, a, b, 0)
            multiply(product, last_on[t], 0, b, 1, turned_dot, 0, a, behind_dot, 0, a, both, a, b, 1)
        for g in range(count):
            s = t * count + g
            for o in range(2):
                clear(by_first[t, 2 * g + o])
                clear(by_input[s, o])
            if sizes[s] == 0:
                continue
            k_count, m_count, width = mixed[s, 0], mixed[s, 1], wide[s]
            first, second, inside = firsts[s], seconds[s], part(order[t], begins[s], sizes[s])
            its_known = part(known, known_at[s], (k_count + m_count + inputs) * width)
            seen, others, both_count = inputs + 2 * k_count, inputs + k_count, k_count + m_count
            still = inputs + both_count
            rows, of_h, of_moving_g = still + both_count, m_count + inputs, still + k_count  # rows of means
            clear(part(pulls, 0, 2 * width))
            clear(part(moving, 0, 2 * width))
            if kind != FISHER:
                for i in range(len(inside)):
                    pulls[i], pulls[width + i] = pull[t, inside[i], 0], pull[t, inside[i], 1]
            for i in range(inputs):
                masked(part(its, i * a, a), first_on[s], on[i])
            for m in range(m_count):
                for k in range(k_count):
                    to_second[m * seen + others + k] = its[of_middle + first[k] * b + second[m]]
                for o in range(2):
                    to_mean[o * rows + of_moving_g + m] = its[of_last + 2 * second[m] + o]
            for o in range(2):
                for k in range(k_count):
                    to_mean[o * rows + still + k] = behind[t, 2 * g + o, first[k]]
            if kind == GRADIENT:
                for i in range(2 * width):
                    moving[i] = pulls[i]
            else:
                # Along v.
                for i in range(inputs):
                    masked(part(its_dot, i * a, a), first_on[s], on_dot[i])
                    for k in range(k_count):
                        to_first[k * inputs + i] = its_dot[i * a + first[k]]
                for m in range(m_count):
                    unit = second[m]
                    for i in range(inputs):
                        found = dot(on[i], turned_dot[unit]) + dot(on_dot[i], middle_turned[unit])
                        to_second[m * seen + i] = found + its_dot[of_biases + unit] if i == end else found
                    for k in range(k_count):
                        to_second[m * seen + inputs + k] = its_dot[of_middle + first[k] * b + unit]
                    for o in range(2):
                        to_mean[o * rows + m] = its_dot[of_last + 2 * unit + o]
                for o in range(2):
                    r = 2 * g + o
                    for i in range(inputs):
                        to_mean[o * rows + m_count + i] = dot(on[i], behind_dot[r]) + dot(on_dot[i], behind[t, r])
                    found = dot(part(its_dot, of_biases, b), last_on[t, r]) + dot(part(its, of_biases, b), last_dot[r])
                    to_mean[o * rows + m_count + end] += found + its_dot[of_mean + o]
                    for k in range(k_count):
                        to_mean[o * rows + of_h + k] = behind_dot[r, first[k]]
                x_at, g_dot_at = m_count * width, k_count * width
                multiply(
                    product, to_first, 0, inputs, 1, its_known, x_at, width, dots, 0, width, k_count, width, inputs, 0
                )
                switch(its_known, of_h * width, dots, 0, k_count * width)
                multiply(
                    product,
                    to_second,
                    0,
                    seen,
                    1,
                    its_known,
                    x_at,
                    width,
                    dots,
                    g_dot_at,
                    width,
                    m_count,
                    width,
                    others,
                    0,
                )
                multiply(
                    product,
                    to_second,
                    others,
                    seen,
                    1,
                    dots,
                    0,
                    width,
                    dots,
                    g_dot_at,
                    width,
                    m_count,
                    width,
                    k_count,
                    1,
                )
                switch(its_known, 0, dots, g_dot_at, m_count * width)
                multiply(product, to_mean, 0, rows, 1, its_known, 0, width, moving, 0, width, 2, width, still, 0)
                multiply(product, to_mean, still, rows, 1, dots, 0, width, moving, 0, width, 2, width, both_count, 1)
                for o in range(2):
                    mean, its_pull = part(moving, o * width, width), part(pulls, o * width, width)
                    along[t, o] += dot(its_pull, mean)
                    for i in range(len(inside)):
                        mean[i] *= weights[t, inside[i]] * inverse[t, o]
                    add(-_TWO * its_dot[of_mean + 2 + o], its_pull, mean)
            # Back: sums over the states, then the deltas of the second layer, then of the first.
            turn(its_known, 0, width, turned, 0, still, still, width)
            multiply(product, moving, 0, width, 1, turned, 0, still, sums, 0, still, 2, still, width, 0)
            multiply(
                product, to_mean, of_moving_g, 1, rows, moving, 0, width, of_second, 0, width, m_count, width, 2, 0
            )
            multiply(product, to_mean, still, 1, rows, moving, 0, width, of_first, 0, width, k_count, width, 2, 0)
            if kind == BENDING:
                turn(dots, 0, width, turned_dots, 0, both_count, both_count, width)
                multiply(
                    product,
                    pulls,
                    0,
                    width,
                    1,
                    turned_dots,
                    0,
                    both_count,
                    sums_dot,
                    0,
                    both_count,
                    2,
                    both_count,
                    width,
                    0,
                )
                for o in range(2):
                    for m in range(m_count):
                        sums[o * still + m] += sums_dot[o * both_count + k_count + m]
                    for k in range(k_count):
                        sums[o * still + of_h + k] += sums_dot[o * both_count + k]
                multiply(product, to_mean, 0, 1, rows, pulls, 0, width, of_second, 0, width, m_count, width, 2, 1)
                multiply(product, to_mean, of_h, 1, rows, pulls, 0, width, of_first, 0, width, k_count, width, 2, 1)
                multiply(product, to_mean, of_moving_g, 1, rows, pulls, 0, width, fixed, 0, width, m_count, width, 2, 0)
                switch(its_known, 0, fixed, 0, m_count * width)
            switch(its_known, 0, of_second, 0, m_count * width)
            multiply(
                product, of_second, 0, width, 1, turned, m_count, still, by_seen, 0, others, m_count, others, width, 0
            )
            multiply(
                product, to_second, others, 1, seen, of_second, 0, width, of_first, 0, width, k_count, width, m_count, 1
            )
            if kind == BENDING:
                multiply(
                    product,
                    fixed,
                    0,
                    width,
                    1,
                    turned_dots,
                    0,
                    both_count,
                    by_seen,
                    inputs,
                    others,
                    m_count,
                    k_count,
                    width,
                    1,
                )
                multiply(
                    product, to_second, inputs, 1, seen, fixed, 0, width, of_first, 0, width, k_count, width, m_count, 1
                )
            switch(its_known, of_h * width, of_first, 0, k_count * width)
            multiply(product, of_first, 0, width, 1, turned, m_count, still, by_x, 0, inputs, k_count, inputs, width, 0)
            # What the sums mean for the parameters.
            for i in range(inputs):
                clear(back[i])
            for o in range(2):
                r = 2 * g + o
                for m in range(m_count):
                    result[of_last + 2 * second[m] + o] += sums[o * still + m]
                for i in range(inputs):
                    by_input[s, o, i] = sums[o * still + m_count + i]
                    add(by_input[s, o, i], on[i], by_first[t, r])
                    add(by_input[s, o, i], behind[t, r], back[i])
                for k in range(k_count):
                    by_first[t, r, first[k]] = sums[o * still + of_h + k]
                add(by_input[s, o, end], last_on[t, r], part(result, of_biases, b))
                result[of_mean + o] += by_input[s, o, end]
                if kind == BENDING:
                    for i in range(inputs):
                        add(old_input[s, o, i], on_dot[i], by_first[t, r])
                        add(old_input[s, o, i], behind_dot[r], back[i])
                    add(old_input[s, o, end], last_dot[r], part(result, of_biases, b))
            for m in range(m_count):
                unit, place = second[m], (delta_at[s] + m) * inputs
                result[of_biases + unit] += by_seen[m * others + end]
                for i in range(inputs):
                    by_second[place + i] = by_seen[m * others + i]
                    add(by_second[place + i], on[i], of_turned[unit])
                    add(by_second[place + i], middle_turned[unit], back[i])
                    if kind == BENDING:
                        add(old_second[place + i], on_dot[i], of_turned[unit])
                        add(old_second[place + i], turned_dot[unit], back[i])
                for k in range(k_count):
                    of_turned[unit, first[k]] += by_seen[m * others + inputs + k]
            for i in range(inputs):
                add_masked(back[i], first_on[s], part(result, i * a, a))
                for k in range(k_count):
                    result[i * a + first[k]] += by_x[k * inputs + i]
        multiply(product, last_on[t], 0, 1, b, by_first[t], 0, a, of_turned, 0, a, b, a, both, 1)
        multiply(product, by_first[t], 0, a, 1, its, of_middle, b, by_last, 0, b, both, b, a, 0)
        if kind == BENDING:
            multiply(product, last_dot, 0, 1, b, old_first[t], 0, a, of_turned, 0, a, b, a, both, 1)
            multiply(product, old_first[t], 0, a, 1, its_dot, of_middle, b, by_last, 0, b, both, b, a, 1)
        turn(flat(of_turned), 0, a, result, of_middle, b, b, a)
        for r in range(both):
            s = t * count + r // 2
            add(by_input[s, r % 2, end], part(its, of_biases, b), by_last[r])
            if kind == BENDING:
                add(old_input[s, r % 2, end], part(its_dot, of_biases, b), by_last[r])
            for j in range(b):
                result[of_last + 2 * j + r % 2] += by_last[r, j] * second_on[s, j]
    return 0


@piece
def masked(row, on, into):  # (n,), (n,) -> (n,)
    """Write a row where units are on, 0 elsewhere."""
    for i in range(len(into)):
        into[i] = row[i] * on[i]


@piece
def masked_every_other(row, on, into):  # (2 n - 1,), (n,) -> (n,)
    """Write every other number of a row where units are on, 0 elsewhere."""
    for i in range(len(into)):
        into[i] = row[2 * i] * on[i]


@piece
def add_masked(row, on, total):  # (n,), (n,) -> (n,)
    """Add a row where units are on."""
    for i in range(len(total)):
        total[i] += row[i] * on[i]


@piece
def switch(known, known_at, rows, rows_at, count):
    """Write 0 where units are off, from places on."""
    units, its = part(known, known_at, count), part(rows, rows_at, count)
    for i in range(count):
        its[i] = its[i] if units[i] > _ZERO else _ZERO


@piece
def add(a, x, total):  # (), (n,) -> (n,)
    """total += a x."""
    for i in range(len(total)):
        total[i] += a * x[i]
