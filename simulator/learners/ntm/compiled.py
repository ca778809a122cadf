"""Trains a Neural Turing Machine, and lets it answer, by its compiled kernel: as `bptt`, several updates a call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Array, Call
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.text import say
from metascope.simulator.learners.kernels import NTM
from metascope.simulator.learners.moving.moved import Moved
from metascope.simulator.learners.ntm import bptt, reference
from metascope.simulator.learners.ntm.reference import MEMORY, Design, Weights, learned
from metascope.simulator.learners.rules import Clip

TOGETHER = 4  # sequences that are treated at a time: few enough for the cache, and the rows of a product's tile
_REASONS = {1: say("the cost became NaN or infinite"), 2: say("the gradient became NaN or infinite")}
_PARTS = (  # the weights in the order of a vector; a feed-forward controller's has no "hidden" and "cell"
    *("controller.input", "controller.state", "controller.bias", "heads.weight", "heads.bias"),
    *("output.weight", "output.bias", "initial.reads", "initial.weighting", "initial.hidden", "initial.cell", MEMORY),
)


class Batch(Protocol):
    """Sequences of one length, on the CPU."""

    @property
    def inputs(self) -> Tensor:
        """(T, B, X)."""

    @property
    def targets(self) -> Tensor:
        """0 or 1, (T, B, Y)."""

    @property
    def mask(self) -> Tensor:
        """1 at the time steps that count, 0 elsewhere, (T, B)."""


@final
class CompiledMachine:
    """A machine's buffers, which every call uses again. Used by one thread at a time.

    Raises:
        Unusable: the kernel is not ready.
    """

    def __init__(self, design: Design) -> None:
        NTM.code()
        self._design = design
        self._parts, self._size = _parts(design)
        self._gradient = torch.empty(self._size)
        self._rooms: dict[bool, tuple[tuple[int, int], list[Tensor]]] = {}  # for training, and for answers

    def teach(
        self,
        weights: Weights,
        vector: Tensor,
        batches: Sequence[Batch],
        moved: Moved,
        rate: float,
        clip: tuple[float, Clip],
    ) -> Tensor:
        """Move the vector once for each batch, and return the cost of every sequence before, in bits, (updates, B).

        Args:
            weights: those of the machine, the trained ones as views of the vector.
            vector: the trained weights, (n,).
            batches: all of as many sequences.
            moved: the rule.
            rate: the rule's.
            clip: the largest element or norm of the gradient, and which.

        Raises:
            Diverged: a cost or a gradient became NaN or infinite; weights may have moved before.
        """
        bits = self._treated(weights, vector, batches, moved, rate, clip)
        moved.done(len(batches))
        return bits

    def lesson(self, weights: Weights, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return the cost of each sequence in bits (B,), and the gradient of its mean, as `bptt.lesson` does.

        Raises:
            Diverged: one of them became NaN or infinite.
        """
        vector = torch.cat([weights[name].reshape(-1) for name in learned(self._design)])
        bits = self._treated(weights, vector, [batch], Moved(), 0.0, (1.0, "elements"))
        return bits[0], self._gradient.clone()

    def answers(self, weights: Weights, vector: Tensor, inputs: Tensor) -> Tensor:
        """Return the outputs before the sigmoid, (T, B, Y), of inputs (T, B, X)."""
        steps, batch, _ = inputs.shape
        found = inputs.new_empty(steps * batch, self._design.outputs)
        nothing, lengths = torch.empty(0), np.array([steps], np.int64)
        given: list[Array] = [
            inputs.contiguous(),
            nothing,
            nothing,
            lengths,
            nothing,
            found,
            *[nothing] * 4,
            np.ones(2),
        ]
        self._call(weights, vector, given, (batch, steps, 1), (), teaches=False)()
        return found.view(steps, batch, -1)

    def _treated(
        self,
        weights: Weights,
        vector: Tensor,
        batches: Sequence[Batch],
        moved: Moved,
        rate: float,
        clip: tuple[float, Clip],
    ) -> Tensor:
        batch, lengths = batches[0].inputs.shape[1], [len(each.inputs) for each in batches]
        bits = torch.empty(len(batches), batch)
        drawn = ([each.inputs for each in batches], [each.targets for each in batches], [each.mask for each in batches])
        together = [torch.cat([part.reshape(-1) for part in parts]) for parts in drawn]
        made: list[Array] = [
            np.array(lengths, np.int64),
            bits,
            torch.empty(0),
            self._gradient,
            *moved.memory,
            moved.powers,
        ]
        how = (moved.number, int(clip[1] == "norm"))
        call = self._call(weights, vector, [*together, *made], (batch, max(lengths), len(batches)), how, teaches=True)
        call.reals[:3] = rate, clip[0], moved.eps
        if failed := call():
            raise Diverged(_REASONS[failed])
        return bits

    def _call(
        self,
        weights: Weights,
        vector: Tensor,
        given: Sequence[Array],
        extent: tuple[int, int, int],
        how: tuple[int, ...],
        *,
        teaches: bool,
    ) -> Call:
        """Return the kernel with its arguments.

        Args:
            weights: of the machine.
            vector: those that are trained.
            given: the arrays from the inputs to Adam's powers, in the kernel's order.
            extent: B, T of the longest sequence, and the number of batches.
            how: the rule, and whether the gradient's norm is clipped.
            teaches: or only answers.
        """
        design, (batch, steps, updates) = self._design, extent
        width = -(-batch // -(-batch // TOGETHER))  # parts of about the same size
        sizes = (design.inputs, design.outputs, design.units, design.heads, design.locations, design.width)
        flags = (int(design.gated), int(design.bounded), batch, width, updates, int(teaches), self._size)
        arrays = [vector, self._parts, weights[MEMORY], *given, *self._room(width, steps, teaches=teaches)]
        return Call(NTM, [(each, tuple(each.shape)) for each in arrays], [*sizes, *flags, *how], [0.0, 0.0, 0.0])

    def _room(self, width: int, steps: int, *, teaches: bool) -> list[Tensor]:
        """Return buffers for so many sequences and time steps, or more: the last ones, if they are large enough."""
        (widest, longest), room = self._rooms.get(teaches, ((0, 0), []))
        if width > widest or steps > longest:
            room.clear()  # frees the old ones before new ones are allocated
            extent = max(width, widest), max(steps, longest)
            room = [torch.empty(shape) for shape in _shapes(self._design, *extent, teaches=teaches)]
            self._rooms[teaches] = extent, room
        return room


def _parts(design: Design) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], int]:
    """Return where each weight begins in a vector of the learned ones, and how long that is."""
    names, made = learned(design), reference.initial(design, torch.Generator())
    sizes = [made[name].numel() if name in names else 0 for name in _PARTS]
    return np.cumsum([0, *sizes[:-1]]), sum(sizes)


