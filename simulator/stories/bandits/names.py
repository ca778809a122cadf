"""Names the methods of the bandit story: each moves a start by another estimate of the meta-gradient."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of
from metascope.simulator.learners.policy_gradient.comparison import ESTIMATES as ESTIMATES

STORY_METHODS = (
    Method("first-order", "First order", Style("sky", "dashed", "diamond")),
    Method("surrogate", "Surrogate", Style("blue", "solid", "disc")),
    Method("e-maml", "E-MAML", Style("vermilion", "long", "square")),
    Method("dice", "DiCE", Style("purple", "dash-dot", "triangle")),
    Method("exact", "Exact", Style("ink", "fine", "plus", 1.5)),
)
METHODS = tuple(method.key for method in STORY_METHODS)  # in the order of a comparison's estimators
METHOD_NAMES = names_of(STORY_METHODS)
LETTERS = "ABCDEFGH"  # of the tasks
REACH = 4.0  # how far from 0 curves are drawn and a person may put a start
TICKS = 5  # collect, advantages, gradient, update, collect again
