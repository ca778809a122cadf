"""Simulates the bandit story: starts that climb by other estimates of the same meta-gradient."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import final

import numpy as np
import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import frozen, single
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.steering import Changes
from metascope.simulator.engine.tensor_simulation import TensorSimulation
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.learners.policy_gradient.bandit import Bandit, worth
from metascope.simulator.learners.policy_gradient.comparing import Estimates
from metascope.simulator.learners.policy_gradient.comparison import Comparison
from metascope.simulator.stories.bandits.frame import Array, BanditFrame, Curves, Episode
from metascope.simulator.stories.bandits.names import METHOD_NAMES, METHODS, REACH
from metascope.simulator.stories.bandits.settings import POINTS, BanditSettings

_ESTIMATES, _EPISODE = 1, 2  # streams of random numbers
_LEAST = 1e-9  # of a derivative: below it nothing can be told of relative errors
_OTHER = ("payoffs", "inner_rate", "baseline")  # settings that make other curves


@final
class BanditSimulation(TensorSimulation[BanditSettings, BanditFrame]):
    """Every start does a few updates on the same tasks with the same random numbers; a person may drag all starts.

    The manipulation "phi" takes {"method": name, or None for all, "to": number}.
    """

    manipulations = ("phi",)

    @override
    def initial(self) -> dict[str, Tensor]:
        settings = self.settings
        start = torch.tensor([settings.start], dtype=torch.float64)
        self._estimates = Estimates(start)
        self._estimates.begin_anew(start, 0)
        self._curves: Curves | None = None
        self._shown = torch.rand(4, 1, settings.pulls, generator=self.generator(_EPISODE), dtype=torch.float64)
        return {f"{key}.phi": start[0].clone() for key in settings.methods} | self._estimates.tensors("estimates")

    @property
    def bandit(self) -> Bandit:
        """How policies adapt."""
        return Bandit(self.settings.pulls, self.settings.inner_rate, self.settings.baseline)

    @property
    def pays(self) -> Tensor:
        """The tasks, (T, 2)."""
        return torch.tensor(self.settings.payoffs, dtype=torch.float64)

    @property
    def phi(self) -> Tensor:
        """The starts, (M,)."""
        return torch.stack([self.tensors[f"{key}.phi"] for key in self.settings.methods])

    @override
    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {name: tensor for name, tensor in tensors.items() if name.endswith(".phi")}

    @override
    def learn(self) -> None:
        settings, bandit, pays = self.settings, self.bandit, self.pays
        self._estimate(bandit, pays)
        if not settings.learn:
            return
        rows, phi = torch.tensor([METHODS.index(key) for key in settings.methods]), self.phi
        for _ in range(settings.updates):
            tasks, numbers = self._drawn(len(pays), settings.tasks, self.draws)
            beside = worth(phi, pays.mean(0))[0]
            each = bandit.estimates(phi.unsqueeze(1), pays[tasks], numbers, beside.unsqueeze(1)).mean(-1)  # (E - 1, M)
            slopes = torch.cat([each, bandit.exact(phi, pays)[1][None]])  # (E, M)
            phi = phi + settings.outer_rate * slopes[rows, torch.arange(len(phi))]
        for key, value in zip(settings.methods, phi, strict=True):
            self.tensors[f"{key}.phi"].copy_(value)

    def _drawn(self, tasks: int, count: int, draws: torch.Generator) -> tuple[Tensor, Tensor]:
        """Draw which of the tasks are pulled, (count,), and the numbers of the pulls (4, count, K)."""
        which = torch.randint(tasks, (count,), generator=draws)
        return which, torch.rand(4, count, self.settings.pulls, generator=draws, dtype=torch.float64)

    def _estimate(self, bandit: Bandit, pays: Tensor) -> None:
        """Draw a few more estimates of the derivative at the place where they are compared."""
        draws, place = generator(self.settings.seed, _ESTIMATES, self.steps_done), self._estimates.start
        tasks, numbers = self._drawn(len(pays), self.settings.draws, draws)
        beside = worth(place, pays.mean(0))[0]
        found = bandit.estimates(place, pays[tasks], numbers, beside)  # (E - 1, draws)
        exact = bandit.exact(place, pays)[1].expand(1, self.settings.draws)
        for one in torch.cat([found, exact]).T:
            self._estimates.take(one.unsqueeze(1))

    @override
    def divergence(self, names: Sequence[str]) -> Message:
        methods = dict.fromkeys(METHOD_NAMES.get(name.partition(".")[0], name) for name in names)
        return say("the starts of {methods} became NaN or infinite", methods=listed(methods))

    @override
    def setting_changed(self, name: str, before: BanditSettings, draft: bool) -> None:
        """Follow a live setting: other tasks or steps have other curves, and estimates begin anew."""
        if name in _OTHER:
            self._curves = None
            self._estimates.begin_anew(self._estimates.start.clone(), self.steps_done)

    @override
    def manipulate(self, name: str, value: object, draft: bool) -> None:
        """Move one start, or all of them and the place where estimates are compared."""
        methods, place = start_move(value, self.settings.methods)
        for key in methods:
            self.tensors[f"{key}.phi"].fill_(place)
        if len(methods) == len(self.settings.methods):
            self._estimates.begin_anew(torch.tensor([place], dtype=torch.float64), self.steps_done)

    @override
    def inverse(self, name: str, value: object) -> Changes:
        if name != "phi":
            return super().inverse(name, value)
        try:
            methods, _ = start_move(value, self.settings.methods)
        except UserError:
            return ()
        back = tuple(("phi", {"method": key, "to": float(self.tensors[f"{key}.phi"])}) for key in methods)
        if len(methods) < len(self.settings.methods):
            return back
        return (("phi", {"method": None, "to": float(self._estimates.start)}), *back)  # where estimates are compared

    @override
    def show(self) -> BanditFrame:
        settings, bandit, pays, phi = self.settings, self.bandit, self.pays, self.phi
        if self._curves is None:
            self._curves = curves(bandit, pays)
        after, slope = bandit.exact(phi, pays)
        before, found = worth(phi, pays.mean(0))[0], bandit.outcomes(phi, pays)
        rows = torch.tensor([METHODS.index(key) for key in settings.methods])
        expected = bandit.moments(phi, pays)[0][rows, torch.arange(len(phi))]
        metrics: dict[str, float] = {}
        for key, place, then, now, likely in zip(
            settings.methods, phi.tolist(), before.tolist(), after.tolist(), phi.sigmoid().tolist(), strict=True
        ):
            metrics |= {f"{key}.after": now, f"{key}.before": then, f"{key}.phi": place, f"{key}.likely": likely}
        return BanditFrame(
            step=self.steps_done,
            metrics=metrics,
            methods=settings.methods,
            payoffs=_array(pays),
            rate=settings.inner_rate,
            baseline=settings.baseline,
            phi=_array(phi),
            before=_array(before),
            after=_array(after),
            slope=_array(slope),
            expected=_array(expected),
            chance=_array(found.chance),
            reached=_array(found.theta.sigmoid()),
            curves=self._curves,
            episode=self._episode(bandit, pays, phi),
            comparison=self._comparison(bandit, pays),
        )

    def _episode(self, bandit: Bandit, pays: Tensor, phi: Tensor) -> Episode:
        focus = min(self.settings.focus, len(pays) - 1)
        task, start = pays[focus : focus + 1], phi.unsqueeze(1)  # (1, 2), (M, 1)
        pulls = bandit.pulled(start, task, self._shown[:2])
        gradient = bandit.gradient(pulls)
        theta = start + bandit.rate * gradient
        again = bandit.pulled(theta, task, self._shown[2:])
        return Episode(
            task=focus,
            arms=_array(torch.stack([pulls.arms[:, 0], again.arms[:, 0]])),
            paid=_array(torch.stack([pulls.paid[:, 0], again.paid[:, 0]])),
            gradient=_array(gradient[:, 0]),
            theta=_array(theta[:, 0]),
            worth=_array(torch.stack([worth(start, task)[0][:, 0], worth(theta, task)[0][:, 0]])),
        )

    def _comparison(self, bandit: Bandit, pays: Tensor) -> Comparison | None:
        expected = bandit.moments(self._estimates.start, pays)[0][:, 0]
        size = expected[-1].abs()
        if size < _LEAST:
            return None
        return self._estimates.comparison(single((expected - expected[-1]).abs() / size))


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


def start_move(value: object, methods: Sequence[str]) -> tuple[tuple[str, ...], float]:
    """Return which starts move and where to, from {"method": name or None for all, "to": number}.

    Raises:
        UserError: names what is invalid.
    """
    if not isinstance(value, Mapping) or set(value) != {"method", "to"}:
        raise refuse("phi", say("must have exactly {names}", names="method and to"))
    method, place = value["method"], value["to"]
    if method is not None and method not in methods:
        text = "must be one of {names}, or null, not {got}"
        raise refuse("phi.method", say(text, names=", ".join(methods), got=repr(method)))
    if isinstance(place, bool) or not isinstance(place, (int, float)) or not math.isfinite(place):
        raise refuse("phi.to", say("must be a number"))
    if abs(place) > REACH:
        raise refuse("phi.to", say("must lie between -{limit:.0f} and {limit:.0f}", limit=REACH))
    return tuple(methods) if method is None else (str(method),), float(place)


def _array(values: Tensor) -> Array:
    return frozen(np.array(values.numpy(), dtype=np.float64))
