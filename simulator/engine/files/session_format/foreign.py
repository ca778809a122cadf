"""Recognizes files that are not sessions by their first bytes, so that the error can say what they are."""

from __future__ import annotations

from collections.abc import Sequence

from metascope.simulator.engine.files.session_format.container import Member
from metascope.simulator.engine.text import Message, say

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"<svg", b"%PDF")


def foreign(beginning: bytes, first: str) -> bool:
    """Return whether these first bytes, of a ZIP, are of one whose first member is not `first`."""
    return beginning.startswith(b"PK\x03\x04") and not beginning[30:].startswith(first.encode())


def kind_of(beginning: bytes, members: Sequence[Member]) -> Message:
    """Return the error text for a file with these first bytes and, if it is a ZIP, these members."""
    if not beginning:
        return say("is empty")
    if members or beginning.startswith(b"PK"):
        return say("is a ZIP file, but not a complete session saved by Metascope")
    if beginning.startswith(_PICTURES):
        return say("is a picture or a document, not a session")
    if beginning[8:10] == b'{"' and int.from_bytes(beginning[:8], "little") < 100 << 20:
        return say("holds weights, not a session")
    if beginning.lstrip().startswith(b"{"):
        return say("is a JSON file, not a session; is it a scenario?")
    return say("is not a session saved by Metascope")
