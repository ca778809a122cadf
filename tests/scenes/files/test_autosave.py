"""Autosave: what was trained is kept along, and comes back after a crash."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from metascope.scenes.files.autosave import THREAD, Autosave, AutosavedRun
from metascope.scenes.files.recovery_dialog import recover
from metascope.scenes.files.slots import INDEX, Slot, SlotRun, last_closed, leftovers
from metascope.scenes.runs.run import Run, branch_run, start_run
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.session import Journal, open_session
from metascope.simulator.engine.files.session_format.container import scan
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.running.runner import Runner, RunState
from tests.clocks import Clock
from tests.waiting import LONGEST, SECONDS, until

BUDGET = 64 << 20


def until_paused(run: Run) -> None:
    until(lambda: run.runner.state is RunState.PAUSED)


@contextmanager
def trained(steps: int) -> Iterator[Run]:
    """Give a run of the default scenario after some meta-steps."""
    preset = presets.find("two-tasks")
    run = start_run(preset, preset.settings)
    run.runner.throttle(None)
    run.runner.run(steps)
    until_paused(run)
    yield run
    assert run.runner.stop(SECONDS)


@pytest.fixture
def saver(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Autosave]]:
    """Give a way to make an autosave of some runs, closed in the end."""
    owner, made = QObject(), []

    def make(kept: Callable[[], Sequence[AutosavedRun]], folder: Path = tmp_path) -> Autosave:
        made.append(Autosave(folder, kept, owner))
        return made[-1]

    yield make
    for one in made:
        one.close()
    owner.deleteLater()


def saved(qtbot: QtBot, autosave: Autosave) -> None:
    autosave.save()
    qtbot.waitUntil(lambda: not autosave.saving, timeout=LONGEST)


def entry(run: Run, key: int = 1, **values: object) -> AutosavedRun:
    return AutosavedRun(run, SlotRun(**{"key": key, "name": f"run {key}", "step": 0, **values}))  # type: ignore[arg-type]


def test_a_run_is_kept_with_what_the_tree_says_of_it(
    qtbot: QtBot, saver: Callable[..., Autosave], tmp_path: Path
) -> None:
    with trained(20) as run, branched(run, 8) as branch:
        autosave = saver(lambda: [entry(run), entry(branch, 2, parent=1, branched=8, current=True)])
        saved(qtbot, autosave)
        assert autosave.folder is not None
        one, two = (open_session(autosave.folder / f"run-{key}.metascope") for key in (1, 2))
        assert (one.recording.newest_step, two.recording.newest_step) == (20, 8)
        assert one.head.name == "run 1"
        assert [opened.recording.checkpoints[-1].step for opened in (one, two)] == [20, 8]
        one.close()
        two.close()


def test_what_is_kept_comes_back_and_goes_on_bit_for_bit(
    qtbot: QtBot, saver: Callable[..., Autosave], tmp_path: Path
) -> None:
    with trained(20) as run, branched(run, 8) as branch:
        autosave = saver(lambda: [entry(run), entry(branch, 2, parent=1, branched=8)])
        saved(qtbot, autosave)
        assert autosave.folder is not None
        copy = Slot(tmp_path / "slot-copy")
        for path in autosave.folder.glob("r*"):
            (copy.folder / path.name).write_bytes(path.read_bytes())
        found, problems = recover(copy, 1, BUDGET)
        assert problems == ()
        assert [one.entry for one in found] == [
            SlotRun(key=1, name="run 1", step=20),
            SlotRun(key=2, name="run 2", step=8, parent=1, branched=8),
        ]
        for one, before in zip(found, (run, branch), strict=True):
            goes_on_like(one.run, before)
            assert one.run.end(SECONDS)
        copy.remove()


def goes_on_like(again: Run, before: Run) -> None:
    """Fail unless ten more meta-steps of both give the same numbers."""
    for run in (again, before):
        run.runner.throttle(None)
        run.runner.run(10)
        assert run.runner.ask(lambda simulation: None).exception(SECONDS) is None
    for run in (again, before):
        until_paused(run)
    assert again.recording.metrics.csv() == before.recording.metrics.csv()


@contextmanager
def branched(run: Run, step: int) -> Iterator[Run]:
    branch = branch_run(run, step, {})
    until(lambda: branch.runner.state is not RunState.PREPARING)
    yield branch
    assert branch.runner.stop(SECONDS)


def test_a_run_that_was_deleted_is_kept_no_longer(qtbot: QtBot, saver: Callable[..., Autosave]) -> None:
    with trained(5) as run:
        kept = [entry(run), entry(run, 2)]
        autosave = saver(lambda: list(kept))
        saved(qtbot, autosave)
        assert autosave.folder is not None
        kept.pop()
        saved(qtbot, autosave)
        assert sorted(path.name for path in autosave.folder.glob("run-*")) == ["run-1.metascope"]


def test_a_pause_during_a_saving_is_saved_after_it(
    qtbot: QtBot, saver: Callable[..., Autosave], monkeypatch: pytest.MonkeyPatch
) -> None:
    with trained(5) as run:
        autosave = saver(lambda: [entry(run)])
        autosave.save()
        autosave.save()
        run.runner.run(5)
        qtbot.waitUntil(lambda: not autosave.saving, timeout=LONGEST)
        saved(qtbot, autosave)
        assert autosave.folder is not None
        session = open_session(autosave.folder / "run-1.metascope")
        assert session.recording.newest_step == 10
        session.close()


def test_a_folder_that_cannot_be_written_is_told_once(
    qtbot: QtBot, saver: Callable[..., Autosave], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with trained(5) as run:
        autosave = saver(lambda: [entry(run)], tmp_path / "file")
        told: list[UserError] = []
        autosave.failed.connect(told.append)
        autosave.save()
        autosave.save()
        assert len(told) == 1
        assert str(tmp_path / "file") in str(told[0])


def test_closing_saves_for_the_last_time_and_leaves_no_thread(
    qtbot: QtBot, saver: Callable[..., Autosave], tmp_path: Path
) -> None:
    with trained(5) as run:
        autosave = saver(lambda: [entry(run)])
        saved(qtbot, autosave)
        run.runner.run(7)
        until_paused(run)
        slot = autosave.close()
    assert slot is not None
    assert THREAD not in {thread.name for thread in threading.enumerate()}
    assert leftovers(tmp_path) == ()  # nobody is asked about it
    again = last_closed(tmp_path)
    assert again is not None
    session = open_session(again.path(1))
    assert session.recording.newest_step == 12
    session.close()
    again.remove()
    assert last_closed(tmp_path) is None


def test_without_runs_closing_leaves_nothing(saver: Callable[..., Autosave], tmp_path: Path) -> None:
    assert saver(lambda: []).close() is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killed_the_program_offers_what_was_trained(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QObject, QTimer;"
        "from PySide6.QtWidgets import QApplication; from metascope.scenes.files.autosave import *;"
        "from metascope.scenes.files.slots import SlotRun;"
        "from metascope.scenes.runs.run import start_run; from metascope.simulator.engine.files import presets;"
        "app = QApplication([]); preset = presets.find('two-tasks');"
        "run = start_run(preset, preset.settings.replaced(steps=1000000));"
        "run.runner.throttle(None); run.runner.play();"
        "owner = QObject();"
        "one = Autosave(Path(sys.argv[1]), lambda: [AutosavedRun(run, SlotRun(key=1, name='a', step=0))], owner);"
        "begun = []; timer = QTimer(interval=100); one.saved.connect(lambda: print(begun[-1], flush=True));"
        "timer.timeout.connect(lambda: one.saving or (begun.append(run.recording.newest_step), one.save()));"
        f"timer.start(); QTimer.singleShot({LONGEST}, app.quit); app.exec()"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert child.stdout is not None
    told = next(step for line in child.stdout if (step := int(line)) > 1000)
    child.kill()
    child.wait()
    child.stdout.close()
    (slot,) = leftovers(tmp_path)
    (found,), problems = recover(slot, 1, BUDGET)
    assert problems == ()
    assert found.run.recording.newest_step >= told
    assert found.run.end(SECONDS)
    slot.remove()


@pytest.mark.parametrize(
    "fault", [OSError(28, "No space left on device"), TypeError("a plug-in's frame"), MemoryError()]
)
def test_a_run_that_cannot_be_kept_is_told_of_and_hinders_no_other(
    qtbot: QtBot, saver: Callable[..., Autosave], monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    write = Journal.write

    def fail(journal: Journal, past: Snapshot) -> None:
        if journal.path.name != "run-2.metascope":
            write(journal, past)
        elif broken:
            raise fault

    broken = [True]
    monkeypatch.setattr(Journal, "write", fail)
    with trained(5) as run:
        autosave = saver(lambda: [entry(run, key) for key in (1, 2, 3)])
        told, done = list[UserError](), list[bool]()
        autosave.failed.connect(told.append)
        autosave.saved.connect(lambda: done.append(True))
        for _ in range(2):
            saved(qtbot, autosave)
        assert autosave.folder is not None
        assert [problem.where for problem in told[0].problems] == [str(autosave.folder / "run-2.metascope")]
        assert (len(told), done, autosave.complete) == (1, [], False)
        assert sorted(path.name for path in autosave.folder.glob("run-*")) == ["run-1.metascope", "run-3.metascope"]
        index = json.loads((autosave.folder / INDEX).read_text())["runs"]
        assert [(one["key"], one["step"]) for one in index] == [(1, 5), (2, 0), (3, 5)]
        broken.clear()
        saved(qtbot, autosave)
        assert (done, autosave.complete) == ([True], True)


def test_the_reason_why_no_run_can_be_kept_is_told_once(
    qtbot: QtBot, saver: Callable[..., Autosave], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(journal: Journal, past: Snapshot) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "write", full)
    with trained(2) as run:
        autosave = saver(lambda: [entry(run, key) for key in (1, 2, 3)])
        told: list[UserError] = []
        autosave.failed.connect(told.append)
        saved(qtbot, autosave)
        assert autosave.folder is not None
        assert [str(one) for one in told] == [
            f"{autosave.folder / 'run-1.metascope'}: cannot be written: No space left on device"
        ]


def test_runs_in_long_steps_are_waited_for_together(
    qtbot: QtBot, saver: Callable[..., Autosave], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("metascope.scenes.files.autosave.time", clock)

    def late(runner: Runner, patience: float) -> Snapshot:
        clock.wait(patience)
        return runner.recording.snapshot()

    with trained(2) as run:
        autosave = saver(lambda: [entry(run, key) for key in range(1, 11)])
        monkeypatch.setattr(Runner, "snapshot", late)
        saved(qtbot, autosave)
    assert len(clock.waits) == 10
    assert sum(clock.waits) < 0.8


def test_a_window_that_closes_waits_a_second_for_saving(
    qtbot: QtBot, saver: Callable[..., Autosave], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, writing, may_end = Clock(), threading.Event(), threading.Event()

    def snapshot(runner: Runner, patience: float) -> Snapshot:
        writing.set()
        assert may_end.wait(SECONDS)
        return runner.recording.snapshot()

    with trained(2) as run:
        autosave = saver(lambda: [entry(run)])
        monkeypatch.setattr(Runner, "snapshot", snapshot)
        autosave.save()
        assert writing.wait(SECONDS)
        thread = autosave._thread
        assert thread is not None
        with monkeypatch.context() as waiting:
            waiting.setattr("metascope.scenes.files.autosave.time", clock)
            waiting.setattr(thread, "join", clock.wait)
            autosave.close()
        may_end.set()
        thread.join(SECONDS)
    assert clock.waits == [pytest.approx(1.0)]


def test_a_recovered_run_whose_frames_cannot_be_read_is_not_kept_whole(
    qtbot: QtBot, saver: Callable[..., Autosave], tmp_path: Path
) -> None:
    """What holds them may not be deleted, although the run came back without a word: frames are read when needed."""
    with trained(40) as run:
        path = tmp_path / "slot-dead" / "run-1.metascope"
        slot = Slot(path.parent)
        journal = Journal(path, run.head("a"))
        journal.write(run.recording.snapshot())
        run.runner.run(20)
        until_paused(run)
        journal.write(run.recording.snapshot())
        journal.close()
        data = bytearray(path.read_bytes())
        frames = next(one for one in scan(io.BytesIO(data), len(data)) if one.name.startswith("frames/"))
        data[frames.offset + frames.packed // 2] ^= 255
        path.write_bytes(data)
    (found,), problems = recover(slot, 1, BUDGET)
    assert (problems, found.whole) == ((), True)
    autosave = saver(lambda: [entry(found.run)], tmp_path / "own")
    told, done = list[UserError](), list[bool]()
    autosave.failed.connect(told.append)
    autosave.saved.connect(lambda: done.append(True))
    for _ in range(2):
        saved(qtbot, autosave)
    assert (done, autosave.complete) == ([], False)
    assert [str(one).rpartition(": ")[2] for one in told] == ["lacks parts of the run that cannot be read any more"]
    assert found.run.end(SECONDS)
    slot.remove()
