"""Simulates the landscapes story: all four methods on the same tasks with the same noise."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from typing_extensions import override

from simulator.engine.arrays import frozen
from simulator.engine.computing import require_room
from simulator.engine.errors import Diverged, refuse
from simulator.engine.files.compatibility import fitting, unchangeable
from simulator.engine.settings import declarations
from simulator.engine.simulation import Simulation, State
from simulator.engine.steering import Changes
from simulator.engine.text import say
from simulator.learners import outer
from simulator.learners.outer import Moments
from simulator.stories.landscapes import manipulations, measure
from simulator.stories.landscapes.draws import Draws, spread_starts
from simulator.stories.landscapes.first_order import first_order_metrics
from simulator.stories.landscapes.frame import Array, LandscapesFrame, Surfaces
from simulator.stories.landscapes.metastep import REPTILE, MetaStep, meta_step
from simulator.stories.landscapes.names import METHODS
from simulator.stories.landscapes.settings import FARTHEST_START, LandscapesSettings, Row
from simulator.stories.landscapes.surfaces import SurfaceCache
from simulator.stories.landscapes.trail import trail_metrics
from simulator.tasks.landscapes import Landscapes

_DRAFT_POINTS = {1: 201, 2: 64}  # per axis, by dimension
_LIVE = tuple(declared.name for declared in declarations(LandscapesSettings) if declared.live)
_MANIPULATIONS = ("phi", "task")


@dataclass(frozen=True)
class _Progress:
    """What determines the next meta-step, apart from the settings."""

    step: int
    phi: Tensor  # (M, S, d)
    moments: Moments  # (M - 1, S, d)
    landscapes: Landscapes
    noise: Tensor | None  # xi, (51, S, T, d), standard normal; none while sigma is 0


class _Arrays:
    """A meta-step's arrays as a frame holds them: read-only; NaN where they became NaN or infinite."""

    def __init__(self, coming: MetaStep) -> None:
        self.theta = _shown(coming.theta)
        self.loss = _shown(coming.loss)
        self.support_gradients = _shown(coming.support_gradients)
        self.query_gradient = _shown(coming.query_gradient)
        self.directions = _shown(coming.directions)
        self.next_phi = _shown(coming.next_phi)
        if not all(np.isfinite(array).all() for array in (self.loss, self.directions, self.next_phi)):
            self.__dict__ = {name: _without_infinities(array) for name, array in self.__dict__.items()}


