"""Draws how long each method takes to answer as supports are added, as measured in this run."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from typing_extensions import override

from metascope.scenes.stories.metric_learning.words import short_name
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.stories.metric_learning import frame as frames
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import IN_A_ROW, SHARE, TIMES
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.views.costs import Cost, CostsView
from metascope.widgets.plots.views.plot import Axis


class AnswerTimesView(CostsView):
    """Milliseconds of one query's answer over the number of supports; the supports that are on the table are marked."""

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        kinds = {"milliseconds": Axis(translate("AnswerTimesView", "time"), "", translate("AnswerTimesView", "ms"))}
        super().__init__("times", translate("AnswerTimesView", "Measured time of an answer"), theme, kinds)
        self._empty.say(self.tr("Times appear with the first accuracy"))
        told = self.tr(
            "How long this machine takes from a query's picture to its answer while it trains: the least of up to"
            " {times} measurements, each the shortest of {row} answers in a row, in {share} of the time until all are"
            " made. Embedding the supports does not count, unless each answer needs it: with statistics of the episode,"
            " and for the updates of fine-tuning. Other work on the machine makes answers slower."
        )
        self.explain(told.format(times=TIMES, row=IN_A_ROW, share=f"{SHARE:.0%}"))
        self._drawn: Mapping[str, frames.Timed] | None = None
        self._ways, self._emphasis = settings.ways, dict[str, Emphasis]()

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show what was measured until the frame."""
        assert isinstance(frame, MetricFrame), "the view needs frames of its own story"
        self.set_supports(float((~frame.table.removed).sum()))
        if frame.times is not self._drawn:
            self._drawn = frame.times
            counted = [cost.shots.astype(np.float64) * self._ways for cost in frame.costs.values()]
            self.set_costs([self._cost(key, timed) for key, timed in (frame.times or {}).items()], counted)

    @override
    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._emphasis = dict(emphasis)
        super().show_methods(emphasis)

    def _cost(self, key: str, timed: frames.Timed) -> Cost:
        label = self.tr("Pixels") if key == PIXELS else short_name(key)
        there = np.isfinite(timed.milliseconds)
        supports = timed.shots[there].astype(np.float64) * self._ways
        return Cost(key, label, supports, timed.milliseconds[None, there], self._emphasis.get(key, "full"))
