"""A strip of w coordinates along lanes: updates of an optimizer that is an LSTM, and the way back through them.

Readable twin: `reference`; by hand in torch: `strip`, `backward`, which has the equations. A strip is so narrow that
what K updates leave for the way back stays in the second cache.

Letters: w lanes, M moments, L layers of H units, d inputs of a layer, X of the lowest; E rows [h; theta; z^f; z^i; 1]
that gates and z are computed from.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from simulator.engine.compiling.functions import logarithm, sigmoid, tanh
from simulator.engine.compiling.products import LANES, multiply
from simulator.engine.compiling.turning import turn
from simulator.engine.compiling.writing import F4, part, piece
from simulator.learners.descent.kernel import copied, plus

ZERO, ONE = F4(0), F4(1)
TENTH, STEEP, TINY = F4(0.1), F4(math.exp(10)), F4(1e-37)  # of the preprocessing; below the last, log is not defined


class Form(NamedTuple):
    """The design and its sizes."""

    layers: int  # L
    units: int  # H
    inputs: int  # X
    logsign: int
    sees_gradient: int
    sees_loss: int
    sees_theta: int
    sees_gates: int
    gated: int
    proposes: int
    width: int  # w
    rows: int  # at least X + H + 1 and 2 H + 1, in whole vectors
    columns: int  # E
    wide: int  # E in whole vectors
    moments: int  # of the tape


class Tape(NamedTuple):
    """What one strip's updates leave for the way back."""

    z: object  # (L, moments + 1, rows, w): [x; h; 1]
    gates: object  # (L, moments, 4 H, w): z^i, z^f, z^o, z; on the way back, derivatives
    c: object  # (L, moments + 1, H, w)
    t: object  # (L, moments, H, w): tanh c'
    seen: object  # (moments + 1, wide, w): [h; theta; z^f; z^i; 1]
    moves: object  # (moments, 3, w): z^f, z^i, z of the update


class Back(NamedTuple):
    """Derivatives on the way back through a strip, and their sums over updates and lanes."""

    theta: object  # lambda (w,)
    moves: object  # (3, w)
    seen: object  # (E, w)
    given: object  # (L, 2 H, w): by a layer's inputs: of the layer below, and its own h
    c: object  # (L, H, w)
    turned: object  # (w, rows) or (w, wide)
    weights: object  # (L, 4 H, max(X, H) + H), by weights
    biases: object  # (L, 4 H, w)
    heads: object  # (3, E)


@piece
def z_at(form, layer, moment):
    """Where [x; h; 1] of a layer begins."""
    return (layer * (form.moments + 1) + moment) * form.rows * form.width


@piece
def weights_at(form, layer):
    """Where W (4 H, d + H + 1) of a layer begins among all weights; of layer L: where those of the gates and z do."""
    first = 4 * form.units * (form.inputs + form.units + 1)
    return 0 if layer == 0 else first + (layer - 1) * 4 * form.units * (2 * form.units + 1)


@piece
def features(form):
    """How many rows gates and z see of the LSTM's output, or of the inputs where there is none."""
    return form.units if form.layers else form.inputs


@piece
def update(form, product, vector, heads, tape, m, theta, gradient, losses, after):
    """Do a strip's update from moment m to m + 1: `reference.update`, line by line."""
    w, H, E = form.width, form.units, form.columns
    see(form, tape.z if form.layers else tape.seen, z_at(form, 0, m) if form.layers else m * form.wide * w, gradient, losses)
    for layer in range(form.layers):
        d, top = form.inputs if layer == 0 else H, layer == form.layers - 1
        z, gates = z_at(form, layer, m), (layer * form.moments + m) * 4 * H * w
        K, c = d + H + 1, (layer * (form.moments + 1) + m) * H * w
        multiply(
            product, vector, weights_at(form, layer), K, 1, tape.z, z, w, tape.gates, gates, w, 4 * H, w, K, 0
        )  # fmt: skip
        sigmoids(part(tape.gates, gates, 3 * H * w))
        over, above = (tape.seen, m * form.wide * w) if top else (tape.z, z_at(form, layer + 1, m))
        cell(
            part(tape.gates, gates, H * w), part(tape.gates, gates + H * w, H * w),
            part(tape.gates, gates + 2 * H * w, H * w), part(tape.gates, gates + 3 * H * w, H * w),
            part(tape.c, c, H * w), part(tape.c, c + H * w, H * w),
            part(tape.t, (layer * form.moments + m) * H * w, H * w),
            part(tape.z, z_at(form, layer, m + 1) + d * w, H * w), part(over, above, H * w),
        )  # fmt: skip
    seen, moves, row = m * form.wide * w, 3 * m * w, 0 if form.gated else 2
    if form.sees_theta:
        copied(theta, part(tape.seen, seen + features(form) * w, w))
    many = 2 * form.gated + form.proposes
    multiply(product, heads, row * E, E, 1, tape.seen, seen, w, tape.moves, moves + row * w, w, many, w, E, 0)
    if not form.gated:
        sum_of(theta, part(tape.moves, moves + 2 * w, w), after)
        return
    sigmoids(part(tape.moves, moves, 2 * w))
    if form.sees_gates:
        then = seen + (form.wide + features(form) + form.sees_theta) * w
        copied(part(tape.moves, moves, 2 * w), part(tape.seen, then, 2 * w))
    forget, taken = part(tape.moves, moves, w), part(tape.moves, moves + w, w)
    if form.proposes:
        gated(theta, forget, taken, part(tape.moves, moves + 2 * w, w), ONE, after)
    else:
        gated(theta, forget, taken, gradient, -ONE, after)


