"""Keeps how far a person has come in each lesson, between starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QSettings

from metascope.scenes.kept import store
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.text import say

MOST = 200  # lessons; the oldest are forgotten
_KEY = "lessons/progress"


@dataclass(frozen=True)
class Progress:
    """How far a person has come in a lesson."""

    step: str = ""  # the name of the step that they are at; empty: none was begun
    reached: int = 0  # its index
    done: bool = False  # it was finished once


class LessonProgress:
    """The progress of every lesson, by its name or its file's path. `problems` holds what could not be read."""

    def __init__(self, kept_in: QSettings | None) -> None:
        self._store = kept_in
        self.problems: tuple[Problem, ...] = ()
        self._known: dict[str, Progress] = {}
        try:
            self._known = _read(store.read(kept_in, _KEY))
        except UserError as error:
            self.problems = error.problems

    def of(self, key: str) -> Progress:
        """Return how far a lesson is done."""
        return self._known.get(key, Progress())

    def keep(self, key: str, step: str, reached: int) -> None:
        """Keep at which step a person is."""
        self._put(key, replace(self.of(key), step=step, reached=reached))

    def finish(self, key: str) -> None:
        """Keep that a lesson is done; it begins at its first step again."""
        self._put(key, Progress(done=True))

    def _put(self, key: str, progress: Progress) -> None:
        if self._known.get(key) == progress:
            return
        self._known.pop(key, None)
        self._known[key] = progress
        for oldest in list(self._known)[:-MOST]:
            del self._known[oldest]
        found = {key: [it.step, it.reached, it.done] for key, it in self._known.items()}
        store.write(self._store, _KEY, found)


def _read(value: object) -> dict[str, Progress]:
    """Return the stored progress.

    Raises:
        UserError: it is none.
    """
    listed = {} if value is None else value
    if not isinstance(listed, Mapping) or not all(isinstance(key, str) and _fits(it) for key, it in listed.items()):
        raise UserError([Problem(_KEY, say("must hold a step for each lesson"))])
    return {key: Progress(*it) for key, it in list(listed.items())[-MOST:]}


def _fits(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 3
        and isinstance(value[0], str)
        and type(value[1]) is int
        and 0 <= value[1] < 1000
        and isinstance(value[2], bool)
    )
