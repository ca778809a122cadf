"""Which cases of a dear test are quick: the first one tells whether the part works at all, the others are slow."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def first_quick(cases: Iterable[object], count: int = 1) -> list[object]:
    """Return the cases of a parametrized test, all but the first `count` of them marked as slow."""
    return [case if index < count else _slow(case) for index, case in enumerate(cases)]


def _slow(case: object) -> object:
    if isinstance(case, type(pytest.param())):
        return pytest.param(*case.values, id=case.id, marks=[*case.marks, pytest.mark.slow])
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.slow)
