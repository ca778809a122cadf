"""Kernels are compiled beside the window: said in words, ended with it, and named where they cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from scenes.shell.kernel_preparation import KernelPreparation
from scenes.shell.window import Window
from simulator.engine.compiling import preparing
from simulator.engine.compiling.cache import PLACE
from simulator.learners.kernels import PRODUCT
from tests.waiting import LONGEST

KERNELS = Path("build")


@pytest.fixture
def preparation(qtbot: QtBot) -> KernelPreparation:
    parent = QObject()
    found = KernelPreparation(parent, soon=0)
    found.destroyed.connect(lambda: parent)  # keeps it
    return found


def test_missing_kernels_are_compiled_and_said(
    qtbot: QtBot, preparation: KernelPreparation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    said = list[str]()
    preparation.told.connect(said.append)
    with qtbot.waitSignal(preparation.made, timeout=LONGEST):
        preparation.start()
    assert said[0].startswith("Preparing fast kernels: 1 of ")
    assert PRODUCT.ready  # the first, which others need
    preparation.stop()
    assert not preparation.working


@pytest.mark.usefixtures("kernels")
def test_nothing_is_said_where_all_are_there(qtbot: QtBot, preparation: KernelPreparation) -> None:
    said, failed = list[str](), list[str]()
    preparation.told.connect(said.append)
    preparation.failed.connect(failed.append)
    preparation.start()
    qtbot.waitUntil(lambda: said == [""], timeout=LONGEST)
    assert not failed


def test_without_numba_the_window_says_so_once(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "installed", lambda: False)
    with qtbot.waitSignal(window.kernel_preparation.failed, timeout=LONGEST):
        window.kernel_preparation.start()
    assert "numba, which compiles them, is not installed" in window._notice.text


def test_a_cache_that_cannot_be_written_is_named(
    qtbot: QtBot, preparation: KernelPreparation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv(PLACE, str(tmp_path / "file"))
    with qtbot.waitSignal(preparation.failed, timeout=LONGEST) as failed:
        preparation.start()
    assert failed.args is not None
    assert "cannot be written" in failed.args[0]
