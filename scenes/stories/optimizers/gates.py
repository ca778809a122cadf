"""Draws the gates against updates: how much the learned optimizer keeps of theta and lets in of the gradient."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.scenes.stories.optimizers.words import coordinate_name
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import rounded_up
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.views.plot import Axis, PlotView, Range

Array = NDArray[np.float64]
FORGET = 0  # the row of the forget gate, where it is drawn
UNIT = (-0.03, 1.03)  # range of the gates, with room for lines at its ends
SINGLE = 4  # coordinates drawn as lines of their own
THIN, CHOSEN, FIXED = 0.75, 1.75, 1.5  # pixels
BAND = (0.1, 0.5, 0.9)


class GatesView(PlotView):
    """Forget gate above, input gate or its factor below: mean, band from 10 to 90 %, and a few coordinates.

    The constant gates of gradient descent are drawn on the same axes. Of an optimizer whose gates are both 1 by
    construction only what its LSTM adds is drawn.

    Signals:
        method_clicked: a person clicked the name of a method: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: OptimizersSettings, theme: Theme, named_from: int) -> None:
        """Make an empty view. It has legends from `named_from` pixels of height, and on paper."""
        axis = Axis(translate("GatesView", "update"), "t")
        axes = [Axis(translate("GatesView", "forget"), "zᶠ"), Axis(translate("GatesView", "input"), "zⁱ")]
        title = translate("GatesView", "Gates against updates")
        if settings.variant == "additive":
            axes, title = axes[1:], translate("GatesView", "Output (both gates 1)")
        super().__init__("gates", title, theme, axis, axes)
        self._lower = len(axes) - 1  # the row below the forget gate, or the only one
        self._updates, self._variant = settings.updates, settings.variant
        self._frame: OptimizersFrame | None = None
        self._inner, self._coordinate = 0, 0
        self._shown: dict[str, Emphasis] = {}
        self._marks = [(BandsItem("band"), LinesItem("update"), CursorItem("cursor")) for _ in axes]
        self._titles = [self.add_legend(row, from_height=named_from) for row in range(len(axes))]
        for legend in self._titles:
            legend.clicked.connect(lambda name: self.method_clicked.emit(name.partition(".")[0]))
        self._groups = self._group_choice()
        self._quantity = self._quantity_choice()
        self._zoom = self.add_switch(
            self.tr("Zoom input gate"),
            self.tr("Zoom the input gate"),
            self.tr("End the lower axis at the input gate's maximum instead of 1"),
            self._redraw,
        )
        for row, marks in enumerate(self._marks):
            for mark in marks:
                self.add(mark, row)
        self._fit()

    def draw(self, frame: OptimizersFrame, inner: int, chosen: int) -> None:
        """Show the frame's gates, the cursor at this inner step, and the drawn coordinate `chosen`."""
        new = frame is not self._frame or chosen != self._coordinate
        if self._frame is None or frame.coordinates.groups != self._frame.coordinates.groups:
            self._offer(frame.coordinates.groups)
        self._frame, self._coordinate = frame, chosen
        self._inner = inner
        for _, _, cursor in self._marks:
            cursor.set(inner if inner <= len(frame.forget) else np.nan)
        if new:
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the gates with the emphasis of the learned optimizer, the constant ones with that of SGD."""
        self._shown = dict(emphasis)
        self._redraw()

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        if self._lower != FORGET:
            self._draw_row(FORGET, "forget", frame.forget, frame.forget_equivalent)
        if self._quantity.currentData() == "input":
            self._draw_row(self._lower, "input", frame.input, frame.input_equivalent or np.nan)
        else:
            self._draw_row(self._lower, "candidate", frame.candidate, np.nan)
        self._fit()

    def _draw_row(self, row: int, quantity: str, values: NDArray[np.float32], constant: float) -> None:
        frame = self._frame
        assert frame is not None, "a row needs a frame"
        bands, lines, _ = self._marks[row]
        x = np.arange(1.0, len(values) + 1)
        role = "forget" if quantity == "forget" else "input"
        members = self._members(frame)
        level = self._shown.get("learned", "full")
        if level == "hidden" or len(values) == 0:
            bands.set([])
            learned: list[Line] = []
        else:
            group = values[:, members].astype(np.float64)  # (T, members)
            with np.errstate(invalid="ignore"):  # a problem that diverged contains NaN or infinity
                low, middle, high = np.quantile(group, BAND, axis=1)  # (T,) each
                mean = group.mean(axis=1)  # (T,)
            name = f"learned.{quantity}"
            label = self._name(quantity)
            edges = np.stack([low, middle, high])
            bands.set([Band(name, role, label, x, edges, level, line=False)])
            learned = self._singles(name, role, x, values, members, level)
            learned.append(Line(f"{name}.mean", role, self.tr("mean {gate}").format(gate=label), x, mean, "", level))
        fixed = self._constant(quantity, x, constant)
        lines.set([*learned[:-1], *fixed, *learned[-1:]])
        self._titles[row].set(self._entries(row, quantity, role, level, fixed))

    def _singles(
        self, name: str, role: str, x: Array, values: NDArray[np.float32], members: NDArray[np.intp], level: Emphasis
    ) -> list[Line]:
        """Return thin lines of a few coordinates spread over the group, and the line of the chosen one."""
        assert self._frame is not None, "coordinates need a frame"
        spread = members[np.unique(np.linspace(0, len(members) - 1, SINGLE + 2).astype(int)[1:-1])]
        kept = [*(one for one in spread.tolist() if one != self._coordinate), self._coordinate]
        places = self._frame.coordinates.index
        return [
            Line(
                f"{name}.{places[one]}",
                "ink" if one == self._coordinate else role,
                coordinate_name(self._frame.coordinates, one),
                x,
                values[:, one].astype(np.float64),
                "",
                level,
                CHOSEN if one == self._coordinate else THIN,
                dash="solid",
            )
            for one in kept
        ]

    def _constant(self, quantity: str, x: Array, value: float) -> list[Line]:
        level = self._shown.get("sgd", "full")
        if not np.isfinite(value) or level == "hidden" or len(x) == 0:
            return []
        text = self.tr("SGD: 1 − ηλ = {value}") if quantity == "forget" else self.tr("SGD: η = {value}")
        x = np.array([0.0, x[-1]])
        return [
            Line(f"sgd.{quantity}", "sgd", text.format(value=number(value)), x, np.full(2, value), "", level, FIXED)
        ]

    def _entries(self, row: int, quantity: str, role: str, level: Emphasis, fixed: Sequence[Line]) -> list[Entry]:
        entries = [Entry(f"learned.{quantity}", role, self.tr("mean, 10–90 %"), level)]
        if self._frame is not None and row == 0:
            chosen = coordinate_name(self._frame.coordinates, self._coordinate)
            entries.append(Entry("learned.chosen", "ink", chosen, level))
        return [*entries, *(Entry(line.name, line.role, line.label, line.emphasis) for line in fixed)]

    def _name(self, quantity: str) -> str:
        if quantity == "candidate":
            of_lstm = self._variant in ("additive", "combined")
            return self.tr("LSTM's output z") if of_lstm else self.tr("−gradient")
        return self.tr("forget gate zᶠ") if quantity == "forget" else self.tr("input gate zⁱ")

    def _members(self, frame: OptimizersFrame) -> NDArray[np.intp]:
        """Return the drawn coordinates in the chosen group."""
        group = self._groups.currentData()
        if group is None or group >= len(frame.coordinates.groups):
            return np.arange(len(frame.coordinates.index))
        found = np.flatnonzero(frame.coordinates.group == group)
        return found if len(found) else np.arange(len(frame.coordinates.index))

    def _fit(self) -> None:
        """Show gates from 0 to 1, a zoomed input gate up to its maximum, and the full range of its factor."""
        x = (0.0, float(self._updates))
        if self._lower != FORGET:
            self.set_range(x, UNIT, FORGET)
        candidate, zoomed = self._quantity.currentData() == "candidate", self._zoom.isChecked()
        self._zoom.setVisible(not candidate)
        y, name, symbol = UNIT, self.tr("input"), "zⁱ"
        if candidate:
            y = self._reach(signed=True)
            name, symbol = (self.tr("output"), "z") if self._variant in ("additive", "combined") else ("", "−∇l")
        elif zoomed:
            y, name = self._reach(signed=False), self.tr("zoomed:")
        self.set_range(x, y, self._lower)
        axis = Axis(name, symbol)
        if axis != self.panels[self._lower].y:
            self.set_axis(self._lower, y=axis)

    def _reach(self, *, signed: bool) -> Range:
        """Return a range with round ends that holds all of the learned optimizer's lines in the lower row."""
        bands, lines, _ = self._marks[self._lower]
        numbers = [line.y for line in lines.lines if line.role != "sgd"] + [band.edges.ravel() for band in bands.bands]
        finite = np.concatenate([*numbers, np.zeros(1)])
        top = rounded_up(float(np.abs(finite[np.isfinite(finite)]).max()))
        return (-top, top) if signed else (-0.03 * top, 1.03 * top)

    def _offer(self, groups: Sequence[str]) -> None:
        """Offer the groups of coordinates; hide the choice if there is only one."""
        self._groups.clear()
        self._groups.addItem(self.tr("All coordinates"), None)
        for index, name in enumerate(groups):
            self._groups.addItem(name, index)
        self._groups.setVisible(len(groups) > 1)

    def _group_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("All coordinates"), None)
        box.setToolTip(self.tr("Group of parameters whose gates are averaged"))
        box.setAccessibleName(self.tr("Parameter group"))
        box.activated.connect(self._redraw)
        self.add_control(box)
        return box

    def _quantity_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Input gate"), "input")
        of_lstm = self._variant in ("additive", "combined")
        box.addItem(self.tr("LSTM's output") if of_lstm else self.tr("−gradient"), "candidate")
        box.setToolTip(self.tr("Quantity of the lower plot"))
        box.setAccessibleName(self.tr("Lower plot"))
        if self._variant == "additive":
            box.setCurrentIndex(1)
        box.activated.connect(self._redraw)
        self.add_control(box)
        box.setVisible(self._variant == "combined")
        return box
