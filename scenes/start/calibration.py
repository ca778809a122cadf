"""Measures once, in a process of low priority while the start page is idle, how fast this computer is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QSettings, QTimer, Signal

from metascope.scenes.kept.machine_speed import read_speed, write_speed
from metascope.simulator.engine.cli import calibrating
from metascope.simulator.engine.cli.calibrating import Speed, machine, read

SOON = 8000  # ms after the window is shown, and between two looks at whether anything is to be done
PATIENCE = 1000  # ms that the process has to end


@final
class Calibration(QObject):
    """How fast this computer is, as kept in the store, and the process that measures it where that is not known.

    Signals:
        measured: a speed has been measured: the `Speed`.
    """

    measured = Signal(object)

    def __init__(
        self, kept_in: QSettings | None, busy: Callable[[], bool], parent: QObject, *, soon: int = SOON
    ) -> None:
        """Read what is kept in the store; `busy` tells whether the person or a run has use for the processor."""
        super().__init__(parent)
        self._store, self._busy = kept_in, busy
        self._known = read_speed(kept_in)
        self._machine = ""
        self._process = QProcess(self)
        self._process.setWorkingDirectory(str(calibrating.ROOT))
        self._process.finished.connect(self._end)
        self._later = QTimer(self, singleShot=True, interval=soon)
        self._later.timeout.connect(self._begin)

    @property
    def speed(self) -> Speed | None:
        """The speed, None where it is not known."""
        return None if self._known is None else self._known[0]

    @property
    def working(self) -> bool:
        """Whether it is being measured."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Measure soon, once nothing else is to be done, unless the speed of this very machine is known."""
        self._later.start()

    def yield_to_run(self) -> None:
        """Measure later: a run begins, which is not to be disturbed."""
        if self.working:
            self._stop_process()
            self._later.start()

    def stop(self) -> None:
        """Measure no more."""
        self._later.stop()
        if self.working:
            self._stop_process()

    def _stop_process(self) -> None:
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(PATIENCE)
        self._process.blockSignals(False)

    def _begin(self) -> None:
        self._machine = self._machine or machine()
        if self._known is not None and self._known[1] == self._machine:
            return
        if self._busy():
            self._later.start()
            return
        surroundings = QProcessEnvironment.systemEnvironment()
        for name, value in calibrating.SINGLE.items():
            surroundings.insert(name, value)
        self._process.setProcessEnvironment(surroundings)
        self._process.start(sys.executable, ["-m", calibrating.__name__])

    def _end(self) -> None:
        """Keep what was measured; where that failed, the times stay those of the other computer."""
        said = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        try:
            speed = read(said)
        except ValueError:
            return
        self._known = speed, self._machine
        write_speed(self._store, speed, self._machine)
        self.measured.emit(speed)
