"""Builds the curves over meta-steps: accuracy on held-out episodes with each kind of weights, and the training loss."""

from __future__ import annotations

from scenes.stories.meta_networks.words import short_name
from scenes.views.learning_curves import LearningView, Quantity
from simulator.engine.frame import Frame
from simulator.episodes.names import PIXELS
from simulator.stories.meta_networks.frame import MetaNetFrame
from simulator.stories.meta_networks.names import META, METHODS
from simulator.stories.meta_networks.settings import MetaNetSettings
from widgets.look.theme import Theme
from widgets.look.translation import translate
from widgets.plots.series.level import LevelItem
from widgets.plots.views.plot import Axis


class AccuracyView(LearningView):
    """Accuracy with all weights, with fast and slow ones alone, beside nearest neighbours on pixels and chance."""

    def __init__(self, settings: MetaNetSettings, theme: Theme) -> None:
        axis = Axis(translate("MetaNetCurves", "accuracy"))
        series = tuple((f"{key}.accuracy", key, short_name(key)) for key in reversed(METHODS))
        halves = {name: name.replace(".accuracy", ".ci") for name, _, _ in series}
        quantity = Quantity(translate("MetaNetCurves", "Accuracy"), axis, series, spreads=False, halves=halves)
        steps = Axis(translate("MetaNetCurves", "meta-step"))
        named = ("accuracy", translate("MetaNetCurves", "Accuracy on held-out episodes"), steps)
        super().__init__({"accuracy": quantity}, settings.steps, "", theme, named=named)
        text = translate("MetaNetCurves", "Accuracy on held-out episodes is measured every {steps} meta-steps")
        self.set_empty_text(text.format(steps=settings.test_every))
        self._pixels = LevelItem("pixels.level", PIXELS, "fine")
        self._chance = LevelItem("chance.level", "chance", "dotted")
        self.add(self._chance)
        self.add(self._pixels)
        self._ways = settings.ways

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show what the curves stand beside."""
        assert isinstance(frame, MetaNetFrame), "the view needs frames of its own story"
        pixels = frame.accuracy.mean[PIXELS]
        self._chance.set(1 / self._ways, self.tr("chance"), 1 / self._ways)
        self._pixels.set(pixels, self.tr("nearest on pixels"), pixels)


def loss_view(settings: MetaNetSettings, theme: Theme) -> LearningView:
    """Return the training loss."""
    series = ((f"{META}.loss", META, short_name(META)),)
    quantity = Quantity(translate("MetaNetCurves", "Training loss"), Axis(translate("MetaNetCurves", "loss")), series)
    view = LearningView({"loss": quantity}, settings.steps, "", theme)
    view.set_empty_text(translate("MetaNetCurves", "The loss appears with the first meta-step"))
    return view
