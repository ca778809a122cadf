"""Names the methods of the metric learning story, and what a person can do to the episode on the table."""

from __future__ import annotations

from simulator.engine.method import Method, Style, names_of

PROTOTYPES, MATCHING, COSINE, CONTEXT = "prototypes", "matching", "cosine", "context"
RELATION, SIAMESE, IMAGINED = "relation", "siamese", "imagined"
NEIGHBOURS, FINETUNING = "neighbours", "finetuning"
STORY_METHODS = (
    Method(PROTOTYPES, "Prototypical Network", Style("teal", "solid", "square")),
    Method(MATCHING, "Matching Network", Style("purple", "long", "triangle")),
    Method(COSINE, "Matching without temperature", Style("violet", "dashed", "wedge")),
    Method(CONTEXT, "Matching with full context", Style("iris", "dash-dot", "diamond")),
    Method(RELATION, "Relation Network", Style("vermilion", "dash-dot-dot", "star")),
    Method(SIAMESE, "Siamese network", Style("slate", "long-dot", "disc")),
    Method(IMAGINED, "Prototypes with imagined examples", Style("green", "beads", "ring")),
    Method(NEIGHBOURS, "Classifier and nearest neighbours", Style("orange", "fine", "plus")),
    Method(FINETUNING, "Fine-tuning", Style("ink", "dotted", "cross")),
)
METHODS = tuple(method.key for method in STORY_METHODS)
METHOD_NAMES = names_of(STORY_METHODS)

PIXELS, YOU = SUBJECTS = ("pixels", "you")  # nearest neighbour on pixels, and the person who answers
STYLES = {
    PIXELS: Style("grey", "fine", "none", 2.0),
    YOU: Style("ink", "solid", "star"),
    "chance": Style("pale", "dotted", "none", 1.5),
    "published": Style("slate", "solid", "ring", 1.5),
}

MOVE, REMOVE, ADD, POINT = "move", "remove", "add", "point"
SPAN, ANSWERED, NEXT, RESET, TABLE = "span", "answered", "next", "reset", "table"
MANIPULATIONS = (MOVE, REMOVE, ADD, POINT, SPAN, ANSWERED, NEXT, RESET, TABLE)
QUERY = "query"  # where a picture may be added, beside a class
