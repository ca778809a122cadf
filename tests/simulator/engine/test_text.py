"""Numbers as people type them, whatever the desktop's language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.simulator.engine.text import Message, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0,3", 0.3),
        ("0.3", 0.3),
        ("0,001", 0.001),
        ("85,5", 85.5),
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5.0),
        ("1e-3", 1e-3),
        ("2,5E-4", 2.5e-4),
        ("−1e−2", -0.01),
        ("+7", 7.0),
        ("  12 ", 12.0),
        ("1.500", 1.5),
        ("10 000", 10_000.0),
        ("10\N{NARROW NO-BREAK SPACE}000,5", 10_000.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1_234_567.0),
        ("1.234.567", 1_234_567.0),
    ],
)
def test_a_number_is_read_with_point_or_comma(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["", "one", "abc5", "5x", "nan", "inf", "1e999", "1,2,3", "1.2.3", "3 mm", "1e", "."])
@pytest.mark.parametrize("whole", [False, True])
def test_what_is_no_finite_number_says_so(text: str, whole: bool) -> None:
    assert isinstance(read_number(text, whole), Message)


@pytest.mark.parametrize(
    ("text", "whole", "sentence"),
    [
        ("1,500", False, "could be 1500 or 1.500: type one of these"),
        ("1.500", True, "could be 1500 or 1: type one of these"),
        ("2,5", True, "must be a whole number, not 2,5"),
        ("abc5", True, "must be a whole number such as 20, not 'abc5'"),
        ("abc5", False, "must be a number such as 0.05, not 'abc5'"),
    ],
)
def test_what_could_be_two_numbers_is_not_guessed(text: str, whole: bool, sentence: str) -> None:
    assert str(read_number(text, whole)) == sentence


@pytest.mark.parametrize("text", ["10,000", "10 000", "1e4", "10000.0"])
def test_a_whole_number_may_have_its_thousands_apart(text: str) -> None:
    assert read_number(text, whole=True) == 10_000


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_python_writes_is_read_with_either_mark(number: float) -> None:
    assert read_number(repr(number)) == number
    assert read_number(f"{number:.17e}".replace(".", ",")) == number
