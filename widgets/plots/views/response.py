"""How a metric of many runs answers to one or two axes: lines with bands, and a map of coloured cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from typing_extensions import override

from metascope.simulator.engine.method import Style
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.contours import robust_levels
from metascope.widgets.plots.canvas.ink import Array, Pixels
from metascope.widgets.plots.canvas.labels import Placeholder, Remark
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Reading
from metascope.widgets.plots.canvas.scales import LINEAR, Scale, Tick
from metascope.widgets.plots.maps.heatmap import Heat, HeatMapItem
from metascope.widgets.plots.maps.surface import ColorBar
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.curves import extent
from metascope.widgets.plots.views.plot import Axis, PlotView

MARGIN = 0.06  # of the span, left free on every side
BELOW = 0.14  # of the height, left free for what is told of the statistics
MOST_DRAWN = 1e306  # pyqtgraph shows nothing beyond ten times as much
LOG = Scale("log")
SPREAD = 100.0  # from the smallest to the largest positive number: wider maps are coloured along a logarithmic scale
STYLES = {
    f"line.{index}": style
    for index, style in enumerate(
        (
            Style("blue", "solid", "disc", 3.0),
            Style("orange", "dashed", "triangle", 3.0),
            Style("green", "long", "square", 3.0),
            Style("vermilion", "dash-dot", "diamond", 3.0),
            Style("violet", "dash-dot-dot", "star", 3.0),
            Style("teal", "long-dot", "wedge", 3.0),
            Style("crimson", "long-short", "bow", 3.0),
            Style("slate", "fine", "cross", 3.0),
        )
    )
}
MOST = len(STYLES)  # lines that can be told apart


@dataclass(frozen=True, eq=False)
class Answer:
    """A metric along an axis: its middle and its spread, all (n,), of `counts` (n,) runs at each place."""

    label: str  # what tells the line from others; "" where it is alone
    places: Array  # (n,) rising; where the axis holds words, how many stand before
    low: Array
    middle: Array
    high: Array
    counts: Array


@dataclass(frozen=True)
class Along:
    """An axis of a sweep: its name, whether it is logarithmic, and the words that it holds, if it holds words."""

    name: str
    log: bool = False
    words: tuple[str, ...] = ()

    def axis(self) -> Axis:
        """Return how it is drawn."""
        if self.words:
            return Axis(self.name, ticks=tuple((float(at), word) for at, word in enumerate(self.words)))
        return Axis(self.name, scale=LOG if self.log else LINEAR)


@dataclass(frozen=True, eq=False)
class Cells:
    """A metric over two axes: `middle` and `counts` (rows, columns), the first row on top; NaN where no run is."""

    metric: str
    row: str  # the axis of the rows
    column: str
    rows: tuple[str, ...]  # its values
    columns: tuple[str, ...]
    middle: Array = field(default_factory=lambda: np.empty((0, 0)))
    counts: Array = field(default_factory=lambda: np.empty((0, 0)))


class _Places(SymbolsItem):
    """The symbols on a line; the band around them is read."""

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        return None

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {}


class ResponseView(PlotView):
    """Lines of a metric over an axis of a sweep, one for each value of another axis, with bands.

    Positive numbers that are far apart begin with a logarithmic scale.

    view = ResponseView(LIGHT)
    view.set_answers("maml.loss_after", Along("inner_rate", log=True), answers, told="median and quartiles", runs=60)
    """

    def __init__(self, theme: Theme) -> None:
        title = translate("ResponseView", "Response of a metric")
        super().__init__("response", title, theme.with_styles(STYLES), Axis(""), [Axis("")])
        self._bands = BandsItem("response")
        self._symbols = [_Places(f"places.{role}", role, "") for role in STYLES]
        self._empty = Placeholder("empty")
        self._told = Remark("told", below=True)
        self._legend = self.add_legend()
        self._log = self.add_switch(
            self.tr("log"), self.tr("Logarithmic scale"), self.tr("Logarithmic scale"), self._switch
        )
        self._switched = False  # by a person, who decides from then on
        self._answers: tuple[Answer, ...] = ()
        self._along, self._metric, self._runs = Along(""), "", 0
        for mark in (self._empty, self._bands, *self._symbols, self._told):
            self.add(mark)
        self._empty.say(self.tr("Appears with the first finished runs"))

    def set_answers(self, metric: str, along: Along, answers: Sequence[Answer], told: str, runs: int) -> None:
        """Show at most `MOST` lines of a metric, of `runs` runs in all; `told` says what middle and band are."""
        self._metric, self._along, self._runs = metric, along, runs
        self._answers = tuple(answers[:MOST])
        if len(answers) > MOST:
            told = self.tr("{told}; the first {shown} of {all} lines").format(told=told, shown=MOST, all=len(answers))
        self._told.say(told if answers else "")
        self.set_title(self.tr("{metric} over {axis}").format(metric=metric, axis=along.name))
        if not self._switched:
            self._log.setChecked(_scale(np.concatenate([np.empty(0), *(one.middle for one in self._answers),
                                                        *(one.high for one in self._answers)])) == LOG)  # fmt: skip
        self._redraw()

    @property
    def told(self) -> str:
        """What the view says of its statistics."""
        return self._told.text

    @property
    def bands(self) -> tuple[Band, ...]:
        """What is drawn."""
        return self._bands.bands

    def _switch(self) -> None:
        self._switched = True
        self._redraw()

    def _redraw(self) -> None:
        across, scale = self._along.axis(), LOG if self._log.isChecked() else LINEAR
        bands = [self._band(role, answer, across, scale) for role, answer in zip(STYLES, self._answers, strict=False)]
        self.set_axis(0, across, Axis(self._metric, scale=scale))
        self._bands.set(bands)
        for index, symbols in enumerate(self._symbols):
            known = index < len(bands)
            symbols.set(np.stack([bands[index].x, bands[index].edges[1]], axis=1) if known else np.empty((0, 2)))
        self._legend.set([Entry(band.role, band.role, band.label) for band in bands if len(bands) > 1])
        self._legend.setVisible(len(bands) > 1)
        self._empty.setVisible(not bands)
        found = (
            extent(np.concatenate([np.empty(0), *(band.x for band in bands)])),
            extent(np.concatenate([np.empty(0), *(band.edges.ravel() for band in bands)])),
        )
        x, (low, high) = (_wider(*span) if span is not None else (0.0, 1.0) for span in found)
        self.set_range(x, (low - BELOW * (high - low), high))

    def _band(self, role: str, answer: Answer, across: Axis, scale: Scale) -> Band:
        told = np.stack([answer.low, answer.middle, answer.high])
        words = self._along.words
        read: NDArray[np.generic] = np.array([words[int(at)] for at in answer.places]) if words else answer.places
        label = answer.label or self._metric
        return Band(
            name=f"{self._metric}.{answer.label}" if answer.label else self._metric,
            role=role,
            label=label,
            x=across.scale.bend(answer.places),
            edges=scale.bend(told),
            told=told,
            counts=answer.counts,
            members=self._runs,
            told_x=read,
        )


class _CellsItem(HeatMapItem):
    """Cells that say which runs they are of."""

    def __init__(self, name: str, bar: ColorBar) -> None:
        super().__init__(name, bar)
        self.cells = Cells("", "", "", (), ())

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        x, y = ((np.array([at.x(), at.y()]) - pixels.offset) / pixels.scale).tolist()
        found, cells = self.cell(x, y), self.cells
        if found is None:
            return None
        row, column = found
        place = self.tr("{row} = {down}, {column} = {across}").format(
            row=cells.row, down=cells.rows[row], column=cells.column, across=cells.columns[column]
        )
        count = int(cells.counts[found])
        text = self.tr("no finished run at {place}").format(place=place)
        if count:
            text = self.tr("{metric}: {value} at {place}; n = {n}").format(
                metric=cells.metric, value=number(float(cells.middle[found]), 4), place=place, n=count
            )
        return Reading(1e6, column + 1, -row, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        cells = self.cells
        return {
            cells.row: np.repeat(np.array(cells.rows, np.str_), len(cells.columns)),
            cells.column: np.tile(np.array(cells.columns, np.str_), len(cells.rows)),
            cells.metric: cells.middle.ravel(),
            "runs": cells.counts.ravel(),
        }


class ResponseMapView(PlotView):
    """A metric over two axes of a sweep as coloured cells, with the numbers under the pointer.

    view = ResponseMapView(LIGHT)
    view.set_cells(Cells("maml.loss_after", "shots", "alpha", ("5", "10"), ("0.1",), middle, counts), "median")
    """

    def __init__(self, theme: Theme) -> None:
        title = translate("ResponseView", "Response of a metric")
        super().__init__("response_map", title, theme, Axis(""), [Axis("")])
        bar = ColorBar("")
        self._map, self._empty, self._told = _CellsItem("cells", bar), Placeholder("empty"), Remark("told", below=True)
        self.add(self._map)
        self.add_bar(bar)
        self.add(self._empty)
        self.add(self._told)
        self._empty.say(self.tr("Appears with the first finished runs"))

    def set_cells(self, cells: Cells, told: str) -> None:
        """Show these cells; `told` says what their numbers are."""
        self._map.cells = cells
        title = self.tr("{metric} over {column} and {row}")
        self.set_title(title.format(metric=cells.metric, column=cells.column, row=cells.row))
        self._told.say(told if cells.middle.size else "")
        self._empty.setVisible(not cells.middle.size)
        across = tuple((float(at + 1), text) for at, text in enumerate(cells.columns))
        down: tuple[Tick, ...] = tuple((-float(at), text) for at, text in enumerate(cells.rows))
        self.set_axis(0, Axis(cells.column, ticks=across), Axis(cells.row, ticks=down))
        scale = _scale(cells.middle)
        levels = robust_levels(scale.bend(cells.middle))
        low, high = scale.unbend(np.array([levels.low, levels.high])).tolist()
        self._map.set(
            Heat(cells.metric, cells.middle, low, high, "surface", scale), cells.rows, np.arange(len(cells.rows))
        )
        rows, columns = max(len(cells.rows), 1), max(len(cells.columns), 1)
        self.set_range((0.5, columns + 0.5), (0.5 - (1 + BELOW) * rows, 0.5))

    @property
    def told(self) -> str:
        """What the view says of its numbers."""
        return self._told.text

    @property
    def cells(self) -> Cells:
        """What is drawn."""
        return self._map.cells


def _scale(values: Array) -> Scale:
    """Return a logarithmic scale for positive numbers that are far apart, else a linear one."""
    finite = values[np.isfinite(values)]
    far = bool(finite.size) and float(finite.min()) > 0 and float(finite.max()) > SPREAD * float(finite.min())
    return LOG if far else LINEAR


def _wider(low: float, high: float) -> tuple[float, float]:
    """Return a range with some room beyond both ends, also where these are one number; not beyond what can be drawn."""
    low, high = (min(max(end, -MOST_DRAWN), MOST_DRAWN) for end in (low, high))
    room = max(MARGIN * (high - low), 1e-3 * max(abs(low), abs(high)), 1e-6)
    return low - room, high + room
