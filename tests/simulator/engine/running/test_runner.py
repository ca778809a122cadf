from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from threading import Event
from typing import cast

import pytest
import torch

from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.checkpoints import FIRST_STRIDE
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.travel import travel
from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.simulator.engine.running.rate import Rate
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.steering import Edit
from metascope.simulator.engine.text import say
from tests.simulator.engine.toy import ToySimulation
from tests.waiting import SECONDS, until

Start = Callable[..., Runner]
NEVER = 1e-6  # meta-steps per second


@pytest.fixture
def start() -> Iterator[Start]:
    """Give a way to start a runner that is ready, and stop all of them in the end."""
    runners: list[Runner] = []

    def begin(simulation: ToySimulation | None = None, *, steps: int = 20, threads: int = 1) -> Runner:
        toy = simulation or ToySimulation()
        runners.append(Runner(lambda: toy, Recording(), steps=steps, threads=threads))
        until(lambda: runners[-1].state is not RunState.PREPARING)
        return runners[-1]

    yield begin
    for runner in runners:
        assert runner.stop(SECONDS)


def done(runner: Runner) -> int:
    return -1 if runner.newest is None else runner.newest.step


@contextmanager
def busy(runner: Runner) -> Iterator[None]:
    """Keep the worker in one place, so that commands have to wait."""
    begun, ended = Event(), Event()

    def wait(simulation: Simulation) -> None:
        begun.set()
        ended.wait(SECONDS)

    runner.ask(wait)
    assert begun.wait(SECONDS)
    yield
    ended.set()


def test_runner_shows_the_start_before_it_plays(start: Start) -> None:
    runner = start()
    assert runner.state is RunState.IDLE
    assert done(runner) == 0
    assert runner.recording.kept_steps() == (0,)


def test_runner_plays_to_the_planned_end(start: Start) -> None:
    runner = start()
    runner.play()
    until(lambda: runner.state is RunState.FINISHED)
    assert done(runner) == 20
    assert runner.recording.metrics.column("toy.place").tolist() == [float(step) for step in range(21)]


def test_play_goes_on_from_the_end_for_as_many_steps_again(start: Start) -> None:
    runner = start()
    for end in (20, 40):
        runner.play()
        until(lambda: runner.state is RunState.FINISHED)
        assert done(runner) == runner.planned == end


def test_play_before_the_simulation_is_ready_is_not_forgotten() -> None:
    ready = Event()

    def make() -> Simulation:
        ready.wait()
        return ToySimulation()

    runner = Runner(make, Recording(), steps=20)
    runner.play()
    assert runner.state is RunState.PREPARING
    ready.set()
    until(lambda: runner.state is RunState.FINISHED)
    assert runner.stop(SECONDS)
    assert done(runner) == 20


def test_runner_stops_while_paused(start: Start) -> None:
    runner = start(ToySimulation(pause=0.001), steps=10_000)
    runner.play()
    until(lambda: done(runner) > 3)
    runner.pause()
    assert runner.state is RunState.PAUSED
    runner.ask(lambda simulation: None).result(SECONDS)
    seen = done(runner)
    time.sleep(0.05)
    assert done(runner) == seen


def test_each_press_of_one_step_does_one_step(start: Start) -> None:
    runner = start(ToySimulation(pause=0.002))
    for _ in range(3):
        runner.step_once()
    until(lambda: runner.state is RunState.PAUSED)
    assert done(runner) == 3


def test_run_does_that_many_steps_then_pauses(start: Start) -> None:
    runner = start()
    runner.run(7)
    until(lambda: runner.state is RunState.PAUSED)
    assert done(runner) == 7


def test_a_throttled_run_is_no_faster_than_its_rate(start: Start) -> None:
    runner = start(steps=1000)
    runner.throttle(50.0)
    began = time.perf_counter()
    runner.play()
    until(lambda: done(runner) >= 20)
    assert time.perf_counter() - began >= 19 / 50


def test_a_run_reports_its_rate_while_it_runs(start: Start) -> None:
    runner = start(ToySimulation(pause=0.01), steps=100_000)
    assert runner.steps_per_second == 0.0
    runner.play()
    until(lambda: runner.steps_per_second > 0.0)
    assert runner.steps_per_second < 100.0
    runner.pause()
    assert runner.steps_per_second == 0.0


