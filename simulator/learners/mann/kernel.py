"""Whole lessons of the memory-augmented network, compiled: what `forward` and `backward` do, in the same buffers.

Axes in the comments: U units, H heads, N rows of memory, M width of one, P numbers that the controller gives the heads.
The memory is (M, N), with the paper's rows as columns.
"""

from __future__ import annotations

import math

from simulator.engine.compiling.functions import exponential, larger, logarithm, sigmoid, tanh
from simulator.engine.compiling.matrices import clear, dot, gather, repeat, transpose
from simulator.engine.compiling.products import times
from simulator.engine.compiling.writing import F4, Addresses, Reals, Sizes, f4, f8, i8, piece

_TINY, _ZERO, _ONE = F4(1e-6), F4(0), F4(1)  # the first is under the root of a cosine


def lesson(at: Addresses, n: Sizes, real: Reals) -> int:
    """Run episodes forward and, where `n[9]` is 1, back from their labels to the gradient and the cost.

    `at`: the product, weights, inputs, labels, the tape, then the cost, the gradient and room; see the steps.
    """
    forward(at, n, real)
    if n[9] == 1:
        backward(at, n, real)
    return 0


@piece
def forward(at, n, real):
    """Write the tape from a memory as it is at the beginning."""
    steps, batch, inputs, outputs, units, heads, rows, width = n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    own, decay, sharpness = n[8], F4(real[0]), F4(real[1])  # own is 1 where what is written is not the key
    vectors, everything = heads * width, steps * batch
    features, columns, product = units + vectors, (1 + own) * vectors + heads, at[0]
    of_controller, of_state = at[1], at[1] + 16 * inputs * units
    of_heads = of_state + 16 * (features + 1) * units
    of_output = of_heads + 4 * (units + 1) * columns
    state, cell, tanh_cell = (
        f4(at[4], (steps + 1, batch, features)),
        f4(at[5], (steps + 1, batch, units)),
        f4(at[6], (steps, batch, units)),
    )
    gates, told, answers = (
        f4(at[7], (steps, batch, 4 * units)),
        f4(at[8], (steps, batch, columns)),
        f4(at[9], (everything, outputs)),
    )
    memory, usage = f4(at[10], (steps + 1, batch, width, rows)), f4(at[11], (steps + 1, batch, rows))
    read_weights, write_weights = (
        f4(at[12], (steps + 1, batch, heads, rows)),
        f4(at[13], (steps, batch, heads, rows)),
    )
    least_used, key_square, row_square = (
        i8(at[14], (steps, batch, heads)),
        f4(at[15], (steps, batch, heads)),
        f4(at[16], (steps, batch, rows)),
    )
    scale, cosine = f4(at[17], (steps, batch, heads, rows)), f4(at[18], (steps, batch, heads, rows))

    all_gates = f4(at[7], (everything, 4 * units))
    repeat(f4(of_state + 16 * features * units, (4 * units,)), all_gates)
    times(product, f4(at[2], (everything, inputs)), f4(of_controller, (inputs, 4 * units)), all_gates, 1)
    for t in range(steps):
        times(product, state[t], f4(of_state, (features, 4 * units)), gates[t], 1)
        for b in range(batch):
            control(gates[t, b], cell[t, b], cell[t + 1, b], tanh_cell[t, b], state[t + 1, b, :units])
        repeat(f4(of_heads + 4 * units * columns, (columns,)), told[t])
        times(product, state[t + 1, :, :units], f4(of_heads, (units, columns)), told[t], 1)
        for b in range(batch):
            gate = told[t, b, columns - heads :]
            tell(told[t, b, : columns - heads], gate)
            there = at[8] + 4 * (t * batch + b) * columns
            key, add = f4(there, (heads, width)), f4(there + 4 * own * vectors, (heads, width))
            choose(usage[t, b], least_used[t, b])
            weigh(gate, read_weights[t, b], least_used[t, b], write_weights[t, b])
            keep(memory[t, b], least_used[t, b, 0], memory[t + 1, b])
            grow(product, add, write_weights[t, b], memory[t + 1, b])
            times(product, key, memory[t + 1, b], cosine[t, b], 0)
            measure(memory[t + 1, b], row_square[t, b])
            compare(key, row_square[t, b], key_square[t, b], scale[t, b], cosine[t, b])
            for h in range(heads):
                first = units + h * width
                softmax(cosine[t, b, h], sharpness, read_weights[t + 1, b, h])
                read(memory[t + 1, b], read_weights[t + 1, b, h], state[t + 1, b, first : first + width])
            use(usage[t, b], decay, read_weights[t + 1, b], write_weights[t, b], usage[t + 1, b])
    repeat(f4(of_output + 4 * features * outputs, (outputs,)), answers)
    later = f4(at[4] + 4 * batch * features, (everything, features))
    times(product, later, f4(of_output, (features, outputs)), answers, 1)


