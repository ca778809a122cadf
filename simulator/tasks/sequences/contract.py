"""What a task of sequences is: channels, sizes and draws; and what answers cost, in bits."""

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

from simulator.engine.errors import Problem, UserError, refuse
from simulator.engine.text import say

Sizes = Mapping[str, int]  # such as {"length": 12}


@dataclass(frozen=True)
class Size:
    """A quantity that says how large a sequence is. Training draws it uniformly from `least` to `most`, both included.

    `limit` is the largest value that can be asked for: generalization is tried beyond `most`.
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
    """A task that sequences are drawn of. Abstract; a final class for each kind.

    Promises: a batch's sequences have the same sizes; whatever is drawn depends on the generator alone; the targets
    are asked for in the last time steps. The generator is the CPU's: other devices get the same sequences.

    Args:
        input_names: of the X input channels.
        target_names: of the Y target channels.
        sizes: what is drawn for each batch.
        dtype: of everything drawn.
        device: where sequences are given; None: the CPU.

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
            generator: of the sizes that are not given, then of the sequences.
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
        """Return T of the longest sequence: sizes that are not given are the largest of training.

        Raises:
            UserError: as `draw`.
        """
        self._check(size)
        largest = {s.name: size.get(s.name, s.most) for s in self.sizes}
        self._agree(largest)
        return self.steps(largest)

    @final
    def chance(self, **size: int) -> float:
        """Return the bits that one who says 1/2 to every target pays for a sequence, the mean over sizes not given.

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
        """Return the bits that nobody can do without, in the mean over tasks, (B,): 0 where memory is enough."""
        return sequences.mask.new_zeros(sequences.mask.shape[1])

    @abstractmethod
    def steps(self, sizes: Sizes) -> int:
        """Return T."""

    @abstractmethod
    def answers(self, sizes: Sizes) -> int:
        """Return in how many time steps, the last ones, targets are asked for."""

    @abstractmethod
    def _make(self, batch: int, sizes: Sizes, generator: Generator) -> tuple[Tensor, Tensor]:
        """Return the first inputs (S, B, X), after which nothing comes, and the last targets (`answers`, B, Y)."""

    def _agree(self, sizes: Sizes) -> None:  # noqa: B027 - most tasks have nothing to refuse
        """Refuse sizes that do not fit each other."""

    def _check(self, given: Sizes) -> None:
        known = {size.name: size for size in self.sizes}
        problems = []
        for name, value in given.items():
            if name not in known:
                message = say("is no size of this task; it has {names}", names=", ".join(known))
                problems.append(Problem(name, message))
            elif type(value) is not int or not 1 <= value <= known[name].limit:
                sentence = "must be a whole number from 1 to {limit}, not {got}"
                problems.append(Problem(name, say(sentence, limit=known[name].limit, got=value)))
        if problems:
            raise UserError(problems)


def bits(logits: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    """Return what each sequence's answers cost, (B,) in bits: the binary cross-entropy, summed where `mask` is 1.

    Args:
        logits: of the outputs before their sigmoid, (T, B, Y).
        targets: (T, B, Y).
        mask: (T, B).
    """
    cost = F.binary_cross_entropy_with_logits(logits, targets, reduction="none").sum(-1)  # (T, B) in nats
    return (cost * mask).sum(0) / math.log(2)


def wrong_bits(logits: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    """Return how many of each sequence's answers are on the wrong side of 1/2, (B,); arguments as of `bits`."""
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
    sentence = "must range from a least of 1 or more to a most of {limit} or less, not from {least} to {most}"
    problems = [
        Problem(size.name, say(sentence, limit=size.limit, least=size.least, most=size.most))
        for size in sizes
        if not 1 <= size.least <= size.most <= size.limit
    ]
    if problems:
        raise UserError(problems)
