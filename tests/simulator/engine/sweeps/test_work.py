from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from metascope.simulator.engine.cli import results
from metascope.simulator.engine.files.session import Journal, open_session
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.sweeps.folder import RUNS, Row, session_path
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.work import Job, Result, job_of, work
from tests.simulator.engine.sweeps.small import one_by_one, plan
from tests.waiting import SECONDS

FAULTS = """
from dataclasses import fields

from metascope.simulator.engine.sweeps.cluster import Where, connected
from metascope.simulator.engine.sweeps.work import Job, work_for_scheduler


def faults():
    import resource

    import numpy as np

    values = np.ones(50_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(500):
        values = values * 0.5 + 0.5
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


values = {field.name: "" for field in fields(Job)} | {"index": 0, "metrics": None, "seconds": None, "versions": {}}
job = Job(**values)  # of other versions: it is refused at once
with connected(Where(workers=1)) as client:
    before = client.submit(faults, pure=False).result()
    assert client.submit(work_for_scheduler, job, "a sweep").result().refused
    print(before, client.submit(faults, pure=False).result())
"""


def job(folder: Path, what: Plan | None = None, index: int = 0) -> Job:
    """Return the job of a run in a folder that is there."""
    (folder / RUNS).mkdir()
    (folder / "lock").write_text("here")
    return job_of(what or plan(), index, "reference", folder, "here")


def row(result: Result) -> Row:
    return Row.loads(result.row, "row")


def test_a_run_writes_its_ordinary_session_and_gives_the_last_value_of_each_metric(tmp_path: Path) -> None:
    made = plan()
    done = row(work(job(tmp_path, made, 3)))
    session = open_session(session_path(tmp_path, 3))
    assert session.head.settings == made.settings(made.point(3))
    assert session.head.name == "inner_rate=0.1, seed=1"
    assert session.recording.newest_step == done.steps == 30
    metrics = session.recording.metrics
    assert done.metrics == {name: metrics.series(name)[1][-1] for name in metrics.names}
    assert (done.state, done.why) == ("finished", "")
    assert done.processor_seconds > 0
    session.close()


def test_a_run_gives_the_same_numbers_each_time(tmp_path: Path) -> None:
    one, two = (one_by_one(plan(), tmp_path / name) for name in ("one", "two"))
    assert [row.metrics for row in one.values()] == [row.metrics for row in two.values()]


def test_only_wanted_metrics_are_in_the_row_and_one_that_was_never_measured_is_nan(tmp_path: Path) -> None:
    done = row(work(job(tmp_path, plan(metrics=["maml.loss_after", "maml.nothing"]))))
    assert list(done.metrics) == ["maml.loss_after", "maml.nothing"]
    assert done.metrics["maml.nothing"] != done.metrics["maml.nothing"]


def test_a_run_that_diverges_has_a_row_that_says_so_and_a_session(tmp_path: Path) -> None:
    steep = {"engine": "reference", "outer_optimizer": "sgd", "outer_rate": 1.0, "inner_rate": 1.0, "clip": 1e6}
    wild = plan(preset="diverging", steps=400, settings=steep, axes=[], repeats=None)
    done = row(work(job(tmp_path, wild)))
    assert done.state == "failed"
    assert done.why.startswith("Reptile cannot continue from meta-step ")
    assert 0 < done.steps < 400
    assert done.metrics
    assert session_path(tmp_path, 0).exists()


def test_a_run_that_cannot_begin_has_a_row_that_says_so_and_no_session(tmp_path: Path) -> None:
    gone = plan(preset="one-shot-omniglot", settings={"folder": str(tmp_path / "gone")}, axes=[], repeats=None)
    done = row(work(job(tmp_path, gone)))
    assert (done.state, done.steps, done.metrics) == ("failed", 0, {})
    assert "gone" in done.why
    assert not session_path(tmp_path, 0).exists()


def test_a_run_that_is_out_of_its_seconds_stops_with_what_it_has(tmp_path: Path) -> None:
    done = row(work(job(tmp_path, plan(steps=1_000_000, budget={"per_run": 0.05}))))
    assert (done.state, done.why) == ("stopped", "stopped after 0.05 s")
    session = open_session(session_path(tmp_path, 0))
    assert session.recording.newest_step == done.steps < 1_000_000
    session.close()


def test_a_run_that_nobody_wants_any_more_ends(tmp_path: Path) -> None:
    assert row(work(job(tmp_path, plan(steps=1_000_000)), lambda: True)).steps < 1_000_000


def test_a_worker_without_the_folder_sends_the_session_back(tmp_path: Path) -> None:
    here = job(tmp_path)
    work(here)
    elsewhere = work(replace(here, folder=str(tmp_path / "nowhere")))
    assert row(elsewhere).metrics == row(work(here)).metrics
    (tmp_path / "sent.metascope").write_bytes(elsewhere.session)
    session = open_session(tmp_path / "sent.metascope")
    assert session.recording.newest_step == 30
    session.close()


def test_a_folder_of_the_same_path_on_another_machine_is_another_folder(tmp_path: Path) -> None:
    there = job(tmp_path)
    (tmp_path / "lock").write_text("another")
    assert work(there).session
    assert not session_path(tmp_path, 0).exists()


def test_a_worker_with_other_versions_refuses(tmp_path: Path) -> None:
    here = job(tmp_path)
    result = work(replace(here, versions={**here.versions, "torch": "1.0"}))
    assert result.refused.startswith("torch is 2.")
    assert result.refused.endswith(", not 1.0")


def test_a_worker_that_cannot_write_refuses_and_blames_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "WAITS", (0.0,))
    here = job(tmp_path)
    (tmp_path / RUNS).rmdir()
    result = work(here)
    assert not result.row
    assert "cannot be written: No such file or directory" in result.refused


def test_a_disk_that_is_full_for_seconds_ends_no_sweep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, tries = Journal.write, []

    def full(journal: Journal, past: Snapshot) -> None:
        tries.append(past.step)
        if len(tries) < 3:
            raise OSError(28, "No space left on device")
        write(journal, past)

    monkeypatch.setattr(results, "WAITS", (0.0, 0.0))
    monkeypatch.setattr(Journal, "write", full)
    assert row(work(job(tmp_path))).state == "finished"
    assert len(tries) == 3
    session = open_session(session_path(tmp_path, 0))
    assert session.recording.newest_step == 30
    session.close()


def test_a_worker_without_the_story_refuses(tmp_path: Path) -> None:
    here = job(tmp_path)
    text = here.preset.replace('"landscapes"', '"somebodys"')
    assert 'story "somebodys" is not installed' in work(replace(here, preset=text)).refused


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="page faults as Linux counts them")
def test_a_worker_of_dask_keeps_the_memory_that_its_runs_use_again_and_again() -> None:
    pytest.importorskip("distributed")
    command = [sys.executable, "-c", FAULTS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    before, after = map(int, done.stdout.split())
    assert before > 10_000  # 98 pages in each array
    assert after < 1_000
