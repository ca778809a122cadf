from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import following as module
from metascope.simulator.engine.files.following import Following
from metascope.simulator.engine.files.session import Journal, open_session, save
from metascope.simulator.engine.files.session_format import container
from metascope.simulator.engine.files.session_format.container import Member, scan
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.text import say
from tests.simulator.engine.files.session_format.runs import act, assert_same, assert_same_frame, head, recorded
from tests.simulator.engine.files.test_session_journal import Running, posix
from tests.waiting import until


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Running]:
    made = Running(tmp_path / "run.metascope")
    yield made
    made.journal.close()


@pytest.fixture
def following(run: Running) -> Following:
    return Following(run.path)


def problem(following: Following) -> str:
    assert following.problem is not None
    (told,) = following.problem.problems
    return str(told.message)


def test_what_is_added_arrives_bit_for_bit_as_it_is_written(run: Running, following: Following) -> None:
    for steps in (0, 40, 3, 100):
        run.go(steps)
        run.write()
        assert following.look()
        assert following.stage == "growing"
        assert_same(run.recording, following.recording, every=7)
        assert following.newest is not None
        assert_same_frame(following.newest, run.recording.at(1 << 40))
    assert not following.look()


def test_the_rate_is_that_of_the_writer_however_late_its_file_is_read(run: Running, following: Following) -> None:
    for steps, written in ((40, 1_700_000_000), (50, 1_700_000_019), (10, 1_700_000_020)):  # the last two are one
        run.go(steps)
        run.write()
        os.utime(run.path, (written, written))
        following.look()
    assert following.rate == 50 / 19
    assert following.usual is None


def test_changes_bookmarks_and_incidents_arrive(run: Running, following: Following) -> None:
    run.go(7)
    run.write()
    following.look()
    act("inner_rate", 0.25, run.simulation, run.recording)  # the last frame and its row are others now
    run.recording.bookmark(3)
    run.recording.note_incident(7, say("it stopped"))
    run.write()
    following.look()
    assert_same(run.recording, following.recording)
    run.recording.remove_bookmark(3)
    run.go(2)
    run.write()
    following.look()
    assert_same(run.recording, following.recording)


def test_bookmarks_of_a_persons_own_stay(run: Running, following: Following, monkeypatch: pytest.MonkeyPatch) -> None:
    run.go(7)
    run.write()
    following.look()
    following.recording.bookmark(5)
    run.recording.bookmark(3)
    run.write()
    following.look()
    assert following.recording.bookmarks == (3, 5)
    monkeypatch.setattr("metascope.simulator.engine.files.session._SCATTER", -1000)  # the next write begins anew
    run.go(1)
    run.write()
    following.look()
    assert following.recording.bookmarks == (3, 5)


