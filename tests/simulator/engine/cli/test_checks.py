from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from metascope.simulator.engine.cli import checks
from metascope.simulator.engine.errors import UserError
from tests.waiting import SECONDS

linux = pytest.mark.skipif(sys.platform != "linux", reason="X servers and Debian packages are looked for on Linux")


@pytest.mark.parametrize(
    ("python", "binding"), [((3, 11), "6.11.3"), ((3, 12), "6.12.0"), ((3, 13), "6.12.1"), ((3, 11), "6.9.2")]
)
def test_versions_that_go_together_pass(python: tuple[int, int], binding: str) -> None:
    checks.require_binding(python, binding)


@pytest.mark.parametrize(("python", "binding"), [((3, 11), "6.12.0"), ((3, 10), "6.12.0"), ((3, 11), "6.13")])
def test_versions_that_crash_are_refused_with_the_mend(python: tuple[int, int], binding: str) -> None:
    with pytest.raises(UserError, match=r"crashes on Python below 3\.12: pip install"):
        checks.require_binding(python, binding)


def test_missing_libraries_are_named_by_package_once() -> None:
    needed = {"libnone1.so.0": "libnone1", "libc.so.6": "libc6", "libnone2.so.0": "libnone2", "libnone3.so": "libnone1"}
    assert checks.missing_packages(needed) == ["libnone1", "libnone2"]


@linux
def test_missing_libraries_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "missing_packages", lambda needed: sorted(set(needed.values()))[:2])
    with pytest.raises(UserError) as caught:
        checks.require_libraries("offscreen")
    assert str(caught.value) == "Qt needs system libraries: sudo apt install libdbus-1-3 libegl1"


@linux
def test_a_system_without_fonts_is_told_so_before_qt_loads(tmp_path: Path) -> None:
    conf = tmp_path / "fonts.conf"
    empty = f"<dir>{tmp_path / 'none'}</dir><cachedir>{tmp_path / 'cache'}</cachedir>"
    conf.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{empty}</fontconfig>')
    code = "from metascope.simulator.engine.cli import checks; checks.require_fonts()"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "FONTCONFIG_FILE": str(conf)}, capture_output=True, text=True
    )
    assert ran.returncode == 1
    assert "UserError: no fonts are installed: sudo apt install fonts-dejavu-core" in ran.stderr
    checks.require_fonts()  # here there are some


@linux
def test_x_libraries_are_looked_for_only_where_an_x_server_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "missing_packages", lambda needed: [name for name in needed.values() if "xcb" in name])
    checks.require_libraries("wayland")
    with pytest.raises(UserError, match="libxcb-cursor0"):
        checks.require_libraries("xcb")


@linux
def test_wayland_libraries_are_looked_for_only_where_wayland_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "missing_packages", lambda needed: [name for name in needed.values() if "wayl" in name])
    checks.require_libraries("xcb")
    with pytest.raises(UserError, match="libwayland-client0 libwayland-cursor0"):
        checks.require_libraries("wayland-egl")


@pytest.fixture
def all_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "missing_packages", lambda needed: [])


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, all_libraries: None) -> set[str]:
    """What answers: to be filled with "wayland" and "xcb"."""
    answering: set[str] = set()
    monkeypatch.setattr(checks, "_wayland_answers", lambda *asked: "wayland" in answering)
    monkeypatch.setattr(checks, "_x11_answers", lambda *asked: "xcb" in answering)
    return answering


X = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
NO_X, NO_WAYLAND = "the display :0 does not answer", "the Wayland display wayland-0 does not answer"


@linux
@pytest.mark.parametrize(
    ("environment", "answering", "platform", "passed_over"),
    [
        ({}, "", None, ["there is no display"]),
        ({"DISPLAY": ""}, "", None, ["there is no display"]),
        ({"QT_QPA_PLATFORM": "xcb"}, "", None, ["there is no display"]),
        (X, "xcb", "xcb", []),
        (X, "", None, [NO_X]),
        (WAYLAND, "wayland", "wayland", []),
        (WAYLAND, "", None, [NO_WAYLAND]),
        ({"XDG_SESSION_TYPE": "wayland"}, "wayland", "wayland", []),
        ({"XDG_SESSION_TYPE": "wayland", **X}, "xcb", "xcb", [NO_WAYLAND]),
        ({**X, **WAYLAND}, "xcb wayland", "wayland", []),
        ({**X, **WAYLAND}, "xcb", "xcb", [NO_WAYLAND]),
        ({**X, **WAYLAND}, "", None, [NO_WAYLAND, NO_X]),
        ({"QT_QPA_PLATFORM": "wayland"}, "", None, [NO_WAYLAND]),
        ({"QT_QPA_PLATFORM": "wayland-egl", **X}, "xcb", "xcb", [NO_WAYLAND]),
        ({"QT_QPA_PLATFORM": "wayland-egl", **X, **WAYLAND}, "xcb wayland", "wayland-egl", []),
        ({"QT_QPA_PLATFORM": "xcb", **X, **WAYLAND}, "wayland", "wayland", [NO_X]),
        ({"QT_QPA_PLATFORM": "xcb:log=1;wayland", **X}, "xcb wayland", "xcb:log=1", []),
        ({"QT_QPA_PLATFORM": "offscreen", **X, **WAYLAND}, "", "offscreen", []),
        ({"QT_QPA_PLATFORM": "wayland;offscreen"}, "", "offscreen", [NO_WAYLAND]),
    ],
)
def test_the_window_is_shown_by_the_first_that_answers(
    environment: dict[str, str], answering: str, platform: str | None, passed_over: list[str], answers: set[str]
) -> None:
    answers.update(answering.split())
    screen = checks.find_screen(environment)
    assert (screen.platform, [str(reason) for reason in screen.passed_over]) == (platform, passed_over)


