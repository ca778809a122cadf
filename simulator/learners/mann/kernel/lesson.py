"""Whole lessons of the memory-augmented network, compiled: what `forward` and `backward` do, in the same buffers."""

from __future__ import annotations

from metascope.simulator.engine.compiling.writing import Addresses, Reals, Sizes
from metascope.simulator.learners.mann.kernel.backward import backward
from metascope.simulator.learners.mann.kernel.forward import forward


def lesson(at: Addresses, n: Sizes, real: Reals) -> int:
    """Run episodes forward and, where `n[10]` is 1, back from their labels to the gradient and the cost.

    `at`: the product, weights, inputs, labels, the tape, then the cost, the gradient and room; see the steps.
    """
    forward(at, n, real)
    if n[10] == 1:
        backward(at, n, real)
    return 0


lesson.interleaved = 4
