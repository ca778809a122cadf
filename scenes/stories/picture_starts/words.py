"""Holds the texts of the scene of good starts for pictures: formulas, gestures, names."""

from __future__ import annotations

import math

from metascope.scenes.scene import Words
from metascope.scenes.views.accuracy import normalized_word, with_interval
from metascope.simulator.stories.picture_starts.frame import StartsFrame
from metascope.simulator.stories.picture_starts.names import ANIL, META_SGD, METHOD_NAMES, REPTILE
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.translation import method_text, translate

MAML = (
    r"\theta_{j+1} = \theta_j - \alpha \nabla l_{\text{support}}(\theta_j), \; \theta_0 = \phi \qquad"
    r" \text{MAML: } \nabla_{\phi}\, l_{\text{query}}(\theta_k) \qquad"
    r" \text{FOMAML: } \nabla l_{\text{query}}(\theta_k)"
)
REPTILES = r"\text{Reptile: } \phi \leftarrow \phi + \varepsilon\, (\overline{\theta_k} - \phi)"
HEADS = r"\text{ANIL: only the head's } \theta \text{ moves}"
RATES = r"\text{Meta-SGD: } \theta_{j+1} = \theta_j - a \odot \nabla l(\theta_j), \; a \text{ learned}"


def words(settings: StartsSettings) -> Words:
    """Return the scene's texts."""
    told = translate(
        "StartsWords",
        "Adaptation: gradient steps of size alpha on the supports' loss, from the start phi. MAML differentiates the"
        " queries' loss through all of them, FOMAML takes the gradient where they end",
    )
    formulas = [(MAML, told)]
    others = [
        (
            REPTILE,
            REPTILES,
            translate("StartsWords", "Reptile moves the start towards the mean of the networks that training leads to"),
        ),
        (ANIL, HEADS, translate("StartsWords", "ANIL adapts the head alone")),
        (META_SGD, RATES, translate("StartsWords", "Meta-SGD learns a rate a for each weight, too")),
    ]
    if chosen := [(latex, said) for key, latex, said in others if key in settings.methods]:
        formulas.append((r" \qquad ".join(latex for latex, _ in chosen), "; ".join(said for _, said in chosen)))
    return Words(
        title=translate("StartsWords", "A good start for pictures"),
        formulas=tuple(formulas),
        gestures=_gestures(),
        notes=measured(settings),
        alike=normalized_word(settings.statistics == "batch"),
    )


def measured(settings: StartsSettings) -> str:
    """Return on what accuracies are measured, and how queries are normalized."""
    text = translate(
        "StartsWords", "Accuracy on {episodes} held-out episodes after {steps} inner steps, with a 95 % interval."
    )
    told = text.format(episodes=settings.test_episodes, steps=settings.test_steps)
    return f"{told} {explained(settings)}"


def _gestures() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("StartsWords", "Click a query, or arrow keys"),
            translate("StartsWords", "Ask about it: its decision is followed over the inner steps"),
        ),
        (
            translate("StartsWords", "Click an inner step"),
            translate("StartsWords", "Move the inner clock there: the answers on the table are those of that step"),
        ),
        (
            translate("StartsWords", "Drag a support to another class"),
            translate("StartsWords", "Every method adapts as if it belonged there"),
        ),
        (
            translate("StartsWords", "Drag a support off the columns, Delete"),
            translate("StartsWords", "Take it away; Undo and Put back bring it back"),
        ),
        (
            translate("StartsWords", "Draw a character, or drop a picture"),
            translate("StartsWords", "Add it as a query or as a support"),
        ),
        (
            translate("StartsWords", "Ctrl+V on the table"),
            translate("StartsWords", "Add the clipboard's picture as a query; on the page Draw it becomes the drawing"),
        ),
        (
            translate("StartsWords", "Click a method's name, curve or bar"),
            translate("StartsWords", "Focus on this method, or show all again"),
        ),
        (
            translate("StartsWords", "Wheel, drag the plot, double click"),
            translate("StartsWords", "Zoom, pan, reset the range"),
        ),
    )


def explained(settings: StartsSettings) -> str:
    """Return what the words of `normalized_word` mean, to be told where an accuracy stands."""
    if settings.statistics == "batch":
        return translate(
            "StartsWords",
            "Transductive: batch normalization has the statistics of all queries of an episode, so that they help each"
            " other; asked one by one, they are usually answered less well",
        )
    return translate(
        "StartsWords",
        "Each query by itself: batch normalization has the statistics of the supports, so that no query helps another",
    )


def labelled(frame: StartsFrame, index: int) -> str:
    """Return a method's name with its inner step size; of learned ones the mean."""
    method = frame.methods[index]
    text = translate("StartsWords", "{method} α {rate}")
    return text.format(method=method_text(METHOD_NAMES[method]), rate=number(float(frame.rates[index]), 2))


def layer_name(layer: str) -> str:
    """Return how a layer is called."""
    if layer == "head":
        return translate("StartsWords", "head")
    digits = layer.lstrip("abcdefghijklmnopqrstuvwxyz")
    if layer.startswith("block"):
        return translate("StartsWords", "block {number}").format(number=digits)
    return translate("StartsWords", "layer {number}").format(number=digits)


def note(frame: StartsFrame, method: str) -> str:
    """Return a method's accuracy on held-out episodes after adaptation, to stand behind its name."""
    place = frame.methods.index(method)
    value, half = (float(rows[-1, place]) for rows in (frame.test.accuracy, frame.test.accuracy_half))
    return with_interval(value, half) if math.isfinite(value) else "–"
