"""Names the methods of the navigation story, and the ways to estimate a meta-gradient."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of
from metascope.simulator.learners.policy_gradient.comparison import ESTIMATES as ESTIMATES
from metascope.simulator.tasks.navigation.bounds import FARTHEST as FARTHEST

MAML, REPTILE, PRETRAINING, SCRATCH, ORACLE, RL2 = "maml", "reptile", "pretraining", "scratch", "oracle", "rl2"
STORY_METHODS = (
    Method(MAML, "MAML", Style("blue", "solid", "disc")),
    Method(REPTILE, "Reptile", Style("green", "long", "square")),
    Method(PRETRAINING, "Pre-training", Style("orange", "dash-dot", "triangle")),
    Method(SCRATCH, "From scratch", Style("grey", "fine", "cross", 2.0)),
    Method(ORACLE, "Oracle", Style("ink", "beads", "plus", 1.5)),
    Method(RL2, "RL²", Style("vermilion", "dashed", "diamond")),
)
METHODS = tuple(method.key for method in STORY_METHODS)
METHOD_NAMES = names_of(STORY_METHODS)
STYLES = {
    "first-order": Style("sky", "dashed", "diamond"),
    "surrogate": Style("blue", "solid", "disc"),
    "e-maml": Style("vermilion", "long", "square"),
    "dice": Style("purple", "dash-dot", "triangle"),
    "exact": Style("ink", "fine", "plus", 1.5),
    "still": Style("grey", "dotted", "none", 1.5),
}
MOST_GOALS = 16  # that can be shown
PHASES = 4  # ticks of an inner step: collect, advantages, gradient, update
