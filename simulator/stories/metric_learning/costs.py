"""Counts what answering costs each method with 1 to 20 supports of each class, and measures how long it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor

from simulator.engine.arrays import frozen
from simulator.engine.computing import Engine
from simulator.episodes.names import PIXELS
from simulator.learners.baselines.classifier import scores
from simulator.learners.baselines.finetuning import NewClasses
from simulator.learners.baselines.neighbours import Pixels
from simulator.learners.metric.answer import Answer
from simulator.learners.metric.learner import Learner, Mode
from simulator.learners.metric.training import MetaTraining
from simulator.stories.metric_learning.frame import Cost, Plan
from simulator.stories.metric_learning.names import FINETUNING
from simulator.stories.metric_learning.networks import Base, finetuning_of, learner_of, network_of
from simulator.stories.metric_learning.settings import MetricSettings

SHOTS = range(1, 21)
_REPEATS = 2  # of which the shorter counts: other work on the machine only makes it longer


def costs_of(settings: MetricSettings, base: Base, plan: Plan) -> dict[str, Cost]:
    """Return the cost of every method that takes part, fine-tuning by a plan, and of nearest neighbours on pixels."""
    found = {}
    for method in (*settings.methods, PIXELS):
        if method == FINETUNING:
            counted = [finetuning_of(settings, base, plan).cost(settings.ways, shots) for shots in SHOTS]
        elif method == PIXELS:
            counted = [Pixels(settings.side).cost(settings.ways, shots) for shots in SHOTS]
        else:
            learner = learner_of(settings, method, settings.shots)
            counted = [learner.cost(settings.ways, shots) for shots in SHOTS]
        found[method] = Cost(
            shots=frozen(np.array(SHOTS, np.int32)),
            stored=frozen(np.array([one.stored for one in counted], np.int64)),
            multiply_adds=frozen(np.array([one.multiply_adds for one in counted], np.int64)),
        )
    return found


@torch.no_grad()
def milliseconds(
    settings: MetricSettings,
    networks: Mapping[str, MetaTraining],
    base: Base,
    episode: NewClasses,
    plan: Plan,
    engine: Engine,
) -> dict[str, float]:
    """Return the milliseconds of an answer, by method and of the nearest neighbour on pixels.

    Supports are embedded before. With statistics of the episode they are part of every answer, as fine-tuning's updates
    always are.

    Args:
        settings: as they are now.
        networks: by name.
        base: the classes that the classifier knows.
        episode: of the supports, and of the query that is answered, its first one.
        plan: of fine-tuning.
        engine: by which pictures are embedded.
    """
    found = {}
    for method in settings.methods:
        weights = networks[network_of(method)].weights
        if method == FINETUNING:
            found[method] = _shortest(lambda: _tuned(settings, weights, base, episode, plan, engine), 1)  # noqa: B023
        else:
            found[method] = _compared(learner_of(settings, method, settings.shots, engine), weights, episode, settings)
    found[PIXELS] = _compared(Pixels(settings.side), {}, episode, settings)
    return found


def _compared(
    learner: Learner[Any], weights: Mapping[str, Tensor], episode: NewClasses, settings: MetricSettings
) -> float:
    mode, query, ways = Mode(settings.statistics), episode.queries[:1], episode.ways
    known = learner.encode(weights, episode.supports, mode)

    def answer() -> Tensor:
        found: Answer
        if settings.statistics == "episode":
            found = learner.answer(weights, episode.supports, episode.labels, query, ways, mode)
        else:
            asked = learner.encode(weights, query, mode)
            found = learner.compare(weights, known, episode.labels, asked, ways, mode)
        return found.predicted

    return _shortest(answer)


def _tuned(
    settings: MetricSettings,
    weights: Mapping[str, Tensor],
    base: Base,
    episode: NewClasses,
    plan: Plan,
    engine: Engine,
) -> Tensor:
    tuning, mode = finetuning_of(settings, base, plan, engine), Mode(settings.statistics)
    *_, last = tuning.walk(weights, episode.supports, episode.labels, episode.ways, mode)
    return scores(last.weights, tuning.classifier.encode(last.weights, episode.queries[:1], mode))


def _shortest(answer: Callable[[], Tensor], repeats: int = _REPEATS) -> float:
    """Return the milliseconds until an answer is there, the least of some times."""
    took = []
    for _ in range(repeats):
        begun = time.perf_counter()
        answer().cpu()  # waits for a GPU
        took.append(1000 * (time.perf_counter() - begun))
    return min(took)
