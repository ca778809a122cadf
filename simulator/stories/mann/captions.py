"""The inner clock of the memory-augmented network: what it does at each picture, in words and numbers."""

from __future__ import annotations

from functools import partial

from simulator.engine.frame import Captions, Frame
from simulator.engine.text import Message, say
from simulator.stories.mann import lens
from simulator.stories.mann.frame import MannFrame
from simulator.stories.mann.names import LSTM, METHODS


def captions_of(frame: Frame, method: str) -> Captions:
    """Return the sentence of each tick of `method`'s course, made when it is looked up: T + 1."""
    assert isinstance(frame, MannFrame), "the story's own frames are told"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def _sentence(frame: MannFrame, method: str, tick: int) -> Message:
    index, steps = METHODS.index(method), len(frame.answers)
    if tick == 0:
        text = "Before the first picture; {right} of {steps} will be labelled rightly"
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
    """Return which picture is shown, and what is answered."""
    answers, shown = (frame.rival if method == LSTM else frame.answers)[step], frame.shown
    label, chosen = int(shown.labels[step]), int(answers.argmax())
    values = {
        "label": label + 1,
        "instance": int(shown.instances[step]),
        "chosen": chosen + 1,
        "share": f"{float(answers[chosen]):.2f}",
    }
    if chosen == label:
        return say("instance {instance} of class {label} is labelled {chosen} ({share}), rightly", **values)
    return say("instance {instance} of class {label} is labelled {chosen} ({share}), wrongly", **values)


def _written(frame: MannFrame, step: int) -> Message:
    """Return where the first head writes."""
    heads = frame.heads
    weights, gate = heads.write_weights[step, 0], float(heads.gate[step, 0])
    row = int(weights.argmax())
    values = {"row": row, "weight": f"{float(weights[row]):.2f}", "gate": f"{gate:.2f}"}
    if gate < 0.5:
        return say("head 1 writes to row {row} ({weight}), least used", **values)
    return say("head 1 writes to what it read (σ(α) {gate}), most to row {row} ({weight})", **values)


def _read(frame: MannFrame, step: int) -> Message:
    """Return from which time step most of what the first head reads was written."""
    shares = lens.sources(frame)[step, 0]
    source = int(shares.argmax())
    if shares[source] <= 0:
        return say("it reads what nobody has written")
    return say(
        "of what it reads, {share:.0%} was written at t = {source}", share=float(shares[source]), source=source + 1
    )
