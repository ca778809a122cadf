"""Defines the frame of the Neural Turing Machine story: what the machine does on one held-out sequence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The shown sequence; frames share one object. Axes: T time steps, X inputs, Y targets."""

    inputs: Single  # (T, X)
    targets: Single  # (T, Y) 0 or 1
    mask: NDArray[np.bool_]  # (T,) where the targets are asked for
    input_names: tuple[str, ...]  # X
    target_names: tuple[str, ...]  # Y
    optimum: float  # the least possible cost in bits; 0 where memory is enough


@dataclass(frozen=True, kw_only=True)
class HeadsCourse:
    """The parameters that the controller gave the heads. Axes: H heads (W write heads, then R read heads), M width."""

    key: Single  # k, (T, H, M)
    strength: Single  # beta, (T, H)
    gate: Single  # g, (T, H)
    kernel: Single  # s, (T, H, 3), of the offsets -1, 0, 1
    sharpness: Single  # gamma, (T, H)
    erase: Single  # e, (T, W, M)
    add: Single  # a, (T, W, M)


@dataclass(frozen=True, kw_only=True)
class Disturbed:
    """The result of a memory that a person changed before a time step."""

    before: int  # the time step, from 0, before which the memory was changed
    row: int  # the location that was changed
    how: str  # "erase", "overwrite" or "swap"
    other: int  # the location that it was swapped with; -1 otherwise
    outputs: Single  # (T, Y) probabilities; the same as undisturbed before that time step
    weighting: Single  # (T, H, N)
    memory: Single  # (T + 1 - before, N, M): as changed, then after each time step that follows


@dataclass(frozen=True, kw_only=True)
class Generalization:
    """Answers to sequences longer than the training sequences. Axis: S sizes."""

    step: int  # when it was measured
    sizes: tuple[str, ...]  # S, such as "40"
    beyond: NDArray[np.bool_]  # (S,) whether it is longer than every training sequence
    ntm: Single  # (S,) percentage of wrong bits
    lstm: Single  # (S,)


@dataclass(frozen=True, kw_only=True)
class NtmFrame(Frame):
    """What the machine does on the shown sequence, and the answers of the LSTM without memory.

    `lens` computes the memory after each time step from the initial one and the write heads' weightings, erase and add
    vectors, and the four steps of addressing from the heads' parameters.
    """

    sequences: int  # trained on so far
    shown: Shown
    outputs: Single  # (T, Y) the machine's probabilities of 1
    rival: Single  # (T, Y) the LSTM's
    bits: tuple[float, float]  # cost of the answers to the shown sequence, of the machine and the LSTM
    wrong: tuple[int, int]  # wrong bits of the machine and the LSTM
    initial_memory: Single  # M_0, (N, M)
    initial_weighting: Single  # w_0, (H, N)
    weighting: Single  # w, (T, H, N)
    heads: HeadsCourse
    reads: Single  # r, (T, R, M)
    disturbed: Disturbed | None
    generalization: Generalization | None
    best_step: int  # the meta-step of the machine that did best on the held-out sequences, which is kept
    notices: tuple[Message, ...]

    @override
    def ticks(self) -> int:
        """Return T + 1: before the first time step, and after each."""
        return len(self.outputs) + 1
