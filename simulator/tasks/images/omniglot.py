"""Reads Omniglot's handwritten characters from folders or zip files, which are untrusted."""

from __future__ import annotations

import hashlib
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from simulator.engine.errors import refuse
from simulator.engine.text import say
from simulator.tasks.images.pictures import Pictures, averaging

_OFFICIAL = 105  # pixels, of the official pictures
_DRAWINGS = 20  # of each character, by twenty people
_SETS = ("images_background", "images_evaluation")  # the whole ones, which are taken before parts of them
_CHARACTER = re.compile(r"character\d+", re.IGNORECASE)
_LARGEST_SIDE = 512  # pixels; the official pictures have 105
_LARGEST = 64 * 1024**2  # bytes of all pictures; the background set has 5 million
_LARGEST_PICTURE = 64 * 1024  # bytes of one; the official ones have 150 to 350
_MOST = 100_000  # entries; both sets together have 32,460 pictures
_DEEPEST = 8  # folders
_PICTURE_FILES = {".png", ".jpg", ".jpeg"}
_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
_SPECKLE = 32  # ink of a JPEG picture up to this is noise of its compression
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError)
_BROKEN_PICTURE = (
    OSError,
    SyntaxError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    struct.error,
    zlib.error,
    EOFError,
)


@dataclass(frozen=True)
class Split:
    """Characters of different alphabets for meta-training, validation and test."""

    train: Pictures
    validation: Pictures
    test: Pictures


@dataclass(frozen=True)
class _Drawing:
    group: str  # the folder that holds the alphabet's, such as "images_background"
    character: str  # such as "Greek/character01"
    name: str  # of the file, such as "0394_01.png"
    where: Path  # for error messages
    read: Callable[[], bytes]


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
        characters = _characters(drawing for part in _parts(path) for drawing in _in(part, opened))
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
    return Split(*(_only(pictures, [i for i, alphabet in enumerate(of) if alphabet in part]) for part in parts))


def _only(pictures: Pictures, classes: list[int]) -> Pictures:
    return Pictures(pictures.images[classes], tuple(pictures.names[i] for i in classes), pictures.turned)


def _characters(drawings: Iterable[_Drawing]) -> dict[str, list[_Drawing]]:
    """Return the drawings of each character, all from one group, the whole sets before others."""
    groups: dict[str, dict[str, list[_Drawing]]] = {}
    for drawing in drawings:
        groups.setdefault(drawing.character, {}).setdefault(drawing.group, []).append(drawing)
    return {name: of[min(of, key=_preference)] for name, of in groups.items()}


def _preference(group: str) -> tuple[bool, str]:
    return PurePosixPath(group).name.removesuffix(".zip") not in _SETS, group


def _parts(path: Path) -> list[Path]:
    """Return the folder and zip files that `path` stands for."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise refuse(str(path), say("must be a folder or zip file of Omniglot, but does not exist"))
    packed = [file for file in _entries(path) if file.suffix.lower() == ".zip" and file.is_file()]
    ours = [file for file in packed if file.name.lower().startswith(("images_", "omniglot"))]
    return [path, *(file for file in ours if not file.with_suffix("").is_dir())]


def _in(part: Path, opened: ExitStack) -> Iterator[_Drawing]:
    return _in_folder(part) if part.is_dir() else _in_zip(part, opened)


def _in_folder(folder: Path) -> Iterator[_Drawing]:
    count = total = 0
    for file in _files(folder, _DEEPEST):
        drawing = _drawing(
            PurePosixPath("here", *file.relative_to(folder.parent).parts), file, partial(_read_file, file)
        )
        if drawing is not None:
            count, total = count + 1, total + _size(_regular(file))
            _check_budget(folder, count, total)
            yield drawing


def _files(folder: Path, deep: int) -> Iterator[Path]:
    """Yield what may be pictures in a folder and the folders in it, in order."""
    for entry in _entries(folder):
        if entry.name.startswith((".", "__MACOSX")):
            continue
        if entry.is_dir():
            if deep:
                yield from _files(_regular(entry), deep - 1)
        elif entry.suffix.lower() in _PICTURE_FILES:
            yield entry


def _drawing(inside: PurePosixPath, where: Path, read: Callable[[], bytes]) -> _Drawing | None:
    """Return the drawing at a path that ends in alphabet, character and file; None if it does not."""
    *before, alphabet, character, name = ("", "", *inside.parts)
    hidden = name.startswith(".") or "__MACOSX" in inside.parts
    if hidden or len(inside.parts) < 3 or not _CHARACTER.fullmatch(character):
        return None
    if inside.suffix.lower() not in _PICTURE_FILES:
        return None
    return _Drawing(str(PurePosixPath(*before)), f"{alphabet}/{character.lower()}", name, where, read)


def _entries(folder: Path) -> list[Path]:
    """Return the sorted entries of a folder."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise refuse(str(folder), say("cannot be read: {reason}", reason=error.strerror)) from None


