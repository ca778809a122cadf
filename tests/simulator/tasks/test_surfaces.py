"""The first story's landscapes as problems."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch

from metascope.simulator.tasks.families import lecture_pair, random_wells
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.surfaces import Surface, SurfaceFamily
from tests.simulator.learners.reference import FAMILIES, generator


@pytest.mark.parametrize(("name", "dimension"), [("lecture", 1), ("wells", 2), ("quadratics", 2)])
def test_starts_fill_the_picture(name: Surface, dimension: int) -> None:
    start = SurfaceFamily(name, dimension).sample(500, 0, generator()).start()
    assert float(start.abs().max()) <= 3
    assert float(start.min()) < -2.8
    assert float(start.max()) > 2.8


def test_a_lecture_problem_is_one_of_the_two_tasks_moved_by_at_most_a_half() -> None:
    problems = SurfaceFamily("lecture", 1, torch.float64).sample(40, 0, generator())
    optima, pair = problems.landscapes.optima(), lecture_pair()
    distance = (optima - pair.optima().T).abs()  # (B, 2)
    nearest = distance.argmin(1)
    assert float(distance.amin(1).max()) <= 0.5
    assert set(nearest.tolist()) == {0, 1}
    ahead = 0.3 + torch.zeros(40, 1).double()
    expected = pair.loss((pair.optima() + 0.3).expand(1, 2, 1))[0][nearest]
    torch.testing.assert_close(problems.loss(optima + ahead, 0), expected)


def test_designed_wells_move_with_their_optima() -> None:
    problems = SurfaceFamily("wells", 2, torch.float64).sample(20, 0, generator())
    gradient = problems.loss_and_gradient(problems.landscapes.optima(), 0)[1]
    torch.testing.assert_close(gradient, torch.zeros(20, 2).double(), rtol=0, atol=1e-7)


def test_drawn_landscapes_are_those_of_the_problems() -> None:
    problems = SurfaceFamily("mixtures", 2).sample(4, 0, generator(3))
    point = torch.full((4, 2), 0.4)
    expected = random_wells(4, 2, generator(3)).loss(point.double())
    torch.testing.assert_close(problems.landscapes.loss(point.double()), expected)
    torch.testing.assert_close(problems.loss(point, 0), expected.float())


def test_a_family_refuses_a_dimension_that_it_has_not() -> None:
    with pytest.raises(ValueError, match=r"dimension must be one of \(1,\) for lecture, not 2"):
        SurfaceFamily("lecture", 2)


@pytest.mark.parametrize(("make", "dimension"), FAMILIES)
def test_chosen_landscapes_are_rows_of_all(make: Callable[..., tuple[Landscapes, object]], dimension: int) -> None:
    landscapes, _ = make(3, dimension)
    which = torch.tensor([2, 0, 2, 1])
    points = torch.randn(5, 4, dimension, generator=generator(), dtype=torch.float64)
    everywhere = landscapes.loss(points.unsqueeze(-2).expand(5, 4, 3, dimension))  # (5, 4, T)
    expected = everywhere[:, torch.arange(4), which]
    torch.testing.assert_close(landscapes.chosen(which).loss(points), expected)
    assert torch.equal(landscapes.chosen(which).optima(), landscapes.optima()[which])
