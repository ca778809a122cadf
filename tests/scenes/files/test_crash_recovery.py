"""CrashRecovery runs along: what a window that died leaves is offered, and what ended as it should leaves nothing."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.desk import Desk
from metascope.scenes.files.autosave import Autosave
from metascope.scenes.files.slots import INDEX, LOCK
from metascope.scenes.kept.preferences import Preferences, autosave_folder
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.session import Journal, open_session, save
from metascope.simulator.engine.files.session_format.container import scan
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.text import say
from tests.scenes.hands import notices, open_stage, run_steps, the_stage, trigger
from tests.waiting import LONGEST, SECONDS

Start = Callable[[], Window]


def autosave_of(window: Window) -> Autosave:
    found = window.findChild(Autosave)
    assert isinstance(found, Autosave)
    return found


def saved(qtbot: QtBot, window: Window) -> Path:
    """Have the window's runs saved, and return its slot."""
    autosave = autosave_of(window)
    qtbot.waitUntil(lambda: not autosave.saving, timeout=LONGEST)
    autosave.save()
    qtbot.waitUntil(lambda: not autosave.saving, timeout=LONGEST)
    assert autosave.folder is not None
    return autosave.folder


def slots() -> list[Path]:
    return sorted(autosave_folder().glob("slot-*"))


def question(window: Window) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def answer(window: Window, text: str) -> None:
    """Answer the question whether to recover."""
    box = question(window)
    assert box is not None
    next(button for button in box.buttons() if button.text() == text).click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="module")
