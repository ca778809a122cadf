"""Woven arrays come back to the last bit, whatever they hold, and what changes smoothly takes little."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from metascope.simulator.engine.files.session_format import weaving
from metascope.simulator.engine.files.session_format.arrays import Pool, StoredPool
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.sheets import KINDS, Array, Sheet, StoredSheet
from metascope.simulator.engine.files.session_format.weaving import ORDERS, unwoven, woven

matrices = st.sampled_from(sorted(KINDS)).flatmap(
    lambda kind: arrays.arrays(np.dtype(kind), arrays.array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=12))
)


def back(matrix: Array) -> Array:
    """Return a matrix, woven and unwoven."""
    data, order = woven(matrix)
    count, size = matrix.shape
    return unwoven(np.frombuffer(data, np.uint8), matrix.dtype.str[1:], count, size, order)


@given(matrix=matrices)
def test_every_bit_comes_back(matrix: Array) -> None:
    found = back(matrix)
    assert (found.dtype, found.shape, found.tobytes()) == (matrix.dtype, matrix.shape, matrix.tobytes())


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("kind", ["f8", "f4", "i8", "i4"])
def test_every_order_comes_back(monkeypatch: pytest.MonkeyPatch, kind: str, order: int) -> None:
    monkeypatch.setattr(weaving, "_best", lambda whole: order)
    noise = np.random.default_rng(0).integers(0, 256, 40 * 7 * 8, np.uint8).view(kind)[:280].reshape(40, 7)
    assert woven(noise)[1] == order
    assert back(noise).tobytes() == noise.tobytes()


def test_what_changes_smoothly_takes_a_fraction() -> None:
    time = np.linspace(0.0, 3.0, 400)
    smooth = np.stack([np.exp(-time / scale) * np.cos(scale * time) for scale in np.linspace(1.0, 2.0, 50)], axis=1)
    data, order = woven(smooth)
    assert order > 1
    assert 2 * len(zlib.compress(data, 1)) < len(zlib.compress(smooth.tobytes(), 1))


def stored(pool: Pool) -> StoredPool:
    sheet = Sheet()
    pool.put(sheet)
    return StoredPool(StoredSheet(sheet.dumps()))


@pytest.mark.parametrize("shapes", [1, 5, 2000])
def test_arrays_of_many_shapes_come_back_in_their_order(shapes: int) -> None:
    pool, given = Pool(), [np.arange(3.0 * (number % shapes)) + number for number in range(4000)]
    numbers = [pool.add(array) for array in given]
    found = stored(pool)
    assert len(found) == len(given)
    for number, array in zip(numbers, given, strict=True):
        np.testing.assert_array_equal(found[number], array, strict=True)
        assert not found[number].flags.writeable


def test_more_shapes_than_are_woven_are_refused() -> None:
    pool = Pool()
    for number in range(1000):
        pool.add(np.zeros(number))
    sheet = Sheet()
    pool.put(sheet)
    sheet.notes["arrays.shapes"] = [["f8", [number]] for number in range(1025)]
    with pytest.raises(Malformed, match="fewer shapes"):
        StoredPool(StoredSheet(sheet.dumps()))
