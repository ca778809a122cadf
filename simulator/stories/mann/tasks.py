"""Loads the pictures that the settings name, split into three parts by character, and draws held-out episodes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

import torch

from simulator.engine.computing import chosen_device, located
from simulator.engine.errors import Problem, UserError, refuse
from simulator.engine.randomness import generator
from simulator.engine.text import Message, say
from simulator.stories.mann.settings import DRAWINGS, MannSettings
from simulator.tasks.images.glyphs import draw_glyphs
from simulator.tasks.images.omniglot import read_omniglot, split_alphabets
from simulator.tasks.images.pictures import Pictures, Split
from simulator.tasks.label_episodes import Episodes, LabelEpisodes

Part = Literal["train", "validation", "test"]

_ALPHABET = 0  # seed of the drawn characters: all runs have the same ones, so that seeds can be compared
_STREAMS = {"validation": 3, "test": 4}  # of random numbers
_FIELDS = ("inputs", "labels", "instances", "classes", "drawings", "turns")


def split_of(settings: MannSettings) -> Split:
    """Return the pictures to train on, to choose the best weights by, and to judge by.

    Raises:
        UserError: the folder of Omniglot is invalid; the problem is at "folder" and names the file.
    """
    if settings.pictures == "glyphs":
        return _glyphs(settings.characters, settings.side)
    if not settings.folder:
        raise refuse("folder", say("must name the folder or zip file of Omniglot"))
    try:
        return _omniglot(located(settings.folder), settings.side)
    except UserError as error:
        raise UserError(
            Problem("folder", say("{where}: {problem}", where=it.where, problem=it.message)) for it in error.problems
        ) from None


def notices_of(split: Split) -> tuple[Message, ...]:
    """Return what a person should know of how the pictures were read; nothing if they are as they should be."""
    turned = split.train.turned
    if not turned:
        return ()
    text = "{turned} pictures are white on black in the files, where Omniglot is black on white; they were inverted"
    return (say(text, turned=f"{turned:,}"),)


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


@lru_cache(maxsize=2)
def _glyphs(characters: int, side: int) -> Split:
    apart = characters // 4
    drawn = draw_glyphs(_ALPHABET, characters + 2 * apart, DRAWINGS, side)
    parts = (0, characters), (characters, characters + apart), (characters + apart, characters + 2 * apart)
    return Split(*(drawn.of_classes(*part) for part in parts))


def _omniglot(path: Path, side: int) -> Split:
    """Return the three parts of Omniglot; a folder is never cached, since any file in it may change."""
    if not path.is_file():
        return split_alphabets(read_omniglot(path, side, centred=True))
    there = path.stat()
    return _packed(path, side, there.st_mtime_ns, there.st_size)


@lru_cache(maxsize=2)
def _packed(path: Path, side: int, changed: int, size: int) -> Split:
    return split_alphabets(read_omniglot(path, side, centred=True))
