"""Compares the compiled kernels of loss surfaces with their readable references, before any run uses them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.learners import outer
from metascope.simulator.learners.outer import Moments
from metascope.simulator.learners.surfaces import compiled, reference
from metascope.simulator.learners.surfaces.metasteps import PARTS, REPTILE, Array
from metascope.simulator.tasks.families import designed_wells, draw, lecture_pair
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes

FAMILIES: dict[str, Callable[[], Landscapes]] = {
    "lecture": lecture_pair,
    "wells": lambda: designed_wells(3),
    **{
        f"{family} {dimension}": lambda family=family, dimension=dimension: draw(  # type: ignore[misc]
            family, 5, dimension, torch.Generator().manual_seed(1)
        )
        for family in ("quadratics", "mixtures")
        for dimension in (1, 2)
    },
}
CEILING = 1e12


@dataclass(frozen=True)
class Checked:
    """Rules that are tried."""

    inner_steps: int
    inner_rate: float = 0.2
    outer_optimizer: Literal["adam", "sgd"] = "adam"
    outer_rate: float = 0.02
    epsilon: float = 0.1
    clip: float = 0.5


def check_meta_steps() -> None:
    """Raise an AssertionError if a meta-step differs from the reference by more than rounding."""
    for make in FAMILIES.values():
        for rules in (Checked(0), Checked(7), Checked(3, outer_optimizer="sgd", epsilon=0.7)):
            for starts, sigma in ((1, 0.0), (3, 0.3)):
                compare(make(), rules, starts, sigma)


def compare(landscapes: Landscapes, rules: Checked, starts: int, sigma: float) -> None:
    """Raise an AssertionError if the kernel's meta-step differs from the reference's, or the next one does."""
    draws, (tasks, dimension) = torch.Generator().manual_seed(2), (landscapes.tasks, landscapes.dimension)
    phi = 1.5 * torch.randn(REPTILE + 1, starts, dimension, generator=draws, dtype=torch.float64)
    moments = outer.fresh(phi[:REPTILE])
    xi = torch.randn(2, rules.inner_steps + 3, starts, tasks, dimension, generator=draws, dtype=torch.float64)
    packed = PackedLandscapes.of(landscapes)
    noise = xi if sigma else None
    done, good = compiled.meta_steps(packed, phi, moments, noise, rules, sigma=sigma, count=2)
    assert good == 2, "a meta-step was taken to diverge"
    for place in range(2):
        wanted = reference.meta_step(landscapes, phi, moments, xi[place] * sigma if sigma else None, rules)
        for name in PARTS:
            _near(getattr(done.steps, name)[place], getattr(wanted.steps, name)[0], name)
        _alike(done.figures[:, place], wanted.figures[:, 0])
        phi, moments = torch.from_numpy(done.steps.next_phi[place].copy()), wanted.next_moments
    for part in fields(Moments):
        _near(getattr(done.next_moments, part.name).numpy(), getattr(moments, part.name).numpy(), part.name)


def check_unseen() -> None:
    """Raise an AssertionError if a mean loss on unseen tasks differs from the reference by more than rounding."""
    for make in FAMILIES.values():
        tasks = make()
        phi = _places(3, REPTILE + 1, tasks.dimension).numpy()
        for k in (0, 6):
            found = compiled.unseen_losses(PackedLandscapes.of(tasks), phi, Checked(k))
            _near(found, reference.unseen_losses(tasks, phi, Checked(k)), "an unseen loss")


def check_pictures() -> None:
    """Raise an AssertionError if a task's losses over the grid or its lowest point differ from the reference."""
    axis = np.linspace(-3.0, 3.0, 17)
    for make in FAMILIES.values():
        tasks = make()
        if tasks.terms:
            continue
        found = compiled.surfaces(PackedLandscapes.of(tasks), 0, axis, CEILING)
        wanted = tasks.loss(_grid(axis, tasks.dimension).unsqueeze(1).expand(-1, tasks.tasks, -1)).T.numpy()
        _near(found.losses.reshape(tasks.tasks, -1), wanted, "a loss of a picture")
        assert np.abs(found.optima - tasks.optima().numpy()).max() < 1e-7, "a lowest point lies elsewhere"


def _grid(axis: Array, dimension: int) -> Tensor:
    """Return the points (P, d) of a grid, of which the first coordinate runs fastest."""
    return torch.cartesian_prod(*[torch.from_numpy(axis)] * dimension).reshape(-1, dimension).flip(1)


def _places(*shape: int) -> Tensor:
    return 1.5 * torch.randn(shape, generator=torch.Generator().manual_seed(3), dtype=torch.float64)


def _alike(found: Array, wanted: Array) -> None:
    """Compare what is measured of a meta-step, (columns,); an angle is what is left of two sums that nearly cancel."""
    assert np.array_equal(np.isnan(found), np.isnan(wanted)), "a figure is missing"
    np.testing.assert_allclose(found, wanted, rtol=1e-9, atol=1e-6)


def _near(found: Array, wanted: Array, what: str) -> None:
    limit = 1e-12 * max(1.0, float(np.abs(wanted).max(initial=0.0)))
    assert found.shape == wanted.shape, f"{what} has another shape"
    assert np.abs(found - wanted).max(initial=0.0) <= limit, f"{what} differs from the reference"
