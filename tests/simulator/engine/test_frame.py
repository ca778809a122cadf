"""Captions: sentences that are made when somebody reads them."""

from __future__ import annotations

from metascope.simulator.engine.frame import Captions
from metascope.simulator.engine.text import Message, say


def test_captions_make_only_the_sentences_that_are_read() -> None:
    made: list[int] = []

    def sentence(tick: int) -> Message:
        made.append(tick)
        return say("tick {tick}", tick=tick)

    captions = Captions([lambda tick=tick: sentence(tick) for tick in range(5)])  # type: ignore[misc]
    assert len(captions) == 5
    assert made == []
    assert str(captions[3]) == "tick 3"
    assert made == [3]
    assert [str(caption) for caption in captions[1:3]] == ["tick 1", "tick 2"]
    assert made == [3, 1, 2]
