"""Differentiates adaptation by policy gradients with autograd, one task at a time: to read, and to test `fast` against.

MAML (Finn, Abbeel and Levine, 2017, algorithm 3) takes an inner step of REINFORCE and differentiates what the adapted
policy is worth through it. The paths that the step is made on were drawn with the start, too, and how depends on the
estimator: the published surrogate leaves it out; E-MAML (Stadie et al., 2018) adds the score function of whole paths;
DiCE (Foerster et al., 2018) multiplies each reward by a magic box of the log-probabilities that it depends on, which is
1, but whose derivative is the score function.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.fast import Lesson, worth
from metascope.simulator.learners.policy_gradient.plan import Estimator
from metascope.simulator.learners.policy_gradient.policy import Policy


def magic_box(log_probs: Tensor) -> Tensor:
    """Return 1 whose derivative is that of the log-probabilities."""
    return torch.exp(log_probs - log_probs.detach())


def log_probs(policy: Policy, theta: Tensor, states: Tensor, actions: Tensor) -> Tensor:
    """Return log pi but for a constant, (K, H), of one task's actions (K, H, 2) for theta (P,)."""
    mean = policy.mean(theta[None], states.flatten(0, 1)[None])[0].view_as(actions)
    log_std = theta[-2:]
    return -(((actions - mean) / log_std.exp()).square() / 2 + log_std).sum(-1)


def inner_objective(
    chosen: Tensor,
    drawn: Tensor,
    rewards: Tensor,
    expected: Tensor,
    values: Tensor,
    discount: float,
    estimator: Estimator,
) -> Tensor:
    """Return the sum over steps that an inner step goes up, ().

    It is differentiated by the parameters behind `chosen` alone; the meta-gradient then goes on behind both.

    Args:
        chosen: log pi of the actions, (K, H), by the policy that is to be improved.
        drawn: the same numbers, by the policy that drew the paths.
        rewards: (K, H).
        expected: baseline, (K, H).
        values: the advantages of the actions, (K, H).
        discount: gamma.
        estimator: "dice": rewards depend on who drew the paths; else they are numbers.
    """
    if estimator != "dice":
        return (values * chosen).sum()
    total, horizon = chosen.new_zeros(()), rewards.shape[-1]
    boxes = magic_box(drawn.cumsum(-1))  # of what each reward depends on
    for t in range(horizon):
        later = discount ** torch.arange(horizon - t, dtype=rewards.dtype)
        worth_of = (later * rewards[:, t:] * boxes[:, t:]).sum(-1) - expected[:, t] * magic_box(drawn[:, t])
        total = total + (worth_of * chosen[:, t]).sum()
    return total


def meta_gradient(
    policy: Policy,
    start: Tensor,
    lessons: Sequence[Lesson],
    after: Lesson,
    rate: float,
    estimator: Estimator = "surrogate",
) -> Tensor:
    """Return the gradient (P,) by the start of the mean surrogate of the adapted policies; as `fast.meta_gradient`."""
    tasks = len(after.paths.rewards)
    beside = worth(after)
    return torch.stack(
        [_of_task(policy, start, lessons, after, rate, estimator, task, beside[task]) for task in range(tasks)]
    ).mean(0)


def _of_task(
    policy: Policy,
    start: Tensor,
    lessons: Sequence[Lesson],
    after: Lesson,
    rate: float,
    estimator: Estimator,
    task: int,
    beside: Tensor,
) -> Tensor:
    phi = start.clone().requires_grad_()
    theta, likely = phi, phi.new_zeros(())
    for given in lessons:
        alive = given.paths.alive[task]
        states, actions = given.paths.states[task], given.paths.actions[task]
        improved = theta.detach().requires_grad_() if estimator == "first-order" else theta.clone()
        chosen = log_probs(policy, improved, states, actions) * alive
        drawn = log_probs(policy, theta, states, actions) * alive
        judged = (given.judged.rewards[task], given.judged.expected[task] * alive, given.judged.values[task])
        objective = inner_objective(chosen, drawn, *judged, given.judged.discount, estimator) / alive.sum()
        (slope,) = torch.autograd.grad(objective, improved, create_graph=estimator != "first-order")
        theta = theta + rate * slope
        likely = likely + drawn.sum()
    chosen = log_probs(policy, theta, after.paths.states[task], after.paths.actions[task])
    objective = (after.judged.values[task] * chosen).sum() / after.paths.alive[task].sum()
    if estimator == "e-maml":
        objective = objective + beside * likely
    (found,) = torch.autograd.grad(objective, phi)
    return found


def divergence(policy: Policy, old: Tensor, new: Tensor, states: Tensor) -> Tensor:
    """Return the mean KL(old || new) () over states (N, inputs) of two policies (P,), by torch's own distributions."""
    ways = []
    for theta in (old, new):
        mean = policy.mean(theta[None], states[None])[0]
        ways.append(torch.distributions.Normal(mean, theta[-2:].exp().expand_as(mean)))
    return torch.distributions.kl_divergence(*ways).sum(-1).mean()
