"""Where a person looks on both clocks of a run, and how fast each goes: a model without a picture."""

from __future__ import annotations

from dataclasses import dataclass, field

from metascope.widgets.clock.cursor import Cursor, Span
from metascope.widgets.clock.pace import Pace


@dataclass
class Clocks:
    """The cursors and paces of the outer and the inner clock. Nothing here emits: widgets show it when they are told.

    The inner cursor put at the last tick stays at the last, however many ticks the next course has.

    Example:
        clocks = Clocks()
        clocks.grow(100)
        clocks.look_at(40)
        clocks.grow(101)  # the person still looks at 40
    """

    outer: Cursor = field(default_factory=Cursor)
    inner: Cursor = field(default_factory=Cursor)
    pace: Pace = None  # meta-steps a second; None: as fast as it goes
    loop_pace: Pace = 10.0  # recorded frames a second
    inner_pace: float = 2.0  # inner ticks a second

    def grow(self, newest: int) -> None:
        """Let the run be at `newest`; a live cursor goes along."""
        self.outer = self.outer.grown(newest)

    def look_at(self, step: int) -> None:
        """Look at a meta-step, as if a person had put the cursor there."""
        self.outer = self.outer.touched(step)

    def follow(self) -> None:
        """Follow the newest meta-step."""
        self.outer = self.outer.followed()

    def set_looping(self, looping: bool) -> None:
        """Begin a loop, or stop it where it is."""
        if looping != self.outer.looping:
            self.outer = self.outer.looped() if looping else self.outer.touched(self.outer.position)

    def advance(self, step: int) -> None:
        """Look at a meta-step as the loop comes by; nothing happens where no loop plays."""
        self.outer = self.outer.advanced(step)

    def mark(self, span: Span | None) -> None:
        """Mark a range, its ends in either order, or take it off."""
        self.outer = self.outer.marked(span)

    def set_ticks(self, ticks: int) -> None:
        """Let the inner course have so many ticks; the cursor keeps its tick if it can."""
        self.inner = self.inner.grown(ticks - 1)

    def look_at_tick(self, tick: int) -> None:
        """Look at an inner tick; put at the last one, the cursor stays at the last."""
        touched = self.inner.touched(tick)
        self.inner = touched.followed() if touched.position == touched.newest else touched
