"""Builds the learning curves of machine and LSTM: cost and wrong bits of held-out sequences, and training cost."""

from __future__ import annotations

from metascope.scenes.views.learning_curves import LearningView, Quantity
from metascope.simulator.stories.ntm.names import METHOD_NAMES, METHODS, NTM
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.views.plot import Axis


def learning_view(settings: NtmSettings, theme: Theme) -> LearningView:
    """Return the view of both methods' curves."""
    quantities = {
        "bits": _quantity("bits", translate("NtmLearning", "Bits"), translate("NtmLearning", "bits per sequence")),
        "wrong_bits": _quantity(
            "wrong_bits", translate("NtmLearning", "Wrong bits"), translate("NtmLearning", "wrong bits per sequence")
        ),
        "loss": _quantity("loss", translate("NtmLearning", "Training cost"), translate("NtmLearning", "training cost")),
    }
    told = translate("NtmLearning", "Bits or wrong bits per held-out sequence, or the training cost")
    view = LearningView(quantities, settings.steps, NTM, theme, told=told)
    text = translate(
        "NtmLearning", "Curves appear during training; held-out sequences are measured every {steps} meta-steps"
    )
    view.set_empty_text(text.format(steps=settings.test_every))
    return view


def _quantity(name: str, title: str, axis: str) -> Quantity:
    return Quantity(
        title, Axis(axis), tuple((f"{key}.{name}", key, method_text(METHOD_NAMES[key])) for key in reversed(METHODS))
    )
