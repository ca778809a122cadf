"""Implements optimizers of weights in one vector: RMSProp in two forms, and Adam.

Published Neural Turing Machines were trained with these. A rule updates its vector in place, in a few operations.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Literal, final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import copied

Clip = Literal["elements", "norm"]


def clip(gradient: Tensor, largest: float, by: Clip) -> None:
    """Clip a gradient (n,) in place: each element to +- `largest`, or its norm to `largest`."""
    if by == "elements":
        gradient.clamp_(-largest, largest)
    else:
        gradient.mul_(torch.clamp(largest / torch.linalg.vector_norm(gradient), max=1.0))  # a norm of 0 gives 1


class Rule(ABC):
    """An optimizer of one vector, (n,). Abstract.

    Promises: a rule that restores another's `state` does exactly the same steps.
    """

    NUMBER: ClassVar[int]  # by which compiled kernels know it

    def __init__(self, vector: Tensor, names: tuple[str, ...]) -> None:
        self._memory = {name: torch.zeros_like(vector) for name in names}  # its state, (n,) each
        self._room = torch.empty_like(vector)

    @abstractmethod
    def step(self, vector: Tensor, gradient: Tensor, rate: float) -> None:
        """Move the vector (n,) in place, given the gradient (n,)."""

    @property
    def memory(self) -> Mapping[str, Tensor]:
        """The rule's state itself, which a compiled kernel may move on in place."""
        return self._memory

    def state(self) -> dict[str, Tensor]:
        """Return a copy of the rule's state, on the CPU."""
        return {name: copied(value) for name, value in self._memory.items()}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Continue from a `state`."""
        for name, value in self._memory.items():
            value.copy_(state[name])


@final
class GravesRmsProp(Rule):
    """Centred RMSProp (Graves, "Generating Sequences With Recurrent Neural Networks", 2013, eq. 38-41).

    n = .95 n + .05 g²,  m = .95 m + .05 g,  D = .9 D - rate g / sqrt(n - m² + 1e-4),  and the vector moves by D.
    """

    NUMBER = 0
    DECAY, MOMENTUM, EPS = 0.95, 0.9, 1e-4

    def __init__(self, vector: Tensor) -> None:
        super().__init__(vector, ("square", "mean", "move"))

    @override
    def step(self, vector: Tensor, gradient: Tensor, rate: float) -> None:
        square, mean, move = self._memory["square"], self._memory["mean"], self._memory["move"]
        square.mul_(self.DECAY).addcmul_(gradient, gradient, value=1 - self.DECAY)
        mean.lerp_(gradient, 1 - self.DECAY)
        torch.addcmul(square, mean, mean, value=-1, out=self._room).add_(self.EPS).sqrt_()
        vector.add_(move.mul_(self.MOMENTUM).addcdiv_(gradient, self._room, value=-rate))


@final
class RmsProp(Rule):
    """RMSprop as torch has it: v = alpha v + (1 - alpha) g²,  D = mu D + g / (sqrt v + eps),  a move by -rate D.

    Once a task is solved, g vanishes, and with a tiny eps its noise causes steps as large as ever.
    """

    NUMBER = 1
    ALPHA, MOMENTUM = 0.95, 0.9

    def __init__(self, vector: Tensor, eps: float = 1e-8) -> None:
        super().__init__(vector, ("square", "move"))
        self.eps = eps

    @override
    def step(self, vector: Tensor, gradient: Tensor, rate: float) -> None:
        square, move = self._memory["square"], self._memory["move"]
        square.mul_(self.ALPHA).addcmul_(gradient, gradient, value=1 - self.ALPHA)
        torch.sqrt(square, out=self._room).add_(self.eps)
        vector.sub_(move.mul_(self.MOMENTUM).addcdiv_(gradient, self._room), alpha=rate)


@final
class Adam(Rule):
    """Adam (Kingma and Ba, 2015, algorithm 1)."""

    NUMBER = 2
    BETA_1, BETA_2, EPS = 0.9, 0.999, 1e-8

    def __init__(self, vector: Tensor) -> None:
        super().__init__(vector, ("first", "second"))
        self._memory["count"] = torch.zeros((), dtype=torch.float64)  # on the CPU: it is read at once

    @override
    def step(self, vector: Tensor, gradient: Tensor, rate: float) -> None:
        """Move the vector by -rate m-hat / (sqrt v-hat + eps)."""
        first, second, count = self._memory["first"], self._memory["second"], self._memory["count"]
        t = float(count.add_(1))
        first.lerp_(gradient, 1 - self.BETA_1)
        second.mul_(self.BETA_2).addcmul_(gradient, gradient, value=1 - self.BETA_2)
        torch.sqrt(second, out=self._room).div_((1 - self.BETA_2**t) ** 0.5).add_(self.EPS)
        vector.addcdiv_(first, self._room, value=-rate / (1 - self.BETA_1**t))


RULES: dict[str, type[GravesRmsProp | RmsProp | Adam]] = {"graves": GravesRmsProp, "rmsprop": RmsProp, "adam": Adam}
