"""Runs sequences back through time, as `learners.ntm.backward` does: the same steps; "d x" is the derivative by x."""

from __future__ import annotations

from simulator.engine.compiling.functions import larger, sigmoid
from simulator.engine.compiling.products import multiply
from simulator.engine.compiling.writing import F4, piece
from simulator.learners.ntm.addressing import LIMIT, SMALL, TINY
from simulator.learners.ntm.kernel.forward import erase_row

_LIMIT, _SMALL, _TINY = F4(LIMIT), F4(SMALL), F4(TINY)
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
            _clear(d_state[t + 1, k])
        _back_product(product, d_outputs[t], vector, parts[5], turned[2], d_state[t + 1], 0, f)
    for step in range(steps):
        t = steps - 1 - step
        for k in range(b):
            reads = d_state[t + 1, k, u:]
            if w == 1:
                _unwrite(tape, t, k, reads, d_raw[t, k], d_weighting[k], d_memory[k])
            else:
                _unwrite_all(tape, t, k, reads, d_raw[t, k], d_weighting[k], d_memory[k])
            _unlook(tape, t, k, d_raw[t, k], d_weighting[k], d_memory[k])
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
        d_in[i] += _dot(d_out, weight[i * columns : i * columns + columns])


@piece
def _dot(a, b):
    found = _ZERO
    for i in range(len(a)):
        found += a[i] * b[i]
    return found


@piece
def _clear(out):
    for i in range(len(out)):
        out[i] = _ZERO


@piece
def _clear_all(d_weighting, d_memory, d_cell, d_state):
    for k in range(len(d_state)):
        _clear(d_state[k])
        _clear(d_cell[k])
        for i in range(d_weighting.shape[1]):
            _clear(d_weighting[k, i])
        for j in range(d_memory.shape[1]):
            _clear(d_memory[k, j])


@piece
def _unwrite(tape, t, k, d_reads, d_raw, d_weighting, d_memory):
    """Differentiate what one head wrote and one read."""
    told, weighting, memory = tape[5][t, k], tape[13][t + 1, k], tape[14]
    m = len(d_memory)
    add, d_add = told[3 * m + 12 :], d_raw[3 * m + 12 :]
    for j in range(m):
        d_add[j], d_raw[j] = _unwrite_row(
            d_memory[j],
            memory[t, k, j],
            memory[t + 1, k, j],
            weighting[0],
            weighting[1],
            d_weighting[0],
            d_weighting[1],
            told[j],
            add[j],
            d_reads[j],
        )


@piece
def _unwrite_row(d, before, after, write, read, d_write, d_read, erase, add, d_r):
    """Turn d M' into d M of a row (N,); return d a and d e."""
    d_add, d_erase = _ZERO, _ZERO
    for i in range(len(d)):
        whole = d[i] + d_r * read[i]
        erased = whole * before[i]  # -d (w e)
        d_read[i] += d_r * after[i]
        d_write[i] += add * whole - erase * erased
        d_add += write[i] * whole
        d_erase -= write[i] * erased
        d[i] = whole * (_ONE - erase * write[i])
    return d_add, d_erase


@piece
def _unwrite_all(tape, t, k, d_reads, d_raw, d_weighting, d_memory):
    """Differentiate what all heads read, added and erased, the last one to erase first."""
    told, weighting, memory, room = tape[5][t, k], tape[13][t + 1, k], tape[14], tape[16]
    m, n, w = d_memory.shape[0], d_memory.shape[1], len(weighting) // 2
    add, d_add = told[3 * w * m + 12 * w :], d_raw[3 * w * m + 12 * w :]
    erased, whole = room[0], room[1, 0, :n]
    for j in range(m):
        for i in range(w):
            _unread_row(d_memory[j], memory[t + 1, k, j], weighting[w + i], d_weighting[w + i], d_reads[i * m + j])
        for i in range(n):
            erased[0, i], whole[i] = memory[t, k, j, i], d_memory[j, i]
        for i in range(w - 1):
            erase_row(erased[i, :n], erased[i + 1, :n], weighting[i], told[i * m + j])
        for back in range(w):
            i = w - 1 - back
            d_add[i * m + j], d_raw[i * m + j] = _unerase_row(
                d_memory[j], whole, erased[i, :n], weighting[i], d_weighting[i], told[i * m + j], add[i * m + j]
            )


@piece
def _unread_row(d, after, read, d_read, d_r):
    for i in range(len(d)):
        d[i] += d_r * read[i]
        d_read[i] += d_r * after[i]


@piece
def _unerase_row(d, whole, before, write, d_write, erase, add):
    """Turn d of a row after a head's erasing into d before it, given d M' as a whole; return d a and d e."""
    d_add, d_erase = _ZERO, _ZERO
    for i in range(len(d)):
        erased = d[i] * before[i]
        d_write[i] += add * whole[i] - erase * erased
        d_add += write[i] * whole[i]
        d_erase -= write[i] * erased
        d[i] *= _ONE - erase * write[i]
    return d_add, d_erase


