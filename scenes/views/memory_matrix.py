"""Draws an external memory at the inner step and what the step changed, with buttons that disturb its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from metascope.scenes.views import memory_rows
from metascope.scenes.views.memory_rows import Places
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.maps.boxes import Box, BoxesItem
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.strips import Strip, StripBar, StripsItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.view import ElidedLabel

SIGNED = Scale("symlog", 0.3)  # of unbounded numbers, so that small and large ones can be distinguished
LARGEST = 10.0  # of these; beyond it, colours stay the same
CHANGED = 0.1  # smallest change of a cell that is outlined
ABOUT = 6  # number of axis ticks for the locations
ERASED, ADDED, CHOSEN, TOUCHED = "erased", "added", "ink", "touched"  # styles of outlines
LEGEND = 200  # pixels of height from which there is a legend


@dataclass(frozen=True, eq=False)
class MemoryStep:
    """A memory at an inner step and what changed in it. Axes: N locations, M width; 0 locations: nothing yet."""

    memory: NDArray[np.float64]  # (N, M)
    inner: int  # the inner step: 0 is before the first time step, t after time step t
    steps: int  # T, the number of time steps
    erased: NDArray[np.float64]  # (N, M) the fraction of each cell erased at this time step, 0 to 1
    added: NDArray[np.float64]  # (N, M) what was added
    touched: tuple[int, ...] = field(default=())  # locations that a person has changed so far
    disturbed: bool = False  # whether there is such a change, which can be undone


NOTHING = MemoryStep(np.empty((0, 0)), 0, 0, np.empty((0, 0)), np.empty((0, 0)))


class MemoryView(PlotView):
    """Location by width, with a fixed colour scale; cells erased or added to at this step are outlined.

    A click selects a row, which the buttons below erase, overwrite or swap.

    Signals:
        disturbed: a person changed the memory: the value of the change "disturb"; None undoes the change.
    """

    disturbed = Signal(object)

    def __init__(self, method: str, width: int, theme: Theme, *, limit: float = LARGEST, scale: Scale = SIGNED) -> None:
        """Make the view of the memory of `method`, with `width` numbers per row, coloured up to `limit` by `scale`."""
        axes = [Axis(translate("MemoryView", "location"), "i")]
        super().__init__(
            "memory", translate("MemoryView", "Memory"), theme, Axis(translate("MemoryView", "column")), axes
        )
        self._method, self._width, self._limit, self._scale = method, width, limit, scale
        self._moment = NOTHING
        self._places: Places = np.arange(0)
        self._named: tuple[str, ...] = ()  # their names
        self._row = -1  # location, none below 0
        self._cells, self._outlines = StripsItem("memory"), BoxesItem("outlines")
        self._bar = StripBar()
        legend = self.add_legend(from_height=LEGEND)
        legend.set(
            [
                Entry(ERASED, ERASED, translate("MemoryView", "erased")),
                Entry(ADDED, ADDED, translate("MemoryView", "added")),
            ]
        )
        self._told = ElidedLabel("")
        self._swap = self._button(self.tr("Swap…"), self.tr("Swap the selected row with the one clicked next"))
        self._acts = [
            self._button(self.tr("Erase"), self.tr("Fill the selected row with zeros")),
            self._button(self.tr("Overwrite"), self.tr("Fill the selected row with random numbers")),
        ]
        self._back = self._button(self.tr("Restore"), self.tr("Undo the change of the memory"))
        self.add(self._cells)
        self.add_bar(self._bar)
        self.add(self._outlines)
        self._connect()
        self._column.addWidget(self._hand())
        self._enable()

    def draw(self, moment: MemoryStep, shown: Places) -> None:
        """Show the locations `shown` of the memory at this moment; the same objects again cost nothing."""
        if moment is self._moment and shown is self._places:
            return
        if shown is not self._places:
            self._arrange(shown)
        self._moment = moment
        self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the memory with the emphasis of its method."""
        for mark in (self._cells, self._outlines):
            mark.set_emphasis(emphasis.get(self._method, "full"))

    def _arrange(self, shown: Places) -> None:
        self._places = shown
        ticks = memory_rows.ticks(shown, ABOUT)
        if ticks != self.panels[0].y.ticks:
            self.set_axis(0, y=Axis(self.tr("location"), "i", ticks=ticks))
        self.set_range((0.5, self._across() + 0.5), (0.5 - self._height(len(shown)), 0.5))
        self._named = memory_rows.names(shown)

    def _redraw(self) -> None:
        moment, count = self._moment, len(self._places)
        heat = Heat(
            self.tr("memory M"), moment.memory[self._places], -self._limit, self._limit, "diverging", self._scale
        )
        across = self.tr("column {column}")
        strip = Strip("memory", heat, self._named, across, 0.5, 0.5 - count, places=self._places)
        self._cells.set([strip, *self._around(count)])
        self._bar.tell(heat)
        title = self._told_title(moment)
        if moment.touched:
            title = self.tr("{memory}, disturbed").format(memory=title)
        self.set_title(title)
        self._outline()
        self._enable()

    def _told_title(self, moment: MemoryStep) -> str:
        """Return what the memory is at this moment."""
        title = self.tr("Memory after t = {t}") if moment.inner else self.tr("Memory before the first time step")
        return title.format(t=moment.inner)

    def _across(self) -> float:
        """Return the width of what is drawn, in columns."""
        return self._width

    def _height(self, count: int) -> float:
        """Return the height of what is drawn, in rows, where `count` locations are."""
        return count

    def _around(self, count: int) -> list[Strip]:
        """Return what a subclass draws beside or below the memory; rows with `places` are the memory's rows, too."""
        return []

    def _outline(self) -> None:
        boxes = list(self._written())
        boxes += [box for place in self._moment.touched for box in self._row_box(place, TOUCHED)]
        self._outlines.set([*boxes, *self._row_box(self._row, CHOSEN)])

    def _written(self) -> Iterator[Box]:
        """Yield the outlines of the cells erased and added to at this time step."""
        for role, changes, outset in ((ERASED, self._moment.erased, 2.0), (ADDED, self._moment.added, 0.0)):
            changed = np.abs(changes[self._places]) > CHANGED  # (places, M)
            for row in np.flatnonzero(changed.any(axis=1)).tolist():
                for first, end in stretches(changed[row]):
                    yield Box(role, first + 0.5, end + 0.5, 0.5 - row, -0.5 - row, outset)

    def _row_box(self, place: int, role: str) -> list[Box]:
        """Return the outline of a location, if it is drawn."""
        found = np.flatnonzero(self._places == place).tolist()
        return [Box(role, 0.5, self._width + 0.5, 0.5 - row, -0.5 - row) for row in found]

    def _choose(self, row: int, x: float, y: float, name: str) -> None:
        found = self._cells.at(x, y)
        if found is None or not len(found[0].places):
            return
        place = int(self._places[found[1][0]])
        if self._swap.isChecked() and self._row >= 0 and place != self._row:
            self._act("swap", place)
            return
        self._row = -1 if place == self._row else place
        self._outline()
        self._enable()

    def _act(self, how: str, other: int = -1) -> None:
        self._swap.setChecked(False)
        self.disturbed.emit({"before": self._moment.inner, "row": self._row, "how": how, "other": other})
        self._enable()

    def _enable(self) -> None:
        """Enable the buttons that make sense at this inner step: after the last one, nothing follows."""
        offered = self._row >= 0 and self._moment.inner < self._moment.steps
        for button in (*self._acts, self._swap):
            button.setEnabled(offered)
        if not offered:
            self._swap.setChecked(False)
        self._back.setEnabled(self._moment.disturbed)
        if self._row < 0:
            self._told.setText(self.tr("Click a row"))
            return
        text = self.tr("row {row} with…") if self._swap.isChecked() else self.tr("row {row}")
        self._told.setText(text.format(row=self.row_name(self._row)))

    def row_name(self, row: int) -> str:
        """Return how a row (from 0) is called on the axis and beside the buttons; by its location if nothing else."""
        return str(row)

    def _connect(self) -> None:
        self.clicked.connect(self._choose)
        for button, how in zip(self._acts, ("erase", "overwrite"), strict=True):
            button.clicked.connect(partial(self._pressed, how))
        self._back.setAccessibleName(self.tr("Restore the memory"))
        self._swap.setCheckable(True)
        self._swap.clicked.connect(self._enable)
        self._back.clicked.connect(lambda: self.disturbed.emit(None))

    def _pressed(self, how: str) -> None:
        self._act(how)

    def _hand(self) -> QWidget:
        """Return the row of buttons."""
        hand = QWidget()
        row = QHBoxLayout(hand)
        row.setContentsMargins(GRID, 0, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        row.addWidget(self._told, 1)
        for button in (*self._acts, self._swap, self._back):
            row.addWidget(button)
        return hand

    def _button(self, text: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(plain_tip(told))
        button.setAccessibleName(text)
        button.setProperty("small", True)
        return button


def stretches(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return first and end (one past the last) of each run of true flags."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
