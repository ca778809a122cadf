"""Every shipped scenario, and what the contract tests play of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from metascope.simulator.engine.computing import ENGINE
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.settings import Declaration, Settings, declarations
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import Message
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.simulator.stories.ntm.settings import TRAINED, NtmSettings
from metascope.simulator.stories.optimizers.settings import PICTURES, OptimizersSettings
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.simulator.stories.sines.settings import SinesSettings

STEPS = 8  # meta-steps that are played of each scenario where its end is not the matter
# Stories that train their runs; those of runs that other programs record have no scenarios.
STORIES = {name: story for name, story in all_stories().items() if story.recorded is None}
ALSO_QUICK = {"two-dimensions"}  # its views are others than those of its story's curves

_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"  # where somebody has put them beside the project
MNIST, OMNIGLOT = _DATA / "mnist", _DATA / "omniglot" / "images_background.zip"


def light(preset: Preset) -> Preset:
    """Return the scenario with less to compute where it takes long, and its data where they are: the same code."""
    settings = with_data(preset).settings
    if getattr(settings, "pictures", "") == "omniglot" and OMNIGLOT.exists():
        settings = settings.replaced(folder=str(_few_characters()))
    if isinstance(settings, NtmSettings):
        small = {"units": 12, "locations": 24, "width": 6, "batch": 2, "updates": 1, "test_sequences": 4}
        small |= {"length": 6, "repeated": 3, "repeats": 3, "items": 3, "stream": 24, "vectors": 6, "rival_units": 8}
        if settings.initial == "trained":
            small |= {name: getattr(settings, name) for name in small.keys() & TRAINED.keys()}
        often = min(settings.test_every, 2)
        return replace(preset, settings=settings.replaced(**small, shown_size=5, test_every=often))
    if isinstance(settings, MannSettings):
        small = {"characters": 60, "side": 7, "classes": 3, "images": 4, "units": 8, "heads": 2, "locations": 12}
        small |= {"width": 4, "batch": 2, "updates": 1, "test_episodes": 4, "test_every": 2}
        return replace(preset, settings=settings.replaced(**small, rival_units=6))
    if isinstance(settings, MetricSettings):
        small = {"characters": 24, "side": 8, "width": 8, "updates": 1, "train_ways": min(settings.train_ways, 5)}
        small |= {"train_queries": 2, "test_every": 2, "test_episodes": 12, "few_episodes": 2, "queries": 2}
        return replace(preset, settings=settings.replaced(**small))
    if isinstance(settings, MetaNetSettings):
        small = {"characters": 40, "side": 8, "units": 6, "hidden": 4, "batch": 2, "updates": 1, "queries": 2}
        small |= {"train_queries": 2, "test_every": 2, "test_episodes": 6}
        return replace(preset, settings=settings.replaced(**small))
    if isinstance(settings, StartsSettings):
        small = {"characters": 24, "side": 8, "width": 8, "hidden_units": 8, "updates": 1, "tasks": 2, "queries": 2}
        small |= {"train_queries": 2, "reptile_steps": 2, "reptile_batch": 5, "inner_steps": 2, "test_steps": 3}
        small |= {"test_every": 2, "test_episodes": 6, "layer_episodes": 4, "surface_every": 4}
        return replace(preset, settings=settings.replaced(**small))
    if isinstance(settings, NavigationSettings):
        small = {"horizon": 12, "hidden_units": 8, "updates": 1, "tasks": 3, "paths": 3, "reptile_steps": 2}
        small |= {"test_steps": 2, "test_paths": 4, "test_every": 2, "test_goals": 5, "draws": 1, "window": 4}
        small |= {"memory": 6, "trial_epochs": 2}
        return replace(preset, settings=settings.replaced(**small))
    if isinstance(settings, SinesSettings):
        small = {"hidden_units": 8, "updates": 2, "tasks": 3, "test_tasks": 8, "test_every": 2, "plane_every": 4}
        return replace(preset, settings=settings.replaced(**small, test_steps=4))
    if not isinstance(settings, OptimizersSettings):
        return preset
    fewer = {"updates": 6, "test_problems": 8, "laboratory_problems": 1}
    fewer["hidden_units"] = 4
    pictures = {"side": 7, "batch": min(settings.batch, 16)} if settings.problem in PICTURES else {}
    span = {"truncation": 3 if settings.truncation < settings.updates else 6}
    return replace(preset, settings=settings.replaced(**fewer, **pictures, **span))


@cache
def _few_characters() -> Path:
    """Return a zip with four characters of each of Omniglot's alphabets: to read all of them takes ten seconds."""
    path = Path(__file__).resolve().parents[2] / "build" / "few-characters.zip"
    if path.exists():
        return path
    packed = io.BytesIO()
    with zipfile.ZipFile(OMNIGLOT) as every, zipfile.ZipFile(packed, "w") as few:
        for name in every.namelist():
            if re.search(r"/character0[1-4]/", name):
                few.writestr(name, every.read(name))
    path.parent.mkdir(exist_ok=True)
    atomic_write(path, packed.getvalue())
    return path


def with_data(preset: Preset) -> Preset:
    """Return the scenario with the data that it asks a person for."""
    data = _data(preset)
    return replace(preset, settings=preset.settings.replaced(folder=str(data))) if data else preset


def with_their_data() -> list[Preset]:
    """Return every shipped scenario but those whose data are not there."""
    return [with_data(preset) for preset in presets.shipped() if (data := _data(preset)) is None or data.exists()]


def _data(preset: Preset) -> Path | None:
    """Return where the data lie that the scenario asks a person for, if it asks for any."""
    asked = getattr(preset.settings, "problem", getattr(preset.settings, "pictures", ""))
    return {"mnist": MNIST, "omniglot": OMNIGLOT}.get(asked)


