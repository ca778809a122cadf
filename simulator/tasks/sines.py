"""Defines learning sine waves from a few points by a small network (the regression of Finn et al. 2017)."""

from __future__ import annotations

import math
from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.tasks.networks import Activation, Network
from metascope.simulator.tasks.problems import TEST, Family, Problems

_REACH = 5.0  # x is drawn from -5 to 5


@final
class SineFamily(Family):
    """Waves y = A sin(x - p) with A ~ U[0.1, 5] and p ~ U[0, pi], each seen at `shots` points by every update.

    Args:
        shots: points that the updates see.
        queries: points that only the test sees.
        hidden: units of the network's hidden layers; 1-40-40-1 has 1,761 coordinates.
        activation: of the hidden layers.
        dtype: of everything drawn.
        device: of the problems; None: the CPU. The CPU's generator draws them for every device.
    """

    def __init__(
        self,
        shots: int = 10,
        queries: int = 10,
        hidden: tuple[int, ...] = (40, 40),
        activation: Activation = "relu",
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        self.network = Network((1, *hidden, 1), activation, "squares")
        super().__init__(self.network.layout.groups)
        self._shots, self._queries = shots, queries
        self._dtype, self._device = dtype, device or torch.device("cpu")

    @override
    def sample(self, count: int, updates: int, generator: Generator) -> Sines:
        unit = torch.rand(count, 2 + self._shots + self._queries, 1, generator=generator, dtype=self._dtype)
        amplitude = 0.1 + 4.9 * unit[:, :1]  # (B, 1, 1)
        phase = math.pi * unit[:, 1:2]
        x = _REACH * (2 * unit[:, 2:] - 1)  # (B, N, 1)
        start = self.network.start(count, "scaled", generator, self._dtype)
        drawn = (x, amplitude * torch.sin(x - phase), start)
        x, y, start = (part.to(self._device) for part in drawn)
        return Sines(self.network, x, y, self._shots, start)

    @override
    def held_out(self, count: int, updates: int, generator: Generator) -> Sines:
        """Return `count` other waves: no two draws have one in common."""
        return self.sample(count, updates, generator)


@final
class Sines(Problems):
    """Waves given by points: updates see the first `shots`, the test sees the others.

    Args:
        network: what is fitted.
        x: places, (B, N, 1).
        y: heights there, (B, N, 1).
        shots: how many points the updates see.
        start: parameters at which an optimizer starts, (B, n).
    """

    def __init__(self, network: Network, x: Tensor, y: Tensor, shots: int, start: Tensor) -> None:
        super().__init__(*start.shape)
        self.network, self._start = network, start
        self.support = (x[:, :shots].contiguous(), y[:, :shots].contiguous())
        self.query = (x[:, shots:].contiguous(), y[:, shots:].contiguous())

    @override
    def start(self) -> Tensor:
        """Return the start, (B, n)."""
        return self._start

    @override
    def loss(self, theta: Tensor, t: int) -> Tensor:
        """Return the mean squared errors (..., B)."""
        return self.network.loss(theta, *self._points(t))

    @override
    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        """Return the mean squared errors (..., B) and their gradients (..., B, n)."""
        return self.network.loss_and_gradient(theta, *self._points(t))

    def _points(self, t: int) -> tuple[Tensor, Tensor]:
        return self.query if t == TEST else self.support
