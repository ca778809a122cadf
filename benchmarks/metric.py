"""Measures episodes per second of prototypical training, against the loops that others published.

The work is that of Snell et al. (2017): 5-way 5-shot episodes with 5 queries, four blocks of 64 channels, pictures of
28 pixels, Adam, on one thread. The episodes are drawn in the same way for all. The loops are rewritten from the
programs, as neither library can be installed beside these versions of Python and torch: learn2learn's example embeds
an episode at once and has squared distances; easyfsl's notebook embeds supports, then queries, and has distances that
are not squared. Both are of modules with a bias in each convolution, and of torch's Adam.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor, nn

from benchmarks.table import Effort, Row
from benchmarks.timing import in_turn, repeated
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.learners import kernels
from metascope.simulator.learners.embedding import compiled, fast, reference
from metascope.simulator.learners.embedding.reference import Blocks, Embed
from metascope.simulator.learners.metric.prototypes import Prototypes
from metascope.simulator.learners.metric.training import MetaTraining
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.images.glyphs import draw_glyphs

WAYS, SHOTS, QUERIES, RATE = 5, 5, 5, 1e-3
BLOCKS = Blocks(side=28, width=64, count=4)
CHARACTERS, DRAWINGS = 100, 20
WANTED = 2.0  # ratio to the faster of the published loops
OURS, TORCH, READABLE = "ours", "by torch", "the readable reference"
WHOLE, PARTS = "learn2learn's loop", "easyfsl's loop"
Learn = Callable[[Tensor, Tensor], object]  # of support (1, N, K, S, S) and query (1, N, Q, S, S)


def ours(embed: Embed) -> Learn:
    """Return this program's meta-step."""
    method = Prototypes(BLOCKS, embed=embed)
    training = MetaTraining(method.initial(Generator().manual_seed(0)))
    return lambda support, query: training.step(lambda weights, mode: method.loss(weights, support, query, mode), RATE)


def whole(ways: int = WAYS) -> Learn:
    """Return a meta-step as in learn2learn's example, of all pictures at once, supports first."""
    model = _network()
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)

    def learn(support: Tensor, query: Tensor) -> None:
        first = [part.squeeze(0).transpose(0, 1).flatten(0, 1) for part in (support, query)]  # classes in turn
        embedded = model(torch.cat(first).unsqueeze(1))
        known, asked = embedded[: len(first[0])], embedded[len(first[0]) :]
        prototypes = known.reshape(-1, ways, known.shape[1]).mean(0)
        n, m = len(asked), len(prototypes)
        apart = asked.unsqueeze(1).expand(n, m, -1) - prototypes.unsqueeze(0).expand(n, m, -1)
        logits = -(apart**2).sum(2)
        labels = torch.arange(ways).repeat(len(asked) // ways)
        loss = F.cross_entropy(logits, labels)
        (logits.argmax(1) == labels).sum().float() / len(labels)
        loss.item()
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()

    return learn


def parts(ways: int = WAYS) -> Learn:
    """Return a meta-step as in easyfsl's notebook, of supports, then of queries."""
    model = _network()
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    criterion = nn.CrossEntropyLoss()

    def learn(support: Tensor, query: Tensor) -> None:
        known, asked = (part.squeeze(0).flatten(0, 1).unsqueeze(1) for part in (support, query))
        labels, wanted = (torch.arange(ways).repeat_interleave(len(part) // ways) for part in (known, asked))
        optimizer.zero_grad()
        features = model(known)
        prototypes = torch.cat([features[torch.nonzero(labels == label)].mean(0) for label in range(ways)])
        loss = criterion(-torch.cdist(model(asked), prototypes), wanted)
        loss.backward()
        optimizer.step()
        loss.item()

    return learn


def _network() -> nn.Module:
    torch.manual_seed(0)
    layers: list[nn.Module] = []
    for given in (1, *[BLOCKS.width] * (BLOCKS.count - 1)):
        layers += [
            nn.Conv2d(given, BLOCKS.width, 3, padding=1),
            nn.BatchNorm2d(BLOCKS.width),
            nn.ReLU(),
            nn.MaxPool2d(2),
        ]
    return nn.Sequential(*layers, nn.Flatten()).train()


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    prepare_thread(1)
    task = EpisodeTask(draw_glyphs(0, CHARACTERS, DRAWINGS, BLOCKS.side, "hard"), WAYS, SHOTS, QUERIES)

    def drawn(learn: Learn) -> Callable[[], object]:
        draws = Generator().manual_seed(0)

        def step() -> None:
            episode = task.draw(1, draws)
            learn(task.pixels(episode.support), task.pixels(episode.query))

        return step

    ready = all(kernel.ready for kernel in kernels.EMBEDDING)
    compared = {OURS: ours(compiled.embed if ready else fast.embed), TORCH: ours(fast.embed)}
    compared |= {READABLE: ours(reference.embed), WHOLE: whole(), PARTS: parts()}
    works = {name: repeated(drawn(learn)) for name, learn in compared.items()}
    found = in_turn(works, 2 * effort.rounds, effort.seconds)
    best = found.best([WHOLE, PARTS])
    engine = "compiled" if ready else "by torch"
    what = f"prototypes, {WAYS}-way {SHOTS}-shot, Conv4-{BLOCKS.width}, {BLOCKS.side} pixels"
    return [
        replace(found.row(what, "episodes/s", OURS, name, wanted=WANTED if name == best else None), figure=engine)
        for name in compared
        if name != OURS
    ]
