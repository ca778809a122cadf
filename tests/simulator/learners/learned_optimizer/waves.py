"""Small problems with minibatches, whose derivatives come from autograd, and designs of every kind."""

from __future__ import annotations

from typing import final

import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer.reference import Design, Weights, flat, initial
from metascope.simulator.tasks.problems import Problems
from tests.simulator.learners.reference import generator, normal


@final
class Waves(Problems):
    """B losses sum ½ (A theta - y_t)² + sum sin theta; y is another one for each minibatch t, and for the test."""

    def __init__(self, matrix: Tensor, targets: Tensor, start: Tensor) -> None:
        super().__init__(*start.shape)
        self.matrix = matrix  # (B, n, n)
        self.targets = targets  # (U + 1, B, n); the last is the test's
        self.asked: list[int] = []  # every t at which a gradient was asked for
        self._start = start

    def start(self) -> Tensor:
        return self._start

    def loss(self, theta: Tensor, t: int) -> Tensor:
        assert t < len(self.targets) - 1, "there is no such minibatch"
        residual = torch.einsum("bij,...bj->...bi", self.matrix, theta) - self.targets[t]
        return 0.5 * residual.square().sum(-1) + theta.sin().sum(-1)

    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        self.asked.append(t)
        theta = theta.detach().requires_grad_()
        loss = self.loss(theta, t)
        loss.sum().backward()  # type: ignore[no-untyped-call]
        assert theta.grad is not None
        return loss.detach(), theta.grad

    def only(self, which: list[int]) -> Waves:
        """Return these problems alone."""
        return Waves(self.matrix[which], self.targets[:, which], self._start[which])

    def permuted(self, order: Tensor) -> Waves:
        """Return the same problems with their coordinates in another order, theta'[i] = theta[order[i]]."""
        return Waves(self.matrix[:, :, order], self.targets, self._start[:, order])

    def steep(self, which: int) -> Waves:
        """Return the same problems, of which one is so steep that an optimizer jumps out at its first update."""
        matrix = self.matrix.clone()
        matrix[which] *= 1e3
        return Waves(matrix, self.targets, self._start)


def waves(count: int = 3, size: int = 4, updates: int = 8, seed: int = 0, dtype: torch.dtype = torch.float64) -> Waves:
    matrix, targets = normal(count, size, size, seed=seed) * 0.5, normal(updates + 1, count, size, seed=seed + 1)
    return Waves(matrix.to(dtype), targets.to(dtype), normal(count, size, seed=seed + 2).to(dtype))


def lively(design: Design, seed: int = 0, dtype: torch.dtype = torch.float64) -> Weights:
    """Return weights far enough from their small beginnings that every path through the cell matters."""
    weights = initial(design, generator(seed), torch.float64)
    moved = {name: w + 0.3 * normal(*w.shape, seed=seed + i) for i, (name, w) in enumerate(weights.items(), start=1)}
    return {name: w.to(dtype) for name, w in moved.items()}


def flattened(weights: Weights, like: Weights) -> Tensor:
    """Return the vector of `weights` in the order of `like`."""
    return flat({name: weights[name] for name in like})


def design(variant: str, layers: int = 2, *, sees: str = "gradient", logsign: bool = False) -> Design:
    """Return a small design that forgets and takes a lot; `sees` names what it sees."""
    return Design(
        variant,  # type: ignore[arg-type]
        units=3,
        layers=layers,
        sees_gradient="gradient" in sees,
        sees_loss="loss" in sees,
        sees_theta="theta" in sees,
        sees_gates="gates" in sees,
        logsign=logsign,
        forget_bias=1.5,
        input_bias=-2.0,
        eta=0.1,
        decay=0.2,
    )


EVERYTHING = "gradient loss theta gates"
DESIGNS = [
    design("gates", 0),
    design("gates", 0, sees="gradient loss"),
    design("gates", 0, sees=EVERYTHING, logsign=True),
    design("gates", 1, sees="gradient theta"),
    design("gates", 1, sees="loss gates", logsign=True),
    design("gates", 2),
    design("gates", 2, sees=EVERYTHING),
    design("gates", 3, sees="theta gates"),
    design("additive", 1),
    design("additive", 2, logsign=True),
    design("additive", 2, sees="gradient loss"),
    design("combined", 1, sees="gradient gates"),
    design("combined", 2, logsign=True),
    design("combined", 2, sees=EVERYTHING, logsign=True),
    design("gradient-descent"),
]


def name(design: Design) -> str:
    """Return what a test with `design` is called."""
    seen = [what for what in ("gradient", "loss", "theta", "gates") if getattr(design, f"sees_{what}")]
    return "-".join([design.variant, str(design.layers), *seen, *["logsign"] * design.logsign])
