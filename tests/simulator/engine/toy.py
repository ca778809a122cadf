"""A simulation without learning: a number that grows by one a step, to try the engine on."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.errors import Diverged, refuse
from metascope.simulator.engine.frame import Block, Frame
from metascope.simulator.engine.history.rows import Array, Steps
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation, State
from metascope.simulator.engine.steering import Changes
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import Message, say
from tests.waiting import SECONDS

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
class ToyBlock(Block):
    """Frames as `frame` gives them; "toy.tenth" is measured at every tenth meta-step."""

    def __init__(self, steps: Steps, places: Array, tenths: Array, size: int = 1) -> None:
        self._steps, self._metrics = steps, {"toy.place": places, "toy.tenth": tenths}
        self._arrays = np.full((len(steps), size), 1.0)
        self.made: list[int] = []  # the steps of frames that were made

    @classmethod
    def of(cls, first: int, count: int, *, place: float | None = None, size: int = 1) -> ToyBlock:
        """Return the meta-steps from `first` on; `place` is that of the first."""
        steps = np.arange(first, first + count)
        places = steps.astype(np.float64) + ((first if place is None else place) - first)
        return cls(steps, places, np.where(steps % 10 == 0, places, np.nan), size)

    @property
    def steps(self) -> Steps:
        return self._steps

    @property
    def metrics(self) -> Mapping[str, Array]:
        return self._metrics

    @property
    def nbytes(self) -> int:
        return self._steps.nbytes + self._arrays.nbytes + sum(column.nbytes for column in self._metrics.values())

    def frame(self, place: int) -> ToyFrame:
        self.made.append(int(self._steps[place]))
        metrics = {name: float(column[place]) for name, column in self._metrics.items()}
        seen = {name: value for name, value in metrics.items() if not math.isnan(value)}
        return frame(self.made[-1], self._arrays.shape[1], metrics=seen)

    def only(self, places: Sequence[int]) -> ToyBlock:
        chosen = list(places)
        place, tenth = (column[chosen] for column in self._metrics.values())
        return ToyBlock(self._steps[chosen], place, tenth, self._arrays.shape[1])


@final
class ToySimulation(Simulation):
    """Goes wrong where told to: "diverge", "nan", "inf" or "defect" at step `wrong_at`. No step ends before `may_end`.

    One that `leaps` does meta-steps in blocks, but at most 100 at a time.
    """

    def __init__(
        self,
        *,
        pause: float = 0.0,
        may_end: Event | None = None,
        wrong: str = "",
        wrong_at: int = 5,
        leaps: bool = False,
        tenths: bool = False,
    ) -> None:
        self.leaps, self.tenths = leaps, leaps or tenths
        self.engine = "compiled" if leaps else "reference"
        self.asked: list[int] = []  # numbers of meta-steps to be done in one go
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
        tenth = {"toy.tenth": self.place} if self.tenths and self.done % 10 == 0 else {}
        return frame(self.done, metrics={"toy.place": self.place, **tenth})

    def advance(self, count: int, every: int = 1, most: int = 0) -> ToyBlock | None:
        if not self.leaps:
            return None
        self.asked.append(count)
        count = min(count, 100)
        if self.wrong and self.done < self.wrong_at <= self.done + count and self.wrong != "inf":
            count = self.wrong_at - self.done - 1
        time.sleep(self.pause * count)
        block = ToyBlock.of(self.done + 1, count, place=self.place + 1.0)
        if self.wrong == "inf":
            block.metrics["toy.place"][block.steps == self.wrong_at] = math.inf
        self.done, self.place = self.done + count, self.place + count
        return block

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
