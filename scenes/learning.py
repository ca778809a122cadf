"""Learning curves of methods beside each other: one quantity at a time over the training steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QToolButton

from simulator.engine.metrics import Metrics
from widgets.plots.curves import CurvesView, Series
from widgets.plots.mark import Emphasis
from widgets.plots.plot import Axis, Range
from widgets.plots.points import UprightItem
from widgets.plots.scales import Scale
from widgets.theme import Theme

POINTS = 240  # pairs of extremes, of a curve drawn in a small view


@dataclass(frozen=True)
class Quantity:
    """What can be chosen; a metric belongs to the method before its dot."""

    title: str
    axis: Axis
    series: tuple[tuple[str, str, str], ...]  # metric, role and label of each curve, the last on top
    reach: Range | None = (0.0, 1.0)  # numbers that are always in sight, on the axis's own scale
    spreads: bool = True  # whether it can also be looked at by orders of magnitude
    named: bool = False  # whether a legend names the curves: their methods are named beside the scene
    letters: Mapping[str, str] = field(default_factory=dict)  # by metric, to tell curves of one method apart


class LearningView(CurvesView):
    """One quantity of all methods against the training step, from 0 or by orders of magnitude; the best is marked.

    Who builds it says with `set_empty_text` when the curves come.
    """

    def __init__(
        self, quantities: Mapping[str, Quantity], planned: int, best: str, theme: Theme, *, told: str = ""
    ) -> None:
        """Make the view.

        Args:
            quantities: what can be chosen, by its key; the first is shown.
            planned: training steps after which the run ends.
            best: the method whose best step is marked.
            theme: what it wears.
            told: what the choice says when it is pointed at.
        """
        translate = partial(QCoreApplication.translate, "LearningView")
        first = next(iter(quantities.values()))
        axis, title = Axis(translate("training step")), translate("Learning")
        super().__init__("learning", title, theme, axis, first.axis, legend="on paper")
        self._quantities, self._planned, self._method = quantities, planned, best
        self._metrics: Metrics | None = None
        self._known: frozenset[str] = frozenset()
        self._shown: dict[str, Emphasis] = {}
        self._last = -1  # step up to which the curves show
        self._choice, self._spread = self._make_choice(told), self._spread_button()
        self._best = UprightItem(f"{best}.best_step", best, self.tr("best"))
        self.add(self._best)
        self._choose()

    def draw(self, best_step: int) -> None:
        """Mark the step whose weights are kept as the best; below 0 there is none yet."""
        self._best.set(best_step if best_step >= 0 else np.nan)

    def draw_metrics(self, metrics: Metrics, step: int) -> None:
        """Show the metrics so far, and where `step` is among them."""
        self._metrics = metrics
        newest = max(step, metrics.last_step)
        if self._last < newest:
            self._last = self._planned if newest <= self._planned else round(newest * 1.25)
            self.set_x_range(0, self._last)
        self._draw_series(metrics)
        self.set_cursor(step)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._best.set_emphasis(emphasis.get(self._method, "full"))
        self._apply()

    @property
    def _quantity(self) -> Quantity:
        return self._quantities[self._choice.currentData()]

    def _draw_series(self, metrics: Metrics) -> None:
        found = []
        for name, role, label in self._quantity.series:
            steps, values = metrics.envelope(name, POINTS)
            if len(steps):
                letter = self._quantity.letters.get(name, "")
                found.append(Series(name, role, steps.astype(float), values, label, letter))
        self.set_many(found)
        known = frozenset(series.name for series in found)
        if known != self._known:
            self._known = known
            self._apply()

    def _apply(self) -> None:
        self.set_emphasis({name: self._shown.get(name.partition(".")[0], "full") for name in self._known})

    def _choose(self) -> None:
        self.clear()
        quantity, self._known = self._quantity, frozenset()
        logarithmic = quantity.spreads and self._spread.isChecked()
        self._spread.setVisible(quantity.spreads)
        self._legend_on_screen = quantity.named
        self._legend.setVisible(quantity.named)
        axis = quantity.axis
        self.set_axis(0, y=Axis(axis.name, axis.symbol, scale=Scale("log") if logarithmic else axis.scale))
        if quantity.reach is not None and not logarithmic:
            self.set_y_range(*quantity.reach)
        if self._metrics is not None:
            self._draw_series(self._metrics)

    def _make_choice(self, told: str) -> QComboBox:
        box = QComboBox()
        for key, quantity in self._quantities.items():
            box.addItem(quantity.title, key)
        box.setToolTip(told)
        box.setAccessibleName(self.tr("Quantity over the training"))
        box.activated.connect(self._choose)
        self.add_control(box)
        return box

    def _spread_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("log"))
        button.setCheckable(True)
        button.setProperty("small", True)
        button.setToolTip(self.tr("Spread the numbers by orders of magnitude"))
        button.setAccessibleName(self.tr("Logarithmic axis"))
        button.clicked.connect(self._choose)
        self.add_control(button)
        return button
