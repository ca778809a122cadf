"""Walks through a folder or zip file of pictures, which is untrusted: within limits, without links and litter."""

from __future__ import annotations

import hashlib
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError)
_LITTER = (".", "__MACOSX", "$")  # what names begin with that file managers leave behind, such as $RECYCLE.BIN
_DEEPEST = 8  # folders


@dataclass(frozen=True)
class Limits:
    """What a folder or zip file may have at most."""

    entries: int
    total: int  # bytes of all pictures; of a zip file unpacked
    picture: int  # bytes of one


@dataclass(frozen=True)
class PictureFile:
    """A file in a folder or zip file."""

    inside: PurePosixPath  # ends in a file's folders and name; the folder or zip file that was named is one of them
    where: Path  # for error messages
    limits: Limits
    content: Callable[[], bytes]

    def read(self) -> bytes:
        """Return the file's bytes.

        Raises:
            UserError: it cannot be read, or has too many.
        """
        try:
            content = self.content()
        except BROKEN_ZIP as error:
            raise refuse(str(self.where), say("cannot be read: {reason}", reason=error)) from None
        if len(content) > self.limits.picture:
            raise refuse(str(self.where), say("must have at most {most} bytes", most=self.limits.picture))
        return content


Wanted = Callable[[PurePosixPath], bool]


def files_in(path: Path, wanted: Wanted, limits: Limits, opened: ExitStack) -> Iterator[PictureFile]:
    """Yield the files in a folder, in order, or in a zip file, that are `wanted`, by their paths inside.

    Args:
        path: of the folder or zip file.
        wanted: whether a path counts; links are refused only among those that do, and folders.
        limits: of everything together.
        opened: what a zip file is opened in, for as long as its files are read.

    Raises:
        UserError: it is unreadable, has a link, points outside, or is too large.
    """
    return _in_folder(path, wanted, limits) if path.is_dir() else _in_zip(path, wanted, limits, opened)


def entries_of(folder: Path) -> list[Path]:
    """Return the sorted entries of a folder.

    Raises:
        UserError: it cannot be read.
    """
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise refuse(str(folder), say("cannot be read: {reason}", reason=error.strerror)) from None


def stamp(path: Path, limits: Limits) -> str:
    """Return a digest of name, size and time of all files: equal as long as none has changed.

    Raises:
        UserError: they cannot be read, or are too many.
    """
    found = hashlib.sha256()
    try:
        for count, file in enumerate(_files(path, _DEEPEST) if path.is_dir() else [path], 1):
            _check_budget(path, limits, count, 0)
            there = file.stat()
            found.update(f"{file!r} {there.st_size} {there.st_mtime_ns}\n".encode("utf-8", "replace"))
    except OSError as error:
        raise refuse(str(path), say("cannot be read: {reason}", reason=error.strerror)) from None
    return found.hexdigest()


def _in_folder(folder: Path, wanted: Wanted, limits: Limits) -> Iterator[PictureFile]:
    count = total = 0
    for file in _files(folder, _DEEPEST):
        inside = PurePosixPath("here", *file.relative_to(folder.parent).parts)
        if wanted(inside):
            count, total = count + 1, total + _size(_regular(file))
            _check_budget(folder, limits, count, total)
            yield PictureFile(inside, file, limits, partial(_read_file, file, limits))


def _files(folder: Path, deep: int) -> Iterator[Path]:
    """Yield the files in a folder and the folders in it, in order."""
    for entry in entries_of(folder):
        if entry.name.startswith(_LITTER):
            continue
        if not entry.is_dir():
            yield entry
        elif deep:
            yield from _files(_regular(entry), deep - 1)


def _regular(path: Path) -> Path:
    if path.is_symlink():
        raise refuse(str(path), say("must be a file or folder itself, not a link"))
    return path


def _size(file: Path) -> int:
    if not file.is_file():
        raise refuse(str(file), say("must be a picture, but is not a file"))
    return file.stat().st_size


def _read_file(file: Path, limits: Limits) -> bytes:
    with file.open("rb") as opened:
        return opened.read(limits.picture + 1)


def _in_zip(path: Path, wanted: Wanted, limits: Limits, opened: ExitStack) -> Iterator[PictureFile]:
    try:
        if path.stat().st_size > limits.total:
            raise refuse(str(path), say("must have at most {most} bytes", most=limits.total))
        archive = opened.enter_context(zipfile.ZipFile(path))
    except BROKEN_ZIP as error:
        raise refuse(
            str(path), say("cannot be read as a zip file and may be truncated: {reason}", reason=error)
        ) from None
    entries = archive.infolist()
    _check_budget(path, limits, len(entries), sum(entry.file_size for entry in entries))
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
        litter = entry.is_dir() or any(part.startswith(_LITTER) for part in inside.parts)
        if not litter and wanted(path.name / inside):
            yield PictureFile(path.name / inside, path / inside, limits, partial(_read_entry, archive, entry, limits))


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes:
    with archive.open(entry) as opened:
        return opened.read(limits.picture + 1)


def _check_budget(path: Path, limits: Limits, count: int, total: int) -> None:
    if count > limits.entries:
        raise refuse(str(path), say("must have at most {most} entries", most=limits.entries))
    if total > limits.total:
        sentence = "must have at most {most} bytes of pictures when unpacked, not {got}"
        raise refuse(str(path), say(sentence, most=limits.total, got=total))
