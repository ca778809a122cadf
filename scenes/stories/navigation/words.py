"""Holds the texts of the navigation scene: formulas, gestures, names."""

from __future__ import annotations

from metascope.scenes.scene import Words
from metascope.simulator.stories.navigation.frame import NavigationFrame
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.translation import translate

STEP = (
    r"\theta_{j+1} = \theta_j + \alpha \, \tfrac{1}{n} \sum_{i} A_i \nabla \log \pi_{\theta_j}(a_i | s_i),"
    r" \; \theta_0 = \phi"
)
REPTILES = r"\text{Reptile: } \phi \leftarrow \phi + \varepsilon\, (\overline{\theta_k} - \phi)"
TRIALS = r"\text{RL}^2\text{: } h_{t+1} = \text{GRU}(h_t; s_t, a_{t-1}, r_{t-1}, d_{t-1})"
OUTER = {
    "first-order": r"\phi \leftarrow \phi + \beta \, \nabla_{\theta_k} J(\theta_k)",
    "surrogate": r"\phi \leftarrow \phi + \beta \, (I + \alpha H) \nabla_{\theta_k} J(\theta_k)",
    "e-maml": r"\phi \leftarrow \phi + \beta \, [(I + \alpha H) \nabla J(\theta_k)"
    r" + J(\theta_k) \nabla_{\phi} \log p_{\phi}(\text{paths})]",
    "dice": r"\phi \leftarrow \phi + \beta \, (\tfrac{d}{d\phi} \mathbb{E}[\theta_k])^{\top}"
    r" \nabla_{\theta_k} J(\theta_k)",
    "exact": r"\phi \leftarrow \phi + \beta \, \tfrac{d}{d\phi} J(\theta_k), \; a = \mu + \sigma \epsilon",
}


def words(settings: NavigationSettings) -> Words:
    """Return the scene's texts."""
    step = translate(
        "NavigationWords",
        "An inner step: actions that did better than expected, by A, become more likely",
    )
    outer = {
        "first-order": translate("NavigationWords", "The start moves as the adapted policy should"),
        "surrogate": translate(
            "NavigationWords", "The start moves by the gradient through the inner step, whose paths stay as they are"
        ),
        "e-maml": translate(
            "NavigationWords", "The start also makes those paths more likely from which adapting came out better"
        ),
        "dice": translate("NavigationWords", "The start moves by the gradient through the expected inner step"),
        "exact": translate("NavigationWords", "The start moves by the gradient through the walks themselves"),
    }
    latex, told = STEP, step
    if settings.maml:
        latex, told = f"{STEP} \\qquad {OUTER[settings.estimator]}", f"{step}; {outer[settings.estimator]}"
    formulas = [(latex, told)]
    if settings.reptile:
        said = translate("NavigationWords", "Reptile moves the start towards the mean of the adapted policies")
        formulas.append((REPTILES, said))
    if settings.rl2:
        said = translate("NavigationWords", "RL² adapts by what it remembers of a trial's places, actions and rewards")
        formulas.append((TRIALS, said))
    return Words(
        title=translate("NavigationWords", "A policy that adapts"), formulas=tuple(formulas), gestures=_gestures()
    )


def _gestures() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("NavigationWords", "Drag a goal"),
            translate("NavigationWords", "Every start adapts to it anew, from the same noise, while you drag"),
        ),
        (
            translate("NavigationWords", "Click in the plane"),
            translate("NavigationWords", "Add a goal there; a double click resets the range"),
        ),
        (
            translate("NavigationWords", "Right click a goal, or Delete"),
            translate("NavigationWords", "Take it away"),
        ),
        (
            translate("NavigationWords", "Click an inner step"),
            translate("NavigationWords", "Move the inner clock to the walks after it"),
        ),
        (
            translate("NavigationWords", "Click a method's name or curve"),
            translate("NavigationWords", "Focus on this method, or show all again"),
        ),
        (
            translate("NavigationWords", "Wheel, drag the plot, double click"),
            translate("NavigationWords", "Zoom, pan, reset the range"),
        ),
    )


def note(frame: NavigationFrame, method: str) -> str:
    """Return a method's mean returns on held-out goals before adapting and after one step."""
    values = frame.test.returns[:2, frame.methods.index(method)]
    text = translate("NavigationWords", "{before} → {after}")
    before, after = (number(float(value)) for value in values)
    return text.format(before=before, after=after)
