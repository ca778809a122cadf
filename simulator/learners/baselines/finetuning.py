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

from simulator.learners.baselines.classifier import BIAS, WEIGHTS, Classifier, scores
from simulator.learners.embedding.reference import Weights, statistics_among
from simulator.learners.metric.answer import Answer, Cost, possible
from simulator.learners.metric.grouping import only_present
from simulator.learners.metric.learner import Mode

Parts = Literal["head", "all"]


@dataclass(frozen=True)
class FineTuningAnswer(Answer):
    """An answer after T steps; points are features of the embedding as it is then. There are C base classes."""

    among_new: Tensor  # (T + 1, Q, N) probabilities among the new classes, before the first step and after each
    among_all: Tensor  # (T + 1, Q, C + N) among all; the new ones come last
    losses: Tensor  # (T + 1,) of the supports; 0 without any
    base: Tensor | None  # (T + 1,) accuracy on the given pictures of base classes
    tuned: Weights  # after the last step


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
        old, frozen = self.classifier.classes, self.parts == "head"
        others = (queries,) if base is None else (queries, base[0])
        features = [self.classifier.encode(weights, part, mode) for part in others]
        losses, among_new, among_all, right = list[Tensor](), list[Tensor](), list[Tensor](), list[Tensor]()
        tuned: Weights = {}
        for tuned, loss in self.walk(weights, supports, labels, ways, mode):
            if not frozen:
                features = [self.classifier.encode(tuned, part, mode) for part in others]
            logits = scores(tuned, features[0])
            new = only_present(logits[:, old:], labels, ways)
            losses.append(loss)
            among_new.append(new)
            among_all.append(torch.cat([logits[:, :old], new], 1).softmax(-1))
            if base is not None:
                right.append((scores(tuned, features[1]).argmax(-1) == base[1]).to(loss.dtype).mean())
        return FineTuningAnswer(
            self.classifier.encode(tuned, supports, mode),
            labels,
            features[0],
            among_new[-1],
            among_new=possible(torch.stack(among_new)),
            among_all=torch.stack(among_all),
            losses=torch.stack(losses),
            base=torch.stack(right) if base is not None else None,
            tuned=tuned,
        )

    def walk(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> Iterator[tuple[Weights, Tensor]]:
        """Yield the weights and the supports' loss () before the first and after each step; arguments as above."""
        tuned, wanted = self._with_new_outputs(weights, ways), labels + self.classifier.classes
        head, fixed = (WEIGHTS, BIAS), statistics_among(tuned)
        moving = head if self.parts == "head" else tuple(name for name in tuned if name not in fixed)
        known = self.classifier.encode(tuned, supports, mode) if self.parts == "head" else None
        for step in range(self.steps + 1):
            with torch.enable_grad():
                traced = tuned | {name: tuned[name].detach().requires_grad_() for name in moving}
                features = known if known is not None else self.classifier.encode(traced, supports, mode)
                loss = F.cross_entropy(scores(traced, features), wanted, reduction="sum") / max(len(supports), 1)
            yield tuned, loss.detach()
            if step < self.steps:
                leaves = [traced[name] for name in moving]
                slopes = torch.autograd.grad(loss, leaves, materialize_grads=True)
                moved = zip(moving, slopes, strict=True)
                tuned = tuned | {name: torch.sub(tuned[name], slope, alpha=self.rate) for name, slope in moved}

    def tune(self, weights: Mapping[str, Tensor], episodes: Sequence[NewClasses], rates: Sequence[float]) -> Tuning:
        """Return the accuracy of each rate after 0 to `steps` steps on validation episodes, and the best of them.

        Of equally good ones the fewest steps count, then the smallest rate.

        Args:
            weights: of the classifier.
            episodes: of validation classes.
            rates: to try.
        """
        found = torch.zeros(len(rates), self.steps + 1, dtype=torch.float64)
        for row, rate in zip(found, rates, strict=True):
            for episode in episodes:
                tried = replace(self, rate=rate)
                answer = tried.answer(weights, episode.supports, episode.labels, episode.queries, episode.ways)
                row += (answer.among_new.argmax(-1) == episode.asked).double().mean(-1) / len(episodes)
        best = (found == found.max()).nonzero().tolist()  # (rate, steps) by their places
        steps, rate = min((step, rates[place]) for place, step in best)
        return Tuning(tuple(rates), found, rate, steps)

    def cost(self, ways: int, shots: int) -> Cost:
        """Return what answering costs: kept are all weights that have moved, whatever the number of supports."""
        blocks, outputs = self.classifier.blocks, self.classifier.classes + ways
        moved = outputs * (blocks.features + 1) + (blocks.parameters if self.parts == "all" else 0)
        return Cost(stored=moved, embedding=blocks.multiply_adds, comparing=outputs * blocks.features)

    def _with_new_outputs(self, weights: Mapping[str, Tensor], ways: int) -> Weights:
        old = {name: weights[name] for name in (WEIGHTS, BIAS)}
        return dict(weights) | {n: torch.cat([w, w.new_zeros(ways, *w.shape[1:])]) for n, w in old.items()}
