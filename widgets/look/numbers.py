"""Slider positions, arrow steps and digits of the numbers in a form, without any widget."""

from __future__ import annotations

import math
from dataclasses import dataclass

from metascope.simulator.engine.settings import Declaration

SLIDER_STEPS = 1000
_WIDEST_WHOLE_SLIDER = 10_000  # beyond it, a slider's pixel skips too many numbers to be of help (a seed)
_STEEPEST = 4.0


@dataclass(frozen=True)
class Scale:
    """Maps a slider's positions 0..SLIDER_STEPS to the numbers from `low` to `high`.

    Spread evenly, by orders of magnitude (`logarithmic`), or, where `bend` > 1, closer together near `low`, so that
    a small default within wide bounds can be reached with the mouse.
    """

    low: float
    high: float
    whole: bool = False
    logarithmic: bool = False
    bend: float = 1.0

    def at(self, position: int) -> float:
        """Return the number at a position, with no more digits than the slider can tell apart."""
        exact = self._exact(position)
        if self.whole:
            return float(round(exact))
        gap = max(abs(self._exact(position + 1) - exact), abs(exact - self._exact(position - 1)))
        digits = -math.floor(math.log10(gap))
        return min(max(round(exact, digits), self.low), self.high)

    def position(self, value: float) -> int:
        """Return the position nearest to a number; numbers beyond the bounds lie at the ends."""
        value = min(max(value, self.low), self.high)
        if self.logarithmic:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = ((value - self.low) / (self.high - self.low)) ** (1 / self.bend)
        return round(share * SLIDER_STEPS)

    def _exact(self, position: int) -> float:
        share = min(max(position / SLIDER_STEPS, 0.0), 1.0)
        if self.logarithmic:
            return float(self.low * (self.high / self.low) ** share)
        return float(self.low + (self.high - self.low) * share**self.bend)


def scale_of(declared: Declaration) -> Scale | None:
    """Return the slider's scale of a whole or real setting, or None where a slider would not help."""
    low, high = declared.low, declared.high
    if low is None or high is None or low >= high:
        return None
    whole = declared.kind == "whole"
    if declared.logarithmic and low > 0:
        return Scale(low, high, whole, logarithmic=True)
    if whole and high - low > _WIDEST_WHOLE_SLIDER:
        return None
    return Scale(low, high, whole, bend=1.0 if whole else _bend(low, high, declared.default))


def _bend(low: float, high: float, default: object) -> float:
    """Return the bend that puts the default at a third of the slider; none where it lies there or beyond anyway."""
    share = (default - low) / (high - low) if isinstance(default, int | float) else 0.0
    if low != 0 or not 0 < share < 1 / 3:
        return 1.0
    return min(math.log(share) / math.log(1 / 3), _STEEPEST)


def stepped(value: float, steps: int, *, whole: bool, near_zero: float = 0.01) -> float:
    """Return `value` after some arrow steps, each a unit of the second significant digit (whole numbers: at least 1).

    Args:
        value: where to start.
        steps: how many, negative to go down.
        whole: whether only whole numbers count.
        near_zero: the step where the value is too small to have a size of its own.
    """
    for _ in range(abs(steps)):
        step = _unit(value, towards_zero=(value > 0) == (steps < 0), near_zero=near_zero)
        step = max(1.0, step) if whole else step
        value = round(value / step) * step + math.copysign(step, steps)
    return float(f"{value:.12g}")


def _unit(value: float, towards_zero: bool, near_zero: float) -> float:
    size = abs(value) * (0.999999 if towards_zero else 1.000001)
    if size <= near_zero:
        return near_zero
    return float(10.0 ** (math.floor(math.log10(size)) - 1))


def near_zero_of(declared: Declaration) -> float:
    """Return the arrow step around zero: the smallest value, a tenth of the default's size, or a part of the range."""
    default = declared.default
    if declared.kind == "whole":
        return 1.0
    if declared.low is not None and declared.low > 0:
        return declared.low
    if isinstance(default, int | float) and default:
        return float(10.0 ** (math.floor(math.log10(abs(default))) - 1))
    if declared.low is None or declared.high is None:
        return 0.01
    return float(10.0 ** math.floor(math.log10((declared.high - declared.low) / 1000)))


def written(value: float, whole: bool = False) -> str:
    """Return the number as a person reads and types it: six digits, an exponent only where it is shorter."""
    if whole:
        return f"{value:.0f}"
    text = f"{value:.6g}"
    return text.replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")
