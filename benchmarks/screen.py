"""Opens the window as a person sees it, and times what happens in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from metascope.scenes.shell.application import new_window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.start.lean_imports import import_leanly
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.history.allocating import give_back_large_arrays
from metascope.simulator.engine.running.collecting import collect_between_runs
from metascope.simulator.engine.running.turns import take_short_turns
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.plots.views.plot import PlotView

LONGEST = 120.0  # seconds that a meta-step may take
_DEFERRED_DELETE = 52  # QEvent.Type.DeferredDelete


class PaintClock(QObject):
    """Records when a widget is painted: `stamps`, in seconds of `perf_counter`."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.stamps: list[float] = []
        self._loop: QEventLoop | None = None
        self._since: Callable[[], float] = lambda: float("inf")
        widget.installEventFilter(self)

    def wait(self, since: Callable[[], float], seconds: float = 30.0) -> None:
        """Run Qt's event loop until a picture has been painted that was begun after `since`.

        Nothing is asked meanwhile: a timer that wakes each millisecond takes the interpreter from the worker.

        Raises:
            TimeoutError: none was within `seconds`.
        """
        self._loop, self._since = QEventLoop(), since
        end = QTimer(singleShot=True, interval=round(1000 * seconds))
        end.timeout.connect(self._loop.quit)
        end.start()
        self._loop.exec()
        self._loop = None
        if not self._reached():
            raise TimeoutError(f"nothing was painted within {seconds:g} s")

    def _reached(self) -> bool:
        return any(stamp > self._since() for stamp in self.stamps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.stamps.append(time.perf_counter())
            if self._loop is not None and self._reached():
                QTimer.singleShot(0, self._loop, self._loop.quit)  # once it is painted
        return False


class FrameClock(QObject):
    """Records when frames are on the screen, in seconds of `perf_counter`: painted, unless they look like the last."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.stamps: list[float] = []
        self._painted = QTimer(self, singleShot=True, interval=0)  # after posted events, unlike QTimer.singleShot(0)
        self._painted.timeout.connect(lambda: self.stamps.append(time.perf_counter()))
        stage.playback.drawn.connect(lambda _: self._painted.start())


def application() -> QApplication:
    """Return the application of this process."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication), "an application without widgets cannot have a window"
    LIGHT.apply(app)
    import_leanly()  # this and the following as the program itself does
    give_back_large_arrays()
    collect_between_runs()
    take_short_turns()
    return app


def wait(until: Callable[[], object], seconds: float = 30.0) -> None:
    """Run Qt's event loop until something is true, checked every millisecond.

    Raises:
        TimeoutError: it was not true within `seconds`.
    """
    loop, end = QEventLoop(), time.perf_counter() + seconds
    timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: loop.quit() if until() or time.perf_counter() > end else None)
    timer.start()
    loop.exec()
    timer.stop()
    if not until():
        raise TimeoutError(f"the window did not get there within {seconds:g} s")


def live(seconds: float) -> None:
    """Run Qt's event loop for `seconds`."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def picture(stage: Stage) -> QWidget:
    """Return the widget with the stage's largest picture."""
    view = next(view for view in stage.scene.views() if isinstance(view, PlotView))
    return view.viewport()


@contextmanager
def opened(app: QApplication, preset: Preset) -> Iterator[Stage]:
    """Open the window on a scenario, and enter the context once its first picture is on the screen."""
    window = new_window(LIGHT, preset)
    window.show()
    try:
        wait(lambda: window.stage is not None and window.stage.playback.shown is not None, LONGEST)
        assert window.stage is not None, "it was waited for"
        live(0.5)
        yield window.stage
    finally:
        run = None if window.stage is None else window.stage.run
        window.close()
        if run is not None:
            run.end(patience=LONGEST)  # a long meta-step would go on beside the next window, or abort the process's end
        window.deleteLater()
        app.sendPostedEvents(None, _DEFERRED_DELETE)
