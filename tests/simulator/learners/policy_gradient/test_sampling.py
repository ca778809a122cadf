"""Walks and advantages: what is done at once equals what a plain program does path by path."""

from __future__ import annotations

import numpy as np
import torch

from metascope.simulator.learners.policy_gradient.advantages import RIDGE, Judging, advantages, to_go
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.sampling import noise, walked
from metascope.simulator.tasks.navigation.plane import NEAR, Plane, drawn_goals
from tests.simulator.learners.policy_gradient.lessons import adaptation, draws, policy_of, start_of

PLANE = Plane(horizon=30)


def test_walking_at_once_is_walking_path_by_path() -> None:
    policy = Policy(inputs=4, hidden=(5, 6))  # it sees the goal, so that some episodes end
    own = draws()
    theta = torch.stack([policy.initial(own, torch.float64) for _ in range(2)])
    theta[:, -2:] = -1.5
    goals = torch.tensor([[0.03, 0.02], [0.4, -0.1]], dtype=torch.float64)
    numbers = noise(2, 3, PLANE, own, torch.float64)
    found = walked(policy, theta, PLANE, goals, numbers)
    for task in range(2):
        for path in range(3):
            place, alive, total = torch.zeros(2, dtype=torch.float64), True, 0.0
            for t in range(PLANE.horizon):
                state = torch.cat([place, goals[task]])
                torch.testing.assert_close(found.states[task, path, t], state)
                assert bool(found.alive[task, path, t]) == alive
                mean = policy.mean(theta[task][None], state[None, None])[0, 0]
                action = mean + theta[task, -2:].exp() * numbers[t, task, path]
                torch.testing.assert_close(found.actions[task, path, t], action)
                place = place + 0.1 * action.clamp(-1, 1)
                total -= alive * float((place - goals[task]).norm())
                alive = alive and bool((place - goals[task]).abs().max() >= NEAR)
            np.testing.assert_allclose(float(found.returns[task, path]), total)
    assert 0 < float(found.alive.mean()) < 1


def test_one_policy_for_all_tasks_walks_as_copies_of_it() -> None:
    policy, own = policy_of(), draws()
    theta, goals = policy.initial(own, torch.float64), drawn_goals("square", 4, own, torch.float64)
    numbers = noise(4, 5, PLANE, own, torch.float64)
    one, copies = (walked(policy, each, PLANE, goals, numbers) for each in (theta[None], theta.expand(4, -1)))
    torch.testing.assert_close(one.places, copies.places)


def test_rewards_to_go_are_discounted_sums() -> None:
    rewards = torch.randn(2, 3, 7, generator=draws(), dtype=torch.float64)
    sums, run = torch.zeros_like(rewards), torch.zeros(2, 3, dtype=torch.float64)
    for t in reversed(range(7)):
        run = rewards[..., t] + 0.9 * run
        sums[..., t] = run
    torch.testing.assert_close(to_go(rewards, 0.9), sums)


def test_the_baseline_is_ridge_regression_on_the_steps_taken() -> None:
    _, after, _, _ = adaptation(policy_of(), start_of(policy_of()), judging=Judging(standardized=False))
    paths = after.paths
    sums = to_go(paths.rewards, 0.99)
    for task in range(len(sums)):
        rows, wanted = [], []
        for path in range(sums.shape[1]):
            for t in range(sums.shape[2]):
                if paths.alive[task, path, t]:
                    x, y = paths.states[task, path, t].tolist()
                    h = t / 100
                    rows.append([x, y, x * x, y * y, h, h * h, h**3, 1.0])
                    wanted.append(float(sums[task, path, t]))
        a, b = np.array(rows), np.array(wanted)
        weights = np.linalg.lstsq(np.vstack([a, RIDGE**0.5 * np.eye(8)]), np.concatenate([b, np.zeros(8)]), rcond=None)[
            0
        ]
        mine = after.judged.values[task][paths.alive[task] > 0].numpy()
        np.testing.assert_allclose(mine, b - a @ weights, atol=1e-6)


def test_standardized_advantages_have_mean_0_and_variance_1_over_the_steps_taken() -> None:
    _, after, _, _ = adaptation(policy_of(), start_of(policy_of()))
    for values, alive in zip(after.judged.values, after.paths.alive, strict=True):
        taken = values[alive > 0]
        assert abs(float(taken.mean())) < 1e-12
        assert abs(float(taken.var(correction=0)) - 1) < 1e-6
        assert not values[alive == 0].any()


def test_with_a_perfect_baseline_there_is_nothing_to_learn() -> None:
    _, after, _, _ = adaptation(policy_of(), start_of(policy_of()))
    paths = after.paths
    unmoved = type(paths)(paths.places, paths.states, paths.actions, torch.zeros_like(paths.rewards), paths.alive)
    judged = advantages(unmoved, Judging())
    assert not judged.values.any()
