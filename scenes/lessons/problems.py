"""What is wrong with a teacher's lesson that its file alone does not show: views, actions, formulas, metrics."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from metascope.scenes.lessons import targets
from metascope.scenes.lessons.hearing import Hearing
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.lesson import Lesson, Step, conditions, step_texts
from metascope.simulator.engine.lessons.values import places
from metascope.simulator.engine.text import Message, say
from metascope.widgets.look.text import localized, located
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.views.formula import SIZE, typeset


def about_step(problems: tuple[Problem, ...], number: int) -> tuple[Problem, ...]:
    """Return problems, those of one step first."""
    mark = f"step {number}"
    return tuple(sorted(problems, key=lambda it: not _concerns(it.where, mark)))


def read_whole(path: Path) -> Lesson:
    """Return the lesson in a file; that of a teacher with formulas that can be typeset.

    Raises:
        UserError: everything that is wrong with it.
    """
    lesson = lesson_files.read(path)
    if not lesson.shipped and (problems := of_typesetting(lesson)):
        raise UserError(problems)
    return lesson


def of_typesetting(lesson: Lesson) -> list[Problem]:
    """Return which formulas cannot be typeset."""
    found = []
    for number, step in enumerate(lesson.steps, 1):
        if step.formula:
            try:
                typeset(step.formula, SIZE, LIGHT.text)
            except ValueError:
                text = "cannot be typeset: {formula}"
                found.append(_at(lesson, number, step, "formula", say(text, formula=step.formula[:60])))
    return found


def of_numbers(lesson: Lesson, index: int, hearing: Hearing, find_action: targets.FindAction) -> Iterator[Problem]:
    """Return what a step names that the run on the stage does not have, as far as that is known by now."""
    step, number, stage = lesson.steps[index], index + 1, hearing.stage
    for message in targets.mistakes(step.highlight, step.look.view, stage, find_action):
        yield _at(lesson, number, step, "highlight", message)
    known = stage.run.recording.metrics.names
    if stage.run.recording.newest_step < 1:
        return
    for key, name in dict.fromkeys(_metrics(step)):
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.3) or list(known[:6])
            text = "{name} has not been measured by this run so far; did you mean {near}?"
            yield _at(lesson, number, step, key, say(text, name=name, near=", ".join(near)))


def line_of(problem: Problem, path: Path | None) -> str:
    """Return a problem as the panel has it, which has no room for the whole path of the lesson's file."""
    where = problem.where if path is None else problem.where.replace(str(path), path.name, 1)
    return located(where, localized(problem.message))


def _metrics(step: Step) -> Iterator[tuple[str, str]]:
    """Return the metrics that a step names, each with its field."""
    for place in (place for text in step_texts(step) for place in places(text)):
        if place.kind in ("metric", "first", "best") or (place.kind == "here" and place.name):
            yield "text", place.name
    for condition in conditions(step.do):
        yield "do", condition.metric
        if isinstance(condition.than, str):
            yield "do", condition.than


def _concerns(where: str, mark: str) -> bool:
    return f"{mark}:" in where or f"{mark} (" in where


def _at(lesson: Lesson, number: int, step: Step, key: str, message: Message) -> Problem:
    told = f"step {number}" if step.name == str(number) else f"step {number} ({step.name})"
    return Problem(f"{lesson.path or lesson.name}: {told}: {key}", message)
