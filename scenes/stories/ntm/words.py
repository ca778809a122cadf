"""What the scene of the Neural Turing Machine writes beside its pictures: formulas, gestures, names."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from scenes.scene import Words
from simulator.stories.ntm.frame import Disturbed, NtmFrame
from simulator.stories.ntm.names import METHOD_NAMES, METHODS
from widgets.look.text import number

tr = partial(QCoreApplication.translate, "NtmWords")

ADDRESS = (
    r"w^c_i \propto e^{\beta K[k, M_i]}, \quad w^g = g\, w^c + (1 - g)\, w^{t-1}, \quad"
    r" \tilde{w}_i = {\textstyle \sum_j} w^g_j s_{i-j}, \quad w_i \propto \tilde{w}_i^{\gamma}"
)
MEMORY = (
    r"\text{write: } M^t_i = M^{t-1}_i \odot (1 - w_i e) + w_i a"
    r" \qquad \text{read: } r^t = {\textstyle \sum_i} w_i M^t_i"
)


def words() -> Words:
    """Return the scene's texts."""
    return Words(
        title=tr("A memory outside the network"),
        formulas=(
            (
                ADDRESS,
                tr(
                    "A head finds its place in four steps: rows that are like the key k, by a softmax of beta times"
                    " their similarity; the gate g mixes that with where the head was; the kernel s shifts it;"
                    " the power gamma sharpens it"
                ),
            ),
            (
                MEMORY,
                tr("A writing head erases e and adds a, weighted by w; a reading head returns the rows, weighted by w"),
            ),
        ),
        gestures=(
            (tr("Click a time step in the figure"), tr("Move the inner clock there")),
            (tr("Click a row of the memory"), tr("Choose it: erase it, overwrite it or swap it with another")),
            (tr("Move β, g, s or γ under Addressing"), tr("See at once where the head would have gone")),
            (tr("Click a name in a legend"), tr("Look at this method alone, or at all again")),
            (tr("Wheel, drag the plot, double click"), tr("Zoom, move, back to the whole range")),
            (tr("Point, click"), tr("Tell a cell's value; keep it there")),
        ),
    )


def short_names() -> dict[str, str]:
    """Return what the strips are called where there is little room."""
    return {
        "inputs": tr("inputs"),
        "targets": tr("targets"),
        "outputs": tr("outputs"),
        "disturbed": tr("disturbed"),
        "rival": tr("LSTM"),
        "add": tr("add a"),
        "read": tr("read r"),
    }


def legend_text(frame: NtmFrame, method: str) -> str:
    """Return a method's name with what its answers to the shown sequence cost."""
    index = METHODS.index(method)
    text = tr("{method}: {bits} bits")
    return text.format(method=METHOD_NAMES[method].partition(" ")[0], bits=number(frame.bits[index], 3))


def disturbance(done: Disturbed) -> str:
    """Return what a person did to the memory."""
    text = {
        "erase": tr("row {row} erased after t = {t}"),
        "overwrite": tr("row {row} overwritten after t = {t}"),
        "swap": tr("rows {row} and {other} swapped after t = {t}"),
    }[done.how]
    return text.format(row=done.row, other=done.other, t=done.before)


def note(frame: NtmFrame, method: str) -> str:
    """Return how many bits of the shown sequence are wrong, short enough to stand behind the method's name."""
    return tr("{wrong} wrong").format(wrong=frame.wrong[METHODS.index(method)])
