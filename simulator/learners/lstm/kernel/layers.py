"""LSTM layers on top of each other, compiled: what `torch.lstm` does from zeros, and back to the gradient.

Weights have the shapes of `torch.nn.LSTM`: rows for z^i, z^f, z and z^o, U each. Axes in the comments: U units.
Inputs most of whose numbers are 0 are listed, see `sparse`.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.linear.products import times
from metascope.simulator.engine.compiling.linear.rows import clear, gather, transpose
from metascope.simulator.engine.compiling.linear.sparse import listed, times_listed
from metascope.simulator.engine.compiling.writing import Addresses, Reals, Sizes, f4, i4, i8, part, piece
from metascope.simulator.learners.lstm.kernel.cell import emit, open_gates, unemit

_FIRST, _EACH = 7, 11  # where a layer's addresses begin, and how many each has


def layers(at: Addresses, n: Sizes, real: Reals) -> int:
    """Run all layers forward, or back through what they did last where `n[6]` is 1.

    `at`: the product, inputs, room for turned matrices, room for derivatives, room for lists of the inputs: where rows
    begin, columns and numbers; then for each layer its weights of inputs and of what it put out before, and biases;
    what it puts out, its cells, their tanh and its gates; the derivatives by what it puts out, which are given for the
    last layer; and the gradient, shaped as the weights.
    """
    steps, batch, inputs, units, count = n[0], n[1], n[2], n[3], n[4]
    if n[6] == 0:
        for i in range(count):
            first = _FIRST + i * _EACH
            below = at[1] if i == 0 else at[first - _EACH + 3] + 4 * batch * units
            forward(at, first, below, steps, batch, inputs if i == 0 else units, units, n[5])
    else:
        for i in range(count - 1, -1, -1):
            first = _FIRST + i * _EACH
            below = at[1] if i == 0 else at[first - _EACH + 3] + 4 * batch * units
            width = inputs if i == 0 else units
            backward(at, first, below, steps, batch, width, units, n[5])
            if i > 0:
                d_below = f4(at[first - _EACH + 7] + 4 * batch * units, (steps * batch, units))
                times(at[0], f4(at[3], (steps * batch, 4 * units)), f4(at[first], (4 * units, units)), d_below, 0)
    return 0


layers.interleaved = 4


@piece
def forward(at, first, below, steps, batch, width, units, longest):
    """Write what a layer does with inputs that lie at `below`, (steps, batch, width)."""
    everything, product = steps * batch, at[0]
    seen, gates = f4(at[first + 3], (steps + 1, batch, units)), f4(at[first + 6], (steps, batch, 4 * units))
    from_below, from_before = f4(at[2], (width, 4 * units)), f4(at[2], (units, 4 * units))  # one after the other
    inputs, all_gates = f4(below, (everything, width)), f4(at[first + 6], (everything, 4 * units))
    transpose(f4(at[first], (4 * units, width)), from_below)
    starts, places, numbers = i8(at[4], (everything + 1,)), i4(at[5], (longest,)), f4(at[6], (longest,))
    if first == _FIRST and listed(inputs, starts, places, numbers):
        times_listed(starts, places, numbers, from_below, all_gates, 0)
    else:
        times(product, inputs, from_below, all_gates, 0)
    transpose(f4(at[first + 1], (4 * units, units)), from_before)
    clear(f4(at[first + 3], (batch * units,)))
    clear(f4(at[first + 4], (batch * units,)))
    for t in range(steps):
        if t > 0:
            times(product, seen[t], from_before, gates[t], 1)
        for b in range(batch):
            place = t * batch + b
            step(
                f4(at[first + 6] + 16 * place * units, (4 * units,)),
                f4(at[first + 2], (4 * units,)),
                f4(at[first + 4] + 4 * place * units, (units,)),
                f4(at[first + 4] + 4 * (place + batch) * units, (units,)),
                f4(at[first + 5] + 4 * place * units, (units,)),
                f4(at[first + 3] + 4 * (place + batch) * units, (units,)),
            )


@piece
def backward(at, first, below, steps, batch, width, units, longest):
    """Write the gradient of a layer, and the derivatives by its gates at `at[3]`."""
    everything, product = steps * batch, at[0]
    d_seen, d_gates = f4(at[first + 7], (steps + 1, batch, units)), f4(at[3], (steps, batch, 4 * units))
    weights, all_gates = f4(at[first + 1], (4 * units, units)), f4(at[3], (everything, 4 * units))
    clear(f4(at[2], (batch * units,)))
    for t in range(steps - 1, -1, -1):
        for b in range(batch):
            place = t * batch + b
            back(
                f4(at[first + 6] + 16 * place * units, (4 * units,)),
                f4(at[first + 4] + 4 * place * units, (units,)),
                f4(at[first + 5] + 4 * place * units, (units,)),
                f4(at[first + 7] + 4 * (place + batch) * units, (units,)),
                f4(at[2] + 4 * b * units, (units,)),
                f4(at[3] + 16 * place * units, (4 * units,)),
            )
        if t > 0:
            times(product, d_gates[t], weights, d_seen[t], 1)
    inputs, by_weights = f4(below, (everything, width)), f4(at[first + 8], (4 * units, width))
    turned, found = f4(at[2], (width, everything)), f4(at[2], (width, 4 * units))  # one after the other
    starts, places, numbers = i8(at[4], (width + 1,)), i4(at[5], (longest,)), f4(at[6], (longest,))
    few = False
    if first == _FIRST:
        transpose(inputs, turned)
        few = listed(turned, starts, places, numbers)
    if few:
        times_listed(starts, places, numbers, all_gates, found, 0)
        transpose(found, by_weights)
    else:
        times(product, all_gates.T, inputs, by_weights, 0)
    later = everything - batch  # those that have something before them
    before, d_later = f4(at[first + 3] + 4 * batch * units, (later, units)), all_gates[batch:]
    times(product, d_later.T, before, f4(at[first + 9], (4 * units, units)), 0)
    gather(all_gates, f4(at[first + 10], (4 * units,)))


@piece
def step(z, bias, before, cell, tanh_cell, seen):  # (4U,) twice, then (U,) each
    """Write the gates z^i, z^f, z and z^o, the cell and what the layer puts out."""
    units = len(cell)
    open_gates(part(z, 0, 2 * units), part(bias, 0, 2 * units))
    open_gates(part(z, 3 * units, units), part(bias, 3 * units, units))
    emit(
        part(z, 0, units), part(z, units, units), part(z, 3 * units, units), part(z, 2 * units, units),
        part(bias, 2 * units, units), before, cell, tanh_cell, seen,
    )  # fmt: skip


@piece
def back(z, before, tanh_cell, d_seen, d_cell, d):  # (4U,), (U,) each -> (U,), (4U,)
    """Write the derivatives by the gates, before their activations, and by the cell before."""
    units = len(before)
    unemit(
        part(z, 0, units), part(z, units, units), part(z, 3 * units, units), part(z, 2 * units, units), before,
        tanh_cell, d_seen, d_cell, part(d, 0, units), part(d, units, units), part(d, 3 * units, units),
        part(d, 2 * units, units),
    )  # fmt: skip
