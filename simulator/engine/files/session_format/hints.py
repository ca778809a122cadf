"""Chooses the column for a declared type, so that a frame's dataclass is all that a session needs to know."""

from __future__ import annotations

import collections.abc
import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np

from metascope.simulator.engine.annotations import unaliased
from metascope.simulator.engine.files.session_format.columns import Arrays, Column, Entries, Nothing, Numbers
from metascope.simulator.engine.files.session_format.compounds import Either, Fields, Places, Rows, Tables, Things
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message

_SEQUENCES = (tuple, list, collections.abc.Sequence)
_TABLES = (dict, collections.abc.Mapping)


@cache
def frame_fields(kind: type[Frame]) -> Fields:
    """Return the columns of a story's frames.

    Raises:
        TypeError: sessions cannot hold the declared type of a field.
    """
    return _fields(kind, lasting=False)


def _fields(kind: type, *, lasting: bool) -> Fields:
    hints = get_type_hints(kind)
    return Fields(kind, {field.name: _column(hints[field.name], lasting) for field in fields(kind) if field.init})


def _column(hint: Any, lasting: bool) -> Column:
    """Return the column for values of type `hint`; `lasting`: they are part of something that frames share."""
    hint = unaliased(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if origin is np.ndarray or hint is np.ndarray:
        return Arrays(_dtype(parts), lasting)
    if origin in (Union, types.UnionType):
        return Either([_column(part, lasting) for part in parts])
    if origin is Literal:
        return Entries(tuple({type(part) for part in parts}), parts)
    if origin is tuple and parts[-1:] != (...,):
        return Places([_column(part, lasting) for part in parts])
    if origin in _SEQUENCES:
        return Rows(_column(parts[0], lasting))
    if origin in _TABLES and parts[0] is str:
        return Tables(_column(parts[1], lasting))
    if isinstance(hint, type) and is_dataclass(hint):
        return Things(_fields(hint, lasting=True))
    raise TypeError(f"a session cannot hold values of {hint}")


def _dtype(parts: tuple[Any, ...]) -> np.dtype[np.generic] | None:
    """Return the dtype that `NDArray[...]` names, or None if it names none."""
    named = get_args(unaliased(parts[1])) if len(parts) == 2 else ()
    scalar = unaliased(named[0]) if named else None
    exact = isinstance(scalar, type) and issubclass(scalar, np.generic) and scalar in _SCALARS
    return np.dtype(scalar) if exact else None


_SCALARS = (np.float64, np.float32, np.int64, np.int32, np.uint8, np.bool_)
_SIMPLE: dict[Any, Column] = {
    bool: Numbers("b1", bool),
    int: Numbers("i8", int),
    float: Numbers("f8", float, int),
    str: Entries(str),
    Message: Entries(Message),
    type(None): Nothing(),
    None: Nothing(),
}
