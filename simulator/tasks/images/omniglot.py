"""Reads Omniglot's handwritten characters from a folder or its official zip files, which are untrusted."""

from __future__ import annotations

import hashlib
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from simulator.engine.errors import refuse
from simulator.engine.text import say
from simulator.tasks.images.pictures import Pictures

_SIDE = 105  # pixels, of the official pictures
_DRAWINGS = 20  # of each character, by twenty people
_SETS = ("images_background", "images_evaluation")
_LAYOUT = re.compile(r"(?:images_\w+/)?([^/]+)/(character\d\d)/[^/]+\.png")
_CHARACTER = re.compile(r"character\d\d")
_LARGEST = 64 * 1024**2  # bytes of all pictures; the background set has 5 million
_LARGEST_PICTURE = 64 * 1024  # bytes of one; the official ones have 150 to 350
_MOST = 100_000  # entries; both sets together have 32,460 pictures
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError)
_BROKEN_PNG = (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error, zlib.error, EOFError)


@dataclass(frozen=True)
class Split:
    """Characters of different alphabets for meta-training, validation and test."""

    train: Pictures
    validation: Pictures
    test: Pictures


@dataclass(frozen=True)
class _Drawing:
    character: str  # such as "Greek/character01"
    name: str  # of the file, such as "0394_01.png"
    where: Path  # for error messages
    read: Callable[[], bytes]


def read_omniglot(path: str | Path, side: int = 20, centred: bool = False) -> Pictures:
    """Return all characters at `path`, 20 drawings of each, in the order of their names, such as "Greek/character01".

    Accepts a folder of alphabets, one of the official zip files, or a folder with images_background or
    images_evaluation as folders or zip files. A pixel is the mean of the original pixels, 105 × 105, that it covers.
    Other files are ignored.

    Args:
        path: of the folder or file.
        side: pixels along an edge, 1 to 105.
        centred: move the centre of mass of a drawing's ink to the middle, by whole original pixels and only as far as
            no ink leaves the picture, then brighten the drawing until its brightest pixel is white.

    Raises:
        UserError: there is nothing in this layout; something is unreadable, is a link, points outside, or is too
            large; a picture is not 105 × 105 in black and white or grey; or a character does not have 20 drawings.
    """
    path = Path(path)
    if not 1 <= side <= _SIDE:
        raise refuse("side", say("must be from 1 to {largest}, not {got}", largest=_SIDE, got=side))
    with ExitStack() as opened:
        characters: dict[str, list[_Drawing]] = {}
        for part in _parts(path):
            for drawing in _in_folder(part) if part.is_dir() else _in_zip(part, opened):
                characters.setdefault(drawing.character, []).append(drawing)
        if not characters:
            sentence = "must have pictures in the layout {layout}; there are none"
            layout = "images_background/Greek/character01/0394_01.png"
            raise refuse(str(path), say(sentence, layout=layout))
        names = sorted(characters)
        shrink = _averaging(side)
        return Pictures(np.stack([_drawn(characters[name], shrink, centred) for name in names]), tuple(names))


def split_alphabets(pictures: Pictures, validation: int = 5, test: int = 5) -> Split:
    """Split the characters by alphabet: `test` alphabets, `validation` others, and the rest for training.

    The SHA-256 of the alphabets' names decides which, so that the split is the same everywhere.

    Args:
        pictures: from `read_omniglot`.
        validation: number of alphabets for validation.
        test: number of alphabets for the test.

    Raises:
        UserError: a part would be left without an alphabet.
    """
    of = [name.split("/")[0] for name in pictures.names]
    alphabets = sorted(set(of), key=lambda alphabet: hashlib.sha256(alphabet.encode()).digest())
    if validation < 1 or test < 1 or validation + test >= len(alphabets):
        sentence = "must leave alphabets to train on: {alphabets} are too few to hold out {validation} and {test}"
        message = say(sentence, alphabets=len(alphabets), validation=validation, test=test)
        raise refuse("alphabets", message)
    parts = alphabets[test + validation :], alphabets[test : test + validation], alphabets[:test]
    return Split(*(_only(pictures, [i for i, alphabet in enumerate(of) if alphabet in part]) for part in parts))


def _only(pictures: Pictures, classes: list[int]) -> Pictures:
    return Pictures(pictures.images[classes], tuple(pictures.names[i] for i in classes))


