"""Draws the cells' losses: over the time steps of the frame, and over the meta-steps of the training."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.scenes.stories.lstm_cell.pictures import shown_step
from metascope.scenes.views.learning_curves import LearningView, Quantity, method_of, series_of
from metascope.simulator.stories.lstm_cell.course import tick
from metascope.simulator.stories.lstm_cell.frame import CellFrame
from metascope.simulator.stories.lstm_cell.names import METHODS, STORY_METHODS
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.scales import LINEAR, Scale
from metascope.widgets.plots.views.curves import CurvesView, Series
from metascope.widgets.plots.views.plot import Axis


class LossesView(CurvesView):
    """Every cell's loss on the shown task, time step by time step.

    Signals:
        method_clicked: a person clicked a name of the legend: its cell.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: CellSettings, theme: Theme) -> None:
        title, step = translate("CellScene", "Loss by time step"), Axis(translate("CellScene", "time step"), "t")
        super().__init__("losses", title, theme, step, loss_axis(settings, "l"), legend="on paper")
        self.set_x_range(0, settings.time_steps)
        self.series_clicked.connect(self._tell_method)

    def draw_frame(self, frame: CellFrame, inner: int, method: str) -> None:
        """Show every cell's losses, with a cursor at the time step of the inner step."""
        steps = np.arange(frame.loss.shape[1], dtype=float)
        self.set_y_range(*steady(self.panels[0].y.scale.bend(frame.loss)))
        self.set_many(
            Series(f"{one.key}.loss", one.key, steps, frame.loss[METHODS.index(one.key)], method_text(one.name))
            for one in reversed(STORY_METHODS)
        )
        self.set_cursor(shown_step(tick(inner)))

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw each cell fully, dimmed or not at all."""
        self.set_emphasis({f"{key}.loss": level for key, level in levels.items()})

    def _tell_method(self, series: str) -> None:
        self.method_clicked.emit(method_of(series))


def training_view(settings: CellSettings, theme: Theme) -> LearningView:
    """Return the view of the cells' losses over the meta-steps."""
    titles = {
        "loss_mean": translate("CellScene", "Unseen, all steps"),
        "loss_last": translate("CellScene", "Unseen, last step"),
        "meta_loss": translate("CellScene", "Meta-loss"),
    }
    loss = loss_axis(settings, "L")
    quantities = {
        name: Quantity(title, loss, series_of(name, STORY_METHODS), reach=None, spreads=False)
        for name, title in titles.items()
    }
    told = translate("CellScene", "Mean loss on unseen starts, or on the batch of each meta-step")
    named = ("training", translate("CellScene", "Training"), Axis(translate("CellScene", "meta-step")))
    return LearningView(quantities, settings.steps, "", theme, told=told, named=named)


def loss_axis(settings: CellSettings, symbol: str) -> Axis:
    """Return the axis of losses, logarithmic where they are positive: other families may have negative losses."""
    scale = Scale("log") if settings.family == "quadratics" else LINEAR
    return Axis(translate("CellScene", "loss"), symbol, "", scale)


def steady(values: NDArray[np.float64]) -> tuple[float, float]:
    """Return a range around the finite values that changes only in steps and does not depend on earlier values."""
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    step = 10.0 ** math.floor(math.log10(max(high - low, 1e-6)) - 0.3)
    return (math.floor(low / step) - 0.2) * step, (math.ceil(high / step) + 0.2) * step
