"""Recording of another program's training loop: what comes in, what the file holds, and every way to end."""

from __future__ import annotations

import logging
import math
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from metascope import main as program
from metascope.record import Recording, UserError
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.session import Journal, Session, open_session
from metascope.simulator.engine.text import say
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.simulator.stories.own.settings import OwnSettings

ROOT = Path(program.__file__).parent
_sessions: list[Session] = []


@pytest.fixture(autouse=True)
def closing() -> Iterator[None]:
    """Close the sessions that a test opened."""
    yield
    while _sessions:
        _sessions.pop().close()


def opened(path: Path) -> Session:
    _sessions.append(open_session(path))
    return _sessions[-1]


def frame_at(session: Session, step: int) -> OwnFrame:
    found = session.recording.at(step)
    assert isinstance(found, OwnFrame)
    assert found.step == step
    return found


def refused(recording: Recording, **given: Any) -> list[str]:
    with pytest.raises(UserError) as caught:
        recording.step(**given)
    return [str(problem) for problem in caught.value.problems]


def test_what_is_handed_over_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "run.metascope"
    theta = torch.arange(6.0, requires_grad=True).reshape(3, 2)
    with Recording(path, methods=["maml", "fomaml"], title="Mine", settings={"rate": 0.1}, steps=2) as r:
        r.step(
            metrics={"loss": {"maml": torch.tensor(0.5, requires_grad=True), "fomaml": np.float32(0.25)}, "time": 3},
            paths={"theta": {"maml": theta, "fomaml": [[1, 2], [3, 4]]}},
            heatmaps={"memory": [torch.eye(2), np.zeros((2, 2))]},
            gates={"forget": torch.tensor([0.25, 0.5], dtype=torch.bfloat16), "read": {"maml": np.eye(3)}},
        )
        r.step(metrics={"loss": {"maml": 0.125}, "fomaml.loss": 0.0625})
    session = opened(path)
    assert session.notice is None
    assert (session.head.preset.title, session.head.preset.description) == ("Mine", "rate = 0.1")
    assert isinstance(settings := session.head.settings, OwnSettings)
    assert (settings.methods, settings.steps) == (("maml", "fomaml"), 2)
    assert [part.name for part in settings.contents.gates] == ["forget", "maml.read"]
    metrics = session.recording.metrics
    assert metrics.names == ("maml.loss", "fomaml.loss", "run.time")
    assert metrics.column("maml.loss").tolist() == [0.5, 0.125]
    assert metrics.column("fomaml.loss").tolist() == [0.25, 0.0625]
    assert settings.contents.metrics == ("loss", "time")
    frame = frame_at(session, 1)
    assert frame.ticks() == 3
    np.testing.assert_array_equal(frame.paths["theta"][0], theta.detach().numpy())
    np.testing.assert_array_equal(frame.paths["theta"][1], [[1, 2], [3, 4], [np.nan, np.nan]])
    np.testing.assert_array_equal(frame.heatmaps["memory"], [np.eye(2), np.zeros((2, 2))])
    np.testing.assert_array_equal(frame.gates["forget"], [[0.25], [0.5]])
    np.testing.assert_array_equal(frame.gates["maml.read"], np.eye(3))
    assert frame_at(session, 2).paths == {}


def test_what_is_changed_afterwards_is_not_changed_in_the_recording(tmp_path: Path) -> None:
    weights, gate = torch.zeros(3), np.zeros(2, np.float32)
    with Recording(tmp_path / "run") as r:
        r.step(paths={"theta": weights}, gates={"g": gate})
        weights += 1
        gate += 1
    frame = frame_at(opened(tmp_path / "run.metascope"), 1)
    assert frame.paths["theta"].tolist() == [[[0, 0, 0]]]
    assert frame.gates["g"].tolist() == [[0], [0]]


def test_it_imports_neither_qt_nor_torch() -> None:
    banned = ("torch", "PySide6", "widgets", "scenes")
    code = f"import sys, metascope.record; print([name for name in {banned} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout == "[]\n"


