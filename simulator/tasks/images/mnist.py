"""Reads handwritten digits or letters from a folder of MNIST's or EMNIST's idx files, which are untrusted."""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from string import ascii_uppercase
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.images.pictures import Pictures

_IMAGES, _LABELS = 2051, 2049  # the first four bytes: unsigned bytes, in three dimensions and in one
_LARGEST_SIDE = 256  # pixels
_MOST_CLASSES = 62  # of EMNIST: digits, capitals and small letters
_LARGEST = 256 * 1024**2  # bytes of pixels; both files of MNIST together have 55 million
_IMAGES_FILE = re.compile(r"(?P<family>.*?)(?P<set>train|t10k|test)-images[-.]idx3-ubyte(\.gz)?")
_LABELS_FILE = re.compile(r"(?P<family>.*?)(?P<set>train|t10k|test)-labels[-.]idx1-ubyte(\.gz)?")
_INSIDE = ("raw", "gzip", "*/raw", "*/gzip")  # where torchvision and EMNIST's archive keep the files
_SEED = 0  # of the order of each class's drawings
_SETS = ("train", "t10k", "test")


@dataclass(frozen=True)
class _Files:
    """The files of one set, such as MNIST's train; one of the two may be missing."""

    folder: Path
    family: str  # before the set's name, such as "emnist-letters-"; empty for MNIST
    name: str  # of the set
    images: Path | None
    labels: Path | None


