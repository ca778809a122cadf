"""Defines tasks with a loss in closed form: value, gradient and Hessian, for many tasks at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import Self, final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.tasks.minima import lowest_of, lowest_root

Coordinates = Sequence[Tensor]  # d tensors (..., T): points, one tensor per coordinate, which is fast


class Landscapes(ABC):
    """The losses of T tasks in d dimensions, in float64. Abstract; final classes are the families' shapes.

    Points have the shape (..., T, d): each task is evaluated at its own point. A family implements the three methods
    that take coordinates, `shifted`, and `numbers`, which say all of it in a row for each task.
    """

    terms = 0  # coefficients of a polynomial
    wells = 0  # W, beside a bowl

    def __init__(self, tasks: int, dimension: int) -> None:
        self.tasks = tasks
        self.dimension = dimension

    def loss(self, points: Tensor) -> Tensor:
        """Return each task's loss (..., T) at `points` (..., T, d)."""
        return self.losses(points.unbind(-1))

    def gradient(self, points: Tensor) -> Tensor:
        """Return each task's gradient (..., T, d) at `points` (..., T, d)."""
        return torch.stack(self.slopes(points.unbind(-1)), -1)

    def hessian(self, points: Tensor) -> Tensor:
        """Return each task's Hessian (..., T, d, d) at `points` (..., T, d)."""
        rows = self.curvatures(points.unbind(-1))
        entries = torch.stack([entry for row in rows for entry in row], -1)  # (..., T, d * d)
        return entries.reshape(*points.shape, self.dimension)

    def optima(self) -> Tensor:
        """Return each task's global minimum, (T, d)."""
        return self._optima

    @cached_property
    def _optima(self) -> Tensor:
        return self._lowest()

    @abstractmethod
    def losses(self, x: Coordinates) -> Tensor:
        """Return the losses (..., T) at coordinates `x`."""

    @abstractmethod
    def slopes(self, x: Coordinates) -> list[Tensor]:
        """Return the gradient at coordinates `x`: its d components, each (..., T)."""

    @abstractmethod
    def curvatures(self, x: Coordinates) -> list[list[Tensor]]:
        """Return the Hessian at coordinates `x`: its d rows of d entries, each (..., T)."""

    @cached_property
    def numbers(self) -> Tensor:
        """What compiled kernels are given of each task, (T, P); see `PackedLandscapes`.

        Of a polynomial: c, then `terms` coefficients each of loss, slope and bend, the constants first. Of a bowl in
        the plane: c, o, A's 3 entries (6); of each of `wells` in it: h, m, P's 3 entries (6). On a line the numbers of
        the second coordinate are 0.
        """
        return self._numbers()

    @abstractmethod
    def _numbers(self) -> Tensor: ...

    @abstractmethod
    def shifted(self, by: Tensor) -> Self:
        """Return the landscapes and their optima moved `by` (T, d)."""

    @abstractmethod
    def _picked(self, which: Tensor) -> Self: ...

    @abstractmethod
    def _lowest(self) -> Tensor: ...

    def chosen(self, which: Tensor) -> Self:
        """Return the landscapes of the tasks `which` (B,), whole numbers; a task may come more than once."""
        chosen = self._picked(which)
        chosen.__dict__["_optima"] = self.optima()[which]  # known, so they need no search
        return chosen

    def moved(self, optima: Tensor) -> Self:
        """Return the landscapes moved so that each optimum lies at its row of `optima` (T, d)."""
        moved = self.shifted(optima - self.optima())
        moved.__dict__["_optima"] = optima  # exact, while a search would have rounding errors
        return moved


