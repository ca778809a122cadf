"""Says how policies adapt and how their start is moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from metascope.simulator.learners.policy_gradient.advantages import Judging

# What counts of the start's influence on the paths that the inner steps are made on. "first-order": nothing, nor the
# steps themselves; "surrogate": the steps, with the paths as they are; "e-maml": also that other paths become likely,
# by what they led to; "dice": the same for the expected step; "exact": all of it, through the walks themselves.
Estimator = Literal["first-order", "surrogate", "e-maml", "dice", "exact"]
Rule = Literal["adam", "trpo", "ppo"]


@dataclass(frozen=True)
class Trust:
    """How far a step of the start may go."""

    divergence: float = 0.01  # TRPO: largest mean KL of the adapted policies before and after
    directions: int = 10  # TRPO: steps of conjugate gradients
    damping: float = 1e-5  # TRPO: added to the Fisher matrix
    shrink: float = 0.8  # TRPO: by which the line search shortens a step
    tries: int = 15  # TRPO: lengths tried at most
    clip: float = 0.2  # PPO: how far ratios of probabilities may go from 1
    epochs: int = 4  # PPO: steps on the same paths


@dataclass(frozen=True)
class Plan:
    """How a start learns."""

    steps: int = 1  # inner steps, k
    rate: float = 0.1  # alpha
    paths: int = 10  # of each task before each step, and after the last, K
    estimator: Estimator = "surrogate"
    judging: Judging = field(default_factory=Judging)
    rule: Rule = "adam"
    trust: Trust = field(default_factory=Trust)
