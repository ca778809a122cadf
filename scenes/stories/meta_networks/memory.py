"""Draws the memory: rows of fast weights, their keys beside them, the query's, and what a person does to rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.scenes.views.memory_matrix import LARGEST, SIGNED, MemoryStep, MemoryView
from metascope.scenes.views.memory_rows import Places
from metascope.simulator.stories.meta_networks import lens
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import META
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.strips import Strip
from metascope.widgets.plots.views.plot import Axis

LIMIT = 0.3  # of fast weights: beyond it, colours stay the same
SMALL = Scale("symlog", 0.005)  # of them
ASIDE = 1.5  # columns between M and R
BELOW = 0.5  # between R and the query's key, of its height
LEAST = 1 / 8  # of the height of R, that of the query's key

Array = NDArray[np.float64]


class RowsView(MemoryView):
    """M, by what a support's picture is multiplied in layer 1 for each unit; R, the rows' keys; and the query's key.

    A row of M and its key lie side by side, the key of the query in question is below R in the same colours.
    """

    def __init__(self, settings: MetaNetSettings, theme: Theme) -> None:
        super().__init__(META, settings.units, theme, limit=LIMIT, scale=SMALL)
        self._units, self._query = settings.units, 0
        self._frame: MetaNetFrame | None = None
        self._keys: Array = np.empty((0, settings.units))
        self._asked: Array | None = None  # (1, H) the key of the query, None before it is there
        self._cosines: Array | None = None  # (M,) its cosines with the rows' keys
        self._shown: Places = np.arange(0)
        self._marked: tuple[str, ...] = ()  # the names of the rows on the axis

    def draw_rows(self, frame: MetaNetFrame, inner: int, query: int) -> None:
        """Show the memory at an inner tick; rows that are not written yet have no colour, `query` is in question."""
        self._frame, self._query = frame, query
        count, done = len(frame.table.labels), lens.rows(frame, inner)
        marked = (*self._labels(), str(query + 1))
        if marked != self._marked:
            self._marked = marked
            self._shown = np.arange(count)  # another object: the axis is named again
        later = np.arange(count)[:, None] >= done
        at = lens.moment(frame, inner)
        late = at.reached("key")
        values = lens.factors(frame) if late else lens.written_factors(frame)
        self._keys = np.where(later, np.nan, frame.memory.keys.astype(np.float64))
        self._asked = frame.reply.keys[query : query + 1].astype(np.float64) if late else None
        self._cosines = lens.cosines(frame, query, inner)
        memory = np.where(later, np.nan, values)
        nothing = np.zeros(memory.shape)
        added = nothing.copy()
        if at.phase == "row":
            added[done - 1] = 1.0
        touched = frame.memory.touched if late else ()
        changed = bool(frame.memory.touched)
        self.draw(MemoryStep(memory, done, count + 1, nothing, added, touched, disturbed=changed), self._shown)

    @override
    def _arrange(self, shown: Places) -> None:
        super()._arrange(shown)
        count, middle = len(shown), (self._units + 1) / 2
        rows = [(-float(row), label) for row, label in enumerate(self._labels())]
        asked = self.tr("query {query}").format(query=self._query + 1)
        parts = (
            (middle, self.tr("M: φ⁺ of layer 1, by unit")),
            (middle + self._units + ASIDE, self.tr("R: keys, by unit")),
        )
        rows.append((0.5 - count - (BELOW + 0.5) * _high(count), asked))
        ticks = tuple(reversed(rows))  # the first one is always named, others as there is room
        self.set_axis(0, Axis("", ticks=parts), Axis("", ticks=ticks))

    @override
    def _redraw(self) -> None:
        self._named = tuple(self.tr("row {row}").format(row=label) for label in self._labels())
        super()._redraw()

    @override
    def _told_title(self, moment: MemoryStep) -> str:
        if not moment.inner:
            return self.tr("Memory before the first row")
        text = self.tr("Memory: fast weights M of layer 1, and keys R")
        if moment.inner < moment.steps - 1:
            text = self.tr("Memory after row {row}: fast weights M of layer 1, keys R")
        return text.format(row=moment.inner)

    @override
    def _across(self) -> float:
        return 2 * self._units + ASIDE

    @override
    def _height(self, count: int) -> float:
        return count + (BELOW + 1) * _high(count)

    @override
    def _around(self, count: int) -> list[Strip]:
        left, unit = 0.5 + self._units + ASIDE, self.tr("unit {column}")
        heat = Heat(self.tr("keys R"), self._keys, -LARGEST, LARGEST, "diverging", SIGNED)
        names = self._named
        if self._cosines is not None:
            text = self.tr("{row}, cosine {cosine} with the query's key")
            names = tuple(
                text.format(row=name, cosine=f"{float(cosine):.3f}")
                for name, cosine in zip(names, self._cosines, strict=True)
            )
        strips = [Strip("keys", heat, names, unit, 0.5, 0.5 - count, places=self._shown, left=left)]
        if self._asked is not None:
            asked = Heat(self.tr("key r"), self._asked, -LARGEST, LARGEST, "diverging", SIGNED)
            name = self.tr("query {query}").format(query=self._query + 1)
            top = 0.5 - count - BELOW * _high(count)
            strips.append(Strip("query", asked, [name], unit, top, top - _high(count), left=left))
        return strips

    @override
    def row_name(self, row: int) -> str:
        labels = self._labels()
        return labels[row] if row < len(labels) else str(row + 1)  # one that was put back

    def _labels(self) -> list[str]:
        """Return how rows are called: their numbers, and the letters of their classes."""
        if self._frame is None:
            return []
        labels = self._frame.table.labels.tolist()
        return [f"{row + 1} {CLASS_LETTERS[label]}" for row, label in enumerate(labels)]


def _high(count: int) -> float:
    """Return the height of the query's key below so many rows, in rows."""
    return max(1.0, LEAST * count)
