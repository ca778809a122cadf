"""The nearest neighbour on pixels answers as its definition says, and as the stories that measure it do."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.story import all_stories
from metascope.simulator.episodes.baseline import nearest_on_pixels
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from tests.contracts.runs import light, simulation

SUPPORTS = np.array([[[0, 0], [0, 0]], [[255, 255], [255, 255]], [[255, 0], [0, 0]]], np.uint8)
LABELS = np.array([1, 0, 2], np.int32)


def asked_about(queries: list[list[list[int]]], asked: list[int]) -> str:
    return str(nearest_on_pixels(SUPPORTS, LABELS, np.array(queries, np.uint8), np.array(asked, np.int32)))


def test_the_class_of_the_nearest_support_is_answered() -> None:
    queries = [[[0, 10], [0, 0]], [[200, 255], [255, 255]], [[200, 0], [0, 0]], [[100, 0], [0, 0]]]
    assert asked_about(queries, [1, 0, 2, 1]) == "nearest on pixels: 4 of 4"
    assert asked_about(queries, [1, 0, 2, 2]) == "nearest on pixels: 3 of 4"


def test_a_query_whose_class_nobody_knows_does_not_count() -> None:
    assert asked_about([[[0, 0], [0, 0]], [[0, 0], [0, 0]]], [-1, 1]) == "nearest on pixels: 1 of 1"


def test_of_nothing_there_is_nothing_to_say() -> None:
    nobody = np.empty((0, 2, 2), np.uint8), np.empty(0, np.int32)
    assert nearest_on_pixels(*nobody, SUPPORTS, LABELS) is None
    assert nearest_on_pixels(SUPPORTS, LABELS, SUPPORTS, np.full(3, -1, np.int32)) is None


def test_it_answers_as_the_story_that_measures_it() -> None:
    preset = light(find("temperature"))
    made = simulation(preset, preset.settings)
    for shown in range(5):
        made.change("shown", shown)
        frame = made.look()
        assert isinstance(frame, MetricFrame)
        right = int((frame.pixels_predicted == frame.table.asked).sum())
        told = all_stories()["metric_learning"].baseline(frame, preset.settings)
        assert str(told) == f"nearest on pixels: {right} of {len(frame.table.asked)}"


@pytest.mark.parametrize("name", ["three-memories", "learned-gates-glyphs"])
def test_other_stories_of_episodes_tell_it_too(name: str) -> None:
    preset = light(find(name))
    told = all_stories()[preset.story].baseline(simulation(preset, preset.settings).look(), preset.settings)
    assert "nearest on pixels" in str(told)


def test_where_updates_see_more_than_a_picture_of_each_class_nothing_is_told() -> None:
    preset = light(find("learned-gates-glyphs"))
    settings = preset.settings.replaced(shots=2)
    frame = simulation(preset, settings).look()
    assert all_stories()[preset.story].baseline(frame, settings) is None
