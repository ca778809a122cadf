"""Multiplies by the Hessian of the mean KL divergence of adapted policies by their start, where it is 0.

It is the mean over tasks of A^T F A: A = I + alpha H leads through an inner step, with H the Hessian of the surrogate,
and F is the Fisher matrix of the adapted policy. Conjugate gradients ask for it ten times in each step of TRPO, and
everything but the vector stays: activations, what the actions pull, and the nodes that stand for the states.
"""

from __future__ import annotations

from typing import Protocol, final

import torch
from torch import Tensor

from simulator.learners.policy_gradient.fast import Adapted, Lesson
from simulator.learners.policy_gradient.linearization import Linearization, Pulls
from simulator.learners.policy_gradient.policy import Policy
from simulator.learners.policy_gradient.products.piecewise import Piecewise, suits
from simulator.learners.policy_gradient.products.quadrature import quadrature


class Curved(Protocol):
    """What has products with second derivatives, for vectors (T, P)."""

    def bent(self, pulls: Pulls, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n log pi_n times v, (T, P)."""

    def fisher(self, weights: Tensor, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta times v, (T, P)."""


@final
class Product:
    """What all products have alike.

    product = Product(policy, found, after, near, rate=0.1)
    along = product(v)  # (P,) of v (P,)

    Args:
        policy: the sizes.
        found: the adaptation.
        after: paths with the adapted policies.
        near: of them.
        rate: alpha.
        first_order: take A for I.
        plain: let every product go through all states and layers.
    """

    def __init__(
        self,
        policy: Policy,
        found: Adapted,
        after: Lesson,
        near: Linearization,
        rate: float,
        *,
        first_order: bool = False,
        plain: bool = False,
    ) -> None:
        self._rate, self._tasks = rate, len(found.reached)
        self._steps: list[tuple[Curved, Pulls]] = []
        passed = [] if first_order else list(zip(found.slopes, found.lessons, found.thetas[:-1], strict=True))
        for slope, given, theta in passed:
            pulls = slope.pulls(given.weights)
            smooth = None if plain else quadrature(policy, theta, given.paths.states.flatten(1, 2))
            if smooth is not None:
                self._steps.append((smooth.near, smooth.pulls(pulls)))
            else:
                self._steps.append((Piecewise(policy, slope, pulls) if suits(policy) and not plain else slope, pulls))
        self._last: tuple[Curved, Tensor] = near, after.share
        if not plain:
            smooth = quadrature(policy, found.reached, after.paths.states.flatten(1, 2))
            if smooth is not None:
                self._last = smooth.near, smooth.sums(after.share)
            elif suits(policy):
                self._last = Piecewise(policy, near, None), after.share

    def __call__(self, v: Tensor) -> Tensor:
        """Return the product (P,) with v (P,)."""
        found = v.expand(self._tasks, -1)
        for near, pulls in self._steps:
            found = torch.add(found, near.bent(pulls, found), alpha=self._rate)
        near, share = self._last
        return self.pulled(near.fisher(share, found)).mean(0)

    def pulled(self, v: Tensor) -> Tensor:
        """Return the gradient (T, P) by the start of what has the gradient v (T, P) by the adapted parameters."""
        for near, pulls in reversed(self._steps):
            v = torch.add(v, near.bent(pulls, v), alpha=self._rate)
        return v
