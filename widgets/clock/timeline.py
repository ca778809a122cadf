"""The two clocks of a run: meta-steps above, what happens inside one of them below."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.engine.running.breakpoints import Breakpoint
from simulator.engine.text import Message
from widgets.clock.cursor import Cursor, Span
from widgets.clock.inner_clock import INNER_PACES, InnerClock
from widgets.clock.markers import Marker, MarkerKind
from widgets.clock.outer_clock import LOOP_PACES, PACES, OuterClock, RunningState
from widgets.clock.pace import Pace
from widgets.look.theme import GRID, Theme

__all__ = ["INNER_PACES", "LOOP_PACES", "PACES", "RunningState", "Timeline"]

_ROW = 5 * GRID


class Timeline(QWidget):
    """The outer and the inner clock, each with its cursor. Setters emit nothing.

    Promises: a person looks live, back or in a loop, and can see which. While live, the outer cursor is at the newest
    meta-step; once a person touched it, new meta-steps do not move it until the person returns to live. A loop moves it
    within the marked range, over the whole run where none is marked; touching it stops the loop. The inner cursor stays
    at its tick from one meta-step to the next; put at the last tick, it stays at the last.

    Signals:
        outer_moved: a person looks at this meta-step from now on, and left live and loop.
        live_requested: a person wants to follow the newest meta-step.
        loop_toggled: a person starts a loop over what is recorded (true), or stops it where it is.
        loop_pace_changed: a person wants this many recorded frames a second; None is as fast as it goes.
        span_changed: a person marked this range, (first, last), or None.
        bookmark_toggled: a person wants a bookmark at this meta-step, or to remove the one that is there.
        breakpoints_changed: a person wants the run to pause at these: a tuple of `Breakpoint`.
        continue_requested: a person wants the run to go on from this meta-step.
        branch_requested: a person wants another run to go on from this meta-step.
        inner_moved: a person looks at this inner tick.
        play_toggled: a person wants training to go on (true) or to pause.
        step_requested: a person wants one meta-step.
        inner_play_toggled: a person wants the inner clock to play (true) or to stop.
        pace_changed: a person wants this many meta-steps a second; None is as fast as it goes.
        inner_pace_changed: a person wants this many inner ticks a second.
        method_chosen: a person wants to see this method's course: its key.
    """

    outer_moved = Signal(int)
    live_requested = Signal()
    loop_toggled = Signal(bool)
    loop_pace_changed = Signal(object)
    span_changed = Signal(object)
    bookmark_toggled = Signal(int)
    breakpoints_changed = Signal(object)
    continue_requested = Signal(int)
    branch_requested = Signal(int)
    inner_moved = Signal(int)
    play_toggled = Signal(bool)
    step_requested = Signal()
    inner_play_toggled = Signal(bool)
    pace_changed = Signal(object)
    inner_pace_changed = Signal(float)
    method_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above, self._below = OuterClock(theme), InnerClock(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._above)
        column.addWidget(self._below)
        self._theme, self._rows = theme, 2
        self._set_height()
        self._connect()

    # What is shown: nothing here emits

    @property
    def outer(self) -> Cursor:
        """The cursor on the outer clock."""
        return self._above.where

    @property
    def inner(self) -> Cursor:
        """The cursor on the inner clock."""
        return self._below.where

    @property
    def pace(self) -> Pace:
        """The pace chosen, in meta-steps a second; None is as fast as it goes."""
        return self._above.pace

    @property
    def loop_pace(self) -> Pace:
        """The pace of loops chosen, in recorded frames a second; None is as fast as it goes."""
        return self._above.loop_pace

    @property
    def inner_pace(self) -> float:
        """The pace chosen, in inner ticks a second."""
        return self._below.pace

    def set_range(self, newest: int, last: int) -> None:
        """Show that the run is at `newest` and will pause at `last`; a live cursor goes along."""
        self._above.set_extent(newest, last)

    def set_outer(self, step: int) -> None:
        """Look at a meta-step, as if a person had put the cursor there."""
        self._above.set_where(self.outer.touched(step))

    def set_live(self) -> None:
        """Follow the newest meta-step."""
        self._above.set_where(self.outer.followed())

    def set_looping(self, looping: bool) -> None:
        """Begin a loop, or stop it where it is."""
        if looping != self.outer.looping:
            self._above.set_where(self.outer.looped() if looping else self.outer.touched(self.outer.position))

    def set_loop_step(self, step: int) -> None:
        """Look at a meta-step as the loop comes by; nothing happens where no loop plays."""
        self._above.set_where(self.outer.advanced(step))

    def set_span(self, span: Span | None) -> None:
        """Show a marked range, or none."""
        self._above.set_where(self.outer.marked(span))

    def set_inner(self, ticks: int, captions: Sequence[Message]) -> None:
        """Show an inner clock of `ticks` ticks, with a sentence for each; the cursor keeps its tick if it can."""
        self._below.set_course(ticks, captions)

    def set_inner_tick(self, tick: int) -> None:
        """Look at an inner tick, as when the inner clock plays."""
        self._below.set_tick(tick)

    def set_markers(self, markers: Iterable[Marker]) -> None:
        """Show what happened on the way."""
        self._above.set_markers(markers)

    def set_bookmarked(self, bookmarked: bool) -> None:
        """Show whether the frame looked at has a bookmark."""
        self._above.set_bookmarked(bookmarked)

    def set_metric_names(self, names: Iterable[str]) -> None:
        """Let breakpoints be about these metrics."""
        self._above.set_metric_names(names)

    def set_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """Show that these breakpoints are on."""
        self._above.set_breakpoints(breakpoints)

    def set_hit(self, breakpoint: Breakpoint | None) -> None:
        """Show at which breakpoint the run paused, if at any."""
        self._above.set_hit(breakpoint)

    def set_running(self, state: RunningState) -> None:
        """Show what the run is doing."""
        self._above.set_running(state)

    def set_inner_playing(self, playing: bool) -> None:
        """Show whether the inner clock plays."""
        self._below.set_playing(playing)

    def set_achieved(self, rate: float | None) -> None:
        """Show how many meta-steps a second the run makes, None where it makes none."""
        self._above.set_achieved(rate)

    def set_loop_achieved(self, rate: float | None) -> None:
        """Show how many recorded frames a second the loop plays, None where it plays none."""
        self._above.set_loop_achieved(rate)

    def set_pace(self, pace: Pace) -> None:
        """Show a pace in meta-steps a second; one that is not listed is added."""
        self._above.set_pace(pace)

    def set_loop_pace(self, pace: Pace) -> None:
        """Show a pace of loops in frames a second; one that is not listed is added."""
        self._above.set_loop_pace(pace)

    def set_inner_pace(self, pace: float) -> None:
        """Show a pace in inner ticks a second; one that is not listed is added."""
        self._below.set_pace(pace)

    def set_methods(self, methods: Iterable[tuple[str, str]]) -> None:
        """Offer these methods' courses, as (key, name); the first is chosen."""
        self._below.set_methods(methods)

    def set_method(self, key: str) -> None:
        """Show whose course it is."""
        self._below.set_method(key)

    def show_inner(self, shown: bool) -> None:
        """Show the inner clock, or leave its room to the rest of the window."""
        self._below.setVisible(shown)
        self._rows = 2 if shown else 1
        self._set_height()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self._above.set_theme(theme)
        self._below.set_theme(theme)
        self._set_height()

    # What a person does, here or by a shortcut: it emits

    def go_outer(self, step: int) -> None:
        """Look at a meta-step and leave live."""
        self._above.go(step)

    def nudge_outer(self, by: int) -> None:
        """Look some meta-steps further on, or back."""
        self._above.go(self.outer.position + by)

    def go_live(self) -> None:
        """Follow the newest meta-step again; a loop stops."""
        self._above.go_live()

    def toggle_loop(self) -> None:
        """Play what is recorded in a loop, or stop it where it is; slow motion stops."""
        if self._below.playing:
            self._below.toggle()
        self._above.toggle_loop()

    def mark_begin(self) -> None:
        """Let the marked range begin at the cursor."""
        self._above.mark_begin()

    def mark_end(self) -> None:
        """Let the marked range end at the cursor."""
        self._above.mark_end()

    def clear_span(self) -> None:
        """Take the marked range off."""
        self._above.mark(None)

    def toggle_bookmark(self) -> None:
        """Set a bookmark at the meta-step looked at, or remove the one that is there."""
        self._above.toggle_bookmark()

    def go_next_marker(self, kinds: Collection[MarkerKind], direction: int) -> bool:
        """Look at the nearest marker of some kinds, forwards (1) or back (-1); return whether there is one."""
        return self._above.go_next_marker(kinds, direction)

    def go_next_bookmark(self, direction: int) -> bool:
        """Look at the nearest bookmark, forwards (1) or back (-1); return whether there is one."""
        return self._above.go_next_marker({"bookmark"}, direction)

    def show_breakpoints(self) -> None:
        """Open the list of breakpoints."""
        self._above.show_breakpoints()

    def go_inner(self, tick: int) -> None:
        """Look at an inner tick."""
        self._below.go(tick)

    def nudge_inner(self, by: int) -> None:
        """Look some inner ticks further on, or back."""
        self._below.go(self.inner.position + by)

    def toggle_play(self) -> None:
        """Train, or pause."""
        self._above.toggle_play()

    def toggle_inner_play(self) -> None:
        """Play the inner clock, or stop it; a loop stops."""
        self._below.toggle()

    def _stop_loop(self, playing: bool) -> None:
        if playing and self.outer.looping:
            self._above.toggle_loop()

    def _set_height(self) -> None:
        self.setFixedHeight(self._rows * (self._theme.room(_ROW) + GRID) + GRID)

    def _connect(self) -> None:
        above, below = self._above, self._below
        above.moved.connect(self.outer_moved)
        above.live_requested.connect(self.live_requested)
        above.loop_toggled.connect(self.loop_toggled)
        above.loop_pace_changed.connect(self.loop_pace_changed)
        above.span_changed.connect(self.span_changed)
        above.bookmark_toggled.connect(self.bookmark_toggled)
        above.breakpoints_changed.connect(self.breakpoints_changed)
        above.continue_requested.connect(self.continue_requested)
        above.branch_requested.connect(self.branch_requested)
        above.play_toggled.connect(self.play_toggled)
        above.step_requested.connect(self.step_requested)
        above.pace_changed.connect(self.pace_changed)
        below.play_toggled.connect(self._stop_loop)
        below.moved.connect(self.inner_moved)
        below.play_toggled.connect(self.inner_play_toggled)
        below.pace_changed.connect(self.inner_pace_changed)
        below.method_chosen.connect(self.method_chosen)
