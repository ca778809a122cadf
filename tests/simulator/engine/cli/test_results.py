"""Where a run without a window is written: to a folder of its own, and although writing fails for a time."""

from __future__ import annotations

import errno
import io
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from metascope.simulator.engine.cli import headless, results
from metascope.simulator.engine.cli.results import LOCK, RESULTS, Repeated, claimed, write_all
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.session import Journal, open_session
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import Story
from metascope.simulator.engine.text import say
from tests.simulator.engine.cli.test_headless import short, toy
from tests.simulator.engine.toy import ToyFrame, ToySimulation, captions_of
from tests.waiting import SECONDS, until

FAULTS: list[Callable[[], Exception]] = [  # what a write may raise: as promised, and what nobody promised
    lambda: refuse("session.metascope", say("cannot be written: {reason}", reason="No space left on device")),
    lambda: OSError(errno.ENOSPC, "No space left on device"),
    lambda: UnicodeEncodeError("utf-8", "\udcff", 0, 1, "surrogates not allowed"),
    lambda: MemoryError(),
    lambda: KeyError("a frame of a plug-in"),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_session_raises_weights_and_metrics_are_written_first(
    fault: Callable[[], Exception], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(journal: object, past: Snapshot) -> None:
        if past.step == 30:  # the end
            assert (tmp_path / results.WEIGHTS).exists()
            assert (tmp_path / results.METRICS).exists()
        raise fault()

    monkeypatch.setattr(Journal, "write", fail)
    monkeypatch.setattr(results, "KEEP_EVERY", 0.0)
    monkeypatch.setattr(results, "WAITS", (0.0, 0.0))
    stream = io.StringIO()
    outcome = headless.train(toy(monkeypatch, ToySimulation(pause=0.01), 30), tmp_path, stream)
    assert outcome.frame is not None
    assert outcome.frame.step == 30
    assert len(outcome.unwritten) == 1
    assert "session.metascope" in outcome.unwritten[0].where
    assert "training goes on, and it is tried again" in stream.getvalue()


def test_a_disk_that_is_full_for_seconds_at_the_end_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tries: list[str] = []

    def full(path: Path, data: bytes) -> None:
        tries.append(path.name)
        if path.name != results.PRESET and len(tries) < 8:
            raise OSError(errno.ENOSPC, "No space left on device")
        atomic_write(path, data)

    waited: list[float] = []
    monkeypatch.setattr(headless, "atomic_write", full)
    monkeypatch.setattr(time, "sleep", waited.append)
    stream = io.StringIO()
    outcome = headless.train(toy(monkeypatch, ToySimulation(), 30), tmp_path, stream)
    assert outcome.unwritten == ()
    assert {*os.listdir(tmp_path)} == {*RESULTS}
    assert [wait for wait in waited if wait >= 0.5] == [0.5, 1.0, 2.0]  # the others are looks at the run
    assert stream.getvalue().count("No space left on device; it is tried again for half a minute") == 1


def test_what_fails_in_training_is_tried_again_after_longer_and_longer_waits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    now, told, tries = [0.0], list[Problem](), list[float]()

    def write() -> None:
        tries.append(now[0])
        if len(tries) < 8:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    repeated = Repeated(write, tmp_path / "session.metascope", told.append)
    for second in range(200):
        now[0] = float(second)
        repeated.do_if_due()
    assert tries == [30, 31, 33, 37, 45, 61, 91, 121, 151, 181]
    assert len(told) == 1


def test_all_is_written_in_order_and_only_what_failed_again(tmp_path: Path) -> None:
    order: list[str] = []

    def act(name: str, failures: int) -> Callable[[], None]:
        def write() -> None:
            order.append(name)
            if order.count(name) <= failures:
                raise ValueError(name)

        return write

    acts = {tmp_path / name: act(name, failures) for name, failures in (("a", 1), ("b", 0), ("c", 9))}
    told: list[Problem] = []
    assert [str(it) for it in write_all(acts, told.append, (0.0, 0.0))] == [f"{tmp_path}/c: cannot be written: c"]
    assert order == ["a", "b", "c", "a", "c", "c"]
    assert [it.where for it in told] == [f"{tmp_path}/a"]


def test_a_scenario_whose_file_name_is_not_utf_8_is_trained_and_kept(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9-\xff"))
    try:
        odd.mkdir()
    except OSError:
        pytest.skip("a file system with names in UTF-8 only")
    (odd / "preset.json").write_text(presets.dumps(short("two-tasks", 5)), "utf-8")
    outcome = headless.train(presets.read(odd / "preset.json"), odd / "out", io.TextIOWrapper(io.BytesIO(), "ascii"))
    assert outcome.unwritten == ()
    opened = open_session(odd / "out" / results.SESSION)
    assert opened.recording.newest_step == 5
    opened.close()


def test_a_folder_is_refused_while_another_process_writes_to_it(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from metascope.simulator.engine.cli.results import claimed\n"
        "with claimed(Path(sys.argv[1]), overwrite=False): print('in', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "in\n"
        with pytest.raises(UserError, match="another run is being written to this folder"), claimed(tmp_path, True):
            raise AssertionError("it is the other's")
        other.kill()
    with claimed(tmp_path, overwrite=False):  # a killed run holds nothing
        assert (tmp_path / LOCK).exists()
    assert not (tmp_path / LOCK).exists()


def test_what_a_run_left_is_removed_before_it_is_overwritten(tmp_path: Path) -> None:
    for name in (*RESULTS, "notes.txt"):
        (tmp_path / name).write_text("old")
    with pytest.raises(UserError, match="already holds the results"), claimed(tmp_path, overwrite=False):
        pass
    assert {*os.listdir(tmp_path)} == {*RESULTS, "notes.txt"}
    with claimed(tmp_path, overwrite=True):
        assert {*os.listdir(tmp_path)} == {"notes.txt", LOCK}


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyError("x"), "cannot be written: KeyError: 'x'"),
        (TypeError("no frame"), "cannot be written: TypeError: no frame"),
        (MemoryError(), "cannot be written: MemoryError"),
        (ValueError("too long"), "cannot be written: too long"),
        (OSError(errno.ENOSPC, "No space left on device"), "cannot be written: No space left on device"),
    ],
)
def test_what_cannot_be_written_is_told_in_words_that_can_be_followed(
    error: Exception, told: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise error

    with caplog.at_level(logging.INFO, "metascope"):
        (problem,) = results.problems_of(fail, tmp_path)
    assert str(problem.message) == told
    assert ("test_results.py" in caplog.text) is not isinstance(error, OSError)  # a defect's traceback is in the log


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX sends them")
def test_a_signal_that_comes_while_the_results_are_written_loses_none_of_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(path: Path, data: bytes) -> None:
        if path.name == results.WEIGHTS:
            os.kill(os.getpid(), signal.SIGTERM)  # nobody asked for the run's end before
        atomic_write(path, data)

    handler = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(headless, "atomic_write", interrupted)
    outcome = headless.train(toy(monkeypatch, ToySimulation(), 30), tmp_path, io.StringIO())
    assert outcome.unwritten == ()
    assert {*os.listdir(tmp_path)} == {*RESULTS}
    assert signal.getsignal(signal.SIGTERM) is handler


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX sends them")
def test_a_signal_ends_getting_ready_which_may_take_minutes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    begun = Event()

    def make(settings: Settings) -> Simulation:
        begun.set()
        for _ in counted(say("measuring"), range(int(SECONDS / 0.01))):
            time.sleep(0.01)
        raise AssertionError("nobody ended it")

    def interrupt() -> None:
        assert begun.wait(SECONDS)
        until(lambda: signal.getsignal(signal.SIGTERM) is not handler)  # before anyone hears it, it ends the tests
        os.kill(os.getpid(), signal.SIGTERM)

    preset = toy(monkeypatch, ToySimulation(), 30)
    stories = {preset.story: Story(preset.story, type(preset.settings), ToyFrame, captions_of, lambda: make)}
    monkeypatch.setattr(headless, "all_stories", lambda: stories)
    handler = signal.getsignal(signal.SIGTERM)
    killer = Thread(target=interrupt)
    killer.start()
    outcome = headless.train(preset, tmp_path, io.StringIO())
    killer.join()
    assert str(outcome.failure) == "getting ready was cancelled"
    assert outcome.unwritten == ()
