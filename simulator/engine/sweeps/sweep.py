"""Runs a sweep on a cluster of Dask: hands out runs, gathers their rows, tries again what a lost worker did."""

from __future__ import annotations

import secrets
import time
from collections import Counter, deque
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TextIO

from metascope.simulator.engine.cli.headless import told_to_stop
from metascope.simulator.engine.cli.progress import Progress
from metascope.simulator.engine.cli.results import insist
from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.sweeps.cluster import (
    Where,
    connected,
    disconnected,
    require_dask,
    told_workers,
    workers_of,
)
from metascope.simulator.engine.sweeps.ends import Ends
from metascope.simulator.engine.sweeps.engines import common_engine
from metascope.simulator.engine.sweeps.folder import Doing, Row, session_path
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.table import require_parquet
from metascope.simulator.engine.sweeps.work import Result, job_of, work_for_scheduler
from metascope.simulator.engine.sweeps.writing import FolderWriter
from metascope.simulator.engine.text import say

TRIES = 3  # of a run whose worker is lost: once, and twice again
_GLANCE = 0.25  # seconds between two looks at what is to be done besides
_AHEAD = 4  # runs that are handed out for each worker, so that none waits
_LEAST_AHEAD = 32
_COUNT_EVERY = 5.0  # seconds between two counts of the workers


class SweepRun:
    """A sweep under way.

    Args:
        plan: the sweep.
        writer: of its folder.
        client: of the scheduler.
        progress: how far it is told.
    """

    def __init__(self, plan: Plan, writer: FolderWriter, client: Any, progress: Progress) -> None:
        self._plan, self._writer, self._client, self._progress = plan, writer, client, progress
        done = frozenset(writer.rows)
        self._waiting = (index for index in range(len(plan)) if index not in done)
        self._again: deque[int] = deque()  # runs that a scheduler gave up too early
        self._upcoming = next(self._waiting, None)
        self._out: dict[int, Any] = {}  # futures by the run's index
        self._starts: Counter[int] = Counter()
        self._losses: Counter[int] = Counter()
        self._events: SimpleQueue[tuple[str, int]] = SimpleQueue()  # from threads of Dask
        self._topic = f"metascope-{secrets.token_hex(8)}"
        self._ends = Ends()
        self._began = time.monotonic()
        self._workers, self._counted = 1, 0.0
        self._warned = False

    def go(self, told: Callable[[], bool]) -> Doing:
        """Do all runs that are to be done, or as many until `told` returns true or their seconds are over.

        Raises:
            UserError: the scheduler is lost, a worker cannot do the runs, or the folder cannot be written.
        """
        self._client.subscribe_topic(self._topic, lambda event: self._events.put(("began", int(event[1]))))
        total = self._plan.budget.total
        try:
            while self._upcoming is not None or self._out:
                if told():
                    return "interrupted"
                if total is not None and time.monotonic() - self._began > total:
                    return "out of time"
                self._hand_out()
                self._hear()
                self._tell()
            return "finished"
        finally:
            for future in self._out.values():
                future.cancel()

    @property
    def under_way(self) -> int:
        """How many runs have begun and not ended."""
        return sum(self._starts[index] > 0 for index in self._out)

    def _hand_out(self) -> None:
        now = time.monotonic()
        if now >= self._counted:
            self._workers = sum(workers_of(self._client).values())
            self._counted = now + _COUNT_EVERY
        while self._upcoming is not None and len(self._out) < max(_LEAST_AHEAD, _AHEAD * self._workers):
            index = self._upcoming
            self._upcoming = self._again.popleft() if self._again else next(self._waiting, None)
            try:
                job = job_of(self._plan, index, self._writer.engine, self._writer.path, self._writer.token)
            except UserError as error:
                self._end(Row(index, "failed", " ".join(str(error).split())))
                continue
            key = f"{self._topic}-{index}-{self._losses[index]}"
            future = self._client.submit(work_for_scheduler, job, self._topic, key=key, pure=False, priority=-index)
            self._out[index] = future
            future.add_done_callback(lambda future, index=index: self._events.put(("ended", index)))

    def _hear(self) -> None:
        """Wait a moment for what happens, and do what follows from it."""
        try:
            kind, index = self._events.get(timeout=_GLANCE)
        except Empty:
            return
        while True:
            if index in self._out:
                if kind == "began":
                    self._begun(index)
                else:
                    self._ended(index)
            try:
                kind, index = self._events.get_nowait()
            except Empty:
                return

    def _begun(self, index: int) -> None:
        self._starts[index] += 1
        self._ends.begin()
        if 1 < self._starts[index] <= TRIES:
            self._progress.tell(f"run {index}: its worker was lost; it is tried again")
        elif self._starts[index] > TRIES:
            self._give_up(index)

    def _give_up(self, index: int) -> None:
        self._out.pop(index).cancel()
        self._end(Row(index, "failed", f"its worker was lost {TRIES} times", tries=TRIES))

    def _lost(self, index: int) -> None:
        """Try a run again that the scheduler has given up, unless that was often enough."""
        self._losses[index] += 1
        if max(self._starts[index], self._losses[index]) >= TRIES:
            self._give_up(index)
            return
        del self._out[index]
        if self._upcoming is None:
            self._upcoming = index
        else:
            self._again.append(index)

    def _ended(self, index: int) -> None:
        future = self._out[index]
        if future.status == "finished":
            self._take(index, future.result())
        elif _is_lost(future):
            self._lost(index)
            return
        else:
            raise self._defect(index, future)
        self._out.pop(index, None)

    def _take(self, index: int, result: Result) -> None:
        if result.refused:
            raise refuse("", say("a worker cannot do the runs of this sweep: {reason}", reason=result.refused))
        row = replace(Row.loads(result.row, "a worker"), tries=max(self._starts[index], 1))
        if result.session:
            path = session_path(self._writer.path, index)
            insist(path, lambda: atomic_write(path, result.session))
        self._end(row)

    def _end(self, row: Row) -> None:
        self._writer.add(row)
        self._ends.add()
        if row.state == "failed":
            self._progress.tell(f"run {row.index} failed: {row.why}")
        elif not self._warned and (lacking := [name for name, value in row.metrics.items() if value != value]):
            self._warned = True
            self._progress.tell(f"run {row.index} did not measure {', '.join(lacking)[:200]}")

    def _defect(self, index: int, future: Any) -> UserError:
        """Return why the sweep cannot go on: what came back is no result."""
        if future.status in ("cancelled", "lost"):
            return disconnected()
        reason = " ".join(f"{type(future.exception()).__name__}: {future.exception()}".split())[:300]
        return refuse("", say("a worker cannot do run {index}: {reason}", index=index, reason=reason))

    def _tell(self) -> None:
        done, rate = len(self._writer.rows), self._ends.rate
        left = self._ends.left(len(self._plan) - done)
        self._writer.tell("running", self.under_way, rate, left)
        failed = self._writer.failed
        more = f", {failed} failed" if failed else ""
        if rate is None and self.under_way:
            more = f", {self.under_way} in progress{more}"
        self._progress.show(done, rate, left, more)


