"""The application around the window: theme, interrupts, the one handler of unexpected errors, and a clean end."""

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

from PySide6.QtCore import QSettings, QSocketNotifier, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import assets
from scenes.kept.preferences import read_preferences
from scenes.kept.store import own_store
from scenes.shell import menus
from scenes.shell.language import set_language
from scenes.shell.window import Window
from simulator.engine.cli.languages import ENGLISH
from simulator.engine.files.presets import Preset
from simulator.engine.running.collecting import collect_between_runs
from widgets.look.theme import Theme, by_name


def run_window(preset: Preset | None, theme: str, path: Path | None = None, language: str = ENGLISH) -> int:
    """Open the window and return the exit status when it is closed.

    Args:
        preset: a scenario to open.
        theme: "light" or "dark"; "system" leaves it to the person's preferences.
        path: a preset, session or weights file to open.
        language: one of `languages()`.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication), "an application without widgets cannot have a window"
    app.setApplicationName("Metascope")
    app.setWindowIcon(QIcon(str(Path(assets.__file__).parent / "metascope.svg")))
    set_language(app, language)
    collect_between_runs()
    store = own_store()
    preferences, _ = read_preferences(store)
    window = new_window(by_name(preferences.theme if theme == "system" else theme), preset, store, path)
    window.refresh_layout()
    with _reported(window), _interruptible(window):
        window.show()
        status = app.exec()
    window.close()
    if _still_working():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)  # a thread inside torch's import or a long step cannot be stopped, and need not be waited for
    window.deleteLater()  # a plot that is alive when the interpreter ends crashes it
    app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: no event loop runs any more
    return status


def new_window(
    theme: Theme, preset: Preset | None = None, store: QSettings | None = None, path: Path | None = None
) -> Window:
    """Return a window with its actions and menus; the arguments are those of `Window`."""
    window = Window(theme, preset, store, path)
    menus.install(window)
    return window


def _still_working() -> bool:
    return any(thread.name.startswith("metascope-") for thread in threading.enumerate())


@contextmanager
def _reported(window: Window) -> Iterator[None]:
    """Show whatever nobody expected in one dialog for each distinct traceback."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        print(details, file=sys.stderr)
        window.report(f"{kind.__name__}: {error}", details)

    def report_thread(event: threading.ExceptHookArgs) -> None:
        value = event.exc_value or RuntimeError(event.exc_type.__name__)
        details = "".join(traceback.format_exception(event.exc_type, value, event.exc_traceback))
        print(details, file=sys.stderr)
        # Widgets belong to the main thread: a timer of the window's thread takes the report over.
        QTimer.singleShot(0, window, lambda: window.report(f"{event.exc_type.__name__}: {value}", details))

    before, before_thread = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = report, report_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before, before_thread


@contextmanager
def _interruptible(window: Window) -> Iterator[None]:
    """Close the window at Ctrl+C and SIGTERM, which Qt's loop alone would not notice."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: (reader.recv(64), window.close()))
    before_fd = signal.set_wakeup_fd(writer.fileno())
    handlers = {one: signal.signal(one, lambda *_: None) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        signal.set_wakeup_fd(before_fd)
        for one, handler in handlers.items():
            signal.signal(one, handler)
        notifier.setEnabled(False)
        reader.close()
        writer.close()
