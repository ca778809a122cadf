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
        self._began = time.monotonic()

    def show(self, done: int, rate: float, left: float | None = None, more: str = "") -> None:
        """Report that so many are done.

        Args:
            done: how many.
            rate: per second; nothing is said before there is one.
            left: seconds; None: as many as the rest takes at this rate.
            more: what else there is to say.
        """
        if (now := time.monotonic()) < self._next or not rate:
            return
        self._next = now + (0.1 if self._terminal else 2.0)
        minutes, seconds = divmod(round((self._count - done) / rate if left is None else left), 60)
        shown = f"{rate:.0f}" if rate >= 10 else f"{rate:.2g}"
        line = f"{self._thing} {done} of {self._count}, {shown} per second, {minutes}:{seconds:02d} to go{more}"
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
        with suppress(OSError):  # such as a log on a full disk
            self._stream.write(text)
            self._stream.flush()
