"""Replays a recorded run from its settings, seed and steering log, and compares every number."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass

import numpy as np

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.history.travel import as_tensors, completed, follow, restore_checked
from metascope.simulator.engine.simulation import Simulation, State
from metascope.simulator.engine.text import Message, say

Told = Callable[[int], object]


@dataclass(frozen=True)
class Verdict:
    """The result of a replay: how much was compared, and the first difference, None if all was equal bit for bit."""

    first: int  # meta-step
    last: int
    rows: int  # of metrics
    checkpoints: int
    frames: int
    difference: Message | None

    @property
    def text(self) -> Message:
        """The result as a sentence."""
        counts = {"rows": self.rows, "checkpoints": self.checkpoints, "frames": self.frames}
        if self.difference is not None:
            return say("did not match: {difference}", difference=self.difference)
        return say(
            "matched bit for bit: {rows} rows of metrics, {checkpoints} checkpoints and {frames} frames, "
            "meta-steps {first} to {last}",
            first=self.first,
            last=self.last,
            **counts,
        )


def replay(simulation: Simulation, past: Snapshot, told: Told = lambda step: None) -> tuple[Recording, Verdict]:
    """Run again what `past` recorded, from its origin to its end, and compare metrics, checkpoints and frames.

    Args:
        simulation: at its start, with the settings that the run started with.
        past: the recorded run; if it did not start from settings alone, its first checkpoint is restored.
        told: called after each meta-step.

    Raises:
        UserError: the first checkpoint does not fit, or a part of the file is damaged.
    """
    again = Recording(origin=past.origin)
    comparison = _Comparison(past, simulation)
    begin = past.origin
    if past.checkpoints and past.checkpoints[0].step == begin:
        restore_checked(simulation, past.checkpoints[0].state)

    def seen(frame: Frame) -> None:
        again.metrics.append(frame.step, frame.metrics)
        comparison.compare(frame)
        told(frame.step)

    try:
        seen(simulation.look())
        last = follow(simulation, begin, past.steering, past.step, seen)
        again.append(last)
    except Diverged as error:
        comparison.note(say("the replay diverged, which the run did not: {reason}", reason=error.reason))
    except UserError as error:
        comparison.note(say("the replay refused a change, which the run did not: {reason}", reason=str(error)))
    comparison.compare_metrics(again.metrics, begin)
    return again, comparison.verdict()


class _Comparison:
    """Compares frames and states as they arrive, and keeps the first difference."""

    def __init__(self, past: Snapshot, simulation: Simulation) -> None:
        self._past = past
        self._simulation = simulation
        self._changes: dict[int, int] = {}  # step -> changes made at it
        for event in past.steering:
            self._changes[event.step] = self._changes.get(event.step, 0) + 1
        self._checkpoints = {(one.step, one.steered): one for one in past.checkpoints}
        self._steered = 0
        self._before = -1  # the meta-step of the frame before
        self._difference: Message | None = None
        self._rows = self._states = self._frames = 0

    def note(self, difference: Message) -> None:
        self._difference = self._difference or difference

    def compare(self, frame: Frame) -> None:
        """Compare the frame and the state with those kept of the same moment."""
        step = frame.step
        if step == self._before:
            self._steered += 1
            self._changes[step] -= 1
        self._before = step
        checkpoint = self._checkpoints.get((step, self._steered))
        if checkpoint is not None:
            self._states += 1
            recorded = completed(checkpoint.state, type(self._simulation.settings))
            was = {name: it for name, it in recorded.items() if name not in self._simulation.dropped}
            if (name := _differing(as_tensors(was), self._simulation.state())) is not None:
                self.note(say("{name} of the checkpoint at meta-step {step}", name=name, step=step))
        if step in self._past.frames and not self._changes.get(step):  # the kept frame is the last one of its step
            self._frames += 1
            kept = self._past.frames[step] or self._past.load(step)
            if (where := _difference(kept, frame, "frame")) is not None:
                self.note(say("{where} at meta-step {step}", where=where, step=step))

    def compare_metrics(self, again: Metrics, begin: int) -> None:
        """Compare all rows from `begin` on."""
        was, now = self._past.metrics.until(self._past.step), again
        rows = was.steps() >= begin
        self._rows = int(rows.sum())
        if set(was.names) - set(now.names) and self._rows:
            self.note(say("the metrics {names} were not measured", names=", ".join(set(was.names) - set(now.names))))
            return
        steps = was.steps()[rows]
        if not np.array_equal(steps, now.steps()):
            self.note(say("different meta-steps were measured"))
            return
        for name in was.names:
            one, other = was.column(name)[rows], now.column(name)
            unequal = np.flatnonzero(one.view(np.int64) != other.view(np.int64))
            if len(unequal):
                at = int(unequal[0])
                self.note(
                    say(
                        "{name} was {was} and is {now} at meta-step {step}",
                        name=name,
                        was=repr(float(one[at])),
                        now=repr(float(other[at])),
                        step=int(steps[at]),
                    )
                )

    def verdict(self) -> Verdict:
        past = self._past
        return Verdict(past.origin, past.step, self._rows, self._states, self._frames, self._difference)


def _differing(one: State, other: State) -> str | None:
    """Return the name of the first value of `one` that is not equal bit for bit in `other`, or None.

    What only `other` has is of a later version than the one that recorded `one`.
    """
    for name in sorted(one):
        if not _equal(one.get(name), other.get(name)):
            return name
    return None


def _equal(one: object, other: object) -> bool:
    if hasattr(one, "numpy") and hasattr(other, "numpy"):  # tensors, recognized without importing torch
        one, other = one.numpy(), other.numpy()
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (math.isnan(one) and math.isnan(other))  # not measured, both times
    return type(one) is type(other) and one == other


def _difference(one: object, other: object, where: str) -> str | None:
    """Return where two parts of frames first differ, None if all that `one` recorded is equal bit for bit.

    What a frame declares as not to be compared, such as a measured time, may differ.
    """
    if isinstance(one, np.ndarray) or not (is_dataclass(one) or isinstance(one, Mapping | tuple | list)):
        return None if _equal(one, other) else where
    if type(one) is not type(other) and is_dataclass(one):
        return where
    if isinstance(one, tuple | list) and isinstance(other, tuple | list) and len(one) != len(other):
        return where
    parts = dict(_parts(other))
    for name, inner in _recorded(one):
        if name not in parts or (found := _difference(inner, parts[name], f"{where}.{name}")) is not None:
            return f"{where}.{name}" if name not in parts else found
    return None


def _recorded(thing: object) -> list[tuple[str, object]]:
    """Return the parts of a value without those that the version of the program that recorded it did not have yet."""
    new = {field.name for field in fields(thing) if field.default is None} if is_dataclass(thing) else set()
    return [(name, part) for name, part in _parts(thing) if part is not None or name not in new]


def _parts(thing: object) -> list[tuple[str, object]]:
    if is_dataclass(thing):
        return [(field.name, getattr(thing, field.name)) for field in fields(thing) if field.compare]
    if isinstance(thing, Mapping):
        return [(str(name), value) for name, value in thing.items()]
    return [(str(index), value) for index, value in enumerate(thing if isinstance(thing, tuple | list) else ())]
