"""Draws characters of invented alphabets, stroke by stroke: any number of classes, all drawings different."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.random import Generator, SeedSequence
from numpy.typing import NDArray

from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.images.pictures import Pictures
from metascope.simulator.tasks.images.settings import Variation

Real = NDArray[np.float64]

_STROKES = 4  # at most, per character
_HANDLES = 4  # control points per stroke
_SAMPLES = 64  # points along a stroke, closer to each other than the pen is wide
_PEN = 0.026  # standard deviation of the pen's profile, relative to the picture's height
_PLACED = 0.36  # half the width of the box from -1 to 1, relative to the picture's
_TURN, _SCALE, _SHIFT = math.radians(25), 0.2, 0.1  # at most, of hard drawings: angle, logarithm, share of the side
_WOBBLE = 2 * _STROKES * _HANDLES  # random numbers for the control points of a drawing, then 8 for the whole


@dataclass(frozen=True)
class _Character:
    """The ideal shape of a class, in a box from -1 to 1."""

    strokes: Real  # (K, H, 2) control points
    angular: NDArray[np.bool_]  # (K,) whether a stroke goes straight from point to point


def draw_glyphs(seed: int, classes: int, drawings: int, side: int = 28, variation: Variation = "calm") -> Pictures:
    """Return characters of a few strokes, drawn as if by hand: shaky, slanted, larger or smaller, thin or thick.

    For a given seed, class c and its drawing d do not depend on the other arguments; with another variation the hand
    is the same, and the drawing as a whole lies elsewhere.

    Args:
        seed: of the alphabet.
        classes: C, characters.
        drawings: D of each.
        side: pixels along an edge.
        variation: "hard" turns each drawing by up to 25 degrees, scales it by up to e^0.2 and shifts it by up to 10 %
            of the side, uniformly and both ways, so that comparing pixels helps as little as it does for Omniglot.
    """
    images = np.empty((classes, drawings, side, side), np.uint8)
    for c in counted(say("drawing characters"), range(classes)):
        character = _invented(_generator(seed, c, 0))
        hands = [_generator(seed, c, d + 1) for d in range(drawings)]
        points, pen = _written(character, np.stack([hand.standard_normal(_WOBBLE + 8) for hand in hands]))
        if variation == "hard":
            points, pen = _moved(points, pen, np.stack([hand.uniform(-1, 1, 4) for hand in hands]))
        images[c] = _inked(points, pen, side)
    return Pictures(images, tuple(f"{c + 1}" for c in range(classes)))


def _generator(seed: int, c: int, d: int) -> Generator:
    return np.random.default_rng(SeedSequence(seed, spawn_key=(c, d)))


def _invented(rng: Generator) -> _Character:
    """Return a character of 2 to 4 strokes, most of which start on an earlier one, as in real writing."""
    strokes: list[Real] = []
    angular = []
    for _ in range(rng.choice([2, 3, 4], p=[0.4, 0.4, 0.2])):
        shape = rng.choice(["line", "corner", "arc", "wave", "loop"], p=[0.25, 0.2, 0.25, 0.15, 0.15])
        strokes.append(_stroke(shape, _beginning(strokes, rng), rng))
        angular.append(shape == "corner")
    made = _Character(np.stack(strokes), np.array(angular))
    way = _way(made.strokes, made.angular)
    low, high = way.min((0, 1)), way.max((0, 1))
    filling = (made.strokes - (low + high) / 2) / ((high - low).max() / 2)  # centred, and as large as the box
    return _Character(filling, made.angular)


def _beginning(strokes: list[Real], rng: Generator) -> Real:
    """Return where a stroke starts: on an earlier one (its end, start or middle), or anywhere."""
    if strokes and rng.random() < 0.65:
        earlier = strokes[rng.integers(len(strokes))]
        return np.array([earlier[-1], earlier[0], earlier[1:3].mean(0)][rng.integers(3)])
    return rng.uniform(-0.9, 0.9, 2)


def _stroke(shape: str, begin: Real, rng: Generator) -> Real:
    """Return a stroke's control points, (H, 2)."""
    end = _ending(begin, rng)
    along = end - begin
    across = rng.choice([-1, 1]) * rng.uniform(0.3, 0.8) * np.array([-along[1], along[0]])
    if shape == "corner":
        corner = begin + rng.uniform(0.15, 0.85) * along + across
        return np.stack([begin, begin / 3 + 2 * corner / 3, corner, end])
    reach = 1.0 if shape == "loop" else 0.35  # a loop's control points lie crosswise
    first, second = {"line": (0.0, 0.0), "arc": (1.0, 1.0), "wave": (1.0, -1.0), "loop": (1.7, 1.7)}[shape]
    return np.stack([begin, begin + reach * along + first * across, end - reach * along + second * across, end])


