"""The frames that a recording keeps, by step: as they are, in blocks that make them, or in a file."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import final

import numpy as np
from typing_extensions import override

from metascope.simulator.engine.frame import Block, Frame
from metascope.simulator.engine.history.memory_use import Arrays, arrays_of, taken
from metascope.simulator.engine.history.rows import Steps

# Memory of a block, measured by keeping thousands of them.
_BLOCK_BYTES = 1500  # its objects and the headers of its arrays
_FEW = 64  # frames: of a block with fewer, one is worth to be freed, and numpy takes longer than Python
_SPREAD = 1.3  # bytes that a byte of its arrays keeps occupied, because of fragmentation


@dataclass(frozen=True)
class Choice:
    """Which frames stay when there are too many: every `stride`-th, the bookmarked ones, the first and the newest."""

    stride: int
    bookmarks: frozenset[int]
    first: int
    newest: int

    def holds(self, step: int) -> bool:
        """Return whether the frame of a step stays."""
        return step % self.stride == 0 or step in (self.first, self.newest) or step in self.bookmarks

    def among(self, steps: Steps) -> list[int]:
        """Return the indices of those that stay, of steps (n,)."""
        if self.stride == 1:
            return list(range(len(steps)))
        if len(steps) < _FEW:
            return [place for place, step in enumerate(steps.tolist()) if self.holds(step)]
        found: list[int] = np.flatnonzero(
            (steps % self.stride == 0) | np.isin(steps, (self.first, self.newest, *self.bookmarks))
        ).tolist()
        return found


class Piece(ABC):
    """Kept frames, one after another. Abstract; immutable, so that any thread may read it."""

    __slots__ = ()

    first: int  # step of the first
    last: int  # and of the last
    count: int  # of frames, at least one
    nbytes: int  # of memory, beside what the piece before has too

    @abstractmethod
    def steps(self) -> list[int]:
        """Return the steps, ascending."""

    @abstractmethod
    def place(self, step: int) -> tuple[int, int]:
        """Return the index and the step of the newest frame at or before `step`, or of the first one."""

    @abstractmethod
    def frame(self, place: int) -> Frame | None:
        """Return the frame of the step at index `place`; None if it is in a file."""

    @abstractmethod
    def source(self, place: int) -> object | None:
        """Return what stands for the frame at index `place`, for as long as it is kept; None if it is in a file."""

    @abstractmethod
    def until(self, step: int) -> Piece | None:
        """Return the frames up to `step`; None if there are none."""

    def without_last(self) -> Piece | None:
        """Return the frames before the last one; None if there are none."""
        return self.until(self.last - 1)

    @abstractmethod
    def thinned(self, choice: Choice, before: Piece | None) -> Piece | None:
        """Return the frames that stay, after the piece `before`; None if none does."""


@final
class Single(Piece):
    """One frame.

    Args:
        frame: it.
        arrays: that it holds; none if the next frame replaces it, so that its size does not matter.
        before: the piece before it, whose arrays do not count again.
    """

    __slots__ = ("_frame", "arrays", "count", "first", "last", "nbytes")

    def __init__(self, frame: Frame, arrays: Arrays, before: Piece | None) -> None:
        self._frame, self.arrays = frame, arrays
        self.first = self.last = frame.step
        self.count = 1
        shared = before.arrays if isinstance(before, Single) else ()
        self.nbytes = taken(frame, arrays, shared) if arrays else 0

    @override
    def steps(self) -> list[int]:
        return [self.first]

    @override
    def place(self, step: int) -> tuple[int, int]:
        return 0, self.first

    @override
    def frame(self, place: int) -> Frame:
        return self._frame

    @override
    def source(self, place: int) -> object:
        return self._frame

    @override
    def until(self, step: int) -> Single | None:
        return self if self.first <= step else None

    @override
    def thinned(self, choice: Choice, before: Piece | None) -> Single | None:
        return self.behind(before) if choice.holds(self.first) else None

    def behind(self, before: Piece | None) -> Single:
        """Return this frame as the one after the piece `before`."""
        return Single(self._frame, self.arrays or arrays_of(self._frame), before)


class _Many(Piece):
    """Several frames. Abstract."""

    __slots__ = ("_steps", "count", "first", "last", "nbytes")

    def __init__(self, steps: Steps) -> None:
        self._steps = steps  # (n,)
        self.count, self.first, self.last = len(steps), int(steps[0]), int(steps[-1])

    @override
    def steps(self) -> list[int]:
        steps: list[int] = self._steps.tolist()
        return steps

    @override
    def place(self, step: int) -> tuple[int, int]:
        place = self.count - 1 if step >= self.last else max(int(self._steps.searchsorted(step, side="right")) - 1, 0)
        return place, int(self._steps[place])


@final
class Several(_Many):
    """Frames that a block makes: the first of those that it can make."""

    __slots__ = ("_block", "_source")

    def __init__(self, block: Block, steps: Steps | None = None, source: object | None = None) -> None:
        super().__init__(block.steps if steps is None else steps)
        self._block = block
        self._source = source or _Source()
        self.nbytes = int(_SPREAD * block.nbytes) + _BLOCK_BYTES

    @override
    def frame(self, place: int) -> Frame:
        return self._block.frame(place)

    @override
    def source(self, place: int) -> object:
        return self._source

    @override
    def until(self, step: int) -> Several | None:
        """Leave the later ones out; the block, with its memory, stays as it is until it is thinned."""
        steps = self._steps[: self._steps.searchsorted(step, side="right")]
        return Several(self._block, steps, self._source) if len(steps) else None

    @override
    def without_last(self) -> Several | None:
        """Free the memory of the last one, unless that is a small share of the block's."""
        if not 1 < self.count < _FEW:
            return self.until(self.last - 1)
        return Several(self._block.only(range(self.count - 1)), source=self._source)

    @override
    def thinned(self, choice: Choice, before: Piece | None = None) -> Several | None:
        places = choice.among(self._steps)
        if len(places) == len(self._block.steps):
            return self
        return Several(self._block.only(places), source=self._source) if places else None


