"""Draws returns on held-out goals against inner steps, beside the published ones and a point that stands still."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtCore import Signal

from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.navigation.frame import NavigationFrame
from metascope.simulator.stories.navigation.names import METHOD_NAMES, PHASES, RL2
from metascope.simulator.stories.navigation.published import RETURNS, STILL, STILL_SQUARED
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.level import LevelItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

END = 1.03  # of the steps: room for the marks at the end
LEGEND = 300  # pixels of height from which there is a legend above the plot
STEP = 10.0  # increments of the axis
ROOM = 1.08  # of the lowest number that is shown


class StepsView(PlotView):
    """Mean return of every start before adapting and after each inner step, with 95 % confidence intervals.

    Published returns are hollow marks where the walk is the published one.

    Signals:
        method_clicked: a person clicked a method's name: its key.
        tick_clicked: a person clicked an inner step: the tick of the walks after it.
    """

    method_clicked = Signal(str)
    tick_clicked = Signal(int)

    def __init__(self, settings: NavigationSettings, theme: Theme) -> None:
        title, x = (
            translate("NavigationSteps", "Against inner steps"),
            Axis(translate("NavigationSteps", "inner step j")),
        )
        super().__init__("steps", title, theme, x, [Axis(translate("NavigationSteps", "return"))])
        self._settings = settings
        self._frame: NavigationFrame | None = None
        self._shown: dict[str, Emphasis] = {}
        self._legend = self.add_legend(from_height=LEGEND)
        self._bands, self._lines = BandsItem("intervals"), LinesItem("step", ends_matter=True)
        self._still, self._cursor = LevelItem("still", "still", "dotted"), CursorItem("cursor")
        label = translate("NavigationSteps", "{method}, Finn et al. 2017")
        papers = [key for key in settings.methods if key in RETURNS] if settings.published else []
        self._papers = {
            key: SymbolsItem(f"{key}.published", key, label.format(method=method_text(METHOD_NAMES[key])), hollow=True)
            for key in papers
        }
        for mark in (self._still, self._bands, self._lines, *self._papers.values(), self._cursor):
            self.add(mark)
        for key, mark in self._papers.items():
            values = np.array(RETURNS[key][: settings.test_steps + 1])
            mark.set(np.stack([np.arange(float(len(values))), values], axis=1))
        self._draw_still()
        self._legend.clicked.connect(self._tell_method)
        self.clicked.connect(self._tell_step)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the latest measurement, and the cursor at the inner step."""
        assert isinstance(frame, NavigationFrame), "the view needs frames of its own story"
        last, self._frame = self._frame, frame
        self._cursor.set(inner / PHASES)
        if last is None or frame.test is not last.test:
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for key, mark in self._papers.items():
            mark.set_emphasis(emphasis.get(key, "full"))
        self._redraw()

    def _draw_still(self) -> None:
        level = still_return(self._settings)
        self._still.set(level, self.tr("standing still: {value}").format(value=number(level)), level)

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        self._tell(frame)
        measured = list(self._measured(frame))
        self._bands.set([band for band, _ in measured])
        self._lines.set([line for _, line in measured])
        shown = [still_return(self._settings), *(value for key in self._papers for value in RETURNS[key])]
        values = frame.test.returns.astype(np.float64)
        lowest = min([*shown, *values[np.isfinite(values)].tolist()])
        grown = STEP if lowest < -STEP else -lowest / 4
        bottom = -float(np.ceil(-ROOM * lowest / grown)) * grown if grown > 0 else -1.0
        self.set_range((0.0, END * max(len(values) - 1.0, 1.0)), (bottom, 0.0))

    def _measured(self, frame: NavigationFrame) -> Iterator[tuple[Band, Line]]:
        """Yield the interval and the curve of each shown method, the first method's on top."""
        values, halves = (part.astype(np.float64) for part in (frame.test.returns, frame.test.half))
        x = np.arange(float(len(values)))
        for index, key in reversed(list(enumerate(frame.methods))):
            level = self._shown.get(key, "full")
            if level == "hidden":
                continue
            middle, half, label = values[:, index], halves[:, index], method_text(METHOD_NAMES[key])
            edges = np.stack([middle - half, middle, middle + half])
            yield (
                Band(f"{key}.return.interval", key, label, x, edges, level, line=False),
                Line(f"{key}.return", key, label, x, middle, "", level),
            )

    def _tell(self, frame: NavigationFrame) -> None:
        text = self.tr("inner step j; {goals} held-out goals, meta-step {step}")
        if RL2 in frame.methods:
            text = self.tr("step j, of RL² episode j + 1; {goals} held-out goals, meta-step {step}")
        named = text.format(goals=frame.test.goals, step=frame.test.step)
        if named != self.panels[0].x.name:
            self.set_axis(0, x=Axis(named))
        entries = [
            Entry(key, key, method_text(METHOD_NAMES[key]), self._shown.get(key, "full")) for key in frame.methods
        ]
        if self._papers:
            entries.append(Entry("paper", "muted", self.tr("hollow: Finn et al. 2017")))
        self._legend.set(entries)
        self.set_title(self.tr("Returns (hollow: paper)") if self._papers else self.tr("Returns against inner steps"))

    def _tell_method(self, name: str) -> None:
        if name in self._settings.methods:
            self.method_clicked.emit(name)

    def _tell_step(self, row: int, x: float, y: float, name: str) -> None:
        if 0 <= round(x) <= self._settings.test_steps:
            self.tick_clicked.emit(PHASES * round(x))


def still_return(settings: NavigationSettings) -> float:
    """Return the mean return of a point that stands still."""
    if settings.family == "ring":
        return -settings.horizon * (0.25 if settings.reward == "squared" else 0.5)
    return -settings.horizon * (STILL_SQUARED if settings.reward == "squared" else STILL)
