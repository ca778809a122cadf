"""A run whose simulation does many meta-steps in one go is told, steered and stopped like one that does them singly."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from metascope.simulator.engine.history.checkpoints import FIRST_STRIDE
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.breakpoints import Breakpoint, steps_before
from metascope.simulator.engine.running.course import Course
from metascope.simulator.engine.running.drawing import DRAWING
from metascope.simulator.engine.running.portions import Portion
from metascope.simulator.engine.running.runner import Runner, RunState
from tests.simulator.engine.history.test_recording_blocks import assert_alike
from tests.simulator.engine.toy import ToySimulation
from tests.waiting import SECONDS, until

Start = Callable[..., Runner]


@pytest.fixture
def start() -> Iterator[Start]:
    """Give a way to start a runner that is ready, and stop all of them in the end."""
    runners: list[Runner] = []

    def begin(simulation: ToySimulation, *, steps: int = 1000) -> Runner:
        runners.append(Runner(lambda: simulation, Recording(), steps=steps))
        until(lambda: runners[-1].state is not RunState.PREPARING)
        return runners[-1]

    yield begin
    for runner in runners:
        assert runner.stop(SECONDS)


def played(runner: Runner) -> Runner:
    runner.play()
    until(lambda: runner.state not in (RunState.PREPARING, RunState.RUNNING))
    return runner


def test_a_run_in_blocks_records_what_one_in_single_steps_does(start: Start) -> None:
    leaping = ToySimulation(leaps=True)
    runners = [start(simulation) for simulation in (leaping, ToySimulation(tenths=True))]
    for runner in runners:
        for steps in (1, 333):
            runner.run(steps)
            until(lambda runner=runner: runner.state is RunState.PAUSED)  # type: ignore[misc]
        runner.change("place", -5.0)
        played(runner)
        assert runner.state is RunState.FINISHED
    one, other = runners
    assert len(leaping.asked) < 100
    assert_alike(one.recording, other.recording)
    assert one.recording.steering == other.recording.steering
    kept = [[(it.step, it.steered, it.state) for it in runner.snapshot(SECONDS).checkpoints] for runner in runners]
    assert kept[0] == kept[1]
    assert one.newest is not None
    assert one.newest.metrics == other.recording.at(1000).metrics


def test_no_block_goes_beyond_the_end_or_the_next_checkpoint(start: Start) -> None:
    simulation = ToySimulation(leaps=True)
    runner = played(start(simulation, steps=300))
    assert runner.recording.newest_step == 300
    assert max(simulation.asked) <= FIRST_STRIDE
    assert [one.step for one in runner.snapshot(SECONDS).checkpoints] == [*range(0, 301, FIRST_STRIDE), 300]


def test_run_does_exactly_so_many_steps_even_during_a_block(start: Start) -> None:
    runner = start(ToySimulation(leaps=True, pause=0.0005), steps=10**6)
    runner.run(7)
    until(lambda: runner.state is RunState.PAUSED)
    assert runner.recording.newest_step == 7
    runner.run(500)
    runner.step_once()
    until(lambda: runner.state is RunState.PAUSED)
    assert runner.recording.newest_step == 508
    runner.play()
    until(lambda: runner.recording.newest_step > 1000)
    runner.step_once()
    until(lambda: runner.state is RunState.PAUSED)
    seen = runner.recording.newest_step
    time.sleep(0.05)
    assert runner.recording.newest_step == seen


def test_a_run_pauses_within_a_moment(start: Start) -> None:
    runner = start(ToySimulation(leaps=True, pause=0.0005), steps=10**6)
    runner.play()
    until(lambda: runner.recording.newest_step > 300)
    runner.pause()
    runner.ask(lambda simulation: None).result(SECONDS)
    seen = runner.recording.newest_step
    time.sleep(0.05)
    assert runner.recording.newest_step == seen
    runner.play()
    until(lambda: runner.recording.newest_step > seen + 100)


def test_a_throttled_run_does_single_steps(start: Start) -> None:
    simulation = ToySimulation(leaps=True)
    runner = start(simulation)
    runner.throttle(200.0)
    runner.play()
    until(lambda: runner.recording.newest_step > 5)
    assert simulation.asked == []
    runner.throttle(None)
    until(lambda: runner.state is RunState.FINISHED)
    assert len(simulation.asked) < 200


def test_kernels_go_on_while_the_painter_paints(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metascope.simulator.engine.running.runner._LONGEST_REST", 10 * SECONDS)
    runner = start(ToySimulation(leaps=True, pause=0.0001), steps=10**6)
    runner.play()
    runner.rest()
    assert DRAWING[0]  # which tells them that they need not end
    runner.ask(lambda simulation: None).result(SECONDS)
    seen = runner.recording.newest_step
    until(lambda: runner.recording.newest_step > seen + 100)
    runner.resume()
    assert not DRAWING[0]


@pytest.mark.parametrize("at", [1, 2, 200, 777])
@pytest.mark.parametrize("wrong", ["diverge", "defect"])
def test_what_goes_wrong_within_a_block_is_told_as_in_a_single_step(start: Start, wrong: str, at: int) -> None:
    runners = [
        played(start(ToySimulation(leaps=leaps, tenths=True, wrong=wrong, wrong_at=at))) for leaps in (True, False)
    ]
    for runner in runners:
        assert runner.state is RunState.FAILED
        assert runner.recording.newest_step == at - 1
    one, other = runners
    assert str(one.reason) == str(other.reason)
    assert one.recording.incidents == other.recording.incidents
    assert_alike(one.recording, other.recording)
    kept = [[it.step for it in runner.snapshot(SECONDS).checkpoints] for runner in runners]
    assert kept[0] == kept[1]


def test_a_run_that_diverged_in_a_block_plays_on_after_a_change_that_mends_it(start: Start) -> None:
    runner = played(start(ToySimulation(leaps=True, wrong="diverge", wrong_at=400)))
    runner.change("wrong", "")
    played(runner)
    assert runner.state is RunState.FINISHED
    assert runner.recording.metrics.steps().tolist() == list(range(1001))


def test_an_infinite_metric_within_a_block_ends_the_run_before_it(start: Start) -> None:
    runner = played(start(ToySimulation(leaps=True, wrong="inf", wrong_at=40)))
    assert runner.state is RunState.FAILED
    assert str(runner.reason) == "toy.place is inf after meta-step 40"
    assert runner.recording.newest_step == 39


def test_a_run_in_blocks_pauses_at_its_breakpoints(start: Start) -> None:
    simulation = ToySimulation(leaps=True)
    runner = start(simulation)
    runner.set_breakpoints((Breakpoint("", ">=", 500.0),))
    assert played(runner).state is RunState.PAUSED
    assert runner.recording.newest_step == 500
    assert runner.hit == Breakpoint("", ">=", 500.0)
    assert len(simulation.asked) < 100
    runner.set_breakpoints((Breakpoint("toy.place", ">", 600.5),))
    assert played(runner).state is RunState.PAUSED
    assert runner.recording.newest_step == 601
    runner.set_breakpoints(())
    assert played(runner).state is RunState.FINISHED


def test_breakpoints_say_how_far_a_block_may_go() -> None:
    at, later = Breakpoint("", ">=", 20.0), Breakpoint("", ">=", 30.0)
    assert [steps_before((at, later), step) for step in (0, 19, 20, 29)] == [20, 1, 10, 1]
    assert steps_before((at,), 20) > 1 << 40
    assert steps_before((at, Breakpoint("toy.place", "<", 0.0)), 0) == 1


def test_a_portion_takes_a_moment_and_grows_step_by_step() -> None:
    portion = Portion()
    sizes = []
    for _ in range(6):
        sizes.append(portion.steps)
        portion.measure(portion.steps, 0.0001 * portion.steps, 0.0001 * portion.steps)
    assert sizes == [1, 4, 16, 64, 199, 199] or sizes == [1, 4, 16, 64, 200, 200]
    portion.measure(200, 1.0, 1.0)
    assert portion.steps == 4
    portion.measure(4, 9.0, 9.0)
    assert portion.steps == 1


def test_a_portion_does_not_shrink_because_others_use_the_processor() -> None:
    portion = Portion()
    portion.measure(100, 0.1, 0.02)
    assert portion.steps == 4
    for _ in range(4):
        portion.measure(portion.steps, 0.001 * portion.steps, 0.0002 * portion.steps)
    assert portion.steps in (99, 100)
    portion.measure(100, 1.0, 0.02)  # a run still answers within a moment
    assert portion.steps == 16


def test_what_is_counted_from_steps_that_are_not_done_is_corrected() -> None:
    course = Course(1000)
    course.portion.measure(1, 0.0, 0.0)
    course.to_end()
    assert course.take(100) == 8  # two portions: so many may be done while the window draws
    course.add(3, running=True)  # three beyond those under way, of which two are done
    course.end(8, 2)
    assert course.begun == 2
    assert [course.take(1) for _ in range(3)] == [1, 1, 1]
    assert course.arrived


def test_a_run_says_what_it_is_trained_with_and_at_which_rate(start: Start) -> None:
    runner = start(ToySimulation(leaps=True, pause=0.001), steps=10**6)
    assert runner.engine == "compiled"
    runner.play()
    until(lambda: runner.steps_per_second > 0.0)
    assert 100.0 < runner.steps_per_second < 1001.0
