"""Defines the frame of the memory-augmented network story: what the network does on one held-out episode."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message

Whole = NDArray[np.int32]


@dataclass(frozen=True, kw_only=True)
class Episode:
    """The shown episode; frames share one object. Axes: T time steps, S side, C classes."""

    pictures: NDArray[np.uint8]  # (T, S, S) white (255) on black (0), turned as the network sees them
    labels: Whole  # (T,) 0 to C - 1; the network sees each label at the next time step
    instances: Whole  # (T,) 1 where a class is seen for the first time, then 2 and so on
    names: tuple[str, ...]  # (C,) of the characters, such as "Greek/character01", by label


@dataclass(frozen=True, kw_only=True)
class Heads:
    """The heads' keys, gates and weights. Axes: T time steps, H heads, N rows, M width."""

    key: Single  # k, (T, H, M)
    add: Single  # a, what was written, (T, H, M)
    gate: Single  # sigma(alpha): 1 writes to the rows read before, 0 to a least used row, (T, H)
    least_used: Whole  # (T, H) the least used rows before the time step; the first one is erased
    write_weights: Single  # w^w, (T, H, N)
    read_weights: Single  # w^r, (T, H, N)
    usage: Single  # w^u, (T, N) after each time step


@dataclass(frozen=True, kw_only=True)
class Disturbed:
    """The result of a memory that a person changed before a time step."""

    before: int  # the time step, from 0, before which the memory was changed
    row: int  # the location that was changed
    how: str  # "erase", "overwrite" or "swap"
    other: int  # the location that it was swapped with, or overwritten from; -1: none
    answers: Single  # (T, C) probabilities; the same as undisturbed before that time step
    read_weights: Single  # (T, H, N)
    memory: Single  # (T + 1 - before, N, M): as changed, then after each time step that follows


@dataclass(frozen=True, kw_only=True)
class Accuracy:
    """Shares of correct answers on held-out episodes. Axis: K instances of a class."""

    step: int  # when it was measured
    episodes: int  # how many
    judged_on: str  # "validation" or "test": which characters
    mann: Single  # (K,) 0 to 1
    lstm: Single  # (K,)
    ceiling: float  # for first instances: a perfect memory guesses among the labels not yet seen; for others 1
    mann_half: Single | None = None  # (K,) half the width of the 95 % interval; None in a session of an earlier version
    lstm_half: Single | None = None  # (K,)


@dataclass(frozen=True, kw_only=True)
class MannFrame(Frame):
    """What the network does on the shown episode, and the answers of the LSTM without memory.

    `lens` computes, from the heads, the memory after each time step and the share of each reading that comes from each
    writing.
    """

    episodes: int  # trained on so far
    shown: Episode
    answers: Single  # (T, C) the network's probabilities of the labels
    rival: Single  # (T, C) the LSTM's
    cost: tuple[float, float]  # mean cross-entropy of the shown episode, in nats, of the network and the LSTM
    right: tuple[int, int]  # correct answers out of T
    heads: Heads
    disturbed: Disturbed | None
    accuracy: Accuracy | None  # as last measured
    best_step: int  # the meta-step of the network that did best on the validation characters, which is kept
    notices: tuple[Message, ...]

    @override
    def ticks(self) -> int:
        """Return T + 1: before the first time step, and after each."""
        return len(self.answers) + 1
