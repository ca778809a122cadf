"""Lays a held-out episode on the table as a person has left it, and changes rows of the memory as a person has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.episodes.edits import pixels_of
from metascope.simulator.episodes.frame import Bytes
from metascope.simulator.learners.disturbing import Disturbance, disturb
from metascope.simulator.learners.metanet.fast import Rows
from metascope.simulator.stories.meta_networks.edits import Edits
from metascope.simulator.stories.meta_networks.frame import Table
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.simulator.stories.meta_networks.tasks import Drawing, inked


@final
class Laid:
    """An episode on the table, as tensors and as views see it.

    Args:
        settings: of the run.
        drawing: draws held-out episodes.
        edits: what a person did.
    """

    def __init__(self, settings: MetaNetSettings, drawing: Drawing, edits: Edits) -> None:
        drawn, names = drawing.shown(settings.shown)
        side, threshold = settings.side, settings.threshold
        more = _pictures([pixels for pixels, _ in edits.supports], side, threshold)
        given = torch.tensor([to for _, to in edits.supports], dtype=torch.long)
        labels = torch.cat([drawn.labels[0].cpu(), given])
        for support, way in edits.moved.items():
            labels[support] = way
        self.supports = torch.cat([drawn.supports[0], more.to(drawing.device)])[None]  # (1, M, P)
        self.labels = labels[None].to(drawing.device)  # (1, M)
        added = _pictures(edits.queries, side, threshold).to(drawing.device)
        self.queries = torch.cat([drawn.queries[0], added])[None]  # (1, Q, P)
        asked = np.concatenate([drawn.asked[0].cpu().numpy(), np.full(len(edits.queries), -1)])
        self.table = Table(
            number=settings.shown,
            supports=as_bytes(self.supports[0], side),
            labels=frozen(labels.numpy().astype(np.int32)),
            queries=as_bytes(self.queries[0], side),
            asked=frozen(asked.astype(np.int32)),
            names=names,
            edited=edits.any,
        )


def disturbed(rows: Rows, done: Sequence[Disturbance], seed: int) -> Rows:
    """Return the memory of one episode after rows of M were changed; keys stay where they are.

    A row has H numbers for paper and H for ink, then those of the second and the last layer. Its picture comes with it
    to another row, and stays when it is erased or filled with random numbers.
    """
    if not done:
        return rows
    parts = [rows.off[0], rows.on[0], rows.second[0].flatten(1), rows.third[0].flatten(1)]
    sizes, table, ink = [part.shape[1] for part in parts], torch.cat(parts, 1), rows.ink[0].clone()
    for one in done:
        disturb(table, one, seed)
        if one.how == "swap" or (one.how == "overwrite" and one.other >= 0):
            disturb(ink, one, seed)
    off, on, second, third = torch.split(table, sizes, 1)
    return replace(
        rows,
        ink=ink[None],
        off=off[None],
        on=on[None],
        second=second.view(rows.second.shape),
        third=third.view(rows.third.shape),
    )


def as_bytes(pictures: Tensor, side: int) -> Bytes:
    """Return pictures (n, P) of 0 and 1 as views show them, (n, S, S)."""
    return frozen((pictures.cpu().numpy() * 255).astype(np.uint8).reshape(-1, side, side))


def _pictures(texts: Sequence[str], side: int, threshold: float) -> Tensor:
    """Return black and white pictures (n, P) of hexadecimal texts."""
    return inked(pixels_of(texts, side), threshold).flatten(1)
