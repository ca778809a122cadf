"""Replaces the states of many steps by few nodes, where what is summed over them is smooth.

A tanh network of a place in the plane is a smooth function of two numbers, and so is each product of its derivatives. A
polynomial that agrees with such a function at Chebyshev nodes of the box that the states lie in differs from it by less
than single precision does, from about ten nodes along an axis on: interpolation converges geometrically (Trefethen,
Approximation Theory and Approximation Practice, 2013, chapter 8). So sum_n w_n f(x_n) = sum_m (sum_n w_n l_m(x_n))
f(x_m), with the nodes' cardinal functions l_m: the same products with Hessians on a hundred nodes that else need the
2,000 states of 20 walks. How many nodes it takes is seen in the Chebyshev coefficients of the activations' slopes
squared; where that is not fewer than half the states, as with relu, whose slopes jump, the states themselves stay.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from simulator.learners.policy_gradient.linearization import Linearization, Pulls
from simulator.learners.policy_gradient.policy import ACTIONS, Policy

FIRST = 8  # nodes along an axis that are tried first
FEWER = 2  # states for each node, at least, or they stay
SMALL = {torch.float32: 3e-4, torch.float64: 1e-6}  # the last coefficients, at most; products are off by a tenth of it
_LAST = 2  # coefficients along each axis that must be small
_THIN = 1e-6  # of a box without width


@dataclass(frozen=True)
class Quadrature:
    """Nodes that stand for the states of T tasks."""

    near: Linearization  # of the policies at the nodes (T, M, inputs)
    along: tuple[Tensor, Tensor]  # values of Chebyshev's polynomials of each axis at the states, (T, side, N)

    @property
    def side(self) -> int:
        """Nodes along an axis: the root of M."""
        return self.along[0].shape[1]

    def sums(self, weights: Tensor) -> Tensor:
        """Return the nodes' weights (T, M) in sums over the states with weights (T, N)."""
        x, y = self.along
        moments = (x * weights.unsqueeze(1)) @ y.mT  # (T, side, side)
        turned = transform(self.side).to(weights.dtype)
        return (turned @ moments @ turned.T).flatten(1)

    def pulls(self, given: Pulls) -> Pulls:
        """Return what the nodes contribute to second derivatives in place of the actions."""
        pull = torch.stack([self.sums(part) for part in given.pull.unbind(-1)], -1)
        return Pulls(self.sums(given.weights), pull, given.squares)


def quadrature(policy: Policy, theta: Tensor, states: Tensor) -> Quadrature | None:
    """Return nodes for sums over states of products of two derivatives of a policy; None: take the states.

    Args:
        policy: the sizes.
        theta: (T, P).
        states: (T, N, inputs); what is seen beside the place is the same in all of a task.
    """
    if policy.activation != "tanh":
        return None
    places, small = states[..., :ACTIONS], SMALL[states.dtype]
    low, high = places.amin(1, keepdim=True), places.amax(1, keepdim=True)
    middle, half = (low + high) / 2, (high - low) / 2 + _THIN
    side, largest = FIRST, math.isqrt(states.shape[1] // FEWER)
    while side <= largest:
        axis = cosines(side)
        nodes = torch.cartesian_prod(axis, axis).to(states.dtype) * half + middle  # (T, M, 2)
        seen = torch.cat([nodes, states[:, :1, ACTIONS:].expand(-1, side * side, -1)], -1)
        near = Linearization(policy, theta, seen, None)
        if (last := tail(near.activations(), side)) <= small:
            x, y = ((places - middle) / half).unbind(-1)
            return Quadrature(near, (polynomials(x, side), polynomials(y, side)))
        side = more_nodes(side, last, small, largest)
    return None


def more_nodes(side: int, last: float, small: float, largest: int) -> int:
    """Return how many nodes along an axis to try after `side`, where the last coefficients are `last`.

    Coefficients fall geometrically in the end, and slower before. More than `largest` ends the search.
    """
    wanted = side * math.log(small) / math.log(min(last, 0.9))
    if side < largest < wanted < 1.5 * largest:
        return largest
    return max(side + 1, math.ceil(0.9 * wanted))


def tail(activations: Tensor, side: int) -> float:
    """Return the largest last Chebyshev coefficient of the squared slopes of tanh, from activations (T, M, units)."""
    slopes = (1 - activations.square()).square_().view(len(activations), side, side, -1)
    last = transform(side)[:, -_LAST:].T.to(slopes.dtype)  # (2, side)
    along = last @ slopes.flatten(2), last @ slopes
    return max(float(coefficients.abs().amax()) for coefficients in along)


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
