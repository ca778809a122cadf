"""Holds the texts of the optimizers scene: formulas, gestures, names of coordinates and of trials."""

from __future__ import annotations

from metascope.scenes.scene import Words
from metascope.simulator.stories.optimizers.frame import Accuracy, Coordinates, Trial
from metascope.simulator.stories.optimizers.names import LEARNED, METHOD_NAMES
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.widgets.look.translation import method_text, translate

CELL = r"\text{LSTM cell: } c^t = z^f \odot c^{t-1} + z^i \odot z"
DESCENT = (
    r"\text{gradient descent: } \theta^t = z^f \odot \theta^{t-1} + z^i \odot (-\nabla l), \; z^f = 1, \; z^i = \eta"
)
OWN = {
    "gradient-descent": r"z^f = 1 - \eta\lambda, \quad z^i = \eta",
    "gates": r"z^f = \sigma(w_F^{\top} h + b_F), \quad z^i = \sigma(w_I^{\top} h + b_I)",
    "additive": r"\theta^t = \theta^{t-1} + z, \quad z = w^{\top} h, \quad h = \text{LSTM}(\nabla l)",
    "combined": r"\theta^t = z^f \odot \theta^{t-1} + z^i \odot z, \quad z = \text{LSTM}(-\nabla l)",
}


def words(settings: OptimizersSettings) -> Words:
    """Return the scene's texts for the variant of the learned optimizer."""
    own = {
        "gradient-descent": translate(
            "OptimizersWords", "The forget gate is 1 minus eta lambda, which is weight decay; the input gate is eta"
        ),
        "gates": translate(
            "OptimizersWords",
            "Both gates are sigmoids of h, what the optimizer sees, with weights shared by all coordinates",
        ),
        "additive": translate(
            "OptimizersWords", "The update is the output of an LSTM that reads the gradients; both gates are 1"
        ),
        "combined": translate(
            "OptimizersWords",
            "An LSTM that reads the gradients gives z; the gates decide how much of z and theta is kept",
        ),
    }
    return Words(
        title=translate("OptimizersWords", "Gradient descent as an LSTM"),
        formulas=(
            (
                CELL,
                translate(
                    "OptimizersWords",
                    "The LSTM cell: the forget gate keeps the old state, the input gate lets the new value in",
                ),
            ),
            (
                DESCENT,
                translate(
                    "OptimizersWords",
                    "Gradient descent is the same, with theta for the state, the negative gradient for the new value,"
                    " forget gate 1 and input gate eta: a forget gate below 1 is weight decay, the input gate is the"
                    " learning rate",
                ),
            ),
            (OWN[settings.variant], own[settings.variant]),
        ),
        gestures=(
            (
                translate("OptimizersWords", "Click a cell of the map"),
                translate("OptimizersWords", "Write out the update of this coordinate"),
            ),
            (
                translate("OptimizersWords", "Click in the losses"),
                translate("OptimizersWords", "Move the inner clock to this update"),
            ),
            (
                translate("OptimizersWords", "Click a name in a legend"),
                translate("OptimizersWords", "Focus on this method, or show all again"),
            ),
            (
                translate("OptimizersWords", "Click a row of the laboratory"),
                translate("OptimizersWords", "Show its losses over the updates"),
            ),
            (
                translate("OptimizersWords", "Wheel, drag the plot, double click"),
                translate("OptimizersWords", "Zoom, pan, reset the range"),
            ),
            (
                translate("OptimizersWords", "Hover, click"),
                translate("OptimizersWords", "Show the value of a mark; pin it"),
            ),
        ),
    )


def coordinate_names(coordinates: Coordinates) -> tuple[str, ...]:
    """Return the names of all drawn coordinates; this takes a millisecond for hundreds of them."""
    return tuple(coordinate_name(coordinates, drawn) for drawn in range(len(coordinates.index)))


def coordinate_name(coordinates: Coordinates, drawn: int) -> str:
    """Return the name of a drawn coordinate: its group and its index in the problem, from 0."""
    group, index = coordinates.groups[int(coordinates.group[drawn])], int(coordinates.index[drawn])
    return translate("OptimizersWords", "{group}, coordinate {index}").format(group=group, index=index)


def trial_name(trial: Trial, settings: OptimizersSettings) -> str:
    """Return the name of a row of the laboratory: how it differs from the training."""
    names = {
        "own": translate("OptimizersWords", "Problems as in training"),
        "longer": translate("OptimizersWords", "{n} updates instead of {t}").format(
            n=trial.updates, t=settings.updates
        ),
        "wider": translate("OptimizersWords", "{n} hidden units instead of {m}").format(
            n=min(2 * settings.hidden_units, 100), m=settings.hidden_units
        ),
        "deeper": translate("OptimizersWords", "{n} hidden layers instead of {m}").format(
            n=settings.hidden_layers + 1, m=settings.hidden_layers
        ),
        "relu": translate("OptimizersWords", "{new} instead of {old}").format(
            new=_activation("sigmoid" if settings.activation == "relu" else "relu"),
            old=_activation(settings.activation),
        ),
        "larger": translate("OptimizersWords", "{n} dimensions instead of {m}").format(
            n=min(2 * settings.dimension, 200), m=settings.dimension
        ),
        "quadratics": translate("OptimizersWords", "Other family: quadratics"),
        "sine": translate("OptimizersWords", "Other family: sine network"),
        "landscape": translate("OptimizersWords", "Other family: landscapes"),
    }
    return names[trial.name]


def accuracy_text(accuracy: Accuracy) -> str:
    """Return an accuracy with half its interval, in percent."""
    text = translate("OptimizersWords", "{mean} ± {half} %")
    return text.format(mean=f"{100 * accuracy.mean:.0f}", half=f"{100 * accuracy.half:.0f}")


def method_name(method: str, variant: str) -> str:
    """Return a method's name; if nothing is learned, the learned optimizer is an LSTM with fixed gates."""
    if method == LEARNED and variant == "gradient-descent":
        return translate("OptimizersWords", "LSTM, fixed gates")
    return method_text(METHOD_NAMES[method])


def short_name(method: str) -> str:
    """Return the short name of a method: its first word."""
    shorter = {LEARNED: translate("OptimizersWords", "Learned"), "nesterov": translate("OptimizersWords", "Nesterov")}
    return shorter.get(method) or method_text(METHOD_NAMES[method])


def _activation(name: str) -> str:
    return {
        "sigmoid": translate("OptimizersWords", "sigmoid"),
        "tanh": translate("OptimizersWords", "tanh"),
        "relu": translate("OptimizersWords", "ReLU"),
    }[name]
