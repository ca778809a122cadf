from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal
from weakref import WeakValueDictionary

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from metascope.simulator.engine.files.session_format.arrays import Pool, Serials, StoredPool
from metascope.simulator.engine.files.session_format.columns import Entries, Reading, Writing
from metascope.simulator.engine.files.session_format.hints import frame_fields
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.sheets import Sheet, StoredSheet
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message, say
from tests.simulator.engine.aliases import Arrays, Doubles, MaybeMode


@dataclass(frozen=True)
class Gate:
    name: str
    values: NDArray[np.float32]
    closed: bool = False


@dataclass(frozen=True)
class Slot:
    key: int


@dataclass(frozen=True, kw_only=True)
class RichFrame(Frame):
    memory: NDArray[np.float64]
    codes: NDArray[np.generic]
    gate: Gate
    gates: tuple[Gate, ...]
    pair: tuple[int, str]
    mode: Literal["read", "write", 3]
    either: Gate | Slot | None
    maybe: float | None
    losses: Sequence[float]
    by_name: Mapping[str, NDArray[np.float64]]
    notices: tuple[Message, ...]
    flag: bool
    derived: int = field(init=False, default=0)

    def ticks(self) -> int:
        return 1


@dataclass(frozen=True)
class Named:
    singles: Arrays[np.float32]


@dataclass(frozen=True, kw_only=True)
class NamedFrame(Frame):
    """Declares its fields by names, as numpy 2.5 does its arrays."""

    memory: Doubles
    codes: Arrays[np.generic]
    any: Arrays[Any]
    bare: Arrays  # type: ignore[type-arg]
    maybe: Arrays[np.int64] | None
    several: tuple[Arrays[np.float64], ...]
    mode: MaybeMode
    part: Named

    def ticks(self) -> int:
        return 1


FLOATS = st.floats(allow_nan=True)
GATES = st.builds(
    Gate, st.text(max_size=4), arrays.arrays(np.float32, arrays.array_shapes(max_dims=2, max_side=3)), st.booleans()
)
MESSAGES = st.builds(lambda value, name: say("{value:.3g} of {name}", value=value, name=name), FLOATS, st.text())
MEMORY = arrays.arrays(np.float64, arrays.array_shapes(min_dims=0, min_side=0, max_dims=3, max_side=4))
CODES = st.sampled_from(["f8", "f4", "i8", "i4", "u1", "?"]).flatmap(lambda kind: arrays.arrays(kind, 3))
FRAMES = st.builds(
    RichFrame,
    step=st.integers(0, 2**53),
    metrics=st.dictionaries(st.sampled_from(["a.loss", "b.loss", "ü"]), FLOATS),
    memory=MEMORY,
    codes=CODES,
    gate=GATES,
    gates=st.lists(GATES, max_size=2).map(tuple),
    pair=st.tuples(st.integers(-(2**63), 2**63 - 1), st.text()),
    mode=st.sampled_from(["read", "write", 3]),
    either=GATES | st.builds(Slot, st.integers(0, 9)) | st.none(),
    maybe=st.none() | FLOATS,
    losses=st.lists(FLOATS, max_size=3).map(tuple),
    by_name=st.dictionaries(st.text(max_size=2), MEMORY, max_size=2),
    notices=st.lists(MESSAGES, max_size=2).map(tuple),
    flag=st.booleans(),
)


def through(frames: Sequence[Any], serials: Serials | None = None) -> tuple[Callable[[int], Any], Serials]:
    """Return what gives the frames back after they were a member's bytes."""
    serials = serials or Serials()
    writing = Writing(Sheet(), Pool(), serials, lambda: None)
    kind: type[Frame] = type(frames[0])
    columns = frame_fields(kind)
    columns.pack(frames, "frame", writing)
    writing.pool.put(writing.sheet)
    shared = Sheet()
    serials.pool.put(shared)
    pool = StoredPool(StoredSheet(shared.dumps()))
    sheet = StoredSheet(writing.sheet.dumps())
    reading = Reading(sheet, StoredPool(sheet), lambda number: pool[number], WeakValueDictionary())
    return columns.unpack("frame", len(frames), reading), serials


