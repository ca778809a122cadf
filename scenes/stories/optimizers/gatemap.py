"""Draws a gate, or the update, of every drawn coordinate at every update as a map."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.scenes.stories.optimizers.words import coordinate_names
from metascope.simulator.stories.optimizers.frame import Coordinates, OptimizersFrame
from metascope.simulator.stories.optimizers.settings import FIXED
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale, Tick, rounded_up
from metascope.widgets.plots.maps.heatmap import CellItem, Heat, HeatMapItem
from metascope.widgets.plots.maps.surface import ColorBar
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.views.plot import Axis, PlotView

NAMES = 8  # group names that fit next to each other; a small group may go without
LEAST = 1e-4  # lower end of the input gate's logarithmic colour scale
QUANTITIES = ("input", "forget", "update")


class GateMapView(PlotView):
    """One row per coordinate, sorted by group, and one column per update; gates have a fixed colour scale.

    Signals:
        cell_chosen: a person clicked a cell: the drawn coordinate (from 0) and the update (from 1).
    """

    cell_chosen = Signal(int, int)

    def __init__(self, updates: int, variant: str, theme: Theme) -> None:
        axis = Axis(translate("GateMapView", "update"), "t")
        super().__init__(
            "gate_map",
            translate("GateMapView", "By coordinate"),
            theme,
            axis,
            [Axis(translate("GateMapView", "group"))],
        )
        self._updates = updates
        self._frame: OptimizersFrame | None = None
        self._coordinates: Coordinates | None = None
        self._names: tuple[str, ...] = ()
        self._quantity = self._quantity_choice(variant)
        self._bar = ColorBar("")
        self._map = HeatMapItem("learned.input", self._bar)
        self._cursor, self._cell = CursorItem("cursor"), CellItem("cell")
        self.add(self._map)
        self.add_bar(self._bar)
        self.add(self._cursor)
        self.add(self._cell)
        self.clicked.connect(self._choose)

    def draw(self, frame: OptimizersFrame, inner: int, chosen: int) -> None:
        """Show the frame's map, and mark the column of this inner step and the row of the drawn coordinate `chosen`."""
        updates = len(frame.forget)
        if frame.coordinates is not self._coordinates:
            self._arrange(frame.coordinates)
        if frame is not self._frame:
            self._frame = frame
            self._redraw()
        self._cursor.set(inner if inner <= updates else np.nan)
        self._cell.set((chosen, min(max(inner, 1), updates) - 1) if updates else None)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the map with the emphasis of the learned optimizer."""
        for mark in (self._map, self._cell):
            mark.set_emphasis(emphasis.get("learned", "full"))

    def _arrange(self, coordinates: Coordinates) -> None:
        """Name the groups of rows on the axis, and separate them."""
        self._coordinates, self._names = coordinates, coordinate_names(coordinates)
        rows = len(coordinates.index)
        edges = (*self._parted(coordinates), rows)
        starts = (0, *edges[:-1])
        ticks: list[Tick] = []
        for first, last in zip(starts, edges, strict=True):
            place = -(first + last - 1) / 2
            if not ticks or ticks[-1][0] - place > rows / NAMES:
                ticks.append((place, coordinates.groups[int(coordinates.group[first])]))
        self.set_axis(0, y=Axis(self.tr("coordinates"), ticks=tuple(ticks)))
        self.set_range((0.5, self._updates + 0.5), (0.5 - rows, 0.5))

    def _parted(self, coordinates: Coordinates) -> tuple[int, ...]:
        """Return the first row of every group but the first."""
        return tuple((np.flatnonzero(np.diff(coordinates.group)) + 1).tolist())

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        quantity = self._quantity.currentData()
        self._map.name = f"learned.{quantity}"
        self._map.set(
            self._heat(frame, quantity), self._names, frame.coordinates.index, self._parted(frame.coordinates)
        )

    def _heat(self, frame: OptimizersFrame, quantity: str) -> Heat:
        if quantity == "forget":
            return Heat(self.tr("forget gate zᶠ"), frame.forget.T.astype(np.float64), 0.0, 1.0, "unit")
        if quantity == "input":
            values = frame.input.T.astype(np.float64)  # (C, T)
            return Heat(self.tr("input gate zⁱ"), values, LEAST, 1.0, "unit", Scale("log"))
        with np.errstate(invalid="ignore"):  # a problem that diverged contains NaN or infinity
            values = np.diff(frame.theta.astype(np.float64), axis=0).T  # (C, T)
        finite = np.abs(values[np.isfinite(values)])
        reach = rounded_up(float(np.quantile(finite, 0.98))) if finite.size else 1.0
        return Heat(self.tr("update θₜ − θₜ₋₁"), values, -reach, reach, "diverging")

    def _choose(self, row: int, x: float, y: float, name: str) -> None:
        found = self._map.cell(x, y)
        if found is not None and self._frame is not None:
            self.cell_chosen.emit(found[0], found[1] + 1)

    def _quantity_choice(self, variant: str) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Input gate"), "input")
        box.addItem(self.tr("Forget gate"), "forget")
        box.addItem(self.tr("Update"), "update")
        if variant in FIXED:  # whose gates are as flat as they are known
            box.setCurrentIndex(QUANTITIES.index("update"))
        box.setToolTip(self.tr("Quantity shown; the input gate on a logarithmic scale from 0.0001 to 1"))
        box.setAccessibleName(self.tr("Quantity shown in the map"))
        box.activated.connect(self._redraw)
        self.add_control(box)
        return box
