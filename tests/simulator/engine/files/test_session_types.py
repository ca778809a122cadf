from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import open_session
from tests.simulator.engine.files.session_format.parts import members, packed, refusal, with_notes, with_tensors
from tests.simulator.engine.files.session_format.runs import assert_same_frame, saved_run

LOG = "log/00000000.safetensors"
FRAMES = "frames/00000000.safetensors"
STATES = "states/00000000.safetensors"
ARRAYS = "arrays/00000000.safetensors"


@pytest.mark.parametrize(
    "notes",
    [
        {"names": "loss"},
        {"names": ["loss"]},
        {"steering": [[0, "phi"]]},
        {"steering": [[-1, "phi", 1, False]]},
        {"steering": [[0, "phi", {"exec": 1}, False]]},
        {"incidents": [[0, "text"]]},
        {"incidents": [[0, {"say": "{x.__class__}", "values": {"x": 1}}]]},
        {"incidents": [[0, {"say": "{x:999999999}", "values": {"x": 1}}]]},
        {"origin": "0"},
        {"parts": ["frames", "arrays"]},
        {"bookmarks": [0.5]},
        {"first": -1},
    ],
    ids=str,
)
def test_a_log_that_does_not_fit_is_refused(tmp_path: Path, notes: dict[str, object]) -> None:
    parts = members()
    parts[LOG] = with_notes(parts[LOG], lambda old: old.update(notes))
    refusal(tmp_path / "run", packed(parts))


@pytest.mark.parametrize(
    "tensors",
    [
        {"steps": np.arange(3.0)},
        {"steps": np.array([3, 2, 1])},
        {"values": np.zeros((2, 2))},
        {"frames": np.array([-1])},
        {"checkpoints": np.array([[0, 99]])},
        {"checkpoints": np.array([[9, 0], [3, 0]])},
        {"values": np.zeros((3, 3), np.float16)},
    ],
    ids=str,
)
def test_a_log_with_wrong_numbers_is_refused(tmp_path: Path, tensors: dict[str, NDArray[Any]]) -> None:
    parts = members()
    parts[LOG] = with_tensors(parts[LOG], **tensors)
    refusal(tmp_path / "run", packed(parts))


def damaged_look(path: Path, parts: dict[str, bytes]) -> str:
    """Return what is told when a frame of the first segment is looked at."""
    path.write_bytes(packed(parts))
    session = open_session(path)
    with pytest.raises(UserError) as caught:
        session.recording.at(5)
    assert_same_frame(saved_run().at(550), session.recording.at(550))  # the others can be seen
    session.close()
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "change", "what"),
    [
        ("frame.phi", lambda old: old.astype(np.int64), "frame.phi must be"),
        ("frame.phi", lambda old: old + 10**6, "frame.phi must lie between"),
        ("frame.phi", lambda old: -1_000_000 - old, "an array that frames share is missing"),
        ("frame.phi", lambda old: old[:-1], "frame.phi must be"),
        ("frame.step", lambda old: old.astype(np.float64), "frame.step must be"),
        ("frame.step", lambda old: old + 1, "must be of meta-step 5, not 6"),
        ("frame.metrics[]", lambda old: old[:-1], "frame.metrics"),
        ("frame.surfaces", lambda old: old + 77, "frame.surfaces must lie between"),
        ("frame.notices", lambda old: old + (1 << 20), "at most 1048576 values"),
        ("arrays.kinds", lambda old: old[:-1], "arrays.kinds must be"),
        ("arrays.kinds", lambda old: old * 0, "must fill their tensor"),
        ("arrays.woven", lambda old: old[:-1], "must fill their tensor"),
        ("arrays.woven", lambda old: np.append(old, old[:8]), "must fill their tensor"),
        ("arrays.woven", lambda old: old.astype(np.float32), "arrays.woven must be numbers of kind u1"),
    ],
)
def test_frames_of_wrong_types_are_told_when_looked_at(
    tmp_path: Path, name: str, change: Callable[[NDArray[Any]], NDArray[Any]], what: str
) -> None:
    parts = members()
    parts[FRAMES] = with_tensors(parts[FRAMES], **{name: change(load(parts[FRAMES])[name])})
    assert what in damaged_look(tmp_path / "run", parts)


def test_an_array_of_another_kind_than_declared_is_told(tmp_path: Path) -> None:
    parts = members()
    parts[FRAMES] = with_notes(
        parts[FRAMES], lambda old: old.update({"arrays.shapes": _as_integers(old["arrays.shapes"])})
    )
    assert "must be an array of float64" in damaged_look(tmp_path / "run", parts)


def _as_integers(shapes: Any) -> list[object]:
    return [["i8", sizes] for _, sizes in shapes]


@pytest.mark.parametrize(
    "notes",
    [
        {"arrays.orders": []},
        {"arrays.orders": [3, 0, 0, 0, 0, 0, 0, 0]},
        {"arrays.orders": 1},
        {"arrays.shapes": [["f8", [1 << 40]]]},
        {"arrays.shapes": [["f8", [1] * 40]]},
        {"arrays.shapes": [["O", [1]]]},
        {"arrays.shapes": [["f8", [-1]]]},
        {"arrays.count": 1 << 40},
        {"frame.surfaces": 1 << 40},
        {"frame.metrics": [[1, 2]]},
        {"frame.metrics": []},
    ],
    ids=str,
)
def test_frames_of_absurd_sizes_are_told_when_looked_at(tmp_path: Path, notes: dict[str, object]) -> None:
    parts = members()
    parts[FRAMES] = with_notes(parts[FRAMES], lambda old: old.update(notes))
    assert str(tmp_path / "run") in damaged_look(tmp_path / "run", parts)


@pytest.mark.parametrize(
    "notes",
    [{"states": []}, {"states": [3]}, {"states": [{"phi": {"array": 10**6}}]}, {"states": [{"phi": {"file": "/x"}}]}],
    ids=str,
)
def test_states_of_wrong_types_are_told_when_asked_for(tmp_path: Path, notes: dict[str, object]) -> None:
    parts = members()
    parts[STATES] = with_notes(parts[STATES], lambda old: old.update(notes))
    (tmp_path / "run").write_bytes(packed(parts))
    session = open_session(tmp_path / "run")
    with pytest.raises(UserError, match="run: "):
        _ = session.recording.checkpoints[0].state
    session.close()
