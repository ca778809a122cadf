"""Runs all optimizers on the shown problem, and chooses its drawn coordinates and terrain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import Single, frozen, single
from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.learned_optimizer.engines import Methods
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights
from metascope.simulator.learners.learned_optimizer.unrolling import Trajectory
from metascope.simulator.stories.optimizers.arena import Arena, spread
from metascope.simulator.stories.optimizers.frame import Bytes, Classified, Coordinates, Rival, Terrain
from metascope.simulator.stories.optimizers.names import RIVALS
from metascope.simulator.tasks.classification import PictureProblems
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.problems import TEST, Family, Problems
from metascope.simulator.tasks.surfaces import Surfaces

DRAWN = 256  # coordinates up to which all are drawn; of a larger problem, an even selection per group
DRAWN_OF_GROUP = 48
RANGE = (-4.0, 4.0)  # of a terrain's axes
POINTS = {1: 401, 2: 128}  # per axis, by dimension

_SHOWN = 13  # a stream of random numbers


def drawn_coordinates(family: Family) -> Coordinates:
    """Return the coordinates to draw, spread evenly within each group."""
    index, group = [], []
    for number, part in enumerate(family.groups):
        size = part.stop - part.start
        count = size if family.size <= DRAWN else min(size, DRAWN_OF_GROUP)
        index += np.linspace(part.start, part.stop - 1, count).round().astype(int).tolist()
        group += [number] * count
    return Coordinates(
        index=frozen(np.array(index, dtype=np.int32)),
        group=frozen(np.array(group, dtype=np.int32)),
        groups=tuple(part.name for part in family.groups),
        total=family.size,
    )


@dataclass(frozen=True)
class _Drawn:
    """A rival as it was drawn last, and what it depends on."""

    key: tuple[object, ...]
    rival: Rival


@final
class ShownProblem:
    """The shown held-out problem. Runs the learned optimizer on it each time, and caches the rivals' runs.

    Args:
        family: of the problem.
        updates: T.
        seed: of the run.
        which: the problem's number.
        methods: how it is solved.
    """

    def __init__(self, family: Family, updates: int, seed: int, which: int, methods: Methods) -> None:
        self._methods = methods
        self.coordinates = drawn_coordinates(family)
        self.problem: Problems = family.held_out(1, updates, generator(seed, _SHOWN, which))
        self.terrain = _terrain(self.problem)
        self.classified = _classified(self.problem)
        self._unseen = self.problem.examples(TEST)[0] if isinstance(self.problem, PictureProblems) else None
        self._updates = updates
        index = torch.from_numpy(self.coordinates.index.astype(np.int64))
        self._keep = index.to(self.problem.start().device)  # (C,)
        self._rivals: dict[int, _Drawn] = {}

    def course(self, design: Design, weights: Weights, start: Tensor | None) -> tuple[Trajectory, Bytes | None]:
        """Run the learned optimizer; return the drawn coordinates, and what it sees in unseen pictures (T + 1, Q)."""
        problem, guesses = self.problem, list[Tensor]()

        def watch(theta: Tensor) -> None:
            if isinstance(problem, PictureProblems) and self._unseen is not None:
                guesses.append(problem.guesses(theta, self._unseen)[0])

        looks = watch if isinstance(problem, PictureProblems) else None
        begun = self.start(start)
        done = self._methods.run(design, weights, problem, begun, self._updates, self._keep, watch=looks)
        return done, frozen(torch.stack(guesses).to(torch.uint8).cpu().numpy()) if guesses else None

    def start(self, learned: Tensor | None) -> Tensor:
        """Return where the learned optimizer starts, (1, n): the learned start if there is one."""
        return self.problem.start() if learned is None else learned.unsqueeze(0).clone()

    def path(self, theta: Tensor) -> Single:
        """Return the path on the terrain, (T + 1, d), of drawn coordinates (T + 1, C); (T + 1, 0) without a terrain."""
        return single(theta if self.terrain is not None else theta[:, :0])

    def gap(self, course: Trajectory, eta: float, decay: float) -> float:
        """Return the largest distance of a run from theta <- (1 - eta decay) theta - eta gradient on this problem."""
        theta, gap = self.problem.start(), 0.0  # (1, n)
        stopped = int(course.stopped[0])
        for t in range(self._updates if stopped < 0 else stopped - 1):  # a stopped problem does no further updates
            _, gradient = self.problem.loss_and_gradient(theta, t)
            theta = theta * (1 - eta * decay) - eta * gradient
            gap = max(gap, float((theta[0, self._keep] - course.theta[t + 1]).abs().max()))
        return gap

    def rivals(self, arena: Arena) -> tuple[Rival, ...]:
        """Return what the arena knows of the rivals; the same objects as long as it knows no more."""
        return tuple(self._rival(arena, r) for r in range(len(RIVALS)))

    def _rival(self, arena: Arena, r: int) -> Rival:
        key = (arena.tried(r), arena.rate(r), arena.rival_known(r))
        drawn = self._rivals.get(r)
        if drawn is None or drawn.key != key:
            drawn = _Drawn(key, self._made(arena, r))
            self._rivals[r] = drawn
        return drawn.rival

    def _made(self, arena: Arena, r: int) -> Rival:
        rate, found = arena.rate(r), arena.rival(r)
        loss, path = torch.zeros(0), torch.zeros(0, 0)
        if rate:
            start = self.problem.start()
            rates = torch.tensor([rate])
            done = self._methods.descend(RIVALS[r], self.problem, start, rates, self._updates, self._keep)
            loss, path = done.losses[:, 0, 0], done.path[:, 0]
        tested = None if found is None else spread(found, 0)
        return Rival(tuning=arena.tuning(r), rate=rate, loss=single(loss), path=self.path(path), tested=tested)


def _classified(problem: Problems) -> Classified | None:
    if not isinstance(problem, PictureProblems):
        return None
    rows, labels = problem.rows[:, 0].flatten(), problem.labels[:, 0].flatten()  # of all minibatches
    found = [rows[labels == label][:1] for label in range(problem.classes)]
    examples = problem.pictures(torch.cat([one if len(one) else rows[:1] for one in found]))
    examples[[not len(one) for one in found]] = 0
    return Classified(
        examples=frozen(examples.cpu().numpy()),
        pictures=frozen(problem.pictures(problem.test_rows[0]).cpu().numpy()),
        labels=frozen(problem.test_labels[0].int().cpu().numpy()),
    )


def _terrain(problem: Problems) -> Terrain | None:
    if not isinstance(problem, Surfaces):
        return None
    dimension = problem.size
    axis = np.linspace(*RANGE, POINTS[dimension], dtype=np.float32)
    return Terrain(
        axis=frozen(axis),
        loss=single(_heights(problem.landscapes, torch.from_numpy(axis.copy()).double(), dimension)),
        optimum=single(problem.landscapes.optima()[0]),
    )


def _heights(landscapes: Landscapes, axis: Tensor, dimension: int) -> Tensor:
    """Return the loss of the single landscape over the grid, (P,) or (P, P) indexed [y, x]."""
    grid = torch.meshgrid(*[axis] * dimension, indexing="ij")
    points = torch.stack(tuple(reversed(grid)), -1).unsqueeze(-2)  # (..., 1, d): the last axis of the grid is x
    return landscapes.loss(points)[..., 0]
