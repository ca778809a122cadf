"""What the kernel of the five cells is written with: a cell's time steps on many tasks at once, and the way back.

The twin of `substitution`, in double precision. One cell at a time: its weights are single numbers, and lanes are its
starts and tasks, lane l = s N + n. All that the time steps leave lies in `room`, a row of lanes for each quantity and
time step, in the order of the constants below; d is the dimension. On a line the second coordinate is 0 everywhere.
"""

from __future__ import annotations

from simulator.engine.compiling.functions import exponential8
from simulator.engine.compiling.writing import cleared, exact_piece, flat, part, piece
from simulator.learners.surfaces.pieces import evaluate

REPLACES_C, REPLACES_Z, REPLACES_FORGET, REPLACES_INPUT = 1, 2, 3, 4  # the first cell with each substitution
CELLS = 5
Z, Z_I, Z_F, Z_O = 0, 1, 2, 3  # gates
X, Y, GX, GY, LOSS, C = 0, 1, 2, 3, 4, 5  # theta, gradient and loss; from C on d rows of c, then d of h


@exact_piece
def rows_of(d):
    """How many quantities `room` has: the state, whether a step was taken, 4 d gates, tanh c' and y (d each)."""
    return 6 + 8 * d


@exact_piece
def row_of_taken(d):
    """The row that is 1 where the step was taken, and 0 where it would have left the landscape."""
    return C + 2 * d


@exact_piece
def row_of_gate(d, gate, j):
    """The row of a gate's coordinate; after the last gate come tanh c' and y."""
    return C + 2 * d + 1 + gate * d + j


@exact_piece
def learns(m, gate):
    """Whether no substitution has replaced a cell's gate, and what it decides leads to theta."""
    if gate == Z:
        return m < REPLACES_Z
    return m < REPLACES_FORGET if gate == Z_F else m < REPLACES_INPUT


@exact_piece
def unroll(m, w, d, terms, wells, made, starts, room, bend, eta, low, high, highest):
    """A cell's time steps from `starts` (d, L), with weights w (P,), on tasks `made` (numbers, L)."""
    steps = room.shape[1] - 1
    state = row_of_taken(d)
    _begin(m, d, starts, room)
    for t in range(steps + 1):
        evaluate(
            terms, wells, made, room[X, t], room[Y, t], room[LOSS, t], room[GX, t], room[GY, t],
            bend[0], bend[1], bend[2],
        )  # fmt: skip
        if t > 0 and _judge(room[LOSS, t], highest, room[state, t - 1]):
            for q in range(state):
                _stay(room[state, t - 1], room[q, t - 1], room[q, t])
        if t < steps:
            for j in range(d):
                _open_gates(m, w, d, j, t, room, eta)
            for j in range(d):
                z, z_i, z_f = (room[row_of_gate(d, Z, j), t], room[row_of_gate(d, Z_I, j), t],
                               room[row_of_gate(d, Z_F, j), t])  # fmt: skip
                z_o, bounded = room[row_of_gate(d, Z_O, j), t], room[row_of_gate(d, Z_O + 1, j), t]
                _remember(z, z_i, z_f, room[C + j, t], room[C + j, t + 1])
                if m < REPLACES_INPUT:
                    _put_out(z_o, room[C + j, t + 1], bounded, room[C + d + j, t + 1])
            for j in range(d):
                _guess(m, w, d, j, t, room, low, high)


@exact_piece
def _begin(m, d, starts, room):
    cleared(room[Y, 0])
    for j in range(d):
        _copy(starts[j], room[X + j, 0])
        _copy(starts[j], room[C + j, 0])
        if m < REPLACES_C:
            cleared(room[C + j, 0])
        if m < REPLACES_INPUT:
            cleared(room[C + d + j, 0])
        else:  # its h leads nowhere
            cleared(room[C + d + j])
    if d == 1:
        cleared(room[Y])


