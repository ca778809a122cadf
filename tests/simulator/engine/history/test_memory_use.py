from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history import memory_use
from metascope.simulator.engine.history.memory_use import arrays_of
from tests.simulator.engine.aliases import Arrays, Doubles


@dataclass(frozen=True)
class Part:
    inner: Arrays[np.float32]


@dataclass(frozen=True, kw_only=True)
class Plain(Frame):
    """Declares its arrays as numpy does before 2.5, or after, whatever is installed."""

    first: NDArray[np.float64]
    second: NDArray[np.float64]

    def ticks(self) -> int:
        return 1


@dataclass(frozen=True, kw_only=True)
class Named(Frame):
    first: Arrays[np.float64]
    second: Doubles
    part: Part

    def ticks(self) -> int:
        return 1


@dataclass(frozen=True, kw_only=True)
class Scattered(Named):
    several: tuple[Doubles, ...]
    maybe: Arrays[np.int64] | None

    def ticks(self) -> int:
        return 1


@dataclass(frozen=True, kw_only=True)
class Mixed(Plain):
    third: Doubles

    def ticks(self) -> int:
        return 1


ONE, TWO, THREE, FOUR, FIVE = (np.full(3, number, np.float64) for number in range(5))


@pytest.mark.parametrize(
    ("frame", "held"),
    [
        (Plain(step=0, metrics={}, first=ONE, second=TWO), (ONE, TWO)),
        (Mixed(step=0, metrics={}, first=ONE, second=TWO, third=THREE), (ONE, TWO, THREE)),
        (Named(step=0, metrics={}, first=ONE, second=TWO, part=Part(THREE.astype(np.float32))), (ONE, TWO, THREE)),
        (
            Scattered(
                step=0,
                metrics={},
                first=ONE,
                second=TWO,
                part=Part(THREE.astype(np.float32)),
                several=(FOUR,),
                maybe=FIVE.astype(np.int64),
            ),
            (ONE, TWO, THREE, FOUR, FIVE),
        ),
    ],
    ids=["plain", "mixed", "named", "scattered"],
)
def test_every_array_of_a_frame_is_counted(frame: Frame, held: tuple[NDArray[np.generic], ...]) -> None:
    assert [array.tolist() for array in arrays_of(frame)] == [array.tolist() for array in held]


def test_arrays_that_are_fields_are_found_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search of every part at every step costs more than the step of a small story."""

    def search(thing: object) -> list[NDArray[np.generic]]:
        raise AssertionError(thing)

    monkeypatch.setattr(memory_use, "_walked", search)
    monkeypatch.setattr(memory_use, "_FINDERS", {})
    arrays_of(Plain(step=0, metrics={}, first=ONE, second=TWO))
    arrays_of(Named(step=0, metrics={}, first=ONE, second=TWO, part=Part(THREE.astype(np.float32))))


@pytest.mark.skipif(sys.platform != "linux" or memory_use._TRIM is None, reason="the C library is another one")
def test_what_is_freed_between_what_is_kept_goes_back_to_the_system() -> None:
    pieces = [bytearray(20_000) for _ in range(5_000)]
    kept = pieces[::50]
    pieces.clear()
    before = resident_pages()
    memory_use.give_back()
    assert before - resident_pages() > 5_000  # of 24,000
    assert len(kept) == 100


def resident_pages() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1])
