"""Reads and writes trained weights as safetensors files that record their origin and that any program can open."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import read_bytes
from metascope.simulator.engine.files.weights_header import (
    FORMAT,
    NUMBER,
    bad_metadata,
    info_of,
    read_header,
    settings_without,
)
from metascope.simulator.engine.files.weights_header import LIMIT as LIMIT
from metascope.simulator.engine.files.weights_header import WeightsInfo as WeightsInfo
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.text import Message, say
from metascope.simulator.engine.version import version

AXES_LIMIT = 16  # of a tensor: torch stores more than the 64 it computes with

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
    header = read_header(path)
    data = read_bytes(path, LIMIT)
    try:
        tensors = safetensors.torch.load(data)
    except _UNREADABLE as error:
        raise refuse(str(path), say("is not a complete safetensors file: {reason}", reason=_short(error))) from None
    problems = [Problem(str(path), message) for message in bad_metadata(header.metadata) + _bad_tensors(tensors)]
    if header.metadata.get("sha256") not in (None, _fingerprint(tensors)):
        problems.append(Problem(str(path), say("the weights must be those that were saved, but the SHA-256 differs")))
    return info_of(header.metadata, settings_without(problems, header.metadata, str(path))), tensors


def _sorted(data: bytes) -> bytes:
    """Return a safetensors file with its metadata in the order of their keys; the library writes a random one."""
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    header["__metadata__"] = dict(sorted(header["__metadata__"].items()))
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # the tensors begin at a multiple of 8 bytes
    return len(text).to_bytes(8, "little") + text + data[8 + size :]


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
