"""Processes beside the program: they come after a person's other programs, and end with the one that started them.

The one that starts holds their input open for as long as it lives. However it ends, the system closes that.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

WHOLE = threading.Lock()  # held while something is written of which no half may stay
PRIORITY = 15  # niceness
_PAUSE = 0.1  # seconds between two looks at the input on Windows


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    given: bytes = b"",
    timeout: float | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a process in a folder until it ends, give it `given` as input, and return what it wrote.

    Raises:
        OSError: it could not be started.
        subprocess.TimeoutExpired: it took longer than `timeout` seconds, and was ended.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=environment, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        held, process.stdin = process.stdin, None  # else `communicate` would close it
        assert held is not None, "it has a pipe"
        try:
            with suppress(OSError):  # it may end before it has read all: what it wrote says why
                held.write(given)
                held.flush()
            out, errors = process.communicate(timeout=timeout)
        finally:
            process.kill()
            with suppress(OSError):
                held.close()
    return subprocess.CompletedProcess(
        command, process.returncode, *(text.decode(errors="replace") for text in (out, errors))
    )


def end_with_starter() -> None:
    """End this process, in the middle of whatever it does but `WHOLE`, as soon as nobody holds its input open."""
    threading.Thread(target=_follow, name="starter", daemon=True).start()


def come_after_others() -> None:
    """Give this process, and those that it starts, a low priority."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        system = ctypes.WinDLL("kernel32")
        system.GetCurrentProcess.restype = wintypes.HANDLE
        system.SetPriorityClass.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        system.SetPriorityClass(system.GetCurrentProcess(), subprocess.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(PRIORITY)


def _follow() -> None:
    with suppress(OSError):
        _wait_for_the_end_of_input()
    with WHOLE:
        os._exit(1)


def _wait_for_the_end_of_input() -> None:
    if sys.platform == "win32":  # a read that waits there would hold up libraries that look at the input when loaded
        import ctypes
        import msvcrt
        from ctypes import wintypes

        peek = ctypes.WinDLL("kernel32").PeekNamedPipe
        peek.argtypes = (wintypes.HANDLE, *(ctypes.c_void_p, wintypes.DWORD), *(ctypes.c_void_p,) * 3)
        while peek(msvcrt.get_osfhandle(0), None, 0, None, None, None):
            time.sleep(_PAUSE)
    else:
        while os.read(0, 1):
            pass
