"""Writes how far work without a window is: one updating line on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TextIO


class Progress:
    """Progress lines about `count` things, "meta-step" unless they are others. What cannot be written ends nothing."""

    def __init__(self, count: int, stream: TextIO, thing: str = "meta-step") -> None:
        self._count, self._thing = count, thing
        self._stream = stream
        self._terminal = stream.isatty()
        self._next = 0.0
        self._last = ""  # what was written last
        self._began = time.monotonic()

    def show(self, done: int, rate: float | None, left: float | None = None, more: str = "") -> None:
        """Report that so many are done. Where lines stay, none is written twice in a row.

        Args:
            done: how many.
            rate: per second; nothing is said while it is 0, and no rate where it is None: not known yet.
            left: seconds; None: as many as the rest takes at this rate.
            more: what else there is to say.
        """
        if (now := time.monotonic()) < self._next or rate == 0:
            return
        self._next = now + (0.1 if self._terminal else 2.0)
        line = f"{self._thing} {done} of {self._count}"
        if rate is not None:
            minutes, seconds = divmod(round((self._count - done) / rate if left is None else left), 60)
            shown = f"{rate:.0f}" if rate >= 10 else f"{rate:.2g}"
            line += f", {shown} per second, {minutes}:{seconds:02d} to go"
        line += more
        if self._terminal or line != self._last:
            self._last = line
            self._write(f"\r{line:<78}" if self._terminal else f"{line}\n")

    def tell(self, line: str) -> None:
        """Report something else than progress."""
        self._write(f"\r{line:<78}\n" if self._terminal else f"{line}\n")

    def close(self, done: int, stopped: bool) -> None:
        """Report how it ended."""
        seconds = time.monotonic() - self._began
        verb = "stopped after" if stopped else "done:"
        self.tell(f"{verb} {self._thing} {done} of {self._count}, in {seconds:.1f} s")

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # a log on a full disk, or in letters that it lacks, must not end the work
            self._stream.write(text)
            self._stream.flush()
