"""Trains the methods of a run, all from one initial network and on the same waves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Generator, Tensor

from metascope.simulator.engine.arrays import copied
from metascope.simulator.engine.computing import Engine, chosen_device
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.learners.fewshot.methods import (
    Anil,
    Fomaml,
    Maml,
    MetaSgd,
    Method,
    Oracle,
    PreTraining,
    Reptile,
    Scratch,
    Team,
)
from metascope.simulator.learners.fewshot.outer import Outer
from metascope.simulator.learners.fewshot.starts import start
from metascope.simulator.learners.fewshot.tuning import GRID, tune
from metascope.simulator.stories.sines.names import META_SGD, METHOD_NAMES, ORACLE, REPTILE, SCRATCH, TUNED
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.simulator.stories.sines.shown_task import Episode, part
from metascope.simulator.stories.sines.starts import Group
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import WaveFamily, Waves

_INITIAL, _MINIBATCHES, _RATES = 1, 2, 6  # streams of random numbers
_TOGETHER = 1 << 18  # points of waves that are drawn at once: a megabyte
_META: dict[str, type[Maml | Fomaml | Anil]] = {kind.name: kind for kind in (Maml, Fomaml, Anil)}
RATES = f"{META_SGD}.rates"


class Trainer:
    """The methods of a run and their training.

    Raises:
        UserError: there is no such device.
    """

    def __init__(self, settings: SinesSettings, engine: Engine = "reference") -> None:
        self.network = Network((1, *settings.hidden, 1), settings.activation, "squares")
        self._engine: Engine = engine
        self.device = chosen_device(settings.device, settings.work)
        self.start = start(self.network, settings.init, generator(settings.seed, _INITIAL), self.device)  # (n,)
        self._outer = Outer(settings.outer_rate, settings.outer_optimizer, settings.clip)
        self._minibatches = generator(settings.seed, _MINIBATCHES)
        self._family = WaveFamily(settings.largest_phase)
        self.methods = {name: self._method(name, settings) for name in settings.methods}
        self._team = Team([method for name, method in self.methods.items() if name not in (REPTILE, SCRATCH)])
        self.follow(settings)

    def _method(self, name: str, settings: SinesSettings) -> Method:
        network, phi, alpha = self.network, self.start, settings.alpha
        if name in _META:
            return _META[name](network, phi, alpha, self._outer, settings.inner_steps)
        if name == META_SGD:
            draws = generator(settings.seed, _RATES) if settings.meta_sgd_start == "drawn" else None
            return MetaSgd(network, phi, alpha, self._outer, settings.inner_steps, draws)
        if name == REPTILE:
            return Reptile(
                network,
                phi,
                self._minibatches,
                steps=settings.reptile_steps,
                minibatch=settings.reptile_batch,
                points=settings.reptile_points,
                iterations=settings.annealing or None,
            )
        kinds: dict[str, type[PreTraining | Oracle | Scratch]] = {k.name: k for k in (PreTraining, Oracle, Scratch)}
        return kinds[name](network, phi, alpha, self._outer)

    def follow(self, settings: SinesSettings) -> None:
        """Adopt the rates of changed settings."""
        self._outer.rate = settings.outer_rate
        for method in self.methods.values():
            method.alpha = settings.alpha
            if isinstance(method, Reptile):
                method.alpha, method.epsilon = settings.reptile_rate, settings.epsilon

    def learn(self, settings: SinesSettings, draws: Generator) -> dict[str, float]:
        """Do the updates of a meta-step and return each method's mean loss on the way.

        Raises:
            Diverged: a loss or a start became NaN or infinite; starts may have moved.
        """
        every = self._all_at_once if self._engine == "compiled" else self._one_by_one
        paid = every(settings, draws)
        found = {name: float(losses.mean()) for name, losses in paid.items()}
        for name, method in self.methods.items():
            if not (bool(method.phi.isfinite().all()) and _finite(found.get(name, 0.0))):
                raise Diverged(reason(name, settings))
        return found

    def _all_at_once(self, settings: SinesSettings, draws: Generator) -> dict[str, Tensor]:
        """Do the updates of a meta-step by compiled code, and return each method's losses (U,).

        The waves are the ones that `_one_by_one` draws, but drawn for as many updates at once as fit into a cache.
        """
        paid: dict[str, list[Tensor]] = {name: [] for name in self.methods if name != SCRATCH}
        points = settings.shots + settings.queries
        most = max(1, _TOGETHER // (settings.tasks * points))
        for first in range(0, settings.updates, most):
            updates = min(most, settings.updates - first)
            waves = self._family.sample(updates * settings.tasks, points, draws)
            for name, losses in paid.items():
                given = _few(waves, updates, settings.reptile_tasks) if name == REPTILE else waves
                losses.append(self.methods[name].learn_all(given, updates, settings.shots))
        return {name: torch.cat(losses) for name, losses in paid.items()}

    def _one_by_one(self, settings: SinesSettings, draws: Generator) -> dict[str, Tensor]:
        """Do the updates of a meta-step, and return each method's losses (U,)."""
        paid: dict[str, list[Tensor]] = {name: [] for name in self.methods if name != SCRATCH}
        reptile = self.methods.get(REPTILE)
        for _ in range(settings.updates):
            waves = self._family.sample(settings.tasks, settings.shots + settings.queries, draws, self.device)
            support, query = waves.split(settings.shots)
            losses = self._team.learn(support, query) if self._team.methods else {}
            if reptile is not None:
                some = (part(points, 0, settings.reptile_tasks) for points in (support, query))
                losses = {**losses, REPTILE: reptile.learn(*some)}
            for name, loss in losses.items():
                paid[name].append(loss)
        return {name: torch.stack(losses) for name, losses in paid.items()}

    def tuned(self, validation: Episode, steps: int, before: Mapping[str, float]) -> dict[str, float]:
        """Return the best step size of adaptation of each method that has none of its own.

        Searches the whole grid, or, if one was found `before`, only there and next to it, once per measurement. A
        method that is never trained keeps its own.
        """
        found = dict[str, float]()
        for name in TUNED:
            if name == SCRATCH and name in before:
                found[name] = before[name]
            elif name in self.methods:
                method = self.methods[name]
                grid: tuple[float, ...] = GRID
                if name in before:
                    place = GRID.index(before[name])
                    grid = GRID[max(0, place - 1) : place + 2]
                error = tune(method.network, method.phi.unsqueeze(0), *validation, steps, grid, self._engine).error[0]
                found[name] = grid[int(error.argmin())]
        return found

    def groups(self, tuned: Mapping[str, float]) -> list[Group]:
        """Return all starts with their rates of adaptation; those in `tuned` with the rates given there."""
        own = [name for name in self.methods if name != ORACLE]
        made = [self._group(own, tuned)] if own else []
        return [*made, self._group([ORACLE], tuned)] if ORACLE in self.methods else made

    def _group(self, names: Sequence[str], tuned: Mapping[str, float]) -> Group:
        order, chosen = list(self.methods), [self.methods[name] for name in names]
        rates = [tuned[name] if name in TUNED else method.rates for name, method in zip(names, chosen, strict=True)]
        if any(isinstance(rate, Tensor) for rate in rates):
            full = [r if isinstance(r, Tensor) else torch.full_like(self.start, r) for r in rates]
            together = torch.stack(full)  # (P, n)
        else:
            together = self.start.new_tensor(rates)  # (P,)
        phi = torch.stack([method.phi for method in chosen])
        return Group(tuple(order.index(name) for name in names), chosen[0].network, phi, together, self._engine)

    def rates(self, tuned: Mapping[str, float]) -> Tensor:
        """Return each method's step size of adaptation, (M,); for Meta-SGD the mean over the parameters."""
        found = [
            tuned[name]
            if name in TUNED
            else float(method.rates.mean())
            if isinstance(method, MetaSgd)
            else method.alpha
            for name, method in self.methods.items()
        ]
        return torch.tensor(found)

    def weights(self) -> dict[str, Tensor]:
        """Return copies of the starts, "<method>.phi", and of the learned rates."""
        found = {f"{name}.phi": copied(method.phi) for name, method in self.methods.items()}
        learner = self.methods.get(META_SGD)
        return found | ({RATES: copied(learner.rates)} if isinstance(learner, MetaSgd) else {})

    def load(self, weights: Mapping[str, Tensor]) -> None:
        """Continue from these valid weights; the optimizers start again."""
        for name, method in self.methods.items():
            if isinstance(method, MetaSgd):
                method.load(weights[f"{name}.phi"], weights[RATES])
            else:
                method.load(weights[f"{name}.phi"])

    def state(self) -> dict[str, Tensor]:
        """Return copies of everything that training changes, on the CPU."""
        found = {"minibatches": self._minibatches.get_state()}
        for name, method in self.methods.items():
            found |= {key: copied(value) for key, value in method.state(name).items()}
        return found

    def restore(self, state: Mapping[str, Tensor]) -> None:
        """Continue from a `state`.

        Raises:
            ValueError: a start has another size.
        """
        for name, method in self.methods.items():
            if state[f"{name}.phi"].shape != method.phi.shape:
                raise ValueError(f"{name}.phi must be {tuple(method.phi.shape)}")
            method.restore(state, name)
        self._minibatches.set_state(state["minibatches"])


