"""Holds the meta-steps of the bandit story as starts and estimates; frames are made of them where somebody looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import torch
from typing_extensions import override

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.frame import MeasuredBlock
from metascope.simulator.stories.bandits.frame import Array, BanditFrame
from metascope.simulator.stories.bandits.showing import Shown, columns


@final
class BanditBlock(MeasuredBlock):
    """Meta-steps of starts on two arms, n of them.

    Args:
        first: the number of the first meta-step.
        phi: the starts after each, (n, M).
        measured: of these, (n, M, 4), see `arms.reference.measured`.
        estimates: after each, (n, R), as in `Estimates.row`.
        shown: what frames are made with.
    """

    def __init__(self, first: int, phi: Array, measured: Array, estimates: Array, shown: Shown) -> None:
        super().__init__(first, columns(shown.settings, phi, measured))
        self._parts, self._shown = tuple(frozen(part) for part in (phi, measured, estimates)), shown

    @property
    @override
    def nbytes(self) -> int:
        return super().nbytes + sum(part.nbytes for part in self._parts)

    @override
    def frame(self, place: int) -> BanditFrame:
        phi, measured, row = (torch.from_numpy(part[place].copy()) for part in self._parts)
        return self._shown.frame(int(self._steps[place]), self.row(place), phi, measured, row)

    @override
    def only(self, places: Sequence[int]) -> BanditBlock:
        made = self.copy_of(places)
        made._parts = tuple(frozen(part[list(places)]) for part in self._parts)
        return made
