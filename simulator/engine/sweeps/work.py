"""One run of a sweep, where it is done: in this process, or in a worker of a cluster, which may be another machine."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from metascope.simulator.engine.cli.headless import PATIENCE, play, training
from metascope.simulator.engine.cli.results import insist
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session_format.head import versions
from metascope.simulator.engine.history.allocating import give_back_large_arrays
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.sweeps.folder import LOCK, Row, session_path
from metascope.simulator.engine.sweeps.plan import Plan

NAME_LIMIT = 200  # characters of a run's name


@dataclass(frozen=True)
class Job:
    """What a worker is told of one run: plain values, as they go over the network."""

    index: int
    preset: str  # the scenario with the run's settings, as JSON
    preset_name: str
    name: str  # of the run
    metrics: tuple[str, ...] | None  # those wanted; None: all
    seconds: float | None  # that it may take
    folder: str  # of the sweep
    token: str  # in the folder's lock: a worker that reads it there shares the folder
    versions: Mapping[str, str]  # with which the sweep was begun


@dataclass(frozen=True)
class Result:
    """What a worker answers."""

    row: str = ""  # a `Row` as JSON
    session: bytes = b""  # where the worker does not share the folder: the session's file
    refused: str = ""  # if there is no row: why the sweep cannot go on, which is not the run's fault


def job_of(plan: Plan, index: int, engine: Any, folder: Path, token: str) -> Job:
    """Return the job of a run.

    Raises:
        UserError: the combination of its settings is not allowed.
    """
    point = plan.point(index)
    preset = replace(plan.preset, settings=plan.settings(point, engine))
    told = ", ".join(f"{name}={json.dumps(value)}" for name, value in point.changes.items())
    return Job(
        index=index,
        preset=presets.dumps(preset),
        preset_name=preset.name,
        name=(told or preset.title)[:NAME_LIMIT],
        metrics=plan.metrics,
        seconds=plan.budget.per_run,
        folder=str(folder.absolute()),
        token=token,
        versions=versions(),
    )


def work(job: Job, told: Callable[[], bool] = lambda: False) -> Result:
    """Do a run, and write its session, into the sweep's folder if this machine has it.

    Args:
        job: what to do.
        told: returns true once the run is not wanted any more: it ends soon, and its result is of no use.
    """
    if different := [name for name, got in versions().items() if job.versions.get(name) != got]:
        here, there = versions(), job.versions
        differ = ", ".join(f"{name} is {here[name]}, not {there.get(name, 'unknown')}" for name in different)
        return Result(refused=differ)
    folder = Path(job.folder)
    try:
        preset = presets.parse(json.loads(job.preset), job.preset_name, job.name)
        if _shares(folder, job.token):
            return Result(_row(job, preset, session_path(folder, job.index), told).dumps())
        with TemporaryDirectory() as place:
            path = session_path(Path(place), job.index)
            path.parent.mkdir()
            done = _row(job, preset, path, told)
            return Result(done.dumps(), path.read_bytes() if path.exists() else b"")
    except UserError as error:  # a story that is not installed there, a full disk
        return Result(refused=" ".join(str(error).split()))


def _row(job: Job, preset: Preset, path: Path, told: Callable[[], bool]) -> Row:
    """Do a run, write its session at `path`, and return its row: also of one that fails by itself.

    Raises:
        UserError: the session cannot be written.
    """
    began, computed = time.monotonic(), time.process_time()
    late = False

    def stop() -> bool:
        nonlocal late
        late = job.seconds is not None and time.monotonic() - began > job.seconds
        return late or told()

    with training(preset, path, job.name) as (runner, journal):
        play(runner, journal, None, stop)
        insist(path, lambda: journal.write(runner.snapshot(PATIENCE)))
        failure, measured = runner.reason, runner.recording.metrics
        steps = max(runner.recording.newest_step, 0)
    why = str(failure) if failure is not None else f"stopped after {job.seconds:g} s" if late else ""
    return Row(
        index=job.index,
        state="failed" if failure is not None else "stopped" if late else "finished",
        why=" ".join(why.split()),
        steps=steps,
        metrics=last_values(measured, job.metrics),
        seconds=round(time.monotonic() - began, 3),
        processor_seconds=round(time.process_time() - computed, 3),
    )


def last_values(metrics: Metrics, wanted: Iterable[str] | None) -> dict[str, float]:
    """Return the last value that was measured of each metric, NaN where a wanted one never was."""
    found: dict[str, float] = {}
    for name in metrics.names if wanted is None else wanted:
        values = metrics.series(name)[1].tolist() if name in metrics.names else []
        found[name] = values[-1] if values else math.nan
    return found


def _shares(folder: Path, token: str) -> bool:
    """Return whether this machine has the sweep's folder, and not one of the same path."""
    try:
        return (folder / LOCK).read_text("ascii") == token
    except (OSError, UnicodeDecodeError):
        return False


def work_for_scheduler(job: Job, topic: str) -> Result:
    """Do a run as a task of Dask: say that it begins, and end it when nobody wants it any more."""
    from distributed import get_worker

    # Dask sets MALLOC_TRIM_THRESHOLD_, which keeps glibc from adapting its limits: each array of 128 kB would be mapped
    # anew, with ten times as many page faults in a run and an eighth of its time (distributed 2026)
    give_back_large_arrays()
    worker = get_worker()
    key = worker.get_current_task()
    worker.log_event(topic, job.index)

    def cancelled() -> bool:
        task = worker.state.tasks.get(key)
        return task is None or task.state in ("cancelled", "released", "forgotten")

    return work(job, cancelled)
