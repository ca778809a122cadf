"""Chooses the accuracies that others report for Omniglot which may stand beside those that a run measures.

None of them is a measurement of the same thing as a run's: papers train for hours, on 28 pixels, and most of them split
the characters of both official sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from metascope.simulator.engine.text import Message
from metascope.simulator.episodes.frame import Published

SIZES = ((5, 1), (5, 5), (20, 1), (20, 5))  # ways and shots of the columns of every table


class EpisodesOfMethods(Protocol):
    """The settings of a run that are asked about its methods and episodes."""

    @property
    def methods(self) -> tuple[str, ...]:
        """Return the keys of the methods that take part."""

    @property
    def pictures(self) -> str:
        """Return where pictures come from."""

    @property
    def ways(self) -> int:
        """Return the classes of an episode."""

    @property
    def shots(self) -> int:
        """Return the supports of each class."""


@dataclass(frozen=True)
class Source:
    """Who reports accuracies, and how they were measured."""

    name: str  # authors and year, or the repository
    protocol: Message  # a sentence or two: characters, rotations, episodes, normalization
    again: bool = False  # whether others than its authors ran the method


@dataclass(frozen=True)
class Report:
    """What a source reports of a method, and the settings of a run beside which that may stand."""

    method: str
    percent: tuple[float | None, ...]  # for each of `SIZES`; None: not reported, or not known
    source: Source
    transductive: bool = False  # whether the queries of an episode were normalized together
    shared: Mapping[str, object] = field(default_factory=dict)  # settings that must be as in the source, by name


def reported(reports: Iterable[Report], settings: EpisodesOfMethods) -> tuple[Published, ...]:
    """Return what is reported for a run's methods, pictures, ways and shots, where its options are the source's."""
    size = settings.ways, settings.shots
    if settings.pictures != "omniglot" or size not in SIZES:
        return ()
    column = SIZES.index(size)
    return tuple(
        Published(
            method=one.method,
            ways=size[0],
            shots=size[1],
            percent=percent,
            transductive=one.transductive,
            source=one.source.name,
            protocol=one.source.protocol,
            again=one.source.again,
        )
        for one in reports
        if one.method in settings.methods
        and (percent := one.percent[column]) is not None
        and all(getattr(settings, name) == value for name, value in one.shared.items())
    )
