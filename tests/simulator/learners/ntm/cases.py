"""Machines and sequences to test with, and the gradient by autograd through the readable machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from metascope.simulator.learners.ntm.bptt import cost
from metascope.simulator.learners.ntm.reference import Design, Weights, initial, learned, run


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def small(**changed: Any) -> Design:
    """Return a design that is quick to compute, with what is `changed`."""
    given: dict[str, Any] = {"inputs": 5, "outputs": 4, "units": 7, "locations": 9, "width": 3}
    return Design(**{**given, **changed})


def weights_of(design: Design, dtype: torch.dtype = torch.float64, seed: int = 0) -> Weights:
    return initial(design, generator(seed), dtype)


@dataclass(frozen=True)
class Sequences:
    inputs: Tensor  # (T, B, X)
    targets: Tensor  # (T, B, Y)
    mask: Tensor  # (T, B)


def sequences(
    design: Design, steps: int, batch: int, dtype: torch.dtype = torch.float64, seed: int = 0, share: float = 0.6
) -> Sequences:
    """Return random bits, of which about `share` of the time steps count."""
    draws = generator(seed)

    def bits(*shape: int, ones: float = 0.5) -> Tensor:
        return (torch.rand(*shape, generator=draws) < ones).to(dtype)

    found = bits(steps, batch, design.inputs), bits(steps, batch, design.outputs), bits(steps, batch, ones=share)
    return Sequences(*found)


def copies(length: int, batch: int, seed: int = 0) -> Sequences:
    """Return copies of `length` vectors of 8 bits: the vectors, a delimiter, then the answer."""
    vectors = torch.randint(0, 2, (length, batch, 8), generator=generator(seed)).float()
    inputs, targets = torch.zeros(2 * length + 1, batch, 9), torch.zeros(2 * length + 1, batch, 8)
    inputs[:length, :, :8], inputs[length, :, 8], targets[length + 1 :] = vectors, 1, vectors
    mask = torch.zeros(2 * length + 1, batch)
    mask[length + 1 :] = 1
    return Sequences(inputs, targets, mask)


def by_autograd(design: Design, weights: Weights, given: Sequences) -> tuple[Tensor, Weights]:
    """Return the cost of each sequence and the gradient of its mean, through the readable machine."""
    names = learned(design)
    traced = {n: w.clone().requires_grad_() if n in names else w for n, w in weights.items()}
    bits = cost(run(design, traced, given.inputs).outputs, given.targets, given.mask)
    gradient = torch.autograd.grad(bits.mean(), [traced[n] for n in names])
    return bits.detach(), dict(zip(names, gradient, strict=True))
