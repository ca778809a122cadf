"""Undoes what a person has changed since a step of a lesson began, where the lesson goes back to that step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metascope.scenes.runs.run import Run
from metascope.scenes.stage.stage import Stage
from metascope.scenes.stage.undo import EDITS
from metascope.simulator.engine.settings import Settings


@dataclass(frozen=True)
class _Begun:
    """A run as it was when a step began."""

    run: Run
    done: int  # changes that could be undone
    settings: Settings
    tried: tuple[Mapping[str, float], ...]  # in each view


class StepsBegun:
    """What was changed in the run, and tried in its views, when each step of a lesson began."""

    def __init__(self) -> None:
        self._known: dict[int, _Begun] = {}

    def note(self, index: int, stage: Stage) -> None:
        """Note how the run is as a step begins."""
        done = stage.steering.history().done
        tried = tuple(view.tried() for view in stage.scene.all_views())
        self._known[index] = _Begun(stage.run, done, stage.settings, tried)

    def forget(self) -> None:
        """Forget all steps: a lesson begins."""
        self._known.clear()

    def undo_to(self, index: int, stage: Stage) -> bool:
        """Undo what was changed in the run on the stage since a step began; return whether that is known.

        The run undoes it when it comes to it: it is `settled` then.
        """
        begun = self._known.get(index)
        if begun is None or begun.run is not stage.run:
            return False
        for view, tried in zip(stage.scene.all_views(), begun.tried, strict=True):
            view.try_out(tried)
        stack = stage.steering.undo
        stage.steering.look()  # so that the newest change is on the stack
        if stack.count() >= EDITS and stage.settings != begun.settings:
            return False  # the first changes are no longer known
        if stack.index() > begun.done:
            stack.setIndex(begun.done)
        return True


def settled(stage: Stage) -> bool:
    """Return whether the run on the stage has come to everything that it was told to change."""
    stage.steering.look()
    return not stage.run.runner.changing
