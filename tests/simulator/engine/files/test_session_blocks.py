"""Sessions of runs that are recorded in blocks: the same is in the file as of one that is recorded frame by frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from metascope.simulator.engine.files.session import Journal, open_session, save
from metascope.simulator.engine.frame import Block, Frame
from metascope.simulator.engine.history.memory_use import arrays_of
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.rows import Array, Steps
from tests.simulator.engine.files.session_format.runs import assert_same, assert_same_frame, head, saved_run


class Stack(Block):
    """Frames that were made before, given out as others that are equal."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self._frames = list(frames)

    @property
    def steps(self) -> Steps:
        return np.array([frame.step for frame in self._frames])

    @property
    def metrics(self) -> Mapping[str, Array]:
        names = dict.fromkeys(name for frame in self._frames for name in frame.metrics)
        return {name: np.array([frame.metrics.get(name, np.nan) for frame in self._frames]) for name in names}

    @property
    def nbytes(self) -> int:
        return sum(array.nbytes for frame in self._frames for array in arrays_of(frame))

    def frame(self, place: int) -> Frame:
        return replace(self._frames[place])

    def only(self, places: Sequence[int]) -> Stack:
        return Stack([self._frames[place] for place in places])


def stacked(*ends: int, budget: int = 256 << 20) -> tuple[Recording, list[Frame]]:
    """Return a recording of a run up to the last of these meta-steps, in blocks that end there, and all its frames."""
    past, recording = saved_run(), Recording(budget)
    frames = [past.at(step) for step in range(ends[-1] + 1)]
    begin = 0
    for end in ends:
        recording.append_block(Stack(frames[begin : end + 1]))
        begin = end + 1
    return recording, frames


def test_a_run_in_blocks_is_saved_whole(tmp_path: Path) -> None:
    recording, frames = stacked(0, 99, 250, 251, 400)
    recording.bookmark(120)
    save(tmp_path / "run", head(), recording.snapshot())
    session = open_session(tmp_path / "run")
    assert session.notice is None
    assert session.recording.kept_steps() == tuple(range(401))
    for frame in frames[::7]:
        assert_same_frame(frame, session.recording.at(frame.step))
    assert_same(recording, session.recording, every=50)
    session.close()


def test_a_journal_adds_the_new_blocks_alone(tmp_path: Path) -> None:
    recording, _ = stacked(40)
    journal = Journal(tmp_path / "run", head())
    sizes: list[int] = []
    for end in (40, 40, 45, 300):
        if end > recording.newest_step:
            recording.append_block(Stack([saved_run().at(step) for step in range(recording.newest_step + 1, end + 1)]))
        before = (tmp_path / "run").read_bytes() if sizes else b""
        journal.write(recording.snapshot())
        sizes.append((tmp_path / "run").stat().st_size)
        assert (tmp_path / "run").read_bytes()[: len(before) // 2] == before[: len(before) // 2]
    journal.close()
    assert sizes[0] == sizes[1]
    assert sizes[2] - sizes[1] < sizes[0] / 2
    session = open_session(tmp_path / "run")
    assert_same(recording, session.recording, every=20)
    session.close()


@pytest.mark.parametrize("changed", [True, False])
def test_a_frame_that_replaces_the_last_of_a_block_is_written(tmp_path: Path, changed: bool) -> None:
    recording, frames = stacked(40)
    journal = Journal(tmp_path / "run", head())
    journal.write(recording.snapshot())
    before = (tmp_path / "run").stat().st_size
    if changed:
        recording.append(replace(frames[40], metrics={**frames[40].metrics, "maml.loss_now": -1.0}))
    journal.write(recording.snapshot())
    journal.close()
    assert ((tmp_path / "run").stat().st_size > before) == changed
    session = open_session(tmp_path / "run")
    assert_same(recording, session.recording)
    session.close()


def test_a_session_that_was_opened_goes_on_in_blocks_and_is_thinned(tmp_path: Path) -> None:
    recording, _ = stacked(100)
    save(tmp_path / "run", head(), recording.snapshot())
    session = open_session(tmp_path / "run", budget=1 << 19)
    for first in range(101, 500, 50):
        session.recording.append_block(Stack([saved_run().at(step) for step in range(first, first + 50)]))
    kept = session.recording.kept_steps()
    assert kept[:101] == tuple(range(101))
    assert kept[-1] == 500
    assert len(kept) < 400
    save(tmp_path / "again", head(), session.recording.snapshot())
    again = open_session(tmp_path / "again")
    assert_same(session.recording, again.recording, every=10)
    again.close()
    session.close()
