"""Stores the values of a field of many frames as a column, written at once and read back one by one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, final

import numpy as np
from typing_extensions import override

from metascope.simulator.engine.files.session_format import plain
from metascope.simulator.engine.files.session_format.arrays import Fetch, Pool, Serials, StoredPool, is_large
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.sheets import Array, Sheet, StoredSheet
from metascope.simulator.engine.text import say

Get = Callable[[int], Any]  # returns the value at an index


@dataclass(frozen=True)
class Writing:
    """Where columns are written: a sheet, its own arrays, and the file's shared arrays."""

    sheet: Sheet
    pool: Pool
    serials: Serials
    breathe: Callable[[], None]  # called now and then to let other threads run


@dataclass(frozen=True)
class Reading:
    """Where columns are read from; `things` are the live shared objects, by kind and number."""

    sheet: StoredSheet
    pool: StoredPool
    fetch: Fetch
    things: Any  # a WeakValueDictionary, which mypy cannot index by kind


class Column(ABC):
    """A codec for one kind of value: `pack` writes many, `unpack` checks them all and returns a reader. Abstract."""

    @abstractmethod
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write `values` under names that start with `path`."""

    @abstractmethod
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Return a function that returns each of the `count` values written under `path`.

        Raises:
            Malformed: they are not as `pack` writes them.
        """

    @abstractmethod
    def holds(self, value: object) -> bool:
        """Return whether a value is of this kind."""


@final
class Numbers(Column):
    """Truth values, whole numbers or real numbers."""

    def __init__(self, kind: str, *types: type) -> None:
        self._kind = kind
        self._types = types

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        to.sheet.tensors[path] = np.array(values, self._kind)

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        return of.sheet.tensor(path, self._kind, count).tolist().__getitem__  # type: ignore[no-any-return]

    @override
    def holds(self, value: object) -> bool:
        return isinstance(value, self._types) and isinstance(value, bool) == (self._kind == "b1")


@final
class Nothing(Column):
    """None."""

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write nothing."""

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        return lambda place: None

    @override
    def holds(self, value: object) -> bool:
        return value is None


@final
class Entries(Column):
    """Values that are stored as JSON, each distinct one once.

    Args:
        kind: their type.
        choices: the only ones there may be; empty: any.
    """

    def __init__(self, kind: type | tuple[type, ...], choices: tuple[object, ...] = ()) -> None:
        self._kind = kind
        self._choices = choices

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write the distinct values, and an index into them for each value."""
        if not values:
            return
        wrong = next((value for value in values if not self.holds(value)), None)
        if wrong is not None:
            raise TypeError(f"{path} must not be {wrong!r}")
        order: dict[object, int] = {}
        keys = [value if type(value) is str else (type(value), plain.dumps(value)) for value in values]
        to.sheet.put_indices(path, [order.setdefault(key, len(order)) for key in keys])
        to.sheet.notes[path] = [plain.encoded(value) for value in dict(zip(keys, values, strict=True)).values()]

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        if not count:
            return _none
        entries = [plain.decoded(entry) for entry in of.sheet.listed(path)]
        wrong = [entry for entry in entries if not self.holds(entry)]
        if wrong:
            raise Malformed(say("{path} must not be {got}", path=path, got=str(wrong[0])[:40]))
        which = of.sheet.indices(path, count, 0, len(entries) - 1)
        return lambda place: entries[which[place]]

    @override
    def holds(self, value: object) -> bool:
        exact = any(type(value) is type(choice) and value == choice for choice in self._choices)  # True equals 1
        return isinstance(value, self._kind) and (not self._choices or exact)


@final
class Arrays(Column):
    """Arrays; an array that occurs again is stored as a reference.

    Args:
        dtype: of every array; None: any kind that sessions can hold.
        lasting: they belong to something that frames share, so later segments may refer to them.
    """

    def __init__(self, dtype: np.dtype[np.generic] | None, lasting: bool) -> None:
        self._dtype = dtype
        self._lasting = lasting

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write references: 0 and above to arrays of this segment, below to shared ones."""
        counts = Counter(map(id, values))
        places = []
        for array in values:
            if not self.holds(array):
                raise TypeError(f"{path} must be an array of {self._dtype}, not {getattr(array, 'dtype', array)!r}")
            if self._lasting or counts[id(array)] > 1 or is_large(array) or to.serials.known(array) is not None:
                places.append(~to.serials.of_array(array))
            else:
                places.append(to.pool.add(array))
        to.sheet.put_indices(path, places)

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read references; each array is created when it is requested."""
        places = of.sheet.indices(path, count, -(1 << 31), len(of.pool) - 1)

        def get(place: int) -> Array:
            number = places[place]
            array = of.pool[number] if number >= 0 else of.fetch(~number)
            if not self.holds(array):
                raise Malformed(say("{path} must be an array of {kind}", path=path, kind=str(self._dtype)))
            return array

        return get

    @override
    def holds(self, value: object) -> bool:
        return type(value) is np.ndarray and (self._dtype is None or value.dtype == self._dtype)


def _none(place: int) -> object:
    raise Malformed(say("there must be a value"))
