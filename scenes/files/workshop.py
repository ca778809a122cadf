"""Makes what a window is worked with, and its first paint does not wait for: runs, files, and what is kept of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QSettings

from metascope.scenes.desk.desk import Desk
from metascope.scenes.desk.moments import Moments
from metascope.scenes.desk.restarts import Restarts
from metascope.scenes.files.crash_recovery import CrashRecovery
from metascope.scenes.files.open_and_save import FileActions
from metascope.scenes.kept.store import state_folder

if TYPE_CHECKING:
    from metascope.scenes.runs.run import Run
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage


@final
class Workshop:
    """The helpers of one window that need a run, or files.

    Args:
        window: whose they are.
        store: keeps what lasts between starts; without it nothing is kept.
        succeed: puts a run in the place of the one on a stage; see `Restarts`.
    """

    def __init__(self, window: Host, store: QSettings | None, succeed: Callable[[Stage, Run, bool], None]) -> None:
        self.desk = Desk(window)
        self.file_actions = FileActions(window, store, self.desk.tree)
        self.moments = Moments(window, self.desk)
        kept = store is not None
        self.crash_recovery = CrashRecovery(window, self.desk, state_folder() / "autosave") if kept else None
        self.restarts = Restarts(window, succeed)

    def close(self) -> None:
        """Store what is to last, and end the runs."""
        if self.crash_recovery is not None:
            self.crash_recovery.close()
        self.desk.close()
