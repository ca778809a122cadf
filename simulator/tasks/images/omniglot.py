"""Reads Omniglot's handwritten characters from folders or zip files, which are untrusted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL.ImageFile import ImageFile

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import Message, say
from metascope.simulator.tasks.images.decoding import decoded, grey, kind_of
from metascope.simulator.tasks.images.files import Limits, PictureFile, entries_of, files_in
from metascope.simulator.tasks.images.pictures import Pictures, Split, averaging

_OFFICIAL = 105  # pixels, of the official pictures
_DRAWINGS = 20  # of each character, by twenty people
_SETS = ("images_background", "images_evaluation")  # the whole ones, which are taken before parts of them
_CHARACTER = re.compile(r"character\d+", re.IGNORECASE)
_LARGEST_SIDE = 512  # pixels; the official pictures have 105
LIMITS = Limits(100_000, 64 * 1024**2, 64 * 1024)  # both sets have 32,460 pictures of 150 to 350 bytes
_PICTURE_FILES = {".png", ".jpg", ".jpeg"}
_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
_SPECKLE = 32  # ink of a JPEG picture up to this is noise of its compression


class _Drawing(NamedTuple):
    group: str  # the folder that holds the alphabet's, such as "images_background"
    character: str  # such as "Greek/character01"
    file: PictureFile


def read_omniglot(path: str | Path, side: int = 20, centred: bool = False) -> Pictures:
    """Return all characters at `path`, 20 drawings of each, in the order of their names, such as "Greek/character01".

    Accepts a folder or zip file with folders of alphabets, however deep, such as the official zip files and the
    author's small sets, and a folder with such zip files named images_*.zip or omniglot*.zip. Of a character that is
    there several times, the one in images_background or images_evaluation counts, else the first, and of a zip file
    next to a folder of the same name the folder. Other files are ignored.

    A pixel is the mean of the original pixels that it covers. Pictures are square, PNG or JPEG, in black and white,
    grey or colours. One of which more than half would be ink is white on black already: it is inverted, and
    `Pictures.turned` counts them.

    Args:
        path: of the folder or file; it may be a link, what is in it may not.
        side: pixels along an edge, 1 to 105, at most those of the pictures.
        centred: move the centre of mass of a drawing's ink to the middle, by whole original pixels and only as far as
            no ink leaves the picture, then brighten the drawing until its brightest pixel is white.

    Raises:
        UserError: there is nothing in this layout; something is unreadable, is a link, points outside, or is too
            large; a picture is not square or too small; or a character does not have 20 drawings.
    """
    path = Path(path)
    if not 1 <= side <= _OFFICIAL:
        raise refuse("side", say("must be from 1 to {largest}, not {got}", largest=_OFFICIAL, got=side))
    with ExitStack() as opened:
        files = [file for part in _parts(path) for file in files_in(part, _is_drawing, LIMITS, opened)]
        characters = _characters(map(_drawing, files))
        if not characters:
            sentence = "must have pictures in the layout {layout}; there are none"
            layout = "images_background/Greek/character01/0394_01.png"
            raise refuse(str(path), say(sentence, layout=layout))
        names = sorted(characters)
        images, turned = np.empty((len(names), _DRAWINGS, side, side), np.uint8), 0
        for index, name in enumerate(names):
            ink, more = _inks(characters[name], side)
            images[index], turned = _drawn(ink, side, centred), turned + more
        return Pictures(images, tuple(names), turned)


def split_alphabets(pictures: Pictures, validation: int | None = None, test: int | None = None) -> Split:
    """Split the characters by alphabet: `test` alphabets, `validation` others, and the rest for training.

    The SHA-256 of the alphabets' names decides which, so that the split is the same everywhere.

    Args:
        pictures: from `read_omniglot`.
        validation: number of alphabets for validation; None: 5, or of fewer than 15 alphabets a third.
        test: number of alphabets for the test; None: likewise.

    Raises:
        UserError: a part would be left without an alphabet.
    """
    of = [name.split("/")[0] for name in pictures.names]
    alphabets = sorted(set(of), key=lambda alphabet: hashlib.sha256(alphabet.encode()).digest())
    usual = min(5, max(len(alphabets) // 3, 1))
    validation, test = usual if validation is None else validation, usual if test is None else test
    if validation < 1 or test < 1 or validation + test >= len(alphabets):
        sentence = "must leave alphabets to train on: {alphabets} are too few to hold out {validation} and {test}"
        message = say(sentence, alphabets=len(alphabets), validation=validation, test=test)
        raise refuse("alphabets", message)
    parts = alphabets[test + validation :], alphabets[test : test + validation], alphabets[:test]
    return Split(*(pictures.chosen([i for i, alphabet in enumerate(of) if alphabet in part]) for part in parts))


def _characters(drawings: Iterable[_Drawing]) -> dict[str, list[PictureFile]]:
    """Return the drawings of each character, all from one group, the whole sets before others."""
    groups: dict[str, dict[str, list[PictureFile]]] = {}
    for drawing in drawings:
        groups.setdefault(drawing.character, {}).setdefault(drawing.group, []).append(drawing.file)
    return {name: of[min(of, key=_preference)] for name, of in groups.items()}


def _preference(group: str) -> tuple[bool, str]:
    return PurePosixPath(group).name.removesuffix(".zip") not in _SETS, group


def _parts(path: Path) -> list[Path]:
    """Return the folder and zip files that `path` stands for."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise refuse(str(path), say("must be a folder or zip file of Omniglot, but does not exist"))
    packed = [file for file in entries_of(path) if file.suffix.lower() == ".zip" and file.is_file()]
    ours = [file for file in packed if file.name.lower().startswith(("images_", "omniglot"))]
    return [path, *(file for file in ours if not file.with_suffix("").is_dir())]