def _ending(begin: Real, rng: Generator) -> Real:
    """Return where a stroke ends, in the box: the first of a few tries that is far enough from its start."""
    tries = rng.uniform(-0.95, 0.95, (8, 2))
    far = np.hypot(*(tries - begin).T)
    return np.asarray(tries[np.argmax((far > 0.7) & (far < 1.7))])


def _written(character: _Character, chance: Real) -> tuple[Real, Real]:
    """Return the pen's path in D drawings, (D, P, 2) in a box from -1 to 1, and its width, (D,)."""
    k = len(character.strokes)
    shaking = chance[:, :_WOBBLE].reshape(-1, _STROKES, _HANDLES, 2)[:, :k]
    handles = character.strokes + 0.075 * shaking  # (D, K, H, 2)
    points = _way(handles, character.angular).reshape(len(chance), -1, 2)  # (D, P, 2)
    turn, slant, wide, high, x, y, pen, size = chance[:, _WOBBLE:].T
    scale = np.stack([np.exp(0.09 * wide + 0.09 * size), np.exp(0.09 * high + 0.09 * size)], -1)  # (D, 2)
    points = points * scale[:, None]
    points[..., 0] -= 0.16 * slant[:, None] * points[..., 1]
    points = points @ _turning(0.11 * turn)  # (D, P, 2)
    return points + 0.07 * np.stack([x, y], -1)[:, None], np.exp(0.18 * np.clip(pen, -2, 2))


def _moved(points: Real, pen: Real, chance: Real) -> tuple[Real, Real]:
    """Return the same of drawings turned, scaled and shifted as wholes, by `chance` (D, 4) from -1 to 1."""
    turn, size, x, y = chance.T
    scale = np.exp(_SCALE * size)
    shift = _SHIFT / _PLACED * np.stack([x, y], -1)
    return scale[:, None, None] * points @ _turning(_TURN * turn) + shift[:, None], scale * pen


def _turning(angle: Real) -> Real:
    """Return the matrices that turn rows by `angle` (D,) in radians: (D, 2, 2)."""
    c, s = np.cos(angle), np.sin(angle)
    return np.stack([np.stack([c, s], -1), np.stack([-s, c], -1)], -2)


def _way(handles: Real, angular: NDArray[np.bool_]) -> Real:
    """Return the points along strokes with control points `handles` (..., K, H, 2): (..., K, S, 2)."""
    return np.asarray(np.where(angular[:, None, None], _straight(), _bezier()) @ handles)


@cache
def _bezier() -> Real:
    """Return the weight of each control point at each point of a cubic Bezier curve, (S, H)."""
    u = np.linspace(0, 1, _SAMPLES)[:, None]
    power = np.arange(_HANDLES)
    ways = np.array([math.comb(_HANDLES - 1, int(n)) for n in power])
    return np.asarray(ways * u**power * (1 - u) ** (_HANDLES - 1 - power))


@cache
def _straight() -> Real:
    """Return the same for a line that goes straight from control point to control point, (S, H)."""
    u = np.linspace(0, _HANDLES - 1, _SAMPLES)[:, None]
    return np.asarray(np.clip(1 - np.abs(u - np.arange(_HANDLES)), 0, None))


def _inked(points: Real, pen: Real, side: int) -> NDArray[np.uint8]:
    """Return the pictures (D, side, side) drawn by pens of width `pen` (D,) along `points` (D, P, 2).

    The ink at a pixel is the integral, along the path, of a Gaussian of its distance to the pen. For a nearly straight
    stroke this depends on the distance only, and since a Gaussian factorizes, it is a product of two matrices.
    """
    width = _PEN * side * pen[:, None, None]  # (D, 1, 1) in pixels
    way = points.reshape(len(points), -1, _SAMPLES, 2)
    steps = np.hypot(*np.moveaxis(np.diff(way, axis=2), -1, 0))  # (D, K, S - 1)
    length = np.zeros(way.shape[:3])
    length[:, :, 1:] += steps / 2
    length[:, :, :-1] += steps / 2  # (D, K, S) of the path that a point represents
    spot = (points * _PLACED + 0.5) * side - 0.5  # (D, P, 2) in pixels
    nearness = np.exp(-(((spot[..., None] - np.arange(side)) / width[..., None]) ** 2) / 2)  # (D, P, 2, side)
    weight = length.reshape(len(points), -1, 1) * _PLACED * side / (math.sqrt(2 * math.pi) * width)
    ink = np.swapaxes(nearness[:, :, 1], 1, 2) @ (nearness[:, :, 0] * weight)  # (D, side, side), rows downwards
    return np.asarray(np.rint(255 * np.clip((ink - 0.15) / 0.6, 0, 1)), np.uint8)
