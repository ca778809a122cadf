"""Point navigation behind Gymnasium's interface, for programs of others; needs the extra `rl`.

The rules are those of `plane.Plane`. The goal is part of the task, not of what is observed: `reset` draws one, or
takes it from its options.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gymnasium
import numpy as np
from gymnasium.spaces import Box
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.tasks.navigation.bounds import FARTHEST
from metascope.simulator.tasks.navigation.plane import NEAR, REACH, STEP, Plane

Array = NDArray[np.float32]


class NavigationEnv(gymnasium.Env):
    """One point and its goal.

        env = NavigationEnv()
        observation, info = env.reset(seed=0, options={"goal": (0.3, -0.2)})
        observation, reward, terminated, truncated, info = env.step(env.action_space.sample())

    `info["goal"]`, (2,), is the goal of the episode that `reset` begins.

    Args:
        plane: the rules; an episode is truncated at its horizon.
    """

    def __init__(self, plane: Plane | None = None) -> None:
        self.plane = plane or Plane()
        self.observation_space, self.action_space = _spaces(self.plane)
        self._place, self._goal, self._steps = np.zeros(2, np.float32), np.zeros(2, np.float32), 0

    @override
    def reset(
        self, *, seed: int | None = None, options: Mapping[str, Any] | None = None
    ) -> tuple[Array, dict[str, Any]]:
        """Begin an episode at 0, with a goal from the square or, in `options`, "goal": (x, y).

        Raises:
            ValueError: that goal is not two finite numbers within the plane.
        """
        chosen = _chosen(options, (2,))
        super().reset(seed=seed)
        drawn = self.np_random.uniform(-REACH, REACH, 2).astype(np.float32)
        self._goal = drawn if chosen is None else chosen
        self._place, self._steps = np.zeros(2, np.float32), 0
        return self._place.copy(), {"goal": self._goal.copy()}

    @override
    def step(self, action: Array) -> tuple[Array, float, bool, bool, dict[str, Any]]:
        self._place, rewards, near = _stepped(self.plane, self._place, self._goal, action)
        self._steps += 1
        ended, late = self.plane.ends and bool(near), self._steps >= self.plane.horizon
        return self._place.copy(), float(rewards), ended, late and not ended, {}


class NavigationVectorEnv(VectorEnv):
    """Many points, each with its goal, that move at once; an episode that is over begins again at the next step.

    It begins again at 0 with a goal newly drawn from the square, whatever goals the last `reset` was given. Wherever
    episodes begin, at `reset` and in such a step, infos have the goals of all, "goal" (N, 2), and whose are new,
    "_goal" (N,), as Gymnasium's own vectors of `NavigationEnv` have; in all other steps they are empty.

        envs = NavigationVectorEnv(2)
        observations, infos = envs.reset(seed=0, options={"goal": [(0.3, -0.2), (0.1, 0.4)]})

    Args:
        num_envs: how many, N.
        plane: the rules.
    """

    metadata = {"autoreset_mode": AutoresetMode.NEXT_STEP}  # noqa: RUF012 - as the base has it

    def __init__(self, num_envs: int, plane: Plane | None = None) -> None:
        self.plane, self.num_envs = plane or Plane(), num_envs
        self.single_observation_space, self.single_action_space = _spaces(self.plane)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self._places, self._goals = np.zeros((num_envs, 2), np.float32), np.zeros((num_envs, 2), np.float32)
        self._steps, self._over = np.zeros(num_envs, np.int64), np.zeros(num_envs, bool)

    @override
    def reset(
        self, *, seed: int | None = None, options: Mapping[str, Any] | None = None
    ) -> tuple[Array, dict[str, Any]]:
        """Begin all episodes at 0, with goals from the square or, in `options`, "goal": (N, 2).

        Raises:
            ValueError: these goals are not N times two finite numbers within the plane.
        """
        chosen = _chosen(options, (self.num_envs, 2))
        super().reset(seed=seed)
        drawn = self.np_random.uniform(-REACH, REACH, (self.num_envs, 2)).astype(np.float32)
        self._goals = drawn if chosen is None else chosen
        self._places = np.zeros_like(self._goals)
        self._steps[:], self._over[:] = 0, False
        return self._places.copy(), self._begun(np.ones(self.num_envs, bool))

    @override
    def step(self, actions: Array) -> tuple[Array, Array, NDArray[np.bool_], NDArray[np.bool_], dict[str, Any]]:
        again = self._over
        moved, rewards, near = _stepped(self.plane, self._places, self._goals, actions)
        self._places = np.where(again[:, None], np.float32(0), moved)
        self._steps = np.where(again, 0, self._steps + 1)
        infos: dict[str, Any] = {}
        if again.any():
            drawn = self.np_random.uniform(-REACH, REACH, self._goals.shape).astype(np.float32)
            self._goals = np.where(again[:, None], drawn, self._goals)
            infos = self._begun(again)
        ended = near & self.plane.ends & ~again
        late = (self._steps >= self.plane.horizon) & ~ended & ~again
        self._over = ended | late
        return self._places.copy(), np.where(again, np.float32(0), rewards), ended, late, infos

    def _begun(self, which: NDArray[np.bool_]) -> dict[str, Any]:
        """Return infos in which some episodes, (N,), have begun."""
        return {"goal": self._goals.copy(), "_goal": which.copy()}


def _chosen(options: Mapping[str, Any] | None, shape: tuple[int, ...]) -> Array | None:
    """Return the goals, of this shape, that the options of a reset ask for; None: they ask for none.

    Raises:
        ValueError: these are others, or outside the plane.
    """
    if options is None or "goal" not in options:
        return None
    goals = np.array(options["goal"], np.float32)
    if goals.shape != shape:
        raise ValueError(f"options['goal'] must have the shape {shape}, not {goals.shape}")
    if not np.isfinite(goals).all() or np.abs(goals).max(initial=0) > FARTHEST:
        raise ValueError(f"options['goal'] must lie in the plane, between {-FARTHEST} and {FARTHEST} along x and y")
    return goals


def _spaces(plane: Plane) -> tuple[Box, Box]:
    """Return the space of places, which no walk leaves, and that of actions."""
    far, most = STEP * plane.horizon, STEP / plane.unit
    return Box(-far, far, (2,), np.float32), Box(-most, most, (2,), np.float32)


def _stepped(plane: Plane, places: Array, goals: Array, actions: Array) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Return where actions (..., 2) lead, the rewards (...) there, and whether that is near the goals."""
    most = STEP / plane.unit
    moved = places + np.float32(plane.unit) * np.minimum(np.maximum(actions, -most), most).astype(np.float32)
    gaps = moved - goals
    squares = (gaps * gaps).sum(-1)
    rewards = -squares if plane.reward == "squared" else -np.sqrt(squares)
    return moved, rewards, np.abs(gaps).max(-1) < NEAR
