"""One tick of the outer clock, holding the whole inner course of what it shows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.engine.text import Message


@dataclass(frozen=True, kw_only=True)
class Frame(ABC):
    """What can be drawn of one meta-step: plain numbers and read-only numpy arrays, never a live model.

    A story's frame adds its arrays, inner axis first, their shapes in comments. Arrays that did not change
    since the last frame are the same objects, so that a view redraws only what is new (`array is last`)
    and a recording counts them once.
    """

    step: int  # meta-steps done when this was seen; 0 is the start
    metrics: Mapping[str, float]  # "<method>.<quantity>" -> value; a quantity not measured at this step is absent

    @abstractmethod
    def captions(self, method: str) -> tuple[Message, ...]:
        """Return one sentence per inner tick, with its real numbers, as `method` goes through this meta-step.

        Every method of a frame has the same number of ticks.
        """

    @abstractmethod
    def ticks(self) -> int:
        """Return the number of inner ticks, at least 1."""
