"""Stores columns of compound values: dataclasses, tuples, tables and unions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import accumulate
from typing import Any, final

from typing_extensions import override

from metascope.simulator.engine.files.session_format.columns import Column, Get, Reading, Writing
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.text import say

ITEMS_LIMIT = 1 << 20  # of one column in a segment


@final
class Fields:
    """The fields of a dataclass by name, shared by `Things` and frames.

    A field that may be None and was not there yet when a session was saved is None.
    """

    def __init__(self, kind: type, columns: Mapping[str, Column]) -> None:
        self.kind = kind
        self._new = {field.name for field in fields(kind) if field.default is None}
        self._columns = columns

    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write each field of all values."""
        for name, column in self._columns.items():
            column.pack([getattr(value, name) for value in values], f"{path}.{name}", to)
            to.breathe()

    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read each field; a value is created when it is requested."""
        known = {name: column for name, column in self._columns.items() if self._is_there(name, path, of)}
        getters = {name: column.unpack(f"{path}.{name}", count, of) for name, column in known.items()}
        return lambda place: self.kind(**{name: get(place) for name, get in getters.items()})

    def _is_there(self, name: str, path: str, of: Reading) -> bool:
        return name not in self._new or of.sheet.has(f"{path}.{name}")


@final
class Things(Column):
    """Values of a dataclass; an object that occurs again is read back as the same object."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        order: dict[int, int] = {}
        which = [order.setdefault(id(value), len(order)) for value in values]
        different = list({id(value): value for value in values}.values())
        if not all(map(self.holds, different)):
            raise TypeError(f"{path} must be {self._fields.kind.__name__}")
        to.sheet.put_indices(path, which)
        to.sheet.put_indices(f"{path}.serials", [to.serials.of_thing(thing) for thing in different])
        to.sheet.notes[path] = len(different)
        self._fields.pack(different, path, to)

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read the distinct objects; one that is still alive is returned itself."""
        different = of.sheet.whole(path)
        if different > count:
            raise Malformed(say("{path} must be at most {count}", path=path, count=count))
        which = of.sheet.indices(path, count, 0, different - 1)
        serials = of.sheet.indices(f"{path}.serials", different, 0, (1 << 31) - 1)
        make = self._fields.unpack(path, different, of)

        def get(place: int) -> object:
            key = (self._fields.kind, serials[which[place]])
            thing = of.things.get(key)
            if thing is None:
                thing = of.things[key] = make(which[place])
            return thing

        return get

    @override
    def holds(self, value: object) -> bool:
        """Compare the exact type: a subclass would lose its own fields."""
        return type(value) is self._fields.kind


@final
class Rows(Column):
    """Tuples of any length with items of one kind; lists are read back as tuples."""

    def __init__(self, item: Column) -> None:
        self._item = item

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write the lengths, then all items in order."""
        to.sheet.put_indices(path, map(len, values))
        self._item.pack([item for value in values for item in value], f"{path}[]", to)

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        lengths = of.sheet.indices(path, count, 0, ITEMS_LIMIT)
        starts = _starts(lengths)
        item = self._item.unpack(f"{path}[]", starts[-1], of)
        return lambda place: tuple(map(item, range(starts[place], starts[place + 1])))

    @override
    def holds(self, value: object) -> bool:
        return isinstance(value, tuple | list)


@final
class Places(Column):
    """Tuples of fixed length, with a kind for each position."""

    def __init__(self, items: Sequence[Column]) -> None:
        self._items = items

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        for place, item in enumerate(self._items):
            item.pack([value[place] for value in values], f"{path}[{place}]", to)

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        getters = [item.unpack(f"{path}[{place}]", count, of) for place, item in enumerate(self._items)]
        return lambda place: tuple(get(place) for get in getters)

    @override
    def holds(self, value: object) -> bool:
        return isinstance(value, tuple) and len(value) == len(self._items)


@final
class Tables(Column):
    """Mappings from strings to values of one kind; they are read back as dictionaries."""

    def __init__(self, item: Column) -> None:
        self._item = item

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write the distinct lists of names, an index into them for each value, then all items in order."""
        order: dict[tuple[str, ...], int] = {}
        to.sheet.put_indices(path, [order.setdefault(tuple(value), len(order)) for value in values])
        to.sheet.notes[path] = [list(names) for names in order]
        self._item.pack([item for value in values for item in value.values()], f"{path}[]", to)

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        lists = of.sheet.listed(path)
        for names in lists:
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                raise Malformed(say("{path} must have lists of names", path=path))
        names_of: list[list[str]] = lists  # type: ignore[assignment]  # as just seen
        which = of.sheet.indices(path, count, 0, len(lists) - 1)
        starts = _starts([len(names_of[number]) for number in which])
        item = self._item.unpack(f"{path}[]", starts[-1], of)
        return lambda place: dict(
            zip(names_of[which[place]], map(item, range(starts[place], starts[place + 1])), strict=True)
        )

    @override
    def holds(self, value: object) -> bool:
        return isinstance(value, Mapping)


@final
class Either(Column):
    """Values of one of several kinds."""

    def __init__(self, members: Sequence[Column]) -> None:
        self._members = members

    @override
    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write the kind of each value, then the values of each kind."""
        tags = [self._tag(value) for value in values]
        to.sheet.put_indices(path, tags)
        for number, member in enumerate(self._members):
            chosen = [value for value, tag in zip(values, tags, strict=True) if tag == number]
            member.pack(chosen, f"{path}|{number}", to)

    @override
    def unpack(self, path: str, count: int, of: Reading) -> Get:
        tags = of.sheet.indices(path, count, 0, len(self._members) - 1)
        seen = [0] * len(self._members)
        ranks = []
        for tag in tags:
            ranks.append(seen[tag])
            seen[tag] += 1
        getters = [member.unpack(f"{path}|{number}", seen[number], of) for number, member in enumerate(self._members)]
        return lambda place: getters[tags[place]](ranks[place])

    @override
    def holds(self, value: object) -> bool:
        return any(member.holds(value) for member in self._members)

    def _tag(self, value: object) -> int:
        for number, member in enumerate(self._members):
            if member.holds(value):
                return number
        raise TypeError(f"a session cannot hold {type(value).__name__} there")


def _starts(lengths: Iterable[int]) -> list[int]:
    """Return where each run of items starts, and finally where they all end."""
    starts = list(accumulate(lengths, initial=0))
    if starts[-1] > ITEMS_LIMIT:
        raise Malformed(say("there must be at most {limit} values in a part", limit=ITEMS_LIMIT))
    return starts