def test_shapes_and_methods_are_fixed_by_the_first_step_that_has_them(tmp_path: Path) -> None:
    with Recording(tmp_path / "run", methods=["a", "b"]) as r:
        first: dict[str, Any] = {"paths": {"theta": {"a": np.zeros((3, 4))}}, "heatmaps": {"m": np.zeros((2, 5))}}
        r.step(**first, gates={"g": np.zeros((3, 2))})
        fixed = "must have the shape {}, as it had first, not {}"
        assert refused(r, paths={"theta": {"b": np.zeros((3, 5))}}) == [
            "paths.theta.b: " + fixed.format("(k, 4)", "(3, 5)")
        ]
        assert refused(r, paths={"theta": {"b": np.zeros(4)}}) == ["paths.theta.b: " + fixed.format("(k, 4)", "(4,)")]
        assert refused(r, heatmaps={"m": np.zeros((5, 2))}) == ["heatmaps.m: " + fixed.format("(k, 2, 5)", "(1, 5, 2)")]
        assert refused(r, gates={"g": np.zeros(3)}) == ["gates.g: " + fixed.format("(k, 2)", "(3, 1)")]
        assert refused(r, metrics={"loss": {"c": 1}}) == ["metrics.loss: c is not one of the methods: a, b"]
        assert refused(r, paths={"theta": np.zeros(4)}) == [
            "paths.theta: must be a mapping from methods, a, b, to their paths"
        ]
        r.step(paths={"theta": {"b": np.zeros((7, 4))}})  # inner steps are each step's own
    session = opened(tmp_path / "run.metascope")
    assert session.recording.kept_steps() == (1, 2)  # nothing of what was refused


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"metrics": {"loss": "0.5"}}, "metrics.loss: must be a number, not '0.5'"),
        ({"metrics": {"loss": np.zeros(2)}}, "metrics.loss: must be one number: "),
        ({"metrics": [1]}, "metrics: must be a mapping from names"),
        ({"metrics": {"_loss": 1}}, "metrics._loss: must be a name of 1 to 40 letters"),
        ({"paths": {"a.b": [1.0]}}, "paths.a.b: must be a name of 1 to 40 letters without a dot"),
        ({"paths": {"theta": np.zeros((2, 2, 2))}}, "paths.theta.run: must be a point (d,) or inner steps (k, d)"),
        ({"heatmaps": {"m": [1.0, 2.0]}}, "heatmaps.m: must be a map (rows, columns)"),
        ({"heatmaps": {"m": np.zeros((2, 5000))}}, "heatmaps.m: must have at most 4194304 numbers, 4096 along an axis"),
        ({"heatmaps": {"m": [[1.0], [1.0, 2.0]]}}, "heatmaps.m: must be numbers in rows of one length: "),
        ({"gates": {"g": np.zeros(5000)}}, "gates.g: must have at most 4096 inner steps, not 5000"),
        ({"gates": {"g": np.zeros(3, complex)}}, "gates.g: must be real numbers, not complex128"),
        ({"gates": {"g": []}}, "gates.g: must hold a number, not the shape (0,)"),
        ({"gates": {"g": "abc"}}, "gates.g: must be numbers in rows of one length: a str is no array"),
        ({"step": 0.5}, "step: must be a whole number from 0 on, not 0.5"),
        ({"step": 4}, "step: must be larger than the last one, 4, not 4"),
    ],
)
def test_what_cannot_be_recorded_is_refused_by_name(tmp_path: Path, given: dict[str, Any], told: str) -> None:
    with Recording(tmp_path / "run") as r:
        r.step(4)
        (problem,) = refused(r, **given)
        r.step(metrics={"loss": 1})  # it goes on as if nothing had been
    assert problem.startswith(told), problem
    assert opened(tmp_path / "run.metascope").recording.kept_steps() == (4, 5)


def test_numbers_that_are_not_finite_are_kept_and_told(tmp_path: Path) -> None:
    with Recording(tmp_path / "run") as r:
        r.step(metrics={"loss": 1.0, "norm": 2})
        r.step(
            metrics={"loss": math.nan, "norm": -math.inf},
            paths={"theta": [[1.0, 2.0], [math.inf, 1e300]]},
            gates={"g": [0.0, math.nan]},
        )
        r.step(metrics={"loss": 3.0})
    session = opened(tmp_path / "run.metascope")
    frame = frame_at(session, 2)
    assert frame.undefined.keys() == {"run.loss", "run.norm"}
    assert frame.undefined["run.norm"] == -math.inf
    assert list(map(str, frame.notices)) == [
        "run.loss is nan",
        "run.norm is -inf",
        "theta: 2 of 4 numbers are undefined or infinite",
        "g: 1 of 2 numbers are undefined or infinite",
    ]
    np.testing.assert_array_equal(session.recording.metrics.column("run.loss"), [1, np.nan, 3])
    assert np.isinf(frame.paths["theta"][0, 1]).all()


