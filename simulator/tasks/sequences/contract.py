"""Defines sequence tasks (channels, sizes and draws) and the cost of answers in bits."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import say

Sizes = Mapping[str, int]  # such as {"length": 12}


@dataclass(frozen=True)
class Size:
    """A quantity that determines a sequence's size. Training draws it uniformly from `least` to `most`, inclusive.

    `limit` is the largest value allowed: generalization is tested beyond `most`.
    """

    name: str
    least: int
    most: int
    limit: int


@dataclass(frozen=True)
class Sequences:
    """B sequences of one length. Axes: T time steps, B sequences, X input and Y target channels."""

    inputs: Tensor  # (T, B, X)
    targets: Tensor  # (T, B, Y) 0 or 1; 0 where nothing is asked
    mask: Tensor  # (T, B) 1 where the targets are asked for, 0 elsewhere
    sizes: Sizes  # what was drawn, or given


class SequenceTask(ABC):
    """A task from which sequences are drawn. Abstract; a final class for each kind.

    Promises: all sequences of a batch have the same sizes; draws depend only on the generator; the targets are asked
    for in the last time steps. The generator is the CPU's: other devices get the same sequences.

    Args:
        input_names: of the X input channels.
        target_names: of the Y target channels.
        sizes: what is drawn for each batch.
        dtype: of everything drawn.
        device: of the sequences; None: the CPU.

    Raises:
        UserError: a size's range is empty or beyond its limits.
    """

    def __init__(
        self,
        input_names: tuple[str, ...],
        target_names: tuple[str, ...],
        sizes: tuple[Size, ...],
        dtype: torch.dtype,
        device: torch.device | None,
    ) -> None:
        self.input_names, self.target_names = input_names, target_names
        self.sizes = sizes
        self.dtype, self.device = dtype, device or torch.device("cpu")
        _check_ranges(sizes)

    @property
    def inputs(self) -> int:
        """Return X, the number of input channels."""
        return len(self.input_names)

    @property
    def outputs(self) -> int:
        """Return Y, the number of target channels."""
        return len(self.target_names)

    @final
    def draw(self, batch: int, generator: Generator, **size: int) -> Sequences:
        """Return `batch` sequences.

        Args:
            batch: B.
            generator: for the sizes that are not given, then for the sequences.
            size: values of some sizes, by name.

        Raises:
            UserError: a size is unknown or beyond its limits, or `batch` is below 1.
        """
        if batch < 1:
            raise refuse("batch", say("must be at least 1, not {got}", got=batch))
        self._check(size)
        drawn = {s.name: size[s.name] if s.name in size else _drawn(s, generator) for s in self.sizes}
        self._agree(drawn)
        given, answers = self._make(batch, drawn, generator)
        steps = self.steps(drawn)
        inputs = given.new_zeros(steps, batch, self.inputs)  # (T, B, X)
        targets = given.new_zeros(steps, batch, self.outputs)  # (T, B, Y)
        mask = given.new_zeros(steps, batch)  # (T, B)
        inputs[: len(given)] = given
        targets[-len(answers) :] = answers
        mask[-len(answers) :] = 1
        return Sequences(inputs.to(self.device), targets.to(self.device), mask.to(self.device), drawn)

    @final
    def longest(self, **size: int) -> int:
        """Return T of the longest sequence; sizes that are not given are the largest ones of training.

        Raises:
            UserError: as `draw`.
        """
        self._check(size)
        largest = {s.name: size.get(s.name, s.most) for s in self.sizes}
        self._agree(largest)
        return self.steps(largest)

    @final
    def chance(self, **size: int) -> float:
        """Return the cost in bits of answering 1/2 to every target of a sequence, averaged over sizes not given.

        Raises:
            UserError: as `draw`.
        """
        self._check(size)
        ranges = [[size[s.name]] if s.name in size else range(s.least, s.most + 1) for s in self.sizes]
        drawn = [dict(zip((s.name for s in self.sizes), values, strict=True)) for values in product(*ranges)]
        for sizes in drawn:
            self._agree(sizes)
        return self.outputs * sum(map(self.answers, drawn)) / len(drawn)

    def optimum(self, sequences: Sequences) -> Tensor:
        """Return the least possible expected cost in bits, (B,): 0 where memory is enough."""
        return sequences.mask.new_zeros(sequences.mask.shape[1])

    @abstractmethod
    def steps(self, sizes: Sizes) -> int:
        """Return T."""

    @abstractmethod
    def answers(self, sizes: Sizes) -> int:
        """Return the number of last time steps in which targets are asked for."""

    @abstractmethod
    def _make(self, batch: int, sizes: Sizes, generator: Generator) -> tuple[Tensor, Tensor]:
        """Return the first inputs (S, B, X), which zeros follow, and the last targets (`answers`, B, Y)."""

    def _agree(self, sizes: Sizes) -> None:  # noqa: B027 - most tasks have nothing to check
        """Raise an error if the sizes contradict each other."""

    def _check(self, given: Sizes) -> None:
        known = {size.name: size for size in self.sizes}
        problems = []
        for name, value in given.items():
            if name not in known:
                message = say("is not a size of this task; it has {names}", names=", ".join(known))
                problems.append(Problem(name, message))
            elif type(value) is not int or not 1 <= value <= known[name].limit:
                sentence = "must be a whole number from 1 to {limit}, not {got}"
                problems.append(Problem(name, say(sentence, limit=known[name].limit, got=value)))
        if problems:
            raise UserError(problems)


def bits(logits: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    """Return each sequence's cost, (B,) in bits: the binary cross-entropy, summed where `mask` is 1.

    Args:
        logits: of the outputs before their sigmoid, (T, B, Y).
        targets: (T, B, Y).
        mask: (T, B).
    """
    cost = F.binary_cross_entropy_with_logits(logits, targets, reduction="none").sum(-1)  # (T, B) in nats
    return (cost * mask).sum(0) / math.log(2)


def wrong_bits(logits: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    """Return how many of each sequence's answers are on the wrong side of 1/2, (B,); arguments as in `bits`."""
    wrong = ((logits > 0) != (targets > 0.5)).sum(-1)  # (T, B)
    return (wrong * mask).sum(0)


def bit_names(width: int) -> tuple[str, ...]:
    """Return "bit 1", "bit 2" and so on.

    Raises:
        UserError: `width` is not from 1 to 64.
    """
    if not 1 <= width <= 64:
        raise refuse("bits", say("must be from 1 to 64, not {got}", got=width))
    return tuple(f"bit {i + 1}" for i in range(width))


def coins(*shape: int, generator: Generator, dtype: torch.dtype) -> Tensor:
    """Return random bits of the given shape, 0 or 1 with probability 1/2."""
    return torch.randint(2, shape, generator=generator, dtype=dtype)


def _drawn(size: Size, generator: Generator) -> int:
    return int(torch.randint(size.least, size.most + 1, (), generator=generator))


def _check_ranges(sizes: tuple[Size, ...]) -> None:
    sentence = "must be a range within 1 to {limit}, not {least} to {most}"
    problems = [
        Problem(size.name, say(sentence, limit=size.limit, least=size.least, most=size.most))
        for size in sizes
        if not 1 <= size.least <= size.most <= size.limit
    ]
    if problems:
        raise UserError(problems)
