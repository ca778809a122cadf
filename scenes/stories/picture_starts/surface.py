"""Draws the loss on the plane through a start and two networks adapted from it, with both adaptations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.scenes.views.accuracy import normalized_word
from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.picture_starts.frame import StartsFrame, Surface
from metascope.simulator.stories.picture_starts.names import METHOD_NAMES
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.contours import robust_levels
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.maps.surface import ColorBar, SurfaceItem
from metascope.widgets.plots.series.paths import FanItem, TrailItem
from metascope.widgets.plots.views.facts import Fact, FactsView
from metascope.widgets.plots.views.plot import Axis

MUCH = 0.3  # share of a distance off the plane that is marked as a warning
LETTERS = "12"  # of the two adaptations


class SurfaceView(FactsView):
    """A map of the queries' loss on the plane, of either episode or the mean of both, with both adaptations.

    Signals:
        changed: a person chose whose start the plane goes through: "surface_method", its key, and False.
    """

    changed = Signal(str, object, bool)

    def __init__(self, settings: StartsSettings, theme: Theme) -> None:
        axes = (
            Axis(translate("StartsSurface", "towards the first adapted network"), "u"),
            [Axis(translate("StartsSurface", "across"), "v")],
        )
        super().__init__("surface", translate("StartsSurface", "Loss surface"), theme, *axes, equal=True)
        self._surface: Surface | None = None
        self._drawn: tuple[Surface, str] | None = None  # and which map
        self._inner, self._how = 0, ""
        self._level: dict[str, Emphasis] = {}
        self._methods = settings.methods
        self._of = self._method_choice()
        self._choice = self._map_choice()
        self._bar = ColorBar("")
        self._map = SurfaceItem("loss", translate("StartsSurface", "loss"), self._bar)
        self._paths = {key: FanItem(f"{key}.adapted", key, method_text(METHOD_NAMES[key])) for key in settings.methods}
        label = translate("StartsSurface", "{method}'s start")
        self._starts = {
            key: TrailItem(f"{key}.start", key, label.format(method=method_text(METHOD_NAMES[key])))
            for key in settings.methods
        }
        self.add(self._map)
        self.add_bar(self._bar)
        for mark in (*self._paths.values(), *self._starts.values()):
            self.add(mark)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the latest surface, and the adaptations up to this inner step."""
        assert isinstance(frame, StartsFrame), "the view needs frames of its own story"
        surface = frame.surface
        if surface is self._surface and inner == self._inner:
            return
        self._surface, self._inner, self._how = surface, inner, normalized_word(frame.transductive)
        self._of.setCurrentIndex(max(self._of.findData(surface.method), 0))
        self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._level = dict(emphasis)
        for marks in (self._paths, self._starts):
            for key, mark in marks.items():
                mark.set_emphasis(emphasis.get(key, "full"))

    def _redraw(self) -> None:
        surface = self._surface
        if surface is None:
            return
        paths = surface.paths.astype(np.float64)
        for key, mark in self._paths.items():
            here = key == surface.method
            mark.set(paths if here else paths[:, :0], self._inner, LETTERS if here else "")
            self._starts[key].set(paths[:1, :1] if here else paths[:1, :0])
        which = self._choice.currentData()
        if self._drawn is None or self._drawn[0] is not surface or self._drawn[1] != which:
            self._drawn = surface, which
            losses = surface.losses.astype(np.float64)
            values = losses.mean(0) if which == "mean" else losses[int(which)]
            u, v = (axis.astype(np.float64) for axis in (surface.u, surface.v))
            self._map.set(u, v, values, robust_levels(values))
            self.set_range((float(u[0]), float(u[-1])), (float(v[0]), float(v[-1])))
            self._bar.set_label(self.tr("queries' loss ({how})").format(how=self._how))
        text = self.tr("Loss surface around {method}'s start")
        self.set_title(text.format(method=method_text(METHOD_NAMES[surface.method])))
        self._tell(surface)

    def _tell(self, surface: Surface) -> None:
        """Show below the map where both adaptations are, and what the plane leaves out."""
        text = self.tr("Through the start and both adapted networks; meta-step {step}")
        rows = list(zip(*self._columns(surface), strict=True))
        self.facts.set(Fact(text.format(step=surface.step)), rows)

    def _columns(self, surface: Surface) -> Iterator[list[Fact]]:
        yield [
            Fact("", "muted"),
            Fact(self.tr("off the plane now"), "muted"),
            Fact(self.tr("most on the way"), "muted"),
        ]
        step = min(self._inner, len(surface.away) - 1)
        for place, episode in enumerate(surface.episodes):
            name = self.tr("{letter}: episode {number}").format(letter=LETTERS[place], number=episode)
            away = surface.away[:, place]
            most = float(np.nanmax(away)) if np.isfinite(away).any() else float("nan")
            yield [Fact(name), *(_share(float(value)) for value in (away[step], most))]

    def _method_choice(self) -> QComboBox:
        box = ComboBox()
        for key in self._methods:
            box.addItem(method_text(METHOD_NAMES[key]), key)
        box.setAccessibleName(self.tr("Start of the surface"))
        box.setToolTip(self.tr("The method through whose start the plane goes"))
        box.activated.connect(lambda _: self.changed.emit("surface_method", box.currentData(), False))
        self.add_control(box)
        if len(self._methods) < 2:
            box.hide()
        return box

    def _map_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Mean of both"), "mean")
        box.addItem(self.tr("Episode 1"), "0")
        box.addItem(self.tr("Episode 2"), "1")
        box.setAccessibleName(self.tr("Map shown"))
        box.setToolTip(self.tr("Whose queries' loss is the map: 1 is the episode on the table, 2 the next one"))
        box.activated.connect(self._redraw)
        self.add_control(box)
        return box


def _share(value: float) -> Fact:
    text = f"{value:.0%}".replace("%", " %") if np.isfinite(value) else number(value)
    return Fact(text, "warning" if value > MUCH else "plain")
