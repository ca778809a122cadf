from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import types
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from metascope import main as program
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.sweeps import cluster
from metascope.simulator.engine.sweeps.cluster import Where, connected, cores, require_dask, told_workers
from tests.simulator.engine.sweeps.small import document
from tests.waiting import SECONDS

ROOT = Path(program.__file__).parent


def refusal(where: Where) -> str:
    with pytest.raises(UserError) as caught, connected(where):
        pass
    assert len(caught.value.problems) == 1
    return str(caught.value)


class Keyed:
    """Stands for what Dask knows of certificates."""

    def __init__(self, **options: object) -> None:
        self.options = options

    def get_connection_args(self, role: str) -> None:
        """Read nothing: there are no files."""


def fake(monkeypatch: pytest.MonkeyPatch, client: Callable[..., Any]) -> None:
    """Put these in the place of Dask's."""
    distributed = types.ModuleType("distributed")
    distributed.__dict__.update(Client=client, LocalCluster=None, Security=Keyed)
    monkeypatch.setitem(sys.modules, "distributed", distributed)
    monkeypatch.setitem(sys.modules, "dask", types.ModuleType("dask"))
    monkeypatch.setattr(cluster, "find_spec", lambda name: sys.modules[name])


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (Where(scheduler="10.0.0.1:8786"), ["--scheduler: must be an address such as tcp://"]),
        (Where(scheduler="http://a"), ["--scheduler: must be an address such as tcp://"]),
        (
            Where(scheduler="tls://a:1"),
            [f"--tls-{name}: is needed for a scheduler at tls://" for name in ("ca", "cert", "key")],
        ),
        (Where(scheduler="tcp://a:1", ca=Path("x")), ["--tls-ca: needs a --scheduler at tls://"]),
        (Where(key=Path("x")), ["--tls-key: needs a --scheduler at tls://"]),
        (
            Where("tls://a:1", Path("gone"), Path(__file__), Path(__file__)),
            ["--tls-ca: must be a file: gone"],
        ),
        (Where(scheduler="tcp://a:1", workers=2), ["--workers: cannot be combined with --scheduler"]),
    ],
)
def test_what_is_wrong_with_where_it_runs_is_named(where: Where, told: list[str]) -> None:
    found = [str(problem) for problem in where.problems()]
    assert len(found) == len(told)
    assert all(line.startswith(start) for line, start in zip(found, told, strict=True)), found


def test_a_place_that_can_be_used_has_no_problems() -> None:
    here = Path(__file__)
    for where in (Where(), Where(workers=2), Where("tcp://a:1"), Where("tls://a:1", here, here, here)):
        assert where.problems() == []


def test_there_is_a_worker_for_each_core_that_may_be_used() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


class Answering:
    """Stands for a client of a scheduler with these workers, by address, and the runs that each does at a time."""

    def __init__(self, workers: dict[str, int] | None) -> None:
        self._workers = workers

    def nthreads(self) -> dict[str, int]:
        if self._workers is None:
            raise OSError("no connection")
        return self._workers


@pytest.mark.parametrize(
    ("where", "workers", "told"),
    [
        (Where(workers=1), {}, "1 worker on this computer"),
        (Where(workers=3), {}, "3 workers on this computer"),
        (Where("tcp://a:1"), {}, "tcp://a:1, which has no workers yet"),
        (Where("tcp://a:1"), {"tcp://b:1": 1}, "1 worker at tcp://a:1"),
        (Where("tcp://a:1"), {"tcp://b:1": 4, "tcp://c:1": 4}, "2 workers with 8 threads at tcp://a:1"),
    ],
)
def test_how_many_workers_there_are_is_told(where: Where, workers: dict[str, int], told: str) -> None:
    assert told_workers(where, Answering(workers)) == told


def test_a_scheduler_that_is_lost_is_told_in_one_line() -> None:
    with pytest.raises(UserError, match="the connection to the scheduler was lost"):
        told_workers(Where("tcp://a:1"), Answering(None))


def test_a_scheduler_that_does_not_answer_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def client(address: str, timeout: float, **options: object) -> None:
        asked.append(timeout)
        raise OSError(f"Timed out trying to connect to {address}\nafter {timeout} s")

    fake(monkeypatch, client)
    told = refusal(Where("tcp://10.0.0.1:8786"))
    assert told.startswith("--scheduler: tcp://10.0.0.1:8786 cannot be reached within 10 s: Timed out")
    assert "\n" not in told
    assert asked == [cluster.PATIENCE]


def test_certificates_and_key_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, object]] = []

    def client(address: str, security: Keyed, **options: object) -> None:
        given.append(security.options)
        raise OSError

    fake(monkeypatch, client)
    refusal(Where("tls://a:1", Path("ca.pem"), Path("cert.pem"), Path("key.pem")))
    assert given == [
        {
            "require_encryption": True,
            "tls_ca_file": "ca.pem",
            "tls_client_cert": "cert.pem",
            "tls_client_key": "key.pem",
        }
    ]


def test_a_scheduler_here_does_not_warn_of_another_one_and_listens_to_this_computer_alone(
    monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(distributed.LocalCluster, "scale", lambda cluster, workers: None)
    with socket.socket() as other:
        with suppress(OSError):  # in use already
            other.bind(("127.0.0.1", 8787))
            other.listen()
        with connected(Where()) as client:
            server = client.cluster.scheduler.http_server
            assert server.address == "127.0.0.1"
            assert server.port != 8787
    assert not [str(one.message) for one in recwarn if "already in use" in str(one.message)]


def test_without_dask_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    with pytest.raises(UserError) as caught:
        require_dask()
    assert str(caught.value) == '--sweep: needs Dask, which is not installed: pip install "metascope[sweep]"'


def sweep(folder: Path, *arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """Ask the program for a sweep, after some code."""
    (folder / "small.json").write_text(json.dumps(document()))
    program = f"{code}\nimport sys, main; status = main.main(sys.argv[1:])"
    program += "\nassert 'PySide6' not in sys.modules\nsys.exit(status)"
    command = [sys.executable, "-c", program, "--sweep", str(folder / "small.json"), "--out", str(folder / "out")]
    return subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS)


def test_without_dask_the_program_leaves_no_folder(tmp_path: Path) -> None:
    ran = sweep(tmp_path, code="import sys; sys.modules['distributed'] = None")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == '--sweep: needs Dask, which is not installed: pip install "metascope[sweep]"\n'
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_a_real_scheduler_that_cannot_be_reached_is_told_in_one_line_and_leaves_no_folder(tmp_path: Path) -> None:
    ran = sweep(tmp_path, "--scheduler", "tcp://127.0.0.1:1")
    assert ran.returncode == 2
    assert ran.stderr.startswith("--scheduler: tcp://127.0.0.1:1 cannot be reached within 10 s: ")
    assert len(ran.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_the_program_imports_no_dask_unless_a_sweep_is_asked_for() -> None:
    code = "import sys, main; main.main(['--list']); assert not {'dask', 'distributed'} & set(sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS)
    assert ran.returncode == 0, ran.stderr
