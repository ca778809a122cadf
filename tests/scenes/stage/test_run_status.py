"""The status bar names what trains a run, also where the window is narrow."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.compiling.cache import PLACE
from metascope.widgets.window.status_bar import StatusBar
from tests.scenes.hands import open_stage


def trained_with(window: Window) -> str:
    """Return what a person reads of the device, the threads and the engine."""
    window._show_status()
    (found,) = (text for text in seen(window._status) if "threads" in text)
    return found


def seen(bar: StatusBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


@pytest.mark.usefixtures("kernels")
def test_a_run_by_compiled_kernels_says_so(qtbot: QtBot, window: Window) -> None:
    open_stage(qtbot, window, "two-tasks")
    assert trained_with(window) == "cpu, threads: 1, compiled kernels"


def test_until_kernels_are_compiled_a_run_says_that_it_trains_by_the_reference(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    open_stage(qtbot, window, "two-tasks")
    assert trained_with(window) == "cpu, threads: 1, reference"


def test_a_narrow_window_names_the_engine_and_tells_the_rest_in_a_tooltip(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    open_stage(qtbot, window, "two-tasks")
    window.resize(window.minimumSizeHint())
    assert trained_with(window) == "cpu, threads: 1, reference"
    tip = window._status._state.toolTip()
    left_out = {label.text() for label in window._status.findChildren(QLabel) if label.isHidden() and label.text()}
    assert left_out
    assert left_out.isdisjoint(seen(window._status))
    assert all(text in tip for text in left_out)
    window.resize(1600, window.height())
    assert window._status._state.toolTip() == "State of the run"
