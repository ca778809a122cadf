"""Multiplies by the Hessian of the mean KL divergence of adapted policies by their start, where it is 0.

It is the mean over tasks of A^T F A: A = I + alpha H leads through an inner step, with H the Hessian of the surrogate,
and F is the Fisher matrix of the adapted policy. Conjugate gradients ask for it ten times in each step of TRPO, and
everything but the vector stays: activations, what the actions pull, and the nodes that stand for the states.
"""

from __future__ import annotations

from typing import final

import torch
from torch import Tensor

from simulator.learners.policy_gradient.fast import Meta
from simulator.learners.policy_gradient.linearization import Linearization, Pulls
from simulator.learners.policy_gradient.policy import Policy
from simulator.learners.policy_gradient.quadrature import quadrature


@final
class Product:
    """What all products have alike.

    product = Product(policy, meta, rate=0.1)
    along = product(v)  # (P,) of v (P,)

    Args:
        policy: the sizes.
        meta: the adaptation and the paths after it.
        rate: alpha.
        first_order: take A for I.
        nodes: whether nodes may stand for states.
    """

    def __init__(
        self, policy: Policy, meta: Meta, rate: float, *, first_order: bool = False, nodes: bool = True
    ) -> None:
        self._rate, self._tasks = rate, len(meta.found.reached)
        found, after = meta.found, meta.after
        self._steps: list[tuple[Linearization, Pulls]] = []
        passed = [] if first_order else list(zip(found.slopes, found.lessons, found.thetas[:-1], strict=True))
        for near, given, theta in passed:
            pulls = near.pulls(given.weights)
            smooth = quadrature(policy, theta, given.paths.states.flatten(1, 2)) if nodes else None
            self._steps.append((near, pulls) if smooth is None else (smooth.near, smooth.pulls(pulls)))
        smooth = quadrature(policy, found.reached, after.paths.states.flatten(1, 2)) if nodes else None
        self._last = (meta.near, after.share) if smooth is None else (smooth.near, smooth.sums(after.share))

    def __call__(self, v: Tensor) -> Tensor:
        """Return the product (P,) with v (P,)."""
        found = v.expand(self._tasks, -1)
        for near, pulls in self._steps:
            found = torch.add(found, near.bent(pulls, found), alpha=self._rate)
        near, share = self._last
        found = near.fisher(share, found)
        for near, pulls in reversed(self._steps):
            found = torch.add(found, near.bent(pulls, found), alpha=self._rate)
        return found.mean(0)
