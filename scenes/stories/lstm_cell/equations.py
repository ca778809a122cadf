"""Gives the equations of the LSTM cell at each stage, in LaTeX and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metascope.simulator.stories.lstm_cell.names import DESCENT, GRADIENT, KEPT, LSTM, MEMORY, METHODS
from metascope.widgets.look.translation import translate

SEEN = r"[x^t, h^{t-1}]"
ORDER = ("x", "z", "z_i", "z_f", "z_o", "c", "h", "y")


@dataclass(frozen=True)
class Form:
    """A quantity's equation at one stage; `role` is the stage whose substitution gave it this form."""

    latex: str
    plain: str
    role: str = ""
    absent: bool = False


def stage_symbol(method: str) -> str:
    """Return the substitution of a stage, in LaTeX."""
    return {
        LSTM: r"\text{LSTM}",
        MEMORY: r"c \to \theta",
        GRADIENT: r"z \to -\nabla l",
        KEPT: r"z^f \to 1",
        DESCENT: r"z^i \to \eta",
    }[method]


def stage_help(method: str) -> str:
    """Return the tooltip of a stage."""
    return {
        LSTM: translate("Equations", "The plain LSTM: its estimate of θ is read from y"),
        MEMORY: translate("Equations", "The memory itself is θ: θ replaces c, and y is no longer needed"),
        GRADIENT: translate("Equations", "The negative gradient is written to the memory; the gates are still learned"),
        KEPT: translate(
            "Equations", "The forget gate is 1, so there is no weight decay; the input gate is a learned learning rate"
        ),
        DESCENT: translate("Equations", "The input gate is η: this is gradient descent, with nothing left to learn"),
    }[method]


def symbols(method: str) -> Mapping[str, str]:
    """Return the symbol of each quantity in the diagram, in LaTeX."""
    memory = "c" if method == LSTM else r"\theta"
    at = METHODS.index(method)
    return {
        "x": r"x^t = (\nabla l, l)",
        "h_before": "h^{t-1}",
        "c_before": f"{memory}^{{t-1}}",
        "z": "z" if at < METHODS.index(GRADIENT) else r"-\nabla l",
        "z_i": "z^i" if at < METHODS.index(DESCENT) else r"\eta",
        "z_f": "z^f" if at < METHODS.index(KEPT) else "1",
        "z_o": "z^o",
        "c": f"{memory}^t",
        "h": "h^t",
        "y": "y^t",
    }


def helps() -> Mapping[str, str]:
    """Return the tooltip of each quantity."""
    return {
        "x": translate(
            "Equations", "Input x: the gradient of the loss and the loss itself, at the current estimate of θ"
        ),
        "h_before": translate("Equations", "Output of the previous step: the cell's short-term state"),
        "c_before": translate("Equations", "Memory before this step: the cell's long-term state, which changes slowly"),
        "z": translate("Equations", "Candidate z: what could be written to the memory"),
        "z_i": translate("Equations", "Input gate: how much of z is written; in gradient descent, the learning rate η"),
        "z_f": translate("Equations", "Forget gate: how much of the memory is kept; a value below 1 is weight decay"),
        "z_o": translate("Equations", "Output gate: how much of the memory is passed to the output"),
        "c": translate("Equations", "Memory after this step"),
        "h": translate("Equations", "Output h = zᵒ · tanh(c), which enters the gates of the next step"),
        "y": translate("Equations", "Answer y = σ(W′h), between 0 and 1; only the plain LSTM needs it"),
    }


def forms(method: str) -> Mapping[str, Form]:
    """Return the equation of every quantity at a stage."""
    at = METHODS.index(method)
    memory, name = ("c", "c") if method == LSTM else (r"\theta", "θ")
    found = {
        "x": Form(
            r"x^t = (\nabla l(\theta^{t-1}),\, l(\theta^{t-1}))",
            translate("Equations", "x is the gradient and the loss at θ"),
        ),
        "z": Form(rf"z = \tanh(W{SEEN})", translate("Equations", "z = tanh(W [x, h])")),
        "z_i": Form(rf"z^i = \sigma(W^i{SEEN})", translate("Equations", "zⁱ = σ(Wⁱ [x, h])")),
        "z_f": Form(rf"z^f = \sigma(W^f{SEEN})", translate("Equations", "zᶠ = σ(Wᶠ [x, h])")),
        "z_o": Form(rf"z^o = \sigma(W^o{SEEN})", translate("Equations", "zᵒ = σ(Wᵒ [x, h])"), absent=method == DESCENT),
        "c": _memory(method),
        "h": Form(
            rf"h^t = z^o \odot \tanh({memory}^t)",
            translate("Equations", "h = zᵒ · tanh({memory})").format(memory=name),
            absent=method == DESCENT,
        ),
        "y": Form(r"y^t = \sigma(W' h^t)", translate("Equations", "y = σ(W′ h)"), absent=method != LSTM),
    }
    if at >= METHODS.index(GRADIENT):
        found["z"] = Form(
            r"z = -\nabla l(\theta^{t-1})", translate("Equations", "z is the negative gradient"), GRADIENT
        )
    if at >= METHODS.index(KEPT):
        found["z_f"] = Form("z^f = 1", translate("Equations", "the forget gate is 1"), KEPT)
    if at >= METHODS.index(DESCENT):
        found["z_i"] = Form(r"z^i = \eta", translate("Equations", "the input gate is η"), DESCENT)
    return found


def _memory(method: str) -> Form:
    theta = r"\theta^t = z^f \odot \theta^{t-1} + z^i \odot "
    return {
        LSTM: Form(r"c^t = z^f \odot c^{t-1} + z^i \odot z", translate("Equations", "c = zᶠ · previous c + zⁱ · z")),
        MEMORY: Form(theta + "z", translate("Equations", "θ = zᶠ · previous θ + zⁱ · z"), MEMORY),
        GRADIENT: Form(theta + r"(-\nabla l)", translate("Equations", "θ = zᶠ · previous θ + zⁱ · (−∇l)"), MEMORY),
        KEPT: Form(
            r"\theta^t = \theta^{t-1} - z^i \odot \nabla l", translate("Equations", "θ = previous θ − zⁱ · ∇l"), MEMORY
        ),
        DESCENT: Form(
            r"\theta^t = \theta^{t-1} - \eta\, \nabla l(\theta^{t-1})",
            translate("Equations", "θ = previous θ − η · ∇l"),
            MEMORY,
        ),
    }[method]
