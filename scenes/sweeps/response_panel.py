"""The response of a sweep's metric over one axis or two: what a person chooses, and the picture of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.sweeps.analysis.records import Records, is_logarithmic
from metascope.simulator.engine.sweeps.analysis.response import Line, Statistic, Value, in_order, lines, plane, told
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.plots.views.response import Along, Answer, Cells, ResponseMapView, ResponseView
from metascope.widgets.views.view import View

LINES, MAP = "lines", "map"


class ResponsePanel(QWidget):
    """Metric, axes, picture and statistic to choose, and the picture. Setters emit nothing.

    Signals:
        save_requested(view, format): a person wants a picture or its data saved.
        chosen: a person chose something else.
    """

    save_requested = Signal(QWidget, str)
    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.metric_box = self._box(self.tr("Metric"), self.tr("Which metric, the last value of each run"))
        self.over_box = self._box(self.tr("Axis"), self.tr("Along which axis of the sweep"))
        self.split_box = self._box(
            self.tr("Second axis"), self.tr("A line, or a row of the map, for each of its values")
        )
        self.shape_box = self._box(self.tr("Picture"), self.tr("Lines with bands, or a map of two axes"))
        self.statistic_box = self._box(
            self.tr("Statistic"), self.tr("Of all runs that share a place, over what is left")
        )
        self.lines, self.map = ResponseView(theme), ResponseMapView(theme)
        self._views = QStackedWidget()
        for view in (self.lines, self.map):
            self._views.addWidget(view)
            view.export_requested.connect(self.save_requested)
        for text, data in ((self.tr("lines"), LINES), (self.tr("map"), MAP)):
            self.shape_box.addItem(text, data)
        for text, data in ((self.tr("median and quartiles"), "median"), (self.tr("mean ± standard deviation"), "mean")):
            self.statistic_box.addItem(text, data)
        self._suited: str | None = None  # the metric that was chosen here, not by a person
        self._lay_out()

    @property
    def view(self) -> View:
        """The picture that is seen."""
        return self.map if self._views.currentWidget() is self.map else self.lines

    def show_runs(self, records: Records, runs: Sequence[int]) -> None:
        """Show the response of these runs, with what is chosen; of a new sweep with what suits it."""
        self._offer(records)
        metric, over, split = (box.currentData() for box in (self.metric_box, self.over_box, self.split_box))
        statistic: Statistic = self.statistic_box.currentData()
        if metric is None or over is None:
            self._views.setCurrentWidget(self.lines)
            return
        numbers = [_number(records.column(metric)[run]) for run in runs]
        places = [records.column(over)[run] for run in runs]
        others = None if split is None else [records.column(split)[run] for run in runs]
        if self.shape_box.currentData() == MAP and others is not None:
            self._views.setCurrentWidget(self.map)
            self._draw_map(metric, over, split, (places, others, numbers), statistic)
        else:
            self._views.setCurrentWidget(self.lines)
            self._draw_lines(records, metric, over, (places, others, numbers), statistic)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.lines.set_theme(theme)
        self.map.set_theme(theme)

    def _offer(self, records: Records) -> None:
        """Offer what there is to choose; what is chosen stays where it is still there."""
        goals = all_stories()[records.plan.preset.story].goals
        quantities = records.quantities
        metrics = sorted((*quantities, *records.metrics), key=lambda name: name.rpartition(".")[2] not in goals)
        axes = records.chart_axes()
        own = self.metric_box.currentData() == self._suited  # nobody has chosen another one
        of_method = self.tr("{quantity} of each run's method")
        _fill(
            self.metric_box,
            [(of_method.format(quantity=name) if name in quantities else name, name) for name in metrics],
        )
        if own and metrics:
            self._suited = _suited(metrics, goals)
            self.metric_box.setCurrentIndex(self.metric_box.findData(self._suited))
        _fill(self.over_box, [(name, name) for name in axes])
        rest = [name for name in axes if name != self.over_box.currentData()]
        wanted = next((name for name in rest if not axes[name].repeats), None)
        fresh_axes = self.split_box.count() == 0
        _fill(self.split_box, [(self.tr("–"), None), *((name, name) for name in rest)])
        if fresh_axes and wanted is not None:
            self.split_box.setCurrentIndex(self.split_box.findData(wanted))
        self.shape_box.setEnabled(self.split_box.currentData() is not None)

    def _draw_lines(
        self,
        records: Records,
        metric: str,
        over: str,
        given: tuple[list[Value], list[Value] | None, list[float | None]],
        statistic: Statistic,
    ) -> None:
        places, others, numbers = given
        found = lines(places, numbers, others, statistic)
        words = _words(places)
        values = [float(value) for value in in_order(places) if not isinstance(value, str) and value is not None]
        along = Along(over, log=not words and is_logarithmic(values), words=words)
        name_of = "" if others is None else f"{self.split_box.currentData()} = "
        answers = [_answer(line, name_of, words) for line in found]
        whole = sum(int(line.counts.sum()) for line in found)
        self.lines.set_answers(metric, along, answers, self._told(found, statistic), whole)

    def _draw_map(
        self,
        metric: str,
        over: str,
        split: str,
        given: tuple[list[Value], list[Value], list[float | None]],
        statistic: Statistic,
    ) -> None:
        places, others, numbers = given
        found = plane(places, others, numbers, statistic)
        rows, middle, counts = found.rows[::-1], found.middle[::-1], found.counts[::-1]  # the greatest on top
        cells = Cells(metric, split, over, tuple(map(told, rows)), tuple(map(told, found.columns)), middle, counts)
        name = self.tr("median") if statistic == "median" else self.tr("mean")
        text = self.tr("{statistic} of the runs in a cell; {n}").format(
            statistic=name, n=self._counted(counts[counts > 0])
        )
        self.map.set_cells(cells, text)

    def _told(self, found: Sequence[Line], statistic: Statistic) -> str:
        """Return what middle and band are, and of how many runs."""
        counts = np.concatenate([np.empty(0), *(line.counts for line in found)])
        if not counts.size:
            return ""
        text = self.tr("mean, band: one standard deviation on either side; {n}")
        if statistic == "median":
            text = self.tr("median, band: from quartile to quartile; {n}")
        return text.format(n=self._counted(counts))

    def _counted(self, counts: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> str:
        if not counts.size:
            return self.tr("n = 0")
        low, high = int(counts.min()), int(counts.max())
        if low == high:
            return self.tr("n = {n}").format(n=low)
        return self.tr("n = {low} to {high}").format(low=low, high=high)

    def _box(self, name: str, tip: str) -> QComboBox:
        box = ComboBox()
        box.setAccessibleName(name)
        box.setToolTip(plain_tip(tip))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(9)
        box.activated.connect(lambda _: self.chosen.emit())
        return box

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID, GRID, 0)
        row.setSpacing(GRID)
        names = (self.metric_box, self.over_box, self.split_box)
        for box in (*names, self.shape_box, self.statistic_box):
            row.addWidget(box, 3 if box in names else 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self._views, 1)


def _fill(box: QComboBox, entries: Sequence[tuple[str, str | None]]) -> None:
    """Offer these entries, texts with their data; what is chosen stays where it is still there."""
    if [box.itemData(at) for at in range(box.count())] == [data for _, data in entries]:
        return
    chosen = box.currentData()
    box.clear()
    for text, data in entries:
        box.addItem(text, data)
    box.setCurrentIndex(max(box.findData(chosen), 0) if entries else -1)


def _is_aim(name: str, first: str, goals: Collection[str]) -> bool:
    """Return whether a metric has a best value and is of the same method as the first."""
    method, _, quantity = name.rpartition(".")
    return quantity in goals and method == first.rpartition(".")[0]


def _suited(metrics: Sequence[str], goals: Collection[str]) -> str:
    """Return the metric to begin with: one with a best value, after most inner steps where its name counts them."""
    aims = [name for name in metrics if _is_aim(name, metrics[0], goals)] or [metrics[0]]
    steps = [int(tail) if (tail := name.rpartition("_")[2]).isdecimal() else -1 for name in aims]
    most = max(steps)
    return aims[steps.index(most)] if most >= 0 else aims[-1]


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _words(places: Sequence[Value]) -> tuple[str, ...]:
    """Return the words along an axis, none where it holds numbers."""
    different = in_order(places)
    return tuple(map(told, different)) if any(isinstance(value, str) for value in different) else ()


def _answer(line: Line, name_of: str, words: tuple[str, ...]) -> Answer:
    if words:
        places = np.array([float(words.index(told(place))) for place in line.places])
        order = np.argsort(places)
    else:
        places = np.array([float(place) for place in line.places if place is not None and not isinstance(place, str)])
        order = np.arange(len(places))
    label = f"{name_of}{line.label}" if line.label else ""
    middle, low, high, counts = (one[order] for one in (line.middle, line.low, line.high, line.counts))
    return Answer(label, places[order], low, middle, high, counts)
