"""Holds the texts of the Meta Networks scene: formulas, gestures, names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from metascope.scenes.scene import Words
from metascope.scenes.views.accuracy import with_interval
from metascope.simulator.episodes.names import QUERY
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import FAST, META, METHOD_NAMES, SLOW
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.widgets.draw.pictures import Ink
from metascope.widgets.look.translation import method_text, translate

MADE = (
    r"\theta^+ = F_w\big(\nabla_\theta\, l^{\text{emb}}_1, \dots, \nabla_\theta\, l^{\text{emb}}_T\big), \quad"
    r" \phi^+_i = G_v\big(\nabla_\phi\, l^{\text{task}}_i\big), \quad r_i = f_{\theta, \theta^+}(x_i)"
)
ASKED = (
    r"\phi^+ = {\textstyle \sum_i} a_i\, \phi^+_i, \; a = \text{softmax}\big(\tau \cos(r_i,\, r)\big), \quad"
    r" h = \text{ReLU}(\phi\, x) + \text{ReLU}(\phi^+ x)"
)


def words(settings: MetaNetSettings) -> Words:
    """Return the scene's texts."""
    return Words(
        title=translate("MetaNetWords", "Weights for this task"),
        formulas=(
            (
                MADE,
                translate(
                    "MetaNetWords",
                    "An LSTM F makes fast weights of the embedding of gradients of its loss on the supports; a network"
                    " G makes fast weights of the base learner of the gradient on each support, kept by its embedding",
                ),
            ),
            (
                ASKED,
                translate(
                    "MetaNetWords",
                    "A query gets a mixture of the rows, by the cosines of its embedding with theirs; each layer adds"
                    " what slow and fast weights make of its input",
                ),
            ),
        ),
        gestures=(
            (
                translate("MetaNetWords", "Click a query, or arrow keys"),
                translate("MetaNetWords", "Ask about it: attention, fast weights and answers are those to this query"),
            ),
            (
                translate("MetaNetWords", "Drag a support to another class"),
                translate("MetaNetWords", "Its label lives in its row of fast weights alone, and answers follow"),
            ),
            (
                translate("MetaNetWords", "Scale of θ⁺, scale of φ⁺"),
                translate(
                    "MetaNetWords",
                    "Make fast weights weaker or stronger; 0 leaves the slow ones alone, untouched answers stay beside",
                ),
            ),
            (
                translate("MetaNetWords", "Click a row of the memory"),
                translate(
                    "MetaNetWords", "Erase it, overwrite it, or swap it with another; untouched answers stay beside"
                ),
            ),
            (
                translate("MetaNetWords", "Draw a character, or drop a picture"),
                translate("MetaNetWords", "Add it as a query or as a support"),
            ),
            (
                translate("MetaNetWords", "Ctrl+V on the table"),
                translate(
                    "MetaNetWords", "Add the clipboard's picture as a query; on the page Draw it becomes the drawing"
                ),
            ),
            (
                translate("MetaNetWords", "Click a name in a legend"),
                translate("MetaNetWords", "Focus on these weights, or show all again"),
            ),
            (
                translate("MetaNetWords", "Wheel, drag the plot, double click"),
                translate("MetaNetWords", "Zoom, pan, reset the range"),
            ),
        ),
        notes=measured(settings),
    )


def measured(settings: MetaNetSettings) -> str:
    """Return on what accuracies are measured, and that no query helps another."""
    text = translate(
        "MetaNetWords",
        "Accuracy on {episodes} held-out episodes, with a 95 % interval. Each query by itself: nothing is normalized by"
        " batches, so that no query helps another",
    )
    return text.format(episodes=settings.test_episodes)


def short_name(method: str) -> str:
    """Return a method's name where there is little room."""
    shorter = {
        META: translate("MetaNetWords", "Both"),
        FAST: translate("MetaNetWords", "Fast alone"),
        SLOW: translate("MetaNetWords", "Slow alone"),
    }
    return shorter.get(method) or method_text(METHOD_NAMES[method])


def called(classes: Sequence[str]) -> tuple[str, ...]:
    """Return how classes are called: characters that the program draws have numbers only."""
    numbered = translate("MetaNetWords", "no. {number}")
    return tuple(numbered.format(number=name) if name.isdecimal() else name for name in classes)


def added(picture: Ink, way: int) -> dict[str, object]:
    """Return a picture (S, S), ink 255, as the simulation takes it: a support of class `way`, or with -1 a query."""
    return {"picture": np.ascontiguousarray(picture, np.uint8).tobytes().hex(), "to": QUERY if way < 0 else way}


def note(frame: MetaNetFrame, method: str) -> str:
    """Return a method's accuracy on held-out episodes with half its 95 % interval, to stand behind its name."""
    return with_interval(frame.accuracy.mean[method], frame.accuracy.half[method])