def scenarios(story: str) -> list[Preset]:
    """Return the scenarios of a story that ask a person for nothing, first those that run most of its code."""
    ours = [preset for preset in presets.shipped() if preset.story == story and _data(preset) is None]
    return sorted(ours, key=lambda preset: -len(mattering(preset)))


def mattering(preset: Preset) -> list[Declaration]:
    """Return the settings that change anything in a scenario."""
    values = preset.settings.model_dump(mode="json")
    return [declared for declared in declarations(type(preset.settings)) if declared.matters(values)]


def quick() -> set[str]:
    """Return the scenarios that the quick tests play; the slow ones play all others."""
    return {scenarios(story)[0].name for story in STORIES} | ALSO_QUICK


def _param(preset: Preset, marks: Sequence[pytest.MarkDecorator] = ()) -> object:
    data = _data(preset)
    if data and not data.exists():
        marks = [*marks, pytest.mark.skip(reason=f"{data.name} is not there")]
    return pytest.param(light(preset), id=preset.name, marks=marks)


def _in_tiers(fast: set[str]) -> list[object]:
    slow = [pytest.mark.slow]
    return [_param(preset, marks=() if preset.name in fast else slow) for preset in presets.shipped()]


def kind_of(preset: Preset) -> str:
    """Return what kind of task a scenario has: its story's name where that has one kind only."""
    named = (getattr(preset.settings, name, None) for name in ("problem", "task", "pictures", "family"))
    return str(next(filter(None, named), preset.story))


def kinds() -> list[Preset]:
    """Return one scenario of each kind of task of each story: the others run the same code."""
    found = {(preset.story, kind_of(preset)): preset for preset in reversed(presets.shipped())}
    return [preset for preset in found.values() if _data(preset) is None]


def _kinds_in_tiers(fast: set[str]) -> list[object]:
    also = {preset.name for preset in (*kinds(), *filter(_data, presets.shipped()))}
    shown = [preset for preset in presets.shipped() if preset.name in fast | also]
    return [_param(preset, marks=() if preset.name in fast else [pytest.mark.slow]) for preset in shown]


def _with_engine(fast: set[str]) -> list[object]:
    """Return the kinds of scenarios that train, and whose settings have a choice of engines.

    Where none of a story's kinds that need no data has kernels, another of its scenarios is there too that has some.
    """
    chosen = {p.name: p for p in presets.shipped() if hasattr(p.settings, ENGINE) and p.settings.trains}
    found = [param for param in _kinds_in_tiers(fast) if getattr(param, "id", "") in chosen]
    free = [preset for preset in chosen.values() if _data(preset) is None]
    names = {str(getattr(param, "id", "")) for param in found}
    compiling = {preset.story for preset in free if preset.name in names and _compiles(preset)}
    for story in dict.fromkeys(preset.story for preset in free if preset.story not in compiling):
        others = [preset for preset in free if preset.story == story and _compiles(preset)]
        found += [_param(preset, marks=[pytest.mark.slow]) for preset in others[:1]]
    return found


def _compiles(preset: Preset) -> bool:
    """Return whether there are compiled kernels for a scenario's settings."""
    simulation: Any = all_stories()[preset.story].load()
    return bool(simulation.kernels(preset.settings))


each_preset = pytest.mark.parametrize("preset", _in_tiers(quick()))
one_preset = pytest.mark.parametrize("preset", _in_tiers({"two-tasks"}))  # where it is the window that is tried
each_task = pytest.mark.parametrize("preset", _kinds_in_tiers(quick()))  # where scenarios of a kind run the same code
each_engine = pytest.mark.parametrize("preset", _with_engine(quick()))  # where there may be compiled kernels
one_look = pytest.mark.parametrize("preset", _kinds_in_tiers({"two-tasks"}))  # where it is how, whatever is drawn
each_kind = pytest.mark.parametrize("preset", [_param(preset) for preset in kinds()])
each_story = pytest.mark.parametrize("story", STORIES.values(), ids=lambda story: story.name)


def simulation(preset: Preset, settings: Settings | None = None) -> Simulation:
    """Return a simulation of the preset, at its start."""
    return all_stories()[preset.story].load()(settings or preset.settings)


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
    """Fail unless the frames are equal to the last bit: step, metrics, captions and every array that is compared."""
    assert (one.step, one.metrics) == (other.step, other.metrics)
    for method in methods:
        assert list(map(str, captions_of(one, method))) == list(map(str, captions_of(other, method)))
    mine, its = dict(arrays(one, compared=True)), dict(arrays(other, compared=True))
    assert mine.keys() == its.keys()
    for name, array in mine.items():
        np.testing.assert_array_equal(array, its[name], err_msg=name, strict=True)


def captions_of(frame: Frame, method: str) -> Sequence[Message]:
    """Return what the frame's story tells of each tick of `method`'s course."""
    story = next(story for story in all_stories().values() if isinstance(frame, story.frame))
    return story.captions(frame, method)


def arrays(thing: object, name: str = "frame", *, compared: bool = False) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Yield every array in a frame, its parts and their parts, by its path; only those that are `compared`, or all."""
    if isinstance(thing, np.ndarray):
        yield name, thing
    elif is_dataclass(thing):
        for field in fields(thing):
            if field.compare or not compared:
                yield from arrays(getattr(thing, field.name), f"{name}.{field.name}", compared=compared)
    elif isinstance(thing, Mapping):
        for key, part in thing.items():
            yield from arrays(part, f"{name}.{key}", compared=compared)
    elif isinstance(thing, tuple | list):
        for index, part in enumerate(thing):
            yield from arrays(part, f"{name}.{index}", compared=compared)