def test_long_points_keep_their_distances(tmp_path: Path) -> None:
    draws = np.random.default_rng(0)
    points = draws.normal(size=(6, 50_001)) * np.geomspace(0.01, 1, 50_001)
    with Recording(tmp_path / "run", coordinates={"two": [3, 50_000]}) as r:
        r.step(paths={"theta": points, "two": points, "start": points[0]})
    session = opened(tmp_path / "run.metascope")
    frame = frame_at(session, 1)
    assert isinstance(settings := session.head.settings, OwnSettings)
    assert [(part.how, part.size, part.kept) for part in settings.contents.paths] == [
        ("mixed", 50_001, 64),
        ("chosen", 50_001, 2),
        ("mixed", 50_001, 16),
    ]
    kept = frame.paths["theta"][0].astype(float)
    pairs = [(one, other) for one in range(6) for other in range(one)]
    shares = [
        np.square(kept[one] - kept[other]).sum() / np.square(points[one] - points[other]).sum() for one, other in pairs
    ]
    assert 0.7 < np.mean(shares) < 1.3
    assert max(abs(share - 1) for share in shares) < 4 * math.sqrt(2 / 64)
    np.testing.assert_allclose(frame.paths["two"][0], points[:, [3, 50_000]], rtol=1e-6)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ([7], "coordinates.theta: must be whole numbers from 0 to 3, places in a point"),
        ([0.5], "coordinates.theta: must be whole numbers from 0 to 3, places in a point"),
        (np.zeros((2, 3)), "coordinates.theta: must be places (d,), or directions (d, 4), not the shape (2, 3)"),
        (list(range(65)), "coordinates.theta: must be 1 to 64 coordinates"),
    ],
)
def test_coordinates_that_do_not_fit_are_refused(tmp_path: Path, chosen: object, told: str) -> None:
    with Recording(tmp_path / "run", coordinates={"theta": chosen}) as r:
        assert refused(r, paths={"theta": np.zeros(4)}) == [told]


def test_every_wrong_argument_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "run.metascope").write_bytes(b"mine")
    with pytest.raises(UserError) as caught:
        Recording(tmp_path / "run", story="sines", methods=["run", "b"], every=0, memory=10)
    assert [str(problem) for problem in caught.value.problems] == [
        "story: must be 'own', not 'sines'",
        "methods: must not have run: metrics of no method are called so",
        "every: must be a positive number of seconds, not 0",
        "memory: must be at least 1048576 bytes, not 10",
        f"{tmp_path / 'run.metascope'}: is there already: choose another name, or say overwrite=True",
    ]
    assert (tmp_path / "run.metascope").read_bytes() == b"mine"
    with pytest.raises(UserError, match=r"^methods\.a\.b: must be a name"):
        Recording(tmp_path / "other", methods=["a.b"])
    with pytest.raises(UserError, match="cannot be written"):
        Recording(tmp_path / "nowhere" / "run")


def test_a_second_recording_of_a_file_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    with Recording(tmp_path / "run") as r:
        r.step()
        with pytest.raises(UserError, match="another recording writes this file"):
            Recording(tmp_path / "run", overwrite=True)
        code = f"from metascope.record import Recording; Recording({str(tmp_path / 'run')!r}, overwrite=True)"
        told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
        assert "another recording writes this file" in told.stderr
    with Recording(tmp_path / "run", overwrite=True) as again:
        again.step(9)
    assert opened(tmp_path / "run.metascope").recording.newest_step == 9
    assert [path.name for path in tmp_path.iterdir()] == ["run.metascope"]  # no lock is left
    again.close()  # once more: nothing
    with pytest.raises(UserError, match="is closed"):
        again.step()


