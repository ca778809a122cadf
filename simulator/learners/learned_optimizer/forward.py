"""Records the updates of all coordinates for the backward pass, strip by strip."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.text import say
from metascope.simulator.learners.learned_optimizer.backward import Backward
from metascope.simulator.learners.learned_optimizer.reference import Design, Memory, Weights
from metascope.simulator.learners.learned_optimizer.strip import Packed, Strip, Sums, no_sums, packed

STRIP = 4096  # about how many coordinates are computed together: more would not fit into the processor's cache


def strips(coordinates: int, width: int) -> list[slice]:
    """Return strips of about equal width, `width` at most or a little more, that cover all coordinates.

    Widths are odd multiples of 16, because rows whose lengths are powers of two share cache lines, which costs a third
    more time.
    """
    even = math.ceil(coordinates / math.ceil(coordinates / width))
    sixteens = math.ceil(even / 16)
    edges = [*range(0, coordinates, 16 * (sixteens + 1 - sixteens % 2)), coordinates]
    return [slice(a, b) for a, b in pairwise(edges)]


class Tape:
    """S moments of the N coordinates of `like`: theta, gradient and, in strips, what the optimizer computed from them.

    An update leads from moment s to (s + 1) % S, see `Strip`. Everything has the dtype and device of `like`.
    """

    def __init__(self, design: Design, like: Tensor, moments: int, width: int) -> None:
        self._design = design
        self.thetas = like.new_empty(moments, like.numel()).unbind()  # S of (N,)
        self.gradients = like.new_zeros(moments, like.numel()).unbind()  # S of (N,)
        places = strips(like.numel(), width) if design.learns else []
        self._strips = [Strip(design, place, moments, like) for place in places]
        self._ways_back: list[Backward] = []  # created when first needed
        self._places = [([x[at] for x in self.thetas], [x[at] for x in self.gradients]) for at in places]
        self._weights: Packed | None = None

    def load(self, weights: Weights, theta: Tensor, memory: Memory) -> None:
        """Start at moment 0."""
        self.thetas[0].copy_(theta.flatten())
        self._weights = packed(self._design, weights) if self._strips else None
        for strip in self._strips:
            strip.load(memory)

    def update(self, s: int, loss: Tensor) -> None:
        """Do one update of all coordinates, from moment s to the next; `loss` (B,) is the problems' at s."""
        n, to = len(self.thetas[0]), (s + 1) % len(self.thetas)
        if self._weights is None:
            design = self._design
            torch.mul(self.thetas[s], 1 - design.eta * design.decay, out=self.thetas[to])
            self.thetas[to].sub_(self.gradients[s], alpha=design.eta)
            return
        if self._design.sees_loss:
            loss = loss.repeat_interleave(n // len(loss))  # (N,)
        for strip, (theta, gradient) in zip(self._strips, self._places, strict=True):
            seen = loss[strip.where] if self._design.sees_loss else loss
            strip.update(s, self._weights, theta[s], gradient[s], seen, theta[to])

    def backward(self, sources: Sequence[Tensor | None]) -> tuple[Sums | None, Tensor]:
        """Return the derivatives by the packed weights and by theta_0, (N,), given w_t g_t at each moment.

        Sums over problems, not means. For a design without weights the first is None.
        """
        if self._weights is None:
            return None, self._plain(sources)
        if not self._ways_back:
            self._ways_back = [Backward(strip) for strip in self._strips]
        sums, first = no_sums(self._weights), []
        for strip, back, (theta, gradient) in zip(self._strips, self._ways_back, self._places, strict=True):
            own = [None if source is None else source[strip.where] for source in sources]
            first.append(back(self._weights, theta, gradient, own, sums))
        return sums, torch.cat(first)

    def _plain(self, sources: Sequence[Tensor | None]) -> Tensor:
        """Return d / d theta_0 of gradient descent, whose gates are constants."""
        adjoint = torch.zeros_like(self.thetas[0])
        for source in reversed(sources[1:]):
            adjoint = (adjoint if source is None else adjoint + source) * (1 - self._design.eta * self._design.decay)
        return adjoint

    def memory(self, s: int) -> Memory:
        """Return a copy of what the optimizer remembers at moment s."""
        before = s - 1  # for moment 0: the last one, which led there
        forget, taken, _ = self._moves(before)
        layers = range(self._design.layers if self._strips else 0)
        return Memory(
            tuple(torch.cat([strip.layers[i][before].next_own for strip in self._strips], 1) for i in layers),
            tuple(torch.cat([strip.layers[i][before].c for strip in self._strips], 1) for i in layers),
            forget,
            taken,
        )

    def kept(self, s: int, keep: Tensor) -> Tensor:
        """Return gradient, z^f, z^i and z of the update from moment s, for the coordinates `keep` (C,): (4, C)."""
        return torch.stack([self.gradients[s][keep], *(rows[keep] for rows in self._moves(s))])

    def check(self, s: int, t: int) -> None:
        """Check that the update from moment s, the t-th, is finite.

        Raises:
            Diverged: names the update and what is NaN or infinite.
        """
        names = (say("forget gate"), say("input gate"), say("LSTM's output"))
        for name, rows in zip(names, self._moves(s), strict=True):
            if not rows.isfinite().all():
                raise Diverged(say("the {quantity} is not a finite number at update {t}", quantity=name, t=t))

    def _moves(self, s: int) -> tuple[Tensor, Tensor, Tensor]:
        """Return z^f, z^i and z of the update from moment s, (N,) each."""
        design, ones = self._design, torch.ones_like(self.thetas[0])
        if not self._strips:
            return ones * (1 - design.eta * design.decay), ones * design.eta, -self.gradients[s]
        heads = [strip.heads[s] for strip in self._strips]
        candidate = torch.cat([head.candidate for head in heads]) if design.proposes else -self.gradients[s]
        if not design.gated:
            return ones, ones, candidate
        return torch.cat([head.forget for head in heads]), torch.cat([head.input for head in heads]), candidate


class Workspace:
    """Buffers that the next chunk of the same shape reuses. Used by one thread at a time.

    Args:
        width: of a strip, on the CPU; other devices compute all coordinates together.
    """

    def __init__(self, width: int = STRIP) -> None:
        self._width = width
        self._shape: object = None
        self._tape: Tape | None = None

    def tape(self, design: Design, like: Tensor, moments: int) -> Tape:
        """Return a tape for coordinates like these: the last one, if it fits."""
        shape = (design, like.numel(), moments, like.dtype, like.device)
        if self._tape is None or self._shape != shape:
            self._tape = None  # frees the old one before the new one is allocated
            width = self._width if like.device.type == "cpu" else like.numel()
            self._tape, self._shape = Tape(design, like, moments, width), shape
        return self._tape
