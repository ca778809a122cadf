"""Draws what G makes of gradients: one curve for all weights of the base learner, and the numbers of a row on it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from metascope.simulator.stories.meta_networks import lens
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import META
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.views.plot import Axis, PlotView

SMALL = Scale("symlog", 1e-3)  # of gradients
LIMIT = 0.1  # of fast weights, at least


class RuleView(PlotView):
    """The fast weight that G makes of any gradient, and those of a row where its support has ink, a dot each."""

    def __init__(self, settings: MetaNetSettings, theme: Theme) -> None:
        title = translate("MetaNetRule", "What G makes of a gradient")
        x = Axis(translate("MetaNetRule", "gradient"), scale=SMALL)
        super().__init__("rule", title, theme, x, [Axis(translate("MetaNetRule", "fast weight"), "φ⁺")])
        self._curve = LinesItem("gradient")
        self._dots = LinesItem("gradient")  # each a line of one point
        self.add(self._curve)
        self.add(self._dots)
        ends = SMALL.bend(np.array([-1.0, 1.0])).tolist()
        self._x = (ends[0], ends[1])
        self.set_range(self._x, (-LIMIT, LIMIT))

    def draw_frame(self, frame: object, inner: int, method: str) -> None:
        """Show the curve, and the row that is written at an inner tick; of a later one, that of the most attention."""
        assert isinstance(frame, MetaNetFrame), "the view needs frames of its own story"
        gradients = frame.rule.gradients.astype(np.float64)
        made = frame.rule.made.astype(np.float64)
        name = translate("MetaNetRule", "G, for every weight")
        line = Line(f"{META}.made", META, name, SMALL.bend(gradients), made, told_x=gradients)
        self._curve.set([line])
        at = lens.moment(frame, inner)
        number = at.number if at.phase == "row" else int(frame.reply.attention[frame.query].argmax())
        dots = self._dotted(frame, number) if at.reached("row") else []
        self._dots.set(dots)
        title = self.tr("What G makes of a gradient")
        if len(dots):
            title = self.tr("What G makes of gradients: a dot per unit of row {row}").format(row=number + 1)
        self.set_title(title)
        most = max(LIMIT, 1.1 * float(np.abs(made).max()))
        self.set_range(self._x, (-most, most))

    def _dotted(self, frame: MetaNetFrame, number: int) -> list[Line]:
        """Return a dot for each unit of a row."""
        gradients = frame.memory.gradients[number].astype(np.float64)
        made, places = frame.memory.written[1, number].astype(np.float64), SMALL.bend(gradients)
        told = self.tr("unit {unit}")
        return [
            Line(f"{META}.unit_{k + 1}", "ink", told.format(unit=k + 1), places[one], made[one], told_x=gradients[one])
            for k, one in enumerate(slice(k, k + 1) for k in range(len(made)))
        ]

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw all of it with the emphasis of what uses it."""
        for mark in (self._curve, self._dots):
            mark.set_emphasis(emphasis.get(META, "full"))
