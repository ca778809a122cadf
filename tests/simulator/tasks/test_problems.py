"""What every family of problems promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from metascope.simulator.tasks.classification import ClassificationFamily, EpisodeFamily
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.problems import TEST, Family, Problems
from metascope.simulator.tasks.quadratics import QuadraticFamily
from metascope.simulator.tasks.sines import SineFamily
from metascope.simulator.tasks.surfaces import SurfaceFamily
from tests.simulator.learners.reference import generator

UPDATES = 3
GLYPHS = draw_glyphs(0, 6, 10, side=8)
SEEN, APART = GLYPHS.of_classes(0, 3), GLYPHS.of_classes(3, 6)

Make = Callable[[torch.dtype], Family]
MAKES: dict[str, Make] = {
    "quadratics": lambda dtype: QuadraticFamily(4, dtype=dtype),
    "uniform quadratics": lambda dtype: QuadraticFamily(4, "uniform", dtype=dtype),
    "lecture": lambda dtype: SurfaceFamily("lecture", 1, dtype),
    "bowls in one dimension": lambda dtype: SurfaceFamily("quadratics", 1, dtype),
    "bowls": lambda dtype: SurfaceFamily("quadratics", 2, dtype),
    "wells": lambda dtype: SurfaceFamily("wells", 2, dtype),
    "mixtures": lambda dtype: SurfaceFamily("mixtures", 2, dtype),
    "sines": lambda dtype: SineFamily(5, 3, (6, 5), "tanh", dtype),
    "rectified sines": lambda dtype: SineFamily(5, 3, (6,), "relu", dtype),
    "classification": lambda dtype: ClassificationFamily(SEEN, APART, 3, 7, (4,), "sigmoid", 0.3, dtype),
    "deep classification": lambda dtype: ClassificationFamily(SEEN, APART, 3, 7, (4, 5), "relu", "scaled", dtype),
    "episodes": lambda dtype: EpisodeFamily(SEEN, APART, 3, 2, 3, 0, (4,), "tanh", dtype),
    "episodes in minibatches": lambda dtype: EpisodeFamily(SEEN, APART, 3, 2, 3, 4, (4,), "relu", dtype),
}
every_family = pytest.mark.parametrize("make", MAKES.values(), ids=MAKES.keys())


def points(problems: Problems, *lead: int, seed: int = 1) -> Tensor:
    """Return points (*lead, B, n) about the starts, none at a kink."""
    start = problems.start()
    noise = torch.randn(*lead, *start.shape, generator=generator(seed), dtype=start.dtype)
    return start + 0.3 * noise


@every_family
def test_groups_cover_all_coordinates_in_order(make: Make) -> None:
    family = make(torch.float32)
    assert [group.start for group in family.groups] == [0, *(group.stop for group in family.groups[:-1])]
    assert family.groups[-1].stop == family.size
    assert len({group.name for group in family.groups}) == len(family.groups)


@every_family
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_everything_has_the_announced_shape_and_dtype(make: Make, dtype: torch.dtype) -> None:
    family = make(dtype)
    problems = family.sample(5, UPDATES, generator())
    loss, gradient = problems.loss_and_gradient(points(problems, 2), 0)
    assert (problems.count, problems.size) == (5, family.size)
    assert (problems.start().shape, loss.shape, gradient.shape) == ((5, family.size), (2, 5), (2, 5, family.size))
    assert {problems.start().dtype, loss.dtype, gradient.dtype} == {dtype}


@every_family
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("lead", [(), (2,), (2, 3), (1,)])
@pytest.mark.parametrize("t", [0, UPDATES - 1, TEST])
def test_gradient_is_that_of_autograd(make: Make, count: int, lead: tuple[int, ...], t: int) -> None:
    problems = make(torch.float64).sample(count, UPDATES, generator())
    theta = points(problems, *lead).requires_grad_()
    expected = problems.loss(theta, t)
    (slope,) = torch.autograd.grad(expected.sum(), theta)
    loss, gradient = problems.loss_and_gradient(theta.detach(), t)
    torch.testing.assert_close(loss, expected.detach(), rtol=1e-9, atol=1e-12)
    torch.testing.assert_close(gradient, slope, rtol=1e-9, atol=1e-9 * float(slope.abs().max()))


@every_family
def test_autograd_goes_through_the_loss_twice(make: Make) -> None:
    problems = make(torch.float64).sample(2, UPDATES, generator())
    theta, along = points(problems).requires_grad_(), torch.ones_like(problems.start())
    (slope,) = torch.autograd.grad(problems.loss(theta, 0).sum(), theta, create_graph=True)
    (product,) = torch.autograd.grad((slope * along).sum(), theta)
    step = 1e-6
    ahead, behind = (problems.loss_and_gradient(theta.detach() + sign * step * along, 0)[1] for sign in (1, -1))
    torch.testing.assert_close(product, (ahead - behind) / (2 * step), rtol=1e-5, atol=1e-6)


@every_family
def test_gradient_has_no_graph_and_leaves_its_inputs_alone(make: Make) -> None:
    problems = make(torch.float32).sample(2, UPDATES, generator())
    theta = points(problems).requires_grad_()
    before = theta.detach().clone()
    loss, gradient = problems.loss_and_gradient(theta, 0)
    again, same = problems.loss_and_gradient(theta, 0)
    assert not loss.requires_grad
    assert not gradient.requires_grad
    assert torch.equal(theta.detach(), before)
    assert torch.equal(loss, again)
    assert torch.equal(gradient, same)


@every_family
def test_points_need_not_be_contiguous(make: Make) -> None:
    problems = make(torch.float64).sample(3, UPDATES, generator())
    theta = points(problems)
    strided = theta.T.contiguous().T
    torch.testing.assert_close(problems.loss_and_gradient(strided, 0), problems.loss_and_gradient(theta, 0))


@every_family
def test_problems_depend_on_the_generator_alone(make: Make) -> None:
    family = make(torch.float64)
    family.sample(2, UPDATES, generator(7))  # an earlier draw changes nothing
    one, same, other = (family.sample(4, UPDATES, generator(seed)) for seed in (1, 1, 2))
    theta = points(one)
    assert torch.equal(one.start(), same.start())
    assert torch.equal(one.loss(theta, 1), same.loss(theta, 1))
    assert not torch.isclose(one.loss(theta, 1), other.loss(theta, 1)).any()


@every_family
def test_problems_of_one_draw_differ(make: Make) -> None:
    problems = make(torch.float64).sample(8, UPDATES, generator())
    losses = problems.loss(problems.start()[:1].expand(8, -1), 0)
    assert len(set(losses.tolist())) == 8


@every_family
def test_each_problem_is_asked_about_its_own_point(make: Make) -> None:
    problems = make(torch.float64).sample(3, UPDATES, generator())
    theta = points(problems)
    moved = theta.clone()
    moved[1] += 0.1
    changed = problems.loss_and_gradient(moved, 0)[0] != problems.loss_and_gradient(theta, 0)[0]
    assert changed.tolist() == [False, True, False]


@every_family
def test_held_out_problems_are_others_than_those_sampled(make: Make) -> None:
    family = make(torch.float64)
    draws = generator()
    seen, apart = family.sample(4, UPDATES, draws), family.held_out(4, UPDATES, draws)
    theta = points(seen)
    assert (seen.size, apart.size) == (family.size, family.size)
    assert not torch.isclose(seen.loss(theta, 0), apart.loss(theta, 0)).any()
