"""Takes a lesson as a person does: reads, presses keys, drags, sets, answers (once wrongly), and goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.lessons.lessons import Lessons
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.lessons.checks import right_choices
from metascope.simulator.engine.lessons.lesson import (
    Action,
    Answer,
    AnyOf,
    Bound,
    Change,
    Choose,
    Continue,
    LookAt,
    MetricIs,
    Pause,
    Play,
    Reach,
    Set,
)
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.lessons.choices import Choice
from metascope.widgets.lessons.step_text import StepText
from metascope.widgets.methods.chips import MethodChips
from tests.waiting import LONGEST


class Person:
    """Somebody who takes the lesson in a window, step by step, and complains where a step cannot be done."""

    def __init__(self, window: Window, qtbot: QtBot, fast: bool = True) -> None:
        self.window, self.qtbot, self.fast = window, qtbot, fast
        self.read: list[str] = []  # what was read, step by step
        self.wrong_answers = 0

    @property
    def lessons(self) -> Lessons:
        return self.window.lessons

    def take(self) -> None:
        """Take the lesson from the step where it is to its end."""
        while self.lessons.lesson is not None:
            self.take_step()
            self.go_on()

    def go_on(self) -> None:
        """Go on to the next step, or finish."""
        before = self.lessons.index
        self.press(Qt.Key.Key_PageDown)
        self.until(lambda: self.lessons.lesson is None or self.lessons.index > before, "go on")

    def take_step(self) -> None:
        """Do what the step asks for."""
        lessons = self.lessons
        assert lessons.lesson is not None
        step = lessons.lesson.steps[lessons.index]
        self.until(lambda: not self.shown().waiting, "wait for the scenario")
        shown = self.shown()
        assert not shown.problems, shown.problems
        assert not shown.away
        assert shown.text
        if step.highlight:
            self.until(lambda: lessons.rings > 0, f"see what {step.name} highlights: {step.highlight}")
        if not isinstance(step.do, Continue):
            assert shown.task or shown.question, "a person is told what to do"
            assert not shown.done, "nothing is done before the person has done it"
            self.do(step.do)
            self.until(lambda: self.shown().done, f"do {step.name}: {shown.task}")
        shown = self.shown()
        assert shown.done
        for text in (shown.text, shown.told, shown.feedback):
            assert "= –" not in text, f"a number is missing: {text}"
        self.read.append("\n".join(filter(None, (shown.title, shown.text, shown.told, shown.feedback))))

    def do(self, action: Action) -> None:
        """Do what is asked for, with the means of the window."""
        stage = self.stage()
        if isinstance(action, AnyOf):
            self.do(action.actions[0])
        elif isinstance(action, Play | Reach | MetricIs):
            self.play()
        elif isinstance(action, Pause):
            if stage.run.runner.state is RunState.RUNNING:
                self.press(Qt.Key.Key_Space)
        elif isinstance(action, LookAt):
            self.look_at(action)
        elif isinstance(action, Set):
            self.set(action)
        elif isinstance(action, Change):
            assert action.such_as is not None, "a shipped lesson gives a value that does (such_as)"
            stage.scene.changed.emit(action.name, action.such_as, True)
            stage.scene.changed.emit(action.name, action.such_as, False)
        elif isinstance(action, Choose):
            chips = stage.findChild(MethodChips)
            assert isinstance(chips, MethodChips)
            chip = chips.chip(action.method)
            assert chip is not None
            assert chip.isVisible(), "the methods are shown"
            if stage.playback.method != action.method:
                chip.click()
        elif isinstance(action, Answer):
            self.answer(action)

    def play(self) -> None:
        """Train, as fast as it goes, until the step is done; then pause."""
        stage = self.stage()
        if self.fast:
            stage.run.runner.throttle(None)
        if stage.run.runner.state is not RunState.RUNNING:
            self.press(Qt.Key.Key_Space)
        while not self.shown().done:
            self.until(partial(self.has_come, self.newest()), "train")
        if stage.run.runner.state is RunState.RUNNING:
            self.press(Qt.Key.Key_Space)
            self.until(lambda: stage.run.runner.state is not RunState.RUNNING, "pause")

    def newest(self) -> int:
        """Return the newest meta-step."""
        frame = self.stage().run.runner.newest
        return -1 if frame is None else frame.step

    def has_come(self, step: int) -> bool:
        """Return whether the step is done, or the run has come further than a meta-step."""
        return self.shown().done or self.newest() > step

    def look_at(self, action: LookAt) -> None:
        """Put the clocks where they are asked for."""
        timeline = self.stage().timeline
        if action.step is not None:
            timeline.outer_clock.go(_some(action.step))
        if action.inner is not None:
            assert timeline.inner_clock.isVisible(), "the inner clock is shown"
            if action.inner.equals == -1:
                timeline.inner_clock.go_last()
            else:
                timeline.inner_clock.go(_some(action.inner))

    def set(self, action: Set) -> None:
        """Set the settings in the form, and start a new run where they need one."""
        stage = self.stage()
        for name, bound in action.values.items():
            assert stage.form.shows(name), f"{name} is in the form"
            row = stage.form.show_setting(name)
            value = bound.equals if bound.equals is not None else bound.low if bound.low is not None else bound.high
            if isinstance(row.control.value(), int) and isinstance(value, float):
                value = round(value)
            row.control.set_value(value)
            row.control.edited.emit(False)
        if stage.form.pending():
            stage.form.restart_requested.emit(stage.form.values())

    def answer(self, asked: Answer) -> None:
        """Answer by the number keys, once wrongly."""
        hearing = self.lessons._hearing
        assert hearing is not None
        names = set(hearing.stage.run.recording.metrics.names)
        right = right_choices(asked, hearing.numbers.all_newest(names))
        assert right is not None, "what decides was measured"
        assert right, "one choice is right"
        for wrong in [index for index in range(len(asked.choices)) if index not in right][:1]:
            self.press(Qt.Key(Qt.Key.Key_1 + wrong))
            self.until(lambda: bool(self.shown().feedback), "be told why that is wrong")
            assert not self.shown().done
            self.wrong_answers += 1
        before = self.shown().feedback
        self.press(Qt.Key(Qt.Key.Key_1 + min(right)))
        self.until(lambda: self.shown().feedback != before, "be told that this is right")
        states = [button.state for button in self.lessons.panel.findChildren(Choice)]
        assert states[min(right)] == "right"

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        if QApplication.focusWidget() is None:  # as after a click beside everything
            self.window.activateWindow()
            self.lessons.panel.setFocus()
            QApplication.processEvents()
        focus: QWidget = QApplication.focusWidget() or self.lessons.panel
        QTest.keyClick(focus, key)
        QApplication.processEvents()

    def stage(self) -> Stage:
        assert self.window.stage is not None, "a scenario is on the stage"
        return self.window.stage

    def shown(self) -> StepText:
        shown = self.lessons.panel.shown
        assert shown is not None
        return shown

    def until(self, reached: Callable[[], bool], what: str) -> None:
        """Wait until something is so; else say what could not be done, and in which step."""
        try:
            self.qtbot.waitUntil(reached, timeout=LONGEST)
        except Exception as error:
            lesson = self.lessons.lesson
            where = "" if lesson is None else f"{lesson.name}, step {self.lessons.index + 1}: "
            raise AssertionError(f"{where}cannot {what}") from error


def _some(bound: Bound) -> int:
    if bound.equals is not None:
        return int(str(bound.equals))
    return round(bound.low if bound.low is not None else bound.high or 0)
