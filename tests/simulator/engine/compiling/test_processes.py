"""Processes beside the program: they end with their starter, but finish a file, and come after other programs."""

from __future__ import annotations

import sys
from subprocess import PIPE, Popen, TimeoutExpired

import pytest

from metascope.simulator.engine.compiling import processes
from metascope.simulator.engine.compiling.preparing import ROOT
from tests.waiting import SECONDS

WRITING = """
import time
from metascope.simulator.engine.compiling import processes
processes.end_with_starter()
with processes.WHOLE:
    print("half", flush=True)
    time.sleep(0.5)
    print("whole", flush=True)
time.sleep(600)
print("later", flush=True)
"""
PRIORITIES = """
import os
from metascope.simulator.engine.compiling import processes
before = os.nice(0)
processes.come_after_others()
print(before, os.nice(0))
"""
READING = "import sys; print(len(sys.stdin.buffer.read(1_000_000))); sys.stdin.buffer.read()"


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def test_a_process_finishes_what_it_writes_and_ends_with_its_starter() -> None:
    with Popen(python(WRITING), cwd=ROOT, stdin=PIPE, stdout=PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"
        process.stdin.close()
        assert process.stdout.read() == b"whole\n"
        assert process.wait(SECONDS) == 1


def test_a_process_is_given_input_that_stays_open() -> None:
    with pytest.raises(TimeoutExpired) as stopped:  # it would end if its input did
        processes.run(python(READING), ROOT, {}, bytes(1_000_000), timeout=2)
    assert stopped.value.output in (b"1000000\n", None)


def test_a_process_that_reads_nothing_is_no_error() -> None:
    done = processes.run(python("import sys; sys.exit('ended')"), ROOT, {}, bytes(1_000_000))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "ended\n")


@pytest.mark.skipif(sys.platform == "win32", reason="priorities there are no numbers")
def test_a_process_comes_after_others() -> None:
    done = processes.run(python(PRIORITIES), ROOT, {})
    before, after = map(int, done.stdout.split())
    assert after == min(before + processes.PRIORITY, 19)  # the system's limit
