"""A scheduler, workers and the program as processes of their own, to be stopped and killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from metascope.simulator.engine.sweeps.folder import SweepFolder
from tests.waiting import until

ROOT = Path(__file__).parents[4]


@contextmanager
def process(*arguments: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run Python in a folder, where it does not lie in the way of the sweep's."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        assert child.stderr is not None
        child.stderr.close()


@contextmanager
def scheduler(folder: Path, *more: str) -> Iterator[str]:
    """Start a scheduler with some more options, and give its address."""
    place = folder / "scheduler.json"
    options = ("--port", "0", "--host", "127.0.0.1", "--no-dashboard", "--no-show", "--scheduler-file", str(place))
    with process("-m", "distributed.cli.dask_scheduler", *options, *more, folder=folder):
        until(place.exists, 0.05)
        until(lambda: bool(place.read_text()), 0.05)
        yield str(json.loads(place.read_text())["address"])


@contextmanager
def worker(address: str, folder: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
    with process("-m", "distributed.cli.dask_worker", address, *options, *more, folder=folder) as child:
        yield child


def sweep_file(folder: Path, what: dict[str, object]) -> Path:
    path = folder / "small.json"
    path.write_text(json.dumps(what))
    return path


def opened(out: Path) -> SweepFolder:
    """Return the folder of a sweep once it has begun."""
    until((out / "sweep.json").exists, 0.02)
    return SweepFolder(out)
