"""Names what answers in the Meta Networks story, and what a person can do to the episode and to the memory."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of
from metascope.simulator.episodes.frame import Published
from metascope.simulator.episodes.names import ADD, MOVE, PIXELS, RESET, TABLE
from metascope.simulator.episodes.names import STYLES as BESIDE

META, FAST, SLOW = "meta", "fast", "slow"
STORY_METHODS = (
    Method(META, "Slow and fast weights", Style("vermilion", "solid", "diamond")),
    Method(FAST, "Fast weights alone", Style("blue", "long", "triangle")),
    Method(SLOW, "Slow weights alone", Style("slate", "dashed", "square")),
)
METHODS = tuple(method.key for method in STORY_METHODS)
METHOD_NAMES = names_of(STORY_METHODS)

SUBJECTS = (PIXELS,)
STYLES = {
    **{name: BESIDE[name] for name in (PIXELS, "chance")},
    "erased": Style("violet", "solid", "disc"),
    "added": Style("teal", "long", "triangle"),
    "touched": Style("vermilion", "solid", "diamond"),  # by a person
    "untouched": Style("purple", "dash-dot", "disc"),  # answers as they were before a person changed anything
}

_SOURCE = "Munkhdalai and Yu 2017, as quoted by Garcia and Bruna 2018; five blocks of 64 convolutions"
PAPERS = tuple(
    Published(method=META, ways=ways, shots=1, percent=percent, transductive=False, source=_SOURCE)
    for ways, percent in ((5, 98.9), (20, 97.0))
)  # of Omniglot


def published(pictures: str, ways: int, shots: int) -> tuple[Published, ...]:
    """Return what is reported for such pictures with so many ways and shots; nothing for other ones."""
    return tuple(row for row in PAPERS if (pictures, ways, shots) == ("omniglot", row.ways, row.shots))


DISTURB = "disturb"
MANIPULATIONS = (MOVE, ADD, DISTURB, RESET, TABLE)
