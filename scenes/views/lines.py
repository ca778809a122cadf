"""Lines that are computed from the frame, such as losses over the inner steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar, cast

import numpy as np

from metascope.scenes.views.learning_curves import method_of
from metascope.simulator.engine.frame import Frame
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.series.gaps import gaps_told
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.views.plot import Axis, PlotView, Range

F = TypeVar("F", bound=Frame)


class LinesView(PlotView):
    """Lines over one pair of axes with fixed ranges; a line is of the method before the dot in its name.

    def losses(frame: MyFrame, inner: int) -> list[Line]:
        x = np.arange(inner + 1.0)
        return [Line(f"{m.key}.loss", m.key, m.name, x, frame.loss[i, : inner + 1]) for i, m in enumerate(METHODS)]

    view = LinesView("losses", "Losses", theme, Axis("step"), Axis("loss"), losses, ((0, 10), (0, 1)))
    """

    def __init__(
        self,
        name: str,
        title: str,
        theme: Theme,
        x: Axis,
        y: Axis,
        lines: Callable[[F, int], Sequence[Line]],
        ranges: tuple[Range, Range],
    ) -> None:
        """Make the view.

        Args:
            name: a file's stem, and the same in every language.
            title: above the picture.
            theme: what it wears.
            x: the horizontal axis, with a linear scale.
            y: the vertical axis; its scale bends the lines' y.
            lines: returns, of the story's own frame and an inner tick, what is drawn, the last on top; x rising.
            ranges: numbers that are in sight, of x and of y.
        """
        super().__init__(name, title, theme, x, [y])
        self._compute = cast("Callable[[Frame, int], Sequence[Line]]", lines)
        self._item, self._lines = LinesItem("x", ends_matter=True), tuple[Line, ...]()
        self._levels: Mapping[str, Level] = {}
        self.add(self._item)
        low, high = y.scale.bend(np.array(ranges[1], dtype=float)).tolist()
        self.set_range(ranges[0], (low, high))

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the frame's lines at this inner tick."""
        self._lines = tuple(map(self._placed, self._compute(frame, inner)))
        self._redraw()

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw each method's lines fully, dimmed or not at all."""
        self._levels = dict(levels)
        self._redraw()

    def _placed(self, line: Line) -> Line:
        """Return a line along the axis's scale, which tells its own numbers."""
        y = np.asarray(line.y, dtype=float)
        return replace(line, x=np.asarray(line.x, dtype=float), y=self.panels[0].y.scale.bend(y), told=y)

    def _redraw(self) -> None:
        levels = ((line, self._levels.get(method_of(line.name), line.emphasis)) for line in self._lines)
        lines = [replace(line, emphasis=level) for line, level in levels if level != "hidden"]
        self._item.set(lines)
        self.set_remark(gaps_told(lines))
