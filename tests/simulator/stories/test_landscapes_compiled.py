"""Runs of the landscapes with compiled kernels: near the reference's, and alike however many meta-steps are at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.replay import replay
from metascope.simulator.engine.history.travel import travel
from metascope.simulator.engine.running.drawing import DRAWING
from metascope.simulator.learners.surfaces.metasteps import PARTS
from metascope.simulator.stories.landscapes import simulation as story
from metascope.simulator.stories.landscapes.block import LandscapesBlock
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation
from tests.simulator.stories.landscapes import HARD, WELLS, assert_same, simulation

pytestmark = pytest.mark.usefixtures("kernels")

SETTINGS: list[dict[str, object]] = [
    {},
    HARD,
    {**HARD, "dimension": 1, "start": [0.6], "family": "quadratics", "noise": 0.0},
    {**WELLS, "starts": 3, "noise": 0.1, "outer_optimizer": "sgd"},
    {"family": "quadratics", "tasks": 16, "inner_steps": 5},
    {"family": "quadratics", "curvatures": [[0.8], [4.6]], "inner_steps": 5},  # has notices
    {"starts": 5, "noise": 0.01},
]
SHOWN = [name for name in PARTS if name != "steepest"]  # in frames
each = pytest.mark.parametrize("values", SETTINGS, ids=str)


def compiled(**values: object) -> LandscapesSimulation:
    made = simulation(**values, engine="compiled")
    made.look()
    return made


def rows(block: LandscapesBlock) -> list[dict[str, float]]:
    """Return what was measured at each of the meta-steps."""
    columns = {name: column.tolist() for name, column in block.metrics.items()}
    return [
        {name: column[row] for name, column in columns.items() if column[row] == column[row]}
        for row in range(len(block.steps))
    ]


def advanced(made: LandscapesSimulation, counts: Sequence[int]) -> list[LandscapesFrame]:
    """Return the frames of the meta-steps done so many at a time; each has the metrics that its block has."""
    frames = []
    for count in counts:
        block = made.advance(count)
        assert block is not None
        assert block.steps.tolist() == [block.frame(row).step for row in range(count)]
        frames += [replace(block.frame(row), metrics=metrics) for row, metrics in enumerate(rows(block))]
    return frames


def stepped(made: LandscapesSimulation, count: int) -> list[LandscapesFrame]:
    return [made.step() for _ in range(count)]


@each
def test_a_run_is_near_the_references(values: Mapping[str, object]) -> None:
    run, twin = compiled(**values), simulation(**values, engine="reference")
    assert (run.engine, twin.engine) == ("compiled", "reference")
    for _ in range(8):
        mine, its = run.look(), twin.look()
        assert mine.metrics == pytest.approx(dict(its.metrics), rel=1e-9, abs=1e-9)
        assert mine.unseen == pytest.approx(dict(its.unseen), rel=1e-9, abs=1e-9)
        assert list(map(str, mine.notices)) == list(map(str, its.notices))
        for name in SHOWN:
            found, wanted = getattr(mine, name), getattr(its, name)
            np.testing.assert_allclose(found, wanted, rtol=1e-8, atol=1e-9, err_msg=name)
        for name in ("axis", "tasks", "now", "after"):
            found, wanted = getattr(mine.surfaces, name), getattr(its.surfaces, name)
            np.testing.assert_allclose(found, wanted, rtol=1e-11, atol=1e-11, err_msg=name)
        np.testing.assert_allclose(mine.surfaces.optima, its.surfaces.optima, atol=1e-7)
        run.step()
        twin.step()


@each
def test_many_meta_steps_at_once_are_one_by_one_bit_for_bit(values: Mapping[str, object]) -> None:
    run, twin = compiled(**values), compiled(**values)
    found = advanced(run, [1, 5, 2, 4])
    for frame in found:
        assert_same(frame, twin.step())
        assert frame.unseen == twin.look().unseen
    assert_same(run.look(), twin.look())
    assert_same(run.step(), twin.step())
    one, other = run.state(), twin.state()
    assert one.keys() == other.keys()
    for name, value in one.items():
        assert torch.equal(value, other[name]) if isinstance(value, torch.Tensor) else value == other[name]  # type: ignore[arg-type]


@pytest.fixture
def drawing() -> Iterator[None]:
    """Pretend that a window draws."""
    DRAWING[0] = 1
    yield
    DRAWING[0] = 0


@each
def test_frames_that_nobody_keeps_are_left_out_of_a_block_and_nothing_else(
    values: Mapping[str, object],
) -> None:
    run, twin = compiled(**values), compiled(**values)
    frames = advanced(twin, [23])
    run.advance(3)
    block = run.advance(20, 4)
    assert block is not None
    assert block.steps.tolist() == [4, 8, 12, 16, 20, 23]
    for place, step in enumerate(block.steps.tolist()):
        assert_same(block.frame(place), frames[step - 1])
        assert block.frame(place).unseen == frames[step - 1].unseen
    measured = block.measured
    assert measured.steps.tolist() == list(range(4, 24))
    for row, frame in enumerate(frames[3:]):
        found = {name: float(column[row]) for name, column in measured.columns.items()}
        assert {name: value for name, value in found.items() if value == value} == frame.metrics
    assert block.alone().measured.steps is block.alone().steps
    assert_same(run.step(), twin.step())


def test_a_recording_of_blocks_without_those_frames_is_that_of_all_frames() -> None:
    budget = 1 << 20
    (run, sparing), (twin, full) = ((compiled(), Recording(budget)) for _ in range(2))
    for made, recording in ((run, sparing), (twin, full)):
        recording.append(made.look())
    for count in (100, 300, 7, 500, 1, 900):
        block, whole = run.advance(count, sparing.stride), twin.advance(count)
        assert block is not None
        assert whole is not None
        sparing.append_block(block)
        full.append_block(whole)
    assert sparing.stride == full.stride > 1
    assert sparing.kept_steps() == full.kept_steps()
    assert sparing.metrics.csv() == full.metrics.csv()
    for step in sparing.kept_steps():
        assert_same(sparing.at(step), full.at(step))  # type: ignore[arg-type]


@pytest.mark.usefixtures("drawing")
def test_a_block_goes_on_while_a_window_draws() -> None:
    run, twin = compiled(), compiled()
    block = run.advance(5, 16, 40)
    assert block is not None
    assert block.steps.tolist() == [16, 32, 40]
    assert_same(run.look(), stepped(twin, 40)[-1])
    DRAWING[0] = 0
    block = run.advance(5, 16, 40)
    assert block is not None
    assert block.steps.tolist() == [45]
    assert_same(run.look(), stepped(twin, 5)[-1])


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("values", [{"noise": 0.1}, HARD])
def test_what_was_drawn_for_a_block_is_not_exceeded(values: Mapping[str, object]) -> None:
    block = compiled(**values).advance(5, 16, 40)
    assert block is not None
    assert len(block.measured.steps) == 5


def test_names_of_blocks_are_recorded_in_the_order_in_which_they_are_measured() -> None:
    run, twin, blocks, frames = compiled(**HARD), compiled(**HARD), Recording(), Recording()
    block = run.advance(4)
    assert block is not None
    blocks.append_block(block)
    for _ in range(4):
        frames.append(twin.step())
    assert blocks.metrics.names == frames.metrics.names


def test_a_block_has_the_same_surfaces_for_all_its_frames() -> None:
    run = compiled(**WELLS)
    before = run.look().surfaces
    block = run.advance(3)
    assert block is not None
    assert block.frame(0).surfaces is block.frame(2).surfaces is before


def test_frames_of_a_block_cannot_be_written_and_own_their_memory() -> None:
    block = compiled().advance(4)
    assert block is not None
    frame = block.frame(1)
    for name in SHOWN:
        array = getattr(frame, name)
        assert not array.flags.writeable
        assert array.base is None


@pytest.mark.parametrize("values", [{}, HARD])
def test_part_of_a_block_holds_no_more_than_it_needs(values: Mapping[str, object]) -> None:
    block = compiled(**values).advance(10)
    assert block is not None
    part = block.only([2, 7, 9])
    assert part.steps.tolist() == [3, 8, 10]
    assert part.nbytes == pytest.approx(0.3 * block.nbytes)
    for row, place in enumerate((2, 7, 9)):
        assert_same(part.frame(row), block.frame(place))
        assert rows(part)[row] == block.frame(place).metrics


def test_a_block_takes_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "_ROOM", 100_000)
    block = compiled().advance(1000)
    assert block is not None
    assert 1 < len(block.steps) < 1000


@pytest.mark.parametrize(
    "values",
    [
        {"outer_rate": 3.0},  # a path becomes infinite in the second block
        {**HARD, "family": "quadratics", "inner_rate": 1.2, "inner_steps": 30},  # a start leaves the landscape
    ],
    ids=str,
)
@pytest.mark.parametrize("every", [1, 3])
def test_a_block_ends_before_a_meta_step_that_diverges(values: Mapping[str, object], every: int) -> None:
    run, twin, told = compiled(**values), compiled(**values), list[str]()
    steps = 0
    while (block := run.advance(7, every)) is not None:
        steps += len(block.measured.steps)
    assert run.steps_done == steps
    for made in (run, twin):
        with pytest.raises(Diverged) as error:
            stepped(made, 1000)
        told.append(str(error.value))
    assert steps > 0
    assert twin.steps_done == steps
    assert told[0] == told[1]
    assert_same(run.look(), twin.look())
    for made in (run, twin):
        made.change("inner_rate", 0.1)
        made.change("phi", {"method": None, "to": [0.0] * made.settings.dimension})
    assert_same(advanced(run, [3])[-1], stepped(twin, 3)[-1])


def test_a_reference_run_and_a_draft_have_no_faster_way() -> None:
    assert simulation(engine="reference").advance(5) is None
    run = compiled()
    run.change("inner_rate", 0.3, draft=True)
    assert run.advance(5) is None
    run.change("inner_rate", 0.3)
    assert run.advance(5) is not None


STEERED: Mapping[int, Sequence[tuple[str, object]]] = {
    0: [("inner_rate", 0.3)],
    3: [("phi", {"method": "maml", "to": [0.4]})],
    6: [("noise", 0.2), ("inner_steps", 3)],
    9: [("task", {"task": 1, "to": [1.5]}), ("noise", 0.0)],
}


def test_a_steered_run_is_the_same_in_blocks_and_one_by_one() -> None:
    run, twin = compiled(), compiled()
    for step in range(0, 12, 3):
        for name, value in STEERED[step]:
            run.change(name, value)
            twin.change(name, value)
        assert_same(run.look(), twin.look())
        for frame in advanced(run, [3]):
            assert_same(frame, twin.step())


@pytest.mark.parametrize("values", [{}, HARD])
def test_a_run_in_blocks_is_replayed_and_travelled_and_branched_bit_for_bit(values: dict[str, object]) -> None:
    run, recording = compiled(**values), Recording()
    recording.append(run.look())
    recording.keep_checkpoint(0, run.state())
    for name, value in (("outer_rate", 0.05), ("epsilon", 0.3)):
        run.change(name, value)
        recording.steer(run.steps_done, name, value)
        recording.append(run.look())
        for frame in advanced(run, [5]):
            recording.append(frame)
    recording.keep_checkpoint(run.steps_done, run.state())
    again, verdict = replay(simulation(**values, engine="compiled"), recording.snapshot())
    assert verdict.difference is None
    branch = simulation(**values, engine="compiled")
    assert_same(travel(branch, recording, 7), recording.at(7))  # type: ignore[arg-type]
    assert_same(advanced(branch, [3])[-1], again.at(10))  # type: ignore[arg-type]


@pytest.mark.parametrize("values", [{"noise": 0.2}, HARD])
def test_a_restored_run_goes_on_bit_for_bit_whatever_the_setting_says(values: Mapping[str, object]) -> None:
    run, twin = compiled(**values), simulation()
    advanced(run, [4])
    twin.restore({**run.state(), "settings": str(run.state()["settings"]).replace('"compiled"', '"auto"')})
    assert twin.engine == "compiled"
    assert_same(twin.look(), run.look())
    for one, other in zip(advanced(twin, [3]), advanced(run, [1, 2]), strict=True):
        assert_same(one, other)


def test_a_run_that_the_reference_began_goes_on_with_it() -> None:
    run = simulation(engine="reference")
    run.step()
    twin = simulation()
    twin.restore({**run.state(), "settings": str(run.state()["settings"]).replace('"reference"', '"auto"')})
    assert twin.engine == "reference"


def test_path_out_of_the_numbers_is_shown_and_then_stops() -> None:
    run, twin = compiled(starts=2), simulation(starts=2, engine="reference")
    for made in (run, twin):
        made.change("phi", {"method": None, "to": [1e5]})
    mine, its = run.look(), twin.look()
    assert np.isnan(mine.loss[-1]).any()
    assert mine.metrics.keys() == its.metrics.keys()
    np.testing.assert_array_equal(np.isnan(mine.theta), np.isnan(its.theta))
    np.testing.assert_array_equal(np.isnan(mine.directions), np.isnan(its.directions))
    np.testing.assert_array_equal(np.isnan(mine.loss_after), np.isnan(its.loss_after))
    assert run.advance(3) is None
    with pytest.raises(Diverged, match="path of task B becomes NaN or infinite"):
        run.step()
