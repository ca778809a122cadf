"""Compiles kernels, compares each with its reference, and keeps those that agree. Run as a process of its own.

    python -m metascope.simulator.engine.compiling.preparing [--low] [--bound] [NAME ...]

It writes an `Event` to stdout whenever something changes, as a line of JSON. A kernel is loaded and called in another
process first: machine code that fails must not end the program. That one ends with this, and this, where it is bound,
with the one that started it, which holds its input open. Neither leaves anything half-written.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import metascope
from metascope.simulator.engine.compiling import loading, processes
from metascope.simulator.engine.compiling.cache import PLACE, Cache
from metascope.simulator.engine.compiling.cache import installed as installed
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.errors import UserError

KERNELS = "metascope.simulator.learners.kernels:KERNELS"
WHICH = "METASCOPE_KERNELS"  # the environment variable that names others, for tests
ROOT = Path(metascope.__file__).parent.parent  # where a process finds the program, wherever it was started
LONGEST = 600.0  # seconds that a check may take
LOW = "--low"  # the option by which a person's other programs come first
BOUND = "--bound"  # the option by which this process ends with the one that started it
CHECK = "--check"
LACKING = 3  # the status of a process that did its work, after which some kernels cannot be used


@dataclass(frozen=True)
class Event:
    """Something that happened to a kernel."""

    kernel: str  # its name; "" for the cache
    place: int  # of those to be made, from 1
    count: int
    state: str  # compiling, ready or failed
    reason: str = ""  # why it failed

    @property
    def line(self) -> str:
        """It in words."""
        return f"{self.kernel} ({self.place} of {self.count}): {self.state}{self.reason and f' ({self.reason})'}"

    @classmethod
    def read(cls, line: str) -> Event | None:
        """Return the event that a process wrote; None if the line is something else."""
        try:
            return cls(**json.loads(line))
        except (ValueError, TypeError):
            return None


Told = Callable[[Event], object]


def everything() -> tuple[Kernel, ...]:
    """Return all kernels, those that others need first."""
    found: dict[str, Kernel] = {}

    def add(kernels: Iterable[Kernel]) -> None:
        for kernel in kernels:
            add(kernel.first)
            found[kernel.name] = kernel

    add(resolved(os.environ.get(WHICH, KERNELS)))
    return tuple(found.values())


def prepare(kernels: Iterable[Kernel], told: Told = lambda event: None, jobs: int = 1, *, again: bool = False) -> bool:
    """Compile those of the kernels that are missing or damaged; return whether all of them can be used.

    Args:
        kernels: those that others need come before them.
        told: called when one is begun and when it is done.
        jobs: how many are compiled at a time; several have a process each, and leave the interpreter to other threads.
        again: whether to try those again that failed with these sources, versions and processor.

    Raises:
        UserError: the cache cannot be written.
    """
    cache, wanted = Cache(), list(dict.fromkeys(kernels))
    if again:
        for kernel in wanted:
            if (entry := kernel.entry()) is not None and entry.failure:
                cache.forget(kernel.name, kernel.module)
    missing = [kernel for kernel in wanted if not cache.sound(kernel.name, kernel.module)]
    if missing:
        cache.make()
    make = partial(_made, cache=cache) if jobs == 1 else _made_elsewhere

    def work(place: int, kernel: Kernel) -> None:
        event = Event(kernel.name, place, len(missing), "compiling")
        told(event)
        failure = make(kernel)
        told(replace(event, state="failed" if failure else "ready", reason=failure))

    places = {kernel: place for place, kernel in enumerate(missing, 1)}
    while places:  # those that need none of the others, and so on
        now = [kernel for kernel in places if not any(needed in places for needed in kernel.first)]
        with ThreadPoolExecutor(jobs) as pool:
            try:
                for _ in pool.map(work, [places.pop(kernel) for kernel in now], now):
                    pass
            except UserError:
                pool.shutdown(cancel_futures=True)  # none of them could be kept
                raise
    return all(kernel.ready for kernel in wanted)


def _made_elsewhere(kernel: Kernel) -> str:
    """Compile, check and keep a kernel in a process of its own; return why it cannot be used here."""
    done = _process(BOUND, kernel.name)
    events = [event for line in done.stdout.splitlines() if (event := Event.read(line)) is not None]
    reason = next((event.reason for event in events if event.state == "failed"), "")
    return reason or ("" if kernel.ready else _last_line(done))


def _made(kernel: Kernel, cache: Cache) -> str:
    """Compile, check and keep a kernel; return why it cannot be used here, "" if it can."""
    lacking = [needed.name for needed in kernel.first if not needed.ready]
    if lacking:
        return f"it needs {', '.join(lacking)}"  # not kept: it is not this kernel that fails
    code, symbol, failure = _compiled(kernel)
    if not failure:
        try:
            failure = _checked(kernel, code, symbol)
        except (OSError, subprocess.TimeoutExpired) as error:
            return _short(error)  # not kept either: a busy machine may have caused it
    with processes.WHOLE:
        cache.write(kernel.name, kernel.module, code, symbol, failure)
    return failure


def _compiled(kernel: Kernel) -> tuple[bytes, str, str]:
    try:
        from metascope.simulator.engine.compiling.writing import compiled  # imports numba

        return *compiled(resolved(kernel.source)), ""
    except Exception as error:  # whatever a compiler raises: it is told, and the reference does the work
        return b"", "", _short(error)


def _checked(kernel: Kernel, code: bytes, symbol: str) -> str:
    """Compare a kernel with its reference in another process, which it may end; return what is wrong.

    Raises:
        OSError, subprocess.TimeoutExpired: it could not be compared.
    """
    done = _process(CHECK, kernel.name, symbol, str(len(code)), given=code, timeout=LONGEST)
    return "" if done.returncode == 0 else _last_line(done)


def _process(*arguments: str, given: bytes = b"", timeout: float | None = None) -> subprocess.CompletedProcess[str]:
    """Run this module with these arguments, and with the cache that is used here."""
    command = [sys.executable, "-m", __spec__.name, *arguments]
    place = {PLACE: str(Cache().folder.parent.absolute())}
    return processes.run(command, ROOT, {**os.environ, **place}, given, timeout)


def _check(name: str, symbol: str, size: int) -> None:
    """Compare a kernel that is not in the cache yet, and comes as `size` bytes of input, with its reference."""
    code = sys.stdin.buffer.read(size)
    processes.end_with_starter()
    kernel = next(kernel for kernel in everything() if kernel.name == name)
    loading.loaded(name, lambda: (code, symbol))
    resolved(kernel.check)()


def resolved(text: str) -> Any:
    """Return what "module:name" names."""
    module, _, name = text.partition(":")
    return getattr(import_module(module), name)


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a process said last before it ended."""
    lines = done.stderr.strip().splitlines()
    return lines[-1][:300] if lines else f"its process ended with status {done.returncode}"


def _short(error: BaseException) -> str:
    text = re.sub(r"\x1b\[\d*m", "", f"{type(error).__name__}: {error}")  # numba writes for terminals
    return " ".join(text.split())[:300]


def main(arguments: list[str]) -> int:
    """Prepare the kernels named, or all; or check one."""
    if arguments[:1] == [CHECK]:
        _check(arguments[1], arguments[2], int(arguments[3]))
        return 0
    if BOUND in arguments:
        processes.end_with_starter()
    if LOW in arguments:
        processes.come_after_others()
    names = set(arguments) - {LOW, BOUND}
    kernels = [kernel for kernel in everything() if not names or kernel.name in names]
    try:
        return 0 if prepare(kernels, _tell) else LACKING
    except UserError as error:
        _tell(Event("", 0, 0, "failed", str(error)))
        return LACKING


def _tell(event: Event) -> None:
    print(json.dumps(asdict(event)), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