def test_only_what_is_new_is_read_and_the_file_is_never_kept_open(
    run: Running, following: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.go(300)
    run.write()
    following.look()
    size, taken = run.path.stat().st_size, []
    real = container.read

    def counting(file: io.BytesIO, member: Member) -> bytes:
        taken.append(member.packed)
        return real(file, member)

    monkeypatch.setattr(container, "read", counting)
    run.go(5)
    run.write()
    assert following.look()
    assert 0 < sum(taken) < size // 10
    taken.clear()
    assert not following.look()
    assert taken == []
    if os.path.isdir("/proc/self/fd"):
        run.journal.close()
        opened = [
            os.readlink(f"/proc/self/fd/{it}") for it in os.listdir("/proc/self/fd") if it.isdigit() and alive(it)
        ]
        assert str(run.path) not in opened


def alive(descriptor: str) -> bool:
    return os.path.lexists(f"/proc/self/fd/{descriptor}")


def test_a_file_that_cannot_be_written_is_followed(run: Running, following: Following) -> None:
    run.go(3)
    run.write()
    before = run.path.read_bytes()
    run.path.chmod(0o444)
    assert following.look()
    assert run.path.read_bytes() == before


def test_half_written_parts_are_waited_for_at_every_cut(run: Running, tmp_path: Path) -> None:
    run.go(20)
    run.write()
    begin = list(scan(io.BytesIO(old := run.path.read_bytes()), len(old)))[-1].end
    run.go(10)
    run.write()
    whole = run.path.read_bytes()
    path = tmp_path / "copy.metascope"
    following, cuts = Following(path), [*range(0, len(whole), len(whole) // 97), len(whole)]
    news = 0
    for cut in sorted({*cuts, begin, begin + 1, len(whole) - 1}):
        path.write_bytes(whole[:cut])
        news += following.look()
        assert following.problem is None
        assert following.stage == ("growing" if following.recording.newest_step >= 0 else "waiting")
        assert following.recording.newest_step in (-1, 20, 30)
        if cut >= begin:
            assert following.recording.newest_step >= 20
    assert news == 2
    assert_same(run.recording, following.recording)


def test_bytes_that_have_not_arrived_are_waited_for(run: Running, tmp_path: Path) -> None:
    run.go(20)
    run.write()
    first = run.path.read_bytes()
    run.go(10)
    run.write()
    whole = run.path.read_bytes()
    path = tmp_path / "copy.metascope"
    path.write_bytes(first)
    following = Following(path)
    following.look()
    end = list(scan(io.BytesIO(first), len(first)))[-1].end
    path.write_bytes(whole[: end + 200] + bytes(len(whole) - end - 200 - 22) + whole[-22:])
    assert not following.look()
    assert (following.stage, following.problem, following.recording.newest_step) == ("growing", None, 20)
    path.write_bytes(whole)
    assert following.look()
    assert_same(run.recording, following.recording)


def test_damage_that_stays_is_told_and_forgotten_when_it_is_gone(
    run: Running, following: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.go(20)
    run.write()
    following.look()
    end = list(scan(io.BytesIO(old := run.path.read_bytes()), len(old)))[-1].end
    run.go(10)
    run.write()
    whole = run.path.read_bytes()
    run.path.write_bytes(whole[: end + 300] + b"\0" * 40 + whole[end + 340 :])
    monkeypatch.setattr(module, "_DAMAGED", 0.0)
    assert not following.look()
    assert following.stage == "failed"
    assert "is damaged" in problem(following)
    assert_same_frame(following.recording.at(7), run.recording.at(7))  # what was read before can be looked at
    run.path.write_bytes(whole)
    assert following.look()
    assert (following.stage, following.problem) == ("growing", None)


def test_a_file_that_is_written_anew_is_followed_on(
    run: Running, following: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.go(60)
    run.write()
    following.look()
    held = following.recording.checkpoints[0]
    before, number = following.recording.metrics, run.path.stat().st_ino
    monkeypatch.setattr("metascope.simulator.engine.files.session._SCATTER", -1000)
    run.recording.set_budget(1 << 16)  # most frames are dropped
    run.go(40)
    run.write()
    assert run.path.stat().st_ino != number
    assert len(run.recording.kept_steps()) < 60
    assert following.frame(33).step <= 33  # asked for before the news was noticed; the file has it no longer
    following.look()
    assert_same(run.recording, following.recording)
    assert following.recording.metrics is before
    assert held.state.keys() == run.recording.checkpoints[0].state.keys()
    monkeypatch.setattr("metascope.simulator.engine.files.session._SCATTER", 512)
    run.go(5)
    run.write()
    assert following.look()
    session = open_session(run.path)
    assert_same(session.recording, following.recording)
    session.close()


def test_a_copy_that_is_replaced_by_a_longer_one_costs_only_what_is_new(
    run: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "copy.metascope"
    run.go(300)
    run.write()
    shutil.copy(run.path, path)
    following = Following(path)
    following.look()
    run.go(5)
    run.write()
    shutil.copy(run.path, tmp_path / "new")
    os.replace(tmp_path / "new", path)  # as a program that synchronizes folders does
    monkeypatch.setattr(following._file, "anew", lambda: pytest.fail("it was read from its beginning"))
    assert following.look()
    assert_same(run.recording, following.recording, every=50)


def test_another_run_in_the_file_is_told(run: Running, following: Following, tmp_path: Path) -> None:
    run.go(20)
    run.write()
    following.look()
    for rate, steps in ((0.02, 30), (0.1, 7)):  # other settings; the same again from its start
        journal = Journal(run.path, head(inner_rate=rate))
        journal.write(recorded(steps, inner_rate=rate).snapshot())
        assert not following.look()
        assert (following.stage, following.replaced) == ("failed", True)
        assert problem(following) == "holds another run now"
        journal.close()


def test_what_another_run_has_replaced_is_not_called_damaged(run: Running, following: Following) -> None:
    run.go(20)
    run.write()
    following.look()
    save(run.path, head(inner_rate=0.02), recorded(30, inner_rate=0.02).snapshot())
    with pytest.raises(UserError, match="holds another run now"):
        assert following.recording.checkpoints[0].state


def test_a_file_that_vanishes_is_told_and_followed_when_it_is_back(run: Running, following: Following) -> None:
    run.go(20)
    run.write()
    following.look()
    data = run.path.read_bytes()
    run.path.unlink()
    assert not following.look()
    assert (following.stage, following.problem) == ("gone", None)
    run.path.write_bytes(data)
    following.look()
    assert following.stage == "growing"
    assert_same(run.recording, following.recording)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "is a picture or a document, not a session"),
        (b"{}", "is a JSON file, not a session; is it a scenario?"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml" + bytes(50), "is a ZIP file, but not a complete session"),
        (b"hello", "is not a session saved by Metascope"),
    ],
)
def test_what_is_no_session_is_told_at_once(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "it").write_bytes(data)
    following = Following(tmp_path / "it")
    following.look()
    assert following.stage == "failed"
    assert problem(following).startswith(told)


def test_a_folder_and_a_pipe_are_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        following = Following(path)
        following.look()
        assert problem(following) == "must be a file"


def test_a_closed_journal_has_ended_and_a_saved_session_too(run: Running, following: Following, tmp_path: Path) -> None:
    run.go(20)
    run.write()
    following.look()
    assert following.stage == "growing"
    before = run.path.read_bytes()
    run.journal.close()
    after = run.path.read_bytes()
    assert len(after) == len(before)
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 7  # nothing but the mark
    following.look()
    assert str(following.stage) == "ended"
    session = open_session(run.path)
    assert session.notice is None
    session.close()
    save(tmp_path / "saved", head(), run.recording.snapshot())
    saved = Following(tmp_path / "saved")
    saved.look()
    assert saved.stage == "ended"


def test_a_journal_that_could_not_be_written_last_does_not_say_that_it_ended(
    run: Running, following: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.go(20)
    run.write()
    run.go(1)

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(UserError, match="No space left"):
        run.write()
    monkeypatch.undo()
    run.journal.close()
    following.look()
    assert following.stage == "growing"


def test_a_silence_is_overdue_by_the_usual_interval(
    run: Running, following: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, wall = [1000.0], time.time()
    monkeypatch.setattr("metascope.simulator.engine.files.following.time.monotonic", lambda: now[0])
    monkeypatch.setattr("metascope.simulator.engine.files.following.time.time", lambda: wall)
    run.write()
    following.look()
    now[0] += 39.0
    assert not following.overdue  # nothing is known yet but how often the program itself writes
    now[0] += 2.0
    assert following.overdue
    for _ in range(4):
        run.go(1)
        run.write()
        following.look()
        assert not following.overdue
        now[0] += 12.0
    assert not following.overdue
    now[0] += 5.0
    assert following.overdue
    assert following.usual == 12.0


def test_a_file_written_long_ago_is_overdue_at_once(run: Running, following: Following) -> None:
    run.write()
    os.utime(run.path, (1_700_000_000, 1_700_000_000))
    following.look()
    assert following.overdue
    assert following.quiet > 1e6


_WRITER = """
import sys
import time
from pathlib import Path
from tests.simulator.engine.files.test_session_journal import Running
run = Running(Path(sys.argv[1]))
while True:
    run.go(20)
    run.write()
    print(run.recording.newest_step, flush=True)
    time.sleep(0.02)
"""


@posix
def test_a_writer_in_another_process_is_followed_until_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "run.metascope"
    following = Following(path)
    following.start()
    assert following.recording.newest_step == -1
    child = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    until(lambda: following.recording.newest_step >= 200)
    child.send_signal(signal.SIGKILL)
    written = [int(line) for line in child.stdout.read().split()]
    child.wait()
    child.stdout.close()
    until(lambda: following.recording.newest_step >= written[-1])
    time.sleep(2 * module.LOOK_EVERY)
    assert following.stage == "growing"  # nothing in the file says that its writer is dead
    assert following.problem is None
    newest = following.recording.newest_step
    assert following.recording.metrics.csv() == recorded(newest).metrics.csv()
    assert following.stop()


def test_stopping_ends_the_thread_and_what_was_read_can_be_looked_at(run: Running, following: Following) -> None:
    run.go(20)
    run.write()
    following.start()
    until(lambda: following.newest is not None)
    assert following.stop()
    assert all(not thread.name.startswith(module.THREAD) for thread in threading.enumerate())
    assert_same(run.recording, following.recording)


def test_a_paused_thread_reads_nothing(run: Running, following: Following) -> None:
    run.write()
    following.start()
    until(lambda: following.newest is not None)
    following.paused = True
    time.sleep(2 * module.LOOK_EVERY)
    run.go(5)
    run.write()
    time.sleep(3 * module.LOOK_EVERY)
    assert following.recording.newest_step == 0
    following.paused = False
    until(lambda: following.recording.newest_step == 5)
    assert following.stop()


def test_frames_that_are_read_while_the_file_is_rewritten_are_right(
    run: Running, following: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.go(30)
    run.write()
    following.start()
    until(lambda: following.newest is not None)
    monkeypatch.setattr("metascope.simulator.engine.files.session._SCATTER", -1000)
    whole = Recording()
    whole.metrics = run.recording.metrics
    for _ in range(60):
        run.go(1)
        run.write()
        step = following.recording.newest_step // 2
        assert_same_frame(following.recording.at(step), run.recording.at(step))
    assert following.stop()
