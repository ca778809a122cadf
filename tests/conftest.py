"""Fixtures of every test: nothing may be left running or open, and torch does not fight the other tests for cores."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path
from types import ModuleType
from typing import Any
from weakref import ref

import pytest
from hypothesis import HealthCheck, settings

from metascope.simulator.engine.compiling.cache import PLACE
from metascope.simulator.engine.compiling.preparing import everything, prepare
from tests.browser import Browser, browser
from tests.waiting import SECONDS

try:
    import torch
except ModuleNotFoundError:  # what does without it is tried on the newest Python too
    TORCH = False
else:
    TORCH = True

# Neither an example nor the making of one fails a test by taking long.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(autouse=True, scope="session")
def one_torch_thread() -> None:
    """Compute with one thread, as the program does: on a busy machine a second one costs most of the speed."""
    if TORCH:
        torch.set_num_threads(1)


@pytest.fixture(autouse=True)
def denormal_numbers() -> Iterator[None]:
    """Give a test's thread back the numbers that a run there went without: Hypothesis draws them."""
    yield
    if TORCH:
        torch.set_flush_denormal(False)


@pytest.fixture(autouse=True, scope="session")
def own_places(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what the program keeps away from the person's own settings and state, in processes that tests start too.

    There are no compiled kernels but for tests that ask for them.
    """
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", PLACE):
        os.environ[name] = str(tmp_path_factory.mktemp(name))


@pytest.fixture
def kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the compiled kernels ready: those that `make test` made before, or made now, by one test at a time."""
    build = Path(__file__).parent.parent / "build"
    monkeypatch.setenv(PLACE, str(build))
    build.mkdir(exist_ok=True)
    with (build / "kernels.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        assert prepare(everything())


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give the browser that all tests share, which takes longer to start than to show a page."""
    with browser() as made:
        yield made


@pytest.fixture(autouse=True, scope="module")
def garbage_is_searched_for_among_what_is_new() -> None:
    """Leave what is imported by now out of every search: after each test with a widget there is one."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_thread_left_over() -> Iterator[None]:
    """Fail a test that leaves a thread behind."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + SECONDS  # a long meta-step is finished first
    while (left := set(threading.enumerate()) - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not left, f"threads left over: {left}"


@pytest.fixture(autouse=True)
def no_widget_left_over() -> Iterator[None]:
    """Fail a test that leaves a top-level widget behind. Costs nothing where Qt is not in use."""
    before = set(_top_level())
    yield
    if not _top_level():
        return
    _delete_what_is_due()
    gc.collect()
    left = [widget for place, widget in _top_level().items() if place not in before]
    assert not left, f"widgets left over: {left}"


@pytest.fixture(autouse=True)
def no_timer_left_over(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a timer running, among those that were started by `QTimer.start`."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        yield
        return
    started: list[ref[Any]] = []
    start = core.QTimer.start

    def noted(timer: Any, *arguments: object) -> None:
        started.append(ref(timer))
        start(timer, *arguments)

    monkeypatch.setattr(core.QTimer, "start", noted)
    yield
    if not started:
        return
    _delete_what_is_due()
    left = [timer for found in started if (timer := found()) is not None and _is_running(timer)]
    assert not left, f"timers left over: {[(timer, timer.parent()) for timer in left]}"


def _top_level() -> dict[int, Any]:
    """Return the widgets that have no parent by their place in memory; none where Qt's widgets are not imported."""
    qt = sys.modules.get("PySide6.QtWidgets")
    if qt is None or qt.QApplication.instance() is None:
        return {}
    found = [widget for widget in qt.QApplication.topLevelWidgets() if widget.parent() is None]
    return {sys.modules["shiboken6"].getCppPointer(widget)[0]: widget for widget in found}


def _delete_what_is_due() -> None:
    core: ModuleType = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    core.QCoreApplication.processEvents()


def _is_running(timer: Any) -> bool:
    """Tell whether a timer is there and active; what Qt has deleted is there only for Python."""
    return bool(sys.modules["shiboken6"].isValid(timer) and timer.isActive())
