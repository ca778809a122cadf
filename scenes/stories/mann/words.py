"""What the scene of the memory-augmented network writes beside its pictures: formulas, gestures, names."""

from __future__ import annotations

from scenes.scene import Words
from simulator.stories.mann.frame import Disturbed, MannFrame
from simulator.stories.mann.names import LSTM, METHOD_NAMES, METHODS
from widgets.look.theme import TASK_LETTERS
from widgets.look.translation import method_text, translate

READ = (
    r"w^r_t(i) \propto e^{\beta K(k_t, M_t(i))}, \quad r_t = {\textstyle \sum_i} w^r_t(i)\, M_t(i), \quad"
    r" K(k, m) = \frac{k \cdot m}{\|k\| \, \|m\|}"
)
USE = r"w^u_t = \gamma\, w^u_{t-1} + w^r_t + w^w_t, \quad M_t(i) = M_{t-1}(i) + w^w_t(i)\, a_t"
WRITE = r"w^w_t = \sigma(\alpha)\, w^r_{t-1} + (1 - \sigma(\alpha))\, w^{lu}_{t-1}"


def words() -> Words:
    """Return the scene's texts."""
    return Words(
        title=translate("MannWords", "Labels remembered in a memory"),
        formulas=(
            (
                READ,
                translate(
                    "MannWords",
                    "A head reads the rows of the memory by the cosine K of the angle between its key k and each row,"
                    " through a softmax of beta K; the sharpness beta is 1 in the paper",
                ),
            ),
            (
                USE,
                translate(
                    "MannWords",
                    "Usage w^u decays by gamma and grows by what is read and written;"
                    " a head adds a_t to what it writes to",
                ),
            ),
            (
                WRITE,
                translate(
                    "MannWords",
                    "A head writes to what it read before, or to a row least used (w^lu is 1 there), which is erased"
                    " first; the gate sigma(alpha) chooses",
                ),
            ),
        ),
        gestures=(
            (
                translate("MannWords", "Click a picture of the episode"),
                translate("MannWords", "Move the inner clock to its time step"),
            ),
            (
                translate("MannWords", "Click a time step of the weights"),
                translate("MannWords", "Move the inner clock there"),
            ),
            (
                translate("MannWords", "Click a row of the memory"),
                translate("MannWords", "Choose it: erase it, overwrite it or swap it with another"),
            ),
            (
                translate("MannWords", "Click a name in a legend"),
                translate("MannWords", "Look at this method alone, or at all again"),
            ),
            (
                translate("MannWords", "Wheel, drag the plot, double click"),
                translate("MannWords", "Zoom, move, back to the whole range"),
            ),
            (translate("MannWords", "Point, click"), translate("MannWords", "Tell a value; keep it there")),
        ),
    )


def class_name(label: int) -> str:
    """Return what a class is called along an axis: its letter, and the label that the network answers with."""
    return f"{TASK_LETTERS[label]} · {label + 1}"


def short_name(method: str) -> str:
    """Return a method's name where there is little room."""
    return translate("MannWords", "LSTM") if method == LSTM else method_text(METHOD_NAMES[method])


def right_answers(right: int, steps: int) -> str:
    """Return how many answers are right."""
    return translate("MannWords", "{right} of {steps} right").format(right=right, steps=steps)


def legend_text(frame: MannFrame, method: str) -> str:
    """Return a method's name with how many of its answers to the shown episode are right."""
    told = right_answers(frame.right[METHODS.index(method)], len(frame.answers))
    return translate("MannWords", "{method}: {told}").format(method=short_name(method), told=told)


def disturbance(done: Disturbed) -> str:
    """Return what a person did to the memory."""
    text = {
        "erase": translate("MannWords", "row {row} erased after t = {t}"),
        "overwrite": translate("MannWords", "row {row} overwritten after t = {t}"),
        "swap": translate("MannWords", "rows {row} and {other} swapped after t = {t}"),
    }[done.how]
    return text.format(row=done.row, other=done.other, t=done.before)


def note(frame: MannFrame, method: str) -> str:
    """Return how many of a method's answers to the shown episode are right, short enough to stand behind its name."""
    return right_answers(frame.right[METHODS.index(method)], len(frame.answers))
