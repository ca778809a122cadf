"""Names what a person can do to the episode on the table, and what methods stand beside."""

from __future__ import annotations

from metascope.simulator.engine.method import Style

MOVE, REMOVE, ADD, RESET, TABLE = "move", "remove", "add", "reset", "table"
QUERY = "query"  # where a picture may be added, beside a class

PIXELS, YOU = "pixels", "you"  # nearest neighbour on pixels, and the person who answers
STYLES = {
    PIXELS: Style("grey", "fine", "none", 2.0),
    YOU: Style("ink", "solid", "star"),
    "chance": Style("pale", "dotted", "none", 1.5),
    "published": Style("slate", "solid", "ring", 1.5),
}
