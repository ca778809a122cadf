"""Draws recorded heat maps at an inner step, and recorded gates over the inner steps, as lines or as a map."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.scenes.views import memory_rows
from metascope.simulator.stories.own.contents import GatePart, HeatPart
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.simulator.stories.own.lens import gate, heat, is_share
from metascope.simulator.stories.own.names import owner_of
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.ink import Array
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.strips import Strip, StripBar, StripsItem
from metascope.widgets.plots.series.gaps import gaps_told
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.views.plot import Axis, PlotView

ABOUT = 5  # numbers beside the rows
LINES = 6  # curves at most that are drawn as lines
ROOM = 0.05  # of the curves' span, left free above and below


def coloured(quantity: str, values: NDArray[np.generic], shown: NDArray[np.generic]) -> Heat:
    """Return a map of what is `shown`, coloured as all `values` are: shares from 0 to 1, others by their sign."""
    cells = np.asarray(shown, dtype=float)
    if is_share(values):
        return Heat(quantity, cells, 0.0, 1.0, "unit")
    end = round_above(values)
    return Heat(quantity, cells, -end, end, "diverging")


def round_above(values: NDArray[np.generic]) -> float:
    """Return 1, 2 or 5 times a power of ten that no finite value exceeds in size: it moves in steps as they grow."""
    known = np.abs(values[np.isfinite(values)].astype(float))
    largest = max(float(known.max(initial=0.0)), 1e-12)
    power = 10.0 ** math.floor(math.log10(largest))
    return next((step * power for step in (1.0, 2.0, 5.0) if largest <= step * power), 10.0 * power)


class HeatView(PlotView):
    """A heat map at the inner step shown."""

    def __init__(self, place: int, part: HeatPart, methods: tuple[str, ...], theme: Theme) -> None:
        column, row = Axis(translate("HeatView", "column")), Axis(translate("HeatView", "row"))
        super().__init__(f"heat{place}", part.name, theme, column, [row])
        self._part, self._owner = part, owner_of(part.name, methods)
        self._cells, self._bar = StripsItem("map"), StripBar()
        self._places = np.arange(1, part.rows + 1)
        self._rows = tuple(self.tr("row {n}").format(n=n) for n in self._places.tolist())
        self.set_axis(0, y=Axis(row.name, ticks=memory_rows.ticks(self._places, ABOUT)))
        self.add(self._cells)
        self.add_bar(self._bar)
        self.set_range((0.5, part.columns + 0.5), (0.5 - part.rows, 0.5))

    def draw_frame(self, frame: OwnFrame, inner: int, method: str) -> None:
        """Show the map of an inner step."""
        shown = heat(frame, self._part, inner)
        if shown is None:
            self._cells.set([])
            self.set_remark(self.tr("Not recorded at this meta-step"))
            return
        found = coloured(self._part.name, frame.heatmaps[self._part.name], shown)
        across = self.tr("column {column}")
        self._cells.set([Strip("map", found, self._rows, across, 0.5, 0.5 - self._part.rows, places=self._places)])
        self._bar.tell(found)
        self.set_remark(lost_told(shown))

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw the map as its method is drawn."""
        self._cells.set_emphasis(levels.get(self._owner, "full"))