def grave(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give where the slot of a dead window is kept from test to test."""
    return tmp_path_factory.mktemp("grave") / "slot-dead"


@pytest.fixture
def dead(qtbot: QtBot, started: Start, grave: Path) -> Path:
    """Give the slot of a window that died with a run, a branch on the stage and another scenario."""
    if not grave.exists():
        die(qtbot, started(), grave)
        shutil.rmtree(autosave_folder())
    return shutil.copytree(grave, autosave_folder() / grave.name)


def die(qtbot: QtBot, window: Window, grave: Path) -> None:
    stage = open_stage(qtbot, window)
    run_steps(qtbot, stage, 20)
    run_steps(qtbot, open_stage(qtbot, window, "bad-start"), 3)
    window.desk.choose(window.desk.tree.nodes[0].key)
    window.desk.branches.continue_from(12)
    branch = the_stage(window)
    qtbot.waitUntil(lambda: branch.playback.shown is not None, timeout=LONGEST)
    run_steps(qtbot, branch, 2)
    window.desk.view.renamed.emit(window.desk.tree.nodes[-1].key, "the way back")
    shutil.copytree(saved(qtbot, window), grave, ignore=shutil.ignore_patterns(LOCK))
    window.close()


def test_without_a_dead_window_nothing_is_asked(started: Start) -> None:
    assert question(started()) is None


def test_what_a_dead_window_left_is_offered(started: Start, dead: Path) -> None:
    box = question(started())
    assert box is not None
    told = box.informativeText()
    assert "the way back: meta-step 14" in told
    assert "Two tasks, one start: meta-step 20" in told


@pytest.mark.slow
def test_recover_brings_the_tree_back(qtbot: QtBot, started: Start, dead: Path) -> None:
    window = started()
    answer(window, "Recover")
    first, other, branch = window.desk.tree.nodes
    assert [node.name for node in (first, branch)] == ["Two tasks, one start", "the way back"]
    assert (first.parent, other.parent, branch.parent, branch.step) == (None, None, first.key, 12)
    assert [node.run.recording.newest_step for node in (first, other, branch)] == [20, 3, 14]
    assert the_stage(window).run is branch.run
    qtbot.waitUntil(lambda: the_stage(window).playback.shown is not None, timeout=LONGEST)
    run_steps(qtbot, the_stage(window), 3)
    assert branch.run.recording.newest_step == 17


def test_start_clean_deletes_what_was_left(started: Start, dead: Path) -> None:
    window = started()
    answer(window, "Discard")
    assert window.desk.tree.nodes == ()
    assert not dead.exists()
    assert question(window) is None


def test_decide_later_keeps_it_and_asks_at_the_next_start(started: Start, dead: Path) -> None:
    first = started()
    answer(first, "Decide later")
    assert first.desk.tree.nodes == ()
    first.close()
    assert dead.exists()
    assert question(started()) is not None


def test_closing_with_the_question_open_keeps_it(started: Start, dead: Path) -> None:
    first = started()
    assert question(first) is not None
    first.close()
    assert (dead / "runs.json").exists()
    assert question(started()) is not None


@pytest.mark.slow
def test_nobody_is_asked_after_a_window_was_closed_but_its_runs_can_be_reopened(qtbot: QtBot, started: Start) -> None:
    window = started()
    run_steps(qtbot, open_stage(qtbot, window), 5)
    window.close()
    again = started()
    assert question(again) is None
    trigger(again, "file.last")
    assert [node.run.recording.newest_step for node in again.desk.tree.nodes] == [5]


def test_a_branch_of_an_opened_session_comes_back_with_the_run_it_branched_off(
    qtbot: QtBot, started: Start, tmp_path: Path
) -> None:
    window = started()
    run = open_stage(qtbot, window).run
    run_steps(qtbot, the_stage(window), 5)
    save(tmp_path / "a.metascope", run.head("a"), run.runner.snapshot(SECONDS))
    window.desk.view.deleted.emit(window.desk.tree.nodes[0].key)
    assert window.open_path(tmp_path / "a.metascope")
    stage = the_stage(window)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    window.desk.branches.continue_from(3)
    qtbot.waitUntil(lambda: len(window.desk.tree.nodes) == 2, timeout=LONGEST)
    run_steps(qtbot, the_stage(window), 2)
    window.close()
    again = started()
    trigger(again, "file.last")
    opened, branch = again.desk.tree.nodes
    assert (opened.parent, branch.parent, branch.step) == (None, opened.key, 3)


@pytest.mark.slow
def test_what_was_trained_just_before_closing_can_be_reopened(qtbot: QtBot, started: Start) -> None:
    window = started()
    stage = open_stage(qtbot, window)
    stage.run.runner.play()
    qtbot.waitUntil(lambda: stage.run.recording.newest_step > 50, timeout=LONGEST)
    window.close()
    again = started()
    trigger(again, "file.last")
    assert again.desk.tree.nodes[0].run.recording.newest_step == stage.run.recording.newest_step


@pytest.mark.slow
def test_a_window_closed_without_a_trained_run_leaves_nothing(qtbot: QtBot, started: Start) -> None:
    window = started()
    open_stage(qtbot, window)
    window.close()
    assert slots() == []


@pytest.mark.slow
def test_runs_deleted_before_closing_leave_nothing(qtbot: QtBot, started: Start) -> None:
    window = started()
    run_steps(qtbot, open_stage(qtbot, window), 5)
    saved(qtbot, window)
    assert len(slots()) == 1
    window.desk.view.deleted.emit(window.desk.tree.nodes[0].key)
    window.close()
    assert slots() == []


@pytest.mark.slow
@pytest.mark.parametrize("at_once", [True, False])
def test_closing_a_second_window_leaves_the_runs_of_the_first_one(qtbot: QtBot, started: Start, at_once: bool) -> None:
    first = started()
    run_steps(qtbot, open_stage(qtbot, first), 3)
    if not at_once:
        first.close()
    second = started()
    run_steps(qtbot, open_stage(qtbot, second), 4)
    first.close()
    second.close()
    again = started()
    trigger(again, "file.last")
    assert [node.run.recording.newest_step for node in again.desk.tree.nodes] == [4]
    trigger(again, "file.last")
    assert [node.run.recording.newest_step for node in again.desk.tree.nodes] == [4, 3]


def test_without_a_closed_window_reopening_says_so(started: Start) -> None:
    window = started()
    trigger(window, "file.last")
    assert any("no runs to reopen" in text for text in notices(window))


@pytest.mark.slow
def test_recovered_runs_closed_again_lie_in_one_slot(qtbot: QtBot, started: Start, dead: Path) -> None:
    window = started()
    answer(window, "Recover")
    window.close()
    assert len(slots()) == 1
    assert not dead.exists()
    again = started()
    assert question(again) is None
    trigger(again, "file.last")
    assert len(again.desk.tree.nodes) == 3


@pytest.mark.slow
def test_recovered_runs_that_cannot_be_kept_anew_are_offered_again(
    qtbot: QtBot, started: Start, dead: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Journal, snapshot: Snapshot) -> None:
        raise refuse(str(self.path), say("cannot be written: no room"))

    window = started()
    monkeypatch.setattr(Journal, "write", full)
    answer(window, "Recover")
    window.close()
    assert dead.exists()
    again = started()
    assert question(again) is not None
    answer(again, "Discard")


@pytest.mark.slow
def test_a_recovered_slot_is_not_offered_again_once_its_runs_are_kept_anew(
    qtbot: QtBot, started: Start, dead: Path, tmp_path: Path
) -> None:
    window = started()
    answer(window, "Recover")
    own = saved(qtbot, window)
    assert len(list(own.glob("run-*"))) == 3
    left = tmp_path / "left"
    shutil.copytree(autosave_folder(), left, ignore=shutil.ignore_patterns(LOCK))  # as the next crash leaves it
    window.close()
    shutil.rmtree(autosave_folder())
    shutil.copytree(left, autosave_folder())
    again = started()
    answer(again, "Recover")
    assert len(again.desk.tree.nodes) == 3


@pytest.mark.slow
def test_a_saving_that_began_before_the_recovery_does_not_count_as_its_keeping(
    qtbot: QtBot, started: Start, dead: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = started()
    box = question(window)
    assert box is not None
    run_steps(qtbot, open_stage(qtbot, window), 5)
    autosave = autosave_of(window)
    qtbot.waitUntil(lambda: not autosave.saving, timeout=LONGEST)
    write, may_write = Autosave._write, Event()

    def late(self: Autosave, *arguments: object) -> None:
        assert may_write.wait(SECONDS)
        write(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Autosave, "_write", late)
    autosave.save()
    answer(window, "Recover")
    may_write.set()
    told: list[int] = []
    autosave.saved.connect(lambda: told.append(len(list((autosave.folder or Path()).glob("run-*")))))
    qtbot.waitUntil(lambda: bool(told), timeout=LONGEST)
    assert told[0] == 4
    qtbot.waitUntil(lambda: (dead / "taken-over").exists(), timeout=LONGEST)


@pytest.mark.slow
def test_a_damaged_run_is_told_and_the_others_come_back(started: Start, dead: Path) -> None:
    (broken,) = [path for path in dead.glob("run-*") if path.name == "run-1.metascope"]
    broken.write_bytes(b"PK\x03\x04")
    window = started()
    answer(window, "Recover")
    assert len(window.desk.tree.nodes) == 2
    assert all(node.parent is None for node in window.desk.tree.nodes)
    assert len([text for text in notices(window) if str(broken) in text]) == 1


@pytest.mark.slow
@pytest.mark.parametrize("saved_first", [True, False])
def test_a_run_that_does_not_come_back_stays_and_is_offered_again_alone(
    qtbot: QtBot, started: Start, dead: Path, saved_first: bool
) -> None:
    (apart,) = [path for path in dead.glob("run-*") if path.name == "run-1.metascope"]
    whole = apart.read_bytes()
    apart.write_bytes(b"PK\x03\x04")  # as where its plug-in is not installed: it cannot be opened now
    window = started()
    answer(window, "Recover")
    if saved_first:
        saved(qtbot, window)
    window.close()
    assert [path.name for path in dead.glob("run-*")] == [apart.name]
    apart.write_bytes(whole)
    again = started()
    answer(again, "Recover")
    assert len(again.desk.tree.nodes) == 1
    again.close()
    assert not dead.exists()


@pytest.mark.slow
def test_runs_without_an_index_come_back_by_their_own_files(qtbot: QtBot, started: Start, dead: Path) -> None:
    (dead / INDEX).unlink()
    window = started()
    answer(window, "Recover")
    assert sorted(node.run.recording.newest_step for node in window.desk.tree.nodes) == [3, 14, 20]
    assert "branch 1" in [node.name for node in window.desk.tree.nodes]  # its name when its file was begun
    assert notices(window) == []
    window.close()
    assert not dead.exists()
    assert sum(len(list(slot.glob("run-*"))) for slot in slots()) == 3  # in the slot of this window


@pytest.mark.slow
def test_a_run_written_after_the_index_comes_back_too(qtbot: QtBot, started: Start, dead: Path) -> None:
    index = json.loads((dead / INDEX).read_text())
    index["runs"] = [run for run in index["runs"] if run["key"] == 1]
    (dead / INDEX).write_text(json.dumps(index))
    window = started()
    answer(window, "Recover")
    assert len(window.desk.tree.nodes) == 3


@pytest.mark.slow
@pytest.mark.parametrize("newer", ["index", "runs"])
def test_a_slot_of_a_newer_program_is_kept_and_named(qtbot: QtBot, started: Start, dead: Path, newer: str) -> None:
    files = {path.name for path in dead.glob("run-*")}
    if newer == "index":
        (dead / INDEX).write_text('{"format": 2, "windows": []}')
        (dead / "run-1.v2.metascope").write_bytes(b"of another kind")
    else:
        for path in dead.glob("run-*"):
            path.write_bytes(b"PK\x03\x04 of another kind")
    window = started()
    answer(window, "Recover")
    assert f"{dead}: keeps what could not be recovered" in "\n".join(notices(window))
    window.close()
    left = {path.name for path in dead.glob("run-*")}
    assert left == ({"run-1.v2.metascope"} if newer == "index" else files)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["damaged", "cut"])
def test_a_run_that_comes_back_in_part_is_told_and_its_file_kept_unless_only_its_end_is_missing(
    qtbot: QtBot, started: Start, how: str
) -> None:
    window = started()
    stage = open_stage(qtbot, window)
    for _ in range(2):  # two parts of the file
        run_steps(qtbot, stage, 5)
        own = saved(qtbot, window)
    dead = shutil.copytree(own, autosave_folder() / "slot-dead", ignore=shutil.ignore_patterns(LOCK))
    window.close()
    (path,) = dead.glob("run-*")
    data = path.read_bytes()
    with path.open("rb") as file:
        members = list(scan(file, len(data)))
    logs = [member for member in members if member.name.startswith("log/")]
    assert len(logs) == 2
    if how == "damaged":  # as by a disk: what follows may still be read by another program
        at = logs[-1].offset + logs[-1].packed // 2
        data = data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]
    else:  # as by a kill
        data = data[: logs[-1].offset + 1]
    path.write_bytes(data)
    window = started()
    answer(window, "Recover")
    assert [node.run.recording.newest_step for node in window.desk.tree.nodes] == [5]
    told = [text for text in notices(window) if str(path) in text and "opened up to meta-step" in text]
    assert len(told) == (how == "damaged")
    saved(qtbot, window)
    window.close()
    assert path.exists() is (how == "damaged")
    if how == "damaged":
        assert path.read_bytes() == data
        assert [left.name for left in dead.glob("run-*")] == [path.name]


@pytest.mark.slow
def test_what_stays_of_several_windows_is_told_in_one_notice(started: Start, dead: Path) -> None:
    shutil.copytree(dead, other := autosave_folder() / "slot-other")
    for slot in (dead, other):
        (slot / "run-1.metascope").write_bytes(b"of another kind")
    window = started()
    answer(window, "Recover")
    [told] = notices(window)
    assert all(f"{slot}: keeps what could not be recovered" in told for slot in (dead, other))


@pytest.mark.slow
def test_runs_that_did_not_get_into_the_tree_stay(
    qtbot: QtBot, started: Start, dead: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {path.name for path in dead.glob("run-*")}
    window = started()

    def fail(desk: Desk, *given: object) -> int:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(Desk, "add_branch", fail)
    monkeypatch.setattr(Desk, "add_root", fail)
    with qtbot.captureExceptions() as raised:
        answer(window, "Recover")
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    monkeypatch.undo()
    run_steps(qtbot, open_stage(qtbot, window), 2)
    saved(qtbot, window)
    window.close()
    assert {path.name for path in dead.glob("run-*")} == files
    assert not (dead / "taken-over").exists()


@pytest.mark.slow
def test_two_windows_do_not_share_a_slot(qtbot: QtBot, started: Start) -> None:
    one, other = started(), started()
    for window in (one, other):
        run_steps(qtbot, open_stage(qtbot, window), 4)
    folders = {saved(qtbot, window) for window in (one, other)}
    assert len(folders) == 2
    assert question(started()) is None  # nothing of those that live is offered
    one.close()
    assert saved(qtbot, other) in slots()


@pytest.mark.slow
def test_the_preferred_interval_is_used(qtbot: QtBot, started: Start) -> None:
    window = started()
    autosave = autosave_of(window)
    assert autosave._timer.interval() == 30_000
    window.set_preferences(Preferences(autosave_interval=75))
    assert autosave._timer.interval() == 75_000
    assert autosave_of(started())._timer.interval() == 75_000
    window.set_preferences(Preferences())


@pytest.mark.slow
def test_a_pause_is_saved(qtbot: QtBot, started: Start) -> None:
    window = started()
    stage = open_stage(qtbot, window)
    assert slots() == []
    run_steps(qtbot, stage, 6)
    autosave = autosave_of(window)
    qtbot.waitUntil(lambda: autosave.folder is not None and not autosave.saving, timeout=LONGEST)
    (path,) = slots()[0].glob("run-*")
    session = open_session(path)
    assert session.recording.newest_step == 6
    session.close()


@pytest.mark.slow
def test_a_run_that_pauses_because_another_comes_on_the_stage_is_saved(qtbot: QtBot, started: Start) -> None:
    window = started()
    stage = open_stage(qtbot, window)
    stage.run.runner.play()
    qtbot.waitUntil(lambda: stage.run.recording.newest_step > 5, timeout=LONGEST)
    window.show_gallery()
    autosave = autosave_of(window)
    qtbot.waitUntil(lambda: autosave.folder is not None and not autosave.saving, timeout=LONGEST)
    (path,) = slots()[0].glob("run-*")
    session = open_session(path)
    assert session.recording.newest_step >= stage.run.recording.newest_step - 1
    session.close()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_nothing_can_be_written_to_is_told_once_and_training_goes_on(
    qtbot: QtBot, started: Start
) -> None:
    autosave_folder().mkdir(parents=True)
    autosave_folder().chmod(0o500)
    assert_told_once(qtbot, started())
    autosave_folder().chmod(0o700)


@pytest.mark.slow
def test_a_file_in_the_place_of_the_folder_is_told_once_and_training_goes_on(qtbot: QtBot, started: Start) -> None:
    autosave_folder().parent.mkdir(parents=True, exist_ok=True)
    autosave_folder().write_bytes(b"")
    assert_told_once(qtbot, started())
    autosave_folder().unlink()


def assert_told_once(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window)
    run_steps(qtbot, stage, 3)
    qtbot.waitUntil(lambda: any(str(autosave_folder()) in text for text in notices(window)), timeout=LONGEST)
    window._notice.clear()
    run_steps(qtbot, stage, 3)
    qtbot.wait(150)
    assert not notices(window)
    assert stage.run.recording.newest_step == 6
