"""Names the methods of the memory-augmented network story, and gives the paper's results."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of

MANN, LSTM = METHODS = ("mann", "lstm")
STORY_METHODS = (
    Method(MANN, "MANN", Style("vermilion", "solid", "diamond")),
    Method(LSTM, "LSTM without memory", Style("orange", "dashed", "triangle")),
)
METHOD_NAMES = names_of(STORY_METHODS)
STYLES = {
    "erased": Style("violet", "solid", "disc"),
    "added": Style("teal", "long", "triangle"),
    "touched": Style("vermilion", "solid", "diamond"),  # by a person
    "disturbed": Style("purple", "dash-dot", "disc"),  # answers after a person has changed the memory
    "chance": Style("grey", "fine", "cross", 2.0),
}
PAPER = {  # percent correct for the 1st, 2nd, 3rd, 4th, 5th and 10th instance of a class
    "instances": (1, 2, 3, 4, 5, 10),
    MANN: (36.4, 82.8, 91.0, 92.6, 94.9, 98.1),
    LSTM: (24.4, 49.5, 55.3, 61.0, 63.6, 62.5),
    "human": (34.5, 57.3, 70.1, 71.8, 81.4, 92.4),
}  # Santoro et al. 2016, table 1: five classes of Omniglot, ten drawings of each, 100,000 episodes
