"""Trains all networks of a Meta Network by Adam on what it answers to queries, and measures what each kind of weights
answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.metanet import fast
from metascope.simulator.learners.metanet.reference import Design, Scales, Weights
from metascope.simulator.learners.rules import Adam, clip
from metascope.simulator.learners.trained import Trained

LARGEST = 10.0  # norm to which the gradient of an episode's summed losses is clipped, as in the authors' program
SLOW, FAST = Scales(phi=0.0), Scales(slow=0.0)  # what answers with one kind of the base learner's weights alone
_AT_ONCE = 50  # episodes that are measured together


@dataclass(frozen=True)
class Lesson:
    """What a batch of episodes has taught."""

    loss: float  # mean cross-entropy of the queries' answers
    accuracy: float  # share of them that were right


@final
class MetaTraining:
    """Slow weights, the weights of F and G, and Adam's moments.

    Args:
        design: the sizes.
        weights: to begin with; they are copied.
        fixed: names of weights that stay as they are.
        device: of weights and optimizer; None: that of the given weights.
    """

    def __init__(
        self, design: Design, weights: Weights, fixed: tuple[str, ...] = (), device: torch.device | None = None
    ) -> None:
        self.design = design
        self._trained = Trained(weights, ("f.third", *fixed), Adam, device)

    @property
    def weights(self) -> Weights:
        """Return the weights themselves, by name."""
        return self._trained.weights

    def step(self, supports: Tensor, labels: Tensor, queries: Tensor, asked: Tensor, rate: float) -> Lesson:
        """Do one update, on episodes with supports (B, M, P), labels (B, M), queries (B, Q, P), classes (B, Q)."""
        with torch.enable_grad():
            vector = self._trained.vector.detach().requires_grad_()
            weights = self._trained.read(vector)
            _, answered = fast.answer(self.design, weights, supports, labels, queries)
            loss = F.cross_entropy(answered.logits.flatten(0, 1), asked.flatten())
            (gradient,) = torch.autograd.grad(loss, vector)
        clip(gradient, LARGEST / queries.shape[1], "norm")
        self._trained.rule.step(self._trained.vector, gradient, rate)
        right = answered.logits.detach().argmax(-1) == asked
        return Lesson(float(loss.detach()), float(right.double().mean()))

    def tensors(self) -> dict[str, Tensor]:
        """Return everything by name, as a `TensorSimulation` keeps it: what is copied into these continues."""
        found = {f"weights.{name}": weight for name, weight in self._trained.weights.items()}
        return found | {f"rule.{name}": value for name, value in self._trained.rule.memory.items()}

    def forget(self) -> None:
        """Start the optimizer again, in place, after other weights were loaded."""
        for value in self._trained.rule.memory.values():
            value.zero_()


@torch.no_grad()
def accuracies(
    design: Design,
    weights: Mapping[str, Tensor],
    supports: Tensor,
    labels: Tensor,
    queries: Tensor,
    asked: Tensor,
) -> dict[str, Tensor]:
    """Return the accuracy (B,) on each episode of "meta", all weights, and of "fast" and "slow" ones of g alone.

    Args:
        design: the sizes.
        weights: slow ones, and those of F and G.
        supports: (B, M, P).
        labels: theirs, (B, M).
        queries: (B, Q, P).
        asked: their classes, (B, Q).
    """
    found: dict[str, list[Tensor]] = {"meta": [], "fast": [], "slow": []}
    for part in zip(*(torch.split(each, _AT_ONCE) for each in (supports, labels, queries, asked)), strict=True):
        rows, both = fast.answer(design, weights, *part[:3])
        logits = {"meta": both.logits}
        for kind, scales in (("fast", FAST), ("slow", SLOW)):
            logits[kind] = fast.based(weights, rows, part[2], both.attention, scales)
        for kind, each in logits.items():
            found[kind].append((each.argmax(-1) == part[3]).double().mean(-1))
    return {kind: torch.cat(each) for kind, each in found.items()}
