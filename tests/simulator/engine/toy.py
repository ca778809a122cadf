"""A simulation without learning: a number that grows by one a step, to try the engine on."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Event
from typing import final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from simulator.engine.errors import Diverged, refuse
from simulator.engine.frame import Frame
from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation, State
from simulator.engine.steering import Changes
from simulator.engine.story import all_stories
from simulator.engine.text import Message, say
from tests.waiting import SECONDS

Array = NDArray[np.float64]
SURFACE = np.zeros(1000)


@dataclass(frozen=True, kw_only=True)
class ToySurface:
    heights: Array  # (1000,) shared by frames


@dataclass(frozen=True, kw_only=True)
class ToyFrame(Frame):
    place: Array  # (1,)
    surface: ToySurface
    notices: tuple[Message, ...] = ()

    def ticks(self) -> int:
        return 2


def captions_of(frame: Frame, method: str) -> tuple[Message, ...]:
    return (say("start"), say("update"))


def frame(step: int, size: int = 1, surface: Array = SURFACE, metrics: Mapping[str, float] | None = None) -> ToyFrame:
    shared = ToySurface(heights=surface)
    return ToyFrame(step=step, metrics=metrics or {"toy.place": float(step)}, place=np.full(size, 1.0), surface=shared)


@final
class ToySimulation(Simulation):
    """Goes wrong where told to: "diverge", "nan" or "defect" at step `wrong_at`. No step ends before `may_end`."""

    def __init__(self, *, pause: float = 0.0, may_end: Event | None = None, wrong: str = "", wrong_at: int = 5) -> None:
        self.pause = pause
        self.under_way, self.may_end = Event(), may_end
        self.wrong, self.wrong_at = wrong, wrong_at
        self.done = 0
        self.place = 0.0
        self.drafts: list[object] = []
        self.threads = torch.get_num_threads()

    @property
    def settings(self) -> Settings:
        return all_stories()["landscapes"].settings()

    def look(self) -> Frame:
        return frame(self.done, metrics={"toy.place": self.place})

    def step(self) -> Frame:
        self.under_way.set()
        if self.may_end is not None:
            assert self.may_end.wait(SECONDS)
        time.sleep(self.pause)
        if self.done + 1 == self.wrong_at and self.wrong == "diverge":
            raise Diverged(say("alpha x largest curvature = {product} > 2", product=2.3))
        if self.done + 1 == self.wrong_at and self.wrong == "defect":
            raise ZeroDivisionError("one over nought")
        self.done += 1
        self.place += 1.0
        if self.done == self.wrong_at and self.wrong == "nan":
            return frame(self.done, metrics={"toy.place": self.place, "toy.loss": math.nan})
        return self.look()

    def change(self, name: str, value: object, draft: bool = False) -> None:
        if name not in ("place", "wrong") or (name == "place" and not isinstance(value, float)):
            raise refuse(name, say("cannot be {value}", value=value))
        if name == "wrong":
            self.wrong = str(value)
        elif isinstance(value, float):
            self.drafts.append(value)
            self.place = value

    def inverse(self, name: str, value: object) -> Changes:
        return (("place", self.place),) if name == "place" else ()

    def weights(self) -> dict[str, Tensor]:
        return {"toy.place": torch.tensor([self.place])}

    def load_weights(self, weights: Mapping[str, Tensor], step: int | None = None) -> None:
        self.place = float(weights["toy.place"][0])

    def state(self) -> State:
        return {"done": self.done, "place": self.place}

    def restore(self, state: State) -> None:
        self.done, self.place = int(str(state["done"])), float(str(state["place"]))
