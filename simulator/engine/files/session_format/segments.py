"""Writes segments of a session file: a stretch of a run as one log and the parts that follow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import final

from metascope.simulator.engine.files.session_format import logs, states
from metascope.simulator.engine.files.session_format.arrays import Pool, Serials
from metascope.simulator.engine.files.session_format.columns import Writing
from metascope.simulator.engine.files.session_format.compounds import Fields
from metascope.simulator.engine.files.session_format.container import MemberWriter
from metascope.simulator.engine.files.session_format.logs import Log
from metascope.simulator.engine.files.session_format.sheets import Sheet
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.checkpoints import Checkpoint
from metascope.simulator.engine.simulation import State

TARGET = 1 << 20  # about how many bytes a segment has: few enough to be read while a person scrubs
FRAMES = 512  # frames of a segment at most


@dataclass
class Stretch:
    """The frames and states of a segment while they are collected."""

    frames: list[tuple[int, Frame]] = field(default_factory=list)  # by step, ascending
    states: list[tuple[Checkpoint, State]] = field(default_factory=list)
    weight: int = 0  # bytes, about

    @property
    def full(self) -> bool:
        """Whether this is enough for a segment."""
        return self.weight >= TARGET or len(self.frames) >= FRAMES


@final
class SegmentWriter:
    """Writes segments into one file, and knows which arrays it already has.

    Args:
        fields: of the story's frames.
        breathe: called often, so that other threads can run.
    """

    def __init__(self, fields: Fields, breathe: Callable[[], None]) -> None:
        self.serials = Serials()
        self.fields = fields
        self._breathe = breathe
        self._count = 0

    def write(self, stretch: Stretch, log: Log, to: MemberWriter) -> None:
        """Write a segment.

        Args:
            stretch: its frames and states.
            log: everything else, its parts and shared arrays not yet filled in.
            to: the end of the file.

        Raises:
            OSError: writing fails.
            Malformed: the run exceeds the limits of a session file.
        """
        frames = self._frames(stretch) if stretch.frames else None
        parts = {"arrays": self._arrays(), "states": self._states(stretch), "frames": frames}
        present = {part: data for part, data in parts.items() if data is not None}
        data = logs.dumps(log, tuple(present), self.serials.first, len(self.serials.pool))
        for part, content in {"log": data, **present}.items():
            to.add(f"{part}/{self._count:08d}.safetensors", content)
            self._breathe()
        self._count += 1
        self.serials.begin_segment()

    def _frames(self, stretch: Stretch) -> bytes:
        writing = Writing(Sheet(), Pool(), self.serials, self._breathe)
        self.fields.pack([frame for _, frame in stretch.frames], "frame", writing)
        writing.pool.put(writing.sheet)
        return writing.sheet.dumps()

    def _arrays(self) -> bytes | None:
        """Return the shared arrays that occur first in this segment."""
        if not len(self.serials.pool):
            return None
        sheet = Sheet()
        self.serials.pool.put(sheet)
        return sheet.dumps()

    def _states(self, stretch: Stretch) -> bytes | None:
        return states.dumps([state for _, state in stretch.states], self._breathe) if stretch.states else None
