"""Says what the nearest neighbour on pixels answers to an episode: a baseline that every story of episodes has."""

from __future__ import annotations

import numpy as np

from metascope.simulator.engine.text import Message, say
from metascope.simulator.episodes.frame import Bytes, Whole


def nearest_on_pixels(supports: Bytes, labels: Whole, queries: Bytes, asked: Whole) -> Message | None:
    """Return how many queries the class of the nearest support answers rightly, by the Euclidean distance of pixels.

    Args:
        supports: (M, S, S).
        labels: (M,) their classes.
        queries: (Q, S, S).
        asked: (Q,) their true classes; -1: unknown, not counted.

    Returns:
        The sentence; None where there is nothing to compare with, or nothing that is asked.
    """
    known = asked >= 0
    if not len(supports) or not known.any():
        return None
    near, far = (each.reshape(len(each), -1).astype(np.float64) for each in (supports, queries[known]))
    squares = np.square(near).sum(1) - 2 * far @ near.T  # less those of the queries, which are alike for all supports
    right = int((labels[squares.argmin(1)] == asked[known]).sum())
    return say("nearest on pixels: {right} of {asked}", right=right, asked=int(known.sum()))
