"""The strokes of a drawing, with what was undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metascope.widgets.draw.pictures import Stroke
from metascope.widgets.draw.reading import Grey

APART = 0.004  # of the canvas: nearer places are left out
MOST = 20_000  # places of one stroke


@dataclass(frozen=True, eq=False)
class Drawing:
    """What is on the canvas: strokes, or a picture that was put there."""

    strokes: tuple[Stroke, ...] = ()
    picture: Grey | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.strokes and self.picture is None


class DrawingHistory:
    """A drawing, every earlier one, and those that were undone."""

    def __init__(self) -> None:
        self._past: list[Drawing] = [Drawing()]
        self._future: list[Drawing] = []
        self._growing: list[tuple[float, float]] = []  # the stroke in the making
        self._width = 0.0

    @property
    def now(self) -> Drawing:
        """What is drawn, with the stroke in the making."""
        drawing = self._past[-1]
        return self._added(drawing) if self._growing else drawing

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier drawing."""
        return len(self._past) > 1

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return bool(self._future)

    def begin(self, x: float, y: float, width: float) -> None:
        """Begin a stroke at a place from 0 to 1."""
        self._growing, self._width = [(x, y)], width

    def extend(self, x: float, y: float) -> bool:
        """Go on with the stroke, and return whether it has become longer."""
        if not self._growing or len(self._growing) >= MOST:
            return False
        last = self._growing[-1]
        if abs(x - last[0]) + abs(y - last[1]) < APART:
            return False
        self._growing.append((x, y))
        return True

    def end(self) -> None:
        """Keep the stroke."""
        if self._growing:
            drawing, self._growing = self.now, []
            self._keep(drawing)

    def abandon(self) -> None:
        """Forget the stroke in the making."""
        self._growing = []

    def put(self, picture: Grey) -> None:
        """Put a picture in place of what is drawn."""
        self._keep(Drawing((), picture))

    def clear(self) -> None:
        """Draw on an empty canvas; can be undone."""
        if not self.now.is_empty:
            self._growing = []
            self._keep(Drawing())

    def undo(self) -> None:
        """Forget the stroke in the making, or return to the drawing before."""
        if self._growing:
            self.abandon()
        elif self.can_undo:
            self._future.append(self._past.pop())

    def redo(self) -> None:
        """Return to the drawing that was undone last."""
        if self._future:
            self._past.append(self._future.pop())

    def _keep(self, drawing: Drawing) -> None:
        self._past.append(drawing)
        self._future.clear()

    def _added(self, drawing: Drawing) -> Drawing:
        """Return the drawing with the stroke in the making; a stroke begins a new one where there is a picture."""
        stroke = Stroke(_places(self._growing), self._width)
        return Drawing((*(drawing.strokes if drawing.picture is None else ()), stroke))


def _places(growing: Sequence[tuple[float, float]]) -> NDArray[np.float64]:
    return np.array(growing, dtype=np.float64).reshape(-1, 2)
