"""Draws sine waves to fit from a few points (Finn, Abbeel and Levine, 2017, section 5.1)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import final

import torch
from torch import Generator, Tensor

LEAST, MOST = 0.1, 5.0  # of the amplitude
REACH = 5.0  # x is drawn from -5 to 5
CPU = torch.device("cpu")


@dataclass(frozen=True)
class Waves:
    """T waves y = A sin(x - p), each seen at N points."""

    amplitude: Tensor  # A, (T, 1, 1)
    phase: Tensor  # p, (T, 1, 1), in radians
    x: Tensor  # (T, N, 1)
    y: Tensor  # (T, N, 1)

    def told(self) -> Tensor:
        """Return x together with the wave's amplitude and phase, (T, N, 3), as an oracle sees it."""
        return torch.cat([self.x, self.amplitude.expand_as(self.x), self.phase.expand_as(self.x)], -1)

    def seen(self, inputs: int) -> Tensor:
        """Return the inputs of a network with 1 or 3 inputs: x (T, N, 1), or the result of `told`."""
        return self.x if inputs == 1 else self.told()

    def split(self, shots: int) -> tuple[Waves, Waves]:
        """Return the same waves at the first `shots` points, the support set, and at the others, the query set."""
        cut = [shots, self.x.shape[1] - shots]
        x, y = self.x.split_with_sizes(cut, 1), self.y.split_with_sizes(cut, 1)
        return Waves(self.amplitude, self.phase, x[0], y[0]), Waves(self.amplitude, self.phase, x[1], y[1])

    def at(self, x: Tensor) -> Waves:
        """Return the same waves at other points: x (T, N, 1), or (N,) for all of them."""
        if x.dim() == 1:
            x = x.view(1, -1, 1).expand(len(self.amplitude), -1, 1)
        return Waves(self.amplitude, self.phase, x, torch.sin(x - self.phase).mul_(self.amplitude))

    def batches(self, count: int) -> list[Waves]:
        """Return the waves in so many batches of the same size."""
        parts = (part.chunk(count) for part in (self.amplitude, self.phase, self.x, self.y))
        return [Waves(*each) for each in zip(*parts, strict=True)]

    def joined(self, other: Waves) -> Waves:
        """Return the same waves at these points and at those of `other`."""
        x, y = torch.cat([self.x, other.x], 1), torch.cat([self.y, other.y], 1)
        return Waves(self.amplitude, self.phase, x, y)


def even(points: int, device: torch.device = CPU, dtype: torch.dtype = torch.float32) -> Tensor:
    """Return N points (N,) evenly spaced from -5 to 5."""
    return torch.linspace(-REACH, REACH, points, device=device, dtype=dtype)


@final
class WaveFamily:
    """Waves with A ~ U[0.1, 5] and p ~ U[0, phases], at x ~ U[-5, 5] or on an even grid.

    Args:
        phases: the largest phase, in radians: pi in Finn et al. (2017), 2 pi in Nichol et al. (2018).
        grid: points lie evenly from -5 to 5, the same for all waves.
        dtype: of everything drawn.
    """

    def __init__(self, phases: float = math.pi, *, grid: bool = False, dtype: torch.dtype = torch.float32) -> None:
        self.phases, self.grid, self.dtype = phases, grid, dtype
        self._ranges: dict[tuple[int, torch.device], tuple[Tensor, Tensor]] = {}

    def sample(self, tasks: int, points: int, generator: Generator, device: torch.device = CPU) -> Waves:
        """Draw `tasks` waves at `points` points, in a single call on the generator's device."""
        drawn = 0 if self.grid else points
        unit = torch.rand(tasks, 2 + drawn, 1, generator=generator, device=generator.device, dtype=self.dtype)
        low, width = self._range(drawn, device)
        amplitude, phase, x = torch.addcmul(low, unit.to(device), width).split_with_sizes([1, 1, drawn], 1)
        if self.grid:
            x = even(points, device, self.dtype).view(1, -1, 1).expand(tasks, -1, 1)
        return Waves(amplitude, phase, x, torch.sin(x - phase).mul_(amplitude))

    def _range(self, points: int, device: torch.device) -> tuple[Tensor, Tensor]:
        """Return the lower ends and widths (1, 2 + N, 1) of the ranges drawn for a wave."""
        if (points, device) not in self._ranges:
            low = [LEAST, 0.0, *[-REACH] * points]
            width = [MOST - LEAST, self.phases, *[2 * REACH] * points]
            both = (torch.tensor(each, device=device, dtype=self.dtype).view(1, -1, 1) for each in (low, width))
            self._ranges[points, device] = next(both), next(both)
        return self._ranges[points, device]
