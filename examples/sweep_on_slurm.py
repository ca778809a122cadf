"""Runs a sweep on a cluster with SLURM, whose jobs are the workers.

    pip install "metascope[sweep]" dask-jobqueue
    python sweep_on_slurm.py sine-rates results

Start it where jobs are submitted, in tmux or the like: it hands out the runs until the sweep is done. The nodes should
see the folder, too; if they do not, each run's session is sent back. Stopped with Ctrl+C, or ended with the machine,
the same command goes on where it was. What your cluster needs stands in `OPTIONS`: the arguments of
https://jobqueue.dask.org/en/latest/generated/dask_jobqueue.SLURMCluster.html
"""

from __future__ import annotations

import sys
from typing import Any

from dask_jobqueue import SLURMCluster

from main import main as metascope

JOBS = 4  # that are submitted; SLURM may start some of them later
OPTIONS: dict[str, Any] = {
    "queue": "normal",  # the partition
    "account": "my-project",
    "cores": 16,  # of a job
    "processes": 16,  # of a job: one worker for each core, as a run computes with one
    "memory": "32GB",  # of a job
    "walltime": "02:00:00",
    "local_directory": "/tmp",
    "log_directory": "slurm-logs",
    # Workers end by themselves before SLURM ends them; a run that is under way then is begun again by another one.
    "worker_extra_args": ["--lifetime", "110m", "--lifetime-stagger", "5m"],
}


def main(sweep: str, folder: str) -> int:
    """Submit the jobs, run the sweep, and end them; return the exit status of `python main.py --sweep`."""
    with SLURMCluster(**OPTIONS) as cluster:
        cluster.scale(jobs=JOBS)
        return metascope(["--sweep", sweep, "--out", folder, "--scheduler", cluster.scheduler_address])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
