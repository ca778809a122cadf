"""Holds the texts of the memory-augmented network's scene: formulas, gestures, names."""

from __future__ import annotations

from metascope.scenes.scene import Words
from metascope.simulator.stories.mann.frame import Disturbed, MannFrame
from metascope.simulator.stories.mann.names import LSTM, METHOD_NAMES, METHODS
from metascope.widgets.look.theme import TASK_LETTERS
from metascope.widgets.look.translation import method_text, translate

READ = (
    r"w^r_t(i) \propto e^{\beta K(k_t, M_t(i))}, \quad r_t = {\textstyle \sum_i} w^r_t(i)\, M_t(i), \quad"
    r" K(k, m) = \frac{k \cdot m}{\|k\| \, \|m\|}"
)
USE = r"w^u_t = \gamma\, w^u_{t-1} + w^r_t + w^w_t, \quad M_t(i) = M_{t-1}(i) + w^w_t(i)\, a_t"
WRITE = r"w^w_t = \sigma(\alpha)\, w^r_{t-1} + (1 - \sigma(\alpha))\, w^{lu}_{t-1}"


def words() -> Words:
    """Return the scene's texts."""
    return Words(
        title=translate("MannWords", "Remembering labels in a memory"),
        formulas=(
            (
                READ,
                translate(
                    "MannWords",
                    "A head reads the rows of the memory with the weights of a softmax of beta K, where K is the"
                    " cosine similarity of its key k and each row; the sharpness beta is 1 in the paper",
                ),
            ),
            (
                USE,
                translate(
                    "MannWords",
                    "Usage w^u decays by gamma and grows by the read and write weights;"
                    " a head adds a_t to the rows that it writes to",
                ),
            ),
            (
                WRITE,
                translate(
                    "MannWords",
                    "A head writes to the rows that it read before, or to a least used row (where w^lu is 1), which is"
                    " erased first; the gate sigma(alpha) chooses between them",
                ),
            ),
        ),
        gestures=(
            (
                translate("MannWords", "Click an image of the episode"),
                translate("MannWords", "Move the inner clock to its time step"),
            ),
            (
                translate("MannWords", "Click a time step of the weights"),
                translate("MannWords", "Move the inner clock there"),
            ),
            (
                translate("MannWords", "Click a row of the memory"),
                translate("MannWords", "Select it, to erase, overwrite or swap it"),
            ),
            (
                translate("MannWords", "Click a name in a legend"),
                translate("MannWords", "Focus on this method, or show all again"),
            ),
            (
                translate("MannWords", "Wheel, drag the plot, double click"),
                translate("MannWords", "Zoom, pan, reset the range"),
            ),
            (translate("MannWords", "Hover, click"), translate("MannWords", "Show a value; pin it")),
        ),
    )


def class_name(label: int) -> str:
    """Return the name of a class on an axis: its letter, and the label that the network answers with."""
    return f"{TASK_LETTERS[label]} · {label + 1}"


def short_name(method: str) -> str:
    """Return the short name of a method."""
    return translate("MannWords", "LSTM") if method == LSTM else method_text(METHOD_NAMES[method])


def right_answers(right: int, steps: int) -> str:
    """Return how many answers are correct."""
    return translate("MannWords", "{right} of {steps} correct").format(right=right, steps=steps)


def legend_text(frame: MannFrame, method: str) -> str:
    """Return a method's name with the number of its correct answers to the shown episode."""
    told = right_answers(frame.right[METHODS.index(method)], len(frame.answers))
    return translate("MannWords", "{method}: {told}").format(method=short_name(method), told=told)


def disturbance(done: Disturbed) -> str:
    """Return a text of what a person did to the memory."""
    text = {
        "erase": translate("MannWords", "row {row} erased after t = {t}"),
        "overwrite": translate("MannWords", "row {row} overwritten after t = {t}"),
        "swap": translate("MannWords", "rows {row} and {other} swapped after t = {t}"),
    }[done.how]
    return text.format(row=done.row, other=done.other, t=done.before)


def note(frame: MannFrame, method: str) -> str:
    """Return the number of a method's correct answers to the shown episode, as a short note after its name."""
    return right_answers(frame.right[METHODS.index(method)], len(frame.answers))
