"""Calls the compiled kernel of two arms: several meta-steps at once, float64. The twin: `bandit` and `comparing`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Generator, Tensor

from metascope.simulator.engine.compiling.kernel import Call
from metascope.simulator.engine.randomness import seeds
from metascope.simulator.learners.kernels import TWO_ARMS
from metascope.simulator.learners.policy_gradient.arms.reference import ESTIMATES_DRAWN, Rules
from metascope.simulator.learners.policy_gradient.bandit import counted
from metascope.simulator.learners.policy_gradient.comparing import Estimates

Array = NDArray[np.float64]
_STATE = 632  # see `twister`
_ABOUT, _OF_OUTCOMES, _OF_TASKS = 4, 6, 11  # rows of room, see `kernel`


@dataclass(frozen=True)
class Trained:
    """Where n meta-steps led from, and to."""

    phi: Array  # (n + 1, M)
    estimates: Array  # (n + 1, R): rows of `comparing.Estimates`
    measured: Array  # (n + 1, M, 4): worth before and after adapting, its derivative, and what each start follows


def train(rules: Rules, phi: Tensor, kept: Estimates, draws: Generator, first: int, count: int) -> Trained:
    """Do up to `count` meta-steps, those that end before one after which a start is not finite.

    Args:
        rules: how.
        phi: the starts, (M,).
        kept: the estimates so far.
        draws: goes on to where the meta-steps end.
        first: meta-steps done before.
        count: may be 0, where starts are only measured.
    """
    pulls, starts, most = rules.bandit.pulls, len(phi), max(rules.tasks, rules.draws)
    counts, ways = (part.numpy() for part in counted(pulls))
    paid, tasks = rules.bandit.payments(rules.pays).contiguous(), len(rules.pays)
    state, outcomes, row = draws.get_state(), len(ways), kept.row().numpy()
    drawn = seeds(rules.seed, ESTIMATES_DRAWN, last=range(first, first + count))
    places, estimates = np.empty((count + 1, starts)), np.empty((count + 1, len(row)))
    places[0], estimates[0] = phi.numpy(), row
    measured = np.empty((count + 1, starts, _ABOUT))
    integers = [(np.empty(_STATE, dtype=np.int64), (_STATE,)) for _ in range(2)]
    good = Call(
        TWO_ARMS,
        [
            (state.view(torch.int64), (_STATE,)),
            *integers,
            (drawn, (count,)),
            (np.array(rules.kinds, dtype=np.int64), (starts,)),
            (places, (count + 1, starts)),
            (estimates, (count + 1, len(row))),
            (measured, (count + 1, starts, _ABOUT)),
            (rules.pays, (tasks, 2)),
            (counts, (outcomes, 4)),
            (ways, (outcomes,)),
            (paid, (tasks, outcomes)),
            *((np.empty(shape), shape) for shape in ((_OF_OUTCOMES, outcomes), (2, pulls + 1))),
            (np.empty(most * (8 * pulls + 1), dtype=np.int64), (most * (8 * pulls + 1),)),
            *((np.empty(shape), shape) for shape in ((4 * pulls * most,), (2 * most,), (_OF_TASKS * most,), (_ABOUT,))),
        ],
        [count, rules.updates, rules.tasks, rules.draws, pulls, outcomes, tasks, starts],
        [rules.bandit.rate, rules.bandit.baseline, rules.outer_rate, float(kept.start)],
    )()
    draws.set_state(state)
    return Trained(*(part[: good + 1] for part in (places, estimates, measured)))
