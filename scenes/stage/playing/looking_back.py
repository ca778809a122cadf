"""Finds the frame that is looked back at, which may have to be read from a file."""

from __future__ import annotations

from typing import final

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording


@final
class Past:
    """Caches the frame looked back at, and remembers those that cannot be read or drawn.

    past = Past(run.recording)
    frame = past.at(20, newest)
    """

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._asked: tuple[int, Frame | None] | None = None  # the step, and the newest frame if that is the step's
        self._frame: Frame | None = None
        self._failed: set[int] = set()  # steps whose frames could not be read
        self._refused: set[int] = set()  # steps of frames that could not be drawn

    def at(self, step: int, newest: Frame) -> Frame | None:
        """Return the newest frame kept at or before `step`; None if it is known to be unreadable.

        Raises:
            UserError: it cannot be read; raised only the first time.
        """
        asked = (step, newest if step >= newest.step else None)
        if self._asked is None or self._asked[0] != asked[0] or self._asked[1] is not asked[1]:
            self._asked, self._frame = asked, None
            try:
                frame = self._recording.at(step)
                self._frame = None if frame.step in self._refused else frame
            except UserError:
                if step not in self._failed:
                    self._failed.add(step)
                    raise
        return self._frame

    def refuse(self, frame: Frame) -> bool:
        """Never return this frame again, as it cannot be drawn; return whether that is new."""
        news, self._asked = frame.step not in self._refused, None
        self._refused.add(frame.step)
        return news
