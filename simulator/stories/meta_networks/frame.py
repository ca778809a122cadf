"""Defines the frame of the Meta Networks story: one episode, the fast weights that are made of it, and the answers.

Axes: M supports, Q queries, N classes, S pixels along an edge, H units, T gradients that F reads, J pictures of each, C
patterns of which of these have ink at a pixel: theta+ of the first layer is alike where they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.frame import Bytes, Whole


@dataclass(frozen=True, kw_only=True)
class Table:
    """The episode on the table, as a person has left it; frames share one object until it is changed."""

    number: int  # of the held-out episode
    supports: Bytes  # (M, S, S) ink 255 on paper 0
    labels: Whole  # (M,) the classes they count as, 0 to N - 1
    queries: Bytes  # (Q, S, S)
    asked: Whole  # (Q,) their true classes; -1: a picture that a person added
    names: tuple[str, ...]  # (N,) of the classes
    edited: bool  # whether a person has changed it


@dataclass(frozen=True, kw_only=True)
class Embedding:
    """What F reads, and the fast weights theta+ of the embedding that it makes."""

    losses: Single  # (T,) in nats, by slow weights
    which: Whole  # (T, J) the supports that they are of
    gradients: Single  # (T, J, H) of a first-layer weight where the picture has ink
    slow: Single  # (H, H) theta of the second layer
    fast: Single  # (T, H, H) theta+ of the same after each gradient, as scaled by a person
    slow_pixels: Single  # (H, S, S) theta of the first layer
    fast_pixels: Single  # (T, C, H) theta+ of the same, scaled too
    patterns: Whole  # (S, S) the pattern of each pixel


@dataclass(frozen=True, kw_only=True)
class Memory:
    """The rows phi+ of the base learner's fast weights, one for each support, and their keys."""

    losses: Single  # (M,) in nats, by slow weights
    gradients: Single  # (M, H) of a first-layer weight where the support has ink
    off: Single  # (M, H) phi+ of the first layer where a row's picture has no ink
    on: Single  # (M, H) phi+ of the first layer where it has ink
    ink: Bytes  # (M, S, S) the picture of each row: that of the support, unless a person has moved it
    second: Single  # (M, H, H) phi+ of the second layer
    third: Single  # (M, H, N) phi+ of the third layer, the last one
    written: Single  # (2, M, H) `off` and `on` as they were written, before a person changed the memory
    written_second: Single  # (M, H, H) the same array as `second` where nothing was changed
    written_third: Single  # (M, H, N)
    keys: Single  # (M, H) R
    touched: tuple[int, ...]  # rows that a person has changed


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The answers to all queries, and how they came about."""

    keys: Single  # (Q, H) fast embeddings
    cosines: Single  # (Q, M)
    attention: Single  # (Q, M)
    probabilities: Mapping[str, Single]  # method -> (Q, N)
    predicted: Mapping[str, Whole]  # method -> (Q,)
    untouched: Single | None  # (Q, N) of all weights, memory as written and both scales 1; None: this is how it is


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What G makes of a gradient, the same for every weight."""

    gradients: Single  # (G,)
    made: Single  # (G,)


@dataclass(frozen=True, kw_only=True)
class Accuracy:
    """Shares of right answers on held-out episodes, as last measured."""

    step: int  # meta-step at which it was measured
    episodes: int
    mean: Mapping[str, float]  # by method, and that of the nearest neighbour on pixels
    half: Mapping[str, float]  # half the width of the 95 % interval


@dataclass(frozen=True, kw_only=True)
class MetaNetFrame(Frame):
    """One episode on the table, what F and G make of it, and what is answered."""

    episodes: int  # trained on so far
    table: Table
    query: int  # the one in question
    slow: Single  # (H, S, S) phi of the first layer
    slow_second: Single  # (H, H)
    slow_third: Single  # (H, N)
    embedding: Embedding
    memory: Memory
    reply: Reply
    rule: Rule
    temperature: float  # of the attention
    theta_scale: float
    phi_scale: float
    accuracy: Accuracy

    @override
    def ticks(self) -> int:
        """Return 1 + 2 T + M + 4: before, T gradients, F reads each, M rows, then key, attention, mixture, answer."""
        return 5 + 2 * len(self.embedding.losses) + len(self.table.labels)
