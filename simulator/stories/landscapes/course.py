"""Defines the inner clock of the landscapes story: what a method does at each tick of a meta-step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from metascope.simulator.stories.landscapes.frame import LandscapesFrame


@dataclass(frozen=True)
class Tick:
    """One inner tick: what happens, and how many steps of the shown inner path are done."""

    kind: Literal["start", "support", "query", "gradient", "update", "test"]
    inner: int  # 0..k


def course(frame: LandscapesFrame, method: str) -> tuple[Tick, ...]:
    """Return the k + 4 ticks of a method."""
    k = len(frame.theta) - 1
    return _measuring(k) if method == "pretraining" else _adapting(k)


@cache
def _adapting(k: int) -> tuple[Tick, ...]:
    """Return the ticks of MAML, FOMAML and Reptile: adapt first, then move the start."""
    steps = (Tick("support", j) for j in range(1, k + 1))
    return (Tick("start", 0), *steps, Tick("query", k), Tick("gradient", k), Tick("update", k))


@cache
def _measuring(k: int) -> tuple[Tick, ...]:
    """Return the ticks of pre-training: move the start by its own loss; adaptation is only measured."""
    steps = (Tick("test", j) for j in range(1, k + 1))
    return (Tick("start", 0), Tick("query", 0), Tick("gradient", 0), Tick("update", 0), *steps)
