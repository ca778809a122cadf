"""The cell of an LSTM, compiled: forward from its gates, and back to their derivatives.

Each part of the gates is an array of its own: arrays of a piece lie apart, which LLVM needs to know to use vectors.
Axes in the comments: U units. d_x is the derivative by x, before its activation.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.functions import sigmoid, tanh
from metascope.simulator.engine.compiling.writing import F4, piece

_ONE = F4(1)


@piece
def open_gates(z, bias):  # (n,) each
    """Write sigma(z + b) in place of z."""
    for i in range(len(z)):
        z[i] = sigmoid(z[i] + bias[i])


@piece
def emit(z_i, z_f, z_o, z, bias, before, cell, tanh_cell, hidden):  # (U,) each
    """Write tanh(z + b) in place of z, c' = z^f c + z^i tanh(z + b) and h' = z^o tanh c'."""
    for i in range(len(z)):
        candidate = tanh(z[i] + bias[i])
        z[i] = candidate
        then = z_f[i] * before[i] + z_i[i] * candidate
        cell[i] = then
        out = tanh(then)
        tanh_cell[i] = out
        hidden[i] = z_o[i] * out


@piece
def unemit(z_i, z_f, z_o, z, before, tanh_cell, d_hidden, d_cell, d_i, d_f, d_o, d):  # (U,) each
    """Go back through what `emit` does, and through the gates; `d_cell` becomes that by the cell before."""
    for i in range(len(before)):
        out, opened = tanh_cell[i], z_o[i]
        through = d_cell[i] + d_hidden[i] * opened * (_ONE - out * out)
        d_i[i] = through * z[i] * z_i[i] * (_ONE - z_i[i])
        d_f[i] = through * before[i] * z_f[i] * (_ONE - z_f[i])
        d_o[i] = d_hidden[i] * out * opened * (_ONE - opened)
        d[i] = through * z_i[i] * (_ONE - z[i] * z[i])
        d_cell[i] = through * z_f[i]
