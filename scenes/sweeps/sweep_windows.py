"""The sweeps of one main window: opens windows on them, puts what is chosen on the stage, and trains seeds."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from metascope.scenes.desk.kept_sessions import key_of_file, run_of
from metascope.scenes.kept.store import state_folder
from metascope.scenes.sweeps.local_runner import LocalRunner, begin, go_on
from metascope.scenes.sweeps.seed_runs import LOOK_EVERY, SeedRuns, fresh_folder, seeds_plan
from metascope.scenes.sweeps.sweep_window import SweepWindow
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.sweeps.local import log_of
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import preset_text

if TYPE_CHECKING:
    from metascope.scenes.desk.desk import Desk
    from metascope.scenes.files.open_and_save import FileActions
    from metascope.scenes.runs.run import Run
    from metascope.scenes.stage.host import Host
    from metascope.simulator.engine.settings import Settings

MOST = 12  # runs that are opened at a time: each is rebuilt


class SweepWindows(QObject):
    """One window for each folder that is open; all are closed with the main window. Seeds that are trained go on."""

    def __init__(self, window: Host, desk: Desk, files: FileActions) -> None:
        super().__init__(window)
        self._window, self._desk, self._files = window, desk, files
        self.windows: list[SweepWindow] = []
        self.seeds: list[SeedRuns] = []

    def open(self, path: Path) -> None:
        """Show the sweep in a folder; a window that shows it already comes to the front."""
        path = path.absolute()
        found = next((one for one in self.windows if one.path == path), None)
        if found is None:
            found = SweepWindow(path, self._window.theme)
            found.runs_chosen.connect(self._open_runs)
            found.save_requested.connect(self._files.save_view)
            found.table_requested.connect(self._files.save_table)
            found.go_on_requested.connect(partial(self._go_on, found))
            found.stop_requested.connect(partial(self._stop, found))
            found.closed.connect(partial(self._closed, found))
            self.windows.append(found)
        found.show()
        found.raise_()
        found.activateWindow()

    def train_seeds(self, run: Run, settings: Settings, seeds: Sequence[int]) -> None:
        """Train a run's scenario with these settings and each of the seeds, in processes of this machine.

        Raises:
            UserError: that cannot be begun.
        """
        plan = seeds_plan(run, settings, seeds)
        folder = fresh_folder(state_folder() / "seeds", run.preset.name)
        runner = begin(folder, plan)
        title = preset_text(run.preset.title)
        group = self._desk.add_group(self.tr("{name}, {n} seeds").format(name=title, n=len(seeds)))
        self._files.recent.add(folder)
        self._follow(SeedRuns(self._window, self._desk, plan, runner, group))

    def take_over(self, other: SweepWindows) -> None:
        """Follow the seeds of another window, and open what it has open; nothing is left there."""
        for one in other.seeds:
            one.let_go()
            mine = SeedRuns(self._window, self._desk, one.plan, one.runner, one.group)
            mine.shown = one.shown
            self._follow(mine)
        other.seeds = []
        for window in other.windows:
            self.open(window.path)
            self.windows[-1].take_over(window)
        other.close()

    def _follow(self, seeds: SeedRuns) -> None:
        self.seeds.append(seeds)
        seeds.ended.connect(partial(self._ended, seeds))

    def _ended(self, seeds: SeedRuns) -> None:
        self.seeds = [one for one in self.seeds if one is not seeds]
        seeds.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        for window in self.windows:
            window.set_theme(theme)
        for seeds in self.seeds:
            seeds.set_theme(theme)

    def close(self) -> None:
        """Close all windows and follow no seeds any more: they go on."""
        for one in [*self.windows]:
            one.close()
        for seeds in self.seeds:
            seeds.let_go()
        self.seeds = []

    def _go_on(self, window: SweepWindow) -> None:
        """Go on with a sweep on this machine; the window says why that ended before it began."""
        with suppress(OSError):
            log_of(window.path).unlink()
        try:
            runner = go_on(window.path)
        except UserError as error:
            window.tell("\n".join(localized(it.message) for it in error.problems))
            return
        timer = QTimer(window, interval=LOOK_EVERY)

        def look() -> None:
            if window.watcher.last.alive or not runner.alive:
                timer.stop()
            if not runner.alive and (complaint := runner.complaint()) is not None:
                window.tell(localized(complaint))

        timer.timeout.connect(look)
        timer.start()

    def _stop(self, window: SweepWindow) -> None:
        """Stop what fills a folder on this machine."""
        look = window.watcher.last
        if look.alive and look.status is not None and look.status.pid > 0:
            LocalRunner(window.path, look.status.pid).stop()

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
