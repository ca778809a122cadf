"""Names and limits of a run that another program records, and how its methods are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from metascope.simulator.engine.method import Method, Style

NAME = "own"  # of the story
RUN = "run"  # what a metric is about that belongs to no method, and the method of a run that names none

METHODS_LIMIT, PARTS_LIMIT, METRICS_LIMIT, NAME_LIMIT = 10, 16, 64, 40
TICKS_LIMIT = 4096  # inner steps of a frame
SIDE_LIMIT = 4096  # rows or columns of a heat map, curves of a gate
NUMBERS_LIMIT = 1 << 22  # of one array of a frame
PATH_LIMIT = 1 << 40  # numbers of a point as the other program has it
KEPT = 64  # coordinates of a point at most that a frame holds
TRAILED = 16  # coordinates at most that are kept of every meta-step, for the path over the meta-steps

_STYLES = (
    Style("blue", "solid", "disc"),
    Style("vermilion", "long", "diamond"),
    Style("green", "dashed", "square"),
    Style("purple", "dash-dot", "triangle"),
    Style("orange", "long-dot", "wedge"),
    Style("sky", "fine", "star"),
    Style("crimson", "long-short", "hourglass"),
    Style("teal", "beads", "cross"),
    Style("violet", "dash-dot-dot", "plus"),
    Style("slate", "dotted", "bow"),
)


@cache
def methods_of(keys: tuple[str, ...]) -> tuple[Method, ...]:
    """Return the methods of a run, at most `METHODS_LIMIT`, each with a style by its place."""
    return tuple(Method(key, key, style) for key, style in zip(keys, _STYLES, strict=False))


@cache
def looks_of(keys: tuple[str, ...]) -> Mapping[str, Style]:
    """Return how a run's methods are drawn, and what belongs to none; the same object for the same methods."""
    return {RUN: Style("ink", "solid", "ring"), **{one.key: one.style for one in methods_of(keys)}}


def owner_of(name: str, methods: Sequence[str]) -> str:
    """Return the method that a heat map, a gate or a metric belongs to, by the part before its dot; else `RUN`."""
    first = name.partition(".")[0]
    return first if first in methods else RUN


@cache
def place_metrics(path: str, method: str, kept: int) -> tuple[str, ...]:
    """Return the hidden metrics that have where a method's path begins at each meta-step.

    They are all coordinates that frames hold, of more than `TRAILED` the first two.
    """
    return tuple(f"_path.{path}.{method}.{place}" for place in range(kept if kept <= TRAILED else 2))
