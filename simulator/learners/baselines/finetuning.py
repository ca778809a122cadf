"""Implements fine-tuning: a trained classifier gets outputs for new classes and is trained on their few supports.

The new outputs begin with weights of 0 beside those of the base classes; plain gradient descent lowers the
cross-entropy of the supports among all classes. Whether all weights move or those of the last layer only, answers
about the base classes suffer, since no picture of them is trained on: this is measured at each step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.baselines.classifier import BIAS, WEIGHTS, Classifier, scores
from metascope.simulator.learners.embedding.passes import ByHand, Compiled, Passes, Same, Traced
from metascope.simulator.learners.embedding.reference import Weights
from metascope.simulator.learners.metric.answer import Answer, Cost, possible
from metascope.simulator.learners.metric.grouping import only_present
from metascope.simulator.learners.metric.learner import Mode

Parts = Literal["head", "all"]


@dataclass(frozen=True)
class FineTuningAnswer(Answer):
    """An answer after T steps; points are features of the embedding as it is then. There are C base classes."""

    among_new: Tensor  # (T + 1, Q, N) probabilities among the new classes, before the first step and after each
    among_all: Tensor  # (T + 1, Q, C + N) among all; the new ones come last
    losses: Tensor  # (T + 1,) of the supports; 0 without any
    base: Tensor | None  # (T + 1,) accuracy on the given pictures of base classes
    tuned: Weights  # after the last step
    heads: Tensor  # (T + 1, N, E + 1) rows of the new classes with their biases, before the first step and after each
    supports_then: Tensor  # (T + 1, M, E) features
    queries_then: Tensor  # (T + 1, Q, E)


@dataclass(frozen=True)
class Stage:
    """How far fine-tuning is before its first step, or after one."""

    weights: Weights  # of the classifier, with outputs for the new classes
    loss: Tensor  # () of the supports
    supports: Tensor  # (M, E) features of the supports
    others: tuple[Tensor, ...]  # (P, E) features of each batch of other pictures


@dataclass(frozen=True)
class NewClasses:
    """An episode: supports of new classes, and queries whose classes are known."""

    supports: Tensor  # (M, S, S)
    labels: Tensor  # (M,)
    queries: Tensor  # (Q, S, S)
    asked: Tensor  # (Q,)
    ways: int


@dataclass(frozen=True)
class Tuning:
    """Which rates and numbers of steps were tried on validation classes, and what was best there."""

    rates: tuple[float, ...]  # R
    accuracy: Tensor  # (R, T + 1) among the new classes, mean over episodes, before and after each step
    rate: float
    steps: int


@final
@dataclass(frozen=True)
class FineTuning:
    """Trains a classifier on for an episode's classes.

        answer = FineTuning(classifier, rate=0.01, steps=20).answer(weights, supports, labels, queries, ways=5)
        answer.among_new  # (21, Q, 5)

    Args:
        classifier: whose weights are given.
        rate: of plain gradient descent.
        steps: T, each on all supports.
        parts: "head" moves the last layer only, "all" every weight; running statistics stay as they are.
    """

    classifier: Classifier
    rate: float = 0.01
    steps: int = 20
    parts: Parts = "all"

    @torch.no_grad()
    def answer(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        base: tuple[Tensor, Tensor] | None = None,
        mode: Mode | None = None,
    ) -> FineTuningAnswer:
        """Return the answer to pictures, with all steps.

        Args:
            weights: of the classifier; they are not changed.
            supports: (M, S, S), M may be 0: then nothing is learned.
            labels: (M,), 0 to N - 1.
            queries: (Q, S, S).
            ways: N.
            base: pictures (P, S, S) of base classes (P,), on which forgetting is measured.
            mode: of all passes; None: running statistics. With those of the "episode", supports, queries and base
                pictures are one batch each.
        """
        old = self.classifier.classes
        others = (queries,) if base is None else (queries, base[0])
        stages = list(self.walk(weights, supports, labels, ways, mode, others))
        heads = torch.stack([torch.cat([one.weights[WEIGHTS], one.weights[BIAS][:, None]], 1) for one in stages])
        asked = torch.stack([one.others[0] for one in stages])  # (T + 1, Q, E)
        logits = _scored(heads, asked)
        among_new = only_present(logits[..., old:], labels, ways)
        right = None
        if base is not None:
            known = _scored(heads, torch.stack([one.others[1] for one in stages])).argmax(-1)
            right = (known == base[1]).to(supports.dtype).mean(-1)
        return FineTuningAnswer(
            stages[-1].supports,
            labels,
            stages[-1].others[0],
            among_new[-1],
            among_new=possible(among_new),
            among_all=torch.cat([logits[..., :old], among_new], -1).softmax(-1),
            losses=torch.stack([one.loss for one in stages]),
            base=right,
            tuned=stages[-1].weights,
            heads=heads[:, old:],
            supports_then=torch.stack([one.supports for one in stages]),
            queries_then=asked,
        )

    @torch.no_grad()
    def walk(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        ways: int,
        mode: Mode | None = None,
        others: Sequence[Tensor] = (),
    ) -> Iterator[Stage]:
        """Yield how far it is before the first step and after each; arguments as above.

        Args:
            others: pictures (P, S, S), whose features are wanted too: a batch of its own each.
        """
        tuned, passes = self._with_new_outputs(weights, ways), self._passes(weights, (supports, *others), mode)
        wanted, count = labels + self.classifier.classes, max(len(supports), 1)
        certain = F.one_hot(wanted, self.classifier.classes + ways).to(supports.dtype)
        for step in range(self.steps + 1):
            known, *asked = passes.features(tuned)
            shares = scores(tuned, known).log_softmax(-1)
            yield Stage(tuned, -(shares * certain).sum() / count, known, tuple(asked))
            if step < self.steps:
                by_logits = (shares.exp() - certain) / count
                slopes = {WEIGHTS: by_logits.T @ known, BIAS: by_logits.sum(0)}
                if self.parts == "all":
                    slopes |= passes.slopes(by_logits @ tuned[WEIGHTS])
                moved = torch._foreach_sub([tuned[n] for n in slopes], list(slopes.values()), alpha=self.rate)
                tuned = tuned | dict(zip(slopes, moved, strict=True))

    def tune(
        self, weights: Mapping[str, Tensor], episodes: Sequence[NewClasses], rates: Sequence[float], least: int = 0
    ) -> Tuning:
        """Return the accuracy of each rate after 0 to `steps` steps on validation episodes, and the best of them.

        Of equally good ones the fewest steps count, then the smallest rate.

        Args:
            weights: of the classifier.
            episodes: of validation classes.
            rates: to try.
            least: steps that are done in any case, `steps` at most.
        """
        found = torch.zeros(len(rates), self.steps + 1, dtype=torch.float64)
        for row, rate in zip(found, rates, strict=True):
            for episode in episodes:
                tried = replace(self, rate=rate)
                answer = tried.answer(weights, episode.supports, episode.labels, episode.queries, episode.ways)
                row += (answer.among_new.argmax(-1) == episode.asked).double().mean(-1) / len(episodes)
        enough = found[:, least:]
        best = (enough == enough.max()).nonzero().tolist()  # (rate, steps) by their places
        steps, rate = min((least + step, rates[place]) for place, step in best)
        return Tuning(tuple(rates), found, rate, steps)

    def cost(self, ways: int, shots: int) -> Cost:
        """Return what answering costs: kept are all weights that have moved, whatever the number of supports.

        Each support of an update goes forth through all layers, and back through those that move: to their weights and,
        but for the first one, to what they were given. Where only the head moves, supports are embedded once.
        """
        blocks, outputs = self.classifier.blocks, self.classifier.classes + ways
        head, whole = outputs * blocks.features, blocks.multiply_adds
        if self.parts == "all":
            moved = outputs * (blocks.features + 1) + blocks.parameters
            learning = self.steps * (3 * whole - blocks.first_multiply_adds + 3 * head)
        else:
            moved, learning = outputs * (blocks.features + 1), whole + self.steps * 2 * head
        return Cost(stored=moved, embedding=whole, comparing=head, learning=ways * shots * learning)

    def _passes(self, weights: Mapping[str, Tensor], batches: Sequence[Tensor], mode: Mode | None) -> Passes:
        """Return what embeds the pictures with the weights of each step."""
        classifier, alone = self.classifier, mode is None or mode.statistics == "running"
        if self.parts == "head" and alone:
            features = classifier.encode(weights, torch.cat(list(batches)), mode)
            return Same(list(torch.split(features, [len(batch) for batch in batches])))
        if self.parts == "head":
            return Same([classifier.encode(weights, batch, mode) for batch in batches])
        if classifier.compiled and alone and Compiled.can(weights, batches):
            return Compiled(batches, classifier.blocks)
        if classifier.fast and alone and batches[0].device.type == "cpu":
            return ByHand(batches, classifier.blocks.width)
        return Traced(lambda now, batch: classifier.encode(now, batch, mode), batches)

    def _with_new_outputs(self, weights: Mapping[str, Tensor], ways: int) -> Weights:
        old = {name: weights[name] for name in (WEIGHTS, BIAS)}
        return dict(weights) | {n: torch.cat([w, w.new_zeros(ways, *w.shape[1:])]) for n, w in old.items()}


def _scored(heads: Tensor, features: Tensor) -> Tensor:
    """Return the logits (T, P, C) of features (T, P, E) by weights and biases (T, C, E + 1) of T times."""
    return torch.baddbmm(heads[..., -1].unsqueeze(-2), features, heads[..., :-1].mT)
