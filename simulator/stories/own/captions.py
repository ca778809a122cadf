"""Writes what a recorded run holds at an inner step, in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.simulator.stories.own.names import RUN, owner_of

_MOST = 3  # parts that one sentence tells
_SHOWN = 3  # coordinates of a point that are told


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each inner step of `method`, created when it is looked up."""
    assert isinstance(frame, OwnFrame), "the frame must be of this story"
    return Captions([partial(_sentence, frame, method, tick) for tick in range(frame.ticks())])


def _sentence(frame: OwnFrame, method: str, tick: int) -> Message:
    told = list(_parts(frame, method, tick))[:_MOST]
    text = say("Inner step {tick} of {last}", tick=tick, last=frame.ticks() - 1)
    if frame.ticks() == 1:
        text = say("Meta-step {step}", step=frame.step)
    if not told:
        return say("{place}: nothing was recorded of {method}", place=text, method=method)
    for number, part in enumerate(told):
        text = say("{place}: {told}", place=text, told=part) if not number else _joined(text, part)
    return text


def _joined(text: Message, part: Message) -> Message:
    return say("{text}; {part}", text=text, part=part)


def _parts(frame: OwnFrame, method: str, tick: int) -> Iterator[Message]:
    """Yield what there is of a method, or of none, at an inner step."""
    if method in frame.methods:
        index = frame.methods.index(method)
        for name, points in frame.paths.items():
            yield _point(name, points[index], tick)
    for name, curves in frame.gates.items():
        if owner_of(name, frame.methods) in (method, RUN):
            yield _spread(name, curves[min(tick, len(curves) - 1)])
    for name, maps in frame.heatmaps.items():
        if owner_of(name, frame.methods) in (method, RUN):
            yield _spread(name, maps[min(tick, len(maps) - 1)])


def _point(name: str, points: NDArray[np.float32], tick: int) -> Message:
    now = min(tick, len(points) - 1)
    shown = ", ".join(map(_number, points[now, :_SHOWN].tolist())) + (", …" if points.shape[1] > _SHOWN else "")
    if not now:
        return say("{name} = ({values})", name=name, values=shown)
    moved = float(np.linalg.norm(points[now].astype(float) - points[now - 1]))
    return say("{name} = ({values}), moved by {moved}", name=name, values=shown, moved=_number(moved))


def _spread(name: str, values: NDArray[np.float32]) -> Message:
    known = values[np.isfinite(values)]
    if not known.size:
        return say("{name} is undefined or infinite", name=name)
    low, high = _number(float(known.min())), _number(float(known.max()))
    if values.size == 1:
        return say("{name} = {value}", name=name, value=low)
    return say("{name} from {low} to {high}", name=name, low=low, high=high)


def _number(value: float) -> str:
    return f"{value:.3g}"
