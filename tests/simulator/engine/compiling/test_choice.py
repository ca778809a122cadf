"""A run is trained with one engine from its beginning to its end: chosen, saved, gone on with, refused if it fails."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from metascope.simulator.engine.compiling import choice, preparing
from metascope.simulator.engine.compiling.cache import PLACE
from metascope.simulator.engine.compiling.choice import chosen_engine
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import EngineKind, engine_setting
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.history.travel import restore_checked
from tests.simulator.engine.compiling import sample
from tests.simulator.engine.compiling.sample import DIFFERING, SUMS
from tests.simulator.engine.walks import Walk, WalkSettings


class ChoosingSettings(WalkSettings):
    engine: EngineKind = engine_setting()


class Choosing(Walk):
    """A walk that has kernels, and notes by which engine it began."""

    @override
    @classmethod
    def kernels(cls, settings: WalkSettings) -> tuple[Kernel, ...]:
        return (SUMS,)

    @override
    def begin(self) -> None:
        super().begin()
        self.by: str = self.engine


def walk(**values: object) -> Choosing:
    return Choosing(ChoosingSettings.parse(values))


@pytest.fixture(autouse=True)
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    monkeypatch.setenv(preparing.WHICH, f"{sample.__name__}:KERNELS")


def ready(monkeypatch: pytest.MonkeyPatch, is_ready: bool = True) -> None:
    monkeypatch.setattr(Kernel, "ready", property(lambda self: is_ready))


def test_auto_takes_kernels_that_are_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen_engine("auto", [SUMS]) == "reference"
    ready(monkeypatch)
    assert chosen_engine("auto", [SUMS]) == "compiled"
    assert chosen_engine("auto", []) == "reference"  # there are none for these settings
    assert chosen_engine("reference", [SUMS]) == "reference"
    assert chosen_engine("auto", [SUMS], "reference") == "reference"  # a run goes on as it began
    assert chosen_engine("compiled", [SUMS], "reference") == "compiled"  # a branch with another setting


def test_kernels_that_are_needed_are_compiled_first() -> None:
    assert chosen_engine("compiled", [SUMS]) == "compiled"
    assert SUMS.ready


def test_kernels_that_fail_are_named() -> None:
    with pytest.raises(UserError, match="it gives 3 and not 4"):
        chosen_engine("auto", [DIFFERING], "compiled")


def test_without_numba_a_run_that_needs_kernels_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "installed", lambda: False)
    assert chosen_engine("auto", [SUMS]) == "reference"
    with pytest.raises(UserError, match="need numba, which is not installed"):
        chosen_engine("compiled", [SUMS])


def test_a_state_names_the_engine_that_it_goes_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    by_reference = walk()
    assert (by_reference.by, "engine" in by_reference.state()) == ("reference", False)
    ready(monkeypatch)
    compiled = walk()
    assert (compiled.by, compiled.state()["engine"]) == ("compiled", "compiled")
    restored = walk()
    restore_checked(restored, by_reference.state())  # of a computer without kernels, or of an older version
    assert restored.by == "reference"
    restore_checked(restored, compiled.state())
    assert restored.by == "compiled"


def test_a_branch_with_another_engine_takes_the_state_over(monkeypatch: pytest.MonkeyPatch) -> None:
    ready(monkeypatch)
    compiled = walk()
    compiled.step()
    branch = walk(engine="reference")
    restore_checked(branch, compiled.state())
    assert (branch.by, branch.steps_done) == ("reference", 1)


@pytest.mark.parametrize("wrong", ["fast", 3, None, ["compiled"]])
def test_a_state_with_an_unknown_engine_is_refused(wrong: Any) -> None:
    simulation = walk()
    state = {**simulation.state(), "engine": wrong}
    with pytest.raises(UserError, match="unknown engine"):
        restore_checked(simulation, state)
    assert json.loads(str(simulation.state()["settings"]))["engine"] == "auto"
