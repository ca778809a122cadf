"""Holds weights that are trained as one vector, and the optimizer that moves them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import copied
from metascope.simulator.learners.rules import Rule

Weights = dict[str, Tensor]


@final
class Trained:
    """Weights stored in one vector, and the optimizer that moves it.

    Args:
        weights: to begin with, by name; they are copied.
        fixed: names of those that stay as they are.
        rule: makes the optimizer of the vector.
        device: where weights and optimizer are; None: where the given weights are. States are always on the CPU.
    """

    def __init__(
        self,
        weights: Weights,
        fixed: tuple[str, ...],
        rule: Callable[[Tensor], Rule],
        device: torch.device | None = None,
    ) -> None:
        self.weights = {name: weight.to(device, copy=True) for name, weight in weights.items()}
        self._moved = {name: weight for name, weight in self.weights.items() if name not in fixed}
        self.vector = torch.cat([weight.reshape(-1) for weight in self._moved.values()])
        self.weights = self.read(self.vector)
        self._new_rule = rule
        self.rule = rule(self.vector)

    def load(self, weights: Mapping[str, Tensor]) -> None:
        """Continue from these valid weights; the optimizer starts again."""
        for name, weight in self.weights.items():
            weight.copy_(weights[name])
        self.rule = self._new_rule(self.vector)

    def read(self, vector: Tensor) -> Weights:
        """Return the weights with the trained ones taken from another vector, as views of it."""
        parts = iter(torch.split(vector, [weight.numel() for weight in self._moved.values()]))
        return {n: next(parts).view_as(w) if n in self._moved else w for n, w in self.weights.items()}

    def tensors(self, prefix: str) -> dict[str, Tensor]:
        """Return everything by name, as a `TensorSimulation` keeps it: what is copied into these continues."""
        found = {f"{prefix}.weights.{name}": weight for name, weight in self.weights.items()}
        return found | {f"{prefix}.rule.{name}": value for name, value in self.rule.memory.items()}

    def forget(self) -> None:
        """Start the optimizer again, in place, after other weights were loaded."""
        for value in self.rule.memory.values():
            value.zero_()

    def state(self, prefix: str) -> dict[str, Tensor]:
        """Return copies of everything, on the CPU, with this prefix on the names."""
        found = {f"{prefix}.weights.{name}": copied(weight) for name, weight in self.weights.items()}
        return found | {f"{prefix}.rule.{name}": value for name, value in self.rule.state().items()}

    def restore(self, state: Mapping[str, Tensor], prefix: str) -> None:
        """Continue from a `state`.

        Raises:
            ValueError: a shape is another.
        """
        for name, weight in self.weights.items():
            given = state[f"{prefix}.weights.{name}"]
            if given.shape != weight.shape:
                raise ValueError(f"{name} must be {tuple(weight.shape)}")
            weight.copy_(given)
        self.rule.restore({name: state[f"{prefix}.rule.{name}"] for name in self.rule.state()})


def averaged(costs: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return the mean of each method's costs over several updates."""
    paid: dict[str, list[float]] = {}
    for found in costs:
        for name, cost in found.items():
            paid.setdefault(name, []).append(cost)
    return {name: sum(each) / len(each) for name, each in paid.items()}
