"""Defines the inner clock of the LSTM cell story: the time step, and the part of it, that a tick shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["start", "gates", "memory", "output"]
_PARTS: tuple[Part, ...] = ("gates", "memory", "output")  # of one time step, in this order


@dataclass(frozen=True)
class Tick:
    """One inner tick: a time step and a part of it."""

    part: Part
    step: int  # 0 at the start, then 1..T


def tick(inner: int) -> Tick:
    """Return what the inner tick 0..3T shows."""
    if inner == 0:
        return Tick("start", 0)
    step, part = divmod(inner - 1, len(_PARTS))
    return Tick(_PARTS[part], step + 1)
