"""Draws how long each method takes to answer, as measured in this run."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from scenes.stories.metric_learning.words import short_name
from simulator.engine.frame import Frame
from simulator.episodes.names import PIXELS
from simulator.stories.metric_learning.frame import MetricFrame
from simulator.stories.metric_learning.settings import MetricSettings
from widgets.look.theme import Theme
from widgets.look.translation import translate
from widgets.plots.canvas.labels import Placeholder
from widgets.plots.canvas.mark import Emphasis
from widgets.plots.canvas.scales import Scale, decades
from widgets.plots.series.level import LevelItem
from widgets.plots.series.symbols import SymbolsItem
from widgets.plots.views.plot import Axis, PlotView

LOG = Scale("log")
NONE = ((np.inf, ""),)  # ticks of an axis along which nothing is told


class AnswerTimesView(PlotView):
    """A symbol for each method at the milliseconds of one query's answer, on a logarithmic axis."""

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        x = Axis(translate("AnswerTimesView", "{count} supports"), ticks=NONE)
        x = Axis(x.name.format(count=settings.ways * settings.shots), ticks=NONE)
        y = Axis(translate("AnswerTimesView", "time"), "", translate("AnswerTimesView", "ms"), LOG)
        super().__init__("times", translate("AnswerTimesView", "Time of an answer"), theme, x, [y])
        self._timed: Mapping[str, float] | None = None
        self._empty = Placeholder("empty")
        self._empty.say(self.tr("Times are measured with accuracy"))
        text = self.tr("{label}: {value} ms")
        self._symbols = {
            key: SymbolsItem(f"{key}.milliseconds", key, short_name(key), text=text) for key in settings.methods
        }
        self._pixels = LevelItem(f"{PIXELS}.milliseconds", PIXELS, "fine")
        for mark in (self._empty, self._pixels, *self._symbols.values()):
            self.add(mark)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the times that were measured last."""
        assert isinstance(frame, MetricFrame), "the view needs frames of its own story"
        if frame.milliseconds is self._timed:
            return
        self._timed, times = frame.milliseconds, frame.milliseconds or {}
        self._empty.setVisible(not times)
        self.set_range((0.5, len(self._symbols) + 0.5), decades([np.array([*times.values()])]))
        pixels = times.get(PIXELS, np.nan)
        self._pixels.set(float(LOG.bend(np.array(pixels))), self.tr("pixels"), pixels)
        for place, (key, symbol) in enumerate(self._symbols.items(), 1):
            told = np.array([[place, times[key]]]) if key in times else np.empty((0, 2))
            symbol.set(np.stack([told[:, 0], LOG.bend(told[:, 1])], 1), told)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        for key, symbol in self._symbols.items():
            symbol.set_emphasis(emphasis.get(key, "full"))