@piece
def backward(at, n, real):
    """Write the cost and its gradient from the tape; d_x is the derivative by x, before its activation."""
    steps, batch, inputs, outputs, units, heads, rows, width = n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    own, sharpness = n[8], F4(real[1])
    vectors, everything = heads * width, steps * batch
    features, columns, product = units + vectors, (1 + own) * vectors + heads, at[0]
    after_input = 16 * inputs * units  # bytes, of weights and gradient
    after_controller = after_input + 16 * (features + 1) * units
    after_heads = after_controller + 4 * (units + 1) * columns
    cell, tanh_cell = f4(at[5], (steps + 1, batch, units)), f4(at[6], (steps, batch, units))
    gates, told = f4(at[7], (steps, batch, 4 * units)), f4(at[8], (steps, batch, columns))
    memory, read_weights = (
        f4(at[10], (steps + 1, batch, width, rows)),
        f4(at[12], (steps + 1, batch, heads, rows)),
    )
    write_weights, least_used = f4(at[13], (steps, batch, heads, rows)), i8(at[14], (steps, batch, heads))
    key_square, row_square = f4(at[15], (steps, batch, heads)), f4(at[16], (steps, batch, rows))
    scale, cosine = f4(at[17], (steps, batch, heads, rows)), f4(at[18], (steps, batch, heads, rows))
    d_answers, d_state = f4(at[21], (everything, outputs)), f4(at[22], (steps + 1, batch, features))
    d_gates, d_told = f4(at[23], (steps, batch, 4 * units)), f4(at[24], (steps, batch, columns))
    d_memory, d_read, d_cell = (
        f4(at[25], (batch, width, rows)),
        f4(at[26], (batch, heads, rows)),
        f4(at[27], (batch, units)),
    )
    by_product, by_square = f4(at[28], (heads, rows)), f4(at[29], (heads, rows))  # see `differ`
    row, column = f4(at[30], (rows,)), f4(at[31], (heads,))
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
            gate, d_gate = told[t, b, columns - heads :], d_told[t, b, columns - heads :]
            there, d_there = at[8] + 4 * (t * batch + b) * columns, at[24] + 4 * (t * batch + b) * columns
            key, add = f4(there, (heads, width)), f4(there + 4 * own * vectors, (heads, width))
            d_key, d_add = f4(d_there, (heads, width)), f4(d_there + 4 * own * vectors, (heads, width))
            d_reads = f4(at[22] + 4 * (((t + 1) * batch + b) * features + units), (heads, width))
            # r = w^r M, w^r = softmax(sharpness K) and K = k M / (|k| |M|)
            grow(product, d_reads, read_weights[t + 1, b], d_memory[b])
            times(product, d_reads, memory[t + 1, b], d_read[b], 1)
            for h in range(heads):
                weights, similar, by_length = read_weights[t + 1, b, h], cosine[t, b, h], scale[t, b, h]
                differ(d_read[b, h], weights, sharpness, similar, by_length, by_product[h], by_square[h])
            lengths(by_square, key_square[t, b], row_square[t, b], row, column)
            for h in range(heads):
                keyed(memory[t + 1, b], by_product[h], key[h], column[h], d_key[h])
            lessen(memory[t + 1, b], row, d_memory[b])
            grow(product, key, by_product, d_memory[b])
            # M_t = kept M_{t-1} + w^w a and w^w = sigma(alpha) w^r + (1 - sigma(alpha)) w^lu
            for h in range(heads):
                added(d_memory[b], write_weights[t, b, h], 1 - own, d_add[h])
            times(product, add, d_memory[b], by_square, 0)  # d w^w
            for h in range(heads):
                d_gate[h] = gated(by_square[h], read_weights[t, b, h], least_used[t, b, h], gate[h], d_read[b, h])
            erase(d_memory[b], least_used[t, b, 0])
            untell(told[t, b, : columns - heads], gate, d_told[t, b, : columns - heads], d_gate)
        times(product, d_told[t], from_told, d_state[t + 1, :, :units], 1)
        for b in range(batch):
            uncontrol(gates[t, b], cell[t, b], tanh_cell[t, b], d_state[t + 1, b, :units], d_cell[b], d_gates[t, b])
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
    times(product, f4(at[2], (everything, inputs)).T, d_gates, f4(found, (inputs, 4 * units)), 0)
    times(product, before.T, d_gates, f4(found + after_input, (features, 4 * units)), 0)
    gather(d_gates, f4(found + after_controller - 16 * units, (4 * units,)))
    times(product, later[:, :units].T, d_told, f4(found + after_controller, (units, columns)), 0)
    gather(d_told, f4(found + after_heads - 4 * columns, (columns,)))
    times(product, later.T, d_answers, f4(found + after_heads, (features, outputs)), 0)
    gather(d_answers, f4(found + after_heads + 4 * features * outputs, (outputs,)))


