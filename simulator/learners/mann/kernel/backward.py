"""Episodes of the memory-augmented network back from their labels, compiled: what `mann.backward` does.

Axes in the comments: as in `forward`; Y outputs. d_x is the derivative by x, before its activation.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.functions import exponential, larger, logarithm
from metascope.simulator.engine.compiling.linear.products import times
from metascope.simulator.engine.compiling.linear.rows import clear, dot, gather, transpose
from metascope.simulator.engine.compiling.writing import F4, f4, f8, i4, i8, part, piece
from metascope.simulator.learners.lstm.kernel.cell import unemit
from metascope.simulator.learners.mann.kernel.forward import grow, see

_ZERO, _ONE = F4(0), F4(1)


@piece
def backward(at, n, real):
    """Write the cost and its gradient from the tape."""
    steps, batch, inputs, outputs, units, heads, rows, width = n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    own, vectors, everything = n[8], heads * width, steps * batch
    features, columns, product = units + vectors, (1 + own) * vectors + heads, at[0]
    after_input = 16 * inputs * units  # bytes, of weights and gradient
    after_controller = after_input + 16 * (features + 1) * units
    after_heads = after_controller + 4 * (units + 1) * columns
    d_answers, d_state = f4(at[21], (everything, outputs)), f4(at[22], (steps + 1, batch, features))
    d_gates, d_told = f4(at[23], (steps, batch, 4 * units)), f4(at[24], (steps, batch, columns))
    from_gates, from_told = f4(at[32], (4 * units, features)), f4(at[33], (columns, units))
    from_answers = f4(at[34], (outputs, features))

    found = f8(at[19], (1,))
    found[0] = cost(f4(at[9], (everything, outputs)), i8(at[3], (everything,)), d_answers)
    transpose(f4(at[1] + after_input, (features, 4 * units)), from_gates)
    transpose(f4(at[1] + after_controller, (units, columns)), from_told)
    transpose(f4(at[1] + after_heads, (features, outputs)), from_answers)
    clear(f4(at[22], (batch * features,)))
    clear(f4(at[25], (batch * width * rows,)))
    clear(f4(at[26], (batch * heads * rows,)))
    clear(f4(at[27], (batch * units,)))
    times(product, d_answers, from_answers, f4(at[22] + 4 * batch * features, (everything, features)), 0)
    for t in range(steps - 1, -1, -1):
        for b in range(batch):
            unaddress(at, t * batch + b, b, batch, columns, features, units, heads, rows, width, own, real)
        times(product, d_told[t], from_told, d_state[t + 1, :, :units], 1)
        for b in range(batch):
            place = t * batch + b
            uncontrol(
                f4(at[7] + 16 * place * units, (4 * units,)),
                f4(at[5] + 4 * place * units, (units,)),
                f4(at[6] + 4 * place * units, (units,)),
                f4(at[22] + 4 * (place + batch) * features, (units,)),
                f4(at[27] + 4 * b * units, (units,)),
                f4(at[23] + 16 * place * units, (4 * units,)),
            )
        if t > 0:
            times(product, d_gates[t], from_gates, d_state[t], 1)
    gradients(at, n, after_input, after_controller, after_heads)


@piece
def gradients(at, n, after_input, after_controller, after_heads):
    """Write the gradient from the derivatives of all time steps."""
    everything, inputs, outputs, units = n[0] * n[1], n[2], n[3], n[4]
    features, columns, product = units + n[5] * n[7], (1 + n[8]) * n[5] * n[7] + n[5], at[0]
    before, later = f4(at[4], (everything, features)), f4(at[4] + 4 * n[1] * features, (everything, features))
    d_answers, d_gates = f4(at[21], (everything, outputs)), f4(at[23], (everything, 4 * units))
    d_told, found = f4(at[24], (everything, columns)), at[20]
    turned, starts = f4(at[38], (inputs, everything)), i8(at[35], (inputs + 1,))
    transpose(f4(at[2], (everything, inputs)), turned)
    see(product, turned, d_gates, f4(found, (inputs, 4 * units)), starts, i4(at[36], (n[9],)), f4(at[37], (n[9],)))
    times(product, before.T, d_gates, f4(found + after_input, (features, 4 * units)), 0)
    gather(d_gates, f4(found + after_controller - 16 * units, (4 * units,)))
    times(product, later[:, :units].T, d_told, f4(found + after_controller, (units, columns)), 0)
    gather(d_told, f4(found + after_heads - 4 * columns, (columns,)))
    times(product, later.T, d_answers, f4(found + after_heads, (features, outputs)), 0)
    gather(d_answers, f4(found + after_heads + 4 * features * outputs, (outputs,)))


@piece
def unaddress(at, place, b, batch, columns, features, units, heads, rows, width, own, real):
    """Go back through what `forward.address` does."""
    then, cells, weights = place + batch, width * rows, heads * rows
    there, d_there = at[8] + 4 * place * columns, at[24] + 4 * place * columns
    vectors, gate = f4(there, (columns - heads,)), f4(there + 4 * (columns - heads), (heads,))
    d_vectors, d_gate = f4(d_there, (columns - heads,)), f4(d_there + 4 * (columns - heads), (heads,))
    key, add = f4(there, (heads, width)), f4(there + 4 * own * heads * width, (heads, width))
    d_told = f4(d_there, ((1 + own) * heads, width))  # by the keys, then by what is written, if that is another vector
    d_reads = f4(at[22] + 4 * (then * features + units), (heads, width))
    memory, d_memory = f4(at[10] + 4 * then * cells, (width, rows)), f4(at[25] + 4 * b * cells, (width, rows))
    read_before = f4(at[12] + 4 * place * weights, (heads, rows))
    read_weights = f4(at[12] + 4 * then * weights, (heads, rows))
    write_weights = f4(at[13] + 4 * place * weights, (heads, rows))
    least_used, key_square = i8(at[14] + 8 * place * heads, (heads,)), f4(at[15] + 4 * place * heads, (heads,))
    row_square, scale = f4(at[16] + 4 * place * rows, (rows,)), f4(at[17] + 4 * place * weights, (heads, rows))
    cosine, d_read = f4(at[18] + 4 * place * weights, (heads, rows)), f4(at[26] + 4 * b * weights, (heads, rows))
    by_product, by_length = f4(at[28], (heads, rows)), f4(at[29], (heads, rows))  # see `differ`
    by_write, column = f4(at[30], (heads, rows)), f4(at[31], (heads,))
    for m in range(width):
        for h in range(heads):
            grow(memory[m], d_reads[h, m], d_read[h])
    for h in range(heads):
        column[h] = differ(
            d_read[h], read_weights[h], F4(real[1]), cosine[h], scale[h], row_square, key_square[h], by_product[h],
            by_length[h],
        )  # fmt: skip
        clear(by_write[h])
    for m in range(width):
        d, numbers = d_memory[m], memory[m]
        for h in range(heads):
            found = unread(numbers, read_weights[h], d_reads[h, m], by_product[h], key[h, m], by_length[h], d)
            d_told[h, m] = found - key[h, m] * column[h]
        for h in range(heads):
            found, added = unwrite(d, write_weights[h], add[h, m], by_write[h]), own * heads + h
            d_told[added, m] = found if own == 1 else d_told[added, m] + found
        d[least_used[0]] = _ZERO
    for h in range(heads):
        d_gate[h] = gated(by_write[h], read_before[h], least_used[h], gate[h], d_read[h])
    untell(vectors, gate, d_vectors, d_gate)


@piece
def unread(numbers, weights, d_read, by_product, key, by_length, d):  # (N,), (N,), (), (N,), (), (N,) -> (N,)
    """Add the derivatives by one number of all rows, from r = w^r M and K; return that by a key's number, from k M."""
    total = _ZERO
    for i in range(len(d)):
        number, product = numbers[i], by_product[i]
        d[i] += d_read * weights[i] + key * product - number * by_length[i]
        total += number * product
    return total


