from __future__ import annotations

import sys
from typing import Any, Literal, TypeVar, get_args, get_origin

import numpy as np
import pytest
from numpy.typing import NDArray
from typing_extensions import TypeAliasType

from metascope.simulator.engine.annotations import unaliased
from tests.simulator.engine.aliases import AnyShape, Arrays, Doubles, MaybeMode, Mode, Scalar

One = TypeVar("One")
Two = TypeVar("Two")
Swapped = TypeAliasType("Swapped", tuple[Two, One], type_params=(One, Two))
Narrowed = TypeAliasType("Narrowed", dict[str, One], type_params=(One, Two))


@pytest.mark.parametrize(
    ("hint", "meant"),
    [
        (int, int),
        (int | None, int | None),
        (tuple[int, ...], tuple[int, ...]),
        (Mode, Literal["read", "write"]),
        (MaybeMode, Mode | None),
        (Arrays[np.float32], np.ndarray[AnyShape, np.dtype[np.float32]]),
        (Doubles, np.ndarray[AnyShape, np.dtype[np.float64]]),
        (Swapped[int, str], tuple[str, int]),
        (Narrowed[int, str], dict[str, int]),
    ],
    ids=str,
)
def test_a_name_stands_for_what_it_was_given_to(hint: Any, meant: Any) -> None:
    assert unaliased(hint) == meant


def test_a_name_without_arguments_keeps_its_parameters_open() -> None:
    assert get_args(get_args(unaliased(Arrays))[1]) == (Scalar,)


def test_arrays_are_seen_whatever_numpy_is_installed() -> None:
    hint = unaliased(NDArray[np.float32])
    assert get_origin(hint) is np.ndarray
    assert get_args(get_args(hint)[1]) == (np.float32,)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="`type X = ...` is syntax of Python 3.12")
def test_names_of_the_language_are_seen_through() -> None:
    names: dict[str, Any] = {}
    exec("type Row[T] = tuple[T, ...]\ntype Whole = Row[int]", names)
    assert unaliased(names["Row"][str]) == tuple[str, ...]
    assert unaliased(names["Whole"]) == tuple[int, ...]
