"""Measures the methods' starts on tasks that no meta-step trains with, from time to time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import final

import numpy as np

from metascope.simulator.learners.surfaces import compiled, reference
from metascope.simulator.stories.landscapes import measure
from metascope.simulator.stories.landscapes.frame import Array
from metascope.simulator.stories.landscapes.names import METHODS
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes


@final
class UnseenTasks:
    """Tasks on which starts are measured at every `test_every`-th meta-step.

    unseen = UnseenTasks(draws.unseen(), engine)
    shown = unseen.measured(figures, 1, settings, columns)
    """

    def __init__(self, tasks: Landscapes, engine: str) -> None:
        """Measure on these tasks, by the "reference" or else by compiled kernels."""
        self.tasks = tasks
        self._by_reference = engine == "reference"
        self.newest: Mapping[str, float] = {}  # what was measured last, by the metric's name

    def measured(
        self, figures: Array, first: int, settings: LandscapesSettings, columns: dict[str, Array]
    ) -> list[Mapping[str, float]]:
        """Measure the meta-steps from number `first` on where it is due, and return what each of them shows.

        Args:
            figures: the meta-steps' figures, (names, n), as `measure.figure_names` has them.
            first: the number of the first.
            settings: those of these meta-steps.
            columns: where the measurements go, (n,) each, NaN where none is due.
        """
        count, every = figures.shape[1], settings.test_every
        due = np.arange(-first % every, count, every)
        table = np.full((len(METHODS) * 2, count), np.nan)
        if len(due):
            with np.errstate(all="ignore"):  # the notices report a path that diverges
                table[:, due] = self._losses(_starts(figures, settings)[due], settings).reshape(len(due), -1).T
            table[~np.isfinite(table)] = np.nan
        names, shown = measure.unseen_names(), list[Mapping[str, float]]()
        columns |= zip(names, table, strict=True)
        for place in range(count):
            if (first + place) % every == 0:
                found = zip(names, table[:, place].tolist(), strict=True)
                self.newest = {name: value for name, value in found if math.isfinite(value)}
            shown.append(self.newest)
        return shown

    def _losses(self, phi: Array, settings: LandscapesSettings) -> Array:
        if self._by_reference:
            return reference.unseen_losses(self.tasks, phi, settings)
        return compiled.unseen_losses(PackedLandscapes.of(self.tasks), phi, settings)


def _starts(figures: Array, settings: LandscapesSettings) -> Array:
    """Return the first starts of all meta-steps, (n, M, d), of which there are figures."""
    names = measure.figure_names(settings.starts, settings.dimension)
    rows = figures[[names.index(name) for name in measure.first_places(settings.dimension)]]
    return np.ascontiguousarray(rows.T).reshape(-1, len(METHODS), settings.dimension)
