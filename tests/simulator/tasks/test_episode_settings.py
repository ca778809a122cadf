"""Stories of few-shot episodes say in the same words which sizes do not go with their pictures."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.story import all_stories
from metascope.simulator.tasks.episode_settings import EpisodeSettings

KINDS = [story.settings for story in all_stories().values() if issubclass(story.settings, EpisodeSettings)]
DRAWINGS = "must be at most 10, since a character has 20 drawings for shots and queries, not 11"


def problems(kind: type[EpisodeSettings], **values: object) -> dict[str, str]:
    """Return what is wrong with values, by setting."""
    with pytest.raises(UserError) as caught:
        kind.parse(values)
    return {problem.where: str(problem.message) for problem in caught.value.problems}


@pytest.mark.parametrize("kind", KINDS)
def test_an_episode_takes_its_classes_of_those_held_out(kind: type[EpisodeSettings]) -> None:
    told = "must be at least 40, since an episode takes 10 of the held-out quarter, not 39"
    assert problems(kind, characters=39, ways=10) == {"characters": told}
    assert kind.parse({"characters": 40, "ways": 10}).ways == 10


@pytest.mark.parametrize("story", ["metric_learning", "picture_starts"])
def test_shots_and_queries_are_different_drawings_of_drawn_characters(story: str) -> None:
    kind = all_stories()[story].settings
    assert issubclass(kind, EpisodeSettings)
    assert problems(kind, shots=10, queries=11) == {"queries": DRAWINGS}
    trained: dict[str, object] = {it: 10 for it in ("shots", "train_shots") if it in kind.model_fields}
    assert problems(kind, **trained, queries=10, train_queries=11) == {"train_queries": DRAWINGS}
    many = kind.parse({**trained, "train_queries": 15, "pictures": "folders", "folder": "/pictures"})
    assert many.training_sizes[1:] == (10, 15)
