"""Draws the paper's figure live: inputs and outputs over time, and where in memory the heads are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.scenes.stories.ntm.words import channel_names, disturbance, legend_text, short_names
from metascope.scenes.views import memory_rows
from metascope.scenes.views.memory_matrix import LARGEST, SIGNED
from metascope.scenes.views.memory_rows import Places
from metascope.simulator.stories.ntm.captions import head_name
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.ntm.names import LSTM, METHODS, NTM
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import localized, number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import LINEAR, Tick
from metascope.widgets.plots.maps.boxes import CellsItem
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.strips import ColumnItem, Strip, StripBar, StripsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

STRIPS, WRITE, READ = 0, 1, 2  # the rows
GAP = 0.22  # of a strip's height, between two
ABOUT = 5  # number of axis ticks for the locations
NUMBERS = ("repeat-copy", "priority-sort")  # tasks with a number among the input bits
HALF = 0.5  # outputs above it count as 1


class WeightingsView(PlotView):
    """Inputs, targets, outputs, add and read vectors over time, above the weightings of a write and a read head.

    Signals:
        method_clicked: a person clicked a method's name: its key.
        tick_clicked: a person clicked a time step, from 1.
        used_chosen: a person chose whether to draw only the used locations.
    """

    method_clicked = Signal(str)
    tick_clicked = Signal(int)
    used_chosen = Signal(bool)

    def __init__(self, settings: NtmSettings, theme: Theme) -> None:
        where = Axis(translate("WeightingsView", "location"), "i")
        axes = [Axis(""), where, where]
        super().__init__(
            "weightings", translate("WeightingsView", "Inputs, outputs and weightings"), theme, Axis("", "t"), axes
        )
        self._frame: NtmFrame | None = None
        self._signed = ("inputs", "add", "read") if settings.task in NUMBERS else ("add", "read")
        self._places: Places = np.arange(0)
        self._named: tuple[str, ...] = ()  # their names
        self._shown: dict[str, Emphasis] = {}
        self._maps = [StripsItem(name) for name in ("strips", "write_weighting", "read_weighting")]
        self._columns = [ColumnItem("time") for _ in self._maps]
        self._scales = [StripBar() for _ in self._maps]
        self._wrong = CellsItem("wrong", NTM)
        self._legend = self.add_legend()
        self._heads = self._head_choice(settings.heads) if settings.heads > 1 else None
        self._stretch = self._stretch_choice()
        self._changed = self.add_switch(
            self.tr("Disturbed"),
            self.tr("Weightings after the disturbance"),
            self.tr("Show where the heads go after the change of the memory"),
            self._redraw,
        )
        self._changed.setVisible(False)
        for row, (strips, column, bar) in enumerate(zip(self._maps, self._columns, self._scales, strict=True)):
            self.add(strips, row)
            self.add(column, row)
            self.add_bar(bar, row)
        self.add(self._wrong, STRIPS)
        self.set_axis(READ, x=Axis(translate("WeightingsView", "time step"), "t"))
        self.set_heights([6, 3, 3])
        self._legend.clicked.connect(self._tell_method)
        self.clicked.connect(self._tell_time)

    @property
    def only_used(self) -> bool:
        """Whether only the used locations are drawn."""
        return bool(self._stretch.currentData())

    def draw(self, frame: NtmFrame, inner: int, shown: Places) -> None:
        """Show the locations `shown` of the frame, and mark the column of this inner step."""
        same = frame is self._frame and shown is self._places
        if shown is not self._places:
            self._named = memory_rows.names(shown)
        self._frame, self._places = frame, shown
        if not same:
            self._redraw()
        for column in self._columns:
            column.set(inner)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the machine and the LSTM fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._wrong.set_emphasis(self._shown.get(NTM, "full"))
        self._redraw()

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        writers = frame.heads.erase.shape[1]
        pair = self._heads.currentIndex() if self._heads is not None else 0
        pair = min(pair, writers - 1)
        strips = list(self._strips(frame, pair))
        self._maps[STRIPS].set(strips)
        answers = next(strip for strip in strips if strip.name == "outputs")
        if answers.marked is not None:
            self._wrong.set(answers.marked, answers.top, answers.bottom)
        self._scales[STRIPS].tell(replace(strips[-1].heat, quantity=self.tr("add a, read r")))
        steps = (0.5, len(frame.outputs) + 0.5)
        self.set_range(steps, (strips[-1].bottom - GAP, GAP), STRIPS)
        self._changed.setVisible(frame.disturbed is not None)
        self._name_strips(strips)
        for row, head in ((WRITE, pair), (READ, writers + pair)):
            self._draw_weighting(row, head, steps)
        self._legend.set(self._entries(frame))

    def _entries(self, frame: NtmFrame) -> list[Entry]:
        found = [Entry(name, name, legend_text(frame, name), self._shown.get(name, "full")) for name in METHODS]
        if frame.shown.optimum:
            text = self.tr("optimum: {bits} bits").format(bits=number(frame.shown.optimum, 3))
            found.append(Entry("optimum", "optimum", text))
        if frame.disturbed is not None:
            found.append(Entry("disturbed", "touched", disturbance(frame.disturbed)))
        return found

    def _strips(self, frame: NtmFrame, pair: int) -> Iterator[Strip]:
        """Yield the strips from the top, the signed ones last."""
        shown, asked, told = frame.shown, frame.shown.mask[:, None], short_names()
        inputs, targets = channel_names(shown.input_names), channel_names(shown.target_names)
        wrong = asked & ((frame.outputs > HALF) != (shown.targets > HALF))
        missed = asked & ((frame.rival > HALF) != (shown.targets > HALF))
        rows: list[tuple[str, NDArray[np.float32], NDArray[np.bool_] | None, tuple[str, ...], str]] = [
            ("inputs", shown.inputs, None, inputs, ""),
            ("targets", _where(asked, shown.targets), None, targets, ""),
            ("outputs", _where(asked, frame.outputs), wrong, targets, NTM),
        ]
        if (other := frame.disturbed) is not None:
            turned = asked & ((other.outputs > HALF) != (frame.outputs > HALF))
            rows.append(("disturbed", _where(asked, other.outputs), turned, targets, NTM))
        rows.append(("rival", _where(asked, frame.rival), missed, targets, LSTM))
        width = tuple(self.tr("column {n}").format(n=n + 1) for n in range(frame.reads.shape[-1]))
        rows.append(("add", frame.heads.add[:, pair], None, width, NTM))
        rows.append(("read", frame.reads[:, pair], None, width, NTM))
        for index, (name, values, marked, named, method) in enumerate(rows):
            numbers = values.T.astype(np.float64)  # (rows, T)
            if name in self._signed:
                heat = Heat(told[name], numbers, -LARGEST, LARGEST, "diverging", SIGNED)
            else:
                heat = Heat(told[name], numbers, 0.0, 1.0, "unit", LINEAR)
            top, level = -index * (1 + GAP), self._shown.get(method, "full")
            spots = None if marked is None else marked.T
            yield Strip(name, heat, named, self.tr("t = {column}"), top, top - 1, level, marked=spots)

    def _name_strips(self, strips: list[Strip]) -> None:
        told = short_names()
        named: tuple[Tick, ...] = tuple(((strip.top + strip.bottom) / 2, told[strip.name]) for strip in strips)
        if named != self.panels[STRIPS].y.ticks:
            self.set_axis(STRIPS, y=Axis("", ticks=named))

    def _draw_weighting(self, row: int, head: int, steps: tuple[float, float]) -> None:
        frame, count = self._frame, len(self._places)
        assert frame is not None, "a weighting needs a frame"
        name = localized(head_name(head, frame.heads.erase.shape[1]))
        if frame.disturbed is not None and self._changed.isChecked():
            weighting, name = frame.disturbed.weighting, self.tr("{head}, disturbed").format(head=name)
        else:
            weighting = frame.weighting
        values = weighting[:, head, self._places].T.astype(np.float64)  # (places, T)
        heat = Heat(name, values, 0.0, 1.0, "unit")
        across = self.tr("t = {column}")
        level = self._shown.get(NTM, "full")
        strip = Strip(
            ("write_weighting", "read_weighting")[row - WRITE],
            heat,
            self._named,
            across,
            0.5,
            0.5 - count,
            level,
            self._places,
        )
        self._maps[row].set([strip])
        self._scales[row].tell(heat)
        self.set_range(steps, (0.5 - count, 0.5), row)
        ticks = memory_rows.ticks(self._places, ABOUT)
        if ticks != self.panels[row].y.ticks:
            self.set_axis(row, y=Axis(self.tr("location"), "i", ticks=ticks))

    def _tell_method(self, name: str) -> None:
        if name in METHODS:
            self.method_clicked.emit(name)

    def _tell_time(self, row: int, x: float, y: float, name: str) -> None:
        if self._frame is not None and 0.5 <= x < len(self._frame.outputs) + 0.5:
            self.tick_clicked.emit(round(x))

    def _head_choice(self, heads: int) -> QComboBox:
        box = ComboBox()
        for head in range(heads):
            box.addItem(self.tr("Heads {number}").format(number=head + 1), head)
        box.setToolTip(self.tr("Write head and read head shown"))
        box.setAccessibleName(self.tr("Heads shown"))
        box.activated.connect(self._redraw)
        self.add_control(box)
        return box

    def _stretch_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Used locations"), True)
        box.addItem(self.tr("All locations"), False)
        box.setToolTip(self.tr("Show only the part of the memory that the heads use, or all of it"))
        box.setAccessibleName(self.tr("Locations shown"))
        box.activated.connect(lambda _: self.used_chosen.emit(self.only_used))
        self.add_control(box)
        return box


def _where(asked: NDArray[np.bool_], values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the values where `asked` is true, NaN elsewhere."""
    return np.where(asked, values, np.float32(np.nan))
