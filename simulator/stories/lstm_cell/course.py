"""The inner clock of the story of the LSTM cell: which time step, and what part of it, a tick is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["start", "gates", "memory", "output"]
_PARTS: tuple[Part, ...] = ("gates", "memory", "output")  # of one time step, in this order


@dataclass(frozen=True)
class Tick:
    """One inner tick: which time step, and what part of it."""

    part: Part
    step: int  # 0 at the start, then 1..T


def tick(inner: int) -> Tick:
    """Return what the inner tick 0..3T is about."""
    if inner == 0:
        return Tick("start", 0)
    step, part = divmod(inner - 1, len(_PARTS))
    return Tick(_PARTS[part], step + 1)
