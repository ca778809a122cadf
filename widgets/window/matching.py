"""Ranks entries by how well they match a few typed letters, for the command palette."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NO_MATCH = float("inf")
_ELSEWHERE = 4.0  # what a match outside the text itself costs, more than any match within it
_IN_ENGLISH = 0.1  # what a match in the English text costs where another language is spoken


@dataclass(frozen=True)
class Entry:
    """One thing that can be chosen. Its texts are translated already."""

    id: str
    text: str
    category: str
    keys: str = ""
    enabled: bool = True
    english: str = ""  # its text in English, by which it is found too where another language is spoken


def ranked(query: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that match every word of `query`, the best first; all of them for an empty query.

    A word matches best at the start of the text, then at the start of a word, inside a word, as the first letters of
    words, and last as letters in this order with others between them. Enabled entries come before disabled ones.
    """
    words = query.casefold().split()
    scored = [(_cost(words, entry), not entry.enabled, place, entry) for place, entry in enumerate(entries)]
    return [entry for cost, _, _, entry in sorted(scored, key=lambda it: it[:3]) if cost < _NO_MATCH]


def _cost(words: Sequence[str], entry: Entry) -> float:
    places = ((0.0, entry.text), (_IN_ENGLISH, entry.english), (_ELSEWHERE, f"{entry.category} {entry.keys}"))
    texts = [(cost, text.casefold()) for cost, text in places if text]
    return sum(min((cost + _word_cost(word, text) for cost, text in texts), default=_NO_MATCH) for word in words)


def _word_cost(word: str, text: str) -> float:
    """Return how badly a word matches: below 1 in one piece, below 4 in several, infinity if not at all."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum() and (later := text.find(word, at + 1)) > 0:
        at = later  # a match at the start of a word is more likely meant
    if at >= 0:
        inside = at > 0 and text[at - 1].isalnum()
        return 0.0 if at == 0 else 0.5 if inside else 0.25
    initials = "".join(part[0] for part in text.split())
    if word in initials:
        return 1.0
    pieces = _pieces(word, text)
    return 1.0 + pieces / len(word) if pieces <= (len(word) + 1) // 2 else _NO_MATCH


def _pieces(word: str, text: str) -> int:
    """Return in how many pieces `text` has the letters of `word`, in order; more than its length if it does not."""
    pieces, at = 0, -1
    for letter in word:
        if text[at + 1 : at + 2] == letter:
            at += 1
            pieces += pieces == 0
            continue
        at = text.find(letter, at + 1)
        if at < 0:
            return len(word) + 1
        pieces += 1
    return pieces
