"""What stories with an episode on the table check alike before it is done: moved, removed and added pictures."""

from __future__ import annotations

import json

import numpy as np
import pytest

from simulator.engine.errors import UserError
from simulator.episodes.edits import Edits, Episode, arranged, pixels_of, plain, read
from simulator.stories.metric_learning import edits as metric
from simulator.stories.picture_starts import edits as starts

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
    assert starts.edited(Edits(), "table", json.loads(json.dumps(starts.plain(done()))), EPISODE) == done()


def test_good_starts_write_a_table_as_the_metric_story_does() -> None:
    """So that sessions of both stay what they are, and are replayed bit for bit."""
    assert json.dumps(starts.plain(Edits())) == json.dumps(metric.plain(metric.Edits()))
    with pytest.raises(UserError, match="and nothing else"):
        starts.read(plain(done()), EPISODE)
