"""Draws the tasks, unseen tasks and minibatch noise of the landscapes story, each with its own generator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

import numpy as np
import torch
from torch import Tensor

from simulator.engine.randomness import generator
from simulator.stories.landscapes.settings import LandscapesSettings
from simulator.tasks.families import chosen_bowls, draw
from simulator.tasks.landscapes import Landscapes

MOST_STEPS = 50  # inner steps for which noise is drawn, so that k does not change what is drawn


@final
class Draws:
    """Random draws from the seed: noise, tasks and unseen tasks do not affect each other.

    Args:
        settings: family, numbers of tasks and starts, and seed; live settings are not used.
    """

    def __init__(self, settings: LandscapesSettings) -> None:
        self._settings = settings
        self._tasks, self._unseen, self._noise = (generator(settings.seed, stream) for stream in range(3))
        self._tasks_before = self._tasks.get_state()

    def tasks(self) -> Landscapes:
        """Return the next tasks of the family, with the family's own optima."""
        self._tasks_before = self._tasks.get_state()
        settings = self._settings
        if settings.curvatures:
            return chosen_bowls(settings.curvatures, settings.dimension, self._tasks)
        return draw(settings.family, settings.tasks, settings.dimension, self._tasks)

    def unseen(self) -> Landscapes:
        """Return the tasks of the meta-test; called once per run."""
        return draw(self._settings.family, self._settings.test_tasks, self._settings.dimension, self._unseen)

    def noise(self) -> Tensor:
        """Return the next xi, standard normal, (MOST_STEPS + 1, S, T, d): for each support step, then for the query."""
        shape = (MOST_STEPS + 1, self._settings.starts, self._settings.tasks, self._settings.dimension)
        return torch.randn(shape, generator=self._noise, dtype=torch.float64)

    def state(self) -> dict[str, Tensor]:
        """Return the generators' states; `restore` and then `tasks` draws the newest tasks again."""
        return {
            "draws.tasks_before": self._tasks_before,
            "draws.tasks": self._tasks.get_state(),
            "draws.noise": self._noise.get_state(),
        }

    def restore(self, state: Mapping[str, Tensor]) -> None:
        """Restore the generators' states."""
        self._tasks_before = state["draws.tasks_before"]
        self._tasks.set_state(state["draws.tasks"])
        self._noise.set_state(state["draws.noise"])

    def newest_tasks(self) -> Landscapes:
        """Return the tasks that were drawn last."""
        self._tasks.set_state(self._tasks_before)
        return self.tasks()


def spread_starts(settings: LandscapesSettings) -> Tensor:
    """Return all starts, (S, d): the chosen one, then others spread evenly over the range."""
    more = settings.starts - 1
    if settings.dimension == 1:
        share = ((np.arange(more) + 0.5) / max(more, 1))[:, None]
    else:  # the R2 sequence: any number of points covers the square evenly
        share = (0.5 + np.arange(1, more + 1)[:, None] * np.array([0.7548776662466927, 0.5698402909980532])) % 1.0
    others = settings.low + share * (settings.high - settings.low)
    return torch.from_numpy(np.concatenate([np.array([settings.start]), others]))
