"""The window as a person has it before them, and what can be clocked in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from scenes.stage import Stage
from scenes.window import Window
from simulator.engine.presets import Preset
from widgets.theme import LIGHT

_DEFERRED_DELETE = 52  # QEvent.Type.DeferredDelete


class PaintClock(QObject):
    """Notes when a widget is painted: `stamps`, in seconds of `perf_counter`."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.stamps: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.stamps.append(time.perf_counter())
        return False


def application() -> QApplication:
    """Return the one application of this process."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication), "an application without widgets cannot have a window"
    LIGHT.apply(app)
    return app


def endless(preset: Preset, **settings: object) -> Preset:
    """Return the scenario as fast as it goes and without an end, with some settings exchanged."""
    return replace(preset, pace=None, settings=preset.settings.replaced(steps=10_000_000, **settings))


def wait(app: QApplication, until: Callable[[], object], seconds: float = 30.0) -> None:
    """Let the window live until something is true, at most so long."""
    end = time.perf_counter() + seconds
    while not until():
        if time.perf_counter() > end:
            raise TimeoutError("the window did not get there")
        app.processEvents()
        time.sleep(0.001)


def live(app: QApplication, seconds: float) -> None:
    """Let the window live for so long, in Qt's own event loop."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


@contextmanager
def opened(app: QApplication, preset: Preset) -> Iterator[Stage]:
    """Open the window on a scenario; when this is entered, its first picture is on the screen."""
    window = Window(LIGHT, preset)
    window.show()
    try:
        wait(app, lambda: window.stage is not None and window.stage.playback.shown is not None)
        assert window.stage is not None, "it was waited for"
        live(app, 0.5)
        yield window.stage
    finally:
        window.close()
        window.deleteLater()
        app.sendPostedEvents(None, _DEFERRED_DELETE)
