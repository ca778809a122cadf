"""The policy with a memory: what it is fed, what it remembers, and how trials are learned from."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.recurrent import (
    FIRST,
    LEAST,
    Episode,
    Recurrent,
    RecurrentTraining,
    TrialPlan,
    judged,
    standardized,
    tried,
)
from metascope.simulator.learners.policy_gradient.sampling import noise
from metascope.simulator.tasks.navigation.plane import Plane, drawn_goals
from tests.simulator.learners.policy_gradient.lessons import draws

PLANE, POLICY, PLAN = Plane(horizon=9), Recurrent(units=7), TrialPlan(episodes=2, paths=3, epochs=2)
TASKS, PATHS = 4, 3


def trial(theta: Tensor, goals: Tensor, plane: Plane = PLANE) -> list[Episode]:
    """Return the two episodes of some trials."""
    own = draws(5)
    numbers = [noise(TASKS, PATHS, plane, own, theta.dtype) for _ in range(2)]
    return list(tried(POLICY, theta, plane, goals, numbers))


def start(seed: int = 1) -> Tensor:
    return POLICY.initial(draws(seed), torch.float64)


def goals(seed: int = 2) -> Tensor:
    return drawn_goals("square", TASKS, draws(seed), torch.float64)


def test_the_memory_is_that_of_torchs_own_cell_step_by_step() -> None:
    theta = start()
    found = trial(theta, goals())
    cell = torch.nn.GRUCell(8, 7, dtype=torch.float64)
    names = {"weight_ih": "input.weights", "weight_hh": "memory.weights", "bias_ih": "input.biases"}
    names["bias_hh"] = "memory.biases"
    parts = dict(POLICY.named(theta))
    cell.load_state_dict({name: parts[its] for name, its in names.items()})
    memory = torch.zeros(TASKS * PATHS, 7, dtype=torch.float64)
    for episode in found:
        torch.testing.assert_close(episode.before, memory)
        for seen in episode.seen:
            memory = cell(seen, memory)
        torch.testing.assert_close(episode.after, memory)


def test_it_sees_its_last_action_and_reward_and_where_episodes_begin() -> None:
    first, second = trial(start(), goals())
    flat = first.paths.rewards.flatten(0, 1)  # (T K, H)
    torch.testing.assert_close(first.seen[1:, :, 4], 2 * flat.T[:-1])
    torch.testing.assert_close(first.seen[1:, :, 2:4], first.chosen[:-1].clamp(-1, 1))
    torch.testing.assert_close(first.seen[2:, :, 5], 10 * (flat[:, 1:-1] - flat[:, :-2]).T)
    torch.testing.assert_close(first.seen[..., :2], 2 * first.paths.states.flatten(0, 1).transpose(0, 1))
    for episode in (first, second):
        assert (episode.seen[0, :, 6] == 1).all()
        assert not episode.seen[1:, :, 6].any()
    torch.testing.assert_close(second.seen[0, :, 4], 2 * flat[:, -1])  # of the episode before
    assert not second.seen[0, :, :2].any()  # it begins at 0 again


def test_no_trial_sees_the_goal_but_by_its_rewards() -> None:
    theta, wanted = start(), goals()
    one = trial(theta, wanted)
    other = trial(theta, wanted + torch.tensor([0.1, 0.0], dtype=torch.float64))
    torch.testing.assert_close(one[0].seen[0], other[0].seen[0])
    torch.testing.assert_close(one[0].paths.places[:, :, 1], other[0].paths.places[:, :, 1])
    assert not torch.allclose(one[0].paths.places[:, :, 3], other[0].paths.places[:, :, 3], atol=1e-6)


def test_after_its_end_an_episode_is_over_and_stays() -> None:
    near = torch.full((TASKS, 2), 0.005, dtype=torch.float64)
    theta = start()
    theta[-2:] = -9.0  # hardly any noise: it reaches the goal where it stands
    first, second = trial(theta, near)
    assert not first.paths.alive[..., 1:].any()
    assert (first.seen[1:, :, 7] == 1).all()
    assert not first.paths.rewards[..., 1:].any()
    assert not second.seen[0, :, 7].any()


@pytest.mark.parametrize("scaled", [True, False])
def test_actions_are_shares_of_the_longest_step(scaled: bool) -> None:
    plane = Plane(horizon=9, scaled=scaled, ends=False)
    first, _ = trial(start(), goals(), plane)
    moved = (first.paths.places[:, :, 1:] - first.paths.places[:, :, :-1]).flatten(0, 1).transpose(0, 1)
    torch.testing.assert_close(moved, 0.1 * first.chosen.clamp(-1, 1))


def test_advantages_are_those_of_the_sum_over_later_surprises() -> None:
    theta = start()
    first, _ = trial(theta, goals())
    found = judged(POLICY, theta, first, PLAN)
    alive, rewards = first.paths.alive, first.paths.rewards
    for task, path in ((0, 0), (2, 1)):
        value = found.expected[task, path].tolist()
        wanted, later = [0.0] * 9, 0.0
        for step in reversed(range(9)):
            following = value[step + 1] if step < 8 else 0.0
            surprise = float(rewards[task, path, step]) + 0.9 * following - value[step]
            later = (surprise + 0.9 * 0.95 * later) * float(alive[task, path, step])
            wanted[step] = later
        assert found.advantages[task, path].tolist() == pytest.approx(wanted)


def test_log_probabilities_are_those_of_torchs_normal() -> None:
    theta = start()
    first, _ = trial(theta, goals())
    mean, _, log_std = POLICY.answered(theta, POLICY.remembered(theta, first.seen, first.before)[0])
    wanted = _normal(mean, log_std, first.chosen)
    found = judged(POLICY, theta, first, PLAN).log_probs.flatten(0, 1).T
    torch.testing.assert_close(found - wanted, torch.full_like(wanted, torch.log(torch.tensor(2 * torch.pi)).item()))


def test_the_first_of_several_steps_is_the_policy_gradient_of_the_trials() -> None:
    """Where ratios are 1, PPO's surrogate has the gradient of sum A log pi; expected returns go to what came."""
    made = RecurrentTraining(POLICY, start())
    before, wanted_goals = made.start.clone(), goals()
    made.update(PLANE, wanted_goals, TrialPlan(2, PATHS, 1), 1e-3, draws(5))
    first, second = trial(before, wanted_goals)
    theta = before.clone().requires_grad_()
    parts = []
    memory = first.before
    for episode in (first, second):
        along, memory = POLICY.remembered(theta, episode.seen, memory)
        mean, expected, log_std = POLICY.answered(theta, along)
        logs = _normal(mean, log_std, episode.chosen)
        parts.append((logs, expected))
    found = [judged(POLICY, before, one, PLAN) for one in (first, second)]
    alive = torch.stack([one.paths.alive for one in (first, second)])
    advantages = torch.stack([one.advantages for one in found])
    values, unit = standardized(advantages, alive)
    targets = torch.stack([one.expected for one in found]) + advantages
    loss = torch.zeros((), dtype=torch.float64)
    for place, (logs, expected) in enumerate(parts):
        shaped = (part.T.reshape(TASKS, PATHS, 9) for part in (logs, expected))
        its_logs, its_expected = shaped
        missed = ((its_expected * alive[place] - targets[place]) / unit).square()
        loss = loss + ((0.5 * missed - values[place] * its_logs) * alive[place]).sum() / alive.sum()
    (slope,) = torch.autograd.grad(loss, theta)
    moved = made.start - before  # Adam's first step: against the sign of the gradient
    clear = slope.abs() > 1e-6
    assert torch.equal(moved[clear].sign(), -slope[clear].sign())


def test_noise_never_falls_below_what_looking_around_needs() -> None:
    made = RecurrentTraining(POLICY, start())
    assert (made.start[-2:] == FIRST).all()
    made.start[-2:] = LEAST
    made.update(PLANE, goals(), PLAN, 0.1, draws(1))
    assert (made.start[-2:] >= LEAST).all()


def test_trials_are_learned_from() -> None:
    policy = Recurrent(units=16)
    made, plane = RecurrentTraining(policy, policy.initial(draws(0))), Plane(horizon=8)
    own, fixed = draws(1), torch.tensor([[0.4, 0.0]] * 10)
    before = made.update(plane, fixed, TrialPlan(1, 8, 4), 1e-2, own).after
    for _ in range(25):
        after = made.update(plane, fixed, TrialPlan(1, 8, 4), 1e-2, own).after
    assert after > before + 0.8


def _normal(mean: Tensor, log_std: Tensor, actions: Tensor) -> Tensor:
    """Return the log-probabilities of actions (..., 2) by torch's own distribution."""
    found: Tensor = torch.distributions.Normal(mean, log_std.exp()).log_prob(actions).sum(-1)  # type: ignore[no-untyped-call]
    return found