@piece
def see(form, x, at, gradient, losses):
    """Write what the cell sees of gradient and loss (w,): X rows of x from `at` on."""
    w, row = form.width, 0
    if form.sees_gradient:
        if form.logsign:
            logsigns(gradient, part(x, at, w), part(x, at + w, w))
        else:
            copied(gradient, part(x, at, w))
        row = 1 + form.logsign
    if form.sees_loss:
        if form.logsign:
            logsigns(losses, part(x, at + row * w, w), part(x, at + (row + 1) * w, w))
        else:
            copied(losses, part(x, at + row * w, w))


@piece
def logsigns(x, size, sign):
    """(log|x| / 10, sgn x) where |x| >= e^-10, (-1, e^10 x) elsewhere: clamping makes both branches meet."""
    for i in range(len(x)):
        v = x[i]
        size[i] = max(logarithm(max(abs(v), TINY)) * TENTH, -ONE)
        sign[i] = min(max(v * STEEP, -ONE), ONE)


@piece
def sigmoids(x):
    """Replace x by its sigmoid."""
    for i in range(len(x)):
        x[i] = sigmoid(x[i])


@piece
def cell(z_i, z_f, z_o, z, c_before, c, tanh_c, own, above):
    """c' = z^f c + z^i tanh z, h' = z^o tanh c', (H, w) each; h' goes to the next update and to what is above."""
    for i in range(len(z)):
        v = tanh(z[i])
        z[i] = v
        then = z_f[i] * c_before[i] + z_i[i] * v
        c[i] = then
        t = tanh(then)
        tanh_c[i] = t
        h = z_o[i] * t
        own[i] = h
        above[i] = h


@piece
def sum_of(a, b, c):
    """c = a + b."""
    for i in range(len(a)):
        c[i] = a[i] + b[i]


@piece
def gated(theta, forget, taken, candidate, sign, after):
    """theta' = z^f theta + z^i z, where z is sign times `candidate`."""
    for i in range(len(theta)):
        after[i] = forget[i] * theta[i] + sign * taken[i] * candidate[i]


@piece
def spread(losses, size, strips, lanes):
    """Write each problem's loss to all of its lanes."""
    if strips > 1:
        for i in range(len(lanes)):
            lanes[i] = losses[0]
        return
    for p in range(len(losses)):
        for i in range(p * size, p * size + size):
            lanes[i] = losses[p]


@piece
def load(form, memory, strip, gates, lane, lanes, tape):
    """Begin at moment 0 with a strip's memory."""
    w, own = form.width, form.units * form.width
    for layer in range(form.layers):
        d, there = form.inputs if layer == 0 else form.units, (strip * form.layers + layer) * 2 * own
        copied(part(memory, there, own), part(tape.z, z_at(form, layer, 0) + d * w, own))
        copied(part(memory, there + own, own), part(tape.c, layer * (form.moments + 1) * own, own))
    if form.sees_gates:
        place = (features(form) + form.sees_theta) * w
        copied(part(gates, lane, w), part(tape.seen, place, w))
        copied(part(gates, lanes + lane, w), part(tape.seen, place + w, w))


