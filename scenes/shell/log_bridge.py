"""Passes the program's log records from any thread to the log view."""

from __future__ import annotations

import logging
import traceback
from collections import deque

from PySide6.QtCore import QObject, QTimer
from typing_extensions import override

from metascope.widgets.window.log_view import LINES, LogLine, LogView

NAME = "metascope"  # name of the program's logger
INTERVAL = 250  # ms between two polls


class _Collector(logging.Handler):
    """Collects records from any thread until the window's thread takes them."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[LogLine] = deque(maxlen=LINES)

    @override
    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.exc_info:
            text = f"{text}\n{''.join(traceback.format_exception(*record.exc_info))}".rstrip()
        self._lines.append(LogLine(record.created, record.levelno, text))

    def take(self) -> list[LogLine]:
        """Return the lines since the last call."""
        taken = []
        while self._lines:
            taken.append(self._lines.popleft())
        return taken


class LogBridge(QObject):
    """Shows the records of the program's logger in a view, from its creation until `close`.

    They reach other handlers only with `--verbose`: a library that we use installs one that takes everything.
    """

    def __init__(self, view: LogView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._collector = _Collector()
        self._logger = logging.getLogger(NAME)
        self._before = self._logger.level, self._logger.propagate
        self._closed = False
        self._logger.setLevel(logging.INFO)
        self._logger.propagate = logging.getLogger().level <= logging.INFO  # main.py sets it for --verbose
        self._logger.addHandler(self._collector)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Show what was logged since the last call."""
        if lines := self._collector.take():
            self._view.add(lines)

    def close(self) -> None:
        """Stop collecting, and restore the logger, once."""
        if self._closed:
            return
        self._closed = True
        self._timer.stop()
        self._logger.removeHandler(self._collector)
        level, self._logger.propagate = self._before
        self._logger.setLevel(level)
        self.look()
