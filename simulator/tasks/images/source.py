"""Loads the pictures that settings name, split by class into those to learn from, to validate and to judge by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from metascope.simulator.engine.computing import located
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import Message, say
from metascope.simulator.tasks.images import class_folders, omniglot
from metascope.simulator.tasks.images.files import stamp
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.images.mnist import files_of_mnist, read_mnist
from metascope.simulator.tasks.images.pictures import Pictures, Split
from metascope.simulator.tasks.images.settings import DRAWINGS, PictureKind, PictureSettings, Variation

_ALPHABET = 0  # seed of the drawn characters: all runs have the same ones, so that seeds can be compared
_MOST_OF_MNIST = 400  # drawings of each class
_FEW_CLASSES = 25  # below, a third of them is held out for each part, from there on a fifth
_NAMES: dict[PictureKind, Message] = {
    "omniglot": say("must name the folder or zip file of Omniglot"),
    "mnist": say("must name the folder with the idx files of MNIST"),
    "folders": say("must name the folder or zip file with a folder of pictures for each class"),
}


@dataclass(frozen=True)
class Source:
    """Pictures in three parts that share no class, and what a person should know of how they were read."""

    split: Split
    notices: tuple[Message, ...] = ()


def source_of(settings: PictureSettings, classes: int = 2, drawings: int = 2, centred: bool = False) -> Source:
    """Return the pictures that settings name; read again only if a file has changed.

    Omniglot is split by alphabet, drawn characters by number, and others by the SHA-256 of their classes' names: a
    fifth of the classes for validation, a fifth for the test; of fewer than 25 a third each.

    Args:
        settings: of a story.
        classes: that each part must have, those of an episode; checked where a person's own folder is read.
        drawings: that each of the classes must have.
        centred: move Omniglot's drawings to the middle and brighten them, see `read_omniglot`; comparing pixels then
            answers 80 % of 5-way 1-shot instead of half, so published numbers say nothing of it.

    Raises:
        UserError: the folder or a file in it is invalid, or there are too few classes or pictures; the problem is at
            "folder" and names the file.
    """
    if settings.pictures == "glyphs":
        return _glyphs(settings.characters, settings.side, settings.variation)
    if not settings.folder:
        raise refuse("folder", _NAMES[settings.pictures])
    path = located(settings.folder)
    try:
        found = _read(settings, path, drawings, centred)
        _check(path, found.split, classes, drawings)
    except UserError as error:
        raise UserError(
            Problem("folder", say("{where}: {problem}", where=it.where, problem=it.message)) for it in error.problems
        ) from None
    return found


def split_classes(pictures: Pictures) -> Split:
    """Split classes into three parts by the SHA-256 of their names, which is the same everywhere."""
    order = sorted(range(pictures.classes), key=lambda c: hashlib.sha256(pictures.names[c].encode()).digest())
    apart = pictures.classes // (3 if pictures.classes < _FEW_CLASSES else 5)
    parts = order[2 * apart :], order[apart : 2 * apart], order[:apart]
    return Split(*(pictures.chosen(sorted(part)) for part in parts))


def _read(settings: PictureSettings, path: Path, drawings: int, centred: bool) -> Source:
    if settings.pictures == "mnist":
        return _mnist(path, files_of_mnist(path), settings.side, settings.transposed)
    limits = class_folders.LIMITS if settings.pictures == "folders" else omniglot.LIMITS
    files = stamp(path, limits) if path.exists() else ""  # what reads it says that it does not
    if settings.pictures == "folders":
        return _folders(path, files, settings.side, drawings)
    return _omniglot(path, files, settings.side, centred)


@lru_cache(maxsize=2)
def _glyphs(characters: int, side: int, variation: Variation) -> Source:
    apart = characters // 4
    drawn = draw_glyphs(_ALPHABET, characters + 2 * apart, DRAWINGS, side, variation)
    parts = (0, characters), (characters, characters + apart), (characters + apart, characters + 2 * apart)
    return Source(Split(*(drawn.of_classes(*part) for part in parts)))


@lru_cache(maxsize=2)
def _omniglot(path: Path, files: str, side: int, centred: bool) -> Source:
    read = omniglot.read_omniglot(path, side, centred)
    text = "{turned} pictures are white on black in the files, where Omniglot is black on white; they were inverted"
    told = (say(text, turned=f"{read.turned:,}"),) if read.turned else ()
    return Source(omniglot.split_alphabets(read), told)


@lru_cache(maxsize=2)
def _mnist(path: Path, files: tuple[tuple[str, int, int], ...], side: int, transposed: bool) -> Source:
    every = read_mnist(path, transposed)
    read = every.of_drawings(0, _MOST_OF_MNIST)
    told = [] if every.drawings == read.drawings else [_fewer(read.drawings, every.drawings)]
    frame = np.ones((read.side, read.side), np.bool_)
    frame[1:-1, 1:-1] = False
    if read.images[..., frame].mean() > 255 / 2:
        read = Pictures(255 - read.images, read.names, read.classes * read.drawings)
        told.append(say("the pictures are black on white in the files, where MNIST is white on black; inverted"))
    return Source(split_classes(read.resized(side)), tuple(told))


@lru_cache(maxsize=2)
def _folders(path: Path, files: str, side: int, least: int) -> Source:
    read = class_folders.read_class_folders(path, side, least)
    pictures, told = read.pictures, []
    if read.largest > pictures.drawings:
        told.append(_fewer(pictures.drawings, read.largest))
    every = pictures.classes * pictures.drawings
    if pictures.turned == every:
        told.append(say("the pictures are light on dark, and are shown as they are"))
    elif pictures.turned:
        text = "{light} of {all} pictures are light on dark; the others are dark on light and were inverted"
        told.append(say(text, light=f"{pictures.turned:,}", all=f"{every:,}"))
    return Source(split_classes(pictures), tuple(told))


def _fewer(used: int, largest: int) -> Message:
    text = "{used} pictures of each class are used, of up to {largest}"
    return say(text, used=used, largest=f"{largest:,}")


def _check(path: Path, split: Split, classes: int, drawings: int) -> None:
    """Raise a `UserError` if a part has too few classes, or its classes too few pictures."""
    parts = split.train, split.validation, split.test
    fewest, every = min(part.classes for part in parts), sum(part.classes for part in parts)
    problems = []
    if fewest < classes:
        text = (
            "must have more classes: of its {every}, {fewest} are in the smallest of the parts to learn from, to"
            " validate and to judge by, and an episode needs {classes}"
        )
        problems.append(Problem(str(path), say(text, every=every, fewest=fewest, classes=classes)))
    if (got := split.train.drawings) < drawings:
        text = "must have at least {drawings} pictures of each class, not {got}"
        problems.append(Problem(str(path), say(text, drawings=drawings, got=got)))
    if problems:
        raise UserError(problems)
