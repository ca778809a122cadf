"""Runs the generalization laboratory: measures the best optimizer on problems unlike its training problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import copied, single
from metascope.simulator.learners.learned_optimizer.engines import Methods
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights
from metascope.simulator.stories.optimizers.arena import Arena, Measured
from metascope.simulator.stories.optimizers.families import trials_of
from metascope.simulator.stories.optimizers.frame import Laboratory, Trial
from metascope.simulator.stories.optimizers.names import RIVALS
from metascope.simulator.stories.optimizers.settings import OptimizersSettings

POINTS = 50  # updates per trial that are kept


@final
class Bench:
    """The laboratory's rows and the optimizer being measured. Does a share of the work at each meta-step, row by row.

    The rivals come first, once per row; with more updates they are tuned among the rates next to those that were best
    with the usual number. Then an optimizer is measured on all rows before a better one replaces it.
    """

    def __init__(self, settings: OptimizersSettings, design: Design, device: torch.device, methods: Methods) -> None:
        self._plans, self._design, self._device = trials_of(settings, device), design, device
        self._settings, self._methods = settings, methods
        self._arenas = [self._arena(row) for row in range(len(self._plans))]
        self._weights: Weights | None = None
        self._start: Tensor | None = None
        self._step = -1
        self._shown: Laboratory | None = None

    @property
    def idle(self) -> bool:
        """Whether the next optimizer can be measured: the rivals are known, and the current one is done."""
        known = all(arena.rivals_known for arena in self._arenas)
        return known and (self._weights is None or all(arena.learned_known for arena in self._arenas))

    @property
    def laid(self) -> bool:
        """Whether there is an optimizer to measure."""
        return self._weights is not None

    @property
    def step(self) -> int:
        """The meta-step of the measured optimizer."""
        return self._step

    def clear(self, design: Design) -> None:
        """Remove the optimizer: the next ones have this design, or weights from a file."""
        self._design, self._weights, self._start, self._step, self._shown = design, None, None, -1, None
        for arena in self._arenas:
            arena.forget_learned()

    def lay(self, weights: Weights, start: Tensor | None, step: int) -> None:
        """Measure this optimizer from now on."""
        self._weights, self._start, self._step, self._shown = weights, start, step, None
        for arena in self._arenas:
            arena.forget_learned()

    def work(self, share: float) -> None:
        """Measure until the cost (see `Arena`) reaches `share`."""
        while share > 0:
            spent = self._next_piece()
            if not spent:
                return
            share, self._shown = share - spent, None

    def _next_piece(self) -> float:
        """Measure the next piece of the first unfinished row; return its cost, 0 if there is nothing to do."""
        for row, arena in enumerate(self._arenas):
            if not arena.rivals_known:
                spent = arena.measure_rivals()
                self._look_near(row)
                return spent
        for plan, arena in zip(self._plans, self._arenas, strict=True):
            if self._weights is not None and not arena.learned_known:
                return arena.measure_learned(self._design, self._weights, self._start if plan.alike else None)
        return 0.0

    def look(self) -> Laboratory:
        """Return the current table; the same object as long as nothing new is measured."""
        if self._shown is None:
            self._shown = Laboratory(step=self._step, trials=tuple(map(self._trial, range(len(self._plans)))))
        return self._shown

    def state(self) -> dict[str, Tensor | int]:
        """Return copies of all measurements and of the optimizer."""
        found: dict[str, Tensor | int] = {
            "laboratory.step": self._step,
            "laboratory.laid": int(self._weights is not None),
        }
        for name, tensor in (self._weights or {}).items():
            found[f"laboratory.weights.{name}"] = copied(tensor)
        if self._start is not None:
            found["laboratory.start"] = copied(self._start)
        for row, arena in enumerate(self._arenas):
            found |= arena.state(f"laboratory.{row}")
        return found

    def restore(self, state: Mapping[str, object]) -> None:
        """Continue from a `state`."""
        tensors = {name: value for name, value in state.items() if isinstance(value, Tensor)}
        kept = "laboratory.weights."
        weights = {n[len(kept) :]: w.to(self._device) for n, w in tensors.items() if n.startswith(kept)}
        self._weights = weights if state["laboratory.laid"] else None
        start = tensors.get("laboratory.start")
        self._start = None if start is None else start.to(self._device)
        self._step, self._shown = int(str(state["laboratory.step"])), None
        for row, arena in enumerate(self._arenas):
            arena.restore(f"laboratory.{row}", tensors)
            self._look_near(row)

    def _arena(self, row: int) -> Arena:
        plan, settings = self._plans[row], self._settings
        final = settings.judged_at_end and plan.name != "quadratics"
        count = settings.laboratory_problems
        return Arena(plan.family, plan.updates, count, settings.seed, final, self._methods, POINTS)

    def _look_near(self, row: int) -> None:
        """Once the rates for the usual problems are known, search those for more updates next to them."""
        if row == 0 and self._arenas[0].tuned:
            near = self._arenas[0].best_rates()
            for other, plan in enumerate(self._plans):
                if plan.name == "longer":
                    self._arenas[other].search_near(near)

    def _trial(self, row: int) -> Trial:
        plan, arena = self._plans[row], self._arenas[row]
        found = [arena.learned(), *map(arena.rival, range(len(RIVALS)))]
        return Trial(
            name=plan.name,
            updates=plan.updates,
            problems=min(len(it.mean) if it else 0 for it in found),
            wanted=arena.problems,
            rates=tuple(arena.rate(r) for r in range(len(RIVALS))),
            stopped=tuple(int(it.stopped.sum()) if it else 0 for it in found),
            updates_shown=arena.kept,
            median=single(torch.stack([_median(it, len(arena.kept)) for it in found])),
            log_mean=single(torch.stack([_mean(it, log=True) for it in found])),
            last=single(torch.stack([_mean(it, log=False) for it in found])),
        )


def _median(found: Measured | None, points: int) -> Tensor:
    return torch.full((points,), torch.nan) if found is None else found.course.median(0).values


def _mean(found: Measured | None, log: bool) -> Tensor:
    if found is None:
        return torch.tensor(torch.nan)
    last = found.last.double()
    return (last.clamp_min(1e-30).log10() if log else last).mean().float()
