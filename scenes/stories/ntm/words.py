"""Holds the texts of the Neural Turing Machine's scene: formulas, gestures, names."""

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
                    "A head finds its place in four steps: a softmax of beta times the similarity to the key k selects"
                    " rows by content; the gate g mixes that with the previous place; the kernel s shifts it;"
                    " the power gamma sharpens it"
                ),
            ),
            (
                MEMORY,
                tr("A write head erases e and adds a, weighted by w; a read head returns the weighted sum of the rows"),
            ),
        ),
        gestures=(
            (tr("Click a time step in the figure"), tr("Move the inner clock there")),
            (tr("Click a row of the memory"), tr("Select it, to erase, overwrite or swap it")),
            (tr("Move β, g, s or γ under Addressing"), tr("See where the head would have gone")),
            (tr("Click a name in a legend"), tr("Focus on this method, or show all again")),
            (tr("Wheel, drag the plot, double click"), tr("Zoom, pan, reset the range")),
            (tr("Hover, click"), tr("Show the value of a cell; pin it")),
        ),
    )


def short_names() -> dict[str, str]:
    """Return the short names of the strips."""
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
    """Return a method's name with the cost of its answers to the shown sequence."""
    index = METHODS.index(method)
    text = tr("{method}: {bits} bits")
    return text.format(method=METHOD_NAMES[method].partition(" ")[0], bits=number(frame.bits[index], 3))


def disturbance(done: Disturbed) -> str:
    """Return a text of what a person did to the memory."""
    text = {
        "erase": tr("row {row} erased after t = {t}"),
        "overwrite": tr("row {row} overwritten after t = {t}"),
        "swap": tr("rows {row} and {other} swapped after t = {t}"),
    }[done.how]
    return text.format(row=done.row, other=done.other, t=done.before)


def note(frame: NtmFrame, method: str) -> str:
    """Return the number of wrong bits in the shown sequence, as a short note after the method's name."""
    return tr("{wrong} wrong").format(wrong=frame.wrong[METHODS.index(method)])
