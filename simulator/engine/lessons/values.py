"""Reads the texts of a lesson: paragraphs, **bold** terms, and the places of the run's real numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from metascope.simulator.engine.text import Message, say

Kind = Literal["metric", "here", "first", "best", "setting", "step"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_PIECE = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


@dataclass(frozen=True)
class Place:
    """Where a number of the run stands in a text."""

    kind: Kind
    name: str  # of a metric or a setting; empty for the meta-step


@dataclass(frozen=True)
class Span:
    """A piece of a paragraph in one type."""

    text: str
    bold: bool = False


def pieces(text: str) -> Iterator[str | Place | Message]:
    """Return a text in pieces: plain text, places of numbers, and what is wrong with a place."""
    at = 0
    for found in _PIECE.finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        at = found.end()
        piece = found.group()
        yield piece[0] if piece in ("{{", "}}") else _place(piece)
    if at < len(text):
        yield text[at:]


def places(text: str) -> list[Place]:
    """Return the places of numbers in a text."""
    return [piece for piece in pieces(text) if isinstance(piece, Place)]


def mistakes(text: str) -> list[Message]:
    """Return what is wrong with a text."""
    return [piece for piece in pieces(text) if isinstance(piece, Message)]


def filled(text: str, value: Callable[[Place], str]) -> str:
    """Return a text with the run's numbers in it, as `value` writes them."""
    return "".join(value(it) if isinstance(it, Place) else str(it) for it in pieces(text))


def paragraphs(text: str) -> list[list[Span]]:
    """Return the paragraphs of a text, each as spans of plain and bold type."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        spans = []
        for index, part in enumerate(_BOLD.split(" ".join(paragraph.split()))):
            if part:
                spans.append(Span(part, bold=index % 2 == 1))
        if spans:
            found.append(spans)
    return found


def plain(text: str) -> str:
    """Return a text as it is read aloud."""
    return "\n".join("".join(span.text for span in spans) for spans in paragraphs(text))


def _place(piece: str) -> Place | Message:
    inside = piece[1:-1].strip()
    kind, _, name = inside.partition(":")
    kind, name = kind.strip(), name.strip()
    if kind in ("step", "here") and not name:
        return Place("step" if kind == "step" else "here", "")
    if kind in KINDS and kind != "step" and name:
        return Place(kind, name)
    known = "{metric:NAME}, {here:NAME}, {first:NAME}, {best:NAME}, {setting:NAME}, {step}, {here}"
    text = "has no such place for a number: {got}; known: {known} (a brace itself is doubled)"
    return say(text, got=piece[:60], known=known)
