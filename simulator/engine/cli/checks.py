"""Checks what Qt needs before it starts, because Qt aborts the process instead of raising an exception."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version

from simulator.engine.errors import Problem, UserError, refuse
from simulator.engine.text import Message, say

_ALWAYS = {  # shared library -> the Debian package that has it
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
}
_ON_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def require_binding(python: tuple[int, int] = sys.version_info[:2], binding: str | None = None) -> None:
    """Raise an error if PySide6 is missing or would crash.

    PySide6 6.12 loses a reference at every call that returns None on Python 3.10 and 3.11, and dies within seconds.

    Args:
        python: the version of Python.
        binding: the version of PySide6-Essentials; None: the installed one.

    Raises:
        UserError: one line with what to install.
    """
    try:
        binding = binding or version("PySide6-Essentials")
    except PackageNotFoundError:
        raise refuse(
            "", say('PySide6-Essentials must be installed: pip install "PySide6-Essentials>=6.11.2,<6.12"')
        ) from None
    if python < (3, 12) and tuple(int(part) for part in binding.split(".")[:2]) >= (6, 12):
        raise refuse(
            "",
            say(
                'PySide6 {binding} crashes on Python below 3.12: pip install "PySide6-Essentials>=6.11.2,<6.12"',
                binding=binding,
            ),
        )


def require_libraries(*, x11: bool) -> None:
    """Raise an error if a system library that Qt needs is missing (checked on Linux only).

    Args:
        x11: whether an X server shows the window.

    Raises:
        UserError: one line with the command that installs them on Debian.
    """
    needed = _ALWAYS | (_ON_X11 if x11 else {})
    if sys.platform == "linux" and (packages := missing_packages(needed)):
        raise refuse("", say("Qt needs system libraries: sudo apt install {packages}", packages=" ".join(packages)))


def missing_packages(needed: Mapping[str, str]) -> list[str]:
    """Return the packages of the libraries that cannot be loaded, in alphabetical order."""
    return list(dict.fromkeys(package for library, package in needed.items() if not _loads(library)))


def uses_x11(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether Qt will talk to an X server."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    return platform.startswith("xcb") or (
        not platform and bool(environment.get("DISPLAY")) and not environment.get("WAYLAND_DISPLAY")
    )


def missing_display(environment: Mapping[str, str] = os.environ) -> Message | None:
    """Return why no window can be shown, or None if one can."""
    if sys.platform != "linux":
        return None
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return say("there is no display")
    if uses_x11(environment) and not _opens_display():
        return say("the display {name} does not answer", name=environment.get("DISPLAY", ""))
    return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _opens_display() -> bool:
    """Return whether the X server answers, and True if that cannot be determined."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)


def require_qt(*, x11: bool) -> None:
    """Raise an error if Qt would abort.

    Raises:
        UserError: every reason, one line each.
    """
    problems: list[Problem] = []
    checks: tuple[Callable[[], None], ...] = (require_binding, lambda: require_libraries(x11=x11))
    for check in checks:
        try:
            check()
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(problems)