@piece
def control(z, before, cell, tanh_cell, hidden):  # (4U,), then (U,) each
    """Write the gates z^i, z^f, z^o and z, the cell and what the controller puts out."""
    units = len(cell)
    for i in range(3 * units):
        z[i] = sigmoid(z[i])
    candidate = z[3 * units :]
    for i in range(units):
        candidate[i] = tanh(candidate[i])
    z_i, z_f, z_o = z[:units], z[units : 2 * units], z[2 * units :]
    for i in range(units):
        cell[i] = z_f[i] * before[i] + z_i[i] * candidate[i]
        tanh_cell[i] = tanh(cell[i])
        hidden[i] = z_o[i] * tanh_cell[i]


@piece
def tell(given, gate):  # (P - H,), (H,)
    """Write keys, vectors to be written and gates in place of what the controller says of them."""
    for i in range(len(given)):
        given[i] = tanh(given[i])
    for h in range(len(gate)):
        gate[h] = sigmoid(gate[h])


@piece
def choose(usage, found):  # (N,) -> (H,)
    """Write which rows are used least, the least used first; of rows used alike the first ones."""
    heads, count = len(found), 0
    for i in range(len(usage)):
        if count == heads and not usage[i] < usage[found[heads - 1]]:
            continue
        place = min(count, heads - 1)
        count = min(count + 1, heads)
        while place > 0 and usage[i] < usage[found[place - 1]]:
            found[place] = found[place - 1]
            place -= 1
        found[place] = i


@piece
def weigh(gate, read_before, least_used, weights):  # (H,), (H, N), (H,) -> (H, N)
    """Write w^w = sigma(alpha) w^r + (1 - sigma(alpha)) w^lu."""
    for h in range(len(gate)):
        before, out, g = read_before[h], weights[h], gate[h]
        for i in range(len(out)):
            out[i] = g * before[i]
        out[least_used[h]] += _ONE - g


@piece
def keep(before, erased, memory):  # (M, N) -> (M, N)
    """Write the memory without its row `erased`."""
    for m in range(len(memory)):
        old, new = before[m], memory[m]
        for i in range(len(new)):
            new[i] = old[i]
        new[erased] = _ZERO


@piece
def grow(product, vectors, weights, memory):  # (H, M), (H, N) -> (M, N)
    """Add to each row of memory the vectors, as much as its weights say."""
    if len(vectors) > 2:
        times(product, vectors.T, weights, memory, 1)
        return
    for h in range(len(vectors)):
        vector, weight = vectors[h], weights[h]
        for m in range(len(memory)):
            part, number = memory[m], vector[m]
            for i in range(len(weight)):
                part[i] += number * weight[i]


@piece
def measure(memory, square):  # (M, N) -> (N,)
    """Write |M(i)|²."""
    for i in range(len(square)):
        square[i] = _ZERO
    for m in range(len(memory)):
        part = memory[m]
        for i in range(len(square)):
            square[i] += part[i] * part[i]


@piece
def compare(key, row_square, key_square, scale, cosine):  # (H, M), (N,) -> (H,), (H, N), (H, N)
    """Write |k|², 1 / (|k| |M(i)|), and the cosines in place of the products k M."""
    for h in range(len(key)):
        k, s, c = key[h], scale[h], cosine[h]
        total = _ZERO
        for m in range(len(k)):
            total += k[m] * k[m]
        key_square[h] = total
        for i in range(len(s)):
            s[i] = _ONE / math.sqrt(_TINY + total * row_square[i])
            c[i] *= s[i]


