"""Draws the grid search: mean loss against learning rate for each rival, with the chosen rates marked."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from metascope.scenes.stories.optimizers.losses import LEGEND, LOG
from metascope.scenes.stories.optimizers.words import method_name
from metascope.simulator.stories.optimizers.frame import OptimizersFrame, Rival
from metascope.simulator.stories.optimizers.names import LEARNED, METHOD_NAMES, RIVALS
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import enumerated, number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import decades
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.points import PointItem
from metascope.widgets.plots.views.plot import Axis, PlotView, Range
from metascope.widgets.views.view import Column, Table

Array = NDArray[np.float64]
MARGIN = 0.15  # decades, left free at the ends of the rates
REACH = 4.0  # decades shown above the smallest loss; much too large rates go beyond


class TuningView(PlotView):
    """Every rival's loss against the learning rates tried; a rate at which a problem diverged is a gap.

    Signals:
        method_clicked: a person clicked a method's name or mark: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        x, y = (
            Axis(translate("TuningView", "learning rate"), "η", scale=LOG),
            Axis(translate("TuningView", "mean loss"), "l", scale=LOG),
        )
        super().__init__("tuning", translate("TuningView", "Tuning the hand-made optimizers"), theme, x, [y])
        self._frame: OptimizersFrame | None = None
        self._drawn: tuple[object, ...] = ()
        self._shown: dict[str, Emphasis] = {}
        self._lines, self._empty = LinesItem("rate", ends_matter=True), Placeholder("empty")
        self._points = {name: PointItem(f"{name}.chosen", name, method_text(METHOD_NAMES[name])) for name in RIVALS}
        self._legend = self.add_legend(from_height=LEGEND)
        self._choice = self._make_choice()
        self._legend.clicked.connect(lambda name: self.method_clicked.emit(name))
        self.clicked.connect(self._tell_method)
        for mark in (self._empty, self._lines, *self._points.values()):
            self.add(mark)

    def draw(self, frame: OptimizersFrame) -> None:
        """Show the progress of the search."""
        self._frame = frame
        parts = (frame.tested, *frame.rivals)
        if len(parts) != len(self._drawn) or any(new is not old for new, old in zip(parts, self._drawn, strict=True)):
            self._drawn = parts
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for name, point in self._points.items():
            point.set_emphasis(emphasis.get(name, "full"))
        self._redraw()

    @override
    def table(self) -> Table:
        """Return each rival's rates and losses, and the learned optimizer's loss."""
        frame, found = self._frame, dict[str, Column]()
        if frame is None:
            return found
        for name, rival in self._rivals(frame):
            found |= {f"{name}.rate": rival.tuning.rates, f"{name}.mean": rival.tuning.mean}
            found |= {f"{name}.last": rival.tuning.last, f"{name}.chosen_rate": np.array([rival.rate])}
        if frame.tested is not None and self._shown.get(LEARNED) != "hidden":
            found[f"{LEARNED}.mean"] = np.array([self._own(frame, "mean")])
            found[f"{LEARNED}.last"] = np.array([self._own(frame, "last")])
        return found

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        rivals, key = self._rivals(frame), self._choice.currentData()
        x = self._rates(frame)
        lines = [self._line(name, rival, key) for name, rival in rivals]
        own = self._own(frame, key)
        if np.isfinite(own) and self._shown.get(LEARNED) != "hidden":
            ends, told = np.array(x), np.full(2, own)
            level = self._shown.get(LEARNED, "full")
            text = self.tr("Learned optimizer (has no learning rate)")
            told_x = LOG.unbend(ends)
            lines.append(Line(f"{LEARNED}.mean", LEARNED, text, ends, LOG.bend(told), "", level, None, told, told_x))
        self._lines.set(lines)
        self.set_remark(self._diverged(rivals, key))
        for name, rival in zip(RIVALS, frame.rivals, strict=True):
            self._mark(self._points[name], name, rival, key)
        self._fit(frame, key, x)
        self._tell(frame)

    def _diverged(self, rivals: list[tuple[str, Rival]], key: str) -> str:
        """Return why the curves of rivals that are tuned have gaps or end."""
        lost = [name for name, rival in rivals if rival.rate and np.isnan(self._losses(rival, key)).any()]
        names = enumerated(method_text(METHOD_NAMES[name]) for name in lost)
        return self.tr("No value where a problem diverged: {methods}").format(methods=names) if lost else ""

    def _line(self, name: str, rival: Rival, key: str) -> Line:
        rates, losses = rival.tuning.rates.astype(np.float64), self._losses(rival, key)
        level = self._shown.get(name, "full")
        return Line(
            f"{name}.{key}",
            name,
            method_text(METHOD_NAMES[name]),
            LOG.bend(rates),
            LOG.bend(losses),
            "",
            level,
            None,
            losses,
            rates,
        )

    def _mark(self, point: PointItem, name: str, rival: Rival, key: str) -> None:
        """Mark the best rate by the shown loss."""
        best = rival.tuning.best_mean if key == "mean" else rival.tuning.best_last
        if best < 0:
            point.set(np.nan, np.nan, "")
            return
        rate, loss = float(rival.tuning.rates[best]), float(self._losses(rival, key)[best])
        text = self.tr("{method}: best at η = {rate}, loss {loss}")
        x, y = LOG.bend(np.array([rate, loss])).tolist()
        point.set(
            x,
            y,
            text.format(method=method_text(METHOD_NAMES[name]), rate=number(rate), loss=number(loss, 4)),
            (rate, loss),
        )

    def _fit(self, frame: OptimizersFrame, key: str, x: Range) -> None:
        losses = [self._losses(rival, key) for rival in frame.rivals] + [np.array([self._own(frame, key)])]
        low, high = decades(losses)
        self.set_range(x, (low, min(high, low + REACH)))

    def _tell(self, frame: OptimizersFrame) -> None:
        """Show the progress of the search until it ends, and update the legend."""
        tried = sum(int(np.isfinite(rival.tuning.mean).sum()) for rival in frame.rivals)
        known = all(rival.rate for rival in frame.rivals)
        count = sum(len(rival.tuning.rates) for rival in frame.rivals)
        text = self.tr("Tuning the rivals: {tried} of {count} learning rates tried")
        self._empty.say("" if known else text.format(tried=tried, count=count))
        shown = [(name, method_text(METHOD_NAMES[name])) for name, _ in self._rivals(frame)]
        own = [(LEARNED, method_name(LEARNED, frame.variant))] if frame.tested is not None else []
        entries = [Entry(name, name, label, self._shown.get(name, "full")) for name, label in (*own, *shown)]
        self._legend.set(entries)

    def _rivals(self, frame: OptimizersFrame) -> list[tuple[str, Rival]]:
        return [
            (name, rival) for name, rival in zip(RIVALS, frame.rivals, strict=True) if self._shown.get(name) != "hidden"
        ]

    def _losses(self, rival: Rival, key: str) -> Array:
        return (rival.tuning.mean if key == "mean" else rival.tuning.last).astype(np.float64)

    def _own(self, frame: OptimizersFrame, key: str) -> float:
        """Return the learned optimizer's loss, measured like that of the search."""
        if frame.tested is None:
            return float("nan")
        mean = frame.tested.mean.astype(np.float64)
        return float(mean.mean() if key == "mean" else mean[-1])

    def _rates(self, frame: OptimizersFrame) -> Range:
        places = [LOG.bend(rival.tuning.rates.astype(np.float64)) for rival in frame.rivals if len(rival.tuning.rates)]
        if not places:
            return (-3.0, 0.0)
        return (float(min(one[0] for one in places)) - MARGIN, float(max(one[-1] for one in places)) + MARGIN)

    def _tell_method(self, row: int, x: float, y: float, name: str) -> None:
        method, _, what = name.partition(".")
        if what == "chosen":
            self.method_clicked.emit(method)

    def _make_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("Mean over the updates"), "mean")
        box.addItem(self.tr("After the last update"), "last")
        box.setToolTip(self.tr("Loss by which learning rates are judged, on separate held-out problems"))
        box.setAccessibleName(self.tr("Loss by which rates are judged"))
        box.activated.connect(self._redraw)
        self.add_control(box)
        return box
