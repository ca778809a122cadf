"""Defines sorting vectors by their priorities (Graves et al. 2014, section 4.5)."""

from __future__ import annotations

from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.sequences.contract import SequenceTask, Size, Sizes, bit_names, coins


@final
class PrioritySortTask(SequenceTask):
    """Shows random vectors, each with a priority from U[-1, 1]; asks for those with the highest ones, in order.

    T = vectors + highest; the highest priority comes first. The paper shows 20 vectors and asks for 16.

    Args:
        width: bits of a vector.
        vectors: range of how many are shown in training.
        highest: range of how many are asked for in training.
        dtype: of everything drawn.
        device: of the sequences; None: the CPU.

    Raises:
        UserError: as `SequenceTask`; `width` is not from 1 to 64; or more could be asked for than are shown.
    """

    def __init__(
        self,
        width: int = 8,
        vectors: tuple[int, int] = (20, 20),
        highest: tuple[int, int] = (16, 16),
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        names = bit_names(width)
        sizes = (Size("vectors", *vectors, 200), Size("highest", *highest, 200))
        super().__init__((*names, "priority"), names, sizes, dtype, device)
        self._agree({"vectors": vectors[0], "highest": highest[1]})

    @override
    def steps(self, sizes: Sizes) -> int:
        return sizes["vectors"] + sizes["highest"]

    @override
    def answers(self, sizes: Sizes) -> int:
        return sizes["highest"]

    @override
    def _make(self, batch: int, sizes: Sizes, generator: Generator) -> tuple[Tensor, Tensor]:
        vectors = coins(sizes["vectors"], batch, self.outputs, generator=generator, dtype=self.dtype)  # (V, B, width)
        priority = torch.rand(vectors.shape[:2], generator=generator, dtype=self.dtype) * 2 - 1  # (V, B)
        order = priority.argsort(0, descending=True)[: sizes["highest"]]  # (highest, B)
        return torch.cat([vectors, priority.unsqueeze(-1)], -1), vectors[order, torch.arange(batch)]

    @override
    def _agree(self, sizes: Sizes) -> None:
        if sizes["highest"] > sizes["vectors"]:
            sentence = "must be at most {vectors}, the number of vectors, not {got}"
            raise refuse("highest", say(sentence, vectors=sizes["vectors"], got=sizes["highest"]))
