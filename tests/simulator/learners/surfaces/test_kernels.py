"""The compiled meta-step, meta-test and picture against their readable references, in double precision."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.learners import outer
from metascope.simulator.learners.surfaces import compiled
from metascope.simulator.learners.surfaces.checks import FAMILIES, Checked, check_pictures, check_unseen, compare
from metascope.simulator.learners.surfaces.metasteps import Done
from metascope.simulator.tasks.families import draw, lecture_pair
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes
from tests.simulator.learners.reference import FAMILIES as WRITTEN_OTHERWISE
from tests.simulator.learners.reference import generator, meta_gradient, normal

pytestmark = pytest.mark.usefixtures("kernels")


def trained(landscapes: Landscapes, phi: torch.Tensor, count: int = 1, **rules: object) -> tuple[Done, int]:
    """Return meta-steps from phi (M, S, d)."""
    tried = Checked(**{"inner_steps": 5, **rules})  # type: ignore[arg-type]
    return compiled.meta_steps(PackedLandscapes.of(landscapes), phi, outer.fresh(phi[:3]), None, tried, count=count)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("k", [0, 1, 2, 20, 50])
@pytest.mark.parametrize("optimizer", ["adam", "sgd"])
def test_two_meta_steps_are_those_of_the_reference(family: str, k: int, optimizer: str) -> None:
    for starts in (1, 3):
        for sigma in (0.0, 0.3):
            for clip in (0.01, 100.0):
                rules = Checked(k, inner_rate=0.1, outer_optimizer=optimizer, clip=clip)  # type: ignore[arg-type]
                compare(FAMILIES[family](), rules, starts, sigma)


@pytest.mark.parametrize("epsilon", [0.0, 0.3, 0.8, 1.0])
def test_reptile_goes_its_share_of_the_way(epsilon: float) -> None:
    compare(lecture_pair(), Checked(4, epsilon=epsilon), 2, 0.0)


@pytest.mark.parametrize("tasks", [1, 16])
@pytest.mark.parametrize("dimension", [1, 2])
def test_any_number_of_tasks_and_starts_is_as_in_the_reference(tasks: int, dimension: int) -> None:
    for starts in (1, 2, 7, 32):
        compare(draw("mixtures", tasks, dimension, generator(4)), Checked(3), starts, 0.1)


@pytest.mark.parametrize(("family", "dimension"), WRITTEN_OTHERWISE)
def test_the_exact_meta_gradient_is_that_of_autograd(family: object, dimension: int) -> None:
    landscapes, losses = family(3, dimension)  # type: ignore[operator]
    phi = normal(4, 1, dimension, seed=7)
    done, _ = trained(landscapes, phi, inner_steps=9)
    for method in range(4):
        for task, loss in enumerate(losses):
            exact = meta_gradient(loss, phi[method, 0], 0.2, 9).numpy()
            np.testing.assert_allclose(done.steps.directions[0, method, 1, 0, task], exact, rtol=1e-9, atol=1e-12)


def test_each_meta_step_begins_where_the_last_one_ended() -> None:
    done, good = trained(lecture_pair(), normal(4, 3, 1), count=9)
    assert good == 9
    np.testing.assert_array_equal(done.steps.phi[1:], done.steps.next_phi[:-1])


def test_many_meta_steps_at_once_are_one_by_one_bit_for_bit() -> None:
    landscapes, phi = draw("mixtures", 3, 2, generator(1)), normal(4, 5, 2)
    many, _ = trained(landscapes, phi, count=20)
    moments = outer.fresh(phi[:3])
    packed, rules = PackedLandscapes.of(landscapes), Checked(5)
    for row in range(20):
        one, _ = compiled.meta_steps(packed, phi, moments, None, rules)
        np.testing.assert_array_equal(one.steps.directions[0], many.steps.directions[row])
        np.testing.assert_array_equal(one.steps.theta[0], many.steps.theta[row])
        phi, moments = torch.from_numpy(one.steps.next_phi[0].copy()), one.next_moments
    np.testing.assert_array_equal(moments.second.numpy(), many.next_moments.second.numpy())


def test_it_stops_before_a_path_leaves_the_numbers() -> None:
    start = torch.full((4, 1, 1), 0.6, dtype=torch.float64)
    done, good = trained(lecture_pair(), start, count=50, inner_rate=0.5, inner_steps=20, outer_rate=3.0, clip=10.0)
    assert 0 < good < 50
    assert len(done.steps.loss) == good
    assert np.isfinite(done.steps.loss).all()


def test_it_stops_before_a_start_that_left_the_landscape() -> None:
    bowl = draw("quadratics", 2, 2, generator())
    done, good = trained(bowl, normal(4, 1, 2), count=50, outer_rate=1e10, clip=10.0)
    assert good == 1
    assert np.abs(done.steps.next_phi[-1]).max() > 1e8


def test_a_first_meta_step_that_diverges_is_there_to_be_shown() -> None:
    done, good = trained(lecture_pair(), torch.full((4, 1, 1), 1e5, dtype=torch.float64), inner_steps=20)
    assert good == 0
    assert not np.isfinite(done.steps.loss[0, -1]).all()


def test_meta_test_and_pictures_are_those_of_the_reference() -> None:
    check_unseen()
    check_pictures()


def test_pictures_have_no_height_beyond_the_ceiling() -> None:
    axis = np.array([-1e9, 0.0, 1e200, 1e300])
    found = compiled.surfaces(PackedLandscapes.of(draw("mixtures", 4, 2, generator(2))), 0, axis, 1e12)
    assert np.isfinite(found.losses).all()
    assert found.losses.max() == 1e12


def test_what_has_another_shape_is_refused_before_memory_is_touched() -> None:
    packed, phi, rules = PackedLandscapes.of(lecture_pair()), normal(4, 2, 1), Checked(3)
    for moments, noise in ((outer.fresh(phi[:2]), None), (outer.fresh(phi[:3]), normal(1, 4, 1, 2, 1))):
        with pytest.raises(ValueError, match="is needed"):
            compiled.meta_steps(packed, phi, moments, noise, rules)
