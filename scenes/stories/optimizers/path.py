"""Draws the paths of the learned and the hand-made optimizers on the loss of the shown landscape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.scenes.stories.optimizers.losses import legend_text
from metascope.scenes.stories.optimizers.words import method_name
from metascope.simulator.stories.optimizers.frame import OptimizersFrame, Terrain
from metascope.simulator.stories.optimizers.names import LEARNED, METHODS, RIVALS
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.maps.surface import ColorBar, SurfaceItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import FanItem
from metascope.widgets.plots.series.points import PointItem
from metascope.widgets.plots.views.plot import Axis, PlotView

Array = NDArray[np.float64]
DRAWN = tuple(reversed(METHODS))  # the learned optimizer on top
LEGEND = 640  # pixels of height from which the view has its own legend
ROOM = 0.08  # of the losses' span, left free below and above a curve


class PathView(PlotView):
    """Paths on a surface in two dimensions, or on a curve in one, up to the inner step.

    Signals:
        method_clicked: a person clicked a method's name or path: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: OptimizersSettings, theme: Theme) -> None:
        flat = settings.coordinates == 2
        x = Axis(translate("PathView", "parameter"), "θ₁" if flat else "θ")
        y = Axis(translate("PathView", "parameter"), "θ₂") if flat else Axis(translate("PathView", "loss"), "l")
        super().__init__("path", translate("PathView", "Descent, update by update"), theme, x, [y], equal=flat)
        self._flat = flat
        self._terrain: Terrain | None = None
        self._shown: dict[str, Emphasis] = {}
        self._legend = self.add_legend(from_height=LEGEND)
        self._bar = ColorBar(self.tr("loss l"))
        self._surface, self._curve = SurfaceItem("loss", self.tr("loss"), self._bar), LinesItem("theta")
        self._paths = {name: FanItem(f"{name}.path", name, method_name(name, settings.variant)) for name in DRAWN}
        self._start = PointItem("start", "ink", self.tr("start"))
        self._optimum = PointItem("optimum", "optimum", self.tr("optimum"))
        self._add_all()
        self._legend.clicked.connect(lambda name: self.method_clicked.emit(name))
        self.clicked.connect(self._tell_method)

    def draw(self, frame: OptimizersFrame, inner: int) -> None:
        """Show the frame's paths up to this inner step."""
        if frame.terrain is not self._terrain and frame.terrain is not None:
            self._terrain = frame.terrain
            self._draw_terrain(frame.terrain)
        for name, path in self._courses(frame):
            self._paths[name].set(path[:, None], inner)
        first = self._places(frame.path[:1], frame.loss[:1])
        if len(first):
            x, y = first[0].tolist()
            text = self.tr("start: {place}, loss {loss}")
            place = ", ".join(number(one, 4) for one in frame.path[0].tolist())
            self._start.set(x, y, text.format(place=place, loss=number(float(frame.loss[0]), 4)))
        self._tell(frame)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for name, path in self._paths.items():
            path.set_emphasis(emphasis.get(name, "full"))

    def _courses(self, frame: OptimizersFrame) -> Iterator[tuple[str, Array]]:
        """Yield every method's path as points (T + 1, 2); no points for a rival not yet tuned."""
        yield LEARNED, self._places(frame.path, frame.loss)
        for name, rival in zip(RIVALS, frame.rivals, strict=True):
            yield name, self._places(rival.path, rival.loss)

    def _places(self, path: NDArray[np.float32], loss: NDArray[np.float32]) -> Array:
        if path.shape[-1] == 0 or len(loss) == 0:
            return np.empty((0, 2))
        places = path if self._flat else np.stack([path[:, 0], loss], axis=-1)
        return places.astype(np.float64)

    def _draw_terrain(self, terrain: Terrain) -> None:
        axis, loss = terrain.axis.astype(np.float64), terrain.loss.astype(np.float64)
        reach = (float(axis[0]), float(axis[-1]))
        best = terrain.optimum.astype(np.float64)
        if self._flat:
            self._surface.set(axis, axis, loss)
            self.set_range(reach, reach)
            x, y = best.tolist()
        else:
            self._curve.set([Line("loss", "after", self.tr("loss"), axis, loss, width=1.5)])
            finite = loss[np.isfinite(loss)]
            low, high = float(finite.min()), float(np.quantile(finite, 0.9))
            room = ROOM * (high - low or 1.0)
            self.set_range(reach, (low - room, high + room))
            x = float(best[0])
            y = float(np.interp(x, axis, loss))
        place = ", ".join(number(one, 4) for one in best.tolist())
        self._optimum.set(x, y, self.tr("optimum: {place}").format(place=place))

    def _tell(self, frame: OptimizersFrame) -> None:
        known = {name for name, path in self._courses(frame) if len(path)}
        shown = [name for name in METHODS if name in known]
        self._legend.set([Entry(name, name, legend_text(frame, name), self._shown.get(name, "full")) for name in shown])

    def _tell_method(self, row: int, x: float, y: float, name: str) -> None:
        method, _, what = name.partition(".")
        if what == "path":
            self.method_clicked.emit(method)

    def _add_all(self) -> None:
        if self._flat:
            self.add(self._surface)
            self.add_bar(self._bar)
        else:
            self.add(self._curve)
        self.add(self._optimum)
        for path in self._paths.values():
            self.add(path)
        self.add(self._start)
