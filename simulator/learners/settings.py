"""Declares, once for all stories, settings of training: updates, rates, clipping, measurements, and good starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import JsonValue

from metascope.simulator.engine.settings import setting

Where = Mapping[str, Sequence[JsonValue]]  # names of other settings, and the values with which one matters
Clipping = Literal["elements", "norm"]
OuterOptimizer = Literal["adam", "sgd"]
MetaSgdStart = Literal["alpha", "drawn"]

CLIPPED = "Largest absolute value of an element, or largest norm"  # help of a `clip` that is of either

MOST_STEPS = 50  # of adaptation
REPTILE_ONLY: Where = {"reptile": [True]}


def updates_setting(default: int, *, help: str = "Weight updates in one meta-step", group: str, high: int) -> Any:
    """Declare `updates`, how many a meta-step has."""
    return setting(default, "Updates per meta-step", help=help, group=group, low=1, high=high, logarithmic=True)


def rate_setting(default: float, *, help: str = "Step size of the optimizer") -> Any:
    """Declare `rate`, of the only optimizer."""
    return setting(
        default, "Learning rate", help=help, group="Training", live=True, low=1e-6, high=0.1, logarithmic=True
    )


def clipping_setting(default: Clipping) -> Any:
    """Declare `clipping`, which goes with a `clip` that is of either."""
    return setting(
        default, "Clipping", help="elements: clip each number of the gradient; norm: clip its norm", group="Training"
    )


def clip_setting(
    default: float = 10.0,
    *,
    help: str = "Largest norm of a meta-gradient",
    group: str = "Training",
    only_for: Where | None = None,
) -> Any:
    """Declare `clip`."""
    return setting(
        default, "Gradient clip", help=help, group=group, low=0.001, high=1e6, logarithmic=True, only_for=only_for
    )


def measured_every_setting(
    default: int, *, help: str = "Meta-steps between measurements on held-out episodes", group: str = "Measuring"
) -> Any:
    """Declare `test_every`."""
    return setting(default, "Measure every", help=help, unit="meta-steps", group=group, low=1, high=1000)


def surface_every_setting(*, group: str) -> Any:
    """Declare after how many meta-steps a loss surface is computed again."""
    return setting(
        20,
        "Surface every",
        help="Meta-steps between computations of the loss surface",
        unit="meta-steps",
        group=group,
        low=1,
        high=1000,
    )


def hidden_units_setting(
    default: int, *, low: int = 1, high: int, group: str = "Network", only_for: Where | None = None
) -> Any:
    """Declare `hidden_units`."""
    return setting(
        default, "Hidden units", help="Units per hidden layer", group=group, low=low, high=high, only_for=only_for
    )


def hidden_layers_setting(*, high: int = 4, group: str = "Network", only_for: Where | None = None) -> Any:
    """Declare `hidden_layers`."""
    return setting(2, "Hidden layers", help="Number of hidden layers", group=group, low=1, high=high, only_for=only_for)


def inner_steps_setting(default: int, *, help: str = "Inner steps in training", high: int = 10) -> Any:
    """Declare `inner_steps`."""
    return setting(default, "Inner steps", help=help, symbol="k", low=1, high=high)


def outer_optimizer_setting() -> Any:
    """Declare `outer_optimizer`."""
    return setting("adam", "Outer optimizer", help="Moves the start; Reptile has its own rule")


def outer_rate_setting(
    default: float, *, help: str = "Step size of the outer optimizer", only_for: Where | None = None
) -> Any:
    """Declare `outer_rate`."""
    return setting(
        default,
        "Outer learning rate",
        help=help,
        symbol="β",
        live=True,
        low=1e-6,
        high=1.0,
        logarithmic=True,
        only_for=only_for,
    )


def meta_sgd_start_setting() -> Any:
    """Declare `meta_sgd_start`."""
    return setting(
        "alpha",
        "Meta-SGD's initial rates",
        help="alpha: the inner learning rate; drawn: from 0.005 to 0.1, as in the paper",
        only_for={"meta_sgd": [True]},
    )


def starts_learn_setting() -> Any:
    """Declare `learn` of a story of good starts."""
    return setting(True, "Train", help="Off: every start stays fixed", live=True)


def reptile_steps_setting(help: str, *, default: int = 5, high: int = 50) -> Any:
    """Declare `reptile_steps`."""
    return setting(
        default, "Reptile's inner steps", help=help, group="Reptile", low=1, high=high, only_for=REPTILE_ONLY
    )


def reptile_batch_setting(*, help: str, high: int) -> Any:
    """Declare `reptile_batch`."""
    return setting(10, "Minibatch", help=help, group="Reptile", low=1, high=high, only_for=REPTILE_ONLY)


def reptile_rate_setting(default: float, *, help: str, high: float) -> Any:
    """Declare `reptile_rate`."""
    return setting(
        default,
        "Reptile's inner rate",
        help=help,
        symbol="α",
        group="Reptile",
        live=True,
        low=0.0,
        high=high,
        only_for=REPTILE_ONLY,
    )


def epsilon_setting(
    default: float,
    *,
    help: str = "Fraction of the way to the mean adapted network",
    group: str = "Reptile",
    only_for: Where | None = None,
) -> Any:
    """Declare `epsilon`, Reptile's step size."""
    return setting(
        default,
        "Reptile step size",
        help=help,
        symbol="ε",
        group=group,
        live=True,
        low=0.0,
        high=1.0,
        only_for=only_for,
    )


def adaptation_steps_setting(help: str, *, default: int = 10, high: int = MOST_STEPS) -> Any:
    """Declare `test_steps`."""
    return setting(default, "Adaptation steps", help=help, symbol="J", group="Measuring", low=1, high=high)