@piece
def save(form, moment, memory, strip, gates, lane, lanes, tape):
    """Keep a strip's memory at a moment."""
    w, own = form.width, form.units * form.width
    for layer in range(form.layers):
        d, there = form.inputs if layer == 0 else form.units, (strip * form.layers + layer) * 2 * own
        copied(part(tape.z, z_at(form, layer, moment) + d * w, own), part(memory, there, own))
        copied(part(tape.c, (layer * (form.moments + 1) + moment) * own, own), part(memory, there + own, own))
    if form.gated:
        moves = 3 * (moment - 1) * w
        copied(part(tape.moves, moves, w), part(gates, lane, w))
        copied(part(tape.moves, moves + w, w), part(gates, lanes + lane, w))


@piece
def return_way(form, product, vector, heads, tape, way, steps, back, theta, gradient, end, lane, lanes):
    """Go back through a strip's K updates; see `backward` for the equations."""
    w, H = form.width, form.units
    clear(form, way)
    for t in range(steps - 1, -1, -1):
        if back == 1:
            plus(part(gradient, (t + 1) * lanes + lane, w), way.theta)
        elif t == steps - 1:
            plus(part(end, lane, w), way.theta)
        place = t * lanes + lane
        back_of_head(form, product, heads, tape, way, t, part(theta, place, w), part(gradient, place, w))
        for layer in range(form.layers - 1, -1, -1):
            above = part(way.seen, 0, H * w) if layer == form.layers - 1 else part(way.given, (layer + 1) * 2 * H * w, H * w)
            back_of_layer(form, product, vector, tape, way, t, layer, above)


@piece
def clear(form, way):
    """Begin with no derivatives from later updates, where back-propagation is truncated."""
    cleared(way.theta)
    cleared(way.seen)
    cleared(way.given)
    cleared(way.c)
    cleared(way.weights)
    cleared(way.biases)
    cleared(way.heads)


