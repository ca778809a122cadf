"""Implements Matching Networks with full context embeddings: each picture is embedded again, given all supports.

Vinyals et al. (2016), section 2.1 and appendix A, in the form of the program of Hariharan and Girshick (2017): a
bidirectional LSTM over the supports adds its outputs to their features, g = g' + forward + backward, and an attention
LSTM reads from them: h = f at first, then so many times r = softmax(h g) g, h = LSTM([f, r]) + f. Unlike there,
the last comparison is the cosine, with both sides normalized, times a learned temperature or not: features in context
may be negative, so that cosines are from -1 to 1. **The order of the supports matters.**
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding import fast
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Weights
from metascope.simulator.learners.metric.answer import Cost
from metascope.simulator.learners.metric.distances import cosines, starting_temperature, temperature
from metascope.simulator.learners.metric.grouping import log_sums
from metascope.simulator.learners.metric.learner import Learner, Mode
from metascope.simulator.learners.metric.matching import MatchingAnswer

_FORWARD, _BACKWARD, _READ = "forward", "backward", "read"
_PARTS = ("input", "state", "input_bias", "state_bias")


@dataclass(frozen=True)
class ContextAnswer(MatchingAnswer):
    """An answer by attention after context; `supports` and `queries` are the embeddings in context. T read steps."""

    alone: Tensor  # (..., M, E) the supports' features before the context
    reads: Tensor  # (T, ..., Q, M) attention of each read step
    states: Tensor  # (T + 1, ..., Q, E) h, first the queries' own features


@final
class Context(Learner[ContextAnswer]):
    """Attends to the supports in context.

    The weights are those of LSTM cells as torch has them, rows for the gates i, f, g, o: of "forward" and "backward"
    over the supports, and of "read" with inputs [f, r], "input" (4E, E or 2E), "state" (4E, E) and two biases (4E,).

    Args:
        blocks: the sizes of the embedding.
        steps: T, how often is read.
        tempered: multiply cosines by a temperature that is learned ("log_temperature", from log 10), or by 1.
        embed: what embeds.
    """

    ordered: ClassVar[bool] = True

    def __init__(self, blocks: Blocks, steps: int = 5, tempered: bool = True, embed: Embed = fast.embed) -> None:
        super().__init__(blocks, embed)
        self.steps, self.tempered = steps, tempered

    @override
    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        """Return initial weights; those of the LSTMs are uniform within 1 / sqrt E, as torch's."""
        weights = super().initial(generator, dtype)
        if self.tempered:
            weights |= starting_temperature(dtype)
        e = self.blocks.features
        widest = 1 / math.sqrt(e)
        for name, inputs in ((_FORWARD, e), (_BACKWARD, e), (_READ, 2 * e)):
            for part, shape in zip(_PARTS, ((4 * e, inputs), (4 * e, e), (4 * e,), (4 * e,)), strict=True):
                uniform = torch.rand(shape, generator=generator, dtype=dtype)
                weights[f"{name}.{part}"] = uniform.mul_(2 * widest).sub_(widest)
        return weights

    @override
    def compare(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> ContextAnswer:
        known = _in_context(weights, supports)
        reads, states = _read(weights, known, queries, self.steps)
        alike = cosines(states[-1], known)
        scores = temperature(weights) * alike if self.tempered else alike
        return ContextAnswer(
            known,
            labels,
            states[-1],
            log_sums(scores, labels, ways),
            cosines=alike,
            attention=scores.softmax(-1),
            alone=supports,
            reads=torch.stack(reads),
            states=torch.stack(states),
        )

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        """Count features alone, which the next support's context needs, and in context; all read steps per query."""
        e, supports = self.blocks.features, ways * shots
        step = 12 * e**2 + 2 * supports * e  # the LSTM's (4E, 3E), then attention: compare and gather
        return Cost(2 * supports * e, self.blocks.multiply_adds, self.steps * step + supports * e)


def _cell(
    weights: Mapping[str, Tensor], name: str, inputs: Tensor, state: Tensor, cell: Tensor
) -> tuple[Tensor, Tensor]:
    """Return h and c of one step of an LSTM cell; rows are along the leading axes."""
    given = inputs @ weights[f"{name}.input"].T + weights[f"{name}.input_bias"]
    gates = given + state @ weights[f"{name}.state"].T + weights[f"{name}.state_bias"]
    i, f, g, o = gates.chunk(4, -1)
    cell = f.sigmoid() * cell + i.sigmoid() * g.tanh()
    return o.sigmoid() * cell.tanh(), cell


def _in_context(weights: Mapping[str, Tensor], supports: Tensor) -> Tensor:
    """Return g (..., M, E) of features g' (..., M, E)."""
    if not supports.shape[-2]:
        return supports
    flat = supports.reshape(-1, *supports.shape[-2:])
    nothing = flat.new_zeros(2, flat.shape[0], flat.shape[-1])
    lstm = [weights[f"{name}.{part}"] for name in (_FORWARD, _BACKWARD) for part in _PARTS]
    train = flat.device.type == "cuda"  # cuDNN can only differentiate runs in training mode
    out, _, _ = torch.lstm(flat, (nothing, nothing), lstm, True, 1, 0.0, train, True, True)  # (B, M, 2E)
    forward, backward = out.view(*supports.shape[:-1], -1).chunk(2, -1)
    return supports + forward + backward


def _read(
    weights: Mapping[str, Tensor], known: Tensor, queries: Tensor, steps: int
) -> tuple[list[Tensor], list[Tensor]]:
    """Return the attention of each step, and the states h before the first and after each step."""
    reads, states, cell = list[Tensor](), [queries], torch.zeros_like(queries)
    for _ in range(steps):
        attention = (states[-1] @ known.mT).softmax(-1)
        inputs = torch.cat([queries, attention @ known], -1)
        state, cell = _cell(weights, _READ, inputs, states[-1], cell)
        reads.append(attention)
        states.append(state + queries)
    return reads, states