def test_the_rate_is_that_of_the_last_moments() -> None:
    rate, now = Rate(), 0.0
    for interval in (0.02, 0.1):
        for _ in range(100):
            rate.count(now)
            now += interval
        assert rate.value == pytest.approx(1 / interval)


def test_a_slow_throttle_gives_way_at_once(start: Start) -> None:
    runner = start(steps=20)
    runner.throttle(NEVER)
    runner.play()
    until(lambda: done(runner) == 1)
    runner.throttle(None)
    until(lambda: runner.state is RunState.FINISHED)


def test_a_change_is_answered_at_once_while_a_slow_throttle_waits(start: Start) -> None:
    runner = start(steps=20)
    runner.throttle(NEVER)
    runner.play()
    until(lambda: done(runner) == 1)
    runner.change("place", 5.0)
    until(lambda: runner.recording.at(1).metrics["toy.place"] == 5.0)
    assert done(runner) == 1


def test_a_rate_that_is_not_positive_is_a_defect_of_the_caller(start: Start) -> None:
    with pytest.raises(ValueError, match="must be positive"):
        start().throttle(0.0)


def test_a_change_while_paused_shows_and_is_noted(start: Start) -> None:
    runner = start()
    runner.run(2)
    until(lambda: runner.state is RunState.PAUSED)
    runner.change("place", -3.0)
    until(lambda: runner.newest is not None and runner.newest.metrics["toy.place"] == -3.0)
    assert [(event.step, event.name, event.value) for event in runner.recording.steering] == [(2, "place", -3.0)]
    assert runner.recording.metrics.column("toy.place").tolist() == [0.0, 1.0, -3.0]


def test_a_refused_change_is_told_and_not_noted(start: Start) -> None:
    runner = start()
    runner.change("colour", "green")
    runner.ask(lambda simulation: None).result(SECONDS)
    assert [str(problem) for problem in runner.take_problems()] == ["colour: cannot be green"]
    assert runner.take_problems() == ()
    assert runner.recording.steering == ()
    assert runner.state is RunState.IDLE


def test_drafts_that_wait_give_way_to_the_last_one(start: Start) -> None:
    simulation = ToySimulation()
    runner = start(simulation)
    with busy(runner):
        for place in range(50):
            runner.change("place", float(place), draft=True)
        runner.change("place", 99.0)
    runner.ask(lambda simulation: None).result(SECONDS)
    assert simulation.drafts == [99.0]


def test_changes_that_are_no_drafts_are_all_applied(start: Start) -> None:
    simulation = ToySimulation()
    runner = start(simulation)
    with busy(runner):
        for place in (1.0, 2.0):
            runner.change("place", place)
    runner.ask(lambda simulation: None).result(SECONDS)
    assert simulation.drafts == [1.0, 2.0]


def test_steps_are_done_while_changes_keep_coming(start: Start) -> None:
    runner = start(ToySimulation(pause=0.001), steps=10_000)
    runner.play()

    def has_trained() -> bool:
        runner.change("place", 1.0)
        return done(runner) > 10

    until(has_trained, pause=0.0001)


def test_a_question_is_answered_between_two_steps(start: Start) -> None:
    runner = start()
    runner.run(4)
    until(lambda: runner.state is RunState.PAUSED)
    assert runner.ask(lambda simulation: simulation.weights()).result(SECONDS)["toy.place"].item() == 4.0


def test_a_question_that_raises_gives_its_error_and_nothing_else(start: Start) -> None:
    runner = start()

    def load(simulation: Simulation) -> None:
        raise refuse("weights.safetensors", say("is cut off"))

    with pytest.raises(UserError, match="is cut off"):
        runner.ask(load).result(SECONDS)
    assert runner.state is RunState.IDLE


def test_the_state_of_the_start_of_every_stride_and_of_the_end_is_kept(start: Start) -> None:
    runner = start(steps=300)
    runner.play()
    until(lambda: runner.state is RunState.FINISHED)
    assert [one.step for one in runner.snapshot(SECONDS).checkpoints] == [*range(0, 301, FIRST_STRIDE), 300]


