"""Writes the captions of the LSTM cell story: what a cell does at each inner step, with its numbers."""

from __future__ import annotations

from functools import partial

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.lstm_cell.course import Tick, tick
from metascope.simulator.stories.lstm_cell.frame import Array, CellFrame
from metascope.simulator.stories.lstm_cell.names import DESCENT, LSTM, METHOD_NAMES, METHODS


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the 3 T + 1 ticks of `method`, created when it is looked up."""
    assert isinstance(frame, CellFrame), "the frame must be of this story"
    told = _CaptionWriter(frame, method)
    return Captions([partial(told.sentence, tick(inner)) for inner in range(frame.ticks())])


def update(frame: CellFrame, method: str, step: int, coordinate: int, known: bool = True) -> Message:
    """Return the memory's update at a time step 1..T, written out with numbers; its result only if `known`."""
    index = METHODS.index(method)
    z_f, z_i, z = (float(part[index, step, coordinate]) for part in (frame.z_f, frame.z_i, frame.z))
    before, after = (float(frame.c[index, t, coordinate]) for t in (step - 1, step))
    return say(
        "{name} = {z_f} · {before} + {z_i} · {z} = {after}",
        name=memory_name(method, coordinate, frame.c.shape[2]),
        z_f=decimal(z_f),
        before=_bracketed(before),
        z_i=decimal(z_i),
        z=_bracketed(z),
        after=decimal(z_f * before + z_i * z if frame.refused[index, step] else after) if known else "…",
    )


def reading(frame: CellFrame, step: int, coordinate: int) -> Message:
    """Return how the plain LSTM's y is mapped to theta at a time step 1..T, with numbers."""
    index, (low, high) = METHODS.index(LSTM), frame.span
    return say(
        "{name} = {low} + {width} · {y} = {theta}",
        name="θ" + _numbered(coordinate, frame.c.shape[2]),
        low=f"{low:g}",
        width=f"{high - low:g}",
        y=decimal(float(frame.y[index, step, coordinate])),
        theta=decimal(float(frame.theta[index, step, coordinate])),
    )


def memory_name(method: str, coordinate: int, dimension: int) -> str:
    """Return the symbol of a cell's memory: c, or theta once it is substituted; numbered if there are two."""
    return ("c" if method == LSTM else "θ") + _numbered(coordinate, dimension)


def _numbered(coordinate: int, dimension: int) -> str:
    return "₁₂"[coordinate] if dimension > 1 else ""


def decimal(value: float) -> str:
    """Return a number as written in an equation: three decimals, or three digits if it is large."""
    return f"{round(value, 3) + 0.0:.3f}" if abs(value) < 100 else f"{value:.3g}"


def place(vector: Array) -> str:
    """Return a vector (d,) as text: its number, or its numbers in brackets."""
    numbers = [decimal(value) for value in vector.tolist()]
    return numbers[0] if len(numbers) == 1 else f"({', '.join(numbers)})"


class _CaptionWriter:
    """The captions of one cell."""

    def __init__(self, frame: CellFrame, method: str) -> None:
        self._frame = frame
        self._method = method
        self._index = METHODS.index(method)

    def sentence(self, at: Tick) -> Message:
        """Return the caption of a tick."""
        if at.part == "start":
            return self._start()
        told = {"gates": self._gates, "memory": self._memory, "output": self._output}[at.part]
        steps = self._frame.loss.shape[1] - 1
        return say("Time step {t} of {steps}: {told}", t=at.step, steps=steps, told=told(at.step))

    def _start(self) -> Message:
        theta, loss = self._at(self._frame.theta, 0), decimal(float(self._frame.loss[self._index, 0]))
        text = "{method}: the guess of θ starts at {theta}, where the loss is {loss}"
        if self._method == LSTM:
            text = "{method}: the guess of θ starts at {theta}, where the loss is {loss}; the memory c is empty"
        return say(text, method=METHOD_NAMES[self._method], theta=theta, loss=loss)

    def _gates(self, step: int) -> Message:
        frame = self._frame
        values = {name: self._at(getattr(frame, name), step) for name in ("z", "z_i", "z_f", "z_o")}
        seen = self._at(frame.gradient, step - 1)
        loss = decimal(float(frame.loss[self._index, step - 1]))
        text = {
            "lstm": "it sees ∇l = {seen}, l = {loss}: z = {z}, zⁱ = {z_i}, zᶠ = {z_f}, zᵒ = {z_o}",
            "memory": "it sees ∇l = {seen}, l = {loss}: z = {z}, zⁱ = {z_i}, zᶠ = {z_f}, zᵒ = {z_o}",
            "gradient": "z is −∇l = {z}; the gates are zⁱ = {z_i}, zᶠ = {z_f}, zᵒ = {z_o}",
            "kept": "z is −∇l = {z} and zᶠ is 1; the gates are zⁱ = {z_i}, zᵒ = {z_o}",
            "descent": "z is −∇l = {z}, zᶠ is 1, zⁱ is η = {z_i}: nothing is left to learn",
        }[self._method]
        return say(text, seen=seen, loss=loss, **values)

    def _memory(self, step: int) -> Message:
        dimension = self._frame.c.shape[2]
        first, *others = (update(self._frame, self._method, step, coordinate) for coordinate in range(dimension))
        for other in others:
            first = say("{first}; {second}", first=first, second=other)
        if self._frame.refused[self._index, step]:
            return say("{update} is off the landscape: the step is not taken", update=first)
        return first

    def _output(self, step: int) -> Message:
        frame = self._frame
        values = {name: self._at(getattr(frame, name), step) for name in ("h", "y", "theta")}
        before, after = (decimal(float(frame.loss[self._index, t])) for t in (step - 1, step))
        text = "h = {h} goes into the next step's gates; loss {before} → {after}"
        if self._method == LSTM:
            text = "h = {h}, y = {y}, read as θ = {theta}: loss {before} → {after}"
        if self._method == DESCENT:
            text = "gradient descent, θ = {theta}: loss {before} → {after}"
        return say(text, before=before, after=after, **values)

    def _at(self, part: Array, step: int) -> str:
        return place(part[self._index, step])


def _bracketed(value: float) -> str:
    return f"({decimal(value)})" if value < 0 else decimal(value)
