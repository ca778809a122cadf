"""Measures how well methods that compare or adapt do on characters of unseen alphabets, after so many seconds.

Seconds are processor time of one thread, spent on drawing episodes and learning from them; what measures accuracy is
not among them. The pictures are those of Omniglot's background set; the variable OMNIGLOT of the environment names its
folder or zip file. Methods that adapt learn for 60 s, or for each of the seconds that OMNIGLOT_SECONDS lists.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from torch import Generator, Tensor

from benchmarks.table import Effort, Row
from simulator.engine.computing import prepare_thread
from simulator.learners.embedding.reference import Blocks, Weights
from simulator.learners.metric.evaluation import EpisodeAccuracy, episode_accuracy
from simulator.learners.metric.learner import Learner, Lesson, Mode
from simulator.learners.metric.matching import Matching
from simulator.learners.metric.prototypes import Prototypes
from simulator.learners.metric.relation import Relation
from simulator.learners.metric.siamese import Siamese
from simulator.learners.metric.training import MetaTraining
from simulator.learners.picture_maml import fast
from simulator.learners.picture_maml.evaluation import adaptation
from simulator.learners.picture_maml.networks import Convolutional
from simulator.learners.picture_maml.plan import Kind, Plan, Tasks
from simulator.learners.picture_maml.training import MetaTraining as Starting
from simulator.learners.picture_maml.training import minibatches
from simulator.tasks.episodes import EpisodeTask
from simulator.tasks.images.pictures import Split
from simulator.tasks.images.settings import PictureSettings
from simulator.tasks.images.source import source_of

FOLDER = "OMNIGLOT"  # the variable of the environment
LONGER, SECONDS = "OMNIGLOT_SECONDS", "60"  # another such variable, and what is taken without it
EPISODES, QUERIES = 2000, 5  # of the test
ADAPTED, STEPS = 600, (1, 3, 10)  # episodes of the test of methods that adapt, and the inner steps that are told
RATE = 3e-3  # of Adam at the beginning; it falls to 0 along half a cosine


@dataclass(frozen=True)
class Recipe:
    """A method, and the episodes it is trained with."""

    name: str
    make: Callable[[Blocks], Learner[Any]]
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


@dataclass(frozen=True)
class Start:
    """A method that adapts, the network, and how it is trained and tested, on 5-way 1-shot episodes."""

    name: str
    kind: Kind
    network: Convolutional
    plan: Plan
    rate: float  # of Adam at the beginning
    tasks: int = 4
    queries: int = 5
    each: int = 0  # pictures of Reptile's minibatches; 0: all of a task


SEEN = Convolutional(14, 32, 3)
ADAPTING = (
    Start("MAML", "maml", SEEN, Plan(1, 0.5), 1e-2),
    Start("Meta-SGD", "meta_sgd", SEEN, Plan(1, 0.5), 5e-3),
    Start("ANIL", "anil", SEEN, Plan(3, 0.5), 5e-3),
    Start("Reptile", "reptile", SEEN, Plan(5, 0.3), 3e-3, each=10),
    Start("FOMAML", "fomaml", SEEN, Plan(5, 0.1), 3e-3),
)


def trained(recipe: Recipe, split: Split, seed: int = 0) -> tuple[Learner[Any], MetaTraining, int]:
    """Return a method, what it has learned within its seconds, and the number of meta-steps."""
    draws = Generator().manual_seed(seed)
    method = recipe.make(recipe.blocks)
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


def prepared(start: Start, split: Split, seconds: float, seed: int = 0) -> tuple[Starting, int]:
    """Return a start that was learned within so many seconds, and the number of meta-steps."""
    draws, network = Generator().manual_seed(seed), start.network
    training = Starting(network, start.kind, network.initial(draws), rates=start.plan.rate, largest=10.0, engine=fast)
    task, steps = EpisodeTask(split.train, network.ways, 1, start.queries), 0
    begun = time.thread_time()
    while (passed := (time.thread_time() - begun) / seconds) < 1:
        episodes = task.draw(start.tasks, draws)
        tasks = Tasks.of_episodes(task.pixels(episodes.support), task.pixels(episodes.query))
        order, among = None, network.ways * (1 + start.queries)
        if start.each:
            order = minibatches(start.tasks, among, start.plan.steps, start.each, draws)
        training.step(tasks, start.plan, start.rate * (1 + math.cos(math.pi * passed)) / 2, order)
        steps += 1
    return training, steps


def starts(folder: str, count: int) -> Iterator[Row]:
    """Yield the rows of the methods that adapt."""
    for start in ADAPTING:
        network = start.network
        split = source_of(PictureSettings(pictures="omniglot", folder=folder, side=network.side)).split
        task = EpisodeTask(split.test, network.ways, 1, QUERIES, "none")
        episodes = task.draw(count, Generator().manual_seed(1))
        tasks = Tasks.of_episodes(task.pixels(episodes.support), task.pixels(episodes.query))
        for seconds in map(float, os.environ.get(LONGER, SECONDS).split()):
            training, steps = prepared(start, split, seconds)
            plan = Plan(max(STEPS), start.plan.rate)
            found, alone = (
                adaptation(network, start.kind, training.weights, tasks, replace(plan, statistics=by), fast).accuracies
                for by in ("batch", "support")
            )
            told = ", ".join(f"{found[k].mean:.1%} ±{100 * found[k].margin:.1f} after {k}" for k in (0, *STEPS))
            by_itself = f"each query by itself {alone[-1].mean:.1%} ±{100 * alone[-1].margin:.1f}"
            what = f"Omniglot, {start.name}, {network.side} pixels, {seconds:g} s, {network.ways}-way 1-shot"
            figure = f"{told} steps, transductive; {by_itself}; {steps:,} meta-steps of {start.tasks} tasks"
            yield Row(what, figure, 100 * found[-1].mean, "%")


def rows(effort: Effort) -> Iterator[Row]:
    """Yield the rows as they are measured."""
    prepare_thread(1)
    folder = os.environ.get(FOLDER, "")
    if not folder:
        yield Row("Omniglot", f"left out: the variable {FOLDER} of the environment names no folder or zip file")
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
    yield from starts(folder, ADAPTED)
