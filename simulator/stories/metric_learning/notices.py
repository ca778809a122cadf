"""What a person should know beside the picture: how pictures were read, what holds a method back, which statistics."""

from __future__ import annotations

import math

from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners.metric.relation import plateau
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.tasks.images.source import Source


def notices_of(settings: MetricSettings, source: Source, on_plateau: bool) -> tuple[Message, ...]:
    """Return the notices of a run, the most urgent one first.

    Args:
        settings: as they are now.
        source: of the pictures.
        on_plateau: whether the relation network stays on its plateau.
    """
    found = []
    if on_plateau:
        text = {
            "published": "the Relation Network stays where all scores are alike, at a loss of about {loss:.3f}: from"
            " its published start it may never leave",
            "default": "the Relation Network still gives all pairs alike scores, at a loss of about {loss:.3f}; it"
            " leaves this plateau after other methods have begun to learn",
        }[settings.relation_start]
        found.append(say(text, loss=plateau(settings.train_ways)))
    if settings.statistics == "episode":
        text = "transductive: batch normalization has the statistics of all pictures of an episode, its queries too"
        found.append(say(text))
    if settings.tunes and settings.judged_on == "validation":
        text = (
            "fine-tuning's rate or steps are chosen on the same characters that all methods are judged on, which"
            " favours it: judge on the test characters"
        )
        found.append(say(text))
    if settings.cosine:
        text = (
            "without temperature a probability is at most {cap:.2f} if features are not negative, since cosines are"
            " between 0 and 1"
        )
        found.append(say(text, cap=cap(settings.ways, settings.shots)))
    if settings.context_cosine:
        text = (
            "in context features may be negative, so that cosines are between -1 and 1: without temperature a"
            " probability is at most {cap:.2f}"
        )
        found.append(say(text, cap=cap(settings.ways, settings.shots, least=-1.0)))
    return (*found, *source.notices)


def cap(ways: int, shots: int, least: float = 0.0) -> float:
    """Return the largest probability of a class by attention to cosines from `least` to 1, each with so many shots."""
    return shots * math.e / (shots * math.e + (ways - 1) * shots * math.exp(least))
