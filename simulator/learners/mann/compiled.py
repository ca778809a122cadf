"""Calls the compiled network: the same lessons as `backward`, in the same buffers, one call each."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Generator, Tensor

from metascope.simulator.engine.compiling.kernel import Array, Call
from metascope.simulator.engine.compiling.linear.lists import lists
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.text import say
from metascope.simulator.learners.kernels import MANN
from metascope.simulator.learners.mann import reference
from metascope.simulator.learners.mann.forward import Tape
from metascope.simulator.learners.mann.reference import Design

_TEACHES = 10  # which size of the kernel says whether it goes back
_DESIGNS = (
    Design(inputs=5, outputs=3, units=6, heads=2, locations=9, width=4, sharpness=7.0),
    Design(inputs=21, outputs=5, units=20, heads=1, locations=16, width=10, decay=0.9, adds_key=True),
)


@dataclass(frozen=True)
class Lesson:
    """The result of a batch of episodes."""

    cost: float  # mean cross-entropy of all answers, in nats
    outputs: Tensor  # before the softmax, (T, B, Y); a view of the tape, as the next are
    vector: Tensor  # the gradient of the cost, as one vector in the order of the weights


class Workspace:
    """Buffers that the next lesson with as many episodes reuses, and the call. Used by one thread at a time."""

    def __init__(self) -> None:
        self._made: tuple[object, _Machine] | None = None

    def machine(self, design: Design, inputs: Tensor) -> _Machine:
        """Return what runs such inputs (T, B, X): the last one, if it fits."""
        shape = design, inputs.shape
        if self._made is None or self._made[0] != shape:
            self._made = None  # frees the old buffers before the new ones are allocated
            self._made = shape, _Machine(design, len(inputs), inputs.shape[1])
        return self._made[1]


def lesson(
    design: Design, vector: Tensor, inputs: Tensor, labels: Tensor, workspace: Workspace | None = None
) -> Lesson:
    """Return the cost of whole episodes and its gradient, as `backward.lesson` does.

    Args:
        design: the network's sizes.
        vector: all weights, one after the other, (n,), single precision, on the CPU; `inputs` too.
        inputs: (T, B, X).
        labels: (T, B).
        workspace: buffers to reuse; the result lies in them.

    Raises:
        Diverged: the cost or its gradient became NaN or infinite.
    """
    machine = (workspace or Workspace()).machine(design, inputs)
    machine.run(vector, inputs, labels)
    found = float(machine.found[0])
    if not math.isfinite(found):
        raise Diverged(say("the cost became NaN or infinite"))
    if not math.isfinite(float(machine.gradient.sum())):
        raise Diverged(say("the gradient became NaN or infinite"))
    return Lesson(found, machine.tape.outputs, machine.gradient)


def course(design: Design, vector: Tensor, inputs: Tensor, workspace: Workspace | None = None) -> Tape:
    """Return the forward pass of episodes `inputs` (T, B, X): all of a tape but `kept`. The next one overwrites it."""
    machine = (workspace or Workspace()).machine(design, inputs)
    machine.run(vector, inputs)
    return machine.tape


class _Machine:
    """Buffers of T time steps of B episodes, and the call that fills them."""

    def __init__(self, design: Design, steps: int, batch: int) -> None:
        self.tape = tape = Tape(design, steps, batch, torch.float32)
        x, y, u, h = design.inputs, design.outputs, design.units, design.heads
        n, m = design.locations, design.width
        f, p = design.features, sum(design.columns)
        self._weights = (x + f + 1) * 4 * u + (u + 1) * p + (f + 1) * y
        self._labels = torch.zeros(steps, batch, dtype=torch.long)
        self.gradient, self.found = torch.empty(self._weights), np.zeros(1)
        given = [torch.empty(self._weights), torch.empty(steps, batch, x), self._labels]
        kept = [tape.state, tape.cell, tape.tanh_cell, tape.rows, tape.told, tape.outputs, tape.memory, tape.usage]
        kept += [tape.read_weights, tape.write_weights, tape.least_used, tape.key_square, tape.row_square, tape.scale]
        kept += [tape.cosine]
        derivatives = [tape.outputs, tape.state, tape.rows, tape.told, tape.memory[0], tape.read_weights[0]]
        derivatives += [tape.cell[0], tape.scale[0, 0], tape.scale[0, 0], tape.scale[0, 0], tape.key_square[0, 0]]
        made = [torch.empty_like(like) for like in derivatives]
        made += [torch.empty(shape) for shape in ((4 * u, f), (p, u), (y, f))]  # weights, transposed
        listed = lists(steps * batch, x)
        made += [*listed, torch.empty(x, steps, batch)]  # the last: the inputs, transposed
        arrays: list[Array] = [*given, *kept, self.found, self.gradient, *made]
        own = int(not design.adds_key)
        self._call = Call(
            MANN,
            [(array, tuple(array.shape)) for array in arrays],
            [steps, batch, x, y, u, h, n, m, own, len(listed[1]), 0],
            [design.decay, design.sharpness],
        )

    def run(self, vector: Tensor, inputs: Tensor, labels: Tensor | None = None) -> None:
        """Run episodes forward, and back if there are labels."""
        steps, batch = self._labels.shape
        self._call.put(0, vector, (self._weights,))
        self._call.put(1, inputs, (steps, batch, self.tape.design.inputs))
        self._call.put(2, self._labels if labels is None else labels, (steps, batch))
        self._call.sizes[_TEACHES] = labels is not None
        self._call()


def check() -> None:
    """Raise an AssertionError if a compiled lesson is not that of autograd."""
    for design, seen in ((_DESIGNS[0], 1.0), (_DESIGNS[1], 1.0), (_DESIGNS[1], 0.2)):
        draws = Generator().manual_seed(0)
        weights = reference.initial(design, draws, torch.float64)
        inputs = torch.randn(7, 3, design.inputs, generator=draws, dtype=torch.float64)
        labels = torch.randint(design.outputs, (7, 3), generator=draws)
        inputs *= torch.rand(inputs.shape, generator=draws) < seen
        outputs, gradient = reference.lesson(design, weights, inputs, labels)
        vector = torch.cat([weight.flatten() for weight in weights.values()]).float()
        found = lesson(design, vector, inputs.float(), labels)
        wanted = torch.cat([part.flatten() for part in gradient.values()])
        assert abs(found.cost - float(reference.cost(outputs, labels))) < 1e-5, "the cost differs"
        assert float((found.vector - wanted).norm() / wanted.norm()) < 1e-5, "the gradient differs"
