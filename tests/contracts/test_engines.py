"""A run trained by compiled kernels keeps every promise: replay, states, branches, sessions, the reference's sums."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from metascope.scenes.runs.run import Run, branch_run, open_run, start_run
from metascope.simulator.engine.compiling import preparing
from metascope.simulator.engine.computing import ENGINE
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import open_session, save
from metascope.simulator.engine.history.replay import replay
from metascope.simulator.engine.history.travel import restore_checked
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from tests.contracts.runs import each_engine
from tests.waiting import SECONDS, until

STEPS = 5  # meta-steps
NEAR = 2e-3  # relative: after one meta-step engines differ by rounding, and measurements divide what it leaves

pytestmark = pytest.mark.usefixtures("kernels")


def trained_by(preset: Preset, engine: str) -> Simulation:
    made = all_stories()[preset.story].load()(preset.settings.replaced(**{ENGINE: engine}))
    assert made.state().get(ENGINE, "reference") == engine
    return made


def compiled(preset: Preset) -> Preset:
    """Return the scenario with compiled kernels; skip one whose settings have none."""
    chosen = replace(preset, settings=preset.settings.replaced(**{ENGINE: "compiled"}))
    if ENGINE not in all_stories()[preset.story].load()(chosen.settings).state():
        pytest.skip("there are no kernels for these settings")
    return chosen


def run_of(preset: Preset, steps: int = STEPS) -> Run:
    run = start_run(preset, preset.settings)
    run.runner.throttle(None)
    run.runner.run(steps)
    settle(run)
    return run


def settle(run: Run) -> None:
    until(lambda: run.runner.state not in (RunState.PREPARING, RunState.RUNNING))
    assert run.runner.state is not RunState.FAILED, run.runner.reason


@each_engine
def test_a_compiled_run_is_replayed_opened_and_branched_exactly(preset: Preset, tmp_path: Path) -> None:
    run = run_of(compiled(preset))
    save(tmp_path / "a.metascope", run.head("a"), run.runner.snapshot(SECONDS))
    again = open_run(open_session(tmp_path / "a.metascope"))
    branch = branch_run(run, STEPS - 2, {})
    for one in (again, branch):
        one.runner.throttle(None)
        settle(one)
    branch.runner.run(2)
    settle(branch)
    assert branch.recording.metrics.csv() == run.recording.metrics.csv()
    for one in (run, again):
        one.runner.run(2)
        settle(one)
    assert again.recording.metrics.csv() == run.recording.metrics.csv()
    fresh = all_stories()[preset.story].load()(run.settings)
    _, verdict = replay(fresh, again.recording.snapshot())
    assert verdict.difference is None, verdict.difference
    for one in (run, again, branch):
        assert one.end(SECONDS)


@each_engine
def test_the_first_meta_step_is_the_references(preset: Preset) -> None:
    one, other = trained_by(compiled(preset), "compiled"), trained_by(preset, "reference")
    first, second = one.step(), other.step()
    assert set(first.metrics) == set(second.metrics)
    for name, value in second.metrics.items():
        np.testing.assert_allclose(first.metrics[name], value, rtol=NEAR, atol=NEAR, err_msg=name)


@each_engine
def test_several_meta_steps_in_one_go_are_those_of_one_by_one(preset: Preset) -> None:
    chosen = compiled(preset)
    one, other = trained_by(chosen, "compiled"), trained_by(chosen, "compiled")
    block = one.advance(STEPS)
    if block is None:
        pytest.skip("it has no faster way than step by step")
    for place, step in enumerate(block.steps.tolist()):
        frame = other.step()
        assert frame.step == step
        row = {name: float(column[place]) for name, column in block.metrics.items() if column[place] == column[place]}
        assert row == dict(frame.metrics)
        assert block.frame(place).metrics == frame.metrics


@each_engine
def test_a_branch_goes_on_by_the_other_engine(preset: Preset) -> None:
    run = run_of(compiled(preset), 2)
    branch = branch_run(run, 2, {ENGINE: "reference"})
    branch.runner.throttle(None)
    settle(branch)
    assert branch.runner.ask(lambda simulation: ENGINE in simulation.state()).result(SECONDS) is False
    branch.runner.run(1)
    settle(branch)
    assert branch.recording.newest_step == 3
    for one in (run, branch):
        assert one.end(SECONDS)


@each_engine
def test_what_the_reference_began_it_goes_on_with(preset: Preset) -> None:
    compiled(preset)
    begun, other = trained_by(preset, "reference"), all_stories()[preset.story].load()(preset.settings)
    assert other.state().get(ENGINE) == "compiled"  # which are ready
    begun.step()
    restore_checked(other, begun.state())
    assert ENGINE not in other.state()
    assert other.step().metrics == begun.step().metrics


def test_most_kinds_of_scenarios_have_kernels() -> None:
    with_kernels = [story for story in all_stories().values() if ENGINE in story.settings.model_fields]
    assert len(with_kernels) >= 5
    assert len(preparing.everything()) >= 6
