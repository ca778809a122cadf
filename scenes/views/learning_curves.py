"""Draws the learning curves of all methods: one quantity at a time against the meta-step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from metascope.scenes.views.kinds import Kind, nearest
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.method import Method
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.ink import Array
from metascope.widgets.plots.canvas.mark import Emphasis, is_glimpsed
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.points import UprightItem
from metascope.widgets.plots.views.curves import CurvesView, Series
from metascope.widgets.plots.views.plot import Axis, Range

FLOOR = 1e-3  # of a curve: where its interval ends on a logarithmic axis if it reaches 0
POINTS = 240  # pairs of extremes per curve


@dataclass(frozen=True)
class Quantity:
    """A quantity that can be chosen; a metric belongs to the method before its dot."""

    title: str
    axis: Axis
    series: tuple[tuple[str, str, str], ...]  # metric, role and label of each curve, the last one on top
    reach: Range | None = (0.0, 1.0)  # range that is always visible, in units of the axis
    spreads: bool = True  # whether a logarithmic axis can be chosen
    named: bool = False  # whether it has a legend; methods are named next to the scene anyway
    letters: Mapping[str, str] = field(default_factory=dict)  # by metric, to distinguish curves of one method
    halves: Mapping[str, str] = field(default_factory=dict)  # by metric, the metric with half the width of its interval
    kind: Kind | None = None  # of what views of other stories show, too


def method_of(metric: str) -> str:
    """Return the method of a metric: the part before its dot."""
    return metric.partition(".")[0]


def series_of(quantity: str, methods: Iterable[Method]) -> tuple[tuple[str, str, str], ...]:
    """Return the curves of one quantity, "<method>.<quantity>", the first method's on top."""
    return tuple((f"{method.key}.{quantity}", method.key, method_text(method.name)) for method in reversed([*methods]))


