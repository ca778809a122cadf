"""Builds the curves over meta-steps: accuracy on held-out episodes with each kind of weights, and the training loss."""

from __future__ import annotations

from metascope.scenes.stories.meta_networks.words import measured, short_name
from metascope.scenes.views.accuracy import Beside, EpisodeAccuracyView, Measured, episode_kind
from metascope.scenes.views.learning_curves import LearningView, Quantity
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import META, METHODS, published
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.views.plot import Axis


def accuracy_view(settings: MetaNetSettings, theme: Theme) -> EpisodeAccuracyView:
    """Return the accuracy with all weights, and with fast and slow ones alone."""
    names = {key: short_name(key) for key in METHODS}
    kind = episode_kind(settings, settings.ways, settings.shots)
    episodes = settings.updates * settings.batch
    run = Measured(names, settings.steps, settings.test_every, settings.ways, episodes, kind, measured(settings))
    papers = published(settings.pictures, settings.ways, settings.shots)

    def beside(frame: MetaNetFrame) -> Beside:
        return Beside(frame.accuracy.mean[PIXELS], papers)

    return EpisodeAccuracyView(run, beside, theme)


def loss_view(settings: MetaNetSettings, theme: Theme) -> LearningView:
    """Return the training loss."""
    series = ((f"{META}.loss", META, short_name(META)),)
    quantity = Quantity(translate("MetaNetCurves", "Training loss"), Axis(translate("MetaNetCurves", "loss")), series)
    view = LearningView({"loss": quantity}, settings.steps, "", theme)
    view.set_empty_text(translate("MetaNetCurves", "The loss appears with the first meta-step"))
    return view