def assert_equal(one: Any, other: Any) -> None:
    """Fail unless two values are the same to the last bit, and of the same types."""
    assert type(one) is type(other)
    if isinstance(one, np.ndarray):
        assert (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
        assert not other.flags.writeable
    elif is_dataclass(one):
        for each in fields(one):
            assert_equal(getattr(one, each.name), getattr(other, each.name))
    elif isinstance(one, Mapping):
        assert list(one) == list(other)
        for name in one:
            assert_equal(one[name], other[name])
    elif isinstance(one, tuple):
        assert len(one) == len(other)
        for part, twin in zip(one, other, strict=True):
            assert_equal(part, twin)
    elif isinstance(one, float) and math.isnan(one):
        assert math.isnan(other)
    else:
        assert one == other


def a_frame(**values: Any) -> RichFrame:
    gate = Gate("i", np.zeros(2, np.float32))
    plain: dict[str, Any] = {
        "step": 0,
        "metrics": {},
        "memory": np.zeros((2, 2)),
        "codes": np.zeros(3, np.uint8),
        "gate": gate,
        "gates": (),
        "pair": (1, "x"),
        "mode": "read",
        "either": None,
        "maybe": None,
        "losses": (),
        "by_name": {},
        "notices": (),
        "flag": True,
    }
    return RichFrame(**{**plain, **values})


@given(st.lists(FRAMES, min_size=1, max_size=5))
@settings(max_examples=20, deadline=None)
def test_whatever_a_frame_declares_comes_back(frames: list[RichFrame]) -> None:
    get, _ = through(frames)
    for place in reversed(range(len(frames))):
        assert_equal(frames[place], get(place))


def test_an_array_held_by_several_frames_comes_back_as_one() -> None:
    shared = np.arange(4.0)
    get, _ = through([a_frame(memory=shared), a_frame(memory=np.arange(4.0)), a_frame(memory=shared)])
    reading = [get(place).memory for place in range(3)]
    assert reading[0].base is reading[2].base or reading[0] is reading[2]
    np.testing.assert_array_equal(reading[1], shared)


def test_an_object_held_by_several_frames_comes_back_as_one() -> None:
    gate = Gate("f", np.ones(3, np.float32))
    get, _ = through([a_frame(gate=gate, gates=(gate,)), a_frame(), a_frame(gate=gate)])
    first = get(0)
    assert first.gate is get(2).gate
    assert first.gate is first.gates[0]
    assert first.gate is not get(1).gate


def test_an_object_known_from_before_is_not_written_again() -> None:
    gate = Gate("f", np.ones(3, np.float32))
    _, serials = through([a_frame(gate=gate)])
    serials.begin_segment()
    through_again = Writing(Sheet(), Pool(), serials, lambda: None)
    frame_fields(RichFrame).pack([a_frame(gate=gate)], "frame", through_again)
    assert serials.first == 1
    assert len(serials.pool) == 0


def test_an_array_in_the_place_of_one_that_is_gone_is_another() -> None:
    serials = Serials()
    gone = [np.zeros(3) for _ in range(100)]
    places = set(map(id, gone))
    for array in gone:
        serials.of_array(array)
    del gone, array
    serials.begin_segment()
    newcomers = [np.ones(3) for _ in range(1000)]
    assert places.intersection(map(id, newcomers))  # memory was used again
    assert [serials.known(array) for array in newcomers] == [None] * 1000


def test_what_lies_in_memory_another_way_comes_back_with_its_numbers() -> None:
    strange = np.arange(24.0).reshape(2, 3, 4).transpose(2, 0, 1)[::2]
    get, _ = through([a_frame(memory=strange), a_frame(memory=np.asfortranarray(np.arange(6.0).reshape(2, 3)))])
    np.testing.assert_array_equal(strange, get(0).memory)
    np.testing.assert_array_equal(np.arange(6.0).reshape(2, 3), get(1).memory)


@pytest.mark.parametrize(
    "values",
    [
        {"memory": np.zeros(2, np.float32)},
        {"memory": [1.0]},
        {"codes": np.zeros(2, np.complex128)},
        {"codes": np.zeros(2, ">f8")},
        {"mode": "erase"},
        {"either": 3},
        {"gate": Slot(1)},
        {"pair": (1, 2)},
    ],
    ids=str,
)
def test_what_is_not_as_declared_is_a_defect_of_the_story(values: dict[str, object]) -> None:
    with pytest.raises((TypeError, AttributeError)):
        through([a_frame(**values)])


def a_named_frame(**values: Any) -> NamedFrame:
    plain: dict[str, Any] = {
        "memory": np.arange(3.0),
        "codes": np.arange(3, dtype=np.int32),
        "any": np.arange(3, dtype=np.uint8),
        "bare": np.zeros((2, 2), np.float32),
        "maybe": np.arange(2),
        "several": (np.ones(2), np.arange(4.0)),
        "mode": "write",
        "part": Named(np.ones(2, np.float32)),
    }
    return NamedFrame(step=0, metrics={}, **{**plain, **values})


def test_what_is_declared_by_a_name_comes_back() -> None:
    frames = [a_named_frame(), a_named_frame(maybe=None, mode=None, several=())]
    get, _ = through(frames)
    for place, frame in enumerate(frames):
        assert_equal(frame, get(place))


DOUBLES: Any = np.zeros(2)


@pytest.mark.parametrize(
    "values",
    [
        {"memory": np.zeros(2, np.float32)},
        {"maybe": np.zeros(2)},
        {"several": (np.zeros(2, np.int64),)},
        {"mode": "erase"},
        {"part": Named(DOUBLES)},
    ],
    ids=str,
)
def test_what_a_name_does_not_stand_for_is_a_defect_of_the_story(values: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        through([a_named_frame(**values)])


def test_a_field_that_no_session_can_hold_is_told_at_once() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Odd(RichFrame):
        thing: set[int]

    with pytest.raises((TypeError, NameError)):
        frame_fields(Odd)


def test_columns_that_claim_too_many_items_are_refused() -> None:
    writing = Writing(Sheet(), Pool(), Serials(), lambda: None)
    frame_fields(RichFrame).pack([a_frame()] * 3, "frame", writing)
    writing.pool.put(writing.sheet)
    writing.sheet.tensors["frame.losses"] = np.array([1 << 20], np.int32)
    sheet = StoredSheet(writing.sheet.dumps())
    reading = Reading(sheet, StoredPool(sheet), lambda number: np.zeros(1), WeakValueDictionary())
    with pytest.raises(Malformed, match="at most 1048576"):
        frame_fields(RichFrame).unpack("frame", 3, reading)


@pytest.mark.parametrize(("value", "held"), [(1, True), (2, True), (3, False), (True, False), (1.0, False)])
def test_what_only_equals_a_choice_is_not_held(value: object, held: bool) -> None:
    assert Entries((int,), (1, 2)).holds(value) is held
