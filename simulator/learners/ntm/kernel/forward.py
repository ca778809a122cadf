"""Runs sequences forward, as `learners.ntm.forward` does: the same steps, with the same names."""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.functions import (
    exponential,
    larger,
    logarithm,
    logarithm_beyond_1,
    sigmoid,
    tanh,
)
from metascope.simulator.engine.compiling.linear.products import multiply
from metascope.simulator.engine.compiling.writing import F4, piece
from metascope.simulator.learners.ntm.addressing import LIMIT, SMALL, TINY

_LIMIT, _SMALL, _TINY = F4(LIMIT), F4(SMALL), F4(TINY)
_ZERO, _ONE, _LOWEST = F4(0), F4(1), F4(-1e30)


@piece
def begin(sizes, vector, parts, start, given, low, tape):
    """Write inputs and initial state.

    Args:
        sizes: X, Y, U, W, M; whether the controller is an LSTM, keys and adds are bounded, and all time steps are kept.
        vector: the trained weights, which begin at `parts`.
        start: the memory before the first time step, (N, M).
        given: the inputs of all sequences, of which those from `low` on are treated, (T, batch, X).
        tape: of `update`.
    """
    x, _, u, w, m, gated, _, _ = sizes
    state, cell, row_length, weighting, memory = tape[0], tape[1], tape[6], tape[13], tape[14]
    steps, b = given.shape[0], state.shape[1]
    for t in range(steps):
        for k in range(b):
            _copy(given[t, low + k], state[t, k, :x])
    for k in range(b):
        if gated:
            _copy(vector[parts[9] : parts[9] + u], state[0, k, x : x + u])
            _copy(vector[parts[10] : parts[10] + u], cell[0, k])
        _copy(vector[parts[7] : parts[7] + w * m], state[0, k, x + u :])
        for i in range(2 * w):
            first = parts[8] + i * len(start)
            softmax(vector[first : first + len(start)], weighting[0, k, i], _ONE)
        _clear(row_length[0, k])
        for j in range(m):
            _copy(start[:, j], memory[0, k, j])
            _add_squares(memory[0, k, j], row_length[0, k])
        _root(row_length[0, k])


@piece
def forward(product, sizes, vector, parts, tape):
    """Run the sequences whose inputs lie on the tape; arguments as in `begin`."""
    x, y, u, w, m, gated, bounded, keeps = sizes
    state, cell, tanh_cell, rows, raw, told = tape[0], tape[1], tape[2], tape[3], tape[4], tape[5]
    weighting, memory, outputs = tape[13], tape[14], tape[15]
    steps, b, g, p = rows.shape[0], rows.shape[1], rows.shape[2], raw.shape[2]
    wide = state.shape[2]
    bias, heads_bias = vector[parts[2] : parts[2] + g], vector[parts[4] : parts[4] + p]
    for t in range(steps):
        now, before, after = (t, t, t + 1) if keeps else (0, t & 1, 1 - (t & 1))
        if gated:
            _product(product, state[t, 0], wide, vector, parts[0], rows[t], wide, 0)
        else:
            _product(product, state[t, 0], wide, vector, parts[0], rows[t], x, 0)
            _product(product, state[t, 0, x + u :], wide, vector, parts[1], rows[t], w * m, 1)
        for k in range(b):
            if gated:
                _gates(rows[t, k], bias, cell[t, k], cell[t + 1, k], tanh_cell[t, k], state[t + 1, k, x : x + u])
            else:
                _hidden(rows[t, k], bias, state[t + 1, k, x : x + u])
        _product(product, state[t + 1, 0, x:], wide, vector, parts[3], raw[t], u, 0)
        for k in range(b):
            _parameters(raw[t, k], heads_bias, told[now, k], w, m, bounded)
            _look(product, sizes, tape, now, before, after, k)
            reads = state[t + 1, k, x + u :]
            if w == 1:
                _write_and_read(
                    memory[before, k], memory[after, k], tape[6][after, k], weighting[after, k], told[now, k], reads
                )
            else:
                _write_all(
                    memory[before, k], memory[after, k], tape[6][after, k], weighting[after, k], told[now, k], reads
                )
            _root(tape[6][after, k])
    for t in range(steps):
        for k in range(b):
            _copy(vector[parts[6] : parts[6] + y], outputs[t, k])
        _product(product, state[t + 1, 0, x:], wide, vector, parts[5], outputs[t], u + w * m, 1)