@final
class Filed(_Many):
    """Frames that are in a file, where they take no memory: all of them stay."""

    __slots__ = ()

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self.nbytes = 0

    @override
    def frame(self, place: int) -> None:
        return None

    @override
    def source(self, place: int) -> None:
        return None

    @override
    def until(self, step: int) -> Filed | None:
        steps = self._steps[: self._steps.searchsorted(step, side="right")]
        return Filed(steps) if len(steps) else None

    @override
    def thinned(self, choice: Choice, before: Piece | None) -> Filed:
        return self


class _Source:
    """Stands for the frames of a block, which `Block.only` replaces by another."""


@dataclass(frozen=True, eq=False)
class Frames(Mapping[int, Frame | None]):
    """The frames of pieces by step, ascending; None if one is in a file. One that is in a block is made when asked."""

    pieces: Sequence[Piece]

    @override
    def __len__(self) -> int:
        return sum(piece.count for piece in self.pieces)

    @override
    def __iter__(self) -> Iterator[int]:
        return chain.from_iterable(piece.steps() for piece in self.pieces)

    @override
    def __contains__(self, step: object) -> bool:
        return isinstance(step, int) and bool(self.pieces) and self.before(step)[2] == step

    @override
    def __getitem__(self, step: int) -> Frame | None:
        piece, place = self._found(step)
        return piece.frame(place)

    def source(self, step: int) -> object | None:
        """Return what stands for the frame of a step, for as long as it is kept; None if it is in a file or nowhere.

        Once the frame was replaced, it is another object.
        """
        if step not in self:
            return None
        piece, place = self._found(step)
        return piece.source(place)

    def before(self, step: int) -> tuple[Piece, int, int]:
        """Return the piece, the index in it and the step of the newest frame at or before `step`, or of the first one.

        Raises:
            LookupError: there is none.
        """
        if not self.pieces:
            raise LookupError("nothing was recorded")
        piece = self.pieces[max(bisect_right(self.pieces, step, key=attrgetter("first")) - 1, 0)]
        return piece, *piece.place(step)

    def _found(self, step: int) -> tuple[Piece, int]:
        if step not in self:
            raise KeyError(step)
        return self.before(step)[:2]
