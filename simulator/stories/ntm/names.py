"""Names the methods and tasks of the Neural Turing Machine story."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of

NTM, LSTM = METHODS = ("ntm", "lstm")
STORY_METHODS = (
    Method(NTM, "NTM", Style("blue", "solid", "disc")),
    Method(LSTM, "LSTM without memory", Style("orange", "dashed", "triangle")),
)
METHOD_NAMES = names_of(STORY_METHODS)
STYLES = {
    "erased": Style("violet", "solid", "disc"),
    "added": Style("teal", "long", "triangle"),
    "touched": Style("vermilion", "solid", "diamond"),  # by a person
}
