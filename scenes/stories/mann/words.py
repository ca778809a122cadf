"""Holds the texts of the memory-augmented network's scene: formulas, gestures, names."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from scenes.scene import Words
from simulator.stories.mann.frame import Disturbed, MannFrame
from simulator.stories.mann.names import METHOD_NAMES, METHODS
from widgets.look.theme import TASK_LETTERS

tr = partial(QCoreApplication.translate, "MannWords")

READ = (
    r"w^r_t(i) \propto e^{\beta K(k_t, M_t(i))}, \quad r_t = {\textstyle \sum_i} w^r_t(i)\, M_t(i), \quad"
    r" K(k, m) = \frac{k \cdot m}{\|k\| \, \|m\|}"
)
USE = r"w^u_t = \gamma\, w^u_{t-1} + w^r_t + w^w_t, \quad M_t(i) = M_{t-1}(i) + w^w_t(i)\, a_t"
WRITE = r"w^w_t = \sigma(\alpha)\, w^r_{t-1} + (1 - \sigma(\alpha))\, w^{lu}_{t-1}"


def words() -> Words:
    """Return the scene's texts."""
    return Words(
        title=tr("Remembering labels in a memory"),
        formulas=(
            (
                READ,
                tr(
                    "A head reads the rows of the memory with the weights of a softmax of beta K, where K is the"
                    " cosine similarity of its key k and each row; the sharpness beta is 1 in the paper"
                ),
            ),
            (
                USE,
                tr(
                    "Usage w^u decays by gamma and grows by the read and write weights;"
                    " a head adds a_t to the rows that it writes to"
                ),
            ),
            (
                WRITE,
                tr(
                    "A head writes to the rows that it read before, or to a least used row (where w^lu is 1), which is"
                    " erased first; the gate sigma(alpha) chooses between them"
                ),
            ),
        ),
        gestures=(
            (tr("Click an image of the episode"), tr("Move the inner clock to its time step")),
            (tr("Click a time step of the weights"), tr("Move the inner clock there")),
            (tr("Click a row of the memory"), tr("Select it, to erase, overwrite or swap it")),
            (tr("Click a name in a legend"), tr("Focus on this method, or show all again")),
            (tr("Wheel, drag the plot, double click"), tr("Zoom, pan, reset the range")),
            (tr("Hover, click"), tr("Show a value; pin it")),
        ),
    )


def class_name(label: int) -> str:
    """Return the name of a class on an axis: its letter, and the label that the network answers with."""
    return f"{TASK_LETTERS[label]} · {label + 1}"


def short_name(method: str) -> str:
    """Return the short name of a method."""
    return METHOD_NAMES[method].partition(" ")[0]


def right_answers(right: int, steps: int) -> str:
    """Return how many answers are correct."""
    return tr("{right} of {steps} correct").format(right=right, steps=steps)


def legend_text(frame: MannFrame, method: str) -> str:
    """Return a method's name with the number of its correct answers to the shown episode."""
    told = right_answers(frame.right[METHODS.index(method)], len(frame.answers))
    return tr("{method}: {told}").format(method=short_name(method), told=told)


def disturbance(done: Disturbed) -> str:
    """Return a text of what a person did to the memory."""
    text = {
        "erase": tr("row {row} erased after t = {t}"),
        "overwrite": tr("row {row} overwritten after t = {t}"),
        "swap": tr("rows {row} and {other} swapped after t = {t}"),
    }[done.how]
    return text.format(row=done.row, other=done.other, t=done.before)


def note(frame: MannFrame, method: str) -> str:
    """Return the number of a method's correct answers to the shown episode, as a short note after its name."""
    return right_answers(frame.right[METHODS.index(method)], len(frame.answers))
