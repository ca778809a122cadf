"""Several meta-steps in a row, held as arrays: frames are made of them only where somebody looks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.engine.frame import Frame


class Block(ABC):
    """Meta-steps that a simulation did in one go. Abstract; immutable; any thread may read it.

    Promises: `frame(i)` equals, bit for bit, the frame that `Simulation.step` would have returned, and so does each row
    of `metrics`.
    """

    @property
    @abstractmethod
    def steps(self) -> NDArray[np.int64]:
        """The meta-steps, ascending, (n,)."""

    @property
    @abstractmethod
    def metrics(self) -> Mapping[str, NDArray[np.float64]]:
        """A column (n,) for each metric; NaN where it was not measured."""

    @property
    @abstractmethod
    def nbytes(self) -> int:
        """Bytes that the arrays take; what blocks share, such as surfaces, is not counted."""

    @abstractmethod
    def frame(self, place: int) -> Frame:
        """Return the frame of the meta-step at index `place`, made anew."""

    @abstractmethod
    def only(self, places: Sequence[int]) -> Block:
        """Return a block of the meta-steps at these indices, which holds no more memory than they need."""
