"""Computes, from a frame, what has come about at an inner tick, in plain numpy."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.stories.meta_networks.frame import MetaNetFrame

Array = NDArray[np.float64]
Phase = Literal["before", "gradient", "read", "row", "key", "attention", "mixture", "answer"]
_QUERY: tuple[Phase, ...] = ("key", "attention", "mixture", "answer")
_ORDER: tuple[Phase, ...] = ("before", "gradient", "read", "row", *_QUERY)


class Moment(NamedTuple):
    """What an inner tick is about: a phase, and which gradient or support, from 0."""

    phase: Phase
    number: int

    def reached(self, phase: Phase) -> bool:
        """Return whether a phase has begun."""
        return _ORDER.index(self.phase) >= _ORDER.index(phase)


def moment(frame: MetaNetFrame, tick: int) -> Moment:
    """Return what a tick is about."""
    steps, supports = len(frame.embedding.losses), len(frame.table.labels)
    if tick == 0:
        return Moment("before", 0)
    if tick <= steps:
        return Moment("gradient", tick - 1)
    if tick <= 2 * steps:
        return Moment("read", tick - steps - 1)
    if tick <= 2 * steps + supports:
        return Moment("row", tick - 2 * steps - 1)
    return Moment(_QUERY[tick - 2 * steps - supports - 1], 0)


def gradients(frame: MetaNetFrame, tick: int) -> int:
    """Return how many gradients of the embedding's loss there are at a tick."""
    return min(tick, len(frame.embedding.losses))


def swallowed(frame: MetaNetFrame, tick: int) -> int:
    """Return how many gradients F has read at a tick."""
    steps = len(frame.embedding.losses)
    return min(max(tick - steps, 0), steps)


def rows(frame: MetaNetFrame, tick: int) -> int:
    """Return how many rows of the memory are written at a tick."""
    supports = len(frame.table.labels)
    return min(max(tick - 2 * len(frame.embedding.losses), 0), supports)


def looked_at(frame: MetaNetFrame, tick: int) -> list[int]:
    """Return the supports that a tick is about."""
    phase, number = moment(frame, tick)
    if phase in ("gradient", "read"):
        found: list[int] = frame.embedding.which[number].tolist()
        return found
    return [number] if phase == "row" else []


def attention(frame: MetaNetFrame, query: int, tick: int) -> Array | None:
    """Return a query's weights of the rows (M,), None before they are there."""
    return frame.reply.attention[query].astype(np.float64) if moment(frame, tick).reached("attention") else None


def cosines(frame: MetaNetFrame, query: int, tick: int) -> Array | None:
    """Return the cosines of a query's key with those of the rows (M,), None before there is a key."""
    return frame.reply.cosines[query].astype(np.float64) if moment(frame, tick).reached("key") else None


def overlay(frame: MetaNetFrame, query: int) -> Array:
    """Return the pictures of all rows, laid over each other by a query's attention, (S, S) from 0 to 1."""
    shares = frame.reply.attention[query].astype(np.float64)
    found: Array = np.tensordot(shares, frame.memory.ink.astype(np.float64) / 255, 1)
    return found


def row(frame: MetaNetFrame, number: int) -> Array:
    """Return what acts of phi+ of the first layer in a row as it was written, (H, S, S): see `factors`."""
    ink = _centred(frame.table.supports[number].astype(np.float64) / 255)
    found: Array = frame.phi_scale * written_factors(frame)[number][:, None, None] * ink
    return found


def mixed(frame: MetaNetFrame, query: int) -> Array:
    """Return what acts of phi+ of the first layer for a query, (H, S, S): its rows, mixed by attention."""
    shares = frame.reply.attention[query].astype(np.float64)
    ink = _centred(frame.memory.ink.astype(np.float64) / 255)
    found: Array = frame.phi_scale * np.einsum("m,mh,mij->hij", shares, factors(frame), ink)
    return found


def factors(frame: MetaNetFrame) -> Array:
    """Return the number by which each row's picture is multiplied for each unit, (M, H).

    A unit's weights have one value where the picture has ink and another elsewhere. As the pictures that they are
    multiplied with have mean 0, what they have in common does nothing: the centred picture times the difference acts.
    """
    found: Array = frame.memory.on.astype(np.float64) - frame.memory.off
    return found


def written_factors(frame: MetaNetFrame) -> Array:
    """Return the same of the memory as it was written, before a person changed it."""
    off, on = frame.memory.written.astype(np.float64)
    found: Array = on - off
    return found


def row_units(frame: MetaNetFrame, number: int) -> tuple[Array, Array]:
    """Return phi+ of the second and the last layer in a row as it was written, (H, H) and (H, N)."""
    second, third = frame.memory.written_second[number], frame.memory.written_third[number]
    return frame.phi_scale * second.astype(np.float64), frame.phi_scale * third.astype(np.float64)


def mixed_units(frame: MetaNetFrame, query: int) -> tuple[Array, Array]:
    """Return phi+ of the second and the last layer for a query, (H, H) and (H, N): its rows, mixed by attention."""
    shares = frame.phi_scale * frame.reply.attention[query].astype(np.float64)
    second: Array = np.tensordot(shares, frame.memory.second.astype(np.float64), 1)
    third: Array = np.tensordot(shares, frame.memory.third.astype(np.float64), 1)
    return second, third


def theta_pixels(frame: MetaNetFrame, read: int) -> Array:
    """Return what acts of theta+ of the first layer after `read` gradients, (H, S, S): see `factors`."""
    made = frame.embedding.fast_pixels[read - 1].astype(np.float64).T  # (H, C)
    return _centred(made[:, frame.embedding.patterns])


def _centred(pictures: Array) -> Array:
    """Return pictures (..., S, S) minus their means."""
    found: Array = pictures - pictures.mean((-2, -1), keepdims=True)
    return found


def probabilities(frame: MetaNetFrame, method: str, tick: int) -> Array | None:
    """Return the class probabilities (Q, N) of a method, None before the answer."""
    late = moment(frame, tick).phase == "answer"
    return frame.reply.probabilities[method].astype(np.float64) if late else None


def right(frame: MetaNetFrame, method: str) -> tuple[int, int]:
    """Return how many queries a method answers rightly, and how many have a class that is known."""
    return _right(frame, frame.reply.predicted[method])


def untouched(frame: MetaNetFrame, tick: int) -> Array | None:
    """Return the probabilities (Q, N) of all weights as they are without a person, None where nothing was changed.

    Rows of the memory are as they were written then, and both scales 1. They are NaN before the answer.
    """
    found = frame.reply.untouched
    if found is None:
        return None
    late = moment(frame, tick).phase == "answer"
    return found.astype(np.float64) if late else np.full(found.shape, np.nan)


def untouched_right(frame: MetaNetFrame) -> int:
    """Return how many queries these answer rightly; 0 where nothing was changed."""
    found = frame.reply.untouched
    return 0 if found is None else _right(frame, found.argmax(-1))[0]


def _right(frame: MetaNetFrame, predicted: NDArray[np.integer]) -> tuple[int, int]:
    known = frame.table.asked >= 0
    return int((predicted == frame.table.asked)[known].sum()), int(known.sum())
