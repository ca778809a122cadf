"""Simulates the landscapes story: all four methods on the same tasks with the same noise."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.errors import Diverged, refuse
from metascope.simulator.engine.files.compatibility import fitting
from metascope.simulator.engine.frame import Table
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steerable_simulation import SteerableSimulation
from metascope.simulator.engine.steering import Changes
from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners import outer
from metascope.simulator.learners.kernels import LANDSCAPES_PICTURES, LANDSCAPES_STEPS, LANDSCAPES_UNSEEN
from metascope.simulator.learners.outer import Moments
from metascope.simulator.learners.surfaces import compiled, reference
from metascope.simulator.learners.surfaces.metasteps import REPTILE, Done
from metascope.simulator.stories.landscapes import manipulations, measure
from metascope.simulator.stories.landscapes.block import LandscapesBlock, NewPictures, Pictures, SamePicture, Shared
from metascope.simulator.stories.landscapes.draws import Draws, spread_starts
from metascope.simulator.stories.landscapes.frame import Array, LandscapesFrame
from metascope.simulator.stories.landscapes.names import METHODS
from metascope.simulator.stories.landscapes.settings import FARTHEST_START, LandscapesSettings, Row
from metascope.simulator.stories.landscapes.surfaces import SurfaceCache
from metascope.simulator.stories.landscapes.trail import trail_columns
from metascope.simulator.stories.landscapes.unseen import UnseenTasks
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes

_DRAFT_POINTS = {1: 201, 2: 64}  # per axis, by dimension
_ROOM = 16 << 20  # bytes that the meta-steps of one block take at most
_RARE = 16  # meta-steps between frames, or more: room for those that may not be done costs little


@dataclass(frozen=True)
class _Progress:
    """What determines the next meta-step, apart from the settings."""

    phi: Tensor  # (M, S, d)
    moments: Moments  # (M - 1, S, d)
    landscapes: Landscapes
    noise: Tensor | None  # xi, (51, S, T, d), standard normal; none while sigma is 0


@final
class LandscapesSimulation(SteerableSimulation[LandscapesSettings, LandscapesFrame]):
    """Pre-training, MAML, FOMAML and Reptile from the same starts, on the same tasks, with the same noise.

    Manipulations, in addition to the live settings: "phi", {"method": name or None for all, "to": [d numbers]}, moves
    the first start; "task", {"task": index, "to": [d numbers]}, moves a task's optimum.
    What of a state of an earlier version decides nothing any more: the trail, which is in the metrics.
    A change may make an inner path diverge: its frame has NaN there, and the next `step` raises `Diverged`.
    """

    dropped = frozenset({"trail.rows", "trail.stride"})
    manipulations = ("phi", "task")

    @override
    @classmethod
    def kernels(cls, settings: LandscapesSettings) -> tuple[Kernel, ...]:
        return (LANDSCAPES_STEPS, *((LANDSCAPES_UNSEEN, LANDSCAPES_PICTURES) if settings.sampled else ()))

    @override
    def begin(self) -> None:
        settings = self.settings
        self._draws = Draws(settings)
        self._family = self._draws.tasks()  # with the family's own optima
        self._unseen = UnseenTasks(self._draws.unseen(), self.engine) if settings.sampled else None
        phi = spread_starts(settings).expand(len(METHODS), -1, -1).clone()
        noise = self._draws.noise()[0] if settings.noise else None
        landscapes = _placed(self._family, settings.positions)
        self._progress = _Progress(phi, outer.fresh(phi[:REPTILE]), landscapes, noise)
        self._left: Array | None = None  # (M, S, d) where those starts were that were moved since the last meta-step
        self._begins = False  # the starts were loaded since the last meta-step
        self._begun = _starts_of(settings)  # (S, d) where the run's starts began, wherever they are moved
        self._loaded = False  # the starts came from weights
        self._surfaces = SurfaceCache(settings.low, settings.high)
        self._draft = False
        self._finished: list[object] = []  # what the last finished picture shows: a draft of it would save nothing
        self._coming: Done | None = None  # the next meta-step
        self._block: LandscapesBlock | None = None  # whose last frame is the present one

    @override
    def show(self) -> LandscapesFrame:
        if self._block is None:
            present = PackedLandscapes.of(self._progress.landscapes)
            self._block = self._seen(self._next(), self.steps_done, present)
        return self._block.frame(-1)

    @override
    def learn(self) -> None:
        """Move every start as the current frame shows, and draw what is new."""
        coming, settings, generators = self._next(), self.settings, self._draws.state()
        before = self._progress.landscapes
        if not measure.sound(coming.steps):
            raise Diverged(measure.divergence(self.steps_done, coming.steps, before, settings.inner_rate))
        landscapes = self._draws.tasks() if settings.sampled else before
        noise = self._draws.noise()[0] if settings.noise else None
        after = _Progress(torch.from_numpy(coming.steps.next_phi[-1].copy()), coming.next_moments, landscapes, noise)
        following = self._trained(after)
        if not np.isfinite(following.steps.loss).all():
            self._draws.restore(generators)
            text = measure.divergence(self.steps_done + 1, following.steps, landscapes, settings.inner_rate)
            raise Diverged(text)
        self._go_on(after, following)

    @override
    def explained(self, reason: Message) -> Message:
        return reason

    @override
    def rollback_point(self) -> State:
        """Return nothing: `learn` changes nothing before it knows that the meta-step can be done."""
        return {}

    @override
    def roll_back(self, state: State) -> None:
        """Do nothing, as there is nothing to undo."""

    @override
    def advance(self, count: int, every: int = 1, most: int = 0) -> LandscapesBlock | None:
        if self.engine == "reference" or self._draft:  # a draft's picture is another one
            return None
        coming, settings = self._next(), self.settings
        if not measure.sound(coming.steps):
            return None
        draws = settings.sampled or bool(settings.noise)
        generators = self._draws.state() if draws else {}
        begin, room = torch.from_numpy(coming.steps.next_phi[-1].copy()), self._room(coming, every)
        enough = max(1, min(count, room))
        count = enough if draws or every < _RARE else max(enough, min(most, room))
        tasks, noise = self._drawn(count)
        done, good = compiled.meta_steps(
            tasks, begin, coming.next_moments, noise, settings,
            sigma=settings.noise, count=count, enough=enough, number=self.steps_done + 1, every=every,
        )  # fmt: skip
        if draws and good < count:
            self._draws.restore(generators)
            tasks, noise = self._drawn(good) if good else (tasks, noise)
        if not good:
            return None
        first, last = self.steps_done + 1, good - 1
        landscapes = tasks.landscapes(last) if settings.sampled else self._progress.landscapes
        phi, xi = torch.from_numpy(done.steps.phi[-1].copy()), None if noise is None else noise[last].clone()
        newest = replace(done, steps=done.steps.only([-1]), figures=done.figures[:, last:].copy())
        self._go_on(_Progress(phi, done.moments, landscapes, xi), newest)
        self.steps_done, self._frame = self.steps_done + good, None
        self._block = self._seen(done, first, tasks, every)
        return self._block

    def _room(self, coming: Done, every: int) -> int:
        """Return how many meta-steps may be done at once, so that what is kept and drawn for them is bounded."""
        each = coming.steps.nbytes
        if not (self.settings.sampled or self.settings.noise):  # nothing is drawn
            each = coming.figures.nbytes + each // every
        return _ROOM // each

    @override
    def setting_changed(self, name: str, before: LandscapesSettings, draft: bool) -> None:
        self._follow(name, draft)

    @override
    def manipulate(self, name: str, value: object, draft: bool) -> None:
        """Do a manipulation (see the class); in a draft, new 2-D surfaces have 64 x 64 points."""
        if name == "phi":
            methods, place = manipulations.start_move(value, self.settings.dimension)
            if len(methods) == len(METHODS):
                self._settings = self.settings.replaced(start=list(place))  # where a restart begins, too
                self._follow("start", draft)
            else:
                self._move_starts(methods, place)
                self._follow("", draft)
        else:
            task, place = manipulations.task_move(value, self.settings.tasks, self.settings.dimension)
            self._settings = self.settings.replaced(positions=self._moved(task, place))
            self._follow("positions", draft)

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
        self.steps_done = self.steps_done if step is None else step
        self._progress = replace(self._progress, phi=phi, moments=outer.fresh(phi[:REPTILE]))
        self._coming = self._block = self._frame = None

    @override
    def save(self) -> State:
        moment = self._progress
        noise = {} if moment.noise is None else {"noise": moment.noise.clone()}
        return {
            "draft": self._draft,
            "finished": json.dumps(self._finished),
            "tested": json.dumps({} if self._unseen is None else self._unseen.newest),
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
        return np.array_equal(self._begun, _starts_of(self.settings))

    @override
    def load(self, state: State) -> None:
        tensors = {name: value.clone() for name, value in state.items() if isinstance(value, Tensor)}
        self._draws.restore(tensors)
        self._family = self._draws.newest_tasks()
        self._progress = _Progress(
            phi=tensors["phi"],
            moments=Moments(tensors["moments.first"], tensors["moments.second"], tensors["moments.count"]),
            landscapes=_placed(self._family, self.settings.positions),
            noise=tensors.get("noise"),
        )
        self._left = tensors["left"].numpy() if "left" in tensors else None
        self._begins = "begins" in state
        self._loaded = "loaded" in state
        self._begun = frozen(tensors["begun"].numpy()) if "begun" in tensors else self._begun
        self._draft = bool(state["draft"])
        self._finished = json.loads(str(state["finished"]))
        if self._unseen is not None:
            self._unseen.newest = json.loads(str(state["tested"]))
        self._coming = self._block = None

    def _next(self) -> Done:
        """Return the next meta-step, from the present starts."""
        if self._coming is None:
            self._coming = self._trained(self._progress)
        return self._coming

    def _trained(self, moment: _Progress) -> Done:
        settings = self.settings
        xi = moment.noise if settings.noise else None
        if self.engine == "reference":
            noise = None if xi is None else xi * settings.noise
            return reference.meta_step(moment.landscapes, moment.phi, moment.moments, noise, settings)
        tasks, noise = PackedLandscapes.of(moment.landscapes), None if xi is None else xi.unsqueeze(0)
        return compiled.meta_steps(tasks, moment.phi, moment.moments, noise, settings, sigma=settings.noise)[0]

    def _go_on(self, after: _Progress, coming: Done) -> None:
        """Go on from a meta-step that was done."""
        self._left, self._begins = None, False
        self._progress, self._coming, self._block = after, coming, None

    def _drawn(self, count: int) -> tuple[PackedLandscapes, Tensor | None]:
        """Draw what the next meta-steps need: their tasks, or the same ones for all, and noise if there is any."""
        settings = self.settings
        same = PackedLandscapes.of(self._progress.landscapes)
        tasks = self._draws.several(count) if settings.sampled else same
        return tasks, self._draws.noise(count) if settings.noise else None

    def _follow(self, name: str, draft: bool) -> None:
        """Follow a change of a setting or a start."""
        settings, moment = self.settings, self._progress
        if name == "start":
            self._move_starts(tuple(range(len(METHODS))), settings.start)
        if name == "positions":
            self._progress = replace(moment, landscapes=_placed(self._family, settings.positions))
        if name == "noise" and settings.noise and moment.noise is None:
            self._progress = replace(moment, noise=self._draws.noise()[0])
        self._draft, self._coming, self._block = draft, None, None

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

    def _moved(self, task: int, place: Row) -> list[Row]:
        """Return the tasks' optima, one of them moved."""
        if self.settings.sampled:
            raise refuse("task", say("cannot be moved when new tasks are drawn at each meta-step"))
        rows = self.settings.positions or tuple(map(tuple, self._progress.landscapes.optima().tolist()))
        return [*rows[:task], place, *rows[task + 1 :]]

    def _seen(self, done: Done, first: int, tasks: PackedLandscapes, every: int = 1) -> LandscapesBlock:
        """Return the meta-steps from number `first` on as they are seen, with frames of those that `every` divides."""
        settings, count = self.settings, done.figures.shape[1]
        places = compiled.kept(first, count, every)
        columns = Table(measure.figure_names(settings.starts, settings.dimension), done.figures)
        more = trail_columns(count, self._left, self._begins)
        tested: Sequence[Mapping[str, float]] = [{}] * count
        if self._unseen is not None:
            tested = self._unseen.measured(done.figures, first, settings, more)
        if more:
            added = Table.of(more)
            columns = Table((*columns.names, *added.names), np.concatenate([columns.array, added.array]))
        pictures = self._pictured(tasks)
        if len(places) == count:
            return LandscapesBlock(first, done.steps, pictures, columns, tested, self._shared)
        shown = [tested[place] for place in places]
        return LandscapesBlock(first, done.steps, pictures.only(places), columns, shown, self._shared, places)

    @property
    def _shared(self) -> Shared:
        """What the frames to come have alike."""
        return Shared(self.settings.inner_rate, self.settings.noise, None if self._loaded else self._begun)

    def _pictured(self, tasks: PackedLandscapes) -> Pictures:
        settings, landscapes = self.settings, self._progress.landscapes
        depicted = self._depicted()
        coarse = self._draft and depicted != self._finished
        if not coarse:
            self._finished = depicted
        points = _DRAFT_POINTS[settings.dimension] if coarse else settings.grid
        seen = (settings.inner_steps, settings.inner_rate, points)
        if self._unseen is None:
            return SamePicture(self._surfaces.draw(landscapes, landscapes, *seen))
        if self.engine == "reference":
            return SamePicture(self._surfaces.draw(landscapes, self._unseen.tasks, *seen))
        return NewPictures(tasks, self._surfaces.objectives(self._unseen.tasks, *seen, averaged=True))

    def _depicted(self) -> list[object]:
        """Return everything that determines the surfaces and can change in a run, as JSON holds it."""
        settings = self.settings
        drawn = self.steps_done if settings.sampled else 0  # when the tasks were drawn
        return [drawn, [list(row) for row in settings.positions], settings.inner_steps, settings.inner_rate]


def _placed(family: Landscapes, positions: tuple[Row, ...]) -> Landscapes:
    return family.moved(torch.tensor(positions, dtype=torch.float64)) if positions else family


def _starts_of(settings: LandscapesSettings) -> Array:
    """Return where all starts begin with these settings, (S, d)."""
    return frozen(spread_starts(settings).numpy())