def test_where_a_run_pauses_its_state_is_kept_until_it_goes_on(start: Start) -> None:
    runner = start(steps=50)
    for end in (3, 7):
        runner.run(end - done(runner))
        until(lambda end=end: runner.recording.has_checkpoint(end))  # type: ignore[misc]  # without being asked
    runner.change("place", 4.0)
    runner.ask(lambda simulation: None).result(SECONDS)
    past = runner.snapshot(SECONDS)
    assert [(one.step, one.steered) for one in past.checkpoints] == [(0, 0), (7, 0)]
    told: list[Frame] = []
    assert travel(ToySimulation(), past, 7, told.append).metrics == {"toy.place": 4.0}
    assert len(told) == 1  # of the change: there was no meta-step


def test_a_snapshot_of_a_running_run_has_the_state_of_its_newest_frame(start: Start) -> None:
    runner = start(steps=10**9)
    runner.play()
    for _ in range(3):
        past = runner.snapshot(SECONDS)
        assert past.checkpoints[-1].step == past.step == past.checkpoints[-1].state["done"]


def test_a_snapshot_waits_no_longer_than_it_may(start: Start) -> None:
    runner = start()
    runner.run(2)
    until(lambda: runner.recording.has_checkpoint(2))
    with busy(runner):
        assert runner.snapshot(0.01).step == 2


def test_the_state_before_a_divergence_is_kept_and_that_after_a_defect_is_not(start: Start) -> None:
    for wrong, kept in (("diverge", [0, 4]), ("nan", [0]), ("defect", [0])):
        runner = start(ToySimulation(wrong=wrong))
        runner.play()
        until(lambda runner=runner: runner.state is RunState.FAILED)  # type: ignore[misc]
        assert [one.step for one in runner.snapshot(SECONDS).checkpoints] == kept


def test_a_breakpoint_pauses_when_it_becomes_true_and_lets_the_run_go_on_from_there(start: Start) -> None:
    runner = start(steps=50)
    above, at = Breakpoint("toy.place", ">", 6.5), Breakpoint("", ">=", 20.0)
    runner.set_breakpoints((above, at))
    runner.play()
    until(lambda: runner.state is RunState.PAUSED)
    assert done(runner) == 7
    assert runner.hit == above
    runner.play()
    until(lambda: runner.state is RunState.PAUSED)
    assert done(runner) == 20
    assert runner.hit == at
    runner.play()
    until(lambda: runner.state is RunState.FINISHED)
    assert done(runner) == 50


def test_a_breakpoint_that_was_false_in_between_pauses_again(start: Start) -> None:
    runner = start(steps=50)
    runner.set_breakpoints((Breakpoint("toy.place", ">", 3.5),))
    runner.play()
    until(lambda: runner.state is RunState.PAUSED)
    runner.change("place", 0.0)
    runner.play()
    until(lambda: runner.state is RunState.RUNNING or done(runner) > 4)
    until(lambda: runner.state is RunState.PAUSED)
    assert done(runner) == 8


def test_what_a_person_did_comes_with_what_takes_it_back(start: Start) -> None:
    runner = start()
    runner.change("place", 3.0)
    runner.change("place", 4.0, undoable=False)
    runner.ask(lambda simulation: None).result(SECONDS)
    assert runner.take_edits() == (Edit("place", 3.0, (("place", 0.0),)),)
    assert runner.take_edits() == ()


def test_a_gesture_is_one_deed_taken_back_to_where_it_began(start: Start) -> None:
    runner = start()
    for place in (1.0, 2.0, 3.0):
        runner.change("place", place, draft=True)
        runner.ask(lambda simulation: None).result(SECONDS)
    runner.change("place", 4.0)
    runner.ask(lambda simulation: None).result(SECONDS)
    assert runner.take_edits() == (Edit("place", 4.0, (("place", 0.0),)),)
    assert [(event.value, event.draft) for event in runner.recording.steering] == [
        (1.0, True),
        (2.0, True),
        (3.0, True),
        (4.0, False),
    ]


def test_a_failure_is_noted_where_it_happened(start: Start) -> None:
    runner = start(ToySimulation(wrong="diverge", wrong_at=5))
    runner.play()
    until(lambda: runner.state is RunState.FAILED)
    (incident,) = runner.recording.incidents
    assert incident.step == 4
    assert "2.3 > 2" in str(incident.reason)


