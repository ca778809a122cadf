"""Draws episodes, also held-out ones, of the pictures that the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import torch

from simulator.engine.computing import chosen_device
from simulator.engine.randomness import generator
from simulator.stories.mann.settings import MannSettings
from simulator.tasks.images.pictures import Pictures, Split
from simulator.tasks.label_episodes import Episodes, LabelEpisodes

Part = Literal["train", "validation", "test"]

_STREAMS = {"validation": 3, "test": 4}  # of random numbers
_FIELDS = ("inputs", "labels", "instances", "classes", "drawings", "turns")


def pictures_of(split: Split, part: Part) -> Pictures:
    """Return one of the parts."""
    return {"train": split.train, "validation": split.validation, "test": split.test}[part]


def episodes_of(settings: MannSettings, pictures: Pictures) -> LabelEpisodes:
    """Return what draws episodes of such pictures, on the device of the settings.

    Raises:
        UserError: there are too few characters, or drawings of each; or there is no such device.
    """
    device = chosen_device(settings.device, settings.work)
    return LabelEpisodes(pictures, settings.classes, settings.images, settings.turned, device=device)


def held_out(task: LabelEpisodes, part: Part, seed: int, number: int) -> Episodes:
    """Return the held-out episode with this number, as a batch of one."""
    return task.draw(1, generator(seed, _STREAMS[part], number))


def batches(task: LabelEpisodes, part: Part, settings: MannSettings) -> Iterator[Episodes]:
    """Yield all held-out episodes on which the networks are measured, as many at a time as in an update."""
    for first in range(0, settings.test_episodes, settings.batch):
        numbers = range(first, min(first + settings.batch, settings.test_episodes))
        drawn = [held_out(task, part, settings.seed, number) for number in numbers]
        yield Episodes(*(torch.cat([getattr(one, name) for one in drawn], 1) for name in _FIELDS))
