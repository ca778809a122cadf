"""Defines a method: a learned start, and the rate with which it adapts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from metascope.simulator.learners.fewshot.compiled import Moved
from metascope.simulator.learners.fewshot.outer import Outer
from metascope.simulator.learners.fewshot.workspace import Workspace
from metascope.simulator.learners.rules import Rule
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import Waves


class Method(ABC):
    """A start `phi` (n,) of a network, learned on batches of tasks, that adapts to new tasks. Abstract.

    `alpha` and `outer.rate` may be changed between lessons.

    Args:
        network: of squared errors.
        phi: the initial start, (n,), which is copied.
        alpha: the rate of adapting.
        outer: moves the start.
    """

    name: ClassVar[str]

    def __init__(self, network: Network, phi: Tensor, alpha: float = 0.01, outer: Outer | None = None) -> None:
        self.network, self.phi, self.alpha, self.outer = network, phi.clone(), alpha, outer or Outer()
        self._rule, self.workspace = self.outer.begun(self.phi), Workspace()

    @property
    def rates(self) -> float | Tensor:
        """The rate of adaptation, or one per parameter (n,)."""
        return self.alpha

    @abstractmethod
    def learn(self, support: Waves, query: Waves) -> Tensor:
        """Learn from T tasks, and return the mean loss () that this lowers, as it was before."""

    def learn_all(self, waves: Waves, updates: int, shots: int) -> Tensor:
        """Learn from U batches, one after the other, by compiled code where there is any; return the losses (U,).

        Args:
            waves: of all batches, (U T, ...).
            updates: U.
            shots: how many points of each wave are support points.
        """
        each = (batch.split(shots) for batch in waves.batches(updates))
        return torch.stack([self.learn(*batch) for batch in each])

    @property
    def moved(self) -> Moved:
        """The start, and what its outer optimizer remembers."""
        return Moved(self.phi, self._rule.arrays)

    def state(self, prefix: str) -> dict[str, Tensor]:
        """Return copies of everything that training changes, with this prefix on the names."""
        rule = {f"{prefix}.rule.{name}": value for name, value in self._rule.state().items()}
        return {f"{prefix}.phi": self.phi.clone(), **rule}

    def restore(self, state: Mapping[str, Tensor], prefix: str) -> None:
        """Continue from a `state`."""
        self.phi.copy_(state[f"{prefix}.phi"])
        restore(self._rule, state, f"{prefix}.rule")

    def load(self, phi: Tensor) -> None:
        """Continue from this start (n,); the outer optimizer starts again."""
        self.phi.copy_(phi)
        self._rule = self.outer.begun(self.phi)


def restore(rule: Rule, state: Mapping[str, Tensor], prefix: str) -> None:
    """Restore a rule from its part of a `state`, with this prefix on the names."""
    rule.restore({name: state[f"{prefix}.{name}"] for name in rule.state()})