def _step_in_a_fork(recording: Recording, told: Any) -> None:
    try:
        recording.step()
    except UserError as error:
        told.send(str(error))
    recording.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_fork_is_told_to_make_a_recording_of_its_own(tmp_path: Path) -> None:
    here, there = multiprocessing.Pipe()
    with Recording(tmp_path / "run") as r:
        r.step()
        forked = multiprocessing.get_context("fork").Process(target=_step_in_a_fork, args=(r, there))
        forked.start()
        assert here.poll(60)
        assert f"is recorded by process {os.getpid()}, of which this is a fork" in here.recv()
        forked.join(60)
        r.step()
    assert opened(tmp_path / "run.metascope").recording.kept_steps() == (1, 2)


def test_an_exception_that_ends_it_is_told_in_the_run(tmp_path: Path) -> None:
    def fail() -> None:
        with Recording(tmp_path / "run") as r:
            r.step(metrics={"loss": 1})
            raise ZeroDivisionError("division by zero")

    with pytest.raises(ZeroDivisionError):
        fail()
    recording = opened(tmp_path / "run.metascope").recording
    (incident,) = recording.incidents
    assert (incident.step, str(incident.reason)) == (1, "the program ended: ZeroDivisionError: division by zero")


ENDINGS = {  # what a program does after three meta-steps -> those that its file must hold
    "pass": (1, 2, 3),  # without `with` and without `close`
    "raise SystemExit(3)": (1, 2, 3),
    "raise ValueError": (1, 2, 3),
    "time.sleep(0.5); r.step(); os.kill(os.getpid(), signal.SIGKILL)": (1, 2, 3),
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
def test_a_program_that_ends_leaves_what_it_recorded(tmp_path: Path, ending: str) -> None:
    code = (
        "import os, signal, time\nfrom metascope.record import Recording\n"
        f"r = Recording({str(tmp_path / 'run')!r}, every={0.05 if 'kill' in ending else 100})\n"
        "for step in range(3): r.step(metrics={'loss': 1 / (step + 1)}, gates={'g': [0.5, step]})\n"
        + (
            f"while not os.path.exists({str(tmp_path / 'run.metascope')!r}): time.sleep(0.01)\n"
            if "kill" in ending
            else ""
        )
        + ending
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT, timeout=120)
    steps = opened(tmp_path / "run.metascope").recording.kept_steps()
    assert steps[:3] == ENDINGS[ending]
    Recording(tmp_path / "run", overwrite=True).close()  # a killed one holds nothing any more


def test_a_full_disk_is_told_once_and_training_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(journal: Journal, snapshot: object) -> None:
        raise refuse(str(journal.path), say("cannot be written: {reason}", reason="No space left on device"))

    with monkeypatch.context() as disk, caplog.at_level(logging.WARNING):
        disk.setattr(Journal, "write", full)
        r = Recording(tmp_path / "run", every=0.02)
        for _ in range(10):
            r.step(metrics={"loss": 1})
            time.sleep(0.02)
        until = time.monotonic() + 60
        while not caplog.messages and time.monotonic() < until:
            time.sleep(0.01)
    assert [text.partition(": ")[2] for text in caplog.messages] == [
        "cannot be written: No space left on device; training goes on, and it is tried again"
    ]
    r.close()
    assert opened(tmp_path / "run.metascope").recording.newest_step == 10


def test_a_long_run_stays_within_its_memory(tmp_path: Path) -> None:
    with Recording(tmp_path / "run", memory=1 << 20) as r:
        for step in range(400):
            r.step(metrics={"loss": step}, heatmaps={"m": np.full((64, 64), float(step))})
    session = opened(tmp_path / "run.metascope")
    kept = session.recording.kept_steps()
    assert kept[0] == 1
    assert kept[-1] == 400
    assert len(kept) < 80
    assert len(session.recording.metrics.column("run.loss")) == 400


def test_parts_that_come_later_are_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "run.metascope"
    with Recording(path, every=0.02) as r:
        r.step(metrics={"loss": 1})
        until = time.monotonic() + 60
        while not path.exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert isinstance(before := opened(path).head.settings, OwnSettings)
        assert before.contents.gates == ()
        r.step(gates={"g": [1.0]})
    assert isinstance(after := opened(path).head.settings, OwnSettings)
    assert [part.name for part in after.contents.gates] == ["g"]
