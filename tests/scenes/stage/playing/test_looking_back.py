"""A frame that is looked back at is read once, and no more once it is known to be unreadable or undrawable."""

from __future__ import annotations

import pytest

from metascope.scenes.stage.playing.looking_back import Past
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.text import say
from tests.simulator.engine.toy import frame

NEWEST = frame(9)


class File:
    """A recording of ten frames in a file, whose reads are noted; that of meta-step 3 is damaged."""

    def __init__(self) -> None:
        self.reads: list[int] = []
        self.recording = Recording()
        self.recording.adopt(range(10), self._read)

    def _read(self, step: int) -> Frame:
        self.reads.append(step)
        if step == 3:
            raise refuse("", say("is damaged"))
        return frame(step)


def test_a_frame_is_read_once_while_it_is_looked_at() -> None:
    file = File()
    past = Past(file.recording)
    first = past.at(5, NEWEST)
    assert first is not None
    assert past.at(5, NEWEST) is first
    assert file.reads == [5]


def test_a_damaged_frame_is_told_of_once() -> None:
    past = Past(File().recording)
    with pytest.raises(UserError):
        past.at(3, NEWEST)
    past.at(4, NEWEST)
    assert past.at(3, NEWEST) is None


def test_a_frame_that_cannot_be_drawn_is_not_returned_again() -> None:
    past = Past(File().recording)
    undrawable = past.at(5, NEWEST)
    assert undrawable is not None
    assert past.refuse(undrawable)
    assert past.at(5, NEWEST) is None
    assert not past.refuse(undrawable), "it is known already"
