"""The copy program with weights set by hand makes no mistake, as long as the memory has room."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.learners.ntm.bptt import predict
from metascope.simulator.learners.ntm.hand_wired import copy_program
from metascope.simulator.learners.ntm.reference import run
from tests.simulator.learners.ntm.cases import copies


@pytest.mark.parametrize("length", [1, 2, 11, 31, 32])
def test_copies_of_what_fits_into_memory_are_exact(length: int) -> None:
    design, weights = copy_program(8, 32)
    given = copies(length, 3)
    found = predict(design, weights, given.inputs)[length + 1 :]
    assert torch.equal((found > 0).float(), given.targets[length + 1 :])
    assert found.abs().min() > 19  # every bit is sure


def test_a_sequence_longer_than_the_memory_is_not_copied() -> None:
    design, weights = copy_program(8, 32)
    given = copies(33, 3)
    found = predict(design, weights, given.inputs)[34:]
    wrong = ((found > 0).float() != given.targets[34:]).sum((1, 2))  # of each vector
    assert (wrong > 0).nonzero().flatten().tolist() == [0]  # the last vector overwrote the first


def test_write_head_moves_on_and_read_head_starts_again() -> None:
    design, weights = copy_program(8, 32)
    course = run(design, weights, copies(5, 1).inputs)
    write, read = course.state.weighting[:, 0].argmax(-1).T.tolist()
    assert write[:5] == [0, 1, 2, 3, 4]
    assert read[5:] == [31, 0, 1, 2, 3, 4]
    assert course.state.weighting.amax(-1).min() > 0.999
