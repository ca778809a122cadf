"""What a scenario as one line of text looks like; imports nothing that is slow, so that no start waits for it."""

from __future__ import annotations

from typing import NamedTuple

SCHEME = "metascope://"
LONGEST = 2000  # characters: what chats and mail programs pass on in one piece
_AROUND = "<>\"'`()[]"  # what people and programs put around a line


class At(NamedTuple):
    """Where both clocks stand of what is shared."""

    step: int  # meta-step
    inner: int | None = None  # inner tick; None: the one at which a frame of the run is first seen


class LessonPlace(NamedTuple):
    """A step of a lesson that comes with the program."""

    lesson: str  # its name
    step: str


def is_link(text: str) -> bool:
    """Return whether a text is meant to be such a line."""
    return trimmed(text[: 4 * LONGEST]).lower().startswith(SCHEME)


def trimmed(text: str) -> str:
    """Return the text without spaces and without what people and programs put around a line."""
    return "".join(text.split()).strip(_AROUND)
