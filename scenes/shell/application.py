"""Runs the application: theme, interrupts, the handler of unexpected errors, and a clean exit."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSocketNotifier, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from metascope import assets
from metascope.scenes.kept.appearance import read_appearance
from metascope.scenes.kept.store import own_store
from metascope.scenes.shell import menus
from metascope.scenes.shell.succession import Succession
from metascope.scenes.shell.window import Window
from metascope.scenes.start.lean_imports import import_leanly
from metascope.simulator.engine.history.allocating import give_back_large_arrays
from metascope.simulator.engine.running.collecting import collect_between_runs
from metascope.simulator.engine.running.ending import ending_signals
from metascope.simulator.engine.running.turns import take_short_turns
from metascope.widgets.language.speaking import set_language
from metascope.widgets.look.theme import Theme, by_name

if TYPE_CHECKING:  # imports pydantic and numpy, for which the first paint does not wait
    from metascope.simulator.engine.files.link import Linked
    from metascope.simulator.engine.files.presets import Preset

_SETTLED = 1000  # ms after which what the first paint does not wait for may be imported


def run_window(
    preset: Preset | str | None,
    theme: str,
    path: Path | None = None,
    language: str | None = None,
    linked: Linked | None = None,
    follow: bool = False,
) -> int:
    """Open the window and return the exit status once it is closed.

    Args:
        preset: a scenario to open, or the name of a shipped one.
        theme: "light" or "dark"; "system" uses the theme in the preferences.
        path: a preset, session or weights file to open.
        language: one of `languages()` or "system"; None uses that in the preferences.
        linked: what a shared line says beside the scenario: what is looked at, or a lesson; None: nothing.
        follow: another process is writing the file, which is read on as it grows.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication), "the window needs a QApplication"
    app.setApplicationName("Metascope")
    app.setWindowIcon(QIcon(str(Path(assets.__file__).parent / "metascope.svg")))
    import_leanly()
    give_back_large_arrays()
    collect_between_runs()
    take_short_turns()
    store = own_store()
    wanted = read_appearance(store)
    set_language(app, language or wanted.language)
    window = new_window(by_name(wanted.theme if theme == "system" else theme), preset, store, path)
    window.opening_linked, window.follows_first = linked, follow
    window.refresh_layout()
    shown = Succession(window, store, new_window, lambda chosen: set_language(app, chosen))
    with _reported(shown), _interruptible(shown):
        window.show()
        window.kernel_preparation.start()
        QTimer.singleShot(_SETTLED, window, lambda: window.calibration.start())
        status = app.exec()
    window = shown.window
    window.close()
    if _still_working():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)  # a thread that imports torch or is in a long step cannot be stopped: do not wait for it
    window.deleteLater()  # a plot that outlives the interpreter crashes it
    app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: no event loop is running
    return status


def new_window(
    theme: Theme, preset: Preset | str | None = None, store: QSettings | None = None, path: Path | None = None
) -> Window:
    """Return a window with its actions and menus; takes the arguments of `Window`."""
    window = Window(theme, preset, store, path)
    menus.install(window)
    return window


def _still_working() -> bool:
    return any(thread.name.startswith("metascope-") for thread in threading.enumerate())


@contextmanager
def _reported(shown: Succession) -> Iterator[None]:
    """Show unexpected errors, in one dialog per distinct traceback."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            shown.window.close()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        print(details, file=sys.stderr)
        shown.window.report(f"{kind.__name__}: {error}", details)

    def report_thread(event: threading.ExceptHookArgs) -> None:
        value = event.exc_value or RuntimeError(event.exc_type.__name__)
        details = "".join(traceback.format_exception(event.exc_type, value, event.exc_traceback))
        print(details, file=sys.stderr)
        # Widgets belong to the main thread: a timer of the window passes the report to it.
        message = f"{event.exc_type.__name__}: {value}"
        QTimer.singleShot(0, shown, lambda: shown.window.report(message, details))

    before, before_thread = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = report, report_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before, before_thread


@contextmanager
def _interruptible(shown: Succession) -> Iterator[None]:
    """Close the window on Ctrl+C, SIGTERM and SIGHUP, which Qt's event loop does not notice by itself."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: (reader.recv(64), shown.window.close()))
    before_fd = signal.set_wakeup_fd(writer.fileno())
    handlers = {one: signal.signal(one, lambda *_: None) for one in ending_signals()}
    try:
        yield
    finally:
        signal.set_wakeup_fd(before_fd)
        for one, handler in handlers.items():
            signal.signal(one, handler)
        notifier.setEnabled(False)
        reader.close()
        writer.close()
