"""Names the methods of the metric learning story, and what a person can do to the episode on the table."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of
from metascope.simulator.episodes.names import ADD, MOVE, PIXELS, REMOVE, RESET, TABLE, YOU

PROTOTYPES, MATCHING, COSINE = "prototypes", "matching", "cosine"
CONTEXT, CONTEXT_COSINE = "context", "context_cosine"
RELATION, SIAMESE, IMAGINED = "relation", "siamese", "imagined"
NEIGHBOURS, FINETUNING = "neighbours", "finetuning"
STORY_METHODS = (
    Method(PROTOTYPES, "Prototypical Network", Style("teal", "solid", "square")),
    Method(MATCHING, "Matching Network", Style("purple", "long", "triangle")),
    Method(COSINE, "Matching without temperature", Style("violet", "dashed", "wedge")),
    Method(CONTEXT, "Matching with full context", Style("iris", "dash-dot", "diamond")),
    Method(CONTEXT_COSINE, "Full context without temperature", Style("sky", "long-short", "hourglass")),
    Method(RELATION, "Relation Network", Style("vermilion", "dash-dot-dot", "star")),
    Method(SIAMESE, "Siamese network", Style("slate", "long-dot", "disc")),
    Method(IMAGINED, "Prototypes with imagined examples", Style("green", "beads", "bow")),
    Method(NEIGHBOURS, "Classifier and nearest neighbours", Style("orange", "fine", "plus")),
    Method(FINETUNING, "Fine-tuning", Style("ink", "dotted", "cross")),
)
METHODS = tuple(method.key for method in STORY_METHODS)
METHOD_NAMES = names_of(STORY_METHODS)
IN_CONTEXT = (CONTEXT, CONTEXT_COSINE)  # those that embed each picture again given all supports

SUBJECTS = (PIXELS, YOU)

TIMES, IN_A_ROW = 7, 3  # measurements of an answer with each number of supports; answers in each
SHARE = 0.03  # of a run's time that timing takes, at most

POINT, SPAN, ANSWERED, NEXT = "point", "span", "answered", "next"
MANIPULATIONS = (MOVE, REMOVE, ADD, POINT, SPAN, ANSWERED, NEXT, RESET, TABLE)
