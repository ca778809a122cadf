"""What can be seen of a Neural Turing Machine at one step of its training: its course on one held-out sequence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from simulator.engine.arrays import Single
from simulator.engine.frame import Frame
from simulator.engine.text import Message


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The sequence whose course is shown; the same object as long as it is. Axes: T time steps, X inputs, Y targets."""

    inputs: Single  # (T, X)
    targets: Single  # (T, Y) 0 or 1
    mask: NDArray[np.bool_]  # (T,) where the targets are asked for
    input_names: tuple[str, ...]  # X
    target_names: tuple[str, ...]  # Y
    optimum: float  # bits that nobody can do without; 0 where memory is enough


@dataclass(frozen=True, kw_only=True)
class HeadsCourse:
    """What the controller told the heads. Axes: H heads (W that write, then R that read), M width."""

    key: Single  # k, (T, H, M)
    strength: Single  # beta, (T, H)
    gate: Single  # g, (T, H)
    kernel: Single  # s, (T, H, 3), of the offsets -1, 0, 1
    sharpness: Single  # gamma, (T, H)
    erase: Single  # e, (T, W, M)
    add: Single  # a, (T, W, M)


@dataclass(frozen=True, kw_only=True)
class Disturbed:
    """What comes of a memory that a person changed before a time step."""

    before: int  # the time step, from 0, before which the memory was changed
    row: int  # the location that was changed
    how: str  # "erase", "overwrite" or "swap"
    other: int  # the location that it was swapped with; -1 otherwise
    outputs: Single  # (T, Y) probabilities; the same as undisturbed before that time step
    weighting: Single  # (T, H, N)
    memory: Single  # (T + 1 - before, N, M): as changed, then after each time step that follows


@dataclass(frozen=True, kw_only=True)
class Generalization:
    """Answers to sequences longer than those of the training. Axes: S sizes."""

    step: int  # when it was measured
    sizes: tuple[str, ...]  # S, such as "40"
    beyond: NDArray[np.bool_]  # (S,) whether no training sequence is so long
    ntm: Single  # (S,) percent of the bits that are wrong
    lstm: Single  # (S,)


@dataclass(frozen=True, kw_only=True)
class NtmFrame(Frame):
    """The machine's whole course on the shown sequence, beside the answers of the LSTM without memory.

    The memory after each time step follows from the initial one, the write heads' weightings, erase and add vectors;
    the four steps of addressing from what the heads were told: `lens` computes both.
    """

    sequences: int  # trained on so far
    shown: Shown
    outputs: Single  # (T, Y) the machine's probabilities of 1
    rival: Single  # (T, Y) the LSTM's
    bits: tuple[float, float]  # what the answers to the shown sequence cost the machine and the LSTM
    wrong: tuple[int, int]  # wrong bits of theirs
    initial_memory: Single  # M_0, (N, M)
    initial_weighting: Single  # w_0, (H, N)
    weighting: Single  # w, (T, H, N)
    heads: HeadsCourse
    reads: Single  # r, (T, R, M)
    disturbed: Disturbed | None
    generalization: Generalization | None
    best_step: int  # the step whose machine did best on the held-out sequences, and is kept
    notices: tuple[Message, ...]

    @override
    def ticks(self) -> int:
        """Return T + 1: before the first time step, and after each."""
        return len(self.outputs) + 1
