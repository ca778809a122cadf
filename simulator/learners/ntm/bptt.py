"""Computes the cost of sequences in bits for the Neural Turing Machine and its gradient, by hand."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.text import say
from metascope.simulator.learners.ntm.backward import Backward
from metascope.simulator.learners.ntm.forward import Tape
from metascope.simulator.learners.ntm.reference import Design, Weights, learned

_BIT = math.log(2)


@dataclass(frozen=True)
class Lesson:
    """The result of a batch of sequences. Axes: T time steps, B sequences, Y outputs."""

    bits: Tensor  # (B,) the cost of each sequence
    outputs: Tensor  # before the sigmoid, (T, B, Y); a view of the tape
    gradient: Weights  # of the mean cost over the sequences; views of `vector`
    vector: Tensor  # the learned weights' derivatives concatenated, (n,)
    tape: Tape  # the forward pass; the next lesson of the workspace overwrites it
    backward: Backward  # and the derivatives by it


class Workspace:
    """Buffers that the next lesson with as many sequences reuses. Used by one thread at a time."""

    def __init__(self) -> None:
        self._shape: object = None
        self._tape: Tape | None = None
        self._backward: Backward | None = None

    def tape(self, design: Design, inputs: Tensor) -> Tape:
        """Return a tape for such inputs (T, B, X), of T time steps or more: the last one, if it fits."""
        steps, batch = inputs.shape[:2]
        shape = (design, batch, inputs.dtype, inputs.device)
        if self._tape is None or self._shape != shape or self._tape.steps < steps:
            self._tape = self._backward = None  # frees the old one before the new one is allocated
            self._tape, self._shape = Tape(design, batch, steps, inputs.dtype, inputs.device), shape
        return self._tape

    def backward(self) -> Backward:
        """Return the backward pass of the last tape."""
        assert self._tape is not None
        if self._backward is None:
            self._backward = Backward(self._tape)
        return self._backward


def cost(outputs: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    """Return the binary cross-entropy of each sequence in bits, (B,), summed over channels and time steps.

    Args:
        outputs: before the sigmoid, (T, B, Y).
        targets: 0 or 1, (T, B, Y).
        mask: 1 at the time steps that count, 0 elsewhere, (T, B).
    """
    entropy = F.binary_cross_entropy_with_logits(outputs, targets, reduction="none").sum(-1)  # (T, B)
    return (entropy * mask).sum(0) / _BIT


def mistakes(outputs: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    """Return the derivative of the mean `cost` by the outputs, (T, B, Y)."""
    share = (mask / (_BIT * outputs.shape[1])).unsqueeze(-1)  # (T, B, 1)
    return outputs.sigmoid().sub_(targets).mul_(share)


@torch.no_grad()
def predict(design: Design, weights: Weights, inputs: Tensor, workspace: Workspace | None = None) -> Tensor:
    """Return the outputs before the sigmoid, (T, B, Y), of sequences `inputs` (T, B, X): a view of the workspace."""
    tape = (workspace or Workspace()).tape(design, inputs)
    return tape.forward(weights, inputs)


@torch.no_grad()
def lesson(
    design: Design,
    weights: Weights,
    inputs: Tensor,
    targets: Tensor,
    mask: Tensor,
    workspace: Workspace | None = None,
) -> Lesson:
    """Return the cost of sequences and the gradient of its mean over them, by back-propagation through all time steps.

    Args:
        design: the machine's sizes.
        weights: what is trained.
        inputs: (T, B, X).
        targets: 0 or 1, (T, B, Y).
        mask: 1 at the time steps that count, 0 elsewhere, (T, B).
        workspace: buffers to reuse.

    Raises:
        Diverged: the cost or its gradient became NaN or infinite.
    """
    workspace = workspace or Workspace()
    tape = workspace.tape(design, inputs)
    outputs = tape.forward(weights, inputs)
    bits = cost(outputs, targets, mask)
    vector, gradient = _empty(design, weights)
    backward = workspace.backward()
    backward(weights, inputs, mistakes(outputs, targets, mask), gradient)
    if not math.isfinite(float(bits.sum())):
        raise Diverged(say("the cost became NaN or infinite"))
    if not math.isfinite(float(vector.sum())):
        raise Diverged(say("the gradient became NaN or infinite"))
    return Lesson(bits, outputs, gradient, vector, tape, backward)


def _empty(design: Design, weights: Weights) -> tuple[Tensor, Weights]:
    """Return a vector for the derivatives by the learned weights, and views of it with their names and shapes."""
    like = {name: weights[name] for name in learned(design)}
    sizes = [weight.numel() for weight in like.values()]
    vector = next(iter(like.values())).new_empty(sum(sizes))
    parts = torch.split(vector, sizes)
    return vector, {name: part.view_as(like[name]) for name, part in zip(like, parts, strict=True)}
