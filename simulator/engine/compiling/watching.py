"""Lets kernels watch a number that another thread writes. Imports numba, like `writing`."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic


@intrinsic
def written(typing_context: object, address: types.Type) -> Any:
    """Return the whole number at an address as it is now, each time that it is asked for."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        there = builder.inttoptr(arguments[0], ir.IntType(64).as_pointer())
        return builder.load_atomic(there, "monotonic", 8)

    return types.int64(types.int64), generate
