"""Reads handwritten digits from a folder of MNIST's idx files, which are untrusted."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

from simulator.engine.errors import Problem, UserError, refuse
from simulator.engine.text import say
from simulator.tasks.images.pictures import Pictures

_DIGITS = 10
_IMAGES, _LABELS = 2051, 2049  # the first four bytes: unsigned bytes, in three dimensions and in one
_LARGEST_SIDE = 256  # pixels
_LARGEST = 256 * 1024**2  # bytes of pixels; both files of MNIST together have 55 million
_SETS = ("train", "t10k")


def read_mnist(folder: str | Path) -> Pictures:
    """Return the digits in `folder`: the first D drawings of each, where D is the count of the rarest digit.

    Accepts `train-images-idx3-ubyte` with `train-labels-idx1-ubyte`, the same for `t10k`, or both joined; gzipped or
    not, and also spelled with a dot before `idx`.

    Raises:
        UserError: the folder or a file is missing, unreadable, truncated, or not what its name says.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise refuse(str(folder), say("must be a folder with MNIST's idx files, but does not exist"))
    problems: list[Problem] = []
    parts = []
    for name in _SETS:
        try:
            parts += _read_set(folder, name)
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(problems)
    if not parts:
        raise refuse(
            str(folder), say("must have train-images-idx3-ubyte or t10k-images-idx3-ubyte, or either with .gz")
        )
    return _sorted(folder, parts)


def _read_set(folder: Path, name: str) -> list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]:
    """Return the pictures (N, side, side) and labels (N,) of one set, or nothing if neither file exists."""
    images, labels = _found(folder, f"{name}-images", "idx3-ubyte"), _found(folder, f"{name}-labels", "idx1-ubyte")
    if not images and not labels:
        return []
    if not images or not labels:
        missing = f"{name}-labels-idx1-ubyte" if images else f"{name}-images-idx3-ubyte"
        raise refuse(
            str(folder / missing), say("is missing; {there} needs it", there=(images or cast(Path, labels)).name)
        )
    problems: list[Problem] = []
    read = []
    for path, magic in ((images, _IMAGES), (labels, _LABELS)):
        try:
            read.append(_read(path, magic))
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(problems)
    return [_agreeing(images, labels, *read)]


def _found(folder: Path, stem: str, ending: str) -> Path | None:
    names = [f"{stem}{mark}{ending}{packed}" for mark in "-." for packed in ("", ".gz")]
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _read(path: Path, magic: int) -> NDArray[np.uint8]:
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            if not packed:
                return _numbers(path, file, magic)
            with gzip.GzipFile(fileobj=file) as unpacked:
                return _numbers(path, cast(BinaryIO, unpacked), magic)
    except EOFError:
        raise refuse(str(path), say("is truncated: the gzip file has no end")) from None
    except (OSError, zlib.error) as error:
        raise refuse(str(path), say("cannot be read: {reason}", reason=error)) from None


def _numbers(path: Path, file: BinaryIO, magic: int) -> NDArray[np.uint8]:
    """Return an idx file's bytes in their shape; reads no more than the header announces, up to a limit."""
    axes = magic % 256
    header = file.read(4 + 4 * axes)
    if len(header) >= 4 and (got := int.from_bytes(header[:4])) != magic:
        raise refuse(str(path), say("must begin with the magic number {expected}, not {got}", expected=magic, got=got))
    if len(header) < 4 + 4 * axes:
        sentence = "is truncated: the header must have {expected} bytes, not {got}"
        raise refuse(str(path), say(sentence, expected=4 + 4 * axes, got=len(header)))
    shape = tuple(int.from_bytes(header[at : at + 4]) for at in range(4, len(header), 4))
    wanted = _bounded(path, shape)
    content = file.read(wanted + 1)
    if len(content) < wanted:
        sentence = "is truncated: {expected} bytes must follow the header, not {got}"
        raise refuse(str(path), say(sentence, expected=wanted, got=len(content)))
    if len(content) > wanted:
        raise refuse(str(path), say("must end {expected} bytes after its header, but is longer", expected=wanted))
    return np.frombuffer(content, np.uint8).reshape(shape)


def _bounded(path: Path, shape: tuple[int, ...]) -> int:
    """Return how many bytes a header's shape announces, after checking that it is plausible."""
    count, *sides = shape
    if not count:
        raise refuse(str(path), say("must have at least 1 entry, not 0"))
    if sides and (sides[0] != sides[1] or not 1 <= sides[0] <= _LARGEST_SIDE):
        sentence = "must have square pictures of 1 to {largest} pixels per edge, not {rows} × {columns}"
        raise refuse(str(path), say(sentence, largest=_LARGEST_SIDE, rows=sides[0], columns=sides[1]))
    wanted = count * (sides[0] ** 2 if sides else 1)
    if wanted > _LARGEST:
        raise refuse(str(path), say("must have at most {most} bytes of data, not {got}", most=_LARGEST, got=wanted))
    return wanted


def _agreeing(
    images_path: Path, labels_path: Path, images: NDArray[np.uint8], labels: NDArray[np.uint8]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return pictures and labels after checking that they match.

    Raises:
        UserError: their numbers differ, or a label is not a digit.
    """
    if len(images) != len(labels):
        sentence = "must have as many labels as {images} has pictures, {expected}, not {got}"
        message = say(sentence, images=images_path.name, expected=len(images), got=len(labels))
        raise refuse(str(labels_path), message)
    if labels.max() >= _DIGITS:
        at = int(np.argmax(labels >= _DIGITS))
        message = say("must have labels from 0 to 9, not {got} (label number {at})", got=int(labels[at]), at=at + 1)
        raise refuse(str(labels_path), message)
    return images, labels


def _sorted(folder: Path, parts: list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]) -> Pictures:
    """Return the pictures by digit, as many of each as of the rarest one."""
    sides = sorted({images.shape[1] for images, _ in parts})
    if len(sides) > 1:
        message = say("must have pictures of one size, not of {one} and {other} pixels", one=sides[0], other=sides[1])
        raise refuse(str(folder), message)
    labels = np.concatenate([labels for _, labels in parts])
    least = int(np.bincount(labels, minlength=_DIGITS).min())
    if not least:
        absent = int(np.bincount(labels, minlength=_DIGITS).argmin())
        raise refuse(str(folder), say("must have pictures of every digit; there is none of {digit}", digit=absent))
    images = np.concatenate([images for images, _ in parts]) if len(parts) > 1 else parts[0][0]
    of_each = [images[np.flatnonzero(labels == digit)[:least]] for digit in range(_DIGITS)]
    return Pictures(np.stack(of_each), tuple(str(digit) for digit in range(_DIGITS)))