def _parts(path: Path) -> list[Path]:
    """Return the folders of alphabets and zip files that `path` stands for."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise refuse(str(path), say("must be a folder or zip file of Omniglot, but does not exist"))
    candidates = [(path / name, path / f"{name}.zip") for name in _SETS]
    sets = [
        folder if folder.is_dir() else packed for folder, packed in candidates if folder.is_dir() or packed.is_file()
    ]
    return sets or [path]


def _in_folder(folder: Path) -> Iterator[_Drawing]:
    count = total = 0
    for alphabet in _entries(folder):
        for character in _entries(alphabet):
            if not _CHARACTER.fullmatch(character.name):
                continue
            for file in _entries(character):
                if file.suffix != ".png" or file.name.startswith("."):
                    continue
                count, total = count + 1, total + _size(file)
                _check_budget(folder, count, total)
                name = f"{alphabet.name}/{character.name}"
                yield _Drawing(name, file.name, file, partial(_read_file, file))


def _entries(folder: Path) -> list[Path]:
    """Return the sorted entries of a folder; nothing for a file."""
    try:
        return sorted(_regular(folder).iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise refuse(str(folder), say("cannot be read: {reason}", reason=error.strerror)) from None


def _regular(path: Path) -> Path:
    if path.is_symlink():
        raise refuse(str(path), say("must be a file or folder of Omniglot, not a link"))
    return path


def _size(file: Path) -> int:
    if not _regular(file).is_file():
        raise refuse(str(file), say("must be a picture, but is not a file"))
    return file.stat().st_size


def _read_file(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_LARGEST_PICTURE + 1)


def _in_zip(path: Path, opened: ExitStack) -> Iterator[_Drawing]:
    try:
        if path.stat().st_size > _LARGEST:
            raise refuse(str(path), say("must have at most {most} bytes", most=_LARGEST))
        archive = opened.enter_context(zipfile.ZipFile(path))
    except _BROKEN_ZIP as error:
        raise refuse(
            str(path), say("cannot be read as a zip file and may be truncated: {reason}", reason=error)
        ) from None
    entries = archive.infolist()
    _check_budget(path, len(entries), sum(entry.file_size for entry in entries))
    for entry in entries:
        inside = PurePosixPath(entry.filename)
        if inside.is_absolute() or ".." in inside.parts or "\\" in entry.filename or ":" in entry.filename:
            raise refuse(str(path), say("must not have an entry that points outside: {name}", name=entry.filename))
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise refuse(str(path), say("must not have a link: {name}", name=entry.filename))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refuse(
                str(path), say("must be stored or deflated, as zip files usually are: {name}", name=entry.filename)
            )
        layout = _LAYOUT.fullmatch(entry.filename)
        if layout and not inside.name.startswith(".") and layout[1] != "__MACOSX":
            name = f"{layout[1]}/{layout[2]}"
            yield _Drawing(name, inside.name, path / entry.filename, partial(_read_entry, archive, entry))


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as opened:
        return opened.read(_LARGEST_PICTURE + 1)


def _check_budget(path: Path, count: int, total: int) -> None:
    if count > _MOST:
        raise refuse(str(path), say("must have at most {most} entries", most=_MOST))
    if total > _LARGEST:
        sentence = "must have at most {most} bytes of pictures when unpacked, not {got}"
        raise refuse(str(path), say(sentence, most=_LARGEST, got=total))


def _drawn(drawings: list[_Drawing], shrink: NDArray[np.float32], centred: bool) -> NDArray[np.uint8]:
    """Return a character's drawings, (20, side, side), white on black."""
    if len(drawings) != _DRAWINGS:
        sentence = "must have {expected} pictures, as every character of Omniglot, not {got}"
        raise refuse(str(drawings[0].where.parent), say(sentence, expected=_DRAWINGS, got=len(drawings)))
    inks = [255 - _pixels(drawing) for drawing in sorted(drawings, key=lambda d: d.name)]
    ink = np.stack([_to_the_middle(one) for one in inks] if centred else inks)
    shrunk = shrink @ ink.astype(np.float32) @ shrink.T
    if centred:
        shrunk *= 255 / np.maximum(shrunk.max((1, 2), keepdims=True), 1)
    return np.asarray(np.rint(shrunk), np.uint8)


def _to_the_middle(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return ink (105, 105) centred, as `read_omniglot` describes."""
    moves = []
    for along in (ink.sum(1, dtype=np.int64), ink.sum(0, dtype=np.int64)):  # (105,) rows, then columns
        inked = np.flatnonzero(along)
        if not len(inked):
            return ink
        move = round((_SIDE - 1) / 2 - float(np.average(np.arange(_SIDE), weights=along)))
        moves.append(int(np.clip(move, -inked[0], _SIDE - 1 - inked[-1])))
    return np.roll(ink, moves, (0, 1))


def _pixels(drawing: _Drawing) -> NDArray[np.uint8]:
    """Return a picture (105, 105), black on white as it is in the file."""
    try:
        content = drawing.read()
    except _BROKEN_ZIP as error:
        raise refuse(str(drawing.where), say("cannot be read: {reason}", reason=error)) from None
    if len(content) > _LARGEST_PICTURE:
        raise refuse(str(drawing.where), say("must have at most {most} bytes", most=_LARGEST_PICTURE))
    if not content.startswith(_SIGNATURE) or content[12:16] != b"IHDR" or len(content) < 33:
        raise refuse(str(drawing.where), say("must be a complete PNG picture"))
    width, height = struct.unpack(">II", content[16:24])
    if (width, height) != (_SIDE, _SIDE):
        sentence = "must have {side} × {side} pixels, not {width} × {height}"
        raise refuse(str(drawing.where), say(sentence, side=_SIDE, width=width, height=height))
    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            if picture.mode not in ("1", "L", "P"):
                sentence = "must be in black and white or in 8 bits of grey, not in the mode {mode}"
                raise refuse(str(drawing.where), say(sentence, mode=picture.mode))
            return np.asarray(picture.convert("L"), np.uint8)
    except _BROKEN_PNG as error:
        raise refuse(str(drawing.where), say("cannot be read as a PNG picture: {reason}", reason=error)) from None


def _averaging(side: int) -> NDArray[np.float32]:
    """Return the share of each of the 105 old pixels in each new pixel along an edge, (side, 105); rows sum to 1."""
    edges = np.linspace(0, _SIDE, side + 1)
    old = np.arange(_SIDE)
    covered = np.minimum(edges[1:, None], old + 1) - np.maximum(edges[:-1, None], old)
    return np.asarray(np.clip(covered, 0, None) * side / _SIDE, np.float32)
