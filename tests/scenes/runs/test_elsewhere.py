"""Runs and weights of another machine: a GPU or a folder that is not here stops nobody from going on without it."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from metascope.scenes.files.formats import read_weights
from metascope.scenes.runs.run import Run, branch_run, open_run, start_run
from metascope.simulator.engine.files import presets, weights
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import open_session, save
from metascope.simulator.engine.history.checkpoints import Checkpoint
from metascope.simulator.engine.history.replay import replay
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import Message
from metascope.simulator.stories.optimizers import families
from tests.contracts.runs import light
from tests.waiting import SECONDS, until


@pytest.fixture(autouse=True)
def no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)


@pytest.fixture
def runs() -> Iterator[list[Run]]:
    """Give a list of runs that are ended with the test."""
    found: list[Run] = []
    yield found
    for run in found:
        assert run.end(SECONDS)


def settled(run: Run) -> Run:
    run.runner.throttle(None)
    until(lambda: run.runner.state not in (RunState.PREPARING, RunState.RUNNING))
    run.runner.ask(lambda simulation: None).exception(SECONDS)
    return run


def go(run: Run, steps: int) -> None:
    run.runner.run(steps)
    settled(run)


def tensors(run: Run) -> dict[str, torch.Tensor]:
    return run.runner.ask(lambda simulation: simulation.weights()).result(SECONDS)


def on_a_gpu(checkpoint: Checkpoint) -> Checkpoint:
    state = dict(checkpoint.state)
    state["settings"] = json.dumps({**json.loads(str(state["settings"])), "device": "cuda"})
    return replace(checkpoint, read=lambda: state)


@pytest.mark.slow
def test_a_session_of_a_gpu_opens_and_branches_onto_the_cpu(runs: list[Run], tmp_path: Path) -> None:
    preset = light(presets.find("sine-maml"))
    runs.append(run := settled(start_run(preset, preset.settings)))
    go(run, 3)
    past = run.runner.snapshot(SECONDS)
    there = replace(run, settings=run.settings.replaced(device="cuda"))
    past = replace(past, checkpoints=tuple(on_a_gpu(one) for one in past.checkpoints))
    save(tmp_path / "a.metascope", there.head("a"), past)
    runs.append(again := settled(open_run(open_session(tmp_path / "a.metascope"))))
    assert again.runner.state is RunState.FAILED
    assert "cuda needs a GPU" in str(again.runner.reason)
    assert again.recording.newest_step == 3
    runs.append(branch := settled(branch_run(again, 3, {"device": "cpu"})))
    assert branch.runner.state is RunState.IDLE, branch.runner.reason
    was, now = whole(run), whole(branch)
    assert was == now  # the optimizer and random numbers too
    go(branch, 1)
    assert branch.recording.newest_step == 4
    assert not branch.head().fresh
    _, verdict = replay(all_stories()[preset.story].load()(branch.settings), branch.recording.snapshot())
    assert (verdict.first, verdict.last, verdict.difference) == (3, 4, None)


def whole(run: Run) -> dict[str, bytes]:
    """Return all tensors of a simulation's state, as bytes."""
    state = run.runner.ask(lambda simulation: simulation.state()).result(SECONDS)
    return {name: value.numpy().tobytes() for name, value in state.items() if isinstance(value, torch.Tensor)}


def test_weights_of_a_gpu_open_on_the_cpu_with_a_notice(runs: list[Run], tmp_path: Path) -> None:
    preset = light(presets.find("sine-maml"))
    runs.append(run := settled(start_run(preset, preset.settings)))
    info = weights.WeightsInfo(preset.story, preset.settings.replaced(device="cuda"), 0, 0)
    atomic_write(tmp_path / "a.safetensors", weights.dump(tensors(run), info))
    found, _, notice = read_weights(tmp_path / "a.safetensors")
    assert found.settings == preset.settings
    assert "on the CPU" in str(notice)


@pytest.mark.slow
def test_a_run_whose_folder_has_moved_opens_and_goes_on_elsewhere_and_when_it_is_back(
    runs: list[Run], tmp_path: Path
) -> None:
    folder = digits(tmp_path / "digits")
    preset = with_folder(folder)
    runs.append(run := settled(start_run(preset, preset.settings)))
    assert run.runner.state is RunState.IDLE, run.runner.reason
    go(run, 2)
    was = tensors(run)
    save(tmp_path / "a.metascope", run.head("a"), run.runner.snapshot(SECONDS))
    info = weights.WeightsInfo(preset.story, preset.settings, 2, 0)
    atomic_write(tmp_path / "a.safetensors", weights.dump(was, info))
    moved = folder.rename(tmp_path / "moved")
    forget_pictures()

    runs.append(again := settled(open_run(open_session(tmp_path / "a.metascope"))))
    assert again.runner.state is RunState.FAILED
    runs.append(branch := settled(branch_run(again, 2, {"folder": str(moved)})))
    assert branch.runner.state is RunState.IDLE, branch.runner.reason
    assert all(torch.equal(was[name], tensor) for name, tensor in tensors(branch).items())

    opened, read, notice = read_weights(tmp_path / "a.safetensors")
    assert notice is None
    runs.append(loaded := settled(start_run(opened, opened.settings, weights=read)))
    assert missing(loaded.runner.reason)

    moved.rename(folder)
    for one in (again, loaded, run):
        go(one, 1)
        assert one.runner.state is RunState.PAUSED
    assert again.recording.metrics.csv() == run.recording.metrics.csv()


def forget_pictures() -> None:
    """Forget what was read of folders, as another process has not read it."""
    for known in vars(families).values():
        if hasattr(known, "cache_clear"):
            known.cache_clear()


def missing(reason: Message | None) -> bool:
    return "does not exist" in str(reason)


def with_folder(folder: Path) -> Preset:
    preset = light(presets.find("mnist"))
    return replace(preset, settings=preset.settings.replaced(folder=str(folder)))


def digits(folder: Path) -> Path:
    """Write MNIST's files with 40 random drawings of each digit."""
    folder.mkdir()
    draws = np.random.default_rng(0)
    labels = np.arange(400, dtype=np.uint8) % 10
    images = draws.integers(0, 256, (400, 28, 28), np.uint8)
    (folder / "train-images-idx3-ubyte").write_bytes(struct.pack(">4i", 0x803, *images.shape) + images.tobytes())
    (folder / "train-labels-idx1-ubyte").write_bytes(struct.pack(">2i", 0x801, len(labels)) + labels.tobytes())
    return folder
