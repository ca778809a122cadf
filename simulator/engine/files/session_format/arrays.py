"""Packs many arrays into a few tensors, and stores an array that frames share only once."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import final
from weakref import ref

import numpy as np

from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.sheets import KINDS, Array, Sheet, StoredSheet
from metascope.simulator.engine.files.session_format.weaving import ORDERS, unwoven, woven
from metascope.simulator.engine.text import say

_AXES_LIMIT = 8
_SIZE_LIMIT = 64 << 20  # numbers of an array
_KINDS_LIMIT = 1024  # different shapes of arrays that are woven; more are stored as they are
_LARGE = 64 << 10  # bytes: such an array is likely to be shared, and a tensor's header costs little next to it


@final
class Pool:
    """Arrays to be written into one sheet, numbered from 0."""

    def __init__(self) -> None:
        self.nbytes = 0
        self._shapes: dict[tuple[np.dtype[np.generic], tuple[int, ...]], int] = {}
        self._kinds: list[int] = []  # per array, its index in `_shapes`
        self._arrays: list[Array] = []

    def __len__(self) -> int:
        return len(self._kinds)

    def add(self, array: Array) -> int:
        """Add an array and return its number.

        Raises:
            TypeError: sessions cannot hold arrays of its kind.
        """
        if array.dtype.str[1:] not in KINDS or array.dtype.str[0] == ">":
            raise TypeError(f"a session cannot hold arrays of {array.dtype}")
        self._arrays.append(array.reshape(-1))
        self._kinds.append(self._shapes.setdefault((array.dtype, array.shape), len(self._shapes)))
        self.nbytes += array.nbytes
        return len(self._kinds) - 1

    def put(self, sheet: Sheet) -> None:
        """Write all arrays into `sheet`: those of one kind and shape together, woven."""
        sheet.put_indices("arrays.kinds", self._kinds)
        sheet.notes["arrays.shapes"] = [[dtype.str[1:], list(shape)] for dtype, shape in self._shapes]
        sheet.notes["arrays.count"] = len(self)
        if len(self._shapes) <= _KINDS_LIMIT:
            self._weave(sheet)
            return
        for kind in KINDS:
            if parts := [array for array in self._arrays if array.dtype.str[1:] == kind]:
                sheet.tensors[f"arrays.{kind}"] = np.concatenate(parts)

    def _weave(self, sheet: Sheet) -> None:
        alike: list[list[Array]] = [[] for _ in self._shapes]
        for array, kind in zip(self._arrays, self._kinds, strict=True):
            alike[kind].append(array)
        threads = [woven(np.stack(arrays)) for arrays in alike]
        sheet.notes["arrays.orders"] = [order for _, order in threads]
        sheet.tensors["arrays.woven"] = np.frombuffer(b"".join(data for data, _ in threads), np.uint8)


@final
class StoredPool:
    """The arrays that a `Pool` wrote into a sheet; each is a read-only view.

    Raises:
        Malformed: shapes, kinds and numbers are inconsistent.
    """

    def __init__(self, sheet: StoredSheet) -> None:
        self._shapes = [_shape(entry) for entry in sheet.listed("arrays.shapes")]
        count = sheet.whole("arrays.count")
        tensor = sheet.tensors.get("arrays.kinds")
        if count > (1 << 20) or tensor is None:
            raise Malformed(say("a part must hold fewer arrays"))
        self._kinds = sheet.indices("arrays.kinds", count, 0, len(self._shapes) - 1)
        kinds = np.asarray(self._kinds, np.int64)
        self._woven: list[Array] = []  # by shape: (arrays, numbers)
        self._plain: dict[str, Array] = {}  # by kind: (numbers,)
        if sheet.has("arrays.woven"):
            self._woven = self._unwoven(sheet, np.bincount(kinds, minlength=len(self._shapes)).tolist())
            self._places = _ranks(kinds)
        else:  # as earlier versions of the program stored them, and where there are many shapes
            self._plain = {kind: sheet.tensors.get(f"arrays.{kind}", np.empty(0, kind)) for kind in KINDS}
            self._places = self._starts(kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def __getitem__(self, number: int) -> Array:
        which, place = self._kinds[number], self._places[number]
        kind, shape, size = self._shapes[which]
        numbers = self._woven[which][place] if self._woven else self._plain[kind][place : place + size]
        return numbers.reshape(shape)

    def _unwoven(self, sheet: StoredSheet, counts: list[int]) -> list[Array]:
        """Return the arrays of each shape, of which there are so many."""
        orders, data = sheet.listed("arrays.orders"), sheet.tensor("arrays.woven", "u1", -1)
        if len(self._shapes) > _KINDS_LIMIT or len(orders) != len(self._shapes):
            raise Malformed(say("a part must hold arrays of fewer shapes"))
        if any(type(order) is not int or order not in ORDERS for order in orders):
            raise Malformed(say("arrays must be woven as Metascope does it"))
        sizes = [size * np.dtype(kind).itemsize for kind, _, size in self._shapes]
        ends = list(accumulate((count * size for count, size in zip(counts, sizes, strict=True)), initial=0))
        if ends[-1] != len(data):
            raise Malformed(say("the arrays must fill their tensor"))
        found = []
        for (kind, _, size), count, order, (begin, end) in zip(
            self._shapes, counts, orders, pairwise(ends), strict=True
        ):
            matrix = unwoven(data[begin:end], kind, count, size, int(str(order)))
            matrix.flags.writeable = False
            found.append(matrix)
        return found

    def _starts(self, kinds: Array) -> list[int]:
        """Return each array's offset in the tensor of its kind."""
        starts = np.zeros(len(kinds), np.int64)
        for kind, data in self._plain.items():
            sizes = np.array([size if own == kind else 0 for own, _, size in self._shapes] or [0], np.int64)
            ends = np.cumsum(sizes[kinds] if len(kinds) else [0], dtype=np.int64)
            if data.dtype.str[1:] != kind or data.ndim != 1 or len(data) != int(ends[-1]):
                raise Malformed(say("the arrays of kind {kind} must fill their tensor", kind=kind))
            mine = np.array([own == kind for own, _, _ in self._shapes] or [False])
            if len(kinds):
                starts = np.where(mine[kinds], ends - sizes[kinds], starts)
        places: list[int] = starts.tolist()
        return places


