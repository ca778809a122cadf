"""Draws the curves over meta-steps: how the learned optimizer improves, and its gates."""

from __future__ import annotations

from dataclasses import replace

from metascope.scenes.stories.optimizers.words import method_name
from metascope.scenes.views.learning_curves import LearningView, Quantity, method_of
from metascope.simulator.stories.optimizers.names import LEARNED, METHODS
from metascope.simulator.stories.optimizers.settings import PICTURES, OptimizersSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.scales import LINEAR, Scale
from metascope.widgets.plots.views.plot import Axis


class MetaView(LearningView):
    """Meta-loss, losses on held-out problems, or gates over the meta-steps; the best meta-step is marked."""

    def __init__(self, settings: OptimizersSettings, theme: Theme) -> None:
        told = translate(
            "MetaView", "Meta-loss; on held-out problems, mean loss or loss after the last update; or the gates"
        )
        named = ("meta", translate("MetaView", "Meta-training"), Axis(translate("MetaView", "meta-step")))
        quantities = _quantities(settings)
        super().__init__(quantities, settings.steps, LEARNED, theme, told=told, named=named, owner=owner)
        every = translate(
            "MetaView", "Curves appear during training; held-out problems are measured every {steps} meta-steps"
        )
        self.set_empty_text(every.format(steps=settings.test_every))


def owner(metric: str) -> str:
    """Return the method of a metric: the learned optimizer if it names none."""
    method = method_of(metric)
    return method if method in METHODS else LEARNED


def _quantities(settings: OptimizersSettings) -> dict[str, Quantity]:
    """Return the quantities, the most informative one first."""
    log, end = Scale("log"), settings.updates
    loss = Axis(translate("MetaView", "loss"), "l", scale=log)
    found = {
        "mean": _quantity(translate("MetaView", "Mean loss"), loss, _of_methods("loss_mean", settings.variant)),
        "last": _quantity(translate("MetaView", "Last loss"), loss, _of_methods(f"loss_{end}", settings.variant)),
        "gates": _quantity(
            translate("MetaView", "Gates"),
            Axis(translate("MetaView", "gate"), scale=LINEAR),
            (
                ("gates.forget_mean", "forget", translate("MetaView", "mean forget gate")),
                ("gates.input_mean", "input", translate("MetaView", "mean input gate")),
                ("gates.input_std", "now", translate("MetaView", "input gate's standard deviation over updates")),
            ),
            named=True,
        ),
    }
    if settings.problem in PICTURES:
        accuracy = replace(
            _quantity(
                translate("MetaView", "Accuracy"),
                Axis(translate("MetaView", "accuracy")),
                _of_methods("accuracy", settings.variant),
            ),
            reach=(0.0, 1.0),
            halves={f"{name}.accuracy": f"{name}.accuracy_half" for name in METHODS},
        )
        found = {"accuracy": accuracy, **found}
    if not settings.trains:
        told = translate("MetaView", "largest difference from SGD's path")
        gap = _quantity(
            translate("MetaView", "Difference from SGD"),
            Axis(translate("MetaView", "difference"), "|Δθ|"),
            (("learned.gap_to_sgd", LEARNED, told),),
            named=True,
        )
        return {"gap": gap, **found}
    meta = _quantity(
        translate("MetaView", "Meta-loss"),
        Axis(translate("MetaView", "meta-loss"), "L", scale=log),
        (("meta.loss", LEARNED, translate("MetaView", "meta-loss")),),
        named=True,
    )
    return {**found, "meta": meta} if settings.problem in PICTURES else {"meta": meta, **found}


def _quantity(title: str, axis: Axis, series: tuple[tuple[str, str, str], ...], *, named: bool = False) -> Quantity:
    """Return a quantity with a fixed scale and an automatic range."""
    return Quantity(title, axis, series, reach=None, spreads=False, named=named)


def _of_methods(quantity: str, variant: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"{name}.{quantity}", name, method_name(name, variant)) for name in reversed(METHODS))
