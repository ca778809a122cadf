"""Records a run: every metric, as many frames as fit, checkpoints, and the log of what a person changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from typing import cast

import numpy as np

from metascope.simulator.engine.frame import Block, Frame
from metascope.simulator.engine.history.checkpoints import Checkpoint, Checkpoints
from metascope.simulator.engine.history.frames import Choice, Filed, Frames, Piece, Several, Single
from metascope.simulator.engine.history.memory_use import arrays_of, give_back
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.rows import Steps
from metascope.simulator.engine.history.snapshot import Load, Snapshot
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steering import Incident, Steering
from metascope.simulator.engine.text import Message

BUDGET = 160 << 20  # bytes: with it the program takes less than 700 MB (docs/measurements.md)

_STEERING_BYTES = 600  # per change in the log
_END = 1 << 62  # later than any meta-step
_PARTS = 64  # in which frames are thinned
_FREED = 16 << 20  # bytes that are freed until the system gets them back, or before, once all frames are thinned
_MADE = 8  # frames of blocks, made last, that are kept as they are


class Recording:
    """The history of a run. Metrics are never dropped; old frames are thinned first to stay within `budget` bytes.

        recording = Recording(budget=64 << 20)
        recording.append(simulation.look())
        recording.at(0), recording.metrics.series("maml.loss_after")

    Frames come one by one, or in blocks, which make a frame when it is asked for; of the last few made, `at` and
    `newest` return the same object again.

    The first frame, the newest and the bookmarked ones are always kept. In a run so long that its metrics alone take
    three quarters of the budget, frames keep the last quarter. Checkpoints take at most an eighth, beside the latest.
    One thread appends while others read; a lock is held for the few microseconds of either, never during training or
    painting.

    `origin` is the meta-step at which a replay starts; everything before it is history from another run.
    """

    def __init__(self, budget: int = BUDGET, origin: int = 0) -> None:
        self.budget = budget
        self.origin = origin
        self.metrics = Metrics()
        self._lock = Lock()  # held for microseconds by readers and writers
        self._writing = Lock()  # held while adding and thinning, which may take longer
        self._pieces: list[Piece] = []  # ascending
        self._made: OrderedDict[int, Frame] = OrderedDict()  # those of blocks that were made last, by step
        self._load: Load = _nothing
        self._stride = 1  # of new frames
        self._thinned = 0  # number of pieces, the first ones, that are thinned to twice the stride
        self._bookmarks: frozenset[int] = frozenset()
        self._taken = 0  # bytes of the frames
        self._freed = 0  # bytes of those dropped, since memory was given back
        self._steering: list[Steering] = []
        self._incidents: tuple[Incident, ...] = ()
        self._checkpoints = Checkpoints(room=budget // 8)

    def append(self, frame: Frame) -> None:
        """Add the newest frame and its metrics; a frame of the same step as the newest replaces it.

        Raises:
            ValueError: its step is before the newest one's; a run that goes back needs a recording of its own.
        """
        self.metrics.append(frame.step, frame.metrics)
        passing = frame.step % self._stride != 0  # the next frame replaces it, so its size does not matter
        arrays = () if passing else arrays_of(frame)
        with self._writing:
            with self._lock:
                self._give_way(frame.step)
                self._add(Single(frame, arrays, self._pieces[-1] if self._pieces else None))
            self._fit()

    def append_block(self, block: Block) -> None:
        """Add the meta-steps of a block, as if each of its frames were appended; of them, it has those to be kept.

        Raises:
            ValueError: its first step is not after the newest one's.
        """
        steps, measured = block.steps, block.measured
        if not len(steps):
            return
        self.metrics.extend(measured.steps, measured.columns)
        with self._writing:
            places = self._choice(int(steps[-1])).among(steps)
            piece = Several(block.alone() if len(places) == len(steps) else block.only(places))
            with self._lock:
                self._give_way(int(measured.steps[0]))
                self._add(piece)
            self._fit()

    def at(self, step: int) -> Frame:
        """Return the newest kept frame at or before `step`, or the first one.

        Raises:
            LookupError: nothing was recorded.
            UserError: it is in a damaged part of a file.
        """
        with self._lock:
            piece, place, kept = Frames(self._pieces).before(step)
            made, load = self._made.get(kept), self._load
        if not isinstance(piece, Several):
            return piece.frame(place) or load(kept)
        frame = made or piece.frame(place)
        with self._lock:
            frame = self._made.setdefault(kept, frame)
            self._made.move_to_end(kept)
            while len(self._made) > _MADE:
                self._made.popitem(last=False)
        return frame

    @property
    def newest(self) -> Frame | None:
        """The frame that was added last; a UserError if it is in a damaged file."""
        try:
            return self.at(_END)
        except LookupError:
            return None

    @property
    def reads_files(self) -> bool:
        """Whether some frames come from a file, which is untrusted: views may fail to draw them."""
        return self._load is not _nothing

    @property
    def stride(self) -> int:
        """Of new frames those are kept whose meta-step this number divides, and the newest one."""
        return self._stride

    @property
    def newest_step(self) -> int:
        """The meta-step of the frame that was added last, -1 if there is none."""
        with self._lock:
            return self._last()

    def kept_steps(self) -> tuple[int, ...]:
        """Return the steps of the kept frames, ascending."""
        with self._lock:
            pieces = tuple(self._pieces)
        return tuple(Frames(pieces))

    @property
    def nbytes(self) -> int:
        """Bytes of frames, metrics, checkpoints and the log; an array shared by frames counts once."""
        return self._taken + self._fixed()

    def set_budget(self, budget: int) -> None:
        """Change the limit to `budget` bytes; frames and checkpoints are thinned if they exceed it."""
        with self._writing:
            self.budget = budget
            with self._lock:
                self._checkpoints.set_room(budget // 8)
            self._fit()

    def bookmark(self, step: int) -> int:
        """Keep the frame shown at `step` permanently, and return that frame's step.

        Raises:
            LookupError: nothing was recorded.
        """
        with self._lock:
            _, _, kept = Frames(self._pieces).before(step)
            self._bookmarks |= {kept}
        return kept

    def remove_bookmark(self, step: int) -> None:
        """Allow the frame of `step` to be thinned like any other; does nothing if there is no bookmark."""
        self._bookmarks -= {step}

    @property
    def bookmarks(self) -> tuple[int, ...]:
        """The bookmarked steps, ascending."""
        return tuple(sorted(self._bookmarks))

    def steer(self, step: int, name: str, value: object, draft: bool = False) -> None:
        """Log a change that was applied. All changes together reproduce the run."""
        with self._lock:
            self._steering.append(Steering(step, name, value, draft))

    @property
    def steering(self) -> tuple[Steering, ...]:
        """The log of changes, in order."""
        with self._lock:
            return tuple(self._steering)

    @property
    def steered(self) -> int:
        """The number of changes in the log."""
        return len(self._steering)

    def note_incident(self, step: int, reason: Message) -> None:
        """Log that the run stopped by itself after `step`."""
        self._incidents = (*self._incidents, Incident(step, reason))

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """When and why the run stopped by itself."""
        return self._incidents

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """The kept checkpoints, ascending; the first is the run's origin."""
        with self._lock:
            return tuple(self._checkpoints)

    def count_training(self, seconds: float) -> None:
        """Count the seconds that a meta-step took: checkpoints of a slow run are spaced by them."""
        self._checkpoints.train(seconds)

    def checkpoint_due(self, step: int) -> bool:
        """Return whether the state at `step` should be kept."""
        return self._checkpoints.due(step)

    def steps_to_checkpoint(self, step: int) -> int:
        """Return after how many meta-steps from `step` a checkpoint is due at the latest, at least 1."""
        return self._checkpoints.steps_to_due(step)

    def has_checkpoint(self, step: int) -> bool:
        """Return whether there is a checkpoint at `step`, which is that of the newest frame."""
        return self._checkpoints.is_after(step)

    def keep_checkpoint(self, step: int, state: State) -> None:
        """Keep the state after `step` meta-steps and all changes so far."""
        with self._lock:
            self._checkpoints.add(Checkpoint.of(step, len(self._steering), state))

    def keep_latest(self, step: int, state: State) -> None:
        """Keep the state after `step` meta-steps and all changes so far until the next checkpoint."""
        with self._lock:
            self._checkpoints.add_latest(Checkpoint.of(step, len(self._steering), state))

    def begin_anew(self, step: int, state: State | None = None) -> None:
        """Move the run's origin to `step`, with `state` or the next checkpoint; everything before is history."""
        with self._lock:
            self.origin = step
            self._steering.clear()
            kept = [] if state is None else [Checkpoint.of(step, 0, state)]
            self._checkpoints = Checkpoints(kept, self.budget // 8)

    def until(self, step: int) -> Recording:
        """Return an independent recording with everything up to `step`, sharing frames and arrays, for a branch."""
        shot = self.snapshot()
        made = Recording(self.budget, min(self.origin, step))
        made.metrics = self.metrics.until(step)
        made._steering = [event for event in shot.steering if event.step <= step]
        checkpoints = (one for one in shot.checkpoints if one.step <= step and one.steered <= len(made._steering))
        made._checkpoints = Checkpoints(checkpoints, self.budget // 8)
        made._bookmarks = frozenset(mark for mark in shot.bookmarks if mark <= step)
        made._incidents = tuple(one for one in shot.incidents if one.step <= step)
        pieces = cast("Frames", shot.frames).pieces
        made._hold((kept for piece in pieces if (kept := piece.until(step)) is not None), shot.load)
        return made

    def adopt(
        self,
        steps: Iterable[int],
        load: Load,
        *,
        steering: Iterable[Steering] = (),
        checkpoints: Iterable[Checkpoint] = (),
        bookmarks: Iterable[int] = (),
        incidents: Iterable[Incident] = (),
    ) -> None:
        """Take over a run from a file, in place of one that was; its frames are read on demand, metrics are apart."""
        kept = np.array(sorted(steps), np.int64)
        with self._writing:
            with self._lock:
                self._steering = list(steering)
                self._checkpoints = Checkpoints(checkpoints, self.budget // 8)
                self.origin = self._checkpoints[0].step if self._checkpoints else 0
                self._bookmarks = frozenset(bookmarks)
                self._incidents = tuple(incidents)
                self._pieces, self._taken = [], 0
                self._made.clear()
                self._load = load
                if len(kept):
                    self._add(Filed(kept))
            self._fit()

    def read_on(
        self,
        steps: Steps,
        *,
        steering: Iterable[Steering] = (),
        checkpoints: Iterable[Checkpoint] = (),
        incidents: Iterable[Incident] = (),
    ) -> None:
        """Take over what was added to the file that it reads: frames of ascending `steps` (n,), and what happened.

        Of the last frame there may be a new one.
        """
        with self._writing, self._lock:
            self._steering += steering
            for checkpoint in checkpoints:
                self._checkpoints.train(checkpoint.seconds)
                self._checkpoints.add(checkpoint)
            self._incidents = (*self._incidents, *incidents)
            if len(steps):
                self._give_way(int(steps[0]))
                self._add(Filed(steps))

    def snapshot(self) -> Snapshot:
        """Return everything as it is now."""
        with self._lock:
            pieces = tuple(self._pieces)
            log, checkpoints, load, origin = tuple(self._steering), tuple(self._checkpoints), self._load, self.origin
        return Snapshot(
            step=pieces[-1].last if pieces else -1,
            metrics=self.metrics,
            frames=Frames(pieces),
            load=load,
            steering=log,
            checkpoints=checkpoints,
            bookmarks=self.bookmarks,
            incidents=self._incidents,
            origin=origin,
        )

    def _hold(self, pieces: Iterable[Piece], load: Load) -> None:
        self._load = load
        for piece in pieces:
            self._add(piece.behind(self._pieces[-1] if self._pieces else None) if isinstance(piece, Single) else piece)
        self._fit()

    def _add(self, piece: Piece) -> None:
        self._taken += piece.nbytes
        self._pieces.append(piece)

    def _give_way(self, step: int) -> None:
        """Remove the newest frame if it is of `step`, or is not to be kept once there is a newer one."""
        if not self._pieces:
            return
        piece = self._pieces[-1]
        if piece.last != step and (isinstance(piece, Filed) or self._choice().holds(piece.last)):
            return
        left = piece.without_last()
        self._taken += (0 if left is None else left.nbytes) - piece.nbytes
        self._pieces[-1:] = [] if left is None else [left]

    def _last(self) -> int:
        return self._pieces[-1].last if self._pieces else -1

    def _fixed(self) -> int:
        """Return the bytes of everything except frames."""
        return self.metrics.nbytes + self._checkpoints.nbytes + _STEERING_BYTES * len(self._steering)

    def _fit(self) -> None:
        """Thin the frames until they fit into what the rest leaves, but into no less than a quarter of the budget."""
        room = max(self.budget - self._fixed(), self.budget // 4)
        before = self._stride
        while self._taken > room and self._stride <= self._last():
            self._thin()
        if self._stride > before or self._freed > _FREED:
            self._freed = 0
            give_back()

    def _thin(self) -> None:
        """Drop every second frame of some pieces, the oldest that were not yet thinned; those in a file cost nothing.

        A part at a time, as room is needed: to thin all of them at once would stop training, and what is seen of it,
        for a tenth of a second.
        """
        pieces, begin = self._pieces, self._thinned
        end = min(begin + max(1, len(pieces) // _PARTS), len(pieces))
        choice, before = self._choice(self._last(), 2 * self._stride), pieces[begin - 1] if begin else None
        kept = list[Piece]()
        for piece in pieces[begin:end]:
            left = piece.thinned(choice, before)
            if left is not None:
                kept.append(left)
                before = left
        self._thinned = begin + len(kept)
        following = pieces[end] if end < len(pieces) else None
        if isinstance(following, Single) and following.arrays:  # what it shared with a frame that is gone counts now
            kept.append(following.behind(before))
            end += 1
        freed = sum(piece.nbytes for piece in pieces[begin:end]) - sum(piece.nbytes for piece in kept)
        self._freed += freed
        with self._lock:
            self._taken -= freed
            pieces[begin:end] = kept
        if self._thinned == len(pieces):
            self._stride, self._thinned = 2 * self._stride, 0

    def _choice(self, newest: int = -1, stride: int | None = None) -> Choice:
        """Return which frames are kept, where `newest` is the newest: every `stride`-th, or as new ones are."""
        return Choice(stride or self._stride, self._bookmarks, self._pieces[0].first if self._pieces else -1, newest)


def _nothing(step: int) -> Frame:
    raise LookupError(f"no file has the frame of meta-step {step}")
