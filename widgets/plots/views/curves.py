"""Learning curves: named series over meta-steps, with a cursor at the meta-step shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from typing_extensions import override

from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.canvas.ink import Array
from metascope.widgets.plots.canvas.labels import Placeholder, Remark
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis, is_glimpsed
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.gaps import gaps_told
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.views.plot import Axis, PlotView, Range

MARGIN = 0.08  # of the numbers' span, left free above and below
GROWTH = 0.25  # of the range, added where a series leaves it, so that it seldom moves


@dataclass(frozen=True, eq=False)
class Series:
    """A named series: `steps`, rising, and `values`, both (n,); NaN is a gap; `label` is what is read.

    `letter` stands in a badge at the end of the curve, where series of one role are to be told apart.
    """

    name: str
    role: str
    steps: Array
    values: Array
    label: str = ""
    letter: str = ""


@dataclass(frozen=True)
class Group:
    """The quantiles of a group of runs: what they are, and a band for each series."""

    label: str
    bands: tuple[Band, ...]


class CurvesView(PlotView):
    """Curves of named series. The range of y grows when a series leaves it, and stays otherwise.

        view = CurvesView("losses", tr("Losses"), LIGHT, Axis(tr("Meta-step")), Axis(tr("Loss")))
        view.set_series("maml.loss_after", "after", steps, losses, label="MAML")
        view.set_cursor(120)

    Signals:
        series_clicked(name): a person clicked a name of the legend.
    """

    series_clicked = Signal(str)

    def __init__(
        self, name: str, title: str, theme: Theme, x: Axis, y: Axis, *, legend: Literal["always", "on paper"] = "always"
    ) -> None:
        """Make an empty view; `legend` "on paper" leaves it out on the screen, for a view next to its own legend."""
        super().__init__(name, title, theme, x, [y])
        self.legend_on_paper = True  # where no other legend stands next to it
        self._legend_on_screen = legend == "always"
        self._lines: dict[str, Line] = {}
        self._drawn: tuple[Line, ...] = ()
        self._gaps = ""  # of those that are drawn
        self._item = LinesItem("step", ends_matter=True)
        self._bands = BandsItem("bands")
        self._groups: tuple[str, ...] = ()  # whose bands are drawn
        self._beyond: list[Range] = []  # the extents of other runs' numbers
        self._cursor = CursorItem("cursor")
        self._empty = Placeholder("empty")
        self._reason = ""  # of what cannot be seen at the cursor
        self._behind = Remark("behind", below=True)
        self._legend = self.add_legend()
        self._given_x: Range | None = None
        self._x: Range = (0.0, 1.0)
        self._y: Range | None = None
        self._given_y: Range | None = None
        self._legend.clicked.connect(self.series_clicked)
        self._legend.setVisible(self._legend_on_screen)
        self.add(self._empty)
        self.add(self._bands)
        self.add(self._item)
        self.add(self._cursor)
        self.add(self._behind)

    @property
    def per_step(self) -> float:
        """How much further along x each meta-step is."""
        return 1.0

    def shown(self) -> tuple[Line, ...]:
        """Return the series that are not hidden, as lines."""
        return tuple(line for line in self._lines.values() if line.emphasis != "hidden")

    def set_series(self, name: str, role: str, steps: Array, values: Array, label: str = "") -> None:
        """Show a series, steps rising, both (n,); a NaN value is a gap. `label` is what is read."""
        self.set_many([Series(name, role, steps, values, label)])

    def set_many(self, series: Iterable[Series]) -> None:
        """Show several series at the cost of one; those not named stay."""
        for new in series:
            old = self._lines.get(new.name)
            values = np.asarray(new.values, dtype=float)
            line = Line(
                name=new.name,
                role=new.role,
                label=new.label or new.name,
                x=np.asarray(new.steps, dtype=float),
                y=self.panels[0].y.scale.bend(values),
                letter=new.letter,
                emphasis=old.emphasis if old else "full",
                told=values,
            )
            self._lines[new.name] = old if old is not None and line.looks_like(old) else line
        self._redraw()

    def remove(self, name: str) -> None:
        """Remove a series; nothing happens where there is none of that name."""
        if self._lines.pop(name, None) is not None:
            self._redraw()

    def clear(self) -> None:
        """Remove all series and other runs' quantiles, and reset the range they needed."""
        self._lines.clear()
        self._groups, self._beyond = (), []
        self._bands.set([])
        self._y = self._given_y = None
        self._x = self._given_x or (0.0, 1.0)
        self._redraw()

    def set_emphasis(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Dim, hide or show series by name; those not named stay as they are."""
        for name, wanted in emphasis.items():
            if name in self._lines:
                self._lines[name] = replace(self._lines[name], emphasis=wanted)
        self._bands.set([replace(band, emphasis=emphasis.get(band.name, band.emphasis)) for band in self._bands.bands])
        self._redraw()

    @override
    def set_ghosts(self, ghosts: Sequence[tuple[str, PlotView]]) -> None:
        """Draw other runs' curves dimmed behind these, in a range that fits both; on paper the legend names the runs.

        The range no longer has room for runs that are removed.
        """
        self._y = self._given_y
        super().set_ghosts(ghosts)
        self.set_range(self._x, self._y or (0.0, 1.0))

    @override
    def ghosts_changed(self) -> None:
        """Draw the ghosts again, and widen the range where they have left it."""
        super().ghosts_changed()
        self._reach_out()

    def tell_ghosts(self, text: str) -> None:
        """Say at the lower edge what is drawn behind; "" for nothing."""
        self._behind.say(text)

    def set_bands(self, groups: Sequence[Group]) -> None:
        """Draw the quantiles of groups of runs, the last on top, each group named on paper, in a range that fits."""
        labels = tuple(group.label for group in groups)
        if labels != self._groups:
            self._y = self._given_y
        self._groups = labels
        bands = [band for group in groups for band in group.bands]
        self._bands.set([replace(band, emphasis=self._level(band.name)) for band in bands])
        self._reach_out()
        self.set_range(self._x, self._y or (0.0, 1.0))

    @override
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw with the legend, which also names the other runs."""
        entries = self._entries()
        others = [*(self.tr("{run} (dimmed)").format(run=label) for label, _ in self._ghosts), *self._groups]
        self._legend.set([*entries, *(Entry(label, "muted", label) for label in others)])
        self._legend.setVisible(self.legend_on_paper)
        super().draw_picture(painter, rect)
        self._legend.setVisible(self._legend_on_screen)
        self._legend.set(self._entries_on_screen())

    def set_cursor(self, step: float) -> None:
        """Move the cursor to a step."""
        self._cursor.set(step)

    @property
    def cursor_at(self) -> float:
        """Where the cursor stands along x, NaN where there is none."""
        return self._cursor.at

    def set_x_range(self, first: float, last: float) -> None:
        """Show this range of steps, however many exist yet."""
        self._given_x = self._x = (first, last)
        self.set_range(self._x, self._y or (0.0, 1.0))

    def set_empty_text(self, text: str) -> None:
        """Show this text where there is nothing to draw."""
        self._empty.say(text)

    @override
    def set_remark(self, text: str, row: int = 0) -> None:
        """Show why there is no value at the cursor; where "", what can be seen of the curves' ends and gaps."""
        self._reason = text
        super().set_remark(text or self._gaps, row)

    @property
    def remark(self) -> str:
        """Why there is no value at the cursor."""
        return self._reason

    def set_y_range(self, low: float, high: float) -> None:
        """Show at least this range of numbers, along the axis's scale."""
        self._y = self._given_y = (low, high)
        self.set_range(self._x, self._y)

    def _redraw(self) -> None:
        shown = self.shown()
        drawn = self._item.set(shown)
        if drawn or (self._drawn != shown and not is_glimpsed()):
            self._drawn, self._gaps = shown, gaps_told(shown)
            self.set_remark(self._reason)
        self._empty.setVisible(not any(len(line.x) for line in shown))
        self._legend.set(self._entries_on_screen())
        self._grow(shown)

    def _level(self, name: str) -> Emphasis:
        return self._lines[name].emphasis if name in self._lines else "full"

    def _entries(self) -> list[Entry]:
        return [Entry(line.name, line.role, line.label, line.emphasis) for line in self._lines.values()]

    def _entries_on_screen(self) -> list[Entry]:
        """Return what the legend names where other names stand next to the view: the same."""
        return self._entries()

    def _grow(self, lines: Sequence[Line]) -> None:
        """Widen the range where the numbers of these lines, or of other runs, have left it."""
        extents = [found for line in lines if (found := extent(line.y))]
        extents += self._beyond
        if not extents:
            return
        low, high = min(pair[0] for pair in extents), max(pair[1] for pair in extents)
        grown = grow(self._y, low, high)
        last = max((float(line.x[-1]) for line in lines if len(line.x)), default=0.0)
        x = self._x
        if self._given_x is None and last > x[1]:
            x = (x[0], last * (1 + GROWTH))
        if grown != self._y or x != self._x:
            self._y, self._x = grown, x
            self.set_range(x, grown)

    def _reach_out(self) -> None:
        """Find how far the other runs' numbers reach, where they are drawn in this scale, and make room for them."""
        panel = self.panels[0]
        views = [view for _, view in self._ghosts if isinstance(view, CurvesView) and panel.fits(view.panels[0])]
        ghosts = [line.y for view in views for line in view.shown()]
        bands = [band.edges for band in self._bands.bands if band.emphasis != "hidden"]
        self._beyond = [found for values in (*ghosts, *bands) if (found := extent(values))]
        self._grow(self.shown())


def extent(values: NDArray[np.float64]) -> Range | None:
    """Return the least and the greatest of the finite numbers, None where there is none."""
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else None


def grow(present: Range | None, low: float, high: float) -> Range:
    """Return a range that contains `low` and `high`: the present one if it does, else a wider one."""
    margin = max(MARGIN * (high - low), 1e-3 * max(abs(low), abs(high)), 1e-9)
    if present is None:
        return low - margin, high + margin
    bottom, top = present
    room = GROWTH * (top - bottom)
    if low < bottom:
        bottom = min(low - margin, bottom - room)
    if high > top:
        top = max(high + margin, top + room)
    return bottom, top
