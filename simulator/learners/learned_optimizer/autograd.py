"""Computes the same as `unrolling.chunk` with autograd, and optionally with second derivatives."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer.reference import Design, Memory, Updated, Weights, update
from metascope.simulator.learners.learned_optimizer.stopping import diverged, healthy
from metascope.simulator.learners.learned_optimizer.unrolling import Chunk, Objective
from metascope.simulator.learners.learned_optimizer.walk import Stretch
from metascope.simulator.tasks.problems import TEST, Problems


def chunk_by_autograd(
    design: Design,
    weights: Weights,
    problems: Problems,
    stretch: Stretch,
    steps: int,
    objective: Objective,
    updates: int,
    second_derivatives: bool = False,
) -> Chunk:
    """Return the same as `unrolling.chunk`, by back-propagation through a graph of the updates.

    With `second_derivatives` the gradient and loss that the optimizer sees are functions of theta, as they really are;
    without, they are constants.
    """
    weights = {name: weight.detach().requires_grad_() for name, weight in weights.items()}
    first = stretch.theta.detach().requires_grad_()  # (B, n)
    walk = _Walk(problems, stretch, first, updates, second_derivatives)
    for _ in range(steps):
        walk.update(design, weights)
    count = int((stretch.stopped < 0).sum())
    total = walk.total if objective == "sum" else walk.final()
    meta_loss = total / max(count, 1)
    found = torch.autograd.grad(meta_loss, [*weights.values(), first], allow_unused=True, materialize_grads=True)
    return Chunk(
        walk.end(),
        torch.stack([loss.detach() for loss in walk.losses]),
        float(meta_loss.detach()) if count else float("nan"),
        dict(zip(weights, found, strict=False)),
        found[-1].sum(0),
    )


@dataclass
class _Evaluation:
    """A point of each problem, part of the graph."""

    theta: Tensor  # (B, n)
    loss: Tensor  # (B,)
    gradient: Tensor  # (B, n)


class _Walk:
    """The forward pass, recorded by autograd, with the same rules as `walk.Walk`."""

    def __init__(self, problems: Problems, stretch: Stretch, first: Tensor, updates: int, second: bool) -> None:
        self._problems, self._updates, self._second = problems, updates, second
        self._memory, self._t = stretch.memory, stretch.t
        self._stopped = stretch.stopped
        self._now = _Evaluation(first, stretch.loss, stretch.gradient)
        if second:
            self._now = self._off(self._evaluate(first), stretch.loss)
        self.losses = [stretch.loss]  # (B,) each
        self.total = stretch.loss.new_zeros(())  # of the losses that count

    def update(self, design: Design, weights: Weights) -> None:
        """Do one update."""
        before, n = self._now, self._now.theta.shape[-1]
        seen = [before.gradient.flatten(), before.loss.repeat_interleave(n)]  # (N,) each
        if not self._second:
            seen = [value.detach() for value in seen]
        done: Updated = update(design, weights, self._memory, before.theta.flatten(), *seen)
        self._memory, self._t = done.memory, self._t + 1
        on = (self._stopped < 0).unsqueeze(-1)  # (B, 1)
        now = self._evaluate(torch.where(on, done.theta.view_as(before.theta), before.theta))
        if not healthy(now.loss.detach(), now.gradient.detach()):
            bad = diverged(now.loss, now.gradient) & on.squeeze(-1)
            self._stopped = self._stopped.masked_fill(bad, self._t)
            now = self._evaluate(torch.where(bad.unsqueeze(-1), before.theta, now.theta))
        self._now = self._off(now, self.losses[-1])
        self.losses.append(torch.where(self._stopped < 0, now.loss, self.losses[-1]))
        self.total = self.total + torch.where(self._stopped < 0, now.loss, 0.0).sum()

    def final(self) -> Tensor:
        """Return the sum over problems of the loss on examples that no update saw."""
        loss = self._problems.loss(self._now.theta, TEST)  # (B,)
        return loss[self._stopped < 0].sum()

    def end(self) -> Stretch:
        """Return the current state, detached."""
        memory = Memory(
            tuple(h.detach() for h in self._memory.hidden),
            tuple(c.detach() for c in self._memory.cell),
            self._memory.forget.detach(),
            self._memory.input.detach(),
        )
        now, loss = self._now, self.losses[-1].detach()
        return Stretch(now.theta.detach(), memory, self._t, loss, now.gradient.detach(), self._stopped)

    def _evaluate(self, theta: Tensor) -> _Evaluation:
        loss = self._problems.loss(theta, min(self._t, self._updates - 1))
        if self._second:
            (gradient,) = torch.autograd.grad(loss.sum(), theta, create_graph=True)
        else:
            (gradient,) = torch.autograd.grad(loss.sum(), theta, retain_graph=True)
        return _Evaluation(theta, loss, gradient)

    def _off(self, now: _Evaluation, loss: Tensor) -> _Evaluation:
        """Return `now` with gradient 0 and the last good loss for stopped problems."""
        on = self._stopped < 0
        return _Evaluation(now.theta, torch.where(on, now.loss, loss), torch.where(on.unsqueeze(-1), now.gradient, 0.0))
