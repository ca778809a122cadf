"""Seeds in processes of their own: a group that grows as runs end, while the run on the stage goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.store import state_folder
from metascope.scenes.runs.run import Run
from metascope.scenes.shell.window import Window
from metascope.scenes.sweeps import sweep_windows
from metascope.scenes.sweeps.local_runner import LocalRunner, begin, go_on
from metascope.scenes.sweeps.seed_runs import SeedRuns, fresh_folder, seeds_plan
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.sweeps.folder import SweepFolder, is_sweep_folder
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.widgets.runs.seeds_dialog import SeedsDialog
from metascope.widgets.window.progress import JobProgress
from tests.scenes.hands import notices, open_stage, run_steps, the_stage, trigger
from tests.waiting import LONGEST

WAIT = 4 * LONGEST  # processes that import torch


@pytest.fixture(autouse=True)
def _no_process_stays(window: Window) -> Iterator[None]:
    """Stop what a test has begun: it would go on without the window."""
    began: list[SeedRuns] = []
    before = window.sweeps.train_seeds

    def note(run: Run, settings: Settings, seeds: Sequence[int]) -> None:
        before(run, settings, seeds)
        began.append(window.sweeps.seeds[-1])

    window.sweeps.train_seeds = note  # type: ignore[method-assign]
    yield
    for seeds in began:
        seeds.runner.stop()


def ask(window: Window, count: int) -> SeedRuns:
    """Ask for so many seeds of what is on the stage."""
    window.desk.ask_seeds()
    dialog = window.findChildren(SeedsDialog)[-1]
    dialog.count.setValue(count)
    dialog._accept()
    return window.sweeps.seeds[-1]


def test_seeds_are_trained_beside_the_run_on_the_stage_and_appear_as_a_group(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "sine-maml", engine="reference", steps=100_000, seed=4)
    trigger(window, "run.play")
    qtbot.waitUntil(lambda: stage.run.runner.state is RunState.RUNNING, timeout=LONGEST)
    window.sweeps.train_seeds(stage.run, stage.run.settings.replaced(steps=6), [4, 5, 6])
    seeds = window.sweeps.seeds[-1]
    at = stage.run.recording.newest_step
    qtbot.waitUntil(lambda: len(window.desk.tree.members(seeds.group)) == 3, timeout=WAIT)
    assert stage.run.runner.state is RunState.RUNNING
    assert stage.run.recording.newest_step > at
    members = window.desk.tree.members(seeds.group)
    assert sorted(node.run.settings.model_dump()["seed"] for node in members) == [4, 5, 6]
    assert [node.run.recording.newest_step for node in members] == [6, 6, 6]
    assert sorted(node.name for node in members) == ["seed 4", "seed 5", "seed 6"]
    assert the_stage(window) is stage
    assert window.desk._company.ghosts is not None
    qtbot.waitUntil(lambda: len(window.desk._company.ghosts._bands) == 1, timeout=LONGEST)  # type: ignore[union-attr]
    assert window.sweeps.seeds == []
    assert seeds.runner.folder in window.file_actions.recent.paths()


@pytest.mark.slow
def test_stopping_keeps_what_has_ended_and_the_folder_can_be_gone_on_with(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "sine-maml", engine="reference", steps=60)
    seeds = ask(window, 20)
    qtbot.waitUntil(lambda: len(seeds.shown) >= 1, timeout=WAIT)
    window.statusBar().findChildren(JobProgress)[-1].cancelled.emit()
    qtbot.waitUntil(lambda: not window.sweeps.seeds, timeout=WAIT)
    folder = SweepFolder(seeds.runner.folder)
    folder.update()
    assert 1 <= len(folder.rows) < 20
    assert len(window.desk.tree.members(seeds.group)) == len(folder.rows)
    assert folder.status is not None
    assert folder.status.doing == "interrupted"
    assert stage.run.runner.state is not RunState.FAILED


@pytest.mark.slow
def test_a_deleted_group_is_trained_no_more_and_its_files_are_gone(qtbot: QtBot, window: Window) -> None:
    run_steps(qtbot, open_stage(qtbot, window, "sine-maml", engine="reference", steps=60), 2)
    seeds = ask(window, 20)
    folder = seeds.runner.folder
    qtbot.waitUntil(lambda: len(seeds.shown) >= 1, timeout=WAIT)
    window.desk.view.deleted.emit(seeds.group)
    qtbot.waitUntil(lambda: not folder.exists() and not seeds.runner.alive, timeout=WAIT)
    assert [node.run for node in window.desk.tree.nodes] == [the_stage(window).run]


def test_closing_the_window_ends_nothing(qtbot: QtBot, window: Window) -> None:
    open_stage(qtbot, window, "sine-maml", engine="reference", steps=10)
    seeds = ask(window, 2)
    window.close()
    assert seeds.runner.alive
    qtbot.waitUntil(lambda: not seeds.runner.alive, timeout=WAIT)
    folder = SweepFolder(seeds.runner.folder)
    folder.update()
    assert len(folder.rows) == 2


def test_a_process_that_cannot_go_on_is_told_in_one_line(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin_wrongly(folder: Path, plan: Plan) -> LocalRunner:
        folder.mkdir(parents=True)
        (folder / "mine.txt").write_text("not to be written over", encoding="utf-8")
        return begin(folder, plan)

    monkeypatch.setattr(sweep_windows, "begin", begin_wrongly)
    open_stage(qtbot, window, "sine-maml", engine="reference")
    seeds = ask(window, 2)
    qtbot.waitUntil(lambda: not window.sweeps.seeds, timeout=WAIT)
    (text,) = (one for one in notices(window) if "seeds" in one)
    assert text.startswith(f"the seeds cannot be trained: {seeds.runner.folder}: must be empty")
    assert len(text.splitlines()) == 1


def test_no_signal_is_ever_sent_to_this_process_or_its_group(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QProcess, "startDetached", lambda *_: (True, 0))
    with pytest.raises(UserError, match="no process can be begun"):
        go_on(tmp_path)


def test_the_plan_has_the_settings_of_the_form_and_the_seeds(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "sine-maml", engine="reference", steps=7)
    plan = seeds_plan(stage.run, stage.settings, [3, 9])
    assert [plan.settings(point).model_dump()["seed"] for point in plan.points()] == [3, 9]
    assert plan.preset.settings == stage.settings


def test_folders_of_seeds_never_meet(tmp_path: Path) -> None:
    first = fresh_folder(tmp_path, "rates")
    first.mkdir()
    assert fresh_folder(tmp_path, "rates") != first
    assert not is_sweep_folder(first)
    assert state_folder().name
