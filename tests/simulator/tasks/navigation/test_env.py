"""Navigation behind Gymnasium's interface: its own checkers pass, and the walks are those of the plane."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.tasks.navigation.plane import Plane

gymnasium = pytest.importorskip("gymnasium", reason="the extra rl is not installed")


@pytest.mark.parametrize("plane", [Plane(), Plane(horizon=7, reward="squared", scaled=False, ends=False)])
def test_gymnasiums_checker_finds_nothing(plane: Plane) -> None:
    from gymnasium.utils.env_checker import check_env

    from metascope.simulator.tasks.navigation.env import NavigationEnv

    check_env(NavigationEnv(plane), skip_render_check=True)


def test_episodes_are_those_of_the_plane() -> None:
    from metascope.simulator.tasks.navigation.env import NavigationEnv

    plane, draws = Plane(horizon=20), np.random.default_rng(0)
    env = NavigationEnv(plane)
    for goal in ((0.05, -0.02), (0.4, 0.3)):
        env.reset(options={"goal": goal})
        places, rewards, over = [torch.zeros(2)], list[float](), False
        while not over:
            action = draws.normal(size=2).astype(np.float32)
            place, reward, terminated, truncated, _ = env.step(action)
            torch.testing.assert_close(plane.moved(places[-1], torch.from_numpy(action)), torch.from_numpy(place))
            places.append(torch.from_numpy(place))
            rewards.append(reward)
            over = terminated or truncated
        walk = plane.judged(torch.stack(places)[:, None, None], torch.tensor([goal]))
        np.testing.assert_allclose(walk.rewards.flatten(), rewards, rtol=1e-5)
        assert walk.alive.all()
        assert len(rewards) == 20 or terminated


def test_many_at_once_are_as_many_alone() -> None:
    from gymnasium.vector import SyncVectorEnv

    from metascope.simulator.tasks.navigation.env import NavigationEnv, NavigationVectorEnv

    plane, draws = Plane(horizon=9), np.random.default_rng(0)
    goals = draws.uniform(-0.3, 0.3, (6, 2)).astype(np.float32)
    ours, alone = NavigationVectorEnv(6, plane), SyncVectorEnv([lambda: NavigationEnv(plane)] * 6)
    _, infos = ours.reset(options={"goal": goals})
    np.testing.assert_array_equal(infos["goal"], goals)
    assert infos["_goal"].all()
    alone.reset()
    for one, goal in zip(alone.envs, goals, strict=True):
        one.reset(options={"goal": goal})
    for _ in range(plane.horizon):
        actions = draws.normal(size=(6, 2)).astype(np.float32)
        mine, its = ours.step(actions), alone.step(actions)
        for part, other in zip(mine[:4], its[:4], strict=True):
            np.testing.assert_allclose(np.asarray(part, float), np.asarray(other, float), rtol=1e-5, atol=1e-6)
        assert ours.observation_space.contains(mine[0])
        assert not mine[4]
    assert mine[3].all()
    after = ours.step(np.ones((6, 2), np.float32))
    assert not after[0].any()  # they begin again
    assert not any(part.any() for part in after[1:4])
    infos = alone.step(np.ones((6, 2), np.float32))[4]
    assert set(after[4]) == set(infos) == {"goal", "_goal"}  # as Gymnasium's own vector tells it
    np.testing.assert_array_equal(after[4]["_goal"], infos["_goal"])
    alone.close()


def test_goals_drawn_where_an_episode_begins_again_are_told() -> None:
    from metascope.simulator.tasks.navigation.env import NavigationVectorEnv

    envs, still = NavigationVectorEnv(3, Plane(horizon=4)), np.zeros((3, 2), np.float32)
    goals = np.array([[0.0, 0.0], [0.4, 0.3], [0.2, -0.3]], np.float32)  # the first ends at once
    envs.reset(seed=0, options={"goal": goals})
    assert envs.step(still)[2].tolist() == [True, False, False]
    told = envs.step(still)[4]
    assert told["_goal"].tolist() == [True, False, False]
    np.testing.assert_array_equal(told["goal"][1:], goals[1:])
    assert told["goal"][0].any()
    rewards, infos = envs.step(still)[1::3]
    np.testing.assert_allclose(rewards, -np.hypot(*told["goal"].T), rtol=1e-6)  # of the goals told
    assert not infos


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ([0.1, 0.2, 0.3], "shape"),
        (0.1, "shape"),
        ([0.1, float("nan")], "plane"),
        ([float("inf"), 0.0], "plane"),
        ([0.0, -1.01], "plane"),
    ],
)
def test_goals_that_are_none_are_refused(goal: object, told: str) -> None:
    from metascope.simulator.tasks.navigation.env import NavigationEnv, NavigationVectorEnv

    with pytest.raises(ValueError, match=told):
        NavigationEnv().reset(options={"goal": goal})
    envs = NavigationVectorEnv(2)
    before = envs.reset(seed=0)[1]["goal"]
    with pytest.raises(ValueError, match=told):
        envs.reset(options={"goal": [goal, goal]})
    with pytest.raises(ValueError, match="shape"):
        envs.reset(options={"goal": [[0.1, 0.2]]})
    np.testing.assert_array_equal(envs._goals, before)  # nothing has begun
