"""The example that runs a sweep on SLURM: what it asks of dask-jobqueue, and of the program. SLURM is not needed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from tests.examples.laid_out import EXAMPLES
from tests.waiting import SECONDS

FILE = EXAMPLES / "sweep_on_slurm.py"
KNOWN = {  # arguments of SLURMCluster in dask-jobqueue 0.9
    *("queue", "account", "walltime", "job_cpu", "job_mem", "config_name"),
    *("name", "cores", "memory", "processes", "nanny", "protocol", "interface", "death_timeout", "local_directory"),
    *("worker_extra_args", "job_extra_directives", "job_script_prologue", "job_directives_skip", "log_directory"),
    *("shebang", "python", "job_name", "n_workers", "silence_logs", "security", "scheduler_options"),
    *("shared_temp_directory",),
}


class FakeCluster:
    """Stands for SLURMCluster."""

    scheduler_address = "tcp://10.0.0.1:8786"
    made: tuple[dict[str, Any], ...] = ()

    def __init__(self, **options: Any) -> None:
        FakeCluster.made = (*FakeCluster.made, options)
        self.jobs = 0

    def __enter__(self) -> FakeCluster:
        return self

    def __exit__(self, *raised: object) -> None:
        self.jobs = 0

    def scale(self, *, jobs: int) -> None:
        self.jobs = jobs


def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the example, with another cluster."""
    stub = types.ModuleType("dask_jobqueue")
    stub.__dict__["SLURMCluster"] = FakeCluster
    monkeypatch.setitem(sys.modules, "dask_jobqueue", stub)
    spec = importlib.util.spec_from_file_location("sweep_on_slurm", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_example_submits_jobs_and_hands_their_scheduler_to_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    example, asked = load(monkeypatch), list[list[str]]()

    def metascope(arguments: list[str]) -> int:
        asked.append(arguments)
        return 3

    monkeypatch.setattr(example, "metascope", metascope)
    assert example.main("sine-rates", "results") == 3
    assert asked == [["--sweep", "sine-rates", "--out", "results", "--scheduler", "tcp://10.0.0.1:8786"]]


def test_its_options_are_dask_jobqueues_and_give_each_core_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    options = load(monkeypatch).OPTIONS
    assert set(options) <= KNOWN
    assert options["processes"] == options["cores"]


def test_the_real_dask_jobqueue_makes_a_job_of_them(tmp_path: Path) -> None:
    pytest.importorskip("dask_jobqueue", reason="dask-jobqueue is not installed")
    code = (
        f"import sys; sys.path[:0] = [{str(FILE.parents[1])!r}, {str(FILE.parent)!r}]\n"
        "from sweep_on_slurm import OPTIONS, SLURMCluster\n"
        "with SLURMCluster(**OPTIONS) as cluster:\n    print(cluster.job_script(), cluster.scheduler_address)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS, check=True
    )
    for part in ("#SBATCH -p normal", "#SBATCH -A my-project", "#SBATCH --cpus-per-task=16", "#SBATCH -t 02:00:00"):
        assert part in ran.stdout
    for part in ("--nthreads 1 ", "--nworkers 16 ", "--lifetime 110m", "tcp://"):
        assert part in ran.stdout
