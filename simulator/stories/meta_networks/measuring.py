"""Measures on held-out episodes what all weights answer, fast or slow ones alone, and nearest neighbours on pixels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.learners.baselines.neighbours import vote
from metascope.simulator.learners.metanet.training import accuracies
from metascope.simulator.learners.metric.evaluation import EpisodeAccuracy
from metascope.simulator.stories.meta_networks.names import METHODS
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.simulator.stories.meta_networks.tasks import Drawing, design_of
from metascope.simulator.tasks.episodes import Episodes

_MEASURING = say("measuring on held-out episodes")
_AT_ONCE = 25  # episodes whose pictures are there together


@final
class Judge:
    """Measures on held-out episodes that are drawn once.

    Args:
        settings: of the run.
        drawing: draws held-out episodes.
    """

    def __init__(self, settings: MetaNetSettings, drawing: Drawing) -> None:
        drawn = drawing.measured(settings.test_episodes)
        parts = zip(*(torch.split(part, _AT_ONCE) for part in (drawn.support, drawn.query, drawn.classes)), strict=True)
        self._drawing, self._parts = drawing, [Episodes(*part) for part in parts]
        self._pixels = self._on_pixels(settings.ways)

    def measure(self, settings: MetaNetSettings, weights: Mapping[str, Tensor]) -> dict[str, float]:
        """Return accuracies with half their 95 % intervals, "<method>.accuracy" and "<method>.ci"."""
        design, found = design_of(settings), dict[str, list[Tensor]]()
        for part in counted(_MEASURING, self._parts):
            batch = self._drawing.batch(part)
            every = accuracies(design, weights, batch.supports, batch.labels, batch.queries, batch.asked)
            for method, each in every.items():
                found.setdefault(method, []).append(each)
        metrics: dict[str, float] = {}
        for method, accuracy in [(key, EpisodeAccuracy(torch.cat(found[key]))) for key in METHODS] + [
            (PIXELS, self._pixels)
        ]:
            metrics |= {f"{method}.accuracy": accuracy.mean, f"{method}.ci": accuracy.margin}
        return metrics

    def _on_pixels(self, ways: int) -> EpisodeAccuracy:
        """Return the accuracy of the nearest neighbour on the same black and white pictures."""
        found = []
        for part in counted(_MEASURING, self._parts):
            batch = self._drawing.batch(part)
            answer = vote(batch.supports, batch.labels, batch.queries, ways, nearness="euclidean")
            found.append((answer.predicted == batch.asked).double().mean(-1))
        return EpisodeAccuracy(torch.cat(found))
