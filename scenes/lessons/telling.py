"""Makes what the panel shows of a step: texts in the person's language, with the numbers of the run on the stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from metascope.scenes.lessons.hearing import Hearing
from metascope.scenes.lessons.words import task
from metascope.simulator.engine.lessons.checks import fulfilled, right_choices
from metascope.simulator.engine.lessons.lesson import Answer, Continue, Lesson, Opening, Step, conditions
from metascope.simulator.engine.lessons.values import Place, filled
from metascope.widgets.lessons.choices import State
from metascope.widgets.lessons.step_text import StepText
from metascope.widgets.look.translation import lesson_text, translate


@dataclass
class Attempt:
    """What a person has done in a step. Once it is done it stays so: nothing is taken back."""

    done: bool = False
    tried: dict[int, bool] = field(default_factory=dict)  # choices: whether each was right
    unmeasured: bool = False  # an answer came before what decides about it was measured

    def look(self, step: Step, hearing: Hearing | None) -> None:
        """Take in what is on the stage now."""
        if isinstance(step.do, Continue):
            self.done = True
        elif not self.done and hearing is not None:
            self.done = fulfilled(step.do, hearing.situation(deciding(step), any(self.tried.values())))

    def answer(self, asked: Answer, index: int, metrics: Mapping[str, float]) -> None:
        """Choose an answer; a wrong one can be followed by another."""
        if any(self.tried.values()) or index >= len(asked.choices):
            return
        right = right_choices(asked, metrics)
        self.unmeasured = right is None
        if right is not None:
            self.tried.pop(index, None)
            self.tried[index] = index in right


@dataclass(frozen=True)
class Taken:
    """Where a person is in a lesson, for a window that goes on with it."""

    lesson: Lesson
    index: int
    attempt: Attempt
    opened: Opening | None  # what the lesson has on the stage; None where that was on its way


def deciding(step: Step) -> set[str]:
    """Return the metrics that decide about a step."""
    found = list(conditions(step.do))
    return {one.metric for one in found} | {one.than for one in found if isinstance(one.than, str)}


def told(lesson: Lesson, index: int, attempt: Attempt, hearing: Hearing | None) -> StepText:
    """Return what the panel shows of a step now."""
    step = lesson.steps[index]
    write = _writer(lesson, hearing)
    asked = step.do if isinstance(step.do, Answer) else None
    return StepText(
        number=index + 1,
        count=len(lesson.steps),
        title=write(step.title),
        text=write(step.text),
        formula=step.formula,
        formula_says=write(step.formula_says),
        task=write(step.task) or _task(step, hearing),
        question="" if asked is None else write(asked.question),
        choices=() if asked is None else tuple(map(write, asked.choices)),
        states=() if asked is None else tuple(_state(attempt, place) for place in range(len(asked.choices))),
        feedback="" if asked is None else _feedback(asked, attempt, write),
        done=attempt.done,
        told=write(step.done) if attempt.done else "",
    )


def waiting(step: int | None) -> str:
    """Return what is told while a run gets ready, or is on its way to a meta-step; empty for None."""
    if step is None:
        return ""
    if step == 0:
        return translate("Lessons", "Getting ready…")
    return translate("Lessons", "Training to meta-step {step}…").format(step=f"{step:,}")


def finished(lesson: Lesson, following: Lesson) -> StepText:
    """Return what the panel shows once a lesson is finished: the next one, which goes on by the same key."""
    count = len(lesson.steps)
    text = translate("Lessons", "Next: **{title}**, {minutes}\u00a0min.").format(
        title=localized(following, following.title), minutes=following.minutes
    )
    about = localized(following, following.description)
    return StepText(
        number=count,
        count=count,
        title=translate("Lessons", "Lesson finished"),
        text="\n\n".join(filter(None, (text, about))),
        done=True,
        ends=True,
    )


def localized(lesson: Lesson, text: str) -> str:
    """Return a text of a lesson, in the person's language where the lesson comes with the program."""
    return lesson_text(text) if lesson.shipped else text


def _writer(lesson: Lesson, hearing: Hearing | None) -> Callable[[str], str]:
    """Return what puts the run's numbers into a text."""

    def value(place: Place) -> str:
        if hearing is None:
            return "–"
        stage = hearing.stage
        shown = stage.playback.shown
        here = {} if shown is None else shown.metrics
        looked = 0 if shown is None else shown.step
        return hearing.numbers.written(place, stage.settings, looked, here)

    return lambda text: filled(localized(lesson, text), value) if text else ""


def _task(step: Step, hearing: Hearing | None) -> str:
    if hearing is None:
        return ""
    return task(step.do, hearing.stage.settings, dict(hearing.stage.scene.methods()))


def _state(attempt: Attempt, index: int) -> State:
    if index not in attempt.tried:
        return "open"
    return "right" if attempt.tried[index] else "wrong"


def _feedback(asked: Answer, attempt: Attempt, write: Callable[[str], str]) -> str:
    """Return what is said to the last answer."""
    if attempt.unmeasured:
        return translate("Lessons", "The run has not measured that yet: train it a little, then answer.")
    if not attempt.tried:
        return ""
    last, right = list(attempt.tried.items())[-1]
    text = write(asked.told[last])
    if right:
        return translate("Lessons", "**Right.** {text}").format(text=text)
    return translate("Lessons", "**Not quite.** {text}").format(text=text)
