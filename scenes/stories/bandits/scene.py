"""Builds the scene of the bandits: the worth of starts, the outcomes of a step, estimators, pulls, learning."""

from __future__ import annotations

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene, Words
from metascope.scenes.stories.bandits.outcomes import OutcomesView
from metascope.scenes.stories.bandits.pulls import PullsView
from metascope.scenes.stories.bandits.value import ValueView
from metascope.scenes.views.estimators import EstimatorsView
from metascope.scenes.views.learning_curves import LearningView, Quantity, series_of
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.bandits.frame import BanditFrame
from metascope.simulator.stories.bandits.names import ESTIMATES, REACH, STORY_METHODS
from metascope.simulator.stories.bandits.settings import BanditSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.views.plot import Axis
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, BanditSettings), "the scene needs the settings of its own story"
    methods = [method for method in STORY_METHODS if method.key in settings.methods]
    pages = [
        (translate("BanditScene", "Estimators"), EstimatorsView(ESTIMATES, theme, "error")),
        (translate("BanditScene", "Outcomes"), OutcomesView(theme)),
        (translate("BanditScene", "Pulls"), PullsView(settings, theme)),
    ]
    right = column(Pages(pages), _learning(settings, theme), sizes=(330, 220))
    return LayoutScene(
        methods, row(ValueView(settings, theme), right, shares=(7, 6), sizes=(540, 460)), words=_words(), note=note
    )


def note(frame: BanditFrame, method: str) -> str:
    """Return what a method's start is worth before adapting and after."""
    index, text = frame.methods.index(method), translate("BanditScene", "{before} → {after}")
    before, after = (number(float(part[index])) for part in (frame.before, frame.after))
    return text.format(before=before, after=after)


def _learning(settings: BanditSettings, theme: Theme) -> LearningView:
    methods = [method for method in STORY_METHODS if method.key in settings.methods]
    reward, log_odds = Axis(translate("BanditScene", "reward of a pull")), Axis(translate("BanditScene", "start"), "φ")
    share = Axis(translate("BanditScene", "probability of arm 2"))
    after, before = translate("BanditScene", "After adapting"), translate("BanditScene", "Before adapting")
    start, likely = translate("BanditScene", "Start"), translate("BanditScene", "Arm 2 before adapting")
    quantities = {
        "after": Quantity(after, reward, series_of("after", methods), (0.5, 0.65), spreads=False),
        "before": Quantity(before, reward, series_of("before", methods), (0.0, 1.0), spreads=False),
        "likely": Quantity(likely, share, series_of("likely", methods), (0.0, 1.0), spreads=False),
        "phi": Quantity(start, log_odds, series_of("phi", methods), (-REACH / 2, REACH / 2), spreads=False),
    }
    told = translate("BanditScene", "What the starts are worth on all tasks, exactly, or where they are")
    axis = Axis(translate("BanditScene", "meta-step ({updates} updates each)").format(updates=settings.updates))
    named = ("learning", translate("BanditScene", "Learning"), axis)
    return LearningView(quantities, settings.steps, "", theme, told=told, named=named)


def _words() -> Words:
    formulas = (
        (
            r"\theta = \phi + \alpha\, \tfrac{1}{K} \sum_{i=1}^{K} (r_i - b)\, \nabla \log \pi_{\phi}(a_i),"
            r" \quad \pi_{\phi}(2) = \sigma(\phi)",
            translate("BanditScene", "One policy-gradient step on K pulls; sigma of the start is how likely arm 2 is"),
        ),
        (
            r"J'(\phi) = \mathbb{E}\left[V'(\theta)\, \tfrac{d\theta}{d\phi}\right] +"
            r" \mathbb{E}\left[V(\theta) \sum_i \nabla \log \pi_{\phi}(a_i)\right]",
            translate(
                "BanditScene",
                "The derivative of what a start is worth: through the step, and through which pulls there are, which"
                " the surrogate leaves out",
            ),
        ),
    )
    gestures = (
        (
            translate("BanditScene", "Drag a start, or the arrow keys"),
            translate("BanditScene", "Put all starts there, and estimate their slope anew; with Shift this one alone"),
        ),
        (
            translate("BanditScene", "Play the inner clock"),
            translate("BanditScene", "Collect pulls, judge them, step, and collect again"),
        ),
        (
            translate("BanditScene", "Change tasks, α or b in the form"),
            translate("BanditScene", "See at once what starts are worth then"),
        ),
        (
            translate("BanditScene", "Click a method's name or curve"),
            translate("BanditScene", "Focus on this method, or show all again"),
        ),
        (
            translate("BanditScene", "Wheel, drag the plot, double click"),
            translate("BanditScene", "Zoom, pan, reset the range"),
        ),
    )
    return Words(translate("BanditScene", "A bandit whose outcomes can be counted"), formulas, gestures)
