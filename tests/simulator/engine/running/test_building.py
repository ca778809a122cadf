"""Making a simulation says how far it is, and ends where it was asked to, in every loop that may take long."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.running.building import Building, Ended, check, counted, watched
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import say
from tests.simulator.engine.test_memory import SMALL

DRAWING = say("drawing characters")


def test_loops_say_how_far_they_are_and_the_outermost_one_counts() -> None:
    building, seen = Building(), []
    with watched(building):
        for _ in counted(DRAWING, range(3)):
            for _ in counted(say("strokes"), range(100)):
                progress = building.progress
                assert progress is not None
                seen.append((str(progress.what), progress.done, progress.total))
    assert sorted({*seen}) == [(str(DRAWING), done, 3) for done in range(3)]
    assert building.progress is None


def test_the_time_left_follows_from_the_rate_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    building, told = Building(), []
    with watched(building):
        for _ in counted(DRAWING, iter(range(10)), 10):
            assert building.progress is not None
            told.append(building.progress.seconds_left)
            now[0] += 2.0
    assert told == [0.0, *(2.0 * left for left in range(9, 0, -1))]


@pytest.mark.parametrize("how", ["cancelled", "halted"])
def test_an_ended_loop_does_nothing_more(how: str) -> None:
    halt = threading.Event()
    building, done = Building(halt), []

    def go_through() -> None:
        for item in counted(DRAWING, range(100)):
            done.append(item)
            if item == 4:
                building.cancel() if how == "cancelled" else halt.set()

    with watched(building), pytest.raises(Ended, match="getting ready was cancelled"):
        go_through()
    assert done == [0, 1, 2, 3, 4]
    assert building.progress is None
    building.start()
    assert building.ended == (how == "halted")


def test_nobody_else_is_ended() -> None:
    building = Building()
    building.cancel()
    check()  # not watched
    assert list(counted(DRAWING, range(3))) == [0, 1, 2]
    with watched(building):
        elsewhere = threading.Thread(target=check)
        elsewhere.start()
        elsewhere.join()
        with pytest.raises(UserError):
            check()
    check()


@pytest.mark.parametrize("name", [name for name in SMALL if name not in {"landscapes", "lstm_cell", "bandits"}])
def test_every_story_that_measures_can_be_ended_while_it_gets_ready(name: str) -> None:
    story = all_stories()[name]
    settings, building = story.settings.parse(SMALL[name]), Building()

    class Late(threading.Event):
        """Is set from the second time on that somebody looks."""

        looks = 0

        def is_set(self) -> bool:
            self.looks += 1
            return self.looks > 1

    building = Building(halt := Late())
    with watched(building), pytest.raises(Ended):
        story.load()(settings).look()
    assert halt.looks == 2, "nothing goes on after it"


def test_what_is_made_is_the_same_whether_it_is_watched_or_not() -> None:
    story = all_stories()["mann"]
    settings = story.settings.parse(SMALL["mann"])
    with watched(Building()):
        seen = story.load()(settings).look().metrics
    assert seen == story.load()(settings).look().metrics


@pytest.fixture(autouse=True)
def _not_watched() -> Iterator[None]:
    yield
    check()
