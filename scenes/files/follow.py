"""Follows session files that other processes write: waits for them, and puts their runs on the stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from metascope.scenes.runs.followed import FollowedRunner
from metascope.scenes.runs.run import follow_run
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.following import Following
from metascope.widgets.look.translation import translate
from metascope.widgets.window.progress import JobProgress

if TYPE_CHECKING:
    from metascope.scenes.desk.run_tree import RunTree
    from metascope.scenes.runs.run import Run
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage

GLANCE = 100  # ms between two looks at whether a file that is waited for has come
PATIENCE = 0.5  # seconds that a look at a file may take when nobody waits for it any more


@dataclass(frozen=True, eq=False)
class _Awaited:
    following: Following
    progress: JobProgress


class Follow(QObject):
    """The files that a window waits for until they have a frame; from then on they are runs like others.

    To open something else meanwhile ends the waiting.

    Args:
        window: whose stage shows the runs.
        tree: its runs: a file that one of them follows already is not followed again.
        opened: is told of each path whose run came on the stage.
        open_ended: opens a file whose run has ended already.
    """

    def __init__(
        self, window: Host, tree: RunTree, opened: Callable[[Path], object], open_ended: Callable[[Path], object]
    ) -> None:
        super().__init__(window)
        self._window, self._tree, self._opened, self._open_ended = window, tree, opened, open_ended
        self._awaited: dict[Path, _Awaited] = {}
        self._timer = QTimer(self, interval=GLANCE)
        self._timer.timeout.connect(self._look)
        window.stage_opened.connect(self._give_way)

    @property
    def awaited(self) -> tuple[Path, ...]:
        """The files that are waited for."""
        return tuple(self._awaited)

    def begin(self, path: Path) -> bool:
        """Follow the file at `path`; return whether its run is on the stage already. Else it is waited for.

        Raises:
            UserError: it is there and cannot be followed.
        """
        path = path.absolute()
        if path in self._awaited:
            return False
        if (run := self._followed(path)) is not None:
            if self._window.stage is None or self._window.stage.run is not run:
                self._window.show_run(run)
            return True
        following = Following(path, self._window.preferences.budget)
        following.look()
        if following.newest is None and following.problem is None:
            self._wait(path, following)
            return False
        self._show(path, following)
        return True

    def _followed(self, path: Path) -> Run | None:
        """Return the run that follows the file at `path` already, None where it has ended or another one is there."""
        for node in self._tree.nodes:
            runner = node.run.runner
            if isinstance(runner, FollowedRunner) and runner.following.path == path:
                following = runner.following
                if not following.replaced and following.stage != "ended":
                    return node.run
        return None

    def close(self) -> None:
        """Wait for nothing any more."""
        for path in self.awaited:
            self._forget(path).stop(PATIENCE)

    def _wait(self, path: Path, following: Following) -> None:
        progress = JobProgress(self.tr("Waiting for {name}").format(name=path.name), self._window.theme)
        progress.show_busy()
        progress.cancelled.connect(partial(self._cancel, path))
        self._window.statusBar().addPermanentWidget(progress)
        progress.show()
        self._awaited[path] = _Awaited(following, progress)
        self._window.say(_promise(path))
        following.start()
        self._timer.start()

    def _look(self) -> None:
        for path, one in list(self._awaited.items()):
            if path in self._awaited and (one.following.newest is not None or one.following.problem is not None):
                self._window.attempt(partial(self._show, path, self._forget(path)))

    def _show(self, path: Path, following: Following) -> None:
        """Put the run on the stage.

        Raises:
            UserError: it cannot be read, or not be drawn.
        """
        from metascope.scenes.unseen.guard import try_out  # imports pyqtgraph, so not before the first paint

        head = following.head
        try:
            if following.problem is not None:
                raise following.problem
            assert head is not None, "a frame was read"
            try_out(head, following.recording, str(path), self._window.theme)
        except UserError:
            following.stop(PATIENCE)
            raise
        if following.stage == "ended":
            following.stop(PATIENCE)
            self._open_ended(path)
            self._window.inform(self.tr("The run in {name} has ended, so it was opened.").format(name=path.name))
            return
        if not following.started:
            following.start()
        self._window.show_run(follow_run(following, self._window.preferences.torch_threads))
        self._opened(path)

    def _cancel(self, path: Path) -> None:
        self._forget(path).stop(0.0)

    def _give_way(self, stage: Stage) -> None:
        if not stage.run.follows:
            for path in self.awaited:
                self._cancel(path)

    def _forget(self, path: Path) -> Following:
        one = self._awaited.pop(path)
        one.progress.deleteLater()
        if (bar := self._window.statusBar()).currentMessage() == _promise(path):
            bar.clearMessage()
        if not self._awaited:
            self._timer.stop()
        return one.following


def _promise(path: Path) -> str:
    """Return what the status bar says while a file is waited for."""
    return translate("Follow", "{name} is followed as soon as there is a run in it").format(name=path.name)
