"""A long piece of work on the window's thread, in slices so short that the window lives, with its progress shown."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from typing_extensions import override

from metascope.simulator.engine.errors import UserError
from metascope.widgets.window.progress import JobProgress

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host

SLICE = 0.010  # seconds of work at a time
PAUSE = 4  # ms between two slices, left to the window

Work = Generator[bool, None, object]  # yields whether there is more to do right away, and returns what was made


class SlicedJob(QObject):
    """Does one piece of work while the window and the training continue. Abstract.

    The job ends by itself, by `cancel`, or with the window that is its parent. Then `_release` is called, once.

    Signals:
        progressed(done, total, seconds_left): parts that are done; the seconds are an estimate.
        finished(made): what the work returned.
        failed(error): the `UserError` that says why there is nothing.
        ended: the job is over, in whichever way; emitted once, as the last signal.
    """

    progressed = Signal(int, int, float)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._work: Work | None = None
        self._window = window
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._advance)

    def begin(self, work: Work) -> None:
        """Begin this work; it goes on from a timer."""
        self._work = work
        self._timer.start()
        self._window.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether the job is still in progress."""
        return self._work is not None

    def cancel(self) -> None:
        """Stop; no incomplete file is left."""
        if self.busy:
            self._end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close and watched is self._window:
            self.cancel()
        return False

    def _release(self) -> None:
        """Give back what the job holds; what it has written incompletely, it deletes."""
        raise NotImplementedError

    def _advance(self) -> None:
        """Work for one slice of time, unless there is something to wait for."""
        assert self._work is not None, "the timer runs as long as there is work"
        until, over = time.perf_counter() + SLICE, True
        try:
            while next(self._work) and time.perf_counter() < until:
                pass
            over = False
        except StopIteration as done:
            self.finished.emit(done.value)
        except UserError as error:
            self.failed.emit(error)
        finally:  # an unexpected error also ends the job
            if over:
                self._end()

    def _end(self) -> None:
        work, self._work = self._work, None
        self._timer.stop()
        if work is not None:
            work.close()
        self._release()
        self.deleteLater()
        self.ended.emit()


def show_progress(window: Host, job: SlicedJob, name: str) -> None:
    """Show a job in the status bar until it ends, with a button to cancel it, and tell why it fails."""
    progress = JobProgress(name, window.theme)
    window.statusBar().addPermanentWidget(progress)
    progress.cancelled.connect(job.cancel)
    job.progressed.connect(progress.show_progress)
    job.failed.connect(window.tell)
    job.ended.connect(progress.deleteLater)
