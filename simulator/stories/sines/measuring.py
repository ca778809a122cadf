"""Measures all methods on the held-out waves, with a tuned step size for those that have none of their own."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import finite_single, half_interval, single
from metascope.simulator.stories.sines.frame import MetaTest, WaveSpread
from metascope.simulator.stories.sines.names import STEPS_MEASURED
from metascope.simulator.stories.sines.shown_task import Episode, part
from metascope.simulator.stories.sines.starts import Group, changes, gathered

_LAYERS_OF = 12  # held-out waves over which the layers' movements are averaged
_ARRAYS = ("mse", "half", "moved", "turned")
_OF_WAVES = ("quartiles", "lost", "largest")
_QUARTERS = (0.25, 0.5, 0.75)
_HUGE = 1e300  # in place of an error that is not finite: larger than any other


def meta_test(groups: list[Group], held: Episode, steps: int, methods: int, step: int) -> MetaTest:
    """Return the methods' errors after 0 to `steps` inner steps; NaN where they diverge."""
    found = gathered(groups, lambda group: group.errors(held, steps), methods)  # (J + 1, M, T)
    tasks = found.shape[-1]
    few = part(held[0], 0, _LAYERS_OF)

    def way(group: Group) -> Tensor:
        theta = group.adapted(few, steps).theta[:: max(steps, 1)]  # at the beginning and at the end: (2, P, T, n)
        return torch.stack([change[-1].mean(1) for change in changes(group.network, theta)])  # (2, P, L)

    moved, turned = gathered(groups, way, methods)
    return MetaTest(
        step=step,
        tasks=tasks,
        mse=finite_single(found.mean(-1)),
        half=finite_single(half_interval(found)),
        moved=finite_single(moved),
        turned=finite_single(turned),
        waves=spread(found),
    )


def spread(found: Tensor) -> WaveSpread:
    """Return how the errors (J + 1, M, T) of the tasks differ."""
    errors = found.double()
    lost, sums = ~errors.isfinite(), errors.sum(-1)
    ordered = torch.where(lost, _HUGE, errors)
    quartiles = torch.quantile(ordered, errors.new_tensor(_QUARTERS), dim=-1)  # (3, J + 1, M)
    return WaveSpread(
        quartiles=finite_single(torch.where(quartiles < _HUGE / found.shape[-1], quartiles, torch.nan).float()),
        lost=single(lost.sum(-1).float()),
        largest=finite_single((errors.amax(-1) / sums).float()),
    )


def metrics_of(test: MetaTest, methods: tuple[str, ...]) -> dict[str, float]:
    """Return the metrics of a meta-test, without those that are not finite."""
    last = len(test.mse) - 1
    found = dict[str, float]()
    for index, name in enumerate(methods):
        for at in {*(at for at in STEPS_MEASURED if at < last), last}:
            found[f"{name}.mse_{at}"] = float(test.mse[at, index])
            found[f"{name}.ci_{at}"] = float(test.half[at, index])
        if test.waves is not None:
            found[f"{name}.median_{last}"] = float(test.waves.quartiles[1, last, index])
    return {name: value for name, value in found.items() if math.isfinite(value)}


def test_state(test: MetaTest) -> dict[str, object]:
    """Return copies of everything that `test_of` needs."""
    arrays = {f"test.{name}": torch.from_numpy(getattr(test, name).copy()) for name in _ARRAYS}
    if test.waves is not None:
        arrays |= {f"test.{name}": torch.from_numpy(getattr(test.waves, name).copy()) for name in _OF_WAVES}
    return {"test.step": test.step, "test.tasks": test.tasks, **arrays}


def test_of(state: Mapping[str, object]) -> MetaTest:
    """Return the meta-test that `test_state` saved.

    Raises:
        ValueError: the state is invalid.
    """
    step, tasks = state["test.step"], state["test.tasks"]
    arrays = [state[f"test.{name}"] for name in _ARRAYS]
    if not isinstance(step, int) or not isinstance(tasks, int):
        raise ValueError("a meta-test must have a step and tasks")
    mse, half, moved, turned = (single(array) for array in arrays if isinstance(array, Tensor))
    told = [single(array) for name in _OF_WAVES if isinstance(array := state.get(f"test.{name}"), Tensor)]
    waves = WaveSpread(**dict(zip(_OF_WAVES, told, strict=True))) if told else None  # earlier versions saved none
    return MetaTest(step=step, tasks=tasks, mse=mse, half=half, moved=moved, turned=turned, waves=waves)
