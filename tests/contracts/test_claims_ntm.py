"""What the scenarios of the Neural Turing Machine tell in words is true in numbers."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.engine.files.presets import find
from simulator.stories.ntm.frame import NtmFrame
from simulator.stories.ntm.names import NTM
from tests.contracts.runs import frames, light, simulation

ENOUGH = 60_000  # sequences: the seed took 8,640 on one processor and 27,840 on another, which rounds otherwise


def test_a_few_updates_make_a_small_machine_guess_fewer_bits() -> None:
    preset = light(find("copy"))
    settings = preset.settings.replaced(rival=False, batch=8, rate=0.003, updates=20, length=3, bits=4, test_every=6)
    first, *_, last = frames(simulation(preset, settings), 6)
    assert last.metrics["ntm.bits"] < 0.8 * first.metrics["ntm.bits"]


@pytest.mark.slow
def test_copies_are_learned_and_go_beyond_the_lengths_of_the_training() -> None:
    preset = find("copy")
    settings = preset.settings.model_dump()
    assert (settings["length"], settings["bits"], settings["locations"]) == (20, 8, 128)
    made = simulation(preset, preset.settings.replaced(rival=False))
    seen, metrics = made.look(), made.look().metrics
    first = metrics["ntm.bits"]
    for frame in frames(made, ENOUGH // (settings["batch"] * settings["updates"])):
        seen, metrics = frame, frame.metrics if "ntm.wrong_bits" in frame.metrics else metrics
        if metrics["ntm.wrong_bits"] < 0.1:
            break
    assert first > 70, "guessing costs 84 bits"
    assert metrics["ntm.wrong_bits"] < 0.1
    assert metrics["ntm.wrong_percent_40"] < 1
    assert isinstance(seen, NtmFrame)
    assert diagonal(seen) > 0.75  # of a short sequence as well: 4 of 5


def diagonal(frame: NtmFrame) -> float:
    """Return in which share of the time steps of an answer the head reads where that vector was written."""
    length = int(frame.shown.mask.sum())
    written = frame.weighting[:length, 0].argmax(1)
    read = frame.weighting[length + 1 :, 1].argmax(1)
    return float(np.mean(written == read))


@pytest.mark.slow
def test_the_head_of_the_addressing_scenario_is_not_trained() -> None:
    made = simulation(find("addressing"))
    before = made.weights()
    made.step()
    assert all(bool((weight == before[name]).all()) for name, weight in made.weights().items())
    assert any(name.startswith(f"{NTM}.") for name in before)
