"""Fans of walks from stage to stage: each stage has its own tone, from grey to the series' colour."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from metascope.widgets.look.colours import mixed
from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import GRID
from metascope.widgets.plots.canvas.ink import Array, Pixels, draw_symbols
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading, nearest
from metascope.widgets.plots.canvas.strokes import draw_walks

NOW, BEFORE = 1.5, 1.0  # pixels: width of the present stage's lines, and of earlier ones
FADED = 0.45  # opacity of earlier stages
SHADES = 24  # of the colours along a walk
END = GRID - 2.0  # pixels: of the ring where a walk ends before its time


class WalksItem(Mark):
    """Walks (n, H + 1, 2) at each of several stages: the present one in full, earlier ones faint.

    The first stage is grey, and each stage has more of the series' colour than the one before. The present walks may
    be coloured by a number of each step instead, on a diverging scale. A walk that ends early, in NaNs, has a ring
    where it ends.
    """

    def __init__(self, name: str, role: str, label: str = "") -> None:
        super().__init__(name, role, label)
        self._walks = np.empty((0, 0, 1, 2))  # (S, n, H + 1, 2)
        self._now = 0
        self._letters: Sequence[str] = ()
        self._shades = np.empty((0, 0))  # (n, H) from -1 to 1
        self._given: Array | None = None

    def set(self, walks: Array, now: int, letters: Sequence[str], shades: Array | None = None) -> None:
        """Show walks up to a stage.

        Args:
            walks: (S, n, H + 1, 2) of every stage; NaN after a walk's end.
            now: the present stage, from 0.
            letters: (n,) names of the walks.
            shades: (n, H) from -1 to 1, the colours of the present walks' steps; walks of NaNs are faint instead.
        """
        same = walks is self._walks and shades is self._given and (now, letters) == (self._now, self._letters)
        if same:
            return
        self._walks, self._now, self._letters, self._given = walks, now, letters, shades
        self._shades = np.empty((0, 0)) if shades is None else shades
        self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return self._walks.size == 0

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the earlier stages, the present one over them, and rings where walks have ended."""
        for stage in range(self._now):
            line = pen(_faint(self._tone(stage)), BEFORE)
            draw_walks(painter, pixels, pixels.place(self._walks[stage]), line)
        placed = pixels.place(self._walks[self._now])  # (n, H + 1, 2)
        if self._shades.size:
            self._draw_shaded(painter, pixels, placed)
        else:
            draw_walks(painter, pixels, placed, pen(self._tone(self._now), NOW))
        ended = np.isnan(placed[:, -1]).any(1) & np.isfinite(placed[:, 0]).all(1)
        lasts = np.isfinite(placed[ended]).all(2).sum(1) - 1  # (n,) where they did
        ends = placed[ended, lasts].tolist()
        tone = self._tone(self._now).name()
        draw_symbols(painter, pixels, ends, "ring", END, self.theme.panel, tone, NOW)

    def _tone(self, stage: int) -> QColor:
        """Return the colour of a stage."""
        last = max(len(self._walks) - 1, 1)
        return QColor(mixed(self.theme.style(self.role).colour, self.theme.style("muted").colour, 1 - stage / last))

    def _draw_shaded(self, painter: QPainter, pixels: Pixels, placed: Array) -> None:
        """Draw each step in its own colour: those of a colour together."""
        scaled = np.nan_to_num((self._shades + 1) / 2 * (SHADES - 1))
        bins = np.clip(np.rint(scaled), 0, SHADES - 1).astype(int)  # (n, H)
        whole = np.isfinite(placed[:, 1:]).all(-1) & np.isfinite(self._shades)
        line = pen(_faint(self._tone(self._now)), BEFORE)
        draw_walks(painter, pixels, placed[np.isnan(self._shades).all(1)], line)
        colours = self.theme.diverging_map[np.linspace(0, 255, SHADES).astype(int)]
        for shade in range(SHADES):
            line = pen(QColor(*_darkened(colours[shade], self.theme.ink)), NOW + 0.5)
            now = whole & (bins == shade)
            draw_walks(painter, pixels, np.stack([placed[:, :-1][now], placed[:, 1:][now]], axis=1), line)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        walks = self._walks[self._now] if self._walks.size else np.empty((0, 1, 2))
        flat = walks.reshape(-1, 2)
        index, distance = nearest(pixels.place(flat), at)
        if distance > REACH:
            return None
        walk, step = divmod(index, walks.shape[1])
        x, y = flat[index].tolist()
        text = self.tr("{label}, path {letter}, time {step}: {x}, {y}").format(
            label=self.label, letter=self._letters[walk], step=step, x=number(x, 3), y=number(y, 3)
        )
        return Reading(distance, x, y, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        if not self._walks.size:
            return {}
        return {
            f"{self.name}.{letter}.{axis}": walk[:, place]
            for letter, walk in zip(self._letters, self._walks[self._now], strict=True)
            for place, axis in enumerate("xy")
        }


def _faint(colour: QColor) -> QColor:
    found = QColor(colour)
    found.setAlphaF(FADED)
    return found


def _darkened(shade: NDArray[np.uint8], ink: str) -> list[int]:
    """Return a colour of the diverging map a little nearer to ink: its middle is the panel's, and could not be seen."""
    towards = QColor(ink)
    mixed_in = np.array([towards.red(), towards.green(), towards.blue()])
    return [int(part) for part in np.rint(0.85 * shade + 0.15 * mixed_in)]
