"""What a person does to the episode on the table is checked before it is done."""

from __future__ import annotations

import json
import math

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.stories.metric_learning.edits import Edits, Episode, edited, plain, read
from tests.simulator.stories.metric_learning import INK

EPISODE = Episode(ways=3, supports=6, side=8, asked=(0, 0, 1, 1, 2, 2), methods=("prototypes", "finetuning"))

GOOD: list[tuple[str, object]] = [
    ("move", {"support": 0, "to": 2}),
    ("remove", {"support": 5}),
    ("add", {"picture": INK, "to": 1}),
    ("add", {"picture": INK, "to": "query"}),
    ("point", {"method": "prototypes", "support": 6, "to": [0.5, -1]}),
    ("span", [2, 0, 1]),
]


def done() -> Edits:
    edits = Edits()
    for name, value in GOOD:
        edits = edited(edits, name, value, EPISODE, 0)
    return edits


def test_everything_that_was_done_is_kept() -> None:
    edits = done()
    assert edits.moved == {0: 2}
    assert edits.removed == {5}
    assert edits.supports == ((INK, 1),)
    assert edits.queries == (INK,)
    assert edits.points == {("prototypes", 6): (0.5, -1.0)}
    assert edits.span == (2, 0, 1)
    assert edits.any


def test_what_json_holds_of_it_is_read_again() -> None:
    edits = edited(done(), "answered", {"to": 0}, EPISODE, 0)
    for one in (edits, done()):
        assert read(json.loads(json.dumps(plain(one))), EPISODE) == one


def test_a_support_that_was_removed_is_put_back_by_removing_it_again() -> None:
    twice = edited(done(), "remove", {"support": 5}, EPISODE, 0)
    assert twice.removed == frozenset()


def test_a_point_is_let_go() -> None:
    assert edited(done(), "point", {"method": "prototypes", "support": 6, "to": None}, EPISODE, 0).points == {}


def test_an_answer_is_counted_once_and_the_next_episode_is_as_it_was_drawn() -> None:
    right = edited(done(), "answered", {"to": 1}, EPISODE, 2)
    assert (right.right, right.asked, right.answered, right.passed, right.any) == (1, 1, (2, 1), 0, True)
    with pytest.raises(UserError, match="is answered"):
        edited(right, "answered", {"to": 0}, EPISODE, 3)
    after = edited(right, "next", None, EPISODE, 2)
    assert (after.right, after.asked, after.answered, after.passed, after.any) == (1, 1, (), 1, False)
    wrong = edited(after, "answered", {"to": 0}, EPISODE, 2)
    assert (wrong.right, wrong.asked) == (1, 2)


def test_a_reset_puts_everything_back_but_the_plane_and_the_answers() -> None:
    edits = edited(done(), "answered", {"to": 0}, EPISODE, 0)
    again = edited(edits, "reset", None, EPISODE, 0)
    assert again == Edits(span=(2, 0, 1), right=1, asked=1, answered=(0, 0))


BAD: list[tuple[str, object]] = [
    ("move", None),
    ("move", {"support": 0}),
    ("move", {"support": 0, "to": 3}),
    ("move", {"support": 7, "to": 0}),
    ("move", {"support": True, "to": 0}),
    ("move", {"support": 0, "to": 0.0}),
    ("move", {"support": 0, "to": 0, "more": 1}),
    ("remove", {"support": -1}),
    ("remove", [1]),
    ("add", {"picture": INK[2:], "to": 0}),
    ("add", {"picture": "zz" * 64, "to": 0}),
    ("add", {"picture": 64 * [0], "to": 0}),
    ("add", {"picture": INK, "to": "support"}),
    ("add", {"picture": INK, "to": 3}),
    ("point", {"method": "finetuning", "support": 0, "to": [0, 0]}),
    ("point", {"method": "relation", "support": 0, "to": [0, 0]}),
    ("point", {"method": [], "support": 0, "to": [0, 0]}),
    ("point", {"method": "prototypes", "support": 0, "to": [0]}),
    ("point", {"method": "prototypes", "support": 0, "to": [math.nan, 0]}),
    ("point", {"method": "prototypes", "support": 0, "to": [1e300, 0]}),
    ("point", {"method": "prototypes", "support": 0, "to": [10**400, 0]}),
    ("span", [0, 1]),
    ("span", [0, 1, 1]),
    ("span", [0, 1, 5]),
    ("span", "012"),
    ("answered", {"to": 3}),
    ("answered", {}),
    ("table", None),
    ("table", {}),
    ("table", {**plain(Edits()), "right": 2}),
    ("table", {**plain(Edits()), "moved": [[0]]}),
    ("table", {**plain(Edits()), "moved": 3}),
    ("table", {**plain(Edits()), "removed": [0, 1, 2, 3, 4, 5]}),
    ("table", {**plain(Edits()), "added": [[INK, 9]]}),
    ("table", {**plain(Edits()), "passed": -1}),
    ("table", {**plain(Edits()), "answered": [0]}),
    ("table", {**plain(Edits()), "answered": [6, 0]}),
    ("table", {**plain(Edits()), "answered": [0, 3]}),
]


@pytest.mark.parametrize(("name", "value"), BAD, ids=str)
def test_what_cannot_be_done_is_refused_in_one_sentence(name: str, value: object) -> None:
    with pytest.raises(UserError) as refused:
        edited(Edits(), name, value, EPISODE, 0)
    (problem,) = refused.value.problems
    assert problem.where
    assert "{" not in str(problem)


def test_the_last_support_stays() -> None:
    edits = Edits()
    for support in range(5):
        edits = edited(edits, "remove", {"support": support}, EPISODE, 0)
    with pytest.raises(UserError, match="at least one support"):
        edited(edits, "remove", {"support": 5}, EPISODE, 0)


def test_a_query_that_a_person_added_cannot_be_answered() -> None:
    edits = edited(Edits(), "add", {"picture": INK, "to": "query"}, EPISODE, 0)
    with pytest.raises(UserError, match="nobody knows"):
        edited(edits, "answered", {"to": 0}, EPISODE, 6)