@exact_piece
def _open_gates(m, w, d, j, t, room, eta):
    """z, z^i, z^f and z^o of a coordinate, with the cell's substitutions."""
    for gate in range(4):
        out = room[row_of_gate(d, gate, j), t]
        if learns(m, gate):
            at = (gate * d + j) * (2 * d + 2)
            scale = 2.0 if gate == Z else 1.0  # tanh a = 2 sigma(2 a) - 1
            g, h = room[GX, t], room[C + d, t]
            if d == 1:
                _squash_1(w[at], w[at + 1], w[at + 2], w[at + 3], g, room[LOSS, t], h, scale, out)
            else:
                _squash_2(
                    w[at], w[at + 1], w[at + 2], w[at + 3], w[at + 4], w[at + 5],
                    g, room[GY, t], room[LOSS, t], h, room[C + d + 1, t], scale, out,
                )  # fmt: skip
        elif gate == Z:
            _negate(room[GX + j, t], out)
        else:
            _fill(eta if gate == Z_I else 1.0, out)


@exact_piece
def _guess(m, w, d, j, t, room, low, high):
    """Theta's coordinate that the step leads to: the memory, or y on the range."""
    if m >= REPLACES_C:
        _copy(room[C + j, t + 1], room[X + j, t + 1])
        return
    at = row_of_output(d, j)
    y = room[row_of_gate(d, Z_O + 2, j), t]
    if d == 1:
        _squash_1(w[at], 0.0, 0.0, w[at + 1], room[C + 1, t + 1], room[LOSS, t], room[LOSS, t], 1.0, y)
    else:
        h, other, loss = room[C + 2, t + 1], room[C + 3, t + 1], room[LOSS, t]
        _squash_2(w[at], w[at + 1], 0.0, 0.0, 0.0, w[at + 2], h, other, loss, loss, loss, 1.0, y)
    _read(y, low, high, room[X + j, t + 1])


@exact_piece
def row_of_output(d, j):
    """Where the weights of y's coordinate begin."""
    return 4 * d * (2 * d + 2) + j * (d + 1)


@exact_piece
def _squash_1(v, l, u, b, g, loss, h, scale, out):
    """s sigma(s a) - (s - 1) of a = v g + l loss + u h + b."""
    for i in range(len(out)):
        a = v * g[i] + l * loss[i] + u * h[i] + b
        out[i] = scale / (1.0 + exponential8(-scale * a)) - (scale - 1.0)


@exact_piece
def _squash_2(v, w, l, u, r, b, g, f, loss, h, k, scale, out):
    """s sigma(s a) - (s - 1) of a = v g + w f + l loss + u h + r k + b."""
    for i in range(len(out)):
        a = v * g[i] + w * f[i] + l * loss[i] + u * h[i] + r * k[i] + b
        out[i] = scale / (1.0 + exponential8(-scale * a)) - (scale - 1.0)


@exact_piece
def _remember(z, z_i, z_f, before, c):
    for i in range(len(c)):
        c[i] = z_f[i] * before[i] + z_i[i] * z[i]


@exact_piece
def _put_out(z_o, c, bounded, h):
    """tanh c, and h."""
    for i in range(len(c)):
        bounded[i] = 2.0 / (1.0 + exponential8(-2.0 * c[i])) - 1.0
        h[i] = z_o[i] * bounded[i]


@exact_piece
def _read(y, low, high, theta):
    for i in range(len(y)):
        theta[i] = low + (high - low) * y[i]


@exact_piece
def _judge(loss, highest, taken):
    """Mark which steps are taken; return how many are not."""
    refused = 0
    for i in range(len(loss)):
        taken[i] = 1.0 if loss[i] <= highest else 0.0  # NaN is refused, too
        refused += 0 if loss[i] <= highest else 1
    return refused


@exact_piece
def _stay(taken, before, after):
    for i in range(len(taken)):
        after[i] = after[i] if taken[i] == 1.0 else before[i]


@exact_piece
def _copy(one, other):
    for i in range(len(one)):
        other[i] = one[i]


@exact_piece
def _negate(one, other):
    for i in range(len(one)):
        other[i] = -one[i]


@exact_piece
def _fill(value, out):
    for i in range(len(out)):
        out[i] = value


