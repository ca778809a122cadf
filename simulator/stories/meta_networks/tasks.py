"""Makes pictures black and white, and draws episodes of them as tensors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import final

import numpy as np
import torch
from torch import Generator, Tensor

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.metanet.reference import Design
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.simulator.tasks.episodes import Episodes, EpisodeTask
from metascope.simulator.tasks.images.pictures import Pictures, Split
from metascope.simulator.tasks.images.source import Source

_SHOWN, _MEASURED = 1, 2  # streams of random numbers
_CPU = torch.device("cpu")


@dataclass(frozen=True)
class Batch:
    """B episodes of M supports and Q queries, black (1) on white (0)."""

    supports: Tensor  # (B, M, P)
    labels: Tensor  # (B, M)
    queries: Tensor  # (B, Q, P)
    asked: Tensor  # (B, Q) true classes


def design_of(settings: MetaNetSettings) -> Design:
    """Return the sizes of the networks."""
    return Design(
        pixels=settings.side**2,
        units=settings.units,
        ways=settings.ways,
        sampled=settings.sampled,
        pairs=settings.pairs,
        hidden=settings.hidden,
        temperature=settings.temperature,
    )


def black_and_white(source: Source, threshold: float) -> Source:
    """Return the same pictures with all pixels either ink or paper."""
    split = source.split
    return replace(source, split=Split(*(_inked(it, threshold) for it in (split.train, split.validation, split.test))))


def inked(images: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], threshold: float) -> Tensor:
    """Return grey pictures (..., S, S), ink 255, as numbers 0 and 1 of single precision."""
    return torch.from_numpy((images >= threshold * 255).astype(np.float32))


@final
class Drawing:
    """Draws episodes to train on, or held-out ones, whose characters stand upright.

    Args:
        settings: of the run.
        pictures: black and white.
        held_out: whether these are held out.
        device: of the tensors.

    Raises:
        UserError: there are too few characters.
    """

    def __init__(
        self, settings: MetaNetSettings, pictures: Pictures, *, held_out: bool, device: torch.device = _CPU
    ) -> None:
        queries = settings.queries if held_out else settings.train_queries
        rotations = "none" if held_out else settings.rotations
        self._task = EpisodeTask(pictures, settings.ways, settings.shots, queries, rotations)
        self._seed, self.device = settings.seed, device

    def draw(self, count: int, draws: Generator) -> Batch:
        """Return episodes to train on."""
        return self.batch(self._task.draw(count, draws))

    def shown(self, number: int) -> tuple[Batch, tuple[str, ...]]:
        """Return the held-out episode with this number, and the names of its classes."""
        drawn = self._task.draw(1, generator(self._seed, _SHOWN, number))
        return self.batch(drawn), tuple(self._task.name(one) for one in drawn.classes[0].tolist())

    def measured(self, count: int) -> Episodes:
        """Return the held-out episodes that are measured on, always the same."""
        return self._task.draw(count, generator(self._seed, _MEASURED))

    def batch(self, drawn: Episodes) -> Batch:
        """Return episodes with their pictures."""
        return Batch(*self._pictures(drawn.support), *self._pictures(drawn.query))

    def _pictures(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Return the pictures (B, N * each, P) of rows (B, N, each), and their labels."""
        count, ways, each = rows.shape
        labels = torch.arange(ways, device=self.device).repeat_interleave(each).expand(count, -1)
        return self._task.pixels(rows.flatten(1)).round().flatten(2).to(self.device), labels


def _inked(pictures: Pictures, threshold: float) -> Pictures:
    """Return pictures with all pixels either 0 or 255."""
    return replace(pictures, images=(pictures.images >= threshold * 255).astype(np.uint8) * np.uint8(255))
