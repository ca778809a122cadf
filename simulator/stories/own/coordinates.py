"""Chooses the coordinates of long points that a frame holds: all of few, sums with random signs of many, or a person's.

Sums with random signs: the numbers of a point are dealt to `KEPT` heaps in turn, each with a sign drawn once, and added
up (Charikar, Chen and Farach-Colton 2002, "Finding frequent items in data streams"; Weinberger et al. 2009, "Feature
hashing for large scale multitask learning"). It takes one pass, no matrix, and keeps squared distances on average: with
d heaps a squared distance is off by about sqrt(2 / d) of itself, 18 % for 64 and 35 % for 16.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, final

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.simulator.stories.own.contents import Kept
from metascope.simulator.stories.own.names import KEPT
from metascope.simulator.stories.own.values import array_of, single_copy

_SEED = 20020708  # of the signs: the same for every run, so that runs can be compared


class Coordinates(ABC):
    """How points of `size` numbers become `kept` coordinates. Abstract."""

    how: ClassVar[Kept]

    def __init__(self, size: int, kept: int) -> None:
        self.size, self.kept = size, kept

    @abstractmethod
    def of(self, points: NDArray[np.generic]) -> Single:
        """Return the coordinates (n, kept) of points (n, size), a copy."""


@final
class Every(Coordinates):
    """Every number of a point."""

    how: ClassVar[Kept] = "all"

    def __init__(self, size: int) -> None:
        super().__init__(size, size)

    @override
    def of(self, points: NDArray[np.generic]) -> Single:
        return single_copy(points)


@final
class Mixed(Coordinates):
    """Sums with random signs; see the module's head."""

    how: ClassVar[Kept] = "mixed"

    def __init__(self, size: int, kept: int) -> None:
        super().__init__(size, kept)
        draws = np.random.default_rng(_SEED).integers(0, 2, size, np.int8)
        self._signs = (2 * draws - 1).astype(np.float32)

    @override
    def of(self, points: NDArray[np.generic]) -> Single:
        whole = self.size - self.size % self.kept
        signed = np.multiply(points, self._signs, dtype=np.float32, casting="unsafe")  # (n, size)
        found: Single = signed[:, :whole].reshape(len(points), -1, self.kept).sum(axis=1)
        found[:, : self.size - whole] += signed[:, whole:]
        return found


@final
class Chosen(Coordinates):
    """A person's choice: the numbers at some places, or products with some directions."""

    how: ClassVar[Kept] = "chosen"

    def __init__(self, size: int, places: NDArray[np.generic]) -> None:
        super().__init__(size, len(places))
        self._places = places

    @override
    def of(self, points: NDArray[np.generic]) -> Single:
        if self._places.ndim == 1:
            return single_copy(points[:, self._places.astype(np.intp)])
        return single_copy(np.matmul(points, self._places.T))


def coordinates(size: int, most: int, chosen: object, where: str) -> Coordinates:
    """Return which coordinates of points with `size` numbers are kept, `most` of them where a person chose none.

    Args:
        size: numbers of a point.
        most: coordinates that are kept of longer points.
        chosen: a person's choice: places (d,) of numbers, or directions (d, size); None: the program's.
        where: what an error names.

    Raises:
        UserError: the choice does not fit the points.
    """
    if chosen is None:
        return Every(size) if size <= most else Mixed(size, most)
    places = array_of(chosen, where)
    if not places.ndim or len(places) > KEPT:
        raise refuse(where, say("must be 1 to {most} coordinates", most=KEPT))
    if places.ndim == 1:
        if places.dtype.kind not in "iu" or not (int(places.min()) >= 0 and int(places.max()) < size):
            raise refuse(where, say("must be whole numbers from 0 to {last}, places in a point", last=size - 1))
    elif places.ndim != 2 or places.shape[1] != size:
        text = "must be places (d,), or directions (d, {size}), not the shape {shape}"
        raise refuse(where, say(text, size=size, shape=places.shape))
    return Chosen(size, places)
