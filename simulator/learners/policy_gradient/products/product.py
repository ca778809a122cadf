"""Multiplies by the Hessian of the mean KL divergence of adapted policies by their start, where it is 0.

It is the mean over tasks of A^T F A: A = I + alpha H leads through an inner step, with H the Hessian of the surrogate,
and F is the Fisher matrix of the adapted policy. Conjugate gradients ask for it ten times in each step of TRPO, and
everything but the vector stays: activations, what the actions pull, and the nodes that stand for the states.
"""

from __future__ import annotations

from typing import final

import torch
from torch import Tensor

from simulator.engine.compiling.kernel import Kernel
from simulator.learners.kernels import RELU_POLICIES
from simulator.learners.policy_gradient.fast import Adapted, Lesson
from simulator.learners.policy_gradient.linearization import Linearization
from simulator.learners.policy_gradient.policy import Policy
from simulator.learners.policy_gradient.products.piecewise import Piecewise, suits
from simulator.learners.policy_gradient.products.quadrature import Multiply, quadrature


def kernels_of(policy: Policy) -> tuple[Kernel, ...]:
    """Return the kernels that a policy's products are made with, on the CPU and in single precision."""
    return (RELU_POLICIES,) if suits(policy) else ()


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
        compiled: let a kernel pass through blocks of relu policies' states; see `kernels_of`.
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
        passed = [] if first_order else list(zip(found.slopes, found.lessons, found.thetas[:-1], strict=True))
        self._steps: list[Multiply] = [
            _bending(policy, theta, given, slope, plain=plain, compiled=compiled) for slope, given, theta in passed
        ]
        self._near, self._blocks = near, None if plain else _blocks(policy, near, compiled=compiled)
        self._last = _fisher(policy, found.reached, after, near, self._blocks, plain=plain)

    def slope(self, weights: Tensor) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n by the adapted parameters, for weights (T, N)."""
        if self._blocks is None:
            return self._near.gradient(weights)
        return self._blocks.gradient(self._near.pulls(weights))

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


def _blocks(policy: Policy, near: Linearization, *, compiled: bool) -> Piecewise | None:
    """Return the blocks of a relu policy's states; None: there are none."""
    return Piecewise(policy, near, compiled=compiled) if suits(policy) else None


def _bending(
    policy: Policy, theta: Tensor, given: Lesson, near: Linearization, *, plain: bool, compiled: bool
) -> Multiply:
    """Return what multiplies the Hessian of a lesson's surrogate."""
    pulls = near.pulls(given.weights)
    if not plain:
        if (smooth := quadrature(policy, theta, given.paths.states.flatten(1, 2))) is not None:
            return smooth.bending(pulls)
        if (blocks := _blocks(policy, near, compiled=compiled)) is not None:
            return blocks.bending(pulls)
    return lambda v: near.bent(pulls, v)


def _fisher(
    policy: Policy, theta: Tensor, after: Lesson, near: Linearization, blocks: Piecewise | None, *, plain: bool
) -> Multiply:
    """Return what multiplies the Fisher matrix of the adapted policies."""
    if not plain:
        if (smooth := quadrature(policy, theta, after.paths.states.flatten(1, 2))) is not None:
            return smooth.fisher(after.share)
        if blocks is not None:
            return blocks.fisher(after.share)
    return lambda v: near.fisher(after.share, v)
