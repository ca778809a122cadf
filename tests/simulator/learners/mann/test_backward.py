"""Back-propagation by hand, compared with autograd through the readable network."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.learners.mann import backward, reference
from metascope.simulator.learners.mann.backward import Workspace
from metascope.simulator.learners.mann.reference import Design, Weights
from tests.simulator.learners.mann.networks import DESIGNS, generator, lively, name, normal

PAPER = Design(inputs=69, outputs=5)


def episodes(design: Design, steps: int, batch: int, seed: int = 5) -> tuple[torch.Tensor, torch.Tensor]:
    labels = torch.randint(design.outputs, (steps, batch), generator=generator(seed))
    return normal(steps, batch, design.inputs, seed=seed), labels


@pytest.mark.parametrize(("steps", "batch"), [(1, 1), (2, 3), (12, 4)])
@pytest.mark.parametrize("design", DESIGNS, ids=name)
def test_outputs_and_gradients_are_those_of_autograd(design: Design, steps: int, batch: int) -> None:
    weights, (inputs, labels) = lively(design), episodes(design, steps, batch)
    outputs, gradient = reference.lesson(design, weights, inputs, labels)
    found = backward.lesson(design, weights, inputs, labels)
    assert found.cost == pytest.approx(float(reference.cost(outputs, labels)), rel=1e-12)
    torch.testing.assert_close(found.outputs, outputs, rtol=1e-10, atol=1e-12)
    assert list(found.gradient) == list(gradient)
    for key, part in gradient.items():
        torch.testing.assert_close(found.gradient[key], part, rtol=1e-9, atol=1e-12)


def test_in_single_precision_they_agree_at_the_size_of_the_paper() -> None:
    weights = reference.initial(PAPER, generator())
    inputs, labels = episodes(PAPER, 30, 4)
    _, gradient = reference.lesson(PAPER, weights, inputs.float(), labels)
    found = backward.lesson(PAPER, weights, inputs.float(), labels)
    for key, part in gradient.items():
        assert float((found.gradient[key] - part).norm() / part.norm()) < 1e-5


def test_a_tape_tells_the_course() -> None:
    design = DESIGNS[0]
    weights, (inputs, labels) = lively(design), episodes(design, 9, 3)
    course, tape = reference.run(design, weights, inputs), backward.lesson(design, weights, inputs, labels).tape
    for key in ("read_weights", "cell", "usage", "memory"):
        told = getattr(tape, key)[1:]
        wanted = getattr(course, key)
        torch.testing.assert_close(told.mT if key == "memory" else told.view_as(wanted), wanted)
    for key in ("write_weights", "least_used"):
        torch.testing.assert_close(getattr(tape, key), getattr(course, key))


def test_a_workspace_changes_nothing_whatever_it_was_used_for() -> None:
    workspace = Workspace()
    for design, steps, batch, seed in [(DESIGNS[0], 6, 3, 1), (DESIGNS[0], 6, 3, 2), (DESIGNS[3], 4, 2, 3)]:
        weights, (inputs, labels) = lively(design, seed), episodes(design, steps, batch, seed)
        again = backward.lesson(design, weights, inputs, labels, workspace)
        alone = backward.lesson(design, weights, inputs, labels)
        assert again.cost == alone.cost
        assert all(torch.equal(again.gradient[key], alone.gradient[key]) for key in weights)
        assert torch.equal(backward.course(design, weights, inputs, workspace).outputs, alone.outputs)


def test_inputs_and_weights_are_left_alone() -> None:
    design = DESIGNS[0]
    weights, (inputs, labels) = lively(design), episodes(design, 5, 2)
    before: Weights = {key: part.clone() for key, part in weights.items()}
    copies = inputs.clone(), labels.clone()
    backward.lesson(design, weights, inputs, labels)
    assert all(torch.equal(before[key], weights[key]) for key in weights)
    assert torch.equal(copies[0], inputs)
    assert torch.equal(copies[1], labels)


@pytest.mark.parametrize("where", ["output.bias", "heads"])
def test_what_is_no_number_is_refused(where: str) -> None:
    design = DESIGNS[0]
    weights, (inputs, labels) = lively(design), episodes(design, 5, 2)
    weights[where][..., 0] = float("nan")
    with pytest.raises(Diverged, match="became NaN or infinite"):
        backward.lesson(design, weights, inputs, labels)
