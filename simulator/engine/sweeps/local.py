"""Fills a sweep's folder by processes of this machine alone, without Dask: what the window begins for a person.

    python -m metascope.simulator.engine.sweeps.local DIR          goes on with the sweep in a folder
    python -m metascope.simulator.engine.sweeps.local DIR FILE     begins the sweep that a file describes, in a folder

Each run is what a worker of a cluster does (`work`). One process fewer than there are cores does them, at low priority,
so that a run in the window goes on. SIGTERM and Ctrl+C leave a folder that can be gone on with.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from metascope.simulator.engine.cli.headless import told_to_stop
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.atomic import read_json
from metascope.simulator.engine.sweeps.ends import Ends
from metascope.simulator.engine.sweeps.engines import common_engine
from metascope.simulator.engine.sweeps.folder import Doing, Row, is_sweep_folder, read_head
from metascope.simulator.engine.sweeps.parsing import parse
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.work import Result, job_of, work
from metascope.simulator.engine.sweeps.writing import FolderWriter
from metascope.simulator.engine.text import readable, say

TRIES = 3  # of a run whose process ended with it, or with another one
_GLANCE = 0.25  # seconds between two looks at what is to be done besides
_NICE = 10  # by which the runs leave the processor to others


def fill(plan: Plan, folder: Path, told: Callable[[], bool], workers: int | None = None) -> Doing:
    """Do all runs of a sweep that are to be done, or as many until `told` returns true.

    Args:
        plan: the sweep.
        folder: which is made, or holds what was done of this sweep.
        told: returns true once no more is wanted.
        workers: processes; None: one fewer than there are cores, but one.

    Returns:
        how it ended.

    Raises:
        UserError: in one line, why it cannot begin or go on.
    """
    writer = FolderWriter(folder, plan, lambda: common_engine(plan, lambda _: None))
    doing: Doing = "interrupted"
    try:
        writer.tell("preparing", 0, None, None)
        doing = _Filling(plan, writer, workers or max((os.cpu_count() or 2) - 1, 1)).go(told)
    finally:
        writer.close(doing)
    return doing


class _Filling:
    def __init__(self, plan: Plan, writer: FolderWriter, workers: int) -> None:
        self._plan, self._writer, self._workers = plan, writer, workers
        self._waiting = deque(index for index in range(len(plan)) if index not in writer.rows)
        self._out: dict[Future[Result], int] = {}
        self._tries: Counter[int] = Counter()
        self._ends = Ends()

    def go(self, told: Callable[[], bool]) -> Doing:
        pool = self._pool()
        try:
            while self._waiting or self._out:
                if told():
                    return "interrupted"
                if self._step(pool):
                    pool.shutdown(wait=False)
                    pool = self._pool()
            return "finished"
        finally:
            for process in multiprocessing.active_children():  # a run under way would be waited for
                process.terminate()
            pool.shutdown(cancel_futures=True)

    def _pool(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(min(self._workers, len(self._plan)), context, _settle)

    def _step(self, pool: ProcessPoolExecutor) -> bool:
        """Hand out runs, wait a moment for what they bring; return whether the processes must be made anew."""
        broken = False
        try:
            while self._waiting and len(self._out) < self._workers:
                index = self._waiting.popleft()
                job = job_of(self._plan, index, self._writer.engine, self._writer.path, self._writer.token)
                self._out[pool.submit(work, job)] = index
                self._tries[index] += 1
                self._ends.begin()
        except UserError as error:  # settings that do not go together
            self._end(Row(index, "failed", " ".join(str(error).split())))
        except BrokenProcessPool:  # a process has ended between two runs; those of the others end with it
            self._waiting.appendleft(index)
            broken = True
        ended = wait(self._out) if broken else wait(self._out, _GLANCE, FIRST_COMPLETED)
        for future in ended.done:
            broken = self._take(self._out.pop(future), future) or broken
        self._tell()
        return broken

    def _take(self, index: int, future: Future[Result]) -> bool:
        """Add what came of a run; return whether its process is gone."""
        try:
            result = future.result()
        except BrokenProcessPool:
            if self._tries[index] < TRIES:
                self._waiting.append(index)
            else:
                self._end(Row(index, "failed", f"its process was lost {TRIES} times", tries=TRIES))
            return True
        if result.refused:
            raise refuse("", say("the runs of this sweep cannot be done: {reason}", reason=result.refused))
        self._end(replace(Row.loads(result.row, "a process"), tries=max(self._tries[index], 1)))
        return False

    def _end(self, row: Row) -> None:
        self._writer.add(row)
        self._ends.add()

    def _tell(self) -> None:
        left = self._ends.left(len(self._plan) - len(self._writer.rows))
        self._writer.tell("running", len(self._out), self._ends.rate, left)


def _settle() -> None:
    """Prepare a process: it leaves Ctrl+C to the one that began it, ends with it, and lets others go first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    parent = multiprocessing.parent_process()
    assert parent is not None, "it was begun by another process"

    def follow() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _read(path: Path) -> Plan:
    """Return the sweep in a file, whose settings the program has written; those that do not go together fail."""
    return parse(read_json(path), readable(path.stem), str(path), path.parent, confirmed=True, checked=True)


def log_of(folder: Path) -> Path:
    """Return the path of the file, beside a folder, that says why it could not be filled."""
    return folder.with_name(f"{folder.name}.log")


def main(arguments: Sequence[str]) -> int:
    """Fill the folder that is named; the exit status is 0 for a whole sweep, 1 for one that goes on another time."""
    folder = Path(arguments[0])
    try:
        plan = read_head(folder).plan if is_sweep_folder(folder) else _read(Path(arguments[1]))
        with told_to_stop() as told:
            return 0 if fill(plan, folder, told.is_set) == "finished" else 1
    except UserError as error:
        line = " ".join(str(error).split())
        print(line, file=sys.stderr)
        with suppress(OSError):
            log_of(folder).write_text(f"{line}\n", encoding="utf-8")
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
