"""Measures how well methods that compare do on characters of unseen alphabets, after so many seconds.

Seconds are processor time of one thread, spent on drawing episodes and learning from them; what measures accuracy is
not among them. The pictures are those of Omniglot's background set; the variable OMNIGLOT of the environment names its
folder or zip file. Methods that adapt: `omniglot_starts`.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Generator, Tensor

from benchmarks.omniglot_starts import FOLDER
from benchmarks.table import Effort, Row
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.engine.errors import UserError
from metascope.simulator.learners import kernels
from metascope.simulator.learners.embedding import compiled
from metascope.simulator.learners.embedding import fast as embedding
from metascope.simulator.learners.embedding.reference import Blocks, Weights
from metascope.simulator.learners.metric.evaluation import EpisodeAccuracy, episode_accuracy
from metascope.simulator.learners.metric.learner import Learner, Lesson, Mode
from metascope.simulator.learners.metric.matching import Matching
from metascope.simulator.learners.metric.prototypes import Prototypes
from metascope.simulator.learners.metric.relation import Relation
from metascope.simulator.learners.metric.siamese import Siamese
from metascope.simulator.learners.metric.training import MetaTraining
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.images.pictures import Split
from metascope.simulator.tasks.images.settings import PictureSettings
from metascope.simulator.tasks.images.source import source_of

EPISODES, QUERIES = 2000, 5  # of the test
RATE = 3e-3  # of Adam at the beginning; it falls to 0 along half a cosine


@dataclass(frozen=True)
class Recipe:
    """A method, and the episodes it is trained with."""

    name: str
    make: Callable[..., Learner[Any]]  # of blocks and, by name, what embeds
    blocks: Blocks
    seconds: float
    wanted: dict[int, float] = field(default_factory=dict)  # accuracy in percent by ways, one shot
    ways: int = 40
    queries: int = 1


SMALL, LARGE = Blocks(14, 32, 3), Blocks(28, 32, 4)
RECIPES = (
    Recipe("prototypes", Prototypes, LARGE, 30, {5: 92.0, 20: 0.0}),
    Recipe("prototypes", Prototypes, LARGE, 120, {5: 94.5, 20: 0.0}),
    Recipe("prototypes", Prototypes, SMALL, 30, {5: 0.0, 20: 0.0}),
    Recipe("matching, with a temperature", Matching, SMALL, 30, {5: 90.0, 20: 0.0}),
    Recipe("siamese", Siamese, SMALL, 30, {5: 90.0, 20: 0.0}),
    Recipe("relation", Relation, Blocks(14, 32, 3, pooled=1), 30, {5: 0.0, 20: 0.0}, ways=5, queries=10),
)


def trained(recipe: Recipe, split: Split, seed: int = 0) -> tuple[Learner[Any], MetaTraining, int]:
    """Return a method, what it has learned within its seconds, and the number of meta-steps."""
    draws = Generator().manual_seed(seed)
    ready = all(kernel.ready for kernel in kernels.EMBEDDING)
    method = recipe.make(recipe.blocks, embed=compiled.embed if ready else embedding.embed)
    training = MetaTraining(method.initial(draws))
    task = EpisodeTask(split.train, recipe.ways, 1, recipe.queries)
    begun, steps = time.thread_time(), 0
    while (passed := (time.thread_time() - begun) / recipe.seconds) < 1:
        episodes = task.draw(1, draws)
        support, query = task.pixels(episodes.support), task.pixels(episodes.query)

        def teach(weights: Weights, mode: Mode, support: Tensor = support, query: Tensor = query) -> Lesson:
            return method.loss(weights, support, query, mode)

        training.step(teach, RATE * (1 + math.cos(math.pi * passed)) / 2, draws)
        steps += 1
    return method, training, steps


def accuracy(method: Learner[Any], training: MetaTraining, split: Split, ways: int, count: int) -> EpisodeAccuracy:
    """Return the accuracy over one-shot episodes of unseen alphabets."""
    task = EpisodeTask(split.test, ways, 1, QUERIES, "none")
    episodes = task.draw(count, Generator().manual_seed(1))
    features = method.encode_pool(training.weights, task.pixels(torch.arange(task.rows)))
    return episode_accuracy(method, training.weights, features, episodes.support, episodes.query)


def rows(effort: Effort) -> Iterator[Row]:
    """Yield the rows as they are measured."""
    prepare_thread(1)
    folder = os.environ.get(FOLDER, "")
    if not folder:
        yield Row("Omniglot", f"left out: the variable {FOLDER} of the environment names no folder or zip file")
        return
    try:
        source_of(PictureSettings(pictures="omniglot", folder=folder, side=SMALL.side))
    except UserError as error:
        yield Row("Omniglot", f"left out: {error}")
        return
    for recipe in RECIPES:
        blocks = recipe.blocks
        split = source_of(PictureSettings(pictures="omniglot", folder=folder, side=blocks.side)).split
        method, training, steps = trained(recipe, split)
        for ways, wanted in recipe.wanted.items():
            found = accuracy(method, training, split, ways, EPISODES * 5 // ways)
            what = f"Omniglot, {recipe.name}, {blocks.side} pixels, {recipe.seconds:g} s, {ways}-way 1-shot"
            told = f"±{100 * found.margin:.1f}; {steps:,} meta-steps of {recipe.ways} ways, {recipe.queries} queries"
            yield Row(what, told, 100 * found.mean, "%", least=wanted or None)
