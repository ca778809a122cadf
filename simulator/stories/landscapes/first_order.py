"""Compares the first-order directions with the exact meta-gradient, and says where there is nothing to compare."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.learners.surfaces.comparing import FOMAML, MAML, OTHERS, SHORTEST, VANISHED
from metascope.simulator.stories.landscapes.frame import Array
from metascope.simulator.stories.landscapes.names import METHOD_NAMES, METHODS


def first_order_names() -> list[str]:
    """Return the metrics that compare each rule's direction with the exact meta-gradient, in their order."""
    return [f"{METHODS[rule]}.{what}_to_maml" for rule in OTHERS for what in ("angle", "norm")]


def undefined(directions: Array) -> Message | None:
    """Return why a comparison of these directions leaves something out, None where it has everything."""
    exact, others = _directions(directions)
    length = math.hypot(*exact)
    if not math.isfinite(length):
        return say("The exact meta-gradient is NaN or infinite: there is nothing to compare with")
    if _vanished(exact, others):
        return say("The exact meta-gradient is almost zero ({length:.2g}): no direction to compare with", length=length)
    if length < SHORTEST:
        return say("The exact meta-gradient is zero: it has no direction to compare with")
    missing = tuple(_missing(others))
    return (
        say("No value for {methods}: a direction that is zero or infinite", methods=listed(missing))
        if missing
        else None
    )


def _directions(directions: Array) -> tuple[list[float], dict[int, list[float]]]:
    """Return the exact meta-gradient and the other rules' directions at MAML's first start: d numbers each."""
    exact, *others = (directions[MAML, [MAML, *OTHERS], 0].sum(-2)).tolist()
    return exact, dict(zip(OTHERS, others, strict=True))


def _vanished(exact: Sequence[float], others: dict[int, list[float]]) -> bool:
    return math.hypot(*exact) < VANISHED * math.hypot(*others[FOMAML])


def _missing(others: dict[int, list[float]]) -> Iterator[str]:
    for rule, direction in others.items():
        if not SHORTEST <= math.hypot(*direction) < math.inf:
            yield METHOD_NAMES[METHODS[rule]]
