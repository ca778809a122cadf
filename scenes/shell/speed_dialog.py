"""Shows how fast the open scenario trains on this computer, by its reference and by compiled kernels."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.files.completion import when_done
from metascope.scenes.runs.run import Run
from metascope.simulator.engine.computing import ENGINE, Engine
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.running.speed import Speeds, race
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import Story, all_stories
from metascope.simulator.engine.text import say
from metascope.widgets.look.plain import Label
from metascope.widgets.look.text import localized, number
from metascope.widgets.look.theme import GRID

SECONDS = 10.0  # that it takes, of one core
THREAD = "metascope-speed"
_GLANCE = 200  # ms


class SpeedDialog(QDialog):
    """Trains the scenario of a run by both engines in turn, beside the run, which pauses. Closing it ends that."""

    def __init__(self, run: Run, parent: QWidget | None = None, *, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._halt, self._speeds = Event(), Speeds()
        halt = self._halt  # without the dialog, which is gone by then
        self.destroyed.connect(lambda: halt.set())
        self.setWindowTitle(self.tr("Speed on this computer"))
        self.reference, self.compiled, self.verdict = Label(), Label(), Label()
        self.verdict.setWordWrap(True)
        self._bar = QProgressBar()
        self._lay_out()
        run.runner.pause()
        self._timer = QTimer(self, interval=_GLANCE)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=THREAD)
        story = all_stories()[run.preset.story]
        when_done(self._thread.submit(self._race, story, run.settings, seconds), self._end)
        self._thread.shutdown(wait=False)
        self._look()

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.addRow(self.tr("Reference"), self.reference)
        rows.addRow(self.tr("Compiled kernels"), self.compiled)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(self._bar)
        column.addWidget(self.verdict)
        column.addWidget(buttons)
        self.setMinimumWidth(52 * GRID)
        self.verdict.setText(self.tr("The open scenario trains with each in turn, on one core; its run pauses."))

    def _race(self, story: Story, settings: Settings, seconds: float) -> Speeds:
        """Measure; called in a thread of its own."""
        if not hasattr(settings, ENGINE) or not _has_kernels(story, settings):
            raise refuse("", say("This scenario has no compiled kernels."))
        return race(partial(_made, story, settings), seconds, self._take, self._halt)

    def _take(self, speeds: Speeds) -> None:
        self._speeds = speeds  # replaced as a whole: the timer reads it

    def _look(self) -> None:
        speeds = self._speeds
        for label, rate in ((self.reference, speeds.reference), (self.compiled, speeds.compiled)):
            label.setText(self.tr("{rate} meta-steps/s").format(rate=number(rate, 3) if rate else "–"))
        self._bar.setValue(round(100 * speeds.share))

    def _end(self, done: Future[Speeds]) -> None:
        if self._halt.is_set():
            return
        self._timer.stop()
        self._bar.hide()
        try:
            self._speeds = done.result()
            self._look()
            text = self.tr("Compiled kernels are {ratio} times as fast here.")
            self.verdict.setText(text.format(ratio=number(self._speeds.ratio, 2)))
        except CancelledError:
            return
        except UserError as error:
            self.verdict.setText("\n".join(localized(problem.message) for problem in error.problems))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """End the measurement; what is deleted without being closed ends it too."""
        self._halt.set()
        self._timer.stop()
        super().closeEvent(event)


def _has_kernels(story: Story, settings: Settings) -> bool:
    kernels = getattr(story.load(), "kernels", lambda settings: ())
    return bool(kernels(settings))


def _made(story: Story, settings: Settings, engine: Engine) -> Simulation:
    return story.load()(settings.replaced(**{ENGINE: engine}))
