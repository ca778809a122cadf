"""Holds the meta-steps of the LSTM cell story as weights and metrics; frames are made of them where somebody looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

from typing_extensions import override

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.frame import MeasuredBlock
from metascope.simulator.learners.learned_optimizer.cells import compiled
from metascope.simulator.learners.learned_optimizer.cells.compiled import Batch
from metascope.simulator.stories.lstm_cell import measure
from metascope.simulator.stories.lstm_cell.frame import Array, CellFrame, Surface
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.simulator.tasks.landscapes import Landscapes


@dataclass(frozen=True)
class Shown:
    """What all frames of a block are made with."""

    settings: CellSettings
    task: Landscapes  # the one that is shown
    start: Batch  # on it
    surface: Surface


@final
class CellBlock(MeasuredBlock):
    """Meta-steps of the five cells, n of them.

    Args:
        first: the number of the first meta-step.
        weights: after each, (n, M, P).
        columns: each metric's (n,), NaN where it was not measured.
        shown: what frames are made with.
    """

    def __init__(self, first: int, weights: Array, columns: Mapping[str, Array], shown: Shown) -> None:
        super().__init__(first, columns)
        self._weights, self._shown = frozen(weights), shown

    @property
    @override
    def nbytes(self) -> int:
        return super().nbytes + self._weights.nbytes

    @override
    def frame(self, place: int) -> CellFrame:
        shown, step = self._shown, int(self._steps[place])
        course = compiled.trajectory(self._weights[place], shown.start, shown.settings)
        return measure.frame(step, self.row(place), course, shown.task, 0, shown.surface, shown.settings)

    @override
    def only(self, places: Sequence[int]) -> CellBlock:
        made = self.copy_of(places)
        made._weights = frozen(self._weights[list(places)])
        return made
