"""The script of a run does it again without the window, bit for bit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from safetensors.numpy import load_file

from metascope.scenes.export.script import copy_script, script_of
from metascope.scenes.runs.run import Run, branch_run
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.session import save
from tests.scenes.hands import run_steps
from tests.scenes.trained_runs import do_steps, trained
from tests.waiting import SECONDS

ROOT = Path(__file__).parents[3]


def printed(folder: Path, text: str, *arguments: object) -> dict[str, float]:
    """Run a script on its own and return the metrics that it prints."""
    (folder / "run.py").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", "run.py", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    lines = (line.split(" ") for line in done.stdout.splitlines())
    return {name: float(value) for name, value in lines}


def same(run: Run, told: dict[str, float]) -> bool:
    frame = run.recording.newest
    assert frame is not None
    return told == dict(frame.metrics)  # equal floats are equal bits, but for NaN, which no metric is


@pytest.mark.slow
def test_script_of_an_untouched_run_reproduces_metrics_and_weights(tmp_path: Path) -> None:
    with trained(steps=25, seed=7) as run:
        told = printed(tmp_path, script_of(run))
        assert same(run, told)
        weights = run.runner.ask(lambda simulation: {k: v.numpy().copy() for k, v in simulation.weights().items()})
        saved = load_file(tmp_path / "weights.safetensors")
        assert {name: array.tobytes() for name, array in saved.items()} == {
            name: array.tobytes() for name, array in weights.result().items()
        }


@pytest.mark.parametrize(
    "name", ["two-tasks", *(pytest.param(name, marks=pytest.mark.slow) for name in ("two-dimensions", "unseen-tasks"))]
)
def test_script_of_a_steered_run_reproduces_it(tmp_path: Path, name: str) -> None:
    with trained(name, steps=8) as run:
        run.runner.change("inner_rate", 0.03)
        size = run.settings.model_dump()["dimension"]
        for place in (0.1, 0.2, 1 / 3):
            run.runner.change("phi", {"method": "maml", "to": [place] * size}, draft=place < 0.3)
        do_steps(run, 5)
        run.runner.change("inner_rate", 0.01)
        run.runner.ask(lambda simulation: None).result()
        assert len(run.recording.steering) >= 3
        text = script_of(run)
        assert "0.3333333333333333" in text
        assert same(run, printed(tmp_path, text))


@pytest.mark.slow
def test_script_of_a_run_that_began_from_another_state_takes_its_session(tmp_path: Path) -> None:
    with trained(steps=10) as run:
        branch = branch_run(run, 6, {"seed": 3})
        try:
            branch.runner.throttle(None)
            do_steps(branch, 7)
            branch.runner.change("inner_rate", 0.02)
            do_steps(branch, 2)
            save(tmp_path / "branch.metascope", branch.head(), branch.recording.snapshot())
            text = script_of(branch)
            assert "python run.py SESSION.metascope" in text
            assert same(branch, printed(tmp_path, text, "branch.metascope"))
        finally:
            branch.runner.stop()


def test_copied_script_lies_in_the_clipboard(qtbot: QtBot, stage: Stage) -> None:
    run_steps(qtbot, stage, 3)
    text = copy_script(stage)
    assert QGuiApplication.clipboard().text() == text
    assert "range(3)" in text
    compile(text, "run.py", "exec")
