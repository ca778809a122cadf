"""Measures how well starts adapt to characters of unseen alphabets, after so many seconds of learning.

The pictures are Omniglot's background set; the variable OMNIGLOT of the environment names its folder or zip file.
Seconds are processor time of one thread, of drawing episodes and learning, not of measuring. A run is told at each of
the seconds that the variable OMNIGLOT_SECONDS lists (60 without it). Up to each of them its rate falls to 0 along half
a cosine, then it begins anew (warm restarts, Loshchilov and Hutter 2017): the first figures are those of a run of
their own, later ones of what was learned before, too. Recipes are chosen on the alphabets for validation:
OMNIGLOT_CHOOSE=25 measures every candidate there after 25 s, and nothing else.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from torch import Generator

from benchmarks.table import Effort, Row
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.engine.errors import UserError
from metascope.simulator.learners.metric.evaluation import EpisodeAccuracy
from metascope.simulator.learners.picture_maml import fast
from metascope.simulator.learners.picture_maml.evaluation import adaptation
from metascope.simulator.learners.picture_maml.networks import Convolutional
from metascope.simulator.learners.picture_maml.plan import Kind, Plan, Statistics, Tasks
from metascope.simulator.learners.picture_maml.training import MetaTraining, minibatches
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.images.pictures import Pictures, Split
from metascope.simulator.tasks.images.settings import PictureSettings
from metascope.simulator.tasks.images.source import source_of

FOLDER = "OMNIGLOT"  # the variable of the environment
LONGER, SECONDS = "OMNIGLOT_SECONDS", "60"  # another one, and what is taken without it
CHOOSING = "OMNIGLOT_CHOOSE"  # another one: seconds for each candidate
EPISODES, CHOSEN_BY = 600, 300  # of the test, and of the choice of recipes
QUERIES, STEPS = 5, (1, 3, 10)  # of each class; the inner steps that are told
LARGEST = 10.0  # norm of a meta-gradient
SEEN = Convolutional(14, 32, 3)


@dataclass(frozen=True)
class Start:
    """A method that adapts, the network, and how it is trained and tested, on 5-way 1-shot episodes."""

    name: str
    kind: Kind
    plan: Plan
    rate: float  # of Adam at the beginning
    each: int = 0  # pictures of Reptile's minibatches; 0: all of a task
    tasks: int = 4
    queries: int = 5
    network: Convolutional = SEEN

    @property
    def told(self) -> str:
        """The recipe in words."""
        steps = f"{self.plan.steps} inner steps of {self.plan.rate:g}"
        return steps + f" on {self.each} pictures" * bool(self.each) + f", outer rate {self.rate:g}"


CANDIDATES = (  # of each method the first one is the best on the alphabets for validation
    Start("MAML", "maml", Plan(1, 0.5), 1e-2),
    Start("MAML", "maml", Plan(3, 0.5), 5e-3),
    Start("Meta-SGD", "meta_sgd", Plan(1, 0.5), 5e-3),
    Start("Meta-SGD", "meta_sgd", Plan(1, 0.5), 1e-2),
    Start("ANIL", "anil", Plan(3, 0.5), 5e-3),
    Start("ANIL", "anil", Plan(3, 0.5), 1e-2),
    Start("ANIL", "anil", Plan(5, 0.5), 5e-3),
    Start("Reptile", "reptile", Plan(5, 0.3), 3e-3, each=10),
    Start("Reptile", "reptile", Plan(10, 0.3), 3e-3, each=10),
    Start("FOMAML", "fomaml", Plan(5, 0.1), 3e-3),
    Start("FOMAML", "fomaml", Plan(5, 0.1), 5e-3),
)
CHOSEN = tuple({start.name: start for start in CANDIDATES[::-1]}.values())[::-1]


def prepared(
    start: Start, split: Split, ends: Sequence[float], seed: int = 0
) -> Iterator[tuple[float, MetaTraining, int]]:
    """Yield what was learned at each of the ends, in seconds of learning, with the number of meta-steps."""
    draws, network = Generator().manual_seed(seed), start.network
    training = MetaTraining(
        network, start.kind, network.initial(draws), rates=start.plan.rate, largest=LARGEST, engine=fast
    )
    task, among = EpisodeTask(split.train, network.ways, 1, start.queries), network.ways * (1 + start.queries)
    passed, begin, steps = 0.0, 0.0, 0
    for end in ends:
        while passed < end:
            begun = time.thread_time()
            episodes = task.draw(start.tasks, draws)
            tasks = Tasks.of_episodes(task.pixels(episodes.support), task.pixels(episodes.query))
            order = None
            if start.each:
                order = minibatches(start.tasks, among, start.plan.steps, start.each, draws)
            rate = start.rate * (1 + math.cos(math.pi * (passed - begin) / (end - begin))) / 2
            training.step(tasks, start.plan, rate, order)
            passed, steps = passed + time.thread_time() - begun, steps + 1
        yield end, training, steps
        begin = end


def judged(
    start: Start, training: MetaTraining, part: Pictures, count: int, statistics: Statistics = "batch"
) -> list[EpisodeAccuracy]:
    """Return the accuracies on so many episodes of unseen alphabets, before the first inner step and after each."""
    task = EpisodeTask(part, start.network.ways, 1, QUERIES, "none")
    episodes = task.draw(count, Generator().manual_seed(1))
    tasks = Tasks.of_episodes(task.pixels(episodes.support), task.pixels(episodes.query))
    plan = replace(start.plan, steps=max(STEPS), statistics=statistics)
    return adaptation(start.network, start.kind, training.weights, tasks, plan, fast).accuracies


def rows(effort: Effort) -> Iterator[Row]:
    """Yield the rows as they are measured, of the candidates where these are to be chosen from."""
    prepare_thread(1)
    folder, choosing = os.environ.get(FOLDER, ""), os.environ.get(CHOOSING, "")
    if not folder:
        yield Row("Omniglot", f"left out: the variable {FOLDER} of the environment names no folder or zip file")
        return
    try:
        _split(folder, CHOSEN[0])
    except UserError as error:
        yield Row("Omniglot", f"left out: {error}")
        return
    if choosing:
        yield from _candidates(folder, float(choosing))
    else:
        yield from _methods(folder)


def _candidates(folder: str, seconds: float) -> Iterator[Row]:
    for start in CANDIDATES:
        split = _split(folder, start)
        for _, training, _ in prepared(start, split, [seconds]):
            found = judged(start, training, split.validation, CHOSEN_BY)
            what = f"Omniglot, {start.name}, {start.told}, {seconds:g} s, alphabets for validation"
            yield Row(what, _steps(found), 100 * found[-1].mean, "%")


def _methods(folder: str) -> Iterator[Row]:
    split = _split(folder, CHOSEN[0])
    told = (f"{part}: {', '.join(alphabets(getattr(split, part)))}" for part in ("validation", "test"))
    yield Row("Omniglot's alphabets held out", "; ".join(told))
    for start in CHOSEN:
        split, ends = _split(folder, start), os.environ.get(LONGER, SECONDS)
        for seconds, training, steps in prepared(start, split, sorted(map(float, ends.split()))):
            yield row(start, seconds, training, steps, split)


def _split(folder: str, start: Start) -> Split:
    return source_of(PictureSettings(pictures="omniglot", folder=folder, side=start.network.side)).split


def row(start: Start, seconds: float, training: MetaTraining, steps: int, split: Split) -> Row:
    """Return the row of what was learned in so many seconds, on the alphabets of the test."""
    found = judged(start, training, split.test, EPISODES)
    alone = judged(start, training, split.test, EPISODES, "support")
    by_itself = f"each query by itself {alone[-1].mean:.1%} ±{100 * alone[-1].margin:.1f}"
    what = f"Omniglot, {start.name}, {start.network.side} pixels, {seconds:g} s, {start.network.ways}-way 1-shot"
    figure = f"{_steps(found)} steps, transductive; {by_itself}; {steps:,} meta-steps of {start.tasks} tasks"
    return Row(what, f"{figure}; {start.told}", 100 * found[-1].mean, "%")


def alphabets(part: Pictures) -> list[str]:
    """Return the alphabets of a part, in order."""
    return sorted({name.split("/")[0] for name in part.names})


def _steps(found: Sequence[EpisodeAccuracy]) -> str:
    return ", ".join(f"{found[k].mean:.1%} ±{100 * found[k].margin:.1f} after {k}" for k in (0, *STEPS))
