"""A plane through the space of parameters: what it keeps and what it leaves out, where both are known by hand."""

from __future__ import annotations

import math

import pytest
import torch

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners import planes as plane
from metascope.simulator.learners.planes import Basis
from metascope.simulator.tasks.networks import Layout

E = torch.eye(4)
CROSS = torch.stack([3 * E[0], -3 * E[0], 2 * E[1], -2 * E[1], E[2], -E[2]])  # its variance: 18 + 8 + 2 parts of 28
FLOOR = Basis(torch.zeros(4), E[:2], ("corner", "corner"))


@pytest.mark.slow
def test_the_components_of_a_cross_are_its_longest_arms() -> None:
    found = plane.spanned(torch.zeros(4), plane.components(CROSS + 7, E[0] - E[1] + 7))
    torch.testing.assert_close(found.axes, torch.stack([E[0], -E[1]]), rtol=0, atol=1e-5)
    assert found.kinds == ("component", "component")


def test_the_variance_that_is_kept_is_that_of_the_arms_in_the_plane() -> None:
    assert plane.variance_kept(FLOOR, CROSS).tolist() == pytest.approx([18 / 28, 8 / 28])
    slanted = Basis(torch.zeros(4), torch.stack([E[2], (E[0] + E[1]) / math.sqrt(2)]), ("corner", "corner"))
    assert plane.variance_kept(slanted, CROSS).tolist() == pytest.approx([2 / 28, 13 / 28])


def test_points_that_do_not_differ_have_no_variance_to_keep() -> None:
    assert plane.variance_kept(FLOOR, torch.ones(5, 4)).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("point", "place", "residual"),
    [
        ([3.0, 4.0, 0.0, 0.0], [3.0, 4.0], 0.0),
        ([0.0, 0.0, 2.0, 0.0], [0.0, 0.0], 1.0),
        ([3.0, 0.0, 0.0, 4.0], [3.0, 0.0], 0.8),
        ([1.0, 2.0, -2.0, 0.0], [1.0, 2.0], 2 / 3),
        ([0.0, 0.0, 0.0, 0.0], [0.0, 0.0], 0.0),
    ],
)
def test_a_projection_tells_what_it_leaves_out(point: list[float], place: list[float], residual: float) -> None:
    found, left = FLOOR.project(torch.tensor(point))
    assert found.tolist() == pytest.approx(place)
    assert float(left) == pytest.approx(residual, abs=1e-6)


def test_a_point_of_the_plane_comes_back_from_its_coordinates() -> None:
    basis = plane.spanned(torch.ones(4), [("corner", E[0] + E[1]), ("corner", E[1] + E[2] + E[3])])
    places = torch.tensor([[0.5, -2.0], [1.0, 3.0]])
    found, left = basis.project(basis.points(places))
    torch.testing.assert_close(found, places)
    assert float(left.max()) < 1e-3


def test_directions_that_are_parallel_span_nothing_and_the_next_one_is_taken() -> None:
    found = plane.spanned(
        torch.zeros(4), [("corner", E[0]), ("corner", -2 * E[0]), ("corner", 0 * E[1]), ("random", E[3])]
    )
    assert found.kinds == ("corner", "random")
    with pytest.raises(ValueError, match="not parallel"):
        plane.spanned(torch.zeros(4), [("corner", E[0]), ("corner", 2 * E[0])])


def test_random_directions_have_units_as_long_as_the_networks() -> None:
    layout = Layout((1, 3, 2))
    theta = torch.linspace(-1, 2, layout.size)
    _, direction = plane.filter_normalized(layout, theta, generator(0))
    for (w, b), (weight, bias) in zip(layout.layers(direction), layout.layers(theta), strict=True):
        torch.testing.assert_close(torch.cat([w, b], -1).norm(dim=-1), torch.cat([weight, bias], -1).norm(dim=-1))
    assert not torch.allclose(direction, theta, atol=0.1)


def test_the_surface_has_room_around_all_that_is_shown() -> None:
    places = torch.tensor([[0.0, 1.0], [4.0, 1.0], [math.nan, 50.0]])
    u, v = plane.extent(places, 0.05, 5)
    assert u.tolist() == pytest.approx([-1.0, 0.5, 2.0, 3.5, 5.0])
    assert float(v[0]) < 1.0 < float(v[-1]) < 4.0
    grid = plane.mesh(u, v)
    assert grid[1, 3].tolist() == [u[3], v[1]]
