from __future__ import annotations

import pytest

from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.sweeps import engines
from metascope.simulator.engine.sweeps.engines import common_engine
from tests.simulator.engine.sweeps.small import plan


def asked(monkeypatch: pytest.MonkeyPatch, usable: bool = True, installed: bool = True) -> list[str]:
    """Compile nothing, and tell which kernels are asked for."""
    found: list[str] = []

    def prepare(kernels: tuple[Kernel, ...], told: object, jobs: int) -> bool:
        found.extend(kernel.name for kernel in kernels)
        return usable

    monkeypatch.setattr(engines, "prepare", prepare)
    monkeypatch.setattr(engines, "installed", lambda: installed)
    return found


def test_kernels_that_runs_need_are_prepared_and_all_runs_use_them(monkeypatch: pytest.MonkeyPatch) -> None:
    names = asked(monkeypatch)
    assert common_engine(plan(settings={}), lambda event: None) == "compiled"
    assert names
    assert len(set(names)) == len(names)


def test_where_a_kernel_cannot_be_used_all_runs_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    asked(monkeypatch, usable=False)
    assert common_engine(plan(settings={}), lambda event: None) == "reference"
    asked(monkeypatch, installed=False)
    assert common_engine(plan(settings={}), lambda event: None) == "reference"


def test_runs_that_chose_their_engine_need_no_kernel_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    names = asked(monkeypatch)
    common_engine(plan(), lambda event: None)
    assert names == []
