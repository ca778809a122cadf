"""Draws the tasks, unseen tasks and minibatch noise of the landscapes story, each with its own generator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.randomness import generator
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.tasks.families import chosen_bowls, draw
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes

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

    def several(self, sets: int) -> PackedLandscapes:
        """Return the tasks of the next meta-steps, where each has new ones: what as many calls of `tasks` give."""
        settings = self._settings
        family, tasks, dimension = settings.family, settings.tasks, settings.dimension
        before = [draw(family, tasks, dimension, self._tasks, sets - 1).numbers] if sets > 1 else []
        newest = self.tasks()
        numbers = torch.cat([*before, newest.numbers]).reshape(sets, tasks, -1).numpy()
        return replace(PackedLandscapes.of(newest), numbers=frozen(numbers))

    def unseen(self) -> Landscapes:
        """Return the tasks of the meta-test; called once per run."""
        return draw(self._settings.family, self._settings.test_tasks, self._settings.dimension, self._unseen)

    def noise(self, count: int = 1) -> Tensor:
        """Return xi of the next meta-steps, standard normal, (count, MOST_STEPS + 1, S, T, d).

        For each support step, and at last for the query.
        """
        shape = (count, MOST_STEPS + 1, self._settings.starts, self._settings.tasks, self._settings.dimension)
        made = torch.empty(shape, dtype=torch.float64)
        for row in made:  # one by one: what is drawn at once is other numbers
            row.normal_(generator=self._noise)
        return made

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
