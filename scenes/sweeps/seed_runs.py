"""Trains one scenario with several seeds, in processes of this machine, and shows each run once it has ended."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from metascope.scenes.desk.kept_sessions import run_of
from metascope.scenes.runs.run import Run
from metascope.scenes.sweeps.local_runner import LocalRunner, forget
from metascope.scenes.sweeps.watcher import Look, SweepWatcher
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.sweeps.axes import SEED, Axis
from metascope.simulator.engine.sweeps.folder import session_path
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.text import say
from metascope.widgets.look.theme import Theme
from metascope.widgets.window.progress import JobProgress

if TYPE_CHECKING:
    from metascope.scenes.desk.desk import Desk
    from metascope.scenes.stage.host import Host

LOOK_EVERY = 500  # ms between two looks at the process
PATIENCE = 15.0  # seconds in which a process that was told to stop ends


def seeds_plan(run: Run, settings: Settings, seeds: Sequence[int]) -> Plan:
    """Return the sweep of a run's scenario with these settings, but for the seeds."""
    axis = Axis(SEED, (SEED,), tuple((seed,) for seed in seeds), tuple(map(str, seeds)))
    preset = replace(run.preset, settings=settings, beside=())
    return Plan(preset.name, preset.title, preset, (axis,))


def fresh_folder(within: Path, name: str) -> Path:
    """Return the path of a folder that is not there yet, named after what it is of and when."""
    stem = f"{name}-{time.strftime('%Y%m%d-%H%M%S')}"
    taken = {path.stem for path in within.iterdir()} if within.is_dir() else set()
    return within / next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)


class SeedRuns(QObject):
    """Runs that differ by their seeds alone: a group among the window's runs, which grows as they end.

    The status bar shows how far they are, and stops them. Deleting their group stops them and deletes their files;
    closing the window does neither.

    Signals:
        ended: nothing more will come.
    """

    ended = Signal()

    def __init__(self, window: Host, desk: Desk, plan: Plan, runner: LocalRunner, group: int) -> None:
        """Follow what `runner` does; the runs join the desk's group with this key."""
        super().__init__(window)
        self._window, self._desk, self.plan, self.runner, self.group = window, desk, plan, runner, group
        self.shown: set[int] = set()  # runs that are in the group
        self._stopped = 0.0  # when it was told to stop
        self._looked_last = False  # into the folder, after the process has ended
        self._watcher = SweepWatcher(runner.folder, self)
        self._progress = JobProgress(
            self.tr("{n} seeds").format(n=len(plan)),
            window.theme,
            cancel=self.tr("Stop: the runs that have ended stay"),
        )
        self._progress.show_progress(0, len(plan), 0.0, self._told(0))
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._watcher.looked.connect(self._take)
        self._progress.cancelled.connect(self.stop)
        desk.changed.connect(self._follow_group)
        window.statusBar().addPermanentWidget(self._progress)
        self._timer.start()
        self._watcher.look()

    def stop(self) -> None:
        """Start no further runs; those that have ended stay."""
        if not self._stopped:
            self._stopped = time.monotonic()
            self.runner.stop()

    def let_go(self) -> None:
        """Look no more; what trains goes on."""
        self._timer.stop()
        self._watcher.stop()
        self._desk.changed.disconnect(self._follow_group)
        self._progress.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._progress.set_theme(theme)

    def _take(self, look: Look) -> None:
        """Put the runs that have ended among the window's."""
        if look.plan is None:
            return
        new = sorted(look.rows.keys() - self.shown)
        problems = list[Problem]()
        for index in new:
            if not self._desk.tree.knows_group(self.group):
                break
            self.shown.add(index)
            try:
                self._show(index)
            except UserError as error:
                problems += error.problems
            if (why := look.rows[index].why) and look.rows[index].state == "failed":
                seed = self.plan.point(index).seed
                problems.append(Problem("", say("the run with seed {seed} failed: {reason}", seed=seed, reason=why)))
        left = look.status.seconds_left if look.status is not None else None
        self._progress.show_progress(len(self.shown), len(self.plan), left or 0.0, self._told(len(self.shown)))
        if problems:
            self._window.tell(UserError(problems))
        if len(self.shown) == len(self.plan):
            self._end()

    def _show(self, index: int) -> None:
        preferences = self._window.preferences
        path = session_path(self.runner.folder, index)
        run = run_of(path, self._window.theme, preferences.budget, preferences.torch_threads)
        name = self.tr("seed {seed}").format(seed=self.plan.point(index).seed)
        self._desk.add_root(run, name, self.group)

    def _look(self) -> None:
        """End where the process has: with all it has done, or without having begun."""
        look = self._watcher.last
        over = look.status is not None and not look.alive  # as the folder says, where the process cannot be asked
        late = bool(self._stopped) and time.monotonic() > self._stopped + PATIENCE
        if self.runner.alive and not over and not late:
            return
        if self._watcher.busy:
            return
        if not self._looked_last:  # what it has done at its very end
            self._looked_last = True
            self._watcher.look()
            return
        if not self._stopped:
            self._tell_end()
        self._end()

    def _tell_end(self) -> None:
        """Say that the process has ended before all runs were done."""
        complaint = self.runner.complaint() or say("the process has ended")
        if self._watcher.last.plan is None:
            self._window.tell(refuse("", say("the seeds cannot be trained: {reason}", reason=complaint)))
            return
        done, total = len(self.shown), len(self.plan)
        text = say("{done} of {all} seeds are done: {reason}", done=done, all=total, reason=complaint)
        self._window.tell(refuse(str(self.runner.folder), text))

    def _follow_group(self) -> None:
        """Stop once the group was deleted."""
        if not self._desk.tree.knows_group(self.group) and self._timer.isActive():
            self.stop()
            folder = self.runner.folder
            self._end()
            _Removal(self.runner, folder, self._window)

    def _end(self) -> None:
        self.let_go()
        self.ended.emit()

    def _told(self, done: int) -> str:
        return self.tr("{done} of {all} seeds").format(done=done, all=len(self.plan))


class _Removal(QObject):
    """Deletes a folder once nothing fills it any more."""

    def __init__(self, runner: LocalRunner, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._folder, self._until = runner, folder, time.monotonic() + PATIENCE
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._runner.alive and time.monotonic() < self._until:
            return
        self._timer.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
        forget(self._folder)
        self.deleteLater()