@linux
@pytest.mark.skipif(find_spec("PySide6") is None, reason="which platforms there are is read from PySide6's folder")
def test_a_platform_that_qt_does_not_have_is_passed_over(answers: set[str]) -> None:
    screen = checks.find_screen({"QT_QPA_PLATFORM": "nonsense"})
    assert (screen.platform, list(map(str, screen.passed_over))) == (None, ["Qt has no platform nonsense"])
    answers.add("xcb")
    assert checks.find_screen({"QT_QPA_PLATFORM": "nonsense:a=1", **X}).platform == "xcb"
    for name in ("offscreen", "minimal", "Offscreen:a=1", "vnc"):
        assert checks.find_screen({"QT_QPA_PLATFORM": name}) == checks.Screen(name)
    elsewhere = {"QT_QPA_PLATFORM": "nonsense", "QT_QPA_PLATFORM_PLUGIN_PATH": "/somewhere"}
    assert checks.find_screen(elsewhere) == checks.Screen("nonsense")


@linux
def test_what_lacks_libraries_is_passed_over_for_what_does_not(
    answers: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "missing_packages", lambda needed: [name for name in needed.values() if "curs" in name])
    monkeypatch.setattr(checks, "_ON_X11", {})
    monkeypatch.setattr(checks, "_OWN", {"wayland": {"libwayland-cursor.so.0": "libwayland-cursor0"}})
    answers.update({"wayland", "xcb"})
    screen = checks.find_screen({**X, **WAYLAND})
    assert (screen.platform, list(map(str, screen.passed_over))) == ("xcb", ["wayland needs libwayland-cursor0"])
    assert checks.find_screen(WAYLAND) == checks.Screen("wayland")  # the libraries are required next, with the command


DONE = struct.pack("=3I", 2, 12 << 16, 7)
ERROR = struct.pack("=3I", 1, 12 << 16, 7)


@contextmanager
def served(server: socket.socket, answer: bytes | None) -> Iterator[list[bytes]]:
    """Give every client of a socket an answer; None: let it wait. Yields what the clients sent."""
    heard: list[bytes] = []
    held: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                client, _ = server.accept()
            except OSError:
                return
            held.append(client)
            if answer is not None:
                heard.append(client.recv(1024))
                client.sendall(answer)
                client.close()

    thread = threading.Thread(target=serve)
    thread.start()
    yield heard
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()
    for client in held:
        client.close()


def wayland(folder: Path, name: str = "wayland-4711") -> socket.socket:
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(str(folder / name))
    server.listen()
    return server


@linux
@pytest.mark.usefixtures("all_libraries")
@pytest.mark.parametrize("absolute", [False, True])
def test_a_compositor_that_answers_shows_the_window(absolute: bool, tmp_path: Path) -> None:
    name = str(tmp_path / "wayland-4711") if absolute else "wayland-4711"
    runtime = {} if absolute else {"XDG_RUNTIME_DIR": str(tmp_path)}
    with served(wayland(tmp_path), DONE) as heard:
        assert checks.find_screen({"WAYLAND_DISPLAY": name, **runtime}, SECONDS) == checks.Screen("wayland")
    assert heard == [struct.pack("=3I", 1, 12 << 16, 2)]


@linux
@pytest.mark.usefixtures("all_libraries")
@pytest.mark.parametrize("answer", [None, b"", DONE[:8], ERROR], ids=["silent", "closed", "cut off", "error"])
def test_a_compositor_without_an_answer_is_passed_over(answer: bytes | None, tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": str(tmp_path)}
    with served(wayland(tmp_path), answer):
        screen = checks.find_screen(environment, 0.1 if answer is None else SECONDS)
    assert screen.platform is None


@linux
@pytest.mark.usefixtures("all_libraries")
@pytest.mark.parametrize(
    "environment",
    [
        {"WAYLAND_DISPLAY": "nothing"},
        {"WAYLAND_DISPLAY": ""},
        {"WAYLAND_DISPLAY": "file"},
        {"WAYLAND_DISPLAY": "x" * 200},
        {"WAYLAND_DISPLAY": "nothing", "XDG_RUNTIME_DIR": "relative"},
    ],
    ids=str,
)
def test_what_is_no_socket_of_a_compositor_is_passed_over(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert checks.find_screen({"XDG_RUNTIME_DIR": str(tmp_path), **environment}, SECONDS).platform is None


@linux
@pytest.mark.usefixtures("all_libraries")
def test_a_connection_that_was_handed_over_is_left_to_qt() -> None:
    assert checks.find_screen({**WAYLAND, "WAYLAND_SOCKET": "3"}) == checks.Screen("wayland")


@linux
@pytest.mark.usefixtures("all_libraries")
def test_a_display_that_does_not_answer_is_noticed() -> None:
    assert str(checks.find_screen({"DISPLAY": ":4711"}).passed_over[0]) == "the display :4711 does not answer"


@linux
@pytest.mark.usefixtures("all_libraries")
def test_an_x_server_that_listens_in_silence_is_noticed() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    display = f"127.0.0.1:{server.getsockname()[1] - 6000}"
    with served(server, None):
        assert checks.find_screen({"DISPLAY": display}, 0.1).platform is None
