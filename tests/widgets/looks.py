"""The program's two themes with styles of methods, as a story's scene has them."""

from __future__ import annotations

from metascope.simulator.engine.method import Style
from metascope.widgets.look import theme

STYLES = {
    "maml": Style("blue", "solid", "disc"),
    "fomaml": Style("sky", "dashed", "diamond"),
    "reptile": Style("green", "long", "square"),
    "pretraining": Style("orange", "dash-dot", "triangle"),
    "anil": Style("iris", "dash-dot-dot", "wedge"),
    "meta_sgd": Style("crimson", "long-dot", "star"),
    "scratch": Style("grey", "fine", "cross", 2.0),
    "oracle": Style("ink", "beads", "plus", 1.5),
    "learned": Style("vermilion", "solid", "diamond"),
    "sgd": Style("grey", "dashed", "square", 2.0),
    "adam": Style("slate", "fine", "cross", 2.0),
    "forget": Style("violet", "solid", "disc"),
    "input": Style("teal", "long", "triangle"),
    "memory": Style("purple", "dash-dot", "disc"),
    "gradient": Style("vermilion", "solid", "diamond"),
    "kept": Style("green", "long", "plus"),
    "descent": Style("grey", "fine", "square", 2.0),
    "ntm": Style("blue", "solid", "disc"),
    "mann": Style("vermilion", "solid", "diamond"),
    "lstm": Style("orange", "dashed", "triangle"),
}
LIGHT, DARK = (one.with_styles(STYLES) for one in (theme.LIGHT, theme.DARK))
