"""Every shipped scenario, and what the contract tests play of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.engine import presets
from simulator.engine.frame import Frame
from simulator.engine.metrics import Metrics
from simulator.engine.presets import Preset
from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.story import all_stories
from simulator.stories.optimizers.settings import PICTURES, OptimizersSettings

STEPS = 12  # meta-steps that are played of each scenario where its end is not the matter

MNIST = (
    Path(__file__).resolve().parents[3] / "shared" / "data" / "mnist"
)  # where somebody has put it beside the project


def light(preset: Preset) -> Preset:
    """Return the scenario with less to compute where it takes long, and its data where they are: the same code."""
    settings = with_data(preset).settings
    if not isinstance(settings, OptimizersSettings):
        return preset
    fewer = {"updates": 6, "test_problems": 8, "laboratory_problems": 1}
    fewer["hidden_units"] = 4
    pictures = {"side": 7, "batch": min(settings.batch, 16)} if settings.problem in PICTURES else {}
    span = {"truncation": 3 if settings.truncation < settings.updates else 6}
    return replace(preset, settings=settings.replaced(**fewer, **pictures, **span))


def with_data(preset: Preset) -> Preset:
    """Return the scenario with the data that it asks a person for."""
    if getattr(preset.settings, "problem", "") != "mnist":
        return preset
    return replace(preset, settings=preset.settings.replaced(folder=str(MNIST)))


def _param(preset: Preset, made: Callable[[Preset], Preset] = light) -> object:
    missing = getattr(preset.settings, "problem", "") == "mnist" and not MNIST.is_dir()
    marks = [pytest.mark.skip(reason="MNIST is not there")] if missing else []
    return pytest.param(made(preset), id=preset.name, marks=marks)


each_shipped = pytest.mark.parametrize("preset", [_param(preset, with_data) for preset in presets.shipped()])
each_preset = pytest.mark.parametrize("preset", [*map(_param, presets.shipped())])


def _one_of_each_kind() -> list[object]:
    """Return one scenario of each kind of task of each story: the others run the same code at the bounds."""
    kinds = {(preset.scene, getattr(preset.settings, "problem", preset.name)): preset for preset in presets.shipped()}
    return [_param(preset) for (_, kind), preset in kinds.items() if kind != "mnist"]


each_kind = pytest.mark.parametrize("preset", _one_of_each_kind())
each_story = pytest.mark.parametrize("story", all_stories().values(), ids=lambda story: story.name)


def simulation(preset: Preset, settings: Settings | None = None) -> Simulation:
    """Return a simulation of the preset, at its start."""
    return all_stories()[preset.scene].load()(settings or preset.settings)


def frames(made: Simulation, steps: int) -> Iterator[Frame]:
    """Yield the present frame and the next `steps`."""
    yield made.look()
    for _ in range(steps):
        yield made.step()


@cache
def played(name: str) -> tuple[tuple[Frame, ...], Metrics]:
    """Return the first frames of a shipped scenario and their metrics."""
    metrics = Metrics()
    seen = tuple(frames(simulation(light(presets.find(name))), STEPS))
    for frame in seen:
        metrics.append(frame.step, frame.metrics)
    return seen, metrics


@cache
def finished(name: str) -> tuple[Frame, Metrics]:
    """Return the last frame of a shipped scenario after its own number of steps, and the metrics on the way."""
    preset, metrics = presets.find(name), Metrics()
    for frame in frames(simulation(preset), preset.settings.steps):
        metrics.append(frame.step, frame.metrics)
    return frame, metrics


def assert_same(one: Frame, other: Frame, methods: tuple[str, ...]) -> None:
    """Fail unless the frames are equal to the last bit: step, metrics, captions and every array."""
    assert (one.step, one.metrics) == (other.step, other.metrics)
    for method in methods:
        assert list(map(str, one.captions(method))) == list(map(str, other.captions(method)))
    mine, its = dict(arrays(one)), dict(arrays(other))
    assert mine.keys() == its.keys()
    for name, array in mine.items():
        np.testing.assert_array_equal(array, its[name], err_msg=name, strict=True)


def arrays(thing: object, name: str = "frame") -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Yield every array in a frame, its parts and their parts, by its path."""
    if isinstance(thing, np.ndarray):
        yield name, thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from arrays(getattr(thing, field.name), f"{name}.{field.name}")
    elif isinstance(thing, Mapping):
        for key, part in thing.items():
            yield from arrays(part, f"{name}.{key}")
    elif isinstance(thing, tuple | list):
        for index, part in enumerate(thing):
            yield from arrays(part, f"{name}.{index}")