@exact_piece
def way_back(m, w, d, last_only, share, width, room, back, flow):
    """Derivatives of the objective by what the gates are made of, back (5 d, T, L): four gates, then y.

    The loss's gradient at theta^t counts, times `share`; what a step saw does not, as nothing leads back through it.
    `flow` (3 d, L) is room for the derivatives by c, h and theta.
    """
    steps = back.shape[1]
    cleared(flow)
    for t in range(steps - 1, -1, -1):
        taken = room[row_of_taken(d), t]
        if t == steps - 1 or not last_only:
            for j in range(d):
                _add(share, room[GX + j, t + 1], flow[j] if m >= REPLACES_C else flow[2 * d + j])
        if m < REPLACES_C:
            for j in range(d):
                _read_back(width, taken, room[row_of_gate(d, Z_O + 2, j), t], flow[2 * d + j], back[4 * d + j, t])
            for j in range(d):
                for k in range(d):
                    _add(w[row_of_output(d, j) + k], back[4 * d + j, t], flow[d + k])
        for j in range(d):
            _remember_back(
                taken, room[row_of_gate(d, Z, j), t], room[row_of_gate(d, Z_I, j), t],
                room[row_of_gate(d, Z_F, j), t], room[row_of_gate(d, Z_O, j), t], room[row_of_gate(d, Z_O + 1, j), t],
                room[C + j, t], flow[j], flow[d + j], back[j, t], back[d + j, t], back[2 * d + j, t], back[3 * d + j, t],
            )  # fmt: skip
        for gate in range(4):
            if learns(m, gate):
                for j in range(d):
                    for k in range(d):
                        at = (gate * d + j) * (2 * d + 2) + d + 1 + k
                        _add(w[at], back[gate * d + j, t], flow[d + k])


@exact_piece
def _read_back(width, taken, y, theta, answer):
    for i in range(len(y)):
        answer[i] = taken[i] * theta[i] * width * y[i] * (1.0 - y[i])
        theta[i] = theta[i] * (1.0 - taken[i])


@exact_piece
def _remember_back(taken, z, z_i, z_f, z_o, bounded, before, c, h, by_z, by_i, by_f, by_o):
    for i in range(len(c)):
        u = taken[i] * h[i]
        v = taken[i] * c[i] + u * z_o[i] * (1.0 - bounded[i] * bounded[i])
        by_o[i] = u * bounded[i] * z_o[i] * (1.0 - z_o[i])
        by_f[i] = v * before[i] * z_f[i] * (1.0 - z_f[i])
        by_i[i] = v * z[i] * z_i[i] * (1.0 - z_i[i])
        by_z[i] = v * z_i[i] * (1.0 - z[i] * z[i])
        c[i] = v * z_f[i] + (1.0 - taken[i]) * c[i]
        h[i] = (1.0 - taken[i]) * h[i]


@exact_piece
def _add(factor, one, other):
    for i in range(len(one)):
        other[i] += factor * one[i]


@exact_piece
def gradients(m, d, room, back, gradient):
    """Sum the derivatives by a cell's weights over time steps and lanes, (P,): 0 where they have no effect."""
    lanes = room.shape[2]
    count = back.shape[1] * lanes
    cleared(gradient)
    for gate in range(4):
        if learns(m, gate):
            for j in range(d):
                at, by = (gate * d + j) * (2 * d + 2), flat(back[gate * d + j])
                for k in range(d):
                    gradient[at + k] = product(by, part(flat(room[GX + k]), 0, count))
                    gradient[at + d + 1 + k] = product(by, part(flat(room[C + d + k]), 0, count))
                gradient[at + d] = product(by, part(flat(room[LOSS]), 0, count))
                gradient[at + 2 * d + 1] = total(by)
    if m < REPLACES_C:
        for j in range(d):
            at, by = row_of_output(d, j), flat(back[4 * d + j])
            for k in range(d):
                gradient[at + k] = product(by, part(flat(room[C + d + k]), lanes, count))  # the h that it led to
            gradient[at + d] = total(by)


@piece
def product(one, other):
    """Sum of products."""
    found = 0.0
    for i in range(len(one)):
        found += one[i] * other[i]
    return found


@piece
def total(values):
    """Sum."""
    found = 0.0
    for i in range(len(values)):
        found += values[i]
    return found
