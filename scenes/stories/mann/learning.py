"""Builds the learning curves of network and LSTM: accuracy by instance, held-out cost and training cost."""

from __future__ import annotations

from metascope.scenes.stories.mann.words import short_name
from metascope.scenes.views.accuracy import episode_kind
from metascope.scenes.views.learning_curves import LearningView, Quantity
from metascope.simulator.stories.mann.names import MANN, METHODS
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.views.plot import Axis

INSTANCES = (1, 2, 5)  # and the last instance


def learning_view(settings: MannSettings, theme: Theme) -> LearningView:
    """Return the view of both methods' curves."""
    told = translate("MannLearning", "Accuracy on held-out episodes by instance, their mean cost, or the training cost")
    episodes = settings.updates * settings.batch
    view = LearningView(_quantities(settings), settings.steps, MANN, theme, told=told, episodes=episodes)
    text = translate(
        "MannLearning", "Curves appear during training; held-out episodes are measured every {steps} meta-steps"
    )
    view.set_empty_text(text.format(steps=settings.test_every))
    return view


def instances(images: int) -> list[int]:
    """Return the instances that have a curve."""
    return sorted({*(one for one in INSTANCES if one < images), images})


def _quantities(settings: MannSettings) -> dict[str, Quantity]:
    chosen, accuracy = instances(settings.images), Axis(translate("MannLearning", "accuracy"))
    label = translate("MannLearning", "{method}, instance {instance}")
    curves = {
        one: tuple(
            (f"{key}.accuracy_{one}", key, label.format(method=short_name(key), instance=one))
            for key in reversed(METHODS)
        )
        for one in chosen
    }
    together = tuple(curves[one][place] for place in range(len(METHODS)) for one in chosen)
    letters = {metric: str(one) for one in chosen for metric, _, _ in curves[one]}
    # The second instance of a class is a query after one shot, and so on; the first is a guess.
    kinds = {one: episode_kind(settings, settings.classes, one - 1) for one in chosen if one > 1}
    title, after_one = translate("MannLearning", "Accuracy"), kinds[min(kinds)]
    found = {"accuracy": Quantity(title, accuracy, together, spreads=False, letters=letters, kind=after_one)}
    for one in chosen:
        title = translate("MannLearning", "Accuracy, instance {instance}").format(instance=one)
        halves = {name: name.replace(".accuracy_", ".ci_") for name, _, _ in curves[one]}
        found[f"accuracy_{one}"] = Quantity(
            title, accuracy, curves[one], spreads=False, halves=halves, kind=kinds.get(one)
        )
    for name, title, axis in (
        ("cost", translate("MannLearning", "Held-out cost"), translate("MannLearning", "held-out cost (nats)")),
        ("loss", translate("MannLearning", "Training cost"), translate("MannLearning", "training cost (nats)")),
    ):
        series = tuple((f"{key}.{name}", key, short_name(key)) for key in reversed(METHODS))
        found[name] = Quantity(title, Axis(axis), series)
    return found
