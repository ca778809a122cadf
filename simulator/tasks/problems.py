"""What an optimizer is asked to solve: losses over flat coordinates, many problems of one family at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from torch import Generator, Tensor

TEST = -1  # instead of an update's number: the problem's own held-out examples, where it has any


@dataclass(frozen=True)
class Group:
    """A group of coordinates that belong together, such as the weights of one layer: theta[..., start:stop]."""

    name: str  # the field's symbol, such as "W₁"
    start: int
    stop: int


class Problems(ABC):
    """B problems over n coordinates each. Abstract; a final class for each family.

    Coordinates are flat: theta is (..., B, n), each problem is asked about its own points; leading axes ask about
    several points of each at once. `t` is the number of an update, counted from 0: of problems with minibatches it
    says which one is used; `TEST` asks on the examples that no update sees. Whatever is random was drawn when the
    problems were.
    """

    def __init__(self, count: int, size: int) -> None:
        self.count = count  # B
        self.size = size  # n

    @abstractmethod
    def start(self) -> Tensor:
        """Return where an optimizer begins, (B, n), drawn with the problems."""

    @abstractmethod
    def loss(self, theta: Tensor, t: int) -> Tensor:
        """Return each problem's loss (..., B) at `theta` (..., B, n); autograd can go through it, twice too."""

    @abstractmethod
    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        """Return the loss (..., B) and its gradient (..., B, n) at `theta`, without a graph."""


class Family(ABC):
    """A family of problems to draw from. Abstract; a final class for each kind.

    Promises: all problems of a family have the same coordinates, and what is drawn depends on the generator alone. That
    is the CPU's, whatever device the problems are brought to.
    """

    def __init__(self, groups: tuple[Group, ...]) -> None:
        self.groups = groups  # they cover all coordinates, in order
        self.size = groups[-1].stop  # n

    @abstractmethod
    def sample(self, count: int, updates: int, generator: Generator) -> Problems:
        """Return `count` problems, with minibatches for so many updates (of families that have minibatches)."""

    @abstractmethod
    def held_out(self, count: int, updates: int, generator: Generator) -> Problems:
        """Return problems as `sample` does, of what meta-training never sees where the family sets such apart."""
