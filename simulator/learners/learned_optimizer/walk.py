"""Does the updates of many problems, some of which may diverge."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer.forward import Tape
from metascope.simulator.learners.learned_optimizer.reference import Design, Memory, fresh
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT, diverged, healthy
from metascope.simulator.tasks.problems import Problems


@dataclass(frozen=True)
class Stretch:
    """The detached state between chunks: the problems' points, and the optimizer's memory."""

    theta: Tensor  # (B, n)
    memory: Memory  # for N = B * n coordinates
    t: int  # updates done
    loss: Tensor  # (B,) at theta, on the minibatch of the next update
    gradient: Tensor  # (B, n) of that loss
    stopped: Tensor  # (B,) the update that made the problem diverge; -1: still running


def begin(design: Design, problems: Problems, theta: Tensor) -> Stretch:
    """Return the stretch before the first update, at `theta` (B, n). A problem that starts diverged is stopped at 0."""
    memory = fresh(design, theta.numel(), theta.dtype, theta.device)
    loss, gradient = problems.loss_and_gradient(theta, 0)
    stopped = torch.where(diverged(loss, gradient), 0, -1)  # (B,)
    off = stopped >= 0
    return Stretch(theta, memory, 0, torch.where(off, LIMIT, loss), gradient.masked_fill(off.unsqueeze(-1), 0), stopped)


class Walk:
    """The forward pass over a tape: one update after the other, each problem until it diverges.

    A problem that diverges returns to its last good point and stays there; its gradient is 0 from then on, so that it
    affects neither the others nor the meta-gradient.
    """

    def __init__(self, problems: Problems, tape: Tape, stretch: Stretch, updates: int) -> None:
        self._problems, self._tape, self._updates = problems, tape, updates
        self._thetas = [theta.view_as(stretch.theta) for theta in tape.thetas]  # (B, n) each
        self._t, self._at = stretch.t, 0
        self._loss = stretch.loss  # (B,) the last good one
        self.stopped = stretch.stopped  # (B,)
        self._off = self.stopped >= 0  # (B,)
        self._any_off = bool(self._off.any())
        tape.gradients[0].copy_(stretch.gradient.flatten())

    @property
    def theta(self) -> Tensor:
        """The problems' current points, (B, n): a view of the tape."""
        return self._thetas[self._at]

    @property
    def off(self) -> Tensor:
        """Which problems are stopped, (B, 1)."""
        return self._off.unsqueeze(-1)

    def update(self) -> Tensor:
        """Do one update and return the losses (B,) after it, on the minibatch of the next one."""
        before, self._at = self._at, (self._at + 1) % len(self._thetas)
        self._tape.update(before, self._loss)
        self._t += 1
        theta = self._thetas[self._at]
        if self._any_off:
            theta[self._off] = self._thetas[before][self._off]
        loss, gradient = self._problems.loss_and_gradient(theta, min(self._t, self._updates - 1))
        if self._any_off or not healthy(loss, gradient):
            loss, gradient = self._sorted(before, loss, gradient)
        self._tape.gradients[self._at].copy_(gradient.flatten())
        self._loss = loss
        return loss

    def _sorted(self, before: int, loss: Tensor, gradient: Tensor) -> tuple[Tensor, Tensor]:
        """Stop the problems that have just diverged; return losses and gradients with stopped ones masked."""
        bad = diverged(loss, gradient) & ~self._off
        if bad.any():
            self._tape.check(before, self._t)
            self.stopped = self.stopped.masked_fill(bad, self._t)
            self._off, self._any_off = self.stopped >= 0, True
            self.theta[bad] = self._thetas[before][bad]
        return torch.where(self._off, self._loss, loss), gradient.masked_fill(self.off, 0)

    def end(self) -> Stretch:
        """Return the current state, without views of the tape."""
        memory = self._tape.memory(self._at)
        gradient = self._tape.gradients[self._at].view_as(self.theta).clone()
        return Stretch(self.theta.clone(), memory, self._t, self._loss, gradient, self.stopped)
