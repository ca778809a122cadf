"""Draws what a Siamese network's judgement is made of: a bar for each of the largest weighted differences."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.simulator.stories.metric_learning import lens
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import SIAMESE
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import rounded_up
from metascope.widgets.plots.series.bars import Bars, BarsItem
from metascope.widgets.plots.series.level import LevelItem
from metascope.widgets.plots.views.plot import Axis, PlotView


class PairView(PlotView):
    """The terms of the query in question and the support that it is most probably the same as, and what they add to.

    Signals:
        method_clicked(key): a person clicked a bar.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        self._verifies = settings.siamese_reading == "verification"
        symbol = "αⱼ |fⱼ(q) − fⱼ(xᵢ)|" if self._verifies else "−(fⱼ(q) − fⱼ(xᵢ))² / m"
        super().__init__("pair", translate("PairView", "Likeliest pair"), theme, Axis(""), [Axis("", symbol)])
        self._level: Emphasis = "full"
        self._drawn: lens.Pair | None = None
        self._terms, self._empty = BarsItem("terms", (), ""), Placeholder("empty")
        self._zero = LevelItem("zero", "chance", "solid")
        for mark in (self._zero, self._terms, self._empty):
            self.add(mark)
        self._zero.set(0.0, "", 0.0)
        self.clicked.connect(self._tell_method)

    def draw(self, frame: MetricFrame, inner: int, query: int, *, hidden: bool = False) -> None:
        """Show the likeliest pair of `query` once its support has been looked at; nothing while queries are hidden."""
        found = None if hidden else lens.pair(frame, query, inner)
        self._empty.setVisible(found is None)
        self._empty.say(self.tr("The query's likeliest support has not been looked at yet"))
        if hidden:
            self._empty.say(self.tr("Queries are hidden during the quiz"))
        title = self.tr("Likeliest pair")
        if found is not None:
            text = self.tr("Query {query} and its nearest support, {support} of {letter}")
            if self._verifies:
                text = self.tr("Query {query} and support {support} of {letter}: the same with {share}")
            letter = CLASS_LETTERS[int(frame.table.labels[found.support])]
            values = {"query": query + 1, "support": found.support + 1, "letter": letter}
            title = text.format(share=number(found.same, 2), **values)
        self.set_title(title)
        self._drawn = found
        self._show_range(frame.answers[SIAMESE].terms)
        self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the bars fully, dimmed or not at all."""
        self._level = emphasis.get(SIAMESE, "full")
        self._redraw()

    def _redraw(self) -> None:
        pair = self._drawn
        if pair is None:
            self._terms.set([])
            return
        names = [str(feature) for feature in pair.features]
        ticks = tuple((float(place), name) for place, name in enumerate(names, 1))
        text = self.tr("feature j; the others add {rest}: minus the distance² / m is {sum}")
        if self._verifies:
            text = self.tr("feature j; the others and b add {rest}: the logit of “the same” is {sum}")
        x = Axis(text.format(rest=number(pair.rest, 2), sum=number(pair.logit, 2)), ticks=ticks)
        if x != self.panels[0].x:
            self.set_axis(0, x=x)
        groups = [self.tr("feature {number}").format(number=name) for name in names]
        bars = Bars(f"{SIAMESE}.terms", SIAMESE, self.tr("Siamese"), pair.terms, emphasis=self._level)
        self._terms.set([bars], groups)

    def _show_range(self, terms: NDArray[np.float32]) -> None:
        """Show the range of the terms of all queries (Q, 16), so that their bars can be compared."""
        low, high = (rounded_up(float(end)) if end > 0 else 0.0 for end in (-terms.min(), terms.max()))
        self.set_range((0.4, terms.shape[1] + 0.6), (-low, high if low or high else 1.0))

    def _tell_method(self, row: int, x: float, y: float, name: str) -> None:
        if self._terms.at(x, y):
            self.method_clicked.emit(SIAMESE)
