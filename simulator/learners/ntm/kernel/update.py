"""Trains a Neural Turing Machine, or lets it answer: `forward`, cost and `backward`, several updates in one call.

What makes it fast beside the same by torch: the sequences of a batch are treated a few at a time, so that what the way
back needs still lies in the processor's cache; all that happens to a row of the memory happens in one pass over it;
answers keep no more than two time steps.
Axes, in all modules of this kernel: T time steps, B sequences that are treated together, X inputs, Y outputs, U units,
G rows of the controller, W heads that write and as many that read, H = 2 W, N locations, M width of one, P parameters
of the heads, F = U + W M. A row of the memory is one of its M numbers at all N locations.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.functions import exponential, logarithm_beyond_1, sigmoid
from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import F4, Addresses, Reals, Sizes, f4, f8, i8, piece
from metascope.simulator.learners.moving.kernel import clip, move, total
from metascope.simulator.learners.ntm.kernel.backward import backward
from metascope.simulator.learners.ntm.kernel.forward import begin, forward

_ZERO, _ONE, _BIT = F4(0), F4(1), F4(math.log(2))


def update(at: Addresses, n: Sizes, real: Reals) -> int:
    """Train on several batches, one after the other, or only answer them; its arguments are those of `compiled`.

    Return 0; 1: a cost became NaN or infinite; 2: a gradient did.
    """
    batch, width, updates, teaches, size = n[8], n[9], n[10], n[11], n[12]
    vector, gradient = f4(at[1], (size,)), f4(at[10], (size,))
    first, second, third = f4(at[11], (size,)), f4(at[12], (size,)), f4(at[13], (size,))
    lengths, bits, powers = i8(at[7], (updates,)), f4(at[8], (updates, batch)), f8(at[14], (2,))
    for number in range(updates):
        if teaches:
            for i in range(size):
                gradient[i] = _ZERO
            if width > 1:
                _turned(at, n)
        for low in range(0, batch, width):
            _treated(at, n, number, _before(lengths, number) * batch, low, min(width, batch - low))
        if teaches:
            if not math.isfinite(total(bits[number])):
                return 1
            if not math.isfinite(total(gradient)):
                return 2
            if n[13] >= 0:
                clip(gradient, F4(real[1]), n[14])
                move(n[13], vector, gradient, first, second, third, powers, F4(real[0]), F4(real[2]))
    return 0


@piece
def _before(lengths, number):
    """The time steps of all batches before one."""
    found = 0
    for i in range(number):
        found += lengths[i]
    return found


@piece
def _shape(n):
    """G, F, S: how many numbers of [h, r] the controller sees, all of them if it is an LSTM, and P."""
    u, w, m, gated = n[2], n[3], n[5], n[6]
    return (4 if gated else 1) * u, u + w * m, (u if gated else 0) + w * m, 12 * w + 4 * w * m


@piece
def _turned(at, n):
    """Turn the matrices that the way back multiplies by."""
    y, u = n[1], n[2]
    g, f, seen, p = _shape(n)
    vector, parts = f4(at[1], (n[12],)), i8(at[2], (12,))
    turn(vector, parts[1], g, f4(at[39], (g * seen,)), 0, seen, seen, g)
    turn(vector, parts[3], p, f4(at[40], (p * u,)), 0, u, u, p)
    turn(vector, parts[5], y, f4(at[41], (y * f,)), 0, f, f, y)


@piece
def _treated(at, n, number, begun, low, b):
    """Let `b` sequences of a batch, from `low` on, be answered, and add their part to the gradient.

    Args:
        number: of the batch.
        begun: where it begins, among the time steps of all sequences.
    """
    product, x, y, u, w, locations, m = at[0], n[0], n[1], n[2], n[3], n[4], n[5]
    steps, batch, teaches, h = i8(at[7], (n[10],))[number], n[8], n[11], 2 * w
    g, f, seen, p = _shape(n)
    kept, c = (steps if teaches else 1), (u if n[6] else 0)
    vector, parts = f4(at[1], (n[12],)), i8(at[2], (12,))
    sizes = (x, y, u, w, m, n[6], n[7], teaches)
    tape = (
        f4(at[15], (steps + 1, b, x + f)),  # [x, h, r]: inputs lie with what is seen with them
        f4(at[16], (steps + 1, b, c)),  # c
        f4(at[17], (steps, b, c)),  # tanh c
        f4(at[18], (steps, b, g)),  # the controller's rows
        f4(at[19], (steps, b, p)),  # raw outputs
        f4(at[20], (kept, b, p)),  # the heads' parameters, in the places of their raw outputs
        f4(at[21], (kept + 1, b, locations)),  # |M(i)|
        f4(at[22], (kept, b, h)),  # |k|
        f4(at[23], (kept, b, h, locations)),  # match
        f4(at[24], (kept, b, h, locations)),  # w^c
        f4(at[25], (kept, b, h, locations + 2)),  # w^g, wrapped
        f4(at[26], (kept, b, h, locations)),  # w~
        f4(at[27], (kept, b, h, locations)),  # log w~
        f4(at[28], (kept + 1, b, h, locations)),  # w
        f4(at[29], (kept + 1, b, m, locations)),  # M
        f4(at[30], (steps, b, y)),  # outputs
        f4(at[31], (4, h, locations + 2)),  # room for rows
    )
    begin(sizes, vector, parts, f4(at[3], (locations, m)), f4(at[4] + 4 * begun * x, (steps, batch, x)), low, tape)
    forward(product, sizes, vector, parts, tape)
    if not teaches:
        _give(tape[15], f4(at[9] + 4 * begun * y, (steps, batch, y)), low)
        return
    adjoint = (
        f4(at[32], (steps, b, y)),  # d outputs
        f4(at[33], (steps + 1, b, f)),  # d [h, r]
        f4(at[34], (steps, b, g)),  # d rows
        f4(at[35], (steps, b, p)),  # d raw
        f4(at[36], (b, h, locations)),  # d w
        f4(at[37], (b, m, locations)),  # d M
        f4(at[38], (b, c)),  # d c
    )
    turned = (f4(at[39], (g, seen)), f4(at[40], (p, u)), f4(at[41], (y, f)))
    targets, mask = f4(at[5] + 4 * begun * y, (steps, batch, y)), f4(at[6] + 4 * begun, (steps, batch))
    _cost(tape[15], targets, mask, low, adjoint[0], f4(at[8], (n[10], batch))[number])
    backward(product, sizes, vector, parts, tape, adjoint, turned, f4(at[10], (n[12],)))


@piece
def _give(outputs, answers, low):
    """Copy outputs (T, B, Y) to where all answers lie."""
    steps, b, y = outputs.shape
    for t in range(steps):
        for k in range(b):
            for j in range(y):
                answers[t, low + k, j] = outputs[t, k, j]


@piece
def _cost(outputs, targets, mask, low, d_outputs, bits):
    """Write the bits that each sequence costs, and the derivatives of the batch's mean by its outputs."""
    steps, b, _ = outputs.shape
    share = _ONE / (_BIT * F4(len(bits)))
    for k in range(b):
        paid = _ZERO
        for t in range(steps):
            counts = mask[t, low + k]
            paid += counts * _entropy(outputs[t, k], targets[t, low + k], d_outputs[t, k], counts * share)
        bits[low + k] = paid / _BIT


@piece
def _entropy(outputs, targets, derivatives, share):
    """The cross-entropy of outputs (Y,), and its derivatives times `share`."""
    found = _ZERO
    for j in range(len(outputs)):
        v, wanted = outputs[j], targets[j]
        found += max(v, _ZERO) - v * wanted + logarithm_beyond_1(exponential(-abs(v)))
        derivatives[j] = (sigmoid(v) - wanted) * share
    return found