@piece
def _unlook(tape, t, k, d_raw, d_weighting, d_memory):
    """Differentiate the addressing of all heads; d w becomes that of the previous time step."""
    told, row_length, key_length = tape[5][t, k], tape[6][t, k], tape[7][t, k]
    match, content, wrapped, shifted, logs = (
        tape[8][t, k],
        tape[9][t, k],
        tape[10][t, k],
        tape[11][t, k],
        tape[12][t, k],
    )
    weighting, memory, room = tape[13], tape[14], tape[16]
    m, n, h = d_memory.shape[0], d_memory.shape[1], len(d_weighting)
    gates = h // 2 * m
    strengths, keys = gates + h, gates + 6 * h
    d_wrapped, lengths = room[2, 0], room[2, 1, :n]
    _clear(lengths)
    for i in range(h):
        d_match = room[3, i, :n]  # d w^c, then d (k M)
        gate, shares = told[gates + i], told[strengths + 2 * h + 3 * i :]
        d_raw[strengths + h + i] = _unsharpen(
            d_weighting[i], weighting[t + 1, k, i], logs[i], shifted[i], told[strengths + h + i], d_wrapped
        )
        back, stay, on, d_gate = _unshift(
            d_wrapped,
            wrapped[i],
            content[i],
            weighting[t, k, i],
            d_match,
            d_weighting[i],
            shares[0],
            shares[1],
            shares[2],
            gate,
        )
        d_raw[gates + i] = d_gate
        mean = back * shares[0] + stay * shares[1] + on * shares[2]
        d_shares = d_raw[strengths + 2 * h + 3 * i :]
        d_shares[0], d_shares[1], d_shares[2] = (
            shares[0] * (back - mean),
            shares[1] * (stay - mean),
            shares[2] * (on - mean),
        )
        length = larger(key_length[i], _TINY)
        d_strength, d_length = _uncontent(
            d_match, content[i], match[i], row_length, lengths, told[strengths + i], length
        )
        d_raw[strengths + i] = d_strength
        first = keys + i * m
        for j in range(m):
            d_raw[first + j] = -told[first + j] * d_length
    for i in range(0, h, 2):
        a, b = keys + i * m, keys + i * m + m
        share = _ONE if i == 0 else _ZERO
        for j in range(m):
            d_a, d_b = _unmatch_row(
                d_memory[j],
                memory[t, k, j],
                room[3, i, :n],
                room[3, i + 1, :n],
                lengths,
                told[a + j],
                told[b + j],
                share,
            )
            d_raw[a + j] += d_a
            d_raw[b + j] += d_b


@piece
def _unsharpen(d_weighting, weighting, logs, shifted, sharpness, d_wrapped):
    """Write d w~, wrapped as w^g, and return d gamma."""
    n = len(weighting)
    mean, d_sharpness, d_shifted = _dot(d_weighting, weighting), _ZERO, d_wrapped[1 : n + 1]
    for i in range(n):
        d = weighting[i] * (d_weighting[i] - mean)
        d_sharpness += d * logs[i]
        d_shifted[i] = d * sharpness / shifted[i]
    d_wrapped[0], d_wrapped[n + 1] = d_shifted[n - 1], d_shifted[0]
    return d_sharpness


@piece
def _unshift(d_wrapped, wrapped, content, before, d_content, d_before, back, stay, on, gate):
    """Write d w^c and d w of the previous time step; return d of the shares, and of the gate."""
    n = len(content)
    left, here, right, value = d_wrapped[:n], d_wrapped[1 : n + 1], d_wrapped[2:], wrapped[1 : n + 1]
    d_back, d_stay, d_on, d_gate = _ZERO, _ZERO, _ZERO, _ZERO
    for i in range(n):
        d_back += left[i] * value[i]
        d_stay += here[i] * value[i]
        d_on += right[i] * value[i]
        d = back * left[i] + stay * here[i] + on * right[i]
        d_gate += d * (content[i] - before[i])
        d_content[i] = gate * d
        d_before[i] = d - d_content[i]
    return d_back, d_stay, d_on, d_gate


@piece
def _uncontent(d_match, content, match, row_length, lengths, strength, length):
    """Turn d w^c into d (k M), add -d |M| / |M|; return d beta and -d |k| / |k|."""
    mean, d_strength, d_length = _dot(d_match, content), _ZERO, _ZERO
    for i in range(len(content)):
        d = content[i] * (d_match[i] - mean)
        product = d * match[i]  # beta d beta
        full = _ONE / (length * row_length[i] + _SMALL)
        by_length = product * full
        d_strength += product
        d_length += by_length * row_length[i]
        lengths[i] += by_length * length / larger(row_length[i], _TINY)
        d_match[i] = d * strength * full
    return d_strength / strength, d_length / length


@piece
def _unmatch_row(d, before, a, b, lengths, key_a, key_b, share):
    """Add to d M of a row what two heads' keys gave with it, and what its lengths gave; return d of the keys."""
    d_a, d_b = _ZERO, _ZERO
    for i in range(len(d)):
        d_a += a[i] * before[i]
        d_b += b[i] * before[i]
        d[i] += key_a * a[i] + key_b * b[i] - share * before[i] * lengths[i]
    return d_a, d_b


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
    mean = _dot(d_weighting, weighting)
    for i in range(len(weighting)):
        out[i] += weighting[i] * (d_weighting[i] - mean)
