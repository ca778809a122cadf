from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import safetensors.torch
import torch

from metascope.simulator.engine.cli import headless, results
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files import presets, session
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import open_session
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.running.ending import ending_signals
from metascope.simulator.engine.story import Story, all_stories
from metascope.simulator.engine.text import say
from tests.simulator.engine.toy import ToyFrame, ToySimulation, captions_of
from tests.waiting import until


def toy(monkeypatch: pytest.MonkeyPatch, simulation: ToySimulation, steps: int) -> Preset:
    """Put `simulation` in the place of the scene's own."""
    settings = all_stories()["landscapes"].settings
    story = Story("landscapes", settings, ToyFrame, captions_of, lambda: lambda settings: simulation)
    for module in (headless, session):
        monkeypatch.setattr(module, "all_stories", lambda: {"landscapes": story})
    preset = presets.find("two-tasks")
    return replace(preset, settings=preset.settings.replaced(steps=steps))


def test_a_run_writes_its_preset_metrics_and_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    preset = toy(monkeypatch, ToySimulation(), 30)
    outcome = headless.train(preset, tmp_path / "new" / "folder", io.StringIO())
    folder = tmp_path / "new" / "folder"
    assert outcome.failure is None
    assert outcome.frame is not None
    assert outcome.frame.step == 30
    assert presets.read(folder / "preset.json").settings == preset.settings
    assert (folder / "metrics.csv").read_text().splitlines()[-1] == "30,30.0"
    assert safetensors.torch.load_file(folder / "weights.safetensors")["toy.place"].item() == 30.0
    assert sorted(os.listdir(folder)) == ["metrics.csv", "preset.json", "session.metascope", "weights.safetensors"]


