"""Losses in closed form agree with the same losses written by matrices, and with autograd."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch

from metascope.simulator.tasks.landscapes import Landscapes
from tests.simulator.learners.reference import FAMILIES, Loss, normal

Family = Callable[..., tuple[Landscapes, list[Loss]]]
every_family = pytest.mark.parametrize(("family", "dimension"), FAMILIES)


@every_family
def test_loss_is_that_of_the_formula(family: Family, dimension: int) -> None:
    landscapes, losses = family(3, dimension)
    points = normal(5, 3, dimension, seed=9)
    expected = torch.stack([torch.stack([loss(x) for loss, x in zip(losses, row, strict=True)]) for row in points])
    torch.testing.assert_close(landscapes.loss(points), expected, rtol=1e-12, atol=1e-12)


@every_family
def test_gradient_is_that_of_autograd(family: Family, dimension: int) -> None:
    landscapes, losses = family(3, dimension)
    points = normal(5, 3, dimension, seed=9)
    for i in range(5):
        for task, loss in enumerate(losses):
            expected = torch.func.jacrev(loss)(points[i, task])
            torch.testing.assert_close(landscapes.gradient(points)[i, task], expected, rtol=1e-12, atol=1e-12)


@every_family
def test_hessian_is_that_of_autograd(family: Family, dimension: int) -> None:
    landscapes, losses = family(3, dimension)
    points = normal(5, 3, dimension, seed=9)
    for i in range(5):
        for task, loss in enumerate(losses):
            expected = torch.func.jacrev(torch.func.jacrev(loss))(points[i, task])
            torch.testing.assert_close(landscapes.hessian(points)[i, task], expected, rtol=1e-11, atol=1e-11)


@every_family
def test_shapes_hold_for_any_leading_axes(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    points = normal(4, 2, 5, 3, dimension)
    assert landscapes.loss(points).shape == (4, 2, 5, 3)
    assert landscapes.gradient(points).shape == (4, 2, 5, 3, dimension)
    assert landscapes.hessian(points).shape == (4, 2, 5, 3, dimension, dimension)


@every_family
def test_points_in_another_memory_order_give_the_same(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    points = normal(50, 3, dimension)
    turned = points.permute(2, 1, 0).contiguous().permute(2, 1, 0)
    torch.testing.assert_close(landscapes.gradient(turned), landscapes.gradient(points), rtol=1e-13, atol=1e-13)


@every_family
def test_no_point_of_a_fine_grid_is_lower_than_the_optimum(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    axis = torch.linspace(-6, 6, 301, dtype=torch.float64)
    grid = torch.cartesian_prod(*[axis] * dimension).reshape(-1, 1, dimension).expand(-1, 3, -1)
    lowest = landscapes.loss(landscapes.optima())
    assert (lowest <= landscapes.loss(grid).amin(0) + 1e-12).all()
    assert landscapes.gradient(landscapes.optima()).abs().max() < 1e-8


@every_family
def test_moved_landscapes_have_their_optima_there_and_keep_their_shape(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    places, offsets = normal(3, dimension, seed=5), normal(7, 3, dimension, seed=6)
    moved = landscapes.moved(places)
    assert torch.equal(moved.optima(), places)
    before, after = landscapes.loss(landscapes.optima() + offsets), moved.loss(places + offsets)
    torch.testing.assert_close(after, before, rtol=1e-10, atol=1e-10)
