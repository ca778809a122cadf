"""Draws how far each layer moves while a method adapts: the picture behind ANIL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.simulator.stories.sines.frame import MetaTest, SinesFrame
from metascope.simulator.stories.sines.names import METHOD_NAMES
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import rounded_up
from metascope.widgets.plots.series.bars import Bars, BarsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

Array = NDArray[np.float64]


class LayersView(PlotView):
    """A bar per layer and method: how far the layer has moved and turned at the inner step, on the shown wave.

    A line across a bar is the mean over held-out waves after all inner steps.

    Signals:
        method_clicked: a person clicked a method's bar: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, layers: int, theme: Theme) -> None:
        names = [translate("LayersView", "layer {number}").format(number=layer + 1) for layer in range(layers)]
        names[-1] = translate("LayersView", "last layer")
        x = Axis("", ticks=tuple((float(place + 1), name) for place, name in enumerate(names)))
        rows = [Axis(translate("LayersView", "moved"), "", "%"), Axis(translate("LayersView", "turned"), "", "°")]
        super().__init__("layers", translate("LayersView", "How far the layers move"), theme, x, rows)
        self.setToolTip(
            translate("LayersView", "Moved: ‖θⱼ − θ₀‖ / ‖θ₀‖ of weights and biases; turned: angle between θⱼ and θ₀")
        )
        self._layers = layers
        self._drawn: tuple[object, ...] = ()
        self._frame: SinesFrame | None = None
        self._inner = 0
        self._shown: dict[str, Emphasis] = {}
        beside = translate("LayersView", "held-out waves, after all inner steps: {value}")
        self._items = [BarsItem(name, names, beside, unit) for name, unit in (("moved", " %"), ("turned", "°"))]
        for row, item in enumerate(self._items):
            self.add(item, row)
            self.panels[row].grid.setVisible(True)
        self.clicked.connect(self._tell_method)

    def draw_frame(self, frame: SinesFrame, inner: int, method: str) -> None:
        """Show how far the layers have moved at this inner step."""
        drawn = (frame.adaptation, frame.test)
        same = bool(self._drawn) and drawn[0] is self._drawn[0] and drawn[1] is self._drawn[1]
        if same and inner == self._inner:
            return
        self._drawn, self._frame, self._inner = drawn, frame, inner
        self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._redraw()

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        for row, (name, unit) in enumerate((("moved", 100.0), ("turned", 1.0))):
            course = unit * getattr(frame.adaptation, name).astype(np.float64)  # (J + 1, M, L)
            means = self._means(frame.test, name, unit)
            self._items[row].set(list(self._series(frame, name, course[min(self._inner, len(course) - 1)], means)))
            every = course.ravel() if means is None else np.concatenate([course.ravel(), means.ravel()])
            top = rounded_up(float(every[np.isfinite(every)].max(initial=0.0)))
            self.set_range((0.5, self._layers + 0.5), (0.0, top), row)

    def _means(self, test: MetaTest | None, name: str, unit: float) -> Array | None:
        return None if test is None else unit * getattr(test, name).astype(np.float64)

    def _series(self, frame: SinesFrame, name: str, now: Array, means: Array | None) -> Iterator[Bars]:
        for index, key in enumerate(frame.methods):
            beside = np.empty(0) if means is None else means[index]
            yield Bars(
                f"{key}.{name}", key, method_text(METHOD_NAMES[key]), now[index], beside, self._shown.get(key, "full")
            )

    def _tell_method(self, row: int, x: float, y: float, name: str) -> None:
        if found := self._items[row].at(x, y):
            self.method_clicked.emit(found.partition(".")[0])
