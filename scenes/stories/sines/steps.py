"""Draws the error on held-out waves against inner steps: what a good start is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.scenes.stories.sines.words import short_name
from metascope.simulator.stories.sines.anchors import published
from metascope.simulator.stories.sines.frame import MetaTest, Published, SinesFrame, WaveSpread
from metascope.simulator.stories.sines.names import METHOD_NAMES
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import LINEAR, Scale, decades
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.level import LevelItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

LEGEND = 380  # pixels of height from which there is a legend above the plot
END = 1.03  # of the steps: room for the marks at the end
TOP = 1.12  # end of the axis, relative to the largest anchor or error
STEP = 0.5  # increments of the axis end
ROOM = 4.0  # times the larger anchor: errors above, of a diverging method, do not extend the axis


class StepsView(PlotView):
    """Mean squared error of every method before adaptation and after each inner step, with 95 % confidence intervals.

    Errors that need no adaptation are horizontal lines, published errors are hollow marks. The median over the waves
    and its quartiles can be drawn with the means: one wave can decide a mean.

    Signals:
        method_clicked: a person clicked a method's name, curve or marks: its key.
        tick_clicked: a person clicked an inner step: its number, from 0.
    """

    method_clicked = Signal(str)
    tick_clicked = Signal(int)

    def __init__(self, settings: SinesSettings, theme: Theme) -> None:
        title, x = translate("StepsView", "Error against inner steps"), Axis(translate("StepsView", "inner step j"))
        super().__init__("steps", title, theme, x, [Axis(translate("StepsView", "mean squared error"))])
        self._settings = settings
        self._frame: SinesFrame | None = None
        self._shown: dict[str, Emphasis] = {}
        self._legend = self.add_legend(from_height=LEGEND)
        self._medians = self.add_switch(
            self.tr("median"),
            self.tr("Median and quartiles"),
            self.tr("Median and quartiles over the held-out waves; one wave alone can decide the mean"),
            self._redraw,
            on=bool(published(settings)),
        )
        self._spread = self.add_switch(
            self.tr("log"), self.tr("Logarithmic error axis"), self.tr("Logarithmic scale"), self._choose_scale
        )
        self._quartiles = BandsItem("quartiles")
        self._bands, self._lines = BandsItem("bands"), LinesItem("step", ends_matter=True)
        self._zero, self._joint = LevelItem("zero", "after", "fine"), LevelItem("joint", "after", "long")
        label = translate("StepsView", "{method}, Finn et al. 2017, 5 shots")
        self._paper = {
            key: SymbolsItem(f"{key}.finn_2017", key, label.format(method=method_text(METHOD_NAMES[key])), hollow=True)
            for key in settings.methods
        }
        self._cursor, self._empty = CursorItem("cursor"), Placeholder("empty")
        levels = (self._zero, self._joint)
        for mark in (
            self._empty,
            self._quartiles,
            self._bands,
            self._lines,
            *levels,
            *self._paper.values(),
            self._cursor,
        ):
            self.add(mark)
        text = translate("StepsView", "The held-out waves are measured every {steps} meta-steps")
        self._empty.say(text.format(steps=settings.test_every))
        self.set_range((0.0, END * settings.test_steps), (0.0, 5.0))
        self._legend.clicked.connect(self._tell_method)
        self.clicked.connect(self._tell_step)

    def draw_frame(self, frame: SinesFrame, inner: int, method: str) -> None:
        """Show the latest measurement, and the cursor at the inner step."""
        last, self._frame = self._frame, frame
        self._cursor.set(inner)
        beside = (frame.anchors, frame.published)
        if last is None or frame.test is not last.test or beside != (last.anchors, last.published):
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for key, mark in self._paper.items():
            mark.set_emphasis(emphasis.get(key, "full"))
        self._redraw()

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        self._empty.setVisible(frame.test is None)
        self._draw_anchors(frame)
        self._draw_published(frame.published)
        title = self.tr("Error against inner steps")
        self.set_title(self.tr("Errors (hollow: paper)") if frame.published else title)
        measured = list(self._measured(frame.test)) if frame.test is not None else []
        self._bands.set([band for band, _ in measured])
        waves = frame.test.waves if frame.test is not None and self._medians.isChecked() else None
        medians = list(self._of_waves(waves)) if waves is not None else []
        self._quartiles.set([band for band, _ in medians])
        self._lines.set([*(line for _, line in medians), *(line for _, line in measured)])
        self._fit(frame)
        self._tell(frame)

    @property
    def _highest(self) -> float:
        """The larger of the two anchors."""
        assert self._frame is not None, "anchors need a frame"
        return max(self._frame.anchors.zero, self._frame.anchors.joint)

    @property
    def _scale(self) -> Scale:
        return Scale("log") if self._spread.isChecked() else LINEAR

    def _measured(self, test: MetaTest) -> Iterator[tuple[Band, Line]]:
        """Yield the interval and the curve of each shown method, the first method's on top."""
        assert self._frame is not None, "measurements need a frame"
        mse, half, scale = test.mse.astype(np.float64), test.half.astype(np.float64), self._scale
        x = np.arange(float(len(mse)))
        for index, key in reversed(list(enumerate(self._frame.methods))):
            level = self._shown.get(key, "full")
            if level == "hidden":
                continue
            told = mse[:, index] + np.stack([-half[:, index], np.zeros(len(mse)), half[:, index]])  # (3, J + 1)
            told[::2, ~(mse[:, index] <= ROOM * self._highest)] = np.nan  # a diverging method's would hide the rest
            edges, label = self._floored(told), self._label(index, key)
            yield (
                Band(f"{key}.interval", key, label, x, edges, level, told, line=False),
                Line(f"{key}.mse", key, label, x, scale.bend(mse[:, index]), "", level, told=mse[:, index]),
            )

    def _of_waves(self, waves: WaveSpread) -> Iterator[tuple[Band, Line]]:
        """Yield the quartiles and the median of each shown method."""
        assert self._frame is not None, "measurements need a frame"
        told = waves.quartiles.astype(np.float64)  # (3, J + 1, M)
        x, scale = np.arange(float(told.shape[1])), self._scale
        for index, key in reversed(list(enumerate(self._frame.methods))):
            level = self._shown.get(key, "full")
            if level != "hidden":
                own = told[:, :, index]
                label = self.tr("{method}, median and quartiles of the waves").format(method=self._label(index, key))
                edges, median = self._floored(own), scale.bend(own[1])
                yield (
                    Band(f"{key}.quartiles", key, label, x, edges, level, own, line=False),
                    Line(f"{key}.median", key, label, x, median, "", level, 1.0, own[1], dash="dotted"),
                )

    def _floored(self, told: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return an interval in units of the scale; on a logarithmic one it ends above 0."""
        if self._scale.kind == "linear":
            return told
        return self._scale.bend(np.maximum(told, 1e-3 * told[1]))

    def _draw_anchors(self, frame: SinesFrame) -> None:
        anchors, alike = frame.anchors, frame.anchors.joint == frame.anchors.zero
        bend = self._scale.bend
        zero = self.tr("predicting 0, the best single function") if alike else self.tr("predicting 0")
        for item, value, word in (
            (self._zero, anchors.zero, zero),
            (self._joint, np.nan if alike else anchors.joint, self.tr("best single function")),
        ):
            item.set(float(bend(np.array(value))), f"{word}: {number(value)}", value)

    def _draw_published(self, published: tuple[Published, ...]) -> None:
        rows = {row.method: row for row in published}
        for key, mark in self._paper.items():
            row = rows.get(key)
            places = [] if row is None else [row.steps, self._scale.bend(np.array(row.mse))]
            mark.set(np.array(places, dtype=np.float64).reshape(2, -1).T)

    def _fit(self, frame: SinesFrame) -> None:
        """Keep anchors and errors visible; the range grows in steps, so that it seldom moves."""
        highest = self._highest
        mse = np.zeros(1) if frame.test is None else frame.test.mse.astype(np.float64)
        shown = np.append(mse[np.isfinite(mse) & (mse <= ROOM * highest)], highest)
        x = (0.0, END * max(float(frame.ticks() - 1), 1.0))
        if self._scale.kind == "log":
            self.set_range(x, decades([shown]))
        else:
            self.set_range(x, (0.0, float(np.ceil(TOP * shown.max() / STEP)) * STEP))

    def _tell(self, frame: SinesFrame) -> None:
        """Name on the axis how many waves were measured, and list methods and step sizes in the legend."""
        name = self.tr("inner step j")
        if frame.test is not None:
            text = self.tr("inner step j, {waves} held-out waves, meta-step {step}")
            name = text.format(waves=frame.test.tasks, step=frame.test.step)
        if name != self.panels[0].x.name:
            self.set_axis(0, x=Axis(name))
        entries = [Entry(key, key, self._label(i, key), self._level(key)) for i, key in enumerate(frame.methods)]
        if self._medians.isChecked() and frame.test is not None and frame.test.waves is not None:
            entries.append(Entry("median", "muted", self.tr("dotted: median, with quartiles")))
        if frame.published:
            entries.append(Entry("paper", "muted", self.tr("hollow: Finn et al. 2017")))
        self._legend.set(entries)
        self.set_remark("; ".join(self._lost(frame.test)) if frame.test is not None else "")

    def _lost(self, test: MetaTest) -> Iterator[str]:
        """Yield why a shown method's curve ends."""
        assert self._frame is not None, "measurements need a frame"
        for index, key in enumerate(self._frame.methods):
            bad = np.flatnonzero(~np.isfinite(test.mse[:, index]))
            if not len(bad) or self._level(key) == "hidden":
                continue
            text, lost = self.tr("{method}: no mean from step {step}"), 0
            if test.waves is not None and (lost := int(test.waves.lost[bad[0], index])):
                text = self.tr("{method}: no mean from step {step}, {lost} of {waves} waves diverged")
            yield text.format(method=short_name(key), step=int(bad[0]), lost=lost, waves=test.tasks)

    def _level(self, key: str) -> Emphasis:
        return self._shown.get(key, "full")

    def _label(self, index: int, key: str) -> str:
        """Return a method's name with its inner step size."""
        assert self._frame is not None, "step sizes need a frame"
        rate = number(float(self._frame.rates[index]), 2)
        return self.tr("{method} α {rate}").format(method=short_name(key), rate=rate)

    def _choose_scale(self) -> None:
        self.set_axis(0, y=Axis(self.tr("mean squared error"), scale=self._scale))
        self._redraw()

    def _tell_method(self, name: str) -> None:
        if name in self._settings.methods:
            self.method_clicked.emit(name)

    def _tell_step(self, row: int, x: float, y: float, name: str) -> None:
        if 0 <= round(x) <= self._settings.test_steps:
            self.tick_clicked.emit(round(x))