@final
class LandscapesSimulation(Simulation):
    """Pre-training, MAML, FOMAML and Reptile from the same starts, on the same tasks, with the same noise.

    Manipulations, in addition to the live settings: "phi", {"method": name or None for all, "to": [d numbers]}, moves
    the first start; "task", {"task": index, "to": [d numbers]}, moves a task's optimum.
    What of a state of an earlier version decides nothing any more: the trail, which is in the metrics.
    A change may make an inner path diverge: its frame has NaN there, and the next `step` raises `Diverged`.
    """

    dropped = frozenset({"trail.rows", "trail.stride"})

    def __init__(self, settings: LandscapesSettings) -> None:
        self._begin(settings)

    def _begin(self, settings: LandscapesSettings) -> None:
        require_room(settings)
        self._settings = settings
        self._draws = Draws(settings)
        self._family = self._draws.tasks()  # with the family's own optima
        self._unseen = self._draws.unseen() if settings.sampled else None
        phi = spread_starts(settings).expand(len(METHODS), -1, -1).clone()
        noise = self._draws.noise() if settings.noise else None
        landscapes = _placed(self._family, settings.positions)
        self._progress = _Progress(0, phi, outer.fresh(phi[:REPTILE]), landscapes, noise)
        self._left: Array | None = None  # (M, S, d) where those starts were that were moved since the last meta-step
        self._begins = False  # the starts were loaded since the last meta-step
        self._begun = _shown(spread_starts(settings))  # (S, d) where the run's starts began, wherever they are moved
        self._loaded = False  # the starts came from weights
        self._surfaces = SurfaceCache(settings.low, settings.high)
        self._draft = False
        self._finished: list[object] = []  # what the last finished picture shows: a draft of it would save nothing
        self._tested: Mapping[str, float] = {}
        self._coming: MetaStep | None = None
        self._frame: LandscapesFrame | None = None

    @override
    @property
    def settings(self) -> LandscapesSettings:
        return self._settings

    @override
    def look(self) -> LandscapesFrame:
        if self._frame is None:
            self._coming = self._coming or self._meta_step(self._progress)
            self._frame = self._seen(self._progress, self._coming)
        return self._frame

    @override
    def step(self) -> LandscapesFrame:
        """Move every start as the current frame shows, draw what is new, and return the next frame."""
        before = self._progress
        coming = self._coming or self._meta_step(before)
        self._refuse_divergence(before, coming)
        generators = self._draws.state()
        after = self._next(before, coming)
        following = self._meta_step(after)
        if not np.isfinite(following.loss.numpy()).all():
            self._draws.restore(generators)
            raise Diverged(measure.divergence(after.step, after.phi, following, self._settings.inner_rate))
        self._left, self._begins = None, False
        self._progress, self._coming, self._frame = after, following, None
        return self.look()

    @override
    def change(self, name: str, value: object, draft: bool = False) -> None:
        """Apply a live setting or a manipulation (see the class); in a draft, new 2-D surfaces have 64 x 64 points."""
        if name == "phi":
            methods, place = manipulations.start_move(value, self._settings.dimension)
            if len(methods) == len(METHODS):
                self._set("start", list(place))  # where a restart begins, too
            else:
                self._move_starts(methods, place)
        elif name == "task":
            self._move_task(*manipulations.task_move(value, self._settings.tasks, self._settings.dimension))
        elif name in _LIVE:
            self._set(name, value)
        else:
            raise unchangeable(name, LandscapesSettings.model_fields, (*_LIVE, *_MANIPULATIONS))
        self._draft, self._coming, self._frame = draft, None, None

    @override
    def weights(self) -> dict[str, Tensor]:
        """Return each method's starts, "<method>.phi", (S, d)."""
        return {f"{method}.phi": phi.clone() for method, phi in zip(METHODS, self._progress.phi, strict=True)}

    @override
    def inverse(self, name: str, value: object) -> Changes:
        """Return the change that moves a start or a task back to where it is, or resets a setting."""
        if name in ("phi", "start"):
            places = dict(zip(METHODS, self._progress.phi[:, 0].tolist(), strict=True))  # (d) each
            method = value.get("method") if name == "phi" and isinstance(value, Mapping) else None
            moved = places if method is None else {method: places[method]}
            alone = [("phi", {"method": key, "to": place}) for key, place in moved.items()]
            return tuple(alone) if method is not None else (*super().inverse("start", value), *alone)
        return super().inverse("positions" if name == "task" else name, value)

    @override
    def load_weights(self, weights: Mapping[str, Tensor], step: int | None = None) -> None:
        """Continue from each method's starts, "<method>.phi", (S, d); the outer optimizer starts again."""
        wanted = self.weights()
        phi = torch.stack(list(fitting(weights, wanted, limit=FARTHEST_START).values()))
        self._left, self._begins, self._loaded = None, True, True
        done = self._progress.step if step is None else step
        self._progress = replace(self._progress, step=done, phi=phi, moments=outer.fresh(phi[:REPTILE]))
        self._coming = self._frame = None

    @override
    def state(self) -> State:
        moment = self._progress
        noise = {} if moment.noise is None else {"noise": moment.noise.clone()}
        return {
            "settings": json.dumps(self._settings.model_dump(mode="json")),
            "step": moment.step,
            "draft": self._draft,
            "finished": json.dumps(self._finished),
            "tested": json.dumps(self._tested),
            "phi": moment.phi.clone(),
            "moments.first": moment.moments.first.clone(),
            "moments.second": moment.moments.second.clone(),
            "moments.count": moment.moments.count.clone(),
            **({} if self._left is None else {"left": torch.from_numpy(self._left.copy())}),
            **({"begins": True} if self._begins else {}),
            **({"loaded": True} if self._loaded else {}),
            **({} if self._begins_as_set else {"begun": torch.from_numpy(self._begun.copy())}),
            **noise,
            **self._draws.state(),
        }

    @property
    def _begins_as_set(self) -> bool:
        """Whether the starts began where the present settings say: no start was moved for all methods since."""
        return np.array_equal(self._begun, _shown(spread_starts(self._settings)))

    @override
    def restore(self, state: State) -> None:
        """Return to a `state` of this class exactly."""
        tensors = {name: value.clone() for name, value in state.items() if isinstance(value, Tensor)}
        self._begin(LandscapesSettings.parse(json.loads(str(state["settings"]))))
        self._draws.restore(tensors)
        self._family = self._draws.newest_tasks()
        self._progress = _Progress(
            step=_whole(state["step"]),
            phi=tensors["phi"],
            moments=Moments(tensors["moments.first"], tensors["moments.second"], tensors["moments.count"]),
            landscapes=_placed(self._family, self._settings.positions),
            noise=tensors.get("noise"),
        )
        self._left = tensors["left"].numpy() if "left" in tensors else None
        self._begins = "begins" in state
        self._loaded = "loaded" in state
        self._begun = _shown(tensors["begun"]) if "begun" in tensors else self._begun
        self._draft = bool(state["draft"])
        self._finished = json.loads(str(state["finished"]))
        self._tested = json.loads(str(state["tested"]))

    def _meta_step(self, moment: _Progress) -> MetaStep:
        sigma = self._settings.noise
        noise = moment.noise * sigma if moment.noise is not None and sigma else None
        with torch.inference_mode():  # no graph is needed, and every small operation is a sixth cheaper
            return meta_step(moment.landscapes, moment.phi, moment.moments, noise, self._settings)

    def _next(self, moment: _Progress, done: MetaStep) -> _Progress:
        landscapes = self._draws.tasks() if self._settings.sampled else moment.landscapes
        noise = self._draws.noise() if self._settings.noise else None
        return _Progress(moment.step + 1, done.next_phi, done.next_moments, landscapes, noise)

    def _refuse_divergence(self, moment: _Progress, coming: MetaStep) -> None:
        far = coming.next_phi.numpy()
        if not (np.isfinite(coming.loss.numpy()).all() and (np.abs(far) <= measure.FARTHEST).all()):
            raise Diverged(measure.divergence(moment.step, moment.phi, coming, self._settings.inner_rate))

    def _set(self, name: str, value: object) -> None:
        settings = self._settings.replaced(**{name: value})
        if name == "start":
            self._move_starts(tuple(range(len(METHODS))), settings.start)
        if name == "positions":
            self._progress = replace(self._progress, landscapes=_placed(self._family, settings.positions))
        if name == "noise" and settings.noise and self._progress.noise is None:
            self._progress = replace(self._progress, noise=self._draws.noise())
        self._settings = settings

    def _move_starts(self, methods: tuple[int, ...], place: Row) -> None:
        moment = self._progress
        phi, moved = moment.phi.clone(), np.zeros(moment.phi.shape[:2], dtype=bool)
        moments = moment.moments
        for method in methods:
            phi[method, 0] = torch.tensor(place, dtype=torch.float64)
            moved[method, 0] = True
            moments = moments.forgotten((method, 0)) if method < REPTILE else moments
        self._note_left(moment.phi.numpy(), moved)
        self._progress = replace(moment, phi=phi, moments=moments)

    def _note_left(self, phi: Array, moved: NDArray[np.bool_]) -> None:
        """Note where the starts that `moved` (M, S) marks are taken from; of a meta-step the first place counts."""
        left = np.full(phi.shape, np.nan) if self._left is None else self._left.copy()
        fresh = moved & np.isnan(left).any(-1)
        left[fresh] = phi[fresh]
        self._left = left

    def _move_task(self, task: int, place: Row) -> None:
        if self._settings.sampled:
            raise refuse("task", say("cannot be moved when new tasks are drawn at each meta-step"))
        rows = self._settings.positions or tuple(map(tuple, self._progress.landscapes.optima().tolist()))
        self._set("positions", [*rows[:task], place, *rows[task + 1 :]])

    def _seen(self, moment: _Progress, coming: MetaStep) -> LandscapesFrame:
        settings = self._settings
        course = _Arrays(coming)
        with np.errstate(over="ignore", invalid="ignore"):  # the notices report a path that diverges
            now, after = frozen(course.loss[0].sum(-1)), frozen(course.loss[-1].sum(-1))
            metrics = self._metrics(moment, course, now, after)
            notices = measure.notices(coming, settings.inner_rate)
        return LandscapesFrame(
            step=moment.step,
            metrics=metrics,
            alpha=settings.inner_rate,
            surfaces=self._picture(moment.landscapes),
            phi=_shown(moment.phi),
            next_phi=course.next_phi,
            theta=course.theta,
            loss=course.loss,
            support_gradients=course.support_gradients,
            query_gradient=course.query_gradient,
            directions=course.directions,
            loss_now=now,
            loss_after=after,
            unseen=self._tested,
            notices=notices,
            begun=None if self._loaded else self._begun,
            noise=settings.noise,
        )

    def _metrics(self, moment: _Progress, course: _Arrays, now: Array, after: Array) -> dict[str, float]:
        settings, phi = self._settings, _shown(moment.phi)
        metrics = measure.start_metrics(phi, now, after) | first_order_metrics(course.directions)
        metrics |= trail_metrics(phi, self._left, self._begins)
        if self._unseen is not None and moment.step % settings.test_every == 0:
            tested = measure.unseen_metrics(self._unseen, phi, settings.inner_rate, settings.inner_steps)
            self._tested = {name: value for name, value in tested.items() if math.isfinite(value)}
            metrics |= tested
        return {name: value for name, value in metrics.items() if math.isfinite(value)}

    def _picture(self, landscapes: Landscapes) -> Surfaces:
        settings = self._settings
        depicted = self._depicted()
        coarse = self._draft and depicted != self._finished
        if not coarse:
            self._finished = depicted
        judged = landscapes if self._unseen is None else self._unseen
        points = _DRAFT_POINTS[settings.dimension] if coarse else settings.grid
        return self._surfaces.draw(landscapes, judged, settings.inner_steps, settings.inner_rate, points)

    def _depicted(self) -> list[object]:
        """Return everything that determines the surfaces and can change in a run, as JSON holds it."""
        settings = self._settings
        drawn = self._progress.step if settings.sampled else 0  # when the tasks were drawn
        return [drawn, [list(row) for row in settings.positions], settings.inner_steps, settings.inner_rate]


def _placed(family: Landscapes, positions: tuple[Row, ...]) -> Landscapes:
    return family.moved(torch.tensor(positions, dtype=torch.float64)) if positions else family


def _shown(tensor: Tensor) -> Array:
    """Return `tensor` as a read-only array; the simulation never writes into a tensor that it has shown."""
    return frozen(tensor.numpy())


def _without_infinities(array: Array) -> Array:
    return frozen(np.where(np.isfinite(array), array, np.nan))


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value
