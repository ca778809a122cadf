"""The program as a person starts it: its window comes, is looked at, and goes, on a real screen."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.window.screen import LONGEST, ROOT, alt_f4, picture, place, running, title, until, window_of, without, x

pytestmark = pytest.mark.window

SOON = 2.0  # seconds within which a closed window's process has ended
IMPORT = 1.5  # seconds that an import of torch takes where that holds


def importing() -> float:
    """Return how many seconds an import of torch takes here now: nobody can interrupt it, and nothing is painted."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", "import torch"], check=True, timeout=60)
    return time.monotonic() - began


def ends(process: subprocess.Popen[str], began: float | None = None, *, prepared: bool = True) -> None:
    """Fail unless the program ends within the time promised since `began`, with 0 and nothing to complain about.

    The promise is stretched where the machine is busy, by as much as an import of torch takes longer; such an import
    is waited for where the program is not `prepared`.
    """
    began = time.monotonic() if began is None else began
    process.wait(LONGEST)
    took = time.monotonic() - began
    out, err = process.communicate()
    assert process.returncode == 0, err
    if took >= SOON:
        busy = importing()
        soon = SOON * max(1.0, busy / IMPORT) + (0.0 if prepared else busy)
        assert took < soon, f"{took:.1f} s, importing torch {busy:.1f} s"
    assert (out, err) == ("", "")


def ready(process: subprocess.Popen[str]) -> str:
    """Wait until the scenario is on the stage, and return the window's id."""
    window = window_of(process)
    until(lambda: "–" in title(window))
    time.sleep(importing())  # the program does so at the same time, and then once more as long
    return window


def test_the_window_comes_with_its_scenario_and_alt_f4_closes_it() -> None:
    with running("--preset", "two-tasks") as process:
        window = ready(process)
        picture("command-two-tasks")
        x("windowactivate", "--sync", window)
        ends(process, alt_f4(process))


def test_closing_while_it_gets_ready() -> None:
    with running("--preset", "two-tasks") as process:
        window = window_of(process)
        x("windowactivate", "--sync", window)
        ends(process, alt_f4(process), prepared=False)


def test_closing_the_gallery() -> None:
    with running() as process:
        window = window_of(process)
        x("windowactivate", "--sync", window)
        picture("command-gallery")
        x("key", "ctrl+q")
        ends(process)


def test_closing_while_training() -> None:
    with running("--preset", "unseen-tasks") as process:
        window = ready(process)
        x("windowactivate", "--sync", window)
        x("key", "space")
        time.sleep(1.0)
        ends(process, alt_f4(process))


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=lambda sent: sent.name)
@pytest.mark.parametrize("arguments", [(), ("--preset", "two-tasks")], ids=["gallery", "stage"])
def test_a_signal_closes_the_window(sent: signal.Signals, arguments: tuple[str, ...]) -> None:
    with running(*arguments) as process:
        window_of(process)
        time.sleep(0.5)
        process.send_signal(sent)
        ends(process, prepared=False)


def test_the_window_is_on_the_screen_soon_and_fits_it() -> None:
    with running("--preset", "two-tasks") as process:
        began = time.monotonic()
        window = window_of(process)
        print(f"window after {time.monotonic() - began:.2f} s")
        left, top, width, height = place(window)
        assert left >= 0
        assert top >= 0
        assert left + width <= 1280
        assert top + height <= 800
        process.terminate()
        ends(process, prepared=False)


def test_without_a_display_it_trains_into_a_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        cwd=tmp_path,
        env=without("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "there is no display" in done.stderr.splitlines()[0]
    written = {path.name for path in (tmp_path / "metascope-out").iterdir()}
    assert {"preset.json", "metrics.csv", "weights.safetensors", "plots"} <= written
