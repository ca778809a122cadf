"""A person's hands on a run: the settings form, direct manipulation, and taking back what they did."""

from __future__ import annotations

import json
import logging
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from scenes.runs.run import Run
from scenes.stage.undo import new_stack, note
from simulator.engine.errors import UserError
from simulator.engine.settings import Settings, declarations
from simulator.engine.steering import Changes as Back
from simulator.engine.steering import Deed
from widgets.form.form import SettingsForm
from widgets.look.text import localized
from widgets.look.theme import Theme
from widgets.look.translation import setting_text

log = logging.getLogger("metascope.run")


class Changes(QObject):
    """Passes changes on to the run, keeps the form true to it, and keeps the stack of what can be undone.

    Signals:
        restart_requested: a person wants a new run with these `Settings`.
        steered: a person changed something in the run as it is now.
        settled: the run has taken changes over; `settings` are as they are now.
    """

    restart_requested = Signal(object)
    steered = Signal()
    settled = Signal()

    def __init__(self, run: Run, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._settings = run.settings
        self._asked: Future[Settings] | None = None
        self._logged = run.recording.steered
        self._titles = {one.name: setting_text(one.title) for one in declarations(type(run.settings))}
        self.form = SettingsForm(type(run.settings), theme)
        self.form.set_values(run.settings.model_dump(mode="json"))
        self.undo = new_stack()
        self.form.live_changed.connect(self.change)
        self.form.waiting_edited.connect(self._note_edit)
        self.form.restart_requested.connect(self._restart)
        self.form.reset_requested.connect(lambda: self.restart_requested.emit(run.preset.settings))
        if run.recording.steered:
            self._ask()

    @property
    def settings(self) -> Settings:
        """The run's settings as they are now, live changes included."""
        return self._settings

    def change(self, name: str, value: object, draft: bool = False) -> None:
        """Change a live setting or manipulate the run, as a person does."""
        self.steered.emit()
        self._run.runner.change(name, value, draft)
        if not draft:
            self._ask()

    def look(self) -> None:
        """Take over what the run made of changes; called a few times a second."""
        runner = self._run.runner
        if problems := runner.take_problems():
            self.form.set_values(self._settings.model_dump(mode="json"))
            self.form.show_problems(problems)
            for problem in problems:
                log.warning("%s", ": ".join(filter(None, (problem.where, localized(problem.message)))))
        for deed in runner.take_deeds():
            self._note_deed(deed)
        if self._asked is not None and self._asked.done():
            if not self._asked.cancelled() and self._asked.exception() is None:
                self._settings = self._asked.result()
                self.form.set_values(self._settings.model_dump(mode="json"))
                self.settled.emit()
            self._asked = None
        self._log_steering()

    def take_back(self) -> None:
        """Take the last deed back."""
        self.look()  # what was done a moment ago is among the deeds then
        self.undo.undo()

    def do_again(self) -> None:
        """Do again what was taken back last."""
        self.look()
        self.undo.redo()

    def title(self, name: str) -> str:
        """Return a setting's title in the person's language; of a manipulation its name."""
        return self._titles.get(name, name)

    def _ask(self) -> None:
        self._asked = self._run.runner.ask(lambda simulation: simulation.settings)

    def _note_deed(self, deed: Deed) -> None:
        again = ((deed.name, deed.value),)
        note(self.undo, self.title(deed.name), lambda: self._apply(deed.back), lambda: self._apply(again))

    def _apply(self, changes: Back) -> None:
        self.steered.emit()
        for name, value in changes:
            self._run.runner.change(name, value, undoable=False)
        self._ask()

    def _note_edit(self, name: str, before: object, after: object) -> None:
        form = self.form
        note(
            self.undo,
            self.title(name),
            lambda: form.show_edit(name, before),
            lambda: form.show_edit(name, after),
        )

    def _restart(self, values: dict[str, object]) -> None:
        try:
            settings = type(self._run.settings).parse(values)
        except UserError as error:
            self.form.show_problems(error.problems)
            return
        self.restart_requested.emit(settings)

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