def test_progress_tells_rate_and_time_to_go(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stream = io.StringIO()
    headless.train(toy(monkeypatch, ToySimulation(pause=0.01), 100), tmp_path, stream)
    first, *_, last = stream.getvalue().splitlines()
    assert "of 100, " in first
    assert first.endswith("to go")
    assert last.startswith("done: meta-step 100 of 100")


@pytest.fixture
def heard_hangup() -> Iterator[None]:
    """Let SIGHUP be heard, where the tests were started so that it is ignored."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX sends them")
def test_a_hangup_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup has it
    try:
        assert signal.SIGHUP not in ending_signals()
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX sends them")
@pytest.mark.usefixtures("heard_hangup")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_the_run_and_what_there_is_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: signal.Signals
) -> None:
    def interrupt() -> None:
        until(lambda: simulation.done > 0)  # a signal that comes before anyone hears it ends the tests
        os.kill(os.getpid(), number)

    simulation = ToySimulation(pause=0.01)
    preset = toy(monkeypatch, simulation, 100_000)
    handler = signal.getsignal(number)
    killer = threading.Thread(target=interrupt)
    killer.start()
    outcome = headless.train(preset, tmp_path, io.StringIO())
    killer.join()
    assert outcome.frame is not None
    assert 0 < outcome.frame.step < 100_000
    assert (tmp_path / "metrics.csv").read_text().splitlines()[-1].startswith(f"{outcome.frame.step},")
    weights = safetensors.torch.load_file(tmp_path / "weights.safetensors")
    assert weights["toy.place"].item() == outcome.frame.step
    assert signal.getsignal(number) is handler


def test_a_run_that_diverges_writes_its_last_good_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    outcome = headless.train(toy(monkeypatch, ToySimulation(wrong="diverge"), 30), tmp_path, io.StringIO())
    assert str(outcome.failure) == "alpha x largest curvature = 2.3 > 2"
    assert safetensors.torch.load_file(tmp_path / "weights.safetensors")["toy.place"].item() == 4.0


def test_a_full_disk_ends_no_run_is_told_of_once_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write, tries = session.Journal.write, []

    def full(journal: session.Journal, past: Snapshot) -> None:
        tries.append(past.step)
        if past.step < 30:
            raise refuse(str(journal.path), say("cannot be written: {reason}", reason="No space left on device"))
        write(journal, past)

    monkeypatch.setattr(session.Journal, "write", full)
    monkeypatch.setattr(results, "KEEP_EVERY", 0.0)
    stream = io.StringIO()
    outcome = headless.train(toy(monkeypatch, ToySimulation(pause=0.02), 30), tmp_path, stream)
    assert outcome.unwritten == ()
    assert len(tries) > 2
    assert stream.getvalue().count("No space left on device; training goes on") == 1
    opened = open_session(tmp_path / headless.SESSION)
    assert opened.recording.newest_step == 30
    opened.close()


def test_what_cannot_be_written_at_the_end_is_named_and_the_rest_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    order: list[str] = []

    def full(path: Path, data: bytes) -> None:
        order.append(path.name)
        if path.name == "metrics.csv":
            raise refuse(str(path), say("cannot be written: {reason}", reason="No space left on device"))
        atomic_write(path, data)

    monkeypatch.setattr(headless, "atomic_write", full)
    monkeypatch.setattr(results, "WAITS", (0.0,))
    outcome = headless.train(toy(monkeypatch, ToySimulation(), 30), tmp_path, io.StringIO())
    assert [problem.where for problem in outcome.unwritten] == [str(tmp_path / "metrics.csv")]
    assert order == ["preset.json", "metrics.csv", "weights.safetensors", "metrics.csv"]
    assert sorted(os.listdir(tmp_path)) == ["preset.json", "session.metascope", "weights.safetensors"]


def test_a_log_that_cannot_be_written_ends_no_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    outcome = headless.train(toy(monkeypatch, ToySimulation(), 30), tmp_path, Full())
    assert outcome.frame is not None
    assert outcome.frame.step == 30


def test_a_folder_that_cannot_be_made_is_refused_before_training(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    simulation = ToySimulation()
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="must be a writable folder"):
        headless.train(toy(monkeypatch, simulation, 30), tmp_path / "file", io.StringIO())
    assert simulation.done == 0


def test_the_listing_has_one_line_a_scenario() -> None:
    lines = headless.listing().splitlines()
    assert len(lines) == len(presets.shipped())
    assert lines[0].startswith("two-tasks ")


def test_the_information_names_versions_device_and_threads() -> None:
    words = {line.split()[0] for line in headless.information().splitlines()}
    assert {"metascope", "Python", "torch", "PySide6-Essentials", "device", "threads"} <= words


def test_the_preset_that_was_written_is_json(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    headless.train(toy(monkeypatch, ToySimulation(), 3), tmp_path, io.StringIO())
    assert json.loads((tmp_path / "preset.json").read_text())["settings"]["steps"] == 3


def test_a_session_is_written_that_opens_at_the_runs_end(tmp_path: Path) -> None:
    preset = short("unseen-tasks", 40)
    headless.train(preset, tmp_path, io.StringIO())
    opened = open_session(tmp_path / headless.SESSION)
    assert opened.recording.checkpoints[-1].step == opened.recording.newest_step
    assert opened.head.settings == preset.settings
    assert opened.recording.newest_step == 40
    assert opened.recording.kept_steps() == tuple(range(41))
    assert opened.recording.metrics.csv() == (tmp_path / "metrics.csv").read_text()
    opened.close()


def test_a_replay_of_a_session_matches_and_writes_the_same_results(tmp_path: Path) -> None:
    headless.train(short("unseen-tasks", 40), tmp_path / "one", io.StringIO())
    outcome, preset, verdict = headless.replay_session(
        tmp_path / "one" / headless.SESSION, tmp_path / "two", io.StringIO()
    )
    assert verdict.difference is None
    assert (verdict.rows, verdict.frames) == (41, 41)
    assert preset.story == "landscapes"
    assert outcome.metrics.last_step == 40
    assert (tmp_path / "one" / "metrics.csv").read_bytes() == (tmp_path / "two" / "metrics.csv").read_bytes()
    one, two = (safetensors.torch.load_file(tmp_path / it / "weights.safetensors") for it in ("one", "two"))
    assert all(torch.equal(one[name], two[name]) for name in one)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX sends them")
def test_killed_in_training_a_run_loses_no_more_than_came_since_the_last_keeping(tmp_path: Path) -> None:
    program = (
        "import io, sys; from pathlib import Path; from dataclasses import replace;"
        "from metascope.simulator.engine.cli import headless, results;"
        "from metascope.simulator.engine.files import presets;"
        "results.KEEP_EVERY = 0.1; write = headless.Journal.write;"
        "headless.Journal.write = lambda self, past: (write(self, past), print(past.step, flush=True));"
        "preset = presets.find('two-tasks');"
        "preset = replace(preset, settings=preset.settings.replaced(steps=1000000));"
        "headless.train(preset, Path(sys.argv[1]), io.StringIO())"
    )
    child = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = next(step for line in child.stdout if (step := int(line)) > 500)
    child.kill()
    child.wait()
    child.stdout.close()
    opened = open_session(tmp_path / headless.SESSION)
    assert opened.recording.newest_step >= told
    steps = opened.recording.metrics.steps()
    assert steps.tolist() == list(range(len(steps)))
    opened.close()


def short(name: str, steps: int) -> Preset:
    """Return a shipped scenario of fewer meta-steps."""
    preset = presets.find(name)
    return replace(preset, settings=preset.settings.replaced(steps=steps))
