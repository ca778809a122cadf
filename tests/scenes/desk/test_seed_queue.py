"""Training with several seeds: one run after the other, each to its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.seed_queue import SeedsQueue
from metascope.scenes.runs.run import Run, start_run
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings
from tests.waiting import LONGEST


class Queue:
    """A queue of short runs, and what became of it."""

    def __init__(self, seeds: list[int], steps: int = 8) -> None:
        preset = presets.find("two-tasks")
        self.runs: list[Run] = []
        self.most = 0  # training at a time
        self.progress: list[tuple[int, int]] = []
        self.queue = SeedsQueue(preset, preset.settings.replaced(steps=steps), seeds, start=self.start)
        self.queue.progressed.connect(lambda done, total: self.progress.append((done, total)))

    def start(self, preset: Preset, settings: Settings) -> Run:
        training = [run for run in self.runs if run.runner.state in (RunState.PREPARING, RunState.RUNNING)]
        self.most = max(self.most, len(training) + 1)
        self.runs.append(start_run(preset, settings))
        return self.runs[-1]

    def close(self) -> None:
        self.queue.stop()
        for run in self.runs:
            run.runner.stop()


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Queue]:
    """Give a queue of three seeds."""
    queue = Queue([3, 4, 5])
    yield queue
    queue.close()


def test_each_seed_is_trained_to_its_end_one_at_a_time(qtbot: QtBot, made: Queue) -> None:
    with qtbot.waitSignal(made.queue.finished, timeout=LONGEST):
        made.queue.begin()
    assert [run.settings.seed for run in made.runs] == [3, 4, 5]
    assert [run.recording.metrics.last_step for run in made.runs] == [8, 8, 8]
    assert made.progress == [(1, 3), (2, 3), (3, 3)]
    assert made.most == 1


def test_nothing_is_started_before_it_begins(made: Queue) -> None:
    assert made.runs == []
    assert (made.queue.done, made.queue.total) == (0, 3)


def test_a_stopped_queue_starts_no_more(qtbot: QtBot, made: Queue) -> None:
    made.queue.begin()
    with qtbot.waitSignal(made.queue.finished, timeout=LONGEST):
        made.queue.stop()
    qtbot.wait(300)
    assert len(made.runs) == 1


def test_a_run_that_is_stopped_elsewhere_is_not_waited_for(qtbot: QtBot, made: Queue) -> None:
    made.queue.begin()
    made.runs[0].runner.stop()
    made.queue.drop(made.runs[0])
    assert len(made.runs) == 2
    assert made.progress == [(1, 3)]


def test_runs_with_the_same_seed_are_the_same(qtbot: QtBot) -> None:
    made = Queue([3, 3])
    with qtbot.waitSignal(made.queue.finished, timeout=LONGEST):
        made.queue.begin()
    one, other = (run.recording.metrics.csv() for run in made.runs)
    made.close()
    assert one == other
