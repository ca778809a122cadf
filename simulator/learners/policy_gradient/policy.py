"""Describes a Gaussian policy: a network gives the mean action of a place, two free numbers its standard deviations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import torch
from torch import Generator, Tensor

Activation = Literal["tanh", "relu"]
ACTIONS = 2  # numbers of an action


@dataclass(frozen=True)
class Policy:
    """The sizes of a policy, whose P parameters are one vector: the layers' weights and biases, then log sigma (2).

    policy = Policy(inputs=2, hidden=(32, 32))
    theta = policy.initial(generator)      # (P,)
    policy.mean(theta[None], states)       # (1, N, 2) of states (1, N, 2)
    """

    inputs: int = 2  # the place; with the goal beside it 4
    hidden: tuple[int, ...] = (32, 32)
    activation: Activation = "tanh"

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """Numbers before the first layer and after each."""
        return (self.inputs, *self.hidden, ACTIONS)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the parameters' parts, in order."""
        layers = [*(f"layer{number + 1}" for number in range(len(self.hidden))), "mean"]
        return (*(f"{layer}.{part}" for layer in layers for part in ("weights", "biases")), "log_std")

    @cached_property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        """The shapes of the parts, in order."""
        pairs = list(zip(self.widths[:-1], self.widths[1:], strict=True))
        return (*(shape for a, b in pairs for shape in ((a, b), (b,))), (ACTIONS,))

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """The numbers of parameters of the parts, in order."""
        return tuple(int(torch.Size(shape).numel()) for shape in self.shapes)

    @property
    def size(self) -> int:
        """P."""
        return sum(self.sizes)

    def parts(self, theta: Tensor) -> tuple[list[tuple[Tensor, Tensor]], Tensor]:
        """Return views of parameters (B, P): each layer's weights (B, in, out) and biases (B, 1, out), and log sigma.

        The last is (B, 1, 2).
        """
        pieces = theta.split_with_sizes(self.sizes, -1)
        layers = [
            (weights.view(len(theta), a, b), biases.unsqueeze(1))
            for weights, biases, a, b in zip(
                pieces[:-1:2], pieces[1::2], self.widths[:-1], self.widths[1:], strict=True
            )
        ]
        return layers, pieces[-1].unsqueeze(1)

    def named(self, theta: Tensor) -> Iterator[tuple[str, Tensor]]:
        """Yield the parts of parameters (P,) by name, as views."""
        for name, shape, piece in zip(self.names, self.shapes, theta.split_with_sizes(self.sizes), strict=True):
            yield name, piece.view(shape)

    def mean(self, theta: Tensor, states: Tensor) -> Tensor:
        """Return the mean actions (B, N, 2) of states (B, N, inputs) for parameters (B, P)."""
        layers, _ = self.parts(theta)
        found = states
        for weights, biases in layers[:-1]:
            found = self.bend(torch.baddbmm(biases, found, weights))
        weights, biases = layers[-1]
        return torch.baddbmm(biases, found, weights)

    def bend(self, values: Tensor) -> Tensor:
        """Return the activation of values."""
        return values.tanh() if self.activation == "tanh" else values.relu()

    def overwritten(self, values: Tensor) -> Tensor:
        """Return the activation of values, which it may overwrite where autograd does not need them.

        There tanh is 2 / (1 + e^-2x) - 1, within 2e-7 in single precision: torch's sigmoid takes a sixth of its tanh.
        """
        if values.requires_grad:
            return self.bend(values)
        return values.relu_() if self.activation == "relu" else values.mul_(2).sigmoid_().mul_(2).sub_(1)

    def initial(self, draws: Generator, dtype: torch.dtype = torch.float32) -> Tensor:
        """Draw a start (P,): weights from Xavier's uniform, biases 0, standard deviations 1, as published."""
        theta = torch.zeros(self.size, dtype=dtype)
        for name, part in self.named(theta):
            if name.endswith("weights"):
                torch.nn.init.xavier_uniform_(part, generator=draws)
        return theta
