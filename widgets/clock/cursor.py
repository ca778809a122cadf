"""The position on a clock at which a person looks, with the rules of following, looking back and looping."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Self

Looking = Literal["live", "back", "loop"]
Span = tuple[int, int]  # the first and the last tick of a marked range


@dataclass(frozen=True)
class Cursor:
    """A position on a clock that has ticked from 0 to `newest`, and the range that a person has marked on it.

    Promises: a live cursor is at the newest tick; touching it leaves live mode and stops a loop, even at the newest
    tick; new ticks never move a cursor that is not live; `followed` returns to live mode. Only `advanced` moves a
    looping cursor, within its bounds. A cursor and a range are always within 0 and `newest`.
    """

    newest: int = 0
    position: int = 0
    looking: Looking = "live"
    span: Span | None = None

    @property
    def live(self) -> bool:
        """Whether it follows the newest tick."""
        return self.looking == "live"

    @property
    def looping(self) -> bool:
        """Whether it plays in a loop."""
        return self.looking == "loop"

    @property
    def bounds(self) -> Span:
        """The range of a loop: the marked one, or the whole clock where none is marked."""
        return self.span or (0, self.newest)

    def grown(self, newest: int) -> Self:
        """Return the cursor after the clock has reached `newest`; a clock set back clips cursor and range."""
        span = self.span and (min(self.span[0], newest), min(self.span[1], newest))
        position = newest if self.live else min(self.position, newest)
        return replace(self, newest=newest, position=position, span=span)

    def touched(self, position: int) -> Self:
        """Return the cursor after a person has put it at `position`, or as near as the clock allows."""
        return replace(self, position=self._within(position), looking="back")

    def followed(self) -> Self:
        """Return the cursor after a person has asked to follow the newest tick."""
        return replace(self, position=self.newest, looking="live")

    def marked(self, span: Span | None) -> Self:
        """Return the cursor after a person has marked a range, its ends in either order, or cleared it.

        A loop continues within the range, from its start where it was outside.
        """
        if span is None:
            return replace(self, span=None)
        first, last = sorted(map(self._within, span))
        position = first if self.looping and not first <= self.position <= last else self.position
        return replace(self, span=(first, last), position=position)

    def looped(self) -> Self:
        """Return the cursor after a person has started a loop, from its position if that is within the range."""
        first, last = self.bounds
        position = self.position if first <= self.position < last else first
        return replace(self, position=position, looking="loop")

    def advanced(self, position: int) -> Self:
        """Return a looping cursor at `position`, or as near as its bounds allow; another one stays where it is."""
        if not self.looping:
            return self
        first, last = self.bounds
        return replace(self, position=max(first, min(position, last)))

    def _within(self, position: int) -> int:
        return max(0, min(position, self.newest))
