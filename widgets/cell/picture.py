"""What a diagram of a gated cell shows, as plain values: quantities, stages, equations and updates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metascope.widgets.look.emphasis import Level

Part = Literal["start", "gates", "memory", "output"]
Column = NDArray[np.generic]


@dataclass(frozen=True)
class Quantity:
    """One quantity of the cell: its symbol, its numbers at this inner step, and what it is for."""

    latex: str
    help: str
    values: tuple[float, ...] = ()  # one per coordinate; NaN while it is not known yet
    role: str = ""  # the style of what replaces it; empty where nothing does
    absent: bool = False  # the cell no longer has this quantity
    unit: bool = False  # lies in [0, 1], and has a gauge


@dataclass(frozen=True)
class Stage:
    """One cell of the chain: what is substituted for what, and how well it does."""

    key: str
    role: str
    latex: str
    note: str  # a few numbers below
    help: str
    emphasis: Level = "full"


@dataclass(frozen=True)
class Equation:
    """One equation with its numbers; `role` is the style of what is substituted in it, empty where nothing is."""

    latex: str
    plain: str
    told: str
    role: str = ""
    absent: bool = False


@dataclass(frozen=True)
class CellPicture:
    """A cell at one inner step.

    The quantities are "x", "h_before", "c_before", "z", "z_i", "z_f", "z_o", "c", "h" and "y".
    """

    chosen: str  # key of the stage that is drawn
    part: Part  # what happens at this inner step
    stages: tuple[Stage, ...]
    quantities: Mapping[str, Quantity]
    equations: tuple[Equation, ...]
    updates: tuple[str, ...]  # the memory's update with its numbers, one per coordinate
    columns: Mapping[str, Column] = field(default_factory=dict)  # the data: "<stage>.<quantity>"

    def still(self) -> tuple[object, ...]:
        """Return all that is drawn except the numbers."""
        stages = tuple((stage.key, stage.role, stage.latex, stage.emphasis) for stage in self.stages)
        quantities = tuple(
            (name, it.latex, it.role, it.absent, it.unit, len(it.values)) for name, it in self.quantities.items()
        )
        equations = tuple((it.latex, it.role, it.absent) for it in self.equations)
        return self.chosen, self.part, stages, quantities, equations, len(self.updates)

    def hidden(self) -> frozenset[str]:
        """Return the keys of the stages that are hidden."""
        return frozenset(stage.key for stage in self.stages if stage.emphasis == "hidden")
