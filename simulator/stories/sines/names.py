"""Names the methods and metrics of the sine waves story."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of

MAML, FOMAML, REPTILE, PRETRAINING = "maml", "fomaml", "reptile", "pretraining"
ANIL, META_SGD, SCRATCH, ORACLE = "anil", "meta_sgd", "scratch", "oracle"
METHODS = (MAML, FOMAML, REPTILE, PRETRAINING, ANIL, META_SGD, SCRATCH, ORACLE)  # the order of every run's methods
STORY_METHODS = (
    Method(MAML, "MAML", Style("blue", "solid", "disc")),
    Method(FOMAML, "FOMAML", Style("sky", "dashed", "diamond")),
    Method(REPTILE, "Reptile", Style("green", "long", "square")),
    Method(PRETRAINING, "Pre-training", Style("orange", "dash-dot", "triangle")),
    Method(ANIL, "ANIL", Style("iris", "dash-dot-dot", "wedge")),
    Method(META_SGD, "Meta-SGD", Style("crimson", "long-dot", "star")),
    Method(SCRATCH, "From scratch", Style("grey", "fine", "cross", 2.0)),
    Method(ORACLE, "Oracle", Style("ink", "beads", "plus", 1.5)),
)
METHOD_NAMES = names_of(STORY_METHODS)
TUNED = (PRETRAINING, SCRATCH, ORACLE)  # methods whose step size of adaptation is tuned
STEPS_MEASURED = (0, 1, 5, 10, 32)  # of adaptation, after which "<method>.mse_<steps>" is a metric
REACH = 5.0  # x is drawn from -5 to 5
SMALLEST, LARGEST = 0.1, 5.0  # amplitudes
START = "start"  # the initial network, as a corner of the plane
