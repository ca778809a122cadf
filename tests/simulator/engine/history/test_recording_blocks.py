"""A recording of blocks promises what one of single frames does, and makes a frame only where it is asked for one."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from weakref import ref

import numpy as np
import pytest

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.replay import _difference
from metascope.simulator.engine.history.rows import ROWS
from tests.simulator.engine.history.test_recording import twice_as_wide_at_first
from tests.simulator.engine.toy import ToyBlock, frame
from tests.waiting import effort


def both(counts: list[int], budget: int = 256 << 20, size: int = 1) -> tuple[Recording, Recording]:
    """Return a recording of blocks with so many meta-steps, and one of the same frames, one by one."""
    blocks, singles = Recording(budget), Recording(budget)
    first = 0
    for count in counts:
        block = ToyBlock.of(first, count, size=size)
        for place in range(count):
            singles.append(block.frame(place))
        blocks.append_block(ToyBlock.of(first, count, size=size))
        first += count
    return blocks, singles


def assert_alike(one: Recording, other: Recording) -> None:
    assert one.kept_steps() == other.kept_steps()
    for step in one.kept_steps():
        assert _difference(one.at(step), other.at(step), "frame") is None
    assert one.metrics.csv() == other.metrics.csv()


def test_blocks_are_recorded_as_their_frames_are() -> None:
    one, other = both([1, 1, 7, 100, 3])
    assert_alike(one, other)
    assert one.newest is not None
    assert one.newest_step == one.newest.step == 111
    assert [one.at(step).step for step in (-3, 0, 50, 111, 999)] == [0, 0, 50, 111, 111]


def test_blocks_and_single_frames_follow_each_other() -> None:
    one, other = Recording(), both([40])[1]
    one.append(other.at(0))
    one.append_block(ToyBlock.of(1, 9))
    for step in (10, 11, 12):
        one.append(other.at(step))
    one.append_block(ToyBlock.of(13, 27))
    assert_alike(one, other)


def test_no_frame_is_made_before_it_is_asked_for_and_the_last_few_are_made_once() -> None:
    recording, block = Recording(), ToyBlock.of(0, 100)
    recording.append_block(block)
    past = recording.snapshot()
    assert (len(past.frames), list(past.frames)[-1], 55 in past.frames, 100 in past.frames) == (100, 99, True, False)
    assert block.made == []
    assert recording.newest is recording.at(99) is recording.newest
    assert recording.at(3) is recording.at(3)
    assert block.made == [99, 3]


def test_a_frame_of_the_same_step_replaces_the_last_of_a_block() -> None:
    recording = Recording()
    recording.append_block(ToyBlock.of(0, 5))
    source = recording.snapshot().source(4)
    changed = frame(4, metrics={"toy.place": -1.0})
    recording.append(changed)
    assert recording.at(4) is recording.newest is changed
    assert recording.snapshot().source(4) is changed is not source
    assert recording.metrics.column("toy.place").tolist() == [0.0, 1.0, 2.0, 3.0, -1.0]
    assert recording.kept_steps() == (0, 1, 2, 3, 4)


def test_a_block_that_goes_back_is_refused() -> None:
    recording = both([5])[0]
    with pytest.raises(ValueError, match="must be after 4"):
        recording.append_block(ToyBlock.of(4, 5))


def test_frames_of_blocks_are_thinned_evenly_within_the_budget() -> None:
    recording = Recording(1 << 20)
    for first in range(0, 20_000, 250):
        recording.append_block(ToyBlock.of(first, 250, size=1000))
        assert recording.nbytes <= 1 << 20
        assert recording.newest_step == first + 249
    kept = recording.kept_steps()
    assert len(kept) > 20
    assert (kept[0], kept[-1]) == (0, 19_999)
    assert twice_as_wide_at_first(kept[:-1])
    assert recording.metrics.steps().tolist() == list(range(20_000))


def test_what_is_thinned_is_freed() -> None:
    recording = Recording(1 << 20)
    blocks = []
    for first in range(0, 2000, 100):
        block = ToyBlock.of(first, 100, size=1000)
        recording.append_block(block)
        blocks.append(ref(block))
        del block
    gc.collect()
    assert [at() for at in blocks] == [None] * len(blocks)


def test_bookmarked_frames_of_blocks_stay() -> None:
    recording = Recording(1 << 20)
    recording.append_block(ToyBlock.of(0, 100, size=500))
    assert [recording.bookmark(step) for step in (3, 77)] == [3, 77]
    for first in range(100, 3000, 100):
        recording.append_block(ToyBlock.of(first, 100, size=500))
    assert recording.bookmarks == (3, 77)
    assert [recording.at(step).step for step in (0, 3, 77)] == [0, 3, 77]


def test_the_newest_frame_is_kept_whatever_the_budget() -> None:
    recording = Recording(0)
    for first in range(0, 300, 30):
        recording.append_block(ToyBlock.of(first, 30))
        assert recording.at(first + 29).step == first + 29
    assert recording.kept_steps()[-1] == 299
    assert len(recording.kept_steps()) <= 3


def test_a_branch_has_what_was_before_it_and_shares_the_blocks() -> None:
    one, other = both([50, 50, 50])
    assert_alike(one.until(70), other.until(70))
    first = one.snapshot().source(10)
    assert first is not None
    assert one.until(70).snapshot().source(10) is first
    branch = one.until(70)
    branch.append_block(ToyBlock.of(71, 9))
    assert branch.newest_step == 79
    assert one.newest_step == 149


def test_rows_are_appended_at_once_as_one_by_one() -> None:
    at_once, singly = Metrics(), Metrics()
    first, generator = 0, np.random.default_rng(0)
    for count in (3, 500, 1, ROWS, 2 * ROWS + 5, 40):
        steps = np.arange(first, first + count)
        columns = {name: generator.normal(size=count) for name in ("late", "early", "always")}
        columns["late"][steps < 900] = np.nan
        columns["early"][steps % 7 != 2] = np.nan
        columns["never"] = np.full(count, np.nan)
        at_once.extend(steps, columns)
        for row, step in enumerate(steps.tolist()):
            singly.append(step, _measured(columns, row))
        first += count
    assert at_once.csv() == singly.csv()
    assert at_once.names == singly.names == ("always", "early", "late")
    assert (len(at_once), at_once.last_step) == (len(singly), singly.last_step)


def _measured(columns: Mapping[str, np.ndarray[tuple[int], np.dtype[np.float64]]], row: int) -> dict[str, float]:
    return {name: float(column[row]) for name, column in columns.items() if not np.isnan(column[row])}


def test_recording_blocks_costs_a_fraction_of_recording_frames() -> None:
    blocks = [ToyBlock.of(first, 200) for first in range(0, 10_000, 200)]
    frames: list[Frame] = [block.frame(place) for block in blocks for place in range(200)]

    def by_blocks() -> None:
        recording = Recording()
        for block in blocks:
            recording.append_block(block)

    def by_frames() -> None:
        recording = Recording()
        for each in frames:
            recording.append(each)

    assert 10 * effort(by_blocks) < effort(by_frames)
