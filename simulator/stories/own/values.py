"""Reads numbers as training loops hold them: torch tensors on any device, numpy arrays, lists. Imports no torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say

_UNFIT = (TypeError, ValueError, RuntimeError, OverflowError)  # what libraries raise for what is no array


def array_of(value: object, where: str) -> NDArray[np.generic]:
    """Return the numbers of `value`, which may share its memory.

    Raises:
        UserError: it is no array of real numbers, is ragged, or is empty.
    """
    try:
        found = _array(value)
    except _UNFIT as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise refuse(where, say("must be numbers in rows of one length: {reason}", reason=reason)) from None
    if found.dtype.kind not in "fiub":
        raise refuse(where, say("must be real numbers, not {kind}", kind=str(found.dtype)))
    if not found.size:
        raise refuse(where, say("must hold a number, not the shape {shape}", shape=found.shape))
    return found


def single_copy(values: NDArray[np.generic]) -> Single:
    """Return a copy in single precision; what is too large for it is infinite."""
    with np.errstate(over="ignore", invalid="ignore"):
        return np.array(values, np.float32)


def number_of(value: object, where: str) -> float:
    """Return one number: of Python, numpy, or a tensor with one element.

    Raises:
        UserError: it is none.
    """
    if type(value) is float:
        return value
    if isinstance(value, str | bytes) or value is None:
        raise refuse(where, say("must be a number, not {got}", got=repr(value)[:40]))
    one: Any = value.detach() if hasattr(value, "detach") else value
    try:
        return float(one.item() if hasattr(one, "item") else one)
    except _UNFIT as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise refuse(where, say("must be one number: {reason}", reason=reason)) from None


def _array(value: Any) -> NDArray[np.generic]:
    if hasattr(value, "detach"):  # a tensor, recognized without importing torch
        tensor = value.detach().cpu()
        try:
            found: NDArray[np.generic] = tensor.numpy()
        except TypeError:  # numpy knows no bfloat16
            found = tensor.float().numpy()
        return found
    if isinstance(value, Mapping | str | bytes):
        raise TypeError(f"a {type(value).__name__} is no array")
    if isinstance(value, Sequence) and value and not isinstance(value[0], int | float):
        return np.stack([_array(row) for row in value])
    return np.asarray(value)
