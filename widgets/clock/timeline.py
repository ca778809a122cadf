"""The two clocks of a run: meta-steps above, what happens inside one of them below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.inner_clock import InnerClock
from metascope.widgets.clock.outer_clock import OuterClock
from metascope.widgets.look.theme import GRID, Theme

_ROW = 5 * GRID


class Timeline(QWidget):
    """Shows both clocks of the model, one below the other; what a person does changes the model and emits.

    Promises: a person looks live, back or in a loop, and can see which. While live, the outer cursor is at the newest
    meta-step; once a person touched it, new meta-steps do not move it until the person returns to live. A loop moves it
    within the marked range, over the whole run where none is marked; touching it stops the loop. The inner cursor stays
    at its tick from one meta-step to the next; put at the last tick, it stays at the last. Of a loop and slow motion,
    which a person starts, the one stops the other.
    """

    def __init__(self, clocks: Clocks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clocks = clocks
        self.outer_clock, self.inner_clock = OuterClock(clocks, theme), InnerClock(clocks, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.outer_clock)
        column.addWidget(self.inner_clock)
        self._theme, self._rows = theme, 2
        self._set_height()
        self.inner_clock.play_toggled.connect(self._stop_loop)

    def toggle_loop(self) -> None:
        """Play what is recorded in a loop, or stop it where it is, as a person does; slow motion stops."""
        if self.inner_clock.playing:
            self.inner_clock.toggle()
        self.outer_clock.toggle_loop()

    def show_clocks(self) -> None:
        """Show the model as it is now."""
        self.outer_clock.show_clocks()
        self.inner_clock.show_clocks()

    def show_inner(self, shown: bool) -> None:
        """Show the inner clock, or leave its room to the rest of the window."""
        self.inner_clock.setVisible(shown)
        self._rows = 2 if shown else 1
        self._set_height()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.outer_clock.set_theme(theme)
        self.inner_clock.set_theme(theme)
        self._set_height()

    def _stop_loop(self, playing: bool) -> None:
        if playing and self.clocks.outer.looping:
            self.outer_clock.toggle_loop()

    def _set_height(self) -> None:
        self.setFixedHeight(self._rows * (self._theme.room(_ROW) + GRID) + GRID)