@piece
def _product(product, left, wide, vector, at, out, inner, adds):
    """Write or add to `out` (B, columns) what the first `inner` of the numbers from `left` on give with a weight.

    Args:
        left: of the first sequence; those of the next lie `wide` numbers further.
        at: where the weight (inner, columns) begins in the vector.
    """
    rows, columns = out.shape
    multiply(product, left, 0, wide, 1, vector, at, columns, out, 0, columns, rows, columns, inner, adds)


@piece
def _look(product, sizes, tape, now, before, after, k):
    """Let all heads of a sequence address the memory: content, interpolation, shift, sharpening."""
    w, m = sizes[3], sizes[4]
    told, row_length, key_length, match, content = tape[5], tape[6], tape[7], tape[8], tape[9]
    wrapped, shifted, logs, weighting, memory = tape[10], tape[11], tape[12], tape[13], tape[14]
    h, n = 2 * w, match.shape[3]
    mine = told[now, k]
    keys = mine[w * m + 6 * h :]
    multiply(product, keys, 0, m, 1, memory[before, k], 0, n, match[now, k], 0, n, h, n, m, 0)
    for i in range(h):
        length = _length(keys[i * m : i * m + m])
        key_length[now, k, i] = length
        strength, gate, sharpness = mine[w * m + h + i], mine[w * m + i], mine[w * m + 2 * h + i]
        _match(match[now, k, i], row_length[before, k], length, strength)
        softmax(match[now, k, i], content[now, k, i], _ONE)
        _interpolate(weighting[before, k, i], content[now, k, i], gate, wrapped[now, k, i])
        shares = mine[w * m + 3 * h + 3 * i :]
        _shift(wrapped[now, k, i], shares[0], shares[1], shares[2], shifted[now, k, i], logs[now, k, i])
        softmax(logs[now, k, i], weighting[after, k, i], sharpness)


@piece
def _copy(given, out):
    for i in range(len(out)):
        out[i] = given[i]


@piece
def _clear(out):
    for i in range(len(out)):
        out[i] = _ZERO


@piece
def _add_squares(row, out):
    for i in range(len(out)):
        out[i] += row[i] * row[i]


@piece
def _root(row):
    for i in range(len(row)):
        row[i] = math.sqrt(row[i])


@piece
def _length(numbers):
    found = _ZERO
    for i in range(len(numbers)):
        found += numbers[i] * numbers[i]
    return math.sqrt(found)


@piece
def softmax(given, out, by):
    """softmax(by given), by >= 0."""
    top, whole = _LOWEST, _ZERO
    for i in range(len(out)):
        top = larger(top, given[i])
    for i in range(len(out)):
        out[i] = exponential(by * (given[i] - top))
        whole += out[i]
    share = _ONE / whole
    for i in range(len(out)):
        out[i] *= share


@piece
def _gates(rows, bias, before, cell, tanh_cell, hidden):
    """c' = z^f c + z^i z and h' = z^o tanh(c'), of rows (4U,) for z^i, z^f, z^o and z."""
    u = len(cell)
    for i in range(3 * u):
        rows[i] = sigmoid(rows[i] + bias[i])
    z_i, z_f, z_o, z, bias_z = rows[:u], rows[u : 2 * u], rows[2 * u : 3 * u], rows[3 * u :], bias[3 * u :]
    for i in range(u):
        z[i] = tanh(z[i] + bias_z[i])
        cell[i] = z_f[i] * before[i] + z_i[i] * z[i]
        tanh_cell[i] = tanh(cell[i])
        hidden[i] = z_o[i] * tanh_cell[i]