@piece
def softmax(x, sharpness, out):  # (N,) -> (N,)
    """Write softmax(sharpness x)."""
    highest = x[0]
    for i in range(len(x)):
        highest = larger(highest, x[i])
    total = _ZERO
    for i in range(len(x)):
        out[i] = exponential(sharpness * (x[i] - highest))
        total += out[i]
    inverse = _ONE / total
    for i in range(len(x)):
        out[i] *= inverse


@piece
def read(memory, weights, out):  # (M, N), (N,) -> (M,)
    """Write r = sum of w^r(i) M(i)."""
    for m in range(len(out)):
        out[m] = dot(memory[m], weights)


@piece
def use(before, decay, read_weights, write_weights, usage):  # (N,), (), (H, N), (H, N) -> (N,)
    """Write w^u = gamma w^u + w^r + w^w."""
    for i in range(len(usage)):
        usage[i] = decay * before[i]
    for h in range(len(read_weights)):
        r, w = read_weights[h], write_weights[h]
        for i in range(len(usage)):
            usage[i] += r[i] + w[i]


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
def differ(d_weights, weights, sharpness, cosine, scale, by_product, by_square):  # (N,) each
    """Write the derivatives by k M, and -2 times those by |k|² |M|², from those by w^r."""
    mean = dot(d_weights, weights)
    for i in range(len(weights)):
        d_cosine = sharpness * weights[i] * (d_weights[i] - mean)
        by_product[i] = d_cosine * scale[i]
        by_square[i] = d_cosine * cosine[i] * scale[i] * scale[i]


@piece
def lengths(by_square, key_square, row_square, row, column):  # (H, N), (H,), (N,) -> (N,), (H,)
    """Write -2 times the derivatives by |M(i)|² and |k|²."""
    clear(row)
    for h in range(len(column)):
        part, k = by_square[h], key_square[h]
        column[h] = dot(part, row_square)
        for i in range(len(row)):
            row[i] += k * part[i]


@piece
def keyed(memory, by_product, key, column, d_key):  # (M, N), (N,), (M,), () -> (M,)
    """Write the derivative by a key that is read with."""
    for m in range(len(key)):
        d_key[m] = dot(memory[m], by_product) - key[m] * column


@piece
def lessen(memory, row, d_memory):  # (M, N), (N,) -> (M, N)
    """Subtract what reading gains from longer rows of memory."""
    for m in range(len(memory)):
        part, d = memory[m], d_memory[m]
        for i in range(len(row)):
            d[i] -= part[i] * row[i]


@piece
def added(d_memory, weights, adds, d_add):  # (M, N), (N,) -> (M,)
    """Write the derivative by a vector that is written, or add it where the vector is the key."""
    for m in range(len(d_add)):
        found = dot(d_memory[m], weights)
        d_add[m] = d_add[m] + found if adds == 1 else found


@piece
def gated(d_weights, read_before, least, gate, d_read):  # (N,), (N,) -> (N,)
    """Return the derivative by sigma(alpha), and write that by w^r of the time step before, from those by w^w."""
    found = dot(d_weights, read_before) - d_weights[least]
    for i in range(len(d_read)):
        d_read[i] = gate * d_weights[i]
    return found


@piece
def erase(d_memory, erased):  # (M, N)
    """Forget the derivative by what was erased."""
    for m in range(len(d_memory)):
        d_memory[m, erased] = _ZERO


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
    z_i, z_f, z_o, candidate = z[:units], z[units : 2 * units], z[2 * units : 3 * units], z[3 * units :]
    d_i, d_f, d_o, d_candidate = d[:units], d[units : 2 * units], d[2 * units : 3 * units], d[3 * units :]
    for i in range(units):
        through = d_cell[i] + d_hidden[i] * z_o[i] * (_ONE - tanh_cell[i] * tanh_cell[i])
        d_i[i] = through * candidate[i] * z_i[i] * (_ONE - z_i[i])
        d_f[i] = through * before[i] * z_f[i] * (_ONE - z_f[i])
        d_o[i] = d_hidden[i] * tanh_cell[i] * z_o[i] * (_ONE - z_o[i])
        d_candidate[i] = through * z_i[i] * (_ONE - candidate[i] * candidate[i])
        d_cell[i] = through * z_f[i]
