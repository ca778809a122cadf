"""Draws the memory: rows of fast weights, their keys below them, and what a person does to rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from scenes.views.memory_matrix import LARGEST, SIGNED, MemoryStep, MemoryView
from scenes.views.memory_rows import Places
from simulator.stories.meta_networks import lens
from simulator.stories.meta_networks.frame import MetaNetFrame
from simulator.stories.meta_networks.names import META
from simulator.stories.meta_networks.settings import MetaNetSettings
from widgets.look.theme import CLASS_LETTERS, Theme
from widgets.plots.canvas.scales import Scale
from widgets.plots.maps.heatmap import Heat
from widgets.plots.maps.strips import Strip
from widgets.plots.views.plot import Axis

LIMIT = 0.3  # of fast weights: beyond it, colours stay the same
SMALL = Scale("symlog", 0.005)  # of them
GAP = 0.6  # rows between M and R


class RowsView(MemoryView):
    """M, of each support what its picture is times in the first layer's fast weights, by unit; below it R, the keys."""

    def __init__(self, settings: MetaNetSettings, theme: Theme) -> None:
        super().__init__(META, settings.units, theme, limit=LIMIT, scale=SMALL)
        self._frame: MetaNetFrame | None = None
        self._keys: NDArray[np.float64] = np.empty((0, settings.units))
        self._shown: Places = np.arange(0)

    def draw_rows(self, frame: MetaNetFrame, inner: int) -> None:
        """Show the memory at an inner tick; rows that are not written yet have no colour."""
        self._frame = frame
        count, done = len(frame.table.labels), lens.rows(frame, inner)
        if count != len(self._shown):
            self._shown = np.arange(count)
        later = np.arange(count)[:, None] >= done
        late = lens.moment(frame, inner).reached("key")
        values = lens.factors(frame) if late else lens.written_factors(frame)
        self._keys = np.where(later, np.nan, frame.memory.keys.astype(np.float64))
        memory = np.where(later, np.nan, values)
        nothing = np.zeros(memory.shape)
        added = nothing.copy()
        if lens.moment(frame, inner).phase == "row":
            added[done - 1] = 1.0
        touched = frame.memory.touched if late else ()
        changed = bool(frame.memory.touched)
        self.draw(MemoryStep(memory, done, count + 1, nothing, added, touched, disturbed=changed), self._shown)

    @override
    def _arrange(self, shown: Places) -> None:
        super()._arrange(shown)
        count = len(shown)
        every = max(1, count // 5)
        labels = self._labels()
        ticks = [(-float(row), f"M {labels[row]}") for row in range(0, count, every)]
        ticks += [(-float(count + GAP + row), f"R {labels[row]}") for row in range(0, count, every)]
        self.set_axis(0, Axis(self.tr("unit")), Axis("", ticks=tuple(ticks)))

    @override
    def _redraw(self) -> None:
        self._named = tuple(self.tr("row {row}").format(row=label) for label in self._labels())
        super()._redraw()

    @override
    def _told_title(self, moment: MemoryStep) -> str:
        if not moment.inner:
            return self.tr("Memory before the first row")
        text = self.tr("Memory: rows of fast weights M, and their keys R")
        if moment.inner < moment.steps - 1:
            text = self.tr("Memory after row {row}: fast weights M, keys R")
        return text.format(row=moment.inner)

    @override
    def _height(self, count: int) -> float:
        return 2 * count + GAP

    @override
    def _below(self, count: int) -> list[Strip]:
        heat = Heat(self.tr("keys R"), self._keys, -LARGEST, LARGEST, "diverging", SIGNED)
        top = 0.5 - count - GAP
        return [Strip("keys", heat, self._named, self.tr("unit {column}"), top, top - count, places=self._shown)]

    def _labels(self) -> list[str]:
        """Return how rows are called: their numbers, and the letters of their classes."""
        if self._frame is None:
            return []
        labels = self._frame.table.labels.tolist()
        return [f"{row + 1} {CLASS_LETTERS[label]}" for row, label in enumerate(labels)]