def test_a_run_that_begins_later_counts_from_there() -> None:
    toy = ToySimulation()
    toy.done = 30
    for steps, planned in ((100, 100), (20, 50)):
        runner = Runner(lambda: toy, Recording(), steps=steps)
        runner.run(3)
        until(lambda runner=runner: runner.state is RunState.PAUSED)  # type: ignore[misc]
        assert (toy.done, runner.planned) == (33, planned)
        assert runner.stop(SECONDS)
        toy.done = 30


def test_stopping_tells_a_long_way_back_to_end() -> None:
    halt, begun = Event(), Event()

    def travel() -> Simulation:
        begun.set()
        assert halt.wait(SECONDS)
        raise refuse("", say("broken off"))

    runner = Runner(travel, Recording(), steps=5, halt=halt)
    assert begun.wait(SECONDS)
    assert runner.stop(SECONDS)


def test_divergence_tells_its_reason_and_keeps_the_last_good_frame_and_weights(start: Start) -> None:
    runner = start(ToySimulation(wrong="diverge"))
    runner.play()
    until(lambda: runner.state is RunState.FAILED)
    assert str(runner.reason) == "alpha x largest curvature = 2.3 > 2"
    assert runner.traceback == ""
    assert done(runner) == 4
    assert runner.ask(lambda simulation: simulation.weights()).result(SECONDS)["toy.place"].item() == 4.0


def test_a_diverged_run_plays_on_after_a_change_that_mends_it(start: Start) -> None:
    runner = start(ToySimulation(wrong="diverge"))
    runner.play()
    until(lambda: runner.state is RunState.FAILED)
    runner.change("wrong", "")
    runner.play()
    until(lambda: runner.state is RunState.FINISHED)
    assert runner.reason is None
    assert done(runner) == 20


def test_a_metric_that_is_no_number_stops_the_run_with_its_name(start: Start) -> None:
    runner = start(ToySimulation(wrong="nan"))
    runner.play()
    until(lambda: runner.state is RunState.FAILED)
    assert str(runner.reason) == "toy.loss is nan after meta-step 5"
    assert done(runner) == 4


def test_a_defect_is_told_with_its_traceback(start: Start) -> None:
    runner = start(ToySimulation(wrong="defect"))
    runner.play()
    until(lambda: runner.state is RunState.FAILED)
    assert str(runner.reason) == "the meta-step failed: ZeroDivisionError: one over nought"
    assert "toy.py" in runner.traceback


def test_a_simulation_that_cannot_be_built_fails_with_its_problems() -> None:
    def make() -> Simulation:
        raise refuse("tasks", say("must be 2"))

    runner = Runner(make, Recording(), steps=5)
    until(lambda: runner.state is RunState.FAILED)
    assert str(runner.reason) == "tasks: must be 2"
    with pytest.raises(UserError, match="could not be prepared"):
        runner.ask(lambda simulation: None).result(SECONDS)
    assert runner.stop(SECONDS)


class Faulty:
    """A plug-in's simulation, one part of which raises what nobody expects."""

    def __init__(self, part: str) -> None:
        self._part, self._toy = part, ToySimulation()

    def __getattr__(self, name: str) -> object:
        if name == self._part:
            raise ZeroDivisionError(name)
        return getattr(self._toy, name)


@pytest.mark.parametrize("part", ["settings", "look", "state", "engine"])
def test_a_simulation_that_raises_anything_while_it_gets_ready_fails_and_ends(part: str) -> None:
    runner = Runner(lambda: cast("Simulation", Faulty(part)), Recording(), steps=5)
    until(lambda: runner.state is RunState.FAILED)
    assert str(runner.reason) == f"the meta-step failed: ZeroDivisionError: {part}"
    assert "test_runner.py" in runner.traceback
    assert runner.ask(lambda simulation: None).exception(SECONDS) is None or part in ("settings", "engine")
    assert runner.stop(SECONDS)


