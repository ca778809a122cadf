"""Draws all that can come of an inner step: how likely arm 2 is after it, as a distribution on each task."""

from __future__ import annotations

import numpy as np

from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.bandits.captions import likely
from metascope.simulator.stories.bandits.frame import BanditFrame
from metascope.simulator.stories.bandits.names import LETTERS, METHOD_NAMES
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.points import UprightItem
from metascope.widgets.plots.views.plot import Axis, PlotView

UPDATE = 3  # the tick from which on the outcome of the pulls shown is marked


class OutcomesView(PlotView):
    """How likely it is that arm 2 is pulled with at most some probability after the step; two tasks should part."""

    def __init__(self, theme: Theme) -> None:
        x = Axis(translate("BanditOutcomes", "probability of arm 2 after the step"))
        y = Axis(translate("BanditOutcomes", "share of outcomes"))
        super().__init__("outcomes", translate("BanditOutcomes", "Where one step leads"), theme, x, [y])
        self._lines = LinesItem("likely", ends_matter=True)
        self._before = UprightItem("before", "muted", translate("BanditOutcomes", "before"))
        self._reached = UprightItem("reached", "ink", translate("BanditOutcomes", "these pulls"))
        for mark in (self._before, self._reached, self._lines):
            self.add(mark)
        self.set_range((0.0, 1.0), (0.0, 1.04))

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the outcomes of a method's inner step."""
        assert isinstance(frame, BanditFrame), "the view needs frames of its own story"
        method = method if method in frame.methods else frame.methods[0]
        index = frame.methods.index(method)
        self._lines.set([self._line(frame, index, task) for task in range(len(frame.payoffs))])
        self._before.set(likely(float(frame.phi[index])))
        self._reached.set(likely(float(frame.episode.theta[index])) if inner >= UPDATE else np.nan)
        text = self.tr("Where one step leads {method}: {outcomes} outcomes")
        self.set_title(text.format(method=method_text(METHOD_NAMES[method]), outcomes=frame.reached.shape[1]))

    def _line(self, frame: BanditFrame, index: int, task: int) -> Line:
        """Return the distribution of how likely arm 2 is after the step, as a staircase from 0 to 1."""
        order, letter = np.argsort(frame.reached[index], kind="stable"), LETTERS[task]
        x, shares = frame.reached[index, order], np.cumsum(frame.chance[index, task, order])
        stairs = np.stack([np.concatenate([[0.0], shares[:-1]]), shares], axis=-1).ravel()
        places = np.concatenate([[0.0], np.repeat(x, 2), [1.0]])
        label = self.tr("task {letter}: outcomes up to there").format(letter=letter)
        heights = np.concatenate([[0.0], stairs, [1.0]])
        return Line(f"task.{letter}.outcomes", f"task.{letter}", label, places, heights, letter)
