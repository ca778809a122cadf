"""Draws few-shot episodes: a few pictures of each of several classes to learn from, others of the same to judge by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

import torch
from torch import Generator, Tensor

from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.episode_settings import Rotations
from metascope.simulator.tasks.images.pictures import Pictures

_TURNS = 4  # right angles, counterclockwise
_SORTED = 2048  # numbers up to which the lowest are chosen; beyond, the highest


@dataclass(frozen=True)
class Episodes:
    """B episodes of N classes, whose labels are their places 0 to N - 1; rows are those of `EpisodeTask.pixels`."""

    support: Tensor  # (B, N, K) rows
    query: Tensor  # (B, N, Q) rows, none of which is in the support set
    classes: Tensor  # (B, N) turned classes: each of C classes four times, number turn * C + class


@final
class EpisodeTask:
    """Draws N-way K-shot episodes (Vinyals et al. 2016): distinct classes in random order, distinct pictures of each.

    The order makes labels say nothing of the class. Pictures are told by rows: drawing d of class c, turned by a
    number of right angles, is row (turn * C + c) * D + d.

    Args:
        pictures: C classes of D drawings, with pixels scaled to 0 to 1.
        ways: N, classes of an episode.
        shots: K, pictures of each to learn from.
        queries: Q, other pictures of each to judge by.
        rotations: "classes": every class turned by a right angle is one more class (Santoro et al. 2016); "class":
            each class of an episode is turned at random (Finn et al. 2017); "episode": the whole episode is
            (Sung et al. 2018); "none".
        dtype: of the pixels.
        device: of the pixels; None: the CPU. The CPU's generator draws for every device.

    Raises:
        UserError: there are too few classes, or drawings of each.
    """

    def __init__(
        self,
        pictures: Pictures,
        ways: int = 5,
        shots: int = 1,
        queries: int = 15,
        rotations: Rotations = "classes",
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        _check(pictures, ways, shots, queries, rotations)
        self.ways, self.shots, self.queries, self.rotations = ways, shots, queries, rotations
        self.side, self.drawings = pictures.side, pictures.drawings
        self._count = pictures.classes
        self.classes = self._count if rotations == "none" else _TURNS * self._count  # turned classes
        self.rows = self.classes * self.drawings  # of all pictures in every way they are turned
        self._names = pictures.names
        grey, turns = torch.tensor(pictures.images, device=device), range(1 if rotations == "none" else _TURNS)
        self._grey = torch.cat([grey.rot90(turn, (2, 3)).reshape(-1, pictures.side**2) for turn in turns])  # (rows, P)
        self.dtype = dtype

    def draw(self, count: int, generator: Generator) -> Episodes:
        """Return `count` episodes; the generator decides everything."""
        shape = (count, self.ways)
        among = self.classes if self.rotations == "classes" else self._count
        classes = _distinct((count,), among, self.ways, generator)
        if self.rotations == "class":
            classes += self._count * torch.randint(_TURNS, shape, generator=generator)
        elif self.rotations == "episode":
            classes += self._count * torch.randint(_TURNS, (count, 1), generator=generator)
        chosen = _distinct(shape, self.drawings, self.shots + self.queries, generator)
        rows = classes.unsqueeze(-1) * self.drawings + chosen
        return Episodes(rows[..., : self.shots], rows[..., self.shots :], classes)

    def pixels(self, rows: Tensor) -> Tensor:
        """Return pictures (..., side, side) from 0, paper, to 1, ink, by their rows (...)."""
        found = self._grey.index_select(0, rows.to(self._grey.device).flatten()).to(self.dtype)
        return found.mul_(1 / 255).view(*rows.shape, self.side, self.side)

    def origins(self, rows: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return class, drawing and right angles of turning of what is in rows (...), each (...)."""
        turned = rows // self.drawings
        return turned % self._count, rows % self.drawings, turned // self._count

    def name(self, turned_class: int) -> str:
        """Return the name of the class that a turned class is made of."""
        return self._names[turned_class % self._count]


def _distinct(shape: tuple[int, ...], among: int, count: int, generator: Generator) -> Tensor:
    """Return distinct numbers below `among` in random order, (*shape, count)."""
    chance = torch.rand(*shape, among, generator=generator)
    if among > _SORTED:
        return chance.topk(count).indices
    return lowest(chance, count)


def lowest(numbers: Tensor, count: int) -> Tensor:
    """Return the places (..., count) of the lowest of numbers (..., N) in order, as if all of them were sorted."""
    found = numbers.topk(min(count + 1, numbers.shape[-1]), -1, largest=False)
    if bool((found.values[..., 1:] == found.values[..., :-1]).any()):  # which of two equal ones is first is up to it
        return numbers.argsort(-1)[..., :count]
    return found.indices[..., :count]


def _check(pictures: Pictures, ways: int, shots: int, queries: int, rotations: Rotations) -> None:
    classes = pictures.classes * (_TURNS if rotations == "classes" else 1)
    problems = []
    if not 2 <= ways <= classes:
        sentence = "must be from 2 to {most}, the number of classes, not {got}"
        problems.append(Problem("ways", say(sentence, most=classes, got=ways)))
    if shots < 1:
        problems.append(Problem("shots", say("must be at least 1, not {got}", got=shots)))
    if shots + queries > pictures.drawings:
        sentence = "{shots} for support and {queries} for queries need {needed} pictures of each class, not {got}"
        needed = {"shots": shots, "queries": queries, "needed": shots + queries, "got": pictures.drawings}
        problems.append(Problem("shots", say(sentence, **needed)))
    if problems:
        raise UserError(problems)
