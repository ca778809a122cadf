"""Draws random quadratics ||W theta - y||², the problems on which learned optimizers were first shown."""

from __future__ import annotations

from typing import Literal, final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.tasks.problems import Family, Group, Problems

Entries = Literal["normal", "uniform"]


@final
class QuadraticFamily(Family):
    """Quadratics f(theta) = ||W theta - y||² (Andrychowicz et al. 2016, section 3.1).

    Args:
        dimension: n.
        entries: what W and y are drawn from: "normal" N(0, 1), as in the paper, or "uniform" U[0, 1], as in its code.
        spread: standard deviation of the coordinates of the start.
        dtype: of everything drawn.
        device: of the problems; None: the CPU. The CPU's generator draws them for every device.
    """

    def __init__(
        self,
        dimension: int = 10,
        entries: Entries = "normal",
        spread: float = 0.01,
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        super().__init__((Group("θ", 0, dimension),))
        self._draw = torch.randn if entries == "normal" else torch.rand
        self._spread, self._dtype, self._device = spread, dtype, device or torch.device("cpu")

    @override
    def sample(self, count: int, updates: int, generator: Generator) -> Quadratics:
        n = self.size
        matrix = self._draw(count, n, n, generator=generator, dtype=self._dtype)  # (B, n, n)
        target = self._draw(count, n, generator=generator, dtype=self._dtype)  # (B, n)
        start = self._spread * torch.randn(count, n, generator=generator, dtype=self._dtype)
        return Quadratics(matrix.to(self._device), target.to(self._device), start.to(self._device))

    @override
    def held_out(self, count: int, updates: int, generator: Generator) -> Quadratics:
        """Return `count` other quadratics: no two draws have one in common."""
        return self.sample(count, updates, generator)


@final
class Quadratics(Problems):
    """B losses ||W theta - y||²; their least value is 0 where W has an inverse.

    Args:
        matrix: W, (B, n, n).
        target: y, (B, n).
        start: where an optimizer starts, (B, n).
    """

    def __init__(self, matrix: Tensor, target: Tensor, start: Tensor) -> None:
        super().__init__(*start.shape)
        self.matrix, self.target = matrix, target
        self._start = start
        self._column = target.unsqueeze(-1)  # (B, n, 1)
        self._twice_transposed = 2 * matrix.mT

    @override
    def start(self) -> Tensor:
        """Return the start, (B, n)."""
        return self._start

    @override
    def loss(self, theta: Tensor, t: int) -> Tensor:
        """Return the losses (..., B)."""
        residual = (self.matrix @ theta.unsqueeze(-1)).squeeze(-1) - self.target  # (..., B, n)
        return residual.square().sum(-1)

    @override
    @torch.no_grad()
    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        """Return the losses (..., B) and gradients 2 W' (W theta - y), (..., B, n)."""
        if theta.dim() == 2:
            residual = torch.baddbmm(self._column, self.matrix, theta.unsqueeze(-1), beta=-1)  # (B, n, 1)
            return residual.square().sum((1, 2)), torch.bmm(self._twice_transposed, residual).squeeze(-1)
        points = theta.reshape(-1, self.count, self.size).permute(1, 2, 0)  # (B, n, L): one product for all L points
        residual = torch.baddbmm(self._column, self.matrix, points, beta=-1)  # (B, n, L)
        loss = residual.square().sum(1).T  # (L, B)
        gradient = torch.bmm(self._twice_transposed, residual).permute(2, 0, 1)  # (L, B, n)
        return loss.reshape(theta.shape[:-1]), gradient.reshape(theta.shape)
