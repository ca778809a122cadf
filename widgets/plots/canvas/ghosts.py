"""Draws the marks of other runs, dimmed, behind those of the current run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from typing_extensions import override

from metascope.widgets.look.theme import GHOST, Theme
from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.canvas.mark import Mark, Reading

Ghost = tuple[str, Sequence[Mark]]  # the run's name, and the marks of its plot, from the bottom to the top


class GhostsItem(Mark):
    """The marks of plots that are not shown, dimmed, under a plot's own. Cached until `changed` is called.

    It does not keep the plots of the marks alive: whoever deletes one has to `set` others first.
    """

    kept = True

    def __init__(self) -> None:
        super().__init__("ghosts")
        self._ghosts: tuple[Ghost, ...] = ()
        self.setZValue(-100)
        self.setVisible(False)

    def set(self, ghosts: Sequence[Ghost]) -> None:
        """Draw these, the last on top."""
        self._ghosts = tuple(ghosts)
        self.setVisible(bool(self._ghosts))
        self._dress(self.theme)
        self.changed()

    @override
    def set_theme(self, theme: Theme) -> None:
        self._dress(theme)
        super().set_theme(theme)

    def _dress(self, theme: Theme) -> None:
        """Draw the marks in this theme, each with the styles of its own story's methods."""
        for _, mark in self._marks():
            own = theme.with_styles(mark.theme.styles)
            if mark.theme is not own:
                mark.set_theme(own)

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw every mark as dim as a ghost, and dimmer where it was dimmed already."""
        whole = painter.opacity()
        for _, mark in self._marks():
            if mark.blank(pixels):
                continue
            painter.setOpacity(whole * GHOST * mark.opacity())
            painter.save()
            mark.draw_ghost(painter, pixels)
            painter.restore()
        painter.setOpacity(whole)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        found = ((label, mark.reading(at, pixels)) for label, mark in self._marks())
        told = [(label, reading) for label, reading in found if reading is not None]
        if not told:
            return None
        label, reading = min(told, key=lambda pair: pair[1].distance)
        text = self.tr("{run} · {reading}").format(run=label, reading=reading.text)
        return Reading(reading.distance, reading.x, reading.y, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return the columns of the marks, each named after its run."""
        return {f"{label}: {name}": data for label, mark in self._marks() for name, data in mark.columns().items()}

    def _marks(self) -> Iterator[tuple[str, Mark]]:
        for label, marks in self._ghosts:
            for mark in marks:
                if mark.ghostly and mark.emphasis != "hidden" and mark.isVisible():
                    yield label, mark
