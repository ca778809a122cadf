"""Simulates the bandit story: starts that climb by other estimates of the same meta-gradient."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steering import Changes
from metascope.simulator.engine.tensor_simulation import TensorSimulation
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.learners.kernels import TWO_ARMS
from metascope.simulator.learners.policy_gradient.arms.compiled import Trained, train
from metascope.simulator.learners.policy_gradient.arms.reference import Rules, estimate, measured, moved
from metascope.simulator.learners.policy_gradient.comparing import Estimates
from metascope.simulator.stories.bandits.block import BanditBlock
from metascope.simulator.stories.bandits.frame import BanditFrame, Curves
from metascope.simulator.stories.bandits.names import METHOD_NAMES, REACH
from metascope.simulator.stories.bandits.settings import BanditSettings
from metascope.simulator.stories.bandits.showing import Shown, bandit_of, columns, curves, kinds_of, pays_of

_EPISODE = 2  # a stream of random numbers
_MOST = 4096  # meta-steps of one block
_OTHER = ("payoffs", "inner_rate", "baseline")  # settings that make other curves


@final
class BanditSimulation(TensorSimulation[BanditSettings, BanditFrame]):
    """Every start does a few updates on the same tasks with the same random numbers; a person may drag all starts.

    The manipulation "phi" takes {"method": name, or None for all, "to": number}.
    """

    manipulations = ("phi",)

    @override
    @classmethod
    def kernels(cls, settings: BanditSettings) -> tuple[Kernel, ...]:
        return (TWO_ARMS,)

    @override
    def initial(self) -> dict[str, Tensor]:
        settings = self.settings
        start = torch.tensor([settings.start], dtype=torch.float64)
        self._estimates = Estimates(start)
        self._estimates.begin_anew(start, 0)
        self._curves: Curves | None = None
        self._alike: Shown | None = None
        self._block: BanditBlock | None = None  # whose last frame is the present one, of a compiled run
        self._pulled = torch.rand(4, 1, settings.pulls, generator=self.generator(_EPISODE), dtype=torch.float64)
        return {f"{key}.phi": start[0].clone() for key in settings.methods} | self._estimates.tensors("estimates")

    @property
    def phi(self) -> Tensor:
        """The starts, (M,)."""
        return torch.stack([self.tensors[f"{key}.phi"] for key in self.settings.methods])

    @override
    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {name: tensor for name, tensor in tensors.items() if name.endswith(".phi")}

    @override
    def learn(self) -> None:
        if self.engine == "compiled":
            self._take(self._trained(1))
            return
        rules, phi = self._rules(), self.phi
        estimate(rules, self._estimates, self.steps_done)
        self._put(moved(rules, phi, self.draws))

    @override
    def advance(self, count: int, every: int = 1, most: int = 0) -> BanditBlock | None:
        if self.engine == "reference":
            return None
        done = self._trained(min(count, _MOST))
        if len(done.phi) == 1:
            return None
        self._take(done)
        self.steps_done, self._frame = self.steps_done + len(done.phi) - 1, None
        return self._block

    def _rules(self) -> Rules:
        settings = self.settings
        return Rules(
            bandit_of(settings),
            pays_of(settings),
            kinds_of(settings),
            updates=settings.updates if settings.learn else 0,
            tasks=settings.tasks,
            outer_rate=settings.outer_rate,
            draws=settings.draws,
            seed=settings.seed,
        )

    def _trained(self, count: int) -> Trained:
        """Do so many meta-steps with the compiled kernel."""
        return train(self._rules(), self.phi, self._estimates, self.draws, self.steps_done, count)

    def _take(self, done: Trained) -> None:
        """Go on from the last of these meta-steps; where there is none, from starts that are not finite."""
        if len(done.phi) == 1:
            self._put(torch.full_like(self.phi, math.nan))
            return
        self._put(torch.from_numpy(done.phi[-1].copy()))
        self._estimates.put(torch.from_numpy(done.estimates[-1].copy()))
        phi, about, rows = (part[1:].copy() for part in (done.phi, done.measured, done.estimates))
        self._block = BanditBlock(self.steps_done + 1, phi, about, rows, self._shown())

    def _put(self, phi: Tensor) -> None:
        for key, value in zip(self.settings.methods, phi, strict=True):
            self.tensors[f"{key}.phi"].copy_(value)

    @override
    def weights_loaded(self) -> None:
        self._block = None

    @override
    def load(self, state: State) -> None:
        super().load(state)
        self._block = self._alike = None

    @override
    def divergence(self, names: Sequence[str]) -> Message:
        methods = dict.fromkeys(METHOD_NAMES.get(name.partition(".")[0], name) for name in names)
        return say("the starts of {methods} became NaN or infinite", methods=listed(methods))

    @override
    def setting_changed(self, name: str, before: BanditSettings, draft: bool) -> None:
        """Follow a live setting: other tasks or steps have other curves, and estimates begin anew."""
        self._block = self._alike = None
        if name in _OTHER:
            self._curves = None
            self._estimates.begin_anew(self._estimates.start.clone(), self.steps_done)

    @override
    def manipulate(self, name: str, value: object, draft: bool) -> None:
        """Move one start, or all of them and the place where estimates are compared."""
        methods, place = start_move(value, self.settings.methods)
        self._block = self._alike = None
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
        if self.engine == "compiled":
            if self._block is None:
                done = self._trained(0)
                self._block = BanditBlock(self.steps_done, done.phi, done.measured, done.estimates, self._shown())
            return self._block.frame(-1)
        settings, phi = self.settings, self.phi
        about = measured(self._rules(), phi)
        metrics = columns(settings, phi.numpy()[None], about.numpy()[None])
        told = {name: float(column[0]) for name, column in metrics.items()}
        return self._shown().frame(self.steps_done, told, phi, about, self._estimates.row())

    def _shown(self) -> Shown:
        """Return what the coming frames have alike."""
        if self._alike is None:
            if self._curves is None:
                self._curves = curves(bandit_of(self.settings), pays_of(self.settings))
            start = self._estimates.start.clone()
            self._alike = Shown(self.settings, self._pulled, self._curves, start, self._estimates.begun)
        return self._alike


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
