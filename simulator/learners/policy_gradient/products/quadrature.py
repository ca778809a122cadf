"""Replaces the states of many steps by few nodes, where what is summed over them is smooth.

A tanh network of a place in the plane is a smooth function of two numbers, and so is each product of its derivatives. A
polynomial that agrees with such a function at Chebyshev nodes of the box that the states lie in differs from it by less
than single precision does, from about ten nodes along an axis on: interpolation converges geometrically (Trefethen,
Approximation Theory and Approximation Practice, 2013, chapter 8). So sum_n w_n f(x_n) = sum_m (sum_n w_n l_m(x_n))
f(x_m), with the nodes' cardinal functions l_m: the same products with Hessians on a hundred nodes that else need the
2,000 states of 20 walks. Each task's box lies along its walks, which drift, and has as many nodes along each of its
axes as the Chebyshev coefficients of the activations' slopes squared ask for on a few lines; tasks go together as takes
least, since all of a group have the most that one of them needs. Where that is not fewer than half the states, as with
relu, whose slopes jump, the states themselves stay.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.linearization import Linearization, Pulls, parts_of
from metascope.simulator.learners.policy_gradient.policy import ACTIONS, Policy

FINE = 36  # nodes on the lines that tell how many it takes
FEWER = 2  # states for each node, at least, or they stay
SMALL = {torch.float32: 2e-5, torch.float64: 1e-6}  # the last coefficients, at most; products are off by a tenth of it
_LAST = 2  # coefficients along each axis that must be small
_LINES = 5  # along each axis
OF_GROUP = 256  # nodes that take as long as what is done for a group whatever its nodes are
_THIN = 1e-6  # of a box without width


Multiply: TypeAlias = Callable[[Tensor], Tensor]  # returns a product (T, P) with vectors (T, P)


@dataclass(frozen=True)
class Nodes:
    """What stands for the states of a few tasks."""

    tasks: Tensor  # their numbers
    near: Linearization  # of the policies at the nodes (t, M, inputs), or at the states
    count: int  # M
    along: tuple[Tensor, Tensor] | None = (
        None  # Chebyshev's polynomials of the axes at the states, (t, side, N), double
    )

    def sums(self, weights: Tensor) -> Tensor:
        """Return the nodes' weights (t, M) in sums over the states with weights (t, N)."""
        if self.along is None:
            return weights
        x, y = self.along
        moments = (x * weights.unsqueeze(1)) @ y.mT  # (t, side of x, side of y)
        return (transform(x.shape[1]) @ moments @ transform(y.shape[1]).T).flatten(1).to(weights.dtype)

    def pulled(self, pull: Tensor) -> Tensor:
        """Return the nodes' pulls (t, M, 2) for those of the actions of all tasks (T, N, 2)."""
        return torch.stack([self.sums(part) for part in pull[self.tasks].unbind(-1)], -1)

    def bending(self, given: Pulls) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n log pi_n by vectors, for what actions pull in all tasks."""
        pulls = Pulls(self.sums(given.weights[self.tasks]), self.pulled(given.pull), given.squares[self.tasks])
        return lambda v: self.near.bent(pulls, v)

    def fisher(self, weights: Tensor) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta, for weights (T, N)."""
        sums = self.sums(weights[self.tasks])
        return lambda v: self.near.fisher(sums, v)