@piece
def _hidden(rows, bias, hidden):
    for i in range(len(hidden)):
        hidden[i] = tanh(rows[i] + bias[i])


@piece
def _parameters(raw, bias, told, w, m, bounded):
    """The heads' parameters within their ranges: [e, g], [beta, gamma], s, [k, a]."""
    h = 2 * w
    for i in range(len(raw)):
        raw[i] = min(max(raw[i] + bias[i], -_LIMIT), _LIMIT)
    softpluses = w * m + h
    for i in range(softpluses):
        told[i] = sigmoid(raw[i])
    for i in range(softpluses, softpluses + 2 * h):
        told[i] = logarithm_beyond_1(exponential(raw[i]))
    for i in range(softpluses + h, softpluses + 2 * h):
        told[i] += _ONE
    for i in range(h):
        first = softpluses + 2 * h + 3 * i
        softmax(raw[first : first + 3], told[first : first + 3], _ONE)
    for i in range(softpluses + 5 * h, len(raw)):
        told[i] = tanh(raw[i]) if bounded else raw[i]


@piece
def _match(match, row_length, length, strength):
    """beta k M / (|k| |M| + eps), of k M."""
    for i in range(len(match)):
        match[i] *= strength / (length * row_length[i] + _SMALL)


@piece
def _interpolate(before, content, gate, wrapped):
    """w^g = g w^c + (1 - g) w, preceded by its last entry and followed by its first."""
    n = len(before)
    found = wrapped[1 : n + 1]
    for i in range(n):
        found[i] = before[i] + gate * (content[i] - before[i])
    wrapped[0], wrapped[n + 1] = found[n - 1], found[0]


@piece
def _shift(wrapped, back, stay, on, shifted, logs):
    n = len(shifted)
    left, here, right = wrapped[:n], wrapped[1 : n + 1], wrapped[2:]
    for i in range(n):
        shifted[i] = _TINY + on * left[i] + stay * here[i] + back * right[i]
        logs[i] = logarithm(shifted[i])


@piece
def _write_and_read(before, after, squares, weighting, told, reads):
    """Let one head write and one read: M' = M (1 - w e) + w a, r = w M', and |M'(i)|^2."""
    m = len(before)
    add = told[3 * m + 12 :]
    _clear(squares)
    for j in range(m):
        reads[j] = _write_row(before[j], after[j], squares, weighting[0], weighting[1], told[j], add[j])


@piece
def _write_row(before, after, squares, write, read, erase, add):
    found = _ZERO
    for i in range(len(before)):
        value = before[i] * (_ONE - erase * write[i]) + add * write[i]
        after[i] = value
        squares[i] += value * value
        found += value * read[i]
    return found


@piece
def _write_all(before, after, squares, weighting, told, reads):
    """Let all heads erase, then add, then read: M' = M prod (1 - w e) + sum w a."""
    m, w = len(before), len(weighting) // 2
    add = told[3 * w * m + 12 * w :]
    _clear(squares)
    for j in range(m):
        erase_row(before[j], after[j], weighting[0], told[j])
        for i in range(1, w):
            erase_row_in_place(after[j], weighting[i], told[i * m + j])
        for i in range(w):
            _add_row(after[j], weighting[i], add[i * m + j])
        for i in range(w):
            reads[i * m + j] = _read_row(after[j], weighting[w + i])
        _add_squares(after[j], squares)


@piece
def erase_row(row, out, weighting, erase):
    """M (1 - w e) of a row (N,)."""
    for i in range(len(row)):
        out[i] = row[i] * (_ONE - erase * weighting[i])


@piece
def erase_row_in_place(row, weighting, erase):
    """The same in its place."""
    for i in range(len(row)):
        row[i] *= _ONE - erase * weighting[i]


@piece
def _add_row(row, weighting, add):
    for i in range(len(row)):
        row[i] += add * weighting[i]


@piece
def _read_row(row, weighting):
    found = _ZERO
    for i in range(len(row)):
        found += row[i] * weighting[i]
    return found
