"""Writes files atomically, reads files up to a size limit, and parses JSON strictly."""

from __future__ import annotations

import json
import math
import os
import platform
import re
import secrets
import stat
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import Message, say

TEXT_LIMIT = 1 << 20  # bytes of a preset or another file written by hand
_DEPTH_LIMIT = 32  # nesting of lists and objects
_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")  # of a surrogate pair; both halves may be there
_DIGITS_LIMIT = 20  # digits of a whole number; 2**63 has 19
_TEMPORARY = re.compile(
    r"\.[0-9a-f]{16}(?:\.([0-9a-f]{8})-([1-9][0-9]{0,9}))?\.tmp"
)  # with the machine and the process
_ABANDONED = 3600.0  # seconds without a write after which a temporary file has no living writer
_RESTED = 2.0  # the same, where its process is dead: it may live where processes are numbered apart, as in a container

_tidied: set[Path] = set()  # folders into which this process has written


def atomic_write(path: Path, data: bytes) -> None:
    """Write `data` to `path` completely, or on any failure leave the old file intact.

    Symbolic links are followed. A new file's mode follows the umask; an existing file's mode is kept.

    Raises:
        UserError: names the path and what the system says.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield an empty temporary file next to `path`, which replaces `path` at the end.

    On any failure the temporary file is removed and the old file is intact. Symbolic links are followed. A new file's
    mode follows the umask; an existing file's mode is kept.

    Raises:
        UserError: an OSError or ValueError was raised; names the path and what the system says.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target)
        tidy_once(target.parent)
        temporary = _temporary(target.parent)
        try:
            temporary.open("xb").close()
            yield temporary
            _settle(temporary, mode)
            os.replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        raise refuse(str(path), say("cannot be written: {reason}", reason=_reason(error))) from None


def tidy(folder: Path) -> int:
    """Remove the temporary files that killed processes of this program left in a folder; return how many.

    Those of a process of this machine go once it is dead, others, and those of a process whose number may be another
    one's now, after an hour in which nothing was written to them. Other files are left alone; so is what cannot be
    removed.
    """
    removed = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.is_file(follow_symlinks=False) and _is_abandoned(entry.name, entry.stat().st_mtime):
                    os.unlink(entry.path)
                    removed += 1
    return removed


def tidy_once(folder: Path) -> None:
    """Tidy a folder, the first time that this process writes into it."""
    if folder not in _tidied:
        _tidied.add(folder)
        tidy(folder)


def check_writable(path: Path) -> None:
    """Write an empty file next to `path` and remove it, so that who begins long work is told before.

    Raises:
        UserError: as `replacing`.
    """
    try:
        target = Path(os.path.realpath(path))
        _mode(target)
        temporary = _temporary(target.parent)
        temporary.open("xb").close()
        temporary.unlink()
    except (OSError, ValueError) as error:
        raise refuse(str(path), say("cannot be written: {reason}", reason=_reason(error))) from None


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the contents of the regular file at `path`, at most `limit` bytes.

    Raises:
        UserError: it cannot be read, is no regular file, or is larger.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would block forever
            raise refuse(str(path), say("must be a file"))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise refuse(str(path), say("cannot be read: {reason}", reason=_reason(error))) from None
    if len(data) > limit:
        raise refuse(str(path), say("must be at most {limit} bytes", limit=limit))
    return data


def read_beginning(path: Path, count: int, limit: int) -> tuple[bytes, int]:
    """Return the first bytes of the regular file at `path`, up to `count`, and how many it has.

    Raises:
        UserError: as `read_bytes`.
    """
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise refuse(str(path), say("must be a file"))
        with path.open("rb") as file:
            data = file.read(count)
    except (OSError, ValueError) as error:
        raise refuse(str(path), say("cannot be read: {reason}", reason=_reason(error))) from None
    if told.st_size > limit:
        raise refuse(str(path), say("must be at most {limit} bytes", limit=limit))
    return data, told.st_size


def read_text(path: Path, limit: int = TEXT_LIMIT) -> str:
    """Return the UTF-8 text of the regular file at `path`, at most `limit` bytes.

    Raises:
        UserError: as `read_bytes`, or it is not UTF-8.
    """
    try:
        return read_bytes(path, limit).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(str(path), say("must be UTF-8 text")) from None


def read_json(path: Path, limit: int = TEXT_LIMIT) -> object:
    """Return the value in the JSON file at `path`.

    Raises:
        UserError: as `read_text` and `parse_json`.
    """
    return parse_json(read_text(path, limit), str(path))


def parse_json(text: str, where: str) -> object:
    """Return the value of the JSON `text`.

    Raises:
        UserError: every problem, at `where`: no JSON, numbers that are not finite or are too long, names given
            twice, too many levels, texts with half of a surrogate pair.
    """
    found: list[Message] = []

    def whole(digits: str) -> int:
        if len(digits) <= _DIGITS_LIMIT:
            return int(digits)
        found.append(say("a whole number must have at most {limit} digits", limit=_DIGITS_LIMIT))
        return 0

    def real(digits: str) -> float:
        value = float(digits)
        if not math.isfinite(value):
            found.append(say("numbers must be finite, not {got}", got=digits[:40]))
        return value

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        for name in sorted(name for name, times in Counter(name for name, _ in items).items() if times > 1):
            found.append(say("the name {name} must appear only once", name=json.dumps(name[:40])))
        return dict(items)

    try:
        value: object = json.loads(
            text, parse_int=whole, parse_float=real, parse_constant=real, object_pairs_hook=pairs
        )
    except json.JSONDecodeError as error:
        found.append(_no_json(error))
    except RecursionError:
        found.append(_too_deep())
    else:
        if not _flat_enough(value):
            found.append(_too_deep())
        elif _HALF.search(text) and not _is_text(value):
            found.append(say("texts must be Unicode, without half of a surrogate pair"))
    if found:
        raise UserError(Problem(where, message) for message in found)
    return value


def _no_json(error: json.JSONDecodeError) -> Message:
    """Return where a text is no JSON, with what people who write it by hand may have done there."""
    hint, rest, line = None, error.doc[error.pos :].lstrip(), error.lineno
    before = error.doc[: error.pos].rstrip()
    if rest.startswith(("//", "/*", "#")):
        hint = say("there are no comments in JSON")
    elif rest[:1] in {*"“”„‘’'"}:
        hint = say('names and texts stand between straight quotation marks, as in "name"')
    elif error.msg.startswith("Illegal trailing comma"):  # Python 3.13 and later, at the comma
        hint = say("no comma stands behind the last entry")
    elif before.endswith(",") and rest[:1] in {"]", "}"}:
        hint, line = say("no comma stands behind the last entry"), before.count("\n") + 1
    elif error.msg.startswith("Invalid control character"):
        hint = say("a line break within a text is written \\n")
    elif error.msg.startswith("Invalid \\escape"):
        hint = say("a backslash within a text is written twice")
    elif error.msg.startswith("Expecting ',' delimiter"):
        hint = say('a comma or a bracket is missing before, or a quotation mark within a text is not written \\"')
    if hint is None:
        return say("must be JSON: {reason} (line {line})", reason=error.msg, line=line)
    return say("must be JSON: {reason} (line {line}): {hint}", reason=error.msg, line=line, hint=hint)


def _too_deep() -> Message:
    return say("lists and objects must be at most {limit} levels deep", limit=_DEPTH_LIMIT)


def _is_text(value: object) -> bool:
    """Return whether every text in a value can be written."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _flat_enough(value: object) -> bool:
    level = [value]
    for _ in range(_DEPTH_LIMIT + 1):
        level = [part for whole in level for part in _parts(whole)]
    return not level


def _parts(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _temporary(folder: Path) -> Path:
    return folder / f".{secrets.token_hex(8)}.{_machine()}-{os.getpid()}.tmp"


def _machine() -> str:
    return f"{zlib.crc32(platform.node().encode(errors='replace')):08x}"


def _is_abandoned(name: str, written: float) -> bool:
    """Return whether a file of this name is a temporary one whose writer is dead."""
    match = _TEMPORARY.fullmatch(name)
    if match is None:
        return False
    dead = match[1] == _machine() and os.name == "posix" and not _is_alive(int(match[2]))
    return time.time() - written > (_RESTED if dead else _ABANDONED)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # somebody else's, or no number of a process
        return True
    return True


def _mode(target: Path) -> int | None:
    """Return the mode of the existing file, or None."""
    try:
        there = target.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(there.st_mode):
        raise ValueError("it is not a regular file")
    return stat.S_IMODE(there.st_mode)


def _settle(path: Path, mode: int | None) -> None:
    """Flush the written data to the disk and give it the old file's mode."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _flush_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can; the data are safe without it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: OSError | ValueError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
