"""Compiles the kernels in a process of low priority while the window is used, once per machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QTimer, Signal

if TYPE_CHECKING:  # is imported when there is something to do
    from metascope.simulator.engine.compiling.preparing import Event

SOON = 3000  # ms after it was asked for: what a person opens first comes first
PATIENCE = 1000  # ms that the process has to end by itself, and the system to end it


@final
class KernelPreparation(QObject):
    """The process that compiles what is missing. It ends with this object; what it had finished by then stays.

    Signals:
        told: how far it is, in words; empty when there is nothing to do any more.
        failed: why some kernels cannot be used on this computer, or why none were compiled, once.
        made: a kernel has become ready.
    """

    told = Signal(str)
    failed = Signal(str)
    made = Signal()

    def __init__(self, parent: QObject, *, soon: int = SOON) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._tell_if_missing)
        self._ending = QElapsedTimer()  # since it was to end
        self._reasons: list[str] = []
        self._ended = 0  # kernels that are ready, or failed: they are made in an order of their own
        self._later = QTimer(self, singleShot=True, interval=soon)
        self._later.timeout.connect(self._begin)

    def start(self) -> None:
        """Start it soon; where numba is not installed, say so instead."""
        self._later.start()

    def let_end(self) -> None:
        """Have it end by itself, and the process in which it checks a kernel, without waiting for them.

        It finishes a file that it is writing.
        """
        self._later.stop()
        self._process.blockSignals(True)
        self._process.closeWriteChannel()
        if not self._ending.isValid():
            self._ending.start()

    def stop(self) -> None:
        """End it as `let_end` does, and see to it that it has ended."""
        self.let_end()
        if not self._process.waitForFinished(max(0, PATIENCE - self._ending.elapsed())):
            self._process.kill()
            self._process.waitForFinished(PATIENCE)

    @property
    def working(self) -> bool:
        """Whether kernels are being compiled."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _begin(self) -> None:
        from metascope.simulator.engine.compiling import preparing

        if preparing.installed():
            self._ended = 0
            self._process.setWorkingDirectory(str(preparing.ROOT))
            self._process.start(sys.executable, ["-m", preparing.__name__, preparing.LOW, preparing.BOUND])
        else:
            self.failed.emit(self.tr("numba, which compiles them, is not installed"))

    def _read(self) -> None:
        from metascope.simulator.engine.compiling.preparing import Event

        while self._process.canReadLine():
            event = Event.read(bytes(self._process.readLine().data()).decode("utf-8", "replace"))
            if event is not None:
                self._follow(event)

    def _follow(self, event: Event) -> None:
        if event.state == "compiling":
            text = self.tr("Preparing fast kernels: {place} of {count}")
            self.told.emit(text.format(place=min(self._ended + 1, event.count), count=event.count))
            return
        self._ended += 1
        if event.state == "failed":
            self._reasons.append(": ".join(filter(None, (event.kernel, event.reason))))
        else:
            self.made.emit()

    def _tell_if_missing(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # all others are followed by `finished`
            text = self.tr("the process that compiles them cannot be started: {reason}")
            self.failed.emit(text.format(reason=self._process.errorString()))

    def _end(self, status: int, how: QProcess.ExitStatus) -> None:
        from metascope.simulator.engine.compiling import preparing

        self._read()
        self.told.emit("")
        if how is QProcess.ExitStatus.CrashExit or status not in (0, preparing.LACKING):
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            text = self.tr("the process that compiles them ended early, with status {status}").format(status=status)
            self._reasons.append(": ".join((text, *said.splitlines()[-1:]))[:300])
        if self._reasons:
            self.failed.emit("; ".join(self._reasons))
            self._reasons.clear()
