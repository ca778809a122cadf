"""Implements outer optimizers as functions that turn a meta-gradient into a step and do not change their inputs."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

_BETA_1, _BETA_2, _TINY = 0.9, 0.999, 1e-8  # Adam's (Kingma and Ba, 2015), as everywhere


@dataclass(frozen=True)
class Moments:
    """Adam's moments of the gradients of parameters (..., d)."""

    first: Tensor  # m, (..., d)
    second: Tensor  # v, (..., d)
    count: Tensor  # t, steps done, (..., 1)

    def forgotten(self, where: tuple[int | slice, ...]) -> Moments:
        """Return moments that are reset at `where`, an index of the leading axes."""
        first, second, count = self.first.clone(), self.second.clone(), self.count.clone()
        first[where], second[where], count[where] = 0, 0, 0
        return Moments(first, second, count)


def fresh(parameters: Tensor) -> Moments:
    """Return the moments of parameters (..., d) that have not moved yet."""
    return Moments(torch.zeros_like(parameters), torch.zeros_like(parameters), torch.zeros_like(parameters[..., :1]))


def clipped(gradient: Tensor, largest: float) -> Tensor:
    """Return gradients (..., d), each scaled down to the norm `largest` where it is longer."""
    norm: Tensor = torch.linalg.vector_norm(gradient, dim=-1, keepdim=True)
    return gradient * torch.clamp(largest / norm, max=1.0)  # a norm of 0 gives infinity, clamped to 1


def sgd(parameters: Tensor, gradient: Tensor, rate: float) -> Tensor:
    """Return parameters - rate * gradient."""
    return torch.sub(parameters, gradient, alpha=rate)


def adam(parameters: Tensor, gradient: Tensor, rate: float, moments: Moments) -> tuple[Tensor, Moments]:
    """Return the parameters (..., d) after one step of Adam (algorithm 1), and its moments."""
    first = torch.lerp(moments.first, gradient, 1 - _BETA_1)  # m_t
    second = torch.addcmul(moments.second * _BETA_2, gradient, gradient, value=1 - _BETA_2)  # v_t
    count = moments.count + 1
    unbiased = first / (1 - torch.pow(_BETA_1, count))  # m-hat
    spread = (second / (1 - torch.pow(_BETA_2, count))).sqrt_().add_(_TINY)  # sqrt(v-hat) + eps
    return torch.addcdiv(parameters, unbiased, spread, value=-rate), Moments(first, second, count)
