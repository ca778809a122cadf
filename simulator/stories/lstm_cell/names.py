"""Names the five cells and the tasks of the LSTM cell story."""

from __future__ import annotations

from metascope.simulator.engine.method import Method, Style, names_of

STORY_METHODS = (
    Method("lstm", "Plain LSTM", Style("orange", "dashed", "triangle")),
    Method("memory", "c is θ", Style("purple", "dash-dot", "disc")),
    Method("gradient", "z is −∇l", Style("vermilion", "solid", "diamond")),
    Method("kept", "zᶠ is 1", Style("green", "long", "plus")),
    Method("descent", "Gradient descent", Style("grey", "fine", "square", 2.0)),
)
LSTM, MEMORY, GRADIENT, KEPT, DESCENT = METHODS = ("lstm", "memory", "gradient", "kept", "descent")  # the axis M
LEARNED = {  # the weights that have an effect, by cell
    LSTM: ("z", "z_i", "z_f", "z_o", "y"),
    MEMORY: ("z", "z_i", "z_f", "z_o"),
    GRADIENT: ("z_i", "z_f", "z_o"),
    KEPT: ("z_i", "z_o"),
    DESCENT: (),
}
LEARNING = METHODS[:-1]  # gradient descent has nothing left to learn
METHOD_NAMES = names_of(STORY_METHODS)
TASK_LETTERS = "ABCDEFGH"
