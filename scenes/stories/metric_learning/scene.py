"""Builds the scene of the metric learning story."""

from __future__ import annotations

from scenes.layout_scene import LayoutScene
from scenes.scene import Scene, Words
from scenes.views.learning_curves import LearningView, Quantity, series_of
from simulator.engine.settings import Settings
from simulator.stories.metric_learning.names import STORY_METHODS
from simulator.stories.metric_learning.settings import MetricSettings
from widgets.look.theme import Theme
from widgets.look.translation import translate
from widgets.plots.views.plot import Axis


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, MetricSettings), "the scene needs the settings of its own story"
    methods = [method for method in STORY_METHODS if method.key in settings.methods]
    series = series_of("accuracy", methods)
    halves = {name: name.replace(".accuracy", ".ci") for name, _, _ in series}
    accuracy = Quantity(
        translate("MetricLearning", "Accuracy"),
        Axis(translate("MetricLearning", "accuracy")),
        series,
        spreads=False,
        halves=halves,
    )
    told = translate("MetricLearning", "Accuracy on held-out episodes")
    return LayoutScene(
        methods, LearningView({"accuracy": accuracy}, settings.steps, "", theme, told=told), words=words()
    )


def words() -> Words:
    """Return the scene's texts."""
    return Words(
        title=translate("MetricLearning", "A handful of examples"),
        formulas=(
            (
                r"p(n \mid q) \propto e^{-\|f(q) - c_n\|^2}, \quad c_n = \frac{1}{K} {\textstyle \sum_i} f(x_i)",
                translate(
                    "MetricLearning",
                    "A query's class is the more probable the nearer the mean of its supports' embeddings is",
                ),
            ),
        ),
        gestures=(
            (
                translate("MetricLearning", "Play the outer clock"),
                translate("MetricLearning", "Watch accuracy on characters that are never trained on"),
            ),
        ),
    )