def _shapes(design: Design, b: int, steps: int, *, teaches: bool) -> list[tuple[int, ...]]:
    """Return the shapes of the kernel's tape and of its derivatives, in its order; axes as there."""
    x, y, u, n, m = design.inputs, design.outputs, design.units, design.locations, design.width
    h, p, g, f = design.columns.heads, design.columns.total, design.rows, design.features
    c, kept = (u if design.gated else 0), (steps if teaches else 1)
    seen = f if design.gated else f - u
    tape: list[tuple[int, ...]] = [
        (steps + 1, b, x + f),
        (steps + 1, b, c),
        (steps, b, c),
        (steps, b, g),
        (steps, b, p),
    ]
    tape += [(kept, b, p), (kept + 1, b, n), (kept, b, h), (kept, b, h, n), (kept, b, h, n), (kept, b, h, n + 2)]
    tape += [(kept, b, h, n), (kept, b, h, n), (kept + 1, b, h, n), (kept + 1, b, m, n), (steps, b, y), (4, h, n + 2)]
    if not teaches:
        return tape + [(0,)] * 10
    adjoint: list[tuple[int, ...]] = [
        (steps, b, y),
        (steps + 1, b, f),
        (steps, b, g),
        (steps, b, p),
        (b, h, n),
        (b, m, n),
    ]
    return [*tape, *adjoint, (b, c), (g, seen), (p, u), (y, f)]


@dataclass(frozen=True)
class _Drawn:
    inputs: Tensor
    targets: Tensor
    mask: Tensor


def check() -> None:
    """Raise an AssertionError if the kernel's cost, gradient or answers differ from the readable machine's."""
    _compare(Design(5, 4, "lstm", 7, 1, 9, 3), 9)
    _compare(Design(5, 4, "feedforward", 7, 2, 9, 3, "learned", bounded=True), 1)


def _compare(design: Design, batch: int) -> None:
    draws = torch.Generator().manual_seed(0)
    weights = reference.initial(design, draws)
    inputs, targets = (
        (torch.rand(6, batch, n, generator=draws) < 0.5).float() for n in (design.inputs, design.outputs)
    )
    given, machine = _Drawn(inputs, targets, torch.ones(6, batch)), CompiledMachine(design)
    bits, gradient = machine.lesson(weights, given)
    answers = machine.answers(weights, torch.cat([weights[n].reshape(-1) for n in learned(design)]), inputs)
    wanted = bptt.lesson(design, weights, given.inputs, given.targets, given.mask)
    assert torch.allclose(bits, wanted.bits, rtol=1e-5), f"costs of {design}"
    furthest = float((gradient - wanted.vector).abs().max())
    assert furthest < 1e-4 * float(wanted.vector.abs().max()), f"gradient of {design}"
    assert torch.allclose(answers, wanted.outputs, atol=1e-4), f"answers of {design}"
