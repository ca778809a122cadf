"""Following what another program records: it may have more to record later, and only that program can train it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from metascope.record import Recording
from metascope.scenes.desk.branch_dialog import BranchDialog
from metascope.scenes.runs.followed import FollowedRunner
from metascope.scenes.shell.menus import GOES_ON, TRAINS
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.runs.seeds_dialog import SeedsDialog
from tests.scenes.hands import notices, the_stage
from tests.scenes.stories.test_own import METHODS, given
from tests.waiting import LONGEST


@pytest.fixture
def recording(qtbot: QtBot, tmp_path: Path) -> Iterator[Recording]:
    """Give the recording of a loop that has handed over metrics alone, so far."""
    with Recording(tmp_path / "run.metascope", methods=METHODS, every=0.05, steps=9) as made:
        for step in range(1, 5):
            made.step(metrics=given(step)["metrics"])
        qtbot.waitUntil(made.path.exists, timeout=LONGEST)
        yield made


def followed(qtbot: QtBot, window: Window, recording: Recording) -> Stage:
    assert window.file_actions.follow_path(recording.path)
    until_step(qtbot, window, 4)
    return the_stage(window)


def until_step(qtbot: QtBot, window: Window, step: int) -> None:
    def shown() -> bool:
        frame = the_stage(window).playback.shown
        return frame is not None and frame.step == step

    qtbot.waitUntil(shown, timeout=LONGEST)


def test_what_is_recorded_later_is_drawn_in_the_same_run(qtbot: QtBot, window: Window, recording: Recording) -> None:
    before = followed(qtbot, window, recording)
    runner = before.run.runner
    assert [view.name for view in before.scene.all_views()] == ["learning"]
    before.timeline.outer_clock.go(2)
    for step in range(5, 8):
        recording.step(**given(step))
    qtbot.waitUntil(lambda: the_stage(window) is not before, timeout=LONGEST)
    stage = the_stage(window)
    assert stage.run.runner is runner
    assert len(window.desk.tree.nodes) == 1
    assert len(stage.scene.all_views()) > 1
    until_step(qtbot, window, 2)  # a person keeps the place
    stage.timeline.outer_clock.go_live()
    until_step(qtbot, window, 7)
    recording.step(**given(8))
    until_step(qtbot, window, 8)
    assert runner.state is RunState.RUNNING
    assert notices(window) == []


def test_a_run_off_the_stage_is_laid_out_anew_when_it_comes_back(
    qtbot: QtBot, window: Window, recording: Recording
) -> None:
    followed(qtbot, window, recording)
    key = window.desk.tree.nodes[0].key
    window.open_named("two-tasks")
    recording.step(**given(5))
    qtbot.waitUntil(lambda: window.desk.tree[key].run.recording.newest_step == 5, timeout=LONGEST)
    window.desk.choose(key)
    until_step(qtbot, window, 5)
    assert len(the_stage(window).scene.all_views()) > 1


def test_it_is_never_taken_for_ended_while_it_has_more_to_record(
    qtbot: QtBot, window: Window, recording: Recording
) -> None:
    runner = followed(qtbot, window, recording).run.runner
    assert isinstance(runner, FollowedRunner)
    seen = set[str]()
    for step in range(5, 15):
        recording.step(metrics={f"loss {step}": 1.0})
        qtbot.waitUntil(lambda at=step: runner.recording.newest_step == at, timeout=LONGEST)  # type: ignore[misc]
        seen.add(runner.following.stage)
    assert seen == {"growing"}
    recording.close()
    told = "The run in run.metascope has ended at meta-step 14."
    qtbot.waitUntil(lambda: told in notices(window), timeout=LONGEST)


def test_another_recording_in_the_file_is_another_run(qtbot: QtBot, window: Window, recording: Recording) -> None:
    followed(qtbot, window, recording)
    recording.close()
    with Recording(recording.path, methods=METHODS, every=0.05, overwrite=True) as other:
        other.step(metrics={"loss": 5.0}, heatmaps={"memory": [[1.0]]})
        told = "run.metascope holds another run now."
        qtbot.waitUntil(lambda: told in notices(window), timeout=LONGEST)


@pytest.mark.parametrize("follow", [True, False])
def test_what_is_not_known_or_not_possible_is_not_shown(
    qtbot: QtBot, window: Window, recording: Recording, follow: bool
) -> None:
    if follow:
        followed(qtbot, window, recording)
    else:
        recording.close()
        window.open_path(recording.path)
        until_step(qtbot, window, 4)
    stage = the_stage(window)
    stage.timeline.outer_clock.go(2)  # from where a run of one's own could go on
    stage.show_controls(None)
    window._show_status()
    told = " ".join(label.text() for label in window.statusBar().findChildren(QLabel))
    assert "recorded by another program" in told
    assert not {"seed", "cpu", "threads:"} & set(told.split())
    buttons = {button.text(): button for button in stage.timeline.outer_clock.findChildren(QToolButton)}
    assert [buttons[name].isHidden() for name in ("Continue", "Branch")] == [True, True]
    assert not stage.has_settings
    for id in (*TRAINS, *GOES_ON):
        assert not window.actions_[id].isEnabled(), id
        assert "recorded by another program" in window.actions_[id].toolTip(), id
    assert window.actions_["save.session"].isEnabled()
    seeds = next(it for it in window.desk.view.findChildren(QPushButton) if it.text() == "Seeds…")
    assert not seeds.isEnabled()
    window.open_named("two-tasks")
    assert seeds.isEnabled()
    for id in ("run.branch", "run.seeds", "run.restart", "save.preset"):
        assert window.actions_[id].isEnabled(), id
        assert "recorded" not in window.actions_[id].toolTip(), id


def test_it_cannot_be_played_or_stepped_once_it_is_whole(qtbot: QtBot, window: Window, recording: Recording) -> None:
    recording.close()
    window.open_path(recording.path)
    until_step(qtbot, window, 4)
    buttons = the_stage(window).timeline.outer_clock.buttons()
    assert [button.isEnabled() for button in buttons.values()] == [False] * 3
    assert all("recorded by another program" in button.toolTip() for button in buttons.values())


@pytest.mark.parametrize("follow", [True, False])
def test_nobody_is_offered_what_only_the_other_program_can_do(
    qtbot: QtBot, window: Window, recording: Recording, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, follow: bool
) -> None:
    monkeypatch.setattr("metascope.scenes.files.open_and_save.ask_where_to_save", lambda *_: tmp_path / "asked")
    if follow:
        stage = followed(qtbot, window, recording)
        assert "continue from here" not in stage.elsewhere
        assert "another program" in stage.elsewhere
    else:
        recording.close()
        window.open_path(recording.path)
        until_step(qtbot, window, 4)
    told = "this run is recorded by another program, which alone can do its meta-steps"
    asked: tuple[Callable[[], object], ...] = (
        lambda: window.desk.branches.continue_from(2),
        lambda: window.desk.branches.ask(2),
        window.desk.ask_seeds,
        window.file_actions.save_preset,
        window.file_actions.save_weights,
    )
    for ask in asked:
        window.inform("")
        ask()
        assert told in notices(window)
    assert not window.findChildren(BranchDialog)
    assert not window.findChildren(SeedsDialog)
    assert not (tmp_path / "asked").exists()


def test_a_file_that_is_followed_already_is_not_followed_twice(
    qtbot: QtBot, window: Window, recording: Recording
) -> None:
    stage = followed(qtbot, window, recording)
    assert window.file_actions.follow_path(recording.path)
    assert the_stage(window) is stage
    window.open_named("two-tasks")
    assert window.file_actions.follow_path(recording.path)
    assert the_stage(window).run is stage.run
    assert len([node for node in window.desk.tree.nodes if node.run.follows]) == 1
