"""What lies on the table: an episode's pictures, the answers of methods, and how they are told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from metascope.widgets.look.text import number
from metascope.widgets.look.theme import CLASS_LETTERS
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis

Inks = NDArray[np.uint8]  # (n, S, S) 255 is ink, 0 is paper
Labels = NDArray[np.int64]
UNKNOWN = -1  # the class of a query that a person has drawn


@dataclass(frozen=True, eq=False)
class Episode:
    """N classes with M supports, in any number for each class, and Q queries.

    Raises:
        ValueError: numbers of pictures and labels do not match, or a label is not that of a class.
    """

    supports: Inks  # (M, S, S)
    labels: Labels  # (M,) from 0, of the supports
    queries: Inks  # (Q, S, S)
    truths: Labels  # (Q,) from 0, `UNKNOWN` where nobody knows
    names: tuple[str, ...]  # (N,) of the classes

    def __post_init__(self) -> None:
        if not 1 <= self.ways <= len(CLASS_LETTERS):
            raise ValueError(f"an episode must have 1 to {len(CLASS_LETTERS)} classes, not {self.ways}")
        for pictures, labels, least in ((self.supports, self.labels, 0), (self.queries, self.truths, UNKNOWN)):
            if pictures.ndim != 3 or labels.shape != (len(pictures),):
                raise ValueError(f"pictures (n, S, S) need labels (n,), not {pictures.shape} and {labels.shape}")
            if len(labels) and not (least <= labels.min() and labels.max() < self.ways):
                raise ValueError(f"labels must be from {least} to {self.ways - 1}")

    @property
    def ways(self) -> int:
        """N."""
        return len(self.names)

    def told_class(self, way: int) -> str:
        """Return a class as a person reads it: its letter and its name."""
        if way == UNKNOWN:
            return translate("EpisodeTable", "class unknown")
        text = translate("EpisodeTable", "class {letter} ({name})")
        return text.format(letter=CLASS_LETTERS[way], name=self.names[way])

    def told_support(self, index: int) -> str:
        """Return the reading of a support."""
        text = translate("EpisodeTable", "Support {number}: {told}")
        return text.format(number=index + 1, told=self.told_class(int(self.labels[index])))

    def told_query(self, index: int, answers: Sequence[Answers]) -> str:
        """Return the reading of a query: its class, and each method's answer in a line."""
        text = translate("EpisodeTable", "Query {number}: {told}")
        lines = [text.format(number=index + 1, told=self.told_class(int(self.truths[index])))]
        lines += [answer.told(index, int(self.truths[index])) for answer in answers if answer.level != "hidden"]
        return "\n".join(lines)


@dataclass(frozen=True, eq=False)
class Answers:
    """One method's probabilities of the classes for each query; NaN where it has no answer."""

    role: str
    label: str  # the method's name as a person reads it
    probabilities: NDArray[np.floating]  # (Q, N)
    level: Emphasis = "full"

    @cached_property
    def winners(self) -> tuple[int | None, ...]:
        """The most probable class of each query, None where there is no answer."""
        there = np.isfinite(self.probabilities).all(axis=1)
        best = np.where(there[:, None], self.probabilities, 0.0).argmax(axis=1)
        return tuple(way if known else None for way, known in zip(best.tolist(), there.tolist(), strict=True))

    def chosen(self, query: int) -> int | None:
        """Return the most probable class of a query, None where there is no answer."""
        return self.winners[query]

    def count_right(self, truths: Labels) -> int:
        """Return how many queries are answered correctly, of those with known classes (Q,)."""
        return sum(way is not None and way == truth for way, truth in zip(self.winners, truths.tolist(), strict=True))

    def probability(self, query: int) -> float:
        """Return the probability of the most probable class, NaN where there is no answer."""
        way = self.chosen(query)
        return float("nan") if way is None else float(self.probabilities[query, way])

    def is_right(self, query: int, truth: int) -> bool | None:
        """Return whether the answer is right, None where nobody knows."""
        way = self.chosen(query)
        return None if way is None or truth == UNKNOWN else way == truth

    def told(self, query: int, truth: int) -> str:
        """Return the answer in words."""
        way = self.chosen(query)
        if way is None:
            return translate("EpisodeTable", "{method}: no answer").format(method=self.label)
        text = {
            True: translate("EpisodeTable", "{method}: {letter} with {share}, right"),
            False: translate("EpisodeTable", "{method}: {letter} with {share}, wrong"),
            None: translate("EpisodeTable", "{method}: {letter} with {share}"),
        }[self.is_right(query, truth)]
        share = number(self.probability(query), 2)
        return text.format(method=self.label, letter=CLASS_LETTERS[way], share=share)