def _regular(path: Path) -> Path:
    if path.is_symlink():
        raise refuse(str(path), say("must be a file or folder of Omniglot, not a link"))
    return path


def _size(file: Path) -> int:
    if not file.is_file():
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
        inside = PurePosixPath(entry.filename.replace("\\", "/"))  # as old programs of Windows write them
        if inside.is_absolute() or ".." in inside.parts or ":" in entry.filename:
            raise refuse(str(path), say("must not have an entry that points outside: {name}", name=entry.filename))
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise refuse(str(path), say("must not have a link: {name}", name=entry.filename))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refuse(
                str(path), say("must be stored or deflated, as zip files usually are: {name}", name=entry.filename)
            )
        drawing = _drawing(PurePosixPath(path.name) / inside, path / inside, partial(_read_entry, archive, entry))
        if drawing is not None:
            yield drawing


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as opened:
        return opened.read(_LARGEST_PICTURE + 1)


def _check_budget(path: Path, count: int, total: int) -> None:
    if count > _MOST:
        raise refuse(str(path), say("must have at most {most} entries", most=_MOST))
    if total > _LARGEST:
        sentence = "must have at most {most} bytes of pictures when unpacked, not {got}"
        raise refuse(str(path), say(sentence, most=_LARGEST, got=total))


def _inks(drawings: list[_Drawing], side: int) -> tuple[NDArray[np.uint8], int]:
    """Return the ink of a character's drawings, (20, S, S), white on black, and how many were that way in the file."""
    if len(drawings) != _DRAWINGS:
        sentence = "must have {expected} pictures, as every character of Omniglot, not {got}"
        raise refuse(str(drawings[0].where.parent), say(sentence, expected=_DRAWINGS, got=len(drawings)))
    drawings = sorted(drawings, key=lambda d: d.name)
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


def _ink(drawing: _Drawing, side: int) -> NDArray[np.uint8]:
    """Return a picture's ink (S, S): 255 where the file is black."""
    try:
        content = drawing.read()
    except _BROKEN_ZIP as error:
        raise refuse(str(drawing.where), say("cannot be read: {reason}", reason=error)) from None
    if len(content) > _LARGEST_PICTURE:
        raise refuse(str(drawing.where), say("must have at most {most} bytes", most=_LARGEST_PICTURE))
    packed = content.startswith(b"\xff\xd8\xff")
    if not packed and not content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise refuse(str(drawing.where), say("must be a complete PNG or JPEG picture"))
    try:
        with (JpegImageFile if packed else PngImageFile)(BytesIO(content)) as picture:  # only the head so far
            _check_picture(drawing.where, picture, side)
            ink = 255 - _grey(picture)
    except _BROKEN_PICTURE as error:
        raise refuse(str(drawing.where), say("cannot be read as a picture: {reason}", reason=error)) from None
    if packed:
        ink[ink <= _SPECKLE] = 0
        ink[ink >= 255 - _SPECKLE] = 255
    return ink


def _check_picture(where: Path, picture: Image.Image, side: int) -> None:
    width, height = picture.size
    if width != height or not side <= width <= _LARGEST_SIDE:
        sentence = "must be square, {least} to {largest} pixels along an edge, not {width} × {height}"
        raise refuse(str(where), say(sentence, least=side, largest=_LARGEST_SIDE, width=width, height=height))
    if picture.mode not in _MODES:
        sentence = "must be in black and white, grey or 8 bits for each colour, not in the mode {mode}"
        raise refuse(str(where), say(sentence, mode=picture.mode))


def _grey(picture: Image.Image) -> NDArray[np.uint8]:
    """Return a picture in grey, (S, S); what is transparent becomes the opposite of what is not."""
    if picture.mode not in ("LA", "RGBA") and "transparency" not in picture.info:
        return np.asarray(picture.convert("L"), np.uint8)
    grey, opaque = np.moveaxis(np.asarray(picture.convert("RGBA").convert("LA"), np.float64), -1, 0)
    share = opaque / 255
    paper = 255 if (grey * share).sum() < 255 / 2 * share.sum() or share.min() == 1 else 0
    return np.asarray(np.rint(grey * share + paper * (1 - share)), np.uint8)
