"""A small episode to test on: pictures that differ by class, and answers of two methods."""

from __future__ import annotations

import numpy as np

from metascope.widgets.episode.contents import Answers, Episode


def episode(ways: int = 3, shots: int = 2, queries: int = 1) -> Episode:
    """Return N classes with K supports and Q queries each; the pictures of a class are a line of its own."""
    labels, truths = np.repeat(np.arange(ways), shots), np.repeat(np.arange(ways), queries)
    return Episode(pictures(labels), labels, pictures(truths), truths, tuple(f"sign {way + 1}" for way in range(ways)))


def pictures(labels: np.ndarray[tuple[int], np.dtype[np.int64]]) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return pictures (n, 14, 14)."""
    made = np.zeros((len(labels), 14, 14), np.uint8)
    for index, way in enumerate(labels.tolist()):
        made[index, 2:12, 2 + way % 10] = 255
    return made


def answers(shown: Episode, role: str = "mann", right: bool = True) -> Answers:
    """Return a method that gives the right class, or the next one, a probability of 0.7."""
    count, ways = len(shown.queries), shown.ways
    shares = np.full((count, ways), 0.3 / max(ways - 1, 1))
    shares[np.arange(count), (shown.truths + (not right)) % ways] = 0.7
    return Answers(role, role.upper(), shares)
