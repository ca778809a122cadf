"""What can be seen of a memory-augmented network at one step of its training: its course on one held-out episode."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from simulator.engine.arrays import Single
from simulator.engine.frame import Frame
from simulator.engine.text import Message

Whole = NDArray[np.int32]


@dataclass(frozen=True, kw_only=True)
class Episode:
    """The episode whose course is shown; the same object as long as it is. Axes: T time steps, S side, C classes."""

    pictures: NDArray[np.uint8]  # (T, S, S) white (255) on black (0), turned as the network sees them
    labels: Whole  # (T,) 0 to C - 1; the network is told each at the next time step
    instances: Whole  # (T,) 1 where a class is seen for the first time, then 2 and so on
    names: tuple[str, ...]  # (C,) of the characters, such as "Greek/character01", by label


@dataclass(frozen=True, kw_only=True)
class Heads:
    """What the heads did. Axes: T time steps, H heads, N rows, M width."""

    key: Single  # k, (T, H, M)
    add: Single  # a, what was written, (T, H, M)
    gate: Single  # sigma(alpha): 1 writes to what was read before, 0 to a row least used, (T, H)
    least_used: Whole  # (T, H) the rows least used before the time step, the least first: it is erased
    write_weights: Single  # w^w, (T, H, N)
    read_weights: Single  # w^r, (T, H, N)
    usage: Single  # w^u, (T, N) after each time step


@dataclass(frozen=True, kw_only=True)
class Disturbed:
    """What comes of a memory that a person changed before a time step."""

    before: int  # the time step, from 0, before which the memory was changed
    row: int  # the location that was changed
    how: str  # "erase", "overwrite" or "swap"
    other: int  # the location that it was swapped with, or overwritten by; -1: none
    answers: Single  # (T, C) probabilities; the same as undisturbed before that time step
    read_weights: Single  # (T, H, N)
    memory: Single  # (T + 1 - before, N, M): as changed, then after each time step that follows


@dataclass(frozen=True, kw_only=True)
class Accuracy:
    """Shares of right answers on held-out episodes. Axis: K instances of a class."""

    step: int  # when it was measured
    episodes: int  # how many
    judged_on: str  # "validation" or "test": which characters
    mann: Single  # (K,) 0 to 1
    lstm: Single  # (K,)
    ceiling: float  # of the first instance: a perfect memory guesses among the labels not yet told; of the others 1


@dataclass(frozen=True, kw_only=True)
class MannFrame(Frame):
    """The network's whole course on the shown episode, beside the answers of the LSTM without memory.

    The memory after each time step, and what of earlier writings each reading holds, follow from the heads: `lens`
    computes both.
    """

    episodes: int  # trained on so far
    shown: Episode
    answers: Single  # (T, C) the network's probabilities of the labels
    rival: Single  # (T, C) the LSTM's
    cost: tuple[float, float]  # mean cross-entropy of the shown episode, in nats, of the network and the LSTM
    right: tuple[int, int]  # right answers of T
    heads: Heads
    disturbed: Disturbed | None
    accuracy: Accuracy | None  # as last measured
    best_step: int  # the step whose network did best on the validation characters, and is kept
    notices: tuple[Message, ...]

    @override
    def ticks(self) -> int:
        """Return T + 1: before the first time step, and after each."""
        return len(self.answers) + 1
