"""Compares the compiled kernel of two arms with its readable reference, before any run uses it."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.policy_gradient.arms.compiled import Trained, train
from metascope.simulator.learners.policy_gradient.arms.reference import Rules, estimate, measured, moved
from metascope.simulator.learners.policy_gradient.bandit import Bandit
from metascope.simulator.learners.policy_gradient.comparing import Estimates

PAYS = torch.tensor([[0.5, 1.0], [0.0, 0.2], [0.3, 0.7]], dtype=torch.float64)
RULES = (
    Rules(Bandit(5, 8.0, 0.0), PAYS[:2], (0, 1, 2, 3, 4), updates=3, tasks=70, outer_rate=1.0, draws=9, seed=3),
    Rules(Bandit(1, 3.0, 0.4), PAYS[:1], (2,), updates=1, tasks=1, outer_rate=0.1, draws=1, seed=0),
    Rules(Bandit(12, 20.0, 1.0), PAYS, (4, 3), updates=2, tasks=33, outer_rate=9.0, draws=64, seed=1),
    Rules(Bandit(4, 5.0, 0.3), PAYS, (1, 2), updates=0, tasks=8, outer_rate=1.0, draws=7, seed=5),
)


def check() -> None:
    """Raise an AssertionError if meta-steps differ from the reference's by more than rounding."""
    for rules in RULES:
        compare(rules, 5)


def compare(rules: Rules, count: int) -> Trained:
    """Do so many meta-steps both ways, and return the kernel's; raise an AssertionError if they differ."""
    phi = torch.linspace(-1, 0.5, len(rules.kinds), dtype=torch.float64)
    start = torch.tensor([-0.7], dtype=torch.float64)
    mine, its = generator(rules.seed, 7), generator(rules.seed, 7)
    kept = Estimates(start)
    kept.begin_anew(start, 0)
    found = train(rules, phi, kept, mine, 2, count)
    assert len(found.phi) == count + 1, "a meta-step was taken to diverge"
    for done in range(count + 1):
        if done:
            estimate(rules, kept, 1 + done)
            phi = moved(rules, phi, its)
        _near(found.phi[done], phi, "a start")
        _near(found.estimates[done], kept.row(), "an estimate")
        _near(found.measured[done], measured(rules, phi), "what a start is worth")
    assert torch.equal(mine.get_state(), its.get_state()), "the kernel draws other numbers than torch"
    half = train(rules, torch.from_numpy(found.phi[0].copy()), fresh(start), generator(rules.seed, 7), 2, 2)
    assert np.array_equal(half.phi, found.phi[:3]), "fewer meta-steps at once are not the same"
    return found


def fresh(start: Tensor) -> Estimates:
    """Return no estimates yet, of a start (1,)."""
    kept = Estimates(start)
    kept.begin_anew(start, 0)
    return kept


def _near(found: np.ndarray[tuple[int, ...], np.dtype[np.float64]], wanted: Tensor, what: str) -> None:
    limit = 1e-11 * max(1.0, float(wanted.abs().max()))
    assert found.shape == tuple(wanted.shape), f"{what} has another shape"
    assert np.abs(found - wanted.numpy()).max() <= limit, f"{what} differs from the reference"
