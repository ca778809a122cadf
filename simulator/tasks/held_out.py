"""Loads the pictures of a run's episodes, split into three parts by character, and draws episodes to train or judge by.

Held-out episodes depend on the pictures, their sizes and the seed alone: stories with the same ones judge by the same.
"""

from __future__ import annotations

import torch

from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.randomness import generator
from metascope.simulator.tasks.episode_settings import EpisodeSettings, JudgedOn
from metascope.simulator.tasks.episodes import Episodes, EpisodeTask
from metascope.simulator.tasks.images.pictures import Pictures, Split
from metascope.simulator.tasks.images.source import Source, source_of

_POOL = 3000  # held-out pictures, at most, that episodes are made of
_SHOWN, _MEASURED = 1, 2  # streams of random numbers


def source_of_run(settings: EpisodeSettings) -> Source:
    """Return the pictures to train on, to choose rates by, and to judge by, and what is to be told of them.

    Raises:
        UserError: a person's folder is invalid; the problem is at "folder" and names the file.
    """
    _, train_shots, train_queries = settings.training_sizes
    needed = max(settings.shots + settings.queries, train_shots + train_queries)
    return source_of(settings, settings.ways, needed)


def judged_on(part: JudgedOn, split: Split) -> Pictures:
    """Return the held-out pictures that are shown and measured on."""
    return split.test if part == "test" else split.validation


def training_task(settings: EpisodeSettings, pictures: Pictures) -> EpisodeTask:
    """Return what draws the episodes that methods learn from.

    Raises:
        UserError: there are too few characters.
    """
    try:
        return EpisodeTask(pictures, *settings.training_sizes, settings.rotations)
    except UserError as error:
        raise UserError(Problem(f"train_{it.where}", it.message) for it in error.problems) from None


def held_out_task(settings: EpisodeSettings, pictures: Pictures) -> EpisodeTask:
    """Return what draws held-out episodes, of characters that stand upright; of very many drawings the first ones.

    Raises:
        UserError: there are too few characters.
    """
    drawings = max(settings.shots + settings.queries, _POOL // pictures.classes)
    return EpisodeTask(pictures.of_drawings(0, drawings), settings.ways, settings.shots, settings.queries, "none")


def shown_episode(task: EpisodeTask, seed: int, number: int) -> Episodes:
    """Return the held-out episode with this number, as a batch of one."""
    return task.draw(1, generator(seed, _SHOWN, number))


def measured_episodes(task: EpisodeTask, seed: int, count: int) -> Episodes:
    """Return the held-out episodes that all methods are measured on; of another count they may be others."""
    return task.draw(count, generator(seed, _MEASURED))


def all_pixels(task: EpisodeTask, device: torch.device) -> torch.Tensor:
    """Return all pictures of a task whose classes are not turned, by row: (P, S, S)."""
    return task.pixels(torch.arange(task.rows)).to(device)
