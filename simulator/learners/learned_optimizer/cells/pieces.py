"""What the kernel of the five cells is written with: a cell's time steps on many tasks at once, and the way back.

The twin of `substitution`, in double precision. One cell at a time: its weights are single numbers, and lanes are its
starts and tasks, lane l = s N + n. All that the time steps leave lies in `room`, (T + 1, Q, L): a row of lanes for each
of Q = 6 + 8 d quantities; d is the dimension. On a line the second coordinate is 0 everywhere. Quantities:

    theta (2), gradient (2), loss, c (d), h (d)                         the state
    taken: 1, or 0 where the step would leave the landscape             of the step that begins here, as what follows
    z (d), z^i (d), z^f (d), z^o (d), tanh c (d), y (d)
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.functions import exponential8
from metascope.simulator.engine.compiling.writing import cleared, copied, exact_piece, piece
from metascope.simulator.learners.surfaces.pieces import evaluate

REPLACES_C, REPLACES_Z, REPLACES_FORGET, REPLACES_INPUT = 1, 2, 3, 4  # the first cell with each substitution
CELLS = 5
Z, Z_I, Z_F, Z_O = 0, 1, 2, 3  # gates
X, Y, GX, GY, LOSS, C = 0, 1, 2, 3, 4, 5


@exact_piece
def learns(m, gate):
    """Whether no substitution has replaced a cell's gate, and what it decides leads to theta."""
    if gate == Z:
        return m < REPLACES_Z
    return m < REPLACES_FORGET if gate == Z_F else m < REPLACES_INPUT


@exact_piece
def unroll(m, w, d, terms, wells, made, starts, room, bend, eta, low, high, highest):
    """A cell's time steps from `starts` (d, L), with weights w (P,), on tasks `made` (numbers, L).

    Returns the mean loss at the last one, and that of all.
    """
    last, every = 0.0, 0.0
    steps, taken = len(room) - 1, C + 2 * d
    for j in range(d):
        copied(starts[j], room[0, X + j])
        copied(starts[j], room[0, C + j])
        cleared(room[0, C + d + j])
        if m < REPLACES_C:
            cleared(room[0, C + j])
    for t in range(steps + 1):
        now = room[t]
        if d == 1:
            cleared(now[Y])
        evaluate(terms, wells, made, now[X], now[Y], now[LOSS], now[GX], now[GY], bend[0], bend[1], bend[2])
        if t > 0:
            before = room[t - 1]
            if _judge(now[LOSS], highest, before[taken]):
                for q in range(taken):
                    _stay(before[taken], before[q], now[q])
            last = total(now[LOSS]) / room.shape[2]
            every += last
        if t < steps:
            _open_gates(m, w, d, now, eta)
            _go_on(m, w, d, now, room[t + 1], low, high)
    return last, every / steps


@exact_piece
def _open_gates(m, w, d, now, eta):
    """z, z^i, z^f and z^o, with the cell's substitutions; `now` is the rows of the time step."""
    for gate in range(4):
        for j in range(d):
            out, at = now[C + 2 * d + 1 + gate * d + j], (gate * d + j) * (2 * d + 2)
            if learns(m, gate):
                v, h, k = w[at + d - 1] if d == 2 else 0.0, w[at + d + 1], w[at + 2 * d] if d == 2 else 0.0
                scale = 2.0 if gate == Z else 1.0
                _squash(
                    w[at], v, w[at + d], h, k, w[at + 2 * d + 1],
                    now[GX], now[GY], now[LOSS], now[C + d], now[C + 2 * d - 1], scale, out,
                )  # fmt: skip
            elif gate == Z:
                _line(now[GX + j], 0.0, -1.0, out)
            else:
                _line(now[GX], eta if gate == Z_I else 1.0, 0.0, out)


