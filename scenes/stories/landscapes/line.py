"""Draws the landscapes in one dimension: the tasks' curves with all inner paths, and below them the two objectives."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsItem

from metascope.scenes.stories.landscapes.grips import DRAWN, optimum_handle, start_handle
from metascope.simulator.stories.landscapes.course import Tick
from metascope.simulator.stories.landscapes.frame import Array, LandscapesFrame, Surfaces
from metascope.simulator.stories.landscapes.names import METHOD_NAMES, METHODS, TASK_LETTERS
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.arrows import Arrow, ArrowsItem
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import FanItem, TrailItem
from metascope.widgets.plots.views.plot import Axis, PlotView

TASKS, OBJECTIVES = 0, 1  # the rows
ROOM, BELOW = 0.2, 0.35  # of the losses' span: margin around the curves, and below, for the tasks' letters
TANGENT = 0.07  # of the range: width of a drawn slope
LIFT = (0.0, 18.0)  # pixels from an optimum down to its letter, so that the ends of the paths stay visible
DRAGGED_CURVES = 4  # tasks whose curves have handles of the starts; more would cover the curves


class LineView(PlotView):
    """The lecture's picture, computed: the tasks' losses above, the loss now and after adaptation below.

    Signals:
        changed: a person dragged a start or a task's optimum: name, value and whether the gesture continues.
    """

    changed = Signal(str, object, bool)

    def __init__(self, settings: LandscapesSettings, theme: Theme) -> None:
        super().__init__(
            "landscape",
            translate("LineView", "Starts on the task losses"),
            theme,
            Axis(translate("LineView", "start"), "φ"),
            [
                Axis(translate("LineView", "task loss"), "l"),
                Axis(
                    translate("LineView", "unseen tasks, mean")
                    if settings.sampled
                    else translate("LineView", "all tasks, sum"),
                    "L",
                ),
            ],
        )
        self._settings = settings
        self._surfaces: Surfaces | None = None
        self._frame: LandscapesFrame | None = None
        self._curves, self._objectives = LinesItem("phi"), LinesItem("phi")
        self._fans = {key: FanItem(f"{key}.theta", key, method_text(METHOD_NAMES[key])) for key in DRAWN}
        self._trails = {key: TrailItem(f"{key}.trail", key, method_text(METHOD_NAMES[key])) for key in DRAWN}
        self._now = {key: TrailItem(f"{key}.loss_now", key, method_text(METHOD_NAMES[key])) for key in DRAWN}
        self._update = ArrowsItem("update", self.tr("update"))
        self._queries = ArrowsItem("query", self.tr("query gradient"))
        self._gains = ArrowsItem("adaptation", self.tr("gain of adaptation"))
        self._shown: dict[str, Emphasis] = {}
        self._legend = self.add_legend(OBJECTIVES)
        self._starts = {key: self._start_handles(key) for key in DRAWN}
        movable = 0 if settings.sampled else settings.tasks
        self._optima = [optimum_handle(task, 1, LIFT, self.changed.emit) for task in range(movable)]
        self._add_all()

    def draw(self, frame: LandscapesFrame, tick: Tick, method: str) -> None:
        """Show the frame with the inner paths up to `tick`."""
        if frame.surfaces is not self._surfaces:
            self._draw_surfaces(frame.surfaces, frame.noisy)
        elif self._frame is None or frame.noisy != self._frame.noisy:
            self._draw_objectives(frame.surfaces, frame.noisy)
        paths = np.empty((*frame.loss.shape[:2], frame.loss.shape[3], 2))  # (k + 1, M, T, 2)
        paths[..., 0], paths[..., 1] = frame.theta[:, :, 0, :, 0], frame.loss[:, :, 0]
        now = np.empty((*frame.loss_now.shape, 2))  # (M, S, 2)
        now[..., 0], now[..., 1] = frame.phi[..., 0], frame.loss_now
        if frame.surfaces.averaged:  # measured on this meta-step's tasks, whereas the curves are of unseen ones
            now[..., 1] = np.interp(now[..., 0], frame.surfaces.axis, frame.surfaces.now)
        for index, key in enumerate(METHODS):
            self._draw_method(frame, index, key, tick.inner, paths[:, index], now[index])
        self._frame = frame
        self._draw_gains()
        self._queries.set(self._slopes(frame, tick, method))
        self._update.set(self._meta_gradient(frame, tick, method))

    def draw_trails(self, frame: LandscapesFrame, trail: Array) -> None:
        """Show the way (n, M, S, 1) that the starts have come to where the frame has them, on the objective."""
        axis, curve, count = frame.surfaces.axis, frame.surfaces.after, len(trail)
        points = np.empty((count + 1, *trail.shape[1:3], 2))  # (n + 1, M, S, 2)
        points[:-1, ..., 0], points[-1, ..., 0] = trail[..., 0], frame.phi[..., 0]
        points[:-1, ..., 1] = np.interp(trail[..., 0], axis, curve)
        for index, key in enumerate(METHODS):
            points[-1, index, :, 1] = self._after(frame, index)
            self._trails[key].set(points[:, index])

    def _after(self, frame: LandscapesFrame, index: int) -> Array:
        """Return the losses after adaptation of a method's starts (S,).

        As the curve has them where it is a mean, or without the noise that is on the paths.
        """
        surfaces = frame.surfaces
        if not (surfaces.averaged or frame.noisy):
            return np.asarray(frame.loss_after[index])
        return np.asarray(np.interp(frame.phi[index, :, 0], surfaces.axis, surfaces.after))

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for key, level in emphasis.items():
            for mark in (self._fans[key], self._trails[key], self._now[key], *self._starts[key]):
                mark.set_emphasis(level)
        self._draw_gains()

    def _draw_surfaces(self, surfaces: Surfaces, noisy: bool) -> None:
        last, self._surfaces = self._surfaces, surfaces
        if last is None or (len(surfaces.axis) == self._settings.grid and surfaces.after is not last.after):
            self._fit(surfaces)
        self._curves.set(
            [
                Line(
                    f"task.{letter}",
                    f"task.{letter}",
                    self.tr("task {letter}").format(letter=letter),
                    surfaces.axis,
                    y,
                    shown,
                )
                for letter, y in zip(TASK_LETTERS, surfaces.tasks, strict=False)
                for shown in [letter if self._settings.sampled else ""]
            ]
        )
        if last is None or surfaces.now is not last.now or surfaces.after is not last.after:
            self._draw_objectives(surfaces, noisy)
        for task, handle in enumerate(self._optima):
            x = float(surfaces.optima[task, 0])
            handle.set_position(x, float(np.interp(x, surfaces.axis, surfaces.tasks[task])))

    def _draw_objectives(self, surfaces: Surfaces, noisy: bool) -> None:
        now, after = self.tr("loss now Σ l(φ)"), self.tr("loss after adaptation Σ l(θₖ(φ))")
        if surfaces.averaged:
            now, after = self.tr("unseen tasks now, mean"), self.tr("unseen tasks after adaptation, mean")
        if noisy:
            after = self.tr("{after}, without noise").format(after=after)
        self._objectives.set(
            [
                Line("loss_now", "now", now, surfaces.axis, surfaces.now),
                Line("loss_after", "after", after, surfaces.axis, surfaces.after),
            ]
        )
        entries = [Entry("loss_now", "now", now), Entry("loss_after", "after", after)]
        if noisy:
            paths = self.tr("marks and trails: without noise; paths above: one draw")
            entries.append(Entry("noise", "muted", paths))
        self._legend.set(entries)

    def _fit(self, surfaces: Surfaces) -> None:
        """Show where the losses are low; the steep ends of the range would flatten the rest."""
        x = (self._settings.low, self._settings.high)
        for row, curves in ((TASKS, surfaces.tasks), (OBJECTIVES, np.stack([surfaces.now, surfaces.after]))):
            finite = curves[np.isfinite(curves)]
            low, high = float(finite.min()), float(np.quantile(finite, 0.8))
            span = high - low or 1.0
            self.set_range(x, (low - (BELOW if row == TASKS else ROOM) * span, high + ROOM * span), row)

    def _draw_method(self, frame: LandscapesFrame, index: int, key: str, inner: int, paths: Array, now: Array) -> None:
        """Draw a method's paths (k + 1, T, 2) and its starts with their losses (S, 2)."""
        self._fans[key].set(paths, inner, TASK_LETTERS[: frame.theta.shape[3]])
        self._now[key].set(now[None])
        places = [(float(now[0, 0]), float(self._after(frame, index)[0])), *((x, y) for x, y in paths[0].tolist())]
        for handle, (x, y) in zip(self._starts[key], places, strict=False):
            handle.set_position(x, y)

    def _draw_gains(self) -> None:
        """Draw an arrow from the loss now to the loss after adaptation, for every method in focus."""
        frame = self._frame
        if frame is not None:
            shown = [key for key in DRAWN if self._shown.get(key, "full") == "full"]
            self._gains.set([self._gain(frame, key) for key in shown])

    def _gain(self, frame: LandscapesFrame, key: str) -> Arrow:
        index = METHODS.index(key)
        x = float(frame.phi[index, 0, 0])
        now, after = float(frame.loss_now[index, 0]), float(frame.loss_after[index, 0])
        if frame.noisy:
            after = self._height(frame.surfaces.after, x)
        if frame.surfaces.averaged:
            now, after = self._height(frame.surfaces.now, x), self._height(frame.surfaces.after, x)
        return Arrow(key, "", (x, now), (x, after))

    def _slopes(self, frame: LandscapesFrame, tick: Tick, method: str) -> list[Arrow]:
        """Return the query gradients as downhill tangents to the tasks' curves, where they are measured."""
        if tick.kind not in ("query", "gradient"):
            return []
        index = METHODS.index(method)
        asked = 0 if method == "pretraining" else -1  # pre-training measures at phi, the others where adaptation ends
        slopes = frame.directions[index, 0, 0, :, 0] if asked == 0 else frame.query_gradient[index, 0, :, 0]  # (T,)
        places = zip(frame.theta[asked, index, 0, :, 0], frame.loss[asked, index, 0], slopes, strict=True)
        return [self._tangent(method, float(x), float(y), float(slope)) for x, y, slope in places]

    def _meta_gradient(self, frame: LandscapesFrame, tick: Tick, method: str) -> list[Arrow]:
        """Return the method's estimate of the objective's slope at its start, or the step that it takes.

        Reptile estimates no slope: its arrow leads along the way to the adapted parameters.
        """
        index = METHODS.index(method)
        x = float(frame.phi[index, 0, 0])
        height = self._height(frame.surfaces.after, x)
        if tick.kind == "gradient":
            slope = float(frame.directions[index, index, 0, :, 0].sum())
            if method == "reptile":
                reach = TANGENT * (self._settings.high - self._settings.low) * (-1 if slope > 0 else 1)
                label = self.tr("towards the adapted θ, {size}").format(size=number(abs(slope), 2))
                return [Arrow(method, label, (x, height), (x + reach, height))] if slope else []
            return [self._tangent(method, x, height, slope, self.tr("slope {slope}").format(slope=number(slope, 2)))]
        if tick.kind == "update":
            step = float(frame.next_phi[index, 0, 0]) - x
            return [Arrow(method, "", (x, height), (x + step, height))]
        return []

    def _tangent(self, role: str, x: float, y: float, slope: float, label: str = "") -> Arrow:
        """Return a downhill arrow along a slope; its width is a fixed share of the range."""
        reach = TANGENT * (self._settings.high - self._settings.low) * (-1 if slope > 0 else 1)
        return Arrow(role, label, (x, y), (x + reach, y + reach * slope))

    def _height(self, curve: Array, x: float) -> float:
        assert self._surfaces is not None, "a frame has surfaces"
        return float(np.interp(x, self._surfaces.axis, curve))

    def _start_handles(self, key: str) -> list[Handle]:
        """Return the handles of a start: on the objective, and on the curves of the first tasks."""
        handles = [
            start_handle(key, 1, self.changed.emit) for _ in range(1 + min(self._settings.tasks, DRAGGED_CURVES))
        ]
        for handle in handles[1:]:  # one is enough for the keyboard
            handle.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable, False)
        return handles

    def _add_all(self) -> None:
        self.add(self._curves, TASKS)
        self.add(self._objectives, OBJECTIVES)
        for key in DRAWN:
            self.add(self._fans[key], TASKS)
            self.add(self._now[key], OBJECTIVES)
            self.add(self._trails[key], OBJECTIVES)
        self.add(self._queries, TASKS)
        self.add(self._gains, OBJECTIVES)
        self.add(self._update, OBJECTIVES)
        for key in DRAWN:
            on_objective, *on_curves = self._starts[key]
            self.add(on_objective, OBJECTIVES)
            for handle in on_curves:
                self.add(handle, TASKS)
        for optimum in self._optima:
            self.add(optimum, TASKS)
