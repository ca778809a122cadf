"""Defines recalling which item followed another one (Graves et al. 2014, section 4.3)."""

from __future__ import annotations

from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.sequences.contract import SequenceTask, Size, Sizes, bit_names, coins


@final
class AssociativeRecallTask(SequenceTask):
    """Shows items, each a delimiter and V random vectors, then one of them again; asks for the item after it.

    The query stands between two delimiters of its own channel, and is any item but the last: T = (V + 1) * items +
    (V + 2) + V. The paper trains on 2 to 6 items of 3 vectors of 6 bits and tries up to 20 items.

    Args:
        width: bits of a vector.
        vectors: V of an item.
        items: range of their number in training.
        dtype: of everything drawn.
        device: of the sequences; None: the CPU.

    Raises:
        UserError: as `SequenceTask`; `width` is not from 1 to 64, `vectors` not from 1 to 20; or items are below 2.
    """

    def __init__(
        self,
        width: int = 6,
        vectors: int = 3,
        items: tuple[int, int] = (2, 6),
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        names = bit_names(width)
        if not 1 <= vectors <= 20:
            raise refuse("vectors", say("must be from 1 to 20, not {got}", got=vectors))
        self._vectors = vectors
        sizes = (Size("items", *items, 100),)
        super().__init__((*names, "item delimiter", "query delimiter"), names, sizes, dtype, device)
        self._agree({"items": items[0]})

    @override
    def steps(self, sizes: Sizes) -> int:
        return (self._vectors + 1) * sizes["items"] + 2 * self._vectors + 2

    @override
    def answers(self, sizes: Sizes) -> int:
        return self._vectors

    @override
    def _make(self, batch: int, sizes: Sizes, generator: Generator) -> tuple[Tensor, Tensor]:
        count, long, width = sizes["items"], self._vectors, self.outputs
        items = coins(count, long, batch, width, generator=generator, dtype=self.dtype)  # (items, V, B, width)
        query = torch.randint(count - 1, (batch,), generator=generator)  # (B,)
        every = torch.arange(batch)
        shown = items.new_zeros(count, long + 1, batch, self.inputs)
        shown[:, 0, :, width] = 1
        shown[:, 1:, :, :width] = items
        asked = items.new_zeros(long + 2, batch, self.inputs)
        asked[[0, -1], :, width + 1] = 1
        asked[1:-1, :, :width] = items[query, :, every].transpose(0, 1)  # (V, B, width)
        return torch.cat([shown.flatten(0, 1), asked]), items[query + 1, :, every].transpose(0, 1)

    @override
    def _agree(self, sizes: Sizes) -> None:
        if sizes["items"] < 2:
            raise refuse("items", say("must be at least 2, so that one follows another, not {got}", got=sizes["items"]))
