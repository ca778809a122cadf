"""Columns of values that have parts: dataclasses, tuples, tables, and one kind or another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, final

from simulator.engine.files.session_format.columns import Column, Get, Reading, Writing
from simulator.engine.files.session_format.malformed import Malformed
from simulator.engine.text import say

ITEMS_LIMIT = 1 << 20  # of one column in a segment


@final
class Fields:
    """The fields of a dataclass, by name: what `Things` and frames have in common."""

    def __init__(self, kind: type, columns: Mapping[str, Column]) -> None:
        self.kind = kind
        self._columns = columns

    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write each field of all values."""
        for name, column in self._columns.items():
            column.pack([getattr(value, name) for value in values], f"{path}.{name}", to)
            to.breathe()

    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read each field, and make a value of them when it is asked for."""
        getters = {name: column.unpack(f"{path}.{name}", count, of) for name, column in self._columns.items()}
        return lambda place: self.kind(**{name: get(place) for name, get in getters.items()})


@final
class Things(Column):
    """Values of a dataclass; the same object again is given back as the same object."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write the different ones and which each is."""
        order: dict[int, int] = {}
        which = [order.setdefault(id(value), len(order)) for value in values]
        different = list({id(value): value for value in values}.values())
        if not all(map(self.holds, different)):
            raise TypeError(f"{path} must be {self._fields.kind.__name__}")
        to.sheet.put_indices(path, which)
        to.sheet.put_indices(f"{path}.serials", [to.serials.of_thing(thing) for thing in different])
        to.sheet.notes[path] = len(different)
        self._fields.pack(different, path, to)

    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read the different ones; one that is in use somewhere is given back itself."""
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

    def holds(self, value: object) -> bool:
        """Tell by its very type: a subclass would come back as less than it was."""
        return type(value) is self._fields.kind


@final
class Rows(Column):
    """Tuples of any length, of one kind; lists come back as tuples."""

    def __init__(self, item: Column) -> None:
        self._item = item

    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write their lengths, and all items one after the other."""
        to.sheet.put_indices(path, map(len, values))
        self._item.pack([item for value in values for item in value], f"{path}[]", to)

    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read the lengths and the items."""
        lengths = of.sheet.indices(path, count, 0, ITEMS_LIMIT)
        starts = _starts(lengths)
        item = self._item.unpack(f"{path}[]", starts[-1], of)
        return lambda place: tuple(map(item, range(starts[place], starts[place + 1])))

    def holds(self, value: object) -> bool:
        """Tell by its type."""
        return isinstance(value, tuple | list)


@final
class Places(Column):
    """Tuples of one length, each place of a kind of its own."""

    def __init__(self, items: Sequence[Column]) -> None:
        self._items = items

    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write each place of all of them."""
        for place, item in enumerate(self._items):
            item.pack([value[place] for value in values], f"{path}[{place}]", to)

    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read each place."""
        getters = [item.unpack(f"{path}[{place}]", count, of) for place, item in enumerate(self._items)]
        return lambda place: tuple(get(place) for get in getters)

    def holds(self, value: object) -> bool:
        """Tell by its type and length."""
        return isinstance(value, tuple) and len(value) == len(self._items)


@final
class Tables(Column):
    """Mappings from texts to values of one kind; they come back as dictionaries."""

    def __init__(self, item: Column) -> None:
        self._item = item

    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write the different lists of names, which each has, and all items one after the other."""
        order: dict[tuple[str, ...], int] = {}
        to.sheet.put_indices(path, [order.setdefault(tuple(value), len(order)) for value in values])
        to.sheet.notes[path] = [list(names) for names in order]
        self._item.pack([item for value in values for item in value.values()], f"{path}[]", to)

    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read the names and the items."""
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

    def holds(self, value: object) -> bool:
        """Tell by its type."""
        return isinstance(value, Mapping)


@final
class Either(Column):
    """Values of one of several kinds."""

    def __init__(self, members: Sequence[Column]) -> None:
        self._members = members

    def pack(self, values: Sequence[Any], path: str, to: Writing) -> None:
        """Write of which kind each is, and those of each kind."""
        tags = [self._tag(value) for value in values]
        to.sheet.put_indices(path, tags)
        for number, member in enumerate(self._members):
            chosen = [value for value, tag in zip(values, tags, strict=True) if tag == number]
            member.pack(chosen, f"{path}|{number}", to)

    def unpack(self, path: str, count: int, of: Reading) -> Get:
        """Read the kinds, and those of each kind."""
        tags = of.sheet.indices(path, count, 0, len(self._members) - 1)
        seen = [0] * len(self._members)
        ranks = []
        for tag in tags:
            ranks.append(seen[tag])
            seen[tag] += 1
        getters = [member.unpack(f"{path}|{number}", seen[number], of) for number, member in enumerate(self._members)]
        return lambda place: getters[tags[place]](ranks[place])

    def holds(self, value: object) -> bool:
        """Tell whether a kind fits."""
        return any(member.holds(value) for member in self._members)

    def _tag(self, value: object) -> int:
        for number, member in enumerate(self._members):
            if member.holds(value):
                return number
        raise TypeError(f"a session cannot hold {type(value).__name__} there")


def _starts(lengths: Iterable[int]) -> list[int]:
    """Return where each run of items begins, and at last where all end."""
    starts = list(accumulate(lengths, initial=0))
    if starts[-1] > ITEMS_LIMIT:
        raise Malformed(say("there must be at most {limit} values in a part", limit=ITEMS_LIMIT))
    return starts
