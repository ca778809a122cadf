"""Checks what Qt has encoded of docks before Qt reads it again, which trusts it: a wrong byte can end the program."""

from __future__ import annotations

import struct
from collections.abc import Collection

_BEGIN, _DOCKS, _SEQUENCE, _TABS, _WIDGET = 0xFF, 0xFD, 0xFC, 0xFA, 0xFB  # Qt's marks
_NO_TOOLBARS = b"\xfc\0\0\0\0"  # the end: the window has none
_AREAS, _CORNERS = range(4), (1, 2, 4, 8)
_LARGEST = 1 << 25  # px of a place or size: Qt's largest widget is half of that
_DEEPEST = 8  # docks within docks


def is_whole(data: bytes, version: int, names: Collection[str]) -> bool:
    """Return whether `QMainWindow.saveState(version)` may have written this of the docks with these names."""
    try:
        return _State(data, names).is_whole(version)
    except (ValueError, struct.error, IndexError):
        return False


class _State:
    def __init__(self, data: bytes, names: Collection[str]) -> None:
        self._data, self._at = data, 0
        self._missing = set(names)

    def is_whole(self, version: int) -> bool:
        """Read everything.

        Raises:
            ValueError, struct.error, IndexError: something is wrong.
        """
        _require(self._number() == _BEGIN and self._number() == version and self._byte() == _DOCKS)
        areas = [self._area() for _ in range(self._count(len(_AREAS)))]
        _require(len(set(areas)) == len(areas))
        self._lengths(2)  # of what is in the middle
        _require(all(self._number() in _CORNERS for _ in range(4)))
        return self._data[self._at :] == _NO_TOOLBARS and not self._missing

    def _area(self) -> int:
        area = self._number()
        _require(area in _AREAS)
        self._lengths(2)
        self._items(0)
        return area

    def _items(self, depth: int) -> None:
        kind = self._byte()
        _require(depth < _DEEPEST and kind in (_SEQUENCE, _TABS))
        top = self._number() if kind == _TABS else -1
        _require(self._byte() in (1, 2))  # horizontal or vertical
        count = self._count(len(self._missing))
        _require(-1 <= top < count)
        for _ in range(count):
            item = self._byte()
            if item == _WIDGET:
                self._missing.remove(self._name())
                _require(self._byte() < 16)  # visible, floating and such
                self._lengths(4)
            else:
                _require(item == _SEQUENCE)
                self._lengths(4)
                self._items(depth + 1)

    def _name(self) -> str:
        size = self._count(200)
        name = self._data[self._at : self._at + size].decode("utf-16-be")
        self._at += size
        _require(name in self._missing)
        return name

    def _lengths(self, count: int) -> None:
        _require(all(abs(self._number()) < _LARGEST for _ in range(count)))

    def _count(self, most: int) -> int:
        count = self._number()
        _require(0 <= count <= most)
        return count

    def _number(self) -> int:
        (number,) = struct.unpack_from(">i", self._data, self._at)
        self._at += 4
        return int(number)

    def _byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1]


def _require(condition: bool) -> None:
    if not condition:
        raise ValueError
