"""Connects to a scheduler of Dask, or starts one here with a worker for each core; imports Dask when it is asked to."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import say

PATIENCE = 10.0  # seconds in which a scheduler must answer
_SETUP = "metascope.simulator.engine.sweeps.worker_setup"
_LOST = 5  # workers that may be lost by one run before the scheduler itself gives it up: the sweep does earlier

_QUIET_WORKERS: dict[str, Any] = {  # of what is measured beside a run: each costs it some of its core
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
}


@dataclass(frozen=True)
class Where:
    """Where a sweep runs."""

    scheduler: str = ""  # its address, tcp://... or tls://...; empty: one of its own, on this machine
    ca: Path | None = None  # for tls:// the certificate of the authority, and
    cert: Path | None = None  # the program's own certificate and
    key: Path | None = None  # key, all in PEM
    workers: int | None = None  # on this machine; None: one for each core

    def problems(self) -> list[Problem]:
        """Return everything that is wrong with it, by the options of the command line."""
        found = []
        files = {"--tls-ca": self.ca, "--tls-cert": self.cert, "--tls-key": self.key}
        secure = self.scheduler.startswith("tls://")
        if self.scheduler and not secure and not self.scheduler.startswith("tcp://"):
            text = "must be an address such as tcp://10.0.0.1:8786 or tls://10.0.0.1:8786, not {got}"
            found.append(Problem("--scheduler", say(text, got=self.scheduler[:80])))
        for option, path in files.items():
            if path is None and secure:
                found.append(Problem(option, say("is needed for a scheduler at tls://")))
            elif path is not None and not secure:
                found.append(Problem(option, say("needs a --scheduler at tls://")))
            elif path is not None and not path.is_file():
                found.append(Problem(option, say("must be a file: {path}", path=path)))
        if self.workers is not None and self.scheduler:
            found.append(Problem("--workers", say("cannot be combined with --scheduler, which has its own")))
        return found


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def require_dask() -> None:
    """Refuse to go on where Dask is not installed.

    Raises:
        UserError: says how to install it.
    """
    if find_spec("distributed") is None or find_spec("dask") is None:
        raise refuse("--sweep", say('needs Dask, which is not installed: pip install "metascope[sweep]"'))


@contextmanager
def connected(where: Where) -> Iterator[Any]:
    """Yield a `distributed.Client` of a scheduler, which is ended afterwards if it was started here.

    Raises:
        UserError: the scheduler does not answer within `PATIENCE`, or refuses.
    """
    require_dask()
    import dask
    from distributed import Client, LocalCluster

    _be_quiet()

    with ExitStack() as stack:
        if where.scheduler:
            yield stack.enter_context(_client(where))
            return
        ours = {
            "distributed.scheduler.allowed-failures": _LOST,
            "distributed.scheduler.worker-saturation": 1.0,  # what waits at a worker would be lost with it
            **_QUIET_WORKERS,
        }
        stack.enter_context(dask.config.set(ours))
        cluster = stack.enter_context(
            LocalCluster(
                n_workers=0,
                threads_per_worker=1,
                processes=True,
                dashboard_address=None,
                # its HTTP server is there all the same: at any free port, or it warns of each other sweep
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
                memory_limit=0,  # a run is refused where it needs more than there is
                silence_logs=logging.CRITICAL,
                preload=[_SETUP],
            )
        )
        cluster.scale(where.workers or cores())  # they start while there is other work to do
        yield stack.enter_context(Client(cluster))


def workers_of(client: Any) -> Mapping[str, int]:
    """Return the addresses of the workers that a scheduler has now, and how many runs each does at a time.

    Raises:
        UserError: the scheduler is lost.
    """
    try:
        found: Mapping[str, int] = client.nthreads()
    except Exception:  # whatever Dask raises where there is no connection
        raise disconnected() from None
    return found


def told_workers(where: Where, client: Any) -> str:
    """Return how many workers there are, and where, as the progress lines tell it.

    Raises:
        UserError: the scheduler is lost.
    """
    if not where.scheduler:  # they are still starting
        return f"{_counted(where.workers or cores(), 'worker')} on this computer"
    found = workers_of(client)
    if not found:
        return f"{where.scheduler}, which has no workers yet"
    threads = sum(found.values())
    more = "" if threads == len(found) else f" with {threads} threads"
    return f"{_counted(len(found), 'worker')}{more} at {where.scheduler}"


def disconnected() -> UserError:
    """Return the error of a scheduler that is lost."""
    return refuse("--scheduler", say("the connection to the scheduler was lost"))


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _client(where: Where) -> Any:
    from distributed import Client

    security = _security(where) if where.scheduler.startswith("tls://") else None
    try:
        return Client(where.scheduler, security=security, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        text = "{address} cannot be reached within {seconds:g} s: {reason}"
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise refuse("--scheduler", say(text, address=where.scheduler, seconds=PATIENCE, reason=reason)) from None


def _security(where: Where) -> Any:
    from distributed import Security

    given = {"ca_file": where.ca, "client_cert": where.cert, "client_key": where.key}
    files = {f"tls_{name}": str(path) for name, path in given.items() if path is not None}
    security = Security(require_encryption=True, **files)
    try:
        security.get_connection_args("client")  # reads the files
    except OSError as error:  # ssl.SSLError is one
        text, reason = "cannot be used: {reason}", " ".join(str(error).split())[:200]
        raise refuse("--tls-ca, --tls-cert, --tls-key", say(text, reason=reason)) from None
    return security


def _be_quiet() -> None:
    """Leave it to the sweep to say what happens to workers and connections."""
    for name in ("distributed", "tornado", "asyncio"):
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL)
        for handler in logger.handlers:  # modules of Dask have levels of their own, and write through these
            handler.setLevel(logging.CRITICAL)
