"""Names the methods and tasks of the landscapes story."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of

STORY_METHODS = (  # as they are listed
    Method("maml", "MAML", Style("blue", "solid", "disc")),
    Method("fomaml", "FOMAML", Style("sky", "dashed", "diamond")),
    Method("pretraining", "Pre-training", Style("orange", "dash-dot", "triangle")),
    Method("reptile", "Reptile", Style("green", "long", "square")),
)
METHODS = ("pretraining", "maml", "fomaml", "reptile")  # the axis M, everywhere
METHOD_NAMES = names_of(STORY_METHODS)
TASK_LETTERS = "ABCDEFGHIJKLMNOP"
