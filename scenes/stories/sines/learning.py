"""Errors over the training: after no step of adaptation, after one, five, ten and more, and the cost trained on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from scenes.views.learning_curves import LearningView, Quantity
from simulator.stories.sines.names import METHOD_NAMES, SCRATCH, STEPS_MEASURED
from simulator.stories.sines.settings import SinesSettings
from widgets.look.theme import Theme
from widgets.plots.views.plot import Axis

tr = partial(QCoreApplication.translate, "SinesLearning")

HEIGHT = 5.0  # of the axis at least: what predicting 0 costs is below it


def learning_view(settings: SinesSettings, theme: Theme) -> LearningView:
    """Return the view of all methods' curves."""
    axis = Axis(tr("training step, {updates} meta-iterations each").format(updates=settings.updates))
    named = ("learning", tr("Learning"), axis)
    told = tr("Mean squared error on held-out waves after so many steps of adaptation, or what is trained on")
    view = LearningView(quantities(settings), settings.steps, "", theme, told=told, named=named)
    text = tr("The curves come with the training, on held-out waves every {steps} steps")
    view.set_empty_text(text.format(steps=settings.test_every))
    return view


def quantities(settings: SinesSettings) -> dict[str, Quantity]:
    """Return what can be chosen, what is reached last first."""
    error, found = Axis(tr("mean squared error")), {}
    measured = {*(count for count in STEPS_MEASURED if count < settings.test_steps), settings.test_steps}
    for steps in sorted(measured, reverse=True):
        title = tr("After {steps} steps").format(steps=steps)
        if steps < 2:
            title = tr("After 1 step") if steps else tr("Before adapting")
        curves = _series(settings, f"mse_{steps}")
        halves = {name: name.replace(".mse_", ".ci_") for name, _, _ in curves}
        found[f"mse_{steps}"] = Quantity(title, error, curves, reach=(0.0, HEIGHT), halves=halves)
    learners = tuple(series for series in _series(settings, "loss") if series[1] != SCRATCH)
    found["loss"] = Quantity(tr("Training cost"), Axis(tr("training cost")), learners, reach=(0.0, HEIGHT))
    return found


def _series(settings: SinesSettings, quantity: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"{key}.{quantity}", key, METHOD_NAMES[key]) for key in reversed(settings.methods))
