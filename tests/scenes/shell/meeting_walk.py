"""A person who does everything in the window while other programs write what it shows: runs, recordings and sweeps."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import numpy as np
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from metascope.record import Recording
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.succession import succeed
from metascope.scenes.sweeps import sweep_windows
from metascope.scenes.sweeps.local_runner import LocalRunner
from metascope.simulator.engine.sweeps.folder import Row
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.work import job_of, work
from metascope.simulator.engine.sweeps.writing import FolderWriter
from tests.scenes.shell.walk import PICKS, Walk
from tests.scenes.shell.wild_walk import WildWalk
from tests.scenes.sweeps.made import done
from tests.simulator.engine.files.test_session_journal import Running

OFTEN = 0.05  # seconds between two writes of a recording
WRITERS = 3  # other programs at a time
DONE: Counter[str] = Counter()  # what was done with other programs, by rule


class _Ended(LocalRunner):
    """A process that has done all it was to do."""

    alive = False


class MeetingWalk(WildWalk):
    """What a person may do anywhere, while other programs write files and folders that are shown."""

    def __init__(self, qtbot: QtBot, folder: Path, wrong: list[Exception]) -> None:
        self.running: list[Running] = []
        self.recordings: list[Recording] = []
        self.sweep: Path | None = None
        self.made = 0  # files of other programs
        super().__init__(qtbot, folder, wrong)
        self.answers.setattr(sweep_windows, "begin", _begun)

    def _path(self) -> Path:
        self.made += 1
        return self.folder / f"other-{os.getpid()}-{id(self)}-{self.made}.metascope"

    def may_write_another(self) -> bool:
        return len(self.running) + len(self.recordings) < WRITERS

    # What other programs do

    @precondition(may_write_another)
    @rule()
    def another_program_trains(self) -> None:
        run = Running(self._path())
        run.go(3)
        run.write()
        self.running.append(run)
        DONE["a run begins"] += 1

    @precondition(may_write_another)
    @rule()
    def another_program_records(self) -> None:
        recording = Recording(self._path(), methods=("maml", "own idea"), every=OFTEN)
        recording.step(metrics={"loss": {"maml": 1.0, "own idea": 2.0}})
        self.wait(recording.path.exists)
        self.recordings.append(recording)
        DONE["a recording begins"] += 1

    @precondition(lambda self: bool(self.running))
    @rule(number=PICKS, ends=st.booleans())
    def it_trains_on(self, number: int, ends: bool) -> None:
        run = self.running[number % len(self.running)]
        run.go(number % 7)
        run.write()
        if ends and number % 3 == 0:
            run.journal.close()
            self.running.remove(run)
        DONE["a run goes on"] += 1

    @precondition(lambda self: bool(self.recordings))
    @rule(number=PICKS, what=st.sampled_from(["metrics", "paths", "heatmaps", "gates", "nan"]), ends=st.booleans())
    def it_records_on(self, number: int, what: str, ends: bool) -> None:
        recording = self.recordings[number % len(self.recordings)]
        values = np.full((2, 2), np.nan) if what == "nan" else np.eye(2)
        if what in ("metrics", "nan"):
            recording.step(metrics={f"number {number % 3}": float(values[0, 0])})
        elif what == "paths":
            recording.step(paths={"theta": {"maml": values, "own idea": -values}})
        else:
            part = {f"part {number % 3}": values}
            recording.step(heatmaps=part if what == "heatmaps" else {}, gates=part if what == "gates" else {})
        if ends and number % 3 == 0:
            recording.close()
            self.recordings.remove(recording)
        DONE[f"a recording goes on: {what}"] += 1

    # What a person does with them

    @precondition(lambda self: bool(self.running or self.recordings) and self.may_have_another())
    @rule(number=PICKS, follow=st.booleans())
    def follow_or_open(self, number: int, follow: bool) -> None:
        paths = [run.path for run in self.running] + [recording.path for recording in self.recordings]
        before, path = self.window.stage, paths[number % len(paths)]
        self.window.file_actions.open_or_follow(path, follow)
        self._after(before)
        DONE["followed" if follow else "opened while it grows"] += 1

    @precondition(lambda self: len(self.nodes) < 3)
    @rule(
        runs=st.lists(st.integers(0, 2), max_size=2, unique=True),
        text=st.sampled_from(["", "seed < 3", "(", "inner_rate > 0.07"]),
    )
    def look_into_a_sweep(self, runs: list[int], text: str) -> None:
        if self.sweep is None:
            self.sweep = done(self.folder / f"sweep-{os.getpid()}-{id(self)}")
        before = self.window.stage
        assert self.window.open_path(self.sweep)
        (shown,) = self.window.sweeps.windows
        self.wait(lambda: bool(shown.comparison.headings))
        shown.table.line.setText(text)
        shown._typed(text)
        if runs:
            shown._open(runs)
        self._after(before)
        DONE["a sweep, its runs opened" if runs else "a sweep"] += 1

    @precondition(lambda self: Walk.may_branch(self) and len(self.nodes) < 3)
    @rule()
    def train_seeds_beside(self) -> None:
        stage, before = self.stage, len(self.nodes)
        run = stage.run
        if self.window.attempt(lambda: self.window.sweeps.train_seeds(run, stage.settings.replaced(steps=3), [1, 2])):
            self.wait(lambda: not self.window.sweeps.seeds)
            assert len(self.nodes) == before + 2
        DONE["seeds"] += 1

    @rule()
    def put_another_window_in_its_place(self) -> None:
        """Have what a change of the language has: a new window that goes on with all runs."""
        before, kept = self.window, [node.key for node in self.nodes]
        store = QSettings(str(self.folder / "kept.ini"), QSettings.Format.IniFormat)
        self.noted, self.seen = None, None
        self.window = succeed(before, new_window, store)
        before.close()
        before.deleteLater()
        del before
        assert [node.key for node in self.nodes] == kept
        if self.on_stage():
            self.staged()
        DONE["another window in its place"] += 1

    def end(self) -> None:
        try:
            for run in self.running:
                run.journal.close()
            for recording in self.recordings:
                recording.close()
        finally:
            super().end()


def _begun(folder: Path, plan: Plan) -> LocalRunner:
    """Do the runs of a sweep at once, here."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    writer = FolderWriter(folder, plan, lambda: "reference")
    for index in range(len(plan)):
        writer.add(Row.loads(work(job_of(plan, index, "reference", folder, writer.token)).row, "a walk"))
    writer.close("finished")
    return _Ended(folder, 0)
