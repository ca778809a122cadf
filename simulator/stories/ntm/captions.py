"""Writes the captions of the Neural Turing Machine story: what the heads do at each time step, with numbers."""

from __future__ import annotations

from functools import partial

import numpy as np

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.ntm.names import LSTM, METHODS


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the T + 1 ticks of `method`, created when it is looked up."""
    assert isinstance(frame, NtmFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def opening_of(frame: Frame) -> int:
    """Return the tick of the answer at which something else decides where a read head goes than at the step before.

    Of several the one with the largest weight, the first of equals; the last tick where there is none.
    """
    assert isinstance(frame, NtmFrame), "the frame must be of this story"
    memories, writers = lens.memories(frame), frame.heads.erase.shape[1]

    def step_of(step: int, head: int) -> str:
        told, before = lens.told(frame, step, head), lens.before(frame, step, head)
        return lens.decided(told, lens.address(told, memories[step], before), before).step

    found = {
        step + 1: round(float(frame.weighting[step, head].max()), 2)
        for head in range(writers, frame.weighting.shape[1])
        for step in np.flatnonzero(frame.shown.mask).tolist()
        if step and step_of(step, head) not in ("", step_of(step - 1, head))
    }
    return max(found, key=lambda tick: (found[tick], -tick), default=frame.ticks() - 1)


def head_name(head: int, writers: int) -> Message:
    """Return the name of a head; write heads come first."""
    if writers == 1:
        return say("write head") if head < writers else say("read head")
    number = head % writers + 1
    return say("write head {number}", number=number) if head < writers else say("read head {number}", number=number)


def _sentence(frame: NtmFrame, method: str, tick: int) -> Message:
    index = METHODS.index(method)
    if tick == 0:
        text = "Before the first time step; the sequence will cost {bits} bits, with {wrong} of {asked} bits wrong"
        asked = int(frame.shown.mask.sum()) * frame.shown.targets.shape[1]  # what guessing costs, in bits
        return say(text, bits=f"{frame.bits[index]:.3g}", wrong=frame.wrong[index], asked=asked)
    step = tick - 1
    answered = _answer(frame, method, step)
    if method == LSTM:
        return say("t = {t}: {answered}", t=tick, answered=answered)
    writers = frame.heads.erase.shape[1]
    memory = lens.memories(frame)[step]
    write, read = (_head(frame, step, head, memory) for head in (0, writers))
    return say("t = {t}, {write}; {read}; {answered}", t=tick, write=write, read=read, answered=answered)


def _head(frame: NtmFrame, step: int, head: int, memory: lens.Array) -> Message:
    """Return how a head found its place in the memory (N, M), with the share of what decided in the row's weight."""
    told = lens.told(frame, step, head)
    before = lens.before(frame, step, head)
    found = lens.address(told, memory, before)
    decision = lens.decided(told, found, before)
    row, offset = decision.row, decision.offset
    source = (row - offset) % len(memory)
    from_place = not lens.is_spread(before) and int(before.argmax()) == source
    values = {
        "head": head_name(head, frame.heads.erase.shape[1]),
        "source": source,
        "content": f"{decision.by_content:.0%}",
        "place": f"{1 - decision.by_content:.0%}",
        "shift": f"{offset:+d}".replace("-", "−"),
        "row": row,
        "weight": f"{float(frame.weighting[step, head, row]):.2f}",
    }
    if not decision.step:
        return say("{head} is spread over the memory (row {row}: {weight})", **values)
    if decision.alike and offset:
        text = "{head} goes to row {row}, shift {shift} ({weight}, {place} by place, {content} by content)"
    elif decision.alike:
        text = "{head} goes to row {row} ({weight}, {place} by place, {content} by content)"
    elif decision.by_content > lens.ALIKE:
        text = "{head} finds row {row} ({weight}, {content} by content)"
        if offset:
            text = "{head} finds row {source}, shifts {shift} to row {row} ({weight}, {content} by content)"
    elif not from_place:  # it had another one, or none
        text = "{head} goes to row {row} ({weight}, {place} by place)"
    else:
        text = "{head} stays at row {row} ({weight}, {place} by place)"
        if offset:
            text = "{head} moves {shift} to row {row} ({weight}, {place} by place)"
    return say(text, **values)


def _answer(frame: NtmFrame, method: str, step: int) -> Message:
    shown = frame.shown
    if not shown.mask[step]:
        return say("an input")
    outputs = frame.rival if method == LSTM else frame.outputs
    wrong = int(np.sum((outputs[step] > 0.5) != (shown.targets[step] > 0.5)))
    text = "all bits right" if wrong == 0 else "{wrong} of {count} bits wrong"
    return say(text, wrong=wrong, count=shown.targets.shape[1])
