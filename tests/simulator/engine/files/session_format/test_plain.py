from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.plain import dumps, loads
from metascope.simulator.engine.text import Message, say

LEAVES = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | st.text(max_size=9)
VALUES = st.recursive(
    LEAVES,
    lambda parts: (
        st.lists(parts, max_size=3)
        | st.lists(parts, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=5), parts, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_any_plain_value_comes_back_the_same(value: Any) -> None:
    again = loads(dumps(value))
    assert again == value
    assert repr(again) == repr(value)  # 1, 1.0 and True are equal


def test_messages_come_back_with_their_values() -> None:
    message = say("{a:.2f} of {b}", a=np.float64(0.5), b=say("task {n}", n=3))
    again = loads(dumps(message))
    assert again == Message("{a:.2f} of {b}", {"a": 0.5, "b": Message("task {n}", {"n": 3})})
    assert str(again) == str(message)


def test_numbers_that_are_not_finite_come_back() -> None:
    assert repr(loads(dumps([float("nan"), float("inf"), -float("inf"), -0.0]))) == "[nan, inf, -inf, -0.0]"


def test_an_error_in_a_message_becomes_what_it_reads_as() -> None:
    message = say("{problems}", problems=refuse("alpha", say("must be positive")))
    assert str(loads(dumps(message))) == "alpha: must be positive"


@pytest.mark.parametrize(
    "value", [{1: 2}, {1, 2}, b"bytes", object(), np.zeros(2)], ids=lambda value: type(value).__name__
)
def test_what_is_not_plain_is_a_defect(value: object) -> None:
    with pytest.raises(TypeError, match="cannot hold"):
        dumps(value)


@pytest.mark.parametrize(
    "document",
    [
        {"exec": "x"},
        {},
        {"float": "1e5"},
        {"float": 1},
        {"tuple": 3},
        {"table": [1]},
        {"say": 3, "values": {}},
        {"say": "{missing}", "values": {}},
        {"say": "{x.__class__}", "values": {"x": 1}},
        {"say": "{x[0]}", "values": {"x": "y"}},
        {"say": "{}", "values": {}},
        {"say": "{x:>9999999999}", "values": {"x": 1}},
        {"say": "{x:{y}}", "values": {"x": 1, "y": 9}},
        {"say": "{x:d}", "values": {"x": "text"}},
        {"say": "{x", "values": {"x": 1}},
        {"say": "x" * 3000, "values": {}},
        {"say": "{x}" * 500, "values": {"x": "y" * 100}},
    ],
    ids=lambda document: json.dumps(document)[:40],
)
def test_documents_that_nobody_writes_are_refused(document: object) -> None:
    with pytest.raises(Malformed):
        loads(json.dumps(document))
