"""Runs: begun, branched off each other, and opened from a file, each going on as the one it came from would have."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from metascope.scenes.runs.run import Run, branch_run, end_runs, open_run, start_run
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.session import open_session, save
from metascope.simulator.engine.files.session_format.container import read, scan
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.replay import replay
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from tests.clocks import Clock
from tests.simulator.engine.files.session_format.parts import packed
from tests.tiers import first_quick
from tests.waiting import SECONDS, until

Keep = Callable[[Run], Run]


@pytest.fixture
def keep() -> Iterator[Keep]:
    """Give a way to have runs stopped in the end, each ready when it is handed back."""
    runs: list[Run] = []

    def kept(run: Run) -> Run:
        runs.append(run)
        run.runner.throttle(None)
        settle(run)
        return run

    yield kept
    for run in runs:
        assert run.end(SECONDS)


def settle(run: Run) -> None:
    until(lambda: run.runner.state not in (RunState.PREPARING, RunState.RUNNING))
    run.runner.ask(lambda simulation: None).exception(SECONDS)


def go(run: Run, steps: int) -> None:
    run.runner.run(steps)
    settle(run)


def go_to(run: Run, step: int) -> None:
    if (missing := step - run.recording.newest_step) > 0:
        go(run, missing)


def steered(keep: Keep, name: str = "two-tasks") -> Run:
    """Return a run of 60 meta-steps that was steered at 20 and at 40."""
    preset = presets.find(name)
    run = keep(start_run(preset, preset.settings))
    for changes in ([("inner_rate", 0.3)], [("noise", 0.2), ("inner_steps", 4)], []):
        go(run, 20)
        for change in changes:
            run.runner.change(*change)
        settle(run)
    return run


def metrics_from(run: Run, step: int) -> list[str]:
    return run.recording.metrics.csv().splitlines()[step + 1 :]


@pytest.mark.parametrize("step", first_quick([20, 47, 0, 13, 40, 60], 2))
def test_a_branch_without_changes_is_the_same_run_again_from_there(keep: Keep, step: int) -> None:
    run = steered(keep)
    branch = keep(branch_run(run, step, {}))
    assert branch.recording.newest_step == step
    assert branch.recording.metrics.csv().splitlines() == run.recording.metrics.csv().splitlines()[: step + 2]
    for event in run.recording.steering:  # what came later there is not done here by itself
        if event.step > step:
            go_to(branch, event.step)
            branch.runner.change(event.name, event.value, event.draft)
            settle(branch)
    go_to(branch, 60)
    assert branch.recording.metrics.csv() == run.recording.metrics.csv()


def test_live_changes_of_a_branch_are_its_first_steering_and_keep_the_optimizer(keep: Keep) -> None:
    run = steered(keep)
    branch = keep(branch_run(run, 30, {"inner_rate": 0.1}))
    assert [(event.step, event.name, event.value) for event in branch.recording.steering] == [
        (20, "inner_rate", 0.3),
        (30, "inner_rate", 0.1),
    ]
    assert branch.fresh
    assert branch.settings_now.model_dump()["inner_rate"] == 0.1
    go(branch, 10)
    simulation = all_stories()["landscapes"].load()(branch.settings)
    _, verdict = replay(simulation, branch.recording.snapshot())
    assert verdict.difference is None
    assert verdict.last == 40


def test_other_changes_take_the_weights_over_and_count_on(keep: Keep) -> None:
    run = steered(keep)
    branch = keep(branch_run(run, 30, {"seed": 5, "outer_optimizer": "sgd"}))
    weights = branch.runner.ask(lambda simulation: simulation.weights()).result(SECONDS)
    before = run.recording.at(30).metrics
    assert float(weights["maml.phi"][0, 0]) == before["maml.phi"]
    assert branch.recording.newest_step == 30
    assert (branch.recording.origin, branch.fresh) == (30, False)
    assert branch.recording.steering == ()
    assert branch.settings.model_dump()["inner_rate"] == 0.3  # as it had been steered to
    go(branch, 5)
    assert branch.recording.metrics.steps().tolist() == list(range(36))
    simulation = all_stories()["landscapes"].load()(branch.settings)
    _, verdict = replay(simulation, branch.recording.snapshot())
    assert verdict.difference is None
    assert (verdict.first, verdict.last) == (30, 35)


def test_a_branch_of_a_branch_goes_back_before_it(keep: Keep) -> None:
    run = steered(keep)
    first = keep(branch_run(run, 30, {"inner_rate": 0.1}))
    go(first, 10)
    second = keep(branch_run(first, 25, {}))
    go(second, 5)
    assert metrics_from(second, 0) == run.recording.metrics.csv().splitlines()[1:32]


def test_settings_that_do_not_fit_are_refused_before_anything_is_made(keep: Keep) -> None:
    run = steered(keep)
    with pytest.raises(UserError, match="inner_rate: must be at most 10"):
        branch_run(run, 30, {"inner_rate": 99.0})
    with pytest.raises(UserError, match="is not a setting"):
        branch_run(run, 30, {"inner_ratte": 0.1})


def test_a_moment_before_the_runs_origin_is_refused(keep: Keep) -> None:
    branch = keep(branch_run(steered(keep), 30, {"seed": 5}))
    with pytest.raises(UserError, match="no checkpoint at or before it"):
        branch_run(branch, 29, {})


def test_a_branch_that_cannot_be_made_fails_with_a_reason(keep: Keep) -> None:
    branch = keep(branch_run(steered(keep), 30, {"starts": 3}))
    assert branch.runner.state is RunState.FAILED
    assert "must be real numbers of shape" in str(branch.runner.reason)


def test_more_meta_steps_are_no_other_run(keep: Keep) -> None:
    branch = keep(branch_run(steered(keep), 30, {"steps": 35}))
    assert branch.fresh
    branch.runner.play()
    settle(branch)
    assert branch.recording.newest_step == 35
    assert branch.runner.state is RunState.FINISHED


@pytest.mark.parametrize("name", first_quick(["two-tasks", "unseen-tasks", "two-dimensions"]))
def test_a_session_goes_on_where_the_run_stood(keep: Keep, tmp_path: Path, name: str) -> None:
    preset = presets.find(name)
    run = keep(start_run(preset, preset.settings))
    go(run, 45)
    save(tmp_path / "a.metascope", run.head("a"), run.recording.snapshot())
    session = open_session(tmp_path / "a.metascope")
    again = keep(open_run(session))
    assert again.recording.newest_step == 45
    for one in (run, again):
        go(one, 20)
    assert again.recording.metrics.csv() == run.recording.metrics.csv()
    branch = keep(branch_run(again, 10, {}))
    go(branch, 55)
    assert branch.recording.metrics.csv() == run.recording.metrics.csv()
    session.close()


def test_a_session_whose_newest_frame_is_damaged_is_closed_again(keep: Keep, tmp_path: Path) -> None:
    run, path = steered(keep), tmp_path / "a.metascope"
    save(path, run.head("a"), run.recording.snapshot())
    parts = taken_apart(path)
    path.write_bytes(packed({name: data[:-1] if name.startswith("frames/") else data for name, data in parts.items()}))
    session = open_session(path)
    with pytest.raises(UserError):
        open_run(session)
    with pytest.raises(UserError, match="closed file"):
        session.file.head()


def taken_apart(path: Path) -> dict[str, bytes]:
    """Return the parts of a session file by name."""
    with path.open("rb") as file:
        return {member.name: read(file, member) for member in scan(file, path.stat().st_size)}


def test_a_run_from_weights_says_that_its_settings_alone_do_not_lead_there(keep: Keep) -> None:
    preset = presets.find("two-tasks")
    first = keep(start_run(preset, preset.settings))
    go(first, 5)
    weights = first.runner.ask(lambda simulation: simulation.weights()).result(SECONDS)
    run = keep(start_run(preset, preset.settings, weights=weights))
    assert not run.fresh
    assert not run.head().fresh
    assert run.recording.at(0).metrics["maml.phi"] == first.recording.at(5).metrics["maml.phi"]
    go(run, 3)
    simulation = all_stories()["landscapes"].load()(run.settings)
    _, verdict = replay(simulation, run.recording.snapshot())
    assert verdict.difference is None


@pytest.mark.slow
def test_a_long_way_back_is_broken_off_when_the_run_is_stopped(keep: Keep) -> None:
    preset = presets.find("two-tasks")
    run = keep(start_run(preset, preset.settings.replaced(steps=100_000)))
    go(run, 1500)
    checkpoints = run.recording.checkpoints[:1]
    run.recording.begin_anew(0, checkpoints[0].state)
    branch = branch_run(run, 1500, {})
    assert branch.runner.stop(SECONDS)
    assert branch.runner.state is RunState.FAILED  # it did not arrive


def test_a_way_back_says_how_far_it_is_and_is_gone_again_after_a_cancel(
    keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = steered(keep)
    made: Any = all_stories()["landscapes"].load()
    step: Callable[[Simulation], Frame] = made.step
    reached, may_go = threading.Event(), threading.Event()

    def slow(self: Simulation) -> Frame:
        if self.look().step == 30:
            reached.set()
            assert may_go.wait(SECONDS)
        return step(self)

    monkeypatch.setattr(made, "step", slow)
    branch = branch_run(run, 45, {"inner_rate": 0.1})
    way = branch.way
    assert way is not None
    assert reached.wait(SECONDS)
    assert (way.step, way.done, way.total) == (45, 30, 45)
    assert way.seconds_left > 0
    way.cancel()
    may_go.set()
    until(lambda: branch.runner.state is RunState.FAILED)
    assert "was cancelled" in str(branch.runner.reason)
    assert (branch.recording.newest_step, branch.recording.incidents) == (45, ())
    branch.runner.throttle(None)
    go(branch, 2)
    assert branch.recording.newest_step == 47
    assert branch.recording.steering[-1].value == 0.1
    _, verdict = replay(made(branch.settings), branch.recording.snapshot())
    assert verdict.difference is None
    assert branch.end(SECONDS)


class StuckRunner:
    """The worker of a run in a step that does not end, as far as ending it goes."""

    def __init__(self, clock: Clock, state: RunState = RunState.RUNNING) -> None:
        self._clock, self.state = clock, state

    def stop(self, timeout: float) -> bool:
        self._clock.wait(timeout)
        return False


def stuck(clock: Clock, state: RunState = RunState.RUNNING) -> Run:
    preset = presets.find("two-tasks")
    return Run(preset, preset.settings, Recording(), StuckRunner(clock, state))  # type: ignore[arg-type]


def test_many_runs_that_do_not_end_are_waited_for_as_long_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("metascope.scenes.runs.run.time", clock)
    assert not end_runs([stuck(clock) for _ in range(24)])
    assert clock.waits[:24] == [0.0] * 24  # all were told before any was waited for
    assert sum(clock.waits) == pytest.approx(0.5)


def test_a_run_that_gets_ready_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("metascope.scenes.runs.run.time", clock)
    assert not end_runs([stuck(clock, RunState.PREPARING) for _ in range(3)])
    assert sum(clock.waits) == 0.0
