"""Captions of the Neural Turing Machine name what gave a row its weight, by the numbers."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.captions import captions_of, opening_of
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.ntm.settings import NtmSettings
from tests.scenes.stories.ntm_frames import frame

STEP = 2  # a time step, from 0


def led(gate: float, strength: float, before: int | None, kernel: tuple[float, float, float] = (0, 1, 0)) -> NtmFrame:
    """Give a frame whose write head has these numbers: its key is row 1, its place before a row, or everywhere."""
    made = frame(NtmSettings.parse({"length": 3, "shown_size": 3, "locations": 16}))
    heads, weighting, memory = made.heads, made.weighting.copy(), lens.memories(made)[STEP]
    rows = weighting.shape[-1]
    weighting[STEP - 1, 0] = 1 / rows if before is None else np.eye(rows)[before]
    key, memory = heads.key.copy(), lens.memories(replace(made, weighting=weighting))[STEP]
    key[STEP, 0] = memory[1]
    given = {"gate": gate, "strength": strength, "sharpness": 1.0}
    arrays = {name: getattr(heads, name).copy() for name in given}
    for name, value in given.items():
        arrays[name][STEP, 0] = value
    kernels = heads.kernel.copy()
    kernels[STEP, 0] = kernel
    heads = replace(heads, key=key, kernel=kernels, **arrays)
    found = replace(made, heads=heads, weighting=weighting)
    told = lens.told(found, STEP, 0)
    weighting[STEP, 0] = lens.address(told, memory, lens.before(found, STEP, 0)).weighting
    return replace(found, weighting=weighting)


@pytest.mark.parametrize(
    ("gate", "strength", "before", "told"),
    [
        (0.9, 80.0, 6, r"finds row 1 \(0\.\d+, \d+% by content\)"),
        (0.1, 80.0, 6, r"stays at row 6 \(0\.\d+, \d+% by place\)"),
        (0.4, 80.0, None, r"finds row 1 \("),  # the gate is below a half, but what was before is everywhere
        (0.7, 0.0, 6, r"stays at row 6 \("),  # the gate is above a half, but the content is the same everywhere
        (1.0, 0.0, 6, r"is spread over the memory \(row \d+: 0\.06\)"),
    ],
)
def test_the_cause_is_what_gave_the_row_most_of_its_weight(
    gate: float, strength: float, before: int | None, told: str
) -> None:
    sentence = str(captions_of(led(gate, strength, before), "ntm")[STEP + 1])
    assert re.search(told, sentence.partition(";")[0]), sentence


def test_the_row_named_is_the_one_from_which_the_shift_came() -> None:
    sentence = str(captions_of(led(0.1, 80.0, 6, (0.0, 0.2, 0.8)), "ntm")[STEP + 1])
    assert re.search(r"moves \+1 to row 7 \(0\.\d+, \d+% by place\)", sentence)
    sentence = str(captions_of(led(0.9, 80.0, 6, (0.8, 0.2, 0.0)), "ntm")[STEP + 1])
    assert re.search(r"finds row 1, shifts −1 to row 0 \(0\.\d+, \d+% by content\)", sentence)


def test_a_head_whose_largest_weight_was_elsewhere_neither_stays_nor_moves() -> None:
    made = led(0.05, 0.0, 6, (0.0, 1.0, 0.0))
    weighting = made.weighting.copy()
    weighting[STEP - 1, 0] = 0
    weighting[STEP - 1, 0, [5, 6]] = 0.52, 0.48
    kernel = made.heads.kernel.copy()
    kernel[STEP, 0] = (0.0, 0.4, 0.6)  # what comes to row 6 from row 5 and from itself
    moved = replace(made, weighting=weighting, heads=replace(made.heads, kernel=kernel))
    told = lens.told(moved, STEP, 0)
    weighting[STEP, 0] = lens.address(told, lens.memories(moved)[STEP], lens.before(moved, STEP, 0)).weighting
    assert "write head moves +1 to row 6 (" in str(captions_of(moved, "ntm")[STEP + 1])
    kernel[STEP, 0] = (0.0, 0.6, 0.4)
    weighting[STEP, 0] = lens.address(told, lens.memories(moved)[STEP], lens.before(moved, STEP, 0)).weighting
    again = replace(made, weighting=weighting, heads=replace(made.heads, kernel=kernel))
    assert "write head goes to row 6 (" in str(captions_of(again, "ntm")[STEP + 1])


@pytest.mark.parametrize(
    ("rows", "largest", "spread"), [(3, 0.6, False), (3, 0.4, True), (16, 0.2, False), (128, 0.09, True)]
)
def test_a_head_is_spread_where_no_row_has_much(rows: int, largest: float, spread: bool) -> None:
    weighting = np.full(rows, (1 - largest) / (rows - 1))
    weighting[0] = largest
    assert lens.is_spread(weighting) is spread


def test_parts_add_up_to_the_weight_before_sharpening() -> None:
    made = led(0.6, 2.0, 3, (0.1, 0.7, 0.2))
    told, memory, before = lens.told(made, STEP, 0), lens.memories(made)[STEP], lens.before(made, STEP, 0)
    found = lens.address(told, memory, before)
    for row in range(len(before)):
        content, place, _ = lens.causes(told, found.content, before, row)
        assert content + place == pytest.approx(found.shifted[row])


SPREAD = (1 / 3, 1 / 3, 1 / 3)


@pytest.mark.parametrize(
    ("gate", "strength", "before", "kernel", "sharpness", "step"),
    [
        (0.9, 80.0, 6, (0, 1, 0), 1.0, "content"),
        (0.1, 80.0, 6, (0, 0, 1), 1.0, "shifted"),
        (0.1, 80.0, 6, (0, 1, 0), 1.0, "interpolated"),  # the gate holds the place
        (0.5, 80.0, 1, (0, 0, 1), 1.0, "interpolated"),  # both are at row 1
        (0.0, 0.0, 6, (0.1, 0.45, 0.45), 1.0, "interpolated"),  # which has no place, before or after sharpening
        (0.0, 0.0, 6, (0.1, 0.4, 0.5), 9.0, "weighting"),
        (1.0, 0.0, 6, (0, 0, 1), 1.0, ""),  # the content is the same everywhere
    ],
)
def test_the_step_that_decides_is_told_by_the_numbers(
    gate: float, strength: float, before: int, kernel: tuple[float, float, float], sharpness: float, step: str
) -> None:
    made = led(gate, strength, before, kernel)
    told = replace(lens.told(made, STEP, 0), sharpness=sharpness)
    place = lens.before(made, STEP, 0)
    found = lens.address(told, lens.memories(made)[STEP], place)
    decision = lens.decided(told, found, place)
    assert decision.step == step
    assert decision.row == int(found.weighting.argmax())


@pytest.mark.parametrize("length", [3, 5])
def test_a_run_opens_where_the_read_head_is_sent_back_to_the_first_row(length: int) -> None:
    made = frame(NtmSettings.parse({"length": length, "shown_size": length, "locations": 16}))
    assert opening_of(made) == length + 2  # after the vectors and the delimiter comes the first answer
