"""Says on a plot where a line ends before the others, or has gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from metascope.widgets.look.text import in_turn, number
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.ink import Array
from metascope.widgets.plots.series.lines import Line

FAR = 3.0  # times the usual distance of two points: a line is given that much to catch up with the others,
SHARE = 0.02  # and this share of the picture's width
NAMED = 3  # lines at most that one sentence names


def gaps_told(lines: Sequence[Line]) -> str:
    """Return a sentence on the lines that end early or have gaps; "" where there are none.

    A line may be NaN where others are numbers, or its points may end where others go on; lines that are hidden or have
    no points are left out.
    """
    shown = [line for line in lines if line.emphasis != "hidden" and len(line.x)]
    ends = [_end(line) for line in shown]
    newest, first = max(ends, default=-np.inf), min((float(line.x[0]) for line in shown), default=0.0)
    told = list(_ended(shown, ends, newest, SHARE * (newest - first)))
    if len(told) > NAMED:
        more = translate("Gaps", "and {n} more").format(n=len(told) - NAMED)
        told = [*told[:NAMED], more]
    if not told and any(_has_gap(_numbers(line)) for line in shown):
        told = [translate("Gaps", "Gaps: undefined or infinite there")]
    if any((np.isfinite(_numbers(line)) & np.isnan(line.y)).any() for line in shown):
        told.append(translate("Gaps", "0 and negative numbers have no place on a logarithmic axis"))
    return in_turn(told)


def _ended(lines: Sequence[Line], ends: Sequence[float], newest: float, share: float) -> Iterator[str]:
    for line, end in reversed(list(zip(lines, ends, strict=True))):
        x, y = line.told_x if len(line.told_x) else line.x, _numbers(line)
        if not np.isfinite(end):
            yield translate("Gaps", "{label}: undefined or infinite").format(label=line.label)
        elif end < newest and (np.isnan(y[-1]) or newest - end > max(FAR * _spacing(line.x), share)):
            at = float(x[int(np.flatnonzero(np.isfinite(y))[-1])])
            text = translate("Gaps", "{label}: undefined or infinite after {place}")
            yield text.format(label=line.label, place=number(at, 6))


def _numbers(line: Line) -> Array:
    """Return a line's numbers as they are read."""
    return line.told if len(line.told) else line.y


def _end(line: Line) -> float:
    there = line.x[np.isfinite(_numbers(line))]
    return float(there[-1]) if len(there) else -np.inf


def _spacing(x: Array) -> float:
    return float(np.median(np.diff(x))) if len(x) > 1 else 0.0


def _has_gap(y: Array) -> bool:
    """Return whether a number stands on either side of something that is none."""
    there = np.flatnonzero(np.isfinite(y))
    return bool(len(there)) and int(there[-1] - there[0]) + 1 > len(there)
