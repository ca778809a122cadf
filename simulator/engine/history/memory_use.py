"""What a recording's frames take of the process: an array that frames share counts once."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from itertools import zip_longest
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.annotations import unaliased
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message

Array = NDArray[np.generic]
Arrays = tuple[Array, ...]

# Memory per object, measured by keeping thousands of frames of every scenario.
_FRAME_BYTES = 1500  # a frame without its arrays and metrics
_METRIC_BYTES = 100  # a metric's entry and number
_ARRAY_BYTES = 256  # the headers of an array and its owner
_SPREAD = 2  # bytes of memory that a byte of a small array keeps occupied, because of fragmentation
_SMALL = 64 << 10  # bytes: the allocator gives larger arrays pages of their own

_TRIM = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None


def taken(frame: Frame, arrays: Arrays, before: Arrays) -> int:
    """Return the bytes that `frame`, which holds `arrays`, takes beside the frame before it, which holds `before`."""
    nbytes = _FRAME_BYTES + _METRIC_BYTES * len(frame.metrics)
    for array, other in zip_longest(arrays, before) if len(arrays) > len(before) else zip(arrays, before, strict=False):
        if array is other:
            continue
        size = array.nbytes
        nbytes += (_SPREAD * size if size < _SMALL else size) + _ARRAY_BYTES
    return nbytes


def give_back() -> None:
    """Give the system back what was freed, where the C library keeps it between what is not (glibc)."""
    if _TRIM is not None:
        _TRIM(0)


def arrays_of(frame: Frame) -> Arrays:
    """Return all arrays in the fields of `frame`, and in their fields."""
    find = _FINDERS.get(type(frame)) or _finder(type(frame))
    return tuple(find(frame))


_Finder = Callable[[Any], Iterable[Array]]
_FINDERS: dict[type, _Finder] = {}  # how to find the arrays of a type, cached because it is needed at every step


def _finder(kind: type) -> _Finder:
    paths = list(_paths(kind))
    names = [name for name, hint in _hints(kind).items() if _may_hold(hint)]  # metrics and messages hold none

    def walked(frame: Any) -> list[Array]:
        return [array for name in names for array in _walked(getattr(frame, name))]

    _FINDERS[kind] = attrgetter(*paths) if len(paths) > 1 and _is_flat(kind) else walked
    return _FINDERS[kind]


def _paths(kind: type) -> Iterable[str]:
    """Yield the dotted names of the arrays in a dataclass and its nested dataclasses, from the annotations."""
    for name, hint in _hints(kind).items():
        if get_origin(hint) is np.ndarray:
            yield name
        elif isinstance(hint, type) and is_dataclass(hint):
            yield from (f"{name}.{path}" for path in _paths(hint))


def _is_flat(kind: type) -> bool:
    """Return whether arrays occur only as plain fields: not in lists, mappings or optional fields."""
    return all(
        not _may_hold(hint) or get_origin(hint) is np.ndarray or (isinstance(hint, type) and _is_flat(hint))
        for hint in _hints(kind).values()
    )


def _may_hold(hint: object) -> bool:
    """Return whether a value with this annotation may be or contain an array."""
    hint = unaliased(hint)
    if hint is np.ndarray or get_origin(hint) is np.ndarray or hint is Any or hint is object:
        return True
    if hint is Message:  # a message's values are numbers and words
        return False
    if isinstance(hint, type) and is_dataclass(hint):
        return any(_may_hold(inner) for inner in _hints(hint).values())
    return any(_may_hold(part) for part in get_args(hint))


def _hints(kind: type) -> dict[str, object]:
    hints = get_type_hints(kind)
    return {field.name: unaliased(hints[field.name]) for field in fields(kind)}


def _walked(thing: object) -> list[Array]:
    """Return the arrays in a value whose annotations say nothing, by searching all of its parts."""
    if isinstance(thing, np.ndarray):
        return [thing]
    if is_dataclass(thing):
        parts: Iterable[object] = [getattr(thing, field.name) for field in fields(thing)]
    elif isinstance(thing, Mapping):
        parts = thing.values()
    else:
        parts = thing if isinstance(thing, tuple | list) else ()
    return [array for part in parts for array in _walked(part)]
