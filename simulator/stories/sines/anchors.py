"""Computes the errors of the best functions that do not adapt, and gives a published table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from metascope.simulator.stories.sines.frame import Anchors, Published
from metascope.simulator.stories.sines.names import LARGEST, MAML, PRETRAINING, REACH, SMALLEST

if TYPE_CHECKING:
    from metascope.simulator.stories.sines.settings import SinesSettings

_TABLE = (  # Finn et al. 2017, appendix C, table 2: five-shot regression
    Published(method=MAML, steps=(1, 5, 10), mse=(0.67, 0.38, 0.35)),
    Published(method=PRETRAINING, steps=(1, 5, 10), mse=(2.41, 2.23, 2.19)),
)
_PUBLISHED_FOR = {
    "phases": "pi",
    "shots": 5,
    "tasks": 25,
    "hidden": (40, 40),
    "activation": "relu",
    "alpha": 0.01,
    "inner_steps": 1,
    "outer_optimizer": "adam",
    "outer_rate": 1e-3,
}


def anchors(largest_phase: float) -> Anchors:
    """Return the errors possible without adapting, for waves A sin(x - p) with p ~ U[0, largest_phase], x ~ U[-5, 5].

    The best single function is the mean over the tasks, E[A] E[sin(x - p)] = E[A] (S sin x - C cos x) with
    S = E[cos p] and C = E[sin p]; its error is E[y^2] minus the mean of its own square. With p up to pi it is
    -1.6234 cos x and costs 3.0057; with p up to 2 pi it is 0 and costs 4.2517.
    """
    mean = (SMALLEST + LARGEST) / 2
    square = (LARGEST**3 - SMALLEST**3) / (3 * (LARGEST - SMALLEST))  # E[A^2]
    s, c = math.sin(largest_phase) / largest_phase, (1 - math.cos(largest_phase)) / largest_phase
    ripple = math.sin(2 * REACH) / (2 * REACH)  # E[cos 2x]
    twice = math.sin(2 * largest_phase) / (2 * largest_phase)  # E[cos 2p]
    zero = square * (1 - ripple * twice) / 2  # E[sin^2(x - p)], where E[sin 2x] = 0
    joint = zero - mean**2 * (s**2 * (1 - ripple) + c**2 * (1 + ripple)) / 2
    return Anchors(zero=zero, joint=joint)


def published(settings: SinesSettings) -> tuple[Published, ...]:
    """Return the published results of the run's methods, if the settings are those of the publication."""
    if any(getattr(settings, name) != value for name, value in _PUBLISHED_FOR.items()):
        return ()
    return tuple(row for row in _TABLE if row.method in settings.methods)
