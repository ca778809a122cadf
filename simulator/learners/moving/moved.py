"""Hands a rule to compiled kernels, which move a vector in its stead."""

from __future__ import annotations

from typing import final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.learners.rules import Adam, RmsProp, Rule

NONE = -1  # instead of a rule's number: the vector stays where it is
_COUNT = "count"  # Adam's steps so far


@final
class Moved:
    """What `moving.kernel` needs to know of a rule. The kernel changes the rule's memory in place.

    Args:
        rule: None, if nothing is to be moved.
    """

    def __init__(self, rule: Rule | None = None) -> None:
        self._rule = rule
        self.number = NONE if rule is None else rule.NUMBER
        self.eps = rule.eps if isinstance(rule, RmsProp) else 0.0
        found = [] if rule is None else [value for name, value in rule.memory.items() if name != _COUNT]
        self.memory: list[Tensor] = [*found, *[torch.empty(0)] * (3 - len(found))]
        self.powers = np.ones(2)  # of Adam's betas
        if isinstance(rule, Adam):
            done = float(rule.memory[_COUNT])
            self.powers[:] = Adam.BETA_1**done, Adam.BETA_2**done

    def done(self, steps: int) -> None:
        """Count steps that the kernel did."""
        if isinstance(self._rule, Adam):
            self._rule.memory[_COUNT].add_(steps)
