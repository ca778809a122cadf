"""What theory says of MAML, FOMAML, pre-training and Reptile: closed forms, limits and expansions, in float64."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.surfaces import fomaml, maml, pretraining, reptile
from metascope.simulator.learners.surfaces.adapt import adapt, adapted
from metascope.simulator.tasks.landscapes import Bowls, Landscapes
from tests.simulator.learners import reference
from tests.simulator.learners.reference import FAMILIES, Loss, normal, symmetric

Family = Callable[..., tuple[Landscapes, list[Loss]]]
every_family = pytest.mark.parametrize(("family", "dimension"), FAMILIES)


def exact(landscapes: Landscapes, phi: Tensor, alpha: float, k: int, noise: Tensor | None = None) -> Tensor:
    """Return MAML's direction for each task, (T, d), from phi (T, d)."""
    path = adapt(landscapes, phi, alpha, k, noise)
    query = landscapes.gradient(path.theta[-1])
    query = query if noise is None else query + noise[k]
    return maml.meta_gradient(query, landscapes.hessian(path.theta[:-1]), alpha)


@every_family
@pytest.mark.parametrize("k", [0, 1, 2, 5, 20, 50])
def test_meta_gradient_is_that_of_autograd_through_the_whole_path(family: Family, dimension: int, k: int) -> None:
    landscapes, losses = family(3, dimension)
    phi, noise = normal(3, dimension, seed=7), 0.1 * normal(k + 1, 3, dimension, seed=8)
    twin = [reference.meta_gradient(loss, phi[i], 0.2, k, noise[:, i]) for i, loss in enumerate(losses)]
    torch.testing.assert_close(exact(landscapes, phi, 0.2, k, noise), torch.stack(twin), rtol=1e-9, atol=1e-12)


