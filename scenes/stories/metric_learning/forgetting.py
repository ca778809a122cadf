"""Draws what fine-tuning gains and forgets: accuracy on new and on base classes over its updates.

Where its rate or its number of updates was chosen on validation classes, their accuracy at this rate is drawn as far as
updates were tried, with a mark where it was best: there the episode's curves end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Signal

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.method import Dash
from metascope.simulator.stories.metric_learning import lens
from metascope.simulator.stories.metric_learning.frame import MetricFrame, Plan, Tuned
from metascope.simulator.stories.metric_learning.names import FINETUNING, NEIGHBOURS
from metascope.simulator.stories.metric_learning.settings import TRIED_STEPS, MetricSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.series.level import LevelItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

BASE = "finetuning.base_before", "finetuning.base_after"
KEPT = "neighbours.base_after"


class ForgettingView(PlotView):
    """Accuracy over the updates of fine-tuning on the episode on the table, beside that of nearest neighbours.

    Signals:
        method_clicked(key): a person clicked the method's name.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        x = Axis(translate("ForgettingView", "update"))
        self._forgets = translate("ForgettingView", "What fine-tuning forgets")
        super().__init__("forgetting", self._forgets, theme, x, [Axis(translate("ForgettingView", "accuracy"))])
        self._tuned: Tuned | None = None
        self._level: Emphasis = "full"
        self._legend = self.add_legend()
        self._lines, self._cursor = LinesItem("update"), CursorItem("cursor")
        self._kept, self._empty = LevelItem(f"{NEIGHBOURS}.base", NEIGHBOURS, "fine"), Placeholder("empty")
        best, text = self.tr("validation classes"), self.tr("the best on {label}, {value} right, after {x} updates")
        self._best = SymbolsItem(f"{FINETUNING}.best", FINETUNING, best, text=text)
        for mark in (self._empty, self._kept, self._lines, self._best, self._cursor):
            self.add(mark)
        self._empty.say(self.tr("Fine-tuning appears with the first frame"))
        self.set_range((0.0, float(settings.finetuning_steps or TRIED_STEPS)), (0.0, 1.04))
        self._legend.clicked.connect(lambda _: self.method_clicked.emit(FINETUNING))

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the frame's fine-tuning, and the cursor at the update of the inner tick."""
        assert isinstance(frame, MetricFrame), "the view needs frames of its own story"
        tuned = frame.answers[FINETUNING].tuned
        self._cursor.set(lens.update(frame, inner))
        if tuned is not self._tuned:
            self._tuned = tuned
            self._redraw()

    def draw_metrics(self, metrics: Metrics, step: int) -> None:
        """Show what was measured last, up to meta-step `step`: base classes before and after, and of neighbours."""
        before, after = (_last(metrics, name, step) for name in BASE)
        name = self.tr("update")
        if np.isfinite(before) and np.isfinite(after):
            text = self.tr("update; base classes, mean of episodes: {before} → {after}")
            name = text.format(before=f"{before:.0%}", after=f"{after:.0%}")
        if name != self.panels[0].x.name:
            self.set_axis(0, x=Axis(name))
        kept = _last(metrics, KEPT, step)
        self._kept.set(kept, self.tr("neighbours, base"), kept)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw both methods fully, dimmed or not at all."""
        self._level = emphasis.get(FINETUNING, "full")
        self._kept.set_emphasis(emphasis.get(NEIGHBOURS, "full"))
        self._best.set_emphasis(self._level)
        self._redraw()

    def _redraw(self) -> None:
        tuned = self._tuned
        self._empty.setVisible(tuned is None)
        if tuned is None:
            return
        parts: list[tuple[str, str, str, Dash, Sequence[float] | Single]] = [
            ("base", self.tr("base"), self.tr("base"), "dotted", tuned.base),
            ("among_all", self.tr("new/all"), self.tr("new among all"), "dashed", tuned.among_all),
            ("among_new", self.tr("new/new"), self.tr("new among new"), "solid", tuned.among_new),
        ]
        plan = tuned.plan if tuned.plan is not None and tuned.plan.chosen else None
        if plan is not None:
            short, told = self.tr("validation"), self.tr("new among new, validation classes")
            parts.append(("validation", short, told, "dash-dot-dot", plan.validation))
        hidden = self._level == "hidden"
        lines = []
        for name, _, label, dash, values in parts:
            y = np.asarray(values, np.float64)
            x, key = np.arange(float(len(y))), f"{FINETUNING}.{name}"
            width = 1.5 if name == "validation" else None
            lines.append(Line(key, FINETUNING, label, x, y, emphasis=self._level, dash=dash, width=width))
        self._lines.set([] if hidden else lines)
        best = [] if plan is None or hidden else [[plan.steps, plan.validation[plan.steps]]]
        self._best.set(np.array(best, np.float64).reshape(-1, 2))
        self.set_title(self._forgets if plan is None else self._told(plan))
        entries = [Entry(name, FINETUNING, short, self._level, dash) for name, short, _, dash, _ in parts]
        self._legend.set(entries)

    def _told(self, plan: Plan) -> str:
        """Return what was chosen on validation classes."""
        text = {
            "rate": self.tr("Forgetting: rate {rate}, best on validation"),
            "steps": self.tr("Forgetting: {steps} updates, best on validation"),
            "both": self.tr("Forgetting: rate {rate}, {steps} updates, best on validation"),
        }[plan.chosen]
        return text.format(rate=number(plan.rate, 3), steps=plan.steps)


def _last(metrics: Metrics, name: str, step: int) -> float:
    """Return the last value of a metric up to a meta-step, NaN if there is none."""
    steps, values = metrics.series(name)
    there = np.flatnonzero((steps <= step) & np.isfinite(values))
    return float(values[there[-1]]) if len(there) else float("nan")
