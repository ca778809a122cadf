"""Writes the captions of the bandit story: what each tick of the inner step does, with its numbers."""

from __future__ import annotations

import math
from functools import partial

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.bandits.frame import BanditFrame
from metascope.simulator.stories.bandits.names import LETTERS, METHOD_NAMES


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the five ticks of `method`, created when it is looked up."""
    assert isinstance(frame, BanditFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def likely(phi: float) -> float:
    """Return how likely arm 2 is."""
    return 1 / (1 + math.exp(-phi)) if phi > 0 else math.exp(phi) / (1 + math.exp(phi))


def pulls_told(frame: BanditFrame, stage: int, index: int) -> str:
    """Return the pulls of a method's policy as text: the arm, and + where it paid, – where not."""
    pairs = zip(frame.episode.arms[stage, index], frame.episode.paid[stage, index], strict=True)
    return " ".join(f"{int(arm) + 1}{'+' if paid else '–'}" for arm, paid in pairs)


def _sentence(frame: BanditFrame, method: str, tick: int) -> Message:
    if method not in frame.methods:
        return say("{method} is not part of this run", method=METHOD_NAMES[method])
    return (_collected, _judged, _sloped, _updated, _again)[tick](frame, frame.methods.index(method))


def _collected(frame: BanditFrame, index: int) -> Message:
    task = frame.episode.task
    text = (
        "Collect: at φ = {phi} {method} pulls arm 2 with probability {likely}. On task {letter}, where the arms pay"
        " {first} and {second} of the time, its pulls are {pulls} (+ paid, – did not)"
    )
    return say(
        text,
        phi=_number(frame.phi[index]),
        method=METHOD_NAMES[frame.methods[index]],
        likely=_number(likely(frame.phi[index])),
        letter=LETTERS[task],
        first=_number(frame.payoffs[task, 0]),
        second=_number(frame.payoffs[task, 1]),
        pulls=pulls_told(frame, 0, index),
    )


def _judged(frame: BanditFrame, index: int) -> Message:
    first, second = worth_of_arms(frame, index)
    text = (
        "Advantages: rewards less the baseline b = {baseline} sum to {first} on arm 1 and to {second} on arm 2; with b"
        " = 0 every pull that paid speaks for its arm"
    )
    return say(text, baseline=_number(frame.baseline), first=_number(first), second=_number(second))


def _sloped(frame: BanditFrame, index: int) -> Message:
    first, second = worth_of_arms(frame, index)
    pi = likely(frame.phi[index])
    text = (
        "Gradient: a pull of arm 2 has the score 1 − π = {up}, one of arm 1 −π = {down}; ({second} · {up} + {first} ·"
        " {down}) / {pulls} = {gradient}"
    )
    return say(
        text,
        up=_number(1 - pi),
        down=_number(-pi),
        first=_number(first),
        second=_number(second),
        pulls=frame.episode.arms.shape[-1],
        gradient=_number(frame.episode.gradient[index]),
    )


def _updated(frame: BanditFrame, index: int) -> Message:
    text = (
        "Update: φ = {phi} goes to θ = {theta} with α = {rate}; the probability of arm 2 goes from {old} to {new}, the"
        " expected reward on task {letter} from {before} to {after}"
    )
    before, after = frame.episode.worth[:, index]
    theta = frame.episode.theta[index]
    return say(
        text,
        phi=_number(frame.phi[index]),
        theta=_number(theta),
        rate=_number(frame.rate),
        old=_number(likely(frame.phi[index])),
        new=_number(likely(theta)),
        letter=LETTERS[frame.episode.task],
        before=_number(before),
        after=_number(after),
    )


def _again(frame: BanditFrame, index: int) -> Message:
    text = (
        "Collect again: {pulls}. Over all {outcomes} outcomes on each task, adapting takes the reward of a pull from"
        " {before} to {after}; this rises by {slope} per unit of φ, and {method} follows {expected} on average"
    )
    return say(
        text,
        pulls=pulls_told(frame, 1, index),
        outcomes=frame.chance.shape[-1],
        before=_number(frame.before[index]),
        after=_number(frame.after[index]),
        slope=_number(frame.slope[index]),
        method=METHOD_NAMES[frame.methods[index]],
        expected=_number(frame.expected[index]),
    )


def worth_of_arms(frame: BanditFrame, index: int) -> tuple[float, float]:
    """Return the sums of a method's rewards less the baseline on arm 1 and on arm 2."""
    arms, worth = frame.episode.arms[0, index], frame.episode.paid[0, index] - frame.baseline
    return float((worth * (1 - arms)).sum()), float((worth * arms).sum())


def _number(value: float) -> str:
    text = f"{float(value):.3g}"
    return "0" if text in ("-0", "0") else text.replace("-", "−")
