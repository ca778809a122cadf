"""What the scene of the Neural Turing Machine writes beside its pictures: formulas, gestures, names."""

from __future__ import annotations

from collections.abc import Sequence

from scenes.scene import Words
from simulator.stories.ntm.frame import Disturbed, NtmFrame
from simulator.stories.ntm.names import LSTM, METHOD_NAMES, METHODS
from widgets.look.text import number
from widgets.look.translation import method_text, translate

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
                    "A head finds its place in four steps: rows that are like the key k, by a softmax of beta times"
                    " their similarity; the gate g mixes that with where the head was; the kernel s shifts it;"
                    " the power gamma sharpens it",
                ),
            ),
            (
                MEMORY,
                translate(
                    "NtmWords",
                    "A writing head erases e and adds a, weighted by w; a reading head returns the rows, weighted by w",
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
                translate("NtmWords", "Choose it: erase it, overwrite it or swap it with another"),
            ),
            (
                translate("NtmWords", "Move β, g, s or γ under Addressing"),
                translate("NtmWords", "See at once where the head would have gone"),
            ),
            (
                translate("NtmWords", "Click a name in a legend"),
                translate("NtmWords", "Look at this method alone, or at all again"),
            ),
            (
                translate("NtmWords", "Wheel, drag the plot, double click"),
                translate("NtmWords", "Zoom, move, back to the whole range"),
            ),
            (translate("NtmWords", "Point, click"), translate("NtmWords", "Tell a cell's value; keep it there")),
        ),
    )


def short_names() -> dict[str, str]:
    """Return what the strips are called where there is little room."""
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
    """Return a method's name with what its answers to the shown sequence cost."""
    index = METHODS.index(method)
    text = translate("NtmWords", "{method}: {bits} bits")
    return text.format(
        method=short_name(method),
        bits=number(frame.bits[index], 3),
    )


def disturbance(done: Disturbed) -> str:
    """Return what a person did to the memory."""
    text = {
        "erase": translate("NtmWords", "row {row} erased after t = {t}"),
        "overwrite": translate("NtmWords", "row {row} overwritten after t = {t}"),
        "swap": translate("NtmWords", "rows {row} and {other} swapped after t = {t}"),
    }[done.how]
    return text.format(row=done.row, other=done.other, t=done.before)


def note(frame: NtmFrame, method: str) -> str:
    """Return how many bits of the shown sequence are wrong, short enough to stand behind the method's name."""
    return translate("NtmWords", "{wrong} wrong").format(wrong=frame.wrong[METHODS.index(method)])
