"""Makes frames of the bandit story from where its starts are and what was estimated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import Single, frozen, single
from metascope.simulator.learners.policy_gradient.arms.reference import AFTER, BEFORE, EXPECTED, SLOPE
from metascope.simulator.learners.policy_gradient.bandit import Bandit, worth
from metascope.simulator.learners.policy_gradient.comparing import Estimates
from metascope.simulator.learners.policy_gradient.comparison import Comparison
from metascope.simulator.stories.bandits.frame import Array, BanditFrame, Curves, Episode
from metascope.simulator.stories.bandits.names import METHODS, REACH
from metascope.simulator.stories.bandits.settings import POINTS, BanditSettings

_LEAST = 1e-9  # of a derivative: below it nothing can be told of relative errors


def bandit_of(settings: BanditSettings) -> Bandit:
    """Return how policies adapt."""
    return Bandit(settings.pulls, settings.inner_rate, settings.baseline)


def pays_of(settings: BanditSettings) -> Tensor:
    """Return the tasks, (T, 2)."""
    return torch.tensor(settings.payoffs, dtype=torch.float64)


def kinds_of(settings: BanditSettings) -> tuple[int, ...]:
    """Return which of the estimators each method follows, (M,)."""
    return tuple(METHODS.index(key) for key in settings.methods)


def columns(settings: BanditSettings, phi: Array, measured: Array) -> dict[str, Array]:
    """Return the metrics (n,) of meta-steps whose starts are phi (n, M), and what was measured (n, M, 4)."""
    found: dict[str, Array] = {}
    for m, key in enumerate(settings.methods):
        places = phi[:, m]
        found[f"{key}.after"], found[f"{key}.before"] = measured[:, m, AFTER], measured[:, m, BEFORE]
        found[f"{key}.phi"], found[f"{key}.likely"] = places, torch.from_numpy(places).sigmoid().numpy()
    return found


@dataclass(frozen=True)
class Shown:
    """What frames have alike while settings and the place where estimates are compared are the same."""

    settings: BanditSettings
    numbers: Tensor  # (4, 1, K) by which the pulls of the episode are drawn
    curves: Curves
    start: Tensor  # (1,) where estimates are compared
    begun: int  # the meta-step from which on

    def frame(self, step: int, metrics: Mapping[str, float], phi: Tensor, measured: Tensor, row: Tensor) -> BanditFrame:
        """Return the frame of starts (M,), what was measured of them (M, 4) and the estimates' row (R,)."""
        settings = self.settings
        bandit, pays = bandit_of(settings), pays_of(settings)
        found, kept = bandit.outcomes(phi, pays), Estimates(self.start)
        kept.begin_anew(self.start, self.begun)
        kept.put(row)
        return BanditFrame(
            step=step,
            metrics=metrics,
            methods=settings.methods,
            payoffs=_array(pays),
            rate=settings.inner_rate,
            baseline=settings.baseline,
            phi=_array(phi),
            before=_array(measured[:, BEFORE]),
            after=_array(measured[:, AFTER]),
            slope=_array(measured[:, SLOPE]),
            expected=_array(measured[:, EXPECTED]),
            chance=_array(found.chance),
            reached=_array(found.theta.sigmoid()),
            curves=self.curves,
            episode=self._episode(bandit, pays, phi),
            comparison=self._comparison(kept),
        )

    def _episode(self, bandit: Bandit, pays: Tensor, phi: Tensor) -> Episode:
        focus = min(self.settings.focus, len(pays) - 1)
        task, start = pays[focus : focus + 1], phi.unsqueeze(1)  # (1, 2), (M, 1)
        pulls = bandit.pulled(start, task, self.numbers[:2])
        gradient = bandit.gradient(pulls)
        theta = start + bandit.rate * gradient
        again = bandit.pulled(theta, task, self.numbers[2:])
        return Episode(
            task=focus,
            arms=_array(torch.stack([pulls.arms[:, 0], again.arms[:, 0]])),
            paid=_array(torch.stack([pulls.paid[:, 0], again.paid[:, 0]])),
            gradient=_array(gradient[:, 0]),
            theta=_array(theta[:, 0]),
            worth=_array(torch.stack([worth(start, task)[0][:, 0], worth(theta, task)[0][:, 0]])),
        )

    def _comparison(self, kept: Estimates) -> Comparison | None:
        return None if self._bias is None else kept.comparison(self._bias)

    @cached_property
    def _bias(self) -> Single | None:
        """How far each estimator's expectation is from the truth, relative to it; None: that cannot be told."""
        expected = bandit_of(self.settings).moments(self.start, pays_of(self.settings))[0][:, 0]
        size = expected[-1].abs()
        return None if size < _LEAST else single((expected - expected[-1]).abs() / size)


def curves(bandit: Bandit, pays: Tensor) -> Curves:
    """Return what starts are worth, and what each estimator follows on average, over the whole range."""
    axis = torch.linspace(-REACH, REACH, POINTS, dtype=torch.float64)
    tasks = worth(axis, pays.unsqueeze(1))[0]
    return Curves(
        axis=_array(axis),
        tasks=_array(tasks),
        before=_array(tasks.mean(0)),
        after=_array(bandit.exact(axis, pays)[0]),
        slopes=_array(bandit.moments(axis, pays)[0]),
        best=float(pays.amax(1).mean()),
    )


def _array(values: Tensor) -> Array:
    return frozen(np.array(values.numpy(), dtype=np.float64))
