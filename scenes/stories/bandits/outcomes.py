"""Draws all that can come of an inner step: how likely arm 2 is after it, and how likely that is, on each task."""

from __future__ import annotations

import numpy as np

from simulator.engine.frame import Frame
from simulator.stories.bandits.captions import likely
from simulator.stories.bandits.frame import BanditFrame
from simulator.stories.bandits.names import LETTERS, METHOD_NAMES
from widgets.look.theme import Theme
from widgets.look.translation import method_text, translate
from widgets.plots.series.points import UprightItem
from widgets.plots.series.symbols import SymbolsItem
from widgets.plots.views.plot import Axis, PlotView

UPDATE = 3  # the tick from which on the outcome of the pulls shown is marked
RARE = 1e-4  # outcomes less likely are left out
ROOM = 1.1


class OutcomesView(PlotView):
    """Every outcome of the inner step as a mark, in the task's colour; on two tasks the marks should part."""

    def __init__(self, theme: Theme) -> None:
        x = Axis(translate("BanditOutcomes", "probability of arm 2 after the step"))
        y = Axis(translate("BanditOutcomes", "probability"))
        super().__init__("outcomes", translate("BanditOutcomes", "Where one step leads"), theme, x, [y])
        label = translate("BanditOutcomes", "task {letter}")
        self._marks = [
            SymbolsItem(f"task.{letter}.outcome", f"task.{letter}", label.format(letter=letter)) for letter in LETTERS
        ]
        self._before = UprightItem("before", "muted", translate("BanditOutcomes", "before"))
        self._reached = UprightItem("reached", "ink", translate("BanditOutcomes", "these pulls"))
        for mark in (self._before, self._reached, *self._marks):
            self.add(mark)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the outcomes of a method's inner step."""
        assert isinstance(frame, BanditFrame), "the view needs frames of its own story"
        method = method if method in frame.methods else frame.methods[0]
        index = frame.methods.index(method)
        x = frame.reached[index]
        for task, mark in enumerate(self._marks):
            if task < len(frame.payoffs):
                places = np.stack([x, frame.chance[index, task]], axis=-1)
                mark.set(places[places[:, 1] >= RARE])
            else:
                mark.set(np.empty((0, 2)))
        self._before.set(likely(float(frame.phi[index])))
        self._reached.set(likely(float(frame.episode.theta[index])) if inner >= UPDATE else np.nan)
        self.set_range((-0.02, 1.02), (0.0, ROOM * float(frame.chance[index].max())))
        text = self.tr("Where one step leads: {method}, {outcomes} outcomes on each task")
        self.set_title(text.format(method=method_text(METHOD_NAMES[method]), outcomes=len(x)))
