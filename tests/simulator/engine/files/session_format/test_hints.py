from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from metascope.simulator import stories
from metascope.simulator.engine.files.session_format.hints import frame_fields
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history import memory_use

STORIES = sorted(path.parent.name for path in Path(stories.__file__).parent.glob("*/frame.py"))


def frames_of(story: str) -> list[type[Frame]]:
    module = importlib.import_module(f"metascope.simulator.stories.{story}.frame")
    own = [it for it in vars(module).values() if isinstance(it, type) and it.__module__ == module.__name__]
    return [kind for kind in own if issubclass(kind, Frame)]


def test_there_are_stories() -> None:
    assert len(STORIES) > 5


@pytest.mark.parametrize("story", STORIES)
def test_a_session_holds_the_frames_of_every_story(story: str) -> None:
    """Needs no torch, so that it is tried with every numpy."""
    assert frames_of(story)
    for kind in frames_of(story):
        frame_fields(kind)
        assert any(map(memory_use._may_hold, memory_use._hints(kind).values()))
