"""Sees through the names that annotations are given by `type X = ...`."""

from __future__ import annotations

import typing
from typing import Any, get_args, get_origin

import typing_extensions

# Since 2.5 numpy's NDArray is such a name; the kind of typing_extensions is one of its own on Python below 3.14.
_NAMES = tuple({typing_extensions.TypeAliasType, getattr(typing, "TypeAliasType", typing_extensions.TypeAliasType)})


def unaliased(hint: Any) -> Any:
    """Return what `hint` stands for: itself, unless it is a name or a name with arguments. Parts are left as they are.

    With `type Row[T] = tuple[T, ...]`, `Row[int]` is `tuple[int, ...]`, and `Row` is `tuple[T, ...]`.
    """
    origin = get_origin(hint)
    name = hint if origin is None else origin
    if not isinstance(name, _NAMES):
        return hint
    value = name.__value__
    wanted = getattr(value, "__parameters__", ())
    if origin is None or not wanted:
        return unaliased(value)
    given = dict(zip(name.__type_params__, get_args(hint), strict=False))
    return unaliased(value[tuple(given.get(parameter, parameter) for parameter in wanted)])
