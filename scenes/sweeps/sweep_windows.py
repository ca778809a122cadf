"""The windows on sweeps of one main window: opens them, and puts what is chosen there on its stage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from metascope.scenes.desk.kept_sessions import key_of_file, run_of
from metascope.scenes.sweeps.sweep_window import SweepWindow
from metascope.simulator.engine.errors import Problem, UserError
from metascope.widgets.look.theme import Theme

if TYPE_CHECKING:
    from metascope.scenes.desk.desk import Desk
    from metascope.scenes.files.open_and_save import FileActions
    from metascope.scenes.stage.host import Host

MOST = 12  # runs that are opened at a time: each is rebuilt


class SweepWindows(QObject):
    """One window for each folder that is open; all are closed with the main window."""

    def __init__(self, window: Host, desk: Desk, files: FileActions) -> None:
        super().__init__(window)
        self._window, self._desk, self._files = window, desk, files
        self.windows: list[SweepWindow] = []

    def open(self, path: Path) -> None:
        """Show the sweep in a folder; a window that shows it already comes to the front."""
        found = next((one for one in self.windows if one.path == path), None)
        if found is None:
            found = SweepWindow(path, self._window.theme)
            found.runs_chosen.connect(self._open_runs)
            found.save_requested.connect(self._files.save_view)
            found.table_requested.connect(self._files.save_table)
            found.closed.connect(partial(self._closed, found))
            self.windows.append(found)
        found.show()
        found.raise_()
        found.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        for one in self.windows:
            one.set_theme(theme)

    def close(self) -> None:
        """Close all of them."""
        for one in [*self.windows]:
            one.close()

    def _closed(self, window: SweepWindow) -> None:
        self.windows = [one for one in self.windows if one is not window]
        window.deleteLater()

    def _open_runs(self, runs: Sequence[tuple[str, Path]]) -> None:
        """Put the first run on the stage, and draw the others behind it."""
        keys, problems = list[int](), list[Problem]()
        for name, path in runs[:MOST]:
            try:
                keys.append(self._key(name, path))
            except UserError as error:
                problems += error.problems
        if keys:
            self._desk.show_together(keys)
            self._window.raise_()
            self._window.activateWindow()
        if problems:
            self._window.tell(UserError(problems))
        elif len(runs) > MOST:
            text = self.tr("The first {most} of {count} runs were opened").format(most=MOST, count=len(runs))
            self._window.inform(text)

    def _key(self, name: str, path: Path) -> int:
        """Return the key of the run in a session file, which is opened unless it was before.

        Raises:
            UserError: what is wrong with the file.
        """
        tree, preferences = self._desk.tree, self._window.preferences
        key = key_of_file(tree, path)
        if key is not None:
            return key
        run = run_of(path, self._window.theme, preferences.budget, preferences.torch_threads)
        return self._desk.add_root(run, name)
