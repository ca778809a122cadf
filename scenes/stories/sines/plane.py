"""Draws the loss surface of the network on a plane through its parameters, and how much the plane explains."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from metascope.scenes.stories.sines.words import short_name
from metascope.simulator.engine.arrays import Single
from metascope.simulator.stories.sines.frame import Plane, SinesFrame
from metascope.simulator.stories.sines.names import METHOD_NAMES, METHODS, ORACLE
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.contours import robust_levels
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.maps.surface import ColorBar, SurfaceItem
from metascope.widgets.plots.series.paths import FanItem, TrailItem
from metascope.widgets.plots.views.facts import Fact, FactsView
from metascope.widgets.plots.views.plot import Axis
from metascope.widgets.views.view import Column, Table

MUCH = 0.3  # share of a point's distance from the origin off the plane that is marked as a warning
CEILING = 2.5  # of the colour scale, as a multiple of the error of predicting 0
LITTLE = 0.7  # explained share of the variance of the starts below which the plane is marked as a warning
OFF = 0.25  # relative deviation of the error on the plane from the true error that is marked as a warning


class PlaneView(FactsView):
    """A map of the shown wave's loss or of the meta-objective, with the trails of the starts and the adaptation.

    The facts below show what the plane leaves out: the share of each start's distance that lies off the plane, and the
    error at the start and at its projection onto the plane. Bad approximations are marked as warnings.

    Signals:
        method_clicked: a person clicked a method's trail: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: SinesSettings, theme: Theme) -> None:
        axes = Axis(translate("PlaneView", "first axis"), "u"), [Axis(translate("PlaneView", "second axis"), "v")]
        super().__init__("plane", translate("PlaneView", "Loss surface of the network"), theme, *axes, equal=True)
        self._drawn = tuple(key for key in settings.methods if key != ORACLE)  # the oracle has other parameters
        self._plane: Plane | None = None
        self._trail: Single | None = None  # of the drawn plane
        self._inner = -1
        self._ceiling = math.inf  # of the colour scale
        self._places: Mapping[str, int] = {}  # index of each method in the frame
        self._values: Single | None = None  # of the drawn map
        self._shown: dict[str, Emphasis] = {}
        self._choice = self._map_choice()
        self._bar, self._empty = ColorBar(""), Placeholder("empty")
        self._surface = SurfaceItem("error", translate("PlaneView", "error"), self._bar)
        self._trails = {
            key: TrailItem(f"{key}.start", key, method_text(METHOD_NAMES[key])) for key in reversed(self._drawn)
        }
        self._paths = {
            key: FanItem(f"{key}.adapted", key, method_text(METHOD_NAMES[key])) for key in reversed(self._drawn)
        }
        self._add_all()
        text = translate("PlaneView", "The surface is computed every {steps} meta-steps and will appear by itself")
        self._empty.say(text.format(steps=settings.plane_every))
        self.clicked.connect(self._tell_method)

    def draw_frame(self, frame: SinesFrame, inner: int, method: str) -> None:
        """Show the latest plane, and the shown adaptation up to this inner step."""
        plane, self._places = frame.plane, {key: index for index, key in enumerate(frame.methods)}
        self._empty.setVisible(plane is None)
        if plane is None or (plane is self._plane and inner == self._inner):
            return
        self._plane, self._inner = plane, inner
        self._ceiling = CEILING * frame.anchors.zero
        self._draw_map(plane)
        for key in self._drawn:
            place = self._places[key]
            self._paths[key].set(wide(plane.inner[:, place, None]), inner)
            self._trails[key].set(wide(np.concatenate([plane.trail[:, place], plane.inner[:1, place]]))[:, None])
        self._tell(plane)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for key in self._drawn:
            for mark in (self._trails[key], self._paths[key]):
                mark.set_emphasis(emphasis.get(key, "full"))
        if self._plane is not None:
            self._tell(self._plane)

    @override
    def table(self) -> Table:
        """Return the map, the points on it, and how well the plane represents them."""
        found: dict[str, Column] = dict(super().table())
        plane = self._plane
        if plane is None:
            return found
        found |= {"kept": plane.kept, "trail.step": plane.trail_steps}
        for key in self._drawn:
            if self._shown.get(key) == "hidden":
                continue
            place = self._places[key]
            for name in ("residual", "true", "flat", "inner_residual"):
                found[f"{key}.{name}"] = getattr(plane, name)[:, place]
        return found

    def _draw_map(self, plane: Plane) -> None:
        """Draw the chosen map if it has changed; its axes are labelled with the variance that they explain.

        The colour scale ends at the ceiling: the steep edges of a plane would flatten everything of interest.
        """
        if plane.trail is not self._trail:
            self._trail = plane.trail
            told = zip("uv", plane.axes, plane.kept, strict=True)
            names = [axis_name(letter, kind, float(kept)) for letter, kind, kept in told]
            if names != [self.panels[0].x.name, self.panels[0].y.name]:
                self.set_axis(0, Axis(names[0]), Axis(names[1]))
            self.set_range(ends(plane.u), ends(plane.v))
        values = plane.objective if self._choice.currentData() == "objective" else plane.task
        if values is not self._values:
            self._values = values
            self._bar.set_label(self._quantity(plane))
            levels = robust_levels(wide(values))
            if levels.low < self._ceiling < levels.high:
                levels = replace(levels, high=self._ceiling, over=True)
            self._surface.set(wide(plane.u), wide(plane.v), wide(values), levels)

    def _quantity(self, plane: Plane) -> str:
        if self._choice.currentData() == "task":
            return self.tr("error of the shown wave, before adaptation")
        text = self.tr("error after k = {steps}, mean of {waves} waves")
        return text.format(steps=plane.objective_steps, waves=plane.objective_tasks)

    def _tell(self, plane: Plane) -> None:
        """Show below the map what it leaves out."""
        columns = [list(self._facts_of(plane, key)) for key in self._drawn]
        names = ["", self.tr("start off plane"), self.tr("adapted off plane")]
        names += [self.tr("true error"), self.tr("error on plane")]
        rows = [[Fact(name, "muted"), *facts] for name, *facts in zip(names, *columns, strict=True)]
        self.facts.set(self._summary(plane), rows)

    def _summary(self, plane: Plane) -> Fact:
        kept = float(plane.kept.sum())
        text = self.tr("Plane explains {kept} of the variance of the starts; errors: after k = {steps}")
        return Fact(text.format(kept=share(kept), steps=plane.objective_steps), "warning" if kept < LITTLE else "plain")

    def _facts_of(self, plane: Plane, key: str) -> Iterator[Fact]:
        """Yield a method's name, the shares off the plane of its start and after the inner step, and both errors."""
        place, level = self._places[key], self._shown.get(key, "full")
        yield Fact(short_name(key), role=key, emphasis=level)
        for away in (
            plane.inner_residual[0, place],
            plane.inner_residual[min(self._inner, len(plane.inner) - 1), place],
        ):
            yield Fact(share(float(away)), "warning" if away > MUCH else "plain", emphasis=level)
        true, flat = float(plane.true[-1, place]), float(plane.flat[-1, place])
        yield Fact(number(true, 3), emphasis=level)
        yield Fact(number(flat, 3), "warning" if abs(flat - true) > OFF * true else "plain", emphasis=level)

    def _choose_map(self) -> None:
        if self._plane is not None:
            self._draw_map(self._plane)

    def _tell_method(self, row: int, x: float, y: float, name: str) -> None:
        method = name.partition(".")[0]
        if method in METHODS:
            self.method_clicked.emit(method)

    def _map_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Error after adaptation, held-out waves"), "objective")
        box.addItem(self.tr("Error of the shown wave, before adaptation"), "task")
        box.setToolTip(self.tr("Map shown: the meta-objective, or the loss of the shown wave before adaptation"))
        box.setAccessibleName(self.tr("Map shown"))
        box.activated.connect(self._choose_map)
        self.add_control(box)
        return box

    def _add_all(self) -> None:
        self.add(self._empty)
        self.add(self._surface)
        self.add_bar(self._bar)
        for marks in (self._paths, self._trails):
            for mark in marks.values():
                self.add(mark)


def wide(values: Single) -> NDArray[np.float64]:
    """Return the numbers in the precision of plots."""
    return values.astype(np.float64)


def ends(axis: Single) -> tuple[float, float]:
    """Return both ends of an axis."""
    return float(axis[0]), float(axis[-1])


def share(value: float) -> str:
    """Return a share as a percentage."""
    return f"{value:.0%}".replace("%", " %") if math.isfinite(value) else number(value)


def axis_name(letter: str, kind: str, kept: float) -> str:
    """Return the name of an axis, with the share of the starts' variance that it explains."""
    named = {
        "component": translate("PlaneView", "principal component"),
        "corner": translate("PlaneView", "between starts"),
        "random": translate("PlaneView", "random"),
    }
    return translate("PlaneView", "{letter}: {kind}, explains {kept}").format(
        letter=letter, kind=named[kind], kept=share(kept)
    )
