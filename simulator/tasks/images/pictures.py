"""Holds small grey pictures sorted into classes, from which episodes and classification problems are drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Pictures:
    """C classes of D square pictures each, white (255) on black (0)."""

    images: NDArray[np.uint8]  # (C, D, side, side)
    names: tuple[str, ...]  # (C,)

    @property
    def classes(self) -> int:
        """Return C."""
        return int(self.images.shape[0])

    @property
    def drawings(self) -> int:
        """Return D, the pictures of each class."""
        return int(self.images.shape[1])

    @property
    def side(self) -> int:
        """Return the pixels along an edge."""
        return int(self.images.shape[2])

    def of_classes(self, first: int, stop: int) -> Pictures:
        """Return the classes from `first` up to but excluding `stop`."""
        return Pictures(self.images[first:stop], self.names[first:stop])

    def of_drawings(self, first: int, stop: int) -> Pictures:
        """Return every class's drawings from `first` up to but excluding `stop`."""
        return Pictures(self.images[:, first:stop], self.names)

    def shrunk(self, side: int) -> Pictures:
        """Return the pictures with `side` pixels along an edge, each the mean of a square of current pixels.

        Raises:
            ValueError: the current side is not a multiple of `side`.
        """
        factor, rest = divmod(self.side, side)
        if rest or not factor:
            raise ValueError(f"side must divide {self.side}, not be {side}")
        squares = self.images.reshape(self.classes, self.drawings, side, factor, side, factor)
        return Pictures(np.rint(squares.mean((3, 5))).astype(np.uint8), self.names)
