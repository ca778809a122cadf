"""Defines classification problems: training a classifier from its start, and few-shot episodes."""

from __future__ import annotations

import math
from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.images.pictures import Pictures
from metascope.simulator.tasks.networks import Activation, Network, Start
from metascope.simulator.tasks.problems import TEST, Family, Problems

_TEST_SHARE = 0.2  # of each class's drawings: the last ones, which no update sees


@final
class ClassificationFamily(Family):
    """Training of a network that tells `ways` classes apart, on minibatches (Andrychowicz et al. 2016, section 3.2).

    A problem is a choice of classes, a start, and minibatches drawn with replacement. Its test is a batch of the same
    classes' last drawings.

    Args:
        seen: the pictures of meta-training.
        apart: other classes or drawings, of the same size, that `held_out` draws from.
        ways: classes that a problem tells apart.
        batch: examples of a minibatch, and of the test.
        hidden: units of the hidden layers.
        activation: of the hidden layers.
        spread: standard deviation of the start, or "scaled".
        dtype: of what is computed.
        device: of the problems; None: the CPU. The CPU's generator draws them for every device.

    Raises:
        UserError: there are fewer classes than `ways`, or a class has a single drawing.
    """

    def __init__(
        self,
        seen: Pictures,
        apart: Pictures,
        ways: int = 10,
        batch: int = 128,
        hidden: tuple[int, ...] = (20,),
        activation: Activation = "sigmoid",
        spread: Start = 0.1,
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        _check(ways, 2, seen, apart)
        self.network = Network((seen.side**2, *hidden, ways), activation, "cross-entropy")
        super().__init__(self.network.layout.groups)
        self._seen, self._apart = Pool(seen, dtype, device), Pool(apart, dtype, device)
        self._ways, self._batch, self._spread, self._dtype = ways, batch, spread, dtype

    @override
    def sample(self, count: int, updates: int, generator: Generator) -> PictureProblems:
        return self._drawn(self._seen, count, updates, generator)

    @override
    def held_out(self, count: int, updates: int, generator: Generator) -> PictureProblems:
        return self._drawn(self._apart, count, updates, generator)

    def _drawn(self, pool: Pool, count: int, updates: int, generator: Generator) -> PictureProblems:
        classes = pool.choice(count, self._ways, generator)  # (B, ways)
        tested = math.ceil(_TEST_SHARE * pool.drawings)
        kept = pool.drawings - tested
        shape = (updates + 1, count, self._batch)  # the last is the test
        labels = torch.randint(self._ways, shape, generator=generator, dtype=torch.int32)
        drawings = torch.randint(kept, shape, generator=generator, dtype=torch.int32)
        drawings[-1] = kept + torch.randint(tested, shape[1:], generator=generator, dtype=torch.int32)
        rows = pool.rows(classes, labels, drawings)
        start = self.network.start(count, self._spread, generator, self._dtype)
        return PictureProblems(pool, self.network, (rows[:-1], labels[:-1]), (rows[-1], labels[-1]), start)


@final
class EpisodeFamily(Family):
    """Few-shot episodes: `shots` drawings of each of `ways` classes to learn from, others of the same classes to test.

    Pixels have mean 0 and variance 1 over the pictures of meta-training, so that a learning rate below 1 is enough.

    Args:
        seen: the pictures of meta-training.
        apart: others, of the same size, that `held_out` draws from.
        ways: classes of an episode.
        shots: drawings of each that the updates see.
        queries: other drawings of each class, for the test.
        batch: examples per minibatch, from random permutations of the support set; 0: every update sees all examples.
        hidden: units of the hidden layers.
        activation: of the hidden layers.
        dtype: of what is computed.
        device: of the problems; None: the CPU. The CPU's generator draws them for every device.

    Raises:
        UserError: there are fewer classes than `ways`, or fewer drawings of a class than `shots` and `queries`.
    """

    def __init__(
        self,
        seen: Pictures,
        apart: Pictures,
        ways: int = 5,
        shots: int = 5,
        queries: int = 15,
        batch: int = 0,
        hidden: tuple[int, ...] = (32,),
        activation: Activation = "relu",
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        _check(ways, shots + queries, seen, apart)
        self.network = Network((seen.side**2, *hidden, ways), activation, "cross-entropy")
        super().__init__(self.network.layout.groups)
        self._seen, self._apart = Pool(seen, dtype, device, seen), Pool(apart, dtype, device, seen)
        self._ways, self._shots, self._queries, self._batch, self._dtype = ways, shots, queries, batch, dtype

    @override
    def sample(self, count: int, updates: int, generator: Generator) -> PictureProblems:
        return self._drawn(self._seen, count, updates, generator)

    @override
    def held_out(self, count: int, updates: int, generator: Generator) -> PictureProblems:
        return self._drawn(self._apart, count, updates, generator)

    def _drawn(self, pool: Pool, count: int, updates: int, generator: Generator) -> PictureProblems:
        classes = pool.choice(count, self._ways, generator)  # (B, ways)
        each = self._shots + self._queries
        drawings = torch.rand(count, self._ways, pool.drawings, generator=generator).argsort(-1)[..., :each]
        labels = torch.arange(self._ways).unsqueeze(-1).expand_as(drawings)  # (B, ways, shots + queries)
        rows = pool.rows(classes, labels.flatten(1), drawings.flatten(1)).view_as(drawings)
        support = (rows[..., : self._shots].flatten(1), labels[..., : self._shots].flatten(1))  # (B, ways * shots)
        query = (rows[..., self._shots :].flatten(1), labels[..., self._shots :].flatten(1))
        order = self._order(count, updates, generator)
        batches = tuple(part.expand(len(order), -1, -1).gather(-1, order) for part in support)  # (U, B, N)
        start = self.network.start(count, "scaled", generator, self._dtype)
        return PictureProblems(pool, self.network, (batches[0], batches[1]), query, start)

    def _order(self, count: int, updates: int, generator: Generator) -> Tensor:
        """Return the support examples of each minibatch, (U, B, N), or (1, B, N) if every update sees all."""
        support = self._ways * self._shots
        if not self._batch:
            return torch.arange(support).expand(1, count, support)
        epochs = math.ceil(updates * self._batch / support)
        orders = torch.rand(count, epochs, support, generator=generator).argsort(-1).flatten(1)
        return orders[:, : updates * self._batch].view(count, updates, self._batch).transpose(0, 1)


@final
class PictureProblems(Problems):
    """B classifiers to train, each on minibatches of its own; pixels are looked up when they are needed.

    Args:
        pool: where the pixels are.
        network: what is trained.
        batches: row in the pool and label of each example of a minibatch, both (U, B, N); U is 1 if every update sees
            the same examples. They are moved to the pool's device, like the following arguments.
        test: the same for the examples that no update sees, (B, Q).
        start: parameters at which an optimizer starts, (B, n).
    """

    def __init__(
        self, pool: Pool, network: Network, batches: tuple[Tensor, Tensor], test: tuple[Tensor, Tensor], start: Tensor
    ) -> None:
        super().__init__(*start.shape)
        self.pool, self.network, self._start = pool, network, start.to(pool.device)
        self.classes = network.layout.sizes[-1]  # N
        rows, labels = batches[0].to(torch.int32), batches[1].to(torch.uint8)  # there are many of them
        self.rows, self.labels = rows.to(pool.device), labels.to(pool.device)
        self.test_rows, self.test_labels = (part.to(pool.device) for part in test)
        self._last: tuple[int, tuple[Tensor, Tensor]] | None = None

    @override
    def start(self) -> Tensor:
        """Return the start, (B, n)."""
        return self._start

    @override
    def loss(self, theta: Tensor, t: int) -> Tensor:
        """Return the mean cross-entropies (..., B)."""
        return self.network.loss(theta, *self.examples(t))

    @override
    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        """Return the mean cross-entropies (..., B) and their gradients (..., B, n)."""
        return self.network.loss_and_gradient(theta, *self.examples(t))

    @override
    @torch.no_grad()
    def accuracy(self, theta: Tensor) -> Tensor:
        """Return each network's accuracy on the test, (..., B) from 0 to 1."""
        guesses = self.guesses(theta, self.examples(TEST)[0])
        return (guesses == self.test_labels).to(theta.dtype).mean(-1)

    @torch.no_grad()
    def guesses(self, theta: Tensor, inputs: Tensor) -> Tensor:
        """Return the classes that the networks see in inputs (B, Q, pixels): (..., B, Q)."""
        return self.network.outputs(theta, inputs).argmax(-1)

    def pictures(self, rows: Tensor) -> Tensor:
        """Return pictures as they are, from 0 to 255, by their rows in the pool (K,): (K, side, side)."""
        return self.pool.images(rows)

    def examples(self, t: int) -> tuple[Tensor, Tensor]:
        """Return the inputs (B, N, pixels) and labels (B, N) of minibatch `t` or of the test, caching the last."""
        key = 0 if t != TEST and len(self.rows) == 1 else t
        if self._last is None or self._last[0] != key:
            rows, labels = (self.test_rows, self.test_labels) if t == TEST else (self.rows[key], self.labels[key])
            self._last = key, (self.pool.pixels(rows), labels.long())
        return self._last[1]


class Pool:
    """Pictures as rows of bytes, shared by all problems drawn from them."""

    def __init__(
        self, pictures: Pictures, dtype: torch.dtype, device: torch.device | None, like: Pictures | None = None
    ) -> None:
        """Hold pictures; `like`: scale pixels to the mean and standard deviation of these, instead of 0 to 1."""
        self.classes, self.drawings = pictures.classes, pictures.drawings
        self.grey = torch.tensor(pictures.images, device=device).flatten(0, 1).flatten(1)  # (C * D, pixels)
        self.device = self.grey.device
        self._dtype = dtype
        self.mean = 0.0 if like is None else float(like.images.mean())
        self.deviation = 255.0 if like is None else float(like.images.std())

    def choice(self, count: int, ways: int, generator: Generator) -> Tensor:
        """Return distinct classes in random order for each of `count` problems: (B, ways)."""
        return torch.rand(count, self.classes, generator=generator).argsort(-1)[:, :ways].to(torch.int32)

    def rows(self, classes: Tensor, labels: Tensor, drawings: Tensor) -> Tensor:
        """Return the rows (..., B, N) of drawings of `classes` (B, ways), given by indices (..., B, N)."""
        return classes[torch.arange(len(classes)).unsqueeze(-1), labels] * self.drawings + drawings

    def images(self, rows: Tensor) -> Tensor:
        """Return pictures as they are (K, side, side), of rows (K,)."""
        side = math.isqrt(self.grey.shape[-1])
        return self.grey.index_select(0, rows).view(-1, side, side)

    def pixels(self, rows: Tensor) -> Tensor:
        """Return pictures (B, N, pixels)."""
        found = self.grey.index_select(0, rows.flatten()).to(self._dtype)
        return found.sub_(self.mean).mul_(1 / self.deviation).view(*rows.shape, -1)


def _check(ways: int, drawings: int, seen: Pictures, apart: Pictures) -> None:
    classes, least = min(seen.classes, apart.classes), min(seen.drawings, apart.drawings)
    problems = []
    if ways > classes:
        problems.append(
            Problem("ways", say("must be at most {most}, the number of classes, not {got}", most=classes, got=ways))
        )
    if drawings > least:
        sentence = "must be at least {needed} for each class (for updates and test), not {got}"
        problems.append(Problem("drawings", say(sentence, needed=drawings, got=least)))
    if problems:
        raise UserError(problems)
