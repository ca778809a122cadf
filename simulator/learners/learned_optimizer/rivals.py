"""Runs hand-made optimizers with many learning rates at once, to compare a learned optimizer with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.running.building import check
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT, diverged, good, healthy
from metascope.simulator.tasks.problems import TEST, Problems


@dataclass(frozen=True)
class Descent:
    """A run of one hand-made optimizer. Axes: T updates, K learning rates, B problems, C kept coordinates."""

    losses: Tensor  # (T + 1, K, B) on the minibatch of the next update; LIMIT from where a problem is stopped
    test_losses: Tensor  # (K, B) at the end, on examples that no update saw; LIMIT for a stopped problem
    path: Tensor  # (T + 1, K, C)
    ends: Tensor  # (K, B, n)
    stopped: Tensor  # (K, B) the update that made the problem diverge; -1: it did not


def descend(
    rule: str, problems: Problems, theta: Tensor, rates: Tensor, updates: int, keep: Tensor | None = None
) -> Descent:
    """Do `updates` updates theta_t = theta_{t-1} - rate * direction_t, with every rate.

    Args:
        rule: one of RULES; the directions are torch.optim's, with its defaults and a momentum of 0.9 for "nesterov".
        problems: B of them.
        theta: where they start, (B, n).
        rates: (K,), on any device.
        updates: T.
        keep: indices of the coordinates, out of B * n, that are recorded, (C,); None: none.
    """
    size = -rates.to(theta).view(-1, 1, 1)  # (K, 1, 1)
    at = before = theta.expand(len(rates), *theta.shape).clone()  # (K, B, n)
    direction = RULES[rule](at)
    stopped = torch.full(at.shape[:-1], -1, device=theta.device)  # (K, B)
    keep = torch.empty(0, dtype=torch.long, device=theta.device) if keep is None else keep
    losses, kept = [], []
    for t in range(updates + 1):
        check()
        loss, gradient = problems.loss_and_gradient(at, min(t, updates - 1))
        if not healthy(loss, gradient) or bool((stopped >= 0).any()):
            stopped = torch.where((stopped < 0) & diverged(loss, gradient), t, stopped)
            off = (stopped >= 0).unsqueeze(-1)  # (K, B, 1)
            at, gradient = (
                torch.where(off, before, at),
                gradient.masked_fill(off, 0),
            )  # a stopped problem stays at its last good point
        losses.append(loss)
        kept.append(at.flatten(1)[:, keep])  # (K, C)
        if t < updates:
            before, at = at, torch.addcmul(at, direction(gradient), size)
    test = problems.loss(at, TEST)  # (K, B)
    ends = torch.where((stopped >= 0) | ~(test <= LIMIT), LIMIT, test)
    counted = torch.stack(losses).where(good(stopped, -1, updates + 1), LIMIT)
    return Descent(counted, ends, torch.stack(kept), at, stopped)


class Rule(ABC):
    """A hand-made optimizer's direction from the gradients so far, for parameters like `theta`. Abstract."""

    @abstractmethod
    def __init__(self, theta: Tensor) -> None:
        """Start with an empty memory."""

    @abstractmethod
    def __call__(self, gradient: Tensor) -> Tensor:
        """Return the direction to subtract, times the rate; called once per update."""


@final
class Sgd(Rule):
    """Gradient descent."""

    def __init__(self, theta: Tensor) -> None:
        pass

    @override
    def __call__(self, gradient: Tensor) -> Tensor:
        return gradient


@final
class Nesterov(Rule):
    """Gradient descent with Nesterov momentum: v = mu v + g, direction g + mu v (Sutskever et al., 2013)."""

    MU = 0.9

    def __init__(self, theta: Tensor) -> None:
        self._v = torch.zeros_like(theta)

    @override
    def __call__(self, gradient: Tensor) -> Tensor:
        self._v.mul_(self.MU).add_(gradient)
        return torch.add(gradient, self._v, alpha=self.MU)


@final
class RmsProp(Rule):
    """RMSprop: v = alpha v + (1 - alpha) g², direction g / (sqrt v + eps) (Tieleman and Hinton, 2012)."""

    ALPHA, EPS = 0.99, 1e-8

    def __init__(self, theta: Tensor) -> None:
        self._v = torch.zeros_like(theta)

    @override
    def __call__(self, gradient: Tensor) -> Tensor:
        self._v.mul_(self.ALPHA).addcmul_(gradient, gradient, value=1 - self.ALPHA)
        return gradient / self._v.sqrt().add_(self.EPS)


@final
class Adam(Rule):
    """Adam: direction m-hat / (sqrt v-hat + eps) (Kingma and Ba, 2015, algorithm 1)."""

    BETA_1, BETA_2, EPS = 0.9, 0.999, 1e-8

    def __init__(self, theta: Tensor) -> None:
        self._m, self._v = torch.zeros_like(theta), torch.zeros_like(theta)
        self._t = 0

    @override
    def __call__(self, gradient: Tensor) -> Tensor:
        self._t += 1
        self._m.lerp_(gradient, 1 - self.BETA_1)
        self._v.mul_(self.BETA_2).addcmul_(gradient, gradient, value=1 - self.BETA_2)
        unbiased = self._m / (1 - self.BETA_1**self._t)
        return unbiased.div_((self._v / (1 - self.BETA_2**self._t)).sqrt_().add_(self.EPS))


RULES: dict[str, type[Rule]] = {"sgd": Sgd, "nesterov": Nesterov, "rmsprop": RmsProp, "adam": Adam}
