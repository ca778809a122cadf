"""What the panel of a lesson shows of a step, in the person's language and with the run's numbers in it."""

from __future__ import annotations

from dataclasses import dataclass

from metascope.widgets.lessons.choices import State


@dataclass(frozen=True, kw_only=True)
class StepText:
    """One step as it is now."""

    number: int  # from 1
    count: int
    title: str
    text: str
    formula: str = ""
    formula_says: str = ""  # in words, for a screen reader
    task: str = ""  # what the person is to do; empty where it is to read on
    question: str = ""
    choices: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    feedback: str = ""
    done: bool = False  # the step is done, or there is nothing to do
    told: str = ""  # once it is done
    waiting: str = ""  # what is under way before the step can begin
    problems: tuple[str, ...] = ()  # of the file, which a teacher is editing
    away: bool = False  # another scenario is on the stage
    ends: bool = False  # the lesson is finished, and to go on is to begin the next one
