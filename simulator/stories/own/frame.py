"""Defines the frame of a run that another program records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.own.names import METHODS_LIMIT, NUMBERS_LIMIT, TICKS_LIMIT

Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class OwnFrame(Frame):
    """What another program recorded at a meta-step. M methods, up to K inner steps.

    Raises:
        ValueError: an array has not the axes that it must have, as in a file that was tampered with.
    """

    methods: tuple[str, ...]  # M keys
    paths: Mapping[str, Single]  # each (M, K, kept coordinates); NaN where a method has no point
    heatmaps: Mapping[str, Single]  # each (K, rows, columns)
    gates: Mapping[str, Single]  # each (K, curves)
    undefined: Mapping[str, float]  # metrics that are NaN or infinite: they are gaps in the curves

    def __post_init__(self) -> None:
        if not 0 < len(self.methods) <= METHODS_LIMIT:
            raise ValueError("a frame must have methods")
        for arrays, axes, clock in ((self.paths, 3, 1), (self.heatmaps, 3, 0), (self.gates, 2, 0)):
            for name, array in arrays.items():
                if array.ndim != axes or not 0 < array.size <= NUMBERS_LIMIT or array.shape[clock] > TICKS_LIMIT:
                    raise ValueError(f"{name} must not have the shape {array.shape}")
        if any(len(array) != len(self.methods) for array in self.paths.values()):
            raise ValueError("paths must be those of the methods")

    @override
    def ticks(self) -> int:
        lengths = [array.shape[1] for array in self.paths.values()]
        lengths += [len(array) for array in (*self.heatmaps.values(), *self.gates.values())]
        return max(lengths, default=1)
