"""The inner clock of the landscapes story: what a method does at each tick of a meta-step, in words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.engine.text import Message

if TYPE_CHECKING:
    from simulator.stories.landscapes.frame import LandscapesFrame


@dataclass(frozen=True)
class Tick:
    """One inner tick: what happens in it, how many of the shown inner path's steps are done, and its sentence."""

    kind: Literal["start", "support", "query", "gradient", "update", "test"]
    inner: int  # 0..k
    caption: Message


def courses(frame: LandscapesFrame) -> Mapping[str, tuple[Tick, ...]]:
    """Return each method's ticks, all of the same number."""
    raise NotImplementedError
