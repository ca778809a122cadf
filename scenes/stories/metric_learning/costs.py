"""Draws what answering costs each method as supports are added."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from typing_extensions import override

from metascope.scenes.stories.metric_learning.words import short_name
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.stories.metric_learning import frame as frames
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.views.costs import Cost, CostsView
from metascope.widgets.plots.views.plot import Axis


class AnswerCostsView(CostsView):
    """Numbers stored and multiply-adds per query; the supports that are on the table are marked."""

    def __init__(self, theme: Theme) -> None:
        kinds = {
            "stored": Axis(translate("AnswerCostsView", "stored")),
            "operations": Axis(translate("AnswerCostsView", "MACs")),
        }
        super().__init__(
            "costs", translate("AnswerCostsView", "Numbers stored, multiply-adds (MACs) per answer"), theme, kinds
        )
        self._drawn: Mapping[str, frames.Cost] | None = None
        self._emphasis: Mapping[str, Emphasis] = {}

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the costs of the frame's methods."""
        assert isinstance(frame, MetricFrame), "the view needs frames of its own story"
        self.set_supports(float((~frame.table.removed).sum()))
        if frame.costs is not self._drawn:
            self._drawn, ways = frame.costs, len(frame.table.names)
            self.set_costs([self._cost(key, cost, ways) for key, cost in frame.costs.items()])

    @override
    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._emphasis = dict(emphasis)
        super().show_methods(emphasis)

    def _cost(self, key: str, cost: frames.Cost, ways: int) -> Cost:
        label = self.tr("Pixels") if key == PIXELS else short_name(key)
        values = np.stack([cost.stored, cost.multiply_adds]).astype(np.float64)
        return Cost(key, label, cost.shots.astype(np.float64) * ways, values, self._emphasis.get(key, "full"))
