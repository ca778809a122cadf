"""Gives accuracies that papers report for Omniglot, each with its protocol, to stand beside what is measured here."""

from __future__ import annotations

from metascope.simulator.engine.text import say
from metascope.simulator.episodes.frame import Published
from metascope.simulator.episodes.published import Report, Source, reported
from metascope.simulator.stories.picture_starts.names import ANIL, FOMAML, MAML, META_SGD, REPTILE
from metascope.simulator.stories.picture_starts.settings import StartsSettings

_FINN = Source(
    "Finn et al. 2017",
    say(
        "1,100 characters of both official sets to train on, 423 to test on; each class of an episode turned at random,"
        " in the test too; 28 pixels, as many queries as shots, 600 episodes"
    ),
)
_NICHOL = say("characters of both official sets, 28 pixels, 10,000 test episodes")
_REPTILE = Source("Nichol et al. 2018", _NICHOL)
_FOMAML = Source("Nichol et al. 2018", _NICHOL, again=True)
_RAGHU = Source(
    "Raghu et al. 2020",
    say("characters of both official sets, 28 pixels; the head alone adapts; how queries were normalized is not known"),
)
_LI = Source(
    "Li et al. 2017",
    say(
        "1,200 characters of both official sets to train on, the others to test on; 28 pixels, one inner step; starts"
        " trained with one shot, for 5 shots too; how queries were normalized is not known"
    ),
)
_CONVOLUTION, _LAYERS = {"network": "convolution"}, {"network": "layers"}
_TOGETHER, _ALONE = {"statistics": "batch"}, {"statistics": "support"}


def _together(method: str, percent: tuple[float | None, ...], source: Source) -> Report:
    """Return a report of convolutional networks whose queries were normalized together."""
    return Report(method, percent, source, transductive=True, shared={**_CONVOLUTION, **_TOGETHER})


_REPORTS = (
    _together(MAML, (98.7, 99.9, 95.8, 98.9), _FINN),
    _together(FOMAML, (98.3, 99.2, 89.4, 97.9), _FOMAML),
    _together(REPTILE, (97.68, 99.48, 89.43, 97.12), _REPTILE),
    Report(REPTILE, (95.39, 98.90, 88.14, 96.65), _REPTILE, shared={**_CONVOLUTION, **_ALONE}),
    Report(ANIL, (None, None, 96.2, 98.0), _RAGHU, shared={**_CONVOLUTION, **_TOGETHER}),
    Report(META_SGD, (99.53, 99.93, 95.93, 98.97), _LI, shared={**_CONVOLUTION, **_TOGETHER}),
    Report(MAML, (89.7, 97.5, None, None), _FINN, transductive=True, shared={**_LAYERS, **_TOGETHER}),
)


def published(settings: StartsSettings) -> tuple[Published, ...]:
    """Return what is reported for the methods, ways, shots, network and statistics of these settings."""
    return reported(_REPORTS, settings)
