"""Derivatives of a Gaussian policy's log-probabilities, written by hand for all tasks at once.

With z = (a - mu) / sigma, log pi = -|z|² / 2 - sum log sigma: its derivative by mu is z / sigma, by log sigma z² - 1. A
second derivative along v is how the first moves as the parameters do: the pass back is differentiated forwards
(Pearlmutter, 1994), and nothing is recorded. A few tasks go at a time, so that what is worked with stays in the caches:
that takes half the time of all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.policy import Policy

TOGETHER = 2000  # actions of the tasks that go at a time, about


@dataclass(frozen=True)
class Pulls:
    """What weighted actions contribute to second derivatives: sums over states are linear in it."""

    weights: Tensor  # (T, N) w
    pull: Tensor  # (T, N, 2) w z / sigma
    squares: Tensor  # (T, 2) sum_n w z²


def tasks_of(states: int) -> int:
    """Return how many tasks of so many states go at a time."""
    return max(round(TOGETHER / max(states, 1)), 1)


def parts_of(tasks: int, states: int) -> int:
    """Return in how many parts tasks of so many states go."""
    return -(-tasks // tasks_of(states))


@final
class Linearization:
    """What T tasks' actions say of a policy near the parameters theta.

    Args:
        policy: the sizes.
        theta: (T, P).
        states: (T, N, inputs).
        actions: (T, N, 2); None: the policy is only asked for means, `fisher` and `bent`.
    """

    def __init__(self, policy: Policy, theta: Tensor, states: Tensor, actions: Tensor | None) -> None:
        self._each = tasks_of(states.shape[1])
        given = [tensor.split_with_sizes(self._sizes(len(theta))) for tensor in (theta, states)]
        chosen = [None] * len(given[0]) if actions is None else actions.split_with_sizes(self._sizes(len(theta)))
        self.parts = [Part(policy, *each) for each in zip(*given, chosen, strict=True)]
        self._bent: tuple[Tensor, Pulls] | None = None  # the weights of the last curvature, and what was made of them
        self._kept: Pulls | None = None  # what the parts keep a pass back of

    def _sizes(self, tasks: int) -> list[int]:
        return [min(self._each, tasks - first) for first in range(0, tasks, self._each)]

    @property
    def log_probs(self) -> Tensor:
        """log pi of each action but for a constant, (T, N)."""
        return torch.cat([part.log_probs for part in self.parts])

    def gradient(self, weights: Tensor) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n, for weights (T, N)."""
        return self._joined(Part.gradient, weights)

    def scores(self, v: Tensor) -> Tensor:
        """Return the derivative of each log pi along v (T, P), (T, N)."""
        return self._joined(Part.scores, v)

    def curvature(self, weights: Tensor, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n log pi_n times v (T, P), (T, P); again for the same weights it is cheaper."""
        if self._bent is None or weights is not self._bent[0]:
            self._bent = weights, self.pulls(weights)
        return self.bent(self._bent[1], v)

    def pulls(self, weights: Tensor) -> Pulls:
        """Return what `bent` needs of the actions, for weights (T, N)."""
        return Pulls(weights, self._joined(Part.pull, weights), self._joined(Part.squares, weights))

    def bent(self, pulls: Pulls, v: Tensor) -> Tensor:
        """Return the Hessian times v (T, P), (T, P), where `pulls` says what the actions contribute."""
        if pulls is not self._kept:
            self._kept = pulls
            for part in self.parts:
                part.kept = None
        return self._joined(Part.bent, pulls.weights, pulls.pull, pulls.squares, v)

    def back(self, pull: Tensor) -> Tensor:
        """Return the gradient (T, P) of sum_n pull_n mu_n for pulls (T, N, 2), which log sigma is no part of."""
        return self._joined(Part.back, pull)

    def activations(self) -> Tensor:
        """Return the activations of all hidden units, (T, N, units)."""
        return torch.cat([torch.cat(part.hidden, -1) for part in self.parts])

    def fisher(self, weights: Tensor, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta times v (T, P): the Fisher matrix's."""
        return self._joined(Part.fisher, weights, v)

    def divergence(self, old: Linearization) -> Tensor:
        """Return KL(old || self) of the actions at each state, (T, N)."""
        return torch.cat([part.divergence(its) for part, its in zip(self.parts, old.parts, strict=True)])

    def _joined(self, of_part: Callable[..., Tensor], *given: Tensor) -> Tensor:
        """Return what a method of the parts makes of tensors (T, ...)."""
        sizes = self._sizes(len(given[0]))
        rows: Iterator[tuple[Tensor, ...]] = zip(*(each.split_with_sizes(sizes) for each in given), strict=True)
        return torch.cat([of_part(part, *row) for part, row in zip(self.parts, rows, strict=True)])


@final
class Part:
    """The same of a few of the tasks."""

    def __init__(self, policy: Policy, theta: Tensor, states: Tensor, actions: Tensor | None) -> None:
        self.policy, self.theta = policy, theta
        self.layers, log_std = policy.parts(theta)
        self.seen = [states]  # what each layer is given
        for weights, biases in self.layers[:-1]:
            self.seen.append(policy.overwritten(torch.baddbmm(biases, self.seen[-1], weights)))
        weights, biases = self.layers[-1]
        self.mean = narrow(self.seen[-1], weights) + biases  # (T, N, 2)
        self.log_std = log_std  # (T, 1, 2)
        self.inverse = (-log_std).exp()
        if actions is not None:
            self._z = (actions - self.mean) * self.inverse
        self.kept: tuple[list[Tensor], list[Tensor]] | None = None  # the pass back of `curvature`

    @property
    def hidden(self) -> list[Tensor]:
        """The activations (T, N, units) of each hidden layer."""
        return self.seen[1:]

    @property
    def log_probs(self) -> Tensor:
        """log pi of each action but for a constant, (T, N)."""
        return -0.5 * self._z.square().sum(-1) - self.log_std.sum(-1)

    def gradient(self, weights: Tensor) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n, for weights (T, N)."""
        by_std = self.squares(weights) - weights.sum(1, keepdim=True)
        pieces = self._back(self.pull(weights))
        return torch.cat([*pieces, by_std], -1)

    def back(self, pull: Tensor) -> Tensor:
        """Return the gradient (T, P) of sum_n pull_n mu_n for pulls (T, N, 2), which log sigma is no part of."""
        return torch.cat([*self._back(pull), torch.zeros_like(self.log_std[:, 0])], -1)

    def scores(self, v: Tensor) -> Tensor:
        """Return the derivative of each log pi along v (T, P), (T, N)."""
        _, mean = self._along(v)
        by_std = v[:, None, -2:]
        return (self._z * self.inverse * mean).sum(-1) + ((self._z.square() - 1) * by_std).sum(-1)

    def pull(self, weights: Tensor) -> Tensor:
        """Return w z / sigma, (T, N, 2)."""
        return weights.unsqueeze(-1) * self._z * self.inverse

    def squares(self, weights: Tensor) -> Tensor:
        """Return sum_n w z², (T, 2)."""
        return (weights.unsqueeze(-1) * self._z.square()).sum(1)

    def bent(self, weights: Tensor, pull: Tensor, squares: Tensor, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n log pi_n times v (T, P), (T, P)."""
        seen, mean = self._along(v)
        by_std = v[:, None, -2:]
        moving = -(weights.unsqueeze(-1) * mean * self.inverse.square() + 2 * pull * by_std)
        of_std = -2 * ((pull * mean).sum(1) + squares * v[:, -2:])
        if self.kept is None:
            self.kept = self._kept_back(pull)
        return torch.cat([*self._moving_back(*self.kept, moving, seen, v), of_std], -1)

    def fisher(self, weights: Tensor, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta times v (T, P): the Fisher matrix's."""
        _, mean = self._along(v)
        pieces = self._back(weights.unsqueeze(-1) * mean * self.inverse.square())
        return torch.cat([*pieces, 2 * weights.sum(1, keepdim=True) * v[:, -2:]], -1)

    def divergence(self, old: Part) -> Tensor:
        """Return KL(old || self) of the actions at each state, (T, N)."""
        ratio = (2 * (old.log_std - self.log_std)).exp()
        gaps = ((old.mean - self.mean) * self.inverse).square()
        return (self.log_std - old.log_std + 0.5 * (ratio + gaps - 1)).sum(-1)

    def through(self, delta: Tensor, layer: int) -> Tensor:
        """Return what comes (T, N, n) from behind the activations that a layer is given, before them."""
        seen = self.seen[layer]
        if self.policy.activation == "tanh":
            found: Tensor = torch.ops.aten.tanh_backward(delta, seen)
        else:
            found = torch.ops.aten.threshold_backward(delta, seen, 0)
        return found

    def _back(self, delta: Tensor) -> list[Tensor]:
        """Return the gradient's pieces (T, n) of the layers, for the deltas (T, N, 2) of the last one."""
        pieces = list[Tensor]()
        for layer in reversed(range(len(self.layers))):
            seen, weights = self.seen[layer], self.layers[layer][0]
            pieces += [delta.sum(1), crossed(seen, delta).flatten(1)]
            if layer:
                delta = self.through(delta @ weights.mT, layer)
        return pieces[::-1]

    def _along(self, v: Tensor) -> tuple[list[Tensor], Tensor]:
        """Return how what the layers are given, and the mean, move along v; the first do not."""
        moves, _ = self.policy.parts(v)
        moving = list[Tensor]()
        for layer, ((weights, _), (by_weights, by_biases)) in enumerate(zip(self.layers, moves, strict=True)):
            if layer == len(self.layers) - 1:
                found = narrow(self.seen[layer], by_weights) + by_biases
                moving.append(found + narrow(moving[-1], weights) if layer else found)
                break
            found = torch.baddbmm(by_biases, self.seen[layer], by_weights)
            if layer:
                found = found.baddbmm_(moving[-1], weights)
            moving.append(self.through(found, layer + 1))
        return moving[:-1], moving[-1]

    def _kept_back(self, delta: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """Return each layer's deltas, and what the layers below add to how these move, per move of their activations.

        A delta is g f'(h): with f' = 1 - h² it also moves by -2 g h along with h.
        """
        deltas, bent = [delta], list[Tensor]()
        for layer in reversed(range(1, len(self.layers))):
            slope = deltas[-1] @ self.layers[layer][0].mT
            if self.policy.activation == "tanh":
                bent.append((slope * self.seen[layer]).mul_(-2))
            deltas.append(self.through(slope, layer))
        return deltas[::-1], bent[::-1]

    def _moving_back(
        self, deltas: list[Tensor], bent: list[Tensor], moving: Tensor, seen: list[Tensor], v: Tensor
    ) -> list[Tensor]:
        """Return how the gradient's pieces move along v, given how the last deltas (T, N, 2) do."""
        moves, _ = self.policy.parts(v)
        pieces = list[Tensor]()
        for layer in reversed(range(len(self.layers))):
            delta, weights = deltas[layer], self.layers[layer][0]
            by_weights = crossed(self.seen[layer], moving)
            if layer:
                by_weights = by_weights + crossed(seen[layer - 1], delta)
            pieces += [moving.sum(1), by_weights.flatten(1)]
            if layer:
                moving = self.through((moving @ weights.mT).baddbmm_(delta, moves[layer][0].mT), layer)
                if bent:
                    moving.addcmul_(bent[layer - 1], seen[layer - 1])
        return pieces[::-1]


def narrow(a: Tensor, b: Tensor) -> Tensor:
    """Return a b for a (T, N, m) and b (T, m, 2): as its transpose it takes torch a fifth of the time."""
    return (b.mT.contiguous() @ a.mT).mT


def crossed(a: Tensor, b: Tensor) -> Tensor:
    """Return a^T b for a (T, N, m) and b (T, N, n); where n is small, as its transpose, in a fifth of the time."""
    return (b.mT @ a).mT if b.shape[-1] < a.shape[-1] else a.mT @ b
