"""Episodes of the memory-augmented network forward, compiled: what `mann.forward` does, in the same buffers.

Axes in the comments: U units, H heads, N rows of memory, M width of one, P numbers that the controller gives the heads.
The memory is (M, N), with the paper's rows as columns.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.functions import exponential, larger, sigmoid, tanh
from metascope.simulator.engine.compiling.linear.products import times
from metascope.simulator.engine.compiling.linear.rows import clear, dot, repeat
from metascope.simulator.engine.compiling.linear.sparse import listed, times_listed
from metascope.simulator.engine.compiling.writing import F4, f4, i4, i8, part, piece
from metascope.simulator.learners.lstm.kernel.cell import emit, open_gates
from metascope.simulator.learners.mann.memory import TINY

_TINY, _ZERO, _ONE = F4(TINY), F4(0), F4(1)


@piece
def forward(at, n, real):
    """Write the tape from a memory as it is at the beginning."""
    steps, batch, inputs, outputs, units, heads, rows, width = n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    own = n[8]  # 1 where what is written is not the key
    vectors, everything = heads * width, steps * batch
    features, columns, product = units + vectors, (1 + own) * vectors + heads, at[0]
    of_controller, of_state = at[1], at[1] + 16 * inputs * units
    of_heads = of_state + 16 * (features + 1) * units
    of_output = of_heads + 4 * (units + 1) * columns
    state, gates = f4(at[4], (steps + 1, batch, features)), f4(at[7], (steps, batch, 4 * units))
    told, bias = f4(at[8], (steps, batch, columns)), f4(of_state + 16 * features * units, (4 * units,))
    see(
        product, f4(at[2], (everything, inputs)), f4(of_controller, (inputs, 4 * units)),
        f4(at[7], (everything, 4 * units)), i8(at[35], (everything + 1,)), i4(at[36], (n[9],)), f4(at[37], (n[9],)),
    )  # fmt: skip
    for t in range(steps):
        times(product, state[t], f4(of_state, (features, 4 * units)), gates[t], 1)
        for b in range(batch):
            place = t * batch + b
            control(
                f4(at[7] + 16 * place * units, (4 * units,)),
                bias,
                f4(at[5] + 4 * place * units, (units,)),
                f4(at[5] + 4 * (place + batch) * units, (units,)),
                f4(at[6] + 4 * place * units, (units,)),
                f4(at[4] + 4 * (place + batch) * features, (units,)),
            )
        repeat(f4(of_heads + 4 * units * columns, (columns,)), told[t])
        times(product, state[t + 1, :, :units], f4(of_heads, (units, columns)), told[t], 1)
        for b in range(batch):
            address(at, t * batch + b, batch, columns, features, units, heads, rows, width, own, real)
    answers = f4(at[9], (everything, outputs))
    repeat(f4(of_output + 4 * features * outputs, (outputs,)), answers)
    later = f4(at[4] + 4 * batch * features, (everything, features))
    times(product, later, f4(of_output, (features, outputs)), answers, 1)


@piece
def see(product, inputs, weights, gates, starts, places, numbers):  # (n, X), (X, 4U) -> (n, 4U)
    """Write what the inputs add to the gates; those most of whose numbers are 0 are listed."""
    if listed(inputs, starts, places, numbers):
        times_listed(starts, places, numbers, weights, gates, 0)
    else:
        times(product, inputs, weights, gates, 0)


@piece
def address(at, place, batch, columns, features, units, heads, rows, width, own, real):
    """Write to and read from the memory of one episode at one time step; `place` counts both."""
    then, cells, weights = place + batch, width * rows, heads * rows  # then: after the time step
    there = at[8] + 4 * place * columns
    vectors, gate = f4(there, (columns - heads,)), f4(there + 4 * (columns - heads), (heads,))
    key, add = f4(there, (heads, width)), f4(there + 4 * own * heads * width, (heads, width))
    before, memory = f4(at[10] + 4 * place * cells, (width, rows)), f4(at[10] + 4 * then * cells, (width, rows))
    usage_before, usage = f4(at[11] + 4 * place * rows, (rows,)), f4(at[11] + 4 * then * rows, (rows,))
    read_before = f4(at[12] + 4 * place * weights, (heads, rows))
    read_weights = f4(at[12] + 4 * then * weights, (heads, rows))
    write_weights = f4(at[13] + 4 * place * weights, (heads, rows))
    least_used, key_square = i8(at[14] + 8 * place * heads, (heads,)), f4(at[15] + 4 * place * heads, (heads,))
    row_square, scale = f4(at[16] + 4 * place * rows, (rows,)), f4(at[17] + 4 * place * weights, (heads, rows))
    cosine, reads = f4(at[18] + 4 * place * weights, (heads, rows)), at[4] + 4 * (then * features + units)
    tell(vectors, gate)
    choose(usage_before, least_used)
    weigh(gate, read_before, least_used, write_weights)
    write(before, least_used[0], write_weights, add, key, f4(at[30], (rows,)), memory, row_square, cosine)
    compare(key, row_square, key_square, scale, cosine)
    for h in range(heads):
        softmax(cosine[h], F4(real[1]), read_weights[h])
        read(memory, read_weights[h], f4(reads + 4 * h * width, (width,)))
    use(usage_before, F4(real[0]), read_weights, write_weights, usage)


@piece
def control(z, bias, before, cell, tanh_cell, hidden):  # (4U,) twice, then (U,) each
    """Write the gates z^i, z^f, z^o and z, the cell and what the controller puts out."""
    units = len(cell)
    open_gates(part(z, 0, 3 * units), part(bias, 0, 3 * units))
    emit(
        part(z, 0, units), part(z, units, units), part(z, 2 * units, units), part(z, 3 * units, units),
        part(bias, 3 * units, units), before, cell, tanh_cell, hidden,
    )  # fmt: skip


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
def write(before, least, weights, add, key, kept, memory, row_square, cosine):
    """Write M_t = kept M_{t-1} + w^w a (M, N), |M_t(i)|² (N,) and the products k M_t (H, N); `kept` (N,) is room."""
    for i in range(len(kept)):
        kept[i] = _ONE
        row_square[i] = _ZERO
    kept[least] = _ZERO
    for h in range(len(key)):
        clear(cosine[h])
    for m in range(len(memory)):
        new = memory[m]
        renew(before[m], kept, weights[0], add[0, m], new)
        for h in range(1, len(add)):
            grow(weights[h], add[h, m], new)
        measure(new, key[0, m], row_square, cosine[0])
        for h in range(1, len(key)):
            grow(new, key[h, m], cosine[h])


@piece
def renew(before, kept, weights, add, new):  # (N,), (N,), (N,), () -> (N,)
    """Write one number of all rows of memory, as far as the first head goes."""
    for i in range(len(new)):
        new[i] = before[i] * kept[i] + add * weights[i]


@piece
def grow(x, by, total):  # (N,), () -> (N,)
    """Add x, as much as `by` says."""
    for i in range(len(total)):
        total[i] += by * x[i]


@piece
def measure(numbers, key, square, product):  # (N,), () -> (N,), (N,)
    """Add what one number of all rows gives to |M(i)|² and to k M."""
    for i in range(len(numbers)):
        square[i] += numbers[i] * numbers[i]
        product[i] += key * numbers[i]


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
