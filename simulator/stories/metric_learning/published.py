"""Gives accuracies that papers report for Omniglot, each with its protocol, to stand beside what is measured here.

None of them is a measurement of the same thing as a run's: papers train for hours, on 28 pixels, and most split the
characters of both official sets, with turned characters as classes in the test too.
"""

from __future__ import annotations

from simulator.episodes.frame import Published
from simulator.episodes.names import PIXELS
from simulator.stories.metric_learning.names import (
    COSINE,
    FINETUNING,
    MATCHING,
    NEIGHBOURS,
    PROTOTYPES,
    RELATION,
    SIAMESE,
)

_SIZES = ((5, 1), (5, 5), (20, 1), (20, 5))  # ways and shots of the columns below
_VINYALS, _SNELL, _SUNG = "Vinyals et al. 2016", "Snell et al. 2017", "Sung et al. 2018"
_ROWS: tuple[tuple[str, tuple[float, ...], bool, str], ...] = (
    (PROTOTYPES, (98.8, 99.7, 96.0, 98.9), False, _SNELL),
    (MATCHING, (98.1, 98.9, 93.8, 98.5), False, _VINYALS),
    (COSINE, (92.0, 93.2, 75.6, 77.8), False, "oscarknagg/few-shot, cosine"),
    (RELATION, (99.6, 99.8, 97.6, 99.1), True, _SUNG),
    (SIAMESE, (97.3, 98.4, 88.2, 97.0), False, "Finn et al. 2017, after Koch et al. 2015"),
    (NEIGHBOURS, (80.0, 95.0, 69.5, 89.1), False, _VINYALS),
    (FINETUNING, (82.3, 98.4, 70.6, 92.0), False, _VINYALS),
    (PIXELS, (41.7, 63.2, 26.7, 42.6), False, "Garcia and Bruna 2018"),
)


def published(ways: int, shots: int) -> tuple[Published, ...]:
    """Return what is reported for Omniglot with so many ways and shots; nothing for other numbers."""
    if (ways, shots) not in _SIZES:
        return ()
    column = _SIZES.index((ways, shots))
    return tuple(
        Published(method=key, ways=ways, shots=shots, percent=row[column], transductive=together, source=source)
        for key, row, together, source in _ROWS
    )