@final
class Polynomials(Landscapes):
    """One-dimensional losses sum_n a_n (x - c)^n.

    Args:
        coefficients: (T, n + 1), the constant first, n at least 2; an even degree with a positive leading one, or
            there is no minimum.
        centre: c, (T, 1).
    """

    def __init__(self, coefficients: Tensor, centre: Tensor) -> None:
        super().__init__(len(coefficients), 1)
        self.terms = coefficients.shape[1]
        self._coefficients, self._centre = coefficients, centre
        powers = torch.arange(coefficients.shape[1])
        slope = (coefficients * powers)[:, 1:]  # (T, n)
        bend = (slope * powers[:-1])[:, 1:]  # (T, n - 1)
        self._loss, self._slope, self._bend = (c.T.contiguous().unbind(0) for c in (coefficients, slope, bend))

    @override
    def losses(self, x: Coordinates) -> Tensor:
        """Return the losses (..., T)."""
        return _horner(self._loss, x[0] - self._centre[:, 0])

    @override
    def slopes(self, x: Coordinates) -> list[Tensor]:
        """Return the derivative, one component (..., T)."""
        return [_horner(self._slope, x[0] - self._centre[:, 0])]

    @override
    def curvatures(self, x: Coordinates) -> list[list[Tensor]]:
        """Return the second derivative, one entry (..., T)."""
        return [[_horner(self._bend, x[0] - self._centre[:, 0])]]

    @override
    def shifted(self, by: Tensor) -> Polynomials:
        """Return the polynomials about centres moved `by` (T, 1)."""
        return Polynomials(self._coefficients, self._centre + by)

    @override
    def _picked(self, which: Tensor) -> Polynomials:
        return Polynomials(self._coefficients[which], self._centre[which])

    @override
    def _lowest(self) -> Tensor:
        return lowest_root(self._coefficients) + self._centre

    @override
    def _numbers(self) -> Tensor:
        derivatives = (torch.stack(tuple(part), -1) for part in (self._loss, self._slope, self._bend))
        rows = [torch.nn.functional.pad(part, (0, self.terms - part.shape[1])) for part in derivatives]
        return torch.cat([self._centre, *rows], 1)


@final
class Bowls(Landscapes):
    """Quadratic losses ½ (x - c)' A (x - c) + o.

    Args:
        curvature: A, symmetric, positive definite, (T, d, d).
        centre: c, (T, d).
        offset: o, (T,).
    """

    def __init__(self, curvature: Tensor, centre: Tensor, offset: Tensor) -> None:
        super().__init__(*centre.shape)
        self._curvature, self._centre, self._offset = curvature, centre, offset
        self._rows = _entries(curvature)
        self._at = centre.T.contiguous().unbind(0)

    @override
    def losses(self, x: Coordinates) -> Tensor:
        """Return the losses (..., T)."""
        v = _differences(x, self._at)
        return torch.add(self._offset, _dot(v, _times(self._rows, v)), alpha=0.5)

    @override
    def slopes(self, x: Coordinates) -> list[Tensor]:
        """Return the gradient A (x - c): d components (..., T)."""
        return _times(self._rows, _differences(x, self._at))

    @override
    def curvatures(self, x: Coordinates) -> list[list[Tensor]]:
        """Return the Hessian A, the same everywhere: d rows of d entries (..., T)."""
        return [[entry.expand_as(x[0]) for entry in row] for row in self._rows]

    @override
    def shifted(self, by: Tensor) -> Bowls:
        """Return the bowls with centres moved `by` (T, d)."""
        return Bowls(self._curvature, self._centre + by, self._offset)

    @override
    def _picked(self, which: Tensor) -> Bowls:
        return Bowls(self._curvature[which], self._centre[which], self._offset[which])

    @override
    def _lowest(self) -> Tensor:
        return self._centre

    @override
    def _numbers(self) -> Tensor:
        return torch.cat([_in_plane(self._centre), self._offset.unsqueeze(-1), _triangle(self._curvature)], -1)


