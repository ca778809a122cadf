"""Coming back to the newest moment of any scenario trains nothing: what was trained is kept where a run rests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from metascope.scenes.runs.run import Run, branch_run, open_run, start_run
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import open_session, save
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.replay import replay
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from tests.contracts.runs import one_preset, simulation
from tests.waiting import SECONDS, until

STEPS = 2  # meta-steps, far from any multiple at which a checkpoint is due


@pytest.fixture
def trained(preset: Preset, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Give the meta-steps that simulations of the scenario do, in order."""
    done: list[int] = []
    made: Any = all_stories()[preset.story].load()
    step: Callable[[Simulation], Frame] = made.step

    def counted(self: Simulation) -> Frame:
        frame = step(self)
        done.append(frame.step)
        return frame

    monkeypatch.setattr(made, "step", counted)
    return done


@one_preset
def test_to_open_and_to_branch_the_newest_moment_nothing_is_trained(
    preset: Preset, trained: list[int], tmp_path: Path
) -> None:
    run = start_run(preset, preset.settings)
    run.runner.throttle(None)
    run.runner.run(STEPS)
    settle(run)
    assert trained.copy() == [1, 2]
    trained.clear()
    save(tmp_path / "a.metascope", run.head("a"), run.runner.snapshot(SECONDS))
    branch = branch_run(run, STEPS, {})
    again = open_run(open_session(tmp_path / "a.metascope"))
    branch_again = branch_run(again, STEPS, {})
    runs = (run, branch, again, branch_again)
    for one in runs:
        one.runner.throttle(None)
        settle(one)
        assert one.recording.newest_step == STEPS
    assert trained == []
    for one in runs:
        one.runner.run(1)
        settle(one)
    assert [one.recording.metrics.csv() for one in runs] == [run.recording.metrics.csv()] * 4
    _, verdict = replay(simulation(preset), again.recording.snapshot())
    assert verdict.difference is None
    for one in runs:
        assert one.end(SECONDS)


def settle(run: Run) -> None:
    until(lambda: run.runner.state not in (RunState.PREPARING, RunState.RUNNING))
    assert run.runner.state is not RunState.FAILED, run.runner.reason
