"""The families that landscapes are drawn from."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.tasks.families import chosen_bowls, designed_wells, draw, lecture_pair, random_wells
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes
from tests.simulator.learners.reference import generator


def test_lecture_pair_has_the_published_curves() -> None:
    x = torch.linspace(-3, 3, 50, dtype=torch.float64)
    a = 0.10 * (x + 1.5) ** 2
    b = 0.04 * (x + 1.5) ** 2 * (x - 2) ** 2 - 0.15 * x + 0.30
    losses = lecture_pair().loss(x[:, None, None].expand(50, 2, 1))
    torch.testing.assert_close(losses, torch.stack([a, b], 1), rtol=1e-12, atol=1e-12)


def test_lecture_pair_has_the_published_optima() -> None:
    pair = lecture_pair()
    torch.testing.assert_close(pair.optima()[:, 0], torch.tensor([-1.5, 2.137]).double(), rtol=0, atol=5e-4)
    torch.testing.assert_close(pair.loss(pair.optima()), torch.tensor([0.0, -0.0106]).double(), rtol=0, atol=5e-5)


def test_chosen_curvatures_are_the_hessians_eigenvalues() -> None:
    bowls = chosen_bowls([(1.6, 0.12, 20.0), (0.1, 1.2, -15.0)], 2, generator())
    eigenvalues = torch.linalg.eigvalsh(bowls.hessian(torch.zeros(2, 2, dtype=torch.float64)))
    expected = torch.tensor([[0.12, 1.6], [0.1, 1.2]], dtype=torch.float64)
    torch.testing.assert_close(eigenvalues, expected, rtol=1e-12, atol=1e-12)


def test_first_axis_of_a_chosen_bowl_points_at_its_angle() -> None:
    bowls = chosen_bowls([(2.0, 0.5, 90.0)], 2, generator())
    hessian = bowls.hessian(torch.zeros(1, 2, dtype=torch.float64))[0]
    torch.testing.assert_close(hessian, torch.diag(torch.tensor([0.5, 2.0]).double()), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("family", ["quadratics", "mixtures"])
@pytest.mark.parametrize("dimension", [1, 2])
def test_same_seed_draws_the_same_tasks_and_another_seed_others(family: str, dimension: int) -> None:
    point = torch.full((4, dimension), 0.3, dtype=torch.float64)
    one, same, other = (draw(family, 4, dimension, generator(seed)).loss(point) for seed in (1, 1, 2))
    assert torch.equal(one, same)
    assert not torch.isclose(one, other).any()


@pytest.mark.parametrize("tasks", [1, 2, 4, 16])
def test_every_designed_task_has_an_optimum_in_the_picture(tasks: int) -> None:
    assert designed_wells(tasks).optima().abs().max() < 2.5


@pytest.mark.parametrize("dimension", [1, 2])
def test_random_wells_can_be_descended_with_the_default_rate(dimension: int) -> None:
    tasks = random_wells(128, dimension, generator())
    product = 0.4 * torch.linalg.eigvalsh(tasks.hessian(tasks.optima()))[:, -1]
    assert product.max() < 2


@pytest.mark.parametrize("family", ["quadratics", "mixtures"])
@pytest.mark.parametrize("dimension", [1, 2])
def test_many_sets_of_tasks_at_once_are_one_by_one_bit_for_bit(family: str, dimension: int) -> None:
    for tasks in (1, 3, 4, 16):
        one, other = generator(tasks), generator(tasks)
        numbers = torch.cat([draw(family, tasks, dimension, one).numbers for _ in range(50)])
        assert torch.equal(draw(family, tasks, dimension, other, sets=50).numbers, numbers)
        assert torch.equal(one.get_state(), other.get_state())


@pytest.mark.parametrize("family", ["quadratics", "mixtures"])
@pytest.mark.parametrize("dimension", [1, 2])
def test_landscapes_are_unpacked_as_they_were(family: str, dimension: int) -> None:
    drawn = draw(family, 3, dimension, generator(), sets=4)
    points = torch.randn(5, 12, dimension, generator=generator(1), dtype=torch.float64)
    packed = PackedLandscapes.of(drawn, 4)
    for place, landscapes in enumerate((packed.landscapes(0), packed.only([1]).landscapes(0), packed.landscapes(2))):
        theirs = slice(3 * place, 3 * place + 3)
        here = points[:, theirs]
        assert torch.equal(landscapes.loss(here), drawn.loss(points)[:, theirs])
        assert torch.equal(landscapes.gradient(here), drawn.gradient(points)[:, theirs])
        assert torch.equal(landscapes.hessian(here), drawn.hessian(points)[:, theirs])
