"""Meta-steps of starts on two arms, each by another estimate of the same meta-gradient; `kernel` is the fast twin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Generator, Tensor

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.policy_gradient.bandit import Bandit, worth
from metascope.simulator.learners.policy_gradient.comparing import Estimates

BEFORE, AFTER, SLOPE, EXPECTED = 0, 1, 2, 3  # what is measured of a start
ESTIMATES_DRAWN = 1  # the stream of random numbers of the estimates that are compared


@dataclass(frozen=True)
class Rules:
    """By what starts move."""

    bandit: Bandit
    pays: Tensor  # (T, 2)
    kinds: Sequence[int]  # (M,) which of `comparison.ESTIMATES` each start follows
    updates: int  # of a meta-step; 0: the starts stay
    tasks: int  # per update
    outer_rate: float
    draws: int  # estimates that are compared, of each kind, of a meta-step
    seed: int


def drawn(rules: Rules, count: int, draws: Generator) -> tuple[Tensor, Tensor]:
    """Draw which of the tasks are pulled, (count,), and the numbers of the pulls (4, count, K)."""
    which = torch.randint(len(rules.pays), (count,), generator=draws)
    return which, torch.rand(4, count, rules.bandit.pulls, generator=draws, dtype=torch.float64)


def estimate(rules: Rules, kept: Estimates, step: int) -> None:
    """Draw a few more estimates of the derivative at the place where they are compared."""
    bandit, pays, place = rules.bandit, rules.pays, kept.start
    tasks, numbers = drawn(rules, rules.draws, generator(rules.seed, ESTIMATES_DRAWN, step))
    found = bandit.estimates(place, pays[tasks], numbers, worth(place, pays.mean(0))[0])  # (E - 1, draws)
    exact = bandit.exact(place, pays)[1].expand(1, rules.draws)
    for one in torch.cat([found, exact]).T:
        kept.take(one.unsqueeze(1))


def moved(rules: Rules, phi: Tensor, draws: Generator) -> Tensor:
    """Return where a meta-step takes starts, (M,)."""
    bandit, pays = rules.bandit, rules.pays
    rows = torch.tensor(rules.kinds)
    for _ in range(rules.updates):
        tasks, numbers = drawn(rules, rules.tasks, draws)
        beside = worth(phi, pays.mean(0))[0]
        each = bandit.estimates(phi.unsqueeze(1), pays[tasks], numbers, beside.unsqueeze(1)).mean(-1)  # (E - 1, M)
        slopes = torch.cat([each, bandit.exact(phi, pays)[1][None]])  # (E, M)
        phi = phi + rules.outer_rate * slopes[rows, torch.arange(len(phi))]
    return phi


def measured(rules: Rules, phi: Tensor) -> Tensor:
    """Return what starts are worth before and after adapting, its derivative and what they follow, (M, 4)."""
    bandit, pays = rules.bandit, rules.pays
    expected = bandit.moments(phi, pays)[0][torch.tensor(rules.kinds), torch.arange(len(phi))]
    return torch.stack([worth(phi, pays.mean(0))[0], *bandit.exact(phi, pays), expected], -1)
