"""Compares the first-order directions with the exact meta-gradient, and says where there is nothing to compare."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from simulator.engine.text import Message, listed, say
from simulator.stories.landscapes.frame import Array
from simulator.stories.landscapes.names import METHOD_NAMES, METHODS

_MAML = METHODS.index("maml")
_FOMAML = METHODS.index("fomaml")
_OTHERS = [rule for rule in range(len(METHODS)) if rule != _MAML]
_VANISHED = 0.01  # share of FOMAML's norm
_TINY = 1e-12  # a direction shorter than this has no angle


def first_order_columns(directions: Array) -> dict[str, Array]:
    """Return how each rule's direction at MAML's first start differs from the exact meta-gradient, (n,) each.

    Angles in degrees, and ratios of norms; NaN if a direction has no length, or if the exact meta-gradient has
    almost vanished compared with FOMAML's: at MAML's optimum it has no direction. directions (n, M, R, S, T, d).
    """
    tasks = np.moveaxis(directions[:, _MAML, :, 0], 2, 0)  # (T, n, R, d)
    sums = tasks[0]
    for task in tasks[1:]:  # in this order, however many meta-steps there are
        sums = sums + task
    exact = sums[:, _MAML]  # (n, d)
    norms = _norms(sums)  # (n, R)
    length = norms[:, _MAML]
    defined = ~(length < _VANISHED * norms[:, _FOMAML]) & (length >= _TINY) & (length < math.inf)
    columns: dict[str, Array] = {}
    for rule in _OTHERS:
        norm = norms[:, rule]
        there = defined & (norm >= _TINY) & (norm < math.inf)
        columns[f"{METHODS[rule]}.angle_to_maml"] = np.where(there, _angles(exact, sums[:, rule]), np.nan)
        columns[f"{METHODS[rule]}.norm_to_maml"] = np.where(there, norm / length, np.nan)
    return columns


def undefined(directions: Array) -> Message | None:
    """Return why `first_order_metrics` of these directions leaves something out, None where it has everything."""
    exact, others = _directions(directions)
    length = math.hypot(*exact)
    if not math.isfinite(length):
        return say("The exact meta-gradient is NaN or infinite: there is nothing to compare with")
    if _vanished(exact, others):
        return say("The exact meta-gradient is almost zero ({length:.2g}): no direction to compare with", length=length)
    if length < _TINY:
        return say("The exact meta-gradient is zero: it has no direction to compare with")
    missing = tuple(_missing(others))
    return (
        say("No value for {methods}: a direction that is zero or infinite", methods=listed(missing))
        if missing
        else None
    )


def _directions(directions: Array) -> tuple[list[float], dict[int, list[float]]]:
    """Return the exact meta-gradient and the other rules' directions at MAML's first start: d numbers each."""
    exact, *others = (directions[_MAML, [_MAML, *_OTHERS], 0].sum(-2)).tolist()
    return exact, dict(zip(_OTHERS, others, strict=True))


def _vanished(exact: Sequence[float], others: dict[int, list[float]]) -> bool:
    return math.hypot(*exact) < _VANISHED * math.hypot(*others[_FOMAML])


def _missing(others: dict[int, list[float]]) -> Iterator[str]:
    for rule, direction in others.items():
        if not _TINY <= math.hypot(*direction) < math.inf:
            yield METHOD_NAMES[METHODS[rule]]


def _norms(vectors: Array) -> Array:
    """Return the norms (n, R) of vectors of one or two numbers (n, R, d)."""
    if vectors.shape[-1] == 1:
        return np.abs(vectors[..., 0])
    pairs = zip(*vectors.reshape(-1, 2).T.tolist(), strict=True)  # numpy's depends on how many there are
    return np.array([math.hypot(x, y) for x, y in pairs]).reshape(vectors.shape[:-1])


def _angles(one: Array, other: Array) -> Array:
    """Return the angles (n,) between vectors of one or two numbers (n, d), 0 to 180 degrees."""
    if one.shape[1] == 1:
        return np.where(one[:, 0] * other[:, 0] > 0, 0.0, 180.0)
    across = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    along = one[:, 0] * other[:, 0] + one[:, 1] * other[:, 1]
    pairs = zip(np.abs(across).tolist(), along.tolist(), strict=True)
    return np.array([math.degrees(math.atan2(y, x)) for y, x in pairs])