def test_a_step_that_exits_the_program_is_told_and_ends_the_run_alone(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = start(ToySimulation())
    monkeypatch.setattr(ToySimulation, "step", lambda simulation: sys.exit(3))
    runner.play()
    until(lambda: runner.state is RunState.FAILED)
    assert str(runner.reason) == "the meta-step failed: SystemExit: 3"
    assert "sys.exit" in runner.traceback
    assert runner.ask(lambda simulation: 7).result(SECONDS) == 7


def test_what_is_no_simulation_fails_and_ends() -> None:
    runner = Runner(lambda: cast("Simulation", None), Recording(), steps=5)
    until(lambda: runner.state is RunState.FAILED)
    assert "NoneType" in str(runner.reason)
    assert runner.stop(SECONDS)


def test_settings_that_raise_after_a_change_fail_the_run(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(simulation: ToySimulation) -> None:
        raise ZeroDivisionError("settings")

    runner = start()
    monkeypatch.setattr(ToySimulation, "settings", property(none))
    runner.change("place", 4.0)
    until(lambda: runner.state is RunState.FAILED)
    assert "ZeroDivisionError" in str(runner.reason)


def test_play_builds_what_could_not_be_built_again() -> None:
    there = Event()

    def make() -> Simulation:
        if not there.is_set():
            raise refuse("folder", say("is not there"))
        return ToySimulation()

    runner = Runner(make, Recording(), steps=5)
    runner.change("place", 4.0)
    for _ in range(2):
        until(lambda: runner.state is RunState.FAILED and not runner.changing)
        assert "is not there" in str(runner.reason)
        runner.play()
    until(lambda: runner.state is RunState.FAILED)
    there.set()
    runner.run(2)
    until(lambda: runner.state is RunState.PAUSED)
    assert runner.reason is None
    assert done(runner) == 2
    assert [(event.step, event.value) for event in runner.recording.steering] == [(0, 4.0)]
    assert runner.recording.incidents == ()
    runner.play()
    until(lambda: runner.state is RunState.FINISHED)
    assert done(runner) == 5
    assert runner.stop(SECONDS)


def test_stop_ends_the_thread_within_the_step_under_way(start: Start) -> None:
    may_end = Event()
    toy = ToySimulation(may_end=may_end)
    runner = start(toy, steps=1000)
    runner.play()
    assert toy.under_way.wait(SECONDS)
    assert not runner.stop(timeout=0.0)
    may_end.set()
    assert runner.stop(SECONDS)
    assert done(runner) == 1


def test_stop_says_when_a_step_takes_too_long(start: Start) -> None:
    may_end = Event()
    toy = ToySimulation(may_end=may_end)
    runner = start(toy)
    runner.play()
    assert toy.under_way.wait(SECONDS)
    assert not runner.stop(timeout=0.05)
    may_end.set()


def test_stop_cancels_what_was_asked(start: Start) -> None:
    runner = start()
    with busy(runner):
        waiting = runner.ask(lambda simulation: None)
        assert not runner.stop(timeout=0.0)
    with pytest.raises(CancelledError):
        waiting.result(SECONDS)
    with pytest.raises(CancelledError):
        runner.ask(lambda simulation: None).result(SECONDS)


def test_no_step_begins_while_the_painter_paints(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metascope.simulator.engine.running.runner._LONGEST_REST", 10 * SECONDS)
    runner = start(ToySimulation(pause=0.001), steps=100_000)
    runner.play()
    until(lambda: done(runner) > 2)
    runner.rest()
    runner.ask(lambda simulation: None).result(SECONDS)
    seen = done(runner)
    time.sleep(0.03)
    assert done(runner) == seen
    runner.resume()
    until(lambda: done(runner) > seen)


def test_a_painter_that_never_comes_back_does_not_stop_the_run(start: Start) -> None:
    runner = start(ToySimulation(pause=0.001), steps=100_000)
    runner.play()
    runner.rest()
    seen = done(runner)
    until(lambda: done(runner) > seen + 2)


def test_a_paused_runner_uses_no_time(start: Start) -> None:
    start()
    began = time.process_time()
    time.sleep(0.3)
    assert time.process_time() - began < 0.1


def test_torch_uses_the_threads_it_was_given_in_the_worker(start: Start) -> None:
    runner = start(threads=2)
    assert runner.ask(lambda simulation: torch.get_num_threads()).result(SECONDS) == 2
