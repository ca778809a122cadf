"""The scales of axes, linear, logarithmic or symmetric logarithmic, and their ticks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metascope.widgets.look.text import number
from metascope.widgets.plots.canvas.contours import nice_ticks
from metascope.widgets.plots.canvas.ink import Array

Tick = tuple[float, str]
EXACT = 17  # significant digits by which any two floating-point numbers differ
LEAST = 2  # ticks of an axis
FINER = (1, 2, 4, 8)  # times as many ticks as are asked for, tried in this order
DECADES = 12  # of a logarithmic range at most, counted from the largest number


@dataclass(frozen=True)
class Scale:
    """`linear`; `log`, which shows positive numbers only; `symlog`, which is linear within `threshold` of 0."""

    kind: Literal["linear", "log", "symlog"] = "linear"
    threshold: float = 0.01  # of symlog, in the axis's unit

    def bend(self, values: Array) -> Array:
        """Return where values lie along the axis."""
        if self.kind == "linear":
            return values
        with np.errstate(divide="ignore", invalid="ignore"):
            if self.kind == "log":
                return np.asarray(np.where(values > 0, np.log10(values), np.nan))
            return np.asarray(np.arcsinh(values / self.threshold / 2) / np.log(10))

    def unbend(self, places: Array) -> Array:
        """Return the values at places along the axis."""
        if self.kind == "linear":
            return places
        if self.kind == "log":
            return np.asarray(10.0**places)
        return np.asarray(2 * self.threshold * np.sinh(places * np.log(10)))

    def ticks(self, low: float, high: float, about: int) -> list[Tick]:
        """Return roughly `about` many ticks, as (place, text), between two places along the axis.

        There are two at least, for one alone tells no distance, unless floating-point numbers are too coarse.
        """
        return list(_ticks(self, low, high, about))

    def new_ticks(self, low: float, high: float, about: int) -> list[Tick]:
        """Return the same, found anew; none where numbers have no such decades, as while a linear range is replaced."""
        found: list[Tick] = []
        if self.kind != "linear":
            low, high = max(low, -_POWERS), min(high, _POWERS)
            if not low < high:
                return found
        for finer in FINER:
            found = self._placed(low, high, finer * about)
            if len(found) >= LEAST:
                break
        return found

    def _placed(self, low: float, high: float, about: int) -> list[Tick]:
        if self.kind == "linear":
            values = np.unique(nice_ticks(low, high, about))  # floating-point numbers may be too coarse for the range
            return list(zip(values.tolist(), tick_texts(values, 6), strict=True))
        few = high - low < 1.5 or np.floor(high) - np.ceil(low) < LEAST - 1  # whole decades
        if self.kind == "log" and few:
            values, digits = np.unique(nice_ticks(10**low, 10**high, about)), 6
        else:
            values, digits = self._decades(low, high, about), 3
        return list(zip(self.bend(values).tolist(), tick_texts(values, digits), strict=True))

    def _decades(self, low: float, high: float, about: int) -> Array:
        every = max(1, round((high - low) / about))
        if self.kind == "log":
            return np.asarray(10.0 ** np.arange(np.ceil(low), np.floor(high) + 1, every))
        ends = self.unbend(np.array([low, high]))
        least = np.floor(np.log10(self.threshold))
        powers = 10.0 ** np.arange(least + 1, max(np.log10(np.abs(ends).max() + 1e-300), least) + 1, every)
        values = np.concatenate([-powers[::-1], [0.0], powers])
        return np.asarray(values[(values >= ends[0]) & (values <= ends[1])])


_POWERS = 300.0  # within which floating-point numbers have their powers of ten
LINEAR = Scale()


@lru_cache(maxsize=256)  # ranges come back: sequences are as long as others before
def _ticks(scale: Scale, low: float, high: float, about: int) -> tuple[Tick, ...]:
    return tuple(scale.new_ticks(low, high, about))


def tick_texts(values: Array, digits: int) -> list[str]:
    """Return numbers (n,), all different, as texts of `digits` significant digits, more where two would read alike."""
    different = len(np.unique(values))
    for more in range(digits, EXACT):
        texts = [number(value, more) for value in values.tolist()]
        if len(set(texts)) == different:
            return texts
    return [number(value, EXACT) for value in values.tolist()]


def decades(numbers: list[NDArray[np.floating]]) -> tuple[float, float]:
    """Return a range of whole and half decades along a log axis that contains the positive numbers."""
    found = np.concatenate([np.zeros(0), *(np.ravel(one) for one in numbers)])
    found = found[np.isfinite(found) & (found > 0)]
    if found.size == 0:
        return (-1.0, 1.0)
    low, high = (float(np.log10(one)) for one in (found.min(), found.max()))
    top = np.ceil(2 * high + 0.1) / 2
    return (float(max(np.floor(2 * low - 0.1) / 2, top - DECADES)), float(top))


def rounded_up(value: float) -> float:
    """Return the smallest of 1, 2 or 5 times a power of ten that is not below `value`; 1 for 0 and less.

    As the end of an axis it seldom moves.
    """
    if value <= 0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(value))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power >= value * (1 - 1e-9)))
