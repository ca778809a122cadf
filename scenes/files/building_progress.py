"""How far the simulation for opened weights is, in the status bar, with a button that ends what builds it."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from metascope.simulator.engine.running.building import Building
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import Theme
from metascope.widgets.window.progress import JobProgress

_EVERY = 200  # ms between two looks


class BuildingProgress(JobProgress):
    """Shows what `building` is at, and how far; busy until there is something to count."""

    def __init__(self, name: str, building: Building, theme: Theme) -> None:
        super().__init__(name, theme)
        self._building = building
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self.show_busy()

    def stop(self) -> None:
        """End what is built, and be gone."""
        self._building.cancel()
        self._timer.stop()
        self.deleteLater()

    def _look(self) -> None:
        progress = self._building.progress
        if progress is None:
            return
        text = self.tr("{what}, {done:,} of {total:,}")
        told = text.format(what=localized(progress.what), done=progress.done, total=progress.total)
        self.show_progress(progress.done, progress.total, progress.seconds_left, told)
