"""Navigation behind Gymnasium's interface: its own checkers pass, and the walks are those of the plane."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from simulator.tasks.navigation.plane import Plane

gymnasium = pytest.importorskip("gymnasium", reason="the extra rl is not installed")


@pytest.mark.parametrize("plane", [Plane(), Plane(horizon=7, reward="squared", scaled=False, ends=False)])
def test_gymnasiums_checker_finds_nothing(plane: Plane) -> None:
    from gymnasium.utils.env_checker import check_env

    from simulator.tasks.navigation.env import NavigationEnv

    check_env(NavigationEnv(plane), skip_render_check=True)


def test_episodes_are_those_of_the_plane() -> None:
    from simulator.tasks.navigation.env import NavigationEnv

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

    from simulator.tasks.navigation.env import NavigationEnv, NavigationVectorEnv

    plane, draws = Plane(horizon=9), np.random.default_rng(0)
    goals = draws.uniform(-0.3, 0.3, (6, 2)).astype(np.float32)
    ours, alone = NavigationVectorEnv(6, plane), SyncVectorEnv([lambda: NavigationEnv(plane)] * 6)
    ours.reset(options={"goals": goals})
    alone.reset()
    for one, goal in zip(alone.envs, goals, strict=True):
        one.reset(options={"goal": goal})
    for _ in range(plane.horizon):
        actions = draws.normal(size=(6, 2)).astype(np.float32)
        mine, its = ours.step(actions), alone.step(actions)
        for part, other in zip(mine[:4], its[:4], strict=True):
            np.testing.assert_allclose(np.asarray(part, float), np.asarray(other, float), rtol=1e-5, atol=1e-6)
        assert ours.observation_space.contains(mine[0])
    assert mine[3].all()
    after = ours.step(np.ones((6, 2), np.float32))
    assert not after[0].any()  # they begin again
    assert not any(part.any() for part in after[1:4])
    alone.close()
