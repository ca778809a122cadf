"""Draws the losses of the learned optimizer and its tuned rivals against updates, on held-out problems or one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.scenes.stories.optimizers.words import method_name, short_name
from metascope.simulator.stories.optimizers.frame import OptimizersFrame, Spread
from metascope.simulator.stories.optimizers.names import LEARNED, METHODS, QUANTILES, RIVALS
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale, decades
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.gaps import gaps_told
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.series.points import PointItem
from metascope.widgets.plots.views.plot import Axis, PlotView

Array = NDArray[np.float64]
LOG = Scale("log")
LEGEND = 320  # pixels of height from which the view has its own legend
END = 1.04  # of the updates: room for the marks at the end
DRAWN = tuple(reversed(METHODS))  # the learned optimizer on top
LOW, MIDDLE, HIGH = (QUANTILES.index(q) for q in (0.25, 0.5, 0.75))


class LossesView(PlotView):
    """Median losses with the band between the quartiles, on a logarithmic axis.

    If optimizers are judged on unseen examples, a mark at the end shows the median loss on those.

    Signals:
        method_clicked: a person clicked a method's name: its key.
        tick_clicked: a person clicked an update: its number, from 0.
    """

    method_clicked = Signal(str)
    tick_clicked = Signal(int)

    def __init__(self, settings: OptimizersSettings, theme: Theme) -> None:
        self._judged_unseen = settings.judged_at_end
        told = (
            translate("LossesView", "seen; marks: unseen") if self._judged_unseen else translate("LossesView", "loss")
        )
        y = Axis(told, "l", scale=LOG)
        super().__init__(
            "losses",
            translate("LossesView", "Loss against updates"),
            theme,
            Axis(translate("LossesView", "update t")),
            [y],
        )
        self._updates = settings.updates
        self._frame: OptimizersFrame | None = None
        self._shown: dict[str, Emphasis] = {}
        self._drawn: tuple[object, ...] = ()  # the parts of the frame that are drawn
        self._bands, self._lines = BandsItem("bands"), LinesItem("update", ends_matter=True)
        self._ends = {name: PointItem(f"{name}.unseen", name, self.tr("on unseen examples")) for name in DRAWN}
        self._cursor, self._empty = CursorItem("cursor"), Placeholder("empty")
        self._legend = self.add_legend(from_height=LEGEND)
        self._choice = self._make_choice()
        self._legend.clicked.connect(lambda name: self.method_clicked.emit(name))
        self.clicked.connect(self._tell_update)
        for mark in (self._empty, self._bands, self._lines, *self._ends.values(), self._cursor):
            self.add(mark)
        self._empty.say(self.tr("Measuring the held-out problems; the losses will appear by themselves"))

    def draw(self, frame: OptimizersFrame, inner: int) -> None:
        """Show the frame's losses, and the cursor at this inner step."""
        self._frame = frame
        self._cursor.set(inner if inner <= self._updates else np.nan)
        learned = frame.tested if self._choice.currentData() == "held-out" else frame.loss
        parts = (learned, *frame.rivals)
        if len(parts) != len(self._drawn) or any(new is not old for new, old in zip(parts, self._drawn, strict=True)):
            self._drawn = parts
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for name, mark in self._ends.items():
            mark.set_emphasis(emphasis.get(name, "full"))
        self._redraw()

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        held_out = self._choice.currentData() == "held-out"
        if held_out:
            self._draw_held_out(frame, _spreads(frame))
        else:
            self._draw_shown(frame, _losses(frame))
        self._tell(frame, held_out)

    def _draw_held_out(self, frame: OptimizersFrame, spreads: Mapping[str, Spread]) -> None:
        x = np.arange(self._updates + 1.0)
        bands, lines = [], []
        for name in DRAWN:
            level = self._shown.get(name, "full")
            if name not in spreads or level == "hidden":
                continue
            told = spreads[name].quantiles[[LOW, MIDDLE, HIGH]].astype(np.float64)  # (3, T + 1)
            edges, label = LOG.bend(told), legend_text(frame, name)
            bands.append(Band(f"{name}.loss", name, label, x, edges, level, told, line=False))
            lines.append(Line(f"{name}.median", name, label, x, edges[1], "", level, told=told[1]))
        self._bands.set(bands)
        self._mark_ends(frame, {name: spread.end for name, spread in spreads.items()})
        self._show_lines(lines, [spread.quantiles[LOW : HIGH + 1] for spread in spreads.values()])

    def _draw_shown(self, frame: OptimizersFrame, losses: Mapping[str, Array]) -> None:
        x = np.arange(self._updates + 1.0)
        self._bands.set([])
        lines = [
            Line(
                f"{name}.loss", name, legend_text(frame, name), x, LOG.bend(losses[name]), "", level, told=losses[name]
            )
            for name in DRAWN
            for level in [self._shown.get(name, "full")]
            if name in losses and level != "hidden"
        ]
        self._mark_ends(frame, {LEARNED: frame.test_loss})
        self._show_lines(lines, list(losses.values()))

    def _mark_ends(self, frame: OptimizersFrame, ends: Mapping[str, float]) -> None:
        """Mark the loss on unseen examples, if optimizers are judged by it."""
        for name, mark in self._ends.items():
            end = ends.get(name, np.nan) if self._judged_unseen else np.nan
            text = self.tr("{method}: loss {loss} on unseen examples")
            told = text.format(method=legend_text(frame, name), loss=number(end, 4))
            mark.set(float(self._updates), float(LOG.bend(np.array([end]))[0]), told, (self._updates, end))

    def _show_lines(self, lines: list[Line], numbers: list[NDArray[np.floating]]) -> None:
        self._lines.set(lines)
        self.set_remark(self._stopped() or gaps_told(lines))
        self._empty.setVisible(not lines)
        ends = np.array([value for mark in self._ends.values() for value in mark.columns()[f"{mark.name}.y"]])
        room = END if self._judged_unseen else 1.0
        self.set_range((0.0, room * self._updates), decades([*numbers, ends]))

    def _stopped(self) -> str:
        """Return where the learned optimizer was stopped on the one problem that is shown."""
        frame = self._frame
        if frame is None or frame.stopped < 0 or self._choice.currentData() == "held-out":
            return ""
        text = self.tr("{method}: diverged and stopped at update {t}")
        return text.format(method=short_name(LEARNED), t=frame.stopped)

    def _tell(self, frame: OptimizersFrame, held_out: bool) -> None:
        """Name on the axis how many problems were measured and when, and list the methods in the legend."""
        name = self.tr("update t") if held_out else self.tr("update t, one problem")
        if held_out and frame.tested is not None:
            text = self.tr("update t, {problems} problems, meta-step {step}")
            if frame.tested.step < 0:  # weights that no meta-step here has made
                text = self.tr("update t, {problems} problems")
            name = text.format(problems=frame.tested.problems, step=frame.tested.step)
        if name != self.panels[0].x.name:
            self.set_axis(0, x=Axis(name))
        known = _spreads(frame) if held_out else _losses(frame)
        entries = [
            Entry(name, name, legend_text(frame, name), self._shown.get(name, "full"))
            for name in METHODS
            if name in known
        ]
        self._legend.set(entries)

    def _tell_update(self, row: int, x: float, y: float, name: str) -> None:
        if 0 <= round(x) <= self._updates:
            self.tick_clicked.emit(round(x))

    def _make_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Held-out"), "held-out")
        box.addItem(self.tr("Shown one"), "shown")
        box.setToolTip(self.tr("Median and quartiles over the held-out problems, or the one shown problem"))
        box.setAccessibleName(self.tr("Problems whose losses are shown"))
        box.activated.connect(self._redraw)
        self.add_control(box)
        return box


def _spreads(frame: OptimizersFrame) -> dict[str, Spread]:
    found = {LEARNED: frame.tested} | {name: rival.tested for name, rival in zip(RIVALS, frame.rivals, strict=True)}
    return {name: spread for name, spread in found.items() if spread is not None}


def _losses(frame: OptimizersFrame) -> dict[str, Array]:
    found = {LEARNED: frame.loss} | {name: rival.loss for name, rival in zip(RIVALS, frame.rivals, strict=True)}
    return {name: loss.astype(np.float64) for name, loss in found.items() if len(loss)}


def legend_text(frame: OptimizersFrame, name: str) -> str:
    """Return a method's name, for a rival with its tuned learning rate."""
    if name == LEARNED or not frame.rivals[RIVALS.index(name)].rate:
        return method_name(name, frame.variant)
    rate = number(frame.rivals[RIVALS.index(name)].rate, 2)
    return translate("LossesView", "{method} η = {rate}").format(method=short_name(name), rate=rate)
