"""Passes a person's changes to a run: the settings form, direct manipulation, undo and redo."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from metascope.scenes.runs.run import Run
from metascope.scenes.stage.undo import History, go_to, history, new_stack, note
from metascope.simulator.engine.computing import require_room
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.settings import Settings, declarations, missing_data
from metascope.simulator.engine.steering import Changes, Edit
from metascope.widgets.form.form import SettingsForm
from metascope.widgets.look.text import localized, located
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import setting_text

log = logging.getLogger("metascope.run")


class Steering(QObject):
    """Passes changes on to the run, keeps the form in step with it, and holds the undo stack.

    Signals:
        restart_requested: a person wants a new run with these `Settings`.
        steered: a person changed something in the current run.
        settled: the run has applied changes, and `settings` is up to date.
    """

    restart_requested = Signal(object)
    steered = Signal()
    settled = Signal()

    def __init__(self, run: Run, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._settings = run.settings
        self._taken: Settings | None = None  # the runner's settings that were taken over last
        self._gesture = False  # one is under way
        self._logged = run.recording.steered
        self._titles = {one.name: setting_text(one.title) for one in declarations(type(run.settings))}
        self.form = SettingsForm(type(run.settings), theme)
        self.form.set_values(run.settings.chosen())
        self.undo = new_stack(self)
        self.form.live_changed.connect(self.change)
        self.form.waiting_edited.connect(self._note_edit)
        self.form.restart_requested.connect(lambda: self._restart())
        self.form.reset_requested.connect(self._reset)

    @property
    def settings(self) -> Settings:
        """The run's current settings, with live changes."""
        return self._settings

    def change(self, name: str, value: object, draft: bool = False) -> None:
        """Change a live setting or manipulate the run."""
        self.steered.emit()
        self._gesture = draft
        self._run.runner.change(name, value, draft)

    def look(self) -> None:
        """Take over the results of changes from the run; called a few times per second."""
        runner = self._run.runner
        missing = missing_data(self._settings)  # the stage asks for it
        if problems := [it for it in runner.take_problems() if missing is None or it.where != missing.name]:
            self.form.set_values(self._settings.chosen())
            self.form.show_problems(problems)
            for problem in problems:
                log.warning("%s", located(problem.where, localized(problem.message)))
        for edit in runner.take_edits():
            self._note_change(edit)
        self._take_over()
        self._log_steering()

    def take_back(self) -> None:
        """Undo the last change."""
        self.look()  # so that the newest change is on the stack
        self.undo.undo()

    def do_again(self) -> None:
        """Redo the change that was undone last."""
        self.look()
        self.undo.redo()

    def history(self) -> History:
        """Return what a person has changed and can undo or redo."""
        self.look()
        return history(self.undo)

    def take_history(self, history: History) -> None:
        """Let a person undo and redo what was changed on another stage of this run."""
        for change in history.changes:
            if isinstance(change, Edit):
                self._note_change(change)
            elif isinstance(change, tuple):
                self._note_edit(*change)
        go_to(self.undo, history.done)

    def apply_pending(self, more: Mapping[str, object] | None = None) -> Settings | None:
        """Return the settings with what waits in the form and `more`, or None: problems are shown there."""
        try:
            settings = type(self._run.settings).parse({**self.form.values(), **(more or {})})
            require_room(settings)
        except UserError as error:
            self.form.show_problems(error.problems)
            return None
        return settings

    def title(self, name: str) -> str:
        """Return the translated title of a setting, or the name of a manipulation."""
        return self._titles.get(name, name)

    def _take_over(self) -> None:
        """Show the run's settings where they are others, once all that a person changed is in them."""
        runner = self._run.runner
        if self._gesture or runner.changing:
            return
        settings, taken = runner.settings, self._taken
        if settings is None or settings is taken:
            return
        self._taken = settings
        if taken is None and settings == self._settings:  # as it began: nothing to be put over what a person edits
            return
        self._settings = settings
        self.form.set_values(settings.chosen())
        self.settled.emit()

    def _note_change(self, edit: Edit) -> None:
        again = ((edit.name, edit.value),)
        note(self.undo, self.title(edit.name), lambda: self._apply(edit.back), lambda: self._apply(again), edit)

    def _apply(self, changes: Changes) -> None:
        self._gesture = False
        self.steered.emit()
        for name, value in changes:
            self._run.runner.change(name, value, undoable=False)

    def _note_edit(self, name: str, before: object, after: object) -> None:
        form = self.form
        note(
            self.undo,
            self.title(name),
            lambda: form.show_edit(name, before),
            lambda: form.show_edit(name, after),
            (name, before, after),
        )

    def _restart(self) -> None:
        settings = self.apply_pending()
        if settings is not None:
            self.restart_requested.emit(settings)

    def _reset(self) -> None:
        edits = self.form.edits()
        for name in {**edits.values, **edits.texts}:
            self.form.show_edit(name, self._settings.chosen()[name])
        self.restart_requested.emit(self._run.preset.settings)

    def _log_steering(self) -> None:
        if self._run.recording.steered == self._logged:
            return
        steering = self._run.recording.steering
        for event in steering[self._logged :]:
            if not event.draft:
                text = self.tr("{name} = {value} after meta-step {step}")
                value = json.dumps(event.value, ensure_ascii=False, default=str)
                log.info("%s", text.format(name=self.title(event.name), value=value, step=event.step))
        self._logged = len(steering)
