"""Encodes a member of a session file: named tensors and notes, as a safetensors file that any program can open."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from metascope.simulator.engine.files.session_format import plain
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.text import say

Array = NDArray[np.generic]

KINDS = {
    "f8": "F64",
    "f4": "F32",
    "i8": "I64",
    "i4": "I32",
    "u1": "U8",
    "b1": "BOOL",
}  # numpy's name -> safetensors' name
_NOTES = "metascope"  # the metadata's key
_UNREADABLE = (SafetensorError, KeyError, ValueError, RuntimeError, AssertionError)


@final
class Sheet:
    """A member being filled."""

    def __init__(self) -> None:
        self.tensors: dict[str, Array] = {}
        self.notes: dict[str, object] = {}  # as JSON holds them

    def put_indices(self, name: str, values: Iterable[int]) -> None:
        """Add whole numbers below 2**31; if all are equal, only one is stored."""
        numbers = np.asarray(list(values) if not isinstance(values, np.ndarray) else values, np.int32)
        same = len(numbers) > 1 and bool((numbers == numbers[0]).all())
        self.tensors[name] = numbers[:1].copy() if same else numbers

    def dumps(self) -> bytes:
        """Return the member's bytes."""
        notes = json.dumps(self.notes, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
        return save(self.tensors, {_NOTES: notes})


@final
class StoredSheet:
    """A member as it was read. Its tensors are read-only.

    Raises:
        Malformed: it is not a safetensors file, or holds dtypes that sessions do not have.
    """

    def __init__(self, data: bytes) -> None:
        header = _header(data)
        try:
            self.tensors: dict[str, Array] = load(data)
        except _UNREADABLE as error:
            reason = " ".join(str(error).split())[:120] or type(error).__name__
            raise Malformed(say("a part of it must be a safetensors file: {reason}", reason=reason)) from None
        notes = plain.parsed(str(header.get(_NOTES, "{}")))
        self.notes: dict[str, object] = notes if isinstance(notes, dict) else {}
        self.nbytes = len(data)
        for array in self.tensors.values():
            array.flags.writeable = False

    def has(self, name: str) -> bool:
        """Return whether indices were added under this name."""
        return name in self.tensors

    def tensor(self, name: str, kind: str, *shape: int) -> Array:
        """Return the tensor of this name, kind ("f8") and shape; -1 stands for any length.

        Raises:
            Malformed: there is none.
        """
        array = self.tensors.get(name)
        if array is None or array.dtype.str[1:] != kind or not _fits(array.shape, shape):
            wanted = ", ".join("any" if size < 0 else str(size) for size in shape)
            what = say("{name} must be numbers of kind {kind} and shape {shape}", name=name, kind=kind, shape=wanted)
            raise Malformed(what)
        return array

    def indices(self, name: str, count: int, least: int, most: int) -> list[int]:
        """Return the `count` whole numbers that `put_indices` added, each from `least` to `most`.

        Raises:
            Malformed: there are no such numbers.
        """
        array = self.tensors.get(name)
        if array is None or array.dtype.str[1:] != "i4" or array.shape not in ((count,), (1,)):
            raise Malformed(say("{name} must be {count} whole numbers", name=name, count=count))
        if array.size and not (least <= int(array.min()) and int(array.max()) <= most):
            raise Malformed(say("{name} must lie between {least} and {most}", name=name, least=least, most=most))
        numbers: list[int] = array.tolist()
        return numbers if len(numbers) == count else numbers * count

    def note(self, name: str) -> object:
        """Return a note, as JSON holds it.

        Raises:
            Malformed: there is none.
        """
        if name not in self.notes:
            raise Malformed(say("{name} is missing", name=name))
        return self.notes[name]

    def listed(self, name: str) -> list[object]:
        """Return a note that is a list.

        Raises:
            Malformed: it is not one.
        """
        value = self.note(name)
        if not isinstance(value, list):
            raise Malformed(say("{name} must be a list", name=name))
        return value

    def whole(self, name: str, least: int = 0) -> int:
        """Return a note that is a whole number, at least `least`.

        Raises:
            Malformed: it is not one.
        """
        value = self.note(name)
        if type(value) is not int or not least <= value < 1 << 62:
            raise Malformed(say("{name} must be a whole number", name=name))
        return value


def _fits(got: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return len(got) == len(wanted) and all(need in (-1, size) for size, need in zip(got, wanted, strict=True))


def _header(data: bytes) -> Mapping[str, object]:
    """Return the metadata after checking the dtypes, of which safetensors allows more than sessions do."""
    size = int.from_bytes(data[:8], "little")
    if size > len(data) - 8:
        raise Malformed(say("a part of it must be a safetensors file"))
    try:
        header = plain.parsed(data[8 : 8 + size].decode("utf-8"))
    except UnicodeDecodeError:
        raise Malformed(say("a part of it must be a safetensors file")) from None
    if not isinstance(header, dict) or not all(isinstance(entry, dict) for entry in header.values()):
        raise Malformed(say("a part of it must be a safetensors file"))
    for name, entry in header.items():
        if name != "__metadata__" and entry.get("dtype") not in KINDS.values():
            raise Malformed(say("{name} must be of a kind that sessions can hold", name=name[:80]))
    metadata: Mapping[str, object] = header.get("__metadata__", {})
    return metadata
