"""Defines copying a sequence of random vectors, once or several times (Graves et al. 2014, sections 4.1, 4.2)."""

from __future__ import annotations

import math
from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.tasks.sequences.contract import SequenceTask, Size, Sizes, bit_names, coins

Range = tuple[int, int]  # least and most, both included


@final
class CopyTask(SequenceTask):
    """L random vectors and a delimiter are shown; then, with no more input, the vectors are asked for again.

    T = 2L + 1. The paper trains on L ~ U{1..20} and tries 10, 20, 30, 50 and 120.

    Args:
        width: bits of a vector.
        length: range of L in training.
        dtype: of everything drawn.
        device: of the sequences; None: the CPU.

    Raises:
        UserError: as `SequenceTask`, or `width` is not from 1 to 64.
    """

    def __init__(
        self,
        width: int = 8,
        length: Range = (1, 20),
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        names = bit_names(width)
        super().__init__((*names, "delimiter"), names, (Size("length", *length, 500),), dtype, device)

    @override
    def steps(self, sizes: Sizes) -> int:
        return 2 * sizes["length"] + 1

    @override
    def answers(self, sizes: Sizes) -> int:
        return sizes["length"]

    @override
    def _make(self, batch: int, sizes: Sizes, generator: Generator) -> tuple[Tensor, Tensor]:
        length, width = sizes["length"], self.outputs
        vectors = coins(length, batch, width, generator=generator, dtype=self.dtype)  # (L, B, width)
        inputs = vectors.new_zeros(length + 1, batch, self.inputs)
        inputs[:length, :, :width] = vectors
        inputs[length, :, width] = 1
        return inputs, vectors


@final
class RepeatCopyTask(SequenceTask):
    """L random vectors are shown, then in one time step a delimiter and a count R; R copies and an end marker follow.

    T = L + 1 + RL + 1. The count has a channel of its own, in which it has mean 0 and variance 1 over training. The
    paper trains on L, R ~ U{1..10} and tries 20 copies of 10 vectors and 10 copies of 20.

    Args:
        width: bits of a vector.
        length: range of L in training.
        repeats: range of R in training.
        dtype: of everything drawn.
        device: of the sequences; None: the CPU.

    Raises:
        UserError: as `SequenceTask`, or `width` is not from 1 to 64.
    """

    def __init__(
        self,
        width: int = 8,
        length: Range = (1, 10),
        repeats: Range = (1, 10),
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        names = bit_names(width)
        sizes = (Size("length", *length, 100), Size("repeats", *repeats, 100))
        super().__init__((*names, "delimiter", "repeats"), (*names, "end"), sizes, dtype, device)

    @override
    def steps(self, sizes: Sizes) -> int:
        return sizes["length"] + 1 + self.answers(sizes)

    @override
    def answers(self, sizes: Sizes) -> int:
        return sizes["length"] * sizes["repeats"] + 1

    def normalized(self, repeats: float) -> float:
        """Return a count as the network sees it: (R - mean) / standard deviation over training."""
        _, size = self.sizes
        deviation = math.sqrt(((size.most - size.least + 1) ** 2 - 1) / 12) or 1.0
        return (repeats - (size.least + size.most) / 2) / deviation

    @override
    def _make(self, batch: int, sizes: Sizes, generator: Generator) -> tuple[Tensor, Tensor]:
        length, width = sizes["length"], self.outputs - 1
        vectors = coins(length, batch, width, generator=generator, dtype=self.dtype)  # (L, B, width)
        inputs = vectors.new_zeros(length + 1, batch, self.inputs)
        inputs[:length, :, :width] = vectors
        inputs[length, :, width] = 1
        inputs[length, :, width + 1] = self.normalized(sizes["repeats"])
        answers = vectors.new_zeros(self.answers(sizes), batch, self.outputs)  # (RL + 1, B, width + 1)
        answers[:-1, :, :width] = vectors.repeat(sizes["repeats"], 1, 1)
        answers[-1, :, width] = 1
        return inputs, answers
