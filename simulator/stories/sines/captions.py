"""The inner clock of the sine waves: what each step of adaptation does, in words and numbers."""

from __future__ import annotations

import math
from functools import partial

from simulator.engine.frame import Captions, Frame
from simulator.engine.text import Message, say
from simulator.stories.sines.frame import SinesFrame
from simulator.stories.sines.names import METHOD_NAMES


def captions_of(frame: Frame, method: str) -> Captions:
    """Return the sentence of each tick of `method`'s adaptation, made when it is looked up: J + 1."""
    assert isinstance(frame, SinesFrame), "the story's own frames are told"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def _sentence(frame: SinesFrame, method: str, tick: int) -> Message:
    if method not in frame.methods:
        return say("{method} is not part of this run", method=METHOD_NAMES[method])
    index, told = frame.methods.index(method), frame.adaptation
    loss, error = told.support_loss[:, index], told.error[:, index]
    points = len(frame.task.support)
    if not math.isfinite(loss[tick]):
        return say("Step {step}: the adaptation has left the numbers", step=tick)
    against = say("")
    if tick == 0:
        if math.isfinite(error[0]):
            against = say("; against the wave {error}", error=_number(error[0]))
        text = "Before adapting, {method}'s loss on the {points} points is {loss}{against}"
        return say(text, method=METHOD_NAMES[method], points=points, loss=_number(loss[0]), against=against)
    if math.isfinite(error[tick]):
        text = "; against the wave {before} → {after}"
        against = say(text, before=_number(error[tick - 1]), after=_number(error[tick]))
    text = "Step {step} of {steps} (rate {rate}): loss on the {points} points {before} → {after}{against}; {moved}"
    return say(
        text,
        step=tick,
        steps=frame.ticks() - 1,
        rate=_number(frame.rates[index]),
        points=points,
        before=_number(loss[tick - 1]),
        after=_number(loss[tick]),
        against=against,
        moved=_moved(frame, index, tick),
    )


def _moved(frame: SinesFrame, index: int, tick: int) -> Message:
    """Return how far each layer has gone, in percent of its length."""
    shares = frame.adaptation.moved[tick, index].tolist()
    told = ", ".join(f"{share:.1%}" for share in shares)
    return say("the layers have moved by {shares}", shares=told)


def _number(value: float) -> str:
    return f"{float(value):.3g}"
