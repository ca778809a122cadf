"""Navigation: the environment beside Gymnasium's own vector of the same one, and TRPO beside a loop over tasks.

The loop is written as published programs are: for each task a policy of torch's modules walks step by step, autograd
records the inner step, and products with the Hessian of the divergence are found by differentiating twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from benchmarks.table import Effort, Row
from benchmarks.timing import in_turn, repeated
from metascope.simulator.engine.compiling.preparing import prepare
from metascope.simulator.engine.computing import Engine, prepare_thread
from metascope.simulator.learners.kernels import PRODUCT, RELU_BLOCKS, RELU_POLICIES, RELU_UNITS
from metascope.simulator.learners.policy_gradient.advantages import Judging, advantages
from metascope.simulator.learners.policy_gradient.plan import Plan, Trust
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.products.product import kernels_of
from metascope.simulator.learners.policy_gradient.sampling import Paths
from metascope.simulator.learners.policy_gradient.training import PolicyTraining
from metascope.simulator.learners.policy_gradient.trust_region import conjugate_gradients
from metascope.simulator.tasks.navigation.plane import Plane, drawn_goals

POINTS, TASKS, PATHS, RATE = 400, 20, 20, 0.1
PLANE, TRUST = Plane(), Trust()
SMOOTH = Policy(hidden=(64, 64))  # as pytorch-maml-rl has it
PUBLISHED = Policy(hidden=(100, 100), activation="relu")
LEARNED = 15  # updates after which walks keep to where goals are


def rows(effort: Effort) -> list[Row]:
    prepare_thread(1)
    prepare((PRODUCT, RELU_UNITS, RELU_BLOCKS, RELU_POLICIES))
    found = [_trusted(effort, policy, updates) for policy, updates in ((SMOOTH, 0), (SMOOTH, LEARNED), (PUBLISHED, 0))]
    return [_environment(effort), *found] if find_spec("gymnasium") else found


def _environment(effort: Effort) -> Row:
    from gymnasium.vector import SyncVectorEnv

    from metascope.simulator.tasks.navigation.env import NavigationEnv, NavigationVectorEnv

    ours, theirs = NavigationVectorEnv(POINTS), SyncVectorEnv([NavigationEnv] * POINTS)
    actions = np.random.default_rng(0).normal(size=(POINTS, 2)).astype(np.float32)
    ours.reset(seed=0)
    theirs.reset(seed=0)
    compared = {
        "ours": repeated(lambda: ours.step(actions), POINTS),
        "SyncVectorEnv": repeated(lambda: theirs.step(actions), POINTS),
    }
    rates = in_turn(compared, effort.rounds, 0.5)
    what = f"navigation, {POINTS} points at once"
    return rates.row(what, "steps/s", "ours", "SyncVectorEnv", "Gymnasium's SyncVectorEnv", wanted=50)


def _trusted(effort: Effort, policy: Policy, updates: int) -> Row:
    """Compare updates of a start that so many updates have moved: each call begins there."""
    draws = torch.Generator().manual_seed(0)
    plan = Plan(rate=RATE, paths=PATHS, rule="trpo")
    learner = PolicyTraining(policy, "maml", policy.initial(draws))
    for _ in range(updates):
        learner.update(PLANE, drawn_goals("square", TASKS, draws), plan, 0.0, draws)
    engine: Engine = "compiled" if all(kernel.ready for kernel in kernels_of(policy)) else "reference"
    start, goals = learner.start, drawn_goals("square", TASKS, draws)

    def ours() -> None:
        PolicyTraining(policy, "maml", start, engine=engine).update(PLANE, goals, plan, 0.0, draws)

    compared = {"ours": repeated(ours), "loop": repeated(lambda: PlainTrpo(policy, start).update(goals, draws))}
    rates = in_turn(compared, effort.rounds, 0.5)
    when = f"after {updates} updates" if updates else "untrained"
    units = "-".join(map(str, policy.hidden))
    what = f"MAML-TRPO, {TASKS} tasks x {PATHS} walks of {PLANE.horizon} steps, {units} {policy.activation}, {when}"
    return rates.row(what, "updates/s", "ours", "loop", "a loop over tasks, autograd", wanted=10)


class PlainPolicy(torch.nn.Module):
    """A Gaussian policy of torch's modules."""

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self.log_std = torch.nn.Parameter(torch.zeros(2))
        bend = torch.nn.Tanh if policy.activation == "tanh" else torch.nn.ReLU
        layers: list[torch.nn.Module] = []
        for a, b in pairwise(policy.widths):
            layers += [torch.nn.Linear(a, b), bend()]
        self.layers = torch.nn.Sequential(*layers[:-1])

    def forward(self, states: Tensor) -> torch.distributions.Normal:
        return torch.distributions.Normal(self.layers(states), self.log_std.exp())


@dataclass
class _Lesson:
    """Paths of one task and how good the actions on them were."""

    paths: Paths
    values: Tensor  # (K, H)


