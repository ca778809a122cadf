"""Multiplies by the Hessian of the mean KL divergence of adapted policies by their start, where it is 0.

It is the mean over tasks of A^T F A: A = I + alpha H leads through an inner step, with H the Hessian of the surrogate,
and F is the Fisher matrix of the adapted policy. Conjugate gradients ask for it ten times in each step of TRPO, and
everything but the vector stays: activations, what the actions pull, and the nodes that stand for the states.
"""

from __future__ import annotations

from typing import Protocol, final

import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.learners.kernels import RELU_POLICIES
from metascope.simulator.learners.policy_gradient.fast import Adapted, Lesson
from metascope.simulator.learners.policy_gradient.linearization import Linearization, Pulls
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.products.compiled import Compiled
from metascope.simulator.learners.policy_gradient.products.piecewise import Piecewise, suits
from metascope.simulator.learners.policy_gradient.products.quadrature import Multiply, quadrature


def kernels_of(policy: Policy) -> tuple[Kernel, ...]:
    """Return the kernels that a policy's products are made with, on the CPU and in single precision."""
    return (RELU_POLICIES,) if suits(policy) else ()


class Sums(Protocol):
    """What makes sums over states: a gradient, and products with second derivatives."""

    def gradient(self, pulls: Pulls) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n."""

    def bending(self, pulls: Pulls) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n log pi_n by vectors (T, P)."""

    def fisher(self, weights: Tensor) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta by vectors (T, P)."""


@final
class States:
    """Sums over states that go through all of them and all layers."""

    def __init__(self, near: Linearization) -> None:
        self._near = near

    def gradient(self, pulls: Pulls) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n."""
        return self._near.gradient(pulls.weights)

    def bending(self, pulls: Pulls) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n log pi_n by vectors (T, P)."""
        return lambda v: self._near.bent(pulls, v)

    def fisher(self, weights: Tensor) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta by vectors (T, P)."""
        return lambda v: self._near.fisher(weights, v)


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
        compiled: let kernels pass through blocks of relu policies' states; see `kernels_of`.
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
        compiled: bool = False,
    ) -> None:
        self._rate, self._tasks = rate, len(found.reached)

        def sums(theta: Tensor, given: Lesson, of: Linearization) -> Sums:
            return States(of) if plain else _sums(policy, theta, given, of, compiled=compiled)

        passed = [] if first_order else list(zip(found.thetas[:-1], found.lessons, found.slopes, strict=True))
        self._steps = [sums(*each).bending(each[2].pulls(each[1].weights)) for each in passed]
        self._near, self._sums = near, sums(found.reached, after, near)
        self._last = self._sums.fisher(after.share)

    def slope(self, weights: Tensor) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n by the adapted parameters, for weights (T, N)."""
        return self._sums.gradient(self._near.pulls(weights))

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


def _sums(policy: Policy, theta: Tensor, given: Lesson, near: Linearization, *, compiled: bool) -> Sums:
    """Return what makes sums over a lesson's states with few of them, or blocks of them, where that is possible."""
    if (smooth := quadrature(policy, theta, given.paths.states.flatten(1, 2))) is not None:
        return smooth
    if not suits(policy):
        return States(near)
    return Compiled(policy, near) if compiled else Piecewise(policy, near)
