"""Watches a lesson that was refused when it was opened: mended in an editor, it is begun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from metascope.scenes.lessons.watching import FileWatch
from metascope.scenes.stage.host import Host
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files.atomic import read_json
from metascope.simulator.engine.lessons.parsing import is_lesson
from metascope.simulator.engine.text import say
from metascope.widgets.look.translation import translate


class Mending:
    """The refused file that is watched, if one is: until a lesson begins."""

    def __init__(self, host: Host, open: Callable[[Path], object]) -> None:
        """Watch for `open`, which begins the lesson in a file, or waits for it again and raises a `UserError`."""
        self._host, self._open = host, open
        self._watch: FileWatch | None = None

    def wait_for(self, path: Path, error: UserError) -> UserError:
        """Watch a file that was refused, and return what to tell: what is wrong, and that it is watched."""
        if not path.is_file():
            return error
        self.stop()
        self._watch = FileWatch(path, self._host)
        self._watch.changed.connect(lambda: self._look(path))
        told = say("the file is watched: a lesson in it begins as soon as it is saved without mistakes")
        return UserError([*error.problems, Problem("", told)])

    def stop(self) -> None:
        """Watch no longer."""
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None

    def _look(self, path: Path) -> None:
        """Begin the lesson, or tell what is wrong now. A file that is gone may come back; another kind is let alone."""
        if not path.is_file():
            return
        try:
            if not is_lesson(read_json(path)):
                self.stop()
                return
        except UserError:
            pass  # told when it is opened
        if self._host.attempt(lambda: self._open(path)):
            self._host.inform(translate("Lessons", "No mistakes are left in {name}.").format(name=path.name))
