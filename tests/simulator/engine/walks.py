"""A random walk of a few numbers, to try the base classes of simulations on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import Single, single
from metascope.simulator.engine.computing import DeviceKind, device_setting
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.compatibility import Describe
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings, setting
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steerable_simulation import SteerableSimulation, real
from metascope.simulator.engine.tensor_simulation import TensorSimulation
from metascope.simulator.engine.text import Message, say


class WalkSettings(Settings):
    rate: float = setting(0.1, "Rate", help="Length of a step", live=True, low=0.0, high=float("1e300"))
    size: int = setting(3, "Size", help="Numbers", low=1, high=9)
    device: DeviceKind = device_setting()


@dataclass(frozen=True, kw_only=True)
class WalkFrame(Frame):
    place: Single

    def ticks(self) -> int:
        return 1


class Walk(TensorSimulation[WalkSettings, WalkFrame]):
    """Counts, in "seen", the steps since the weights were loaded; "loss" is NaN until there is one."""

    may_be_nan = frozenset({"loss"})

    def initial(self) -> dict[str, Tensor]:
        place = torch.randn(self.settings.size, generator=self.generator(1)).to(self.device)
        return {"place": place, "seen": torch.zeros(1, dtype=torch.int64), "loss": torch.full((1,), torch.nan)}

    def learn(self) -> None:
        step = torch.randn(self.settings.size, generator=self.draws).to(self.device)
        self.tensors["place"] = self.tensors["place"] + self.settings.rate * step
        self.tensors["seen"] += 1
        self.tensors["loss"] = self.tensors["place"].square().mean().reshape(1)

    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {"walk.first": tensors["place"][:1], "walk.others": tensors["place"][1:]}

    def weights_loaded(self) -> None:
        self.tensors["seen"].zero_()

    def show(self) -> WalkFrame:
        place = single(self.tensors["place"])
        return WalkFrame(step=self.steps_done, metrics={"walk.place": float(place.mean())}, place=place)


class OwnWords(Walk):
    def divergence(self, names: Sequence[str]) -> Message:
        return say("step {step} leads nowhere", step=self.steps_done)


class Above(Walk):
    """Its places are above 0 where they come from a file."""

    @property
    def describe(self) -> Describe:
        return lambda weights: say("a walk of {names}", names=", ".join(sorted(weights)))

    def weights_fault(self) -> Message | None:
        return None if bool((self.tensors["place"] > 0).all()) else say("not above 0")


class Plain(SteerableSimulation[WalkSettings, WalkFrame]):
    """The same without tensors, and a hand that moves it: "push", by a number below 10."""

    manipulations = ("push",)
    shown = 0  # times that a frame was made

    def begin(self) -> None:
        self.place = 0.0

    def learn(self) -> None:
        self.place += self.settings.rate

    def setting_changed(self, name: str, before: WalkSettings, draft: bool) -> None:
        if self.settings.rate > 5.0:
            raise refuse("rate", say("must be at most 5 here"))
        self.place += 100.0 * draft

    def manipulate(self, name: str, value: object, draft: bool) -> None:
        if not isinstance(value, float) or value >= 10:
            raise refuse(name, say("must be a number below 10"))
        self.place += value

    def show(self) -> WalkFrame:
        self.shown += 1
        return WalkFrame(step=self.steps_done, metrics={"walk.place": self.place}, place=single(torch.zeros(1)))

    def save(self) -> State:
        return {"place": self.place}

    def load(self, state: State) -> None:
        self.place = real(state, "place")

    def weights(self) -> dict[str, Tensor]:
        return {}

    def load_weights(self, weights: object, step: int | None = None) -> None:
        raise NotImplementedError
