from __future__ import annotations

import sys

import pytest

from simulator.engine.cli import checks
from simulator.engine.errors import UserError

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
        checks.require_libraries(x11=False)
    assert str(caught.value) == "Qt needs system libraries: sudo apt install libdbus-1-3 libegl1"


@linux
def test_x_libraries_are_looked_for_only_where_an_x_server_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "missing_packages", lambda needed: [name for name in needed.values() if "xcb" in name])
    checks.require_libraries(x11=False)
    with pytest.raises(UserError, match="libxcb-cursor0"):
        checks.require_libraries(x11=True)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({}, False),
    ],
)
def test_an_x_server_is_used_where_qt_would_use_it(environment: dict[str, str], expected: bool) -> None:
    assert checks.uses_x11(environment) is expected


@linux
def test_no_display_is_noticed() -> None:
    assert str(checks.missing_display({})) == "there is no display"
    assert checks.missing_display({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert checks.missing_display({"WAYLAND_DISPLAY": "wayland-0"}) is None


@linux
def test_a_display_that_does_not_answer_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    assert str(checks.missing_display({"DISPLAY": ":4711"})) == "the display :4711 does not answer"
