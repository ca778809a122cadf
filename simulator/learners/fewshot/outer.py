"""Implements the outer optimizers of the few-shot methods: Adam or plain gradient descent, with optional clipping."""

from __future__ import annotations

from typing import Literal, final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.learners.rules import Adam, Rule, clip

OuterRule = Literal["adam", "sgd"]


@final
class FusedAdam(Rule):
    """The same Adam as `rules.Adam`, in one operation instead of seven."""

    def __init__(self, vector: Tensor) -> None:
        super().__init__(vector, ("first", "second"))
        self._memory["count"] = torch.zeros((), dtype=torch.float32, device=vector.device)

    @property
    def arrays(self) -> tuple[Tensor, ...]:
        """What it remembers, to be changed in place: the moments (n,), and the count of steps ()."""
        return tuple(self._memory.values())

    @override
    def step(self, vector: Tensor, gradient: Tensor, rate: float) -> None:
        """Move the vector (n,) in place, given the gradient (n,)."""
        first, second, count = self._memory["first"], self._memory["second"], self._memory["count"].add_(1)
        torch._fused_adam_(
            [vector],
            [gradient],
            [first],
            [second],
            [],
            [count],
            lr=rate,
            beta1=Adam.BETA_1,
            beta2=Adam.BETA_2,
            weight_decay=0.0,
            eps=Adam.EPS,
            amsgrad=False,
            maximize=False,
        )


@final
class Descent(Rule):
    """Gradient descent without any state."""

    def __init__(self, vector: Tensor) -> None:
        super().__init__(vector, ())

    @property
    def arrays(self) -> tuple[Tensor, ...]:
        """Nothing, which is what it remembers."""
        return ()

    @override
    def step(self, vector: Tensor, gradient: Tensor, rate: float) -> None:
        """Move the vector (n,) by -rate * gradient (n,)."""
        vector.sub_(gradient, alpha=rate)


RULES: dict[OuterRule, type[FusedAdam | Descent]] = {"adam": FusedAdam, "sgd": Descent}


@final
class Outer:
    """The outer optimizer of one vector. `rate` and `largest` may change at any time.

    Args:
        rate: of learning, beta.
        rule: "adam" (Kingma and Ba, 2015) or "sgd".
        largest: norm to which larger gradients are clipped; None: no clipping.
    """

    def __init__(self, rate: float = 1e-3, rule: OuterRule = "adam", largest: float | None = None) -> None:
        self.rate, self.rule, self.largest = rate, rule, largest

    def begun(self, vector: Tensor) -> FusedAdam | Descent:
        """Return a new rule for a vector (n,)."""
        return RULES[self.rule](vector)

    def step(self, rule: Rule, vector: Tensor, gradient: Tensor) -> None:
        """Move the vector (n,) in place, after clipping the gradient (n,) in place."""
        if self.largest is not None:
            clip(gradient, self.largest, "norm")
        rule.step(vector, gradient, self.rate)
