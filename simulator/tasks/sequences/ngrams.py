"""Defines predicting bits from the preceding bits: dynamic n-grams (Graves et al. 2014, section 4.4)."""

from __future__ import annotations

import math
from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.sequences.contract import Sequences, SequenceTask, Size, Sizes, coins


@final
class NGramsTask(SequenceTask):
    """Each bit must be predicted from the preceding ones; its probability depends on the last `context` bits.

    Each sequence has a table of its own: for every context the probability of a 1, drawn from Beta(1/2, 1/2). Its first
    `context` bits are coins and are not asked for. The paper has 6-grams, 5 bits of context, and sequences of 200 bits:
    195 of them are predicted (counting all 200 adds a bit for each of the first 5).

    T = length - 1: the last bit is only a target.

    Args:
        context: bits on which the next one depends.
        length: range of a sequence's bits in training.
        dtype: of everything drawn.
        device: of the sequences; None: the CPU.

    Raises:
        UserError: as `SequenceTask`; `context` is not from 1 to 10; or a sequence is no longer than it.
    """

    def __init__(
        self,
        context: int = 5,
        length: tuple[int, int] = (200, 200),
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        if not 1 <= context <= 10:
            raise refuse("context", say("must be from 1 to 10, not {got}", got=context))
        self.context = context
        super().__init__(("bit",), ("next bit",), (Size("length", *length, 2000),), dtype, device)
        self._agree({"length": length[0]})

    @override
    def steps(self, sizes: Sizes) -> int:
        return sizes["length"] - 1

    @override
    def answers(self, sizes: Sizes) -> int:
        """Return how many bits have a complete context before them."""
        return sizes["length"] - self.context

    @override
    def optimum(self, sequences: Sequences) -> Tensor:
        """Return the cost of the best predictor that does not know the tables, (B,) in bits."""
        drawn = torch.cat([sequences.inputs[..., 0], sequences.targets[-1:, :, 0]])  # (length, B)
        one = optimal(drawn, self.context)  # (length - context, B)
        return -torch.where(drawn[self.context :] > 0.5, one, 1 - one).log2().sum(0)

    @override
    def _make(self, batch: int, sizes: Sizes, generator: Generator) -> tuple[Tensor, Tensor]:
        length = sizes["length"]
        tables = probabilities(batch, self.context, generator)  # (B, 2 ** context)
        chance = torch.rand(length, batch, generator=generator)
        drawn = torch.empty(length, batch, dtype=torch.long)
        drawn[: self.context] = coins(self.context, batch, generator=generator, dtype=torch.long)
        context = contexts(drawn[: self.context + 1], self.context)[0]  # (B,)
        for t in range(self.context, length):
            drawn[t] = chance[t] < tables.gather(1, context.unsqueeze(-1)).squeeze(-1)
            context = (2 * context + drawn[t]) % tables.shape[1]
        values = drawn.unsqueeze(-1).to(self.dtype)  # (length, B, 1)
        return values[:-1], values[self.context :]

    @override
    def _agree(self, sizes: Sizes) -> None:
        if sizes["length"] <= self.context:
            sentence = "must be more than the {context} bits of a context, not {got}"
            raise refuse("length", say(sentence, context=self.context, got=sizes["length"]))


def probabilities(batch: int, context: int, generator: Generator) -> Tensor:
    """Return the probability of a 1 after each context, (B, 2 ** context), drawn from Beta(1/2, 1/2).

    That is the arcsine law: sin²(pi u / 2) with u ~ U[0, 1].
    """
    return (torch.rand(batch, 2**context, generator=generator) * (math.pi / 2)).sin_().square_()


def contexts(drawn: Tensor, context: int) -> Tensor:
    """Return the number of the context before each bit (N, B) that has one, (N - context, B); oldest bit first."""
    places = 2 ** torch.arange(context - 1, -1, -1, device=drawn.device)  # (context,)
    return (drawn.long()[:-1].unfold(0, context, 1) * places).sum(-1)  # a GPU has no product of whole numbers


def optimal(drawn: Tensor, context: int) -> Tensor:
    """Return the best predictor's probability of a 1 for each bit of `drawn` (N, B) that has a context.

    (N1 + 1/2) / (N1 + N0 + 1), where N1 and N0 count the ones and zeros that have followed the same context so far
    (section 4.4; Krichevsky and Trofimov 1981).

    Returns:
        (N - context, B), float64.
    """
    which = contexts(drawn, context)  # (N - context, B)
    ones = drawn[context:].to(torch.float64)
    counts = ones.new_zeros(2, drawn.shape[1], 2**context)  # of ones, and of all
    says = torch.empty_like(ones)
    for t in range(len(ones)):
        at = which[t].expand(2, -1).unsqueeze(-1)  # (2, B, 1)
        of_ones, of_all = counts.gather(-1, at).squeeze(-1)
        torch.div(of_ones + 0.5, of_all + 1, out=says[t])
        counts.scatter_add_(-1, at, torch.stack([ones[t], torch.ones_like(ones[t])]).unsqueeze(-1))
    return says
