"""Names the methods of the learned optimizers story."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of

LEARNED = "learned"
RIVALS = ("sgd", "nesterov", "rmsprop", "adam")  # hand-made, each with its learning rate tuned; the axis R, everywhere
METHODS = (LEARNED, *RIVALS)
STORY_METHODS = (
    Method(LEARNED, "Learned optimizer", Style("vermilion", "solid", "diamond")),
    Method("sgd", "SGD", Style("grey", "dashed", "square", 2.0)),
    Method("nesterov", "Nesterov momentum", Style("pale", "long", "triangle", 2.0)),
    Method("rmsprop", "RMSprop", Style("pale", "dash-dot", "plus", 2.0)),
    Method("adam", "Adam", Style("slate", "fine", "cross", 2.0)),
)
METHOD_NAMES = names_of(STORY_METHODS)
STYLES = {"forget": Style("violet", "solid", "disc"), "input": Style("teal", "long", "triangle")}  # the gates
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)  # the axis Q
TRIALS = ("own", "longer", "wider", "deeper", "relu", "larger", "quadratics", "sine", "landscape")  # of the laboratory
