"""Point navigation: the arithmetic of a step, where episodes end, and what simple policies are worth."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from metascope.simulator.stories.navigation.published import STILL, STILL_SQUARED
from metascope.simulator.tasks.navigation.plane import NEAR, REACH, Plane, drawn_goals


def places(*rows: tuple[float, float]) -> Tensor:
    """Return one task's one path, (H + 1, 1, 1, 2)."""
    return torch.tensor(rows, dtype=torch.float64)[:, None, None]


@pytest.fixture
def draws() -> torch.Generator:
    """Give random numbers of their own."""
    return torch.Generator().manual_seed(0)


def test_an_action_of_one_is_a_tenth_of_the_world_and_larger_ones_are_clipped() -> None:
    moved = Plane().moved(torch.zeros(2, 2), torch.tensor([[1.0, -0.5], [3.0, -7.0]]))
    torch.testing.assert_close(moved, torch.tensor([[0.1, -0.05], [0.1, -0.1]]))


def test_actions_that_are_not_scaled_are_the_step_itself() -> None:
    moved = Plane(scaled=False).moved(torch.zeros(2, 2), torch.tensor([[0.05, -0.02], [3.0, -7.0]]))
    torch.testing.assert_close(moved, torch.tensor([[0.05, -0.02], [0.1, -0.1]]))


def test_the_reward_is_that_of_the_place_after_the_move() -> None:
    goal = torch.tensor([[0.3, 0.4]], dtype=torch.float64)
    walk = Plane(horizon=1).judged(places((0, 0), (0.0, 0.1)), goal)
    assert float(walk.rewards) == pytest.approx(-math.hypot(0.3, 0.3))
    squared = Plane(horizon=1, reward="squared").judged(places((0, 0), (0.0, 0.1)), goal)
    assert float(squared.rewards) == pytest.approx(-0.18)


def test_an_episode_ends_after_the_step_that_comes_within_a_hundredth_along_both_axes() -> None:
    goal = torch.tensor([[0.1, 0.0]], dtype=torch.float64)
    near, beside = 0.1 - 0.9 * NEAR, 1.1 * NEAR
    walk = Plane(horizon=3).judged(places((0, 0), (0.1, beside), (near, 0.0), (0.0, 0.0)), goal)
    assert walk.alive.flatten().tolist() == [1, 1, 0]
    assert walk.rewards.flatten().tolist() == pytest.approx([-beside, -0.9 * NEAR, 0])
    assert Plane(horizon=3, ends=False).judged(places((0, 0), (near, 0), (0, 0), (0, 0)), goal).alive.sum() == 3


def greedy(plane: Plane, goals: Tensor) -> Tensor:
    """Return the return (T,) of the policy that sees the goal and walks to it along both axes as fast as it can."""
    places = [torch.zeros_like(goals)]
    for _ in range(plane.horizon):
        places.append(plane.moved(places[-1], (goals - places[-1]) / plane.unit))
    return plane.judged(torch.stack(places)[:, :, None], goals).rewards.sum(0)[:, 0]


def test_the_greedy_policy_is_worth_what_arithmetic_says() -> None:
    goal = torch.tensor([[0.3, -0.2]], dtype=torch.float64)
    # -hypot(0.2, 0.1) - 0.1 - 0: the goal is reached with the third step
    assert float(greedy(Plane(), goal)) == pytest.approx(-0.223607 - 0.1, abs=1e-6)


def test_over_all_goals_the_greedy_policy_loses_half(draws: torch.Generator) -> None:
    returns = greedy(Plane(), drawn_goals("square", 40_000, draws))
    assert float(returns.mean()) == pytest.approx(-0.5062, abs=4 * float(returns.std()) / 200)


def test_who_stands_still_loses_the_mean_distance_at_every_step(draws: torch.Generator) -> None:
    assert pytest.approx(38.2598, abs=1e-4) == 100 * STILL
    goals = drawn_goals("square", 40_000, draws)
    returns = Plane().judged(torch.zeros(101, len(goals), 1, 2), goals).rewards.sum(0)
    assert float(returns.mean()) == pytest.approx(-100 * STILL, abs=4 * float(returns.std()) / 200)
    squared = Plane(reward="squared").judged(torch.zeros(101, len(goals), 1, 2), goals).rewards.sum(0)
    assert float(squared.mean()) == pytest.approx(-100 * STILL_SQUARED, abs=4 * float(squared.std()) / 200)


def test_goals_lie_in_the_square_or_on_the_ring(draws: torch.Generator) -> None:
    assert float(drawn_goals("square", 1000, draws).abs().max()) <= REACH
    torch.testing.assert_close(drawn_goals("ring", 1000, draws).norm(dim=-1), torch.full((1000,), REACH))
