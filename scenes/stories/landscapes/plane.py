"""Draws the landscapes in two dimensions: a map of the loss with every method's starts and inner paths."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.scenes.stories.landscapes.grips import DRAWN, optimum_handle, start_handle
from metascope.scenes.stories.landscapes.vectors import equally_long, pair
from metascope.simulator.stories.landscapes.course import Tick
from metascope.simulator.stories.landscapes.frame import Array, LandscapesFrame, Surfaces
from metascope.simulator.stories.landscapes.names import METHOD_NAMES, METHODS, TASK_LETTERS
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.arrows import Arrow, ArrowsItem
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.maps.surface import ColorBar, SurfaceItem
from metascope.widgets.plots.series.paths import FanItem, TrailItem
from metascope.widgets.plots.views.plot import Axis, PlotView

DIRECTION = 0.12  # of the range: length of a drawn direction
LIFT = (14.0, -16.0)  # pixels from an optimum to its letter, so that the ends of the paths stay visible


class PlaneView(PlotView):
    """The loss surface of a task, or of all tasks now or after adaptation, with the paths on it.

    Signals:
        changed: a person dragged a start or a task's optimum: name, value and whether the gesture continues.
    """

    changed = Signal(str, object, bool)

    def __init__(self, settings: LandscapesSettings, theme: Theme) -> None:
        title = translate("PlaneView", "Starts on the task losses")
        axis = Axis(translate("PlaneView", "start"), "φ₁")
        super().__init__("landscape", title, theme, axis, [Axis(translate("PlaneView", "start"), "φ₂")], equal=True)
        self._settings = settings
        self._surfaces: Surfaces | None = None
        self._noisy = False  # the paths have noise, the surfaces have none
        self._choice = self._surface_choice()
        self._bar = ColorBar("")
        self._surface = SurfaceItem("loss", self.tr("loss"), self._bar)
        self._fans = {key: FanItem(f"{key}.theta", key, method_text(METHOD_NAMES[key])) for key in DRAWN}
        self._trails = {key: TrailItem(f"{key}.phi", key, method_text(METHOD_NAMES[key])) for key in DRAWN}
        self._starts = {key: start_handle(key, 2, self.changed.emit) for key in DRAWN}
        movable = 0 if settings.sampled else settings.tasks
        self._optima = [optimum_handle(task, 2, LIFT, self.changed.emit) for task in range(movable)]
        self._told = ArrowsItem("told", self.tr("this inner step"))
        self._add_all()
        self.set_range((settings.low, settings.high), (settings.low, settings.high))

    def draw(self, frame: LandscapesFrame, tick: Tick, method: str) -> None:
        """Show the frame with the inner paths up to `tick`."""
        if frame.surfaces is not self._surfaces:
            self._surfaces, self._noisy = frame.surfaces, frame.noisy
            self._draw_surface()
            for task, handle in enumerate(self._optima):
                handle.set_position(*frame.surfaces.optima[task].tolist())
        if frame.noisy != self._noisy:
            self._noisy = frame.noisy
            self._draw_surface()
        letters = TASK_LETTERS[: frame.theta.shape[3]]
        for index, key in enumerate(METHODS):
            self._fans[key].set(frame.theta[:, index, 0], tick.inner, letters)
            self._starts[key].set_position(*frame.phi[index, 0].tolist())
        self._told.set(self._arrows(frame, tick, method))

    def draw_trails(self, frame: LandscapesFrame, trail: Array) -> None:
        """Show the way (n, M, S, 2) that the starts have come to where the frame has them."""
        for index, key in enumerate(METHODS):
            self._trails[key].set(np.concatenate([trail[:, index], frame.phi[None, index]]))

    def _arrows(self, frame: LandscapesFrame, tick: Tick, method: str) -> list[Arrow]:
        """Return the arrows of this inner step: query gradients where they are measured, the direction, or the step."""
        index = METHODS.index(method)
        start = frame.phi[index, 0]  # (2,)
        if tick.kind == "query":
            at_start = method == "pretraining"
            places = frame.theta[0 if at_start else -1, index, 0]  # (T, 2)
            gradients = frame.directions[index, 0, 0] if at_start else frame.query_gradient[index, 0]  # (T, 2)
            return [self._along(method, "", place, -g) for place, g in zip(places, gradients, strict=True)]
        if tick.kind == "gradient":
            g = frame.directions[index, index, 0].sum(axis=0)  # (2,)
            label = self.tr("against the meta-gradient, {norm}")
            if method == "reptile":  # its direction is the gradient of nothing
                label = self.tr("towards the adapted θ, {norm}")
            label = label.format(norm=number(float(np.hypot(*g)), 2))
            return [self._along(method, label, start, -g)]
        if tick.kind == "update":
            return [Arrow(method, "", pair(start), pair(frame.next_phi[index, 0]))]
        return []

    def _along(self, role: str, label: str, start: Array, direction: Array) -> Arrow:
        """Return an arrow whose length is a fixed share of the range; the label gives the true length."""
        reach = DIRECTION * (self._settings.high - self._settings.low)
        return equally_long(Arrow(role, label, pair(start), pair(start + direction)), reach)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        for key, level in emphasis.items():
            for mark in (self._fans[key], self._trails[key], self._starts[key]):
                mark.set_emphasis(level)

    def _draw_surface(self) -> None:
        if self._surfaces is None:
            return
        values, label = self._values(self._surfaces)
        self._bar.set_label(label)
        self._surface.set(self._surfaces.axis, self._surfaces.axis, values)

    def _values(self, surfaces: Surfaces) -> tuple[Array, str]:
        """Return the chosen surface and the name of its quantity (a loss has no unit)."""
        key = self._choice.currentData()
        over = self.tr("mean over unseen tasks") if surfaces.averaged else self.tr("sum over tasks")
        if key == "after" and self._noisy:
            return surfaces.after, self.tr("loss after adaptation without noise, {over}").format(over=over)
        if key == "after":
            return surfaces.after, self.tr("loss after adaptation, {over}").format(over=over)
        if key == "now":
            return surfaces.now, self.tr("loss now, {over}").format(over=over)
        return surfaces.tasks[key], self.tr("loss of task {letter}").format(letter=TASK_LETTERS[key])

    def _surface_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("All tasks, after adaptation"), "after")
        box.addItem(self.tr("All tasks, now"), "now")
        for task in range(self._settings.tasks):
            box.addItem(self.tr("Task {letter}").format(letter=TASK_LETTERS[task]), task)
        box.setToolTip(self.tr("Surface shown: Σ l(θₖ(φ)), Σ l(φ), or one task's l"))
        box.setAccessibleName(self.tr("Surface shown"))
        box.activated.connect(self._draw_surface)
        self.add_control(box)
        return box

    def _add_all(self) -> None:
        self.add(self._surface)
        self.add_bar(self._bar)
        for optimum in self._optima:
            optimum.setZValue(0)  # below the rings at the ends of the paths
            self.add(optimum)
        for key in DRAWN:
            self.add(self._fans[key])
            self.add(self._trails[key])
        self.add(self._told)
        for start in self._starts.values():
            self.add(start)
