"""The program is killed while it trains; its next start offers what was kept, and brings it back."""

from __future__ import annotations

import signal
import subprocess
import time
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.window.screen import alt_f4, picture, running, title, until, window_of, x

pytestmark = pytest.mark.window

KEPT = "*/autosave/*/runs.json"


def started(folder: Path, *arguments: str) -> AbstractContextManager[subprocess.Popen[str]]:
    """Start the program with settings and state of its own."""
    return running(*arguments, XDG_CONFIG_HOME=str(folder / "config"), XDG_STATE_HOME=str(folder / "state"))


def close(process: subprocess.Popen[str], window: str) -> None:
    """Close the program by the keyboard, and fail unless it ends well."""
    x("windowactivate", "--sync", window)
    alt_f4(process)
    assert process.wait(20) == 0, process.communicate()


def asks() -> bool:
    """Tell whether the question is on the screen."""
    return bool(x("search", "--onlyvisible", "--name", "^Recover$"))


def kill_while_it_trains(folder: Path) -> None:
    """Train until something is kept, train on, and kill the program."""
    with started(folder, "--preset", "two-tasks") as process:
        window = window_of(process)
        until(lambda: "–" in title(window))
        time.sleep(3.0)  # torch is being imported
        x("windowactivate", "--sync", window)
        x("key", "space")
        time.sleep(1.5)
        x("key", "space")  # what pauses is kept
        until(lambda: list((folder / "state").glob(KEPT)))
        x("key", "space")
        time.sleep(0.3)
        process.send_signal(signal.SIGKILL)
        process.wait(20)


def test_a_killed_run_is_offered_and_comes_back(tmp_path: Path) -> None:
    kill_while_it_trains(tmp_path)
    with started(tmp_path) as process:
        window = window_of(process)
        until(asks)
        time.sleep(0.5)
        picture("recovery-1-question")
        x("key", "Return")
        until(lambda: "Two tasks" in title(window_of(process)))
        time.sleep(1.5)
        picture("recovery-2-recovered")
        assert not asks()
        close(process, window_of(process))
    with started(tmp_path) as process:
        window = window_of(process)
        time.sleep(2.0)
        assert not asks()
        picture("recovery-3-nothing-left")
        close(process, window)


def test_a_killed_run_that_nobody_wants_is_deleted(tmp_path: Path) -> None:
    kill_while_it_trains(tmp_path)
    with started(tmp_path) as process:
        window = window_of(process)
        until(asks)
        time.sleep(0.5)
        x("key", "Tab", "space")
        picture("recovery-4-declined")
        until(lambda: not asks())
        assert not list((tmp_path / "state").glob(KEPT))
        close(process, window)
