"""Writes the captions of the navigation story: what each tick of an inner step does, with its numbers."""

from __future__ import annotations

import math
from functools import partial

import numpy as np

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.navigation.frame import NavigationFrame
from metascope.simulator.stories.navigation.names import METHOD_NAMES, ORACLE, PHASES, RL2


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the 4 J + 1 ticks of `method`, created when it is looked up."""
    assert isinstance(frame, NavigationFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def goal_letter(index: int) -> str:
    """Return the letter by which a goal is known: A for 0."""
    return chr(ord("A") + index)


def _sentence(frame: NavigationFrame, method: str, tick: int) -> Message:
    if method not in frame.methods:
        return say("{method} is not part of this run", method=METHOD_NAMES[method])
    index, (step, phase) = frame.methods.index(method), divmod(tick, PHASES)
    if not math.isfinite(frame.course.returns[step, index].sum()):
        return say("After {step} inner steps the adaptation is NaN or infinite", step=step)
    tellers = (_collected, _judged, _sloped, _updated)
    return tellers[phase](frame, index, step)


def _collected(frame: NavigationFrame, index: int, step: int) -> Message:
    course = frame.course
    returns = course.returns[:, index]  # (J + 1, G)
    values = {
        "method": METHOD_NAMES[frame.methods[index]],
        "paths": course.paths,
        "goals": len(course.goals),
        "horizon": course.walks.shape[-2] - 1,
        "step": step,
        "letter": goal_letter(course.focus),
        "mean": _number(returns[step].mean()),
        "own": _number(returns[step, course.focus]),
        "ended": f"{float(course.ended[step, index].mean()):.0%}".replace("%", " %"),
    }
    if frame.methods[index] == ORACLE:
        text = (
            "The oracle sees the goal and does not adapt: {paths} paths to each of {goals} goals return {mean} on"
            " average, to goal {letter} {own}; {ended} end there"
        )
        return say(text, **values)
    if frame.methods[index] == RL2:
        text = (
            "Collect: episode {number} of {steps} of a trial, {paths} trials on each of {goals} goals, which RL² does"
            " not see but remembers rewards of; the mean return is {mean}, on goal {letter} {own}; {ended} end at their"
            " goals"
        )
        return say(text, number=step + 1, steps=len(returns), **values)
    if step == 0:
        text = (
            "Collect: before adapting, {method} walks {paths} paths of at most {horizon} steps for each of {goals}"
            " goals, which it does not see; they return {mean} on average, on goal {letter} {own}"
        )
        return say(text, **values)
    text = (
        "Collect again, after {step} of {steps} inner steps: the mean return is {mean} ({before} before adapting), on"
        " goal {letter} {own}; {ended} of the paths end at their goals"
    )
    return say(text, steps=len(returns) - 1, before=_number(returns[0].mean()), **values)


def _judged(frame: NavigationFrame, index: int, step: int) -> Message:
    course = frame.course
    values = course.advantages[step, index, course.focus]  # (K, H)
    best, worst = (np.unravel_index(int(place), values.shape) for place in (values.argmax(), values.argmin()))
    text = (
        "Advantages: reward to go less what was expected there and then. Of the paths drawn on goal {letter} the best"
        " action has {best}, at time {when}, the worst {worst}, at time {late}"
    )
    return say(
        text,
        letter=goal_letter(course.focus),
        best=f"{float(values[best]):+.2f}",
        when=int(best[-1]),
        worst=f"{float(values[worst]):+.2f}",
        late=int(worst[-1]),
    )


def _sloped(frame: NavigationFrame, index: int, step: int) -> Message:
    course, letter = frame.course, goal_letter(frame.course.focus)
    slope = float(course.slope[step, index, course.focus])
    if frame.methods[index] == ORACLE:
        text = "Gradient: on goal {letter} the policy gradient has the norm {slope}; the oracle does not follow it"
        return say(text, letter=letter, slope=_number(slope))
    if frame.methods[index] == RL2:
        text = (
            "No gradient: what RL² has seen and done in the episode has moved its memory, by {moved} on goal {letter};"
            " its weights stay as they are"
        )
        return say(text, letter=letter, moved=_number(float(course.moved[step, index, course.focus])))
    text = (
        "Gradient: actions better than expected become more likely. On goal {letter} the policy gradient has the norm"
        " {slope}; a step of α = {rate} along it is {moved} long"
    )
    moved = float(course.moved[step, index, course.focus])
    rate = _number(float(frame.rates[step]))
    return say(text, letter=letter, slope=_number(slope), rate=rate, moved=_number(moved))


def _updated(frame: NavigationFrame, index: int, step: int) -> Message:
    course = frame.course
    middle = len(course.places) // 2  # 0, where all paths begin
    before, after = (_vector(course.arrows[stage, index, middle]) for stage in (step, step + 1))
    old, new = (_number(course.deviation[stage, index, course.focus].mean()) for stage in (step, step + 1))
    text = (
        "Update {number}: on goal {letter} the mean first step turns from {before} to {after}, its standard deviation"
        " goes from {old} to {new}"
    )
    if frame.methods[index] == RL2:
        text = (
            "Remembered, after episode {number}: on goal {letter} the mean first step turns from {before} to {after};"
            " its standard deviation stays {old}"
        )
    values = {"number": step + 1, "letter": goal_letter(course.focus)}
    return say(text, before=before, after=after, old=old, new=new, **values)


def _vector(values: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> str:
    return f"({values[0]:.3f}, {values[1]:.3f})"


def _number(value: float) -> str:
    return f"{float(value):.3g}"
