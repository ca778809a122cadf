"""A sweep on a scheduler that is reached by TLS, with certificates that are made here."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.sweeps.cluster import Where, connected
from metascope.simulator.engine.sweeps.parsing import parse
from tests.simulator.engine.sweeps.processes import ROOT, opened, process, scheduler, sweep_file, worker
from tests.simulator.engine.sweeps.small import document, serial_table

pytest.importorskip("distributed")
OPENSSL = shutil.which("openssl")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OPENSSL is None, reason="certificates are made by openssl, which is not installed"),
]
SMALL = document(steps=3)
KEYED = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


@dataclass(frozen=True)
class Identity:
    """A certificate, its key, and the certificate of the authority that has signed it, all files in PEM."""

    ca: Path
    cert: Path
    key: Path

    def options(self, ca: str = "--tls-ca") -> tuple[str, ...]:
        """Return the options of a command, which calls the authority's certificate `ca`."""
        return (ca, str(self.ca), "--tls-cert", str(self.cert), "--tls-key", str(self.key))


def openssl(*arguments: str) -> None:
    assert OPENSSL is not None
    subprocess.run([OPENSSL, *arguments], check=True, capture_output=True)


def identity(folder: Path) -> Identity:
    """Make an authority, and a certificate that it has signed, in a new folder."""
    folder.mkdir()
    ca, ca_key, asked, extensions = (folder / name for name in ("ca.pem", "ca.key", "own.csr", "own.ext"))
    made = Identity(ca, folder / "own.pem", folder / "own.key")
    authority = ("-subj", "/CN=authority", "-addext", "keyUsage=critical,keyCertSign", "-days", "2")
    openssl("req", "-x509", *KEYED, *authority, "-keyout", str(ca_key), "-out", str(ca))
    openssl("req", *KEYED, "-subj", "/CN=127.0.0.1", "-keyout", str(made.key), "-out", str(asked))
    extensions.write_text("authorityKeyIdentifier=keyid\nsubjectAltName=IP:127.0.0.1\n")
    signed = ("-CA", str(ca), "-CAkey", str(ca_key), "-CAcreateserial", "-extfile", str(extensions), "-days", "2")
    openssl("x509", "-req", "-in", str(asked), *signed, "-out", str(made.cert))
    return made


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    return identity(tmp_path_factory.mktemp("tls") / "ours")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, ours: Identity) -> Iterator[str]:
    """Give the address of a scheduler with a worker."""
    folder, options = tmp_path_factory.mktemp("cluster"), ours.options("--tls-ca-file")
    with scheduler(folder, "--protocol", "tls", *options) as address, worker(address, folder, *options):
        assert address.startswith("tls://127.0.0.1:")
        yield address


def sweep(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """Ask the program for a sweep; return its exit status and what it told."""
    path = sweep_file(folder, SMALL)
    command = (str(ROOT / "main.py"), "--sweep", str(path), "--out", str(folder / "out"), *arguments)
    with process(*command, folder=folder) as child:
        _, told = child.communicate()
        return child.returncode, told.splitlines()


def test_a_sweep_by_tls_gives_the_table_of_runs_done_one_by_one(tmp_path: Path, address: str, ours: Identity) -> None:
    status, told = sweep(tmp_path, "--scheduler", address, *ours.options())
    assert status == 0, told
    assert told[0].startswith(f"4 runs into {tmp_path / 'out'}, by ")
    assert address in told[0]
    plan = parse(SMALL, "small", "small.json")
    table = serial_table(plan, tmp_path / "serial", opened(tmp_path / "out").head.engine)
    assert (tmp_path / "out" / "table.csv").read_text() == table


def test_a_scheduler_of_another_authority_is_refused_in_one_line(tmp_path: Path, address: str, ours: Identity) -> None:
    other = identity(tmp_path / "other")
    mixed = Identity(other.ca, ours.cert, ours.key)
    status, told = sweep(tmp_path, "--scheduler", address, *mixed.options())
    assert status == 2
    (line,) = told
    assert line.startswith(f"--scheduler: {address} cannot be reached within 10 s: ")
    assert "TLS certificate does not match" in line
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("wrong", ["ca", "cert", "key"])
def test_files_that_cannot_be_used_are_refused_in_one_line(tmp_path: Path, ours: Identity, wrong: str) -> None:
    file = tmp_path / "wrong.pem"
    file.write_text("no certificate")
    mixed = replace(ours, **{wrong: file})
    with pytest.raises(UserError) as caught, connected(Where("tls://127.0.0.1:1", mixed.ca, mixed.cert, mixed.key)):
        pass
    (problem,) = caught.value.problems
    assert problem.where == "--tls-ca, --tls-cert, --tls-key"
    assert len(str(problem).splitlines()) == 1


def test_a_key_of_another_certificate_is_refused_in_one_line(tmp_path: Path, ours: Identity) -> None:
    other = identity(tmp_path / "other")
    with (
        pytest.raises(UserError, match=r"--tls-key: cannot be used: .*key values mismatch"),
        connected(Where("tls://127.0.0.1:1", ours.ca, ours.cert, other.key)),
    ):
        pass
