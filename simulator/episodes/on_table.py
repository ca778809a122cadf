"""A simulation with an episode on the table, which a person changes: how that is undone, saved and loaded."""

from __future__ import annotations

import json
from abc import abstractmethod
from typing import Generic, TypeVar

from typing_extensions import override

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steering import Changes
from metascope.simulator.engine.tensor_simulation import TensorSimulation
from metascope.simulator.episodes.edits import Edits
from metascope.simulator.episodes.names import TABLE

S = TypeVar("S", bound=Settings)
F = TypeVar("F", bound=Frame)
E = TypeVar("E", bound=Edits)


class OnTable(TensorSimulation[S, F], Generic[S, F, E]):
    """What simulations with an episode on the table do alike. Abstract.

    A subclass names its `manipulations`, TABLE among them; sets `_edits` in `begin`, before it calls `super().begin()`;
    and says what JSON holds of them. Its `manipulate` changes them, and a live setting "shown" may lay another episode.
    """

    _edits: E  # what a person has done

    @abstractmethod
    def plain_table(self) -> dict[str, object]:
        """Return everything that was done as JSON holds it."""

    @abstractmethod
    def read_table(self, value: object) -> E:
        """Return what untrusted `value` describes, as `plain_table` returns it.

        Raises:
            UserError: it describes nothing that can be done to this episode.
        """

    @override
    def inverse(self, name: str, value: object) -> Changes:
        now = ((TABLE, self.plain_table()),)
        if name in self.manipulations:
            return now
        back = super().inverse(name, value)
        return (*back, *now) if name == "shown" else back

    @override
    def save(self) -> State:
        return {**super().save(), TABLE: json.dumps(self.plain_table())}

    @override
    def load(self, state: State) -> None:
        super().load(state)
        try:
            self._edits = self.read_table(json.loads(str(state[TABLE])))
        except UserError as error:
            raise ValueError(str(error)) from None