@every_family
def test_meta_gradient_is_that_of_finite_differences(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    phi, step = normal(3, dimension, seed=7), 1e-5
    gradient = exact(landscapes, phi, 0.2, 10)
    for i in range(dimension):
        by = step * torch.eye(dimension, dtype=torch.float64)[i]
        ends = [adapt(landscapes, phi + sign * by, 0.2, 10).theta[-1] for sign in (1, -1)]
        slope = (landscapes.loss(ends[0]) - landscapes.loss(ends[1])) / (2 * step)
        torch.testing.assert_close(gradient[:, i], slope, rtol=1e-6, atol=1e-9)


@every_family
def test_without_inner_rate_maml_is_pretraining_on_the_query_set(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    phi, noise = normal(3, dimension), normal(6, 3, dimension, seed=1)
    assert torch.equal(exact(landscapes, phi, 0.0, 5, noise), pretraining.gradient(landscapes, phi, noise[5]))


@pytest.mark.parametrize("k", [1, 2, 5, 20])
def test_meta_gradients_on_quadratics_have_their_closed_form(k: int) -> None:
    a, a_query = symmetric(4, 2, 2), symmetric(4, 2, 2, seed=1)
    c, c_query, phi = normal(4, 2, seed=2), normal(4, 2, seed=3), normal(4, 2, seed=4)
    alpha, zero = 0.3, torch.zeros(4, dtype=torch.float64)
    support, query = Bowls(a, c, zero), Bowls(a_query, c_query, zero)
    path = adapt(support, phi, alpha, k)
    gradient = query.gradient(path.theta[-1])
    jacobian = torch.linalg.matrix_power(torch.eye(2, dtype=torch.float64) - alpha * a, k)
    theta = (jacobian @ (phi - c).unsqueeze(-1)).squeeze(-1) + c
    first_order = (a_query @ (theta - c_query).unsqueeze(-1)).squeeze(-1)
    whole = (jacobian.mT @ first_order.unsqueeze(-1)).squeeze(-1)
    torch.testing.assert_close(path.theta[-1], theta, rtol=1e-13, atol=1e-13)
    torch.testing.assert_close(fomaml.meta_gradient(gradient), first_order, rtol=1e-13, atol=1e-13)
    torch.testing.assert_close(
        maml.meta_gradient(gradient, support.hessian(path.theta[:-1]), alpha), whole, rtol=1e-12, atol=1e-13
    )


@pytest.mark.parametrize("dimension", [1, 2])
def test_on_linear_losses_fomaml_is_maml(dimension: int) -> None:
    flat = Bowls(torch.zeros(2, dimension, dimension, dtype=torch.float64), normal(2, dimension), normal(2))
    phi, noise = normal(2, dimension, seed=1), normal(6, 2, dimension, seed=2)
    assert torch.equal(exact(flat, phi, 0.3, 5, noise), fomaml.meta_gradient(noise[5]))


def test_on_curved_losses_fomaml_is_not_maml() -> None:
    landscapes, _ = reference.wells(2, 2)
    phi = normal(2, 2)
    path = adapt(landscapes, phi, 0.3, 5)
    query = landscapes.gradient(path.theta[-1])
    assert (exact(landscapes, phi, 0.3, 5) - fomaml.meta_gradient(query)).norm(dim=-1).min() > 1e-3


@every_family
@pytest.mark.parametrize("k", [1, 5, 20])
def test_reptiles_direction_is_the_way_over_alpha(family: Family, dimension: int, k: int) -> None:
    landscapes, _ = family(3, dimension)
    phi, noise = normal(3, dimension), normal(k, 3, dimension, seed=1)
    path = adapt(landscapes, phi, 0.2, k, noise)
    way = (phi - path.theta[-1]) / 0.2
    torch.testing.assert_close(reptile.direction(path.gradients), way, rtol=1e-12, atol=1e-12)


@every_family
def test_one_step_reptile_is_one_step_of_joint_descent(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    phi = normal(dimension)
    each = phi.expand(3, dimension)
    path = adapt(landscapes, each, 0.2, 1)
    joint = phi - 0.7 * 0.2 * pretraining.gradient(landscapes, each).mean(0)
    torch.testing.assert_close(reptile.interpolated(phi, path.theta[-1], 0.7), joint, rtol=1e-13, atol=1e-13)


def minibatch_residuals(alpha: float) -> list[Tensor]:
    """Return what the second-order expansion leaves over for MAML, FOMAML and Reptile.

    The inner step sees one minibatch, the query another: l_1 = l + n_1' theta on a wells landscape, l_2 likewise.
    """
    landscapes, _ = reference.wells(3, 2)
    phi, noise = normal(3, 2), 0.3 * normal(2, 3, 2, seed=1)
    g1, g2 = landscapes.gradient(phi) + noise[0], landscapes.gradient(phi) + noise[1]
    h = landscapes.hessian(phi)  # of either minibatch
    h_g1, h_g2 = ((h @ g.unsqueeze(-1)).squeeze(-1) for g in (g1, g2))
    path = adapt(landscapes, phi, alpha, 1, noise)
    query = landscapes.gradient(path.theta[-1]) + noise[1]
    two = adapt(landscapes, phi, alpha, 2, noise)
    return [
        exact(landscapes, phi, alpha, 1, noise) - (g2 - alpha * h_g1 - alpha * h_g2),
        fomaml.meta_gradient(query) - (g2 - alpha * h_g1),
        reptile.direction(two.gradients) - (g1 + g2 - alpha * h_g1),
    ]


def test_expansion_in_alpha_leaves_a_residual_of_second_order() -> None:
    for whole, half in zip(minibatch_residuals(2e-3), minibatch_residuals(1e-3), strict=True):
        assert whole.norm() / half.norm() == pytest.approx(4, rel=0.02)


@pytest.mark.parametrize(("k", "expected"), [(1, (1.4, 0.92, 1.1818182, 1.4)), (5, (1.4, -0.8054, 0.035, 1.0775))])
def test_directions_vanish_at_the_fixed_points_of_two_parabolas(k: int, expected: tuple[float, ...]) -> None:
    pair = Bowls(
        torch.tensor([1.0, 4.0]).double().reshape(2, 1, 1),
        torch.tensor([[-1.0], [2.0]]).double(),
        torch.zeros(2, dtype=torch.float64),
    )

    def summed(rule: int, phi: float) -> float:
        each = torch.full((2, 1), phi, dtype=torch.float64)
        path = adapt(pair, each, 0.1, k)
        query = pair.gradient(path.theta[-1])
        rules = [pretraining.gradient(pair, each), exact(pair, each, 0.1, k), query, reptile.direction(path.gradients)]
        return float(rules[rule].sum())

    for rule, place in enumerate(expected):
        nearby = summed(rule, place - 1e-3), summed(rule, place + 1e-3)
        assert nearby[0] < 0 < nearby[1]


@every_family
def test_order_and_number_of_copies_of_tasks_do_not_change_a_tasks_direction(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    phi = normal(dimension).expand(3, dimension)
    alone, twice = exact(landscapes, phi, 0.2, 5), exact(landscapes, phi.expand(2, 3, dimension), 0.2, 5)
    torch.testing.assert_close(twice[0], alone, rtol=1e-12, atol=1e-13)
    torch.testing.assert_close(twice.sum((0, 1)), 2 * alone.sum(0), rtol=1e-12, atol=1e-13)


@every_family
def test_whole_epsilon_takes_the_start_to_the_adapted_parameters(family: Family, dimension: int) -> None:
    landscapes, _ = family(1, dimension)
    phi = normal(1, dimension)
    end = adapt(landscapes, phi, 0.2, 5).theta[-1]
    torch.testing.assert_close(reptile.interpolated(phi[0], end, 1.0), end[0], rtol=0, atol=1e-15)
    assert torch.equal(reptile.interpolated(phi[0], end, 0.0), phi[0])


@every_family
def test_path_kept_and_path_not_kept_end_at_the_same_place(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    phi = normal(4, 3, dimension)
    end = torch.stack(list(adapted(landscapes, phi.unbind(-1), 0.2, 8)), -1)
    assert torch.equal(end, adapt(landscapes, phi, 0.2, 8).theta[-1])


@every_family
def test_adapting_leaves_the_start_alone(family: Family, dimension: int) -> None:
    landscapes, _ = family(3, dimension)
    phi = normal(3, dimension)
    before = phi.clone()
    path = adapt(landscapes, phi, 0.2, 3)
    assert torch.equal(phi, before)
    assert torch.equal(path.theta[0], before)
