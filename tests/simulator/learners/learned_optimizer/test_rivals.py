"""Hand-made optimizers against torch's, with many rates at once, and the search of their rates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer.rivals import RULES, descend
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT
from metascope.simulator.learners.learned_optimizer.tuning import GRID, tune, tune_one
from metascope.simulator.tasks.problems import TEST, Family
from metascope.simulator.tasks.quadratics import QuadraticFamily
from metascope.simulator.tasks.sines import SineFamily
from tests.simulator.learners.learned_optimizer.waves import waves
from tests.simulator.learners.reference import generator
from tests.tiers import first_quick

TORCHS: dict[str, Callable[[list[Tensor], float], torch.optim.Optimizer]] = {
    "sgd": lambda theta, rate: torch.optim.SGD(theta, lr=rate),
    "nesterov": lambda theta, rate: torch.optim.SGD(theta, lr=rate, momentum=0.9, nesterov=True),
    "rmsprop": lambda theta, rate: torch.optim.RMSprop(theta, lr=rate),
    "adam": lambda theta, rate: torch.optim.Adam(theta, lr=rate),
}
RATES = torch.tensor([0.01, 0.05, 0.1]).double()
every_rule = pytest.mark.parametrize("rule", RULES)


@every_rule
def test_every_rule_is_torchs_with_every_rate(rule: str) -> None:
    problems = waves(updates=30)
    found = descend(rule, problems, problems.start(), RATES, 30, torch.arange(12))
    for k, rate in enumerate(RATES.tolist()):
        theta = problems.start().clone().requires_grad_()
        torchs = TORCHS[rule]([theta], rate)
        for t in range(30):
            torchs.zero_grad()
            loss = problems.loss(theta, t)
            torch.testing.assert_close(found.losses[t, k], loss.detach(), rtol=1e-9, atol=1e-9)
            loss.sum().backward()  # type: ignore[no-untyped-call]
            torchs.step()
            torch.testing.assert_close(found.path[t + 1, k], theta.detach().flatten(), rtol=1e-9, atol=1e-9)
        torch.testing.assert_close(found.test_losses[k], problems.loss(theta.detach(), TEST), rtol=1e-9, atol=1e-9)


@every_rule
def test_a_rate_at_which_a_problem_diverges_leaves_the_others_alone(rule: str) -> None:
    problems = waves(updates=30)
    both = descend(rule, problems, problems.start(), torch.tensor([0.05, 1e5]), 30, torch.arange(12))
    alone = descend(rule, problems, problems.start(), torch.tensor([0.05]), 30, torch.arange(12))
    assert (both.stopped[0] == -1).all()
    assert (both.stopped[1] == 1).all()
    assert (both.losses[1:, 1] == LIMIT).all()
    assert (both.test_losses[1] == LIMIT).all()
    assert torch.equal(both.path[:, 1], problems.start().flatten().expand(31, 12))  # it stays where it was last good
    torch.testing.assert_close(both.losses[:, 0], alone.losses[:, 0])


def test_a_descent_without_kept_coordinates_has_a_path_of_none() -> None:
    problems = waves()
    assert descend("adam", problems, problems.start(), RATES, 8).path.shape == (9, 3, 0)


@every_rule
def test_search_measures_each_rate_as_it_does_alone(rule: str) -> None:
    problems = waves(updates=20)
    tuned = tune(rule, problems, problems.start(), 20)
    for index in (0, 7, len(GRID[rule]) - 1):
        alone = tune_one(rule, index, problems, problems.start(), 20)
        both = torch.tensor(alone), torch.stack([tuned.mean[index], tuned.last[index]]).float()
        torch.testing.assert_close(*both, equal_nan=True)


def test_a_rate_at_which_a_problem_diverges_has_no_mean() -> None:
    problems = waves(updates=20)
    tuned = tune("sgd", problems, problems.start(), 20)
    assert tuned.mean[-1].isnan()
    assert tuned.last[-1].isnan()
    assert tuned.mean[0].isfinite()


@every_rule
@pytest.mark.parametrize("family", first_quick([QuadraticFamily(), SineFamily()]), ids=["quadratics", "sines"])
def test_the_best_rate_is_never_at_an_end_of_the_grid(rule: str, family: Family) -> None:
    problems = family.sample(8, 100, generator())
    tuned = tune(rule, problems, problems.start(), 100)
    for measured in (tuned.mean, tuned.last):
        best = int(measured.nan_to_num(LIMIT).argmin())
        assert 0 < best < len(GRID[rule]) - 1


@every_rule
def test_rates_of_the_grid_ascend_in_steps_of_at_most_two_and_a_half(rule: str) -> None:
    rates = torch.tensor(GRID[rule]).double()
    steps = rates[1:] / rates[:-1]
    assert ((steps > 1.5) & (steps < 2.6)).all()
