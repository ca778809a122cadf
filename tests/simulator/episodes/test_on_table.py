"""What a person does to an episode is undone, saved and loaded alike in all stories that lay one on the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.simulator.stories.meta_networks import meta_network
from tests.simulator.stories.metric_learning import metric
from tests.simulator.stories.picture_starts import starts

each_story = pytest.mark.parametrize("make", [metric, meta_network, starts])
Make = Callable[[], Any]
DONE = {"support": 0, "to": 1}


@each_story
def test_an_edit_is_undone_by_the_whole_table_as_it_was(make: Make) -> None:
    made = make()
    made.change("move", DONE)
    before = made.state()["table"]
    ((name, table),) = made.inverse("move", {"support": 1, "to": 0})
    made.change("move", {"support": 1, "to": 0})
    assert made.state()["table"] != before
    made.change(name, table)
    assert made.state()["table"] == before


@each_story
def test_another_episode_is_undone_with_what_was_done_to_this_one(make: Make) -> None:
    made = make()
    made.change("move", DONE)
    before, back = made.state()["table"], made.inverse("shown", 1)
    made.change("shown", 1)
    assert not made.look().table.edited
    for name, value in back:
        made.change(name, value)
    assert made.state()["table"] == before
    assert made.look().table.edited
    assert [name for name, _ in made.inverse("query", 1)] == ["query"]


@each_story
def test_a_table_comes_back_from_a_state_and_a_spoilt_one_is_refused(make: Make) -> None:
    made, other = make(), make()
    made.change("move", DONE)
    other.restore(made.state())
    assert other.state()["table"] == made.state()["table"]
    assert other.look().table.labels.tolist() == made.look().table.labels.tolist()
    with pytest.raises(ValueError, match="nothing else"):
        other.restore({**made.state(), "table": "{}"})
