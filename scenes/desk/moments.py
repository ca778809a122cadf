"""Opens a moment: its scenario, trained to the meta-step, then the inner tick, the method and the view to look at."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QObject, QTimer, Signal

from metascope.scenes.desk.desk import Desk
from metascope.scenes.runs.run import Run
from metascope.scenes.stage.host import Host
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.moment import Moment
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.text import say
from metascope.widgets.window.progress import JobProgress

if TYPE_CHECKING:
    from metascope.scenes.stage.stage import Stage  # imports pyqtgraph, for which the first paint does not wait

PERIOD = 50  # ms between two looks at the run on its way


@final
class Moments(QObject):
    """Brings a moment onto the stage. A run of the same settings that was there or is on its way is gone on with.

    While it trains, the status bar shows how far it is and offers to cancel. Whoever pauses the run, puts another one
    on the stage or leaves for the gallery cancels too; the run stays where it is then.

        moments = Moments(window, window.desk)
        moments.looked.connect(lambda moment: print(moment.view))
        moments.open(moment)

    Signals:
        looked: a moment is on the stage as asked for: the `Moment`.
        cancelled: it is not, and will not be: the `Moment`.
    """

    looked = Signal(object)
    cancelled = Signal(object)

    def __init__(self, host: Host, desk: Desk) -> None:
        super().__init__(host)
        self._host, self._desk = host, desk
        self._sought: Moment | None = None
        self._told = ""  # what a person is told there
        self._begun = False  # whether training to it was begun
        self._progress: JobProgress | None = None
        self._timer = QTimer(self, interval=PERIOD)
        self._timer.timeout.connect(self._look)
        host.stage_closing.connect(self._leave)

    @property
    def sought(self) -> Moment | None:
        """The moment that is on its way."""
        return self._sought

    def open(self, moment: Moment, told: str = "", preset: Preset | None = None) -> None:
        """Put the moment's scenario on the stage, train it to the meta-step at once, look there, and say what is told.

        The scenario is that of the moment's name, or `preset`, which may have no name in the gallery.

        Raises:
            UserError: the scenario cannot be opened, or has no such method or view; nothing is trained then.
        """
        self.cancel()
        preset = preset or presets.find(moment.preset)
        run = self._fitting(moment, preset)
        if run is None:
            self._host.open_preset(preset, moment.settings)
        elif run is not self._desk.current and (key := self._desk.tree.key_of(run)) is not None:
            self._desk.choose(key)
        stage = self._host.stage
        if stage is None:
            return
        if problems := _problems(moment, stage):
            raise UserError(problems)
        self._sought, self._told, self._begun = moment, told, False
        self._timer.start()
        self._look()

    def cancel(self) -> None:
        """Stop on the way, if a moment is on its way; the run pauses where it is."""
        stage = self._host.stage
        if self._sought is not None and stage is not None:
            stage.run.runner.pause()
            self._keep_pace(stage)
            self._host.say(self.tr("Stopped on the way, at meta-step {step}").format(step=_reached(stage.run)))
        self._give_up()

    def _fitting(self, moment: Moment, preset: Preset) -> Run | None:
        """Return a run that was or can be trained to the moment: the one on the stage, else the newest."""
        runs = [node.run for node in reversed(self._desk.tree.nodes)]
        current = self._desk.current
        return next((run for run in (current, *runs) if run is not None and _fits(run, moment, preset)), None)

    def _look(self) -> None:
        """Train on, or look at the moment where the run has reached it."""
        stage, moment = self._host.stage, self._sought
        if stage is None or moment is None:
            return
        runner = stage.run.runner
        if runner.state is RunState.FAILED:
            self._give_up()  # the stage says why
        elif runner.state is RunState.PREPARING or stage.playback.shown is None:
            self._tell(stage, moment)
        elif runner.state is RunState.RUNNING and _reached(stage.run) >= moment.step:
            runner.pause()  # it was training already
        elif _reached(stage.run) >= moment.step:
            self._arrive(stage, moment)
        elif runner.state is not RunState.RUNNING and self._begun:
            self.cancel()  # a person has paused it, or a breakpoint
        else:
            self._train(stage, moment)

    def _train(self, stage: Stage, moment: Moment) -> None:
        if not self._begun:
            self._begun = True
            stage.run.runner.throttle(None)
            stage.run.runner.pause()  # else as many meta-steps would be added to those on the way
            stage.training.do_steps(moment.step - _reached(stage.run))
        self._tell(stage, moment)

    def _arrive(self, stage: Stage, moment: Moment) -> None:
        """Look at the moment that the run has reached."""
        self._end()
        self._keep_pace(stage)
        outer, inner = stage.timeline.outer_clock, stage.timeline.inner_clock
        if _reached(stage.run) == moment.step:
            outer.go_live()
        else:
            outer.go(moment.step)
        stage.look_at(moment.method, moment.inner, moment.view, moment.enlarge)
        inner.setFocus()
        if self._told:
            self._host.inform(self._told)
        self.looked.emit(moment)

    def _tell(self, stage: Stage, moment: Moment) -> None:
        """Show in the status bar how far it is."""
        if self._progress is None:
            name = self.tr("On the way to meta-step {step}").format(step=f"{moment.step:,}")
            tip = self.tr("Stop here: the run pauses where it is")
            self._progress = JobProgress(name, self._host.theme, cancel=tip)
            self._progress.cancelled.connect(self.cancel)
            self._host.statusBar().addPermanentWidget(self._progress)
        done, rate = _reached(stage.run), stage.run.runner.steps_per_second
        if rate <= 0.0:
            self._progress.show_busy()
            return
        told = self.tr("meta-step {step} of {last}").format(step=f"{done:,}", last=f"{moment.step:,}")
        self._progress.show_progress(done, moment.step, max(0, moment.step - done) / rate, told)

    def _keep_pace(self, stage: Stage) -> None:
        stage.run.runner.throttle(stage.playback.clocks.pace)

    def _leave(self, stage: Stage) -> None:
        if self._sought is not None:
            self._keep_pace(stage)
        self._give_up()

    def _give_up(self) -> None:
        moment = self._sought
        self._end()
        if moment is not None:
            self.cancelled.emit(moment)

    def _end(self) -> None:
        self._timer.stop()
        self._sought = None
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None


def _fits(run: Run, moment: Moment, preset: Preset) -> bool:
    """Return whether a run is the moment's, without a person's changes, and has its frame or can still come to it."""
    if run.preset != preset or run.settings != moment.settings or not run.fresh or run.where:
        return False
    if run.recording.steered or run.runner.state is RunState.FAILED:
        return False
    return run.recording.newest_step <= moment.step or moment.step in run.recording.kept_steps()


def _reached(run: Run) -> int:
    return max(0, run.recording.newest_step)


def _problems(moment: Moment, stage: Stage) -> list[Problem]:
    """Return what of a moment the scene on the stage does not have."""
    scene = stage.scene
    views = [view.name for view in scene.all_views()]
    asked = (
        ("method", moment.method, [key for key, _ in scene.methods()]),
        ("view", moment.view, views if moment.enlarge else [*views, *stage.pages()]),
    )
    problems = []
    for key, wanted, known in asked:
        if wanted and wanted not in known:
            near = get_close_matches(wanted, known, n=1, cutoff=0.4) or [", ".join(dict.fromkeys(known))]
            text = "must be in this scene, which has no {wanted}; did you mean {near}?"
            where = f"{moment.preset}: {key}"
            problems.append(Problem(where, say(text, wanted=wanted, near=near[0])))
    return problems
