"""The lower row of the timeline: the inner steps of one meta-step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from metascope.simulator.engine.text import Message
from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.pace import Pace, PaceBox
from metascope.widgets.clock.track import Track
from metascope.widgets.form.control import WheelGuard
from metascope.widgets.look.caption import Caption
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.fitting_label import FittingLabel
from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.text import localized, number
from metascope.widgets.look.theme import GRID, Theme

NARROW = 90 * GRID  # px: width below which words give way to the sentence
INNER_PACES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)  # inner steps per second


class InnerClock(QWidget):
    """The inner clock with its cursor, a sentence for each tick, and slow motion. Setters emit nothing.

    Signals:
        moved: a person looks at this tick.
        play_toggled: a person wants the clock to play (true) or to stop.
        pace_changed: a person wants this many ticks per second.
        method_chosen: a person wants to see this method's course: its key.
    """

    moved = Signal(int)
    play_toggled = Signal(bool)
    pace_changed = Signal(float)
    method_chosen = Signal(str)

    def __init__(self, clocks: Clocks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clocks, self._theme = clocks, theme
        self._captions: Sequence[Message] = ()
        self._playing = False
        self._make_parts()
        self._lay_out()
        self.set_playing(False)
        self.show_clocks()

    @property
    def playing(self) -> bool:
        """Whether it is shown to play."""
        return self._playing

    def show_clocks(self) -> None:
        """Show where a person looks and how fast it goes, as the model has it now."""
        if self._pace.pace != self._clocks.inner_pace:
            self._pace.set_pace(self._clocks.inner_pace)
        self._show()

    def set_captions(self, captions: Sequence[Message]) -> None:
        """Show a sentence for each tick of the model's course."""
        self._captions = captions
        self._show()

    def set_playing(self, playing: bool) -> None:
        """Show whether the clock plays."""
        self._playing = playing
        text = (
            self.tr("Stop the inner clock")
            if playing
            else self.tr("Slow motion: play the inner clock, meta-step after meta-step")
        )
        self._play.setIcon(icon("inner-pause" if playing else "inner-play", self._theme))
        self._play.setToolTip(plain_tip(text))
        self._play.setAccessibleName(text)

    def set_methods(self, methods: Iterable[tuple[str, str]]) -> None:
        """Offer these methods' courses, as (key, name); the first is chosen."""
        self._method.clear()
        for key, name in methods:
            self._method.addItem(self.tr("of {method}").format(method=name), key)
        self._method.setVisible(self._method.count() > 1)

    def set_method(self, key: str) -> None:
        """Show whose course it is."""
        self._method.setCurrentIndex(max(0, self._method.findData(key)))

    def choose_method(self, key: str) -> None:
        """Look at a method's course, as a person does."""
        self.set_method(key)
        self.method_chosen.emit(key)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self._track.set_theme(theme)
        self.set_playing(self._playing)
        self._fit()

    def go(self, tick: int) -> None:
        """Look at a tick, as a person does."""
        self._clocks.look_at_tick(tick)
        self._show()
        self.moved.emit(self._clocks.inner.position)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the minimum size, which is the one without words, however many are shown now."""
        least = super().minimumSizeHint()
        return QSize(least.width() - self._pace.spare(), least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._theme.room(NARROW)
        self._pace.set_brief(narrow)
        self._label.set_brief(narrow)

    def go_last(self) -> None:
        """Look at the last tick, as a person does."""
        self.go(self._clocks.inner.newest)

    def nudge(self, by: int) -> None:
        """Look some ticks further on, or back, as a person does."""
        self.go(self._clocks.inner.position + by)

    def toggle(self) -> None:
        """Play the clock or stop it, as a person does."""
        self.set_playing(not self._playing)
        self.play_toggled.emit(self._playing)

    def _choose_pace(self, pace: Pace) -> None:
        assert pace is not None, "the inner clock has no pace without a limit"
        self._clocks.inner_pace = pace
        self.pace_changed.emit(pace)

    def _show(self) -> None:
        self._track.set_cursor(self._clocks.inner, self._clocks.inner.newest)
        tick, last = self._clocks.inner.position, self._clocks.inner.newest
        self._label.say(
            self.tr("inner step {tick} / {last}").format(tick=tick, last=last),
            self.tr("{tick} / {last}").format(tick=tick, last=last),
        )
        self._caption.say(localized(self._captions[tick]) if tick < len(self._captions) else "")

    def _pace_text(self, pace: Pace) -> str:
        return self.tr("{pace} inner steps/s").format(pace=number(pace or 0.0))

    def _short_pace(self, pace: Pace) -> str:
        return self.tr("{pace}/s").format(pace=number(pace or 0.0))

    def _make_parts(self) -> None:
        self._play = QToolButton()
        self._play.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._play.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._play.clicked.connect(lambda: self.toggle())
        self._method = ComboBox()
        self._method.setToolTip(self.tr("Method whose inner steps are shown"))
        self._method.setAccessibleName(self.tr("Method whose inner steps are shown"))
        self._method.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._method.installEventFilter(WheelGuard(self))
        self._method.activated.connect(lambda: self.method_chosen.emit(self._method.currentData()))
        self._track = Track(self._theme, ticked=True)
        self._track.set_names(self.tr("Inner step shown"), self.tr("inner step {step} of {last}"))
        self._track.set_tip(self.tr("inner step {step}"))
        self._track.moved.connect(self.go)
        self._track.ended.connect(self.go_last)
        self._label = FittingLabel()
        self._label.setToolTip(self.tr("Inner step shown, and the last inner step of this meta-step"))
        self._caption = Caption()
        self._pace = PaceBox(INNER_PACES, self._clocks.inner_pace, self._pace_text, short=self._short_pace)
        self._pace.setToolTip(self.tr("Inner steps per second in slow motion"))
        self._pace.setAccessibleName(self.tr("Pace of the inner clock"))
        self._pace.chosen.connect(self._choose_pace)

    def _lay_out(self) -> None:
        self._label.reserve("inner step 00 / 00", "00 / 00")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._play)
        row.addWidget(self._method)
        row.addWidget(self._track, 1)
        row.addWidget(self._label)
        row.addWidget(self._caption, 2)
        row.addWidget(self._pace)