@final
class Wells(Landscapes):
    """Bowls with W Gaussian wells each: bowl(x) - sum_w h_w exp(-½ (x - m_w)' P_w (x - m_w)).

    Args:
        bowls: T of them.
        depth: h, (T, W).
        centre: m, (T, W, d).
        precision: P, symmetric, positive definite, (T, W, d, d).
    """

    def __init__(self, bowls: Bowls, depth: Tensor, centre: Tensor, precision: Tensor) -> None:
        super().__init__(bowls.tasks, bowls.dimension)
        self.wells = depth.shape[1]
        self._bowls, self._depth, self._centre, self._precision = bowls, depth, centre, precision
        self._heights = depth.T.contiguous()  # (W, T)
        self._at = centre.permute(2, 1, 0).contiguous().unbind(0)  # d of (W, T)
        self._rows = _entries(precision.transpose(0, 1).contiguous())  # d by d of (W, T)

    @override
    def losses(self, x: Coordinates) -> Tensor:
        """Return the losses (..., T)."""
        wells, _ = self._wells(x)
        return self._bowls.losses(x) - _total(wells.unbind(-2))

    @override
    def slopes(self, x: Coordinates) -> list[Tensor]:
        """Return the gradient A (x - c) + sum_w h_w e_w P_w v_w: d components (..., T)."""
        wells, pv = self._wells(x)  # h e, e_w = exp(-½ v' P v), v = x - m_w
        return [
            _plus_dot(slope, wells.unbind(-2), p.unbind(-2)) for slope, p in zip(self._bowls.slopes(x), pv, strict=True)
        ]

    @override
    def curvatures(self, x: Coordinates) -> list[list[Tensor]]:
        """Return the Hessian A + sum_w h_w e_w (P_w - P_w v v' P_w): d rows of d entries (..., T)."""
        wells, pv = self._wells(x)
        return [
            [
                a + (wells * torch.addcmul(p, pv[i], pv[j], value=-1)).sum(-2)
                for j, (a, p) in enumerate(zip(*rows, strict=True))
            ]
            for i, rows in enumerate(zip(self._bowls.curvatures(x), self._rows, strict=True))
        ]

    @override
    def shifted(self, by: Tensor) -> Wells:
        """Return bowls and wells moved `by` (T, d)."""
        return Wells(self._bowls.shifted(by), self._depth, self._centre + by.unsqueeze(1), self._precision)

    @override
    def _picked(self, which: Tensor) -> Wells:
        return Wells(self._bowls.chosen(which), self._depth[which], self._centre[which], self._precision[which])

    def _wells(self, x: Coordinates) -> tuple[Tensor, list[Tensor]]:
        v = _differences([coordinate.unsqueeze(-2) for coordinate in x], self._at)  # d of (..., W, T)
        pv = _times(self._rows, v)
        return _dot(v, pv).mul_(-0.5).exp_().mul_(self._heights), pv

    @override
    def _lowest(self) -> Tensor:
        bottoms = torch.cat([self._bowls.optima().unsqueeze(1), self._centre], 1)  # (T, W + 1, d)
        return lowest_of(self, bottoms.amin(1) - 1, bottoms.amax(1) + 1)

    @override
    def _numbers(self) -> Tensor:
        wells = torch.cat([self._depth.unsqueeze(-1), _in_plane(self._centre), _triangle(self._precision)], -1)
        return torch.cat([self._bowls.numbers, wells.flatten(1)], 1)


def _in_plane(vectors: Tensor) -> Tensor:
    """Return vectors (..., d) as (..., 2)."""
    return torch.nn.functional.pad(vectors, (0, 2 - vectors.shape[-1]))


def _triangle(matrices: Tensor) -> Tensor:
    """Return the entries xx, xy and yy (..., 3) of symmetric matrices (..., d, d)."""
    size = 2 - matrices.shape[-1]
    return torch.nn.functional.pad(matrices, (0, size, 0, size)).flatten(-2)[..., [0, 1, 3]]


def _horner(coefficients: Sequence[Tensor], u: Tensor) -> Tensor:
    """Return sum_n coefficients[n] u^n; u (..., T), each coefficient (T,)."""
    if len(coefficients) == 1:
        return coefficients[0].expand_as(u)
    total = torch.addcmul(coefficients[-2], coefficients[-1], u)
    for coefficient in reversed(coefficients[:-2]):
        total = torch.addcmul(coefficient, total, u)
    return total


def _entries(matrices: Tensor) -> list[list[Tensor]]:
    """Return the entries of `matrices` (..., d, d), each a tensor (...) of its own."""
    return [[entry.contiguous() for entry in row.unbind(-1)] for row in matrices.unbind(-2)]


def _differences(x: Coordinates, at: Coordinates) -> list[Tensor]:
    return [here - there for here, there in zip(x, at, strict=True)]


def _times(rows: Sequence[Sequence[Tensor]], v: Sequence[Tensor]) -> list[Tensor]:
    """Return the product of a matrix, given as rows of entries, and a vector, given as coordinates."""
    return [_dot(row, v) for row in rows]


def _dot(v: Sequence[Tensor], w: Sequence[Tensor]) -> Tensor:
    return _plus_dot(v[0] * w[0], v[1:], w[1:])


def _plus_dot(total: Tensor, v: Sequence[Tensor], w: Sequence[Tensor]) -> Tensor:
    """Return total + sum_i v_i w_i."""
    for one, other in zip(v, w, strict=True):
        total = torch.addcmul(total, one, other)
    return total


def _total(parts: Sequence[Tensor]) -> Tensor:
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total
