"""The compiled meta-steps on two arms against their readable reference, random numbers included."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.policy_gradient.arms import compiled
from metascope.simulator.learners.policy_gradient.arms.checks import RULES, compare, fresh
from metascope.simulator.learners.policy_gradient.arms.reference import Rules
from metascope.simulator.learners.policy_gradient.bandit import Bandit

pytestmark = pytest.mark.usefixtures("kernels")
START = torch.tensor([-0.5], dtype=torch.float64)


@pytest.mark.parametrize("place", range(len(RULES)))
def test_meta_steps_and_their_numbers_are_those_of_the_reference(place: int) -> None:
    compare(RULES[place], 3)


@pytest.mark.parametrize("kind", range(5))
@pytest.mark.parametrize("pulls", [1, 6])
def test_each_estimate_moves_a_start_as_the_reference_does(kind: int, pulls: int) -> None:
    rules = replace(RULES[0], bandit=Bandit(pulls, 6.0, 0.25), kinds=(kind,), tasks=500, draws=1)
    found = compare(rules, 2)
    assert (found.phi[0] != found.phi[-1]).all()


def test_many_meta_steps_at_once_are_one_by_one_bit_for_bit() -> None:
    many = trained(RULES[2], 4)
    draws, kept, phi = generator(0), fresh(START), torch.zeros(2, dtype=torch.float64)
    for step in range(4):
        one = compiled.train(RULES[2], phi, kept, draws, step, 1)
        phi = torch.from_numpy(one.phi[1].copy())
        kept.put(torch.from_numpy(one.estimates[1].copy()))
        np.testing.assert_array_equal(one.phi[1], many.phi[step + 1])
        np.testing.assert_array_equal(one.estimates[1], many.estimates[step + 1])
        np.testing.assert_array_equal(one.measured[1], many.measured[step + 1])


def test_meta_steps_end_before_one_that_is_not_finite_and_so_do_the_numbers() -> None:
    draws = generator(0)
    found = compiled.train(RULES[2], torch.tensor([0.0, torch.nan]).double(), fresh(START), draws, 0, 3)
    assert len(found.phi) == 1
    assert torch.equal(draws.get_state(), generator(0).get_state())


def trained(rules: Rules, count: int) -> compiled.Trained:
    return compiled.train(rules, torch.zeros(2, dtype=torch.float64), fresh(START), generator(0), 0, count)
