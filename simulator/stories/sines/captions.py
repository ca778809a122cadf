"""Writes the captions of the sine waves story: what each inner step of adaptation does, with its numbers."""

from __future__ import annotations

import math
from functools import partial

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.sines.frame import SinesFrame
from metascope.simulator.stories.sines.names import METHOD_NAMES


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the J + 1 ticks of `method`, created when it is looked up."""
    assert isinstance(frame, SinesFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def _sentence(frame: SinesFrame, method: str, tick: int) -> Message:
    if method not in frame.methods:
        return say("{method} is not part of this run", method=METHOD_NAMES[method])
    index, told = frame.methods.index(method), frame.adaptation
    loss, error = told.support_loss[:, index], told.error[:, index]
    points = len(frame.task.support)
    if not math.isfinite(loss[tick]):
        return say("Inner step {step}: the adaptation became NaN or infinite", step=tick)
    against = say("")
    if tick == 0:
        if math.isfinite(error[0]):
            against = say("; error against the wave {error}", error=_number(error[0]))
        text = "Before adapting, {method}'s loss on the {points} points is {loss}{against}"
        return say(text, method=METHOD_NAMES[method], points=points, loss=_number(loss[0]), against=against)
    if math.isfinite(error[tick]):
        text = "; error against the wave {before} → {after}"
        against = say(text, before=_number(error[tick - 1]), after=_number(error[tick]))
    text = "Inner step {step} of {steps} (rate {rate}): loss on {points} points {before} → {after}{against}; {moved}"
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
    """Return how far each layer has moved, in percent of its norm."""
    shares = frame.adaptation.moved[tick, index].tolist()
    told = ", ".join(f"{share:.1%}" for share in shares)
    return say("the layers have moved by {shares}", shares=told)


def _number(value: float) -> str:
    return f"{float(value):.3g}"
