"""The upper row of the timeline: the meta-steps of a run, and the three ways to look at them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.widgets.clock.breakpoints import BreakpointsButton
from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.cursor import Span
from metascope.widgets.clock.markers import Marker, MarkerKind
from metascope.widgets.clock.modes import LookingButtons
from metascope.widgets.clock.paces import Paces
from metascope.widgets.clock.track import Track
from metascope.widgets.look.fitting_label import FittingLabel
from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, Theme

RunningState = Literal["preparing", "idle", "running", "paused", "finished", "failed"]
_ENOUGH = (135 * GRID, 150 * GRID, 180 * GRID)  # px: widths from which more and more buttons have words
NARROW = 105 * GRID  # px: width below which there is room for the controls alone


class OuterClock(QWidget):
    """The outer clock with its cursor, a range to loop over, marks of what happened, and the run's controls.

    Setters emit nothing; what a person does, by hand or by a shortcut (`go...`, `toggle...`, `mark...`), emits.

    Signals:
        moved: a person looks at this meta-step from now on, and left live and loop.
        live_requested: a person wants to follow the newest meta-step.
        loop_toggled: a person starts a loop over what is recorded (true), or stops it where it is.
        loop_pace_changed: a person wants this many recorded frames a second; None is as fast as it goes.
        span_changed: a person marked this range, (first, last), or None.
        bookmark_toggled: a person wants a bookmark at this meta-step, or to remove the one that is there.
        breakpoints_changed: a person wants the run to pause at these: a tuple of `Breakpoint`.
        continue_requested: a person wants the run to go on from this meta-step.
        branch_requested: a person wants another run to go on from this meta-step.
        play_toggled: a person wants training to go on (true) or to pause.
        step_requested: a person wants one meta-step.
        pace_changed: a person wants this many meta-steps a second; None is as fast as it goes.
    """

    moved = Signal(int)
    live_requested = Signal()
    loop_toggled = Signal(bool)
    loop_pace_changed = Signal(object)
    span_changed = Signal(object)
    bookmark_toggled = Signal(int)
    breakpoints_changed = Signal(object)
    continue_requested = Signal(int)
    branch_requested = Signal(int)
    play_toggled = Signal(bool)
    step_requested = Signal()
    pace_changed = Signal(object)

    def __init__(self, clocks: Clocks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clocks, self._theme = clocks, theme
        self._extent = (0, 1)  # the newest meta-step, and where the run will pause
        self._markers: tuple[Marker, ...] = ()
        self._state: RunningState = "preparing"
        self._asked = False  # to train as soon as the run is ready
        self._bookmarked = False
        self._narrow = False
        self._withheld, self._reads, self._branches = "", False, True  # what `withhold` is told
        self._make_running()
        self._make_looking()
        self._make_branching()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.show_clocks()

    # What is shown: nothing here emits

    def show_clocks(self) -> None:
        """Show where a person looks and how fast it goes, as the model has it now."""
        last = self._extent[1]
        self._track.set_cursor(self._clocks.outer, last)
        self._looking.set_looking(self._clocks.outer.looking)
        self._clear.setVisible(self._clocks.outer.span is not None and not self._narrow)
        self._paces.show_clocks()
        self._show_branching()
        step, planned = f"{self._clocks.outer.position:,}", f"{last:,}"
        self._label.say(
            self.tr("meta-step {step} / {last}").format(step=step, last=planned),
            self.tr("{step} / {last}").format(step=step, last=planned),
        )

    def set_planned(self, last: int) -> None:
        """Show that the run will pause at `last`, and where it is now."""
        extent = (self._clocks.outer.newest, last)
        if extent != self._extent:
            self._extent = extent
            self._breakpoints.popup.set_step(extent[0])
            self.show_clocks()

    def set_markers(self, markers: Iterable[Marker]) -> None:
        """Show what happened on the way."""
        self._markers = tuple(markers)
        self._track.set_markers(self._markers)

    def set_metric_names(self, names: Iterable[str]) -> None:
        """Let breakpoints be about these metrics."""
        self._breakpoints.popup.set_names(tuple(names))

    def set_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """Show that these are on."""
        self._breakpoints.set_breakpoints(breakpoints)

    def set_hit(self, breakpoint: Breakpoint | None) -> None:
        """Show at which breakpoint the run paused, if at any."""
        self._breakpoints.set_hit(breakpoint)

    def withhold(self, reason: str, reads: bool, branches: bool) -> None:
        """Show that nothing can be trained, for a reason; whether to play is to read on, and whether runs can go on."""
        self._withheld, self._reads = reason, reads
        self._keep_room(False)
        self._branches = branches
        self._keep_room(not self._narrow)
        self._breakpoints.withhold(reason)
        for part in (self._step, self._paces.training):
            part.setEnabled(False)
            part.setToolTip(plain_tip(reason))
        self.set_running(self._state)

    def set_running(self, state: RunningState) -> None:
        """Show what the run is doing."""
        self._state = state
        self._asked = self._asked and state == "preparing"
        running = state == "running" or self._asked
        text = self.tr("Pause training (Space)") if running else self.tr("Train (Space)")
        if state == "finished":
            text = self.tr("Train longer (Space)")
        elif state == "preparing":
            text = self.tr("Train as soon as it is ready (Space)")
            text = self.tr("Do not train yet (Space)") if self._asked else text
        if self._withheld:
            text = self.tr("Do not read on (Space)") if running else self.tr("Follow (Space)")
            text = text if self._reads else self._withheld
        self._play.setIcon(icon("pause" if running else "play", self._theme))
        _name(self._play, text)
        self._play.setEnabled(not self._withheld or (self._reads and state in ("running", "paused")))
        self._step.setEnabled(state not in ("preparing", "running") and not self._withheld)
        self._show_branching()

    def set_achieved(self, rate: float | None) -> None:
        """Show how many meta-steps per second the run makes and how long it still takes; None where it makes none."""
        self._paces.set_achieved(rate, self._extent[1] - self._clocks.outer.newest)

    def set_loop_achieved(self, rate: float | None) -> None:
        """Show how many frames per second the loop plays, None where it plays none."""
        self._paces.set_loop_achieved(rate)

    def set_bookmarked(self, bookmarked: bool) -> None:
        """Show whether the frame looked at has a bookmark."""
        if bookmarked != self._bookmarked:
            self._bookmarked = bookmarked
            self._show_bookmarked()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        for part in (self._track, self._looking, self._breakpoints):
            part.set_theme(theme)
        icons = {self._step: "step", self._clear: "close", self._continue: "continue", self._branch: "branch"}
        for button, name in icons.items():
            button.setIcon(icon(name, theme))
        self._show_bookmarked()
        self.set_running(self._state)
        self._fit()

    # What a person does, here or by a shortcut: it emits

    def go(self, step: int) -> None:
        """Look at a meta-step, and leave live mode or the loop."""
        self._clocks.look_at(step)
        self.show_clocks()
        self.moved.emit(self._clocks.outer.position)

    def nudge(self, by: int) -> None:
        """Look some meta-steps further on, or back."""
        self.go(self._clocks.outer.position + by)

    def go_live(self) -> None:
        """Follow the newest meta-step again; a loop stops."""
        self._clocks.follow()
        self.show_clocks()
        self.live_requested.emit()

    def toggle_loop(self) -> None:
        """Play what is recorded in a loop, or stop where it is."""
        self._clocks.set_looping(not self._clocks.outer.looping)
        self.show_clocks()
        self.loop_toggled.emit(self._clocks.outer.looping)

    def mark(self, span: Span | None) -> None:
        """Mark a range, its ends in either order, or clear it."""
        before = self._clocks.outer.span
        self._clocks.mark(span)
        self.show_clocks()
        if self._clocks.outer.span != before:
            self.span_changed.emit(self._clocks.outer.span)

    def mark_begin(self) -> None:
        """Start the range at the cursor; it ends where it did, or at the newest meta-step if that end was before."""
        here, last = self._clocks.outer.position, self._clocks.outer.bounds[1]
        self.mark((here, last if last > here else self._clocks.outer.newest))

    def mark_end(self) -> None:
        """End the range at the cursor; it starts where it did, or at the start of the run if that was after."""
        here, first = self._clocks.outer.position, self._clocks.outer.bounds[0]
        self.mark((first if first < here else 0, here))

    def go_next_marker(self, kinds: Collection[MarkerKind], direction: int) -> bool:
        """Look at the nearest marker of some kinds, forwards (1) or back (-1); return whether there is one."""
        here = self._clocks.outer.position
        steps = {min(marker.step, self._clocks.outer.newest) for marker in self._markers if marker.kind in kinds}
        beyond = [step for step in steps if (step - here) * direction > 0]
        if beyond:
            self.go(min(beyond, key=lambda step: abs(step - here)))
        return bool(beyond)

    def toggle_bookmark(self) -> None:
        """Ask for a bookmark at the meta-step looked at, or for its removal."""
        self.bookmark_toggled.emit(self._clocks.outer.position)

    def toggle_play(self) -> None:
        """Train, or pause; while the run gets ready, ask for it to train then, or no longer."""
        self.play_toggled.emit(self._state != "running" and not self._asked)

    @property
    def asked(self) -> bool:
        """Whether the run will train as soon as it is ready."""
        return self._asked

    def set_asked(self, asked: bool) -> None:
        """Show whether the run will train as soon as it is ready."""
        self._asked = asked
        self.set_running(self._state)

    def buttons(self) -> dict[str, QWidget]:
        """Return its buttons, by the id of the action that each does."""
        return {"run.play": self._play, "run.step": self._step, "run.breakpoints": self._breakpoints}

    def show_breakpoints(self) -> None:
        """Open the list of breakpoints."""
        self._breakpoints.click()

    def _choose_looking(self, way: str) -> None:
        if way == "loop":
            self.toggle_loop()
        elif way == "live" and not self._clocks.outer.live:
            self.go_live()
        else:
            self.go(self._clocks.outer.position)

    # How it looks

    def _show_branching(self) -> None:
        possible = self._clocks.outer.looking == "back" and self._state != "preparing"
        possible = (possible or self._reads) and self._branches
        self._continue.setVisible(possible)
        self._branch.setVisible(possible)

    def _show_bookmarked(self) -> None:
        self._bookmark.setIcon(
            icon("bookmark-set", self._theme, self._theme.accent) if self._bookmarked else icon("bookmark", self._theme)
        )
        text = self.tr("Remove the bookmark (B)") if self._bookmarked else self.tr("Bookmark this meta-step (B)")
        _name(self._bookmark, text)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the minimum size, which is the one without words, however many are shown now."""
        least, wordless = super().minimumSizeHint(), self._step.sizeHint().width()
        buttons = (*self._looking.buttons(), *self._optional()[1:])
        spare = sum(max(button.sizeHint().width() - wordless, 0) for button in buttons)
        spare += self._paces.spare()
        if not self._narrow:  # what gives way first
            spare += sum(part.sizeHint().width() + GRID for part in self._optional() if part.isHidden())
        return QSize(least.width() - spare, least.height())

    def _optional(self) -> tuple[QWidget, ...]:
        return (self._clear, self._continue, self._branch) if self._branches else (self._clear,)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Show as many words on the controls as leave the track enough room."""
        words, icon_only = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self._set_narrow(self.width() < self._theme.room(NARROW))
        narrow, wide, widest = (self.width() >= self._theme.room(enough) for enough in _ENOUGH)
        self._looking.set_brief(not narrow)
        self._continue.setToolButtonStyle(words if wide else icon_only)
        self._branch.setToolButtonStyle(words if widest else icon_only)
        self._label.set_brief(not widest)

    def _set_narrow(self, narrow: bool) -> None:
        """Leave out what is told elsewhere, and keep no room for what is hidden, or show everything."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._paces.set_narrow(narrow)
        self._keep_room(not narrow)
        self._clear.setVisible(self._clocks.outer.span is not None and not narrow)

    def _keep_room(self, kept: bool) -> None:
        """Keep the room of buttons that are hidden: else the track would move under a pointer that leaves live mode."""
        for part in self._optional():
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(kept)
            part.setSizePolicy(policy)

    # Its parts

    def _make_running(self) -> None:
        self._play = _button(lambda: self.toggle_play())
        self._step = _button(lambda: self.step_requested.emit())
        _name(self._step, self.tr("Train one meta-step"))
        self._paces = Paces(self._clocks)

    def _make_looking(self) -> None:
        self._looking = LookingButtons(self._theme)
        self._clear = _button(lambda: self.mark(None))
        self._clear.setProperty("flat", True)
        _name(self._clear, self.tr("Clear the marked range (Esc on the track)"))
        self._track = Track(self._theme, ranged=True)
        self._track.set_names(self.tr("Meta-step shown"), self.tr("meta-step {step} of {last}"))
        self._track.setAccessibleDescription(self.tr("Shift+drag marks a range to loop over"))
        self._track.set_tip(self.tr("meta-step {step}"))
        self._label = FittingLabel()
        self._label.setToolTip(self.tr("Meta-step shown, and meta-step at which the run pauses"))

    def _make_branching(self) -> None:
        self._bookmark = _button(lambda: self.toggle_bookmark())
        self._breakpoints = BreakpointsButton(self._theme)
        self._continue = _button(lambda: self.continue_requested.emit(self._clocks.outer.position))
        self._continue.setText(self.tr("Continue"))
        self._continue.setToolTip(self.tr("Continue from here: restore the run as it was at this meta-step"))
        self._continue.setAccessibleName(self.tr("Continue from here"))
        self._branch = _button(lambda: self.branch_requested.emit(self._clocks.outer.position))
        self._branch.setText(self.tr("Branch"))
        self._branch.setToolTip(self.tr("Branch: continue from here with other settings, and keep this run"))
        self._branch.setAccessibleName(self.tr("Branch from here"))

    def _lay_out(self) -> None:
        self._label.reserve("meta-step 10,000 / 10,000", "10,000 / 10,000")
        self._keep_room(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        before: tuple[QWidget, ...] = (self._play, self._step, self._looking, self._clear)
        after: tuple[QWidget, ...] = (self._label, self._paces, self._bookmark, self._breakpoints)
        for widget in (*before, self._track, *after, self._continue, self._branch):
            row.addWidget(widget, int(widget is self._track))

    def _connect(self) -> None:
        self._looking.chosen.connect(self._choose_looking)
        self._track.moved.connect(self.go)
        self._track.ended.connect(self.go_live)
        self._track.spanned.connect(lambda first, last: self.mark((first, last)))
        self._track.cleared.connect(lambda: self.mark(None))
        self._paces.pace_changed.connect(self.pace_changed)
        self._paces.loop_pace_changed.connect(self.loop_pace_changed)
        self._breakpoints.popup.changed.connect(self.breakpoints_changed)


def _button(clicked: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(clicked)
    return button


def _name(button: QToolButton, text: str) -> None:
    button.setToolTip(plain_tip(text))
    button.setAccessibleName(text)
