"""Adapts on a bandit with two arms, where every outcome can be counted: what estimators are worth is known exactly.

A task is how often each arm pays. The policy has one number, phi: it pulls arm B with probability pi = sigma(phi), else
arm A. An inner step pulls K times and goes up (r - b) grad log pi, with the score 1 - pi for B and -pi for A; b is a
constant. What the start is worth is J(phi) = E[V(theta)], and its derivative has two parts,

    J'(phi) = E[V'(theta) dtheta/dphi] + E[V(theta) sum of the scores],

of which the published surrogate has the first. Outcomes differ only in how often each arm paid and did not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.comparison import ESTIMATES

SAMPLED = ESTIMATES[:-1]  # those that are estimated: not the exact one


@dataclass(frozen=True)
class Bandit:
    """How a policy adapts to a task.

    bandit = Bandit(pulls=5, rate=8.0)
    value, slope = bandit.exact(phi, pays)  # of starts (...), on tasks (T, 2)
    """

    pulls: int = 5  # before the inner step, and after it, K
    rate: float = 8.0  # alpha
    baseline: float = 0.0  # b, what rewards are compared with

    def outcomes(self, phi: Tensor, pays: Tensor) -> Outcomes:
        """Return everything that can come of an inner step from starts (...), on tasks (T, 2)."""
        counts, ways = (part.to(phi.dtype) for part in counted(self.pulls))
        pi = phi.sigmoid().unsqueeze(-1)  # (..., 1)
        unpaid_a, paid_a, unpaid_b, paid_b = counts.unbind(1)  # (O,) each
        pulled_a, pulled_b = unpaid_a + paid_a, unpaid_b + paid_b
        worth_a, worth_b = paid_a - self.baseline * pulled_a, paid_b - self.baseline * pulled_b
        chosen = pi**pulled_b * (1 - pi) ** pulled_a * ways  # (..., O)
        gradient = (worth_b * (1 - pi) - worth_a * pi) / self.pulls
        return Outcomes(
            chance=chosen.unsqueeze(-2) * self.payments(pays),
            theta=phi.unsqueeze(-1) + self.rate * gradient,
            score=pulled_b * (1 - pi) - pulled_a * pi,
            bent=1 - self.rate * (worth_a + worth_b) / self.pulls * pi * (1 - pi),
            drawn=self.rate / self.pulls * (worth_b * (1 - pi) ** 2 + worth_a * pi**2),
        )

    def payments(self, pays: Tensor) -> Tensor:
        """Return how likely the payments of each outcome are on tasks (T, 2), given which arms are pulled, (T, O)."""
        unpaid_a, paid_a, unpaid_b, paid_b = counted(self.pulls)[0].to(pays.dtype).unbind(1)
        a, b = pays[:, :1], pays[:, 1:]  # (T, 1)
        return a**paid_a * (1 - a) ** unpaid_a * b**paid_b * (1 - b) ** unpaid_b

    def exact(self, phi: Tensor, pays: Tensor) -> tuple[Tensor, Tensor]:
        """Return what starts (...) are worth after adapting, the mean over tasks (T, 2), and its derivative."""
        found = self.outcomes(phi, pays)
        value, rise = worth(found.theta.unsqueeze(-2), pays.unsqueeze(1))  # (..., T, O)
        slope = rise * found.bent.unsqueeze(-2) + value * found.score.unsqueeze(-2)
        mean, derivative = ((found.chance * part).sum(-1).mean(-1) for part in (value, slope))
        return mean, derivative

    def moments(self, phi: Tensor, pays: Tensor) -> tuple[Tensor, Tensor]:
        """Return the expectation and the standard deviation (E, ...) of one estimate by each estimator.

        A task is drawn from `pays` (T, 2), pulled K times from starts (...), and K times after the inner step.
        """
        found, beside = self.outcomes(phi, pays), worth(phi, pays.mean(0))[0]
        theta, tasks = found.theta.unsqueeze(-2), pays.unsqueeze(1)
        value, rise = worth(theta, tasks)
        a, b = tasks[..., 0], tasks[..., 1]
        pi, paid, unpaid = theta.sigmoid(), 1 - self.baseline, self.baseline
        squares = (1 - pi) ** 2 * pi * (b * paid**2 + (1 - b) * unpaid**2)
        squares = squares + pi**2 * (1 - pi) * (a * paid**2 + (1 - a) * unpaid**2)  # of one pull's (r - b) score
        varies, together = (squares - rise**2) / self.pulls, rise * (paid - value) / self.pulls
        gain, chance = value - beside[..., None, None], found.chance / len(pays)
        means, spreads = list[Tensor](), list[Tensor]()
        for factor, extra in found.factors():
            factor, extra = factor.unsqueeze(-2), extra.unsqueeze(-2)
            middle = factor * rise + extra * gain
            square = middle**2 + factor**2 * varies + 2 * factor * extra * together
            square = square + extra**2 * value * (1 - value) / self.pulls
            means.append((chance * middle).sum((-2, -1)))
            spreads.append(((chance * square).sum((-2, -1)) - means[-1] ** 2).clamp(min=0).sqrt())
        means.append(self.exact(phi, pays)[1])
        return torch.stack(means), torch.stack([*spreads, torch.zeros_like(means[-1])])

    def pulled(self, phi: Tensor, pays: Tensor, numbers: Tensor) -> Pulls:
        """Pull K times.

        Args:
            phi: (..., T) of each task's policy.
            pays: (T, 2).
            numbers: (2, T, K) evenly from [0, 1): which arm is pulled, and whether it pays.
        """
        arms = (numbers[0] < phi.sigmoid().unsqueeze(-1)).to(phi.dtype)
        often = pays[:, :1] + (pays[:, 1:] - pays[:, :1]) * arms
        return Pulls(arms, (numbers[1] < often).to(phi.dtype), arms - phi.sigmoid().unsqueeze(-1))

    def gradient(self, pulls: Pulls) -> Tensor:
        """Return the policy gradient of some pulls, (...)."""
        return ((pulls.paid - self.baseline) * pulls.scores).mean(-1)

    def estimates(self, phi: Tensor, pays: Tensor, numbers: Tensor, beside: Tensor) -> Tensor:
        """Return one estimate of the derivative by each of `SAMPLED` and each task, (E - 1, ..., T).

        Args:
            phi: (..., 1) starts.
            pays: (T, 2).
            numbers: (4, T, K) evenly from [0, 1): two for the pulls before the inner step and two for those after.
            beside: (..., 1) what E-MAML compares rewards after adapting with: a number that the pulls do not change.
        """
        phi = phi.expand(*phi.shape[:-1], len(pays))
        before, pi = self.pulled(phi, pays, numbers[:2]), phi.sigmoid()
        worth_of = before.paid - self.baseline
        after = self.pulled(phi + self.rate * self.gradient(before), pays, numbers[2:])
        v, gain = self.gradient(after), after.paid.mean(-1) - beside
        bent = 1 - self.rate * worth_of.mean(-1) * pi * (1 - pi)
        drawn = self.rate * (worth_of * before.scores**2).mean(-1)
        return torch.stack([v, v * bent, v * bent + gain * before.scores.sum(-1), v * (bent + drawn)])


@dataclass(frozen=True)
class Pulls:
    """K pulls on T tasks."""

    arms: Tensor  # (..., T, K) 0 for A and 1 for B
    paid: Tensor  # (..., T, K) the rewards, 0 or 1
    scores: Tensor  # (..., T, K) d log pi / d phi


@dataclass(frozen=True)
class Outcomes:
    """All O outcomes of an inner step from starts (...)."""

    chance: Tensor  # (..., T, O) of each outcome, on each task
    theta: Tensor  # (..., O) where the step leads
    score: Tensor  # (..., O) the sum of the scores: d log chance / d phi
    bent: Tensor  # (..., O) dtheta / dphi with the pulls as they are
    drawn: Tensor  # (..., O) what DiCE adds to it

    def factors(self) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield what each of `SAMPLED` multiplies V'(theta) and V(theta) with, (..., O) each."""
        none, one = torch.zeros_like(self.score), torch.ones_like(self.score)
        yield from ((one, none), (self.bent, none), (self.bent, self.score), (self.bent + self.drawn, none))


def worth(theta: Tensor, pays: Tensor) -> tuple[Tensor, Tensor]:
    """Return the expected reward of a pull, V(theta), and its derivative, for policies (...) on tasks (..., 2)."""
    pi, gap = theta.sigmoid(), pays[..., 1] - pays[..., 0]
    return pays[..., 0] + gap * pi, gap * pi * (1 - pi)


@cache
def counted(pulls: int) -> tuple[Tensor, Tensor]:
    """Return how often A did not pay and paid, and B, in each outcome (O, 4), and in how many orders (O,)."""
    rows = [
        (i, j, k, pulls - i - j - k)
        for i in range(pulls + 1)
        for j in range(pulls + 1 - i)
        for k in range(pulls + 1 - i - j)
    ]
    ways = [math.factorial(pulls) // math.prod(map(math.factorial, row)) for row in rows]
    return torch.tensor(rows, dtype=torch.float64), torch.tensor(ways, dtype=torch.float64)
