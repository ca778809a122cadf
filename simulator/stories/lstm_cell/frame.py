"""Defines the frame of the LSTM cell story: every quantity of the five cells at every time step shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message
from metascope.simulator.stories.lstm_cell.names import METHODS as METHODS

Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Surface:
    """The shown task's loss, computed when another task is shown, shared by frames. G points per axis."""

    letter: str
    axis: Array  # (G,) the coordinate's values, the same for both axes
    loss: Array  # (G,) or (G, G), indexed [y, x]
    optimum: Array  # (d,)


@dataclass(frozen=True, kw_only=True)
class CellFrame(Frame):
    """All five cells on the shown task, from the shown start.

    Axes: M method (in the order of METHODS), T + 1 time steps, the first being the start, d dimension. NaN where a
    cell has no such quantity, and where there is none at the start.
    """

    eta: float
    span: tuple[float, float]  # y in [0, 1] is mapped to theta from span[0] to span[1]
    surface: Surface
    x: Array  # (M, T + 1, d + 1) gradient and loss at theta^{t-1}
    z: Array  # (M, T + 1, d)
    z_i: Array  # (M, T + 1, d)
    z_f: Array  # (M, T + 1, d)
    z_o: Array  # (M, T + 1, d)
    c: Array  # (M, T + 1, d) the memory; theta itself from the first substitution on
    h: Array  # (M, T + 1, d)
    y: Array  # (M, T + 1, d)
    theta: Array  # (M, T + 1, d)
    loss: Array  # (M, T + 1) at theta^t
    gradient: Array  # (M, T + 1, d) at theta^t
    refused: NDArray[np.bool_]  # (M, T + 1) the step would have left the landscape and was not taken
    notices: tuple[Message, ...]  # why a trajectory stopped or climbs; empty when none does

    @override
    def ticks(self) -> int:
        """Return 3 T + 1: the start, then of each step the gates, the memory and the output."""
        return 3 * len(self.loss[0]) - 2
