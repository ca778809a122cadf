"""Draws the paths of the five cells' estimates of theta, on the task's curve (1-D) or surface (2-D)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt, Signal

from metascope.scenes.stories.lstm_cell.pictures import shown_step
from metascope.simulator.stories.lstm_cell.course import tick
from metascope.simulator.stories.lstm_cell.frame import Array, CellFrame, Surface
from metascope.simulator.stories.lstm_cell.names import METHOD_NAMES, METHODS
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.labels import LettersItem
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.maps.surface import ColorBar, SurfaceItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import FanItem
from metascope.widgets.plots.views.plot import Axis, PlotView

DRAWN = METHODS[::-1]  # the plain LSTM on top
SEEN = 0.7  # of the curve is visible: its steep ends would flatten the rest
ROOM = 0.12  # of the losses' span, left free above and below


class PathsView(PlotView):
    """The loss of the shown task with every cell's path on it, step by step, and the draggable start.

    Signals:
        changed: a person dragged the start: "start", its coordinates, and whether the gesture continues.
    """

    changed = Signal(str, object, bool)

    def __init__(self, settings: CellSettings, theme: Theme) -> None:
        flat = settings.dimension == 1
        super().__init__(
            "paths",
            translate("PathsView", "Estimates of θ"),
            theme,
            Axis("", "θ" if flat else "θ₁"),
            [Axis(translate("PathsView", "loss"), "l") if flat else Axis("", "θ₂")],
            equal=not flat,
        )
        self._settings = settings
        self._surface: Surface | None = None
        self._line = LinesItem("theta")
        self._bar = ColorBar(translate("PathsView", "loss"))
        self._map = SurfaceItem("loss", translate("PathsView", "loss"), self._bar)
        self._optimum = LettersItem("optimum", translate("PathsView", "minimum of the task"))
        self._fans = {key: FanItem(f"{key}.theta", key, method_text(METHOD_NAMES[key])) for key in DRAWN}
        self._start = Handle("start", "ink", translate("PathsView", "start θ⁰"), follow=self._within)
        self._start.dragged.connect(self._dragged)
        self.add(self._line if flat else self._map)
        if not flat:
            self.add_bar(self._bar)
        self.add(self._optimum)
        for fan in self._fans.values():
            self.add(fan)
        self.add(self._start)

    def draw_frame(self, frame: CellFrame, inner: int, method: str) -> None:
        """Show every cell's path up to the time step of an inner step."""
        step = shown_step(tick(inner))
        if frame.surface is not self._surface:
            self._surface = frame.surface
            self._draw_surface(frame.surface)
        for index, key in enumerate(METHODS):
            self._fans[key].set(self._placed(frame.theta[index], frame.loss[index]), step)
        start = self._placed(frame.theta[0, :1], frame.loss[0, :1])[0, 0]
        self._start.set_position(*start.tolist())

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw each cell fully, dimmed or not at all."""
        for key, level in levels.items():
            self._fans[key].set_emphasis(level)

    def _placed(self, theta: Array, loss: Array) -> Array:
        """Return a path (T + 1, d) with its losses (T + 1,) as points of the plot, (T + 1, 1, 2)."""
        if self._settings.dimension == 1:
            return np.stack([theta[:, 0], loss], axis=-1)[:, None]
        return theta[:, None]

    def _draw_surface(self, surface: Surface) -> None:
        span = (self._settings.low, self._settings.high)
        name = self.tr("loss of task {letter}").format(letter=surface.letter)
        if self._settings.dimension == 1:
            low, high = float(surface.loss.min()), float(np.quantile(surface.loss, SEEN))
            high = max(high, float(np.interp(self._settings.start[0], surface.axis, surface.loss)))
            room = ROOM * (high - low or 1.0)
            self._line.set([Line("loss", "ink", name, surface.axis, surface.loss)])
            self.set_range(span, (low - 1.6 * room, high + room))
            bottom = [float(surface.optimum[0]), float(np.interp(surface.optimum[0], surface.axis, surface.loss))]
            bottom[1] -= 0.8 * room
            self._optimum.set(np.array([bottom]), [surface.letter])
        else:
            self._bar.set_label(name)
            self._map.set(surface.axis, surface.axis, surface.loss)
            self.set_range(span, span)
            self._optimum.set(surface.optimum[None], [surface.letter])

    def _within(self, x: float, y: float) -> tuple[float, float]:
        """Return the nearest valid place for the start: in the range and, in one dimension, on the curve."""
        low, high = self._settings.low, self._settings.high
        x = min(max(x, low), high)
        if self._settings.dimension == 2:
            return x, min(max(y, low), high)
        if self._surface is None:
            return x, y
        return x, float(np.interp(x, self._surface.axis, self._surface.loss))

    def _dragged(self, x: float, y: float, draft: bool, _: Qt.KeyboardModifier) -> None:
        self.changed.emit("start", [x, y][: self._settings.dimension], draft)