@piece
def back_of_head(form, product, heads, tape, way, t, theta, gradient):
    """Take lambda from after an update to before it; leave the derivatives by what gates and z saw."""
    w, E, seen = form.width, form.columns, t * form.wide * form.width
    row, many = 0 if form.gated else 2, 2 * form.gated + form.proposes
    moves, gates = 3 * t * w, (features(form) + form.sees_theta) * w
    if form.gated:
        forget, taken = part(tape.moves, moves, w), part(tape.moves, moves + w, w)
        by_forget, by_taken = part(way.moves, 0, w), part(way.moves, w, w)
        if form.proposes:
            candidate = part(tape.moves, moves + 2 * w, w)
            by_gates(way.theta, theta, candidate, ONE, by_forget, by_taken)
            product_of(way.theta, taken, part(way.moves, 2 * w, w))  # d z = lambda i
        else:
            by_gates(way.theta, theta, gradient, -ONE, by_forget, by_taken)
        if form.sees_gates:
            plus(part(way.seen, gates, w), by_forget)  # from the next update, which saw them
            plus(part(way.seen, gates + w, w), by_taken)
        through_sigmoid(by_forget, forget)
        through_sigmoid(by_taken, taken)
        times(forget, way.theta)  # f lambda
    else:
        copied(way.theta, part(way.moves, 2 * w, w))
    turn(tape.seen, seen, w, way.turned, 0, form.wide, (E + LANES - 1) // LANES * LANES, w)
    multiply(product, way.moves, row * w, w, 1, way.turned, 0, form.wide, way.heads, row * E, E, many, E, w, 1)
    multiply(product, heads, row * E, 1, E, way.moves, row * w, w, way.seen, 0, w, E - 1, w, many, 0)
    if form.sees_theta:
        plus(part(way.seen, features(form) * w, w), way.theta)


@piece
def by_gates(by_theta, theta, candidate, sign, by_forget, by_taken):
    """d f = lambda theta, d i = lambda z."""
    for i in range(len(theta)):
        by_forget[i] = by_theta[i] * theta[i]
        by_taken[i] = sign * by_theta[i] * candidate[i]


@piece
def product_of(a, b, c):
    """c = a b."""
    for i in range(len(a)):
        c[i] = a[i] * b[i]


@piece
def times(a, b):
    """b *= a."""
    for i in range(len(a)):
        b[i] *= a[i]


@piece
def through_sigmoid(delta, y):
    """Turn derivatives by y = sigma(x) into those by x."""
    for i in range(len(y)):
        delta[i] *= y[i] * (ONE - y[i])


@piece
def back_of_layer(form, product, vector, tape, way, t, layer, above):
    """Go back through one layer at one update; `above` (H, w) is the derivative by h that what is above gives."""
    w, H, R = form.width, form.units, form.rows
    d, gates = form.inputs if layer == 0 else H, (layer * form.moments + t) * 4 * H * w
    K, W, given = d + H + 1, weights_at(form, layer), layer * 2 * H * w
    cell_back(
        part(tape.gates, gates, H * w), part(tape.gates, gates + H * w, H * w),
        part(tape.gates, gates + 2 * H * w, H * w), part(tape.gates, gates + 3 * H * w, H * w),
        part(tape.c, (layer * (form.moments + 1) + t) * H * w, H * w),
        part(tape.t, (layer * form.moments + t) * H * w, H * w),
        above, part(way.given, given + H * w, H * w), part(way.c, layer * H * w, H * w),
    )  # fmt: skip
    plus(part(tape.gates, gates, 4 * H * w), part(way.biases, layer * 4 * H * w, 4 * H * w))
    turn(tape.z, z_at(form, layer, t), w, way.turned, 0, R, (d + H + LANES - 1) // LANES * LANES, w)
    sums = layer * 4 * H * wide_of(form)
    multiply(product, tape.gates, gates, w, 1, way.turned, 0, R, way.weights, sums, wide_of(form), 4 * H, d + H, w, 1)
    skip = d if layer == 0 else 0  # what the lowest layer sees are constants: they need no derivatives
    multiply(
        product, vector, W + skip, 1, K, tape.gates, gates, w, way.given, given + (H * w if layer == 0 else 0), w,
        H if layer == 0 else 2 * H, w, 4 * H, 0,
    )  # fmt: skip


@piece
def wide_of(form):
    """How many numbers a row of `Back.weights` has: enough for every layer's inputs."""
    return max(form.inputs, form.units) + form.units


@piece
def cell_back(z_i, z_f, z_o, z, c_before, tanh_c, above, own, by_c):
    """Replace gates and z by the derivatives by what they were computed from, and d / d c' by d / d c."""
    for i in range(len(z)):
        i_, f, o, v = z_i[i], z_f[i], z_o[i], z[i]
        h, t = above[i] + own[i], tanh_c[i]
        c = by_c[i] + h * o * (ONE - t * t)
        z_i[i] = c * v * i_ * (ONE - i_)
        z_f[i] = c * c_before[i] * f * (ONE - f)
        z_o[i] = h * t * o * (ONE - o)
        z[i] = c * i_ * (ONE - v * v)
        by_c[i] = c * f


@piece
def cleared(x):
    """x = 0."""
    for i in range(len(x)):
        x[i] = ZERO


@piece
def pack(form, vector, scale, heads):
    """Write the weights of z^f, z^i and z as rows over [h; theta; z^f; z^i; 1]: (3, E)."""
    cleared(heads)
    at, seen, E = weights_at(form, form.layers), features(form), form.columns
    if form.gated:
        for row in range(2):
            shared = seen + form.sees_theta
            copied(part(vector, at, shared), part(heads, row * E, shared))
            if form.sees_gates:  # each sees its own previous value only
                heads[row * E + shared + row] = vector[at + shared]
            at += shared + form.sees_gates + 1
            heads[row * E + E - 1] = vector[at - 1]
    if form.proposes:
        for k in range(seen):
            heads[2 * E + k] = F4(scale) * vector[at + k]
        heads[3 * E - 1] = F4(scale) * vector[at + seen]


@piece
def unpack(form, heads, scale, found):
    """Write derivatives by the rows of `pack` as derivatives by the weights."""
    at, seen, E = weights_at(form, form.layers), features(form), form.columns
    if form.gated:
        for row in range(2):
            shared = seen + form.sees_theta
            copied(part(heads, row * E, shared), part(found, at, shared))
            if form.sees_gates:
                found[at + shared] = heads[row * E + shared + row]
            at += shared + form.sees_gates + 1
            found[at - 1] = heads[row * E + E - 1]
    if form.proposes:
        for k in range(seen):
            found[at + k] = F4(scale) * heads[2 * E + k]
        found[at + seen] = F4(scale) * heads[3 * E - 1]


@piece
def collect(form, way, found, heads):
    """Add a strip's sums to the derivatives by the weights."""
    H, w, wide = form.units, form.width, wide_of(form)
    for layer in range(form.layers):
        inner = (form.inputs if layer == 0 else H) + H
        for i in range(4 * H):
            at = weights_at(form, layer) + i * (inner + 1)
            plus(part(way.weights, (layer * 4 * H + i) * wide, inner), part(found, at, inner))
            found[at + inner] += total(part(way.biases, (layer * 4 * H + i) * w, w))
    plus(way.heads, heads)


@piece
def total(x):
    """Return the sum of x."""
    found = ZERO
    for i in range(len(x)):
        found += x[i]
    return found
