"""Following a run that is written elsewhere: on the stage, paused, looked back at, branched, ended, gone, replaced."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.worth_keeping import kept_nodes
from metascope.scenes.runs.followed import FollowedRunner
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.following import THREAD
from metascope.simulator.engine.files.session import Journal, save
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.text import say
from metascope.widgets.window.progress import JobProgress
from tests.scenes.files.conftest import Start
from tests.scenes.hands import notices, the_stage, trigger
from tests.simulator.engine.files.session_format.runs import head, recorded
from tests.simulator.engine.files.test_session_journal import Running
from tests.waiting import LONGEST


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Running]:
    made = Running(tmp_path / "run.metascope")
    made.go(20)
    made.write()
    yield made
    made.journal.close()


def followed(qtbot: QtBot, window: Window, path: Path) -> tuple[Stage, FollowedRunner]:
    assert window.file_actions.follow_path(path)
    stage = the_stage(window)
    assert isinstance(stage.run.runner, FollowedRunner)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    return stage, stage.run.runner


def threads() -> int:
    return sum(thread.name == THREAD for thread in threading.enumerate())


def until_step(qtbot: QtBot, stage: Stage, step: int) -> None:
    shown = stage.playback
    qtbot.waitUntil(lambda: shown.shown is not None and shown.shown.step == step, timeout=LONGEST)


def test_what_is_written_elsewhere_appears_on_the_stage(qtbot: QtBot, window: Window, run: Running) -> None:
    stage, runner = followed(qtbot, window, run.path)
    until_step(qtbot, stage, 20)
    assert runner.state is RunState.RUNNING
    assert stage.timeline.clocks.outer.live
    run.go(15)
    run.write()
    until_step(qtbot, stage, 35)
    assert stage.run.recording.metrics.csv() == run.recording.metrics.csv()
    assert run.path in window.file_actions.recent.paths()
    assert runner.planned == stage.run.settings.steps


def test_looking_back_and_pausing_leave_what_is_written_alone(qtbot: QtBot, window: Window, run: Running) -> None:
    stage, runner = followed(qtbot, window, run.path)
    until_step(qtbot, stage, 20)
    stage.timeline.outer_clock.go(7)
    run.go(5)
    run.write()
    qtbot.waitUntil(lambda: runner.recording.newest_step == 25, timeout=LONGEST)
    until_step(qtbot, stage, 7)
    trigger(window, "look.live")
    until_step(qtbot, stage, 25)
    trigger(window, "run.play")
    assert runner.state is RunState.PAUSED
    run.go(5)
    run.write()
    qtbot.wait(800)
    assert runner.recording.newest_step == 25
    trigger(window, "run.play")
    until_step(qtbot, stage, 30)


def test_bookmarks_are_a_persons_own_and_the_file_stays_as_it_is(qtbot: QtBot, window: Window, run: Running) -> None:
    before = run.path.read_bytes()
    stage, runner = followed(qtbot, window, run.path)
    stage.timeline.outer_clock.go(7)
    until_step(qtbot, stage, 7)
    trigger(window, "look.bookmark")
    assert runner.recording.bookmarks == (7,)
    assert run.path.read_bytes() == before


def test_nothing_can_be_trained_or_changed_and_that_says_why(qtbot: QtBot, window: Window, run: Running) -> None:
    stage, runner = followed(qtbot, window, run.path)
    until_step(qtbot, stage, 20)
    for id in ("run.step", "run.hundred", "run.breakpoints"):
        action = window.actions_[id]
        assert not action.isEnabled()
        assert "trained elsewhere" in action.toolTip()
    assert window.actions_["run.continue"].isEnabled()
    stage.training.do_steps(3)
    assert "trained elsewhere" in window.statusBar().currentMessage()
    row = stage.form.show_setting("inner_rate")
    assert not row.control.isEnabled()
    assert "trained elsewhere" in row.toolTip()
    assert stage.form.show_setting("seed").control.isEnabled()
    stage.scene.changed.emit("phi", {"method": "maml", "to": [1.0]}, False)
    qtbot.waitUntil(lambda: any("trained elsewhere" in it.text() for it in shown_labels(stage)), timeout=LONGEST)
    assert runner.recording.steered == 0


def shown_labels(stage: Stage) -> list[QLabel]:
    return [label for label in stage.form.findChildren(QLabel) if label.isVisibleTo(stage.form)]


def test_one_can_go_on_from_there_in_a_run_of_ones_own(qtbot: QtBot, window: Window, run: Running) -> None:
    stage, runner = followed(qtbot, window, run.path)
    until_step(qtbot, stage, 20)
    parent = stage.run
    trigger(window, "run.continue")
    branch = the_stage(window)
    assert isinstance(branch.run.runner, Runner)
    qtbot.waitUntil(lambda: branch.run.runner.state is RunState.IDLE, timeout=LONGEST)
    branch.run.runner.throttle(None)
    branch.training.do_steps(5)
    until_step(qtbot, branch, 25)
    run.go(5)
    run.write()
    qtbot.waitUntil(lambda: runner.recording.newest_step == 25, timeout=LONGEST)  # it is followed off the stage too
    mine, its = branch.run.recording.metrics, run.recording.metrics
    assert mine.csv() == its.csv()
    assert [node.run for node in kept_nodes(window.desk.tree)] == [parent, branch.run]


def test_the_settings_are_those_that_were_changed_elsewhere(qtbot: QtBot, window: Window, run: Running) -> None:
    from tests.simulator.engine.files.session_format.runs import act

    stage, _ = followed(qtbot, window, run.path)
    act("inner_rate", 0.25, run.simulation, run.recording)
    run.go(2)
    run.write()
    qtbot.waitUntil(lambda: stage.form.values()["inner_rate"] == 0.25, timeout=LONGEST)
    assert not stage.form.pending()


def test_a_run_that_ends_is_told_and_opened_to_train_on(qtbot: QtBot, window: Window, run: Running) -> None:
    stage, runner = followed(qtbot, window, run.path)
    until_step(qtbot, stage, 20)
    run.journal.close()
    qtbot.waitUntil(lambda: runner.state is RunState.FINISHED, timeout=LONGEST)
    told = "The run in run.metascope has ended at meta-step 20. Open it to train on."
    qtbot.waitUntil(lambda: told in notices(window), timeout=LONGEST)
    stage.notice.acted.emit()
    opened = the_stage(window)
    assert opened.run.session is not None
    qtbot.waitUntil(lambda: opened.run.runner.state is RunState.IDLE, timeout=LONGEST)


def test_why_a_run_stopped_elsewhere_is_told(qtbot: QtBot, window: Window, run: Running) -> None:
    _, runner = followed(qtbot, window, run.path)
    run.recording.note_incident(20, say("the loss is infinite"))
    run.write()
    run.journal.close()
    qtbot.waitUntil(lambda: runner.state is RunState.FAILED, timeout=LONGEST)
    told = "The run in run.metascope stopped at meta-step 20: the loss is infinite."
    qtbot.waitUntil(lambda: told in notices(window), timeout=LONGEST)


def test_a_writer_that_goes_silent_is_told_until_there_is_news(
    qtbot: QtBot, window: Window, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, runner = followed(qtbot, window, run.path)
    until_step(qtbot, stage, 20)
    assert notices(window) == []
    runner.following._since -= 45.0
    text = "Nothing new in run.metascope for 40 s. The program that writes it may have ended"
    qtbot.waitUntil(lambda: any(it.startswith(text) for it in notices(window)), timeout=LONGEST)
    run.go(1)
    run.write()
    qtbot.waitUntil(lambda: notices(window) == [], timeout=LONGEST)


def test_a_file_that_vanishes_is_told_until_it_is_back(qtbot: QtBot, window: Window, run: Running) -> None:
    stage, _ = followed(qtbot, window, run.path)
    until_step(qtbot, stage, 20)
    data = run.path.read_bytes()
    run.path.unlink()
    told = "run.metascope is gone. It is followed again as soon as it is back."
    qtbot.waitUntil(lambda: told in notices(window), timeout=LONGEST)
    run.path.write_bytes(data)
    qtbot.waitUntil(lambda: notices(window) == [], timeout=LONGEST)


def test_another_run_in_the_file_is_told_and_followed_when_asked(qtbot: QtBot, window: Window, run: Running) -> None:
    stage, runner = followed(qtbot, window, run.path)
    until_step(qtbot, stage, 20)
    journal = Journal(run.path, head(inner_rate=0.02))
    journal.write(recorded(4, inner_rate=0.02).snapshot())
    qtbot.waitUntil(lambda: "run.metascope holds another run now." in notices(window), timeout=LONGEST)
    assert runner.state is RunState.FAILED
    stage.notice.acted.emit()
    until_step(qtbot, the_stage(window), 4)
    assert the_stage(window).run is not stage.run
    journal.close()


def test_a_file_that_is_not_there_yet_is_waited_for(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "later.metascope"
    assert not window.file_actions.follow_path(path)
    assert window.stage is None
    assert len(window.statusBar().findChildren(JobProgress)) == 1
    assert window.statusBar().currentMessage() == "later.metascope is followed as soon as there is a run in it"
    run = Running(path)
    run.go(3)
    run.write()
    qtbot.waitUntil(lambda: window.stage is not None, timeout=LONGEST)
    assert window.statusBar().currentMessage() == ""
    until_step(qtbot, the_stage(window), 3)
    qtbot.waitUntil(lambda: window.statusBar().findChildren(JobProgress) == [], timeout=LONGEST)
    run.journal.close()


def test_waiting_ends_when_a_person_cancels_it_or_opens_something_else(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.file_actions.follow_path(tmp_path / "one")
    window.statusBar().findChildren(JobProgress)[0].cancelled.emit()
    assert window.file_actions.follow.awaited == ()
    assert window.statusBar().currentMessage() == ""
    window.file_actions.follow_path(tmp_path / "two")
    window.say("something else")
    window.open_named("two-tasks")
    assert window.file_actions.follow.awaited == ()
    assert window.statusBar().currentMessage() == "something else"
    qtbot.waitUntil(lambda: threads() == 0, timeout=LONGEST)


@pytest.mark.parametrize("data", [b"hello", b"\x89PNG and so on"])
def test_what_cannot_be_followed_is_told_in_one_line(window: Window, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "it.metascope").write_bytes(data)
    assert not window.file_actions.follow_path(tmp_path / "it.metascope")
    (told,) = notices(window)
    assert "\n" not in told
    assert "it.metascope" in told
    assert threads() == 0


def test_a_run_that_has_ended_already_is_opened(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    save(tmp_path / "it.metascope", head(), recorded(5).snapshot())
    window.file_actions.follow_path(tmp_path / "it.metascope")
    assert the_stage(window).run.session is not None
    assert notices(window) == ["The run in it.metascope has ended, so it was opened."]
    assert threads() == 0


def test_a_recent_file_is_followed_while_it_is_written_and_opened_afterwards(
    qtbot: QtBot, window: Window, run: Running
) -> None:
    window.file_actions.open_path(run.path)
    assert notices(window) == ["run.metascope is still being written. File > Follow… reads on as it grows."]
    window.file_actions.open_recent(run.path)
    assert the_stage(window).run.follows
    run.journal.close()
    window.file_actions.open_recent(run.path)
    assert not the_stage(window).run.follows


def test_two_files_are_followed_at_once_and_closing_ends_their_threads(
    qtbot: QtBot, started: Start, run: Running, tmp_path: Path
) -> None:
    window = started()
    other = Running(tmp_path / "other.metascope")
    other.go(2)
    other.write()
    first, runner = followed(qtbot, window, run.path)
    second, _ = followed(qtbot, window, other.path)
    for one in (run, other):
        one.go(5)
        one.write()
    until_step(qtbot, second, 7)
    qtbot.waitUntil(lambda: runner.recording.newest_step == 25, timeout=LONGEST)
    assert threads() == 2
    window.desk.view.deleted.emit(window.desk.tree.key_of(first.run))
    qtbot.waitUntil(lambda: threads() == 1, timeout=LONGEST)
    window.close()
    assert threads() == 0
    other.journal.close()


def test_nothing_of_a_followed_run_is_autosaved(qtbot: QtBot, started: Start, run: Running) -> None:
    window = started()
    followed(qtbot, window, run.path)
    assert window.crash_recovery is not None
    assert window.crash_recovery._kept() == []


def test_weights_are_asked_for_in_vain_and_a_session_can_be_saved(
    qtbot: QtBot, window: Window, run: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed(qtbot, window, run.path)
    target = tmp_path / "copy"
    monkeypatch.setattr("metascope.scenes.files.open_and_save.ask_where_to_save", lambda *_: target)
    window.file_actions.save_weights()
    qtbot.waitUntil(lambda: any("trained elsewhere" in it for it in notices(window)), timeout=LONGEST)
    assert not target.exists()
    window.file_actions.save_session()
    qtbot.waitUntil(target.exists, timeout=LONGEST)
    qtbot.waitUntil(lambda: not window.file_actions._saving, timeout=LONGEST)


def test_the_window_begins_with_a_file_that_is_followed(qtbot: QtBot, run: Running) -> None:
    from metascope.scenes.shell.application import new_window
    from metascope.widgets.look.theme import LIGHT

    window = new_window(LIGHT, path=run.path)
    window.follows_first = True
    with qtbot.waitExposed(window, timeout=LONGEST):
        window.show()
    qtbot.waitUntil(lambda: window.stage is not None, timeout=LONGEST)
    assert the_stage(window).run.follows
    window.close()
    window.deleteLater()
