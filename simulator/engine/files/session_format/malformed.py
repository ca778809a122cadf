"""What the inside of a session file may be accused of, before it is known which file a person is told about."""

from __future__ import annotations

from simulator.engine.text import Message


class Malformed(Exception):  # noqa: N818 - becomes the UserError that names the file
    """A part of a session file is damaged, foreign or hostile."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(str(message))


# What decoding may stumble over in a well-formed part that this program has not written.
UNFIT = (KeyError, IndexError, ValueError, TypeError, OverflowError, AttributeError, RecursionError)
