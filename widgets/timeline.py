"""The two clocks of a run: meta-steps above, what happens inside one of them below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from simulator.engine.text import Message
from widgets.caption import Caption
from widgets.controls import WheelGuard
from widgets.cursor import Cursor
from widgets.icons import ICON_SIZE, icon
from widgets.text import localized, number
from widgets.theme import GRID, Theme
from widgets.track import Marker, Track

RunningState = Literal["preparing", "idle", "running", "paused", "finished", "failed"]
PACES: tuple[float | None, ...] = (
    1.0,
    2.0,
    5.0,
    10.0,
    20.0,
    40.0,
    100.0,
    None,
)  # meta-steps a second; None: as fast as it goes
INNER_PACES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)  # inner ticks a second
_ROW = 5 * GRID


class Timeline(QWidget):
    """The outer and the inner clock, each with its cursor. Setters emit nothing.

    Promises: while live, the outer cursor is at the newest meta-step; once a person touched it, new meta-steps do not
    move it until the person returns to live. The inner cursor stays at its tick from one meta-step to the next; put at
    the last tick, it stays at the last.

    Signals:
        outer_moved: a person looks at this meta-step from now on, and left live.
        live_requested: a person wants to follow the newest meta-step.
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
    inner_moved = Signal(int)
    play_toggled = Signal(bool)
    step_requested = Signal()
    inner_play_toggled = Signal(bool)
    pace_changed = Signal(object)
    inner_pace_changed = Signal(float)
    method_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outer, self._inner, self._last = Cursor(), Cursor(), 1
        self._captions: Sequence[Message] = ()
        self._state: RunningState = "preparing"
        self._inner_playing = False
        self._make_outer()
        self._make_inner()
        self._lay_out()
        self._connect()
        self.set_running("preparing")
        self.set_inner_playing(False)
        self.set_achieved(None)
        self.set_inner(1, ())
        self._show_outer()

    # What is shown: nothing here emits

    @property
    def outer(self) -> Cursor:
        """The cursor on the outer clock."""
        return self._outer

    @property
    def inner(self) -> Cursor:
        """The cursor on the inner clock."""
        return self._inner

    @property
    def pace(self) -> float | None:
        """The pace chosen, in meta-steps a second; None is as fast as it goes."""
        chosen = self._pace.currentData()
        return float(chosen) if chosen else None

    @property
    def inner_pace(self) -> float:
        """The pace chosen, in inner ticks a second."""
        return float(self._inner_pace.currentData())

    def set_range(self, newest: int, last: int) -> None:
        """Show that the run is at `newest` and will pause at `last`; a live cursor goes along."""
        if (newest, last) != (self._outer.newest, self._last):
            self._outer, self._last = self._outer.grown(newest), last
            self._show_outer()

    def set_outer(self, step: int) -> None:
        """Look at a meta-step, as if a person had put the cursor there."""
        self._outer = self._outer.touched(step)
        self._show_outer()

    def set_live(self) -> None:
        """Follow the newest meta-step."""
        self._outer = self._outer.followed()
        self._show_outer()

    def set_inner(self, ticks: int, captions: Sequence[Message]) -> None:
        """Show an inner clock of `ticks` ticks, with a sentence for each; the cursor keeps its tick if it can."""
        self._captions = captions
        self._inner = self._inner.grown(ticks - 1)
        self._show_inner()

    def set_inner_tick(self, tick: int) -> None:
        """Look at an inner tick, as when the inner clock plays."""
        self._inner = self._inner.touched(tick)
        if self._inner.position == self._inner.newest:
            self._inner = self._inner.followed()
        self._show_inner()

    def set_markers(self, markers: Iterable[Marker]) -> None:
        """Show what happened on the way."""
        self._outer_track.set_markers(markers)

    def set_running(self, state: RunningState) -> None:
        """Show what the run is doing."""
        self._state = state
        running = state == "running"
        text = self.tr("Pause training (Space)") if running else self.tr("Train (Space)")
        if state == "finished":
            text = self.tr("Train on (Space)")
        self._play.setIcon(icon("pause" if running else "play", self._theme))
        self._play.setToolTip(text)
        self._play.setAccessibleName(text)
        self._play.setEnabled(state != "preparing")
        self._step.setEnabled(state not in ("preparing", "running"))

    def set_inner_playing(self, playing: bool) -> None:
        """Show whether the inner clock plays."""
        self._inner_playing = playing
        text = (
            self.tr("Stop the inner clock")
            if playing
            else self.tr("Slow motion: play the inner clock, meta-step after meta-step")
        )
        self._inner_play.setIcon(icon("inner-pause" if playing else "inner-play", self._theme))
        self._inner_play.setToolTip(text)
        self._inner_play.setAccessibleName(text)

    def set_achieved(self, rate: float | None) -> None:
        """Show how many meta-steps a second the run makes, None where it makes none."""
        self._achieved.setText(self.tr("{rate}/s").format(rate=number(rate, 2)) if rate else self.tr("–/s"))

    def set_pace(self, pace: float | None) -> None:
        """Show a pace in meta-steps a second; one that is not listed is added."""
        _choose(self._pace, pace or 0.0, self._pace_text(pace))

    def set_inner_pace(self, pace: float) -> None:
        """Show a pace in inner ticks a second; one that is not listed is added."""
        _choose(self._inner_pace, pace, self._inner_pace_text(pace))

    def set_methods(self, methods: Iterable[tuple[str, str]]) -> None:
        """Offer these methods' courses, as (key, name); the first is chosen."""
        self._method.clear()
        for key, name in methods:
            self._method.addItem(self.tr("of {method}").format(method=name), key)
        self._method.setVisible(self._method.count() > 1)

    def set_method(self, key: str) -> None:
        """Show whose course it is."""
        self._method.setCurrentIndex(max(0, self._method.findData(key)))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self._outer_track.set_theme(theme)
        self._inner_track.set_theme(theme)
        self._step.setIcon(icon("step", theme))
        self._live.setIcon(icon("live", theme))
        self.set_running(self._state)
        self.set_inner_playing(self._inner_playing)

    # What a person does, here or by a shortcut: it emits

    def go_outer(self, step: int) -> None:
        """Look at a meta-step and leave live."""
        self.set_outer(step)
        self.outer_moved.emit(self._outer.position)

    def nudge_outer(self, by: int) -> None:
        """Look some meta-steps further on, or back."""
        self.go_outer(self._outer.position + by)

    def go_live(self) -> None:
        """Follow the newest meta-step again."""
        self.set_live()
        self.live_requested.emit()

    def go_inner(self, tick: int) -> None:
        """Look at an inner tick."""
        self.set_inner_tick(tick)
        self.inner_moved.emit(self._inner.position)

    def nudge_inner(self, by: int) -> None:
        """Look some inner ticks further on, or back."""
        self.go_inner(self._inner.position + by)

    def toggle_play(self) -> None:
        """Train, or pause."""
        if self._play.isEnabled():
            self.play_toggled.emit(self._state != "running")

    def toggle_inner_play(self) -> None:
        """Play the inner clock, or stop it."""
        self.set_inner_playing(not self._inner_playing)
        self.inner_play_toggled.emit(self._inner_playing)

    def _live_clicked(self, checked: bool) -> None:
        if checked:
            self.go_live()
        else:
            self.go_outer(self._outer.position)

    def _show_outer(self) -> None:
        self._outer_track.set_cursor(self._outer, self._last)
        self._live.setChecked(self._outer.live)
        step, last = f"{self._outer.position:,}", f"{self._last:,}"
        self._outer_label.setText(self.tr("meta-step {step} / {last}").format(step=step, last=last))

    def _show_inner(self) -> None:
        self._inner_track.set_cursor(self._inner, self._inner.newest)
        tick, last = self._inner.position, self._inner.newest
        self._inner_label.setText(self.tr("tick {tick} / {last}").format(tick=tick, last=last))
        self._caption.say(localized(self._captions[tick]) if tick < len(self._captions) else "")

    def _pace_text(self, pace: float | None) -> str:
        return self.tr("max") if pace is None else self.tr("{pace} steps/s").format(pace=number(pace))

    def _inner_pace_text(self, pace: float) -> str:
        return self.tr("{pace} ticks/s").format(pace=number(pace))

    def _make_outer(self) -> None:
        self._play = _button(lambda: self.toggle_play())
        self._step = _button(lambda: self.step_requested.emit())
        self._step.setIcon(icon("step", self._theme))
        self._step.setToolTip(self.tr("One meta-step"))
        self._step.setAccessibleName(self.tr("One meta-step"))
        self._live = QToolButton()
        self._live.setCheckable(True)
        self._live.setIcon(icon("live", self._theme))
        self._live.setText(self.tr("Live"))
        self._live.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._live.setToolTip(self.tr("Follow the newest meta-step (End)"))
        self._live.setAccessibleName(self.tr("Live: follow the newest meta-step"))
        self._outer_track = Track(self._theme)
        self._outer_track.setAccessibleName(self.tr("Meta-step looked at"))
        self._outer_track.set_tip(self.tr("meta-step {step}"))
        self._outer_label = QLabel()
        self._outer_label.setToolTip(self.tr("The meta-step looked at, and where the run pauses"))
        self._pace = QComboBox()
        for pace in PACES:
            self._pace.addItem(self._pace_text(pace), pace or 0.0)
        self._pace.setCurrentIndex(len(PACES) - 1)
        self._pace.setToolTip(self.tr("Meta-steps a second, 1 to as many as the machine can"))
        self._pace.setAccessibleName(self.tr("Pace of training"))
        self._achieved = QLabel()
        self._achieved.setToolTip(self.tr("Meta-steps a second reached"))

    def _make_inner(self) -> None:
        self._inner_play = _button(lambda: self.toggle_inner_play())
        self._method = QComboBox()
        self._method.setToolTip(self.tr("Whose inner course is shown"))
        self._method.setAccessibleName(self.tr("Method whose inner course is shown"))
        self._inner_track = Track(self._theme, ticked=True)
        self._inner_track.setAccessibleName(self.tr("Inner tick looked at"))
        self._inner_track.set_tip(self.tr("inner tick {step}"))
        self._inner_label = QLabel()
        self._inner_label.setToolTip(self.tr("The inner tick looked at: support steps, query, meta-gradient, update"))
        self._caption = Caption()
        self._inner_pace = QComboBox()
        for pace in INNER_PACES:
            self._inner_pace.addItem(self._inner_pace_text(pace), pace)
        self._inner_pace.setCurrentIndex(INNER_PACES.index(2.0))
        self._inner_pace.setToolTip(self.tr("Inner ticks a second in slow motion"))
        self._inner_pace.setAccessibleName(self.tr("Pace of the inner clock"))

    def _lay_out(self) -> None:
        self._outer_label.setMinimumWidth(self.fontMetrics().horizontalAdvance("meta-step 10,000 / 10,000"))
        self._achieved.setMinimumWidth(self.fontMetrics().horizontalAdvance("00000/s"))
        self._inner_label.setMinimumWidth(self.fontMetrics().horizontalAdvance("tick 00 / 00"))
        above, below = _row(), _row()
        for part in (self._play, self._step, self._live):
            above.addWidget(part)
        above.addWidget(self._outer_track, 1)
        for label in (self._outer_label, self._pace, self._achieved):
            above.addWidget(label)
        below.addWidget(self._inner_play)
        below.addWidget(self._method)
        below.addWidget(self._inner_track, 2)
        below.addWidget(self._inner_label)
        below.addWidget(self._caption, 3)
        below.addWidget(self._inner_pace)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(above)
        column.addLayout(below)
        self.setFixedHeight(2 * _ROW + 3 * GRID)

    def _connect(self) -> None:
        self._live.clicked.connect(self._live_clicked)
        self._outer_track.moved.connect(self.go_outer)
        self._outer_track.ended.connect(self.go_live)
        self._inner_track.moved.connect(self.go_inner)
        self._inner_track.ended.connect(lambda: self.go_inner(self._inner.newest))
        self._pace.activated.connect(lambda: self.pace_changed.emit(self.pace))
        self._inner_pace.activated.connect(lambda: self.inner_pace_changed.emit(self.inner_pace))
        self._method.activated.connect(lambda: self.method_chosen.emit(self._method.currentData()))
        guard = WheelGuard(self)
        for box in (self._pace, self._inner_pace, self._method):
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.installEventFilter(guard)


def _button(clicked: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(clicked)
    return button


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    return row


def _choose(box: QComboBox, value: float, text: str) -> None:
    """Choose a pace in a list that is sorted, 0 (as fast as it goes) last."""
    if box.findData(value) < 0:
        listed = [float(box.itemData(index)) for index in range(box.count())]
        place = next((index for index, other in enumerate(listed) if other == 0 or other > value), len(listed))
        box.insertItem(place, text, value)
    box.setCurrentIndex(box.findData(value))
