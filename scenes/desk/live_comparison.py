"""Keeps the table of all runs up to date while it is seen, as often as its cost allows."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject

from metascope.scenes.desk.compare import comparison, save_comparison
from metascope.scenes.desk.run_tree import RunTree
from metascope.scenes.stage.host import Host
from metascope.widgets.runs.compare_view import CompareView

SHARE = 20  # times as long as the table took to make passes until it is made again


class LiveComparison(QObject):
    """The table of all runs in its dock.

    Args:
        tree: of the runs.
        window: that has the dock.
        parent: owns it.
    """

    def __init__(self, tree: RunTree, window: Host, parent: QObject) -> None:
        super().__init__(parent)
        self.view = CompareView(window.theme)
        self._tree, self._window = tree, window
        self._shown: tuple[tuple[object, ...], ...] = ()  # what the table is of
        self._due = 0.0  # when it may be made again
        self.view.refresh_requested.connect(self._show)
        self.view.save_requested.connect(self._save)
        window.docks.put("compare", self.view)
        window.docks["compare"].visibilityChanged.connect(self._seen)

    def bring_forward(self) -> None:
        """Show the table in front of other docks."""
        dock = self._window.docks["compare"]
        dock.show()
        dock.raise_()

    def look(self) -> None:
        """Show the numbers of now where the table is visible, as often as its cost allows."""
        if self.view.isVisible() and time.perf_counter() >= self._due and self._measured() != self._shown:
            self._show()

    def _seen(self, visible: bool) -> None:
        if visible:
            self._show()

    def _show(self) -> None:
        began = time.perf_counter()
        self._shown = self._measured()
        self.view.set_comparison(comparison(self._tree))
        now = time.perf_counter()
        self._due = now + SHARE * (now - began)

    def _measured(self) -> tuple[tuple[object, ...], ...]:
        """Return what changes whenever the table does."""
        return tuple(
            (node.key, node.name, node.hidden, node.group, len(node.run.recording.metrics)) for node in self._tree.nodes
        )

    def _save(self) -> None:
        window = self._window
        save_comparison(self.view.comparison, window, window.tell, window.preferences.european_tables)
