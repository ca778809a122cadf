"""LSTM layers on top of each other, compiled: what `torch.lstm` does from zeros, and back to the gradient.

Weights have the shapes of `torch.nn.LSTM`: rows for z^i, z^f, z and z^o, U each. Axes in the comments: U units.
"""

from __future__ import annotations

from simulator.engine.compiling.functions import sigmoid, tanh
from simulator.engine.compiling.matrices import clear, gather, repeat, transpose
from simulator.engine.compiling.products import times
from simulator.engine.compiling.writing import F4, Addresses, Reals, Sizes, f4, piece

_ONE = F4(1)
_FIRST, _EACH = 4, 11  # where a layer's addresses begin, and how many each has


def layers(at: Addresses, n: Sizes, real: Reals) -> int:
    """Run all layers forward, or back through what they did last where `n[5]` is 1.

    `at`: the product, inputs, room for turned weights, room for derivatives; then for each layer its weights of inputs
    and of what it put out before, and biases; what it puts out, its cells, their tanh and its gates; the derivatives by
    what it puts out, which are given for the last layer; and the gradient, shaped as the weights.
    """
    steps, batch, inputs, units, count = n[0], n[1], n[2], n[3], n[4]
    if n[5] == 0:
        for i in range(count):
            first = _FIRST + i * _EACH
            below = at[1] if i == 0 else at[first - _EACH + 3] + 4 * batch * units
            forward(at, first, below, steps, batch, inputs if i == 0 else units, units)
    else:
        for i in range(count - 1, -1, -1):
            first = _FIRST + i * _EACH
            below = at[1] if i == 0 else at[first - _EACH + 3] + 4 * batch * units
            width = inputs if i == 0 else units
            backward(at, first, below, steps, batch, width, units)
            if i > 0:
                d_below = f4(at[first - _EACH + 7] + 4 * batch * units, (steps * batch, units))
                times(at[0], f4(at[3], (steps * batch, 4 * units)), f4(at[first], (4 * units, units)), d_below, 0)
    return 0


@piece
def forward(at, first, below, steps, batch, width, units):
    """Write what a layer does with inputs that lie at `below`, (steps, batch, width)."""
    everything, product = steps * batch, at[0]
    seen, cell = f4(at[first + 3], (steps + 1, batch, units)), f4(at[first + 4], (steps + 1, batch, units))
    tanh_cell, gates = f4(at[first + 5], (steps, batch, units)), f4(at[first + 6], (steps, batch, 4 * units))
    from_below, from_before = f4(at[2], (width, 4 * units)), f4(at[2], (units, 4 * units))  # one after the other
    all_gates = f4(at[first + 6], (everything, 4 * units))
    repeat(f4(at[first + 2], (4 * units,)), all_gates)
    transpose(f4(at[first], (4 * units, width)), from_below)
    times(product, f4(below, (everything, width)), from_below, all_gates, 1)
    transpose(f4(at[first + 1], (4 * units, units)), from_before)
    clear(f4(at[first + 3], (batch * units,)))
    clear(f4(at[first + 4], (batch * units,)))
    for t in range(steps):
        times(product, seen[t], from_before, gates[t], 1)
        for b in range(batch):
            step(gates[t, b], cell[t, b], cell[t + 1, b], tanh_cell[t, b], seen[t + 1, b])


@piece
def backward(at, first, below, steps, batch, width, units):
    """Write the gradient of a layer, and the derivatives by its gates at `at[3]`."""
    everything, product = steps * batch, at[0]
    cell, tanh_cell = f4(at[first + 4], (steps + 1, batch, units)), f4(at[first + 5], (steps, batch, units))
    gates, d_seen = f4(at[first + 6], (steps, batch, 4 * units)), f4(at[first + 7], (steps + 1, batch, units))
    d_gates, d_cell = f4(at[3], (steps, batch, 4 * units)), f4(at[2], (batch, units))
    weights, all_gates = f4(at[first + 1], (4 * units, units)), f4(at[3], (everything, 4 * units))
    clear(f4(at[2], (batch * units,)))
    for t in range(steps - 1, -1, -1):
        for b in range(batch):
            back(gates[t, b], cell[t, b], tanh_cell[t, b], d_seen[t + 1, b], d_cell[b], d_gates[t, b])
        times(product, d_gates[t], weights, d_seen[t], 1)
    times(product, all_gates.T, f4(below, (everything, width)), f4(at[first + 8], (4 * units, width)), 0)
    before = f4(at[first + 3], (everything, units))
    times(product, all_gates.T, before, f4(at[first + 9], (4 * units, units)), 0)
    gather(all_gates, f4(at[first + 10], (4 * units,)))


@piece
def step(z, before, cell, tanh_cell, seen):  # (4U,), then (U,) each
    """Write the gates z^i, z^f, z and z^o, the cell and what the layer puts out."""
    units = len(cell)
    opened, z_f, candidate, z_o = z[: 2 * units], z[units : 2 * units], z[2 * units : 3 * units], z[3 * units :]
    for i in range(2 * units):
        opened[i] = sigmoid(opened[i])
    for i in range(units):
        candidate[i] = tanh(candidate[i])
    for i in range(units):
        z_o[i] = sigmoid(z_o[i])
    for i in range(units):
        cell[i] = z_f[i] * before[i] + z[i] * candidate[i]
        tanh_cell[i] = tanh(cell[i])
        seen[i] = z_o[i] * tanh_cell[i]


@piece
def back(z, before, tanh_cell, d_seen, d_cell, d):  # (4U,), (U,) each -> (U,), (4U,)
    """Write the derivatives by the gates, before their activations, and by the cell before."""
    units = len(before)
    z_i, z_f, candidate, z_o = z[:units], z[units : 2 * units], z[2 * units : 3 * units], z[3 * units :]
    d_i, d_f, d_candidate, d_o = d[:units], d[units : 2 * units], d[2 * units : 3 * units], d[3 * units :]
    for i in range(units):
        through = d_cell[i] + d_seen[i] * z_o[i] * (_ONE - tanh_cell[i] * tanh_cell[i])
        d_i[i] = through * candidate[i] * z_i[i] * (_ONE - z_i[i])
        d_f[i] = through * before[i] * z_f[i] * (_ONE - z_f[i])
        d_candidate[i] = through * z_i[i] * (_ONE - candidate[i] * candidate[i])
        d_o[i] = d_seen[i] * tanh_cell[i] * z_o[i] * (_ONE - z_o[i])
        d_cell[i] = through * z_f[i]
