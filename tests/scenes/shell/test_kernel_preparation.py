"""Kernels are compiled beside the window: said in words, ended with it, and named where they cannot be used."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.kernel_preparation import KernelPreparation
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.compiling import preparing
from metascope.simulator.engine.compiling.cache import PLACE
from metascope.simulator.engine.compiling.preparing import Event
from metascope.simulator.learners.kernels import PRODUCT
from tests.simulator.engine.compiling.sample import HERE, PORT
from tests.waiting import LONGEST, SECONDS

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


def test_those_that_are_ready_are_counted_in_whatever_order_they_come(preparation: KernelPreparation) -> None:
    said = list[str]()
    preparation.told.connect(said.append)
    for place, state in (
        (9, "compiling"),
        (3, "compiling"),
        (9, "ready"),
        (4, "compiling"),
        (3, "failed"),
        (1, "compiling"),
    ):
        preparation._follow(Event("one", place, 9, state))
    assert said == [f"Preparing fast kernels: {number} of 9" for number in (1, 1, 2, 3)]


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


@pytest.mark.parametrize("crash", [False, True], ids=["stopped", "crashed"])
def test_a_check_ends_with_what_started_it_and_leaves_nothing(
    qtbot: QtBot, preparation: KernelPreparation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, crash: bool
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setenv(PLACE, str(tmp_path / "cache"))
    monkeypatch.setenv(preparing.WHICH, f"{HERE}:WAITING")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(SECONDS)
        monkeypatch.setenv(PORT, str(server.getsockname()[1]))
        preparation.start()
        qtbot.waitUntil(lambda: preparation.working, timeout=LONGEST)
        checking, _ = server.accept()
        with checking:
            if crash:
                preparation._process.kill()
            else:
                preparation.stop()
                assert not preparation.working
                assert preparation._process.exitCode() == 1  # by itself: it was not killed
            checking.settimeout(SECONDS)
            assert checking.recv(1) == b""  # nobody is there any more
    qtbot.waitUntil(lambda: not preparation.working, timeout=LONGEST)
    assert list(temporary.iterdir()) == list((tmp_path / "cache" / "kernels").iterdir()) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("raise RuntimeError('it is broken')", "ended early, with status 1: RuntimeError: it is broken"),
        ("import os; os.kill(os.getpid(), 9)", "ended early, with status 9"),
    ],
    ids=["an error", "a crash"],
)
def test_a_process_that_ends_early_is_named_once(
    qtbot: QtBot,
    preparation: KernelPreparation,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    line: str,
    reason: str,
) -> None:
    (tmp_path / "broken.py").write_text(line)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv(preparing.WHICH, "broken:KERNELS")
    assert failures(qtbot, preparation) == [f"the process that compiles them {reason}"]


def test_a_process_that_cannot_be_started_is_named_once(
    qtbot: QtBot, preparation: KernelPreparation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    (found,) = failures(qtbot, preparation)
    assert found.startswith("the process that compiles them cannot be started: ")


def failures(qtbot: QtBot, preparation: KernelPreparation) -> list[str]:
    """Return what a preparation says that fails at once."""
    failed = list[str]()
    preparation.failed.connect(failed.append)
    preparation.start()
    qtbot.waitUntil(lambda: bool(failed) and not preparation.working, timeout=LONGEST)
    qtbot.wait(50)  # whatever else it may say
    return failed
