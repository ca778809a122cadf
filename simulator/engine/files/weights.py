"""Reads and writes trained weights as safetensors files that record their origin and that any program can open."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import parse_json, read_bytes
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import find_story
from metascope.simulator.engine.text import Message, say
from metascope.simulator.engine.version import version

FORMAT = "3"
NUMBER = "metascope_format"  # its key; "format" says "pt" to other programs, which put PyTorch's tensors there
OLDER = {  # by format, the names that keys of this one had
    "1": {"story": "scene", NUMBER: "format"},
    "2": {NUMBER: "format"},
}
LIMIT = 64 << 20  # bytes of a file
AXES_LIMIT = 16  # of a tensor: torch stores more than the 64 it computes with

_KEYS = (NUMBER, "story", "settings", "step", "seed", "metascope", "torch", "sha256")
_OURS = {"story", "settings", "sha256"}  # what has none of these is another program's
_KINDS = (
    torch.float64,
    torch.float32,
    torch.float16,
    torch.bfloat16,
    torch.int64,
    torch.int32,
    torch.uint8,
    torch.bool,
)
_UNREADABLE = (SafetensorError, KeyError, ValueError, RuntimeError, AssertionError)  # each raised for some bad file


@dataclass(frozen=True)
class WeightsInfo:
    """The origin of weights."""

    story: str  # its name
    settings: Settings
    step: int  # meta-steps of training
    seed: int
    versions: Mapping[str, str] = field(default_factory=dict)  # of the Metascope and torch that wrote them


def dump(weights: Mapping[str, Tensor], info: WeightsInfo) -> bytes:
    """Return `weights` as the bytes of a safetensors file, the same for the same weights and origin.

    `info.versions` are those of the running program.

    Raises:
        UserError: a weight is not finite.
    """
    plain = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in weights.items()}
    if problems := _bad_tensors(plain):
        raise UserError(Problem("", message) for message in problems)
    metadata = {
        "format": "pt",
        NUMBER: FORMAT,
        "story": info.story,
        "settings": json.dumps(info.settings.model_dump(mode="json")),
        "step": str(info.step),
        "seed": str(info.seed),
        "metascope": version(),
        "torch": torch.__version__,
        "sha256": _fingerprint(plain),
    }
    return _sorted(safetensors.torch.save(plain, metadata))


def of_simulation(simulation: Simulation, story: str) -> bytes:
    """Return the current weights of a simulation of `story`, with their origin, as `dump` does.

    Raises:
        UserError: a weight is not finite.
    """
    settings = simulation.settings
    return dump(simulation.weights(), WeightsInfo(story, settings, simulation.look().step, settings.seed))


def load(path: Path) -> tuple[WeightsInfo, dict[str, Tensor]]:
    """Return what `dump` wrote to the file at `path`.

    Raises:
        UserError: every problem: truncated, foreign, changed, of another version, too large, not finite.
    """
    data = read_bytes(path, LIMIT)
    try:
        tensors = safetensors.torch.load(data)
    except _UNREADABLE as error:
        raise refuse(str(path), say("is not a complete safetensors file: {reason}", reason=_short(error))) from None
    metadata = _metadata(data, str(path))
    if not _OURS & metadata.keys():
        raise refuse(str(path), say("must be weights saved by Metascope, but their metadata are missing"))
    problems = [Problem(str(path), message) for message in _bad_metadata(metadata) + _bad_tensors(tensors)]
    if metadata.get("sha256") not in (None, _fingerprint(tensors)):
        problems.append(Problem(str(path), say("the weights must be those that were saved, but the SHA-256 differs")))
    try:
        settings = _settings(metadata, str(path))
    except UserError as error:
        problems += error.problems
    if problems:
        raise UserError(problems)
    versions = {name: metadata[name] for name in ("metascope", "torch")}
    return WeightsInfo(metadata["story"], settings, int(metadata["step"]), int(metadata["seed"]), versions), tensors


def _sorted(data: bytes) -> bytes:
    """Return a safetensors file with its metadata in the order of their keys; the library writes a random one."""
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    header["__metadata__"] = dict(sorted(header["__metadata__"].items()))
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # the tensors begin at a multiple of 8 bytes
    return len(text).to_bytes(8, "little") + text + data[8 + size :]


def _metadata(data: bytes, where: str) -> dict[str, str]:
    """Return the header's metadata, in which safetensors lets more than texts pass."""
    size = int.from_bytes(data[:8], "little")
    header = parse_json(data[8 : 8 + size].decode("utf-8"), where)
    metadata = header.get("__metadata__", {}) if isinstance(header, dict) else None
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise refuse(where, say("must be weights saved by Metascope, but their metadata are not texts"))
    found = dict(metadata)
    for key, old in ({} if NUMBER in found else OLDER.get(found.get("format", ""), {})).items():
        if old in found:
            found[key] = found.pop(old)
    return found


def _bad_metadata(metadata: Mapping[str, str]) -> list[Message]:
    missing = [key for key in _KEYS if key not in metadata]
    found = [say("the metadata must hold {key}", key=key) for key in missing]
    if (got := metadata.get(NUMBER, FORMAT)) not in (FORMAT, *OLDER):
        found.append(say("the format must be {format}, not {got}", format=FORMAT, got=got[:40]))
    for key in ("step", "seed"):
        if not _is_count(got := metadata.get(key, "0")):
            found.append(say("{key} must be a whole number, not {got}", key=key, got=got[:40]))
    return found


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20


def _settings(metadata: Mapping[str, str], where: str) -> Settings:
    """Return the settings of the run; `_bad_metadata` has already reported missing ones."""
    if "story" not in metadata or "settings" not in metadata:
        return Settings()
    values = parse_json(metadata["settings"], f"{where}: settings")
    if not isinstance(values, dict):
        raise refuse(where, say("settings must be an object"))
    try:
        return find_story(metadata["story"]).settings.parse(values)
    except UserError as error:
        raise UserError(Problem(f"{where}: {it.where}", it.message) for it in error.problems) from None


def _bad_tensors(tensors: Mapping[str, Tensor]) -> list[Message]:
    found = []
    for name, tensor in tensors.items():
        if (axes := len(tensor.shape)) > AXES_LIMIT:
            text = "{name} must have at most {limit} axes, not {axes}"
            found.append(say(text, name=name[:80], limit=AXES_LIMIT, axes=axes))
        elif tensor.dtype not in _KINDS:
            found.append(say("{name} must not be of type {got}", name=name[:80], got=str(tensor.dtype)))
        elif not torch.isfinite(tensor).all():
            found.append(say("{name} must hold finite numbers only", name=name[:80]))
    return found


def _fingerprint(tensors: Mapping[str, Tensor]) -> str:
    """Return the SHA-256 over names, types, shapes and bytes, in the order of the names."""
    digest = hashlib.sha256()
    for name, tensor in sorted(tensors.items()):
        digest.update(f"{name}\0{tensor.dtype}\0{tuple(tensor.shape)}\0".encode())
        if tensor.numel():
            digest.update(tensor.reshape(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
