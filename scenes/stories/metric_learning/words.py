"""Holds the texts of the metric learning scene: formulas, gestures, names."""

from __future__ import annotations

from collections.abc import Sequence

from metascope.scenes.scene import Words
from metascope.scenes.views.accuracy import normalized_word, with_interval
from metascope.scenes.views.episode import called as called
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import (
    CONTEXT,
    CONTEXT_COSINE,
    COSINE,
    FINETUNING,
    IMAGINED,
    MATCHING,
    METHOD_NAMES,
    NEIGHBOURS,
    PROTOTYPES,
    RELATION,
    SIAMESE,
)
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.look.text import enumerated
from metascope.widgets.look.theme import CLASS_LETTERS
from metascope.widgets.look.translation import method_text, translate

LINES = 2  # of formulas, at most
BESIDE = 2  # formulas in a line, at most

MEAN = r"p(n \mid q) \propto e^{-\|f(q) - c_n\|^2}, \; c_n = \frac{1}{K} {\textstyle \sum_i} f(x_i)"
ATTENTION = r"p(n \mid q) = {\textstyle \sum_{i \in n}} a_i, \; a_i \propto e^{\tau \cos(f(q),\, g(x_i))}"
RELATED = r"r_n = g\big({\textstyle \sum_{i \in n}} f(x_i),\, f(q)\big) \in [0, 1]"
PAIR = r"p(\text{same}) = \sigma\big({\textstyle \sum_j} \alpha_j |f_j(q) - f_j(x_i)| + b\big)"
TRIPLET = r"\ell = \max(0,\, m + \|f(q) - f(x_+)\|^2 - \|f(q) - f(x_-)\|^2)"
DREAM = r"c_n = \text{mean of } f(x_i) \text{ and } G(f(x_i), z)"
NEAREST = r"\text{kNN: most of the } k \text{ nearest } f(x_i)"
TUNED = r"\text{fine-tuning: } \theta \leftarrow \theta - \alpha \nabla l_{\text{support}}(\theta)"


def words(settings: MetricSettings) -> Words:
    """Return the scene's texts for the methods that take part."""
    return Words(
        title=translate("MetricWords", "A handful of examples"),
        formulas=_formulas(settings.methods, settings.siamese_reading),
        gestures=(
            (
                translate("MetricWords", "Click a query, or arrow keys"),
                translate("MetricWords", "Ask about it: the answers in the columns are those to this query"),
            ),
            (
                translate("MetricWords", "Drag a support to another class"),
                translate("MetricWords", "Every method answers as if it belonged there"),
            ),
            (
                translate("MetricWords", "Drag a support off the columns, Delete"),
                translate("MetricWords", "Take it away; Undo and Put back bring it back"),
            ),
            (
                translate("MetricWords", "Drag a picture on the map"),
                translate(
                    "MetricWords",
                    "Hold its embedding at another place; not that of fine-tuning, whose updates move it themselves",
                ),
            ),
            (
                translate("MetricWords", "Draw a character, or drop a picture"),
                translate("MetricWords", "Add it as a query or as a support"),
            ),
            (
                translate("MetricWords", "Ctrl+V on the table"),
                translate(
                    "MetricWords", "Add the clipboard's picture as a query; on the page Draw it becomes the drawing"
                ),
            ),
            (
                translate("MetricWords", "Answer in the quiz"),
                translate("MetricWords", "Compare yourself with the methods on the same episodes"),
            ),
            (
                translate("MetricWords", "Click a name in a legend"),
                translate("MetricWords", "Focus on this method, or show all again"),
            ),
            (
                translate("MetricWords", "Wheel, drag the plot, double click"),
                translate("MetricWords", "Zoom, pan, reset the range"),
            ),
        ),
        notes=measured(settings),
        alike=normalized_word(settings.statistics == "episode"),
    )


def measured(settings: MetricSettings) -> str:
    """Return on what accuracies are measured, and how queries are normalized."""
    few, costly = min(settings.few_episodes, settings.test_episodes), {RELATION, FINETUNING} & {*settings.methods}
    together = settings.statistics == "episode"
    all_few = together or len(costly) == len(settings.methods)
    text = translate("MetricWords", "Accuracy on {episodes} held-out episodes, with a 95 % interval.")
    found = [text.format(episodes=few if all_few else settings.test_episodes)]
    if costly and not all_few:
        text = translate("MetricWords", "Of {methods}: on {episodes}.")
        named = enumerated(short_name(key) for key in settings.methods if key in costly)
        found.append(text.format(methods=named, episodes=few))
    return " ".join([*found, _explained(together=together)])


