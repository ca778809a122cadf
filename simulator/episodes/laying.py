"""Lays a held-out episode on the table as a person has left it: its pictures, classes and queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.episodes.edits import Edits, Episode, pixels_of
from metascope.simulator.episodes.frame import Bytes, Table
from metascope.simulator.tasks.episode_settings import EpisodeSettings
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.held_out import shown_episode


@final
class Laid:
    """An episode on the table, as tensors and as views see it.

    Args:
        settings: of the run.
        number: of the held-out episode.
        task: draws held-out episodes.
        edits: what a person did.
        device: of the tensors.
    """

    def __init__(
        self, settings: EpisodeSettings, number: int, task: EpisodeTask, edits: Edits, device: torch.device
    ) -> None:
        self.of = shown_by(number, edits)
        drawn = shown_episode(task, settings.seed, number)
        ways, side = settings.ways, settings.side
        own = np.repeat(np.arange(ways), settings.shots)
        asked = np.repeat(np.arange(ways), settings.queries)
        self.pixels = task.pixels(drawn.support.flatten()), task.pixels(drawn.query.flatten())
        supports = torch.cat([self.pixels[0], _pictures([pixels for pixels, _ in edits.supports], side)])
        queries = torch.cat([self.pixels[1], _pictures(edits.queries, side)])
        labels = np.concatenate([own, np.array([to for _, to in edits.supports], np.int64)])
        for support, way in edits.moved.items():
            labels[support] = way
        removed = np.isin(np.arange(len(labels)), list(edits.removed))
        self.present = np.flatnonzero(~removed)  # the supports that take part
        self.ways = ways
        self.all_supports = supports.to(device)  # (M, S, S), removed ones too
        self.places = torch.from_numpy(self.present).to(device)
        self.supports = self.all_supports[self.places]  # (present, S, S)
        self.labels = torch.from_numpy(labels[self.present]).to(device)
        self.queries = queries.to(device)  # (Q, S, S)
        self.table = Table(
            number=number,
            supports=_bytes(supports),
            labels=frozen(labels.astype(np.int32)),
            own=frozen(np.concatenate([own, np.full(len(edits.supports), -1)]).astype(np.int32)),
            removed=frozen(removed),
            queries=_bytes(queries),
            asked=frozen(np.concatenate([asked, np.full(len(edits.queries), -1)]).astype(np.int32)),
            names=tuple(task.name(one) for one in drawn.classes[0].tolist()),
            edited=edits.any,
        )


def shown_by(number: int, edits: Edits) -> object:
    """Return what decides what lies on the table, among what may change in a run."""
    return number, edits.moved, edits.removed, edits.added, edits.any


def untouched(settings: EpisodeSettings) -> Episode:
    """Return what there is on the table before anything is done to it."""
    return Episode(ways=settings.ways, supports=settings.ways * settings.shots, side=settings.side)


def _pictures(texts: Sequence[str], side: int) -> Tensor:
    """Return pictures (P, S, S), ink 1 on paper 0, of hexadecimal texts."""
    return torch.from_numpy(pixels_of(texts, side).astype(np.float32)) / 255


def _bytes(pictures: Tensor) -> Bytes:
    return frozen(np.rint(pictures.numpy() * 255).astype(np.uint8))
