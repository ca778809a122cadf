"""Describes the networks that adapt to pictures: blocks of convolution or layers of units, and a linear head.

Every block and layer is normalized by statistics of a batch of its own task, so none has a bias. Weights are named:
"block1.filters" (C, C before, 3, 3) or "layer1.weights" (C, D), with "block1.scale" and "block1.shift" (C,); last
"head.weights" (N, E) and "head.bias" (N,). Axes: S pixels along an edge, C channels or units, E features, N ways.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Literal, final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding.reference import initial_block, statistics_among
from metascope.simulator.learners.trained import Weights as Weights

Shrinking = Literal["pool", "stride"]
Reading = Literal["flat", "mean"]
HEAD = ("head.weights", "head.bias")


class Network(ABC):
    """A classifier of small pictures. Abstract."""

    side: int  # S
    ways: int  # N

    @property
    @abstractmethod
    def names(self) -> tuple[str, ...]:
        """Return the names of the blocks or layers before the head."""

    @property
    @abstractmethod
    def features(self) -> int:
        """Return E, the numbers that the head is given."""

    @property
    @abstractmethod
    def multiply_adds(self) -> int:
        """Return the multiplications for one picture."""

    @abstractmethod
    def shapes(self) -> dict[str, tuple[int, ...]]:
        """Return the shape of each weight by name, in the order of the network."""

    @property
    def parameters(self) -> int:
        """Return how many numbers are trained."""
        return sum(math.prod(shape) for shape in self.shapes().values())

    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        """Return initial weights: uniform within 1 / sqrt(fan-in), as torch draws them; scales 1, shifts 0."""
        found = self._body(generator, dtype)
        return found | {name: _uniform(self.shapes()[name], self.features, generator, dtype) for name in HEAD}

    @abstractmethod
    def _body(self, generator: Generator, dtype: torch.dtype) -> Weights: ...


@final
@dataclass(frozen=True)
class Convolutional(Network):
    """Blocks of 3 x 3 convolution, batch normalization, ReLU and halving, then a linear layer.

    With "pool", blocks are those of Vinyals et al. (2016); with "stride", every convolution takes each second pixel, as
    Finn et al. (2017) have it for Omniglot, who read the mean over the last map. Nichol et al. (2018) read all of it.
    """

    side: int = 14  # S
    width: int = 32  # C
    count: int = 3  # blocks
    ways: int = 5
    shrinking: Shrinking = "pool"
    reading: Reading = "flat"

    def __post_init__(self) -> None:
        assert min(self.width, self.count, self.ways, self.sides[-1]) >= 1

    @property
    def sides(self) -> tuple[int, ...]:
        """Return the side of what each block is given, then that of the map which the last one gives: (count + 1,)."""
        found = [self.side]
        for _ in range(self.count):
            found.append((found[-1] + (self.shrinking == "stride")) // 2)
        return tuple(found)

    @property
    def given(self) -> tuple[int, ...]:
        """Return the channels that each block is given, (count,)."""
        return (1, *[self.width] * (self.count - 1))

    @override
    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"block{block + 1}" for block in range(self.count))

    @override
    @property
    def features(self) -> int:
        return self.width if self.reading == "mean" else self.width * self.sides[-1] ** 2

    @override
    @property
    def multiply_adds(self) -> int:
        seen = self.sides[1:] if self.shrinking == "stride" else self.sides[:-1]
        blocks = sum(9 * given * self.width * side**2 for given, side in zip(self.given, seen, strict=True))
        return blocks + self.features * self.ways

    @override
    def shapes(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for name, given in zip(self.names, self.given, strict=True):
            found |= {f"{name}.filters": (self.width, given, 3, 3)} | _normal(name, self.width)
        return found | _head(self.ways, self.features)

    @override
    def _body(self, generator: Generator, dtype: torch.dtype) -> Weights:
        found: Weights = {}
        for name, given in zip(self.names, self.given, strict=True):
            found |= initial_block(name, given, self.width, generator, dtype)
        return {name: found[name] for name in found if name not in statistics_among(found)}


@final
@dataclass(frozen=True)
class Perceptron(Network):
    """Layers of units with batch normalization and ReLU, then a linear layer.

    Finn et al. (2017) have units of 256, 128, 64 and 64 for Omniglot without convolution.
    """

    side: int = 14  # S
    units: tuple[int, ...] = (64, 64)
    ways: int = 5

    def __post_init__(self) -> None:
        assert min(self.side, self.ways, len(self.units), *self.units) >= 1

    @override
    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"layer{layer + 1}" for layer in range(len(self.units)))

    @property
    def given(self) -> tuple[int, ...]:
        """Return the numbers that each layer is given."""
        return (self.side**2, *self.units[:-1])

    @override
    @property
    def features(self) -> int:
        return self.units[-1]

    @override
    @property
    def multiply_adds(self) -> int:
        layers = sum(given * units for given, units in zip(self.given, self.units, strict=True))
        return layers + self.features * self.ways

    @override
    def shapes(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for name, given, units in zip(self.names, self.given, self.units, strict=True):
            found |= {f"{name}.weights": (units, given)} | _normal(name, units)
        return found | _head(self.ways, self.features)

    @override
    def _body(self, generator: Generator, dtype: torch.dtype) -> Weights:
        found: Weights = {}
        for name, given, units in zip(self.names, self.given, self.units, strict=True):
            found[f"{name}.weights"] = _uniform((units, given), given, generator, dtype)
            found[f"{name}.scale"], found[f"{name}.shift"] = (
                torch.ones(units, dtype=dtype),
                torch.zeros(units, dtype=dtype),
            )
        return found


def _normal(name: str, width: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.scale": (width,), f"{name}.shift": (width,)}


def _head(ways: int, features: int) -> dict[str, tuple[int, ...]]:
    return {HEAD[0]: (ways, features), HEAD[1]: (ways,)}


def _uniform(shape: tuple[int, ...], given: int, generator: Generator, dtype: torch.dtype) -> Tensor:
    widest = 1 / math.sqrt(given)
    return torch.rand(shape, generator=generator, dtype=dtype).mul_(2 * widest).sub_(widest)
