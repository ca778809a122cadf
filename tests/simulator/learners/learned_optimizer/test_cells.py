"""The compiled meta-steps of the five cells against autograd through their readable reference, in double precision."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest
import torch

from metascope.simulator.learners import outer
from metascope.simulator.learners.learned_optimizer.cells import compiled
from metascope.simulator.learners.learned_optimizer.cells.checks import Checked, compare, weights
from metascope.simulator.learners.learned_optimizer.cells.compiled import Batch
from metascope.simulator.learners.surfaces.checks import FAMILIES
from metascope.simulator.tasks.families import draw
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes
from tests.simulator.learners.reference import generator

pytestmark = pytest.mark.usefixtures("kernels")


def places(count: int, starts: int, tasks: int, dimension: int) -> torch.Tensor:
    """Return the starts of so many meta-steps."""
    shares = torch.rand(count, starts, tasks, dimension, generator=generator(3), dtype=torch.float64)
    return 4 * shares - 2


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    "rules", [Checked(1), Checked(8), Checked(3, "last", clip=100.0), Checked(6, eta=10.0)], ids=str
)
def test_two_meta_steps_are_those_of_the_reference(family: str, rules: Checked) -> None:
    for starts in (1, 7):
        compare(FAMILIES[family](), rules, starts)


@pytest.mark.parametrize("dimension", [1, 2])
@pytest.mark.parametrize("tasks", [1, 8])
def test_any_number_of_tasks_and_starts_is_as_in_the_reference(tasks: int, dimension: int) -> None:
    for starts in (1, 2, 5, 64):
        compare(draw("mixtures", tasks, dimension, generator(4)), Checked(4), starts)


@pytest.mark.parametrize("objective", ["mean", "last"])
def test_steps_of_any_cell_that_would_leave_the_landscape_are_not_taken(objective: Literal["mean", "last"]) -> None:
    rules = Checked(5, objective, eta=10.0, low=-1000.0, high=1000.0)
    course = compare(FAMILIES["lecture"](), rules, 7, reach=80.0)
    assert bool(course.refused.any(0).flatten(1).any(1).all())


def test_many_meta_steps_at_once_are_one_by_one_bit_for_bit() -> None:
    tasks, rules = draw("mixtures", 3, 2, generator(1)), Checked(5)
    packed, flat = PackedLandscapes.of(tasks), weights(2, generator(2))
    starts, held = places(9, 5, 3, 2), Batch.of(packed, places(1, 4, 3, 2))
    many, good = compiled.train(flat, outer.fresh(flat), Batch.of(packed, starts), held, rules)
    assert good == 9
    moments = outer.fresh(flat)
    for row in range(9):
        one, _ = compiled.train(flat, moments, Batch.of(packed, starts[row]), held, rules)
        for name in ("weights", "objective", "gradient", "losses"):
            np.testing.assert_array_equal(getattr(one, name)[0], getattr(many, name)[row], err_msg=name)
        flat, moments = torch.from_numpy(one.weights[0].copy()), one.moments
    np.testing.assert_array_equal(moments.second.numpy(), many.moments.second.numpy())


def test_it_stops_before_weights_become_infinite() -> None:
    tasks, rules = draw("quadratics", 2, 1, generator(1)), Checked(3, meta_rate=1e308, clip=1e6)
    packed, flat = PackedLandscapes.of(tasks), weights(1, generator(2))
    batch = Batch.of(packed, places(9, 2, 2, 1))
    done, good = compiled.train(flat, outer.fresh(flat), batch, Batch.of(packed, places(1, 2, 2, 1)), rules)
    assert 0 < good < 9
    assert len(done.weights) == good
    assert np.isfinite(done.weights).all()


def test_what_has_another_shape_is_refused_before_memory_is_touched() -> None:
    tasks = PackedLandscapes.of(draw("quadratics", 2, 1, generator(1)))
    flat, held = weights(1, generator(2)), Batch.of(tasks, places(1, 2, 2, 1))
    wider = weights(2, generator(2))
    for given, moments in ((flat, outer.fresh(flat[:3])), (wider, outer.fresh(wider))):
        with pytest.raises(ValueError, match="is needed"):
            compiled.train(given, moments, held, held, Checked(3))
