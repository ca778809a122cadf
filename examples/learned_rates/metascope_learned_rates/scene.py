"""The scene of the learned learning rates: losses step by step, paths on a task, and the rates over the meta-steps."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene, Words
from metascope.scenes.views.learning_curves import LearningView, Quantity, series_of
from metascope.scenes.views.lines import LinesView
from metascope.simulator.engine.frame import Frame
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.maps.surface import ColorBar, SurfaceItem
from metascope.widgets.plots.series.lines import Line
from metascope.widgets.plots.series.paths import FanItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.splitters import column, row
from metascope_learned_rates.story import METHODS, REACH, RatesFrame, RatesSettings

LOG = Scale("log")
RANGE = (1e-3, 10.0)  # of the losses in sight


def build(settings: RatesSettings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    steps, loss = Axis(translate("LearnedRates", "inner step")), Axis(translate("LearnedRates", "loss"), "l", "", LOG)
    title = translate("LearnedRates", "Mean loss, step by step")
    losses = LinesView("losses", title, theme, steps, loss, loss_lines, ((0.0, float(settings.inner_steps)), RANGE))
    side = column(PathsView(theme), learning_view(settings, theme), shares=(1, 1))
    return LayoutScene(METHODS, row(losses, side, shares=(3, 2)), words=words(), note=note)


def loss_lines(frame: RatesFrame, inner: int) -> list[Line]:
    """Return each method's mean loss on the held-out tasks, up to an inner step."""
    steps = np.arange(inner + 1.0)
    lines = zip(METHODS, frame.loss, strict=True)
    return [Line(f"{one.key}.loss", one.key, one.name, steps, loss[: inner + 1]) for one, loss in lines]


def note(frame: Frame, method: str) -> str:
    """Return the loss that a method reaches on the held-out tasks."""
    return number(frame.metrics[f"{method}.loss"])


def learning_view(settings: RatesSettings, theme: Theme) -> LearningView:
    """Return the view of losses and rates over the meta-steps."""
    loss, rate = Axis(translate("LearnedRates", "loss"), "l"), Axis(translate("LearnedRates", "rate"), "α")
    quantities = {
        "loss": Quantity(translate("LearnedRates", "Loss reached"), loss, series_of("loss", METHODS), (0.0, 0.3)),
        "flat": Quantity(translate("LearnedRates", "Flat rate"), rate, series_of("rate_flat", METHODS), (0.0, 0.5)),
        "steep": Quantity(translate("LearnedRates", "Steep rate"), rate, series_of("rate_steep", METHODS), (0.0, 0.2)),
    }
    told = translate("LearnedRates", "Mean loss after the inner steps on held-out tasks, or a learning rate")
    return LearningView(quantities, settings.steps, "", theme, told=told)


class PathsView(PlotView):
    """Where each method's steps lead on the shown task, from 0 towards its lowest point."""

    def __init__(self, theme: Theme) -> None:
        title = translate("LearnedRates", "Steps on one task")
        super().__init__("paths", title, theme, Axis("", "θ₁"), [Axis("", "θ₂")])
        told = translate("LearnedRates", "loss")
        bar = ColorBar(told)
        self._surface = SurfaceItem("surface", told, bar)
        self._fans = {one.key: FanItem(f"{one.key}.theta", one.key, one.name) for one in reversed(METHODS)}
        self.add_bar(bar)
        for mark in (self._surface, *self._fans.values()):
            self.add(mark)
        self.set_range((-REACH, REACH), (-REACH, REACH))

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show every method's path as far as an inner step."""
        assert isinstance(frame, RatesFrame), "the story's own frames are drawn"
        self._surface.set(frame.axis, frame.axis, frame.surface)
        for one, theta in zip(METHODS, frame.theta, strict=True):
            self._fans[one.key].set(theta[:, None], inner)

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw each method fully, dimmed or not at all."""
        for key, level in levels.items():
            self._fans[key].set_emphasis(level)


def words() -> Words:
    """Return the scene's texts."""
    return Words(
        title=translate("LearnedRates", "Learning rates that are learned"),
        formulas=(
            (
                r"\theta_{j+1} = \theta_j - \alpha \odot \nabla l(\theta_j), \quad"
                r" \log \alpha \leftarrow \log \alpha - \beta\, \nabla_{\log \alpha}\, l(\theta_k)",
                translate("LearnedRates", "Steps with rates alpha; the loss after k of them tells how to change alpha"),
            ),
        ),
        gestures=(
            (
                translate("LearnedRates", "Play the inner clock"),
                translate("LearnedRates", "Follow the steps on a task that no meta-step has seen"),
            ),
        ),
    )
