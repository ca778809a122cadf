"""Which scenarios' windows and memory are measured, and what is wanted of them."""

from __future__ import annotations

from benchmarks.memory import one_of_each_story
from benchmarks.playing import endless
from benchmarks.table import SCENES
from benchmarks.window import KEPT_IN, LEAN_IN
from metascope.simulator.engine.files.presets import find
from tests.contracts.runs import STORIES, with_data


def test_every_story_is_measured_without_a_persons_data() -> None:
    assert {find(name).story for name in SCENES} == set(STORIES)
    assert all(with_data(find(name)) == find(name) for name in SCENES)


def test_memory_is_measured_once_for_each_story() -> None:
    names = one_of_each_story(SCENES)
    assert [find(name).story for name in names] == list(dict.fromkeys(find(name).story for name in SCENES))
    assert names[0] == "two-tasks"


def test_each_of_them_may_go_on_for_ever() -> None:
    assert all(endless(find(name)).settings.steps == 10_000_000 for name in SCENES)


def test_what_is_wanted_of_some_is_wanted_of_measured_ones() -> None:
    assert KEPT_IN.keys() <= {find(name).story for name in SCENES}
    assert set(LEAN_IN) <= set(SCENES)
