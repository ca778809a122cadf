"""How long answers take: what is measured, for which share of the time, and that nothing else comes of it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
import torch

from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.replay import replay
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.learners.metric.training import MetaTraining
from metascope.simulator.stories.metric_learning.frame import Plan
from metascope.simulator.stories.metric_learning.names import FINETUNING, IMAGINED, METHODS, SHARE, TIMES
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.metric_learning.timing import AnswerTimes, timed_shots
from tests.simulator.stories.metric_learning import EVERY, SMALL, metric


class Clock:
    """A clock that goes on by a few milliseconds whenever somebody looks at it, each time by another number."""

    def __init__(self) -> None:
        self.now, self.looks = 0.0, 0

    def __call__(self) -> float:
        self.looks += 1
        self.now += 1e-3 * (1 + self.looks % 3)
        return self.now


Answers = tuple[MetricSettings, Mapping[str, MetaTraining], Plan]


def made(**values: object) -> tuple[AnswerTimes, Clock, Answers]:
    """Return what measures, its clock, and what it needs of a run."""
    run, clock = metric(**{**EVERY, **values}), Clock()
    times = AnswerTimes(run.settings, run._base, run._judge.pictures, run.engine, clock)
    return times, clock, run._answers


def test_the_first_frame_has_the_time_of_every_method_with_the_runs_own_supports() -> None:
    found = metric(**EVERY, shots=2).look().times
    assert found is not None
    assert set(found) == {*METHODS, PIXELS}
    for timed in found.values():
        assert timed.shots.tolist() == [1, 2, 5, 10, 20]
        assert timed.answers.tolist() == [0, 1, 0, 0, 0]
        assert np.isfinite(timed.milliseconds).tolist() == [False, True, False, False, False]
        assert timed.milliseconds[1] > 0


def test_times_differ_at_a_replay_and_nothing_else_does() -> None:
    run, recording = metric(**EVERY, test_every=1), Recording()
    recording.append(run.look())
    for _ in range(3):
        recording.append(frame := run.step())
    assert frame.times is not None
    assert sum(int(timed.answers.sum()) for timed in frame.times.values()) > len(frame.times)
    _, verdict = replay(metric(**EVERY, test_every=1), recording.snapshot())
    assert (verdict.frames, verdict.difference) == (4, None)


def test_measuring_takes_its_share_of_the_time_and_ends() -> None:
    times, clock, answers = made()
    measured, before, most = 0.0, clock.now, 0.0
    rounds = 0
    while any((timed.answers < TIMES).any() for timed in times.found().values()):
        clock.now += 0.1  # of training
        begun = clock.now
        times.spend(*answers)
        taken = clock.now - begun
        measured, most, rounds = measured + taken, max(most, taken), rounds + 1
        assert rounds < 10_000
        looks = 3 * 3e-3  # what looking at the clock takes in a round without an answer
        assert measured <= SHARE * (clock.now - before) + most + looks * rounds
    assert all((timed.answers == TIMES).all() for timed in times.found().values())
    done = times.found()
    clock.now += 100
    times.spend(*answers)
    assert times.found() is done


def test_a_long_pause_does_not_make_up_for_a_long_measurement() -> None:
    times, clock, answers = made()
    clock.now += 1e6
    begun = clock.now
    times.spend(*answers)
    assert 0 < clock.now - begun < 0.2


def test_what_counts_is_the_least_and_fine_tuning_comes_last() -> None:
    times, _, (settings, networks, plan) = made()
    for _ in range(3):
        times._measure((PIXELS, 5), settings, networks, plan)
    times._took[PIXELS, 5] = [0.002, 0.9, 0.003]
    assert times.found()[PIXELS].milliseconds[times.shots.index(5)] == 2.0
    order = []
    while (key := times._next()) is not None and len(times._took[key]) == 0:
        order.append(key[0])
        times._took[key].append(1.0)
    assert order[-len(times.shots) :] == [FINETUNING] * len(times.shots)
    assert FINETUNING not in order[: -len(times.shots)]


def test_another_number_of_imagined_examples_is_measured_again() -> None:
    times, _, (settings, networks, plan) = made()
    times.measure_once(settings, networks, plan)
    before = times.found()
    times._follow(settings.replaced(imagined_examples=9))
    after = times.found()
    assert (before[IMAGINED].answers.sum(), after[IMAGINED].answers.sum()) == (1, 0)
    assert after["prototypes"].answers.sum() == 1


@pytest.mark.parametrize(
    ("values", "shots"),
    [
        ({"ways": 3, "shots": 1}, (1, 2, 5, 10, 20)),
        ({"ways": 5, "shots": 3}, (1, 2, 3, 5, 10, 20)),
        ({"ways": 20, "shots": 1, "train_ways": 5, "train_queries": 2, "queries": 1}, (1, 2, 5)),
        ({"ways": 20, "shots": 15, "train_ways": 5, "train_queries": 2, "queries": 1}, (1, 2, 5, 15)),
        ({"ways": 20, "shots": 1, "train_ways": 40, "train_queries": 9, "queries": 1}, (1, 2, 5, 10, 20)),
    ],
)
def test_answers_are_timed_with_no_more_supports_than_there_is_memory_for(
    values: dict[str, object], shots: tuple[int, ...]
) -> None:
    assert timed_shots(MetricSettings.parse({**SMALL, "characters": 80, **values})) == shots


@pytest.mark.parametrize("statistics", ["running", "episode"])
def test_measuring_changes_no_weights_and_takes_no_random_numbers(statistics: str) -> None:
    run = metric(**EVERY, statistics=statistics)
    before = {name: tensor.clone() for name, tensor in run.tensors.items()}
    state = torch.get_rng_state()
    draws = run.draws.get_state()
    for _ in range(5):
        run._times._left = 1.0
        run._times.spend(*run._answers)
    assert torch.equal(state, torch.get_rng_state())
    assert torch.equal(draws, run.draws.get_state())
    assert all(torch.equal(tensor, before[name]) for name, tensor in run.tensors.items())
