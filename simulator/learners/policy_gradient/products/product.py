"""Multiplies by the Hessian of the mean KL divergence of adapted policies by their start, where it is 0.

It is the mean over tasks of A^T F A: A = I + alpha H leads through an inner step, with H the Hessian of the surrogate,
and F is the Fisher matrix of the adapted policy. Conjugate gradients ask for it ten times in each step of TRPO, and
everything but the vector stays: activations, what the actions pull, and the nodes that stand for the states.
"""

from __future__ import annotations

from typing import final

import torch
from torch import Tensor

from simulator.learners.policy_gradient.fast import Adapted, Lesson
from simulator.learners.policy_gradient.linearization import Linearization
from simulator.learners.policy_gradient.policy import Policy
from simulator.learners.policy_gradient.products.piecewise import Piecewise, suits
from simulator.learners.policy_gradient.products.quadrature import Multiply, quadrature


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
        passed = [] if first_order else list(zip(found.slopes, found.lessons, found.thetas[:-1], strict=True))
        self._steps: list[Multiply] = [
            _bending(policy, theta, given, slope, plain=plain) for slope, given, theta in passed
        ]
        self._last = _fisher(policy, found.reached, after, near, plain=plain)

    def __call__(self, v: Tensor) -> Tensor:
        """Return the product (P,) with v (P,)."""
        found = v.expand(self._tasks, -1)
        for bent in self._steps:
            found = torch.add(found, bent(found), alpha=self._rate)
        return self.pulled(self._last(found)).mean(0)

    def pulled(self, v: Tensor) -> Tensor:
        """Return the gradient (T, P) by the start of what has the gradient v (T, P) by the adapted parameters."""
        for bent in reversed(self._steps):
            v = torch.add(v, bent(v), alpha=self._rate)
        return v


def _bending(policy: Policy, theta: Tensor, given: Lesson, near: Linearization, *, plain: bool) -> Multiply:
    """Return what multiplies the Hessian of a lesson's surrogate."""
    pulls = near.pulls(given.weights)
    if not plain:
        if (smooth := quadrature(policy, theta, given.paths.states.flatten(1, 2))) is not None:
            return smooth.bending(pulls)
        if suits(policy):
            return Piecewise(policy, near, pulls).bent
    return lambda v: near.bent(pulls, v)


def _fisher(policy: Policy, theta: Tensor, after: Lesson, near: Linearization, *, plain: bool) -> Multiply:
    """Return what multiplies the Fisher matrix of the adapted policies."""
    if not plain:
        if (smooth := quadrature(policy, theta, after.paths.states.flatten(1, 2))) is not None:
            return smooth.fisher(after.share)
        if suits(policy):
            return Piecewise(policy, near, after.share).fisher
    return lambda v: near.fisher(after.share, v)
