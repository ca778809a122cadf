"""Validates and applies disturbances of an external memory: erasing, overwriting or swapping rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.text import say

HOWS = ("erase", "overwrite", "swap")
DISTURBANCE = "disturb"  # the manipulation's name
_NOISE = 6  # stream of random numbers


@dataclass(frozen=True)
class Disturbance:
    """A change that a person makes to the memory before a time step."""

    before: int  # the time step, from 0
    row: int
    how: str  # one of HOWS; "overwrite" writes another row's numbers there, or random ones
    other: int  # the other row; -1: none


def disturbance(value: object, locations: int, steps: int) -> Disturbance | None:
    """Return what untrusted `value` describes: {"before", "row", "how", "other"}, or None to leave the memory alone.

    Raises:
        UserError: it cannot be done to `locations` rows within `steps` time steps.
    """
    if value is None:
        return None
    if not isinstance(value, Mapping) or not set(value) <= {"before", "row", "how", "other"}:
        raise refuse(DISTURBANCE, say("must have before, row, how and optionally other"))
    how, other = value.get("how"), value.get("other", -1)
    if how not in HOWS:
        raise refuse(DISTURBANCE, say("must be erase, overwrite or swap, not {got}", got=how))
    _require(value.get("before"), 0, steps - 1, "before")
    _require(value.get("row"), 0, locations - 1, "row")
    _require(other, 0 if how == "swap" else -1, locations - 1, "other")
    return Disturbance(int(value["before"]), int(value["row"]), str(how), int(other))


def plain(done: Disturbance | None) -> dict[str, object] | None:
    """Return the value that describes it, as `disturbance` accepts it."""
    if done is None:
        return None
    return {"before": done.before, "row": done.row, "how": done.how, "other": done.other}


def disturb(memory: Tensor, done: Disturbance, seed: int) -> None:
    """Change a memory (N, M) in place; random numbers have the scale of the memory, and depend on seed and row."""
    row, other = done.row, done.other
    if done.how == "erase":
        memory[row] = 0
    elif done.how == "swap":
        memory[[row, other]] = memory[[other, row]]
    elif other >= 0:
        memory[row] = memory[other]
    else:
        noise = torch.randn(memory.shape[1], generator=generator(seed, _NOISE, row), dtype=memory.dtype)
        memory[row] = noise.to(memory.device) * memory.std()


def _require(value: object, low: int, high: int, name: str) -> None:
    if type(value) is not int or not low <= value <= high:
        text = "{name} must be a whole number from {low} to {high}, not {got}"
        raise refuse(DISTURBANCE, say(text, name=name, low=low, high=high, got=value))
