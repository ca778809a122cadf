"""Builds the curves over meta-steps: accuracy on held-out episodes, beside what papers report, and training losses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from typing_extensions import override

from scenes.stories.metric_learning.words import short_name
from scenes.views.learning_curves import LearningView, Quantity
from simulator.engine.frame import Frame
from simulator.stories.metric_learning.frame import MetricFrame, Published
from simulator.stories.metric_learning.names import PIXELS, YOU
from simulator.stories.metric_learning.settings import MetricSettings
from widgets.look.theme import Theme
from widgets.look.translation import translate
from widgets.plots.canvas.mark import Emphasis
from widgets.plots.series.level import LevelItem
from widgets.plots.series.symbols import SymbolsItem
from widgets.plots.views.plot import Axis

TOGETHER = 0.07  # of the axis: nearer levels have one word for both
AT = 0.98  # of the planned meta-steps, where marks of papers stand


class AccuracyView(LearningView):
    """Accuracy of all methods with its intervals, beside nearest neighbours on pixels, the person and papers."""

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        axis = Axis(translate("MetricCurves", "accuracy"))
        series = tuple((f"{key}.accuracy", key, short_name(key)) for key in reversed(settings.methods))
        halves = {name: name.replace(".accuracy", ".ci") for name, _, _ in series}
        quantity = Quantity(translate("MetricCurves", "Accuracy"), axis, series, spreads=False, halves=halves)
        steps = Axis(translate("MetricCurves", "meta-step"))
        named = ("accuracy", translate("MetricCurves", "Accuracy on held-out episodes"), steps)
        super().__init__({"accuracy": quantity}, settings.steps, "", theme, named=named)
        self._steps, self._reported = settings.steps, tuple[Published, ...]()
        text = translate("MetricCurves", "Accuracy on held-out episodes is measured every {steps} meta-steps")
        self.set_empty_text(text.format(steps=settings.test_every))
        self._pixels, self._you = LevelItem("pixels.level", PIXELS, "fine"), LevelItem("you.level", YOU, "solid")
        self._chance = LevelItem("chance.level", "chance", "dotted")
        self._papers = {
            key: SymbolsItem(f"{key}.published", key, key, hollow=True, text=self.tr("{label}: {value} in the paper"))
            for key in settings.methods
        }
        for mark in (self._chance, self._pixels, self._you, *self._papers.values()):
            self.add(mark)
        self._ways = settings.ways

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show what the methods stand beside."""
        assert isinstance(frame, MetricFrame), "the view needs frames of its own story"
        self._draw_levels(frame)
        if frame.published != self._reported:
            self._reported = frame.published
            self._draw_published(frame.published)

    @override
    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all, what papers report of it too."""
        super().show_methods(emphasis)
        for key, mark in self._papers.items():
            mark.set_emphasis(emphasis.get(key, "full"))

    def _draw_levels(self, frame: MetricFrame) -> None:
        quiz, pixels = frame.quiz, np.nan if frame.pixels is None else frame.pixels.mean
        you = quiz.right / quiz.asked if quiz.asked else np.nan
        words = [self.tr("nearest on pixels"), self.tr("you, {asked} answers").format(asked=quiz.asked)]
        if abs(you - pixels) < TOGETHER:
            words = [", ".join(words), ""]
        chance = 1 / self._ways
        crowded = any(abs(level - chance) < TOGETHER for level in (you, pixels))
        self._chance.set(chance, "" if crowded else self.tr("chance"), chance)
        self._pixels.set(pixels, words[0], pixels)
        self._you.set(you, words[1], you)
        remark = ""
        if quiz.asked:
            text = self.tr("you: {right} of {asked} right, 95 % interval {low} to {high}")
            low, high = (f"{edge:.0%}" for edge in (quiz.low, quiz.high))
            remark = text.format(right=quiz.right, asked=quiz.asked, low=low, high=high)
        self.set_remark(remark)

    def _draw_published(self, published: Sequence[Published]) -> None:
        rows = {row.method: row for row in published}
        for key, mark in self._papers.items():
            row = rows.get(key)
            if row is None:
                mark.set(np.empty((0, 2)))
                continue
            mark.label = self._protocol(row)
            mark.set(np.array([[AT * self._steps, row.percent / 100]]))
        title = self.tr("Accuracy (hollow: papers)") if published else self.tr("Accuracy on held-out episodes")
        self.set_title(title)

    def _protocol(self, row: Published) -> str:
        text = self.tr("{method}, {source}\n{ways}-way {shots}-shot")
        if row.transductive:
            text = self.tr("{method}, {source}\n{ways}-way {shots}-shot, queries normalized together")
        return text.format(method=short_name(row.method), source=row.source, ways=row.ways, shots=row.shots)


def losses_view(settings: MetricSettings, theme: Theme) -> LearningView:
    """Return the training losses of all methods; fine-tuning and nearest neighbours share the classifier's."""
    series = tuple((f"{key}.loss", key, short_name(key)) for key in reversed(settings.methods))
    axis = Axis(translate("MetricCurves", "training loss"))
    quantity = Quantity(translate("MetricCurves", "Training loss"), axis, series)
    view = LearningView({"loss": quantity}, settings.steps, "", theme)
    view.set_empty_text(translate("MetricCurves", "Losses appear with the first meta-step"))
    return view
