"""Compares the compiled kernel of the five cells with its readable reference, before any run uses it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.learners import outer
from metascope.simulator.learners.learned_optimizer import substitution
from metascope.simulator.learners.learned_optimizer.cells import compiled
from metascope.simulator.learners.learned_optimizer.cells.compiled import Array, Batch
from metascope.simulator.learners.learned_optimizer.substitution import (
    REPLACES_C,
    REPLACES_INPUT,
    Z_O,
    Trajectory,
    Weights,
)
from metascope.simulator.learners.outer import Moments
from metascope.simulator.learners.surfaces.checks import FAMILIES
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes


@dataclass(frozen=True)
class Checked:
    """Rules that are tried."""

    time_steps: int
    objective: Literal["mean", "last"] = "mean"
    eta: float = 0.1
    low: float = -3.5
    high: float = 3.0
    clip: float = 1.0
    meta_rate: float = 0.02


def check() -> None:
    """Raise an AssertionError if a meta-step, a measurement or a trajectory differs by more than rounding."""
    for make in FAMILIES.values():
        for rules, starts in ((Checked(5), 3), (Checked(1, clip=1e-3), 1), (Checked(3, "last", eta=10.0), 2)):
            compare(make(), rules, starts)


def compare(landscapes: Landscapes, rules: Checked, starts: int, reach: float = 2.0) -> Trajectory:
    """Return the reference's last course, from starts within `reach` of 0.

    Raises an AssertionError if the kernel's meta-step differs from the reference's, or the next one does.
    """
    draws, packed = torch.Generator().manual_seed(4), PackedLandscapes.of(landscapes)
    begun = weights(landscapes.dimension, draws)
    places, held = (
        reach * (2 * torch.rand(*shape, landscapes.tasks, landscapes.dimension, generator=draws).double() - 1)
        for shape in ((2, starts), (2,))
    )
    batch, measured = Batch.of(packed, places), Batch.of(packed, held)
    moments = outer.fresh(begun)
    found, good = compiled.train(begun, moments, batch, measured, rules)
    assert good == 2, "a meta-step was taken to diverge"
    flat = begun
    for place in range(2):
        objective, gradient = meta_gradient(flat, landscapes, places[place], rules)
        _near(found.objective[place], objective, "an objective")
        _near(found.gradient[place], gradient, "a meta-gradient")
        flat, moments = outer.adam(flat, outer.clipped(gradient, rules.clip), rules.meta_rate, moments)
        _near(found.weights[place], flat, "a weight")
        flat = torch.from_numpy(found.weights[place].copy())
        course = unrolled(flat, landscapes, held, rules)
        wanted = torch.stack([course.loss[-1].mean((1, 2)), course.loss[1:].mean((0, 2, 3))], -1)
        _near(found.losses[place], wanted, "a measured loss")
    for part in fields(Moments):
        _near(getattr(found.moments, part.name).numpy(), getattr(moments, part.name), part.name)
    _alike(compiled.trajectory(found.weights[-1], measured, rules), course)
    assert np.array_equal(compiled.measure(found.weights[-1], measured, rules), found.losses[-1]), "measured otherwise"
    return course


def weights(dimension: int, draws: torch.Generator) -> Tensor:
    """Return weights that differ from cell to cell, (M, P)."""
    flat = substitution.drawn(dimension, draws).flat()
    return flat + 0.5 * torch.randn(flat.shape, generator=draws, dtype=torch.float64)


def unrolled(flat: Tensor, landscapes: Landscapes, starts: Tensor, rules: Checked) -> Trajectory:
    """Return the reference's course."""
    given = substitution.unflat(flat, landscapes.dimension)
    return substitution.unroll(given, landscapes, starts, rules.time_steps, rules.eta, (rules.low, rules.high))


def meta_gradient(flat: Tensor, landscapes: Landscapes, starts: Tensor, rules: Checked) -> tuple[Tensor, Tensor]:
    """Return the reference's objective (M,) and meta-gradient (M, P)."""
    plain = substitution.unflat(flat, landscapes.dimension)
    leaves = Weights(plain.gates.clone().requires_grad_(), plain.output.clone().requires_grad_())
    with torch.enable_grad():
        course = substitution.unroll(leaves, landscapes, starts, rules.time_steps, rules.eta, (rules.low, rules.high))
        return substitution.objective_gradient(leaves, course, rules.objective == "last")


def _alike(found: Trajectory, wanted: Trajectory) -> None:
    """Compare what cells use: the plain LSTM alone has a y, and h and z^o lead nowhere in the last cell."""
    for name in ("x", "refused", "c", "theta", "loss", "gradient"):
        _near(getattr(found, name).double().numpy(), getattr(wanted, name).double(), name)
    _near(found.gates[:, :Z_O].numpy(), wanted.gates[:, :Z_O], "a gate")
    used = slice(None, REPLACES_INPUT)
    _near(found.gates[:, Z_O, used].numpy(), wanted.gates[:, Z_O, used], "an output gate")
    _near(found.h[:, used].numpy(), wanted.h[:, used], "h")
    _near(found.y[:, :REPLACES_C].numpy(), wanted.y[:, :REPLACES_C], "y")


def _near(found: Array, wanted: Tensor, what: str) -> None:
    limit = 1e-10 * max(1.0, float(wanted.abs().max()))
    assert found.shape == wanted.shape, f"{what} has another shape"
    assert np.abs(found - wanted.numpy()).max() <= limit, f"{what} differs from the reference"
