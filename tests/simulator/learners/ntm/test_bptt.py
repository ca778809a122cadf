"""The gradient by hand is that of autograd through the readable machine."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
import torch

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.learners.ntm.bptt import Lesson, Workspace, cost, lesson, predict
from metascope.simulator.learners.ntm.reference import MEMORY, Design, Weights, run
from tests.simulator.learners.ntm.cases import Sequences, by_autograd, copies, sequences, small, weights_of

KINDS = [
    {"controller": controller, "heads": heads, "bounded": bounded, "memory": memory}
    for controller, heads, (bounded, memory) in product(
        ("lstm", "feedforward"), (1, 2, 4), ((False, "random"), (True, "learned"))
    )
]


def taught(design: Design, weights: Weights, given: Sequences, workspace: Workspace | None = None) -> Lesson:
    return lesson(design, weights, given.inputs, given.targets, given.mask, workspace)


def same_gradient(found: Weights, expected: Weights, within: float) -> None:
    """Compare each weight's derivatives with the largest of them."""
    assert list(found) == list(expected)
    for name, value in expected.items():
        scale = float(value.abs().max())
        assert scale > 0, name
        assert float((found[name] - value).abs().max()) < within * scale, name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join(map(str, kind.values())))
@pytest.mark.parametrize("batch", [1, 3])
def test_gradient_is_that_of_autograd(kind: dict[str, Any], batch: int) -> None:
    design = small(**kind)
    weights, given = weights_of(design), sequences(design, 7, batch)
    bits, expected = by_autograd(design, weights, given)
    found = taught(design, weights, given)
    torch.testing.assert_close(found.bits, bits, rtol=1e-12, atol=1e-12)
    same_gradient(found.gradient, expected, 1e-10)


@pytest.mark.parametrize("sizes", [(1, 1, 3, 1), (3, 20, 16, 5), (12, 2, 40, 2)])
def test_gradient_is_that_of_autograd_at_other_sizes(sizes: tuple[int, int, int, int]) -> None:
    units, width, locations, steps = sizes
    design = small(units=units, width=width, locations=locations)
    weights, given = weights_of(design), sequences(design, steps, 2, share=1.0)
    same_gradient(taught(design, weights, given).gradient, by_autograd(design, weights, given)[1], 1e-10)


@pytest.mark.parametrize("controller", ["lstm", "feedforward"])
@pytest.mark.parametrize("batch", [1, 16])
def test_gradient_in_single_precision_at_the_papers_sizes(controller: Any, batch: int) -> None:
    design = Design(9, 8, controller)
    weights, given = weights_of(design, torch.float32), copies(7, batch)
    same_gradient(taught(design, weights, given).gradient, by_autograd(design, weights, given)[1], 1e-5)


def test_raw_outputs_that_are_clipped_have_no_derivative() -> None:
    design = small()
    weights, given = weights_of(design), sequences(design, 6, 2)
    weights["heads.weight"] *= 20
    found = taught(design, weights, given)
    clipped = found.tape.raw.abs() == 20
    assert 0 < clipped.sum() < clipped.numel()
    assert found.backward.raw[clipped].eq(0).all()
    same_gradient(found.gradient, by_autograd(design, weights, given)[1], 1e-9)


def test_a_memory_of_zeros_gives_numbers() -> None:
    design = small(memory="learned")
    weights, given = weights_of(design), sequences(design, 4, 2)
    weights[MEMORY][2:5] = 0
    same_gradient(taught(design, weights, given).gradient, by_autograd(design, weights, given)[1], 1e-9)


def test_buffers_that_are_used_again_leave_nothing_behind() -> None:
    design, workspace = small(heads=2), Workspace()
    weights = weights_of(design)
    for steps, seed in [(9, 1), (3, 2), (9, 3), (14, 4), (2, 5)]:
        given = sequences(design, steps, 2, seed=seed)
        fresh = taught(design, weights, given).vector
        assert torch.equal(taught(design, weights, given, workspace).vector, fresh)


def test_results_do_not_share_memory_with_the_next_lesson() -> None:
    design, workspace = small(), Workspace()
    weights = weights_of(design)
    first = taught(design, weights, sequences(design, 4, 2), workspace)
    kept = first.vector.clone(), first.bits.clone()
    taught(design, weights, sequences(design, 4, 2, seed=1), workspace)
    assert torch.equal(first.vector, kept[0])
    assert torch.equal(first.bits, kept[1])


def test_time_steps_that_do_not_count_have_no_gradient_of_their_own() -> None:
    design = small()
    weights, given = weights_of(design), sequences(design, 6, 2)
    changed = torch.where(given.mask.bool().unsqueeze(-1), given.targets, 1 - given.targets)
    other = taught(design, weights, replace(given, targets=changed))
    assert torch.equal(other.vector, taught(design, weights, given).vector)


def test_buffers_hold_what_happened_and_the_derivatives_by_it() -> None:
    design = small(heads=2)
    weights, given = weights_of(design), sequences(design, 5, 2)
    course = run(design, weights, given.inputs)
    found = taught(design, weights, given)
    tape, after = found.tape, slice(1, 6)
    pairs = [
        (tape.outputs, course.outputs),
        (tape.content, course.content),
        (tape.interpolated, course.interpolated),
        (tape.shifted, course.shifted),
        (tape.weighting[after], course.state.weighting),
        (tape.memory[after].mT, course.state.memory),
        (tape.state[after, :, : design.units], course.state.hidden),
        (tape.cell[after], course.state.cell),
        (tape.rows.view(5, 2, 4, -1), course.gates),
        (tape.kernel, course.heads.kernel),
        (tape.sharpness, course.heads.sharpness),
    ]
    for buffer, expected in pairs:
        torch.testing.assert_close(buffer, expected, rtol=1e-11, atol=1e-12)


def test_derivatives_by_the_memory_are_those_of_changing_it() -> None:
    design = small()
    weights, given = weights_of(design), sequences(design, 5, 1)
    found = taught(design, weights, given)
    derivative, step = found.backward.memory[0, 0].mT, 1e-6  # (N, M) before the first time step

    def bits(by: float) -> float:
        memory = weights[MEMORY].clone()
        memory[4, 1] += by
        outputs = predict(design, {**weights, MEMORY: memory}, given.inputs)
        return float(cost(outputs, given.targets, given.mask))

    slope = (bits(step) - bits(-step)) / (2 * step)
    assert float(derivative[4, 1]) == pytest.approx(slope, rel=1e-6)


def test_cost_is_in_bits_and_counts_what_the_mask_says() -> None:
    outputs, targets, mask = torch.zeros(5, 2, 8), torch.ones(5, 2, 8), torch.zeros(5, 2)
    mask[3:, 0] = 1
    torch.testing.assert_close(cost(outputs, targets, mask), torch.tensor([16.0, 0.0]))
    sure = torch.full((1, 1, 1), math.log(3))  # a probability of 3/4
    assert float(cost(sure, torch.zeros(1, 1, 1), torch.ones(1, 1))) == pytest.approx(2)


def test_weights_that_are_no_numbers_are_told() -> None:
    design = small()
    weights, given = weights_of(design), sequences(design, 3, 1)
    weights["output.bias"][0] = math.nan
    with pytest.raises(Diverged, match="cost became NaN or infinite"):
        taught(design, weights, given)
