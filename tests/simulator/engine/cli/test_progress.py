from __future__ import annotations

import io

import pytest

from metascope.simulator.engine.cli.progress import Progress


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give the seconds of the clock, which only the test moves on."""
    clock = [100.0]
    monkeypatch.setattr("metascope.simulator.engine.cli.progress.time.monotonic", lambda: clock[0])
    return clock


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_before_there_is_a_rate_it_is_left_out_and_no_line_is_written_twice(now: list[float]) -> None:
    stream = io.StringIO()
    progress = Progress(64, stream, "run")
    for _ in range(3):
        progress.show(0, None, more=", 2 in progress")
        now[0] += 10.0
    progress.show(1, 0.1, 630.0)
    assert stream.getvalue() == "run 0 of 64, 2 in progress\nrun 1 of 64, 0.1 per second, 10:30 to go\n"


def test_nothing_is_said_while_the_rate_is_zero(now: list[float]) -> None:
    stream = io.StringIO()
    progress = Progress(64, stream)
    progress.show(0, 0.0)
    assert stream.getvalue() == ""
    progress.show(1, 20.0)
    assert stream.getvalue() == "meta-step 1 of 64, 20 per second, 0:03 to go\n"


def test_on_a_terminal_one_line_is_written_again(now: list[float]) -> None:
    stream = Terminal()
    progress = Progress(64, stream, "run")
    for _ in range(2):
        progress.show(0, None)
        now[0] += 1.0
    assert stream.getvalue() == 2 * f"\r{'run 0 of 64':<78}"
