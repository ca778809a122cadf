from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import Journal, open_session, save
from metascope.simulator.engine.files.session_format.container import MemberWriter, scan
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation
from tests.simulator.engine.files.session_format.runs import act, assert_same, head, publish, recorded
from tests.simulator.engine.files.test_atomic import full_disk
from tests.waiting import until

posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


class Running:
    """A run that a journal is written along with."""

    def __init__(self, path: Path) -> None:
        self.simulation = LandscapesSimulation(LandscapesSettings())
        self.recording = Recording()
        self.journal = Journal(path, head())
        self.path = path
        publish(self.simulation.look(), self.simulation, self.recording)

    def go(self, steps: int) -> None:
        for _ in range(steps):
            publish(self.simulation.step(), self.simulation, self.recording)

    def write(self) -> None:
        self.journal.write(self.recording.snapshot())

    def check(self, every: int = 1) -> None:
        session = open_session(self.path)
        assert session.notice is None
        assert_same(self.recording, session.recording, every)
        session.close()


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Running]:
    made = Running(tmp_path / "run")
    yield made
    made.journal.close()


def test_what_is_new_is_added(run: Running) -> None:
    for steps in (0, 40, 0, 3, 100):
        run.go(steps)
        run.write()
        run.check()


def test_nothing_new_adds_nothing(run: Running) -> None:
    run.go(5)
    run.write()
    before = run.path.read_bytes()
    run.write()
    assert run.path.read_bytes() == before


@pytest.mark.slow
def test_only_what_is_new_is_written(run: Running) -> None:
    run.go(200)
    run.write()
    before = run.path.read_bytes()
    run.go(10)
    run.write()
    after = run.path.read_bytes()
    assert len(after) - len(before) < 10 * len(before) // 100
    assert after.startswith(before[:-5000])  # all but the directory


def test_a_change_at_the_last_step_replaces_its_frame_and_row(run: Running) -> None:
    run.go(7)
    run.write()
    act("inner_rate", 0.25, run.simulation, run.recording)
    run.write()
    run.check()
    act("phi", {"method": "maml", "to": [1.0]}, run.simulation, run.recording)
    run.go(2)
    run.write()
    run.check()


def test_a_frame_that_was_changed_and_then_dropped_is_not_the_old_one(run: Running) -> None:
    run.go(7)
    run.write()
    act("inner_rate", 0.25, run.simulation, run.recording)
    run.recording.set_budget(1 << 14)
    run.go(30)
    assert 7 not in run.recording.kept_steps()
    run.write()
    run.check()


def test_bookmarks_and_incidents_are_added_by_themselves(run: Running) -> None:
    run.go(7)
    run.write()
    run.recording.bookmark(3)
    run.write()
    run.check()
    run.recording.remove_bookmark(3)
    run.recording.note_incident(7, recorded(40, inner_rate=9.0, inner_steps=40).incidents[0].reason)
    run.write()
    run.check()


def test_a_run_that_starts_again_is_written_again(run: Running) -> None:
    act("inner_rate", 0.25, run.simulation, run.recording)
    run.go(40)
    run.write()
    run.recording.begin_anew(40, run.simulation.state())
    run.write()
    run.check()
    run.go(40)
    run.write()
    run.check()


