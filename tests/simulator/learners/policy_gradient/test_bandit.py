"""The bandit whose outcomes can be counted: exact worth, derivative and moments against other ways to compute them."""

from __future__ import annotations

import itertools

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.bandit import SAMPLED, Bandit, worth
from metascope.simulator.learners.policy_gradient.comparison import ESTIMATES
from metascope.simulator.learners.policy_gradient.plan import Estimator
from metascope.simulator.learners.policy_gradient.reference import inner_objective

PAYS = torch.tensor([[0.5, 1.0], [0.45, 0.2], [0.1, 0.7]], dtype=torch.float64)
PHI, BESIDE = -0.6, 0.37
SMALL = Bandit(pulls=2, rate=3.0, baseline=0.3)


def test_chances_of_all_outcomes_add_up_to_one() -> None:
    found = Bandit(pulls=7).outcomes(torch.tensor([-2.0, 0.4], dtype=torch.float64), PAYS)
    assert found.chance.shape == (2, 3, 120)
    torch.testing.assert_close(found.chance.sum(-1), torch.ones(2, 3, dtype=torch.float64))


def test_the_worth_is_the_sum_over_every_sequence_of_pulls() -> None:
    total = 0.0
    for task in PAYS.tolist():
        for arms, paid in itertools.product(itertools.product((0, 1), repeat=2), repeat=2):
            chance, pi, gradient = 1.0, float(torch.tensor(PHI).double().sigmoid()), 0.0
            for arm, reward in zip(arms, paid, strict=True):
                chance *= (pi if arm else 1 - pi) * (task[arm] if reward else 1 - task[arm])
                gradient += (reward - 0.3) * (arm - pi) / 2
            after = float(torch.tensor(PHI + 3.0 * gradient, dtype=torch.float64).sigmoid())
            total += chance * (task[0] * (1 - after) + task[1] * after) / len(PAYS)
    assert float(SMALL.exact(torch.tensor(PHI, dtype=torch.float64), PAYS)[0]) == pytest.approx(total)


@pytest.mark.parametrize("bandit", [SMALL, Bandit(), Bandit(9, 12.0, 0.5)])
def test_the_exact_slope_is_that_of_finite_differences(bandit: Bandit) -> None:
    at = torch.linspace(-3, 3, 7, dtype=torch.float64)
    up, down = (bandit.exact(at + step, PAYS)[0] for step in (1e-6, -1e-6))
    torch.testing.assert_close(bandit.exact(at, PAYS)[1], (up - down) / 2e-6, atol=1e-8, rtol=1e-6)


@pytest.mark.parametrize("estimator", ["surrogate", "dice"])
def test_estimates_are_those_of_autograd_through_the_inner_step(estimator: Estimator) -> None:
    """The readable twin differentiates the objective of the inner step, magic boxes and all."""
    numbers = torch.rand(4, 3, 5, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    bandit = Bandit(baseline=0.2)
    found = bandit.estimates(torch.tensor([PHI], dtype=torch.float64), PAYS, numbers, torch.tensor([BESIDE]))
    for task in range(3):
        phi = torch.tensor(PHI, dtype=torch.float64, requires_grad=True)
        before = bandit.pulled(phi.detach()[None].expand(3), PAYS, numbers[:2])
        improved = phi.clone()
        chosen, drawn = (_log_probs(at, before.arms[task])[:, None] for at in (improved, phi))
        rewards = before.paid[task][:, None]  # every pull an episode of one step
        expected = torch.full_like(rewards, 0.2)
        objective = inner_objective(chosen, drawn, rewards, expected, rewards - 0.2, 1.0, estimator) / 5
        (slope,) = torch.autograd.grad(objective, improved, create_graph=True)
        theta = phi + bandit.rate * slope
        after = bandit.pulled(theta.detach()[None].expand(3), PAYS, numbers[2:])
        surrogate = ((after.paid[task] - 0.2) * _log_probs(theta, after.arms[task])).mean()
        (wanted,) = torch.autograd.grad(surrogate, phi)
        torch.testing.assert_close(found[SAMPLED.index(estimator), task], wanted)


def test_moments_are_those_of_many_estimates() -> None:
    draws = torch.Generator().manual_seed(2)
    count = 40_000
    tasks = PAYS[torch.randint(3, (count,), generator=draws)]
    numbers = torch.rand(4, count, 2, generator=draws, dtype=torch.float64)
    phi = torch.tensor([PHI], dtype=torch.float64)
    found = SMALL.estimates(phi, tasks, numbers, worth(phi, PAYS.mean(0))[0])
    mean, spread = (part[:-1, 0] for part in SMALL.moments(phi, PAYS))
    assert ((found.mean(1) - mean).abs() < 4 * spread / count**0.5).all()
    torch.testing.assert_close(found.std(1), spread, rtol=0.03, atol=0.0)


def test_e_maml_is_unbiased_and_the_surrogate_is_not() -> None:
    bandit, at = Bandit(), torch.linspace(-3, 3, 13, dtype=torch.float64)
    known = PAYS[:1].repeat(2, 1)
    known[1, 1] = 0.2  # arm 1 is known, arm 2 is not
    mean, spread = bandit.moments(at, known)
    by = dict(zip(ESTIMATES, mean, strict=True))
    torch.testing.assert_close(by["e-maml"], by["exact"])
    assert float((by["surrogate"] - by["exact"]).abs().max()) > 0.02
    assert float((by["dice"] - by["exact"]).abs().max()) < 0.008
    assert not spread[-1].any()
    assert (spread[ESTIMATES.index("e-maml")] > spread[ESTIMATES.index("surrogate")]).all()


def test_without_a_step_adapting_changes_nothing() -> None:
    at = torch.linspace(-2, 2, 5, dtype=torch.float64)
    value, slope = Bandit(rate=0.0).exact(at, PAYS)
    plain, rise = worth(at, PAYS.mean(0))
    torch.testing.assert_close(value, plain)
    torch.testing.assert_close(slope, rise)


def _log_probs(phi: Tensor, arms: Tensor) -> Tensor:
    return torch.where(arms > 0, torch.nn.functional.logsigmoid(phi), torch.nn.functional.logsigmoid(-phi))