@final
class Serials:
    """Numbers the arrays and objects that frames of one file share, from 0, each for as long as it lives.

    Keeps none of them alive, except what the current segment needs.
    """

    def __init__(self) -> None:
        self.first = 0  # the first number of the segment being written
        self.pool = Pool()
        self._arrays: dict[int, tuple[ref[Array], int]] = {}  # id -> the array, its number
        self._things: dict[int, tuple[ref[object], int]] = {}
        self._named = 0

    def begin_segment(self) -> None:
        """Start a new segment, to which the following arrays belong."""
        self.first += len(self.pool)
        self.pool = Pool()

    def begin_write(self) -> None:
        """Forget objects that are no longer alive: their addresses may be reused."""
        self._arrays = {key: entry for key, entry in self._arrays.items() if entry[0]() is not None}
        self._things = {key: entry for key, entry in self._things.items() if entry[0]() is not None}

    def known(self, array: Array) -> int | None:
        """Return the number of `array`, or None if it has none."""
        entry = self._arrays.get(id(array))
        return entry[1] if entry is not None and entry[0]() is array else None

    def of_array(self, array: Array) -> int:
        """Return the number of `array`; a new array is written with this segment."""
        number = self.known(array)
        if number is None:
            number = self.first + self.pool.add(array)
            self._arrays[id(array)] = (ref(array), number)
        return number

    def of_thing(self, thing: object) -> int:
        """Return the number of an object."""
        entry = self._things.get(id(thing))
        if entry is not None and entry[0]() is thing:
            return entry[1]
        self._named += 1
        self._things[id(thing)] = (ref(thing), self._named)
        return self._named


def is_large(array: Array) -> bool:
    """Return whether an array is large enough to be stored by itself."""
    return array.nbytes >= _LARGE


Fetch = Callable[[int], Array]  # gives a shared array by its number


def _shape(entry: object) -> tuple[str, tuple[int, ...], int]:
    """Return kind, shape and size from an entry of the shapes note."""
    if not isinstance(entry, list) or len(entry) != 2 or entry[0] not in KINDS or not isinstance(entry[1], list):
        raise Malformed(say("shapes must be a kind and sizes"))
    kind, sizes = entry
    if len(sizes) > _AXES_LIMIT or not all(type(size) is int and 0 <= size <= _SIZE_LIMIT for size in sizes):
        raise Malformed(say("an array must have at most {limit} axes", limit=_AXES_LIMIT))
    if math.prod(max(size, 1) for size in sizes) > _SIZE_LIMIT:
        raise Malformed(say("an array must have at most {limit} numbers", limit=_SIZE_LIMIT))
    return kind, tuple(sizes), math.prod(sizes)


def _ranks(kinds: Array) -> list[int]:
    """Return, for each array, how many before it have the same shape."""
    order = np.argsort(kinds, kind="stable")
    _, first, which = np.unique(kinds[order], return_index=True, return_inverse=True)
    ranks = np.empty(len(kinds), np.int64)
    ranks[order] = np.arange(len(kinds)) - first[which]
    places: list[int] = ranks.tolist()
    return places
