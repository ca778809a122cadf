"""Measures a learned optimizer and its tuned rivals on held-out problems, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import Single, finite_single, frozen, half_interval, single
from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.learned_optimizer.engines import Methods
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights
from metascope.simulator.learners.learned_optimizer.tuning import GRID
from metascope.simulator.stories.optimizers.frame import Accuracy, Spread, Tuning, Whole
from metascope.simulator.stories.optimizers.names import QUANTILES, RIVALS
from metascope.simulator.tasks.problems import Family, Problems

PIECE = 16_384  # coordinates, of all problems together, that are measured at a time
TUNED_ON = 64  # problems per grid search; fewer if they are large, but at least 2
TUNING_WORK = 4_000_000  # coordinates x updates for trying one rate

OVERHEAD = 3_000  # coordinates that could be updated in the time that any update takes, however small the problem

_ACCURACY = "accuracy"

_Array = TypeVar("_Array", Single, Whole)
_TUNING, _TESTING = 11, 12  # streams of random numbers


@dataclass(frozen=True)
class Measured:
    """One method's results on P problems: losses at the kept updates, their mean over all updates, and the last ones.

    Always on the CPU.
    """

    course: Tensor  # (P, U)
    mean: Tensor  # (P,) over updates 0..T
    last: Tensor  # (P,)
    stopped: Tensor  # (P,) whether it diverged
    accuracy: Tensor  # (P,) on pictures that no update saw; NaN where there are no classes

    @classmethod
    def joined(cls, parts: Sequence[Measured]) -> Measured:
        """Return the results of several pieces joined together."""
        return cls(*(torch.cat([getattr(part, name) for part in parts]) for name in cls.__dataclass_fields__))

    @classmethod
    def of_state(cls, prefix: str, state: Mapping[str, Tensor]) -> Measured:
        """Return what `state` saved under these names; the accuracy is left out where there are no classes."""
        names = [name for name in cls.__dataclass_fields__ if name != _ACCURACY]
        found = {name: state[f"{prefix}.{name}"] for name in names}
        unknown = torch.full_like(found["mean"], torch.nan)
        return cls(**found, accuracy=state.get(f"{prefix}.{_ACCURACY}", unknown))

    def state(self, prefix: str) -> dict[str, Tensor]:
        """Return copies of the results, by names that start with `prefix`."""
        found = {f"{prefix}.{name}": getattr(self, name).clone() for name in self.__dataclass_fields__}
        if not bool(self.accuracy.isfinite().any()):
            del found[f"{prefix}.{_ACCURACY}"]
        return found


@final
class Arena:
    """Problems of one family: some to tune the rivals' learning rates on, others to measure every optimizer on.

    The work is split into pieces, of which each meta-step does a few. Promises: results depend only on the arguments,
    the weights and the number of pieces.

    Args:
        family: from which held-out problems are drawn.
        updates: T.
        problems: P, how many are measured.
        seed: of the problems; the grid searches use different ones.
        tested_at_end: whether the final loss is that on examples that no update saw.
        methods: how problems are solved.
        points: how many updates are kept, spread evenly, in addition to the start; None: all.
    """

    def __init__(
        self,
        family: Family,
        updates: int,
        problems: int,
        seed: int,
        tested_at_end: bool,
        methods: Methods,
        points: int | None = None,
    ) -> None:
        self.updates = updates
        self.problems = problems
        self._family, self._seed, self._at_end, self._methods = family, seed, tested_at_end, methods
        self._size = max(1, min(problems, PIECE // family.size))
        self.kept = _spread_out(updates, points)  # (U,) updates
        self._searched = [self._grid(rule, None) for rule in RIVALS]
        self._mean = [torch.full((len(GRID[rule]),), torch.nan) for rule in RIVALS]
        self._last = [torch.full((len(GRID[rule]),), torch.nan) for rule in RIVALS]
        self._rivals: list[list[Measured]] = [[] for _ in RIVALS]
        self._learned: list[Measured] = []

    @property
    def pieces(self) -> int:
        """The number of pieces into which the measured problems are split."""
        return -(-self.problems // self._size)

    @property
    def tuned(self) -> bool:
        """Whether the rivals' learning rates are known."""
        return all(self._best(r, "mean") >= 0 for r in range(len(RIVALS)))

    @property
    def rivals_known(self) -> bool:
        """Whether the rivals are tuned and measured completely."""
        return all(map(self.rival_known, range(len(RIVALS))))

    @property
    def learned_known(self) -> bool:
        """Whether the learned optimizer has been measured on all problems."""
        return len(self._learned) == self.pieces

    def search_near(self, rates: Sequence[int]) -> None:
        """Search the grids of rivals not tuned yet only next to these rates, one index per rival."""
        self._searched = [self._grid(rule, near) for rule, near in zip(RIVALS, rates, strict=True)]

    def forget_learned(self) -> None:
        """Restart the measurement of the learned optimizer."""
        self._learned = []

    def measure_learned(self, design: Design, weights: Weights, start: Tensor | None) -> float:
        """Measure the learned optimizer on the next piece; return the cost.

        Args:
            design: the optimizer's design.
            weights: the optimizer's weights.
            start: where it starts, (n,), instead of the problems' own starts.
        """
        problems = self._drawn(len(self._learned))
        theta = problems.start() if start is None else start.expand(problems.count, -1).clone()
        course = self._methods.run(design, weights, problems, theta, self.updates, None)
        end = course.test_losses if self._at_end else course.losses[-1]
        accuracy = problems.accuracy(course.ends)
        self._learned.append(_measured(course.losses, end, course.stopped, accuracy, self.kept))
        return _cost(self.updates, 3 * problems.count * problems.size)

    def measure_rivals(self) -> float:
        """Do the next piece of work on the rivals: first a grid search, then the losses.

        Returns:
            The cost: updates times coordinates, of all problems and rates, and `OVERHEAD`.
        """
        for r, rule in enumerate(RIVALS):
            if self._best(r, "mean") < 0:
                return self._tune(r, rule)
        r = max(r for r in range(len(RIVALS)) if len(self._rivals[r]) < self.pieces)  # the strongest first
        return self._test(r, RIVALS[r])

    def tuning(self, r: int) -> Tuning:
        """Return the grid search of rival r so far."""
        return Tuning(
            rates=frozen(np.asarray(GRID[RIVALS[r]], dtype=np.float32)),
            mean=finite_single(self._mean[r]),
            last=finite_single(self._last[r]),
            best_mean=self._best(r, "mean"),
            best_last=self._best(r, "last"),
        )

    def rate(self, r: int) -> float:
        """Return the learning rate of rival r that is best over all updates; 0 until it is known."""
        best = self._best(r, "mean")
        return float(GRID[RIVALS[r]][best]) if best >= 0 else 0.0

    def tried(self, r: int) -> int:
        """Return how many rates of rival r have been tried."""
        return int((~self._mean[r].isnan()).sum())

    def rival_known(self, r: int) -> bool:
        """Whether rival r has been measured on all problems."""
        return len(self._rivals[r]) == self.pieces

    def best_rates(self) -> tuple[int, ...]:
        """Return the index of each rival's rate that is best over all updates."""
        return tuple(self._best(r, "mean") for r in range(len(RIVALS)))

    def rival(self, r: int) -> Measured | None:
        """Return the results of rival r on all problems; None until they are known."""
        return Measured.joined(self._rivals[r]) if self.rival_known(r) else None

    def learned(self) -> Measured | None:
        """Return the learned optimizer's results on the problems measured so far."""
        return Measured.joined(self._learned) if self._learned else None

    def state(self, prefix: str) -> dict[str, Tensor]:
        """Return copies of all results, by names that start with `prefix`."""
        found: dict[str, Tensor] = {}
        for r, rule in enumerate(RIVALS):
            found[f"{prefix}.{rule}.tuned_mean"] = self._mean[r].clone()
            found[f"{prefix}.{rule}.tuned_last"] = self._last[r].clone()
            found |= _packed(f"{prefix}.{rule}", self._rivals[r])
        return found | _packed(f"{prefix}.learned", self._learned)

    def restore(self, prefix: str, state: Mapping[str, Tensor]) -> None:
        """Continue from a `state`."""
        for r, rule in enumerate(RIVALS):
            self._mean[r] = state[f"{prefix}.{rule}.tuned_mean"]
            self._last[r] = state[f"{prefix}.{rule}.tuned_last"]
            self._rivals[r] = self._unpacked(f"{prefix}.{rule}", state)
        self._learned = self._unpacked(f"{prefix}.learned", state)

    def _grid(self, rule: str, near: int | None) -> range:
        count = len(GRID[rule])
        return range(count) if near is None else range(max(near - 2, 0), min(near + 3, count))

    def _best(self, r: int, criterion: str) -> int:
        """Return the index of the best rate by the criterion; -1 until all are tried."""
        found = (self._mean if criterion == "mean" else self._last)[r]
        tried = found[self._searched[r].start : self._searched[r].stop]
        return -1 if tried.isnan().any() else int(tried.argmin()) + self._searched[r].start

    def _tune(self, r: int, rule: str) -> float:
        """Try all of a rival's rates, or only the next one if each takes long."""
        untried = [k for k in self._searched[r] if bool(self._mean[r][k].isnan())]
        count = max(2, min(TUNED_ON, TUNING_WORK // (self._family.size * self.updates)))
        at_once = len(self._family.groups) == 1  # all rates together cost little more than one, except for networks
        tried = untried if at_once else untried[:1]
        problems = self._family.held_out(count, self.updates, generator(self._seed, _TUNING))
        rates = torch.tensor([GRID[rule][k] for k in tried])
        done = self._methods.descend(rule, problems, problems.start(), rates, self.updates, None)
        losses, stopped = done.losses.cpu(), done.stopped.cpu()  # (T + 1, K, B), (K, B)
        end = done.test_losses.cpu() if self._at_end else losses[-1]  # (K, B)
        for place, k in enumerate(tried):
            lost = bool((stopped[place] >= 0).any())
            self._mean[r][k] = torch.inf if lost else losses[:, place].double().mean().float()
            self._last[r][k] = torch.inf if lost else end[place].double().mean().float()
        return _cost(self.updates, len(tried) * count * self._family.size)

    def _test(self, r: int, rule: str) -> float:
        """Measure a rival on the next problems: its course with the best mean rate, its end with the best last one."""
        problems = self._drawn(len(self._rivals[r]))
        rates = torch.tensor([GRID[rule][self._best(r, criterion)] for criterion in ("mean", "last")])
        done = self._methods.descend(rule, problems, problems.start(), rates, self.updates, None)
        end = done.test_losses if self._at_end else done.losses[-1]
        accuracy = problems.accuracy(done.ends[1])
        self._rivals[r].append(_measured(done.losses[:, 0], end[1], done.stopped[0], accuracy, self.kept))
        return _cost(self.updates, 2 * problems.count * problems.size)

    def _drawn(self, piece: int) -> Problems:
        count = min(self._size, self.problems - piece * self._size)
        return self._family.held_out(count, self.updates, generator(self._seed, _TESTING, piece))

    def _unpacked(self, prefix: str, state: Mapping[str, Tensor]) -> list[Measured]:
        whole = Measured.of_state(prefix, state)
        cuts = range(0, len(whole.mean), self._size)
        return [Measured(*(part[cut : cut + self._size] for part in _parts(whole))) for cut in cuts]


def spread(found: Measured, step: int) -> Spread:
    """Return the spread of a method's results over problems, as frames hold it."""
    quantiles = torch.quantile(found.course.double(), torch.tensor(QUANTILES, dtype=torch.float64), dim=0)
    return Spread(
        step=step,
        problems=len(found.mean),
        stopped=int(found.stopped.sum()),
        mean=single(found.course.double().mean(0)),
        quantiles=single(quantiles),
        end=float(found.last.double().quantile(0.5)),
        accuracy=accuracy_of(found),
    )


def accuracy_of(found: Measured) -> Accuracy | None:
    """Return the mean accuracy over problems, None where there are no classes."""
    shares = found.accuracy.double()
    if not bool(shares.isfinite().all()):
        return None
    return Accuracy(mean=float(shares.mean()), half=float(half_interval(shares)))


def _cost(updates: int, coordinates: int) -> float:
    return float(updates * (coordinates + OVERHEAD))


def _measured(losses: Tensor, end: Tensor, stopped: Tensor, accuracy: Tensor, kept: Whole) -> Measured:
    """Return the results to keep of losses (T + 1, P)."""
    losses, end, stopped, accuracy = losses.cpu(), end.cpu(), stopped.cpu(), accuracy.float().cpu()
    course = losses[torch.from_numpy(kept.astype(np.int64))].T.float().contiguous()  # (P, U)
    return Measured(course, losses.double().mean(0).float(), end.float().clone(), stopped >= 0, accuracy)


def _spread_out(updates: int, points: int | None) -> Whole:
    """Return at most `points` + 1 updates, from the start to the last: all of them for None."""
    count = updates if points is None else min(updates, points)
    return frozen(np.linspace(0, updates, count + 1).round().astype(np.int32))


def _packed(prefix: str, parts: Sequence[Measured]) -> dict[str, Tensor]:
    if not parts:
        none = torch.zeros(0)
        parts = [Measured(torch.zeros(0, 0), none, none, torch.zeros(0, dtype=torch.bool), none)]
    return Measured.joined(parts).state(prefix)


def _parts(found: Measured) -> Iterator[Tensor]:
    return (getattr(found, name) for name in Measured.__dataclass_fields__)
