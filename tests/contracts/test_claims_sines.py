"""What the scenarios of the sine waves tell in words is true in numbers."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.files.presets import find
from metascope.simulator.stories.sines.frame import SinesFrame
from metascope.simulator.stories.sines.names import ANIL, MAML, METHODS, PRETRAINING, REPTILE
from tests.contracts.runs import simulation


def trained(name: str, iterations: int | None = None, **values: object) -> SinesFrame:
    """Return the frame after so many meta-iterations of a scenario, all of them where none is said; measured there."""
    preset = find(name)
    steps = preset.settings.steps
    if iterations is not None:
        steps = iterations // int(preset.settings.model_dump()["updates"])
    last = {"test_every": steps, "plane_every": steps}
    made = simulation(preset, preset.settings.replaced(**{**last, **values}))
    for _ in range(steps):
        frame = made.step()
    assert isinstance(frame, SinesFrame)
    return frame


def only(*names: str) -> dict[str, bool]:
    """Return the settings with which only these methods run; each learns what it would in company."""
    return {name: name in names for name in METHODS}


def test_a_few_hundred_iterations_of_maml_prepare_a_network_that_joint_training_does_not() -> None:
    metrics = trained("sine-maml", 400, **only(MAML, PRETRAINING)).metrics
    assert metrics["maml.mse_10"] < 0.6 * metrics["maml.mse_0"]
    assert metrics["maml.mse_10"] < 0.7 * metrics["pretraining.mse_10"]


@pytest.mark.slow
def test_maml_solves_with_ten_points_what_pretraining_does_not() -> None:
    metrics = trained("sine-maml", **only(MAML, PRETRAINING)).metrics
    assert metrics["maml.mse_10"] <= 0.25
    assert metrics["pretraining.mse_10"] > 1.5


@pytest.mark.slow
def test_methods_are_apart_within_seconds() -> None:
    metrics = trained("sine-maml", 1500).metrics
    after = {name: metrics[f"{name}.mse_10"] for name in METHODS if f"{name}.mse_10" in metrics}
    assert after["oracle"] < after["maml"] < after["fomaml"] < after["pretraining"] < after["scratch"]
    assert after["reptile"] < after["pretraining"]
    assert after["maml"] < 0.4 * after["pretraining"]


@pytest.mark.slow
def test_five_points_give_the_published_errors_or_less() -> None:
    frame = trained("sine-paper", 14_000, **only(MAML))
    assert [row.mse for row in frame.published] == [(0.67, 0.38, 0.35)]
    wanted = {"maml.mse_1": 0.75, "maml.mse_5": 0.45, "maml.mse_10": 0.40}
    assert all(frame.metrics[name] <= most for name, most in wanted.items())


@pytest.mark.slow
def test_joint_training_on_all_phases_collapses_to_zero_and_reptile_does_not() -> None:
    frame = trained("sine-collapse", 3000)
    joint, reptile = (frame.methods.index(name) for name in (PRETRAINING, REPTILE))
    assert float(np.abs(frame.adaptation.fits[0, joint]).mean()) < 0.3
    assert frame.metrics["pretraining.mse_0"] == pytest.approx(frame.anchors.zero, abs=0.8), "few held-out waves"
    assert frame.metrics["pretraining.mse_10"] > 3.5
    assert frame.metrics["reptile.mse_10"] < 0.4
    assert frame.adaptation.error[-1, reptile] < 0.5


@pytest.mark.slow
def test_anil_moves_its_last_layer_far_and_maml_its_first_one_a_little() -> None:
    frame = trained("sine-layers", 4000, **only(MAML, ANIL, PRETRAINING))
    assert frame.test is not None
    maml, anil = (frame.test.moved[frame.methods.index(name)] for name in (MAML, ANIL))
    assert anil[:-1].tolist() == [0.0, 0.0]
    assert maml.argmax() == 0
    assert anil[-1] > 3 * maml.max()
    metrics = frame.metrics
    assert metrics["maml.mse_10"] < metrics["anil.mse_10"] < 0.6 * metrics["pretraining.mse_10"]


@pytest.mark.slow
def test_drawn_points_are_fitted_by_those_who_learned_to_adapt() -> None:
    frame = trained("sine-your-function", 2000, **only(MAML, PRETRAINING))
    maml, joint = (frame.adaptation.support_loss[-1, frame.methods.index(name)] for name in (MAML, PRETRAINING))
    assert frame.task.source == "points"
    assert maml < 0.5 * joint
