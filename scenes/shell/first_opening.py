"""Opens what a window was made for, a scenario or a file, once the window is painted; until then a person may ask."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from metascope.widgets.look.plain import Label
from metascope.widgets.look.translation import translate

if TYPE_CHECKING:  # imports pydantic and numpy, for which the first paint does not wait
    from metascope.simulator.engine.errors import UserError
    from metascope.simulator.engine.files.presets import Preset
    from metascope.simulator.engine.story import Story

log = logging.getLogger("metascope")


class FirstOpening(QObject):
    """What waits to be opened, and the page that is shown meanwhile.

    What opening needs, pyqtgraph and torch above all, is imported only then: the first paint does not wait for it.

    Signals:
        done(opened): what waited was opened, if there was anything that could be.
    """

    done = Signal(bool)

    def __init__(
        self,
        preset: Preset | str | None,
        path: Path | None,
        open_preset: Callable[[Preset | str], bool],
        open_path: Callable[[Path], bool],
        parent: QObject,
    ) -> None:
        """Wait with `preset` or with the file at `path`; the functions open them, and tell whether that succeeded.

        A shipped scenario may be given by its name.
        """
        super().__init__(parent)
        self.page = Label(translate("Window", "Getting ready…"))
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preset, self._path = preset, path
        self._open_preset, self._open_path = open_preset, open_path
        self._painted = False
        self._training = False  # is to begin once what waits is on the stage
        self._works: list[Callable[[], object]] = []  # to be done one after the other
        self._timer = QTimer(self, singleShot=True, interval=0)  # ends with the window, unlike QTimer.singleShot
        self._timer.timeout.connect(self._work)

    @property
    def waits(self) -> bool:
        """Whether a scenario or a file waits to be opened."""
        return self._preset is not None or self._path is not None

    @property
    def waiting(self) -> tuple[Preset | str | None, Path | None]:
        """The scenario or the file that waits to be opened."""
        return self._preset, self._path

    def skip(self) -> None:
        """Open nothing: the window shows something else already."""
        self._painted = True

    @property
    def over(self) -> bool:
        """Whether the window was painted, and nothing waits any more."""
        return self._painted and not self._works and not self._timer.isActive()

    def begin(self) -> None:
        """Open what waits after this paint, if it is the first one."""
        if not self._painted:
            self._painted = True
            log.info("%s", translate("Window", "window painted"))
            if self.waits:
                self.then(*IMPORTS)
            self.then(self._open)

    def then(self, *works: Callable[[], object]) -> None:
        """Do these next, one after the other. Between two of them the window answers, and may be closed."""
        self._works += works
        self._timer.start()

    def stop(self) -> None:
        """Open nothing any more."""
        self._works.clear()
        self._timer.stop()

    def toggle_training(self) -> None:
        """Let what waits train once it is open, or no longer."""
        self._training = not self._training
        text = translate("Window", "Getting ready… Training will start by itself; Space takes that back.")
        self.page.setText(text if self._training else translate("Window", "Getting ready…"))

    def take_training(self) -> bool:
        """Return whether what was opened is to train; asked once."""
        training, self._training = self._training, False
        return training

    def _work(self) -> None:
        work = self._works.pop(0)
        if self._works:
            self._timer.start()
        work()

    def _open(self) -> None:
        preset, path = self._preset, self._path
        self._preset = self._path = None
        opened = False
        try:
            opened = self._open_preset(preset) if preset is not None else path is not None and self._open_path(path)
        finally:
            self.done.emit(opened)


IMPORTS = (
    lambda: import_module("pyqtgraph"),
    lambda: import_module("metascope.scenes.stage.stage"),
)  # what a stage needs


def load_stories(tell: Callable[[UserError], object]) -> None:
    """Import in threads what the program's own stories need.

    Args:
        tell: called once, in the window's thread, if torch is missing or cannot be loaded.
    """
    from metascope.scenes.files.completion import when_done  # what the first paint does not wait for, as below
    from metascope.simulator.engine.running.failures import without_torch  # imports numpy
    from metascope.simulator.engine.story import catalog  # imports pydantic and numpy

    told: list[BaseException] = []

    def report(future: Future[object]) -> None:
        error = future.exception()
        if isinstance(error, ImportError | OSError):
            if not told:
                tell(without_torch(error))
            told.append(error)
        elif error is not None:
            raise error

    for name, story in catalog().stories.items():
        if name not in catalog().plugins:  # they would be waited for, and may raise
            future: Future[object] = Future()
            threading.Thread(target=_load, args=(story, future), name="metascope-loader", daemon=True).start()
            when_done(future, report)


def _load(story: Story, future: Future[object]) -> None:
    try:
        future.set_result(story.load())
    except Exception as error:  # an import may raise anything: `report` tells of it, in the window's thread
        future.set_exception(error)
