"""Builds the scene of navigation: the plane, returns against inner steps and meta-steps, and the estimators."""

from __future__ import annotations

from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene
from metascope.scenes.stories.navigation.plane import PlaneView
from metascope.scenes.stories.navigation.steps import StepsView, still_return
from metascope.scenes.stories.navigation.words import note, words
from metascope.scenes.views.estimators import EstimatorsView
from metascope.scenes.views.learning_curves import LearningView, Quantity, series_of
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.method import Method
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.navigation.frame import NavigationFrame
from metascope.simulator.stories.navigation.names import ESTIMATES, RL2, SCRATCH, STORY_METHODS
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.views.plot import Axis
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, NavigationSettings), "the scene needs the settings of its own story"
    return NavigationScene(settings, theme)


class NavigationScene(LayoutScene):
    """Policies adapt to goals in the plane; a person moves the goals."""

    def __init__(self, settings: NavigationSettings, theme: Theme) -> None:
        methods = [method for method in STORY_METHODS if method.key in settings.methods]
        super().__init__(methods, words=words(settings), note=note)
        self._every = settings.test_every
        plane, steps, learning = PlaneView(settings, theme), StepsView(settings, theme), _learning(settings, theme)
        if settings.compare and settings.maml:
            estimators = EstimatorsView(ESTIMATES, theme)
            pages = [(self.tr("Estimators"), estimators), (self.tr("Learning"), learning)]
            right = column(Pages(pages), steps, sizes=(330, 190))
        else:
            right = column(steps, learning, sizes=(260, 260))
        self.set_layout(row(plane, right, shares=(7, 6), sizes=(540, 420)))

    @override
    def noted_at(self, frame: Frame) -> tuple[int, int] | None:
        assert isinstance(frame, NavigationFrame), "the scene needs frames of its own story"
        return frame.test.step, (frame.step // self._every + 1) * self._every


def _learning(settings: NavigationSettings, theme: Theme) -> LearningView:
    """Return the view of returns and trust regions over the meta-steps."""
    methods = [method for method in STORY_METHODS if method.key in settings.methods]
    each = translate("NavigationScene", "meta-step ({updates} updates each)").format(updates=settings.updates)
    axis = Axis(each if settings.updates > 1 else translate("NavigationScene", "meta-step"))
    told = translate("NavigationScene", "Mean return on held-out goals, in training, or the steps of the trust region")
    named = ("learning", translate("NavigationScene", "Learning"), axis)
    view = LearningView(_quantities(settings, methods), settings.steps, "", theme, told=told, named=named)
    text = translate("NavigationScene", "Held-out goals are measured every {steps} meta-steps")
    view.set_empty_text(text.format(steps=settings.test_every))
    return view


def _quantities(settings: NavigationSettings, methods: list[Method]) -> dict[str, Quantity]:
    axis, found = Axis(translate("NavigationScene", "return")), {}
    reach = (1.3 * still_return(settings), 0.0)
    for step in (1, 0, *range(2, settings.test_steps + 1)):
        title = translate("NavigationScene", "After {step} inner steps").format(step=step)
        if step < 2:
            title = (
                translate("NavigationScene", "After 1 inner step")
                if step
                else translate("NavigationScene", "Before adapting")
            )
        series = series_of(f"return_{step}", methods)
        halves = {name: name.replace(".return_", ".ci_") for name, _, _ in series}
        found[f"return_{step}"] = Quantity(title, axis, series, reach, spreads=False, halves=halves)
    learners = [method for method in methods if method.key != SCRATCH]
    series = series_of("training_return", learners)
    found["training"] = Quantity(translate("NavigationScene", "In training"), axis, series, reach, spreads=False)
    if settings.rule == "trpo":
        trusted = [method for method in learners if method.key not in ("reptile", RL2)]
        kl, share = (
            Axis(translate("NavigationScene", "mean KL divergence")),
            Axis(translate("NavigationScene", "share")),
        )
        title = translate("NavigationScene", "KL of a step")
        found["kl"] = Quantity(title, kl, series_of("kl", trusted), (0.0, 1.2 * settings.divergence), spreads=False)
        title = translate("NavigationScene", "Accepted by the line search")
        found["accepted"] = Quantity(title, share, series_of("accepted", trusted), (0.0, 1.05), spreads=False)
    return found
