"""Opens the scenario on the stage again with other settings; a run that trains there waits for no bad data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QObject, QTimer

from metascope.scenes.runs.run import Run, start_run
from metascope.scenes.stage.host import Host
from metascope.simulator.engine.computing import FOLDER
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings
from metascope.widgets.form.form import Edits

if TYPE_CHECKING:
    from metascope.scenes.stage.stage import Stage

PERIOD = 50  # ms between looks at the run that is getting ready


@final
class Restarts(QObject):
    """Starts runs that take the place of the one on the stage.

    Where data of a person's are read, which may be bad, and the run on the stage trains, it trains on until the new
    one is ready. Data that cannot be used are told in one notice, and nothing else happens.

    Args:
        host: the window.
        succeed: puts a run in the place of the one on a stage; the third argument tells whether it is to train.
    """

    def __init__(self, host: Host, succeed: Callable[[Stage, Run, bool], None]) -> None:
        super().__init__(host)
        self._host, self._succeed = host, succeed
        self._tried: Run | None = None  # it is getting ready off the stage
        self._timer = QTimer(self, interval=PERIOD)
        self._timer.timeout.connect(self._look)
        host.stage_closing.connect(lambda _: self.cancel())

    def restart(self, stage: Stage, settings: Settings, train: bool = False) -> None:
        """Start a run of a stage's scenario with these settings; `train` it if it comes onto the stage at once."""
        self.cancel()
        try:
            run = start_run(stage.run.preset, settings, self._host.preferences.torch_threads)
        except UserError as error:
            self._host.tell(error)
            return
        if stage.run.runner.state is not RunState.RUNNING or not getattr(settings, FOLDER, ""):
            self._succeed(stage, run, train)
            return
        self._tried = run
        self._timer.start()
        self._host.say(self.tr("Reading the data; the run here trains on until they are there"))

    def cancel(self) -> None:
        """End the run that is getting ready, if there is one."""
        run = self._taken()
        if run is not None:
            run.end(0.0)

    def _look(self) -> None:
        stage, tried = self._host.stage, self._tried
        if stage is None or tried is None or tried.runner.state is RunState.PREPARING:
            return
        run = self._taken()
        assert run is tried
        problems = run.runner.take_problems() if run.runner.state is RunState.FAILED else ()
        if not problems:  # a failure that is no fault of the settings is told where the run is seen
            self._succeed(stage, run, False)
            return
        run.end(0.0)
        stage.form.show_problems(problems)
        self._host.say("")
        self._host.tell(UserError(replace(it, where=stage.steering.title(it.where)) for it in problems))

    def _taken(self) -> Run | None:
        """Return the run that is getting ready, which is looked at no longer."""
        self._timer.stop()
        run, self._tried = self._tried, None
        return run


def left_over(stage: Stage, settings: Settings) -> Edits:
    """Return what waits in the form of a stage and is not in the settings of the run that comes after."""
    edits, taken = stage.form.edits(), settings.model_dump(mode="json")
    return Edits({name: value for name, value in edits.values.items() if value != taken[name]}, edits.texts)
