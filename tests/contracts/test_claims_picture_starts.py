"""What the scenarios of good starts for pictures tell in words is true in numbers."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.engine.files.presets import find
from simulator.stories.picture_starts.frame import StartsFrame
from tests.contracts.runs import OMNIGLOT, light, simulation, with_data


@cache
def trained(name: str, steps: int, **changes: object) -> StartsFrame:
    """Return the frame after so many meta-steps of a changed scenario; measured there, and nowhere before."""
    preset = with_data(find(name))
    made = simulation(preset, preset.settings.replaced(test_every=steps, surface_every=steps, **changes))
    for _ in range(steps):
        frame = made.step()
    assert isinstance(frame, StartsFrame)
    return frame


def accuracy(frame: StartsFrame, method: str, step: int = -1) -> float:
    """Return the accuracy of a method after an inner step, the last one where none is named."""
    return float(frame.test.accuracy[step, frame.methods.index(method)])


def test_before_adapting_all_are_at_chance() -> None:
    preset = light(find("five-starts"))
    made = simulation(preset, preset.settings.replaced(test_every=2, test_episodes=60))
    made.step()
    frame = made.step()
    assert isinstance(frame, StartsFrame)
    for method in frame.methods:
        assert accuracy(frame, method, 0) == pytest.approx(0.2, abs=0.05), method


@pytest.mark.slow
def test_maml_and_its_first_order_reach_two_thirds_with_layers_of_units() -> None:
    frame = trained("characters-maml", 100)
    assert accuracy(frame, "maml") == pytest.approx(0.69, abs=0.02)
    assert accuracy(frame, "fomaml") == pytest.approx(0.68, abs=0.02)
    assert accuracy(frame, "maml", 0) == pytest.approx(0.2, abs=0.03)
    assert frame.pixels.mean == pytest.approx(0.40, abs=0.01)


@pytest.mark.slow
def test_convolution_has_the_better_start() -> None:
    assert accuracy(trained("characters-convolution", 15), "maml") == pytest.approx(0.76, abs=0.03)
    assert accuracy(trained("characters-convolution", 60), "maml") == pytest.approx(0.83, abs=0.03)


@pytest.mark.slow
def test_five_starts_are_told_apart() -> None:
    frame = trained("five-starts", 60)
    told = {"anil": 0.69, "meta_sgd": 0.68, "maml": 0.67, "fomaml": 0.67, "reptile": 0.57}
    for method, share in told.items():
        assert accuracy(frame, method) == pytest.approx(share, abs=0.03), method
    assert accuracy(frame, "fomaml", 1) == pytest.approx(0.54, abs=0.03)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_maml_reuses_the_features_of_its_start(seed: int) -> None:
    frame = trained("feature-reuse", 60, seed=seed, layer_episodes=100)
    layers, maml = frame.test.layers, frame.methods.index("maml")
    assert 0.01 < float(layers.frozen[maml, 0] - layers.frozen[maml, -2]) < 0.09
    assert (layers.alike[maml, :-1] > 0.9).all()
    assert layers.alike[maml, -1] < 0.75
    assert accuracy(frame, "maml") == pytest.approx(0.83, abs=0.03)
    assert accuracy(frame, "anil") == pytest.approx(0.82, abs=0.04)


@pytest.mark.slow
@pytest.mark.skipif(not OMNIGLOT.exists(), reason="Omniglot is not there")
def test_handwriting_is_told_apart_from_one_example() -> None:
    frame = trained("omniglot-starts", 75)
    assert accuracy(frame, "maml") == pytest.approx(0.88, abs=0.03)
    assert frame.pixels.mean == pytest.approx(0.49, abs=0.01)
    assert frame.published
