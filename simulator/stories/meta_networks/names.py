"""Names what answers in the Meta Networks story, and what a person can do to the episode and to the memory."""

from __future__ import annotations

from simulator.engine.method import Method, Style, names_of
from simulator.episodes.frame import Published
from simulator.episodes.names import ADD, MOVE, PIXELS, RESET, TABLE
from simulator.episodes.names import STYLES as BESIDE

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

PAPER = Published(
    method=META, ways=5, shots=1, percent=98.9, transductive=False, source="Munkhdalai and Yu 2017, five convolutions"
)

DISTURB = "disturb"
MANIPULATIONS = (MOVE, ADD, DISTURB, RESET, TABLE)
