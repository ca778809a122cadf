"""Writes the captions of the picture starts story: what each inner step does to an episode, with its numbers."""

from __future__ import annotations

import math
from functools import partial

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.picture_starts.frame import StartsFrame
from metascope.simulator.stories.picture_starts.names import METHOD_NAMES


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the J + 1 ticks of `method`, created when it is looked up."""
    assert isinstance(frame, StartsFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def class_letter(label: int) -> str:
    """Return the letter by which a class is known on the table: A for 0."""
    return chr(ord("A") + label)


def _sentence(frame: StartsFrame, method: str, tick: int) -> Message:
    if method not in frame.methods:
        return say("{method} is not part of this run", method=METHOD_NAMES[method])
    index, told = frame.methods.index(method), frame.course
    losses = told.support_loss[:, index]
    if not math.isfinite(losses[tick]):
        return say("Inner step {step}: the adaptation became NaN or infinite", step=tick)
    values = {
        "method": METHOD_NAMES[method],
        "supports": int((~frame.table.removed).sum()),
        "loss": _number(losses[tick]),
        "right": int(told.right[tick, index]),
        "asked": told.asked,
        "how": _how(frame),
        "query": _query(frame, index, tick),
    }
    if tick == 0:
        text = (
            "Before adapting, {method}'s loss on {supports} supports is {loss}; {right} of {asked} queries are right"
            " ({how}); {query}"
        )
        return say(text, **values)
    text = (
        "Inner step {step} of {steps} (rate {rate}): loss on {supports} supports {before} → {loss}; {right} of {asked}"
        " queries are right ({how}); {query}"
    )
    more = {"step": tick, "steps": frame.ticks() - 1, "rate": _number(frame.rates[index])}
    return say(text, before=_number(losses[tick - 1]), **more, **values)


def _how(frame: StartsFrame) -> Message:
    """Return by which statistics queries are normalized, which is said beside every number of them."""
    return say("transductive") if frame.transductive else say("each by itself")


def _query(frame: StartsFrame, index: int, tick: int) -> Message:
    """Return what the query in question is taken for."""
    shares = frame.course.probabilities[tick, index, frame.query]
    asked, best = int(frame.table.asked[frame.query]), int(shares.argmax())
    values = {"query": frame.query + 1, "letter": class_letter(best), "share": f"{float(shares[best]):.2f}"}
    if asked < 0:
        return say("query {query}, yours, is taken for {letter} ({share})", **values)
    if asked == best:
        return say("query {query} is taken for {letter} ({share}), rightly", **values)
    text = "query {query} is taken for {letter} ({share}), but is {true}"
    return say(text, true=class_letter(asked), **values)


def _number(value: float) -> str:
    return f"{float(value):.3g}"