@dataclass(frozen=True)
class Quadrature:
    """Nodes that stand for the states of T tasks."""

    groups: Sequence[Nodes]

    def gradient(self, pulls: Pulls) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n."""
        found = torch.cat([group.near.back(group.pulled(pulls.pull)) for group in self.groups])[self._back]
        found[:, -ACTIONS:] = pulls.squares - pulls.weights.sum(1, keepdim=True)
        return found

    def bending(self, pulls: Pulls) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n log pi_n by vectors (T, P)."""
        return self._of_all([group.bending(pulls) for group in self.groups])

    def fisher(self, weights: Tensor) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta by vectors (T, P)."""
        return self._of_all([group.fisher(weights) for group in self.groups])

    @cached_property
    def _back(self) -> Tensor:
        """The places of the tasks in the groups, (T,)."""
        return torch.cat([group.tasks for group in self.groups]).argsort()

    def _of_all(self, products: Sequence[Multiply]) -> Multiply:
        def product(v: Tensor) -> Tensor:
            found = [each(v[group.tasks]) for each, group in zip(products, self.groups, strict=True)]
            return torch.cat(found)[self._back]

        return product


def quadrature(policy: Policy, theta: Tensor, states: Tensor) -> Quadrature | None:
    """Return nodes for sums over states of products of two derivatives of a policy; None: take the states.

    Args:
        policy: the sizes.
        theta: (T, P).
        states: (T, N, inputs); what is seen beside the place is the same in all of a task.
    """
    if policy.activation != "tanh":
        return None
    places, beside = states[..., :ACTIONS], states[:, :1, ACTIONS:]
    middle, axes, within = boxes(places)
    sides = needed(policy, theta, beside, middle, axes, SMALL[states.dtype])
    groups = list[Nodes]()
    order = sides.prod(1).argsort()
    for tasks in order.split_with_sizes(together(sides[order].tolist(), states.shape[1])):
        x, y = sides[tasks].amax(0).tolist()
        if x * y * FEWER > states.shape[1]:
            near = Linearization(policy, theta[tasks], states[tasks], None)
            groups.append(Nodes(tasks, near, states.shape[1]))
            continue
        nodes = torch.cartesian_prod(cosines(x), cosines(y)).to(states.dtype)
        seen = _seen(nodes @ axes[tasks] + middle[tasks], beside[tasks])
        one, other = within[tasks].double().unbind(-1)
        along = polynomials(one, x), polynomials(other, y)
        groups.append(Nodes(tasks, Linearization(policy, theta[tasks], seen, None), x * y, along))
    return Quadrature(groups) if any(group.along is not None for group in groups) else None


def together(sides: Sequence[Sequence[int]], states: int) -> list[int]:
    """Return how many tasks share a number of nodes, one group after the other, so that the whole takes least.

    Args:
        sides: nodes that each needs along two axes, (T, 2), those with fewest first.
        states: of each, which stay where nodes would not be fewer.
    """
    least, sizes = [0], [0]  # what the tasks up to each take, and the size of their last group
    for end in range(1, len(sides) + 1):
        x, y, best, size = 0, 0, 0, 0
        for begin in reversed(range(end)):
            x, y = max(x, sides[begin][0]), max(y, sides[begin][1])
            count = states if x * y * FEWER > states else x * y
            takes = least[begin] + (end - begin) * count + OF_GROUP * parts_of(end - begin, count)
            if not size or takes <= best:
                best, size = takes, end - begin
        least.append(best)
        sizes.append(size)
    found, end = list[int](), len(sides)
    while end:
        found.append(sizes[end])
        end -= sizes[end]
    return found[::-1]


def boxes(places: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the boxes around places (T, N, 2), along the axes of their largest and least variance.

    Their middles (T, 1, 2), half their sides as vectors in the plane (T, 2, 2), and the places seen in them (T, N, 2).
    """
    x, y = (places - places.mean(1, keepdim=True)).unbind(-1)
    angle = torch.atan2(2 * (x * y).mean(1), (x.square() - y.square()).mean(1)) / 2
    one, other = angle.cos(), angle.sin()
    turned = torch.stack([torch.stack([one, other], -1), torch.stack([-other, one], -1)], 1)  # rows: the axes
    along = places @ turned.mT
    low, high = along.amin(1, keepdim=True), along.amax(1, keepdim=True)
    middle, half = (low + high) / 2, (high - low) / 2 + _THIN
    return middle @ turned, turned * half.mT, (along - middle) / half


def needed(policy: Policy, theta: Tensor, beside: Tensor, middle: Tensor, axes: Tensor, small: float) -> Tensor:
    """Return how many nodes along each axis of their boxes tasks need, (T, 2); more than `FINE`: too many to tell.

    So many that the last coefficients of the activations' slopes are small, on a few lines along each axis.

    Args:
        policy: the sizes.
        theta: (T, P).
        beside: what is seen beside the place, (T, 1, inputs - 2).
        middle: of the boxes, (T, 1, 2).
        axes: half the boxes' sides, (T, 2, 2).
        small: coefficients are, up to this.
    """
    fine, lines = cosines(FINE), cosines(_LINES) / cosines(_LINES)[0]  # the first and last line are edges
    grid = torch.cartesian_prod(lines, fine).to(theta.dtype)
    found = list[Tensor]()
    for inside in (grid.flip(1), grid):  # along the first axis, then along the second
        near = Linearization(policy, theta, _seen(inside @ axes + middle, beside), None)
        slopes = (1 - near.activations().square()).view(len(theta), _LINES, FINE, -1)
        sizes = (transform(FINE).T.to(slopes.dtype) @ slopes).abs().amax((1, 3))  # (T, FINE)
        last = FINE - (sizes > small).flip(1).to(torch.uint8).argmax(1)  # the first number of small ones
        last = torch.where((sizes > small).any(1), last, 1)
        found.append(last + _LAST)
    return torch.stack(found, 1)


def _seen(places: Tensor, beside: Tensor) -> Tensor:
    """Return states (T, M, inputs) of places (T, M, 2), and what is seen beside them."""
    return torch.cat([places, beside.expand(-1, places.shape[1], -1)], -1)


def cosines(side: int) -> Tensor:
    """Return Chebyshev's nodes in [-1, 1], (side,)."""
    return torch.cos(math.pi * (torch.arange(side, dtype=torch.float64) + 0.5) / side)


def polynomials(u: Tensor, count: int) -> Tensor:
    """Return Chebyshev's first polynomials at u (T, N), (T, count, N)."""
    found = [torch.ones_like(u), u]
    while len(found) < count:
        found.append(2 * u * found[-1] - found[-2])
    return torch.stack(found[:count], 1)


def transform(side: int) -> Tensor:
    """Return what makes Chebyshev coefficients of values at the nodes, (side of values, side of coefficients).

    The same matrix makes the values of the nodes' cardinal functions of those of the polynomials.
    """
    found = polynomials(cosines(side)[None], side)[0].T * (2 / side)
    found[:, 0] /= 2
    return found
