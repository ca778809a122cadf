"""Stands at a frame that another program recorded, and trains nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn, final

import numpy as np
from typing_extensions import override

from metascope.simulator.engine.arrays import Single, frozen
from metascope.simulator.engine.errors import Diverged, refuse
from metascope.simulator.engine.simulation import State, Weights
from metascope.simulator.engine.steerable_simulation import SteerableSimulation
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.simulator.stories.own.settings import OwnSettings

if TYPE_CHECKING:
    from torch import Tensor

_KINDS = ("paths", "heatmaps", "gates")


@final
class OwnSimulation(SteerableSimulation[OwnSettings, OwnFrame]):
    """The last frame of a recorded run; a meta-step is refused: only the program that recorded it can do one."""

    @classmethod
    def at(cls, settings: OwnSettings, frame: OwnFrame) -> OwnSimulation:
        """Return the simulation of a run whose newest frame this is."""
        made = cls(settings)
        made._shown, made.steps_done = frame, frame.step
        return made

    @override
    def begin(self) -> None:
        self._shown = OwnFrame(
            step=0, metrics={}, methods=self.settings.methods, paths={}, heatmaps={}, gates={}, undefined={}
        )

    @override
    def learn(self) -> NoReturn:
        raise Diverged(self.explained(say("")))

    @override
    def explained(self, reason: Message) -> Message:
        return say("this run is recorded by another program, which alone can do its meta-steps")

    @override
    def show(self) -> OwnFrame:
        return self._shown

    @override
    def save(self) -> State:
        """Return the frame: its arrays by kind and name, and its numbers as text."""
        shown = self._shown
        arrays = {f"{kind}/{name}": it for kind in _KINDS for name, it in getattr(shown, kind).items()}
        numbers = {"metrics": dict(shown.metrics), "undefined": dict(shown.undefined)}
        return {"numbers": json.dumps(numbers), **arrays}

    @override
    def load(self, state: State) -> None:
        numbers = json.loads(str(state["numbers"]))
        found: dict[str, dict[str, Single]] = {kind: {} for kind in _KINDS}
        for key, value in state.items():
            kind, slash, name = key.partition("/")
            if slash:
                found[kind][name] = frozen(np.array(value, np.float32))
        self._shown = OwnFrame(
            step=int(str(state["step"])),
            metrics={str(name): float(value) for name, value in numbers["metrics"].items()},
            undefined={str(name): float(value) for name, value in numbers["undefined"].items()},
            methods=self.settings.methods,
            paths=found["paths"],
            heatmaps=found["heatmaps"],
            gates=found["gates"],
        )

    @override
    def weights(self) -> dict[str, Tensor]:
        return {}

    @override
    def load_weights(self, weights: Weights, step: int | None = None) -> None:
        raise refuse("weights", say("cannot be opened here: this run is recorded by another program"))
