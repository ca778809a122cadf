"""Builds the landscapes scene: starts on loss surfaces, the directions, and the curves over meta-steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import numpy as np
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene, Words
from metascope.scenes.stories.landscapes.line import LineView
from metascope.scenes.stories.landscapes.plane import PlaneView
from metascope.scenes.stories.landscapes.vectors import VectorsView
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.landscapes.course import course
from metascope.simulator.stories.landscapes.first_order import undefined
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.simulator.stories.landscapes.names import METHOD_NAMES, STORY_METHODS
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.landscapes.trail import Trail
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.views.curves import CurvesView, Series
from metascope.widgets.plots.views.plot import Axis
from metascope.widgets.views.splitters import column, row

LISTED = tuple(method.key for method in STORY_METHODS)
ERROR_RANGES = {"angle_to_maml": (0.0, 185.0), "norm_to_maml": (-1.0, 1.0)}  # degrees; decades
POINTS = 240  # pairs of extremes per curve


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, LandscapesSettings), "the scene needs the settings of its own story"
    return LandscapesScene(settings, theme)


class LandscapesScene(LayoutScene):
    """Starts on loss surfaces, in one dimension or two."""

    def __init__(self, settings: LandscapesSettings, theme: Theme) -> None:
        super().__init__(STORY_METHODS)
        self._settings = settings
        self._picture = LineView(settings, theme) if settings.dimension == 1 else PlaneView(settings, theme)
        self._vectors = VectorsView(settings.tasks, theme) if settings.dimension == 2 else None
        self._metrics: Metrics | None = None  # those drawn last
        self._trail: Trail | None = None  # read from them
        self._frame: LandscapesFrame | None = None  # the one drawn last
        self._last = -1  # meta-step up to which the curves show
        self._error_choice = self._make_error_choice()
        self._now, self._after, self._error = self._curves(theme)
        for curves in (self._now, self._after, self._error):
            curves.series_clicked.connect(lambda name: self.method_chosen.emit(name.partition(".")[0]))
        self.set_layout(self._layout())

    @override
    def words(self) -> Words:
        return Words(
            title=self.tr("Where a good start lies"),
            formulas=(
                (
                    r"\theta_{j+1} = \theta_j - \alpha \nabla l(\theta_j), \quad \theta_0 = \phi",
                    self.tr("Adaptation to a task: k gradient steps from the start phi"),
                ),
                (
                    r"\text{MAML: } \min_\phi {\textstyle \sum_n} l_n(\theta_k(\phi))"
                    r" \qquad \text{pre-training: } \min_\phi {\textstyle \sum_n} l_n(\phi)",
                    self.tr(
                        "MAML minimizes the summed loss after adaptation; pre-training minimizes the summed loss at phi"
                    ),
                ),
                (
                    r"\text{FOMAML: } g = \nabla l(\theta_k)"
                    r" \qquad \text{Reptile: } \phi \leftarrow \phi + \varepsilon\, (\overline{\theta_k} - \phi)",
                    self.tr(
                        "FOMAML takes the gradient at the adapted theta; Reptile moves phi towards the mean adapted"
                        " theta"
                    ),
                ),
            ),
            gestures=(
                (self.tr("Drag a filled mark"), self.tr("Move the start φ of all methods; with Shift, only this one")),
                (self.tr("Drag a letter"), self.tr("Move the optimum of this task, with its whole surface")),
                (self.tr("Wheel, drag the plot, double click"), self.tr("Zoom, pan, reset the range")),
                (self.tr("Hover, click"), self.tr("Show the value of a mark; pin it")),
                (self.tr("Tab and arrow keys in a plot"), self.tr("Select a mark and move it; Shift: larger steps")),
            ),
        )

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, LandscapesFrame), "the scene needs frames of its own story"
        tick = course(frame, method)[inner]
        self._picture.draw(frame, tick, method)
        if frame is not self._frame or self.draws_texts():  # small moves were left out of what was drawn at a glance
            self._frame = frame
            self._draw_trails()
        if self._vectors is not None and self.draws(self._vectors):
            self._vectors.draw(frame, tick, method)
        if self.draws_texts():
            self._draw_texts(frame)

    def _draw_texts(self, frame: LandscapesFrame) -> None:
        if not self._settings.sampled:
            after = self.tr("Loss after k steps")
            self._after.set_title(self.tr("{title}, one draw each").format(title=after) if frame.noisy else after)
        why = undefined(frame.directions)
        self._error.set_remark("" if why is None else localized(why))

    @override
    def draw_curves(self, metrics: Metrics, step: int) -> None:
        """Show the losses now and after adaptation, and the error of the first-order directions."""
        if self._last < step or self._last < metrics.last_step:
            self._show_steps(max(step, metrics.last_step))
        for curves, quantity in ((self._now, self._quantity("now")), (self._after, self._quantity("after"))):
            self._draw_quantity(curves, metrics, quantity, LISTED)
            curves.set_cursor(step)
        if metrics is not self._metrics:
            self._trail = Trail(metrics, self._settings.starts, self._settings.dimension)
            self._draw_trails()
        self._metrics = metrics
        self._draw_error(metrics)
        self._error.set_cursor(step)

    def _draw_trails(self) -> None:
        """Show the way that the starts have come, as far as the metrics are known."""
        frame = self._frame
        if frame is not None:
            none = np.empty((0, *frame.phi.shape))
            self._picture.draw_trails(frame, none if self._trail is None else self._trail.until(frame))

    @override
    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        super().set_emphasis(emphasis)
        levels = cast("Mapping[str, Level]", emphasis)
        for curves, quantity in self._curve_views():
            curves.set_emphasis({f"{key}.{quantity}": level for key, level in levels.items()})

    @override
    def notes(self, frame: Frame) -> Mapping[str, str]:
        """Return each method's loss now and after adaptation, on unseen tasks if there are any."""
        assert isinstance(frame, LandscapesFrame), "the scene needs frames of its own story"
        measured = {**frame.metrics, **frame.unseen}
        text, now, after = self.tr("{now} → {after}"), self._quantity("now"), self._quantity("after")
        return {
            key: text.format(now=loss(measured.get(f"{key}.{now}")), after=loss(measured.get(f"{key}.{after}")))
            for key in LISTED
        }

    @override
    def noted_at(self, frame: Frame) -> tuple[int, int] | None:
        assert isinstance(frame, LandscapesFrame), "the scene needs frames of its own story"
        every = self._settings.test_every
        before = frame.step // every * every
        return (before, before + every) if self._settings.sampled and frame.unseen else None

    def _show_steps(self, newest: int) -> None:
        """Let all curves show the whole run; extend the axis if it runs longer than planned."""
        self._last = self._settings.steps if newest <= self._settings.steps else round(newest * 1.25)
        for view, _ in self._curve_views():
            view.set_x_range(0, self._last)

    def _draw_error(self, metrics: Metrics) -> None:
        self._draw_quantity(
            self._error, metrics, self._error_choice.currentData(), ("fomaml", "reptile", "pretraining")
        )

    def _quantity(self, when: str) -> str:
        return f"test_loss_{when}" if self._settings.sampled else f"loss_{when}"

    def _curve_views(self) -> tuple[tuple[CurvesView, str], ...]:
        return (
            (self._now, self._quantity("now")),
            (self._after, self._quantity("after")),
            (self._error, self._error_choice.currentData()),
        )

    def _draw_quantity(self, view: CurvesView, metrics: Metrics, quantity: str, keys: tuple[str, ...]) -> None:
        series = []
        for key in reversed(keys):
            name = f"{key}.{quantity}"
            steps, values = metrics.curve(name, POINTS)
            if len(steps):
                series.append(Series(name, key, steps.astype(float), values, method_text(METHOD_NAMES[key])))
        view.set_many(series)

    def _curves(self, theme: Theme) -> tuple[CurvesView, CurvesView, CurvesView]:
        steps = Axis(self.tr("meta-step"))
        over = self.tr("unseen tasks, mean") if self._settings.sampled else self.tr("all tasks, sum")
        loss = Axis(self.tr("loss"), "L")
        now = CurvesView("loss_now", self.tr("Loss now"), theme, steps, loss, legend="on paper")
        after = CurvesView("loss_after", self.tr("Loss after k steps"), theme, steps, loss, legend="on paper")
        for view in (now, after):
            view.setToolTip(plain_tip(over))
        error = CurvesView(
            "first_order_error", self.tr("First-order error"), theme, steps, self._error_axis(), legend="on paper"
        )
        error.add_control(self._error_choice)
        error.setToolTip(self.tr("The curves have gaps where the exact meta-gradient has no direction to compare with"))
        error.set_y_range(*ERROR_RANGES[self._error_choice.currentData()])
        return now, after, error

    def _error_axis(self) -> Axis:
        if self._error_choice.currentData() == "angle_to_maml":
            return Axis(self.tr("angle"), "", "°")
        return Axis(self.tr("ratio of norms"), "", "", Scale("log"))

    def _choose_error(self) -> None:
        self._error.clear()
        self._error.set_axis(0, y=self._error_axis())
        self._error.set_y_range(*ERROR_RANGES[self._error_choice.currentData()])
        if self._metrics is not None:
            self._draw_error(self._metrics)

    def _make_error_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Angle"), "angle_to_maml")
        box.addItem(self.tr("Ratio of norms"), "norm_to_maml")
        box.setToolTip(self.tr("Deviation of a method's direction from the exact meta-gradient, both at MAML's start"))
        box.setAccessibleName(self.tr("First-order error shown"))
        box.setCurrentIndex(0 if self._settings.dimension == 2 else 1)  # in one dimension an angle is 0° or 180°
        box.activated.connect(self._choose_error)
        return box

    def _layout(self) -> QWidget:
        if self._vectors is None:
            side = column(self._after, self._now, self._error)
        else:
            side = column(self._vectors, row(self._after, self._now), self._error, sizes=(240, 150, 170))
        return row(self._picture, side, shares=(3, 2), sizes=(600, 400))


def loss(value: float | None) -> str:
    """Return a loss in at most five characters, a dash if it is missing."""
    if value is None:
        return "–"
    if abs(value) < 999.5:
        return f"{value:.{2 if abs(value) < 9.995 else 1 if abs(value) < 99.95 else 0}f}".replace(
            "-0.00", "0.00"
        ).replace("-", "−")
    return f"{value:.0e}".replace("-", "−")
