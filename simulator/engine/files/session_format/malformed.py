"""Defines the error for a malformed session, which becomes a `UserError` once the file's name is known."""

from __future__ import annotations

from metascope.simulator.engine.text import Message


class Malformed(Exception):  # noqa: N818 - becomes the UserError that names the file
    """A part of a session file is damaged, foreign or malicious."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(str(message))


# What decoding may raise for a well-formed part that this program has not written.
UNFIT = (KeyError, IndexError, ValueError, TypeError, OverflowError, AttributeError, RecursionError)
