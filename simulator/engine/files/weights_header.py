"""Reads the header of a weights file: where the weights are from and how large they are, without torch and the weights.

What a file says of itself is bounded and compared with what its settings need before anything is built: a few bytes
may name settings that take minutes to build, and a header hundreds of thousands of tensors that hold nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from metascope.simulator.engine.computing import require_room
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import parse_json, read_beginning
from metascope.simulator.engine.settings import ANY_SIZE, Settings, Shapes
from metascope.simulator.engine.story import find_story
from metascope.simulator.engine.text import Message, say

FORMAT = "3"
NUMBER = "metascope_format"  # its key; "format" says "pt" to other programs, which put PyTorch's tensors there
OLDER = {  # by format, the names that keys of this one had
    "1": {"story": "scene", NUMBER: "format"},
    "2": {NUMBER: "format"},
}
LIMIT = 64 << 20  # bytes of a file
HEADER_LIMIT = 256 << 10  # bytes; those of the program's own stories have less than 20 kB
TENSORS_LIMIT = 2000  # those of the program's own stories have about a hundred
MOST_TOLD = 6  # tensors of which is said that they are others than the settings ask for

_KEYS = (NUMBER, "story", "settings", "step", "seed", "metascope", "torch", "sha256")
_OURS = {"story", "settings", "sha256"}  # what has none of these is another program's
_SIZE = 8  # bytes before the header, which are its size


@dataclass(frozen=True)
class WeightsInfo:
    """The origin of weights."""

    story: str  # its name
    settings: Settings
    step: int  # meta-steps of training
    seed: int
    versions: Mapping[str, str] = field(default_factory=dict)  # of the Metascope and torch that wrote them


@dataclass(frozen=True)
class Header:
    """The header of a weights file."""

    metadata: Mapping[str, str]
    shapes: Mapping[str, tuple[int, ...]]  # of the tensors, by name


def read_info(path: Path) -> WeightsInfo:
    """Return where the weights of a file are from, if they can be those of its settings as far as the header shows.

    Raises:
        UserError: every problem: truncated, foreign, of another version, too large, of other sizes than the settings,
            or of settings with which training would take more memory than there is.
    """
    header = read_header(path)
    problems = [Problem(str(path), message) for message in bad_metadata(header.metadata)]
    settings = settings_without(problems, header.metadata, str(path))
    try:
        require_room(settings)
    except UserError as error:
        raise UserError(Problem(str(path), it.message) for it in error.problems) from None
    if problems := [Problem(str(path), message) for message in _unlike(header.shapes, settings)]:
        raise UserError(problems)
    return info_of(header.metadata, settings)


def read_header(path: Path) -> Header:
    """Return the header of the safetensors file at `path`, of which no more is read.

    Raises:
        UserError: it cannot be read, is too large, incomplete, has too many tensors, or is not Metascope's.
    """
    data, length = read_beginning(path, _SIZE + HEADER_LIMIT, LIMIT)
    size = int.from_bytes(data[:_SIZE], "little")
    if len(data) < _SIZE or size > length - _SIZE:
        raise _incomplete(path, "it ends before its header")
    if size > HEADER_LIMIT:
        text = "must have a header of at most {limit} bytes, not {got}"
        raise refuse(str(path), say(text, limit=HEADER_LIMIT, got=size))
    try:
        document = parse_json(data[_SIZE : _SIZE + size].decode(), str(path))
    except (UserError, UnicodeDecodeError):
        raise _incomplete(path, "its header is not JSON") from None
    if not isinstance(document, dict):
        raise _incomplete(path, "its header is not an object")
    shapes = {name: _shape(value, length - _SIZE - size) for name, value in document.items() if name != "__metadata__"}
    if len(shapes) > TENSORS_LIMIT:
        text = "must have at most {limit} tensors, not {got}"
        raise refuse(str(path), say(text, limit=TENSORS_LIMIT, got=len(shapes)))
    metadata = metadata_of(document, str(path))
    found = {name: shape for name, shape in shapes.items() if shape is not None}
    if len(found) < len(shapes):
        raise _incomplete(path, "a tensor lies outside the file")
    return Header(metadata, found)


def metadata_of(header: object, where: str) -> dict[str, str]:
    """Return the header's metadata, in which safetensors lets more than texts pass, under their present names.

    Raises:
        UserError: they are none, or another program's.
    """
    metadata = header.get("__metadata__", {}) if isinstance(header, dict) else None
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise refuse(where, say("must be weights saved by Metascope, but their metadata are not texts"))
    found = dict(metadata)
    for key, old in ({} if NUMBER in found else OLDER.get(found.get("format", ""), {})).items():
        if old in found:
            found[key] = found.pop(old)
    if not _OURS & found.keys():
        raise refuse(where, say("must be weights saved by Metascope, but their metadata are missing"))
    return found


def info_of(metadata: Mapping[str, str], settings: Settings) -> WeightsInfo:
    """Return what the metadata say, in which there is nothing bad."""
    versions = {name: metadata[name] for name in ("metascope", "torch")}
    return WeightsInfo(metadata["story"], settings, int(metadata["step"]), int(metadata["seed"]), versions)


def bad_metadata(metadata: Mapping[str, str]) -> list[Message]:
    """Return what is wrong with the metadata, apart from the settings."""
    missing = [key for key in _KEYS if key not in metadata]
    found = [say("the metadata must hold {key}", key=key) for key in missing]
    if (got := metadata.get(NUMBER, FORMAT)) not in (FORMAT, *OLDER):
        found.append(say("the format must be {format}, not {got}", format=FORMAT, got=got[:40]))
    for key in ("step", "seed"):
        if not _is_count(got := metadata.get(key, "0")):
            found.append(say("{key} must be a whole number, not {got}", key=key, got=got[:40]))
    return found


def settings_without(problems: Sequence[Problem], metadata: Mapping[str, str], where: str) -> Settings:
    """Return the settings of the run in a file that has no other problems.

    Raises:
        UserError: these problems, and every one of the settings.
    """
    found = list(problems)
    try:
        settings = _settings_of(metadata, where)
    except UserError as error:
        found += error.problems
    if found:
        raise UserError(found)
    return settings


def _settings_of(metadata: Mapping[str, str], where: str) -> Settings:
    """Return the settings of the run; `bad_metadata` reports missing ones.

    Raises:
        UserError: every problem of them.
    """
    if "story" not in metadata or "settings" not in metadata:
        return Settings()
    values = parse_json(metadata["settings"], f"{where}: settings")
    if not isinstance(values, dict):
        raise refuse(where, say("settings must be an object"))
    try:
        return find_story(metadata["story"]).settings.parse(values)
    except UserError as error:
        raise UserError(Problem(f"{where}: {it.where}", it.message) for it in error.problems) from None


def _unlike(given: Shapes, settings: Settings) -> list[Message]:
    """Return in which names and shapes a file's tensors are others than those of the settings, as far as these say."""
    wanted, prefix = dict(settings.weight_shapes), settings.optional_weights
    if not wanted:
        return []
    if prefix and not any(name.startswith(prefix) for name in given):
        wanted = {name: shape for name, shape in wanted.items() if not name.startswith(prefix)}
    found = [say("{name} is missing", name=name) for name in wanted if name not in given]
    found += [say("{name} is not a weight of this story", name=name[:80]) for name in given if name not in wanted]
    text = "{name} must have the shape {shape}, not {got}"
    found += [
        say(text, name=name, shape=_plain(shape), got=_plain(given[name]))
        for name, shape in wanted.items()
        if name in given and not _fits(given[name], shape)
    ]
    more = len(found) - MOST_TOLD
    return found if more <= 1 else [*found[:MOST_TOLD], say("{count} more weights differ", count=more)]


def _fits(given: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return len(given) == len(wanted) and all(b in (a, ANY_SIZE) for a, b in zip(given, wanted, strict=True))


def _plain(shape: tuple[int, ...]) -> str:
    """Return a shape of at most eight axes in words: (3, ?) where any number of columns will do."""
    sizes = ["?" if size == ANY_SIZE else f"{size}"[:12] for size in shape[:8]]
    return f"({', '.join(sizes)}{', ...' if len(shape) > 8 else ''})"


def _shape(tensor: object, size: int) -> tuple[int, ...] | None:
    """Return the shape of a tensor that lies within `size` bytes."""
    if not isinstance(tensor, dict):
        return None
    shape, place = tensor.get("shape"), tensor.get("data_offsets")
    if not isinstance(shape, list) or not isinstance(place, list) or len(place) != 2:
        return None
    if not all(type(one) is int and one >= 0 for one in (*shape, *place)) or not place[0] <= place[1] <= size:
        return None
    return tuple(shape)


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20


def _incomplete(path: Path, reason: str) -> UserError:
    return refuse(str(path), say("is not a complete safetensors file: {reason}", reason=reason))
