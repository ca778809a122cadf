"""Brings a step's scenario onto the stage, trained as far as the step needs it, with the clocks where it wants them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from metascope.scenes.desk.moments import Moments
from metascope.scenes.lessons.stepping_back import StepsBegun, settled
from metascope.scenes.stage.first_page import show_page_of
from metascope.scenes.stage.host import Host
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.link import Linked
from metascope.simulator.engine.files.link_text import At
from metascope.simulator.engine.files.moment import Moment
from metascope.simulator.engine.lessons.lesson import Lesson, Look, Opening, Step
from metascope.simulator.engine.lessons.resuming import resumed
from metascope.widgets.methods.chips import MethodChips

PERIOD = 20  # ms between two looks at a run that undoes something


class Arrival(QObject):
    """Opens what steps open. A run that is there already, and is where the step wants it, is taken.

    Signals:
        arrived: the step's scenario is on the stage as it is to be, or a person has stopped it on the way.
    """

    arrived = Signal()

    def __init__(self, host: Host, moments: Moments, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._moments = host, moments
        self._opening: Opening | None = None  # what the lesson has on the stage
        self._sought: Moment | None = None
        self._play = False
        self.shared: Linked | None = None  # as which the step that is brought next was shared
        self._at: At | None = None  # what is looked at of it
        self.begun = StepsBegun()
        self._back: tuple[Lesson, int] | None = None  # the step to which is gone back, before anything is undone
        self._undoing = QTimer(self, interval=PERIOD)
        self._undoing.timeout.connect(self._undo)
        moments.looked.connect(self._looked)
        moments.cancelled.connect(self._cancelled)

    @property
    def opened(self) -> Opening | None:
        """What the lesson has on the stage."""
        return self._opening

    def take_over(self, opening: Opening) -> None:
        """Take what is on the stage for what a step has opened."""
        self._opening = opening

    @property
    def on_the_way(self) -> int | None:
        """The meta-step to which a run is trained before the step can begin; 0 where it only has to get ready."""
        if self._undoing.isActive():
            return 0
        return None if self._sought is None else self._sought.step

    def is_there(self, lesson: Lesson, index: int) -> bool:
        """Return whether the scenario of a step is on the stage, with whatever a person has changed in it.

        A step for which the lesson has opened none takes place anywhere.
        """
        place, stage = lesson.opening_of(index), self._host.stage
        opening = None if place is None else lesson.steps[place].opens
        return opening is None or (stage is not None and stage.run.preset.name == opening.preset.name)

    def bring(self, lesson: Lesson, index: int, *, onwards: bool) -> None:
        """Bring a step's scenario; `onwards`: the step before was done or skipped just now, else this is gone back to,
        and what was changed since it began is undone.

        Raises:
            UserError: the scenario cannot be opened.
        """
        self._wait_no_more()
        shared, self.shared = self.shared, None
        self._at = None if shared is None else shared.at
        place = lesson.opening_of(index)
        if place is None:
            self.arrived.emit()
            return
        opening = lesson.steps[place].opens
        assert opening is not None, "as found"
        if shared is not None:
            self._open(_as_shared(resumed(lesson, index) or opening, shared))
        elif place != index:
            if self.is_there(lesson, index) and self._opening == opening:
                if onwards:
                    self._let_go(lesson, index)
                    self.arrived.emit()
                else:
                    self._back = lesson, index
                    self._undoing.start()
                    self._undo()
                return
            wanted = resumed(lesson, index)
            assert wanted is not None, "as there is an opening"
            self._open(wanted)
        else:
            self._open(opening)
        self._opening = opening

    def look_of(self, step: Step, stage: Stage) -> Look:
        """Return what a step that was brought shows: where it was shared, the clocks as they were then."""
        if (at := self._at) is None:
            return step.look
        newest = stage.run.recording.newest_step
        return replace(step.look, step=at.step if at.step < newest else "live", inner=at.inner)

    def _let_go(self, lesson: Lesson, index: int) -> None:
        """Put back what sliders only tried, where a step goes on to another place: it was tried at the one before."""
        stage, inner = self._host.stage, lesson.steps[index].look.inner
        if stage is not None and index and inner not in (None, lesson.steps[index - 1].look.inner):
            for view in stage.scene.all_views():
                view.try_out({})

    def forget(self) -> None:
        """Wait for nothing any more."""
        self._wait_no_more()
        self._opening = self.shared = self._at = None
        self.begun.forget()

    def _wait_no_more(self) -> None:
        self._sought = self._back = None
        self._undoing.stop()

    def _undo(self) -> None:
        """Undo what was changed since the step began, once the run has come to it, and wait until it is undone."""
        stage = self._host.stage
        if stage is None:
            self._wait_no_more()
        elif not settled(stage):
            return
        elif self._back is None:
            self._undoing.stop()
            self.arrived.emit()
        else:
            lesson, index = self._back
            self._back = None
            if not self.begun.undo_to(index, stage):
                self._undoing.stop()
                self._host.attempt(lambda: self._open_where_others(lesson, index, stage))

    def _open_where_others(self, lesson: Lesson, index: int, stage: Stage) -> None:
        """Take the run on the stage if it has the settings with which a step begins, else one that has them."""
        wanted = resumed(lesson, index)
        assert wanted is not None, "as there is an opening"
        if stage.settings == wanted.settings:
            self.arrived.emit()
        else:
            self._open(wanted)

    def _open(self, opening: Opening) -> None:
        moment = Moment(preset=opening.source, settings=opening.settings, step=opening.step)
        self._play = opening.play
        stage = self._host.stage
        if stage is None or not _is_at(stage, opening):
            self._host.open_preset(opening.preset, opening.settings)  # one that has gone on would be looked back at
        self._sought = moment
        try:
            self._moments.open(moment, preset=opening.preset)
        except UserError:
            self._sought = None
            raise

    def _looked(self, moment: object) -> None:
        if moment is not self._sought or self._sought is None:
            return
        self._sought = None
        if self._play and self._host.stage is not None:
            self._host.stage.training.train()
        self.arrived.emit()

    def _cancelled(self, moment: object) -> None:
        if moment is self._sought and self._sought is not None:
            self._sought = None
            self.arrived.emit()


def look(stage: Stage, wanted: Look) -> None:
    """Put the clocks and the picture where a step wants them; what it does not name stays."""
    outer, inner = stage.timeline.outer_clock, stage.timeline.inner_clock
    if wanted.step == "live":
        outer.go_live()
    elif wanted.step is not None:
        outer.go(wanted.step)
    stage.playback.refresh()
    if wanted.method is not None:
        chips = stage.findChild(MethodChips)
        if isinstance(chips, MethodChips):
            chips.show_all()  # a step before may have let one stand out
        inner.choose_method(wanted.method)
    if wanted.inner is not None:
        if wanted.inner < 0:
            inner.go_last()
        else:
            inner.go(wanted.inner)
    if wanted.view is not None:
        show_page_of(stage.scene, wanted.view)
    view = stage.scene.view_named(wanted.view) if wanted.enlarge and wanted.view is not None else None
    if stage.enlarger.enlarged is not view and not stage.run.preset.beside:
        stage.enlarger.shrink()
        if view is not None:
            stage.enlarger.toggle(view)


def _as_shared(opening: Opening, shared: Linked) -> Opening:
    """Return an opening with what was shared: the settings, and at least the meta-step that is looked at."""
    settings = shared.settings
    step = max(opening.step, 0 if shared.at is None else shared.at.step)
    last = settings.steps if settings.trains else 0
    return replace(opening, preset=shared.preset, settings=settings, step=min(step, last))


def _is_at(stage: Stage, opening: Opening) -> bool:
    """Return whether the run on the stage is as a step wants it, or can still be trained to that."""
    run = stage.run
    if run.preset != opening.preset or run.settings != opening.settings or run.recording.steered:
        return False
    return run.recording.newest_step <= opening.step
