"""Computes the network's loss surface on a plane: the shown task before adapting, and the meta-objective."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import Single, copied, finite, single
from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners import planes
from metascope.simulator.learners.fewshot.adapting import errors
from metascope.simulator.learners.planes import CORNER, Basis, Candidate
from metascope.simulator.stories.sines.frame import Plane
from metascope.simulator.stories.sines.shown_task import Episode, ShownTask, part
from metascope.simulator.tasks.networks import Network

_FINE, _COARSE = 25, 17  # G, along an axis
_FINE_UP_TO = 12_000  # parameters x waves x inner steps
_TOGETHER = 64  # networks evaluated at once, so that their values stay in a core's cache
_TASKS = 5  # held-out waves in the objective with one inner step; fewer with more steps
_NARROWEST = 0.05  # of the origin's norm: half the least width that is shown
_STREAM = 5  # of random numbers
_ARRAYS = ("u", "v", "task", "objective", "kept", "trail", "trail_steps", "residual", "true", "flat")
_TOLD = ("step", "kind", "axes", "corners", "objective_steps", "objective_rate", "objective_tasks")


@dataclass(frozen=True)
class View:
    """The plane that a person has chosen."""

    kind: str  # "pca", "starts" or "random"
    corners: tuple[str, ...]  # methods, or "start": the initial network
    alpha: float
    inner_steps: int


class Surveyor:
    """Computes planes.

    Args:
        network: defines the parameter space.
        start: the initial network, (n,).
        methods: those with such a network, and their indices among the run's methods.
        total: number of methods in the run.
        held: the held-out waves, of which the objective uses a few.
        seed: for the random directions.
        engine: of the run.
    """

    def __init__(
        self,
        network: Network,
        start: Tensor,
        methods: Mapping[str, int],
        total: int,
        held: Episode,
        seed: int,
        engine: Engine = "reference",
    ) -> None:
        self._network, self._start, self._methods, self._total = network, start, dict(methods), total
        self._held, self._seed, self._engine = held, seed, engine

    def surveyed(self, view: View, subject: ShownTask, steps: list[int], trail: Tensor) -> tuple[Basis, Plane]:
        """Return the plane of the starts at some steps, (S, P, n), the last of which is the current one."""
        basis = self._basis(view, trail)
        places, residual = basis.project(trail)  # (S, P, 2) and (S, P)
        tasks = max(2, _TASKS // view.inner_steps)
        work = basis.origin.numel() * tasks * view.inner_steps
        count = _FINE if work <= _FINE_UP_TO else _COARSE
        u, v = planes.extent(places, _NARROWEST * float(torch.linalg.vector_norm(basis.origin)), count)
        grid = planes.mesh(u, v).flatten(0, 1)  # (G G, 2)
        flat = places.flatten(0, 1)
        asked = torch.cat([basis.points(torch.cat([grid, flat])), trail.flatten(0, 1)])
        answers = self._objective(asked, view, tasks)
        height, projected, real = torch.split(answers, [len(grid), len(flat), len(flat)])
        made = Plane(
            step=steps[-1],
            kind=view.kind,
            axes=basis.kinds,
            corners=view.corners if view.kind == "starts" else (),
            u=single(u),
            v=single(v),
            task=self.task(basis, single(u), single(v), subject),
            objective=single(height.view(count, count)),
            objective_steps=view.inner_steps,
            objective_rate=view.alpha,
            objective_tasks=min(tasks, len(self._held[0].x)),
            kept=single(planes.variance_kept(basis, trail.flatten(0, 1))),
            trail=self._spread(places),
            trail_steps=single(torch.tensor(steps, dtype=torch.float64)),
            residual=self._spread(residual),
            true=self._spread(real.view(residual.shape)),
            flat=self._spread(projected.view(residual.shape)),
            inner=single(torch.zeros(0, self._total, 2)),
            inner_residual=single(torch.zeros(0, self._total)),
        )
        return basis, made

    def task(self, basis: Basis, u: Single, v: Single, subject: ShownTask) -> Single:
        """Return the shown task's loss before adapting at every point of the plane, (G, G)."""
        axes = (torch.from_numpy(axis.copy()).to(basis.origin) for axis in (u, v))
        x, y = subject.judged
        points = basis.points(planes.mesh(*axes)).flatten(0, 1).unsqueeze(1)  # (G G, 1, n)
        found = torch.cat([self._network.loss(some, x, y) for some in torch.split(points, _TOGETHER)])
        return single(finite(found).view(len(v), len(u)))

    def seen(self, made: Plane, basis: Basis, theta: Tensor) -> Plane:
        """Return the plane with the shown adaptation theta (J + 1, P, n) projected onto it."""
        places, residual = basis.project(theta)
        return replace(made, inner=self._spread(places), inner_residual=self._spread(residual))

    def _objective(self, theta: Tensor, view: View, tasks: int) -> Tensor:
        """Return the mean error of some held-out waves after k steps from each theta (L, n), (L,)."""
        support, query = (part(waves, 0, tasks) for waves in self._held)
        found = [
            errors(self._network, some, view.alpha, support, query, view.inner_steps, self._engine)[-1].mean(-1)
            for some in torch.split(theta, _TOGETHER)
        ]
        return finite(torch.cat(found))

    def _basis(self, view: View, trail: Tensor) -> Basis:
        now = trail[-1]  # (P, n)
        points = trail.flatten(0, 1)
        if view.kind == "pca":
            return planes.spanned(points.mean(0), self._directions(points, now))
        if view.kind == "random":
            return planes.spanned(now[0], self._random(now[0]))
        corners = [now[list(self._methods).index(n)] if n in self._methods else self._start for n in view.corners]
        origin = torch.stack(corners).mean(0)
        return planes.spanned(origin, self._through(corners, points, now))

    def _through(self, corners: list[Tensor], points: Tensor, now: Tensor) -> Iterator[Candidate]:
        for corner in corners[1:]:
            yield CORNER, corner - corners[0]
        yield from self._directions(points, now)

    def _directions(self, points: Tensor, now: Tensor) -> Iterator[Candidate]:
        yield from planes.components(points, now[0])
        yield from self._random(now[0])

    def _random(self, theta: Tensor) -> Iterator[Candidate]:
        draws = generator(self._seed, _STREAM)
        for _ in range(4):
            yield planes.filter_normalized(self._network.layout, theta, draws)

    def _spread(self, values: Tensor) -> Single:
        """Return values (., P, ...) at the run's methods, (., M, ...): NaN for those without such a network."""
        shape = [*values.shape]
        shape[1] = self._total
        found = values.new_full(shape, torch.nan)
        found[:, list(self._methods.values())] = values
        return single(found)


