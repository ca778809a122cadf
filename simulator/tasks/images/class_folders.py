"""Reads any folder or zip file with a folder of pictures for each class, which are untrusted."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL.ImageFile import ImageFile
from PIL.ImageOps import exif_transpose
from PIL.JpegImagePlugin import JpegImageFile

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import Message, say
from metascope.simulator.tasks.images.decoding import decoded, kind_of, reduced_grey
from metascope.simulator.tasks.images.files import Limits, PictureFile, files_in
from metascope.simulator.tasks.images.pictures import Pictures, averaging

LIMITS = Limits(200_000, 4 * 1024**3, 32 * 1024**2)
_MOST_PIXELS = 40_000_000  # of one picture
_MOST_DRAWINGS = 100  # that are read of each class
_MOST_PROBLEMS = 5  # that are told at once
_ENDINGS = {".png", ".jpg", ".jpeg", ".bmp", ".webp"}
_SETS = {"train", "training", "val", "valid", "validation", "test", "testing"}  # around the same classes each
_PAPER, _BOARD = 192, 63  # grey of a picture's frame, from which and up to which it is surely one of these


@dataclass(frozen=True)
class ClassFolders:
    """Pictures of class folders, and what they were made from."""

    pictures: Pictures  # `turned` counts those that are light on dark
    largest: int  # pictures in the largest class, of which as many are used as the smallest has


class _Square(NamedTuple):
    grey: NDArray[np.uint8]  # (side, side)
    ground: float  # the grey of its frame


def read_class_folders(path: str | Path, side: int = 28, least: int = 2) -> ClassFolders:
    """Return the pictures at `path`, a class for each folder that has pictures, in the order of the folders' names.

    Pictures are PNG, JPEG, BMP or WebP, of any sizes: they become grey and, after room is added beside the shorter
    edge, square; a pixel is the mean of what it covers. Where the frame of a picture is light, it is dark on light,
    as on paper, and is inverted; a frame that is neither light nor dark counts like most frames of the set.

    Folders may lie deeper than one; those that hold folders of pictures themselves are no classes, and of folders
    called train, validation or test the classes are joined. Of each class as many pictures are taken as the smallest
    has, at most 100; the SHA-256 of their names decides which, and in which order. Other files, and what file managers
    leave behind, are ignored.

    Args:
        path: of the folder or zip file; it may be a link, what is in it may not.
        side: pixels along an edge.
        least: pictures that each class must have.

    Raises:
        UserError: there are no such folders; one has too few pictures; something is unreadable, is a link, points
            outside, or is too large.
    """
    path = Path(path)
    if not path.exists():
        raise refuse(str(path), say("must be a folder or zip file with a folder of pictures for each class"))
    with ExitStack() as opened:
        classes = _classes(path, list(files_in(path, _is_picture, LIMITS, opened)))
        _check(classes, least)
        sizes = [len(files) for files in classes.values()]
        squares = _squares(classes, min(*sizes, _MOST_DRAWINGS), side)
    return ClassFolders(_upright(squares, tuple(classes)), max(sizes))


def _is_picture(inside: PurePosixPath) -> bool:
    return inside.suffix.lower() in _ENDINGS


def _classes(path: Path, files: list[PictureFile]) -> dict[str, list[PictureFile]]:
    """Return the pictures of each class by its name, in order."""
    root = path.name if path.is_file() else None
    folders: dict[PurePosixPath, list[PictureFile]] = {}
    for file in files:
        folders.setdefault(file.inside.parent, []).append(file)
    inner = {parent for folder in folders for parent in folder.parents}
    found: dict[tuple[str, ...], list[PictureFile]] = {}
    for folder, pictures in folders.items():
        parts = folder.parts[1:] if root else folder.relative_to(PurePosixPath("here", path.name)).parts
        if parts and folder not in inner:
            found.setdefault(tuple(part for part in parts if part.lower() not in _SETS) or parts, []).extend(pictures)
    if not found:
        raise refuse(str(path), say("must have a folder for each class, with its pictures: PNG, JPEG, BMP or WebP"))
    shared = _shared(list(found))
    return {"/".join(parts[shared:]): found[parts] for parts in sorted(found)}


def _shared(paths: list[tuple[str, ...]]) -> int:
    """Return how many folders lie around all classes."""
    deepest = min(map(len, paths)) - 1
    return next((at for at in range(deepest) if len({path[at] for path in paths}) > 1), deepest)


def _check(classes: dict[str, list[PictureFile]], least: int) -> None:
    problems = [
        Problem(str(files[0].where.parent), say("must have at least {least} pictures, not {got}", least=least, got=got))
        for files in classes.values()
        if (got := len(files)) < least
    ]
    if problems:
        raise UserError(problems[:_MOST_PROBLEMS])


def _squares(classes: dict[str, list[PictureFile]], drawings: int, side: int) -> list[list[_Square]]:
    """Return the pictures of each class, C lists of D.

    Raises:
        UserError: names the first few that cannot be read.
    """
    problems: list[Problem] = []
    found: list[list[_Square]] = []
    for files in classes.values():
        chosen = sorted(files, key=lambda file: hashlib.sha256(file.where.name.encode("utf-8", "replace")).digest())
        found.append([])
        for file in chosen[:drawings]:
            try:
                found[-1].append(_square(file, side))
            except UserError as error:
                problems += error.problems
            if len(problems) == _MOST_PROBLEMS:
                raise UserError(problems)
    if problems:
        raise UserError(problems)
    return found


def _square(file: PictureFile, side: int) -> _Square:
    content = file.read()
    if not kind_of(content):
        raise refuse(str(file.where), say("must be a PNG, JPEG, BMP or WebP picture"))

    def check(width: int, height: int) -> Message | None:
        if 0 < width * height <= _MOST_PIXELS:
            return None
        sentence = "must have at most {most} pixels, not {width} × {height}"
        return say(sentence, most=f"{_MOST_PIXELS:,}", width=width, height=height)

    def use(picture: ImageFile) -> _Square:
        if isinstance(picture, JpegImageFile):
            picture.draft("L", (4 * side, 4 * side))  # decoded smaller, which is faster, but not too small
        upright = exif_transpose(picture)
        return _fitted(reduced_grey(upright, max(1, min(upright.size) // (4 * side))), side)

    return decoded(file.where, content, check, use)


def _fitted(grey: NDArray[np.uint8], side: int) -> _Square:
    """Return a picture (H, W) fitted into a square; what is beside it has the grey of its frame."""
    longer = max(grey.shape)
    height, width = (max(1, round(side * length / longer)) for length in grey.shape)
    shrunk = _averaging(grey.shape[0], height) @ grey.astype(np.float32) @ _averaging(grey.shape[1], width).T
    frame = np.concatenate([shrunk[0], shrunk[-1], shrunk[:, 0], shrunk[:, -1]])
    ground = float(np.sort(frame)[len(frame) // 2])
    square = np.full((side, side), ground, np.float32)
    top, left = (side - height) // 2, (side - width) // 2
    square[top : top + height, left : left + width] = shrunk
    return _Square(np.rint(square).astype(np.uint8), ground)


_averaging = lru_cache(maxsize=256)(averaging)  # most pictures of a set are of a few sizes


def _upright(squares: list[list[_Square]], names: tuple[str, ...]) -> Pictures:
    """Return the pictures light on dark, as `read_class_folders` describes."""
    grounds = np.array([[square.ground for square in of_class] for of_class in squares])  # (C, D)
    mostly_light = float((grounds > 255 / 2).mean()) >= 0.5
    light = np.where((grounds >= _PAPER) | (grounds <= _BOARD), grounds > 255 / 2, mostly_light)
    images = np.stack([np.stack([square.grey for square in of_class]) for of_class in squares])
    inked = np.where(light[..., None, None], 255 - images, images)
    return Pictures(np.asarray(inked, np.uint8), names, int((~light).sum()))
