#!/usr/bin/env bash
# `LocalCluster(dashboard_address=None)`, which "disables the dashboard", still listens on port 8787 of every interface, and answers.
#
# Version: distributed 2026.8.0, dask 2026.8.0, Python 3.11, Linux.
# One would expect: no HTTP server, as the docstring says "Set to ``None`` to disable the dashboard" and as a cluster of this computer alone talks by inproc or loopback.
# Seen: the scheduler's HTTP server begins nonetheless, at its default port and not bound to the loopback, although the cluster itself is: `/health` and `/json/identity.json`
# answer with the scheduler's addresses. A second cluster warns that "Port 8787 is already in use" and takes another port.
# Output seen:
#   distributed 2026.8.0: "Set to ``None`` to disable the dashboard." is in the docstring
#   listens on ['0.0.0.0', '::'], port 8787: True; the cluster itself talks by inproc
#   /health: 200 ok; /json/identity.json: 200, type Scheduler
#   a second one: Port 8787 is already in use.
#   with scheduler_kwargs: listens on ['127.0.0.1']
# What helps: `scheduler_kwargs={"dashboard_address": "127.0.0.1:0"}` (simulator/engine/sweeps/cluster.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dask==2026.8.0 distributed==2026.8.0
cat >"$folder/served.py" <<'PYTHON'
import json
import logging
import urllib.request
import warnings

import distributed
from distributed import LocalCluster

logging.getLogger("distributed").setLevel(logging.ERROR)
PLAIN = {"n_workers": 0, "processes": False, "dashboard_address": None}


def listens(cluster: LocalCluster) -> list[tuple[str, int]]:
    """Return where the scheduler's HTTP server listens."""
    return sorted(part.getsockname()[:2] for part in cluster.scheduler.http_server._sockets.values())


def get(port: int, path: str) -> tuple[int, str]:
    """Return the status and the body of an answer on the loopback."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return answer.status, answer.read().decode()


sentence = "Set to ``None`` to disable the dashboard."
assert sentence in LocalCluster.__doc__
print(f'distributed {distributed.__version__}: "{sentence}" is in the docstring')
if __name__ == "__main__":
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        first, second = LocalCluster(**PLAIN), LocalCluster(**PLAIN)
    taken = [str(one.message).splitlines()[0] for one in told if "is already in use" in str(one.message)]
    hosts, port = sorted({host for host, _ in listens(first)}), listens(first)[0][1]
    scheme = first.scheduler_address.partition(":")[0]
    print(f"listens on {hosts}, port 8787: {port == 8787}; the cluster itself talks by {scheme}")
    assert "0.0.0.0" in hosts and scheme == "inproc"
    (health, body), (status, identity) = get(port, "/health"), get(port, "/json/identity.json")
    kind = json.loads(identity)["type"]
    print(f"/health: {health} {body}; /json/identity.json: {status}, type {kind}")
    assert (health, body, status, kind) == (200, "ok", 200, "Scheduler")
    print(f"a second one: {taken[-1]}")
    third = LocalCluster(**PLAIN, scheduler_kwargs={"dashboard_address": "127.0.0.1:0"})
    bound = [host for host, _ in listens(third)]
    print(f"with scheduler_kwargs: listens on {bound}")
    assert bound == ["127.0.0.1"]
    for cluster in (first, second, third):
        cluster.close()
PYTHON
cd "$folder"
"$folder/venv/bin/python" served.py
