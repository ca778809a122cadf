"""Defines what frames of several stories have alike: the episode on the table, and what methods stand beside.

Axes: M supports, Q queries, N classes, S pixels along an edge.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.text import Message

Whole = NDArray[np.int32]
Flags = NDArray[np.bool_]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True)
class Table:
    """The episode on the table, as a person has left it; frames share one object until it is changed.

    Supports are numbered by their places here. Removed ones stay in their places, and take no part.
    """

    number: int  # of the held-out episode
    supports: Bytes  # (M, S, S) white ink (255) on black (0)
    labels: Whole  # (M,) the classes they count as, 0 to N - 1
    own: Whole  # (M,) the classes they were drawn in; -1: a picture that a person added
    removed: Flags  # (M,)
    queries: Bytes  # (Q, S, S)
    asked: Whole  # (Q,) their true classes; -1: a picture that a person added
    names: tuple[str, ...]  # (N,) of the classes, such as "Greek/character01"
    edited: bool  # whether a person has changed it


@dataclass(frozen=True, kw_only=True)
class Accuracy:
    """A measured share of right answers on held-out episodes, such as 5-way 1-shot."""

    step: int  # meta-step at which it was measured
    episodes: int
    mean: float  # 0 to 1
    half: float  # half the width of its 95 % interval


@dataclass(frozen=True, kw_only=True)
class Published:
    """An accuracy that others report, and under which protocol."""

    method: str  # its key
    ways: int
    shots: int
    percent: float
    transductive: bool  # whether the queries were normalized together
    source: str
    protocol: Message | None = None  # how it was measured; None where only the source is known
    again: bool | None = None  # whether others than its authors ran the method; None where that is not known


@dataclass(frozen=True, kw_only=True)
class Quiz:
    """How a person did who answers the query in question by looking."""

    right: int
    asked: int
    low: float  # Wilson's 95 % interval of the share; 0 and 1 before the first answer
    high: float
    query: int = -1  # that was answered on the present table; -1: none yet
    answer: int = -1  # the class that it was taken for