def _explained(*, together: bool) -> str:
    """Return what the words of `normalized_word` mean."""
    if together:
        return translate(
            "MetricWords",
            "Transductive: batch normalization has the statistics of all pictures of an episode, so that its queries"
            " help each other; asked one by one, they are usually answered less well",
        )
    return translate(
        "MetricWords",
        "Each query by itself: batch normalization has the running statistics of training, so that no query helps"
        " another",
    )


def _formulas(methods: Sequence[str], reading: str) -> tuple[tuple[str, str], ...]:
    """Return the formulas of the methods, as (LaTeX, words), in a few lines; those of the first ones if too many."""
    known = _every() | ({SIAMESE: _triplet()} if reading == "triplet" else {})
    found = list(dict.fromkeys(known[method] for method in methods))
    beside = 1 if len(found) <= LINES else BESIDE
    lines = [found[start : start + beside] for start in range(0, len(found), beside)][:LINES]
    return tuple((r" \qquad ".join(latex for latex, _ in line), "; ".join(said for _, said in line)) for line in lines)


def _triplet() -> tuple[str, str]:
    told = translate(
        "MetricWords",
        "The nearest support has the class; supports of other classes are pushed away until they are farther than those"
        " of one's own by the margin m",
    )
    return TRIPLET, told


def _every() -> dict[str, tuple[str, str]]:
    attention = (
        ATTENTION,
        translate(
            "MetricWords",
            "A class has the attention that its supports have: a softmax of the cosines of their embeddings with the"
            " query's, times the temperature tau, which is 1 in a method without temperature",
        ),
    )
    return {
        PROTOTYPES: (
            MEAN,
            translate(
                "MetricWords",
                "The nearer a query's embedding is to the mean of a class's embedded supports, the more probable the"
                " class",
            ),
        ),
        MATCHING: attention,
        COSINE: attention,
        CONTEXT: attention,
        CONTEXT_COSINE: attention,
        RELATION: (
            RELATED,
            translate(
                "MetricWords",
                "A second network g scores from 0 to 1 how the query goes with the sum of a class's supports",
            ),
        ),
        SIAMESE: (
            PAIR,
            translate(
                "MetricWords",
                "Two pictures are of one class with a probability of their weighted absolute differences",
            ),
        ),
        IMAGINED: (
            DREAM,
            translate(
                "MetricWords",
                "The mean of a class also counts examples that a generator G makes of its supports and of noise z",
            ),
        ),
        NEIGHBOURS: (
            NEAREST,
            translate("MetricWords", "The k nearest supports vote, by the features of a classifier"),
        ),
        FINETUNING: (
            TUNED,
            translate("MetricWords", "The classifier is trained on with the supports by steps of size alpha"),
        ),
    }


def short_name(method: str) -> str:
    """Return a method's name where there is little room."""
    shorter = {
        PROTOTYPES: translate("MetricWords", "Prototypes"),
        MATCHING: translate("MetricWords", "Matching"),
        COSINE: translate("MetricWords", "Without τ"),
        CONTEXT: translate("MetricWords", "FCE"),
        CONTEXT_COSINE: translate("MetricWords", "FCE, no τ"),
        RELATION: translate("MetricWords", "Relation"),
        SIAMESE: translate("MetricWords", "Siamese"),
        IMAGINED: translate("MetricWords", "Imagined"),
        NEIGHBOURS: translate("MetricWords", "Neighbours"),
    }
    return shorter.get(method) or method_text(METHOD_NAMES[method])


def letters(classes: Sequence[int]) -> str:
    """Return the letters of classes, such as "A, C, D"."""
    return ", ".join(CLASS_LETTERS[way] for way in classes)


def note(frame: MetricFrame, method: str) -> str:
    """Return a method's accuracy on held-out episodes with half its 95 % interval, to stand behind its name."""
    measured = frame.answers[method].accuracy
    return "" if measured is None else with_interval(measured.mean, measured.half)
