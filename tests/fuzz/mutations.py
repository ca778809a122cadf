"""Changes files at random: bytes, values of JSON documents, headers of safetensors files, parts of archives."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from random import Random
from typing import Any

STRANGE: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1,
    2**31,
    2**63,
    10**25,
    0.5,
    -0.0,
    1e308,
    1e-320,
    float("nan"),
    float("inf"),
    "",
    "0",
    "x" * 3000,
    "\ud800",
    "\0",
    "a\nb\t\u202e",
    "<b>bold</b>",
    "../../x",
    "{0.__class__}",
    [],
    {},
    [[]],
    [None] * 300,
    {"a": {"b": 1}},
)
_CHANGES = (1, 1, 1, 1, 2, 3)  # how many at once


def bytes_changed(data: bytes, random: Random) -> bytes:
    """Return the bytes with a few changes: bits turned, a part cut out, doubled or overwritten, an early end."""
    found = bytearray(data)
    for _ in range(random.choice(_CHANGES)):
        at, length = random.randrange(len(found) + 1), random.choice((1, 1, 2, 4, 8, 64, 1000))
        kind = random.randrange(6)
        if kind == 0 and at < len(found):
            found[at] ^= 1 << random.randrange(8)
        elif kind == 1:
            del found[at : at + length]
        elif kind == 2:
            found[at:at] = found[at : at + length]
        elif kind == 3:
            found[at : at + length] = bytes([random.choice((0, 255, 128))]) * min(length, 8)
        elif kind == 4:
            found[at : at + length] = random.randbytes(min(length, 8))
        elif random.random() < 0.3:
            del found[at:]
    return bytes(found)


def numbers_changed(data: bytes, random: Random) -> bytes:
    """Return bytes of the same length in which a few bytes, or numbers of four bytes, are others."""
    found = bytearray(data)
    for _ in range(random.choice(_CHANGES)):
        at = random.randrange(max(len(found) - 4, 1))
        if random.random() < 0.5:
            found[at] = random.choice((0, 1, 2, 3, 8, 0xFA, 0xFB, 0xFC, 255))
        else:
            number = random.choice((0, 1, 2, 3, 4, 8, -1, -2, 100, 5000, -5000, 40_000, 1 << 24, (1 << 31) - 1))
            found[at : at + 4] = number.to_bytes(4, "big", signed=True)
    return bytes(found[: len(data)])


def value_changed(document: Any, random: Random) -> Any:
    """Return a copy of a JSON value with a few of its parts exchanged, left out, added or renamed."""
    found = [copy.deepcopy(document)]
    for _ in range(random.choice(_CHANGES)):
        holder, key = random.choice(_places(found))
        kind = random.randrange(8)
        if kind == 0 and holder is not found:
            del holder[key]
        elif kind == 1 and isinstance(holder, dict):
            holder[str(random.choice(STRANGE))[:60]] = holder.pop(key)
        elif kind < 5 and isinstance(holder[key], int | float) and not isinstance(holder[key], bool):
            holder[key] = holder[key] * random.choice((-1, 2, 10, 1000, 0.5)) + random.choice((0, 0, 1, -1))
        elif kind == 6:
            other, place = random.choice(_places(found))
            holder[key] = copy.deepcopy(other[place])
        else:
            holder[key] = copy.deepcopy(random.choice(STRANGE))
    return found[0]


def text_changed(document: Any, random: Random) -> bytes:
    """Return a JSON document as the text of a file: another document, now and then with changes of its letters."""
    data = json.dumps(value_changed(document, random)).encode()
    return bytes_changed(data, random) if random.random() < 0.15 else data


def header_changed(data: bytes, random: Random) -> bytes:
    """Return a safetensors file with another header."""
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    metadata = header.get("__metadata__", {})
    inner = [name for name, text in metadata.items() if text[:1] in ("{", "[")]
    if inner and random.random() < 0.5:  # documents in documents
        name = random.choice(inner)
        metadata[name] = text_changed(json.loads(metadata[name]), random).decode("utf-8", "replace")
    else:
        header = value_changed(header, random)
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data[8 + size :]


def parts_changed(parts: dict[str, bytes], pack: Callable[[list[tuple[str, bytes]]], bytes], random: Random) -> bytes:
    """Return an archive in which one part is another one, is missing, stands twice or has another name."""
    found = list(parts.items())
    at = random.randrange(len(found))
    name, data = found[at]
    kind = random.randrange(10)
    if kind == 0:
        del found[at]
    elif kind == 1:
        found.insert(random.randrange(len(found)), found[at])
    elif kind == 2:
        found[at] = (random.choice(list(parts)), data)
    elif kind == 3:
        found[at] = (name, bytes_changed(data, random))
    elif data[:1] == b"{":
        found[at] = (name, text_changed(json.loads(data), random))
    elif data[8:9] == b"{":
        found[at] = (name, header_changed(data, random))
    else:
        found[at] = (name, bytes_changed(data, random))
    packed = pack(found)
    return bytes_changed(packed, random) if random.random() < 0.1 else packed


def _places(found: list[Any]) -> list[tuple[Any, Any]]:
    """Return every place of a value: the list or object that holds it, and its index or key there."""
    places: list[tuple[Any, Any]] = []
    waiting: list[Any] = [found]
    while waiting:
        holder = waiting.pop()
        for key in holder if isinstance(holder, dict) else range(len(holder)):
            places.append((holder, key))
            if isinstance(holder[key], dict | list) and holder[key]:
                waiting.append(holder[key])
    return places
