"""Checks what Qt needs before it starts, because Qt aborts the process instead of raising an exception."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import Message, say

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
_ON_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_OWN = {"xcb": _ON_X11, "wayland": _ON_WAYLAND}
_PATIENCE = 10.0  # seconds: a desktop that has just been started is busy


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


def require_libraries(platform: str = "") -> None:
    """Raise an error if a system library that Qt needs is missing (checked on Linux only).

    Args:
        platform: what shows the window, as Qt names it: "xcb" for an X server, "wayland", "offscreen", ...

    Raises:
        UserError: one line with the command that installs them on Debian.
    """
    needed = _ALWAYS | _OWN.get(_base(platform), {})
    if sys.platform == "linux" and (packages := missing_packages(needed)):
        raise refuse("", say("Qt needs system libraries: sudo apt install {packages}", packages=" ".join(packages)))


def require_fonts() -> None:
    """Raise an error if there is no typeface at all, without which every text is missing (checked on Linux only).

    Raises:
        UserError: one line with the command that installs one on Debian.
    """
    if sys.platform == "linux" and _typefaces() == 0:
        raise refuse("", say("no fonts are installed: sudo apt install fonts-dejavu-core"))


def _typefaces() -> int:
    """Return how many typefaces fontconfig finds, where Qt looks for them too; 1 where it cannot be asked."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
        fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(_FontSet)
        fontconfig.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
        if not fontconfig.FcInit():  # which Qt would do, and does not do again
            return 1
        found = fontconfig.FcConfigGetFonts(None, 0)
    except (OSError, AttributeError):  # the library is missing, which is told elsewhere
        return 1
    return int(found.contents.count) if found else 0


class _FontSet(ctypes.Structure):
    """The beginning of fontconfig's FcFontSet."""

    _fields_ = (("count", ctypes.c_int),)


def missing_packages(needed: Mapping[str, str]) -> list[str]:
    """Return the packages of the libraries that cannot be loaded, in alphabetical order."""
    return list(dict.fromkeys(package for library, package in needed.items() if not _loads(library)))


@dataclass(frozen=True)
class Screen:
    """What shows the window, and why it is not what comes before it."""

    platform: str | None  # as Qt names it; empty: as Qt chooses; None: nothing can show a window
    passed_over: tuple[Message, ...] = ()


def find_screen(environment: Mapping[str, str] = os.environ, patience: float = _PATIENCE) -> Screen:
    """Return what shows the window: what QT_QPA_PLATFORM names, else a Wayland display or an X server that answers.

    Qt itself aborts the process where nothing answers, and waits for ever where something listens but is silent.

    Args:
        environment: the environment's variables.
        patience: how many seconds a display has for an answer.
    """
    if sys.platform != "linux":
        return Screen("")
    lacking: list[str] = []
    reasons: list[Message] = []
    for platform in _tried(environment):
        reason = _silence(platform, environment, patience)
        if reason is None:
            packages = missing_packages(_OWN.get(_base(platform), {}))
            if not packages:
                return Screen(platform, tuple(reasons))
            lacking.append(platform)
            reason = say("{platform} needs {packages}", platform=platform, packages=" ".join(packages))
        reasons.append(reason)
    if lacking:
        return Screen(lacking[0])  # `require_libraries` says how to install what is missing
    return Screen(None, tuple(reasons) or (say("there is no display"),))


def _tried(environment: Mapping[str, str]) -> list[str]:
    """Return the platforms that are named, then those that the environment has, in the order in which Qt tries them."""
    tried = [name for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    if "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland":
        tried.append("wayland")
    if environment.get("DISPLAY"):
        tried.append("xcb")
    bases = [_base(name) for name in tried]
    return [name for place, name in enumerate(tried) if _base(name) not in bases[:place]]


def _base(platform: str) -> str:
    """Return the platform's name without its variant and arguments: "wayland" for "wayland-egl"."""
    return platform.split(":")[0].split("-")[0].lower()


def _is_known(platform: str, environment: Mapping[str, str]) -> bool:
    """Return whether PySide6 brings the platform, and True if it may be elsewhere."""
    package = find_spec("PySide6")
    if package is None or any(name in environment for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_PLUGIN_PATH")):
        return True
    folders = [Path(place) / "Qt" / "plugins" / "platforms" for place in package.submodule_search_locations or ()]
    return not any(map(Path.is_dir, folders)) or any((it / f"libq{_base(platform)}.so").exists() for it in folders)


def _silence(platform: str, environment: Mapping[str, str], patience: float) -> Message | None:
    """Return why the platform cannot show a window, or None if it can or cannot be asked."""
    if not _is_known(platform, environment):
        return say("Qt has no platform {name}", name=platform)
    if _base(platform) == "wayland" and not _wayland_answers(environment, patience):
        return say("the Wayland display {name} does not answer", name=_wayland_name(environment))
    if _base(platform) == "xcb":
        name = environment.get("DISPLAY", "")
        if not name:
            return say("there is no display")
        if not _x11_answers(name, patience):
            return say("the display {name} does not answer", name=name)
    return None


def _wayland_name(environment: Mapping[str, str]) -> str:
    return environment.get("WAYLAND_DISPLAY", "wayland-0")


def _wayland_answers(environment: Mapping[str, str], patience: float) -> bool:
    """Return whether the compositor answers a request for a sign of life."""
    if environment.get("WAYLAND_SOCKET"):
        return True  # an open connection, which is Qt's alone
    path = os.path.join(environment.get("XDG_RUNTIME_DIR", ""), _wayland_name(environment))
    if not os.path.isabs(path):
        return False
    answer = b""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as wire:
        wire.settimeout(patience)
        try:
            wire.connect(path)
            wire.sendall(struct.pack("=3I", 1, 12 << 16, 2))  # wl_display.sync: answer as object 2
            while len(answer) < 12 and (part := wire.recv(12 - len(answer))):
                answer += part
        except OSError:
            return False
    return len(answer) == 12 and struct.unpack("=3I", answer)[:2] == (2, 12 << 16)  # wl_callback.done


def _x11_answers(name: str, patience: float) -> bool:
    """Return whether the X server answers, and True if that cannot be determined."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True
    x11.XOpenDisplay.restype = ctypes.c_void_p
    opened: list[bool] = []

    def ask() -> None:
        display = x11.XOpenDisplay(name.encode())
        opened.append(bool(display))
        if display:
            x11.XCloseDisplay(ctypes.c_void_p(display))

    # Xlib waits for ever, so in a thread that need not end.
    asking = threading.Thread(target=ask, name="asks the X server", daemon=True)
    asking.start()
    asking.join(patience)
    return opened == [True]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def require_qt(platform: str = "") -> None:
    """Raise an error if Qt would abort.

    Args:
        platform: what shows the window, as Qt names it.

    Raises:
        UserError: every reason, one line each.
    """
    problems: list[Problem] = []
    checks: tuple[Callable[[], None], ...] = (
        require_binding,
        lambda: require_libraries(platform),
        require_fonts,
    )
    for check in checks:
        try:
            check()
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(problems)
