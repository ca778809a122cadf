"""Gives accuracies that papers report for Omniglot, each with its protocol, to stand beside what is measured here.

None of them is a measurement of the same thing as a run's: papers train for hours, on 28 pixels, on characters of both
official sets. Those without a remark normalize the queries of an episode together.
"""

from __future__ import annotations

from simulator.episodes.frame import Published
from simulator.stories.picture_starts.names import ANIL, FOMAML, MAML, META_SGD, REPTILE
from simulator.stories.picture_starts.settings import StartsSettings

_SIZES = ((5, 1), (5, 5), (20, 1), (20, 5))  # ways and shots of the columns below
_FINN, _NICHOL, _RAGHU, _LI = "Finn et al. 2017", "Nichol et al. 2018", "Raghu et al. 2020", "Li et al. 2017"
_Row = tuple[str, tuple[float | None, ...], bool, str]
_CONVOLUTION: tuple[_Row, ...] = (
    (MAML, (98.7, 99.9, 95.8, 98.9), True, _FINN),
    (FOMAML, (98.3, 99.2, 89.4, 97.9), True, _NICHOL),
    (REPTILE, (97.68, 99.48, 89.43, 97.12), True, _NICHOL),
    (REPTILE, (95.39, 98.90, 88.14, 96.65), False, _NICHOL),
    (ANIL, (None, None, 96.2, 98.0), True, _RAGHU),
    (META_SGD, (99.53, 99.93, 95.93, 98.97), True, _LI),
)
_LAYERS: tuple[_Row, ...] = ((MAML, (89.7, 97.5, None, None), True, _FINN),)


def published(settings: StartsSettings) -> tuple[Published, ...]:
    """Return what is reported for Omniglot with the ways, shots, network and statistics of these settings."""
    size = settings.ways, settings.shots
    if settings.pictures != "omniglot" or size not in _SIZES:
        return ()
    rows, together = _CONVOLUTION if settings.network == "convolution" else _LAYERS, settings.statistics == "batch"
    column = _SIZES.index(size)
    return tuple(
        Published(method=key, ways=size[0], shots=size[1], percent=percent, transductive=transductive, source=source)
        for key, row, transductive, source in rows
        if (percent := row[column]) is not None and transductive == together
    )
