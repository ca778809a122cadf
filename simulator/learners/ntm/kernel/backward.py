"""Runs sequences back through time, as `learners.ntm.backward` does: the same steps; "d x" is the derivative by x."""

from __future__ import annotations

from metascope.simulator.engine.compiling.functions import sigmoid
from metascope.simulator.engine.compiling.linear.products import multiply
from metascope.simulator.engine.compiling.linear.rows import clear, dot
from metascope.simulator.engine.compiling.writing import F4, piece
from metascope.simulator.learners.ntm.addressing import LIMIT
from metascope.simulator.learners.ntm.kernel.remembering import unlook, unwrite, unwrite_all

_LIMIT = F4(LIMIT)
_ZERO, _ONE = F4(0), F4(1)
_TOGETHER = 256  # time steps of sequences whose products are summed at once: so many rows stay in the cache


@piece
def backward(product, sizes, vector, parts, tape, adjoint, turned, gradient):
    """Add these sequences' part to the gradient, given d outputs.

    Args:
        sizes, vector, parts, tape: of `forward`.
        adjoint: of `update`: derivatives by outputs, [h, r], rows, raw outputs, w, M and c.
        turned: the controller's, the heads' and the outputs' matrix; not used for one sequence.
        gradient: laid out as `vector`.
    """
    x, _, u, w, m, gated, bounded, _ = sizes
    state, cell, tanh_cell, rows, raw, told = tape[0], tape[1], tape[2], tape[3], tape[4], tape[5]
    d_outputs, d_state, d_rows, d_raw, d_weighting, d_memory, d_cell = adjoint
    steps, b, f = rows.shape[0], rows.shape[1], u + w * m
    first = 0 if gated else u  # of what the controller sees of [h, r]
    _clear_all(d_weighting, d_memory, d_cell, d_state[0])
    for t in range(steps):
        for k in range(b):
            clear(d_state[t + 1, k])
        _back_product(product, d_outputs[t], vector, parts[5], turned[2], d_state[t + 1], 0, f)
    for step in range(steps):
        t = steps - 1 - step
        for k in range(b):
            reads = d_state[t + 1, k, u:]
            if w == 1:
                unwrite(tape, t, k, reads, d_raw[t, k], d_weighting[k], d_memory[k])
            else:
                unwrite_all(tape, t, k, reads, d_raw[t, k], d_weighting[k], d_memory[k])
            unlook(tape, t, k, d_raw[t, k], d_weighting[k], d_memory[k])
            _unparameters(raw[t, k], told[t, k], d_raw[t, k], w, m, bounded)
        _back_product(product, d_raw[t], vector, parts[3], turned[1], d_state[t + 1], 0, u)
        for k in range(b):
            d_hidden = d_state[t + 1, k, :u]
            if gated:
                _ungate(rows[t, k], cell[t, k], tanh_cell[t, k], d_hidden, d_cell[k], d_rows[t, k])
            else:
                _unhide(state[t + 1, k, x : x + u], d_hidden, d_rows[t, k])
        _back_product(product, d_rows[t], vector, parts[1], turned[0], d_state[t], first, f - first)
    _weights(product, sizes, parts, state, adjoint, gradient)
    _initial(sizes, parts, tape, adjoint, gradient)


@piece
def _back_product(product, d_out, vector, at, turned, d_in, first, inner):
    """Add to d_in (B, ..) from `first` on what d_out (B, columns) gives with a weight (inner, columns)."""
    b, columns = d_out.shape
    if b == 1:
        _dots(d_out[0], vector[at : at + inner * columns], d_in[0, first : first + inner])
    else:
        wide = d_in.shape[1]
        multiply(product, d_out, 0, columns, 1, turned, 0, inner, d_in, first, wide, b, inner, columns, 1)


@piece
def _dots(d_out, weight, d_in):
    columns = len(d_out)
    for i in range(len(d_in)):
        d_in[i] += dot(d_out, weight[i * columns : i * columns + columns])


@piece
def _clear_all(d_weighting, d_memory, d_cell, d_state):
    for k in range(len(d_state)):
        clear(d_state[k])
        clear(d_cell[k])
        for i in range(d_weighting.shape[1]):
            clear(d_weighting[k, i])
        for j in range(d_memory.shape[1]):
            clear(d_memory[k, j])


@piece
def _unparameters(raw, told, d_raw, w, m, bounded):
    """Differentiate the ranges of the heads' parameters; what was clipped has no derivative."""
    h = 2 * w
    softpluses = w * m + h
    for i in range(softpluses):
        d_raw[i] *= told[i] * (_ONE - told[i])
    for i in range(softpluses, softpluses + 2 * h):
        d_raw[i] *= sigmoid(raw[i])
    if bounded:
        for i in range(softpluses + 5 * h, len(raw)):
            d_raw[i] *= _ONE - told[i] * told[i]
    for i in range(len(raw)):
        d_raw[i] = d_raw[i] if abs(raw[i]) < _LIMIT else _ZERO