def _is_lost(future: Any) -> bool:
    """Return whether a run ended with its worker, as often as its scheduler allows."""
    from distributed import KilledWorker

    return future.status == "error" and isinstance(future.exception(), KilledWorker)


def run_sweep(plan: Plan, folder: Path, where: Where, stream: TextIO) -> tuple[Doing, tuple[Row, ...]]:
    """Run a sweep, or go on with it, until it is done, told to stop, or out of time.

    Args:
        plan: the sweep.
        folder: which is made, or holds what was done of this sweep.
        where: it runs.
        stream: for the progress lines.

    Returns:
        how it ended, and the rows of all runs so far, in order.

    Raises:
        UserError: in one line, why it cannot begin or go on; the folder can be resumed, or is as it was.
    """
    require_dask()
    if plan.table == "parquet":
        require_parquet()
    if problems := where.problems():
        raise UserError(problems)
    progress = Progress(len(plan), stream, "run")

    doing: Doing = "interrupted"
    with ExitStack() as stack:
        told = stack.enter_context(told_to_stop())
        connection: list[Any] = []

        def client() -> Any:
            if not connection:
                connection.append(stack.enter_context(connected(where)))
            return connection[0]

        def engine() -> Engine:
            client()  # workers start while it is decided
            return common_engine(plan, lambda event: progress.tell(event.line))

        if where.scheduler:
            client()
        writer = FolderWriter(folder, plan, engine)
        try:
            if len(writer.rows) == len(plan):
                doing = "finished"
            elif not told.is_set():
                writer.tell("preparing", 0, None, None)
                run = SweepRun(plan, writer, client(), progress)
                progress.tell(_beginning(len(plan), len(writer.rows), folder, told_workers(where, client())))
                doing = run.go(told.is_set)
        finally:
            writer.close(doing)
        progress.close(len(writer.rows), doing != "finished")
        return doing, tuple(writer.rows[index] for index in sorted(writer.rows))


def _beginning(count: int, done: int, folder: Path, workers: str) -> str:
    """Return what is done, where it is written, and by how many workers."""
    runs = "1 run" if count == 1 else f"{count:,} runs"
    return f"{runs} into {folder}{f', {done:,} of them done' if done else ''}, by {workers}"
