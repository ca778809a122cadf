"""Measures all methods on the same held-out episodes, and what becomes of the base classes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.learners.baselines.classifier import scores
from metascope.simulator.learners.baselines.neighbours import Pixels, base_accuracy
from metascope.simulator.learners.embedding.reference import Weights
from metascope.simulator.learners.metric.answer import Answer
from metascope.simulator.learners.metric.evaluation import EpisodeAccuracy, episode_accuracy
from metascope.simulator.learners.metric.learner import Mode, by_class
from metascope.simulator.learners.metric.training import MetaTraining
from metascope.simulator.stories.metric_learning.frame import Plan
from metascope.simulator.stories.metric_learning.names import FINETUNING, NEIGHBOURS, RELATION
from metascope.simulator.stories.metric_learning.networks import Base, finetuning_of, learner_of, network_of
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.held_out import all_pixels, measured_episodes

BASE_PICTURES = 100  # of base classes, on which forgetting is measured
_MEMORY = 2000  # features of base classes that nearest neighbours remember, at most
_BASE = 3  # stream of random numbers
_MEASURING = say("measuring on held-out episodes")


@dataclass(frozen=True)
class Measured:
    """The metrics of one measurement, and the number of episodes of each method."""

    metrics: dict[str, float]
    episodes: dict[str, int]


@final
class Judge:
    """Measures on held-out episodes that are drawn once; where no picture depends on others, each is embedded once.

    Args:
        settings: of the run.
        task: draws held-out episodes.
        base: the classes that were trained on.
        device: of the networks.
        engine: by which they embed.
    """

    def __init__(
        self,
        settings: MetricSettings,
        task: EpisodeTask,
        base: Base,
        device: torch.device,
        engine: Engine = "reference",
    ) -> None:
        self._base, self._device, self._engine = base, device, engine
        self._pool = all_pixels(task, device)
        drawn = measured_episodes(task, settings.seed, settings.test_episodes)
        self._support, self._query = drawn.support.to(device), drawn.query.to(device)
        draws = generator(settings.seed, _BASE)
        self.base_pictures = self._moved(base.held_out(BASE_PICTURES, draws))
        self._remembered = self._moved(base.batch(min(5 * base.classes, _MEMORY), draws))
        flat = self._pool.flatten(1)
        self._pixels = episode_accuracy(Pixels(settings.side), {}, flat, self._support, self._query)

    @property
    def pictures(self) -> Tensor:
        """All held-out pictures, (P, S, S)."""
        return self._pool

    def measure(self, settings: MetricSettings, networks: Mapping[str, MetaTraining], plan: Plan) -> Measured:
        """Return the accuracy of every method with half its 95 % interval, and of base classes before and after.

        Args:
            settings: as they are now.
            networks: by name.
            plan: of fine-tuning.
        """
        metrics = {f"{PIXELS}.accuracy": self._pixels.mean, f"{PIXELS}.ci": self._pixels.margin}
        episodes = {PIXELS: len(self._pixels.each)}
        for method in settings.methods:
            weights = networks[network_of(method)].weights
            if method == FINETUNING:
                found, base = self._finetuned(settings, weights, plan)
                metrics |= {f"{method}.base_before": base[0], f"{method}.base_after": base[1]}
            else:
                found = self._compared(settings, method, weights)
            metrics[f"{method}.accuracy"] = found.mean
            if math.isfinite(found.margin):
                metrics[f"{method}.ci"] = found.margin
            episodes[method] = len(found.each)
            if method == NEIGHBOURS:
                metrics |= self._remembering(settings, weights)
        return Measured(metrics, episodes)

    def _compared(self, settings: MetricSettings, method: str, weights: Weights) -> EpisodeAccuracy:
        learner = learner_of(settings, method, settings.shots, self._engine)
        few = min(settings.few_episodes, settings.test_episodes)
        if settings.statistics == "episode":
            return EpisodeAccuracy(
                torch.stack([self._together(settings, method, weights, i) for i in counted(_MEASURING, range(few))])
            )
        count = few if method == RELATION else settings.test_episodes
        support, query = self._support[:count], self._query[:count]
        rows, places = torch.unique(torch.cat([support.flatten(), query.flatten()]), return_inverse=True)
        known, asked = places.split([support.numel(), query.numel()])
        features = learner.encode_pool(weights, self._pool[rows])
        return episode_accuracy(learner, weights, features, known.view(support.shape), asked.view(query.shape))

    @torch.no_grad()
    def _together(self, settings: MetricSettings, method: str, weights: Weights, place: int) -> Tensor:
        """Return the accuracy () on an episode, all pictures of which are normalized together."""
        learner = learner_of(settings, method, settings.shots, self._engine)
        support, query = self._support[place], self._query[place]
        answer: Answer = learner.answer(
            weights,
            self._pool[support.flatten()],
            self._labels(support),
            self._pool[query.flatten()],
            settings.ways,
            Mode("episode"),
        )
        return answer.accuracy(self._labels(query))

    @torch.no_grad()
    def _finetuned(
        self, settings: MetricSettings, weights: Weights, plan: Plan
    ) -> tuple[EpisodeAccuracy, tuple[float, float]]:
        """Return the accuracy after fine-tuning, and that on base classes before and after, means over episodes."""
        tuning, mode = finetuning_of(settings, self._base, plan, self._engine), Mode(settings.statistics)
        encode, (pictures, classes) = tuning.classifier.encode, self.base_pictures
        seen = encode(weights, pictures, mode)

        def remembered(now: Weights, features: Tensor) -> float:
            return float((scores(now, features).argmax(-1) == classes).double().mean())

        each, base = [], []
        few = range(min(settings.few_episodes, settings.test_episodes))
        for place in counted(say("fine-tuning on held-out episodes"), few):
            support, query = self._support[place], self._query[place]
            known, labels = self._pool[support.flatten()], self._labels(support)
            first, *_, last = tuning.walk(weights, known, labels, settings.ways, mode)
            after = seen if tuning.parts == "head" else encode(last.weights, pictures, mode)
            base.append((remembered(first.weights, seen), remembered(last.weights, after)))
            answers = scores(last.weights, encode(last.weights, self._pool[query.flatten()], mode))
            right = answers[:, self._base.classes :].argmax(-1) == self._labels(query)
            each.append(right.to(answers.dtype).mean())
        before, after_all = (sum(part) / len(base) for part in zip(*base, strict=True))
        return EpisodeAccuracy(torch.stack(each)), (before, after_all)

    @torch.no_grad()
    def _remembering(self, settings: MetricSettings, weights: Weights) -> dict[str, float]:
        """Return the accuracy on base classes before and after an episode's supports are remembered too."""
        learner = learner_of(settings, NEIGHBOURS, settings.shots, self._engine)
        (known, classes), (asked, wanted) = self._remembered, self.base_pictures
        memory, queries = learner.encode_pool(weights, known), learner.encode_pool(weights, asked)
        new = learner.encode_pool(weights, self._pool[self._support[0].flatten()])
        how = settings.neighbours_k, settings.neighbours_metric
        found = base_accuracy(memory, classes, new, queries, wanted, *how)
        return {f"{NEIGHBOURS}.base_before": found.before, f"{NEIGHBOURS}.base_after": found.after}

    def _labels(self, rows: Tensor) -> Tensor:
        """Return the labels (N * each,) of rows (N, each)."""
        return by_class(1, rows.shape[0], rows.shape[1], self._pool)[0]

    def _moved(self, pair: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        return pair[0].to(self._device), pair[1].to(self._device)