@piece
def _ungate(rows, before, tanh_cell, d_hidden, d_cell, d_rows):
    """Differentiate the LSTM of a sequence; d c becomes that of the previous time step."""
    u = len(before)
    z_i, z_f, z_o, z = rows[:u], rows[u : 2 * u], rows[2 * u : 3 * u], rows[3 * u :]
    d_i, d_f, d_o, d_z = d_rows[:u], d_rows[u : 2 * u], d_rows[2 * u : 3 * u], d_rows[3 * u :]
    for i in range(u):
        d = d_cell[i] + d_hidden[i] * z_o[i] * (_ONE - tanh_cell[i] * tanh_cell[i])
        d_i[i] = d * z[i] * z_i[i] * (_ONE - z_i[i])
        d_f[i] = d * before[i] * z_f[i] * (_ONE - z_f[i])
        d_o[i] = d_hidden[i] * tanh_cell[i] * z_o[i] * (_ONE - z_o[i])
        d_z[i] = d * z_i[i] * (_ONE - z[i] * z[i])
        d_cell[i] = d * z_f[i]


@piece
def _unhide(hidden, d_hidden, d_rows):
    for i in range(len(hidden)):
        d_rows[i] = d_hidden[i] * (_ONE - hidden[i] * hidden[i])


@piece
def _weights(product, sizes, parts, state, adjoint, gradient):
    """Add the derivatives of the weights that all time steps share."""
    x, _, u, w, m, gated, _, _ = sizes
    d_outputs, d_rows, d_raw = adjoint[0], adjoint[2], adjoint[3]
    after = state[1, 0, x:]  # [h, r] after the first time step, from which on it is `wide` numbers to the next
    wide = state.shape[2]
    if gated:
        _sum(product, state[0, 0], wide, x + u + w * m, d_rows, gradient, parts[0])
    else:
        _sum(product, state[0, 0], wide, x, d_rows, gradient, parts[0])
        _sum(product, state[0, 0, x + u :], wide, w * m, d_rows, gradient, parts[1])
    _sum(product, after, wide, u, d_raw, gradient, parts[3])
    _sum(product, after, wide, u + w * m, d_outputs, gradient, parts[5])
    for t in range(len(d_rows)):
        for k in range(d_rows.shape[1]):
            _add(d_rows[t, k], gradient[parts[2] :])
            _add(d_raw[t, k], gradient[parts[4] :])
            _add(d_outputs[t, k], gradient[parts[6] :])


@piece
def _sum(product, left, wide, inner, d_out, gradient, at):
    """Add to the gradient at `at` the sum over time steps and sequences of numbers (inner,) times d_out (columns,)."""
    columns = d_out.shape[2]
    count = d_out.shape[0] * d_out.shape[1]
    for first in range(0, count, _TOGETHER):
        many = min(_TOGETHER, count - first)
        multiply(
            product,
            left,
            first * wide,
            1,
            wide,
            d_out,
            first * columns,
            columns,
            gradient,
            at,
            columns,
            inner,
            columns,
            many,
            1,
        )


@piece
def _add(numbers, out):
    for i in range(len(numbers)):
        out[i] += numbers[i]


@piece
def _initial(sizes, parts, tape, adjoint, gradient):
    """Add the derivatives by the state before the first time step."""
    u, gated = sizes[2], sizes[5]
    weighting = tape[13]
    d_state, d_weighting, d_memory, d_cell = adjoint[1], adjoint[4], adjoint[5], adjoint[6]
    m, n = d_memory.shape[1], d_memory.shape[2]
    for k in range(len(d_memory)):
        _add(d_state[0, k, u:], gradient[parts[7] :])
        for i in range(d_weighting.shape[1]):
            _unsoftmax(d_weighting[k, i], weighting[0, k, i], gradient[parts[8] + i * n :])
        if gated:
            _add(d_state[0, k, :u], gradient[parts[9] :])
            _add(d_cell[k], gradient[parts[10] :])
        if parts[11] < len(gradient):
            for j in range(m):
                for i in range(n):
                    gradient[parts[11] + i * m + j] += d_memory[k, j, i]


@piece
def _unsoftmax(d_weighting, weighting, out):
    mean = dot(d_weighting, weighting)
    for i in range(len(weighting)):
        out[i] += weighting[i] * (d_weighting[i] - mean)
