"""Presentation: the picture and its clocks alone, in larger type on the whole screen, and back exactly as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from scenes.stage.host import Host

SCALE = 1.35  # of all type
_FULL = Qt.WindowState.WindowFullScreen


class Presentation:
    """The window's other way of showing a run. Menus and the status bar are away; every key works on."""

    def __init__(self, window: Host) -> None:
        self._window = window
        self._before: Qt.WindowState | None = None

    @property
    def on(self) -> bool:
        """Whether the window presents."""
        return self._before is not None

    def toggle(self) -> None:
        """Begin or end."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Put away everything but the picture and the clocks."""
        window = self._window
        self._before = window.windowState()
        self._show_bars(False)
        window.refresh_layout()
        window.setWindowState(self._before | _FULL)

    def leave(self) -> bool:
        """Bring everything back; tell whether the window presented."""
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
