"""Writes a run into a session file, completely or incrementally, one segment at a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from heapq import merge
from itertools import zip_longest
from typing import final
from weakref import ref

import numpy as np

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session_format import states
from metascope.simulator.engine.files.session_format.compounds import Fields
from metascope.simulator.engine.files.session_format.container import MemberWriter
from metascope.simulator.engine.files.session_format.logs import Log
from metascope.simulator.engine.files.session_format.segments import SegmentWriter, Stretch
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.checkpoints import Checkpoint
from metascope.simulator.engine.history.memory_use import Arrays, arrays_of
from metascope.simulator.engine.history.rows import Array, Steps
from metascope.simulator.engine.history.snapshot import Snapshot

_ROWS = 8192  # rows of metrics between two places where a segment may end
_BREATH = 0.002  # seconds after which other threads may run
_PAUSE = 0.0005

Progress = Callable[[float], object]  # called with the fraction done


@dataclass(frozen=True)
class _Item:
    """A place where a segment may end: after a frame, after a checkpoint, or between rows of metrics."""

    step: int
    framed: bool = False  # there is a frame
    checkpoint: Checkpoint | None = None
    weight: int = 0  # bytes, about


@dataclass(frozen=True)
class _Written:
    """How much of a run is written."""

    step: int = -1
    source: ref[object] | None = None  # of the last frame; None: it was in a file
    row: int = -1  # the step of the last one
    steering: tuple[object, ...] = ()
    incidents: int = 0
    bookmarks: tuple[int, ...] = ()
    checkpoint: int = -1  # the step of the last one
    origin: Checkpoint | None = None


@final
class Scribe:
    """Writes one run into one file: first all of it, then repeatedly what is new since then.

    Promises: other threads can run every few milliseconds; no frame is kept alive between two writes. A frame
    or checkpoint that can no longer be read from its file is left out.
    """

    def __init__(self, fields: Fields) -> None:
        self._breath = time.perf_counter()
        self._segments = SegmentWriter(fields, self._breathe)
        self._done = _Written()
        self._weighed: Arrays = ()  # of the frame that was weighed last
        self.frames = 0  # in the file
        self.checkpoints = 0
        self.left_out = 0  # frames and checkpoints that could not be read

    def goes_on(self, snapshot: Snapshot) -> bool:
        """Return whether what was written is still the beginning of the run, or its last frame can be replaced."""
        done, steering = self._done, snapshot.steering
        changed = any(event.step == done.step for event in steering[len(done.steering) :])
        return (
            snapshot.step >= done.step
            and steering[: len(done.steering)] == done.steering
            and (done.origin is None or snapshot.checkpoints[:1] == (done.origin,))
            and not (changed and done.step not in snapshot.frames)  # its new frame was dropped since
        )

    def write(self, snapshot: Snapshot, to: MemberWriter, progress: Progress) -> None:
        """Write what is new in `snapshot`, which must continue the last one.

        Raises:
            OSError: writing fails.
            Malformed: the run exceeds the limits of a session file.
        """
        self._segments.serials.begin_write()
        try:
            self._write(snapshot, to, progress)
        finally:
            self._segments.serials.begin_segment()
            self._weighed = ()

    def _write(self, snapshot: Snapshot, to: MemberWriter, progress: Progress) -> None:
        first = self._first(snapshot)
        self._done = replace(self._done, row=first - 1)
        items = self._items(snapshot, first)
        stretch = Stretch()
        for number, item in enumerate(items):
            self._gather(item, stretch, snapshot)
            if stretch.full:
                self._segment(stretch, item.step, snapshot, to)
                stretch = Stretch()
                progress(number / len(items))
        if stretch.frames or stretch.states or self._has_news(snapshot):
            self._segment(stretch, snapshot.step, snapshot, to)
        source = snapshot.source(snapshot.step)
        self._done = replace(
            self._done,
            step=snapshot.step,
            source=None if source is None else ref(source),
            origin=snapshot.checkpoints[0] if snapshot.checkpoints else None,
        )
        progress(1.0)

    def _has_news(self, snapshot: Snapshot) -> bool:
        done = self._done
        return (
            snapshot.step > done.row
            or len(snapshot.steering) > len(done.steering)
            or len(snapshot.incidents) > done.incidents
            or snapshot.bookmarks != done.bookmarks
        )

    def _first(self, snapshot: Snapshot) -> int:
        """Return the first meta-step to write: the last one again if its frame was replaced."""
        done = self._done
        source = snapshot.source(done.step)
        replaced = source is not None and (done.source is None or done.source() is not source)
        return done.step if replaced else done.step + 1

    def _rows(self, snapshot: Snapshot, end: int) -> tuple[tuple[str, ...], Steps, Array]:
        """Return names, steps and values of the rows up to `end`; the newest row may be changing: use its frame's."""
        first, last = self._done.row + 1, snapshot.step
        frame = snapshot.frames.get(last) if first <= last <= end else None
        names, steps, values = snapshot.metrics.between(first, end if frame is None else last - 1)
        if frame is None:
            return names, steps, values
        fresh = tuple(name for name in frame.metrics if name not in names)
        own = [frame.metrics.get(name, np.nan) for name in (*names, *fresh)]
        absent = np.full((len(values), len(fresh)), np.nan)
        return (*names, *fresh), np.append(steps, last), np.vstack([np.hstack([values, absent]), own])

    def _items(self, snapshot: Snapshot, first: int) -> list[_Item]:
        """Return the items to write from meta-step `first` on, in the order of the run."""
        frames = (_Item(step, framed=True) for step in snapshot.frames if step >= first)
        checkpoints = [_Item(it.step, checkpoint=it) for it in snapshot.checkpoints if it.step > self._done.checkpoint]
        weight = 8 * _ROWS * (len(snapshot.metrics.names) + 1)
        rows = [_Item(step, weight=weight) for step in range(first + _ROWS, snapshot.step, _ROWS)]
        return list(merge(frames, checkpoints, rows, key=lambda item: item.step))  # sorting would block other threads

    def _gather(self, item: _Item, stretch: Stretch, snapshot: Snapshot) -> None:
        """Add an item to a stretch; what is in a block or a file is made now, and left out if it is damaged."""
        stretch.weight += item.weight
        try:
            if item.checkpoint is not None:
                state = item.checkpoint.state
                stretch.states.append((item.checkpoint, state))
                stretch.weight += states.weight(state)
            elif item.framed:
                frame = snapshot.frames[item.step] or snapshot.load(item.step)
                stretch.frames.append((item.step, frame))
                stretch.weight += self._weight(frame)
        except UserError:
            self.left_out += 1

    def _segment(self, stretch: Stretch, end: int, snapshot: Snapshot, to: MemberWriter) -> None:
        """Write a stretch with everything up to the meta-step `end`."""
        done = self._done
        names, steps, values = self._rows(snapshot, end)
        steering = tuple(it for it in snapshot.steering[len(done.steering) :] if it.step <= end)
        incidents = tuple(it for it in snapshot.incidents[done.incidents :] if it.step <= end)
        log = Log(
            names=names,
            steps=steps,
            values=values,
            frames=np.array([step for step, _ in stretch.frames], np.int64),
            checkpoints=tuple((one.step, one.steered) for one, _ in stretch.states),
            steering=steering,
            incidents=incidents,
            bookmarks=snapshot.bookmarks,
            origin=snapshot.origin,
        )
        self._segments.write(stretch, log, to)
        self.frames += len(stretch.frames)
        self.checkpoints += len(stretch.states)
        self._done = replace(
            done,
            row=end,
            steering=(*done.steering, *steering),
            incidents=done.incidents + len(incidents),
            bookmarks=snapshot.bookmarks,
            checkpoint=max([done.checkpoint, *(one.step for one, _ in stretch.states)]),
        )

    def _weight(self, frame: Frame) -> int:
        """Return the bytes of the arrays that the frame weighed before does not have in the same places."""
        self._breathe()
        arrays, before = arrays_of(frame), self._weighed
        self._weighed = arrays
        return sum(one.nbytes for one, other in zip_longest(arrays, before) if one is not None and one is not other)

    def _breathe(self) -> None:
        if time.perf_counter() - self._breath > _BREATH:
            time.sleep(_PAUSE)
            self._breath = time.perf_counter()
