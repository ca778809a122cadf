"""Gives accuracies that others report for Omniglot, to stand beside what is measured here.

Matching Networks are reported without a temperature, without context, and without fine-tuning on the supports. The
table of Vinyals et al. (2016) also has the baselines: a classifier whose features are compared by cosine, the same
fine-tuned with a softmax, and a convolutional Siamese network that they trained.
"""

from __future__ import annotations

from metascope.simulator.engine.text import say
from metascope.simulator.episodes.frame import Published
from metascope.simulator.episodes.published import Report, Source, reported
from metascope.simulator.stories.metric_learning.names import (
    COSINE,
    FINETUNING,
    NEIGHBOURS,
    PROTOTYPES,
    RELATION,
    SIAMESE,
)
from metascope.simulator.stories.metric_learning.settings import MetricSettings

_VINYALS = say(
    "1,200 characters of both official sets to train on, the others to test on; turned by right angles, 28 pixels; how"
    " queries were normalized is not known"
)
_SNELL = Source(
    "Snell et al. 2017",
    say(
        "1,028 characters of both official sets to train on, 423 to test on, turned ones as classes of their own in the"
        " test too; 60 ways in training, 28 pixels, 1,000 episodes, each query by itself"
    ),
)
_SUNG = Source(
    "Sung et al. 2018",
    say(
        "1,200 characters of both official sets to train on, 423 to test on; each episode turned as a whole, 28 pixels,"
        " one query of each class, 1,000 episodes ten times"
    ),
)
_MATCHING = Source("Vinyals et al. 2016", _VINYALS)
_KOCH = Source("Vinyals et al. 2016, after Koch et al. 2015", _VINYALS, again=True)
_KNAGG = Source(
    "oscarknagg/few-shot",
    say(
        "trained on the official background set, tested on the evaluation set, by whose accuracy the weights were"
        " chosen; turned characters as classes of their own, cosines without temperature, 28 pixels, one query of each"
        " class, 1,000 episodes, each query by itself"
    ),
    again=True,
)
_ALONE, _TOGETHER = {"statistics": "running"}, {"statistics": "episode"}
_REPORTS = (
    Report(PROTOTYPES, (98.8, 99.7, 96.0, 98.9), _SNELL, shared={"distance": "euclidean", **_ALONE}),
    Report(COSINE, (98.1, 98.9, 93.8, 98.5), _MATCHING, shared=_ALONE),
    Report(COSINE, (92.0, 93.2, 75.6, 77.8), _KNAGG, shared=_ALONE),
    Report(RELATION, (99.6, 99.8, 97.6, 99.1), _SUNG, transductive=True, shared=_TOGETHER),
    Report(SIAMESE, (96.7, 98.4, 88.0, 96.5), _KOCH, shared={"siamese_reading": "verification", **_ALONE}),
    Report(
        NEIGHBOURS,
        (80.0, 95.0, 69.5, 89.1),
        _MATCHING,
        shared={"neighbours_k": 1, "neighbours_metric": "cosine", **_ALONE},
    ),
    Report(FINETUNING, (86.0, 97.6, 72.9, 92.3), _MATCHING, shared={"finetuning_parts": "all", **_ALONE}),
)


def published(settings: MetricSettings) -> tuple[Published, ...]:
    """Return what is reported for the methods, ways, shots and options of these settings."""
    return reported(_REPORTS, settings)
