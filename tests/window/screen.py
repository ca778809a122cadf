"""A real X11 screen: what is on it, what a person's hands do to it, and pictures of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from metascope import main as program
from metascope.simulator.engine.compiling.cache import PLACE
from tests import waiting

ROOT = Path(program.__file__).parent
PICTURES = ROOT / "build" / "screenshots"
LONGEST = waiting.LONGEST / 1000  # seconds


def x(*arguments: str, display: str | None = None, timeout: float = LONGEST) -> str:
    """Run xdotool and return what it says."""
    environment = dict(os.environ) if display is None else {**os.environ, "DISPLAY": display}
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=timeout, env=environment)
    return done.stdout.strip()


def alt_f4(process: subprocess.Popen[str]) -> float:
    """Press Alt+F4, and again where it was not heard; return when that was, by `time.monotonic`.

    A window manager that is about to read the keyboard's layout anew, as after the first key that xdotool presses,
    misses a key now and then.
    """
    for _ in range(5):
        pressed = time.monotonic()
        x("key", "alt+F4")
        with suppress(subprocess.TimeoutExpired):
            process.wait(LONGEST / 12)
            break
    return pressed


def picture(name: str, display: str | None = None) -> Path:
    """Keep a picture of the whole screen and return its path."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    shown = display or os.environ["DISPLAY"]
    subprocess.run(["import", "-display", shown, "-window", "root", str(path)], check=True, timeout=LONGEST)
    return path


def until(condition: Callable[[], object], seconds: float = LONGEST) -> float:
    """Wait until `condition` holds and return for how many seconds; fail where it does not in time."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, "waited in vain"
        time.sleep(0.02)
    return time.monotonic() - began


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Start the program with these arguments; it is ended if it has not ended itself.

    What it keeps lies in places of its own where the environment names none: a killed program leaves runs to recover.
    """
    with TemporaryDirectory() as own:
        places = {name: str(Path(own, name)) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        places[PLACE] = str(ROOT / "build")  # where kernels are ready, else each program would compile them
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            env={**os.environ, **places, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate()


def window_of(process: subprocess.Popen[str], display: str | None = None) -> str:
    """Wait for the program's window and return its id."""
    found: list[str] = []

    def look() -> bool:
        assert process.poll() is None, f"the program has ended: {process.communicate()}"
        found[:] = x("search", "--onlyvisible", "--name", "Metascope", display=display).split()
        return bool(found)

    until(look)
    return found[-1]


def title(window: str, display: str | None = None) -> str:
    """Return what stands in a window's title bar."""
    return x("getwindowname", window, display=display)


def place(window: str) -> tuple[int, int, int, int]:
    """Return a window's left, top, width and height on the screen, without its frame."""
    told = subprocess.run(["xwininfo", "-id", window], capture_output=True, text=True, check=True).stdout
    numbers = [re.search(rf"{name}: +(-?\d+)", told) for name in ("left X", "left Y", "Width", "Height")]
    left, top, width, height = (int(number[1]) for number in numbers if number)
    return left, top, width, height


@contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """Start another screen of this size, with a window manager, and give its display."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        display = f":{told.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL)
    try:
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


def without(*names: str) -> Mapping[str, str]:
    """Return the environment without these names."""
    return {name: value for name, value in os.environ.items() if name not in names}
