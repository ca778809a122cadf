"""Computes planes through a network's parameter space: axes, explained variance, and distances from the plane.

A projection shows little of a space with a thousand dimensions; this module also computes how little.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Generator, Tensor

from metascope.simulator.tasks.networks import Layout

COMPONENT, CORNER, RANDOM = "component", "corner", "random"  # what an axis is
Candidate = tuple[str, Tensor]  # a kind of axis, and a direction (n,)
_PARALLEL = 1e-4  # share of a direction that must be new for it to span an axis
_SAME = 1e-12  # share of the points' squares: a variance below it is rounding
_MARGIN = 0.25  # of the shown range, on each side


@dataclass(frozen=True)
class Basis:
    """An origin and two orthogonal directions of length 1."""

    origin: Tensor  # (n,)
    axes: Tensor  # (2, n)
    kinds: tuple[str, str]  # what each axis is

    def project(self, points: Tensor) -> tuple[Tensor, Tensor]:
        """Return coordinates (..., 2) of points (..., n), and the share of their distance from the origin that is lost.

        The share (...) is |theta - projection| / |theta - origin|, and 0 at the origin itself.
        """
        away = points - self.origin
        place = away @ self.axes.T  # (..., 2)
        length = torch.linalg.vector_norm(away, dim=-1)
        beside = torch.linalg.vector_norm(away - place @ self.axes, dim=-1)
        return place, torch.where(length > 0, beside / length, 0).clamp(max=1)

    def points(self, places: Tensor) -> Tensor:
        """Return the points (..., n) at coordinates (..., 2)."""
        return self.origin + places @ self.axes


def spanned(origin: Tensor, candidates: Iterable[Candidate]) -> Basis:
    """Return the plane at `origin` along the first two candidates that are not parallel.

    Raises:
        ValueError: there are no two such candidates.
    """
    axes, kinds = list[Tensor](), list[str]()
    for kind, direction in candidates:
        length = torch.linalg.vector_norm(direction)
        rest = direction / length
        for axis in axes * 2:  # twice, for the last digits
            rest = rest - (rest @ axis) * axis
        new = torch.linalg.vector_norm(rest)
        if not new > _PARALLEL:  # also where the length was 0
            continue
        axes.append(rest / new)
        kinds.append(kind)
        if len(axes) == 2:
            return Basis(origin, torch.stack(axes), (kinds[0], kinds[1]))
    raise ValueError("two directions that are not parallel are needed")


def components(points: Tensor, pointing: Tensor) -> list[Candidate]:
    """Return the two directions along which points (P, n) vary most, fewer where they vary along fewer.

    Computed from the products between the P points, which are far fewer than n. Signs are such that `pointing` (n,)
    lies on the positive side of each.
    """
    away = points.double() - points.double().mean(0)
    values, vectors = torch.linalg.eigh(away @ away.T)  # ascending
    least = max(_SAME * float(points.double().square().sum()), _PARALLEL**2 * float(values[-1]))
    found = list[Candidate]()
    for value, vector in zip(values.flip(0)[:2], vectors.T.flip(0)[:2], strict=False):
        if value <= least:
            break
        direction = (vector @ away).to(points.dtype)
        sign = -1.0 if direction @ (pointing - points.mean(0)) < 0 else 1.0
        found.append((COMPONENT, sign * direction))
    return found


def variance_kept(basis: Basis, points: Tensor) -> Tensor:
    """Return the share of the variance of points (P, n) that each axis explains, (2,); 0 if they do not vary."""
    away = points.double() - points.double().mean(0)
    whole = away.square().sum()
    along = (away @ basis.axes.double().T).square().sum(0)
    return torch.where(whole > _SAME * points.double().square().sum(), along / whole, 0)


def filter_normalized(layout: Layout, theta: Tensor, generator: Generator) -> Candidate:
    """Return a random direction (n,) in which each unit's weights and bias have theta's norm (Li et al. 2018)."""
    noise = torch.randn(theta.shape, generator=generator, dtype=theta.dtype).to(theta.device)
    for (weight, bias), (theirs, their_bias) in zip(layout.layers(noise), layout.layers(theta), strict=True):
        own = torch.cat([weight, bias], -1).norm(dim=-1, keepdim=True)  # (h, 1)
        wanted = torch.cat([theirs, their_bias], -1).norm(dim=-1, keepdim=True)
        weight.mul_(wanted / own)
        bias.mul_(wanted / own)
    return RANDOM, noise


def extent(places: Tensor, least: float, count: int) -> tuple[Tensor, Tensor]:
    """Return `count` evenly spaced values along each axis, (G,) each, around coordinates (..., 2) with a margin.

    Args:
        places: some of them finite; those that are not are left out.
        least: half the least width.
        count: G.
    """
    flat = places.reshape(-1, 2)
    flat = flat[flat.isfinite().all(-1)]
    low, high = flat.amin(0), flat.amax(0)
    middle, half = (low + high) / 2, (high - low) / 2 * (1 + 2 * _MARGIN)
    half = half.clamp(min=max(least, 1e-6)).maximum(half.max() / 4)
    steps = torch.linspace(-1, 1, count, dtype=places.dtype, device=places.device)
    u, v = (middle[axis] + half[axis] * steps for axis in range(2))
    return u, v


def mesh(u: Tensor, v: Tensor) -> Tensor:
    """Return the coordinates of all points of a grid, (G, G, 2), indexed [v, u]."""
    return torch.stack(torch.meshgrid(u, v, indexing="xy"), -1)
