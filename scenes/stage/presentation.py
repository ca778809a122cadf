"""Switches presentation mode: only the scene and its clocks, full screen and in larger text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host

SCALE = 1.35  # of all text
_FULL = Qt.WindowState.WindowFullScreen


class Presentation:
    """The presentation mode of the window: menus and status bar are hidden, all keys still work."""

    def __init__(self, window: Host) -> None:
        self._window = window
        self._before: Qt.WindowState | None = None

    @property
    def on(self) -> bool:
        """Whether presentation mode is on."""
        return self._before is not None

    def toggle(self) -> None:
        """Enter or leave presentation mode."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Hide everything but the scene and the clocks."""
        window = self._window
        self._before = window.windowState()
        self._show_bars(False)
        window.refresh_layout()
        window.setWindowState(self._before | _FULL)

    def leave(self) -> bool:
        """Show everything again; return whether presentation mode was on."""
        if self._before is None:
            return False
        window, before = self._window, self._before
        self._before = None
        window.setWindowState(before)
        self._show_bars(True)
        window.refresh_layout()
        return True

    def _show_bars(self, shown: bool) -> None:
        self._window.menuBar().setVisible(shown)
        self._window.statusBar().setVisible(shown)
