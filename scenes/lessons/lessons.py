"""Takes a person through a lesson in a window: the panel, the steps, the keys, the file that a teacher edits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSplitter

from metascope.scenes.desk.moments import Moments
from metascope.scenes.kept.lesson_progress import LessonProgress
from metascope.scenes.lessons import targets
from metascope.scenes.lessons.arriving import Arrival, look
from metascope.scenes.lessons.halting import Halting
from metascope.scenes.lessons.hearing import Hearing
from metascope.scenes.lessons.parts import LessonParts
from metascope.scenes.lessons.problems import about_step, line_of, of_numbers, read_whole
from metascope.scenes.lessons.telling import Attempt, Taken, deciding, finished, localized, told, waiting
from metascope.scenes.lessons.watching import FileWatch, Mending, Stamp, stamp_of
from metascope.scenes.stage.host import Host
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files.link import Linked
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.lesson import Answer, Lesson, Step
from metascope.widgets.lessons.panel import LessonPanel
from metascope.widgets.look.theme import Theme

SOON = 60  # ms: what happens at once is told once


class Lessons(QObject):
    """The lesson that is taken in a window, if one is.

        lessons = Lessons(window, window.moments, window.actions_.find, splitter, LessonProgress(store))
        lessons.start(lesson_files.read(path))

    Promises: a step that is done stays done until a person goes on; nothing that a person can do elsewhere is shut off;
    the place is kept at every step; going back undoes what was changed since that step began.

    Signals:
        changed: a lesson has begun, ended, or come to another step; or the next one is offered, or no more.
    """

    changed = Signal()

    def __init__(
        self, host: Host, moments: Moments, find_action: targets.FindAction, beside: QSplitter, progress: LessonProgress
    ) -> None:
        """Take lessons in `host`; the panel becomes the first part of `beside`."""
        super().__init__(host)
        self._host, self._find_action, self._beside = host, find_action, beside
        self.progress = progress
        self._arrival = Arrival(host, moments, self)
        self._arrival.arrived.connect(self._arrived)
        self._lesson: Lesson | None = None
        self._next: Lesson | None = None  # that is offered after the one that was finished
        self._index = 0
        self._attempt = Attempt()
        self._halting = Halting()
        self._hearing: Hearing | None = None
        self._made: LessonParts | None = None
        self._watch: FileWatch | None = None
        self._mending = Mending(host, self.open)
        self._wrong: tuple[Problem, ...] = ()  # with the file as it is now; the last good version goes on
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._refresh)
        host.stage_opened.connect(self._take_stage)
        host.stage_closing.connect(self._lose_stage)

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is taken."""
        return self._lesson

    @property
    def index(self) -> int:
        """The index of its step."""
        return self._index

    @property
    def on_stage(self) -> tuple[Lesson, int] | None:
        """The lesson and its step, where its scenario is on the stage."""
        lesson, index = self._lesson, self._index
        return (lesson, index) if lesson is not None and self._arrival.is_there(lesson, index) else None

    @property
    def in_sight(self) -> bool:
        """Whether a lesson is taken, or the next one offered."""
        return self._lesson is not None or self._next is not None

    @property
    def panel(self) -> LessonPanel:
        """The panel, which is made when it is needed first."""
        return self._parts.panel

    @property
    def rings(self) -> int:
        """How many things are lit now."""
        return 0 if self._made is None else self._made.rings

    # What a person does

    def open(self, path: Path) -> None:
        """Begin the lesson in a file, or go on with it. One that is refused is watched, and begins once it is mended.

        Raises:
            UserError: everything that is wrong with it.
        """
        seen = stamp_of(path)
        try:
            lesson = read_whole(path)
        except UserError as error:
            raise self._mending.wait_for(path, error, seen) from None
        self.start(lesson, seen)

    def start(self, lesson: Lesson, seen: Stamp = None) -> None:
        """Begin a lesson, read when its file was as `seen`, or go on with it where it was left."""
        self._begin(lesson, seen)
        self._enter(lesson.place_of(self.progress.of(lesson.key).step) or 0)

    def start_shared(self, lesson: Lesson, index: int, linked: Linked) -> None:
        """Begin a lesson at a step as it was shared: with those settings, and those clocks."""
        self._begin(lesson)
        self._arrival.shared = linked
        self._enter(index)

    def hand_over(self) -> Taken | None:
        """End the lesson, and return where it is, for the window that takes this one's place."""
        lesson, opened = self._lesson, self._arrival.opened
        if lesson is None:
            return None
        opened = None if self._arrival.on_the_way is not None else opened
        self._stop()
        return Taken(lesson, self._index, self._attempt, opened)

    def take_over(self, taken: Taken) -> None:
        """Go on with a lesson where another window was in it; its run is on the stage."""
        self._begin(taken.lesson)
        if self._host.stage is None or taken.opened is None:
            self._enter(taken.index)
            return
        self._index, self._attempt = taken.index, taken.attempt
        self._arrival.take_over(taken.opened)
        self._settle(self._host.stage)
        self._refresh()
        self.changed.emit()

    def go_on(self) -> None:
        """Go on to the next step, where this one is done, or to the next lesson; or confirm that it is left."""
        if self._next is not None:
            self.start(self._next)
        elif self.panel.asking:
            self.leave()
        elif self._attempt.done and self._lesson is not None and self._arrival.on_the_way is None:
            self._go_past()

    def skip(self) -> None:
        """Go on without having done the step."""
        if self._lesson is not None:
            self._go_past()

    def back(self) -> None:
        """Go back a step."""
        if self._lesson is not None and self._index > 0:
            self._enter(self._index - 1, onwards=False)

    def answer(self, index: int) -> None:
        """Answer the question of the step."""
        lesson, hearing = self._lesson, self._hearing
        asked = None if lesson is None else lesson.steps[self._index].do
        if isinstance(asked, Answer) and self._arrival.on_the_way is None:
            names = deciding(lesson.steps[self._index]) if lesson is not None else set()
            self._attempt.answer(asked, index, {} if hearing is None else hearing.numbers.all_newest(names))
            self._refresh()

    def ask_leave(self) -> bool:
        """Ask whether to leave the lesson, or ask no more, or offer the next one no more; return whether there was
        anything to leave."""
        if self._next is not None:
            self.leave()
            return True
        if self._lesson is None:
            return False
        self.panel.ask_leave(not self.panel.asking)
        return True

    def leave(self) -> None:
        """Leave the lesson; the place is kept. Where the next one is offered, it is offered no more."""
        if not self.in_sight:
            return
        stage, taken = self._host.stage, self._lesson is not None
        self._stop()
        if stage is not None:
            if taken:
                stage.show_controls(stage.run.preset.controls)
                self._host.show_controls()
            stage.timeline.setFocus()
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        if self._made is not None:
            self._made.set_theme(theme)

    def close(self) -> None:
        """Watch and hear nothing any more: the window closes."""
        self._stop()

    # A step

    def _begin(self, lesson: Lesson, seen: Stamp = None) -> None:
        self._stop()
        self._lesson, self._wrong = lesson, ()
        if lesson.path is not None and not lesson.shipped:
            self._watch = FileWatch(lesson.path, self, seen or stamp_of(lesson.path))
            self._watch.changed.connect(self._read_again)
        if self._host.stage is not None:
            self._hear(self._host.stage)
        self.panel.show_lesson(localized(lesson, lesson.title))
        self._parts.fitting.show()

    def _settle(self, stage: Stage) -> None:
        """Let the run pause where the step is done, and show what the step shows."""
        assert self._lesson is not None, "a lesson is taken"
        step = self._lesson.steps[self._index]
        self._halting.begin(stage, step.do)
        self._show_controls(stage, step)
        self._light(stage, step)

    def _go_past(self) -> None:
        assert self._lesson is not None, "a lesson is taken"
        if self._index + 1 < len(self._lesson.steps):
            self._enter(self._index + 1)
            return
        lesson = self._lesson
        self.progress.finish(lesson.key)
        self.leave()
        title = localized(lesson, lesson.title)
        self._host.say(self.tr("Lesson finished: {title}").format(title=title))
        following = lesson_files.following(lesson, lambda name: self.progress.of(name).done)
        if following is not None:
            self._next = following
            self.panel.show_lesson(title)
            self.panel.show_step(finished(lesson, following))
            self._parts.fitting.show()
            self.panel.setFocus()
            self.changed.emit()

    def _enter(self, index: int, *, onwards: bool = True) -> None:
        lesson = self._lesson
        assert lesson is not None, "a lesson is taken"
        self._index, self._attempt = index, Attempt()
        self.progress.keep(lesson.key, lesson.steps[index].name, index)
        self._halting.end()
        self._parts.light(())
        if not self._host.attempt(lambda: self._arrival.bring(lesson, index, onwards=onwards)):
            self._refresh()
        self._refresh()
        self.changed.emit()

    def _arrived(self) -> None:
        """Begin the step: its scenario is on the stage."""
        lesson, stage = self._lesson, self._host.stage
        if lesson is None or stage is None:
            return
        step = lesson.steps[self._index]
        look(stage, self._arrival.look_of(step, stage))
        self._arrival.begun.note(self._index, stage)
        if self._hearing is not None:
            self._hearing.begin()
        self._settle(stage)
        self._refresh()

    def _show_controls(self, stage: Stage, step: Step) -> None:
        before = QApplication.focusWidget()
        stage.show_controls(step.controls if step.controls is not None else stage.run.preset.controls)
        self._host.show_controls()
        if before is not None and not before.isVisible():
            self.panel.setFocus()  # else Qt gives the keys to the next button, which Space then presses
        if targets.set_by(step.do):
            self._parts.fitting.open_settings()

    def _light(self, stage: Stage, step: Step) -> None:
        lit = targets.lit(step.lit, stage, self._host, self._find_action)
        self._parts.light(lit + targets.needed_for(step.do, stage) if lit else lit)

    def _refresh(self) -> None:
        """Look whether the step is done, and show it as it is now."""
        lesson = self._lesson
        if lesson is None:
            return
        step, hearing = lesson.steps[self._index], self._hearing
        waits = self._arrival.on_the_way
        there = self._arrival.is_there(lesson, self._index)
        if waits is None and there:
            self._attempt.look(step, hearing)
        text = told(lesson, self._index, self._attempt, hearing if there else None)
        wrong = about_step(self._wrong, self._index + 1)
        if hearing is not None and there and waits is None and not lesson.shipped:
            wrong += tuple(of_numbers(lesson, self._index, hearing, self._find_action))
        self.panel.show_step(
            replace(
                text,
                waiting=waiting(waits),
                problems=tuple(line_of(it, lesson.path) for it in wrong),
                away=not there and waits is None,
            )
        )
        self._parts.fitting.make_way(bool(targets.set_by(step.do)) and there and waits is None, text.done)
        self._parts.offer(0 if text.done else len(text.choices))
        self._parts.follow()

    # What comes and goes

    def _take_stage(self, stage: Stage) -> None:
        """Hear the stage that has opened: the step's, one with other settings, or another scenario."""
        self._lose_stage()
        if self._lesson is None:
            return
        self._hear(stage)
        if self._arrival.on_the_way is None and self._arrival.is_there(self._lesson, self._index):
            self._settle(stage)
        self._soon.start()

    def _hear(self, stage: Stage) -> None:
        self._hearing = Hearing(stage, self)
        self._hearing.heard.connect(lambda: None if self._soon.isActive() else self._soon.start())

    def _lose_stage(self, _stage: object = None) -> None:
        self._halting.end()
        if self._hearing is not None:
            self._hearing.deleteLater()
            self._hearing = None
            self._parts.light(())
            if self._lesson is not None:
                self._soon.start()

    def _read_again(self) -> None:
        """Take over the file as it is now, at the same step; where something is wrong the last good version stays."""
        lesson = self._lesson
        if lesson is None or lesson.path is None:
            return
        try:
            fresh = read_whole(lesson.path)
        except UserError as error:
            self._wrong = error.problems
            self._refresh()
            return
        self._wrong = ()
        place = fresh.place_of(lesson.steps[self._index].name)
        index = place if place is not None else min(self._index, len(fresh.steps) - 1)
        self._lesson = fresh
        self.panel.show_lesson(fresh.title)
        before, after = lesson.steps[self._index], fresh.steps[index]
        stage = self._host.stage
        if before.acts_as(after) and stage is not None and fresh.opening_of(index) is not None:
            self._index = index  # only words are others, or what is seen
            self._show_controls(stage, after)
            self._light(stage, after)
            self._refresh()
            self.changed.emit()
        else:
            self._enter(index)

    @property
    def _parts(self) -> LessonParts:
        if self._made is None:
            self._made = self._make_parts()
        return self._made

    def _make_parts(self) -> LessonParts:
        made = LessonParts(self._host, self._beside, self)
        made.answered.connect(self.answer)
        made.resized.connect(self._soon.start)
        panel = made.panel
        panel.on_wanted.connect(self.go_on)
        panel.back_wanted.connect(self.back)
        panel.skip_wanted.connect(self.skip)
        panel.leave_wanted.connect(self.leave)
        panel.return_wanted.connect(lambda: self._enter(self._index))
        panel.answered.connect(self.answer)
        return made

    def _stop(self) -> None:
        """End the lesson, and take away what it has put on the window."""
        self._lesson = self._next = None
        self._mending.stop()
        self._soon.stop()
        self._arrival.forget()
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None
        self._lose_stage()
        if self._made is not None:
            self._made.end()
