"""Builds the learning curves: errors after several numbers of inner steps, and the training cost."""

from __future__ import annotations

from metascope.scenes.views.learning_curves import LearningView, Quantity
from metascope.simulator.stories.sines.names import METHOD_NAMES, SCRATCH, STEPS_MEASURED
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.views.plot import Axis

HEIGHT = 5.0  # minimum of the axis; the error of predicting 0 is below it


def learning_view(settings: SinesSettings, theme: Theme) -> LearningView:
    """Return the view of all methods' curves."""
    axis = Axis(translate("SinesLearning", "meta-step ({updates} updates each)").format(updates=settings.updates))
    named = ("learning", translate("SinesLearning", "Learning"), axis)
    told = translate(
        "SinesLearning", "Mean squared error on held-out waves after some inner steps, or the training cost"
    )
    view = LearningView(quantities(settings), settings.steps, "", theme, told=told, named=named)
    text = translate(
        "SinesLearning", "Curves appear during training; held-out waves are measured every {steps} meta-steps"
    )
    view.set_empty_text(text.format(steps=settings.test_every))
    return view


def quantities(settings: SinesSettings) -> dict[str, Quantity]:
    """Return the quantities, those after the most inner steps first."""
    error, found = Axis(translate("SinesLearning", "mean squared error")), {}
    measured = {*(count for count in STEPS_MEASURED if count < settings.test_steps), settings.test_steps}
    for steps in sorted(measured, reverse=True):
        title = translate("SinesLearning", "After {steps} inner steps").format(steps=steps)
        if steps < 2:
            title = (
                translate("SinesLearning", "After 1 inner step")
                if steps
                else translate("SinesLearning", "Before adaptation")
            )
        curves = _series(settings, f"mse_{steps}")
        halves = {name: name.replace(".mse_", ".ci_") for name, _, _ in curves}
        found[f"mse_{steps}"] = Quantity(title, error, curves, reach=(0.0, HEIGHT), halves=halves)
    learners = tuple(series for series in _series(settings, "loss") if series[1] != SCRATCH)
    found["loss"] = Quantity(
        translate("SinesLearning", "Training cost"),
        Axis(translate("SinesLearning", "training cost")),
        learners,
        reach=(0.0, HEIGHT),
    )
    return found


def _series(settings: SinesSettings, quantity: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"{key}.{quantity}", key, method_text(METHOD_NAMES[key])) for key in reversed(settings.methods))
