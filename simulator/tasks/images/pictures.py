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
    turned: int = 0  # pictures that were inverted, since the files have them the other way than they should

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

    def chosen(self, classes: list[int]) -> Pictures:
        """Return some classes, by their numbers."""
        return Pictures(self.images[classes], tuple(self.names[c] for c in classes), self.turned)

    def of_classes(self, first: int, stop: int) -> Pictures:
        """Return the classes from `first` up to but excluding `stop`."""
        return Pictures(self.images[first:stop], self.names[first:stop])

    def of_drawings(self, first: int, stop: int) -> Pictures:
        """Return every class's drawings from `first` up to but excluding `stop`."""
        return Pictures(self.images[:, first:stop], self.names)

    def resized(self, side: int) -> Pictures:
        """Return the pictures with `side` pixels along an edge, each the mean of the current pixels that it covers."""
        factor, rest = divmod(self.side, side)
        if not rest and factor:
            squares = self.images.reshape(self.classes, self.drawings, side, factor, side, factor)
            return Pictures(np.rint(squares.mean((3, 5))).astype(np.uint8), self.names)
        mean = averaging(self.side, side)
        made = np.empty((self.classes, self.drawings, side, side), np.uint8)
        for c, drawings in enumerate(self.images):  # one class at a time, since they are numbers of 4 bytes meanwhile
            made[c] = np.rint(mean @ drawings.astype(np.float32) @ mean.T)
        return Pictures(made, self.names)


@dataclass(frozen=True)
class Split:
    """Different classes for meta-training, validation and test."""

    train: Pictures
    validation: Pictures
    test: Pictures


def averaging(old: int, new: int) -> NDArray[np.float32]:
    """Return the share of each of `old` pixels in each of `new` ones along an edge, (new, old); rows sum to 1."""
    edges = np.linspace(0, old, new + 1)
    pixel = np.arange(old)
    covered = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
    return np.asarray(np.clip(covered, 0, None) * new / old, np.float32)
