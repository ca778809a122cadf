"""Draws the pulls on the task in focus, before the inner step and after it."""

from __future__ import annotations

import numpy as np

from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.bandits.frame import BanditFrame
from metascope.simulator.stories.bandits.names import LETTERS, METHOD_NAMES
from metascope.simulator.stories.bandits.settings import BanditSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

AGAIN = 4  # the tick at which the pulls after the step are collected


class PullsView(PlotView):
    """Which arm each pull took, and whether it paid: filled marks did, hollow ones did not."""

    def __init__(self, settings: BanditSettings, theme: Theme) -> None:
        pulls = settings.pulls
        arms = ((0.0, translate("BanditPulls", "arm 1")), (1.0, translate("BanditPulls", "arm 2")))
        places = np.concatenate([np.arange(1.0, pulls + 1), np.arange(pulls + 2.0, 2 * pulls + 2)])  # with a gap
        ticks = tuple((place, str(index % pulls + 1)) for index, place in enumerate(places.tolist()))
        x = Axis(translate("BanditPulls", "pull, before the step and after it"), ticks=ticks)
        super().__init__("pulls", translate("BanditPulls", "Pulls"), theme, x, [Axis("", ticks=arms)])
        self._pulls, self._places = pulls, places
        self._paid = SymbolsItem("paid", "ink", translate("BanditPulls", "paid"))
        self._unpaid = SymbolsItem("unpaid", "ink", translate("BanditPulls", "did not pay"), hollow=True)
        for mark in (self._paid, self._unpaid):
            self.add(mark)
        self.set_range((0.4, 2 * pulls + 1.6), (-0.5, 1.5))

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the pulls of a method's policy as far as they are collected."""
        assert isinstance(frame, BanditFrame), "the view needs frames of its own story"
        method = method if method in frame.methods else frame.methods[0]
        index, shown = frame.methods.index(method), self._pulls * (2 if inner >= AGAIN else 1)
        arms, paid = (part[:, index].ravel()[:shown] for part in (frame.episode.arms, frame.episode.paid))
        places = np.stack([self._places[:shown], arms], axis=-1)
        self._paid.set(places[paid > 0])
        self._unpaid.set(places[paid == 0])
        text = self.tr("{method} on task {letter} (filled: paid)")
        name, letter = method_text(METHOD_NAMES[method]), LETTERS[frame.episode.task]
        self.set_title(text.format(method=name, letter=letter))
