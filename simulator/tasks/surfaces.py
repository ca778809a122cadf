"""Turns landscapes into problems for an optimizer, so that its path can be drawn on the surface."""

from __future__ import annotations

from typing import Any, Literal, final

import torch
from torch import Generator, Tensor
from torch.autograd import Function
from typing_extensions import override

from metascope.simulator.tasks.families import designed_wells, draw, lecture_pair
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.problems import Family, Group, Problems

Surface = Literal["lecture", "quadratics", "wells", "mixtures"]

DIMENSIONS: dict[Surface, tuple[int, ...]] = {"lecture": (1,), "quadratics": (1, 2), "wells": (2,), "mixtures": (1, 2)}
_REACH = 3.0  # starts are drawn from -3 to 3 in each coordinate
_SHIFT = 0.5  # the most by which the optimum of a designed landscape is moved in each coordinate
_DESIGNED = 4  # designed wells with a direction of their own


@final
class SurfaceFamily(Family):
    """Landscapes in one or two dimensions: random ones, or designed ones that are moved a little for each problem.

    Args:
        name: "lecture" (one dimension), "quadratics", "wells" (two dimensions) or "mixtures".
        dimension: d, one of `DIMENSIONS[name]`.
        dtype: of the values that optimizers see; the landscapes compute in float64.
        device: of the optimizers; None: the CPU, where the landscapes always stay.
    """

    def __init__(
        self,
        name: Surface,
        dimension: int,
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        if dimension not in DIMENSIONS[name]:
            raise ValueError(f"dimension must be one of {DIMENSIONS[name]} for {name}, not {dimension}")
        super().__init__((Group("θ", 0, dimension),))
        self._name, self._dtype, self._device = name, dtype, device or torch.device("cpu")
        self._designed = {"lecture": lecture_pair, "wells": lambda: designed_wells(_DESIGNED)}.get(name, lambda: None)()

    @override
    def sample(self, count: int, updates: int, generator: Generator) -> Surfaces:
        """Return `count` landscapes, with starts drawn from [-3, 3] in each coordinate; they have no minibatches."""
        landscapes = self._landscapes(count, generator)
        start = _REACH * (2 * torch.rand(count, self.size, generator=generator, dtype=torch.float64) - 1)
        return Surfaces(landscapes, start.to(self._device, self._dtype))

    @override
    def held_out(self, count: int, updates: int, generator: Generator) -> Surfaces:
        """Return `count` other landscapes: no two draws have one in common."""
        return self.sample(count, updates, generator)

    def _landscapes(self, count: int, generator: Generator) -> Landscapes:
        if self._designed is None:
            return draw(self._name, count, self.size, generator)
        which = torch.randint(self._designed.tasks, (count,), generator=generator)
        shift = _SHIFT * (2 * torch.rand(count, self.size, generator=generator, dtype=torch.float64) - 1)
        return self._designed.chosen(which).moved(self._designed.optima()[which] + shift)


@final
class Surfaces(Problems):
    """B landscapes, each a problem.

    Args:
        landscapes: B of them, in d dimensions, on the CPU; they can be drawn.
        start: where an optimizer starts, (B, d), with the dtype and device of the computation.
    """

    def __init__(self, landscapes: Landscapes, start: Tensor) -> None:
        super().__init__(*start.shape)
        self.landscapes = landscapes
        self._start = start

    @override
    def start(self) -> Tensor:
        """Return the start, (B, d)."""
        return self._start

    @override
    def loss(self, theta: Tensor, t: int) -> Tensor:
        """Return the losses (..., B)."""
        value: Tensor = _Value.apply(theta.to("cpu", torch.float64), self.landscapes)  # type: ignore[no-untyped-call]
        return value.to(theta)

    @override
    @torch.no_grad()
    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        """Return the losses (..., B) and their gradients (..., B, d)."""
        points = theta.to("cpu", torch.float64)
        loss, gradient = self.landscapes.loss(points), self.landscapes.gradient(points)
        return loss.to(theta), gradient.to(theta)


class _Value(Function):
    """A landscape's loss for autograd, which cannot differentiate it directly because landscapes work in place."""

    @override
    @staticmethod
    def forward(ctx: Any, points: Tensor, landscapes: Landscapes) -> Tensor:
        ctx.save_for_backward(points)
        ctx.landscapes = landscapes
        return landscapes.loss(points)

    @override
    @staticmethod
    def backward(ctx: Any, upstream: Tensor) -> tuple[Tensor, None]:
        slope: Tensor = _Slope.apply(ctx.saved_tensors[0], ctx.landscapes)  # type: ignore[no-untyped-call]
        return upstream.unsqueeze(-1) * slope, None


class _Slope(Function):
    """A landscape's gradient for autograd."""

    @override
    @staticmethod
    def forward(ctx: Any, points: Tensor, landscapes: Landscapes) -> Tensor:
        ctx.save_for_backward(points)
        ctx.landscapes = landscapes
        return landscapes.gradient(points)

    @override
    @staticmethod
    def backward(ctx: Any, upstream: Tensor) -> tuple[Tensor, None]:
        curvature = ctx.landscapes.hessian(ctx.saved_tensors[0])  # (..., B, d, d), symmetric
        return (curvature @ upstream.unsqueeze(-1)).squeeze(-1), None
