"""Compiles kernels, compares each with its reference, and keeps those that agree. Run as a process of its own.

    python -m simulator.engine.compiling.preparing [NAME ...]

It writes a line of JSON to stdout whenever something changes: {"kernel", "place", "count", "state", "reason"}, where
state is "compiling", "ready" or "failed". A kernel is loaded and called in another process first: machine code that
fails must not end the program. Ending either at any moment leaves nothing half-written.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from simulator.engine.compiling import loading
from simulator.engine.compiling.cache import Cache, digest, versions
from simulator.engine.compiling.kernel import Kernel
from simulator.engine.errors import UserError

KERNELS = "simulator.learners.kernels:KERNELS"
LONGEST = 600.0  # seconds that a check may take
LOW = 15  # priority: a person's programs come first

Told = Callable[[dict[str, Any]], object]


def everything() -> tuple[Kernel, ...]:
    """Return all kernels, those that others need first."""
    found: dict[str, Kernel] = {}

    def add(kernels: Iterable[Kernel]) -> None:
        for kernel in kernels:
            add(kernel.needs)
            found[kernel.name] = kernel

    add(resolved(KERNELS))
    return tuple(found.values())


def prepare(kernels: Iterable[Kernel], told: Told = lambda event: None) -> bool:
    """Compile those of the kernels that are missing or damaged; return whether all of them can be used.

    Raises:
        UserError: the cache cannot be written.
    """
    cache, wanted = Cache(), list(dict.fromkeys(kernels))
    missing = [kernel for kernel in wanted if not cache.sound(kernel.name, kernel.module)]
    for place, kernel in enumerate(missing, 1):
        event = {"kernel": kernel.name, "place": place, "count": len(missing)}
        told({**event, "state": "compiling", "reason": ""})
        failure = _made(kernel, cache)
        told({**event, "state": "failed" if failure else "ready", "reason": failure})
    return all(kernel.ready for kernel in wanted)


def _made(kernel: Kernel, cache: Cache) -> str:
    """Compile, check and keep a kernel; return why it cannot be used here, "" if it can."""
    lacking = [needed.name for needed in kernel.needs if not needed.ready]
    if lacking:
        code, symbol, failure = b"", "", f"it needs {', '.join(lacking)}"
    else:
        code, symbol, failure = _compiled(kernel)
    if not failure:
        failure = _checked(kernel, code, symbol)
    cache.write(kernel.name, kernel.module, code, symbol, failure)
    return failure


def _compiled(kernel: Kernel) -> tuple[bytes, str, str]:
    try:
        from simulator.engine.compiling.writing import compiled  # imports numba

        return *compiled(resolved(kernel.source)), ""
    except Exception as error:  # whatever a compiler raises: the reference does the work
        return b"", "", _short(error)


def _checked(kernel: Kernel, code: bytes, symbol: str) -> str:
    """Compare a kernel with its reference in another process, which it may end; return what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kernel.o"
        path.write_bytes(code)
        command = [sys.executable, "-m", __spec__.name, "--check", kernel.name, str(path), symbol]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            return _short(error)
    if done.returncode == 0:
        return ""
    lines = done.stderr.strip().splitlines()
    return lines[-1][:300] if lines else f"its check ended with status {done.returncode}"


def _check(name: str, path: Path, symbol: str) -> None:
    """Compare a kernel that is not in the cache yet with its reference."""
    kernel = next(kernel for kernel in everything() if kernel.name == name)
    loading.loaded(name, lambda: (path.read_bytes(), symbol))
    resolved(kernel.check)()


def resolved(text: str) -> Any:
    """Return what "module:name" names."""
    module, _, name = text.partition(":")
    return getattr(import_module(module), name)


def _short(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:300]


def identity() -> str:
    """Return what the kernels here are made with, for reports."""
    found = hashlib.sha256("".join(digest(kernel.module) for kernel in everything()).encode()).hexdigest()[:12]
    return f"{versions()} {found}"


def main(arguments: list[str]) -> int:
    """Prepare the kernels named, or all; or check one."""
    if arguments[:1] == ["--check"]:
        _check(arguments[1], Path(arguments[2]), arguments[3])
        return 0
    if hasattr(os, "nice"):
        os.nice(LOW)
    kernels = [kernel for kernel in everything() if not arguments or kernel.name in arguments]
    try:
        return 0 if prepare(kernels, lambda event: print(json.dumps(event), flush=True)) else 1
    except UserError as error:
        print(json.dumps({"kernel": "", "place": 0, "count": 0, "state": "failed", "reason": str(error)}), flush=True)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
