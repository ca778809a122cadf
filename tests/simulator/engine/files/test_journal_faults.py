"""Faults at every call with which a journal writes: one kind of error, and a file that opens."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.following import Following
from metascope.simulator.engine.files.session import open_session
from tests.faults import failing, kept_at_each_call
from tests.simulator.engine.files.session_format.runs import assert_same
from tests.simulator.engine.files.test_atomic import full_disk
from tests.simulator.engine.files.test_session_journal import Running

STEPS = (20, 5, 0, 1)  # meta-steps before each write
NEVER = 1 << 30


def newest(path: Path) -> int:
    """Return the last meta-step of a file that opens, -1 if there is none."""
    if not path.exists():
        return -1
    session = open_session(path)
    session.close()
    return session.recording.newest_step


def faulty(folder: Path, write: int, call: int, number: int) -> tuple[int, bool]:
    """Write a run, with an error at a call of one write; return how many calls that write made, and if it failed."""
    run, last, count, failed, told = Running(folder / "run"), -1, 0, False, ""
    for place, steps in enumerate(STEPS):
        run.go(steps)
        with failing(call if place == write else NEVER, OSError(number, "injected")) as calls:
            try:
                run.write()
            except UserError as error:
                failed, told = True, str(error)
        assert not failed or told.endswith("run: cannot be written: injected")
        if place == write:
            count = len(calls)
            assert newest(run.path) in ({last, run.recording.newest_step} if failed else {run.recording.newest_step})
        last = run.recording.newest_step
    run.write()
    run.check()
    run.journal.close()
    assert [path.name for path in folder.iterdir()] == ["run"]
    following = Following(run.path)
    following.look()
    assert following.stage == "ended"
    return count, failed


@pytest.mark.parametrize("call", [0, 3])
def test_an_error_at_one_call_is_told_and_the_next_write_mends_it(tmp_path: Path, call: int) -> None:
    assert faulty(tmp_path, 1, call, errno.ENOSPC)[1]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")  # of `close`
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_an_error_at_every_call_is_told_alike_and_the_next_write_mends_it(tmp_path: Path, number: int) -> None:
    tried = failures = 0
    for write in range(len(STEPS)):
        call, count = 0, 1
        while call < count:  # the last one is not reached
            folder = tmp_path / f"{write}-{call}"
            folder.mkdir()
            count, failed = faulty(folder, write, call, number)
            tried, failures, call = tried + 1, failures + failed, call + 1
            count += call == count
    assert tried > 40
    assert failures > 30  # the others are tidying, which nobody misses


@pytest.mark.slow
def test_a_kill_before_every_call_leaves_what_was_written_before(tmp_path: Path) -> None:
    (tmp_path / "live").mkdir()
    run, last, tried = Running(tmp_path / "live" / "run"), -1, 0
    for place, steps in enumerate(STEPS):
        run.go(steps)
        (copies := tmp_path / str(place)).mkdir()
        with kept_at_each_call(tmp_path / "live", copies) as made:
            run.write()
        for copy in made:
            assert newest(copy / "run") in (last, run.recording.newest_step)
            tried += 1
        last = run.recording.newest_step
    (copies := tmp_path / "closing").mkdir()
    with kept_at_each_call(tmp_path / "live", copies) as made:
        run.journal.close()
    for copy in made:
        session = open_session(copy / "run")
        assert session.notice is None
        assert_same(run.recording, session.recording, every=9)
        session.close()
    assert tried > 40


@pytest.mark.slow
def test_a_disk_that_is_full_at_any_size_is_told_and_the_next_write_mends_it(tmp_path: Path) -> None:
    run = Running(tmp_path / "run")
    run.go(30)
    run.write()
    begin = run.path.stat().st_size
    run.go(40)
    run.write()
    end = run.path.stat().st_size
    run.journal.close()
    told: list[str] = []
    for room in [*range(0, begin, begin // 12), *range(begin - 3000, end, (end - begin) // 12)]:
        folder = tmp_path / str(room)
        folder.mkdir()
        other = Running(folder / "run")
        other.go(30)
        for steps in (0, 40):
            other.go(steps)
            with full_disk(room):
                try:
                    other.write()
                except UserError as error:
                    told.append(str(error))
            assert newest(other.path) in (-1, 30, 70)
        other.write()
        other.check(every=9)
        other.journal.close()
    assert len(told) > 20
    assert all("cannot be written: File too large" in text for text in told)
