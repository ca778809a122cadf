"""Tells the GUI thread that work on another thread has ended, without a timer and without a signal between threads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from typing_extensions import override

T = TypeVar("T")

_CALL = QEvent.Type(QEvent.registerEventType())


class _Mailbox(QObject):
    """Makes calls in the GUI thread, where it lives as long as the application: it outlives every window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._calls: SimpleQueue[Callable[[], object]] = SimpleQueue()

    def post(self, call: Callable[[], object]) -> None:
        """Have `call` made soon; any thread may ask. Nothing happens once the application has ended."""
        self._calls.put(call)
        if QCoreApplication.instance() is not None:
            QCoreApplication.postEvent(self, QEvent(_CALL))  # the one way into another thread that Qt promises is safe

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() != _CALL:
            return super().event(event)
        self._calls.get()()
        return True


def when_done(future: Future[T], then: Callable[[Future[T]], object]) -> None:
    """Call `then` with `future` from the GUI thread's event loop once it is done, cancelled too; never before that.

    To be called in the GUI thread.
    """
    mailbox = _mailbox()
    future.add_done_callback(lambda done: mailbox.post(partial(then, done)))


def _mailbox() -> _Mailbox:
    application = QCoreApplication.instance()
    assert application is not None, "there is a GUI thread only while there is an application"
    found = application.findChild(_Mailbox)
    return found if isinstance(found, _Mailbox) else _Mailbox(application)