def files_of_mnist(path: str | Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, size in bytes and time in nanoseconds of each file that `read_mnist` would read.

    Raises:
        UserError: there is no such folder or file, or it holds several sets.
    """
    named = [file for part in _found(Path(path)) for file in (part.images, part.labels) if file is not None]
    try:
        return tuple((str(file), (there := file.stat()).st_size, there.st_mtime_ns) for file in named)
    except OSError as error:
        raise refuse(str(path), say("cannot be read: {reason}", reason=error)) from None


def read_mnist(path: str | Path, transposed: bool = False) -> Pictures:
    """Return the pictures at `path`, sorted by label, as many of each class as of the rarest one.

    The files of MNIST's kind: `train-images-idx3-ubyte` with `train-labels-idx1-ubyte`, the same for `t10k`, or both
    joined; gzipped or not, also spelled with a dot before `idx`, in the folder itself, its `raw` or its `gzip`.
    EMNIST's have the set's name before and `test` in place of `t10k`; its letters count from 1.

    The drawings of a class are in an order that depends on a fixed seed only, so that what cuts them by number, such as
    into training and held-out ones, takes from all writers: the files' own order has other writers at its end.

    Args:
        path: of the folder, or of one of the files where a folder has several sets.
        transposed: swap rows and columns, as EMNIST's files need it.

    Raises:
        UserError: the folder or a file is missing, unreadable, truncated, or not what its name says.
    """
    problems: list[Problem] = []
    parts = []
    for files in _found(Path(path)):
        try:
            parts.append(_read_set(files))
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(problems)
    return _sorted(Path(path), parts, transposed)


def _found(path: Path) -> list[_Files]:
    """Return the sets at `path`, all of one family, at least one of them."""
    if path.is_file():
        named = _IMAGES_FILE.fullmatch(path.name) or _LABELS_FILE.fullmatch(path.name)
        if named is None:
            raise refuse(
                str(path), say("must be a folder with MNIST's idx files, or one of these; unpack an archive first")
            )
        return [part for part in _sets(path.parent) if part.family == named["family"]]
    if not path.is_dir():
        raise refuse(str(path), say("must be a folder with MNIST's idx files, but does not exist"))
    found = _sets(path)
    for inside in _INSIDE:
        found = found or [part for folder in sorted(path.glob(inside)) for part in _sets(folder)]
    if not found:
        raise refuse(str(path), say("must have train-images-idx3-ubyte or t10k-images-idx3-ubyte, or either with .gz"))
    families = sorted({str(part.folder.relative_to(path) / (part.family or "train-")) for part in found})
    if len(families) > 1:
        sentence = "has several sets, {names}; name a file of the one you mean instead of the folder"
        raise refuse(str(path), say(sentence, names=", ".join(name.rstrip("-") for name in families)))
    return found


def _sets(folder: Path) -> list[_Files]:
    """Return the sets whose files are in this very folder, in the order of `_SETS`."""
    try:
        names = sorted(file.name for file in folder.iterdir())
    except OSError as error:
        raise refuse(str(folder), say("cannot be read: {reason}", reason=error.strerror or error)) from None
    places: list[dict[tuple[str, str], Path]] = []
    for pattern in (_IMAGES_FILE, _LABELS_FILE):
        matches = [match for name in reversed(names) if (match := pattern.fullmatch(name))]  # unpacked before packed
        places.append(
            {(it["family"], it["set"]): folder / it.string for it in matches if (folder / it.string).is_file()}
        )
    images, labels = places
    keys = sorted({*images, *labels}, key=lambda key: (key[0], _SETS.index(key[1])))
    return [_Files(folder, *key, images.get(key), labels.get(key)) for key in keys]


def _read_set(files: _Files) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the pictures (N, side, side) and labels (N,) of one set."""
    images, labels = files.images, files.labels
    if images is None or labels is None:
        kind = "labels-idx1" if labels is None else "images-idx3"
        there = cast(Path, images or labels).name
        missing = files.folder / f"{files.family}{files.name}-{kind}-ubyte"
        raise refuse(str(missing), say("is missing; {there} needs it", there=there))
    problems: list[Problem] = []
    read = []
    for path, magic in ((images, _IMAGES), (labels, _LABELS)):
        try:
            read.append(_read(path, magic))
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(problems)
    return _agreeing(images, labels, *read)


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
        UserError: their numbers differ, or there are too many classes.
    """
    if len(images) != len(labels):
        sentence = "must have as many labels as {images} has pictures, {expected}, not {got}"
        message = say(sentence, images=images_path.name, expected=len(images), got=len(labels))
        raise refuse(str(labels_path), message)
    if labels.max() > _MOST_CLASSES:
        at = int(np.argmax(labels > _MOST_CLASSES))
        message = say(
            "must have labels from 0 to {most}, not {got} (label number {at})",
            most=_MOST_CLASSES,
            got=int(labels[at]),
            at=at + 1,
        )
        raise refuse(str(labels_path), message)
    return images, labels


def _sorted(path: Path, parts: list[tuple[NDArray[np.uint8], NDArray[np.uint8]]], transposed: bool) -> Pictures:
    """Return the pictures by class, as many of each as of the rarest one."""
    sides = sorted({images.shape[1] for images, _ in parts})
    if len(sides) > 1:
        message = say("must have pictures of one size, not of {one} and {other} pixels", one=sides[0], other=sides[1])
        raise refuse(str(path), message)
    labels = np.concatenate([labels for _, labels in parts])
    first = min(int(labels.min()), 1)  # EMNIST's letters count from 1
    counts = np.bincount(labels)[first:]
    if not counts.min():
        absent = first + int(counts.argmin())
        raise refuse(str(path), say("must have pictures of every class; there is none of {label}", label=absent))
    images = np.concatenate([images for images, _ in parts]) if len(parts) > 1 else parts[0][0]
    images = images.swapaxes(1, 2) if transposed else images
    chosen = [_shuffled(np.flatnonzero(labels == first + c), c)[: counts.min()] for c in range(len(counts))]
    return Pictures(np.stack([images[of_class] for of_class in chosen]), _names(first, len(counts)))


def _shuffled(numbers: NDArray[np.intp], of_class: int) -> NDArray[np.intp]:
    return np.random.default_rng(np.random.SeedSequence(_SEED, spawn_key=(of_class,))).permutation(numbers)


def _names(first: int, classes: int) -> tuple[str, ...]:
    """Return the names of the classes: letters where there are 26 from 1, else the labels."""
    if (first, classes) == (1, 26):
        return tuple(ascii_uppercase)
    return tuple(str(first + c) for c in range(classes))
