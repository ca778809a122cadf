"""Steps of a start within a trust region (Schulman et al., 2015): conjugate gradients and a line search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.plan import Trust

_SOLVED = 1e-10  # square of the residual at which the search for a direction ends


def conjugate_gradients(product: Callable[[Tensor], Tensor], b: Tensor, steps: int) -> tuple[Tensor, Tensor]:
    """Return an approximate solution x (P,) of A x = b, for a symmetric positive A known by its products, and b - A x.

    Args:
        product: returns A v of v (P,).
        b: (P,).
        steps: at most so many; P of them solve it but for rounding.
    """
    x, residual = torch.zeros_like(b), b.clone()
    direction, square = residual.clone(), residual @ residual
    for _ in range(steps):
        if float(square) < _SOLVED:
            break
        along = product(direction)
        length = square / (direction @ along)
        x, residual = x + length * direction, residual - length * along
        last, square = square, residual @ residual
        direction = residual + square / last * direction
    return x, residual


@dataclass(frozen=True)
class Accepted:
    """What the line search has found."""

    start: Tensor  # (P,) after the step; as before where none was accepted
    tries: int  # lengths that were tried; 0: there was no direction
    accepted: bool
    divergence: float  # mean KL of the adapted policies before and after; 0 where no step was accepted
    length: float  # share of the longest step; 0 where no step was accepted


def step(
    start: Tensor,
    gradient: Tensor,
    product: Callable[[Tensor], Tensor],
    judge: Callable[[Tensor], tuple[float, float]],
    before: float,
    trust: Trust,
) -> Accepted:
    """Go up as far as the trust region allows.

    Args:
        start: phi, (P,).
        gradient: of the surrogate by phi, (P,).
        product: the Hessian of the mean KL times a vector, without damping.
        judge: returns the surrogate and the mean KL of another start.
        before: the surrogate of this one.
        trust: how far.
    """
    damped, residual = conjugate_gradients(lambda v: product(v) + trust.damping * v, gradient, trust.directions)
    bent = float(damped @ (gradient - residual))  # of the damped matrix, without another product
    if not bent > 0:
        return Accepted(start, 0, False, 0.0, 0.0)
    longest = damped * (2 * trust.divergence / bent) ** 0.5
    share = 1.0
    for tried in range(1, trust.tries + 1):
        moved = start + share * longest
        surrogate, divergence = judge(moved)
        if surrogate > before and divergence <= trust.divergence:
            return Accepted(moved, tried, True, divergence, share)
        share *= trust.shrink
    return Accepted(start, trust.tries, False, 0.0, 0.0)
