"""How a story declares its methods and how they are drawn: colours by name, which a theme knows in light and dark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Colour = Literal[
    "blue", "sky", "green", "orange", "vermilion", "purple", "violet", "teal", "iris", "crimson", "slate", "grey",
    "pale", "ink",
]  # fmt: skip
Dash = Literal[
    "solid", "dashed", "dotted", "dash-dot", "dash-dot-dot", "long", "long-dot", "long-short", "fine", "beads"
]
Symbol = Literal[
    "disc", "ring", "square", "triangle", "wedge", "hourglass", "diamond", "star", "cross", "plus", "bow", "none"
]  # fmt: skip


@dataclass(frozen=True)
class Style:
    """How a series looks everywhere: told apart by dash and symbol as well as by colour."""

    colour: Colour
    dash: Dash = "solid"
    symbol: Symbol = "disc"
    width: float = 2.5  # pixels, of its line


@dataclass(frozen=True)
class Method:
    """One of the things that a story compares, in the order in which a story lists them.

    Example:
        METHODS = (
            Method("maml", "MAML", Style("blue")),
            Method("reptile", "Reptile", Style("green", "long", "square")),
        )
    """

    key: str  # before the dot of its metrics
    name: str  # as a person reads it
    style: Style


def names_of(methods: Iterable[Method]) -> dict[str, str]:
    """Return the methods' names, by key."""
    return {method.key: method.name for method in methods}


def is_style(value: object) -> bool:
    """Tell whether a plug-in's style can be drawn: every name in it is known."""
    return (
        isinstance(value, Style)
        and value.colour in get_args(Colour)
        and value.dash in get_args(Dash)
        and value.symbol in get_args(Symbol)
    )
