"""Names the methods of the picture starts story, and what a person can do to the episode on the table."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of
from metascope.simulator.episodes.names import ADD, MOVE, PIXELS, REMOVE, RESET, TABLE
from metascope.simulator.episodes.names import STYLES as BESIDE

MAML, FOMAML, REPTILE, ANIL, META_SGD = "maml", "fomaml", "reptile", "anil", "meta_sgd"
STORY_METHODS = (
    Method(MAML, "MAML", Style("blue", "solid", "disc")),
    Method(FOMAML, "FOMAML", Style("sky", "dashed", "diamond")),
    Method(REPTILE, "Reptile", Style("green", "long", "square")),
    Method(ANIL, "ANIL", Style("iris", "dash-dot-dot", "wedge")),
    Method(META_SGD, "Meta-SGD", Style("crimson", "long-dot", "star")),
)
METHODS = tuple(method.key for method in STORY_METHODS)
METHOD_NAMES = names_of(STORY_METHODS)
SUBJECTS = (PIXELS,)
STYLES = {name: BESIDE[name] for name in (PIXELS, "chance", "published")}
MANIPULATIONS = (MOVE, REMOVE, ADD, RESET, TABLE)
