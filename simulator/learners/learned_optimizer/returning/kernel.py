"""The way back through the updates of a strip of w coordinates: derivatives by weights, gates and memory.

By hand in torch, with the equations: `backward`. Letters: as in `lanes`.
"""

from __future__ import annotations

from typing import NamedTuple

from metascope.simulator.engine.compiling.linear.products import LANES, multiply
from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import F4, cleared, copied, part, piece
from metascope.simulator.learners.descent.kernel import plus
from metascope.simulator.learners.learned_optimizer.lanes.kernel import features, weights_at, z_at

ZERO, ONE = F4(0), F4(1)


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
def return_way(form, product, vector, heads, tape, way, steps, back, theta, gradient, end, lane, lanes):
    """Go back through a strip's K updates; see `backward` for the equations."""
    w, units = form.width, form.units
    clear(form, way)
    for t in range(steps - 1, -1, -1):
        if back == 1:
            plus(part(gradient, (t + 1) * lanes + lane, w), way.theta)
        elif t == steps - 1:
            plus(part(end, lane, w), way.theta)
        place = t * lanes + lane
        back_of_head(form, product, heads, tape, way, t, part(theta, place, w), part(gradient, place, w))
        for layer in range(form.layers - 1, -1, -1):
            above = (
                part(way.seen, 0, units * w)
                if layer == form.layers - 1
                else part(way.given, (layer + 1) * 2 * units * w, units * w)
            )
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
    w, columns, seen = form.width, form.columns, t * form.wide * form.width
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
    turn(tape.seen, seen, w, way.turned, 0, form.wide, (columns + LANES - 1) // LANES * LANES, w)
    multiply(
        product,
        way.moves,
        row * w,
        w,
        1,
        way.turned,
        0,
        form.wide,
        way.heads,
        row * columns,
        columns,
        many,
        columns,
        w,
        1,
    )
    multiply(product, heads, row * columns, 1, columns, way.moves, row * w, w, way.seen, 0, w, columns - 1, w, many, 0)
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
    w, units, rows = form.width, form.units, form.rows
    d, gates = form.inputs if layer == 0 else units, (layer * form.moments + t) * 4 * units * w
    inner, weights, given = d + units + 1, weights_at(form, layer), layer * 2 * units * w
    cell_back(
        part(tape.gates, gates, units * w), part(tape.gates, gates + units * w, units * w),
        part(tape.gates, gates + 2 * units * w, units * w), part(tape.gates, gates + 3 * units * w, units * w),
        part(tape.c, (layer * (form.moments + 1) + t) * units * w, units * w),
        part(tape.t, (layer * form.moments + t) * units * w, units * w),
        above, part(way.given, given + units * w, units * w), part(way.c, layer * units * w, units * w),
    )  # fmt: skip
    plus(part(tape.gates, gates, 4 * units * w), part(way.biases, layer * 4 * units * w, 4 * units * w))
    turn(tape.z, z_at(form, layer, t), w, way.turned, 0, rows, (d + units + LANES - 1) // LANES * LANES, w)
    sums = layer * 4 * units * wide_of(form)
    multiply(
        product, tape.gates, gates, w, 1, way.turned, 0, rows, way.weights, sums, wide_of(form), 4 * units, d + units,
        w, 1,
    )  # fmt: skip
    skip = d if layer == 0 else 0  # what the lowest layer sees are constants: they need no derivatives
    there, many = (given + units * w, units) if layer == 0 else (given, 2 * units)
    multiply(
        product, vector, weights + skip, 1, inner, tape.gates, gates, w, way.given, there, w, many, w, 4 * units, 0
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
def collect(form, way, found, heads):
    """Add a strip's sums to the derivatives by the weights."""
    units, w, wide = form.units, form.width, wide_of(form)
    for layer in range(form.layers):
        inner = (form.inputs if layer == 0 else units) + units
        for i in range(4 * units):
            at = weights_at(form, layer) + i * (inner + 1)
            plus(part(way.weights, (layer * 4 * units + i) * wide, inner), part(found, at, inner))
            found[at + inner] += total(part(way.biases, (layer * 4 * units + i) * w, w))
    plus(way.heads, heads)


@piece
def total(x):
    """Return the sum of x."""
    found = ZERO
    for i in range(len(x)):
        found += x[i]
    return found
