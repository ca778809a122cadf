#!/usr/bin/env bash
# A loop over arrays of 400 kB has hundreds of times as many page faults in a worker of Dask as in a plain process.
#
# Version: distributed 2026.8.0, dask 2026.8.0, numpy 2.4.6, Python 3.11, Linux with glibc.
# One would expect: the same loop in another process; the worker's setting MALLOC_TRIM_THRESHOLD_=65536 is told to return memory that is free anyway.
# Seen: to set any of glibc's limits switches its adapting off, so that also the limit above which an allocation is mapped by itself stays at 128 kB. Every array between that and 32 MB,
# which elsewhere is kept after its first use, is then mapped, faulted in page by page and unmapped again, each time. Only memory that the worker's own code would allocate and free once is any better off.
# With that variable unset, or with both limits set by mallopt in the task, the loop costs what it costs elsewhere.
# Output seen (page faults of 2,000 rounds; processor time against the plain process varies from 1.3 to 2 times):
#   distributed 2026.8.0, numpy 2.4.6
#   plain process: under 2,000 page faults
#   worker without MALLOC_TRIM_THRESHOLD_: under 2,000 page faults
#   worker: over 100,000 page faults
#   worker with mallopt(M_MMAP_THRESHOLD, 1 MB), mallopt(M_TRIM_THRESHOLD, 8 MB): under 2,000 page faults
# What helps: `give_back_large_arrays` before the first run in a worker (simulator/engine/sweeps/work.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dask==2026.8.0 distributed==2026.8.0 numpy==2.4.6
cat >"$folder/faults.py" <<'PYTHON'
import ctypes
import resource
import sys

ROUNDS, FEW, MANY = 2_000, 2_000, 100_000


def loop(settle: bool) -> int:
    """Return the page faults of a loop that computes with arrays of 400 kB."""
    import numpy

    if settle:
        limits = ctypes.CDLL(None)
        limits.mallopt(-3, 1 << 20)  # M_MMAP_THRESHOLD
        limits.mallopt(-1, 8 << 20)  # M_TRIM_THRESHOLD
    values = numpy.ones(50_000)
    for _ in range(100):
        values = values * 0.5 + 0.5
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(ROUNDS):
        values = values * 0.5 + 0.5
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def in_worker(settle: bool = False, **config: object) -> int:
    """Return the page faults of that loop in a worker of its own."""
    import dask
    from distributed import Client, LocalCluster

    with (
        dask.config.set(config),
        LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster) as client,
    ):
        return client.submit(loop, settle).result()


def tell(what: str, faults: int, few: bool) -> None:
    """Print what was found, and fail if it is not what was seen."""
    print(f"{what}: {f'under {FEW:,}' if faults < FEW else f'over {MANY:,}' if faults > MANY else f'{faults:,}'} page faults")
    assert faults < FEW if few else faults > MANY, faults


if __name__ == "__main__":
    import distributed
    import numpy

    print(f"distributed {distributed.__version__}, numpy {numpy.__version__}")
    tell("plain process", loop(settle=False), few=True)
    # first: the variable leaks into this process, whose environment goes before the configuration afterwards
    unset = {"distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None}
    tell("worker without MALLOC_TRIM_THRESHOLD_", in_worker(**unset), few=True)
    tell("worker", in_worker(), few=False)
    tell("worker with mallopt(M_MMAP_THRESHOLD, 1 MB), mallopt(M_TRIM_THRESHOLD, 8 MB)", in_worker(settle=True), few=True)
    sys.exit(0)
PYTHON
cd "$folder"
"$folder/venv/bin/python" faults.py
