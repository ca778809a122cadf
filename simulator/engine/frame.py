"""One tick of the outer clock, holding the whole inner course of what it shows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import final, overload

from simulator.engine.text import Message


@dataclass(frozen=True, kw_only=True)
class Frame(ABC):
    """What can be drawn of one meta-step: plain numbers and read-only numpy arrays, never a live model.

    A story's frame adds its arrays, inner axis first, their shapes in comments. Arrays that did not change
    since the last frame are the same objects, so that a view redraws only what is new (`array is last`)
    and a recording counts them once.
    """

    step: int  # meta-steps done when this was seen; 0 is the start
    # "<method>.<quantity>" -> value; a quantity not measured at this step is absent. What begins with "_" is for
    # pictures alone and listed nowhere.
    metrics: Mapping[str, float]

    @abstractmethod
    def captions(self, method: str) -> Sequence[Message]:
        """Return one sentence per inner tick, with its real numbers, as `method` goes through this meta-step.

        Every method of a frame has the same number of ticks. A story with many ticks returns `Captions`.
        """

    @abstractmethod
    def ticks(self) -> int:
        """Return the number of inner ticks, at least 1."""


@final
class Captions(Sequence[Message]):
    """Sentences that are made when they are looked up: of a frame that is seen for a moment, one is read."""

    def __init__(self, makers: Sequence[Callable[[], Message]]) -> None:
        self._makers = makers

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, index: int) -> Message: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Message]: ...

    def __getitem__(self, index: int | slice) -> Message | Sequence[Message]:
        if isinstance(index, slice):
            return Captions(self._makers[index])
        return self._makers[index]()