def plane_state(basis: Basis, made: Plane) -> dict[str, object]:
    """Return copies of everything that `plane_of` needs."""
    found: dict[str, object] = {f"plane.{name}": torch.from_numpy(getattr(made, name).copy()) for name in _ARRAYS}
    found |= {f"plane.{name}": getattr(made, name) for name in _TOLD}
    return found | {"plane.origin": copied(basis.origin), "plane.directions": copied(basis.axes)}


def plane_of(state: Mapping[str, object], device: torch.device) -> tuple[Basis, Plane]:
    """Return the plane that `plane_state` saved.

    Raises:
        ValueError: the state is invalid.
    """
    told = {name: state[f"plane.{name}"] for name in _TOLD}
    arrays = dict[str, Single]()
    for name in _ARRAYS:
        value = state[f"plane.{name}"]
        if not isinstance(value, Tensor):
            raise TypeError(f"plane.{name} must be an array")
        arrays[name] = single(value)
    origin, directions = state["plane.origin"], state["plane.directions"]
    if not isinstance(origin, Tensor) or not isinstance(directions, Tensor):
        raise TypeError("the plane's directions must be arrays")
    axes = told["axes"]
    if directions.shape != (2, len(origin)) or not isinstance(axes, tuple) or len(axes) != 2:
        raise ValueError("a plane must have two directions")
    made = Plane(**told, **arrays, inner=arrays["trail"][:0], inner_residual=arrays["residual"][:0])  # type: ignore[arg-type]
    return Basis(origin.to(device, copy=True), directions.to(device, copy=True), (str(axes[0]), str(axes[1]))), made
