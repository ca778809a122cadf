"""Compiled lessons, compared with autograd through the readable network in double precision."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.learners.lstm.compiled import Workspace as Layers
from metascope.simulator.learners.mann import backward, compiled, reference, rival
from metascope.simulator.learners.mann.compiled import Workspace
from metascope.simulator.learners.mann.reference import Design, Weights
from metascope.simulator.learners.mann.rival import RivalDesign
from metascope.simulator.tasks.label_episodes import LabelEpisodes, accuracy_by_instance
from tests.simulator.learners.mann.networks import DESIGNS, generator, lively, name, normal
from tests.simulator.learners.mann.test_reference import dots

pytestmark = pytest.mark.usefixtures("kernels")

ODD = [
    Design(inputs=13, outputs=7, units=33, heads=3, locations=29, width=17, decay=0.8, sharpness=10.0),
    Design(inputs=40, outputs=5, units=20, heads=1, locations=64, width=1, adds_key=True),
    Design(inputs=9, outputs=2, units=4, heads=8, locations=8, width=5, decay=1.0),
    Design(inputs=9, outputs=15, units=16, heads=2, locations=130, width=8, decay=0.5, sharpness=20.0),
]
PAPER = Design(inputs=69, outputs=5)


def episodes(design: Design, steps: int, batch: int, seed: int = 5, seen: float = 1.0) -> tuple[Tensor, Tensor]:
    """Return inputs in single precision, of which this share are not 0, and labels."""
    labels = torch.randint(design.outputs, (steps, batch), generator=generator(seed))
    inputs = normal(steps, batch, design.inputs, seed=seed).float()
    return inputs * (torch.rand(inputs.shape, generator=generator(seed)) < seen), labels


def begun(design: Design, seed: int = 0) -> Weights:
    """Return initial weights that single precision holds exactly, in double."""
    return {key: part.double() for key, part in reference.initial(design, generator(seed)).items()}


def settled(design: Design, weights: Weights, steps: int, batch: int, seen: float = 1.0) -> tuple[Tensor, Tensor]:
    """Return episodes in which it is so clear which rows are least used that single precision tells it too."""
    single = {key: part.float() for key, part in weights.items()}
    found = list[tuple[Tensor, Tensor]]()
    for seed in range(1000):
        inputs, labels = episodes(design, steps, 1, seed, seen)
        wanted = reference.run(design, weights, inputs.double())
        apart = wanted.usage.sort(-1).values[..., : design.heads + 1].diff(dim=-1)
        unclear = (apart > 1e-12) & (apart < 1e-6)
        if not unclear.any() and torch.equal(backward.course(design, single, inputs).least_used, wanted.least_used):
            found.append((inputs, labels))
        if len(found) == batch:
            break
    assert len(found) == batch
    return torch.cat([inputs for inputs, _ in found], 1), torch.cat([labels for _, labels in found], 1)


def joined(weights: Weights) -> Tensor:
    return torch.cat([part.flatten() for part in weights.values()]).float()


def near(found: Tensor, wanted: Tensor, limit: float) -> bool:
    return float((found - wanted).norm()) <= limit * float(wanted.norm())


@pytest.mark.parametrize(("steps", "batch", "seen"), [(1, 1, 1.0), (7, 3, 1.0), (5, 16, 1.0), (7, 3, 0.2)])
@pytest.mark.parametrize("design", DESIGNS + ODD, ids=name)
def test_costs_and_gradients_are_those_of_autograd(design: Design, steps: int, batch: int, seen: float) -> None:
    weights = begun(design)
    inputs, labels = settled(design, weights, steps, batch, seen)
    outputs, gradient = reference.lesson(design, weights, inputs.double(), labels)
    found = compiled.lesson(design, joined(weights), inputs, labels)
    assert found.cost == pytest.approx(float(reference.cost(outputs, labels)), rel=1e-5)
    torch.testing.assert_close(found.outputs.double(), outputs, rtol=1e-4, atol=1e-4)
    parts = torch.split(found.vector, [part.numel() for part in gradient.values()])
    for part, (key, wanted) in zip(parts, gradient.items(), strict=True):
        assert near(part.view_as(wanted), wanted, 1e-4), key


@pytest.mark.parametrize("batch", [1, 3])
def test_they_agree_at_the_size_of_the_paper(batch: int) -> None:
    weights = begun(PAPER)
    inputs, labels = settled(PAPER, weights, 30, batch)
    _, gradient = reference.lesson(PAPER, weights, inputs.double(), labels)
    assert near(compiled.lesson(PAPER, joined(weights), inputs, labels).vector, joined(gradient), 1e-5)


@pytest.mark.parametrize("design", DESIGNS + ODD, ids=name)
def test_a_course_tells_what_the_readable_one_does(design: Design) -> None:
    weights = begun(design)
    inputs, _ = settled(design, weights, 9, 3)
    course, tape = reference.run(design, weights, inputs.double()), compiled.course(design, joined(weights), inputs)
    assert torch.equal(tape.least_used, course.least_used)
    for key in ("read_weights", "cell", "usage", "memory"):
        told, wanted = getattr(tape, key)[1:].double(), getattr(course, key)
        told = told.mT if key == "memory" else told.view_as(wanted)
        torch.testing.assert_close(told, wanted, rtol=1e-3, atol=1e-5)
    torch.testing.assert_close(tape.write_weights.double(), course.write_weights, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize("locations", [5, 16, 67, 130, 509])
def test_of_rows_used_alike_the_first_are_taken(locations: int) -> None:
    """Rows that were never written are alike, whether a vector of the processor holds them or what is left over."""
    design = Design(inputs=3, outputs=2, units=6, heads=4, locations=locations, width=3)
    tape = compiled.course(design, joined(begun(design)), episodes(design, 20, 2)[0])
    for usage, found in zip(tape.usage, tape.least_used, strict=False):
        assert torch.equal(found, usage.squeeze(1).sort(dim=-1, stable=True).indices[:, :4])
    untouched = torch.tensor([range(1 + 4 * t, 5 + 4 * t) for t in range((locations - 1) // 4)][:20])
    assert torch.equal(tape.least_used[: len(untouched), 0], untouched), "each head writes to a new row at first"


def test_a_workspace_changes_nothing_whatever_it_was_used_for() -> None:
    workspace = Workspace()
    for design, steps, batch, seed in [(ODD[0], 6, 3, 1), (ODD[0], 6, 3, 2), (DESIGNS[3], 4, 2, 3), (ODD[0], 6, 3, 1)]:
        vector, (inputs, labels) = joined(lively(design, seed)), episodes(design, steps, batch, seed)
        before = vector.clone()
        again = compiled.lesson(design, vector, inputs, labels, workspace)
        alone = compiled.lesson(design, vector, inputs, labels)
        assert again.cost == alone.cost
        assert torch.equal(again.vector, alone.vector)
        assert torch.equal(compiled.course(design, vector, inputs, workspace).outputs, alone.outputs)
        assert torch.equal(vector, before)


def test_episodes_do_not_know_of_each_other() -> None:
    design = ODD[0]
    vector, (inputs, _) = joined(lively(design)), episodes(design, 6, 5)
    together = compiled.course(design, vector, inputs).outputs
    for b in range(5):
        alone = compiled.course(design, vector, inputs[:, b : b + 1].contiguous()).outputs
        torch.testing.assert_close(alone, together[:, b : b + 1])


def reason(lesson: Callable[[], object]) -> str:
    """Return why a lesson diverged; "" if it did not."""
    try:
        lesson()
    except Diverged as error:
        return str(error.reason)
    return ""


@pytest.mark.parametrize("where", ["output.bias", "heads", "controller.input", "controller.bias"])
@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused_as_by_the_reference(where: str, value: float) -> None:
    design = DESIGNS[0]
    weights, (inputs, labels) = reference.initial(design, generator()), episodes(design, 5, 2)
    weights[where][..., 0] = value
    wanted = reason(lambda: backward.lesson(design, weights, inputs, labels))
    assert reason(lambda: compiled.lesson(design, joined(weights), inputs, labels)) == wanted
    assert wanted or value == float("inf"), "a gate may be open for good"


@pytest.mark.parametrize("batch", [1, 3, 16])
def test_a_compiled_rival_is_the_one_that_autograd_trains(batch: int) -> None:
    design = RivalDesign(inputs=11, outputs=3, units=21)
    weights = rival.initial(design, generator())
    labels = torch.randint(3, (9, batch), generator=generator())
    inputs, layers = normal(9, batch, 11).float(), Layers()
    outputs, gradient = rival.lesson(design, weights, inputs, labels)
    found, moved = rival.lesson(design, weights, inputs, labels, layers)
    torch.testing.assert_close(found, outputs, rtol=1e-5, atol=1e-6)
    torch.testing.assert_close(rival.run(design, weights, inputs, layers), found, rtol=0, atol=0)
    assert list(moved) == list(gradient)
    for key, part in gradient.items():
        assert near(moved[key], part, 1e-5), key


def test_after_a_little_training_labels_are_known_again() -> None:
    family = LabelEpisodes(dots(), 2, 3, turned=False)
    design = Design(family.inputs, 2, units=32, heads=1, locations=16, width=12)
    vector, random, workspace = joined(reference.initial(design, generator(1))), generator(2), Workspace()
    adam = torch.optim.Adam([vector], lr=0.03)
    for _ in range(350):
        drawn = family.draw(16, random)
        vector.grad = compiled.lesson(design, vector, drawn.inputs, drawn.labels, workspace).vector
        adam.step()
    drawn = family.draw(500, generator(3))
    outputs = compiled.course(design, vector, drawn.inputs).outputs
    accuracy = accuracy_by_instance(outputs.argmax(-1), drawn.labels, drawn.instances)
    assert float(accuracy[1]) > float(accuracy[0]) + 0.15
