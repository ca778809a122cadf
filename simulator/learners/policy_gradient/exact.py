"""The exact gradient: through the walks themselves, since this environment is differentiable and its noise is known.

With a = mu + sigma e and the numbers e held fixed, places, rewards, advantages and inner steps are functions of the
start, and autograd differentiates all of them. Over draws of e its mean is the gradient of the expected return after
adapting, where E-MAML's is estimated with a score function. An episode's end is a jump that no derivative sees:
episodes must go on to their last step.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.advantages import Judging, advantages
from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.sampling import walked
from metascope.simulator.tasks.navigation.plane import Plane


def meta_gradient(
    policy: Policy,
    start: Tensor,
    plane: Plane,
    goals: Tensor,
    drawn: Sequence[Tensor],
    judging: Judging,
    rate: float,
) -> tuple[Tensor, Tensor]:
    """Return the gradient (P,) by the start of the mean reward after adapting, and the returns (T, K) after it.

    Args:
        policy: the sizes.
        start: phi, (P,).
        plane: the rules, without ends of episodes.
        goals: (T, 2).
        drawn: k + 1 of (H, T, K, 2): the numbers of each inner step's walks, and of those after the last.
        judging: how actions are judged for the inner steps.
        rate: alpha.
    """
    assert not plane.ends, "an episode's end is a jump"
    with torch.enable_grad():
        phi = start.clone().requires_grad_()
        theta = phi.expand(len(goals), -1)
        for numbers in drawn[:-1]:
            paths = walked(policy, theta, plane, goals, numbers)
            judged = advantages(paths, judging)
            near = Linearization(policy, theta, paths.states.flatten(1, 2), paths.actions.flatten(1, 2))
            theta = theta + rate * near.gradient((judged.values / paths.taken).flatten(1))
        after = walked(policy, theta, plane, goals, drawn[-1])
        (found,) = torch.autograd.grad(after.rewards.mean(), phi)
    return found, after.returns.detach()
