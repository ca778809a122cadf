"""Draws where in memory the heads read and write over time, and the usage of each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.scenes.stories.mann.words import disturbance
from metascope.scenes.views import memory_rows
from metascope.simulator.stories.mann.frame import MannFrame
from metascope.simulator.stories.mann.names import MANN
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.theme import TASK_LETTERS, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale, Tick
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.strips import ColumnItem, Strip, StripBar, StripsItem
from metascope.widgets.plots.maps.tints import Tint, TintsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

READ, WRITE, USAGE = 0, 1, 2  # the rows
WRITTEN = 0.1  # write weight from which a row counts as written
EVERY = 8  # by which the number of rows grows, so that the picture seldom moves during training
ABOUT = 4  # number of axis ticks for the rows
BAND = 0.16  # height of the class tints, relative to that of the rows
ROOM = 280  # pixels of height from which there is a legend above the plots
USED = Scale("symlog", 0.1)  # of the usage, which is unbounded


class WeightsView(PlotView):
    """Read and write weights of a head and the usage, by time step and location; the least used rows are marked.

    Time steps are in order, or sorted by class. Colours are logarithmic above 1 / N, because a softmax of cosines is
    often nearly uniform.

    Signals:
        method_clicked: a person clicked the network's name: its key.
        tick_clicked: a person clicked a time step, from 1.
        written_chosen: a person chose whether to draw only the written rows.
    """

    method_clicked = Signal(str)
    tick_clicked = Signal(int)
    written_chosen = Signal(bool)

    def __init__(self, settings: MannSettings, theme: Theme) -> None:
        rows = [
            Axis(name)
            for name in (
                translate("WeightsView", "read"),
                translate("WeightsView", "write"),
                translate("WeightsView", "usage"),
            )
        ]
        super().__init__(
            "weights",
            translate("WeightsView", "Weights"),
            theme,
            Axis(translate("WeightsView", "time step"), "t"),
            rows,
        )
        self._frame: MannFrame | None = None
        self._inner = 0
        self._rows: memory_rows.Places = np.arange(0)
        self._arranged: tuple[object, ...] = ()  # key of the current order and axes
        self._named: tuple[str, ...] = ()  # the name of each row
        self._order = np.arange(0)  # (T,) the time step, from 0, of each column
        self._shown: dict[str, Emphasis] = {}
        self._most = 2.0 * settings.heads  # most usage that one time step can add to a row
        self._even = Scale("symlog", 1 / settings.locations)
        self._legend = self.add_legend(from_height=ROOM)
        self._heads = self._head_choice(settings.heads)
        self._by_class = self.add_switch(
            self.tr("By class"),
            self.tr("Time steps sorted by class"),
            self.tr("Sort the time steps by class instead of by time"),
            self._redraw,
        )
        self._all = self.add_switch(
            self.tr("All rows"),
            self.tr("All rows, including those not written"),
            self.tr("Show the whole memory, not only the rows written in this episode"),
            self._redraw,
        )
        self._changed = self.add_switch(
            self.tr("Disturbed"),
            self.tr("Read weights after the disturbance"),
            self.tr("Show what the heads read after the change of the memory"),
            self._redraw,
        )
        self._changed.setVisible(False)
        self._maps = [StripsItem(name) for name in ("read", "write", "usage")]
        self._tints = [TintsItem(f"{name}.classes") for name in ("read", "write", "usage")]
        self._columns = [ColumnItem("time") for _ in self._maps]
        self._scales = [StripBar() for _ in self._maps]
        for row, marks in enumerate(zip(self._maps, self._tints, self._columns, strict=True)):
            for mark in marks:
                self.add(mark, row)
            self.add_bar(self._scales[row], row)
        self._all.clicked.connect(lambda _: self.written_chosen.emit(self.only_written))
        self._legend.clicked.connect(self._tell_method)
        self.clicked.connect(self._tell_time)

    @property
    def only_written(self) -> bool:
        """Whether only the written rows are drawn."""
        return not self._all.isChecked()

    def draw(self, frame: MannFrame, inner: int, shown: memory_rows.Places) -> None:
        """Show the rows `shown` of the frame's weights, and mark the column of this inner step."""
        same = frame is self._frame and shown is self._rows
        self._frame, self._inner, self._rows = frame, inner, shown
        if not same:
            self._redraw()
        else:
            self._draw_tick()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the network's heads fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._redraw()

    def _draw_tick(self) -> None:
        found = np.flatnonzero(self._order == self._inner - 1).tolist()
        for column in self._columns:
            column.set(found[0] + 1 if found else 0)

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        self._arrange(frame)
        head, heads = int(self._heads.currentData()), frame.heads
        self._changed.setVisible(frame.disturbed is not None)
        read, name = heads.read_weights, self.tr("read weight")
        if frame.disturbed is not None and self._changed.isChecked():
            read, name = frame.disturbed.read_weights, self.tr("disturbed read weight")
        least = np.zeros(heads.usage.shape, np.bool_)  # (T, N)
        np.put_along_axis(least, heads.least_used.astype(np.intp), True, axis=1)
        self._draw_map(READ, name, "wʳ", read[:, head], 1.0, self._even)
        self._draw_map(WRITE, self.tr("write weight"), "wʷ", heads.write_weights[:, head], 1.0, self._even)
        self._draw_map(USAGE, self.tr("usage"), "wᵘ", heads.usage, self._most, USED, least)
        level = self._shown.get(MANN, "full")
        entries = [Entry(MANN, MANN, self.tr("least used rows"), level)]
        if frame.disturbed is not None:
            entries.append(Entry("disturbed", "disturbed", disturbance(frame.disturbed)))
        self._legend.set(entries)
        self._draw_tick()

    def _draw_map(
        self,
        row: int,
        name: str,
        symbol: str,
        values: NDArray[np.float32],
        most: float,
        scale: Scale,
        marked: NDArray[np.bool_] | None = None,
    ) -> None:
        """Draw the shown rows of values (T, N), with columns in the chosen order."""
        taken = values[self._order][:, self._rows].T.astype(np.float64)  # (rows, T)
        heat = Heat(f"{name} {symbol}", taken, 0.0, most, "unit", scale)
        spots = None if marked is None else marked[self._order][:, self._rows].T
        strip = Strip(
            ("read", "write", "usage")[row],
            heat,
            self._named,
            self.tr("t = {column}"),
            0.5,
            0.5 - len(self._rows),
            self._shown.get(MANN, "full"),
            self._rows,
            spots,
            self._order + 1,
        )
        self._maps[row].set([strip])
        self._scales[row].tell(replace(heat, quantity=symbol))

    def _arrange(self, frame: MannFrame) -> None:
        """Update the order of the columns, and the axes and tints that depend on it."""
        labels, steps = frame.shown.labels, np.arange(len(frame.answers))
        by_class = self._by_class.isChecked()
        arranged = (labels.tobytes(), self._rows.tobytes(), by_class)
        if arranged == self._arranged:
            return
        self._arranged, self._named = arranged, memory_rows.names(self._rows)
        self._order = np.lexsort((steps, labels)) if by_class else steps
        count = len(self._rows)
        ticks = memory_rows.ticks(self._rows, ABOUT)
        along = self._time_ticks(by_class)
        for row, panel in enumerate(self.panels):
            if (along, ticks) != (panel.x.ticks, panel.y.ticks):
                name = self.tr("time step, sorted by class") if by_class else self.tr("time step")
                self.set_axis(row, Axis(name, "t", ticks=along), replace(panel.y, ticks=ticks))
        tints = class_tints(labels[self._order], self.tr("class {letter}"))
        for row, item in enumerate(self._tints):
            item.set(tints, 0.5 + BAND * count, 0.5, parted=by_class)
            self.set_range((0.5, len(steps) + 0.5), (0.5 - count, 0.5 + BAND * count), row)

    def _time_ticks(self, by_class: bool) -> tuple[Tick, ...]:
        """Return a tick with the letter of each class, none if columns are in time order."""
        if not by_class or self._frame is None:
            return ()
        labels = self._frame.shown.labels[self._order]
        return tuple(((tint.first + tint.last) / 2, tint.letter) for tint in class_tints(labels, ""))

    def _tell_method(self, name: str) -> None:
        if name == MANN:
            self.method_clicked.emit(name)

    def _tell_time(self, row: int, x: float, y: float, name: str) -> None:
        if 0.5 <= x < len(self._order) + 0.5:
            self.tick_clicked.emit(int(self._order[round(x) - 1]) + 1)

    def _head_choice(self, heads: int) -> QComboBox:
        box = ComboBox()
        for head in range(heads):
            box.addItem(self.tr("Head {number}").format(number=head + 1), head)
        box.setToolTip(self.tr("Head whose weights are shown"))
        box.setAccessibleName(self.tr("Head shown"))
        box.activated.connect(self._redraw)
        self.add_control(box)
        if heads == 1:
            box.hide()
        return box


def written(frame: MannFrame) -> memory_rows.Places:
    """Return the shortest stretch with all written rows, or the whole memory if little would be left out."""
    count = frame.heads.usage.shape[1]
    told = np.flatnonzero(frame.heads.write_weights.max(axis=(0, 1)) > WRITTEN)
    if not len(told):
        return np.arange(count)
    first, last = int(told[0]) // EVERY * EVERY, -(-(int(told[-1]) + 1) // EVERY) * EVERY
    return np.arange(count) if last - first > 0.75 * count else np.arange(first, min(last, count))


def class_tints(labels: NDArray[np.int32], text: str) -> tuple[Tint, ...]:
    """Return the tints of columns with these labels, one per stretch of equal labels."""
    edges = [*np.flatnonzero(np.diff(labels, prepend=-1)).tolist(), len(labels)]
    letters = [TASK_LETTERS[int(labels[first])] for first in edges[:-1]]
    ends = zip(letters, edges[:-1], edges[1:], strict=True)
    return tuple(Tint(letter, first + 1, last, text.format(letter=letter)) for letter, first, last in ends)
