"""Makes the methods that the settings describe, and begins, teaches and names their networks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, final

import torch
from torch import Generator, Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.text import say
from metascope.simulator.learners.baselines.classifier import Classifier
from metascope.simulator.learners.baselines.finetuning import FineTuning
from metascope.simulator.learners.baselines.neighbours import Neighbours
from metascope.simulator.learners.embedding import compiled, fast
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Weights
from metascope.simulator.learners.metric.context import Context
from metascope.simulator.learners.metric.imagined import Imagined
from metascope.simulator.learners.metric.learner import Learner, Lesson, Mode
from metascope.simulator.learners.metric.matching import Matching
from metascope.simulator.learners.metric.prototypes import Prototypes
from metascope.simulator.learners.metric.relation import Relation
from metascope.simulator.learners.metric.siamese import Siamese, Triplets
from metascope.simulator.learners.metric.training import MetaTraining
from metascope.simulator.stories.metric_learning.frame import Plan
from metascope.simulator.stories.metric_learning.names import (
    CONTEXT,
    CONTEXT_COSINE,
    COSINE,
    FINETUNING,
    IMAGINED,
    IN_CONTEXT,
    MATCHING,
    METHOD_NAMES,
    NEIGHBOURS,
    PROTOTYPES,
    RELATION,
    SIAMESE,
)
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.tasks.episodes import EpisodeTask

CLASSIFIER = "classifier"  # the network of nearest neighbours and of fine-tuning
_LATE = (CLASSIFIER, CONTEXT_COSINE)  # whose streams came after those of all others
_STREAMS = {  # of random numbers
    key: 10 + place for place, key in enumerate((*(key for key in METHOD_NAMES if key not in _LATE), *_LATE))
}
_TEMPERATURE = "log_temperature"  # the learners' name of its weight
_HELD_OUT = 5  # one in so many drawings of each base class is kept from the classifier
_LARGEST = {
    RELATION: 0.5,
    CONTEXT: 1.0,
    CONTEXT_COSINE: 1.0,
}  # norms to which gradients are clipped, as in the methods' programs


def network_of(method: str) -> str:
    """Return the network that answers for a method."""
    return CLASSIFIER if method in (NEIGHBOURS, FINETUNING) else method


def network_name(network: str) -> str:
    """Return the name of a network's method; the classifier's is that of its first one."""
    return METHOD_NAMES[NEIGHBOURS if network == CLASSIFIER else network]


def blocks_of(settings: MetricSettings, method: str) -> Blocks:
    """Return the sizes of a method's embedding; a relation network's leaves maps, for it compares these."""
    pooled = max(settings.blocks - 2, 0) if method == RELATION else None
    return Blocks(settings.side, settings.width, settings.blocks, pooled)


def learner_of(settings: MetricSettings, method: str, shots: int, engine: Engine = "reference") -> Learner[Any]:
    """Return a method, of which one that imagines adds examples to so many supports; fine-tuning is none of these."""
    blocks, embed = blocks_of(settings, method), _embed(engine)
    if method == PROTOTYPES:
        return Prototypes(blocks, settings.distance, embed)
    if method in (MATCHING, COSINE):
        return Matching(blocks, method == MATCHING, embed)
    if method in IN_CONTEXT:
        return Context(blocks, settings.reads, method == CONTEXT, embed)
    if method == RELATION:
        return Relation(blocks, settings.relation_start, embed)
    if method == SIAMESE:
        verifies = settings.siamese_reading == "verification"
        return Siamese(blocks, embed) if verifies else Triplets(blocks, embed=embed)
    if method == IMAGINED:
        return Imagined(blocks, shots + settings.imagined_examples, embed)
    assert method == NEIGHBOURS, "fine-tuning does not compare"
    return Neighbours(blocks, settings.neighbours_k, settings.neighbours_metric, embed)


def _embed(engine: Engine) -> Embed:
    return compiled.embed if engine == "compiled" else fast.embed


@final
@dataclass(frozen=True)
class Base:
    """The classes on which the classifier is trained: those of the training episodes, turned ones too."""

    task: EpisodeTask

    @property
    def classes(self) -> int:
        """Return how many there are."""
        return self.task.classes

    @property
    def taught(self) -> int:
        """Return how many drawings of each class are trained on; the others are kept to measure by."""
        return self.task.drawings - max(self.task.drawings // _HELD_OUT, 1)

    def batch(self, count: int, draws: Generator) -> tuple[Tensor, Tensor]:
        """Return pictures (count, S, S) to train on, of all classes mixed, and their classes (count,)."""
        return self._drawn(count, 0, self.taught, draws)

    def held_out(self, count: int, draws: Generator) -> tuple[Tensor, Tensor]:
        """Return pictures (count, S, S) that are never trained on, and their classes (count,)."""
        return self._drawn(count, self.taught, self.task.drawings, draws)

    def _drawn(self, count: int, first: int, stop: int, draws: Generator) -> tuple[Tensor, Tensor]:
        classes = torch.randint(self.classes, (count,), generator=draws)
        return self.task.pixels(classes * self.task.drawings + torch.randint(first, stop, (count,), generator=draws)), (
            classes
        )


def classifier_of(settings: MetricSettings, base: Base, engine: Engine = "reference") -> Classifier:
    """Return the classifier of all base classes."""
    return Classifier(blocks_of(settings, CLASSIFIER), base.classes, _embed(engine))


def finetuning_of(settings: MetricSettings, base: Base, plan: Plan, engine: Engine = "reference") -> FineTuning:
    """Return what trains the classifier on for an episode."""
    return FineTuning(classifier_of(settings, base, engine), plan.rate, plan.steps, settings.finetuning_parts)


def begun(settings: MetricSettings, base: Base, device: torch.device) -> dict[str, MetaTraining]:
    """Return every network that is trained, with initial weights drawn from the seed, on a device."""
    found = {}
    for network in settings.trained:
        draws = generator(settings.seed, _STREAMS[network])
        if network == CLASSIFIER:
            weights = classifier_of(settings, base).initial(draws)
        else:
            weights = learner_of(settings, network, settings.train_shots).initial(draws)
        if network == MATCHING:
            weights[_TEMPERATURE].fill_(math.log(settings.temperature))
        found[network] = MetaTraining(weights, _LARGEST.get(network), device)
    return found


def rate_at(settings: MetricSettings, step: int) -> float:
    """Return the learning rate after so many meta-steps."""
    left = max(1 - step / settings.annealing, 0.0) if settings.annealing else 1.0
    return settings.rate * left * (0.5 ** (step // settings.halve_every) if settings.halve_every else 1.0)


def temperature_of(weights: Mapping[str, Tensor]) -> float:
    """Return by what a method multiplies cosines; 0 if it has no such weight."""
    return float(weights[_TEMPERATURE].exp()) if _TEMPERATURE in weights else 0.0


@final
class Teacher:
    """Teaches every network, all methods on the same episodes and the classifier on classes mixed.

    Args:
        settings: of the run; those that are live are given again for each meta-step.
        base: the classes to learn from.
        device: of the networks.
        engine: by which they are trained.
    """

    def __init__(self, settings: MetricSettings, base: Base, device: torch.device, engine: Engine) -> None:
        self._base, self._device, self._engine = base, device, engine

    def teach(
        self, networks: Mapping[str, MetaTraining], settings: MetricSettings, step: int, draws: Generator
    ) -> dict[str, float]:
        """Do the updates of a meta-step, and return each network's mean loss before them.

        Args:
            networks: to be taught, by name.
            settings: as they are now.
            step: meta-steps done, by which the rate falls.
            draws: of the episodes; what a method draws beside them depends on seed, step and method alone.

        Raises:
            Diverged: a network's loss is NaN or infinite; weights have changed.
        """
        rate = rate_at(settings, step)
        own = {name: generator(settings.seed, _STREAMS[name], step) for name in networks}
        total = dict.fromkeys(networks, 0.0)
        for _ in range(settings.updates):
            episode = self._base.task.draw(1, draws)
            support = self._base.task.pixels(episode.support).to(self._device)
            query = self._base.task.pixels(episode.query).to(self._device)
            for name, network in networks.items():
                lesson = self._taught(name, network, settings, (support, query), rate, own[name])
                loss = float(lesson.loss)
                if not math.isfinite(loss):
                    raise Diverged(say("the loss of {network} became NaN or infinite", network=network_name(name)))
                total[name] += loss / settings.updates
        return total

    def _taught(
        self,
        name: str,
        network: MetaTraining,
        settings: MetricSettings,
        episode: tuple[Tensor, Tensor],
        rate: float,
        own: Generator,
    ) -> Lesson:
        if name == CLASSIFIER:
            pictures, classes = (part.to(self._device) for part in self._base.batch(settings.episode, own))
            classifier = classifier_of(settings, self._base, self._engine)

            def classified(weights: Weights, mode: Mode) -> Lesson:
                return classifier.loss(weights, pictures, classes, mode)

            return network.step(classified, rate)
        learner = learner_of(settings, name, settings.train_shots, self._engine)

        def compared(weights: Weights, mode: Mode) -> Lesson:
            return learner.loss(weights, *episode, mode)

        return network.step(compared, rate, own)
