"""Holds the landscapes of many meta-steps as one array of numbers: what compiled kernels are given of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.tasks.landscapes import Bowls, Landscapes, Wells


@dataclass(frozen=True)
class PackedLandscapes:
    """Sets of T tasks each, by their numbers: see `Landscapes.numbers`."""

    numbers: NDArray[np.float64]  # (sets, T, P), read-only
    dimension: int
    terms: int  # of polynomials; 0: bowls, with
    wells: int  # so many wells each

    @classmethod
    def of(cls, landscapes: Landscapes, sets: int = 1) -> PackedLandscapes:
        """Return the landscapes of `sets` T tasks as so many sets."""
        numbers = landscapes.numbers.numpy().reshape(sets, landscapes.tasks // sets, -1)
        numbers.flags.writeable = False
        return cls(numbers, landscapes.dimension, landscapes.terms, landscapes.wells)

    def only(self, places: Sequence[int]) -> PackedLandscapes:
        """Return copies of the sets at these indices."""
        numbers = self.numbers[list(places)]
        numbers.flags.writeable = False
        return replace(self, numbers=numbers)

    def landscapes(self, place: int) -> Landscapes:
        """Return a set of bowls, with or without wells."""
        assert not self.terms, "polynomials are never drawn"
        numbers = torch.from_numpy(self.numbers[place].copy())
        bowl, wells = numbers[:, :6], numbers[:, 6:].reshape(len(numbers), -1, 6)  # (T, 6), (T, W, 6)
        d = self.dimension
        bowls = Bowls(_square(bowl[:, 3:], d), bowl[:, :d].clone(), bowl[:, 2].clone())
        if not self.wells:
            return bowls
        return Wells(bowls, wells[..., 0].clone(), wells[..., 1 : 1 + d].clone(), _square(wells[..., 3:], d))


def _square(triangle: Tensor, dimension: int) -> Tensor:
    """Return symmetric matrices (..., d, d) of their entries xx, xy and yy (..., 3)."""
    return triangle[..., [[0, 1], [1, 2]]][..., :dimension, :dimension].contiguous()
