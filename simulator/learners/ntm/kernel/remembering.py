"""The way back through a machine's memory: what heads wrote, read and looked for; "d x" is the derivative by x."""

from __future__ import annotations

from metascope.simulator.engine.compiling.functions import larger
from metascope.simulator.engine.compiling.linear.rows import clear, dot
from metascope.simulator.engine.compiling.writing import F4, piece
from metascope.simulator.learners.ntm.addressing import SMALL, TINY
from metascope.simulator.learners.ntm.kernel.forward import erase_row

_SMALL, _TINY = F4(SMALL), F4(TINY)
_ZERO, _ONE = F4(0), F4(1)


@piece
def unwrite(tape, t, k, d_reads, d_raw, d_weighting, d_memory):
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
def unwrite_all(tape, t, k, d_reads, d_raw, d_weighting, d_memory):
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
def unlook(tape, t, k, d_raw, d_weighting, d_memory):
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
    clear(lengths)
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
    mean, d_sharpness, d_shifted = dot(d_weighting, weighting), _ZERO, d_wrapped[1 : n + 1]
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
    mean, d_strength, d_length = dot(d_match, content), _ZERO, _ZERO
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