@piece
def unwrite(d, weights, add, d_weights):  # (N,), (N,), () -> (N,)
    """Add the derivatives by w^w, from M = w^w a; return that by a number that is written."""
    total = _ZERO
    for i in range(len(d)):
        d_weights[i] += add * d[i]
        total += d[i] * weights[i]
    return total


@piece
def cost(outputs, labels, d_outputs):  # (n, Y), (n,) -> (n, Y)
    """Return the mean cross-entropy of answers, and write its derivative by what comes before their softmax."""
    total, share = 0.0, _ONE / F4(len(outputs))
    for i in range(len(outputs)):
        x, d = outputs[i], d_outputs[i]
        highest = x[0]
        for y in range(len(x)):
            highest = larger(highest, x[y])
        partition = _ZERO
        for y in range(len(x)):
            d[y] = exponential(x[y] - highest)
            partition += d[y]
        inverse = share / partition
        for y in range(len(x)):
            d[y] *= inverse
        d[labels[i]] -= share
        total += logarithm(partition) + (highest - x[labels[i]])
    return total / len(outputs)


@piece
def differ(d_weights, weights, sharpness, cosine, scale, row_square, key_square, by_product, by_length):
    """Write the derivatives (N,) by k M, and -2 times those by |M(i)|², from those by w^r; return -2 times d |k|²."""
    mean, column = dot(d_weights, weights), _ZERO
    for i in range(len(weights)):
        by_cosine = sharpness * weights[i] * (d_weights[i] - mean) * scale[i]
        by_product[i] = by_cosine
        by_square = by_cosine * cosine[i] * scale[i]
        by_length[i] = key_square * by_square
        column += by_square * row_square[i]
    return column


@piece
def gated(d_weights, read_before, least, gate, d_read):  # (N,), (N,) -> (N,)
    """Return the derivative by sigma(alpha), and write that by w^r of the time step before, from those by w^w."""
    found = dot(d_weights, read_before) - d_weights[least]
    for i in range(len(d_read)):
        d_read[i] = gate * d_weights[i]
    return found


@piece
def untell(given, gate, d_given, d_gate):  # (P - H,), (H,) -> (P - H,), (H,)
    """Take derivatives through the activations."""
    for i in range(len(given)):
        d_given[i] *= _ONE - given[i] * given[i]
    for h in range(len(gate)):
        d_gate[h] *= gate[h] * (_ONE - gate[h])


@piece
def uncontrol(z, before, tanh_cell, d_hidden, d_cell, d):  # (4U,), (U,) each -> (U,), (4U,)
    """Write the derivatives by the controller's gates, before their activations, and by the cell before."""
    units = len(before)
    unemit(
        part(z, 0, units), part(z, units, units), part(z, 2 * units, units), part(z, 3 * units, units), before,
        tanh_cell, d_hidden, d_cell, part(d, 0, units), part(d, units, units), part(d, 2 * units, units),
        part(d, 3 * units, units),
    )  # fmt: skip
