"""Defines optimization problems: losses over flat coordinates, many problems of one family at once."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

from torch import Generator, Tensor

TEST = -1  # in place of an update's number: the problem's held-out examples, if it has any


@dataclass(frozen=True)
class Group:
    """A group of coordinates that belong together, such as the weights of one layer: theta[..., start:stop]."""

    name: str  # the field's symbol, such as "W₁"
    start: int
    stop: int


class Problems(ABC):
    """B problems over n coordinates each. Abstract; a final class for each family.

    Coordinates are flat: theta is (..., B, n), each problem is evaluated at its own points; leading axes hold several
    points per problem. `t` is the number of an update, counted from 0, which selects the minibatch of problems that
    have them; `TEST` selects the examples that no update sees. Everything random was drawn with the problems.
    """

    def __init__(self, count: int, size: int) -> None:
        self.count = count  # B
        self.size = size  # n

    @abstractmethod
    def start(self) -> Tensor:
        """Return where an optimizer starts, (B, n), drawn with the problems."""

    @abstractmethod
    def loss(self, theta: Tensor, t: int) -> Tensor:
        """Return each problem's loss (..., B) at `theta` (..., B, n), twice differentiable by autograd."""

    @abstractmethod
    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        """Return the loss (..., B) and its gradient (..., B, n) at `theta`, without a graph."""

    def accuracy(self, theta: Tensor) -> Tensor:
        """Return the share of unseen examples classified correctly (..., B); NaN where there are no classes."""
        return theta.new_full(theta.shape[:-1], math.nan)


class Family(ABC):
    """A family of problems to draw from. Abstract; a final class for each kind.

    Promises: all problems of a family have the same coordinates, and draws depend only on the generator, which is the
    CPU's, whatever device the problems are on.
    """

    def __init__(self, groups: tuple[Group, ...]) -> None:
        self.groups = groups  # they cover all coordinates, in order
        self.size = groups[-1].stop  # n

    @abstractmethod
    def sample(self, count: int, updates: int, generator: Generator) -> Problems:
        """Return `count` problems, with minibatches for `updates` updates if the family has minibatches."""

    @abstractmethod
    def held_out(self, count: int, updates: int, generator: Generator) -> Problems:
        """Return problems like `sample`, from data that meta-training never sees, if the family holds data out."""
