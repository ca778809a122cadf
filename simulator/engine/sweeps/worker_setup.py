"""What a worker process on this machine does first: Dask calls `dask_setup` of the module whose name it is given."""

from __future__ import annotations

import signal
from typing import Any


def dask_setup(worker: Any) -> None:
    """Leave Ctrl+C, which a terminal sends to all processes, to the one that runs the sweep and ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
