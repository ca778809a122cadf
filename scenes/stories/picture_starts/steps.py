"""Draws accuracy and loss on held-out episodes against inner steps: what a good start is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.scenes.stories.picture_starts.words import explained, labelled
from metascope.scenes.views.accuracy import chance_word, normalized_word, pixels_word
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.stories.picture_starts.frame import MetaTest, StartsFrame
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.level import LevelItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.views.plot import Axis, PlotView

Array = NDArray[np.float64]
END = 1.03  # of the steps: room for the end
LEGEND = 300  # pixels of height from which there is a legend above the plot
ROOM, MOST = 1.25, 4.0  # times the loss of guessing, to which the axis reaches at least, and at most


class StepsView(PlotView):
    """Accuracy or losses of every start before adapting and after each inner step, with 95 % confidence intervals.

    Signals:
        method_clicked: a person clicked a method's name or curve: its key.
        tick_clicked: a person clicked an inner step: its number, from 0.
    """

    method_clicked = Signal(str)
    tick_clicked = Signal(int)

    def __init__(self, settings: StartsSettings, theme: Theme) -> None:
        title, x = translate("StartsSteps", "Against inner steps"), Axis(translate("StartsSteps", "inner step j"))
        super().__init__("steps", title, theme, x, [Axis(translate("StartsSteps", "accuracy"))])
        self.setToolTip(plain_tip(explained(settings)))
        self._settings = settings
        self._frame: StartsFrame | None = None
        self._shown: dict[str, Emphasis] = {}
        self._choice = self._quantity_choice()
        self._legend = self.add_legend(from_height=LEGEND)
        self._bands, self._lines = BandsItem("intervals"), LinesItem("step", ends_matter=True)
        self._pixels, self._chance = LevelItem("pixels.level", PIXELS, "fine"), LevelItem("chance", "chance", "dotted")
        self._cursor = CursorItem("cursor")
        for mark in (self._chance, self._pixels, self._bands, self._lines, self._cursor):
            self.add(mark)
        self._legend.clicked.connect(self._tell_method)
        self.clicked.connect(self._tell_step)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the latest measurement, and the cursor at the inner step."""
        assert isinstance(frame, StartsFrame), "the view needs frames of its own story"
        last, self._frame = self._frame, frame
        self._cursor.set(inner)
        if last is None or frame.test is not last.test:
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._redraw()

    @property
    def _of_loss(self) -> bool:
        return bool(self._choice.currentData() != "accuracy")

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        self._tell(frame)
        measured = list(self._measured(frame))
        self._bands.set([band for band, _ in measured])
        self._lines.set([line for _, line in measured])
        guess = float(np.log(self._settings.ways))
        chance, pixels = (guess, np.nan) if self._of_loss else (1 / self._settings.ways, frame.pixels.mean)
        word = self.tr("chance, {loss}").format(loss=f"{guess:.2f}") if self._of_loss else chance_word(chance)
        self._chance.set(chance, word, chance)
        self._pixels.set(pixels, pixels_word(pixels), pixels)
        x = (0.0, END * max(float(frame.ticks() - 1), 1.0))
        self.set_range(x, (0.0, self._highest(frame.test, guess)) if self._of_loss else (0.0, 1.0))

    def _measured(self, frame: StartsFrame) -> Iterator[tuple[Band, Line]]:
        """Yield the interval and the curve of each shown method, the first method's on top."""
        values, halves = self._values(frame.test)
        x = np.arange(float(len(values)))
        for index, key in reversed(list(enumerate(frame.methods))):
            level = self._shown.get(key, "full")
            if level == "hidden":
                continue
            middle, half, label = values[:, index], halves[:, index], labelled(frame, index)
            edges = np.stack([middle - half, middle, middle + half])
            name = f"{key}.{self._choice.currentData()}"
            yield (
                Band(f"{name}.interval", key, label, x, edges, level, line=False),
                Line(name, key, label, x, middle, "", level),
            )

    def _highest(self, test: MetaTest, guess: float) -> float:
        """Return where the axis of losses ends: all are seen but those of adaptations that diverge."""
        values, _ = self._values(test)
        return float(np.clip(1.05 * np.nanmax(values, initial=0.0), ROOM * guess, MOST * guess))

    def _values(self, test: MetaTest) -> tuple[Array, Array]:
        values, halves = {
            "accuracy": (test.accuracy, test.accuracy_half),
            "loss": (test.loss, test.loss_half),
            "support_loss": (test.support_loss, test.support_loss_half),
        }[self._choice.currentData()]
        return values.astype(np.float64), halves.astype(np.float64)

    def _tell(self, frame: StartsFrame) -> None:
        """Name on the axes how many episodes were measured, and how; list methods and step sizes in the legend."""
        text = self.tr("inner step j; {episodes} held-out episodes, meta-step {step}")
        x = text.format(episodes=frame.test.episodes, step=frame.test.step)
        y = self.tr("loss") if self._of_loss else self.tr("accuracy")
        self.set_title(self.tr("Against inner steps ({how})").format(how=normalized_word(frame.transductive)))
        if (x, y) != (self.panels[0].x.name, self.panels[0].y.name):
            self.set_axis(0, x=Axis(x), y=Axis(y))
        entries = [
            Entry(key, key, labelled(frame, index), self._shown.get(key, "full"))
            for index, key in enumerate(frame.methods)
        ]
        self._legend.set(entries)

    def _tell_method(self, name: str) -> None:
        if name in self._settings.methods:
            self.method_clicked.emit(name)

    def _tell_step(self, row: int, x: float, y: float, name: str) -> None:
        if 0 <= round(x) <= self._settings.test_steps:
            self.tick_clicked.emit(round(x))

    def _quantity_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Accuracy"), "accuracy")
        box.addItem(self.tr("Loss"), "loss")
        box.addItem(self.tr("Supports' loss"), "support_loss")
        box.setAccessibleName(self.tr("Quantity shown"))
        told = self.tr(
            "Accuracy or loss on the queries of held-out episodes, or the loss on their supports, which every step"
            " descends on: where it goes on falling while that of the queries does not, steps fit the supports alone"
        )
        box.setToolTip(plain_tip(told))
        box.activated.connect(self._redraw)
        self.add_control(box)
        return box
