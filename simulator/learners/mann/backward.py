"""Computes the cost of episodes for the memory-augmented network and its gradient, by hand over a `Tape`."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.text import say
from metascope.simulator.learners.mann.forward import Tape, Tick
from metascope.simulator.learners.mann.reference import Design, Weights, cost, mistakes

_sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input  # d s (1 - s)
_tanh_backward = torch.ops.aten.tanh_backward.grad_input  # d (1 - tanh²)
_softmax_backward = torch.ops.aten._softmax_backward_data.out  # s (d - sum d s); only into contiguous buffers


@dataclass(frozen=True)
class Lesson:
    """The result of a batch of episodes."""

    cost: float  # mean cross-entropy of all answers, in nats
    outputs: Tensor  # before the softmax, (T, B, Y); a view of the tape, as the next is
    gradient: Weights  # of the cost
    tape: Tape  # the forward pass; the next lesson of the workspace overwrites it


class Workspace:
    """Buffers that the next lesson with as many episodes reuses. Used by one thread at a time."""

    def __init__(self) -> None:
        self._made: tuple[object, Tape, Backward] | None = None

    def buffers(self, design: Design, inputs: Tensor) -> tuple[Tape, Backward]:
        """Return a tape for such inputs (T, B, X) and its backward pass: the last ones, if they fit."""
        shape = (design, inputs.shape, inputs.dtype, inputs.device)
        if self._made is None or self._made[0] != shape:
            self._made = None  # frees the old ones before the new ones are allocated
            tape = Tape(design, len(inputs), inputs.shape[1], inputs.dtype, inputs.device)
            self._made = shape, tape, Backward(tape)
        return self._made[1:]


@torch.no_grad()
def lesson(
    design: Design, weights: Weights, inputs: Tensor, labels: Tensor, workspace: Workspace | None = None
) -> Lesson:
    """Return the cost of whole episodes and its gradient, by back-propagation through all time steps.

    The same as `reference.lesson`.

    Args:
        design: the network's sizes.
        weights: what is trained.
        inputs: (T, B, X).
        labels: (T, B).
        workspace: buffers to reuse.

    Raises:
        Diverged: the cost or its gradient became NaN or infinite.
    """
    tape, backward = (workspace or Workspace()).buffers(design, inputs)
    outputs = tape.forward(weights, inputs)
    found = float(cost(outputs, labels))
    gradient = backward(weights, inputs, mistakes(outputs, labels))
    if not math.isfinite(found):
        raise Diverged(say("the cost became NaN or infinite"))
    if not all(math.isfinite(float(part.sum())) for part in gradient.values()):
        raise Diverged(say("the gradient became NaN or infinite"))
    return Lesson(found, outputs, gradient, tape)


@torch.no_grad()
def course(design: Design, weights: Weights, inputs: Tensor, workspace: Workspace | None = None) -> Tape:
    """Return the forward pass of episodes `inputs` (T, B, X); the next one of the workspace overwrites it."""
    tape = (workspace or Workspace()).buffers(design, inputs)[0]
    tape.forward(weights, inputs)
    return tape


class _Adjoint:
    """Views of the derivatives by the contents of a `Tick`."""

    def __init__(self, backward: Backward, t: int) -> None:
        design, batch = backward.tape.design, backward.tape.batch
        u, h, m = design.units, design.heads, design.width
        self.seen, self.hidden = backward.state[t], backward.state[t + 1, :, :u]
        self.reads = backward.state[t + 1, :, u:].view(batch, h, m)
        self.rows = backward.rows[t]
        self.gates = self.rows[:, : 3 * u]
        self.z_i, self.z_f, self.z_o, self.z = self.rows.chunk(4, 1)
        self.told = backward.told[t]
        self.vectors, self.gate = self.told[:, :-h], self.told[:, -h:]
        self.key = self.told[:, : h * m].view(batch, h, m)
        self.add = self.told[:, -h * m - h : -h].view(batch, h, m)


class Backward:
    """The backward pass over a tape. `state`, `rows` and `told` are derivatives by the tape's buffers.

    Those of `rows` and `told` are before the activations.
    """

    def __init__(self, tape: Tape) -> None:
        self.tape = tape
        self.state, self.rows, self.told = (torch.zeros_like(x) for x in (tape.state, tape.rows, tape.told))
        self._adjoints = [_Adjoint(self, t) for t in range(tape.steps)]
        self._memory, self._read_weights = torch.empty_like(tape.memory[0]), torch.empty_like(tape.read_weights[0])
        self._a, self._b, self._c = (torch.empty_like(self._read_weights) for _ in range(3))  # (B, H, N) each
        self._row, self._column = torch.empty_like(tape.row_square[0]), torch.empty_like(tape.key_square[0])
        self._vectors, self._gate = torch.empty_like(tape.ticks[0].key), torch.empty_like(tape.key_square[0])
        self._cell, self._through = torch.empty_like(tape.cell[0]), torch.empty_like(tape.cell[0])

    def __call__(self, weights: Weights, inputs: Tensor, outputs: Tensor) -> Weights:
        """Return the derivatives by all weights.

        Args:
            weights: those of the forward pass.
            inputs: those of the forward pass, (T, B, X).
            outputs: d outputs, before their softmax, (T, B, Y).
        """
        tape, u = self.tape, self.tape.design.units
        later = self.state[1:].view(tape.steps * tape.batch, -1)
        torch.mm(outputs.flatten(0, 1), weights["output"].T, out=later)
        for buffer in (self.state[0], self._memory, self._read_weights, self._cell):
            buffer.zero_()
        seen, heads = weights["controller.state"].T.contiguous(), weights["heads"].T.contiguous()
        for tick, adjoint in zip(reversed(tape.ticks), reversed(self._adjoints), strict=True):
            self._read(tick, adjoint)
            self._write(tick, adjoint)
            _tanh_backward(adjoint.vectors, tick.vectors, grad_input=adjoint.vectors)
            _sigmoid_backward(adjoint.gate, tick.gate, grad_input=adjoint.gate)
            adjoint.hidden.addmm_(adjoint.told, heads)
            self._control(tick, adjoint)
            adjoint.seen.addmm_(adjoint.rows, seen)
        rows, told = self.rows.flatten(0, 1), self.told.flatten(0, 1)  # (T B, 4U), (T B, P)
        before, after = tape.state[:-1].flatten(0, 1), tape.state[1:].flatten(0, 1)  # (T B, F)
        found = {
            "controller.input": inputs.flatten(0, 1).T @ rows,
            "controller.state": before.T @ rows,
            "controller.bias": rows.sum(0),
            "heads": after[:, :u].T @ told,
            "heads.bias": told.sum(0),
            "output": after.T @ outputs.flatten(0, 1),
            "output.bias": outputs.sum((0, 1)),
        }
        return {name: found[name] for name in weights}

    def _read(self, tick: Tick, adjoint: _Adjoint) -> None:
        """Differentiate r = w^r M, w^r = softmax(sharpness K) and K = k M / (|k| |M|)."""
        memory = self._memory
        memory.baddbmm_(adjoint.reads.mT, tick.read_weights)
        self._read_weights.baddbmm_(adjoint.reads, tick.memory)
        _softmax_backward(self._read_weights, tick.read_weights, -1, self._a.dtype, grad_input=self._a)
        self._a.mul_(self.tape.design.sharpness)  # d K
        torch.mul(self._a, tick.cosine, out=self._b).mul_(tick.scale).mul_(tick.scale)  # -2 d (|k|² |M|²)
        product = self._a.mul_(tick.scale)  # d (k M)
        torch.bmm(tick.key_square.mT, self._b, out=self._row)  # -2 d |M|²
        torch.bmm(self._b, tick.row_square.mT, out=self._column)  # -2 d |k|²
        torch.bmm(product, tick.memory.mT, out=self._vectors)
        torch.addcmul(self._vectors, tick.key, self._column, value=-1, out=adjoint.key)
        memory.baddbmm_(tick.key.mT, product).addcmul_(tick.memory, self._row, value=-1)

    def _write(self, tick: Tick, adjoint: _Adjoint) -> None:
        """Differentiate M_t = kept M_{t-1} + w^w a and w^w = sigma(alpha) w^r + (1 - sigma(alpha)) w^lu."""
        torch.bmm(tick.write_weights, self._memory.mT, out=self._vectors)
        if self.tape.design.adds_key:
            adjoint.key.add_(self._vectors)
        else:
            adjoint.add.copy_(self._vectors)
        weights = torch.bmm(tick.add, self._memory, out=self._b)
        torch.mul(weights, tick.read_weights_before, out=self._c)
        torch.sum(self._c, -1, keepdim=True, out=self._column)
        torch.gather(weights, -1, tick.least_column, out=self._gate)
        torch.sub(self._column.squeeze(-1), self._gate.squeeze(-1), out=adjoint.gate)
        torch.mul(weights, tick.gate_column, out=self._read_weights)
        self._memory.mul_(tick.kept)

    def _control(self, tick: Tick, adjoint: _Adjoint) -> None:
        """Differentiate the controller, given d h."""
        cell = self._cell
        torch.mul(adjoint.hidden, tick.z_o, out=self._through)
        _tanh_backward(self._through, tick.tanh_cell, grad_input=self._through)
        cell.add_(self._through)
        torch.mul(cell, tick.z, out=adjoint.z_i)
        torch.mul(cell, tick.cell_before, out=adjoint.z_f)
        torch.mul(adjoint.hidden, tick.tanh_cell, out=adjoint.z_o)
        torch.mul(cell, tick.z_i, out=adjoint.z)
        _sigmoid_backward(adjoint.gates, tick.gates, grad_input=adjoint.gates)
        _tanh_backward(adjoint.z, tick.z, grad_input=adjoint.z)
        cell.mul_(tick.z_f)
