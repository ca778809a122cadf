"""Computes the memory and the four steps of addressing from a frame, in plain numpy.

The same equations as in `simulator/learners/ntm/addressing.py`, against which they are tested; they need no torch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.stories.ntm.frame import NtmFrame

Array = NDArray[np.float64]
SMALL, TINY = 1e-8, 1e-16
ALIKE = 0.4  # share of the weight from which content and the place before both count
MOST = 0.5  # of the weight: a head with more of it on one row has a place
SPREAD = 0.1  # of the weight: a head with less of it on every row has no place at all


@dataclass(frozen=True)
class HeadParameters:
    """The parameters of one head at one time step; a person may replace them."""

    key: Array  # k, (M,)
    strength: float  # beta
    gate: float  # g
    kernel: Array  # s, (3,)
    sharpness: float  # gamma


@dataclass(frozen=True)
class Addressing:
    """The four steps of addressing, (N,) each."""

    similarity: Array  # K[k, M(i)]
    content: Array  # w^c
    interpolated: Array  # w^g
    shifted: Array  # w~
    weighting: Array  # w


def memories(frame: NtmFrame) -> Array:
    """Return the memory before the first time step and after each, (T + 1, N, M)."""
    writers = frame.heads.erase.shape[1]
    weighting = frame.weighting[:, :writers].astype(np.float64)  # (T, W, N)
    erase, add = frame.heads.erase.astype(np.float64), frame.heads.add.astype(np.float64)  # (T, W, M)
    kept = np.prod(1 - weighting[..., None] * erase[:, :, None], axis=1)  # (T, N, M)
    added = weighting.transpose(0, 2, 1) @ add  # (T, N, M)
    found = np.empty((len(added) + 1, *added.shape[1:]))
    found[0] = frame.initial_memory
    for t in range(len(added)):
        np.multiply(found[t], kept[t], out=found[t + 1])
        found[t + 1] += added[t]
    return found


def told(frame: NtmFrame, step: int, head: int) -> HeadParameters:
    """Return the parameters of a head at time step `step`, from 0."""
    heads = frame.heads
    return HeadParameters(
        heads.key[step, head].astype(np.float64),
        float(heads.strength[step, head]),
        float(heads.gate[step, head]),
        heads.kernel[step, head].astype(np.float64),
        float(heads.sharpness[step, head]),
    )


def before(frame: NtmFrame, step: int, head: int) -> Array:
    """Return the head's weighting at the previous time step, (N,)."""
    found: Array = (frame.weighting[step - 1, head] if step else frame.initial_weighting[head]).astype(np.float64)
    return found


def address(told: HeadParameters, memory: Array, before: Array) -> Addressing:
    """Return the addressing by these parameters over a memory (N, M), from the previous weighting (N,)."""
    lengths = np.linalg.norm(memory, axis=1) * np.linalg.norm(told.key) + SMALL  # (N,)
    similarity: Array = memory @ told.key / lengths
    content = _softmax(told.strength * similarity)
    interpolated: Array = told.gate * content + (1 - told.gate) * before
    shifted = np.zeros_like(interpolated)
    for offset, share in zip((-1, 0, 1), told.kernel.tolist(), strict=True):
        shifted += share * np.roll(interpolated, offset)
    return Addressing(similarity, content, interpolated, shifted, _softmax(told.sharpness * np.log(shifted + TINY)))


def causes(told: HeadParameters, content: Array, before: Array, row: int) -> tuple[float, float, int]:
    """Return what gave a row its weight before sharpening, which keeps the order of rows.

    Returns:
        the part from content, g s * w^c; that from the place before, (1 - g) s * w; and the shift that brought most.
    """
    offsets = np.array([-1, 0, 1])
    sources = (row - offsets) % len(content)
    by_content = told.gate * told.kernel * content[sources]  # (3,)
    by_place = (1 - told.gate) * told.kernel * before[sources]
    largest = int((by_content + by_place).argmax())
    return float(by_content.sum()), float(by_place.sum()), int(offsets[largest])


@dataclass(frozen=True)
class Decision:
    """What decided where a head goes: the row of the largest weight, and where that weight came from."""

    row: int
    by_content: float  # share of the row's weight before sharpening that came from content; the rest, from the place
    offset: int  # the shift that brought most of it
    step: str  # the field of `Addressing` that decided, "content", "interpolated", "shifted" or "weighting"; "": none

    @property
    def alike(self) -> bool:
        """Whether content and the place before both count."""
        return ALIKE <= self.by_content <= 1 - ALIKE


def decided(told: HeadParameters, found: Addressing, before: Array) -> Decision:
    """Return what decided where a head goes, by the numbers of its addressing.

    Content decides where most of the weight comes from it. Where most comes from the place before, the shift decides,
    or, without one, the gate that holds the place. Where both count, the gate between them decides. Whatever it is:
    where a row has more than half of the weight only after sharpening, that decides. None of them does where the
    weight is spread over the memory.
    """
    row = int(found.weighting.argmax())
    content, place, offset = causes(told, found.content, before, row)
    by_content = content / max(content + place, TINY)
    if is_spread(found.weighting):
        step = ""
    elif found.shifted[row] <= MOST < found.weighting[row]:
        step = "weighting"
    elif by_content > 1 - ALIKE:
        step = "content"
    else:
        step = "shifted" if by_content < ALIKE and offset else "interpolated"
    return Decision(row, by_content, offset, step)


def is_spread(weighting: Array) -> bool:
    """Return whether a weighting (N,) has no place: no row has much, or two rows' even share in a small memory."""
    return bool(weighting.max() < min(MOST, max(SPREAD, 2 / len(weighting))))


def _softmax(values: Array) -> Array:
    powers = np.exp(values - values.max())
    return np.asarray(powers / powers.sum(), dtype=np.float64)
