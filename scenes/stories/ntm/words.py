"""Holds the texts of the Neural Turing Machine's scene: formulas, gestures, names."""

from __future__ import annotations

from collections.abc import Sequence

from metascope.scenes.scene import Words
from metascope.simulator.stories.ntm.frame import Disturbed, NtmFrame
from metascope.simulator.stories.ntm.names import LSTM, METHOD_NAMES, METHODS
from metascope.widgets.look.text import number
from metascope.widgets.look.translation import method_text, translate

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
        title=translate("NtmWords", "A memory outside the network"),
        formulas=(
            (
                ADDRESS,
                translate(
                    "NtmWords",
                    "A head finds its place in four steps: a softmax of beta times the similarity to the key k selects"
                    " rows by content; the gate g mixes that with the previous place; the kernel s shifts it;"
                    " the power gamma sharpens it",
                ),
            ),
            (
                MEMORY,
                translate(
                    "NtmWords",
                    "A write head erases e and adds a, weighted by w; a read head returns the weighted sum of the rows",
                ),
            ),
        ),
        gestures=(
            (
                translate("NtmWords", "Click a time step in the figure"),
                translate("NtmWords", "Move the inner clock there"),
            ),
            (
                translate("NtmWords", "Click a row of the memory"),
                translate("NtmWords", "Select it, to erase, overwrite or swap it"),
            ),
            (
                translate("NtmWords", "Move β, g, s or γ under Addressing"),
                translate("NtmWords", "See where the head would have gone"),
            ),
            (
                translate("NtmWords", "Click a name in a legend"),
                translate("NtmWords", "Focus on this method, or show all again"),
            ),
            (
                translate("NtmWords", "Wheel, drag the plot, double click"),
                translate("NtmWords", "Zoom, pan, reset the range"),
            ),
            (translate("NtmWords", "Hover, click"), translate("NtmWords", "Show the value of a cell; pin it")),
        ),
    )


def short_names() -> dict[str, str]:
    """Return the short names of the strips."""
    return {
        "inputs": translate("NtmWords", "inputs"),
        "targets": translate("NtmWords", "targets"),
        "outputs": translate("NtmWords", "outputs"),
        "disturbed": translate("NtmWords", "disturbed"),
        "rival": translate("NtmWords", "LSTM"),
        "add": translate("NtmWords", "add a"),
        "read": translate("NtmWords", "read r"),
    }


def channel_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return what a task's inputs or targets are called, of which it tells the English names."""
    known = {
        "bit": translate("NtmWords", "bit"),
        "next bit": translate("NtmWords", "next bit"),
        "delimiter": translate("NtmWords", "delimiter"),
        "item delimiter": translate("NtmWords", "item delimiter"),
        "query delimiter": translate("NtmWords", "query delimiter"),
        "repeats": translate("NtmWords", "repeats"),
        "end": translate("NtmWords", "end"),
        "priority": translate("NtmWords", "priority"),
    }
    numbered = translate("NtmWords", "bit {number}")
    return tuple(known.get(name) or numbered.format(number=name.removeprefix("bit ")) for name in names)


def short_name(method: str) -> str:
    """Return a method's name where there is little room."""
    return translate("NtmWords", "LSTM") if method == LSTM else method_text(METHOD_NAMES[method])


def legend_text(frame: NtmFrame, method: str) -> str:
    """Return a method's name with the cost of its answers to the shown sequence."""
    index = METHODS.index(method)
    text = translate("NtmWords", "{method}: {bits} bits")
    return text.format(
        method=short_name(method),
        bits=number(frame.bits[index], 3),
    )


def disturbance(done: Disturbed) -> str:
    """Return a text of what a person did to the memory."""
    text = {
        "erase": translate("NtmWords", "row {row} erased after t = {t}"),
        "overwrite": translate("NtmWords", "row {row} overwritten after t = {t}"),
        "swap": translate("NtmWords", "rows {row} and {other} swapped after t = {t}"),
    }[done.how]
    return text.format(row=done.row, other=done.other, t=done.before)


def note(frame: NtmFrame, method: str) -> str:
    """Return the number of wrong bits in the shown sequence, as a short note after the method's name."""
    return translate("NtmWords", "{wrong} wrong").format(wrong=frame.wrong[METHODS.index(method)])