def _is_drawing(inside: PurePosixPath) -> bool:
    """Return whether a path ends in alphabet, character and file; the alphabet may be what was named."""
    fits = len(inside.parts) > 2 and _CHARACTER.fullmatch(inside.parts[-2])
    return bool(fits) and inside.suffix.lower() in _PICTURE_FILES


def _drawing(file: PictureFile) -> _Drawing:
    *before, alphabet, character, _ = file.inside.parts
    return _Drawing(str(PurePosixPath(*before)), f"{alphabet}/{character.lower()}", file)


def _inks(drawings: list[PictureFile], side: int) -> tuple[NDArray[np.uint8], int]:
    """Return the ink of a character's drawings, (20, S, S), white on black, and how many were that way in the file."""
    if len(drawings) != _DRAWINGS:
        sentence = "must have {expected} pictures, as every character of Omniglot, not {got}"
        raise refuse(str(drawings[0].where.parent), say(sentence, expected=_DRAWINGS, got=len(drawings)))
    drawings = sorted(drawings, key=lambda d: d.where.name)
    inks: list[NDArray[np.uint8]] = []
    turned = 0
    for drawing in drawings:
        ink = _ink(drawing, side)
        if inks and ink.shape != inks[0].shape:
            sentence = "must have {side} pixels along an edge, as the others of its character, not {got}"
            raise refuse(str(drawing.where), say(sentence, side=len(inks[0]), got=len(ink)))
        if ink.mean() > 255 / 2:
            ink, turned = 255 - ink, turned + 1
        inks.append(ink)
    return np.stack(inks), turned


def _drawn(ink: NDArray[np.uint8], side: int, centred: bool) -> NDArray[np.uint8]:
    """Return ink (20, S, S) as pictures (20, side, side)."""
    shrink = averaging(ink.shape[1], side)
    if centred:
        ink = np.stack([_to_the_middle(one) for one in ink])
    shrunk = shrink @ ink.astype(np.float32) @ shrink.T
    if centred:
        shrunk *= 255 / np.maximum(shrunk.max((1, 2), keepdims=True), 1)
    return np.asarray(np.rint(shrunk), np.uint8)


def _to_the_middle(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return ink (S, S) centred, as `read_omniglot` describes."""
    moves = []
    size = len(ink)
    for along in (ink.sum(1, dtype=np.int64), ink.sum(0, dtype=np.int64)):  # (S,) rows, then columns
        inked = np.flatnonzero(along)
        if not len(inked):
            return ink
        move = round((size - 1) / 2 - float(np.average(np.arange(size), weights=along)))
        moves.append(int(np.clip(move, -inked[0], size - 1 - inked[-1])))
    return np.roll(ink, moves, (0, 1))


def _ink(drawing: PictureFile, side: int) -> NDArray[np.uint8]:
    """Return a picture's ink (S, S): 255 where the file is black."""
    content = drawing.read()
    if (kind := kind_of(content)) not in ("PNG", "JPEG"):
        raise refuse(str(drawing.where), say("must be a complete PNG or JPEG picture"))

    def check(width: int, height: int) -> Message | None:
        if width == height and side <= width <= _LARGEST_SIDE:
            return None
        sentence = "must be square, {least} to {largest} pixels along an edge, not {width} × {height}"
        return say(sentence, least=side, largest=_LARGEST_SIDE, width=width, height=height)

    def use(picture: ImageFile) -> NDArray[np.uint8]:
        if picture.mode not in _MODES:
            sentence = "must be in black and white, grey or 8 bits for each colour, not in the mode {mode}"
            raise refuse(str(drawing.where), say(sentence, mode=picture.mode))
        return 255 - grey(picture)

    ink = decoded(drawing.where, content, check, use)
    if kind == "JPEG":
        ink[ink <= _SPECKLE] = 0
        ink[ink >= 255 - _SPECKLE] = 255
    return ink
