"""What stories with an episode on the table check alike before it is done: moved, removed and added pictures."""

from __future__ import annotations

import json

import numpy as np
import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.episodes.edits import Edits, Episode, arranged, pixels_of, plain, read
from metascope.simulator.stories.picture_starts import edits as starts

EPISODE = Episode(ways=3, supports=6, side=8, most_added=2)
INK = "ff" * 64  # a picture of 8 × 8 pixels


def done() -> Edits:
    edits = arranged(Edits(), "move", {"support": 0, "to": 2}, EPISODE)
    edits = arranged(edits, "add", {"picture": INK, "to": 1}, EPISODE)
    edits = arranged(edits, "add", {"picture": INK, "to": "query"}, EPISODE)
    return arranged(edits, "remove", {"support": 6}, EPISODE)


def test_what_json_holds_of_it_is_read_again() -> None:
    assert read(Edits(), json.loads(json.dumps(plain(done()))), EPISODE) == done()
    assert done().any
    assert not Edits().any


def test_no_more_pictures_are_added_than_an_episode_takes() -> None:
    with pytest.raises(UserError, match="at most 2 pictures"):
        arranged(done(), "add", {"picture": INK, "to": 0}, EPISODE)


def test_added_pictures_have_the_pixels_of_their_texts() -> None:
    assert np.array_equal(pixels_of([INK, "00" * 64], 8), np.repeat([255, 0], 64).reshape(2, 8, 8))
    assert pixels_of([], 8).shape == (0, 8, 8)


def test_good_starts_put_everything_back() -> None:
    assert starts.edited(done(), "reset", None, EPISODE) == Edits()
    assert starts.edited(Edits(), "table", json.loads(json.dumps(plain(done()))), EPISODE) == done()


def test_a_support_moved_to_its_own_class_is_where_it_was() -> None:
    edits = Edits()
    for to in (1, 0):  # there and back
        edits = arranged(edits, "move", {"support": 1, "to": to}, EPISODE)
    assert edits == Edits()
    assert not edits.any
    added = arranged(Edits(), "add", {"picture": INK, "to": 1}, EPISODE)
    assert arranged(added, "move", {"support": 6, "to": 1}, EPISODE) == added
    assert arranged(added, "move", {"support": 6, "to": 2}, EPISODE).moved == {6: 2}


BAD: list[tuple[str, object]] = [
    ("move", None),
    ("move", {"support": 0}),
    ("move", {"support": 0, "to": 3}),
    ("move", {"support": 6, "to": 0}),  # a support that is not there
    ("move", {"support": True, "to": 0}),
    ("move", {"support": 0, "to": 0.0}),
    ("move", {"support": 0, "to": 0, "more": 1}),
    ("remove", {"support": -1}),
    ("remove", {"support": 6}),
    ("remove", [1]),
    ("add", {"picture": INK[2:], "to": 0}),
    ("add", {"picture": "zz" * 64, "to": 0}),
    ("add", {"picture": None, "to": 0}),
    ("add", {"picture": INK, "to": "support"}),
    ("add", {"picture": INK, "to": 3}),
    ("table", None),
    ("table", {}),
    ("table", {**plain(Edits()), "points": []}),  # another story's
    ("table", {**plain(Edits()), "moved": [[0]]}),
    ("table", {**plain(Edits()), "moved": 3}),
    ("table", {**plain(Edits()), "moved": [[6, 0]]}),
    ("table", {**plain(Edits()), "removed": [0, 1, 2, 3, 4, 5]}),
    ("table", {**plain(Edits()), "added": [[INK, 9]]}),
    ("table", {**plain(Edits()), "added": [[INK, 0]] * 3}),
]


@pytest.mark.parametrize(("name", "value"), BAD, ids=str)
def test_good_starts_refuse_what_cannot_be_done_in_one_sentence(name: str, value: object) -> None:
    with pytest.raises(UserError) as refused:
        starts.edited(Edits(), name, value, EPISODE)
    (problem,) = refused.value.problems
    assert problem.where
    assert "{" not in str(problem)


def test_the_last_support_of_an_episode_stays_but_not_that_of_a_class() -> None:
    edits = Edits()
    for support in range(5):
        edits = starts.edited(edits, "remove", {"support": support}, EPISODE)
    with pytest.raises(UserError, match="at least one support"):
        starts.edited(edits, "remove", {"support": 5}, EPISODE)
