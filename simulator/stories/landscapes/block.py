"""Holds the meta-steps of the landscapes story as arrays; frames are made of them where somebody looks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import final

import numpy as np
from typing_extensions import override

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.frame import MeasuredBlock, Table
from metascope.simulator.learners.surfaces import compiled
from metascope.simulator.learners.surfaces.metasteps import PARTS, MetaSteps
from metascope.simulator.stories.landscapes import measure
from metascope.simulator.stories.landscapes.frame import Array, LandscapesFrame, Surfaces
from metascope.simulator.stories.landscapes.surfaces import CEILING
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes


class Pictures(ABC):
    """The pictures of the tasks of a block's meta-steps. Abstract."""

    @property
    @abstractmethod
    def nbytes(self) -> int:
        """Bytes that blocks do not share."""

    @abstractmethod
    def surfaces(self, place: int) -> Surfaces:
        """Return the picture of the meta-step at this index."""

    @abstractmethod
    def only(self, places: Sequence[int]) -> Pictures:
        """Return the pictures of the meta-steps at these indices."""


@final
@dataclass(frozen=True)
class SamePicture(Pictures):
    """The same tasks at every meta-step."""

    picture: Surfaces

    @property
    @override
    def nbytes(self) -> int:
        return 0

    @override
    def surfaces(self, place: int) -> Surfaces:
        return self.picture

    @override
    def only(self, places: Sequence[int]) -> Pictures:
        return self


@final
@dataclass(frozen=True)
class NewPictures(Pictures):
    """Other tasks at each meta-step, drawn by the compiled kernel when they are looked at."""

    packed: PackedLandscapes
    objectives: Surfaces  # without the tasks' own

    @property
    @override
    def nbytes(self) -> int:
        return self.packed.numbers.nbytes

    @override
    def surfaces(self, place: int) -> Surfaces:
        drawn = compiled.surfaces(self.packed, place, self.objectives.axis, CEILING)
        return replace(self.objectives, tasks=frozen(drawn.losses), optima=frozen(drawn.optima))

    @override
    def only(self, places: Sequence[int]) -> Pictures:
        return replace(self, packed=self.packed.only(places))


_REFERENCE = 8  # bytes: what each meta-step shows of the meta-test is an object that many share


_SHOWN = tuple(name for name in PARTS if name != "steepest")


@dataclass(frozen=True)
class Shared:
    """What all frames of a block have alike."""

    alpha: float
    noise: float
    begun: Array | None  # (S, d)


@final
class LandscapesBlock(MeasuredBlock):
    """Meta-steps of all methods, n of them with frames.

    Args:
        first: the number of the first meta-step.
        done: what was done at those that have frames.
        pictures: of the tasks of these.
        columns: each metric's (m,) at all meta-steps; NaN where it was not measured.
        tested: the meta-test that each frame shows, as last measured.
        shared: what frames have alike.
        places: the indices of the meta-steps that have frames; None: all of them.
    """

    def __init__(
        self,
        first: int,
        done: MetaSteps,
        pictures: Pictures,
        columns: Table,
        tested: Sequence[Mapping[str, float]],
        shared: Shared,
        places: Sequence[int] | None = None,
    ) -> None:
        super().__init__(first, columns, places)
        self._done, self._pictures, self._tested, self._shared = done, pictures, tuple(tested), shared

    @property
    @override
    def nbytes(self) -> int:
        return super().nbytes + self._done.nbytes + self._pictures.nbytes + _REFERENCE * len(self._tested)

    @override
    def frame(self, place: int) -> LandscapesFrame:
        shared, row = self._shared, range(len(self._steps))[place]
        return LandscapesFrame(
            step=int(self._steps[row]),
            metrics=self.row(row),
            alpha=shared.alpha,
            surfaces=self._pictures.surfaces(row),
            unseen=self._tested[row],
            notices=measure.notices(self._done, row, shared.alpha),
            begun=shared.begun,
            noise=shared.noise,
            **_arrays(self._done, row),
        )

    @override
    def only(self, places: Sequence[int]) -> LandscapesBlock:
        made, kept = self.copy_of(places), list(places)
        made._done, made._pictures = self._done.only(kept), self._pictures.only(kept)
        made._tested = tuple(self._tested[place] for place in kept)
        return made


def _arrays(done: MetaSteps, row: int) -> dict[str, Array]:
    """Return the arrays of a frame, which are copies: read-only; NaN where they became NaN or infinite."""
    made = {name: getattr(done, name)[row].copy() for name in _SHOWN}
    if not all(np.isfinite(made[name]).all() for name in ("loss", "directions", "next_phi")):
        for array in made.values():
            array[~np.isfinite(array)] = np.nan
    return {name: frozen(array) for name, array in made.items()}