@pytest.mark.slow
def test_the_file_stays_below_twice_what_is_live(run: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = 1 << 18
    monkeypatch.setattr("metascope.simulator.engine.files.session._SMALL", small)
    run.recording.set_budget(1 << 20)
    sizes = []
    for _ in range(40):
        run.go(100)
        run.write()
        sizes.append(run.path.stat().st_size)
    save(tmp_path / "all", head(), run.recording.snapshot())
    assert max(sizes) < 2.2 * (tmp_path / "all").stat().st_size + small
    assert sizes != sorted(sizes)  # it was written again
    session = open_session(run.path)
    assert set(session.recording.kept_steps()) >= set(run.recording.kept_steps())
    assert session.recording.metrics.csv() == run.recording.metrics.csv()
    session.close()


@pytest.mark.slow
def test_many_small_pieces_are_put_together(run: Running) -> None:
    most = 0
    for _ in range(300):
        run.go(1)
        run.write()
        most = max(most, run.path.read_bytes().count(b"PK\x03\x04"))
    assert 300 < most < 560
    run.check(every=40)


@pytest.mark.slow
def test_a_full_disk_is_told_and_the_next_write_mends_it(run: Running, tmp_path: Path) -> None:
    run.go(50)
    run.write()
    size = run.path.stat().st_size
    run.go(100)
    with full_disk(size + 2000), pytest.raises(UserError, match="run: cannot be written: File too large"):
        run.write()
    session = open_session(run.path)
    assert session.recording.kept_steps() == tuple(range(51))
    session.close()
    run.write()
    run.check()
    assert os.listdir(tmp_path) == ["run"]


def test_a_write_begins_by_taking_the_old_directory_away(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    run.go(50)
    run.write()
    before = run.path.read_bytes()

    def fail(writer: MemberWriter, name: str, data: bytes) -> None:
        raise OSError(5, "Input/output error")

    run.go(1)
    monkeypatch.setattr(MemberWriter, "add", fail)
    with pytest.raises(UserError, match="run: cannot be written: Input/output error"):
        run.write()
    left = run.path.read_bytes()
    assert left == before[: list(scan(io.BytesIO(before), len(before)))[-1].end]


def test_a_journal_whose_folder_went_away_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    journal = Journal(tmp_path / "folder" / "run", head())
    (tmp_path / "folder").rmdir()
    with pytest.raises(UserError, match="folder/run: cannot be written"):
        journal.write(recorded(1).snapshot())


@posix
@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_journal_whose_file_was_taken_away_is_written_again(run: Running, tmp_path: Path, how: str) -> None:
    run.go(5)
    run.write()
    if how == "deleted":
        run.path.unlink()
    else:
        (tmp_path / "other").write_bytes(b"somebody's")
        os.replace(tmp_path / "other", run.path)
    run.go(5)
    run.write()
    assert run.journal.step == 10
    run.check()


def test_a_journal_says_what_it_has_written(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run.journal.step == -1
    run.go(5)
    run.write()

    def fail(writer: MemberWriter, name: str, data: bytes) -> None:
        raise OSError(5, "Input/output error")

    run.go(1)
    with monkeypatch.context() as patch:
        patch.setattr(MemberWriter, "add", fail)
        with pytest.raises(UserError):
            run.write()
    assert run.journal.step == 5
    run.write()
    assert run.journal.step == 6


def test_an_empty_recording_writes_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "run", head())
    journal.write(Recording().snapshot())
    journal.close()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("cut", range(0, 60_000, 13_337))
def test_a_write_that_was_cut_leaves_the_writes_before(run: Running, cut: int) -> None:
    run.go(50)
    run.write()
    before = run.path.read_bytes()
    run.go(20)
    run.write()
    whole = run.path.read_bytes()
    begin = list(scan(io.BytesIO(before), len(before)))[-1].end
    run.path.write_bytes(whole[: begin + cut])
    session = open_session(run.path)
    assert session.recording.kept_steps() == tuple(range(51))
    assert str(session.notice) == "the file ends early: opened up to meta-step 50"
    session.close()


_PROGRAM = """
import sys
from pathlib import Path
from tests.simulator.engine.files.test_session_journal import Running
from tests.simulator.engine.files.session_format.runs import head
from metascope.simulator.engine.files.session import save
run = Running(Path(sys.argv[1]))
run.go(100)
print("ready", flush=True)
while True:
    run.go(3)
    if sys.argv[2] == "journal":
        run.write()
    else:
        save(run.path, head(), run.recording.snapshot())
"""


@pytest.mark.slow
@posix
@pytest.mark.parametrize(("how", "seconds"), [("journal", 0.05), ("save", 0.19)])
def test_a_kill_at_any_moment_leaves_a_session_that_opens(tmp_path: Path, how: str, seconds: float) -> None:
    path = tmp_path / "run"
    child = subprocess.Popen([sys.executable, "-c", _PROGRAM, str(path), how], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    until(path.exists)
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    session = open_session(path)
    kept = session.recording.kept_steps()
    assert len(kept) > 100
    assert (session.notice is None) or how == "journal"
    past = recorded(kept[-1])
    assert session.recording.metrics.csv() == past.metrics.csv()
    session.close()
