"""What all compared methods are: a start that is learned, and the rate with which it adapts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from torch import Tensor

from simulator.learners.fewshot.outer import Outer
from simulator.learners.fewshot.workspace import Workspace
from simulator.learners.rules import Rule
from simulator.tasks.networks import Network
from simulator.tasks.waves import Waves


class Method(ABC):
    """A start `phi` (n,) of a network, learned on batches of tasks, from which a new one is adapted to. Abstract.

    `alpha` and `outer.rate` may be changed between lessons.

    Args:
        network: of squared errors.
        phi: where learning begins, (n,); it is copied.
        alpha: the rate of adapting.
        outer: moves the start.
    """

    name: ClassVar[str]

    def __init__(self, network: Network, phi: Tensor, alpha: float = 0.01, outer: Outer | None = None) -> None:
        self.network, self.phi, self.alpha, self.outer = network, phi.clone(), alpha, outer or Outer()
        self._rule, self.workspace = self.outer.begun(self.phi), Workspace()

    @property
    def rates(self) -> float | Tensor:
        """The rate of adapting, or one for each parameter (n,)."""
        return self.alpha

    @abstractmethod
    def learn(self, support: Waves, query: Waves) -> Tensor:
        """Learn from T tasks, and return the mean loss () that was lowered, as it was before."""

    def state(self, prefix: str) -> dict[str, Tensor]:
        """Return copies of everything that learning changes, the names with this prefix."""
        rule = {f"{prefix}.rule.{name}": value for name, value in self._rule.state().items()}
        return {f"{prefix}.phi": self.phi.clone(), **rule}

    def restore(self, state: Mapping[str, Tensor], prefix: str) -> None:
        """Go on from a `state`."""
        self.phi.copy_(state[f"{prefix}.phi"])
        restore(self._rule, state, f"{prefix}.rule")

    def load(self, phi: Tensor) -> None:
        """Go on from this start (n,); the outer optimizer begins anew."""
        self.phi.copy_(phi)
        self._rule = self.outer.begun(self.phi)


def restore(rule: Rule, state: Mapping[str, Tensor], prefix: str) -> None:
    """Let a rule go on from its part of a `state`, the names with this prefix."""
    rule.restore({name: state[f"{prefix}.{name}"] for name in rule.state()})
