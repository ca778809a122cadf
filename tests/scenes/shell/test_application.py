"""The application around the window, in a process of its own: unexpected errors, signals, and the exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from metascope import main as program
from tests.waiting import SECONDS

ROOT = Path(program.__file__).parent

# What every script begins with: `when_ready(act)` calls `act(window)` once the scenario can be trained.
PRELUDE = """
import sys, threading, time
from metascope import main
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from metascope.scenes.shell.window import Window

def window():
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))

def when_ready(act):
    def look():
        found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window)]
        ready = found and found[0].stage is not None and found[0].stage.playback.shown is not None
        act(found[0]) if ready else QTimer.singleShot(20, look)
    QTimer.singleShot(20, look)

shown = Window.show
def begin(): pass
def show(self):
    shown(self)
    begin()
Window.show = show
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program with `script` watching; `begin()` is the script's."""
    ending = f"\nsys.exit(main.main({list(arguments)!r}))\n"
    return subprocess.run(
        [sys.executable, "-c", PRELUDE + script + ending],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh_CN", "pseudo", "system"])
def test_a_window_that_is_closed_ends_the_program_with_0(language: str) -> None:
    script = "def begin(): when_ready(lambda window: window.close())"
    ran = run(script, "--preset", "two-tasks", "--language", language)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.slow
def test_a_window_in_another_language_takes_the_place_of_one_and_ends_the_program_with_0() -> None:
    script = """
titles = []

def change(window):
    titles.append(window.windowTitle())
    if len(titles) == 3:
        print(*titles, sep="|")
        window.close()
        return
    window.prefer(language="zh_CN" if len(titles) == 1 else "en")
    QTimer.singleShot(1500, lambda: when_ready(change))

def begin():
    if not titles:
        when_ready(change)
"""
    ran = run(script, "--preset", "two-tasks", "--language", "en")
    assert ran.returncode == 0, ran.stderr
    first, other, last = ran.stdout.strip().split("|")
    assert first == last
    assert first.endswith(" – Metascope")
    assert other


@pytest.mark.slow
def test_a_window_that_is_closed_before_it_is_ready_is_gone_however_long_that_would_take() -> None:
    script = """
from metascope.simulator.engine import computing

computing.prepare_thread = lambda threads: time.sleep(1e6)

def begin():
    QTimer.singleShot(0, lambda: window().close())
"""
    ran = run(script, "--preset", "two-tasks")
    assert ran.returncode == 0, ran.stderr


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 300, 800])
def test_a_window_may_be_closed_while_torch_is_imported(after: int) -> None:
    script = f"def begin(): QTimer.singleShot({after}, lambda: window().close())"
    ran = run(script, "--preset", "two-tasks")
    assert ran.returncode == 0, ran.stderr


def test_unexpected_errors_show_one_dialog_for_each_traceback_and_those_of_threads_too() -> None:
    script = """
from metascope.widgets.window.notice import ErrorDialog

def fail():
    raise ZeroDivisionError("one over nought")

def fail_otherwise():
    raise KeyError("nothing of that name")

def count(window):
    print("dialogs", len(window.findChildren(ErrorDialog)))
    for dialog in window.findChildren(ErrorDialog):
        dialog.close()
    window.close()

def fail_in_a_thread():
    raise OSError("nothing there")

def begin():
    for _ in range(5):
        QTimer.singleShot(0, fail)
    QTimer.singleShot(0, fail_otherwise)
    thread = threading.Thread(target=fail_in_a_thread)
    thread.start()
    thread.join()
    QTimer.singleShot(500, lambda: count(window()))
"""
    ran = run(script)
    assert (ran.returncode, ran.stdout) == (0, "dialogs 3\n"), ran.stderr
    assert "ZeroDivisionError: one over nought" in ran.stderr


@pytest.mark.slow
def test_an_interrupt_closes_the_window_and_exits_with_0() -> None:
    script = """
import os, signal
def begin():
    when_ready(lambda window: os.kill(os.getpid(), signal.SIGINT))
"""
    ran = run(script, "--preset", "two-tasks")
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_termination_while_training_closes_the_window_and_exits_with_0(name: str) -> None:
    script = f"""
import os, signal
signal.signal(signal.{name}, signal.SIG_DFL)
def train(window):
    window.stage.run.runner.play()
    QTimer.singleShot(200, lambda: os.kill(os.getpid(), signal.{name}))
def begin():
    when_ready(train)
"""
    ran = run(script, "--preset", "two-tasks")
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.slow
def test_plots_without_a_window_are_drawn_for_every_view(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "main.py", "--headless", "--preset", "two-dimensions", "--steps", "3", "--out", str(tmp_path)],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert ran.returncode == 0, ran.stderr
    plots = {path.name for path in (tmp_path / "plots").iterdir()}
    assert "landscape.svg" in plots
    assert {name.removesuffix(".svg") for name in plots if name.endswith(".svg")} == {
        name.removesuffix(".png") for name in plots if name.endswith(".png")
    }
    assert all((tmp_path / "plots" / name).stat().st_size > 500 for name in plots)
