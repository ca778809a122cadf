"""Holds the meta-steps of the LSTM cell story as weights and metrics; frames are made of them where somebody looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from simulator.engine.arrays import frozen
from simulator.engine.frame import Block
from simulator.learners.learned_optimizer.cells import compiled
from simulator.learners.learned_optimizer.cells.compiled import Batch
from simulator.stories.lstm_cell import measure
from simulator.stories.lstm_cell.frame import Array, CellFrame, Surface
from simulator.stories.lstm_cell.settings import CellSettings
from simulator.tasks.landscapes import Landscapes


@dataclass(frozen=True)
class Shown:
    """What all frames of a block are made with."""

    settings: CellSettings
    task: Landscapes  # the one that is shown
    start: Batch  # on it
    surface: Surface


@final
class CellBlock(Block):
    """Meta-steps of the five cells, n of them.

    Args:
        first: the number of the first meta-step.
        weights: after each, (n, M, P).
        columns: each metric's (n,), NaN where it was not measured.
        shown: what frames are made with.
    """

    def __init__(self, first: int, weights: Array, columns: Mapping[str, Array], shown: Shown) -> None:
        self._steps = frozen(np.arange(first, first + len(weights)))
        self._weights, self._names, self._shown = frozen(weights), tuple(columns), shown
        self._table = frozen(np.stack(list(columns.values())))  # (names, n)

    @property
    @override
    def steps(self) -> NDArray[np.int64]:
        return self._steps

    @property
    @override
    def metrics(self) -> Mapping[str, Array]:
        return dict(zip(self._names, self._table, strict=True))

    @property
    @override
    def nbytes(self) -> int:
        return self._steps.nbytes + self._weights.nbytes + self._table.nbytes

    @override
    def frame(self, place: int) -> CellFrame:
        shown, row = self._shown, range(len(self._steps))[place]
        course = compiled.trajectory(self._weights[row], shown.start, shown.settings)
        metrics = measure.row(self.metrics, row)
        return measure.frame(int(self._steps[row]), metrics, course, shown.task, 0, shown.surface, shown.settings)

    @override
    def only(self, places: Sequence[int]) -> CellBlock:
        made, kept = copy(self), list(places)
        made._steps, made._table = frozen(self._steps[kept]), frozen(self._table[:, kept])
        made._weights = frozen(self._weights[kept])
        return made
