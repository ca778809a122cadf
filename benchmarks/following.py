"""Measures following a real headless run: how late its writes arrive, and what of a core it takes."""

from __future__ import annotations

import statistics
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from threading import Thread

from benchmarks.table import Effort, Row
from metascope.simulator.engine.cli import headless, results
from metascope.simulator.engine.files.following import Following
from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.files.session import Journal
from metascope.simulator.engine.history.snapshot import Snapshot

SCENARIO, STEPS = "sine-maml", 10_000_000
EVERY = 2.0  # seconds between two writes, so that there are many
SECONDS, QUICK_SECONDS = 60.0, 20.0
LATEST = 1.0  # seconds of delay at most
SHARE = 2.0  # percent of a core at most


class _Timed(Following):
    """Counts the processor time of the thread that looks."""

    busy = 0.0

    def look(self) -> bool:
        begun = time.thread_time()
        news = super().look()
        self.busy += time.thread_time() - begun
        return news


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    seconds = QUICK_SECONDS if effort.quick else SECONDS
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.following", folder]
        writer = Popen(command, stdout=PIPE, text=True)
        written: list[tuple[int, float]] = []
        listener = Thread(target=_listen, args=(writer, written), daemon=True)
        listener.start()
        following = _Timed(Path(folder) / results.SESSION)
        arrived: list[tuple[int, float]] = []
        following.start()
        while not written:
            time.sleep(0.01)
        busy, begun = following.busy, time.monotonic()
        while time.monotonic() - begun < seconds:
            newest = following.newest
            if newest is not None and (not arrived or arrived[-1][0] < newest.step):
                arrived.append((newest.step, time.monotonic()))
            time.sleep(0.005)
        share = 100 * (following.busy - busy) / (time.monotonic() - begun)
        size = following.path.stat().st_size
        writer.kill()
        writer.wait()
        following.stop()
        listener.join()
    times = dict(arrived)
    late = [times[step] - when for step, when in written if step in times]
    text = f"{len(late)} writes of {size / (1 << 20):.1f} MB: median {statistics.median(late):.2f} s"
    return [
        Row("following a headless run: delay of a write, the largest", text, max(late), "s", most=LATEST),
        Row("following a headless run: its thread", ours=share, unit="% of a core", most=SHARE),
    ]


def _listen(writer: Popen[str], written: list[tuple[int, float]]) -> None:
    assert writer.stdout is not None, "it is a pipe"
    for line in writer.stdout:
        step, when = line.split()
        written.append((int(step), float(when)))


def _write(folder: Path) -> None:
    """Train without a window, and print the meta-step and the moment of each write, on the clock that all share."""
    real = Journal.write

    def write(self: Journal, snapshot: Snapshot) -> None:
        real(self, snapshot)
        print(snapshot.step, time.monotonic(), flush=True)

    Journal.write = write  # type: ignore[method-assign]
    results.KEEP_EVERY = EVERY
    preset = find(SCENARIO)
    headless.train(replace(preset, settings=preset.settings.replaced(steps=STEPS)), folder, sys.stderr)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        _write(Path(sys.argv[1]))
