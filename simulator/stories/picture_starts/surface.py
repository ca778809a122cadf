"""Computes the loss on the plane through a start and two networks adapted from it, to two held-out episodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import finite_single, single
from metascope.simulator.learners import planes
from metascope.simulator.learners.picture_maml import reference
from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Weights
from metascope.simulator.learners.picture_maml.plan import Engine, Moment, Plan, Tasks, parted
from metascope.simulator.learners.planes import CORNER, Basis
from metascope.simulator.stories.picture_starts.frame import Surface
from metascope.simulator.stories.picture_starts.teaching import kind_of

_FINE, _COARSE = 15, 11  # G, along an axis: of layers of units, of convolution
_NARROWEST = 1e-3  # of the start's norm: half the least width that is shown


@final
class Surveyor:
    """Computes surfaces.

    Args:
        network: the sizes.
        engine: by which starts adapt.
    """

    def __init__(self, network: Network, engine: Engine) -> None:
        self._network, self._engine = network, engine

    @torch.no_grad()
    def surveyed(
        self, method: str, weights: Weights, tasks: tuple[Tasks, Tasks], numbers: tuple[int, int], plan: Plan, step: int
    ) -> Surface:
        """Return the surface of a method.

        Args:
            method: its key.
            weights: its start, Meta-SGD's with rates.
            tasks: the episode on the table, and the next one.
            numbers: of these episodes.
            plan: how to adapt.
            step: meta-steps done.
        """
        start = parted(weights)[0]
        paths = [[_flat(moment.weights) for moment in self._walk(method, weights, task, plan)] for task in tasks]
        path = torch.stack([torch.stack(each) for each in paths], 1)  # (J + 1, 2, n)
        basis = _basis(path)
        places, away = basis.project(path)  # (J + 1, 2, 2) and (J + 1, 2)
        count = _COARSE if isinstance(self._network, Convolutional) else _FINE
        u, v = planes.extent(places, _NARROWEST * float(basis.origin.norm()), count)
        grid = planes.mesh(u, v).flatten(0, 1)  # (G G, 2)
        losses = [[self._loss(start, basis.points(place), task, plan) for place in grid] for task in tasks]
        return Surface(
            step=step,
            method=method,
            episodes=numbers,
            u=single(u),
            v=single(v),
            losses=finite_single(torch.tensor(losses).view(2, len(v), len(u))),
            paths=finite_single(places),
            away=finite_single(away),
        )

    def _walk(self, method: str, weights: Weights, task: Tasks, plan: Plan) -> list[Moment]:
        return list(self._engine.walk(self._network, kind_of(method), weights, task, plan))

    def _loss(self, start: Weights, point: Tensor, task: Tasks, plan: Plan) -> float:
        """Return the mean cross-entropy of a task's queries where the weights, in one vector, are at a point."""
        parts = torch.split(point, [weight.numel() for weight in start.values()])
        there = {name: part.view_as(start[name]) for name, part in zip(start, parts, strict=True)}
        scores = reference.answers(self._network, there, task, plan)
        return float(torch.nn.functional.cross_entropy(scores, task.query.labels[0]))


def _flat(weights: Weights) -> Tensor:
    return torch.cat([weight.flatten() for weight in weights.values()])


def _basis(path: Tensor) -> Basis:
    """Return the plane through the start and where the two ways of a path (J + 1, 2, n) from it end.

    Where they are one way, or none, ways along single weights take their places.
    """
    origin = path[0, 0]
    spare = torch.eye(2, len(origin), dtype=origin.dtype, device=origin.device)
    return planes.spanned(origin, ((CORNER, way) for way in (*(path[-1] - origin), *spare)))


def surface_state(made: Surface) -> dict[str, object]:
    """Return copies of everything that `surface_of` needs."""
    values = {field.name: getattr(made, field.name) for field in fields(made)}
    return {
        f"surface.{name}": value if isinstance(value, int | str | tuple) else torch.from_numpy(value.copy())
        for name, value in values.items()
    }


def surface_of(state: Mapping[str, object]) -> Surface:
    """Return the surface that `surface_state` saved.

    Raises:
        ValueError: the state is invalid.
    """
    values = {field.name: state[f"surface.{field.name}"] for field in fields(Surface)}
    found = {name: single(value) if isinstance(value, Tensor) else value for name, value in values.items()}
    episodes = found["episodes"]
    if not isinstance(episodes, tuple | list) or len(episodes) != 2:
        raise ValueError("a surface must have two episodes")
    return Surface(**{**found, "episodes": (int(episodes[0]), int(episodes[1]))})  # type: ignore[arg-type]
