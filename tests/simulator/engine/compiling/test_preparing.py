"""Kernels are compiled once, checked in another process, and made again where the cache is not sound."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from metascope.simulator.engine.compiling import cache, loading, preparing
from metascope.simulator.engine.compiling.cache import PLACE, Cache, Unusable
from metascope.simulator.engine.compiling.kernel import Call, Kernel
from metascope.simulator.engine.compiling.preparing import Event, everything, prepare
from metascope.simulator.engine.errors import UserError
from tests.simulator.engine.compiling import sample
from tests.simulator.engine.compiling.sample import ALLOCATING, DIFFERING, ENDING, FUNCTIONS, SUMS


@pytest.fixture(autouse=True)
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the sample's kernels for the program's, here and in processes that are started, and an empty cache."""
    monkeypatch.setenv(PLACE, str(tmp_path))
    monkeypatch.setenv(preparing.WHICH, f"{sample.__name__}:KERNELS")
    before = dict(loading._LOADED)
    yield
    loading._LOADED.clear()
    loading._LOADED.update(before)


@pytest.fixture(scope="module")
def compiled_sums(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that has `SUMS`."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("sums")
        patch.setenv(PLACE, str(folder))
        patch.setenv(preparing.WHICH, f"{sample.__name__}:KERNELS")
        assert prepare([SUMS])
    return folder


@pytest.fixture
def sums(compiled_sums: Path, tmp_path: Path) -> None:
    """Have `SUMS` in the cache."""
    shutil.copytree(compiled_sums, tmp_path, dirs_exist_ok=True)


def made(*kernels: Kernel) -> list[Event]:
    told = list[Event]()
    prepare(kernels, told.append)
    return told


def files(kernel: Kernel) -> dict[str, Path]:
    return {path.suffix: path for path in Cache().folder.glob(f"{kernel.name}-*")}


def added_up() -> list[float]:
    x, out, counted = np.arange(6.0).reshape(2, 3), np.zeros(2), np.zeros(1, np.int64)
    call = Call(SUMS, [(x, (2, 3)), (out, (2,)), (counted, (1,))], [2, 3], [1.0])
    assert call() == 7
    call.reals[0] = 10.0
    call()
    assert counted[0] == 4
    return [float(value) for value in out]


def test_a_kernel_is_compiled_checked_and_called_without_numba() -> None:
    assert not SUMS.ready
    with pytest.raises(Unusable, match="was not compiled"):
        SUMS.code()
    assert [(event.kernel, event.state) for event in made(SUMS)] == [("sums", "compiling"), ("sums", "ready")]
    assert SUMS.ready
    assert added_up() == [30.0, 120.0]
    assert made(SUMS) == []  # nothing to do


def test_what_a_kernel_needs_must_be_ready_too() -> None:
    assert [event.reason for event in made(FUNCTIONS)] == ["", "it needs sums"]
    assert not FUNCTIONS.ready
    assert {kernel.name for kernel in everything()} == {"sums", "functions", "allocating", "differing", "ending"}
    made(SUMS, FUNCTIONS)
    assert FUNCTIONS.ready


@pytest.mark.parametrize(
    ("kernel", "reason"),
    [(ALLOCATING, "No implementation of function"), (DIFFERING, "it gives 3 and not 4"), (ENDING, "status 11")],
    ids=["compiling", "checking", "ending the process"],
)
def test_what_fails_is_told_once_and_never_loaded(kernel: Kernel, reason: str) -> None:
    first = made(kernel)[-1]
    assert first.state == "failed"
    assert reason in first.reason
    assert not kernel.ready
    with pytest.raises(Unusable):
        kernel.code()
    assert made(kernel) == []  # it would fail again


def damaged(path: Path) -> None:
    code = bytearray(path.read_bytes())
    code[len(code) // 2] ^= 1
    path.write_bytes(code)


@pytest.mark.usefixtures("sums")
@pytest.mark.parametrize(
    "spoil",
    [
        lambda found: damaged(found[".o"]),
        lambda found: found[".o"].write_bytes(b""),
        lambda found: found[".o"].unlink(),
        lambda found: found[".json"].write_text("{"),
        lambda found: found[".json"].write_text('["sums"]'),
        lambda found: found[".json"].write_text('{"symbol": 3, "checksum": null, "failure": {}}'),
        lambda found: found[".json"].write_bytes(b"\xff\xfe"),
    ],
    ids=["a bit", "empty", "missing", "cut", "another kind", "other types", "no text"],
)
def test_a_damaged_cache_is_not_used(spoil: Any) -> None:
    spoil(files(SUMS))
    with pytest.raises(Unusable):
        SUMS.code()
    assert not Cache().sound(SUMS.name, SUMS.module)


@pytest.mark.usefixtures("sums")
def test_what_is_not_sound_is_made_again() -> None:
    damaged(files(SUMS)[".o"])
    assert [event.state for event in made(SUMS)] == ["compiling", "ready"]
    assert added_up() == [30.0, 120.0]


def test_another_processor_numba_or_source_is_another_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    made(SUMS)
    monkeypatch.setattr(cache, "_machine", lambda: ["another"])
    cache.digest.cache_clear()
    try:
        assert not SUMS.ready
        before = files(SUMS)
        made(SUMS)
        assert SUMS.ready
        assert not before[".o"].exists()  # the older one is not kept
    finally:
        monkeypatch.undo()
        cache.digest.cache_clear()


def test_sources_are_all_modules_of_the_program_that_a_kernel_is_made_of() -> None:
    found = cache.sources("metascope.simulator.engine.compiling.linear.products")
    assert found == tuple(
        f"metascope.simulator.engine.compiling.{name}" for name in ("lanes", "linear.products", "writing")
    )


@pytest.mark.usefixtures("sums")
@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners here")
def test_a_folder_that_others_may_write_is_not_run_from() -> None:
    Cache().folder.chmod(0o777)
    assert not SUMS.ready
    Cache().folder.chmod(0o700)
    assert SUMS.ready


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(PLACE, str(tmp_path / "file"))
    with pytest.raises(UserError, match="cannot be written"):
        prepare([SUMS])


@pytest.mark.usefixtures("sums")
def test_calls_refuse_arrays_of_other_shapes_or_in_pieces() -> None:
    right = (np.zeros((2, 3)), (2, 3)), (np.zeros(2), (2,)), (np.zeros(1, np.int64), (1,))
    for wrong in (np.zeros((3, 2)), np.zeros((2, 6))[:, ::2], np.zeros((3, 2)).T):
        with pytest.raises(ValueError, match="an array"):
            Call(SUMS, [(wrong, (2, 3)), *right[1:]], [2, 3], [1.0])


@pytest.mark.usefixtures("sums")
def test_functions_are_within_single_precision() -> None:
    made(FUNCTIONS)
    draws = np.random.default_rng(0)
    x = np.concatenate([draws.uniform(-87, 87, 4000), draws.normal(size=4000), [0.0, -0.0, 1e-20]]).astype(np.float32)
    out = np.zeros((6, len(x)), np.float32)
    Call(FUNCTIONS, [(x, x.shape), (out, out.shape)], [len(x)])()
    wanted = x.astype(float)
    assert _relative(out[0], np.exp(wanted)) < 3e-7
    assert _relative(out[1], 1 / (1 + np.exp(-wanted))) < 4e-7
    assert np.abs(out[2] - np.tanh(wanted)).max() < 2e-7
    assert np.abs(out[3] - np.log(np.abs(x) + np.float32(1e-6), dtype=float)).max() < 2e-6
    assert np.abs(out[4] - 1 / (1 + np.exp(-wanted))).max() < 1e-7
    assert np.abs(out[5] - np.tanh(wanted)).max() < 2e-7
    assert (out[4:, x == 0] == [[0.5], [0.0]]).all()


def _relative(found: Any, wanted: Any) -> float:
    return float(np.max(np.abs(found - wanted) / wanted))


def test_events_are_read_from_lines() -> None:
    assert Event.read('{"kernel": "a", "place": 1, "count": 2, "state": "ready"}') == Event("a", 1, 2, "ready")
    assert Event.read("a warning of numba\n") is None
    assert Event.read('["kernel"]') is None


def test_several_are_compiled_at_a_time_those_that_others_need_first() -> None:
    told = list[Event]()
    prepare([SUMS, FUNCTIONS, DIFFERING], told.append, jobs=2)
    states = [(event.kernel, event.state) for event in told]
    assert states.index(("sums", "ready")) < states.index(("functions", "compiling"))
    assert [event.reason for event in told if event.state == "failed"] == ["AssertionError: it gives 3 and not 4"]
    assert FUNCTIONS.ready


def test_what_failed_is_tried_again_where_a_person_asks_for_it() -> None:
    made(DIFFERING)
    told = list[Event]()
    assert not prepare([DIFFERING], told.append, again=True)
    assert [event.state for event in told] == ["compiling", "failed"]


def test_a_check_that_takes_too_long_is_no_failure_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "LONGEST", 0.01)
    assert "TimeoutExpired" in made(SUMS)[-1].reason
    assert SUMS.entry() is None


def test_kernels_are_compiled_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv(PLACE, "cache")
    assert prepare([SUMS], jobs=2)
    assert (tmp_path / "elsewhere" / "cache" / "kernels").is_dir()
