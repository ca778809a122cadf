"""Holds the texts of the sine waves' scene: formulas, gestures, names, numbers."""

from __future__ import annotations

import math

from metascope.scenes.scene import Words
from metascope.simulator.stories.sines.frame import SinesFrame
from metascope.simulator.stories.sines.names import METHOD_NAMES, PRETRAINING, SCRATCH
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.widgets.look.translation import method_text, translate

FEW = 4  # methods up to which there is room for two numbers after each name

MAML = (
    r"\theta_{j+1} = \theta_j - \alpha \nabla l(\theta_j), \; \theta_0 = \phi \qquad"
    r" \text{MAML: } v_k = \nabla l_{\text{query}}(\theta_k), \; v_j = v_{j+1} - \alpha\, H_j v_{j+1}, \;"
    r" \nabla_{\phi} = v_0"
)
RULES = (
    r"\text{FOMAML: } v_k \qquad \text{Reptile: } \phi \leftarrow \phi + \varepsilon\, (\overline{\theta_k} - \phi)"
    r" \qquad \text{pre-training: } \nabla l(\phi)"
)
RATES = (
    r"\text{ANIL: } \alpha = 0 \text{ below the last layer} \qquad \text{Meta-SGD: } \theta_{j+1} = \theta_j -"
    r" a \odot \nabla l(\theta_j), \; a \text{ learned}"
)


def words(settings: SinesSettings) -> Words:
    """Return the scene's texts."""
    formulas = [
        (
            MAML,
            translate(
                "SinesWords",
                "Adaptation: gradient steps of size alpha from the start phi. MAML's gradient is propagated back"
                " through them by products with the Hessian H of the support loss",
            ),
        ),
        (
            RULES,
            translate(
                "SinesWords",
                "FOMAML takes the query gradient where adaptation ends; Reptile moves phi towards the mean adapted"
                " theta; pre-training takes the gradient without adaptation",
            ),
        ),
    ]
    if settings.anil or settings.meta_sgd:
        told = translate(
            "SinesWords", "ANIL adapts only the last layer; Meta-SGD learns a step size a for each parameter"
        )
        formulas.append((RATES, told))
    return Words(
        title=translate("SinesWords", "A good start for a real network"),
        formulas=tuple(formulas),
        gestures=(
            (
                translate("SinesWords", "Click in the function plot"),
                translate("SinesWords", "Add a point; every method adapts to it at once"),
            ),
            (
                translate("SinesWords", "Drag a point, Delete or right click"),
                translate("SinesWords", "Move it; remove it"),
            ),
            (
                translate("SinesWords", "Drag the letter A on the crest"),
                translate("SinesWords", "Change the wave's amplitude and phase"),
            ),
            (translate("SinesWords", "Click an inner step"), translate("SinesWords", "Move the inner clock there")),
            (
                translate("SinesWords", "Click a method's name or bar"),
                translate("SinesWords", "Focus on this method, or show all again"),
            ),
            (
                translate("SinesWords", "Wheel, drag the plot, double click"),
                translate("SinesWords", "Zoom, pan, reset the range"),
            ),
            (
                translate("SinesWords", "Tab and arrow keys in a plot"),
                translate("SinesWords", "Select a point and move it; Shift: larger steps"),
            ),
        ),
    )


def short_name(method: str) -> str:
    """Return the short name of a method."""
    shorter = {PRETRAINING: translate("SinesWords", "Pre-tr."), SCRATCH: translate("SinesWords", "Scratch")}
    return shorter.get(method, method_text(METHOD_NAMES[method]))


def note(frame: SinesFrame, method: str) -> str:
    """Return a method's error on the held-out waves before and after adaptation; empty until it is measured.

    With many methods, there is only room for the error after adaptation.
    """
    if frame.test is None or method not in frame.methods:
        return ""
    place = frame.methods.index(method)
    if len(frame.methods) > FEW:
        return error(float(frame.test.mse[-1, place]))
    before, after = (error(float(frame.test.mse[step, place])) for step in (0, -1))
    return translate("SinesWords", "{before} → {after}").format(before=before, after=after)


def error(value: float) -> str:
    """Return an error in at most four characters, a dash if it is not finite."""
    if not math.isfinite(value):
        return "–"
    if value >= 999.5:
        return f"{value:.0e}".replace("e+0", "e")
    return f"{value:.{2 if value < 9.995 else 1 if value < 99.95 else 0}f}"