@exact_piece
def _go_on(m, w, d, now, then, low, high):
    """c, h and theta that the gates lead to."""
    gates = C + 2 * d + 1
    for j in range(d):
        _remember(
            now[gates + j], now[gates + d + j], now[gates + 2 * d + j], now[gates + 3 * d + j], now[C + j],
            then[C + j], now[gates + 4 * d + j], then[C + d + j],
        )  # fmt: skip
    for j in range(d):
        if m < REPLACES_C:
            at, y = 4 * d * (2 * d + 2) + j * (d + 1), now[gates + 5 * d + j]
            k, h = w[at + 1] if d == 2 else 0.0, then[C + d]
            _squash(w[at], k, 0.0, 0.0, 0.0, w[at + d], h, then[C + 2 * d - 1], h, h, h, 1.0, y)
            _line(y, low, high - low, then[X + j])
        else:
            copied(then[C + j], then[X + j])


@exact_piece
def _squash(v, w, s, u, r, b, g, f, loss, h, k, scale, out):
    """A sigmoid of a = v g + w f + s loss + u h + r k + b; with a scale of 2 its tanh: 2 sigma(2 a) - 1."""
    for i in range(len(out)):
        a = v * g[i] + w * f[i] + s * loss[i] + u * h[i] + r * k[i] + b
        out[i] = scale / (1.0 + exponential8(-scale * a)) - (scale - 1.0)


@exact_piece
def _remember(z, z_i, z_f, z_o, before, c, bounded, h):
    for i in range(len(c)):
        c[i] = z_f[i] * before[i] + z_i[i] * z[i]
        bounded[i] = 2.0 / (1.0 + exponential8(-2.0 * c[i])) - 1.0
        h[i] = z_o[i] * bounded[i]


@exact_piece
def _line(one, shift, slope, out):
    for i in range(len(out)):
        out[i] = shift + slope * one[i]


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
def way_back(m, w, d, last_only, share, width, room, by, flow, gradient):
    """Add the derivatives of the objective by a cell's weights to `gradient` (P,): nothing where they have no effect.

    The loss's gradient at theta^t counts, times `share`; what a step saw does not, as nothing leads back through it.
    `by` (5 d, L) is room for derivatives by what the gates and y are made of, `flow` (3 d, L) by c, h and theta.
    """
    steps, gates, answers = len(room) - 1, C + 2 * d + 1, 4 * d * (2 * d + 2)
    cleared(flow)
    for t in range(steps - 1, -1, -1):
        now, then = room[t], room[t + 1]
        taken = now[gates - 1]
        for j in range(d):
            if t == steps - 1 or not last_only:
                _add(share, then[GX + j], flow[j if m >= REPLACES_C else 2 * d + j])
            if m < REPLACES_C:
                _read_back(width, taken, now[gates + 5 * d + j], flow[2 * d + j], by[4 * d + j])
                at = answers + j * (d + 1)
                for k in range(d):
                    _add(w[at + k], by[4 * d + j], flow[d + k])
                _collect(by[4 * d + j], then, d, C + d, d, gradient[at : at + d + 1])
        for j in range(d):
            _remember_back(
                taken, now[gates + j], now[gates + d + j], now[gates + 2 * d + j], now[gates + 3 * d + j],
                now[gates + 4 * d + j], now[C + j], flow[j], flow[d + j],
                by[j], by[d + j], by[2 * d + j], by[3 * d + j],
            )  # fmt: skip
        for row in range(4 * d):
            if learns(m, row // d):
                at = row * (2 * d + 2)
                for k in range(d):
                    _add(w[at + d + 1 + k], by[row], flow[d + k])
                _collect(by[row], now, d, GX, 2 * d + 1, gradient[at : at + 2 * d + 2])


@exact_piece
def _collect(by, now, d, first, columns, gradient):
    """Add the sums over lanes of `by` times what weights are multiplied with: gradient, loss and h, or h, and 1."""
    q = first
    for k in range(columns):
        gradient[k] += product(by, now[q])
        q += 1
        if q == GX + d:
            q = LOSS
        elif q == LOSS + 1:
            q = C + d
    gradient[columns] += total(by)


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
