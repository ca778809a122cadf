"""What curves show that curves of other stories show, too, so that runs of different stories are drawn together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Kind:
    """What is measured, and the conditions that its numbers depend on.

    Kind("episode accuracy", ("5-way 1-shot", "Omniglot, 14 pixels"))
    """

    name: str  # the same in every story and language; curves of one name may lie in one plot
    conditions: tuple[str, ...]  # as a person reads them, in the order that all kinds of this name have

    def differences(self, other: Kind) -> tuple[str, ...]:
        """Return the conditions of another kind of the same name that differ from these."""
        return tuple(its for mine, its in zip(self.conditions, other.conditions, strict=True) if its != mine)


def nearest(kind: Kind, among: Iterable[tuple[T, Kind | None]]) -> tuple[T, Kind] | None:
    """Return that whose kind has the same name and the fewest other conditions, the last of equals; or None."""
    best: tuple[T, Kind] | None = None
    for one, its in among:
        if its is None or its.name != kind.name:
            continue
        if best is None or len(kind.differences(its)) <= len(kind.differences(best[1])):
            best = one, its
    return best