class GateMapView(PlotView):
    """Many curves over the inner steps as a map: a row each, a column per inner step."""

    tick_clicked = Signal(int)

    def __init__(self, place: int, part: GatePart, methods: tuple[str, ...], theme: Theme) -> None:
        step, row = Axis(translate("GateView", "inner step")), Axis(translate("GateView", "row"))
        super().__init__(f"gate{place}", part.name, theme, step, [row])
        self._part, self._owner = part, owner_of(part.name, methods)
        self._cells, self._bar, self._cursor = StripsItem("map"), StripBar(), CursorItem("cursor")
        self._places = np.arange(1, part.count + 1)
        self._rows = tuple(self.tr("row {n}").format(n=n) for n in self._places.tolist())
        self.set_axis(0, y=Axis(row.name, ticks=memory_rows.ticks(self._places, ABOUT)))
        self._ticks = 0
        self.add(self._cells)
        self.add_bar(self._bar)
        self.add(self._cursor)
        self.clicked.connect(self._tell_tick)

    def draw_frame(self, frame: OwnFrame, inner: int, method: str) -> None:
        """Show all inner steps, with a line at the one shown."""
        values = gate(frame, self._part)
        self._cursor.set(np.nan)
        if values is None:
            self._ticks = 0
            self._cells.set([])
            self.set_remark(self.tr("Not recorded at this meta-step"))
            return
        self._ticks = len(values)
        found = coloured(self._part.name, values, values.T)
        bottom, numbers = 0.5 - self._part.count, np.arange(self._ticks)
        strip = Strip(
            "map",
            found,
            self._rows,
            self.tr("inner step {column}"),
            0.5,
            bottom,
            places=self._places,
            numbers=numbers,
            left=-0.5,
        )
        self._cells.set([strip])
        self._bar.tell(found)
        self.set_range((-0.5, self._ticks - 0.5), (bottom, 0.5))
        self._cursor.set(float(min(inner, self._ticks - 1)))
        self.set_remark(lost_told(values))

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw the map as its method is drawn."""
        self._cells.set_emphasis(levels.get(self._owner, "full"))

    def _tell_tick(self, row: int, x: float, y: float, name: str) -> None:
        if -0.5 <= x < self._ticks - 0.5:
            self.tick_clicked.emit(round(x))


class GateView(PlotView):
    """Few curves over the inner steps as lines, with a cursor at the one shown."""

    tick_clicked = Signal(int)

    def __init__(self, place: int, part: GatePart, methods: tuple[str, ...], theme: Theme) -> None:
        step = Axis(translate("GateView", "inner step"))
        super().__init__(f"gate{place}", part.name, theme, step, [Axis(part.name)])
        self._part, self._owner = part, owner_of(part.name, methods)
        self._lines, self._cursor = LinesItem("inner_step"), CursorItem("cursor")
        self._ticks = 0
        self.add(self._lines)
        self.add(self._cursor)
        self.clicked.connect(self._tell_tick)

    def draw_frame(self, frame: OwnFrame, inner: int, method: str) -> None:
        """Show all inner steps."""
        values = gate(frame, self._part)
        if values is None:
            self._ticks = 0
            self._lines.set([])
            self._cursor.set(np.nan)
            self.set_remark(self.tr("Not recorded at this meta-step"))
            return
        self._ticks = len(values)
        x, curves = np.arange(float(self._ticks)), values.astype(float)
        lines = [self._line(place, x, curves[:, place]) for place in range(self._part.count)]
        self._lines.set(lines)
        self._cursor.set(float(min(inner, self._ticks - 1)))
        self.set_range((0.0, max(self._ticks - 1.0, 1.0)), reach(curves))
        self.set_remark(gaps_told(lines))

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw the curves as their method is drawn."""
        self._lines.set_emphasis(levels.get(self._owner, "full"))

    def _line(self, place: int, x: Array, y: Array) -> Line:
        if self._part.count == 1:
            return Line(self._part.name, self._owner, self._part.name, x, y)
        label = self.tr("{gate}, curve {n}").format(gate=self._part.name, n=place + 1)
        role = f"class.{CLASS_LETTERS[place]}"  # colours that can be told apart
        return Line(f"{self._part.name}.{place + 1}", role, label, x, y, letter=str(place + 1))

    def _tell_tick(self, row: int, x: float, y: float, name: str) -> None:
        if 0 <= round(x) < self._ticks:
            self.tick_clicked.emit(round(x))


def reach(values: Array) -> tuple[float, float]:
    """Return the range of curves: from 0 to 1 where they are shares, else around their numbers."""
    known = values[np.isfinite(values)]
    if is_share(values) or not known.size:
        return -ROOM, 1 + ROOM
    low, high = float(known.min()), float(known.max())
    room = ROOM * (high - low or 1.0)
    return low - room, high + room


def lost_told(values: NDArray[np.generic]) -> str:
    """Return how many cells are no finite numbers; "" where all are."""
    lost = int(np.count_nonzero(~np.isfinite(values)))
    if not lost:
        return ""
    return translate("HeatView", "{lost} of {all} numbers are undefined or infinite").format(lost=lost, all=values.size)