class LearningView(CurvesView):
    """One quantity of all methods against the meta-step, on a linear or logarithmic axis; the best step is marked.

    Set the text shown until there are curves with `set_empty_text`. Where it is known how many episodes a meta-step
    trains on, curves can be seen against these, so that those of other stories can be compared.

        loss = Quantity("Loss", Axis("loss"), series_of("loss", STORY.methods))
        view = LearningView({"loss": loss}, settings.steps, "", theme)
        view.draw_metrics(metrics, step)

    Signals:
        method_clicked: a person clicked a name of the legend: the method that its curve is of.
    """

    method_clicked = Signal(str)

    def __init__(
        self,
        quantities: Mapping[str, Quantity],
        planned: int,
        best: str,
        theme: Theme,
        *,
        told: str = "",
        named: tuple[str, str, Axis] | None = None,
        owner: Callable[[str], str] = method_of,
        episodes: int = 0,
    ) -> None:
        """Make the view.

        Args:
            quantities: what can be chosen, by its key; the first is shown.
            planned: meta-steps after which the run ends.
            best: the method whose best meta-step is marked; none if empty.
            theme: the theme.
            told: the tooltip of the choice.
            named: its name, its title and the axis of the meta-steps, if other than "learning".
            owner: the function that returns the method of a metric.
            episodes: that a meta-step trains on; 0: it is not in episodes.
        """
        first = next(iter(quantities.values()))
        name, title, axis = named or (
            "learning",
            translate("LearningView", "Learning"),
            Axis(translate("LearningView", "meta-step")),
        )
        super().__init__(name, title, theme, axis, first.axis, legend="on paper")
        self._quantities, self._planned, self._method, self._owner = quantities, planned, best, owner
        self._metrics: Metrics | None = None
        self._drawn_mark: object = None  # the mark of the metrics of which nothing is left to draw
        self._known: frozenset[str] = frozenset()
        self._shown: dict[str, Emphasis] = {}
        self._last = -1  # end of the x axis, in meta-steps
        self._at, self._best_step, self._steps_axis, self._episodes = np.nan, np.nan, axis, episodes
        self._choice = self._make_choice(told)
        self._spread = self.add_switch(
            self.tr("log"), self.tr("Logarithmic axis"), self.tr("Logarithmic scale"), self._choose
        )
        self._counted = self.add_switch(
            self.tr("episodes"),
            self.tr("Count training episodes"),
            self.tr("Against the episodes trained on, of which a meta-step has {count}").format(count=episodes),
            self._choose,
        )
        self._counted.setVisible(episodes > 0)
        self._intervals = BandsItem("intervals", ghostly=True)
        self._intervals.setZValue(-1)  # under the curves
        self._best = UprightItem(f"{best}.best_step", best or "ink", self.tr("best"))
        self.add(self._intervals)
        self.add(self._best)
        self.series_clicked.connect(self._tell_method)
        self._choose()

    def draw(self, best_step: int) -> None:
        """Mark the meta-step whose weights are kept as the best; below 0 there is none yet."""
        self._best_step = float(best_step) if best_step >= 0 else np.nan
        self._best.set(self._best_step * self.per_step)

    def draw_metrics(self, metrics: Metrics, step: int) -> None:
        """Show the metrics so far, with a cursor at meta-step `step`."""
        mark = metrics.mark  # before they are read: they may grow meanwhile
        same = metrics is self._metrics and mark == self._drawn_mark
        self._metrics = metrics
        newest = max(step, metrics.last_step)
        if self._last < newest:
            self._last = self._planned if newest <= self._planned else round(newest * 1.25)
            self.set_x_range(0, self._last * self.per_step)
        if not same:
            self._draw_series(metrics)
            self._drawn_mark = None if is_glimpsed() else mark
        self._at = float(step)
        self.set_cursor(step * self.per_step)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._best.set_emphasis(emphasis.get(self._method, "full"))
        self._apply()
        if self._metrics is not None:
            self._draw_intervals(self._metrics)

    @property
    @override
    def per_step(self) -> float:
        return float(self._episodes) if self._counted.isChecked() else 1.0

    @property
    def kind(self) -> Kind | None:
        """Of what views of other stories show, too; None: only this story's do."""
        return self._quantity.kind

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All kinds that can be chosen."""
        return tuple(quantity.kind for quantity in self._quantities.values() if quantity.kind is not None)

    def show_like(self, other: LearningView) -> Kind | None:
        """Choose the quantity that is nearest to what another story's view shows, against the same; return its kind.

        None: there is nothing of its kind, and nothing has changed.
        """
        wanted = other.kind
        found = None if wanted is None else nearest(wanted, ((key, it.kind) for key, it in self._quantities.items()))
        if found is None:
            return None
        counted = other._counted.isChecked() and self._episodes > 0
        place = self._choice.findData(found[0])
        if (place, counted) != (self._choice.currentIndex(), self._counted.isChecked()):
            self._choice.setCurrentIndex(place)
            self._counted.setChecked(counted)
            self._choose()
        return found[1]

    @property
    def _quantity(self) -> Quantity:
        return self._quantities[self._choice.currentData()]

    def _draw_series(self, metrics: Metrics) -> None:
        found = []
        for name, role, label in self._quantity.series:
            steps, values = metrics.curve(name, POINTS)
            if len(steps):
                letter = self._quantity.letters.get(name, "")
                found.append(Series(name, role, self._placed(steps), values, label, letter))
        self.set_many(found)
        known = frozenset(series.name for series in found)
        if known != self._known:
            self._known = known
            self._apply()
        self._draw_intervals(metrics)

    def _draw_intervals(self, metrics: Metrics) -> None:
        """Draw the interval around each curve that has one."""
        bands, scale = [], self.panels[0].y.scale
        shown = {line.name: line for line in self.shown()}
        for name, half in self._quantity.halves.items():
            steps, middle = metrics.curve(name, POINTS)
            measured, widths = metrics.envelope(half, POINTS)
            if name in shown and len(measured):
                line, beside = shown[name], np.interp(steps, measured, widths)
                told = middle + np.stack([-beside, np.zeros(len(steps)), beside])  # (3, n)
                edges = scale.bend(told if scale.kind == "linear" else np.maximum(told, FLOOR * told[1]))
                x, label = self._placed(steps), line.label
                bands.append(Band(f"{name}.interval", line.role, label, x, edges, line.emphasis, told, line=False))
        self._intervals.set(bands)

    def _placed(self, steps: NDArray[np.int64]) -> Array:
        """Return where meta-steps (n,) are along x."""
        return steps.astype(np.float64) * self.per_step

    def _tell_method(self, series: str) -> None:
        self.method_clicked.emit(self._owner(series))

    def _apply(self) -> None:
        self.set_emphasis({name: self._shown.get(self._owner(name), "full") for name in self._known})

    def _choose(self) -> None:
        self.clear()
        quantity, self._known, self._drawn_mark = self._quantity, frozenset(), None
        logarithmic = quantity.spreads and self._spread.isChecked()
        self._spread.setVisible(quantity.spreads)
        self._legend_on_screen = quantity.named
        self._legend.setVisible(quantity.named)
        axis = quantity.axis
        steps = Axis(self.tr("training episodes")) if self._counted.isChecked() else self._steps_axis
        self.set_axis(0, steps, Axis(axis.name, axis.symbol, scale=Scale("log") if logarithmic else axis.scale))
        if quantity.reach is not None and not logarithmic:
            self.set_y_range(*quantity.reach)
        self._best.set(self._best_step * self.per_step)
        if self._last >= 0:
            self.set_x_range(0, self._last * self.per_step)
        if self._metrics is not None:
            self._draw_series(self._metrics)
        self.set_cursor(self._at * self.per_step)

    def _make_choice(self, told: str) -> QComboBox:
        box = ComboBox()
        for key, quantity in self._quantities.items():
            box.addItem(quantity.title, key)
        box.setToolTip(plain_tip(told))
        box.setAccessibleName(self.tr("Quantity shown"))
        box.activated.connect(self._choose)
        self.add_control(box)
        if len(self._quantities) < 2:
            box.hide()
        return box
