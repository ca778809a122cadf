"""Builds the curves over meta-steps: accuracy on held-out episodes, beside what papers report, and training losses."""

from __future__ import annotations

import numpy as np

from metascope.scenes.stories.metric_learning.words import measured, short_name
from metascope.scenes.views.accuracy import Beside, EpisodeAccuracyView, Measured, episode_kind, normalized_word
from metascope.scenes.views.learning_curves import LearningView, Quantity
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.views.plot import Axis


def accuracy_view(settings: MetricSettings, theme: Theme) -> EpisodeAccuracyView:
    """Return the accuracy of all methods."""
    names = {key: short_name(key) for key in settings.methods}
    how = normalized_word(settings.statistics == "episode")
    kind = episode_kind(settings, settings.ways, settings.shots, how)
    run = Measured(
        names, settings.steps, settings.test_every, settings.ways, settings.updates, kind, measured(settings), how
    )
    return EpisodeAccuracyView(run, _beside, theme)


def _beside(frame: MetricFrame) -> Beside:
    """Return what the methods stand beside."""
    return Beside(np.nan if frame.pixels is None else frame.pixels.mean, frame.published, frame.quiz)


def losses_view(settings: MetricSettings, theme: Theme) -> LearningView:
    """Return the training losses of all methods; fine-tuning and nearest neighbours share the classifier's."""
    series = tuple((f"{key}.loss", key, short_name(key)) for key in reversed(settings.methods))
    axis = Axis(translate("MetricCurves", "training loss"))
    quantity = Quantity(translate("MetricCurves", "Training loss"), axis, series)
    view = LearningView({"loss": quantity}, settings.steps, "", theme)
    view.set_empty_text(translate("MetricCurves", "Losses appear with the first meta-step"))
    return view
