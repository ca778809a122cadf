"""Draws what the layers do while a start adapts: how far they move, what they keep, and what freezing them costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.scenes.stories.picture_starts.words import explained, layer_name
from metascope.scenes.views.accuracy import normalized_word, pixels_word, with_interval
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.stories.picture_starts.frame import Layers, StartsFrame
from metascope.simulator.stories.picture_starts.names import METHOD_NAMES
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.bars import Bars, BarsItem
from metascope.widgets.plots.series.level import LevelItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

Array = NDArray[np.float64]
ROOM = 1.1  # of the largest number that is shown
LEAST = 0.1  # of a layer's norm: how far the axis of movements reaches at least


def names_of_layers(settings: StartsSettings) -> list[str]:
    """Return the names of the layers, (L,)."""
    kind = "block" if settings.network == "convolution" else "layer"
    return [*(layer_name(f"{kind}{number + 1}") for number in range(settings.layers - 1)), layer_name("head")]


class LayersView(PlotView):
    """Two bars per layer and method: how far it moves, and how alike its outputs are before and after adapting.

    The bars of movements are those at the inner step on the table, with the mean over held-out episodes as a line.

    Signals:
        method_clicked: a person clicked a method's bar: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: StartsSettings, theme: Theme) -> None:
        names = names_of_layers(settings)
        x = Axis("", ticks=tuple((float(place + 1), name) for place, name in enumerate(names)))
        rows = [Axis(translate("StartsLayers", "Δ %")), Axis(translate("StartsLayers", "CKA"))]
        title = translate("StartsLayers", "How layers move, and what they keep ({how})")
        super().__init__("layers", title.format(how=normalized_word(settings.statistics == "batch")), theme, x, rows)
        told = translate(
            "StartsLayers",
            "Δ: how far a layer's weights have moved, ‖θⱼ − θ₀‖ / ‖θ₀‖, on the table; a line across: mean over held-out"
            " episodes after all steps. CKA: how alike (linear CKA) a layer's outputs for the queries are before and"
            " after adapting, on the first ten of these episodes; 1 where features are reused, less where they are"
            " learned anew.",
        )
        self.setToolTip(plain_tip(f"{told} {explained(settings)}"))
        self._count, self._inner = len(names), 0
        self._frame: StartsFrame | None = None
        self._shown: dict[str, Emphasis] = {}
        beside = translate("StartsLayers", "held-out episodes, after all inner steps: {value}")
        self._movements, self._alike = BarsItem("moved", names, beside, " %"), BarsItem("kept", names, beside)
        for row, item in enumerate((self._movements, self._alike)):
            self.add(item, row)
            self.panels[row].grid.setVisible(True)
        self.clicked.connect(self._tell_method)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show how far the layers have moved at this inner step."""
        assert isinstance(frame, StartsFrame), "the view needs frames of its own story"
        last, before = self._frame, self._inner
        self._frame, self._inner = frame, inner
        if last is None or frame.course is not last.course or frame.test is not last.test or inner != before:
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._redraw()

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        course, told = 100 * frame.course.moved.astype(np.float64), frame.test.layers
        line = self.tr("lines: means of {episodes} held-out episodes").format(episodes=told.episodes)
        self.set_axis(1, x=replace(self.panels[1].x, name=line))
        means = 100 * told.moved.astype(np.float64)
        now = course[min(self._inner, len(course) - 1)]
        self._movements.set(list(self._series(frame, "moved", now, means)))
        self._alike.set(list(self._series(frame, "kept", told.alike.astype(np.float64), None)))
        most = np.concatenate([course.ravel(), means.ravel()])
        most = most[np.isfinite(most)]
        top = max(ROOM * float(most.max(initial=0.0)), 100 * LEAST)
        x = (0.5, self._count + 0.5)
        self.set_range(x, (0.0, top), 0)
        self.set_range(x, (0.0, 1.04), 1)

    def _series(self, frame: StartsFrame, name: str, now: Array, means: Array | None) -> Iterator[Bars]:
        for index, key in enumerate(frame.methods):
            beside = np.empty(0) if means is None else means[index]
            level = self._shown.get(key, "full")
            yield Bars(f"{key}.{name}", key, method_text(METHOD_NAMES[key]), now[index], beside, level)

    def _tell_method(self, row: int, x: float, y: float, name: str) -> None:
        if found := (self._movements, self._alike)[row].at(x, y):
            self.method_clicked.emit(found.partition(".")[0])


class FreezingView(PlotView):
    """Accuracy after adapting where the first layers stay as they are, from none to all, with 95 % intervals.

    A hollow mark at the left: all layers adapt but the head, which stays as it is.
    """

    def __init__(self, settings: StartsSettings, theme: Theme) -> None:
        names = [translate("StartsFreezing", "none"), *names_of_layers(settings)]
        ticks = tuple((float(place), name) for place, name in enumerate(names))
        x = Axis("", ticks=ticks)
        title = translate("StartsFreezing", "Accuracy with layers frozen")
        super().__init__("freezing", title, theme, x, [Axis(translate("StartsFreezing", "accuracy"))])
        told = translate(
            "StartsFreezing",
            "Accuracy on held-out episodes after all inner steps, where the layers up to this one do not move"
            " (Raghu et al. 2020). Hollow: only the head does not move; under the pointer with its interval.",
        )
        self.setToolTip(plain_tip(f"{told} {explained(settings)}"))
        self._frame: StartsFrame | None = None
        self._shown: dict[str, Emphasis] = {}
        self._bodies = {
            key: SymbolsItem(f"{key}.body", key, method_text(METHOD_NAMES[key]), hollow=True, text="{label}")
            for key in settings.methods
        }
        self._bands, self._lines = BandsItem("intervals"), LinesItem("layers")
        self._pixels = LevelItem("pixels.level", PIXELS, "fine")
        for mark in (self._pixels, self._bands, self._lines, *self._bodies.values()):
            self.add(mark)
        self.set_range((-0.15, settings.layers + 0.15), (0.0, 1.0))

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the latest measurement."""
        assert isinstance(frame, StartsFrame), "the view needs frames of its own story"
        last, self._frame = self._frame, frame
        if last is None or frame.test is not last.test:
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for key, mark in self._bodies.items():
            mark.set_emphasis(emphasis.get(key, "full"))
        self._redraw()

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        told = frame.test.layers
        lines = list(self._measured(frame.methods, told))
        self._bands.set([band for band, _ in lines])
        self._lines.set([line for _, line in lines])
        label = self.tr("{method}, only the head frozen: {accuracy}")
        for index, key in enumerate(frame.methods):
            share, half = float(told.body[index]), float(told.body_half[index])
            self._bodies[key].label = label.format(
                method=method_text(METHOD_NAMES[key]), accuracy=with_interval(share, half)
            )
            self._bodies[key].set(np.array([[0.0, share]]))
        self._pixels.set(frame.pixels.mean, pixels_word(frame.pixels.mean), frame.pixels.mean)
        x = self.tr("frozen up to; {episodes} held-out episodes").format(episodes=told.episodes)
        self.set_axis(0, x=replace(self.panels[0].x, name=x))
        self.set_title(self.tr("Accuracy with layers frozen ({how})").format(how=normalized_word(frame.transductive)))

    def _measured(self, methods: Sequence[str], told: Layers) -> Iterator[tuple[Band, Line]]:
        x = np.arange(float(told.frozen.shape[1]))
        for index, key in reversed(list(enumerate(methods))):
            level = self._shown.get(key, "full")
            if level == "hidden":
                continue
            middle, half = told.frozen[index].astype(np.float64), told.frozen_half[index].astype(np.float64)
            label, name = method_text(METHOD_NAMES[key]), f"{key}.frozen"
            edges = np.stack([middle - half, middle, middle + half])
            yield (
                Band(f"{name}.interval", key, label, x, edges, level, line=False),
                Line(name, key, label, x, middle, "", level),
            )
