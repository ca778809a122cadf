"""Writes the captions of the memory-augmented network story: what it does at each picture, with its numbers."""

from __future__ import annotations

from functools import partial

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.mann import lens
from metascope.simulator.stories.mann.frame import MannFrame
from metascope.simulator.stories.mann.names import LSTM, METHODS


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the T + 1 ticks of `method`, created when it is looked up."""
    assert isinstance(frame, MannFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def _sentence(frame: MannFrame, method: str, tick: int) -> Message:
    index, steps = METHODS.index(method), len(frame.answers)
    if tick == 0:
        text = "Before the first picture; {right} of {steps} will be labelled correctly"
        return say(text, right=frame.right[index], steps=steps)
    step = tick - 1
    answered = _answer(frame, method, step)
    if method == LSTM:
        return say("t = {t}: {answered}", t=tick, answered=answered)
    return say(
        "t = {t}: {answered}; {written}; {read}",
        t=tick,
        answered=answered,
        written=_written(frame, step),
        read=_read(frame, step),
    )


def _answer(frame: MannFrame, method: str, step: int) -> Message:
    """Return which picture is shown, and the answer to it."""
    answers, shown = (frame.rival if method == LSTM else frame.answers)[step], frame.shown
    label, chosen = int(shown.labels[step]), int(answers.argmax())
    values = {
        "letter": chr(ord("A") + label),
        "instance": int(shown.instances[step]),
        "chosen": chosen + 1,
        "share": f"{float(answers[chosen]):.2f}",
    }
    if chosen == label:
        return say("instance {instance} of class {letter} is labelled {chosen} ({share}), correctly", **values)
    return say("instance {instance} of class {letter} is labelled {chosen} ({share}), wrongly", **values)


def _written(frame: MannFrame, step: int) -> Message:
    """Return where the first head writes."""
    heads = frame.heads
    weights, gate = heads.write_weights[step, 0], float(heads.gate[step, 0])
    row = int(weights.argmax())
    values = {"row": row, "weight": f"{float(weights[row]):.2f}", "gate": f"{gate:.2f}"}
    if gate < 0.5:
        return say("head 1 writes to the least used row, {row} (weight {weight})", **values)
    return say("head 1 writes to the rows it read (σ(α) {gate}), mostly row {row} ({weight})", **values)


def _read(frame: MannFrame, step: int) -> Message:
    """Return at which time step most of what the first head reads was written."""
    shares = lens.sources(frame)[step, 0]
    source = int(shares.argmax())
    if shares[source] <= 0:
        return say("it reads rows that were never written")
    return say(
        "of what it reads, {share:.0%} was written at t = {source}", share=float(shares[source]), source=source + 1
    )
