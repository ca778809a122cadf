"""Curves over the meta-steps: how the learned optimizer gets better, and what its gates do meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from scenes.optimizers.words import method_name
from simulator.engine.metrics import Metrics
from simulator.stories.optimizers.frame import OptimizersFrame
from simulator.stories.optimizers.names import LEARNED, METHODS
from simulator.stories.optimizers.settings import OptimizersSettings
from widgets.plots.curves import CurvesView, Series
from widgets.plots.mark import Emphasis
from widgets.plots.plot import Axis
from widgets.plots.points import UprightItem
from widgets.plots.scales import LINEAR, Scale
from widgets.theme import Theme

METHODS_TOLD = ("mean", "last")  # quantities whose series are methods, which are named beside the scene
POINTS = 240  # pairs of extremes, of a curve drawn in a small view


@dataclass(frozen=True)
class Quantity:
    """What can be chosen: its name, its axis, and its metrics as (name, role, label)."""

    title: str
    axis: Axis
    series: tuple[tuple[str, str, str], ...]


class MetaView(CurvesView):
    """Meta-loss, losses on the held-out problems or gates over the meta-steps; the best meta-step is marked."""

    def __init__(self, settings: OptimizersSettings, theme: Theme) -> None:
        translate = partial(QCoreApplication.translate, "MetaView")
        self._settings = settings
        self._quantities = _quantities(settings)
        first = next(iter(self._quantities.values()))
        title = translate("Meta-training")
        super().__init__("meta", title, theme, Axis(translate("meta-step")), first.axis)
        self._metrics: Metrics | None = None
        self._known: frozenset[str] = frozenset()
        self._shown: dict[str, Emphasis] = {}
        self._last = -1  # meta-step up to which the curves show
        self._best = UprightItem("learned.best_step", LEARNED, self.tr("best"))
        self.add(self._best)
        self._choice = self._make_choice()
        every = self.tr("The curve comes with the meta-steps, of held-out problems every {steps} of them")
        self.set_empty_text(every.format(steps=settings.test_every))

    def draw(self, frame: OptimizersFrame) -> None:
        """Mark the meta-step whose weights are kept as the best."""
        self._best.set(frame.best_step if frame.best_step >= 0 else np.nan)

    def draw_metrics(self, metrics: Metrics, step: int) -> None:
        """Show the metrics so far, and where `step` is among them."""
        self._metrics = metrics
        newest = max(step, metrics.last_step)
        if self._last < newest:
            planned = self._settings.steps
            self._last = planned if newest <= planned else round(newest * 1.25)
            self.set_x_range(0, self._last)
        self._draw_series(metrics)
        self.set_cursor(step)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._best.set_emphasis(emphasis.get(LEARNED, "full"))
        self._apply()

    def _draw_series(self, metrics: Metrics) -> None:
        found = []
        for name, role, label in self._quantities[self._choice.currentData()].series:
            steps, values = metrics.envelope(name, POINTS)
            if len(steps):
                found.append(Series(name, role, steps.astype(float), values, label))
        self.set_many(found)
        known = frozenset(series.name for series in found)
        if known != self._known:
            self._known = known
            self._apply()

    def _apply(self) -> None:
        self.set_emphasis({name: self._shown.get(owner(name), "full") for name in self._known})

    def _choose(self) -> None:
        self.clear()
        self._legend_on_screen = self._choice.currentData() not in METHODS_TOLD
        self._legend.setVisible(self._legend_on_screen)
        self._known = frozenset()
        self.set_axis(0, y=self._quantities[self._choice.currentData()].axis)
        if self._metrics is not None:
            self._draw_series(self._metrics)

    def _make_choice(self) -> QComboBox:
        box = QComboBox()
        for key, quantity in self._quantities.items():
            box.addItem(quantity.title, key)
        box.setToolTip(
            self.tr("Meta-loss; on held-out problems mean loss over the updates, loss after the last one; gates")
        )
        box.setAccessibleName(self.tr("Quantity over the meta-steps"))
        box.activated.connect(self._choose)
        self.add_control(box)
        return box


def owner(metric: str) -> str:
    """Return the method that a metric is of: the learned optimizer's where it names none."""
    method = metric.partition(".")[0]
    return method if method in METHODS else LEARNED


def _quantities(settings: OptimizersSettings) -> dict[str, Quantity]:
    """Return what there is to be chosen, what tells most first."""
    translate = partial(QCoreApplication.translate, "MetaView")
    log, end = Scale("log"), settings.updates
    loss = Axis(translate("loss"), "l", scale=log)
    found = {
        "mean": Quantity(translate("Mean loss"), loss, _of_methods("loss_mean", settings.variant)),
        "last": Quantity(translate("Last loss"), loss, _of_methods(f"loss_{end}", settings.variant)),
        "gates": Quantity(
            translate("Gates"),
            Axis(translate("gate"), scale=LINEAR),
            (
                ("gates.forget_mean", "forget", translate("mean forget gate")),
                ("gates.input_mean", "input", translate("mean input gate")),
                ("gates.input_std", "now", translate("input gate's deviation over updates")),
            ),
        ),
    }
    if not settings.trains:
        told = translate("largest difference from SGD's course")
        gap = Quantity(
            translate("Difference from SGD"),
            Axis(translate("difference"), "|Δθ|"),
            (("learned.gap_to_sgd", LEARNED, told),),
        )
        return {"gap": gap, **found}
    meta = Quantity(
        translate("Meta-loss"),
        Axis(translate("meta-loss"), "L", scale=log),
        (("meta.loss", LEARNED, translate("meta-loss")),),
    )
    return {"meta": meta, **found}


def _of_methods(quantity: str, variant: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"{name}.{quantity}", name, method_name(name, variant)) for name in reversed(METHODS))