def reason(name: str, settings: SinesSettings) -> Message:
    """Return why a method cannot continue, with its rates."""
    if name == REPTILE:
        text = "{method} became NaN or infinite with inner rate α = {alpha:.3g} and step size ε = {rate:.3g}"
        return say(text, method=METHOD_NAMES[name], alpha=settings.reptile_rate, rate=settings.epsilon)
    text = "{method} became NaN or infinite with inner rate α = {alpha:.3g} and outer rate β = {rate:.3g}"
    return say(text, method=METHOD_NAMES[name], alpha=settings.alpha, rate=settings.outer_rate)


def description(weights: Mapping[str, Tensor]) -> Message:
    """Describe the networks that these weights belong to, as far as names and shapes show."""
    sizes = {name.removesuffix(".phi"): weight.numel() for name, weight in weights.items() if name.endswith(".phi")}
    if not sizes or not set(sizes) <= set(METHOD_NAMES):
        return say("something else")
    names = listed(METHOD_NAMES[name] for name in sizes)
    own = [count for name, count in sizes.items() if name != ORACLE] or list(sizes.values())
    return say("networks of {n} parameters by {names}", n=own[0], names=names)


def _few(waves: Waves, batches: int, tasks: int) -> Waves:
    """Return the first waves of each batch."""
    parts = (waves.amplitude, waves.phase, waves.x, waves.y)
    return Waves(*(each.view(batches, -1, *each.shape[1:])[:, :tasks].flatten(0, 1) for each in parts))


def _finite(value: float) -> bool:
    return abs(value) < float("inf")
