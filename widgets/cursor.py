"""Where on a clock a person looks: the rules of following and looking back, apart from any picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True)
class Cursor:
    """A place on a clock that has ticked from 0 to `newest`.

    Promises: a live cursor is at the newest tick; touching it leaves live, even at the newest tick; new ticks never
    move a cursor that is not live; `followed` returns to live. A cursor is always within 0 and `newest`.
    """

    newest: int = 0
    position: int = 0
    live: bool = True

    def grown(self, newest: int) -> Self:
        """Return the cursor after the clock has gone to `newest`; a clock that was set back takes the cursor along."""
        return replace(self, newest=newest, position=newest if self.live else min(self.position, newest))

    def touched(self, position: int) -> Self:
        """Return the cursor after a person has put it at `position`, or as near as the clock allows."""
        return replace(self, position=max(0, min(position, self.newest)), live=False)

    def nudged(self, by: int) -> Self:
        """Return the cursor after a person has moved it by some ticks."""
        return self.touched(self.position + by)

    def followed(self) -> Self:
        """Return the cursor after a person has asked for the newest tick, whatever comes."""
        return replace(self, position=self.newest, live=True)
