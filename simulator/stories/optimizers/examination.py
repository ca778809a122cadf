"""Measures the learned optimizer on the held-out problems, a share at each meta-step, and keeps its best weights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import copied
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steerable_simulation import real, whole
from metascope.simulator.learners.learned_optimizer.reference import Design
from metascope.simulator.stories.optimizers.arena import Arena, Measured, accuracy_of, spread
from metascope.simulator.stories.optimizers.frame import Spread
from metascope.simulator.stories.optimizers.names import LEARNED, RIVALS
from metascope.simulator.stories.optimizers.trained import Layout


@dataclass(frozen=True)
class Best:
    """The weights that did best on the held-out problems."""

    flat: Tensor  # (P,)
    step: int  # -1: they were loaded
    mean: float  # mean loss over updates and problems
    last: float  # mean loss at the end, over problems


@dataclass(frozen=True)
class _Subject:
    """What is measured on all held-out problems, or was."""

    flat: Tensor  # (P,) the measured weights
    step: int  # the meta-step of these weights
    ended: int  # the meta-step at which it was done; -1: in progress


@final
class Examination:
    """Examines weights (P,) in an arena; of what was examined, those with the least loss are the best.

    examination = Examination(arena, layout, judged_at_end=False)
    examination.go_on(flat, design, step=20, every=10)
    examination.best
    """

    def __init__(self, arena: Arena, layout: Layout, judged_at_end: bool) -> None:
        self.best: Best | None = None
        self.spread: Spread | None = None  # of the losses that were measured last
        self._tested: Measured | None = None  # these losses
        self._arena, self._layout, self._at_end = arena, layout, judged_at_end
        self._subject: _Subject | None = None

    @property
    def ended(self) -> int:
        """The meta-step at which the last measurement was done; -1 while one is in progress, or before there is any."""
        return -1 if self._subject is None else self._subject.ended

    def begin_elsewhere(self, flat: Tensor, best: Best | None) -> None:
        """Measure loaded weights (P,) from the next share on; what was the best before is so no more."""
        self.best = best
        self._subject = _Subject(flat, -1, -1)
        self._arena.forget_learned()

    def go_on(self, flat: Tensor, design: Design, step: int, every: int) -> None:
        """Do the share of meta-step `step`, of `every` shares; with the weights (P,) of now where it is due."""
        under = self._subject
        share = -(-self._arena.pieces // every)
        at_start = step == 0 and share < self._arena.pieces  # untrained weights are not worth the time
        if step % every == 0 and not at_start and (under is None or under.ended >= 0):
            under = _Subject(flat, step, -1)
            self._arena.forget_learned()
        if under is None or under.ended >= 0:
            return
        weights, start = self._layout.parts(under.flat)
        for _ in range(share):
            if not self._arena.learned_known:
                self._arena.measure_learned(design, weights, start)
        if self._arena.learned_known:
            under = replace(under, ended=step)
            self._conclude(under)
        self._subject = under

    def judged(self, best: Best) -> float:
        """Return the loss that decides which weights are the best: the one they are trained for."""
        return best.last if self._at_end else best.mean

    @property
    def best_loss(self) -> float:
        """The loss of the best weights, NaN before there are any."""
        return math.nan if self.best is None else self.judged(self.best)

    def metrics(self, updates: int) -> dict[str, float]:
        """Return all methods' mean losses on the held-out problems after `updates`, as far as they are known."""
        results = {LEARNED: self._tested}
        results |= {name: self._arena.rival(r) for r, name in enumerate(RIVALS)}
        found = {}
        for name, result in results.items():
            if result is not None:
                found[f"{name}.loss_mean"] = float(result.mean.double().mean())
                found[f"{name}.loss_{updates}"] = float(result.last.double().mean())
                if (right := accuracy_of(result)) is not None:
                    found |= {f"{name}.accuracy": right.mean, f"{name}.accuracy_half": right.half}
        if self.best is not None:
            found[f"{LEARNED}.best_loss_mean"] = self.best.mean
            found[f"{LEARNED}.best_loss_{updates}"] = self.best.last
        return found

    def state(self) -> dict[str, object]:
        """Return everything from which it goes on."""
        found = dict[str, object]()
        if self.best is not None:
            found |= {f"best.{name}": value for name, value in vars(self.best).items()}
            found["best.flat"] = copied(self.best.flat)
        if (under := self._subject) is not None:
            found |= {"examined.flat": copied(under.flat), "examined.step": under.step, "examined.ended": under.ended}
        if self._tested is not None and self.spread is not None:
            found |= self._tested.state("tested")
            found["tested.step"] = self.spread.step
        return found

    def restore(self, state: State, tensors: Mapping[str, Tensor], device: torch.device) -> None:
        """Go on from a `state`, whose tensors are copies that it may keep."""
        if "best.flat" in tensors:
            losses = real(state, "best.mean"), real(state, "best.last")
            self.best = Best(tensors["best.flat"].to(device), whole(state, "best.step"), *losses)
        if "examined.flat" in tensors:
            under = whole(state, "examined.step"), whole(state, "examined.ended")
            self._subject = _Subject(tensors["examined.flat"].to(device), *under)
        if "tested.mean" in tensors:
            self._tested = Measured.of_state("tested", tensors)
            self.spread = spread(self._tested, whole(state, "tested.step"))

    def _conclude(self, done: _Subject) -> None:
        """Keep the measurement, and the weights if they are the best so far."""
        found = self._arena.learned()
        assert found is not None, "it was measured"
        self._tested, self.spread = found, spread(found, done.step)
        best = Best(done.flat.clone(), done.step, float(found.mean.double().mean()), float(found.last.double().mean()))
        if self.best is None or self.judged(best) < self.judged(self.best):
            self.best = best