class PlainTrpo:
    """MAML with TRPO, task by task."""

    def __init__(self, policy: Policy, start: Tensor) -> None:
        self.policy = PlainPolicy(policy)
        self.names = [name for name, _ in self.policy.named_parameters()]
        *parts, log_std = (part for _, part in policy.named(start))
        with torch.no_grad():
            for mine, its in zip(list(self.policy.parameters()), [log_std, *parts], strict=True):
                mine.copy_(its.T if its.dim() == 2 else its)

    def update(self, goals: Tensor, draws: torch.Generator) -> bool:
        start: list[Tensor] = [*self.policy.parameters()]
        lessons: list[tuple[_Lesson, _Lesson]] = []
        for goal in goals:
            before = self._collected(start, goal, draws)
            lessons.append((before, self._collected(self._adapted(start, before), goal, draws)))
        with torch.no_grad():
            old = [self._of(theta, after) for theta, after in self._thetas(start, lessons, create=False)]
        surrogate, divergence = self._judged(start, lessons, old)
        slope = _flat(torch.autograd.grad(surrogate, start, retain_graph=True))
        slopes = _flat(torch.autograd.grad(divergence, start, create_graph=True))

        def product(v: Tensor) -> Tensor:
            return _flat(torch.autograd.grad(slopes @ v, start, retain_graph=True)) + TRUST.damping * v

        way, _ = conjugate_gradients(product, slope, TRUST.directions)
        way = way * (2 * TRUST.divergence / (way @ product(way))) ** 0.5
        at, share = torch.cat([part.detach().flatten() for part in start]), 1.0
        for _ in range(TRUST.tries):
            moved = [part.requires_grad_() for part in _parted(at + share * way, start)]
            worth, divergence = self._judged(moved, lessons, old)
            if worth > surrogate and divergence <= TRUST.divergence:
                with torch.no_grad():
                    for mine, its in zip(start, moved, strict=True):
                        mine.copy_(its)
                return True
            share *= TRUST.shrink
        return False

    def _distribution(self, theta: list[Tensor], states: Tensor) -> torch.distributions.Normal:
        named = dict(zip(self.names, theta, strict=True))
        found: torch.distributions.Normal = torch.func.functional_call(self.policy, named, (states,))
        return found

    def _collected(self, theta: list[Tensor], goal: Tensor, draws: torch.Generator) -> _Lesson:
        place, places, actions = torch.zeros(PATHS, 2), [torch.zeros(PATHS, 2)], list[Tensor]()
        with torch.no_grad():
            for _ in range(PLANE.horizon):
                found = self._distribution(theta, place)
                actions.append(found.mean + found.stddev * torch.randn(PATHS, 2, generator=draws))
                place = PLANE.moved(place, actions[-1])
                places.append(place)
        where = torch.stack(places)  # (H + 1, K, 2)
        walk = PLANE.judged(where[:, None], goal[None])
        along = where.transpose(0, 1)[None]
        paths = Paths(
            along,
            along[:, :, :-1],
            torch.stack(actions, 1)[None],
            walk.rewards.permute(1, 2, 0),
            walk.alive.permute(1, 2, 0),
        )
        return _Lesson(paths, advantages(paths, Judging()).values[0])

    def _adapted(self, theta: list[Tensor], lesson: _Lesson, *, create: bool = False) -> list[Tensor]:
        with torch.enable_grad():
            logs = _logs(self._distribution(theta, lesson.paths.states[0]), lesson.paths.actions[0])
            objective = (lesson.values * logs).sum() / lesson.paths.taken.sum()
            slopes = torch.autograd.grad(objective, theta, create_graph=create)
        return [part + RATE * slope for part, slope in zip(theta, slopes, strict=True)]

    def _thetas(
        self, start: list[Tensor], lessons: list[tuple[_Lesson, _Lesson]], *, create: bool
    ) -> list[tuple[list[Tensor], _Lesson]]:
        return [(self._adapted(start, before, create=create), after) for before, after in lessons]

    def _of(self, theta: list[Tensor], lesson: _Lesson) -> torch.distributions.Normal:
        return self._distribution(theta, lesson.paths.states[0])

    def _judged(
        self, start: list[Tensor], lessons: list[tuple[_Lesson, _Lesson]], old: list[torch.distributions.Normal]
    ) -> tuple[Tensor, Tensor]:
        """Return the mean surrogate and the mean divergence after adapting."""
        worth, divergences = [], []
        for (theta, after), then in zip(self._thetas(start, lessons, create=True), old, strict=True):
            now, alive, actions = self._of(theta, after), after.paths.alive[0], after.paths.actions[0]
            ratios = (_logs(now, actions) - _logs(then, actions)).exp()
            worth.append((ratios * after.values).sum() / alive.sum())
            gaps = torch.distributions.kl_divergence(then, now).sum(-1)
            divergences.append((gaps * alive).sum() / alive.sum())
        return torch.stack(worth).mean(), torch.stack(divergences).mean()


def _logs(policy: torch.distributions.Normal, actions: Tensor) -> Tensor:
    found: Tensor = policy.log_prob(actions).sum(-1)  # type: ignore[no-untyped-call]
    return found


def _flat(parts: tuple[Tensor, ...]) -> Tensor:
    return torch.cat([part.flatten() for part in parts])


def _parted(vector: Tensor, like: list[Tensor]) -> list[Tensor]:
    pieces = vector.split_with_sizes([part.numel() for part in like])
    return [piece.view(part.shape) for piece, part in zip(pieces, like, strict=True)]
