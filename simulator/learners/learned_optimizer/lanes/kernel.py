"""A strip of w coordinates along lanes: updates of an optimizer that is an LSTM.

Readable twin: `reference`; by hand in torch: `strip`. A strip is so narrow that
what K updates leave for the way back stays in the second cache.

Letters: w lanes, M moments, L layers of H units, d inputs of a layer, X of the lowest; E rows [h; theta; z^f; z^i; 1]
that gates and z are computed from.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from metascope.simulator.engine.compiling.functions import logarithm, near_sigmoid, near_tanh
from metascope.simulator.engine.compiling.linear.products import multiply
from metascope.simulator.engine.compiling.writing import F4, cleared, copied, part, piece

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
    w, units, columns = form.width, form.units, form.columns
    see(
        form,
        tape.z if form.layers else tape.seen,
        z_at(form, 0, m) if form.layers else m * form.wide * w,
        gradient,
        losses,
    )
    for layer in range(form.layers):
        d, top = form.inputs if layer == 0 else units, layer == form.layers - 1
        z, gates = z_at(form, layer, m), (layer * form.moments + m) * 4 * units * w
        inner, c = d + units + 1, (layer * (form.moments + 1) + m) * units * w
        at = weights_at(form, layer)
        multiply(product, vector, at, inner, 1, tape.z, z, w, tape.gates, gates, w, 4 * units, w, inner, 0)
        sigmoids(part(tape.gates, gates, 3 * units * w))
        over, above = (tape.seen, m * form.wide * w) if top else (tape.z, z_at(form, layer + 1, m))
        cell(
            part(tape.gates, gates, units * w), part(tape.gates, gates + units * w, units * w),
            part(tape.gates, gates + 2 * units * w, units * w), part(tape.gates, gates + 3 * units * w, units * w),
            part(tape.c, c, units * w), part(tape.c, c + units * w, units * w),
            part(tape.t, (layer * form.moments + m) * units * w, units * w),
            part(tape.z, z_at(form, layer, m + 1) + d * w, units * w), part(over, above, units * w),
        )  # fmt: skip
    seen, moves, row = m * form.wide * w, 3 * m * w, 0 if form.gated else 2
    if form.sees_theta:
        copied(theta, part(tape.seen, seen + features(form) * w, w))
    many = 2 * form.gated + form.proposes
    multiply(
        product,
        heads,
        row * columns,
        columns,
        1,
        tape.seen,
        seen,
        w,
        tape.moves,
        moves + row * w,
        w,
        many,
        w,
        columns,
        0,
    )
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
        x[i] = near_sigmoid(x[i])


@piece
def cell(z_i, z_f, z_o, z, c_before, c, tanh_c, own, above):
    """c' = z^f c + z^i tanh z, h' = z^o tanh c', (H, w) each; h' goes to the next update and to what is above."""
    for i in range(len(z)):
        v = near_tanh(z[i])
        z[i] = v
        then = z_f[i] * c_before[i] + z_i[i] * v
        c[i] = then
        t = near_tanh(then)
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
def pack(form, vector, scale, heads):
    """Write the weights of z^f, z^i and z as rows over [h; theta; z^f; z^i; 1]: (3, E)."""
    cleared(heads)
    at, seen, columns = weights_at(form, form.layers), features(form), form.columns
    if form.gated:
        for row in range(2):
            shared = seen + form.sees_theta
            copied(part(vector, at, shared), part(heads, row * columns, shared))
            if form.sees_gates:  # each sees its own previous value only
                heads[row * columns + shared + row] = vector[at + shared]
            at += shared + form.sees_gates + 1
            heads[row * columns + columns - 1] = vector[at - 1]
    if form.proposes:
        for k in range(seen):
            heads[2 * columns + k] = F4(scale) * vector[at + k]
        heads[3 * columns - 1] = F4(scale) * vector[at + seen]


@piece
def unpack(form, heads, scale, found):
    """Write derivatives by the rows of `pack` as derivatives by the weights."""
    at, seen, columns = weights_at(form, form.layers), features(form), form.columns
    if form.gated:
        for row in range(2):
            shared = seen + form.sees_theta
            copied(part(heads, row * columns, shared), part(found, at, shared))
            if form.sees_gates:
                found[at + shared] = heads[row * columns + shared + row]
            at += shared + form.sees_gates + 1
            found[at - 1] = heads[row * columns + columns - 1]
    if form.proposes:
        for k in range(seen):
            found[at + k] = F4(scale) * heads[2 * columns + k]
        found[at + seen] = F4(scale) * heads[3 * columns - 1]
